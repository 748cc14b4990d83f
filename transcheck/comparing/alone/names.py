"""Names at the top of a text in whose place the rest has another one.

"In Lutsk" over a text that says "in Kovel" and nothing of Lutsk. There are three ways to see that
two names are meant for one: in the first sentences they stand behind the same word, a preposition
or what somebody is (mayor, Olha); a clause says nothing new but its place ("the store in Yampil"
of a text about a store); somebody is named who was never introduced, and whoever was introduced
by a name like it is never named again.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import islice
from typing import NamedTuple

from rapidfuzz.distance import OSA, Prefix

from transcheck.comparing.alone.dates import echoed
from transcheck.comparing.alone.tops import (
    Contradiction,
    Top,
    between,
    headline,
    parted,
    stem,
    tops,
    words,
)
from transcheck.languages import named
from transcheck.limits import (
    ALONE_NAMES_ALIKE,
    ALONE_NAMES_BEGINNING,
    ALONE_NAMES_LIKE,
    ALONE_NAMES_OFTEN,
)
from transcheck.model import Edition, Fact
from transcheck.naming.inflection import base_set
from transcheck.naming.letters import plain
from transcheck.naming.value import Form, Name, NameWord

_ENDINGS = range(2, 5)
"""Letters that differ between them: Марченко, Марчук. One is a slip, more are other words."""
_PLACE = "@"
"""What is written for all words before a place that mean the same."""


class _Placed(NamedTuple):
    fact: Fact
    word: NameWord
    before: frozenset[str]
    """The word before it, and the one before the whole name."""

    @property
    def start(self) -> int:
        """Return where it starts in its segment."""
        return self.fact.start + self.word.start

    @property
    def alone(self) -> bool:
        """Return whether no other word of the name stands beside it."""
        return self.fact.text == self.word.text

    @property
    def introduced(self) -> bool:
        """Return whether a given name stands before it."""
        return any(word.certain and word.start < self.word.start for word in _words(self.fact))


class _Text(NamedTuple):
    """A text and the names in it, those of its top apart."""

    edition: Edition
    top: Top
    head: list[_Placed]
    body: list[_Placed]

    def told(self, one: _Placed) -> list[_Placed]:
        """Return where the body has a name, in any form or by another name of the tables."""
        return [other for other in self.body if _same(one, other)]

    def made_from(self, one: _Placed, other: _Placed) -> bool:
        """Return whether the body has a word made from a name, other than another name."""
        start = plain(one.word.text)[:ALONE_NAMES_ALIKE]
        taken = {(p.fact.segment, p.start) for p in self.told(other)}
        return any(
            (segment.index, at.start()) not in taken
            for segment in self.edition.segments
            if segment.index not in self.top.segments
            for at in re.finditer(re.escape(start), plain(segment.text))
        )


def contradicted_names(edition: Edition, facts: Sequence[Fact]) -> Iterator[Contradiction]:
    """Yield the names of headline and lead that the text under them has another name for."""
    for top in tops(edition):
        head, body = parted(edition, facts, top)
        text = _Text(
            edition,
            top,
            [place for fact in head for place in _placed(edition, fact)],
            [place for fact in body for place in _placed(edition, fact)],
        )
        for one in text.head:
            found = _in_its_place(text, one) if one.word.certain and not text.told(one) else ()
            for other in islice(found, 1):
                yield Contradiction(_of_word(one), _of_word(other), top.headline)


def _in_its_place(text: _Text, one: _Placed) -> Iterator[_Placed]:
    """Yield the names of the body that are meant for one of the top."""
    for other in text.body:
        if other.fact.segment < one.fact.segment or any(_same(other, p) for p in text.head):
            continue
        sure = other.word.certain and len(text.told(other)) >= ALONE_NAMES_OFTEN
        known = sure and not (_wide(text, one) or _wide(text, other))
        alike = known and not one.before.isdisjoint(other.before)
        if (
            (alike and text.top.headline and _begins(text, one, other))
            or (alike and _PLACE in one.before and _same_clause(text, one, other))
            or _unheard_of(text, one, other)
        ):
            yield other


def _begins(text: _Text, one: _Placed, other: _Placed) -> bool:
    """Return whether the first sentences have a name, and a word of the headline beside it."""
    if other.fact.segment > max(text.top.segments) + ALONE_NAMES_BEGINNING or text.made_from(
        one, other
    ):
        return False
    return not _stems(text.edition, one.fact).isdisjoint(_stems(text.edition, other.fact))


def _same_clause(text: _Text, one: _Placed, other: _Placed) -> bool:
    """Return whether all that is said before a place is said above, and in the headline too."""
    edition = text.edition
    return not text.made_from(one, other) and all(
        any(echoed(edition, segment, other.fact, behind=False) for segment in segments)
        for segments in (text.top.segments, headline(edition))
    )


def _unheard_of(text: _Text, one: _Placed, other: _Placed) -> bool:
    """Return whether somebody is named who was not introduced, but somebody of a like name."""
    mine, theirs = plain(one.word.text), plain(other.word.text)
    return (
        one.introduced
        and Prefix.similarity(mine, theirs) >= ALONE_NAMES_LIKE
        and OSA.distance(mine, theirs) in _ENDINGS
        and all(place.alone for place in text.told(other))
    )


def _placed(edition: Edition, fact: Fact) -> Iterator[_Placed]:
    """Yield the words of a name that are no common ones, with the words before each."""
    first = next((word for word in _words(fact) if word.certain), None)
    for word in _words(fact):
        if word.form is Form.WORD and not word.common:
            before = {_before(edition, fact, word), _before(edition, fact, first or word)} - {""}
            yield _Placed(fact, word, frozenset(before))


def _words(fact: Fact) -> tuple[NameWord, ...]:
    return fact.value.words if isinstance(fact.value, Name) else ()


def _before(edition: Edition, fact: Fact, word: NameWord) -> str:
    """Return the first letters of the word before one, or what stands for all before places."""
    tokens = between(edition, fact.segment, 0, fact.start + word.start)
    before = tokens[-1] if tokens and tokens[-1].isalpha() else ""
    return _PLACE if before in words(named(edition.language))["place"] else stem(before)


def _same(one: _Placed, other: _Placed) -> bool:
    """Return whether two words are forms of one name, or names of one thing by the tables."""
    own = base_set(one.word.text, one.word.language)
    return not own.isdisjoint(base_set(other.word.text, other.word.language)) or not (
        one.word.entities.isdisjoint(other.word.entities)
    )


def _wide(text: _Text, one: _Placed) -> bool:
    """Return whether a name is of a country or a region, which a town may stand for."""
    sentence = text.edition.segments[one.fact.segment].text
    behind = between(text.edition, one.fact.segment, one.fact.end, len(sentence))
    area = words(named(text.edition.language))["area"]
    return (bool(behind) and behind[0] in area) or any(
        len(key) == 2 and key.isupper() for key in one.word.entities
    )


def _stems(edition: Edition, fact: Fact) -> frozenset[str]:
    text = edition.segments[fact.segment].text
    tokens = between(edition, fact.segment, 0, len(text))
    return frozenset(
        stem(token) for token in tokens if len(token) >= ALONE_NAMES_ALIKE and token.isalpha()
    )


def _of_word(one: _Placed) -> Fact:
    """Return the fact of a single word of a name."""
    start = one.fact.start + one.word.start
    end = start + len(one.word.text)
    return one.fact._replace(text=one.word.text, start=start, end=end)
