"""Sentences that stand in another order: found among what the ordered search left over."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from transcheck.aligning.lattice import Pairs, Starts, Stretch
from transcheck.aligning.similarity import Pair
from transcheck.limits import GROWING_REACH, RUNS_LONGEST
from transcheck.model import Bead
from transcheck.thresholds import AlignerThresholds

Sides = tuple[tuple[int, ...], ...]


class Left(NamedTuple):
    """What a bead, or a run of neighbouring beads of one edition alone, left unmatched."""

    beads: tuple[int, ...]
    """Positions of the beads."""
    sides: Sides


def join_moved(
    beads: Sequence[Sides], pairs: Pairs, thresholds: AlignerThresholds
) -> list[tuple[Left, Left]]:
    """Return which incomplete beads belong together although others stand between them.

    Two are joined where no edition has a side in both and the evidence of every pair of
    their sides is at least `AlignerThresholds.moved`; the surest first, each bead once.
    """
    found = []
    for x, y in _near(list(_left(beads)), pairs):
        odds = _odds(x.sides, y.sides, pairs, thresholds.moved)
        if odds is not None:
            found.append((-odds, x.beads, y.beads, x, y))
    joined: list[tuple[Left, Left]] = []
    used: set[int] = set()
    for *_, x, y in sorted(found, key=lambda f: f[:3]):
        if used.isdisjoint(x.beads + y.beads):
            used.update(x.beads + y.beads)
            joined.append((x, y))
    return joined


def _near(left: Sequence[Left], pairs: Pairs) -> Iterator[tuple[Left, Left]]:
    """Yield, each once, two of which a sentence of one is among the nearest of one of the other.

    Whatever is surely the same is; so the search grows with the sentences, not their square.
    """
    holders: dict[tuple[int, int], list[int]] = {}
    for n, one in enumerate(left):
        for edition, side in enumerate(one.sides):
            for place in side:
                holders.setdefault((edition, place), []).append(n)
    found: set[tuple[int, int]] = set()
    for (a, b), pair in pairs.items():
        for edition, other, near in ((a, b, pair.rightward), (b, a, pair.leftward)):
            for place, nearest in enumerate(near.ids.tolist()):
                own = holders.get((edition, place), ())
                theirs = {m for there in nearest for m in holders.get((other, there), ())}
                found.update((min(n, m), max(n, m)) for n in own for m in theirs if n != m)
    for n, m in sorted(found):
        yield left[n], left[m]


def _left(beads: Sequence[Sides]) -> Iterator[Left]:
    """Yield the incomplete beads, and runs of those that one edition alone has."""
    for n, sides in enumerate(beads):
        if all(sides):
            continue
        yield Left((n,), sides)
        if _alone(sides) is None:
            continue
        run = sides
        for m in range(n + 1, min(n + RUNS_LONGEST, len(beads))):
            if _alone(beads[m]) != _alone(sides):
                break
            run = tuple(a + b for a, b in zip(run, beads[m], strict=True))
            yield Left(tuple(range(n, m + 1)), run)


def _alone(sides: Sides) -> int | None:
    """Return the only edition that has a side, if there is only one."""
    filled = [n for n, side in enumerate(sides) if side]
    return filled[0] if len(filled) == 1 else None


def _odds(x: Sides, y: Sides, pairs: Pairs, needed: float) -> float | None:
    """Return the least log-odds of a side of one and a side of the other, if it is enough."""
    if any(a and b for a, b in zip(x, y, strict=True)):
        return None
    least = None
    for (a, b), pair in pairs.items():
        for left, right in ((x[a], y[b]), (y[a], x[b])):
            if left and right:
                odds = _pair_odds(pair, left, right)
                if odds < needed:
                    return None
                least = odds if least is None else min(least, odds)
    return least


def _pair_odds(pair: Pair, left: tuple[int, ...], right: tuple[int, ...]) -> float:
    table = pair.odds(slice(left[0], left[-1] + 1), slice(right[0], right[-1] + 1))
    cells = table.get((len(left), len(right)))
    return float(cells[0, 0]) if cells is not None else float("-inf")


Resolve = Callable[[Stretch], Sequence[Bead]]


def grow_moved(beads: Sequence[Bead], resolve: Resolve) -> list[Bead]:
    """Return the beads with what stands beside moved ones aligned to it, where that fits.

    Args:
        beads: of one stream, sides as positions in the stream.
        resolve: aligns a stretch of the stream in order.
    """
    grown = list(beads)
    queue = [bead for bead in grown if bead.moved and all(bead.sides)]
    while queue:
        bead = queue.pop(0)
        if bead not in grown:
            continue
        for stretch in _around(bead, grown):
            inside = [b for b in grown if _touches(b, stretch)]
            if not all(_within(b, stretch) for b in inside):
                continue
            found = [Bead(b.sides, b.score, moved=all(b.sides)) for b in resolve(stretch)]
            if _unmatched(found) < _unmatched(inside):
                at = grown.index(inside[0])
                grown = [b for b in grown if b not in inside]
                grown[at:at] = found
                queue.extend(b for b in found if b.moved)
                break
    return grown


def _unmatched(beads: Sequence[Bead]) -> int:
    return sum(len(side) for bead in beads if not all(bead.sides) for side in bead.sides)


def _around(bead: Bead, beads: Sequence[Bead]) -> list[Stretch]:
    """Return a bead with the unmatched sentences right after it, and right before it."""
    unmatched = [
        {i for b in beads if not all(b.sides) for i in b.sides[n]} for n in range(len(bead.sides))
    ]
    starts: Starts = tuple(side[0] for side in bead.sides)
    ends: Starts = tuple(side[-1] + 1 for side in bead.sides)
    after = tuple(_run(end, 1, open_) for end, open_ in zip(ends, unmatched, strict=True))
    before = tuple(
        _run(start - 1, -1, open_) + 1 for start, open_ in zip(starts, unmatched, strict=True)
    )
    return [
        stretch
        for stretch, grew in (
            (Stretch(starts, after), after != ends),
            (Stretch(before, ends), before != starts),
        )
        if grew
    ]


def _run(at: int, step: int, unmatched: set[int]) -> int:
    """Return the first place from `at` on, in steps, that is matched or beyond reach."""
    for _ in range(GROWING_REACH):
        if at not in unmatched:
            break
        at += step
    return at


def _touches(bead: Bead, stretch: Stretch) -> bool:
    return any(
        start <= i < end
        for side, start, end in zip(bead.sides, stretch.starts, stretch.ends, strict=True)
        for i in side
    )


def _within(bead: Bead, stretch: Stretch) -> bool:
    return all(
        start <= i < end
        for side, start, end in zip(bead.sides, stretch.starts, stretch.ends, strict=True)
        for i in side
    )
