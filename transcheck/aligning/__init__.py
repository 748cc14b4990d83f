"""Aligning: which sentences of the editions say the same.

Nearest neighbours from an index give anchors (`anchors`), anchors cut the article into
short stretches, dynamic programming over all editions at once fills these (`lattice`),
and what is left over is matched out of order (`moves`). Headlines, captions and bylines
are aligned among themselves (`streams`). The result covers every sentence of every
edition once, in beads with a meaningful score.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations
from math import exp

import numpy as np

from transcheck.aligning.anchors import cut, find_anchors
from transcheck.aligning.lattice import Pairs, Scorer, Starts, Step, Stretch, best_path
from transcheck.aligning.moves import join_moved
from transcheck.aligning.similarity import Pair, Side
from transcheck.aligning.streams import Stream, in_reading_order, streams
from transcheck.embedding import Vectors
from transcheck.languages import named
from transcheck.model import Alignment, Article, Bead, Edition
from transcheck.thresholds import AlignerThresholds


def align(article: Article, vectors: Sequence[Vectors], thresholds: AlignerThresholds) -> Alignment:
    """Align two or more editions of an article.

    Args:
        article: the editions.
        vectors: for each edition the vectors of its segments, float32, shape
            (segments, dimension), rows of norm 1.
        thresholds: those of the encoder's family.
    """
    parts = [_align_stream(article, stream, vectors, thresholds) for stream in streams(article)]
    return Alignment(in_reading_order(parts))


def _align_stream(
    article: Article, stream: Stream, vectors: Sequence[Vectors], thresholds: AlignerThresholds
) -> list[Bead]:
    sides = [
        _side(edition, indexes, v)
        for edition, indexes, v in zip(article.editions, stream, vectors, strict=True)
    ]
    pairs = {
        (a, b): Pair(sides[a], sides[b], thresholds) for a, b in combinations(range(len(sides)), 2)
    }
    anchors = find_anchors(pairs, len(sides))
    beads: list[Bead] = []
    for piece in cut(anchors, [len(indexes) for indexes in stream]):
        beads.extend(_resolve(piece, pairs, thresholds))
    beads = _with_moved(beads, pairs, thresholds)
    return [
        Bead(
            tuple(
                tuple(indexes[i] for i in side)
                for indexes, side in zip(stream, bead.sides, strict=True)
            ),
            bead.score,
            bead.moved,
        )
        for bead in beads
    ]


def _resolve(piece: Starts | Stretch, pairs: Pairs, thresholds: AlignerThresholds) -> list[Bead]:
    if isinstance(piece, Stretch):
        scorer = Scorer(piece, pairs, thresholds)
        path = best_path(piece, scorer)
        return [_bead(step, scorer.evidence(step)) for step in path]
    stretch = Stretch(piece, tuple(p + 1 for p in piece))
    step = Step(piece, tuple(1 for _ in piece))
    return [_bead(step, Scorer(stretch, pairs, thresholds).evidence(step))]


def _with_moved(beads: list[Bead], pairs: Pairs, thresholds: AlignerThresholds) -> list[Bead]:
    joined = join_moved([bead.sides for bead in beads], pairs, thresholds)
    for moved, stays in joined.items():
        sides = tuple(a or b for a, b in zip(beads[stays].sides, beads[moved].sides, strict=True))
        beads[stays] = Bead(sides, min(beads[stays].score, beads[moved].score), moved=True)
    return [bead for n, bead in enumerate(beads) if n not in joined]


def _side(edition: Edition, indexes: Sequence[int], vectors: Vectors) -> Side:
    usual = named(edition.language).relative_length
    lengths = [max(1, len(edition.segments[i].text)) / usual for i in indexes]
    return Side(vectors[list(indexes)], np.asarray(lengths, dtype=np.float64))


def _bead(step: Step, odds: float) -> Bead:
    sides = tuple(tuple(range(s, s + c)) for s, c in zip(step.starts, step.counts, strict=True))
    return Bead(sides, round(1 / (1 + exp(-odds)), 4))
