"""Findings that the source of an edition asks to ignore.

A comment is about the paragraph it stands in, in front of or, at the end of a line, behind:
it takes the findings that point into that paragraph. Front matter is about the article.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from transcheck.checks import CHECKS
from transcheck.loading.ignoring import NOT_UNDERSTOOD
from transcheck.model import Edition, Finding, Ignore, Suppression

BY = "inline"
NO_REASON = "no reason given"
_Place = tuple[int, int]


class _Request(NamedTuple):
    """A request, and the sentences it is about."""

    ignore: Ignore
    language: str
    segments: frozenset[int]

    def takes(self, finding: Finding) -> bool:
        if not finding.code.startswith(self.ignore.code):
            return False
        return self.ignore.everywhere or any(
            place.language == self.language and place.segment in self.segments
            for place in finding.occurrences
        )


def heed(editions: Sequence[Edition], findings: Sequence[Finding]) -> tuple[Finding, ...]:
    """Return the findings, marked where the source of an edition asks to ignore them."""
    requests = [request for edition in editions for request in _requests(edition)]
    return tuple(_marked(finding, requests) for finding in findings)


def unheeded(
    editions: Sequence[Edition], findings: Sequence[Finding], runs: Callable[[str], bool]
) -> Iterator[str]:
    """Yield what is wrong with requests that no finding fits, each as a sentence.

    Args:
        editions: whose sources have them.
        findings: all there are, marked or not.
        runs: tells whether a check ran, by its code; of others nobody knows.
    """
    ran = [check.code for check in CHECKS if runs(check.code)]
    for edition in editions:
        for request in _requests(edition):
            code = request.ignore.code
            where = f"{edition.path.as_posix()}:{request.ignore.line}"
            if code == NOT_UNDERSTOOD:
                yield f"{where}: a request that nobody understands: {request.ignore.reason}"
            elif not any(check.code.startswith(code) for check in CHECKS):
                yield f"{where}: {code} is to be ignored, and no check is called so"
            elif any(c.startswith(code) for c in ran) and not any(map(request.takes, findings)):
                yield f"{where}: {code} is to be ignored, and there is nothing to ignore"


def _marked(finding: Finding, requests: Sequence[_Request]) -> Finding:
    request = next((each for each in requests if each.takes(finding)), None)
    if request is None or finding.suppressed:
        return finding
    return replace(finding, suppressed=Suppression(BY, request.ignore.reason or NO_REASON))


def _requests(edition: Edition) -> Iterator[_Request]:
    for ignore in edition.ignores:
        block = None if ignore.everywhere else _block(edition, (ignore.line, ignore.column))
        segments = frozenset(s.index for s in edition.segments if s.block == block)
        yield _Request(ignore, edition.language, segments)


def _block(edition: Edition, comment: _Place) -> int | None:
    """Return the paragraph that a comment is about, or None where it is about none."""
    spans = _spans(edition)
    around = [b for b, (start, end) in spans.items() if start <= comment < end]
    after = min(((start, b) for b, (start, _) in spans.items() if start > comment), default=None)
    before = max(((end, b) for b, (_, end) in spans.items() if end <= comment), default=None)
    if around:
        return around[0]
    line = comment[0]
    if before and before[0][0] == line and not (after and after[0][0] == line):
        return before[1]
    return after[1] if after else None


def _spans(edition: Edition) -> dict[int, tuple[_Place, _Place]]:
    """Return where each paragraph starts and ends."""
    spans: dict[int, tuple[_Place, _Place]] = {}
    for s in edition.segments:
        start, end = (s.line, s.column), (s.end_line, s.end_column)
        if s.block in spans:
            start, end = min(start, spans[s.block][0]), max(end, spans[s.block][1])
        spans[s.block] = start, end
    return spans
