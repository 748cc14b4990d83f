"""SARIF 2.1.0 (OASIS standard), as code scanning of GitHub and editors' viewers take it.

Results are written article by article; rules stand in front of them, and what could not be
checked behind them, as notifications of the invocation. The limits are GitHub's
("SARIF results exceed one or more limits"); a file beyond them would be refused whole.
"""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import IO
from urllib.parse import quote

from transcheck import __version__
from transcheck.checks import CHECKS, Check
from transcheck.model import ArticleReport, Finding, Severity, Suppression
from transcheck.reporters import Reporter, Setting, add, unchecked
from transcheck.reporters.excerpts import Location, locations
from transcheck.reporters.json_ import JsonList, dump
from transcheck.reporters.verdict import number
from transcheck.reporters.visible import visible
from transcheck.summary import Summary

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


FINGERPRINT = "transcheck/v1"
MOST_RELATED = 999
"""Related locations of one result: GitHub takes 1,000 locations, the leading one included."""
_LONGEST = 300
"""Characters of a passage that a location quotes."""


def result(report: ArticleReport, finding: Finding, root: Path) -> dict[str, object]:
    """Return a finding with its leading location, the others, and whether it was accepted."""
    leading, *others = locations(report, finding)
    related, more = others[:MOST_RELATED], others[MOST_RELATED:]
    return {
        "ruleId": finding.code,
        "level": LEVELS[finding.severity],
        "message": {"text": _text(finding, related, len(more))},
        "locations": [_location(leading, root)],
        "relatedLocations": [
            {"id": n, **_location(location, root)} for n, location in enumerate(related, start=1)
        ],
        "partialFingerprints": {FINGERPRINT: finding.fingerprint},
        "rank": round(100 * finding.confidence, 0),
        # Where one result has suppressions, all must say whether they have (3.27.23).
        "suppressions": [_suppression(finding.suppressed)] if finding.suppressed else [],
        "properties": {
            "article": visible(report.article),
            "family": finding.family.value,
            "rule": finding.rule,
            "suspects": list(finding.suspects),
        },
    }


def artifact(path: Path, root: Path) -> dict[str, str]:
    """Return where a file is: relative to the checked out sources where it is below them."""
    if path.is_absolute():
        if not path.is_relative_to(root):
            return {"uri": path.as_uri()}
        path = path.relative_to(root)
    # Percent-encoded from its bytes, so that any name has a valid URI.
    uri = quote(os.fsencode(Path(os.path.normpath(path)).as_posix()))
    return {"uri": uri, "uriBaseId": "SRCROOT"}


def _text(finding: Finding, related: list[Location], more: int) -> str:
    """Return the message; links in it are what makes GitHub show the related locations."""
    links = ", ".join(f"[{o.language}]({n})" for n, o in enumerate(related, start=1))
    omitted = f" and {number(more, 'more place')}" if more else ""
    return plain(visible(finding.text)) + (f" (compare {links}{omitted})" if links else "")


def _location(location: Location, root: Path) -> dict[str, object]:
    region = {"startLine": location.line, "startColumn": location.column}
    if location.end:
        region["endLine"], region["endColumn"] = location.end
    quoted = location.text
    if len(quoted) > _LONGEST:
        quoted = f"{quoted[:_LONGEST]}…"
    return {
        "physicalLocation": {"artifactLocation": artifact(location.path, root), "region": region},
        "message": message(f"{location.language}: {quoted}"),
    }


def _suppression(suppressed: Suppression) -> dict[str, object]:
    kind = "inSource" if suppressed.by == "inline" else "external"
    return {
        "kind": kind,
        "status": "accepted",
        "justification": visible(f"{suppressed.by}: {suppressed.reason}"),
    }


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
