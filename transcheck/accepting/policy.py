"""What holds for some articles only: by path, other severities and findings that do not count.

What a newsroom decided about the checks, for all articles: which run, how grave, how set.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache
from pathlib import Path

from transcheck.accepting.glossary import Glossary
from transcheck.checks import CHECKS, Check, fingerprint, regraded
from transcheck.checks.rating import Alarms
from transcheck.discovery.picking import Globs, Picking, Root
from transcheck.model import Article, Finding, Severity, Suppression

BY = "config"


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
        return Suppression(BY, self.reason or f"ignored in {', '.join(self.paths)}")


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
