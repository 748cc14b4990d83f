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
_VOWELS = frozenset("aeiouyаеиоуяю")


class LetterModel:
    """Costs of pairs of chunks, read from one table."""

    def __init__(self, rows: tuple[tuple[str, ...], ...]) -> None:
        """Index the rows: chunk, chunk of the other spelling, cost."""
        self.forward: dict[str, dict[str, float]] = {}
        self.best_left: dict[str, float] = {}
        self.best_right: dict[str, float] = {}
        for left, right, cost in ((r[0], r[1], float(r[2])) for r in rows):
            self.forward.setdefault(left, {})[right] = cost
            self.best_left[left] = min(cost, self.best_left.get(left, cost))
            self.best_right[right] = min(cost, self.best_right.get(right, cost))
        self.longest_left = max(map(len, self.forward))
        self.longest_right = max(map(len, self.best_right))

    def cost(self, left: str, right: str) -> float:
        """Return the cost of the cheapest way to cut both words into pairs of chunks."""
        height, width = len(left) + 1, len(right) + 1
        table = [[float("inf")] * width for _ in range(height)]
        table[0][0] = 0.0
        for i in range(height - 1):
            arcs = [
                (x, self.forward.get(left[i : i + x], {}))
                for x in range(1, min(self.longest_left, height - 1 - i) + 1)
            ]
            for j in range(width):
                here = table[i][j]
                if here == float("inf"):
                    continue
                for x, costs in arcs:
                    row = table[i + x]
                    for y in range(min(self.longest_right, width - 1 - j) + 1):
                        price = costs.get(right[j : j + y])
                        if price is not None and here + price < row[j + y]:
                            row[j + y] = here + price
                for x, y in ((1, 1), (1, 0), (0, 1)):
                    if i + x < height and j + y < width and here + _UNSEEN < table[i + x][j + y]:
                        table[i + x][j + y] = here + _UNSEEN
        return table[-1][-1]

    def least(self, word: str, best: dict[str, float], longest: int) -> float:
        """Return the cost of the likeliest pair one of whose words is `word`."""
        costs = [0.0] + [float("inf")] * len(word)
        for i in range(len(word)):
            costs[i + 1] = min(costs[i + 1], costs[i] + _UNSEEN)
            for x in range(1, min(longest, len(word) - i) + 1):
                price = best.get(word[i : i + x])
                if price is not None:
                    costs[i + x] = min(costs[i + x], costs[i] + price)
        return costs[-1]

    def surprise(self, left: str, right: str) -> float:
        """Return by how much, in nats, a pair of words costs more than the best for each."""
        best = self.least(left, self.best_left, self.longest_left)
        best += self.least(right, self.best_right, self.longest_right)
        return 2 * self.cost(left, right) - best


@cache
def model(name: str) -> LetterModel:
    """Return the model of a table, loaded once."""
    return LetterModel(read_rows(name))
