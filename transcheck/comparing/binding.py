"""What two numbers of a passage are bound to.

Every word of a passage speaks for the number it stands next to, the less the more words and
commas are between, and the less where another number is nearer. Of two numbers that may have
changed places only the difference counts: what speaks for the one and not for the other.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from transcheck.comparing.lexicon import Lexicon, concepts
from transcheck.facts.tokens import tokenize
from transcheck.languages import named
from transcheck.limits import (
    BINDING_BEFORE,
    BINDING_BEHIND,
    BINDING_BREAK,
    BINDING_DASH,
    BINDING_NUMBER,
    BINDING_SHORT,
    BINDING_WHISPER,
)
from transcheck.model import Edition, Fact

_BREAKS, _DASHES = frozenset(",;.()?!"), frozenset("-–—:")
_LOST = "defeats"


class Binding(NamedTuple):
    """What speaks for the first of two numbers (above 0) and for the second (below 0)."""

    concepts: Mapping[str, float]
    names: tuple[tuple[str, float], ...]
    facts: Mapping[int, float]
    words: tuple[tuple[str, frozenset[str], float], ...]
    """Words that are no names, what the lexicon says they mean, and for whom they speak."""
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
        """All that may be names, in order."""
        for index in side:
            own = [fact for fact in facts if fact.segment == index]
            here = [fact for fact in names if fact.segment == index]
            self.called += (fact.text for fact in here)
            self._read(edition.segments[index].text, own, here, lexicon)
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
        words: list[tuple[str, frozenset[str], float]] = []
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
            elif len(item.text) > BINDING_SHORT and abs(say) > BINDING_WHISPER:
                words.append((item.text, item.concepts, say))
            for concept in item.concepts:
                meant[concept] = meant.get(concept, 0.0) + say
        given = {others[f]: says[at] for f, at in self.places.items() if f in others}
        return Binding(
            meant,
            tuple(called),
            given,
            tuple(words),
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
