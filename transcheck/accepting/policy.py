"""What holds for some articles only: by path, other severities and findings that do not count.

What a newsroom decided about the checks, for all articles: which run, how grave, how set.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

from transcheck.accepting.glossary import Glossary
from transcheck.checks import CHECKS, Check, fingerprint, regraded
from transcheck.checks.rating import Alarms
from transcheck.discovery.picking import Globs, Picking, Root
from transcheck.loading.frontmatter import NOT_UNDERSTOOD
from transcheck.model import Article, Edition, Finding, Ignore, Severity, Suppression

CONFIGURED = "config"


@dataclass(frozen=True, slots=True)
class Override:
    """What is decided about the articles of which an edition matches one of some globs."""

    paths: tuple[str, ...]
    """Globs as in ``.gitignore``."""
    base: Path = field(repr=False)
    """The folder they are relative to."""
    codes: frozenset[str] = frozenset()
    """Checks whose findings do not count."""
    severities: Mapping[str, Severity] = field(default_factory=dict)
    """Severities, by code, instead of what the check decides."""
    reason: str = ""

    def about(self, article: Article) -> bool:
        """Return whether an edition of an article matches one of the globs."""
        picking = _picking(self.paths, self.base)
        return any(
            picking.takes(Root.at(edition.path.parent), edition.path.name)
            for edition in article.editions
        )

    @property
    def suppression(self) -> Suppression:
        """Return why findings do not count, in words."""
        return Suppression(CONFIGURED, self.reason or f"ignored in {', '.join(self.paths)}")


def override(
    article: Article, findings: Sequence[Finding], overrides: Sequence[Override]
) -> tuple[Finding, ...]:
    """Return the findings of an article with what is decided about its path.

    Of two overrides that both are about it, the later one decides about a severity.
    """
    own = [each for each in overrides if each.about(article)]
    if not own:
        return tuple(findings)
    severities = {code: grave for each in own for code, grave in each.severities.items()}
    return tuple(_marked(finding, own) for finding in regraded(article, findings, severities))


def _marked(finding: Finding, overrides: Sequence[Override]) -> Finding:
    ignoring = next((each for each in overrides if finding.code in each.codes), None)
    if ignoring is None or finding.suppressed:
        return finding
    return replace(finding, suppressed=ignoring.suppression)


@lru_cache(maxsize=64)
def _picking(paths: tuple[str, ...], base: Path) -> Picking:
    return Picking(Globs(paths, base), Globs(), gitignore=False)


@dataclass(frozen=True, slots=True)
class Policy:
    """What is checked, and what of it counts; without arguments, what the checks decide."""

    codes: frozenset[str] | None = None
    """The checks that run; None for all of them. Of the others nothing is known."""
    severities: Mapping[str, Severity] = field(default_factory=dict)
    """Severities, by code, instead of what the check decides."""
    options: Mapping[str, Mapping[str, object]] = field(default_factory=dict)
    """What is set about checks: code, name of the option, value."""

    glossary: Glossary = field(default_factory=Glossary)
    """What is the same to the newsroom."""
    overrides: tuple[Override, ...] = ()
    """What holds for the articles under some paths."""
    alarms: Alarms = Alarms.ALL
    """How much is reported."""

    def checks(self) -> Iterator[Check]:
        """Yield the checks that run, as they are set."""
        for check in CHECKS:
            if self.runs(check.code):
                yield replace(check, values=self.options.get(check.code, {}))

    def runs(self, code: str) -> bool:
        """Return whether a check runs, so that what it does not find is not there."""
        return self.codes is None or code in self.codes

    @property
    def digest(self) -> str:
        """Return a short text that differs for policies that do, empty for the plain one."""
        if self == Policy():
            return ""
        options = sorted((code, sorted(values.items())) for code, values in self.options.items())
        codes = self.codes if self.codes is None else sorted(self.codes)
        parts = codes, sorted(self.severities.items()), options, self.glossary, self.overrides
        return fingerprint(*map(repr, (*parts, self.alarms)))


INLINE = "inline"
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
    return tuple(_ignored(finding, requests) for finding in findings)


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


def _ignored(finding: Finding, requests: Sequence[_Request]) -> Finding:
    request = next((each for each in requests if each.takes(finding)), None)
    if request is None or finding.suppressed:
        return finding
    return replace(finding, suppressed=Suppression(INLINE, request.ignore.reason or NO_REASON))


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
