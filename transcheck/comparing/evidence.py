"""The facts of each bead, ready to be put to the vote."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from transcheck.comparing.consensus import Passage
from transcheck.comparing.passages import parts
from transcheck.detecting.sentences import judge, may_be_foreign
from transcheck.languages import named
from transcheck.model import Bead, Comparison, Cut, Edition, Fact, Kind

WINDOW = 1
"""Sentences before and after a passage in which a fact counts as said: translators move
facts to the sentence beside it."""
_HEAD = 6
"""Sentences at the top of an edition among which its stamp stands: behind the headline, the
author, a menu of languages, a lead."""
_STAMP_WORDS = 4
"""Words of a stamp besides date and time: "Published", "Author:" and a name."""
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
    for index in range(min(_HEAD, len(edition.segments))):
        facts = by_segment.get(index, ())
        if {"date", "time"} <= {fact.kind for fact in facts}:
            text = edition.segments[index].text
            for fact in reversed(facts):
                text = text[: fact.start] + " " + text[fact.end :]
            if (
                len(_WORDS.findall(text)) <= _STAMP_WORDS
                and text.rstrip()[-1:] not in _SENTENCE_END
            ):
                del by_segment[index]
    return by_segment


def _beside(side: tuple[int, ...]) -> list[int]:
    """Return the indexes of the sentences beside a side."""
    if not side:
        return []
    return [i for i in range(side[0] - WINDOW, side[-1] + WINDOW + 1) if i not in side]


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
