"""The best sequence of beads through a stretch of all editions at once.

A state says how many sentences of each edition are behind; a move is a bead. Dynamic
programming over the states finds the sequence whose log-odds add up to the most, with
two editions or more alike. All editions are aligned together, so a third one settles
what two leave open: a sentence that joins two others need not be near to both.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np

from transcheck.aligning.runs import SHAPES
from transcheck.aligning.similarity import Pair
from transcheck.aligning.steps import Counts, Floats, Moves, plan
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


class Step(NamedTuple):
    """One bead of a path."""

    starts: Starts
    counts: Counts
    evidence: float
    """Log-odds that its sides say the same; 0 for a side alone."""


Pairs = Mapping[tuple[int, int], Pair]
"""Every pair of editions, by their positions, the smaller first."""


def best_path(stretch: Stretch, pairs: Pairs, limits: AlignerThresholds) -> tuple[Step, ...]:
    """Return the beads that cover a stretch with the highest sum of log-odds.

    Equal sums are settled for the bead shape that comes first, so the result does not
    depend on anything but the input.
    """
    ways = plan(stretch.sizes)
    count = len(ways.places)
    costs = np.array([_cost(shape, limits) for shape in ways.shapes])
    best, evidence = np.full(count + 1, -np.inf), np.zeros(count)
    best[0] = 0.0
    came, chosen = np.zeros(count, dtype=np.intp), np.zeros(count, dtype=np.intp)
    for moves in ways.moves:
        odds = _evidence(moves, stretch, pairs)
        for some in moves.layers:
            before, found = moves.before[some], odds[some]
            reached = best[before] + (found - costs)
            way = reached.argmax(axis=1)
            rows = np.arange(len(way))
            at = slice(moves.first + some.start, moves.first + some.stop)
            best[at], evidence[at] = reached[rows, way], found[rows, way]
            came[at], chosen[at] = before[rows, way], way
    steps = []
    state = count - 1
    while state:
        shape, odds_of_step = ways.shapes[chosen[state]], float(evidence[state])
        state = int(came[state])
        starts = tuple(o + int(s) for o, s in zip(stretch.starts, ways.places[state], strict=True))
        steps.append(Step(starts, shape, odds_of_step))
    return tuple(reversed(steps))


def _evidence(moves: Moves, stretch: Stretch, pairs: Pairs) -> Floats:
    """Return the log-odds that the sides of each bead say the same, shape (states, shapes)."""
    spans = [
        slice(start + low, start + high)
        for start, low, high in zip(stretch.starts, moves.low, moves.high, strict=True)
    ]
    total = np.zeros(moves.before.shape)
    for (a, b), cells in moves.cells.items():
        tables = pairs[a, b].odds(spans[a], spans[b])
        flat = [_NOTHING, *(tables[shape].ravel() for shape in SHAPES if shape in tables)]
        total += np.concatenate(flat)[cells]
    return total


def _cost(counts: Counts, limits: AlignerThresholds) -> float:
    filled = sum(map(bool, counts))
    # One edition that puts two sentences into one is one event, however the others count.
    cost = limits.merge * (max(counts) - 1)
    if filled < len(counts):
        cost += limits.gap
    if filled == 1 and len(counts) > 2:
        cost += limits.alone
    return cost
