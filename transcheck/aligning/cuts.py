"""Cuts: sentences that one edition tells only in part.

Length raises the suspicion: the sentence is much shorter than its counterparts, which
agree with each other. Meaning decides: if the end was cut off, the sentence is nearer to
the beginnings of its counterparts than to the whole of them, while the counterparts, cut
at that place, would lose likeness to one another. On 62 professionally translated
articles the two together find 20 of 24 planted cuts at 0.05 false alarms an article;
length alone needs 0.19 for 14 of them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from math import log
from statistics import fmean

import numpy as np
from numpy.typing import NDArray

from transcheck.aligning.streams import APART
from transcheck.languages import named
from transcheck.model import Article, Bead, Cut
from transcheck.thresholds import AlignerThresholds

SUSPICION = 0.2
"""Least log ratio of the others' length to the suspect's: below, nothing planted was found."""

SHORTEST = 15
"""Characters a suspect has at least: of less, length says nothing."""

PUNCTUATION_BONUS = 0.08
"""Share of a sentence by which a cut may be farther off if it falls on punctuation."""


@dataclass(frozen=True, slots=True)
class Probe:
    """A sentence suspected of being cut, and the texts whose vectors decide it."""

    bead: int
    """Position of the bead in the alignment."""
    suspect: int
    """Position of the edition."""
    deficit: float
    """Natural log of the mean length of the others over that of the suspect."""
    wholes: tuple[str, ...]
    """What each edition says in the bead."""
    beginnings: tuple[tuple[int, str], ...]
    """For each other edition its position and the part that the suspect may have."""

    @property
    def texts(self) -> tuple[str, ...]:
        """Return every text whose vector `judge` needs."""
        return (*self.wholes, *(text for _, text in self.beginnings))


def probes(article: Article, beads: tuple[Bead, ...]) -> Iterator[Probe]:
    """Yield the sentences that are suspiciously short beside their counterparts."""
    for n, bead in enumerate(beads):
        if not all(bead.sides) or article.editions[0].segments[bead.sides[0][0]].kind in APART:
            continue
        wholes = tuple(
            " ".join(edition.segments[i].text for i in side)
            for edition, side in zip(article.editions, bead.sides, strict=True)
        )
        lengths = [
            len(whole) / named(edition.language).relative_length
            for edition, whole in zip(article.editions, wholes, strict=True)
        ]
        suspect = lengths.index(min(lengths))
        others = [m for m in range(len(lengths)) if m != suspect]
        deficit = fmean(log(lengths[m] / lengths[suspect]) for m in others)
        if deficit < SUSPICION or len(wholes[suspect]) < SHORTEST:
            continue
        beginnings = tuple(
            (m, wholes[m][: _cut_at(wholes[m], lengths[suspect] / lengths[m])]) for m in others
        )
        yield Probe(n, suspect, deficit, wholes, beginnings)


def judge(
    probe: Probe, vectors: Mapping[str, NDArray[np.float32]], thresholds: AlignerThresholds
) -> Cut | None:
    """Return the cut, where vectors confirm the suspicion.

    Args:
        probe: the suspicion.
        vectors: a vector of norm 1 for each of `Probe.texts`.
        thresholds: those of the encoder's family.
    """
    suspect = vectors[probe.wholes[probe.suspect]]
    nearer, lost = [], []
    for other, beginning in probe.beginnings:
        whole, part = vectors[probe.wholes[other]], vectors[beginning]
        nearer.append(float((part - whole) @ suspect))
        for third, _ in probe.beginnings:
            if third != other:
                lost.append(float((whole - part) @ vectors[probe.wholes[third]]))
    odds = (
        thresholds.cut_nearer * fmean(nearer)
        + thresholds.cut_lost * (fmean(lost) if lost else 0.0)
        + thresholds.cut_deficit * probe.deficit
        - thresholds.cut_cost
    )
    if odds <= 0:
        return None
    ends = tuple((other, len(beginning)) for other, beginning in probe.beginnings)
    return Cut(probe.bead, probe.suspect, ends, round(1 / (1 + float(np.exp(-odds))), 4))


def _cut_at(text: str, share: float) -> int:
    """Return where to cut a text so that about `share` of it is left, at a word's end."""
    best, cost = len(text), float("inf")
    for space in re.finditer(" ", text):
        at = space.start()
        on_punctuation = text[at - 1] in ',;:.!?…)»”"—–-' or text[at + 1 : at + 2] in '(«“"—–-'
        distance = abs(at / len(text) - share) + (0 if on_punctuation else PUNCTUATION_BONUS)
        if distance < cost:
            best, cost = at, distance
    return best
