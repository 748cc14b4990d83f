"""Poles: words that say the opposite of others, by axis, in every language.

The table is `languages/data/poles.tsv`, its head says how it is written.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from typing import NamedTuple

from transcheck.comparing.wordwise import Side
from transcheck.languages import read_rows

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


def sayings(side: Side) -> tuple[Saying, ...]:
    """Return the poles that a side says, in reading order; of one axis the longest forms."""
    texts = [word.text for word in side.words]
    found: list[Saying] = []
    taken: dict[str, int] = {}
    for i, text in enumerate(texts):
        here: dict[str, Saying] = {}
        for form in _beginning(text, side.language.code):
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


@lru_cache(maxsize=16384)
def _beginning(text: str, language: str) -> tuple[Form, ...]:
    """Return the forms whose first word a word may be."""
    table = _table(language)
    heads = (f"{text[:n]}*" for n in range(2, len(text) + 1))
    return tuple(form for head in (text, *heads) for form in table.get(head, ()))


@cache
def _table(language: str) -> dict[str, list[Form]]:
    table: dict[str, list[Form]] = {}
    for form in forms(language):
        table.setdefault(form.words[0], []).append(form)
    return table


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
