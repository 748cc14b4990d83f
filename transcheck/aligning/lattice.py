"""The best sequence of beads through a stretch of all editions at once.

A state says how many sentences of each edition are behind; a move is a bead. Dynamic
programming over the states finds the sequence whose log-odds add up to the most, with
two editions or more alike. All editions are aligned together, so a third one settles
what two leave open: a sentence that joins two others need not be near to both.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import combinations, product
from math import prod
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from transcheck.aligning.runs import SHAPES
from transcheck.aligning.similarity import Pair
from transcheck.limits import (
    RUNS_LONGEST,
    STEPS_BAND,
    STEPS_BLOCK,
    STEPS_FEW,
    STEPS_FULL,
    STEPS_MOST_IN_BEAD,
)
from transcheck.thresholds import AlignerThresholds

Counts = tuple[int, ...]
Places = NDArray[np.int32]
Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True, eq=False)
class Moves:
    """The moves to some successive states, by shape of the bead."""

    first: int
    """The first of the states."""
    low: Counts
    """Sentences of each edition before those that the moves are about."""
    high: Counts
    """Where those end."""
    before: Places
    """The state before each move, shape (states, shapes); where there is no such state it is
    the one behind the last, which is never reached."""
    cells: dict[tuple[int, int], Places]
    """For each pair of editions the place of the evidence of each move, of the same shape:
    in the tables of `similarity.Pair.odds` for the sentences from `low` to `high`, one after
    the other in the order of `SHAPES`, each row by row, behind one cell for moves that do not
    join the two."""
    layers: tuple[slice, ...]
    """Rows that do not depend on each other, only on those before."""


@dataclass(frozen=True, slots=True, eq=False)
class Plan:
    """All ways through a stretch."""

    places: Places
    """The states, shape (states, editions), in the order of the sentences behind them, so that
    every move leads forward."""
    shapes: tuple[Counts, ...]
    """The shapes of beads that fit into it."""
    moves: Iterable[Moves]
    """Those to all states but the first, in blocks of successive states."""


def plan(sizes: Counts) -> Plan:
    """Return the ways through a stretch of such sizes."""
    return _small(sizes) if prod(size + 1 for size in sizes) <= STEPS_FEW else _plan(sizes)


@lru_cache(maxsize=64)
def _small(sizes: Counts) -> Plan:
    made = _plan(sizes)
    return Plan(made.places, made.shapes, tuple(made.moves))


def _plan(sizes: Counts) -> Plan:
    places = np.array(list(_states(sizes)), dtype=np.int32)
    places = places[np.lexsort((*places.T[::-1], places.sum(axis=1)))]
    fitting = tuple(
        shape
        for shape in _shapes(len(sizes))
        if all(count <= size for count, size in zip(shape, sizes, strict=True))
    )
    return Plan(places, fitting, _blocks(sizes, places, fitting))


@cache
def _shapes(editions: int) -> tuple[Counts, ...]:
    """Return the shapes a bead can have.

    A sentence alone, or runs of at most three sentences a side of which one is a single
    sentence; where no side is single, the bead could be cut in two.
    """
    found = []
    for counts in product(range(RUNS_LONGEST + 1), repeat=editions):
        sides = [c for c in counts if c]
        alone = len(sides) == 1 and sides[0] == 1
        joined = len(sides) > 1 and min(sides) == 1 and sum(sides) <= STEPS_MOST_IN_BEAD
        if alone or (joined and all(p in SHAPES for p in combinations(sides, 2))):
            found.append(counts)
    return tuple(found)


def _states(sizes: Counts) -> Iterator[Counts]:
    if prod(size + 1 for size in sizes) <= STEPS_FULL:
        yield from product(*(range(size + 1) for size in sizes))
        return
    longest = max(sizes)
    pivot = sizes.index(longest)
    for along in range(longest + 1):
        ranges = []
        for n, size in enumerate(sizes):
            centre = round(along * size / longest)
            low, high = max(0, centre - STEPS_BAND), min(size, centre + STEPS_BAND)
            ranges.append(range(along, along + 1) if n == pivot else range(low, high + 1))
        yield from product(*ranges)


def _blocks(sizes: Counts, places: Places, shapes: Sequence[Counts]) -> Iterator[Moves]:
    sums = places.sum(axis=1)
    for first in range(1, len(places), STEPS_BLOCK):
        block = places[first : first + STEPS_BLOCK]
        low, high = np.maximum(block.min(axis=0) - RUNS_LONGEST, 0), block.max(axis=0)
        # Every state that a move may come from, in a box with room for steps out of it.
        near = int(np.searchsorted(sums, sums[first] - STEPS_MOST_IN_BEAD))
        box = np.full(high - low + 1 + RUNS_LONGEST, len(places), dtype=np.int32)
        strides = np.array([prod(box.shape[n + 1 :]) for n in range(len(sizes))])
        around = places[near : first + STEPS_BLOCK]
        inside = ((around >= low) & (around <= high)).all(axis=1)
        numbers = np.arange(near, near + len(around), dtype=np.int32)[inside]
        box.ravel()[(around[inside] - low + RUNS_LONGEST) @ strides] = numbers
        at = (block - low + RUNS_LONGEST) @ strides
        before = np.stack([box.ravel()[at - np.dot(shape, strides)] for shape in shapes], axis=1)
        cells = {
            (a, b): _cells(block[:, a] - low[a], block[:, b] - low[b], (a, b), shapes, high - low)
            for a, b in combinations(range(len(sizes)), 2)
        }
        for cell in cells.values():
            cell[before == len(places)] = 0
        layers = tuple(_layers(sums[first : first + STEPS_BLOCK]))
        yield Moves(first, tuple(low.tolist()), tuple(high.tolist()), before, cells, layers)


def _cells(
    rows: Places, columns: Places, pair: tuple[int, int], shapes: Sequence[Counts], room: Places
) -> Places:
    """Return the places of the evidence of all moves for one pair, also of those there are not."""
    found = np.zeros((len(rows), len(shapes)), dtype=np.int32)
    for way, shape in enumerate(shapes):
        a, b = (shape[n] for n in pair)
        if a and b:
            start, width = _table(int(room[pair[0]]), int(room[pair[1]]), (a, b))
            found[:, way] = start + (rows - a) * width + (columns - b)
    return found


def _table(rows: int, columns: int, shape: tuple[int, int]) -> tuple[int, int]:
    """Return where a table starts among those of a pair of editions, and its width."""
    start = 1
    for a, b in SHAPES:
        width = columns - b + 1
        if (a, b) == shape:
            return start, width
        start += max(0, rows - a + 1) * max(0, width)
    raise ValueError(f"no runs of {shape}")


def _layers(sums: Places) -> Iterator[slice]:
    """Yield the rows that have equally many sentences behind them."""
    ends = [*(np.flatnonzero(np.diff(sums)) + 1).tolist(), len(sums)]
    start = 0
    for end in ends:
        yield slice(start, end)
        start = end


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
