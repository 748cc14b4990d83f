"""``transcheck completion``: what makes a shell complete our commands, options and names."""

from __future__ import annotations

import io

import click
from click.shell_completion import get_completion_class

from transcheck.cli import standard_output

PROGRAM = "transcheck"
VARIABLE = f"_{PROGRAM.upper()}_COMPLETE"
"""Environment variable with which a shell asks what to complete; click looks for it."""
EPILOG = """
\b
To switch it on, add one line:
  bash   ~/.bashrc                     eval "$(transcheck completion bash)"
  zsh    ~/.zshrc                      eval "$(transcheck completion zsh)"
  fish   ~/.config/fish/config.fish    transcheck completion fish | source
"""


@click.command(epilog=EPILOG, short_help="Print what makes a shell complete our commands.")
@click.argument("shell", type=click.Choice(["bash", "zsh", "fish"]))
@click.pass_context
def completion(context: click.Context, shell: str) -> int:
    """Print the script for a shell: commands, options, checks, formats, encoders and files."""
    kind = get_completion_class(shell)
    if kind is None:
        raise click.UsageError(f"this version of click completes nothing in {shell}")
    script = kind(context.find_root().command, {}, PROGRAM, VARIABLE).source()
    standard_output.write(io.BytesIO(script.encode()))
    return 0
