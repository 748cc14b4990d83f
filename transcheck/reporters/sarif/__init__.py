"""SARIF 2.1.0 (OASIS standard), as code scanning of GitHub and editors' viewers take it.

Results are written article by article; rules stand in front of them, and what could not be
checked behind them, as notifications of the invocation. The limits are GitHub's
("SARIF results exceed one or more limits"); a file beyond them would be refused whole.
"""

from __future__ import annotations

from collections import Counter
from typing import IO

from transcheck import __version__
from transcheck.model import ArticleReport, Finding, Severity
from transcheck.reporters import Reporter, Setting, add, unchecked
from transcheck.reporters.sarif.results import artifact, result
from transcheck.reporters.sarif.rules import Rules, message
from transcheck.reporters.streaming import JsonList, dump
from transcheck.reporters.visible import visible
from transcheck.summary import Summary

SCHEMA = (
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
)
MOST_RESULTS = 25_000
"""Results of one run that GitHub takes."""
MOST_MINOR = 5_000
"""Results of each kind below error that are written. GitHub shows 5,000 in all, the gravest
first; the rest of the room is left to errors, so that minor findings cannot crowd them out."""
_ACCEPTED = "accepted"


class SarifWriter:
    """Writes each result as it comes; remembers what could not be checked."""

    def __init__(self, stream: IO[bytes], setting: Setting) -> None:
        """Start the report on `stream`, with the rules."""
        self._setting = setting
        self._rules = Rules()
        driver = {
            "name": "transcheck",
            "semanticVersion": __version__,
            "rules": self._rules.described,
        }
        run = dump({"columnKind": "unicodeCodePoints", "tool": {"driver": driver}})
        head = f'{{"$schema": "{SCHEMA}", "version": "2.1.0", "runs": [\n{run[:-1]}, "results": '
        self._results = JsonList(stream, head)
        self._written: Counter[str] = Counter()
        self._left_out: Counter[str] = Counter()
        self._notifications: list[dict[str, object]] = []

    def article(self, report: ArticleReport) -> None:
        """Write the findings of one article."""
        for finding in report.findings:
            kind = _ACCEPTED if finding.suppressed else finding.severity.value
            if self._room(kind):
                self._written[kind] += 1
                self._results.add(self._result(report, finding))
            else:
                self._left_out[kind] += 1
        for skipped in report.skipped:
            where = artifact(unchecked.path_of(report, skipped), self._setting.root)
            self._notify(
                unchecked.sentence(report, skipped),
                locations=[{"physicalLocation": {"artifactLocation": where}}],
            )

    def finish(self, summary: Summary) -> None:
        """Close the list of results and write what is known only now."""
        if self._left_out:
            counts = ", ".join(f"{kind} {count}" for kind, count in self._left_out.items())
            self._notify(
                f"{self._left_out.total()} findings are not in this file, because GitHub takes "
                f"{MOST_RESULTS} at most: {counts}. Other formats have them.",
                level="warning",
            )
        invocation = {
            "executionSuccessful": not summary.unchecked,
            "toolExecutionNotifications": self._notifications,
        }
        base = {"description": {"text": "The folder in which the sources are checked out."}}
        tail = {
            "invocations": [invocation],
            "originalUriBaseIds": {"SRCROOT": base},
            "properties": {"signature": visible(self._setting.signature)},
        }
        self._results.finish(f", {dump(tail)[1:]}\n]}}")

    def _room(self, kind: str) -> bool:
        if kind != Severity.ERROR.value and self._written[kind] >= MOST_MINOR:
            return False
        return self._written.total() < MOST_RESULTS

    def _result(self, report: ArticleReport, finding: Finding) -> dict[str, object]:
        found = result(report, finding, self._setting.root)
        index = self._rules.index(finding.code)
        return found if index is None else {**found, "ruleIndex": index}

    def _notify(self, text: str, *, level: str = "error", **more: object) -> None:
        self._notifications.append({"level": level, "message": message(text), **more})


SARIF = add(
    Reporter(
        name="sarif",
        about="SARIF 2.1.0, for code scanning on GitHub and for editors",
        suffix=".sarif",
        binary=False,
        open=SarifWriter,
    )
)
