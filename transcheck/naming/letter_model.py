"""The letter model: how unlikely it is that two spellings are of one name.

Two words are cut into chunks that correspond; a pair of chunks costs minus the logarithm
of how often it was met in the pairs of spellings the tables were learnt from
(`training/tables/letters.py`). What a pair of words costs more than the best spelling
of either of them would is its surprise: about 0 for the usual transliteration, up to 10
for a rarer one, and 12 or more for a wrong letter.
"""

from __future__ import annotations

from functools import cache
from typing import NamedTuple, TypeVar

from transcheck.languages import read_rows

_UNSEEN = 14.0
"""Cost in nats of a letter dropped or replaced in a way never met."""
_INFINITE = float("inf")
_KEPT = 8192
"""Words whose chunks are remembered."""


T = TypeVar("T")


class _Left(NamedTuple):
    """What a first word can be cut into, place by place."""

    rest: list[float]
    """The least that the letters behind a place can cost."""
    starts: list[list[tuple[int, dict[str, float]]]]
    """The lengths of the chunks that start there, and the costs of each."""


class _Right(NamedTuple):
    """What a second word can be cut into, place by place."""

    rest: list[float]
    """The least that the letters behind a place can cost."""
    ends: list[list[tuple[int, str]]]
    """Where the chunks that start there end, and the chunks."""


class LetterModel:
    """Costs of pairs of chunks, read from one table."""

    def __init__(self, rows: tuple[tuple[str, ...], ...]) -> None:
        """Index the rows: chunk, chunk of the other spelling, cost."""
        self.costs: dict[str, dict[str, float]] = {}
        best_left: dict[str, float] = {}
        best_right: dict[str, float] = {}
        for left, right, written in rows:
            cost = float(written)
            self.costs.setdefault(left, {})[right] = cost
            best_left[left] = min(cost, best_left.get(left, cost))
            best_right[right] = min(cost, best_right.get(right, cost))
        self._best_left, self._best_right = best_left, best_right
        self._longest_left = max(map(len, best_left))
        self._longest_right = max(map(len, best_right))
        self._lefts: dict[str, _Left] = {}
        self._rights: dict[str, _Right] = {}

    def surprise(self, left: str, right: str, limit: float = _INFINITE) -> float:
        """Return by how much, in nats, a pair of words costs more than the best for each.

        Above `limit` the answer is infinity, which is found out sooner.
        """
        one, two = self._left(left), self._right(right)
        best = one.rest[0] + two.rest[0]
        return 2 * self._cost(one, two, (limit + best) / 2) - best

    def _cost(self, left: _Left, right: _Right, bound: float) -> float:
        """Return the cost of the cheapest way to cut both words into pairs of chunks.

        Dynamic programming over the places in both words; a place from which even the
        best rest of either word exceeds `bound` is left.
        """
        starts, ends = left.starts, right.ends
        # The last row and column stand behind both words: nothing is read from them.
        table = [[_INFINITE] * (len(ends) + 1) for _ in range(len(starts) + 1)]
        table[0][0] = 0.0
        for i, rest_left in enumerate(left.rest):
            row, below = table[i], table[i + 1]
            arcs: list[tuple[list[float], dict[str, float]]] | None = None
            for j, rest_right in enumerate(right.rest):
                here = row[j]
                if here == _INFINITE or here + rest_left > bound or here + rest_right > bound:
                    continue
                if arcs is None:
                    arcs = [(table[i + x], costs) for x, costs in starts[i]]
                for k, chunk in ends[j]:
                    for target, costs in arcs:
                        if chunk in costs and (price := here + costs[chunk]) < target[k]:
                            target[k] = price
                # A letter dropped on either side, or replaced in a way never met.
                unseen = here + _UNSEEN
                for target, k in ((row, j + 1), (below, j), (below, j + 1)):
                    if unseen < target[k]:
                        target[k] = unseen
        return table[-2][-2]

    def _left(self, word: str) -> _Left:
        found = self._lefts.get(word)
        if found is None:
            size = len(word)
            rest, known = [0.0] * (size + 1), self.costs
            starts: list[list[tuple[int, dict[str, float]]]] = [[] for _ in rest]
            for i in range(size - 1, -1, -1):
                least = _UNSEEN + rest[i + 1]
                for x in range(1, min(self._longest_left, size - i) + 1):
                    chunk = word[i : i + x]
                    if chunk in known:
                        starts[i].append((x, known[chunk]))
                        least = min(least, self._best_left[chunk] + rest[i + x])
                rest[i] = least
            found = _kept(self._lefts, word, _Left(rest, starts))
        return found

    def _right(self, word: str) -> _Right:
        found = self._rights.get(word)
        if found is None:
            size, best = len(word), self._best_right
            rest = [0.0] * (size + 1)
            ends = [[(j, "")] if "" in best else [] for j in range(size + 1)]
            for j in range(size - 1, -1, -1):
                least = _UNSEEN + rest[j + 1]
                for k in range(j + 1, min(j + self._longest_right, size) + 1):
                    chunk = word[j:k]
                    if chunk in best:
                        ends[j].append((k, chunk))
                        least = min(least, best[chunk] + rest[k])
                rest[j] = least
            found = _kept(self._rights, word, _Right(rest, ends))
        return found


def _kept(known: dict[str, T], word: str, found: T) -> T:
    if len(known) >= _KEPT:
        known.clear()
    known[word] = found
    return found


@cache
def model(name: str) -> LetterModel:
    """Return the model of a table, loaded once."""
    return LetterModel(read_rows(name))
