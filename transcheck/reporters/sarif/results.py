"""One finding as a result of SARIF."""

from __future__ import annotations

import os
from pathlib import Path
from urllib.parse import quote

from transcheck.model import ArticleReport, Finding, Suppression
from transcheck.reporters.locations import Location, locations
from transcheck.reporters.sarif.rules import LEVELS, message, plain
from transcheck.reporters.verdict import number
from transcheck.reporters.visible import visible

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
