"""The words of a bead side by side: how near each is in meaning to those of the other editions.

Words have the vectors of the static encoder, whatever encoder aligned the sentences: it has
one for every word by itself. A cosine is rounded, so that it is the same on every processor.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from transcheck.aligning.landmarks import landmarks
from transcheck.aligning.telling import kin
from transcheck.embedding import static
from transcheck.facts.limits import bounded
from transcheck.facts.tokens import tokenize
from transcheck.languages import Language, named
from transcheck.limits import TELLING_TELLING, WORDWISE_DECIMALS
from transcheck.model import Article, Bead, Comparison, Edition, Occurrence

Matrix = NDArray[np.float32]
Vectors = tuple[Matrix, NDArray[np.float32], Mapping[str, int]]
"""Of different words: their vectors, how much each weighs in a text, and the row of each."""

_PIECE = re.compile(r"[^-\u2010\u2011\u2212\ufe63\uff0d]+")


class Word(NamedTuple):
    """A word without hyphens, or a run of digits."""

    segment: int
    start: int
    end: int
    """Its place in the segment."""
    text: str
    """In small letters, with one sign for each variant."""
    raw: str


class Side:
    """What one edition says in a bead, word by word."""

    __slots__ = (
        "breaks", "capital", "kin", "language", "lengths", "marks", "sizes", "telling",
        "vectors", "words",
    )  # fmt: skip

    def __init__(
        self,
        language: Language,
        words: Sequence[Word],
        breaks: frozenset[int],
        table: Vectors | None = None,
    ) -> None:
        """Take the words, and their vectors from a table; without one they are looked up."""
        self.language = language
        self.words = tuple(words)
        self.breaks = breaks
        """Words before which a clause or sentence begins: behind a mark of punctuation."""
        texts = [word.text for word in words]
        vectors, lengths, places = table or vectors_of(texts)
        at = [places[text] for text in texts]
        self.vectors, self.lengths = vectors[at], lengths[at]
        """Rows of norm 1, and how much each word weighs in a text."""
        digits = np.array([word.text.isdigit() for word in words], dtype=bool)
        self.telling = (self.lengths >= TELLING_TELLING) | digits
        """Which words are numbers or no function words."""
        self.capital = np.array([word.raw[0].isupper() for word in words], dtype=np.float32)
        self.sizes = np.array([len(word.text) for word in words], dtype=np.float32)
        self.marks = [(i, mark) for i, word in enumerate(words) for mark in landmark(word)]
        """What numbers and names look like in every language, each with its word."""
        self.kin = [(i, it) for i, word in enumerate(words) if (it := kin(word.text))]
        """The consonants of words that are long enough to be told by them."""

    def __len__(self) -> int:
        """Return the number of words."""
        return len(self.words)

    def tells(self, i: int) -> bool:
        """Return whether a word is a number or no function word."""
        return bool(self.telling[i])

    def place(self, first: int, last: int, texts: Sequence[str]) -> Occurrence:
        """Return the words from `first` to `last` of one segment as an occurrence.

        Args:
            first: index of the first word.
            last: index of the last; what is behind the segment of the first is left out.
            texts: the texts of all segments of the edition.
        """
        begin = self.words[first]
        end = next(w for w in reversed(self.words[: last + 1]) if w.segment == begin.segment)
        text = texts[begin.segment][begin.start : end.end]
        return Occurrence(self.language.code, begin.segment, begin.start, end.end, text)


Sides = tuple[Side | None, ...]
"""What each edition says in a bead; None where it says nothing."""


def wordwise(comparison: Comparison) -> tuple[Sides, ...]:
    """Return the sides of every bead. Checks ask for it by ``comparison.once(wordwise)``."""
    article = comparison.article
    return tuple(sides_of(article, comparison.alignment.beads))


def sides(article: Article, bead: Bead) -> Sides:
    """Return the words of each edition's side of a bead; None where it has none."""
    return next(sides_of(article, [bead]))


def sides_of(article: Article, beads: Sequence[Bead]) -> Iterator[Sides]:
    """Yield the sides of beads, the vectors of all their words looked up at once."""
    told = [
        [_words(edition, side) for edition, side in zip(article.editions, bead.sides, strict=True)]
        for bead in beads
    ]
    table = vectors_of(word.text for bead in told for words, _ in bead for word in words)
    languages = [named(edition.language) for edition in article.editions]
    for bead in told:
        yield tuple(
            Side(language, words, breaks, table) if words else None
            for language, (words, breaks) in zip(languages, bead, strict=True)
        )


def vectors_of(texts: Iterable[str]) -> Vectors:
    """Return the vectors of different words, how much each weighs, and the row of each."""
    different = list(dict.fromkeys(texts))
    vectors, lengths = static.load().words(different)
    return vectors, lengths, {text: n for n, text in enumerate(different)}


def _words(edition: Edition, indexes: Sequence[int]) -> tuple[list[Word], frozenset[int]]:
    """Return the words of some segments, and those before which a clause begins."""
    words: list[Word] = []
    breaks: set[int] = set()
    for index in indexes:
        breaks.add(len(words))
        for start, end, text, raw, kind in tokenize(bounded(edition.segments[index].text)).all:
            if kind == "mark":
                breaks.add(len(words))
            elif kind == "digits" or "-" not in text or len(raw) != len(text):
                words.append(Word(index, start, end, text, raw))
            else:
                words += [
                    Word(index, start + m.start(), start + m.end(), m[0], raw[slice(*m.span())])
                    for m in _PIECE.finditer(text)
                ]
    return words, frozenset(breaks)


def landmark(word: Word) -> frozenset[str]:
    """Return what a number or name looks like in every language; nothing for other words."""
    return _landmark(word.raw) if word.raw[0].isupper() or word.text.isdigit() else frozenset()


@lru_cache(maxsize=8192)
def _landmark(raw: str) -> frozenset[str]:
    # Alone it would stand where a sentence begins, and be no name.
    return landmarks(f"a {raw}")


def placed(comparison: Comparison, sides: Sides, edition: int, first: int, last: int) -> Occurrence:
    """Return words of one edition's side of a bead as an occurrence.

    Raises:
        ValueError: the edition says nothing there.
    """
    side = sides[edition]
    if side is None:
        raise ValueError("no words on that side")
    texts = [segment.text for segment in comparison.article.editions[edition].segments]
    return side.place(first, last, texts)


def nearness(a: Side, b: Side) -> Matrix:
    """Return the cosine of each word of `a` with each of `b`: shape (len(a), len(b))."""
    return np.round(a.vectors @ b.vectors.T, WORDWISE_DECIMALS)


def around(side: Side, first: int, last: int, reach: int) -> list[int]:
    """Return the telling words at most `reach` words before or behind some words."""
    near = range(max(0, first - reach), min(len(side), last + reach + 1))
    return [i for i in near if not first <= i <= last and side.tells(i)]


def alike(a: Side, mine: Sequence[int], b: Side, other: Sequence[int], near: Matrix) -> float:
    """Return how much of some words others have, and they of them: 0 to 1.

    Numbers and names are the same or not; `near` is the nearness of all words of both.
    """
    if not mine or not other:
        return 0.0
    cosines = near[np.ix_(mine, other)]
    for i, m in enumerate(mine):
        for j, o in enumerate(other):
            if not landmark(a.words[m]).isdisjoint(landmark(b.words[o])):
                cosines[i, j] = 1.0
            elif a.words[m].text.isdigit() or b.words[o].text.isdigit():
                cosines[i, j] = 0.0
    return float(cosines.max(axis=1).mean() + cosines.max(axis=0).mean()) / 2
