"""The best sequence of beads through a stretch of all editions at once.

A state says how many sentences of each edition are behind; a move is a bead. Dynamic
programming over the states finds the sequence whose log-odds add up to the most, with
two editions or more alike. All editions are aligned together, so a third one settles
what two leave open: a sentence that joins two others need not be near to both.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import combinations

import numpy as np

from transcheck.aligning.runs import SHAPES
from transcheck.aligning.similarity import Pair
from transcheck.aligning.steps import Counts, Floats, Moves, all_moves, shapes, states
from transcheck.thresholds import AlignerThresholds

Starts = tuple[int, ...]

_NOTHING = np.zeros(1)
"""The evidence of a pair of editions that a bead does not join."""


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


class Scorer:
    """Log-odds of beads inside one stretch."""

    def __init__(self, stretch: Stretch, pairs: Pairs, thresholds: AlignerThresholds) -> None:
        """Compute the evidence of all runs of sentences of each pair of editions."""
        self._limits = thresholds
        self._origin = stretch.starts
        spans = [slice(s, e) for s, e in zip(stretch.starts, stretch.ends, strict=True)]
        self._tables = {(a, b): pair.odds(spans[a], spans[b]) for (a, b), pair in pairs.items()}

    def beads(self, moves: Moves) -> Floats:
        """Return the log-odds of the beads of all moves, shape (states, shapes)."""
        total = np.zeros(moves.before.shape)
        for pair, cells in moves.cells.items():
            tables = self._tables[pair]
            flat = [_NOTHING, *(tables[shape].ravel() for shape in SHAPES if shape in tables)]
            total += np.concatenate(flat)[cells]
        costs = np.array([self._cost(counts) for counts in moves.shapes])
        return np.asarray(total - costs)

    def _cost(self, counts: Counts) -> float:
        limits = self._limits
        filled = sum(map(bool, counts))
        # One edition that puts two sentences into one is one event, however the others count.
        cost = limits.merge * (max(counts) - 1)
        if filled < len(counts):
            cost += limits.gap
        if filled == 1 and len(counts) > 2:
            cost += limits.alone
        return cost

    def evidence(self, step: Step) -> float:
        """Return the log-odds that the sides of a bead say the same; 0 for a side alone."""
        at = [s - o for s, o in zip(step.starts, self._origin, strict=True)]
        filled = [n for n, c in enumerate(step.counts) if c]
        return sum(
            float(self._tables[a, b][step.counts[a], step.counts[b]][at[a], at[b]])
            for a, b in combinations(filled, 2)
        )


def best_path(stretch: Stretch, scorer: Scorer) -> tuple[Step, ...]:
    """Return the beads that cover a stretch with the highest sum of log-odds.

    Equal sums are settled for the bead shape that comes first in `shapes`, so the result
    does not depend on anything but the input.
    """
    sizes = stretch.sizes
    places = states(sizes)
    best = np.full(len(places) + 1, -np.inf)
    best[0] = 0.0
    came = np.zeros(len(places), dtype=np.intp)
    ways = np.zeros(len(places), dtype=np.intp)
    fitting = shapes(sizes)
    for moves in all_moves(sizes):
        odds = scorer.beads(moves)
        for some in moves.layers:
            before = moves.before[some]
            reached = best[before] + odds[some]
            way = reached.argmax(axis=1)
            rows = np.arange(len(way))
            at = slice(moves.first + some.start, moves.first + some.stop)
            best[at], ways[at], came[at] = reached[rows, way], way, before[rows, way]
    steps = []
    state = len(places) - 1
    while state:
        way, state = int(ways[state]), int(came[state])
        starts = tuple(o + int(s) for o, s in zip(stretch.starts, places[state], strict=True))
        steps.append(Step(starts, fitting[way]))
    return tuple(reversed(steps))
