"""Poles: words that say the opposite of others, by axis, in every language.

The table is `languages/data/poles.tsv`, its head says how it is written.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache, lru_cache
from typing import Generic, NamedTuple, TypeVar

from transcheck.comparing.wordwise import Side
from transcheck.languages import read_rows

T = TypeVar("T")
_EX = "екс"
_SPACE = re.compile("[_-]")


class Pole(NamedTuple):
    """One end of an axis."""

    axis: str
    name: str
    kind: str
    """``hard``, ``name`` or ``source``."""


class Form(NamedTuple):
    """A way to say a pole."""

    pole: Pole
    words: tuple[str, ...]
    """With * behind those that may go on."""
    doubtful: bool
    """True where it may mean something else."""
    governs: bool
    """True for a preposition: it says something of the word behind it."""

    @property
    def fitting(self) -> tuple[int, int]:
        """Return what orders forms at one place: the longest one wins, of two the more exact."""
        return len(self.words), -self.words.count("?")


class Saying(NamedTuple):
    """A pole where a side says it."""

    form: Form
    first: int
    last: int
    """Words of the side, the last included."""

    @property
    def pole(self) -> Pole:
        """Return the pole."""
        return self.form.pole


class Beginnings(Generic[T]):
    """What the words of a text may begin: wordings by their first word, which may go on.

    A former deputy, «ексзаступник», is a deputy.
    """

    def __init__(self, wordings: Iterable[tuple[Sequence[str], T]]) -> None:
        """Take wordings as tables write them, each with what it stands for."""
        self._table: dict[str, list[T]] = {}
        self._heads: dict[str, list[int]] = {}
        """By the first two letters of words that may go on, the lengths of these words."""
        self._tails: list[str] = []
        for words, meant in wordings:
            first = words[0]
            self._table.setdefault(first, []).append(meant)
            if first.endswith("*"):
                lengths = self._heads.setdefault(first[:2], [])
                lengths[:] = sorted({*lengths, len(first) - 1})
            elif first.startswith("*") and first not in self._tails:
                self._tails.append(first)
        self.of = lru_cache(maxsize=16384)(lambda text: self._of(text) or self._of(_former(text)))

    def _of(self, text: str) -> tuple[T, ...]:
        """Return what a word may begin, the shortest beginnings first."""
        lengths = self._heads.get(text[:2], ())
        heads = (f"{text[:n]}*" for n in lengths if n <= len(text))
        tails = (tail for tail in self._tails if text.endswith(tail[1:]) and text != tail[1:])
        table = self._table
        return tuple(it for key in (text, *heads, *tails) if key in table for it in table[key])


def _former(text: str) -> str:
    return text[len(_EX) :] if text.startswith((_EX, "экс")) else text


def sayings(side: Side) -> tuple[Saying, ...]:
    """Return the poles that a side says, in reading order; of one axis the longest forms."""
    texts = [word.text for word in side.words]
    beginning = _table(side.language.code).of
    found: list[Saying] = []
    taken: dict[str, int] = {}
    for i, fitting in enumerate(map(beginning, texts)):
        if not fitting:
            continue
        here: dict[str, Saying] = {}
        for form in fitting:
            size = len(form.words)
            if taken.get(form.pole.axis, -1) >= i:
                continue
            if size > 1 and not goes_on(form.words, texts[i : i + size]):
                continue
            longest = here.get(form.pole.axis)
            if longest is None or form.fitting > longest.form.fitting:
                here[form.pole.axis] = Saying(form, i, i + size - 1)
        for axis, saying in here.items():
            taken[axis] = saying.last
            found.append(saying)
    return tuple(found)


def goes_on(words: Sequence[str], texts: Sequence[str]) -> bool:
    """Return whether texts are the words of a form, whose first one is known to fit."""
    return len(texts) == len(words) and all(
        text.startswith(word[:-1])
        if word.endswith("*")
        else text == word or word == "?" or (word == "#" and text.isdigit())
        for word, text in zip(words[1:], texts[1:], strict=True)
    )


@cache
def _table(language: str) -> Beginnings[Form]:
    return Beginnings((form.words, form) for form in forms(language))


@cache
def forms(language: str) -> tuple[Form, ...]:
    """Return all forms of a language."""
    return tuple(_read(language))


def _read(language: str) -> Iterator[Form]:
    head, *rows = read_rows("poles")
    for row in rows if language in head else ():
        kind, axis, name = row[:3]
        for text in row[head.index(language)].split("|"):
            bare = text.lstrip("~+")
            words = split_form(bare)
            marks = text[: len(text) - len(bare)]
            yield Form(Pole(axis, name, kind), words, "~" in marks, "+" in marks)


def split_form(text: str) -> tuple[str, ...]:
    """Return the words of a form as the table has it."""
    return tuple(_SPACE.split(text))
