"""The facts of each bead, ready to be put to the vote."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from operator import itemgetter
from typing import NamedTuple

from transcheck.comparing.consensus import Claim, Passage
from transcheck.comparing.pairing import Judge
from transcheck.comparing.passages import parts
from transcheck.detecting.sentences import judge, may_be_foreign
from transcheck.facts.exact import Exact, size
from transcheck.facts.numbers.records import Form, Quantity
from transcheck.facts.numbers.units import unit
from transcheck.languages import named
from transcheck.limits import (
    COMPARING_EVIDENCE_HEAD,
    COMPARING_EVIDENCE_LARGE,
    COMPARING_EVIDENCE_MOST,
    COMPARING_EVIDENCE_SMALLEST,
    COMPARING_EVIDENCE_STAMP_WORDS,
    COMPARING_EVIDENCE_WINDOW,
)
from transcheck.model import Bead, Comparison, Cut, Edition, Fact, Kind

_SENTENCE_END = frozenset(".!?…")
_WORDS = re.compile(r"[^\W\d_]{2,}")
BRIEF = (Kind.HEADLINE, Kind.CAPTION, Kind.BYLINE)


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a sentence that stands in some editions only, and is a finding by itself."""

    edition: int
    """An edition that has it."""
    segment: int
    start: int
    end: int
    lacking: frozenset[int]
    """The editions that do not have it."""


class BeadFacts(NamedTuple):
    """The facts of one bead."""

    bead: Bead
    passage: Passage
    headline: bool
    """True for headlines and captions, which leave out what the story has."""
    parts: tuple[Part, ...] = ()

    def lacking(self, edition: int, fact: Fact) -> frozenset[int]:
        """Return the editions that lack the part of the sentence in which a fact stands."""
        return frozenset(
            n
            for part in self.parts
            if (part.edition, part.segment) == (edition, fact.segment)
            and part.start <= fact.start < part.end
            for n in part.lacking
        )


def bead_facts(comparison: Comparison, kinds: frozenset[str]) -> Iterator[BeadFacts]:
    """Yield the facts of the given kinds for every bead that at least two editions have.

    Beads without any are left out.
    """
    article = comparison.article
    cuts: dict[int, list[Cut]] = {}
    for cut in comparison.alignment.cuts:
        cuts.setdefault(cut.bead, []).append(cut)
    by_segment = [
        _without_stamps(edition, _by_segment(facts, kinds))
        for edition, facts in zip(article.editions, comparison.facts, strict=True)
    ]
    for number, bead in enumerate(comparison.alignment.beads):
        sides = bead.sides
        present = tuple([n for n, side in enumerate(sides) if side])
        if len(present) < 2:
            continue
        own = tuple([_said(by_segment[n], side) for n, side in enumerate(sides)])
        if not any(own):
            continue
        around = tuple([_said(by_segment[n], _beside(side)) for n, side in enumerate(sides)])
        first = article.editions[present[0]].segments[sides[present[0]][0]]
        yield BeadFacts(
            bead,
            Passage(present, own, around),
            first.kind in BRIEF,
            tuple([part for cut in cuts.get(number, ()) for part in _parts(comparison, cut)]),
        )


def _said(by_segment: Mapping[int, Sequence[Fact]], segments: Sequence[int]) -> tuple[Fact, ...]:
    found: list[Fact] = []
    for index in segments:
        if index in by_segment:
            found += by_segment[index]
    return tuple(found)


def _by_segment(facts: tuple[Fact, ...], kinds: frozenset[str]) -> dict[int, list[Fact]]:
    found: dict[int, list[Fact]] = {}
    for fact in facts:
        if fact.kind in kinds:
            found.setdefault(fact.segment, []).append(fact)
    return found


def _without_stamps(
    edition: Edition, by_segment: dict[int, list[Fact]]
) -> Mapping[int, Sequence[Fact]]:
    """Return facts without those of lines that say when an edition went online.

    Each edition has its own: "17.10.2025 10:02 | Author: …".
    """
    for index in range(min(COMPARING_EVIDENCE_HEAD, len(edition.segments))):
        facts = by_segment.get(index, ())
        if {"date", "time"} <= {fact.kind for fact in facts}:
            text = edition.segments[index].text
            for fact in reversed(facts):
                text = text[: fact.start] + " " + text[fact.end :]
            if (
                len(_WORDS.findall(text)) <= COMPARING_EVIDENCE_STAMP_WORDS
                and text.rstrip()[-1:] not in _SENTENCE_END
            ):
                del by_segment[index]
    return by_segment


def _beside(side: tuple[int, ...]) -> list[int]:
    """Return the indexes of the sentences beside a side."""
    if not side:
        return []
    return [
        i
        for i in range(
            side[0] - COMPARING_EVIDENCE_WINDOW, side[-1] + COMPARING_EVIDENCE_WINDOW + 1
        )
        if i not in side
    ]


def without_foreign(comparison: Comparison, found: BeadFacts) -> BeadFacts:
    """Return the facts of a bead without the editions that left it in another language.

    Such a sentence is a finding by itself, and its words mean something else.
    """
    present = tuple(
        n
        for n in found.passage.present
        if not any(is_foreign(comparison.article.editions[n], i) for i in found.bead.sides[n])
    )
    return found._replace(passage=replace(found.passage, present=present))


def is_foreign(edition: Edition, index: int) -> bool:
    """Return whether a sentence of an edition is in another language."""
    home, text = named(edition.language), edition.segments[index].text
    return may_be_foreign(text, home) and judge(text, home) is not None


def _parts(comparison: Comparison, cut: Cut) -> Iterator[Part]:
    languages = [edition.language for edition in comparison.article.editions]
    lacking = frozenset(range(len(languages))).difference(n for n, _, _ in cut.parts)
    for place in parts(comparison, cut):
        edition = languages.index(place.language)
        yield Part(edition, place.segment, place.start, place.end, lacking)


_ROUNDED = Fraction(1, 20)
"""How far off a rounded number may be, as a part of it."""


class Numbers(NamedTuple):
    """The numbers of all editions of an article."""

    by_value: Sequence[Sequence[tuple[Exact, Fact]]]
    """Of each edition, in the order of their value in the first unit of its dimension."""
    judge: Judge

    def elsewhere(self, claim: Claim, bead: Sequence[Sequence[int]]) -> frozenset[int]:
        """Return the editions that say a claim outside of a bead, and not in it."""
        return frozenset(
            n
            for n in range(len(self.by_value))
            if n not in claim.makers and bead[n] and self._has(claim, n, bead[n])
        )

    def _has(self, claim: Claim, n: int, side: Sequence[int]) -> bool:
        return all(
            any(
                other.segment not in side and self._same(a, claim.facts[a][0], n, other)
                for other in self._near(n, _value(claim.facts[a][0]))
            )
            for a in claim.editions
        )

    def _near(self, n: int, value: Exact) -> Iterator[Fact]:
        """Yield the numbers of an edition that may be a value, rounded or not."""
        own = self.by_value[n]
        off = size(value) * _ROUNDED
        first = bisect_left(own, value - off, key=itemgetter(0))
        yield from (
            fact
            for found, fact in own[first : first + COMPARING_EVIDENCE_MOST]
            if found <= value + off
        )

    def _same(self, a: int, fact: Fact, n: int, other: Fact) -> bool:
        likeness = self.judge(a, fact, n, other)
        # The 310th kilometre is kilometre 310; the third of something is not three.
        firm = not likeness.weak or _size(fact) >= COMPARING_EVIDENCE_LARGE
        return likeness.agrees and likeness.covers and firm


def numbers(comparison: Comparison, judge: Judge) -> Numbers:
    """Return the numbers of an article, ready to be looked for."""
    return Numbers(
        [
            sorted(
                ((_value(fact), fact) for fact in facts if isinstance(fact.value, Quantity)),
                key=itemgetter(0),
            )
            for facts in comparison.facts
        ],
        judge,
    )


def weighty(claim: Claim, smallest: int = COMPARING_EVIDENCE_SMALLEST) -> bool:
    """Return whether a claim is a number that hardly stands twice in an article by chance.

    Bare counts are from `smallest` on.
    """
    said = [facts[0].value for facts in claim.facts if facts]
    return all(
        isinstance(value, Quantity)
        and (value.form is not Form.ORDINAL or size(value.low) >= COMPARING_EVIDENCE_LARGE)
        and not value.vague
        and (size(value.low) >= smallest or value.low.denominator > 1 or _measured(value))
        for value in said
    )


def _measured(value: Quantity) -> bool:
    return bool(value.units) and unit(value.unit).dimension not in {"time", "times"}


def _value(fact: Fact) -> Exact:
    value = fact.value
    if not isinstance(value, Quantity):
        return 0
    return unit(value.unit).base(value.low) if value.units else value.low


def _size(fact: Fact) -> Exact:
    return size(fact.value.low) if isinstance(fact.value, Quantity) else 0
