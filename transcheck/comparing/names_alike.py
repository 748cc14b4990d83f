"""Which spellings of two editions have letters enough in common to be weighed, all at once.

Of any two spellings of an article one in ten has. Asked pair by pair that takes longer than
to weigh the rest; as one table of all pairs it takes next to nothing, but grows with the
square of the article: long ones do without.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import reduce

import numpy as np
from numpy.typing import NDArray
from rapidfuzz.distance import Levenshtein
from rapidfuzz.process import cdist

from transcheck.comparing.names_units import Unit
from transcheck.comparing.names_weighing import words_in
from transcheck.naming.distance import UNLIKE, UNLIKE_BONES, is_short
from transcheck.naming.letters import bones, rough, roughly

_MOST = 300
"""Spellings of an edition up to which all pairs are looked at."""


def maybe_alike(distinct: Sequence[Sequence[Unit]]) -> list[bytearray] | None:
    """Return for each spelling one byte for every spelling: 0 where the two are not alike.

    Of the same edition that may be anything but 0. None where an edition has too many spellings.

    Args:
        distinct: one unit of every spelling, edition by edition, numbered in that order.
    """
    every = [unit for row in distinct for unit in row]
    count = len(every)
    if not every or every[-1].spelling != count - 1 or max(map(len, distinct)) > _MOST:
        return None
    words = [[words_in(unit) for unit in row] for row in distinct]
    table = _words_alike([[word for some in row for word in some] for row in words])
    if len(table) > count:
        table = _any_word(table, [len(some) for row in words for some in row])
    whole = table.tobytes()
    rows = [bytearray(whole[place : place + count]) for place in range(0, count * count, count)]
    _ask(rows, every)
    return rows


def _words_alike(rows: Sequence[Sequence[str]]) -> NDArray[np.bool_]:
    """Return which words of two editions are `words_alike`, those of one edition all."""
    words = [word for row in rows for word in row]
    table = np.ones((len(words), len(words)), dtype=np.bool_)
    letters = roughly(words)
    consonants = list(map(bones, letters))
    short = np.array(list(map(is_short, words)), dtype=np.bool_)
    start = 0
    for row in rows:
        end = start + len(row)
        if start and row:
            alike = _similar(consonants[start:end], consonants[:start], UNLIKE_BONES)
            alike |= short[start:end, None] | short[:start]
            alike &= _similar(letters[start:end], letters[:start], UNLIKE)
            table[start:end, :start] = alike
            table[:start, start:end] = alike.T
        start = end
    return table


def _any_word(table: NDArray[np.bool_], sizes: Sequence[int]) -> NDArray[np.bool_]:
    """Return the table of names, of so many words each, that any two words are alike of."""
    last = np.cumsum(sizes) - 1
    first = last - sizes + 1
    for _ in ("rows", "columns"):
        words = (table[np.minimum(first + n, last)] for n in range(max(sizes)))
        table = np.ascontiguousarray(reduce(np.bitwise_or, words).T)
    return table


def _similar(words: Sequence[str], others: Sequence[str], least: float) -> NDArray[np.bool_]:
    scorer = Levenshtein.normalized_similarity
    return cdist(words, others, scorer=scorer, score_cutoff=least) >= least


def _ask(rows: Sequence[bytearray], every: Sequence[Unit]) -> None:
    """Enter the pairs that letters do not tell: those of one entity."""
    by_entity: dict[str, list[int]] = {}
    for unit in every:
        for key in unit.entities:
            by_entity.setdefault(key, []).append(unit.spelling)
    for spellings in by_entity.values():
        for one in spellings:
            for two in spellings:
                rows[one][two] = 1


class Searched:
    """The spellings of one edition, to be searched for those that may be alike at all."""

    def __init__(self, distinct: Sequence[Unit]) -> None:
        """Take one unit of every spelling."""
        self._distinct = distinct
        self._owners = [n for n, unit in enumerate(distinct) for _ in words_in(unit)]
        self._rough = [rough(word) for unit in distinct for word in words_in(unit)]
        self._by_entity: dict[str, list[int]] = {}
        for n, unit in enumerate(distinct):
            for key in unit.entities:
                self._by_entity.setdefault(key, []).append(n)

    def likely(self, unit: Unit) -> Iterator[Unit]:
        """Yield the units that can be `alike`, and others, in their order."""
        words = [rough(word) for word in words_in(unit)]
        scores = cdist(
            words, self._rough, scorer=Levenshtein.normalized_similarity, score_cutoff=UNLIKE
        )
        found = {self._owners[n] for n in scores.nonzero()[1]}
        found.update(n for key in unit.entities for n in self._by_entity.get(key, ()))
        return (self._distinct[n] for n in sorted(found))
