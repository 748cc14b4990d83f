"""The checks as rules of SARIF, each with its whole manual as help.

Manuals of checks, which are docstrings, for readers that understand Markdown.

Text as SARIF wants it: brackets and braces have a meaning in its messages.
"""

from __future__ import annotations

from collections.abc import Iterator

from transcheck.checks import CHECKS, Check
from transcheck.model import Severity

_SPECIAL = str.maketrans({"[": "\\[", "]": "\\]", "{": "{{", "}": "}}"})
"""``[text](1)`` would be a link (SARIF 2.1.0, 3.11.6), ``{0}`` a placeholder (3.11.5)."""


def plain(text: str) -> str:
    """Return `text` so that a reader of SARIF shows it as it is."""
    return text.translate(_SPECIAL)


def message(text: str) -> dict[str, str]:
    """Return a message that shows `text` as it is."""
    return {"text": plain(text)}


def as_markdown(manual: str) -> str:
    """Return a manual in Markdown: its indented examples become blocks of code."""
    return "\n\n".join(_paragraphs(manual))


def _paragraphs(manual: str) -> Iterator[str]:
    for paragraph in manual.split("\n\n"):
        head, _, rest = paragraph.partition("\n")
        lines = rest.splitlines()
        if lines and all(line.startswith("    ") for line in lines):
            yield f"**{head}**"
            yield "\n".join(("```text", *(line[4:] for line in lines), "```"))
        else:
            yield paragraph


LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}


class Rules:
    """Every check there is: a rule without results says that it was applied."""

    def __init__(self) -> None:
        """Describe the registered checks."""
        checks = tuple(CHECKS)
        self._index = {check.code: number for number, check in enumerate(checks)}
        self.described = [_rule(check) for check in checks]

    def index(self, code: str) -> int | None:
        """Return the position of a check among the rules, or None where it is not there."""
        return self._index.get(code)


def _rule(check: Check) -> dict[str, object]:
    _, _, body = check.manual.partition("\n\n")
    why = " ".join(body.partition("\n\n")[0].split())
    return {
        "id": check.code,
        "name": check.rule,
        "shortDescription": message(check.summary),
        "fullDescription": message(why or check.summary),
        "help": {"text": plain(check.manual), "markdown": as_markdown(check.manual)},
        "defaultConfiguration": {"level": LEVELS[check.severity]},
        "properties": {"tags": [check.family.value]},
    }
