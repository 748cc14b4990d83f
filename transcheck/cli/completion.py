"""What a shell completes; ``transcheck completion`` says how it is told."""

from __future__ import annotations

import io
from collections.abc import Iterable

import click
from click import Context, Parameter
from click.shell_completion import CompletionItem, get_completion_class

from transcheck.cli import notes


def check_names(_context: Context, _parameter: Parameter, incomplete: str) -> list[CompletionItem]:
    """Return the names of checks: families, beginnings of codes, codes and rules."""
    from transcheck.checks import CHECKS

    names: dict[str, str] = {}
    for check in CHECKS:
        names |= {check.code[:3]: f"all of {check.family.value}", check.code: check.summary}
    names |= {check.rule: check.summary for check in CHECKS}
    return _starting(names.items(), incomplete)


def checks_and_families(
    context: Context, parameter: Parameter, incomplete: str
) -> list[CompletionItem]:
    """Return the names of checks and of families."""
    from transcheck.model import Family

    families = [(family.value, "a family of checks") for family in Family]
    return [*_starting(families, incomplete), *check_names(context, parameter, incomplete)]


def check_lists(context: Context, parameter: Parameter, incomplete: str) -> list[CompletionItem]:
    """Return names of checks for the last place of a list with commas."""
    before, comma, last = incomplete.rpartition(",")
    return [
        CompletionItem(f"{before}{comma}{item.value}", help=item.help)
        for item in check_names(context, parameter, last)
    ]


def language_lists(
    _context: Context, _parameter: Parameter, incomplete: str
) -> list[CompletionItem]:
    """Return codes of languages for the last place of a list with commas."""
    from transcheck.languages import LANGUAGES

    before, comma, last = incomplete.rpartition(",")
    names = [(language.code, language.name) for language in LANGUAGES]
    return [
        CompletionItem(f"{before}{comma}{item.value}", help=item.help)
        for item in _starting(names, last)
    ]


def encoders(_context: Context, _parameter: Parameter, incomplete: str) -> list[CompletionItem]:
    """Return the embedded encoders, or folders where none is called so."""
    from transcheck.embedding import ENCODERS

    names = [(kind.name, kind.about) for kind in ENCODERS]
    return _starting(names, incomplete) or [CompletionItem(incomplete, type="dir")]


def outputs(_context: Context, _parameter: Parameter, incomplete: str) -> list[CompletionItem]:
    """Return formats with an equals sign, or files where none is called so."""
    from transcheck.reporters import REPORTERS

    names = [(f"{reporter.name}=", reporter.about) for reporter in REPORTERS]
    return _starting(names, incomplete) or [CompletionItem(incomplete, type="file")]


def _starting(names: Iterable[tuple[str, str]], incomplete: str) -> list[CompletionItem]:
    """Return the names that start with what is typed, whatever its capitals."""
    typed = incomplete.lower()
    return [CompletionItem(n, help=about) for n, about in names if n.lower().startswith(typed)]


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
    notes.write_out(io.BytesIO(script.encode()))
    return 0
