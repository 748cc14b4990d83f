"""The best sequence of beads through a stretch of all editions at once.

A state says how many sentences of each edition are behind; a move is a bead. Dynamic
programming over the states finds the sequence whose log-odds add up to the most, with
two editions or more alike. All editions are aligned together, so a third one settles
what two leave open: a sentence that joins two others need not be near to both.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import combinations, product

from transcheck.aligning.similarity import LONGEST, SHAPES, Pair
from transcheck.thresholds import AlignerThresholds

Counts = tuple[int, ...]
Starts = tuple[int, ...]

MOST_IN_BEAD = 6
"""Most sentences of all editions in one bead."""

BAND = 5
"""Sentences by which editions may run ahead of the diagonal in a stretch without anchors."""

FULL = 1000
"""States up to which a stretch is searched whole, without the band."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """A run of sentences of every edition that is aligned by itself."""

    starts: Starts
    ends: Starts

    @property
    def sizes(self) -> Counts:
        """Return the number of sentences of each edition."""
        return tuple(e - s for s, e in zip(self.starts, self.ends, strict=True))


@dataclass(frozen=True, slots=True)
class Step:
    """One bead of a path."""

    starts: Starts
    counts: Counts


Pairs = Mapping[tuple[int, int], Pair]
"""Every pair of editions, by their positions, the smaller first."""


@cache
def moves(editions: int) -> tuple[Counts, ...]:
    """Return the shapes a bead can have.

    A sentence alone, or runs of at most three sentences a side of which one is a single
    sentence; where no side is single, the bead could be cut in two.
    """
    shapes = []
    for counts in product(range(LONGEST + 1), repeat=editions):
        sides = [c for c in counts if c]
        alone = len(sides) == 1 and sides[0] == 1
        joined = len(sides) > 1 and min(sides) == 1 and sum(sides) <= MOST_IN_BEAD
        if alone or (joined and all(p in SHAPES for p in combinations(sides, 2))):
            shapes.append(counts)
    return tuple(shapes)


class Scorer:
    """Log-odds of beads inside one stretch."""

    def __init__(self, stretch: Stretch, pairs: Pairs, thresholds: AlignerThresholds) -> None:
        """Compute the evidence of all runs of sentences of each pair of editions."""
        self._limits = thresholds
        self._origin = stretch.starts
        spans = [slice(s, e) for s, e in zip(stretch.starts, stretch.ends, strict=True)]
        self._tables = {
            (a, b): {shape: t.tolist() for shape, t in pair.odds(spans[a], spans[b]).items()}
            for (a, b), pair in pairs.items()
        }

    def bead(self, at: Starts, counts: Counts) -> float:
        """Return the log-odds of a bead that takes `counts` sentences from state `at` on."""
        filled = [n for n, c in enumerate(counts) if c]
        return self._evidence(at, counts, filled) - self._cost(counts, filled)

    def _cost(self, counts: Counts, filled: Sequence[int]) -> float:
        limits = self._limits
        # One edition that puts two sentences into one is one event, however the others count.
        cost = limits.merge * (max(counts) - 1)
        if len(filled) < len(counts):
            cost += limits.gap
        if len(filled) == 1 and len(counts) > 2:
            cost += limits.alone
        return cost

    def evidence(self, step: Step) -> float:
        """Return the log-odds that the sides of a bead say the same; 0 for a side alone."""
        at = tuple(s - o for s, o in zip(step.starts, self._origin, strict=True))
        return self._evidence(at, step.counts, [n for n, c in enumerate(step.counts) if c])

    def _evidence(self, at: Starts, counts: Counts, filled: Sequence[int]) -> float:
        total = 0.0
        for a, b in combinations(filled, 2):
            total += self._tables[a, b][counts[a], counts[b]][at[a]][at[b]]
        return total


def best_path(stretch: Stretch, scorer: Scorer) -> tuple[Step, ...]:
    """Return the beads that cover a stretch with the highest sum of log-odds.

    Equal sums are settled for the bead shape that comes first in `moves`, so the result
    does not depend on anything but the input.
    """
    sizes = stretch.sizes
    shapes = moves(len(sizes))
    best: dict[Starts, tuple[float, Counts | None]] = {tuple(0 for _ in sizes): (0.0, None)}
    for state in states(sizes):
        reached = best.get(state)
        if reached is None:
            continue
        for shape in shapes:
            after = tuple(s + c for s, c in zip(state, shape, strict=True))
            if any(a > size for a, size in zip(after, sizes, strict=True)):
                continue
            score = reached[0] + scorer.bead(state, shape)
            known = best.get(after)
            if known is None or score > known[0]:
                best[after] = (score, shape)
    steps = []
    state = sizes
    while (shape_back := best[state][1]) is not None:
        state = tuple(s - c for s, c in zip(state, shape_back, strict=True))
        starts = tuple(o + s for o, s in zip(stretch.starts, state, strict=True))
        steps.append(Step(starts, shape_back))
    return tuple(reversed(steps))


def states(sizes: Counts) -> Iterator[Starts]:
    """Yield the states of a stretch in ascending order, all or those near the diagonal."""
    total = 1
    for size in sizes:
        total *= size + 1
    if total <= FULL:
        yield from product(*(range(size + 1) for size in sizes))
        return
    longest = max(sizes)
    pivot = sizes.index(longest)
    for along in range(longest + 1):
        ranges = []
        for n, size in enumerate(sizes):
            centre = round(along * size / longest)
            low, high = max(0, centre - BAND), min(size, centre + BAND)
            ranges.append(range(along, along + 1) if n == pivot else range(low, high + 1))
        yield from product(*ranges)
