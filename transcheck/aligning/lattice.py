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
from math import prod

import numpy as np
from numpy.typing import NDArray

from transcheck.aligning.runs import LONGEST, SHAPES
from transcheck.aligning.similarity import Pair
from transcheck.thresholds import AlignerThresholds

Counts = tuple[int, ...]
Starts = tuple[int, ...]
Places = NDArray[np.intp]
Floats = NDArray[np.float64]

MOST_IN_BEAD = 6
"""Most sentences of all editions in one bead."""

BAND = 5
"""Sentences by which editions may run ahead of the diagonal in a stretch without anchors."""

FULL = 2000
"""States up to which a stretch is searched whole, without the band."""

BLOCK = 4096
"""States whose beads are computed at once."""


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
        self._tables = {(a, b): pair.odds(spans[a], spans[b]) for (a, b), pair in pairs.items()}

    def beads(self, at: Places, counts: Counts) -> Floats:
        """Return the log-odds of the beads that take `counts` sentences from each state on.

        Args:
            at: the states, int, shape (n, editions), each with so many sentences left.
            counts: sentences of each edition.
        """
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
        at = np.array([[s - o for s, o in zip(step.starts, self._origin, strict=True)]])
        filled = [n for n, c in enumerate(step.counts) if c]
        return float(self._evidence(at, step.counts, filled)[0])

    def _evidence(self, at: Places, counts: Counts, filled: Sequence[int]) -> Floats:
        total = np.zeros(len(at))
        for a, b in combinations(filled, 2):
            total += self._tables[a, b][counts[a], counts[b]][at[:, a], at[:, b]]
        return total


def best_path(stretch: Stretch, scorer: Scorer) -> tuple[Step, ...]:
    """Return the beads that cover a stretch with the highest sum of log-odds.

    Equal sums are settled for the bead shape that comes first in `moves`, so the result
    does not depend on anything but the input.
    """
    sizes = stretch.sizes
    places = np.array(sorted(states(sizes)), dtype=np.intp)
    shapes = [m for m in moves(len(sizes)) if all(c <= n for c, n in zip(m, sizes, strict=True))]
    best = np.full(len(places) + 1, -np.inf)
    best[0] = 0.0
    came: list[tuple[int, int]] = [(0, 0)]
    for before, odds in _ways(places, sizes, shapes, scorer):
        reached = best[before] + odds
        way = int(reached.argmax())
        best[len(came)] = reached[way]
        came.append((int(before[way]), way))
    steps = []
    at = len(places) - 1
    while at:
        at, way = came[at]
        starts = tuple(o + int(s) for o, s in zip(stretch.starts, places[at], strict=True))
        steps.append(Step(starts, shapes[way]))
    return tuple(reversed(steps))


def _ways(
    places: Places, sizes: Counts, shapes: Sequence[Counts], scorer: Scorer
) -> Iterator[tuple[Places, Floats]]:
    """Yield for each state but the first, by shape, the state before that bead and its log-odds.

    Where there is no such state, it is the one behind the last, which is never reached.
    """
    weights = np.array([prod(n + 1 for n in sizes[k + 1 :]) for k in range(len(sizes))])
    keys = places @ weights
    for first in range(1, len(places), BLOCK):
        block = places[first : first + BLOCK]
        before = np.full((len(block), len(shapes)), len(places), dtype=np.intp)
        odds = np.zeros(before.shape)
        for way, shape in enumerate(shapes):
            came = block - np.array(shape)
            wanted = came @ weights
            found = np.minimum(np.searchsorted(keys, wanted), len(keys) - 1)
            valid = (came >= 0).all(axis=1) & (keys[found] == wanted)
            before[valid, way] = found[valid]
            odds[valid, way] = scorer.beads(came[valid], shape)
        yield from zip(before, odds, strict=True)


def states(sizes: Counts) -> Iterator[Starts]:
    """Yield the states of a stretch, all or those near the diagonal."""
    if prod(size + 1 for size in sizes) <= FULL:
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
