"""Aligning: which sentences of the editions say the same.

Nearest neighbours from an index give anchors (`anchors`), anchors cut the article into
short stretches, dynamic programming over all editions at once fills these (`lattice`),
and what is left over is matched out of order (`moves`). Headlines, captions and bylines
are aligned among themselves (`streams`). The result covers every sentence of every
edition once, in beads with a meaningful score.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import combinations
from math import exp

import numpy as np

from transcheck.aligning.anchors import cut, find_links, longest_chain, moved_blocks
from transcheck.aligning.joining import join_told
from transcheck.aligning.lattice import Pairs, Starts, Step, Stretch, best_path
from transcheck.aligning.moves import grow_moved, join_moved
from transcheck.aligning.similarity import Pair, Side, side_of
from transcheck.aligning.streams import Stream, furniture, in_reading_order, streams
from transcheck.embedding import Vectors
from transcheck.model import Alignment, Article, Bead
from transcheck.thresholds import AlignerThresholds


def align(article: Article, vectors: Sequence[Vectors], thresholds: AlignerThresholds) -> Alignment:
    """Align two or more editions of an article.

    Args:
        article: the editions.
        vectors: for each edition the vectors of its segments, float32, shape
            (segments, dimension), rows of norm 1.
        thresholds: those of the encoder's family.
    """
    parts = [_aligned(article, stream, vectors, thresholds) for stream in streams(article)]
    return Alignment(in_reading_order([*parts, furniture(article)]))


def _aligned(
    article: Article, stream: Stream, vectors: Sequence[Vectors], thresholds: AlignerThresholds
) -> list[Bead]:
    """Align one stream, and join what some editions tell inside the sentence beside it."""
    beads = _align_stream(article, stream, vectors, thresholds)
    if thresholds.join is None:
        return beads
    sides = _sides(article, stream, vectors)
    places = [{index: place for place, index in enumerate(indexes)} for indexes in stream]
    return _renumbered(join_told(_renumbered(beads, places), sides, thresholds.join), stream)


def _align_stream(
    article: Article, stream: Stream, vectors: Sequence[Vectors], thresholds: AlignerThresholds
) -> list[Bead]:
    """Align one stream: first the passages in another order, then what is left in order."""
    pairs = _pairs(article, stream, vectors, thresholds)
    links = find_links(pairs, len(stream))
    chain = longest_chain(links, len(stream))
    blocks = moved_blocks(links, chain)
    if not blocks:
        return _renumbered(_align_ordered(stream, chain, pairs, thresholds), stream)
    moved = [
        replace(bead, moved=all(bead.sides))
        for block in blocks
        for bead in _resolve(block, pairs, thresholds)
    ]
    rest = tuple(
        tuple(
            index
            for place, index in enumerate(indexes)
            if not any(b.starts[n] <= place < b.ends[n] for b in blocks)
        )
        for n, indexes in enumerate(stream)
    )
    places = tuple({index: place for place, index in enumerate(indexes)} for indexes in stream)
    in_order = _renumbered(_align_stream(article, rest, vectors, thresholds), places)
    beads = in_reading_order([in_order, moved])
    return _renumbered(grow_moved(beads, lambda s: _resolve(s, pairs, thresholds)), stream)


def _align_ordered(
    stream: Stream, chain: Sequence[Starts], pairs: Pairs, thresholds: AlignerThresholds
) -> list[Bead]:
    pieces = cut(chain, [len(indexes) for indexes in stream])
    settled = _settled([piece for piece in pieces if not isinstance(piece, Stretch)], pairs)
    beads: list[Bead] = []
    for piece in pieces:
        if isinstance(piece, Stretch):
            beads.extend(_resolve(piece, pairs, thresholds))
        else:
            beads.append(settled[piece])
    return _with_moved(beads, pairs, thresholds)


def _pairs(
    article: Article, stream: Stream, vectors: Sequence[Vectors], thresholds: AlignerThresholds
) -> Pairs:
    sides = _sides(article, stream, vectors)
    return {
        (a, b): Pair(sides[a], sides[b], thresholds) for a, b in combinations(range(len(sides)), 2)
    }


def _sides(article: Article, stream: Stream, vectors: Sequence[Vectors]) -> list[Side]:
    return [
        side_of(edition, indexes, own)
        for edition, indexes, own in zip(article.editions, stream, vectors, strict=True)
    ]


def _renumbered(
    beads: Sequence[Bead], numbers: Sequence[Mapping[int, int] | tuple[int, ...]]
) -> list[Bead]:
    """Return beads with other numbers: from positions in a stream to segments, or back."""
    return [
        Bead(
            tuple(
                tuple([edition[i] for i in side])
                for edition, side in zip(numbers, bead.sides, strict=True)
            ),
            bead.score,
            bead.moved,
        )
        for bead in beads
    ]


def _resolve(stretch: Stretch, pairs: Pairs, thresholds: AlignerThresholds) -> list[Bead]:
    return [_bead(step, pairs) for step in best_path(stretch, pairs, thresholds)]


def _settled(anchors: Sequence[Starts], pairs: Pairs) -> dict[Starts, Bead]:
    """Return the beads of anchors, each a sentence of every edition."""
    if not anchors:
        return {}
    columns = np.array(anchors, dtype=np.intp).T
    odds = sum(pair.partner_odds(columns[a], columns[b]) for (a, b), pair in pairs.items())
    return {
        anchor: Bead(tuple((place,) for place in anchor), _score(each))
        for anchor, each in zip(anchors, np.asarray(odds).tolist(), strict=True)
    }


def _with_moved(beads: list[Bead], pairs: Pairs, thresholds: AlignerThresholds) -> list[Bead]:
    """Return the beads with those joined that say the same in different places."""
    whole: dict[int, Bead] = {}
    gone: set[int] = set()
    for one, two in join_moved([bead.sides for bead in beads], pairs, thresholds):
        sides = tuple(a or b for a, b in zip(one.sides, two.sides, strict=True))
        parts = [*one.beads, *two.beads]
        # The part with more editions keeps its place, of two equal ones the earlier.
        stays = max(parts, key=lambda n: (sum(map(bool, beads[n].sides)), -n))
        score = min(beads[n].score for n in parts)
        whole[stays] = Bead(sides, score, moved=True)
        gone.update(n for n in parts if n != stays)
    return [whole.get(n, bead) for n, bead in enumerate(beads) if n not in gone]


def _bead(step: Step, pairs: Pairs) -> Bead:
    sides = tuple(tuple(range(s, s + c)) for s, c in zip(step.starts, step.counts, strict=True))
    filled = [n for n, side in enumerate(sides) if side]
    odds = step.evidence if len(filled) > 1 else -_nearness(filled[0], step, pairs)
    return Bead(sides, _score(odds))


def _score(odds: float) -> float:
    return round(1 / (1 + exp(-max(-50.0, min(50.0, odds)))), 4)


def _nearness(alone: int, step: Step, pairs: Pairs) -> float:
    """Return the log-odds that the only sentence of a bead has a match in any edition."""
    at = step.starts[alone]
    return max(
        pair.nearness(at if a == alone else None, at if b == alone else None)
        for (a, b), pair in pairs.items()
        if alone in (a, b)
    )
