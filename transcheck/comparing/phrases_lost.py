"""Phrases that two editions have and the third has not, inside sentences that all have.

Two models decide (``training/phrases.py``, boosted trees). The first says of each word of
an edition how likely it is that the suspect lacks it; the best run of such words is taken in
each of the two editions. The second weighs the two runs, the lengths of the sentences, and
whether the suspect says the phrase in a sentence nearby.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from importlib.resources import files
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from transcheck.comparing.lacking import THERE, Partners, all_partners, may_lack, rows
from transcheck.comparing.trees import Trees
from transcheck.comparing.wordwise import Side, Sides, landmark, nearness

Floats = NDArray[np.float32]

START = 0.25
"""Probability from which on a word is rather lacking than not: runs are made of such."""
MOST_WORDS = 300
"""Words of a side that are looked at: the work grows with their square, and prose has fewer."""
NEARBY = 2
"""How many beads before and behind a phrase may have moved to."""


class Run(NamedTuple):
    """Words of one side that another lacks."""

    first: int
    last: int
    gain: float
    """Sum of the log-odds of its words, above those of `START`."""
    most: float
    mean: float
    whole: float
    """Mean probability of all words of the side."""


class Lost(NamedTuple):
    """A phrase that one edition lacks."""

    bead: int
    suspect: int
    runs: tuple[tuple[int, Run], ...]
    """The editions that have it, and where."""
    probability: float


@cache
def models() -> tuple[Trees, Trees]:
    """Return the model of words and the model of runs."""
    with (files(__package__) / "models" / "phrases.npz").open("rb") as file:
        arrays = dict(np.load(file))
    return Trees.read(arrays, "words"), Trees.read(arrays, "runs")


def lost(beads: Sequence[Sides], least: float) -> Iterator[Lost]:
    """Yield the phrases that one of three editions lacks, at most one a bead and edition.

    Args:
        beads: the words of all beads.
        least: the least probability that is reported, 0 to 1.
    """
    words, weigh = models()
    looked = list(candidates(beads))
    if not looked:
        return
    table = words.probabilities(np.concatenate([c.rows[n] for c in looked for n in c.others]))
    found: list[tuple[Candidate, tuple[Run, Run]]] = []
    start = 0
    for one in looked:
        made = []
        for n in one.others:
            end = start + len(one.rows[n])
            made.append(best_run(table[start:end]))
            start = end
        if made[0] is not None and made[1] is not None:
            found.append((one, (made[0], made[1])))
    if not found:
        return
    evidence = np.stack([weighed(beads, one, own) for one, own in found])
    for (one, own), p in zip(found, weigh.probabilities(evidence), strict=True):
        if p >= least:
            yield Lost(one.bead, one.suspect, tuple(zip(one.others, own, strict=True)), float(p))


class Candidate(NamedTuple):
    """An edition that may lack something in a bead."""

    bead: int
    suspect: int
    others: tuple[int, int]
    rows: Mapping[int, Floats]
    partners: Mapping[tuple[int, int], Partners]


def candidates(beads: Sequence[Sides]) -> Iterator[Candidate]:
    """Yield the editions that two others have telling words before, bead by bead."""
    for number, sides in enumerate(beads):
        full = [side for side in sides if side is not None]
        if len(sides) != 3 or len(full) != 3 or max(map(len, full)) > MOST_WORDS:
            continue
        found = all_partners(full)
        for x in range(3):
            y, z = (n for n in range(3) if n != x)
            if may_lack(x, (y, z), full, found):
                made = {y: rows(x, y, z, full, found), z: rows(x, z, y, full, found)}
                yield Candidate(number, x, (y, z), made, found)


def best_run(probabilities: Floats) -> Run | None:
    """Return the run of words with the largest sum of log-odds, or None where none is above 0."""
    p = np.clip(probabilities.astype(np.float64), 1e-4, 1 - 1e-4)
    gains = (np.log(p / (1 - p)) - np.log(START / (1 - START))).tolist()
    best, run, total, first = 0.0, None, 0.0, 0
    for i, gain in enumerate(gains):
        if total <= 0:
            total, first = 0.0, i
        total += gain
        if total > best:
            best, run = total, (first, i)
    if run is None:
        return None
    inside = p[run[0] : run[1] + 1]
    return Run(*run, best, float(p.max()), float(inside.mean()), float(p.mean()))


def weighed(beads: Sequence[Sides], one: Candidate, runs: tuple[Run, Run]) -> Floats:
    """Return what the second model looks at, shape (features,)."""
    sides = {n: side for n, side in enumerate(beads[one.bead]) if side is not None}
    suspect = sides[one.suspect]
    values: list[float] = [min(r.gain for r in runs), max(r.gain for r in runs)]
    size = _size(suspect, 0, len(suspect) - 1)
    for n, run in zip(one.others, runs, strict=True):
        side = sides[n]
        inside = slice(run.first, run.last + 1)
        phrase = _size(side, run.first, run.last)
        own = one.partners[n, one.suspect].nearest[inside]
        telling = side.telling[inside]
        there = float(own[telling].mean()) if telling.any() else 1.0
        whole = _size(side, 0, len(side) - 1)
        values += [
            run.gain, run.most, run.mean, run.whole, run.last - run.first + 1,
            float(telling.sum()), float(side.capital[inside].sum()),
            size / whole, size - whole, whole - phrase - size, phrase, there,
            _nearby(beads, one, n, run) - there,
            float(run.last == len(side) - 1), float(run.first in side.breaks),
            float(one.partners[n, one.others[n == one.others[0]]].nearest[inside].mean()),
        ]  # fmt: skip
    values += [size, float(suspect.language.rank), len(suspect.words)]
    return np.array(values, dtype=np.float32).round(3)


def gap(sides: Sides, found: Lost) -> int:
    """Return the word of the suspect behind which the phrase would stand, or its first word."""
    suspect = sides[found.suspect]
    own, run = found.runs[0]
    side = sides[own]
    if suspect is None or side is None or not run.first:
        return 0
    near = nearness(side, suspect)[: run.first]
    before = [i for i in range(run.first) if near[i].max() >= THERE]
    return int(near[before[-1]].argmax()) if before else 0


def _size(side: Side, first: int, last: int) -> float:
    """Return the length of words in letters, as English would have it."""
    return float(side.sizes[first : last + 1].sum()) / side.language.relative_length


def _nearby(beads: Sequence[Sides], one: Candidate, own: int, run: Run) -> float:
    """Return how much of a phrase the suspect says in the sentences nearby, as mean cosine."""
    side = beads[one.bead][own]
    around = range(max(0, one.bead - NEARBY), min(len(beads), one.bead + NEARBY + 1))
    near = [beads[n][one.suspect] for n in around if n != one.bead and beads[n]]
    if side is None:
        return 0.0
    words = [i for i in range(run.first, run.last + 1) if side.telling[i]]
    best = 0.0
    for other in near:
        if other is not None and words:
            cosines = side.vectors[words] @ other.vectors.T
            nearest = cosines.max(axis=1)
            marks = {mark for word in other.words for mark in landmark(word)}
            named = [not landmark(side.words[i]).isdisjoint(marks) for i in words]
            best = max(best, float(np.where(named, 1, nearest).mean()))
    return best
