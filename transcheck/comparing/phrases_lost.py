"""Phrases that two editions have and the third has not, inside sentences that all have.

Two models decide (``training/phrases.py``, boosted trees). The first says of each word of
an edition how likely it is that the suspect lacks it, to which its counterpart in the other
edition has as much to say; the best run of such words is taken in each of the two editions.
The second weighs the two runs, the lengths of the sentences, and whether the suspect says the
phrase in a sentence nearby.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Sequence
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from transcheck.comparing.candidates import (
    Candidate,
    Lengths,
    all_pairs,
    candidates,
    lengths,
    shortened,
    size_of,
)
from transcheck.comparing.lacking import Partners, without_room
from transcheck.comparing.trees import Trees
from transcheck.comparing.wordwise import Sides, landmark, nearness
from transcheck.limits import (
    LACKING_THERE,
    PHRASES_LOST_FAR,
    PHRASES_LOST_NEARBY,
    PHRASES_LOST_RENDERED,
    PHRASES_LOST_SHORTEST,
)

_SHORT = re.compile(r"[^\W\d_a-zа-яіїєґё]{2,6}")
"""An abbreviation: BST, МВА."""

Floats = NDArray[np.float32]
Doubles = NDArray[np.float64]

_START = math.log(1 / 3)
"""Log-odds from which on a word is rather lacking than not: runs are made of such."""


class Run(NamedTuple):
    """Words of one side that another lacks."""

    first: int
    last: int
    gain: float
    """Sum of the log-odds of its words, above `_START`."""
    most: float
    """Probability of the word that is surest lacking."""


class Lost(NamedTuple):
    """A phrase that one edition lacks."""

    bead: int
    suspect: int
    runs: tuple[tuple[int, Run], ...]
    """The editions that have it, and where."""
    probability: float


class Models(NamedTuple):
    """What decides about phrases."""

    words: Trees
    runs: Trees
    least: tuple[float, float]
    """Probability from which on a phrase is reported: in free editions, and in literal ones."""

    @classmethod
    def read(cls, path: Traversable) -> Models:
        """Return the models in a file."""
        with path.open("rb") as file:
            arrays = dict(np.load(file))
        free, literal = arrays["limits"].tolist()
        return cls(Trees.read(arrays, "words"), Trees.read(arrays, "runs"), (free, literal))


@cache
def shipped() -> Models:
    """Return the models of the package."""
    return Models.read(files(__package__) / "models" / "phrases.npz")


def lost(beads: Sequence[Sides], models: Models | None = None) -> Iterator[Lost]:
    """Yield the phrases that one of three editions lacks, at most one a bead and edition.

    Args:
        beads: the words of all beads.
        models: what decides; by default the shipped ones.
    """
    models = models or shipped()
    found = list(with_runs(list(candidates(beads, all_pairs(beads))), models.words))
    if not found:
        return
    ratios = lengths(beads)
    evidence = np.stack([weighed(beads, ratios, one, runs) for one, runs in found])
    for (one, runs), p in zip(found, models.runs.probabilities(evidence), strict=True):
        sides = beads[one.bead]
        if (
            p >= models.least[one.is_literal]
            and min(run.last - run.first + 1 for run in runs) >= PHRASES_LOST_SHORTEST
            and not abbreviated(sides, one, runs)
        ):
            own = tuple(zip(one.others, runs, strict=True))
            yield Lost(one.bead, one.suspect, own, float(p))


def abbreviated(sides: Sides, one: Candidate, runs: tuple[Run, Run]) -> bool:
    """Return whether the suspect has an abbreviation of its own where a phrase would stand.

    It may be the phrase: BST for «англійським літнім часом».
    """
    suspect = sides[one.suspect]
    if suspect is None:
        return False
    short = [i for i, word in enumerate(suspect.words) if _SHORT.fullmatch(word.raw)]
    short = [
        i for i in short if all(one.partners[one.suspect, n].nearest[i] < 1 for n in one.others)
    ]
    for n, run in zip(one.others, runs, strict=True):
        lost = one.partners[n, one.suspect]
        low, high = sorted((int(lost.before[run.first]), int(lost.after[run.last])))
        if any(low < i < high for i in short):
            return True
    return False


def with_runs(
    looked: Sequence[Candidate], words: Trees
) -> Iterator[tuple[Candidate, tuple[Run, Run]]]:
    """Yield candidates with the best run of each edition that has the words, where both have one.

    Args:
        looked: the candidates of an article.
        words: the model of words.
    """
    if not looked:
        return
    table = words.probabilities(np.concatenate([c.rows[n] for c in looked for n in c.others]))
    start = 0
    for one in looked:
        own = []
        for n in one.others:
            end = start + len(one.rows[n])
            own.append(log_odds(table[start:end]))
            start = end
        runs = tuple(best_run(odds) for odds in agreed(one, *own))
        if runs[0] is not None and runs[1] is not None:
            yield one, (runs[0], runs[1])


def log_odds(probabilities: Floats) -> Doubles:
    """Return the log-odds of probabilities, those of .0001 at least."""
    p = np.clip(probabilities.astype(np.float64), 1e-4, 1 - 1e-4)
    odds: Doubles = np.log(p / (1 - p))
    return odds


def agreed(one: Candidate, first: Doubles, second: Doubles) -> tuple[Doubles, Doubles]:
    """Return the log-odds of the words of both editions, each the mean with its counterpart's."""
    y, z = one.others
    return (
        _agreed(first, second, one.partners[y, z]),
        _agreed(second, first, one.partners[z, y]),
    )


def _agreed(own: Doubles, theirs: Doubles, kept: Partners) -> Doubles:
    return np.where(kept.nearest >= LACKING_THERE, (own + theirs[kept.which]) / 2, own)


def best_run(odds: Doubles) -> Run | None:
    """Return the run of words with the largest sum of log-odds, or None where none is above 0."""
    gains = (odds - _START).tolist()
    best, run, total, first = 0.0, None, 0.0, 0
    for i, gain in enumerate(gains):
        if total <= 0:
            total, first = 0.0, i
        total += gain
        if total > best:
            best, run = total, (first, i)
    if run is None:
        return None
    return Run(*run, best, float(1 / (1 + np.exp(-odds[run[0] : run[1] + 1].max()))))


def weighed(
    beads: Sequence[Sides],
    ratios: Lengths,
    one: Candidate,
    runs: tuple[Run, Run],
) -> Floats:
    """Return what the second model looks at, shape (features,).

    Args:
        beads: the words of all beads.
        ratios: their `lengths`.
        one: the edition that may lack the runs.
        runs: what each of the others has.
    """
    sides = {n: side for n, side in enumerate(beads[one.bead]) if side is not None}
    suspect = sides[one.suspect]
    values: list[float] = [max(r.gain for r in runs)]
    size = size_of(suspect, 0, len(suspect) - 1)
    for n, run in zip(one.others, runs, strict=True):
        side, other = sides[n], one.others[n == one.others[0]]
        inside = slice(run.first, run.last + 1)
        phrase = size_of(side, run.first, run.last)
        telling = side.telling[inside]
        there = one.partners[n, one.suspect].nearest[inside]
        own = float(there[telling].mean()) if telling.any() else 1.0
        whole = size_of(side, 0, len(side) - 1)
        near, far, rendered = _nearby(beads, one, n, run)
        values += [
            run.gain, run.most, run.last - run.first + 1, size / whole, size - whole,
            whole - phrase - size, phrase, own, near - own, far, rendered,
            float(one.partners[n, other].nearest[inside].mean()),
            *_unplaced(one.partners[n, one.suspect], one.partners[n, other], inside),
            *shortened(
                ratios, one.bead, suspect=one.suspect, own=n, here=math.log(size / whole)
            ),
        ]  # fmt: skip
    y, z = one.others
    values += [one.literal[n, one.suspect] for n in one.others]
    values += [one.literal[y, z], size, float(suspect.language.rank), len(suspect.words)]
    return np.array(values, dtype=np.float32).round(3)


def _unplaced(lost: Partners, kept: Partners, inside: slice) -> tuple[float, float, float]:
    """Return how much of a phrase finds no room in the suspect, and how much else does not.

    What finds none in the other edition either is taken off: as a share of the phrase, as a sum,
    and the sum of the sentence's other words.
    """
    more = without_room(lost, kept) * lost.own
    here = float(more[inside].sum())
    return here / float(lost.own[inside].sum()), here, float(more.sum()) - here


def gap(sides: Sides, found: Lost) -> int:
    """Return the word of the suspect behind which the phrase would stand, or its first word."""
    suspect = sides[found.suspect]
    own, run = found.runs[0]
    side = sides[own]
    if suspect is None or side is None or not run.first:
        return 0
    near = nearness(side, suspect)[: run.first]
    before = [i for i in range(run.first) if near[i].max() >= LACKING_THERE]
    return int(near[before[-1]].argmax()) if before else 0


def _nearby(
    beads: Sequence[Sides], one: Candidate, own: int, run: Run
) -> tuple[float, float, float]:
    """Return how much of a phrase the suspect says in one sentence nearby.

    As mean cosine in a sentence that is near, or far; and as the share of its words that are
    surely there.
    """
    side = beads[one.bead][own]
    words = [i for i in range(run.first, run.last + 1) if side is not None and side.telling[i]]
    best = [0.0, 0.0, 0.0]
    if side is None or not words:
        return 0.0, 0.0, 0.0
    marks = [landmark(side.words[i]) for i in words]
    first = max(0, one.bead - PHRASES_LOST_FAR)
    for n in range(first, min(len(beads), one.bead + PHRASES_LOST_FAR + 1)):
        other = beads[n][one.suspect] if n != one.bead and beads[n] else None
        if other is None:
            continue
        there = {mark for _, mark in other.marks}
        named = np.array([not mark.isdisjoint(there) for mark in marks])
        nearest = (side.vectors[words] @ other.vectors.T).max(axis=1)
        mean = float(np.where(named, 1, nearest).mean())
        near = abs(n - one.bead) <= PHRASES_LOST_NEARBY
        rendered = float((named | (nearest > PHRASES_LOST_RENDERED)).mean())
        found = mean if near else 0.0, mean, rendered
        best = [max(a, b) for a, b in zip(best, found, strict=True)]
    return best[0], best[1], best[2]
