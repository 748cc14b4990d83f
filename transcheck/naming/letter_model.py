"""The letter model: how unlikely it is that two spellings are of one name.

Two words are cut into chunks that correspond; a pair of chunks costs minus the logarithm
of how often it was met in the pairs of spellings the tables were learnt from
(`training/tables/letters.py`). What a pair of words costs more than the best spelling
of either of them would is its surprise: about 0 for the usual transliteration, up to 10
for a rarer one, and 12 or more for a wrong letter.
"""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from transcheck.languages import read_rows
from transcheck.limits import LETTER_MODEL_KEPT, LETTER_MODEL_KEPT_MOVES, LETTER_MODEL_UNSEEN
from transcheck.naming.keeping import kept

_INFINITE = float("inf")


class _Word(NamedTuple):
    """What a word can be cut into, place by place."""

    rest: list[float]
    """The least that the letters behind a place can cost."""
    windows: list[str]
    """The letters that a chunk which starts there can have."""


_Move = tuple[int, int, float]
"""A chunk of each word that correspond: the lengths of both, and the cost."""


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
        self._left, self._right = _Chunks(best_left), _Chunks(best_right)
        self._moves: dict[str, dict[str, tuple[_Move, ...]]] = {}
        self._moves_kept = 0
        self._found: dict[tuple[str, str], float] = {}
        self._beyond: dict[tuple[str, str], float] = {}
        """What surprises are known to be more than: the languages share most base forms."""

    def surprise(self, left: str, right: str, limit: float = _INFINITE) -> float:
        """Return by how much, in nats, a pair of words costs more than the best for each.

        Above `limit` the answer is infinity, which is found out sooner.
        """
        pair = left, right
        found = self._found.get(pair)
        if found is not None:
            return found if found <= limit else _INFINITE
        if self._beyond.get(pair, -1.0) >= limit:
            return _INFINITE
        one, two = self._left.of(left), self._right.of(right)
        best = one.rest[0] + two.rest[0]
        bound = (limit + best) / 2
        found = _INFINITE
        if one.rest[0] <= bound and two.rest[0] <= bound:
            found = 2 * self._cost(one, two, bound) - best
        if found < _INFINITE:
            return kept(self._found, pair, found, LETTER_MODEL_KEPT)
        kept(self._beyond, pair, limit, LETTER_MODEL_KEPT)
        return found

    def _cost(self, left: _Word, right: _Word, bound: float) -> float:
        """Return the cost of the cheapest way to cut both words into pairs of chunks.

        Dynamic programming over the places in both words; a place from which even the
        best rest of either word exceeds `bound` is left.
        """
        rest_left, rest_right, windows = left.rest, right.rest, right.windows
        unreached = [_INFINITE] * len(windows)
        rows = [unreached] * len(rest_left)
        rows[0] = [0.0, *unreached[1:]]
        for i, row in enumerate(rows):
            if row is unreached:
                continue
            known = self._moves.setdefault(left.windows[i], {})
            for j, here in enumerate(row):
                if here == _INFINITE:
                    continue
                moves = known.get(windows[j])
                if moves is None:
                    moves = self._moves_between(left.windows[i], windows[j])
                for x, y, cost in moves:
                    price, k = here + cost, j + y
                    if price + rest_left[i + x] > bound or price + rest_right[k] > bound:
                        continue
                    target = rows[i + x]
                    if target is unreached:
                        target = rows[i + x] = unreached.copy()
                    if price < target[k]:
                        target[k] = price
        return rows[-1][-1]

    def _moves_between(self, left: str, right: str) -> tuple[_Move, ...]:
        """Return the pairs of chunks that two words can go on with where they have these letters.

        Among them a letter dropped on either side, or replaced in a way never met.
        """
        chunks = [right[:y] for y in range(len(right) + 1)]
        moves: list[_Move] = []
        for x in range(1, len(left) + 1):
            costs = self.costs.get(left[:x])
            if costs is not None:
                for y, chunk in enumerate(chunks):
                    if chunk in costs:
                        moves.append((x, y, costs[chunk]))
        if right:
            moves.append((0, 1, LETTER_MODEL_UNSEEN))
        if left:
            moves.append((1, 0, LETTER_MODEL_UNSEEN))
        if left and right:
            moves.append((1, 1, LETTER_MODEL_UNSEEN))
        if self._moves_kept >= LETTER_MODEL_KEPT_MOVES:
            self._moves.clear()
            self._moves_kept = 0
        self._moves_kept += 1
        found = self._moves.setdefault(left, {})[right] = tuple(moves)
        return found


class _Chunks:
    """What words of one side of a table can be cut into."""

    def __init__(self, best: dict[str, float]) -> None:
        """Take the least cost of every chunk."""
        self._best = best
        self._longest = max(map(len, best))
        self._starting: dict[str, tuple[tuple[int, float], ...]] = {}
        self._words: dict[str, _Word] = {}

    def of(self, word: str) -> _Word:
        """Return what a word can be cut into; the last words asked for are remembered."""
        found = self._words.get(word)
        if found is None:
            windows = [word[i : i + self._longest] for i in range(len(word) + 1)]
            rest = [0.0] * len(windows)
            starting = self._starting
            for i in range(len(word) - 1, -1, -1):
                window = windows[i]
                chunks = starting[window] if window in starting else self._chunks(window)
                least = LETTER_MODEL_UNSEEN + rest[i + 1]
                for size, cost in chunks:
                    whole = cost + rest[i + size]
                    if whole < least:
                        least = whole
                rest[i] = least
            found = kept(self._words, word, _Word(rest, windows), LETTER_MODEL_KEPT)
        return found

    def _chunks(self, window: str) -> tuple[tuple[int, float], ...]:
        """Return the lengths and least costs of the chunks that some letters start with."""
        chunks = ((size, window[:size]) for size in range(1, len(window) + 1))
        best = tuple((size, self._best[c]) for size, c in chunks if c in self._best)
        return kept(self._starting, window, best, LETTER_MODEL_KEPT)


@cache
def model(name: str) -> LetterModel:
    """Return the model of a table, loaded once."""
    return LetterModel(read_rows(name))
