"""The letter model: how unlikely it is that two spellings are of one name.

Two words are cut into chunks that correspond; a pair of chunks costs minus the logarithm
of how often it was met in the pairs of spellings the tables were learnt from
(`training/tables/letters.py`). What a pair of words costs more than the best spelling
of either of them would is its surprise: about 0 for the usual transliteration, up to 10
for a rarer one, and 12 or more for a wrong letter.
"""

from __future__ import annotations

from functools import cache

from transcheck.languages import read_rows

_UNSEEN = 14.0
"""Cost in nats of a letter dropped or replaced in a way never met."""
_INFINITE = float("inf")
_KEPT = 8192
"""Words whose chunks are remembered."""


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
        self._arcs: dict[str, list[list[tuple[int, dict[str, float]]]]] = {}
        self._chunks: dict[str, list[list[tuple[int, str]]]] = {}
        self._rests: dict[tuple[str, bool], list[float]] = {}

    def surprise(self, left: str, right: str, limit: float = _INFINITE) -> float:
        """Return by how much, in nats, a pair of words costs more than the best for each.

        Above `limit` the answer is infinity, which is found out sooner.
        """
        rest_left = self._rest(left, right=False)
        rest_right = self._rest(right, right=True)
        best = rest_left[0] + rest_right[0]
        return 2 * self._cost(left, right, rest_left, rest_right, (limit + best) / 2) - best

    def _cost(
        self,
        left: str,
        right: str,
        rest_left: list[float],
        rest_right: list[float],
        bound: float,
    ) -> float:
        """Return the cost of the cheapest way to cut both words into pairs of chunks.

        Dynamic programming over the places in both words; a place from which even the
        best rest of either word exceeds `bound` is left.
        """
        height, width = len(left) + 1, len(right) + 1
        starts, ends = self._starts(left), self._ends(right)
        table = [[_INFINITE] * width for _ in range(height)]
        table[0][0] = 0.0
        for i in range(height):
            arcs = [(table[i + x], costs) for x, costs in starts[i]]
            row, rest = table[i], rest_left[i]
            below = table[i + 1] if i + 1 < height else None
            for j, here in enumerate(row):
                if here + rest > bound or here + rest_right[j] > bound:
                    continue
                for target, costs in arcs:
                    for k, chunk in ends[j]:
                        price = costs.get(chunk)
                        if price is not None and here + price < target[k]:
                            target[k] = here + price
                _unseen(here + _UNSEEN, row, below, j, width)
        return table[-1][-1]

    def _starts(self, word: str) -> list[list[tuple[int, dict[str, float]]]]:
        """Return, for every place in a word, the lengths and the costs of the chunks there."""
        known = self._arcs.get(word)
        if known is None:
            known = self._arcs[word] = [
                [
                    (x, self.costs[word[i : i + x]])
                    for x in range(1, min(self._longest_left, len(word) - i) + 1)
                    if word[i : i + x] in self.costs
                ]
                for i in range(len(word) + 1)
            ]
        return known

    def _ends(self, word: str) -> list[list[tuple[int, str]]]:
        """Return, for every place in a word, where the chunks there end, and the chunks."""
        known = self._chunks.get(word)
        if known is None:
            size = len(word)
            known = self._chunks[word] = [
                [
                    (k, word[j:k])
                    for k in range(j, min(j + self._longest_right, size) + 1)
                    if word[j:k] in self._best_right
                ]
                for j in range(size + 1)
            ]
        return known

    def _rest(self, word: str, *, right: bool) -> list[float]:
        """Return, for every place in a word, the least that the letters behind it can cost."""
        known = self._rests.get((word, right))
        if known is not None:
            return known
        best = self._best_right if right else self._best_left
        longest = self._longest_right if right else self._longest_left
        rest = [0.0] * (len(word) + 1)
        for i in range(len(word) - 1, -1, -1):
            rest[i] = min(
                [_UNSEEN + rest[i + 1]]
                + [
                    best[word[i : i + x]] + rest[i + x]
                    for x in range(1, min(longest, len(word) - i) + 1)
                    if word[i : i + x] in best
                ]
            )
        if len(self._rests) > _KEPT:
            self._rests.clear()
            self._arcs.clear()
            self._chunks.clear()
        self._rests[word, right] = rest
        return rest


def _unseen(cost: float, row: list[float], below: list[float] | None, j: int, width: int) -> None:
    """Enter the cost of a letter dropped on either side, or replaced in a way never met."""
    if j + 1 < width and cost < row[j + 1]:
        row[j + 1] = cost
    if below is not None:
        if cost < below[j]:
            below[j] = cost
        if j + 1 < width and cost < below[j + 1]:
            below[j + 1] = cost


@cache
def model(name: str) -> LetterModel:
    """Return the model of a table, loaded once."""
    return LetterModel(read_rows(name))
