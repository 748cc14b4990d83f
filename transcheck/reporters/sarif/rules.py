"""The checks as rules of SARIF, each with its whole manual as help."""

from __future__ import annotations

from transcheck.checks import CHECKS, Check
from transcheck.model import Severity
from transcheck.reporters.manuals import as_markdown
from transcheck.reporters.sarif.wording import message, plain

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
