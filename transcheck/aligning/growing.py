"""Moved passages, grown over the sentences beside them that were left without partners.

A passage is found in its other place by those of its sentences that match one to one
beyond doubt. Its other sentences, split, merged or freely translated, stand beside them.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from transcheck.aligning.lattice import Starts, Stretch
from transcheck.limits import GROWING_REACH
from transcheck.model import Bead

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
