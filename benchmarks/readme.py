"""Writes into README.md what the commands shown there print.

    python benchmarks/readme.py            # rewrite the examples
    python benchmarks/readme.py --check    # exit with 1 where they are out of date

An example stands between ``<!-- example:begin COMMAND -->`` and ``<!-- example:end -->``.
"""

from __future__ import annotations

import re
import shlex
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[1]
README = ROOT / "README.md"
EXAMPLE = re.compile(
    r"(<!-- example:begin (?P<command>[^\n]+) -->\n).*?(<!-- example:end -->)", re.DOTALL
)


def refreshed(text: str) -> str:
    """Return the text of the README with the examples run anew."""
    return EXAMPLE.sub(_run, text)


def _run(match: re.Match[str]) -> str:
    words = shlex.split(match["command"])
    command = [sys.executable, "-m", *words]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    shown = f"$ {_short(words)}\n{done.stdout.rstrip()}"
    return f"{match[1]}```console\n{shown}\n```\n{match[3]}"


def _short(words: list[str]) -> str:
    """Return a command as one would type it: editions of one folder in braces."""
    paths = [Path(word) for word in words if "/" in word]
    others = [word for word in words if "/" not in word]
    if len({(p.parent, p.suffix) for p in paths}) == 1 and len(paths) > 1:
        names = ",".join(p.stem for p in paths)
        return " ".join([*others, f"{paths[0].parent}/{{{names}}}{paths[0].suffix}"])
    return " ".join(words)


def main() -> None:
    """Rewrite README.md, or check it."""
    before = README.read_text(encoding="utf-8")
    after = refreshed(before)
    if "--check" in sys.argv[1:]:
        sys.exit(0 if before == after else "README.md is out of date: python benchmarks/readme.py")
    README.write_text(after, encoding="utf-8")


if __name__ == "__main__":
    main()
