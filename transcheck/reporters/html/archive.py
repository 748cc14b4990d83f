"""The page about a whole archive: how many findings of which kind, where, and when.

It looks like the page about articles, but it is read and not worked with: it has no program.
"""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Sequence
from dataclasses import dataclass

from transcheck import __version__
from transcheck.reporters.html.page import filled, style

_MONTHS = 24
"""Months at most that are shown one by one."""


@dataclass(frozen=True, slots=True)
class Count:
    """Open findings of one kind, edition or month, by severity."""

    name: str
    errors: int = 0
    warnings: int = 0
    infos: int = 0
    articles: int = 0
    """Articles that have some; of a month, all articles."""

    @property
    def total(self) -> int:
        """Return how many findings these are."""
        return self.errors + self.warnings + self.infos

    def __add__(self, other: Count) -> Count:
        """Return both under the name of the first."""
        return Count(
            self.name,
            self.errors + other.errors,
            self.warnings + other.warnings,
            self.infos + other.infos,
            self.articles + other.articles,
        )


@dataclass(frozen=True, slots=True)
class Worst:
    """An article with grave findings."""

    article: str
    month: str
    title: str
    path: str
    errors: int
    warnings: int
    infos: int
    messages: tuple[str, ...] = ()
    """What the first of them say."""


@dataclass(frozen=True, slots=True)
class Unchecked:
    """Why an article was not checked, or not completely."""

    article: str
    reason: str
    hint: str


@dataclass(frozen=True, slots=True)
class Overview:
    """What an audit comes to."""

    articles: int
    unchecked: int
    findings: Count
    """All that are open."""
    accepted: int
    families: tuple[Count, ...]
    editions: tuple[Count, ...]
    """By the edition that stands alone; a finding may have several, or none."""
    months: tuple[Count, ...]
    worst: tuple[Worst, ...]
    reasons: tuple[Unchecked, ...]
    """The first of them."""
    signature: str


def page(overview: Overview) -> str:
    """Return the page."""
    digest = hashlib.sha256(_style().encode()).digest()
    policy = (
        f"default-src 'none'; style-src 'sha256-{base64.b64encode(digest).decode('ascii')}'; "
        "base-uri 'none'; form-action 'none'"
    )
    return filled(
        "archive.html",
        overview=overview,
        charts=(
            ("Findings by kind", "kind", overview.families),
            ("By the edition that stands alone", "edition", overview.editions),
            _times(overview.months),
        ),
        share=_share,
        style=_style(),
        policy=policy,
        version=__version__,
    )


def _times(months: Sequence[Count]) -> tuple[str, str, Sequence[Count]]:
    """Return the chart of months; of many the years, as nobody reads hundreds of bars."""
    if len(months) <= _MONTHS:
        return ("By month of publication", "month", months)
    years: dict[str, Count] = {}
    for one in months:
        name = one.name.partition("-")[0]
        years[name] = years.get(name, Count(name)) + one
    return ("By year of publication", "year", tuple(years.values()))


def _style() -> str:
    return style("archive")


def _share(count: int, counts: Sequence[Count]) -> float:
    """Return how long the bar of a count is, 0 to 100, beside those of the others."""
    return round(100 * count / max(1, *(one.total for one in counts)), 2)
