"""The page about a whole archive: how many findings of which kind, where, and when.

It looks like the page about articles, but it is read and not worked with: its program does
nothing but say it in the language of the reader.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from transcheck import __version__
from transcheck.reporters.html.texts import elements, spoken
from transcheck.reporters.html.writer import block, filled, policy, program, style

NONE = "none"
"""Stands where no edition stands alone, and where no date is known."""
_PROGRAM = ("dom", "storing", "texts", "archive")

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
    findings: tuple[Mapping[str, Any], ...] = ()
    """What the first of them say: ``code``, ``template``, ``parameters`` as
    `transcheck.reporters.html.articles` has them, and the ``message`` in English."""
    language: str = ""
    """Of the title."""
    link: str = ""
    """Where the article can be read: an address, or a way from the page to its file."""


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


@dataclass(frozen=True, slots=True)
class _Chart:
    """One table with bars; its texts are named by their keys."""

    name: str
    title: str
    column: str
    counts: Sequence[Count]
    none: str = ""
    """What is said where the name of a count is `NONE`."""
    group: str = ""
    """Of the terms that say the names; they stand as they are where it is empty."""


def page(overview: Overview) -> str:
    """Return the page."""
    program_ = program(*_PROGRAM)
    codes = {finding["code"] for one in overview.worst for finding in one.findings}
    return filled(
        "archive.html",
        overview=overview,
        charts=(
            _Chart("kind", "by_family", "family", overview.families, group="family"),
            _Chart("edition", "by_edition", "of_edition", overview.editions, "undecided_edition"),
            _times(overview.months),
        ),
        none_=NONE,
        share=_share,
        style=_style(),
        program=program_,
        policy=policy(program_, _style()),
        texts=block("texts", spoken(codes)),
        version=__version__,
        **elements(),
    )


def _times(months: Sequence[Count]) -> _Chart:
    """Return the chart of months; of many the years, as nobody reads hundreds of bars."""
    if len(months) <= _MONTHS:
        return _Chart("month", "by_month", "of_month", months, "undated")
    years: dict[str, Count] = {}
    for one in months:
        name = one.name.partition("-")[0]
        years[name] = years.get(name, Count(name)) + one
    return _Chart("year", "by_year", "of_year", tuple(years.values()), "undated")


def _style() -> str:
    return style("archive")


def _share(count: int, counts: Sequence[Count]) -> float:
    """Return how long the bar of a count is, 0 to 100, beside those of the others."""
    return round(100 * count / max(1, *(one.total for one in counts)), 2)
