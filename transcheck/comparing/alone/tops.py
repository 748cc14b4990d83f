"""The top of a text, and the words around its facts: what they are said of."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from typing import NamedTuple

from transcheck.comparing.lexicon import concepts
from transcheck.facts.tokens import tokenize
from transcheck.languages import Language, named
from transcheck.limits import TOPS_AROUND, TOPS_IN_HEADLINE, TOPS_SHORTEST, TOPS_STEM
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


_BEFORE = "before"
"""What the lexicon calls words such as earlier."""


@cache
def words(language: Language) -> Mapping[str, frozenset[str]]:
    """Return the words of the table ``alone`` by what they are; none where it lacks a kind."""
    rows = {row[0]: frozenset(row[1].split()) for row in language.rows("alone")}
    return defaultdict(frozenset, rows)


def stem(word: str) -> str:
    """Return the first letters of a word, which its forms have in common."""
    return word[:TOPS_STEM]


def between(edition: Edition, segment: int, start: int, end: int) -> list[str]:
    """Return the words and marks of a part of a sentence, in small letters."""
    return [token.text for token in tokenize(edition.segments[segment].text[start:end])]


def word_before(edition: Edition, fact: Fact) -> str:
    """Return the word right before a fact, or the empty string."""
    tokens = between(edition, fact.segment, 0, fact.start)
    return tokens[-1] if tokens and tokens[-1].isalpha() else ""


def word_behind(edition: Edition, fact: Fact) -> str:
    """Return the beginning of the word right behind a fact, or the empty string."""
    text = edition.segments[fact.segment].text
    tokens = between(edition, fact.segment, fact.end, len(text))
    return stem(tokens[0]) if tokens and len(tokens[0]) >= TOPS_SHORTEST else ""


def said_of(edition: Edition, fact: Fact) -> tuple[frozenset[str], frozenset[str]]:
    """Return what the words around a fact mean by the lexicon of roles, and their stems."""
    before = [t for t in between(edition, fact.segment, 0, fact.start) if t[0].isalpha()]
    text = edition.segments[fact.segment].text
    behind = [t for t in between(edition, fact.segment, fact.end, len(text)) if t[0].isalpha()]
    is_head = edition.segments[fact.segment].kind is Kind.HEADLINE
    most = TOPS_IN_HEADLINE if is_head else TOPS_AROUND
    around = before[-most:] + behind[:most]
    lexicon = concepts(named(edition.language))
    meant = frozenset(concept for word in around for concept in lexicon.near(word))
    return meant, frozenset(stem(word) for word in around if len(word) >= TOPS_SHORTEST)


def of_another_time(one: frozenset[str], other: frozenset[str]) -> bool:
    """Return whether only one of two facts is said to be earlier, by what is meant around them."""
    return (_BEFORE in one) != (_BEFORE in other)
