"""What two numbers of a passage are bound to, and whether two editions bind them alike.

Every word of a passage speaks for the number it stands next to, the less the more words and
commas are between, and the less where another number is nearer. Of two numbers that may have
changed places only the difference counts: what speaks for the one and not for the other. Two
editions bind the two alike where these differences agree: in what the words of a trilingual
lexicon mean (killed, for, from), in names, in other facts that both editions give, and in the
vectors of all words.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import cache, lru_cache
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from transcheck.comparing.lexicon import Lexicon, concepts
from transcheck.facts.tokens import tokenize
from transcheck.languages import named
from transcheck.limits import (
    BINDING_BEFORE,
    BINDING_BEHIND,
    BINDING_BREAK,
    BINDING_DASH,
    BINDING_NUMBER,
    BINDING_SAID_ONCE,
)
from transcheck.model import Edition, Fact
from transcheck.naming.distance import Verdict
from transcheck.naming.matching import match
from transcheck.naming.value import Name

_BREAKS, _DASHES = frozenset(",;.()?!"), frozenset("-–—:")
_LOST = "defeats"
_SMALL = 1e-9


class Evidence(NamedTuple):
    """How two editions bind the same two numbers: above 0 alike, below 0 the other way round."""

    words: float
    """By the lexicon, -1 to 1."""
    names: float
    """By names, -1 to 1."""
    facts: float
    """By other facts that both have, -1 to 1."""
    vectors: float
    """By the vectors of words, -1 to 1."""
    order: float
    """1 where the two stand in the same order, else -1."""

    @property
    def known(self) -> float:
        """Return what is no matter of vectors."""
        return self.words + self.names + self.facts


class Binding(NamedTuple):
    """What speaks for the first of two numbers (above 0) and for the second (below 0)."""

    concepts: Mapping[str, float]
    names: tuple[tuple[str, float], ...]
    facts: Mapping[int, float]
    vectors: tuple[NDArray[np.float32], NDArray[np.float32]]
    """The sum of the words that speak for the one that comes first in the text, and for the
    other."""
    first_leads: bool
    language: str
    score: tuple[str, ...] | None
    """The names of the passage in order, where the two are of a score; the empty tuple where the
    loser may be named first and the score is still the winner's. Else None."""


class Passage:
    """The words and facts of one edition's side of a bead, ready to be asked for bindings."""

    def __init__(
        self, edition: Edition, side: Sequence[int], facts: Iterable[Fact], names: Iterable[Fact]
    ) -> None:
        """Read a passage.

        Args:
            edition: the edition.
            side: its segments in the bead.
            facts: its facts that are no names; each is one token.
            names: its names.
        """
        self.language = named(edition.language)
        lexicon = concepts(self.language)
        self.items: list[_Item] = []
        self.places: dict[Fact, int] = {}
        self.called: list[str] = []
        """All that may be names, in order: a team may open its sentence."""
        for index in side:
            own = [fact for fact in facts if fact.segment == index]
            here = [fact for fact in names if fact.segment == index]
            self.called += (fact.text for fact in here)
            called = [f for f in here if isinstance(f.value, Name) and f.value.certain]
            self._read(edition.segments[index].text, own, called, lexicon)
            self.items.append(_Item(".", "break"))

    def _read(
        self, text: str, facts: Sequence[Fact], names: Sequence[Fact], lexicon: Lexicon
    ) -> None:
        done: set[Fact] = set()
        for token in tokenize(text):
            inside = [f for f in facts if f.start < token.end and token.start < f.end]
            for fact in inside:
                if fact not in done:
                    done.add(fact)
                    self.places[fact] = len(self.items)
                    self.items.append(_Item(fact.text, "fact"))
            if inside:
                continue
            name = next((f for f in names if f.start <= token.start < f.end), None)
            self.items.append(_item(token.text, token.raw, token.kind, name, lexicon))

    def binding(self, first: Fact, second: Fact, others: Mapping[Fact, int]) -> Binding:
        """Return what speaks for two of its facts.

        `others` numbers the claims of the facts that other editions give as well.
        """
        here, there = self.places[first], self.places[second]
        says = self._says(here, there)
        meant: dict[str, float] = {}
        called: list[tuple[str, float]] = []
        vectors = np.zeros((2, _dimension()), dtype=np.float32)
        for at, (item, say) in enumerate(zip(self.items, says, strict=True)):
            following = self._number_behind(at) if item.before else at
            if following in {here, there}:
                say = 1.0 if following == here else -1.0
                for concept in item.before:
                    meant[concept] = meant.get(concept, 0.0) + say
            if item.kind not in {"word", "name"} or not say:
                continue
            if item.kind == "name":
                called.append((item.text, say))
            else:
                vectors[int((say > 0) != (here < there))] += abs(say) * _vector(item.text)
            for concept in item.concepts:
                meant[concept] = meant.get(concept, 0.0) + say
        given = {others[f]: says[at] for f, at in self.places.items() if f in others}
        return Binding(
            meant,
            tuple(called),
            given,
            (vectors[0], vectors[1]),
            here < there,
            self.language.code,
            self._score(here, there),
        )

    def _score(self, here: int, there: int) -> tuple[str, ...] | None:
        between = self.items[min(here, there) + 1 : max(here, there)]
        # The sets of a match follow each other: 7-6, 6-3.
        if not any(item.kind == "dash" for item in between) or any(
            item.kind not in {"dash", "fact"} and item.text != "," for item in between
        ):
            return None
        lost = any(_LOST in item.concepts for item in self.items)
        return () if lost else tuple(self.called)

    def _number_behind(self, at: int) -> int:
        """Return the place behind a word, articles left out."""
        following = at + 1
        while following < len(self.items) and self.items[following].kind == "article":
            following += 1
        return following

    def _says(self, here: int, there: int) -> list[float]:
        """Return for every item how much more it speaks for the fact at `here` than `there`."""
        one, two = self._nearness(here), self._nearness(there)
        return [a - b for a, b in zip(one, two, strict=True)]

    def _nearness(self, at: int) -> list[float]:
        found = [0.0] * len(self.items)
        for steps, decay in (
            (range(at + 1, len(found)), BINDING_BEHIND),
            (range(at - 1, -1, -1), BINDING_BEFORE),
        ):
            left = 1.0
            for i in steps:
                item = self.items[i]
                found[i] = left
                left *= _PASSING.get(item.kind, decay)
        return found


class _Item(NamedTuple):
    text: str
    kind: str
    """``word``, ``name``, ``fact``, ``break``, ``dash``, ``article`` or ``other``."""
    concepts: frozenset[str] = frozenset()
    before: frozenset[str] = frozenset()
    """Concepts that it has right before a number."""


_PASSING = {
    "fact": BINDING_NUMBER,
    "break": BINDING_BREAK,
    "dash": BINDING_DASH,
    "article": 1.0,
    "other": 1.0,
}


def _item(text: str, raw: str, kind: str, name: Fact | None, lexicon: Lexicon) -> _Item:
    if kind != "word":
        if text in _BREAKS:
            return _Item(text, "break")
        return _Item(text, "dash" if text in _DASHES else "other")
    if text in lexicon.links:
        return _Item(text, "break")
    if text in lexicon.articles:
        return _Item(text, "article")
    near = lexicon.near(text)
    if name is not None and raw[:1].isupper():
        return _Item(raw, "name", near)
    return _Item(text, "word", near, lexicon.before.get(text, frozenset()))


def compare(left: Binding, right: Binding) -> Evidence:
    """Return how two editions bind the same two numbers."""
    if left.score is not None and right.score is not None:
        return Evidence(_scores(left, right), 0.0, 0.0, 0.0, 0.0)
    shared = left.concepts.keys() & right.concepts.keys()
    given = left.facts.keys() & right.facts.keys()
    names = [
        (a, b) for one, a in left.names for two, b in right.names if _same(one, left, two, right)
    ]
    return Evidence(
        _agreement([(left.concepts[c], right.concepts[c]) for c in sorted(shared)], left, right),
        _agreement(names, left, right),
        _agreement([(left.facts[c], right.facts[c]) for c in sorted(given)], left, right),
        _likeness(left, right),
        1.0 if left.first_leads == right.first_leads else -1.0,
    )


def _scores(left: Binding, right: Binding) -> float:
    """Return whether two scores are of the same side, seen from who is named first."""
    same = 1.0 if left.first_leads == right.first_leads else -1.0
    if not left.score or not right.score:
        return 0.0
    shared = [
        (i, j)
        for i, one in enumerate(left.score)
        for j, two in enumerate(right.score)
        if _same(one, left, two, right)
    ]
    if len(shared) > 1:
        return same if shared[0][1] < shared[1][1] else -same
    return same if all((i == 0) == (j == 0) for i, j in shared) else -same


def _same(name: str, left: Binding, other: str, right: Binding) -> bool:
    return match(name, left.language, other, right.language) is Verdict.SAME


def _agreement(pairs: Sequence[tuple[float, float]], left: Binding, right: Binding) -> float:
    """Return how far pairs of differences agree in sign, weighed by their size, -1 to 1.

    What speaks for the number that comes first in both editions hardly counts: a verb or noun
    that is said once, with the first number, is meant for both.
    """
    total = signed = 0.0
    for a, b in pairs:
        size = abs(a * b) ** 0.5
        if (a > 0) == left.first_leads and (b > 0) == right.first_leads:
            size *= BINDING_SAID_ONCE
        total += size
        signed += size if (a > 0) == (b > 0) else -size
    return signed / max(total, 1.0)


def _likeness(left: Binding, right: Binding) -> float:
    """Return the same of the vectors of words: the cosine of the differences, -1 to 1."""
    (lead, trail), (first, last) = left.vectors, right.vectors
    size = float(np.linalg.norm(lead - trail) * np.linalg.norm(first - last))
    if size < _SMALL:
        return 0.0
    said = BINDING_SAID_ONCE * (lead @ first) - lead @ last - trail @ first + trail @ last
    cosine = max(-1.0, min(1.0, float(said) / size))
    return cosine if left.first_leads == right.first_leads else -cosine


@cache
def _dimension() -> int:
    from transcheck.embedding.static import load

    return load().dimension


@lru_cache(maxsize=16384)
def _vector(word: str) -> NDArray[np.float32]:
    """Return the sum of the vectors of a word's pieces: the rarer the word, the longer."""
    from transcheck.embedding.static import load

    return load().total(word)
