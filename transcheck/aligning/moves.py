"""Sentences that stand in another order: found among what the ordered search left over."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import product

from transcheck.aligning.lattice import Pairs
from transcheck.aligning.similarity import Pair
from transcheck.thresholds import AlignerThresholds

Sides = tuple[tuple[int, ...], ...]


def join_moved(
    beads: Sequence[Sides], pairs: Pairs, thresholds: AlignerThresholds
) -> dict[int, int]:
    """Return which incomplete beads belong together although others stand between them.

    Two beads are joined when no edition has a side in both, when they are each other's
    likeliest partners, and when the evidence of every pair of their sides is at least
    `AlignerThresholds.moved`.

    Returns:
        For each bead that moved the bead it belongs to, by position; the one with more
        sides keeps its place, of two equal ones the earlier.
    """
    open_beads = [n for n, sides in enumerate(beads) if not all(sides)]
    scores: dict[tuple[int, int], float] = {}
    for x, y in product(open_beads, repeat=2):
        if x < y:
            odds = _odds(beads[x], beads[y], pairs)
            if odds is not None and odds >= thresholds.moved:
                scores[x, y] = scores[y, x] = odds
    best: dict[int, int] = {}
    for (x, y), odds in sorted(scores.items()):
        if x not in best or odds > scores[x, best[x]]:
            best[x] = y
    joined = {}
    for x, y in sorted(best.items()):
        if x < y and best.get(y) == x:
            stays, moves = (x, y) if _sides(beads[x]) >= _sides(beads[y]) else (y, x)
            joined[moves] = stays
    return joined


def _sides(sides: Sides) -> int:
    return sum(1 for side in sides if side)


def _odds(x: Sides, y: Sides, pairs: Pairs) -> float | None:
    """Return the least log-odds of a side of one bead and a side of the other."""
    if any(a and b for a, b in zip(x, y, strict=True)):
        return None
    least = None
    for (a, b), pair in pairs.items():
        for left, right in ((x[a], y[b]), (y[a], x[b])):
            if left and right:
                odds = _pair_odds(pair, left, right)
                least = odds if least is None else min(least, odds)
    return least


def _pair_odds(pair: Pair, left: tuple[int, ...], right: tuple[int, ...]) -> float:
    table = pair.odds(slice(left[0], left[-1] + 1), slice(right[0], right[-1] + 1))
    cells = table.get((len(left), len(right)))
    return float(cells[0, 0]) if cells is not None else float("-inf")
