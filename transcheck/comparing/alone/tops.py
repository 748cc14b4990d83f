"""The top of a text, its headline and its lead, which the rest may contradict."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from transcheck.model import Edition, Fact, Kind

_BESIDE = (Kind.CAPTION, Kind.BYLINE, Kind.FURNITURE, Kind.HEADING)


class Top(NamedTuple):
    """The headline of a text, or its lead."""

    segments: frozenset[int]
    headline: bool


class Contradiction(NamedTuple):
    """A fact at the top of a text and the one that the rest has in its place."""

    said: Fact
    other: Fact
    headline: bool
    """Whether the headline says it; else the lead."""

    @property
    def facts(self) -> tuple[Fact, ...]:
        """Return the facts concerned."""
        return (self.said, self.other)


def headline(edition: Edition) -> frozenset[int]:
    """Return the segments that are the headline of an edition."""
    return frozenset(s.index for s in edition.segments if s.kind is Kind.HEADLINE)


def tops(edition: Edition) -> Iterator[Top]:
    """Yield the headline, if there is one, and the lead: the first paragraph behind it."""
    top = headline(edition)
    if top:
        yield Top(top, headline=True)
    told = [s for s in edition.segments if s.index not in top and s.kind not in _BESIDE]
    if told:
        lead = frozenset(s.index for s in told if s.block == told[0].block)
        yield Top(lead, headline=False)


def parted(edition: Edition, facts: Sequence[Fact], top: Top) -> tuple[list[Fact], list[Fact]]:
    """Return the facts of the top, and of everything else that the article says."""
    told = [f for f in facts if edition.segments[f.segment].kind not in _BESIDE]
    return (
        [f for f in told if f.segment in top.segments],
        [f for f in told if f.segment not in top.segments],
    )
