"""Sentences of which one of three editions may lack a phrase: the first look, bead by bead.

How free an edition is, in words and in length, is told by the rest of the article.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations
from statistics import median
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from transcheck.comparing.lacking import Partners, all_partners, may_lack, rows
from transcheck.comparing.wordwise import Side, Sides
from transcheck.limits import (
    CANDIDATES_LITERAL,
    CANDIDATES_MORE,
    CANDIDATES_MOST_WORDS,
    CANDIDATES_RESERVE,
    CANDIDATES_USUAL,
    LACKING_THERE,
)

Floats = NDArray[np.float32]


class Candidate(NamedTuple):
    """An edition that may lack something in a bead."""

    bead: int
    suspect: int
    others: tuple[int, int]
    rows: Mapping[int, Floats]
    partners: Mapping[tuple[int, int], Partners]
    literal: Mapping[tuple[int, int], float]
    """The share of telling words of one edition that have a counterpart in another."""

    @property
    def is_literal(self) -> bool:
        """Return whether the editions say nearly everything with the same words."""
        return sum(self.literal.values()) >= CANDIDATES_LITERAL * len(self.literal)


class Pairs(NamedTuple):
    """The partners of all words of a bead, and how many of the telling ones have one."""

    found: Mapping[tuple[int, int], Partners]
    kept: Mapping[tuple[int, int], tuple[int, int]]
    """Telling words that have a counterpart, and all: of one edition in another."""


def all_pairs(beads: Sequence[Sides]) -> dict[int, Pairs]:
    """Return the partners of the words of those beads that three editions tell, by number."""
    made = {}
    for number, sides in enumerate(beads):
        full = [side for side in sides if side is not None]
        if len(full) == 3 and max(map(len, full)) <= CANDIDATES_MOST_WORDS:
            made[number] = pairs_of(full)
    return made


def pairs_of(full: Sequence[Side]) -> Pairs:
    """Return the partners of the words of three sides."""
    found = all_partners(full)
    kept = {}
    for (a, b), partners in found.items():
        telling = full[a].telling
        there = int((telling & (partners.nearest >= LACKING_THERE)).sum())
        kept[a, b] = there, int(telling.sum())
    return Pairs(found, kept)


def candidates(
    beads: Sequence[Sides],
    pairs: Mapping[int, Pairs],
    only: int | None = None,
    least: float = CANDIDATES_MORE,
) -> Iterator[Candidate]:
    """Yield the editions that may lack what two others have, bead by bead.

    Args:
        beads: the words of all beads.
        pairs: their partners, as `all_pairs` tells them.
        only: the one bead that is looked at; by default all are.
        least: how much more of a word must find no room in the suspect than in the others. Models
            learn from sentences that are not looked at otherwise, too.
    """
    total: dict[tuple[int, int], list[int]] = {}
    for each in pairs.values():
        for pair, (there, words) in each.kept.items():
            counts = total.setdefault(pair, [0, 0])
            counts[0] += there
            counts[1] += words
    for number in pairs if only is None else [only]:
        full = [side for side in beads[number] if side is not None]
        found = pairs[number].found
        # How literal the rest of the article is: where it is, less is enough to be suspicious.
        literal = {
            pair: (total[pair][0] - there + CANDIDATES_USUAL * CANDIDATES_RESERVE)
            / (total[pair][1] - words + CANDIDATES_RESERVE)
            for pair, (there, words) in pairs[number].kept.items()
        }
        for x in range(3):
            y, z = (n for n in range(3) if n != x)
            if may_lack(x, (y, z), full, found, least):
                made = {
                    y: rows(x, y, z, full, found, literal),
                    z: rows(x, z, y, full, found, literal),
                }
                yield Candidate(number, x, (y, z), made, found, literal)


Lengths = Mapping[tuple[int, int], Mapping[int, float]]
"""How much longer one edition is than another, as a logarithm: by their numbers and by bead."""


def lengths(beads: Sequence[Sides]) -> Lengths:
    """Return how much longer the editions are than each other, bead by bead."""
    found: dict[tuple[int, int], dict[int, float]] = {
        (a, b): {} for a, b in combinations(range(3), 2)
    }
    for number, sides in enumerate(beads):
        full = [side for side in sides if side is not None]
        if len(full) == len(sides) == 3:
            sizes = [math.log(size_of(side, 0, len(side) - 1)) for side in full]
            for (a, b), table in found.items():
                table[number] = sizes[a] - sizes[b]
    return found


def shortened(
    ratios: Lengths, bead: int, *, suspect: int, own: int, here: float
) -> tuple[float, float]:
    """Return how much longer the suspect is than it is elsewhere, and how much that varies.

    Args:
        ratios: the `lengths` of the beads.
        bead: the one that is looked at.
        suspect: the edition that may lack something.
        own: the one it is measured by.
        here: how much longer the suspect is in this bead, as a logarithm.
    """
    pair = min(own, suspect), max(own, suspect)
    sign = 1 if suspect < own else -1
    elsewhere = [sign * ratio for number, ratio in ratios[pair].items() if number != bead]
    if not elsewhere:
        return here, 0.0
    usual = median(elsewhere)
    return here - usual, sum(abs(ratio - usual) for ratio in elsewhere) / len(elsewhere)


def size_of(side: Side, first: int, last: int) -> float:
    """Return the length of words in letters, as English would have it."""
    return float(side.sizes[first : last + 1].sum()) / side.language.relative_length
