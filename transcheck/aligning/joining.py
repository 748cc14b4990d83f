"""Sentences that another edition tells inside a longer one, or in the rest of several.

The search for the best path prices each sentence that a bead takes in. What is told freely
in two, three or four sentences here and in one there stays alone beside its bead, and what
another edition lacks is taken into the bead of a neighbour on the same matter. Here it is
asked of every such sentence whether its bead has room for it: whether the editions
that lack it are longer there by about its length, come nearer to the others with it, have its
numbers and names, words that only it explains, and its words rather there than around. The
weights are a logistic regression (`training/joining.py`).

Two remarks of a few words that stand in one place, one in some editions and one in the others,
are the same remark told freely («Надо уметь проигрывать» for "You have to tip your cap"): of so
few words no likeness tells a free translation from another text.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from math import exp, log
from operator import itemgetter
from statistics import fmean

import numpy as np

from transcheck.aligning.landmarks import Landmarks
from transcheck.aligning.similarity import Side
from transcheck.aligning.telling import Words, fresh, here, telling
from transcheck.embedding import Vectors
from transcheck.limits import JOINING_AROUND, JOINING_MOST, JOINING_REMARK, JOINING_ROOM
from transcheck.model import Bead
from transcheck.thresholds import JoinThresholds


def features(
    kept: tuple[Side, Sequence[int]], lone: Sequence[int], other: tuple[Side, Sequence[int]]
) -> tuple[float, ...]:
    """Return what tells whether a side of a bead has room for sentences beside it.

    Args:
        kept: an edition that has the sentences, and what stands in the bead of it.
        lone: the sentences, beside the bead.
        other: the edition that lacks them, and what stands in the bead of it.

    Returns:
        How much of their length the other side is longer, bounded; by how much its cosine
        rises with them, over their share of the length; their own cosine to it; the share of
        their numbers and names that it has and what is kept has not; the log of their length;
        how many words it has that they explain and what is kept does not; by how much their
        words are nearer to it than to the sentences around it.
    """
    (side, own), (across, there) = kept, other
    lengths = side.lengths
    length, rest = float(lengths[list(lone)].sum()), float(lengths[list(own)].sum())
    whole = float(across.lengths[list(there)].sum())
    room = min(max((whole - rest) / length, JOINING_ROOM[0]), JOINING_ROOM[1])
    target = _run(across, there)
    before, after = _run(side, own) @ target, _run(side, [*own, *lone]) @ target
    gain = float(after - before) * (rest + length) / length
    near = float(_run(side, lone) @ target)
    marks, had, known = (_marks(s, n) for s, n in ((side, lone), (side, own), (across, there)))
    shared = len(marks & known - had) / (len(marks) + 1)
    around = range(
        max(0, there[0] - JOINING_AROUND), min(there[-1] + JOINING_AROUND + 1, len(across.texts))
    )
    told, apart = _words(side, lone), _words(across, [n for n in around if n not in there])
    inside = _words(across, there)
    explained = fresh(_words(side, own), told, inside)
    return room, gain, near, shared, log(length), explained, here(told, inside, apart)


def _run(side: Side, places: Sequence[int]) -> Vectors:
    weighted = side.vectors[list(places)] * side.lengths[list(places)][:, None]
    summed = np.asarray(weighted.sum(axis=0), dtype=np.float32)
    return np.asarray(summed / np.maximum(np.linalg.norm(summed), 1e-12), dtype=np.float32)


def _marks(side: Side, places: Sequence[int]) -> Landmarks:
    return frozenset().union(*(side.landmarks[place] for place in places))


def _words(side: Side, places: Sequence[int]) -> Words:
    return telling([side.texts[place] for place in places])


def join_told(beads: Sequence[Bead], sides: Sequence[Side], limits: JoinThresholds) -> list[Bead]:
    """Return the beads of a stream, joined where some editions tell them together, and only there.

    Args:
        beads: in reading order, sides as places in the stream.
        sides: the editions.
        limits: those of the encoder's family.
    """
    found = [part for bead in beads for part in _parted(bead, sides, limits)]
    at = 0
    while at < len(found):
        joined = None
        if not all(found[at].sides):
            joined = _joined(found, at, sides, limits) or _in_other_words(found, at, sides)
        if joined is None:
            at += 1
            continue
        neighbour, bead = joined
        first = min(at, neighbour)
        found[first : first + 2] = [bead]
        at = max(0, first - 1)
    return found


def _parted(bead: Bead, sides: Sequence[Side], limits: JoinThresholds) -> list[Bead]:
    """Return a bead, its first or last sentences apart where one edition does not tell them in it.

    At least two others must have them: what a single one tells at greater length is told.
    """
    owners = [n for n, own in enumerate(bead.sides) if len(own) > 1]
    if not 1 < len(owners) < len(sides):
        return [bead]
    ways = []
    for last in (False, True):
        cut = [(own[:-1], own[-1:]) if last else (own[1:], own[:1]) for own in bead.sides]
        lone = tuple([cut[n][1] if n in owners else () for n in range(len(sides))])
        rest = tuple([cut[n][0] if n in owners else own for n, own in enumerate(bead.sides)])
        parts = Bead(lone, bead.score), replace(bead, sides=rest)
        odds = _odds(*parts, last, sides, limits)
        if odds is not None and odds < limits.apart:
            lost = replace(parts[0], score=round(1 / (1 + exp(odds)), 4))
            ways.append((odds, [parts[1], lost] if last else [lost, parts[1]]))
    if not ways:
        return [bead]
    _, found = min(ways, key=itemgetter(0))
    return [part for each in found for part in _parted(each, sides, limits)]


def _joined(
    beads: Sequence[Bead], at: int, sides: Sequence[Side], limits: JoinThresholds
) -> tuple[int, Bead] | None:
    """Return the neighbour that a bead is told in, and both as one."""
    ways = []
    for neighbour in (at - 1, at + 1):
        if not 0 <= neighbour < len(beads):
            continue
        odds = _odds(beads[at], beads[neighbour], neighbour < at, sides, limits)
        if odds is not None and odds > 0:
            ways.append((odds, neighbour))
    if not ways:
        return None
    _, neighbour = max(ways)
    one, two = beads[min(at, neighbour)], beads[max(at, neighbour)]
    together = tuple(a + b for a, b in zip(one.sides, two.sides, strict=True))
    return neighbour, replace(beads[neighbour], sides=together)


def _in_other_words(
    beads: Sequence[Bead], at: int, sides: Sequence[Side]
) -> tuple[int, Bead] | None:
    """Return the next bead, where it has the remark of the other editions, and both as one."""
    if at + 1 == len(beads):
        return None
    one, two = beads[at : at + 2]
    if (
        one.moved
        or two.moved
        or any(bool(a) == bool(b) for a, b in zip(one.sides, two.sides, strict=True))
    ):
        return None
    whole = tuple(a or b for a, b in zip(one.sides, two.sides, strict=True))
    lengths = [side.lengths[list(own)].sum() for side, own in zip(sides, whole, strict=True)]
    if max(lengths) > JOINING_REMARK:
        return None
    return at + 1, Bead(whole, min(one.score, two.score))


def _odds(
    lone: Bead,
    whole: Bead,
    before: bool,  # noqa: FBT001 - where the whole bead stands
    sides: Sequence[Side],
    limits: JoinThresholds,
) -> float | None:
    """Return the log-odds that every edition without the lone sentences tells them in the bead.

    Of the editions that have them it is the mean, of those that have not the least.
    """
    owners = [n for n, own in enumerate(lone.sides) if own]
    lacking = [m for m, own in enumerate(lone.sides) if not own]
    if whole.moved or lone.moved or not all(whole.sides[m] for m in lacking):
        return None
    for n in owners:
        own, rest = lone.sides[n], whole.sides[n]
        first, second = (rest, own) if before else (own, rest)
        if not rest or len(rest) + len(own) > JOINING_MOST or first[-1] + 1 != second[0]:
            return None
    told = [
        fmean(
            limits.odds(features((sides[n], whole.sides[n]), lone.sides[n], (sides[m], there)))
            for n in owners
        )
        for m in lacking
        for there in [whole.sides[m]]
    ]
    if len(owners) == 1 < len(lacking):
        return max(min(told) + limits.alone, max(told))
    return min(told)
