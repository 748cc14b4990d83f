"""Editions that tell another story than the others: a file in the wrong folder, a wrong link.

Whatever is compared with them would be found to differ, so they are set aside before. What
tells is how much of the shorter text has a counterpart in the longer one, each pair of editions
aligned by itself: an old version or a summary, of which all stands in the other, is no other
story. Of pairs of 51 articles of news in three languages, whole or cut to a quarter, the share
was .27 and more, from four sentences on .5 and more; of pairs of two articles .2 at most.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations

from transcheck.aligning import align
from transcheck.embedding import Vectors
from transcheck.limits import ANOTHER_STORY_FEWEST, ANOTHER_STORY_LEAST, ANOTHER_STORY_SUSPICION
from transcheck.model import Alignment, Article, Bead, Edition, Kind
from transcheck.thresholds import AlignerThresholds


def strangers(
    article: Article,
    alignment: Alignment,
    vectors: Sequence[Vectors],
    thresholds: AlignerThresholds,
) -> tuple[int, ...]:
    """Return the positions of editions that tell another story than the first ones that agree.

    Args:
        article: the editions.
        alignment: of all of them.
        vectors: of the segments of each edition, as for `align`.
        thresholds: those for two editions.
    """
    sizes = [_told_in(edition) for edition in article.editions]
    there = range(len(sizes))
    if min(sizes) < ANOTHER_STORY_FEWEST or all(
        _share(alignment.beads, n, sizes) >= ANOTHER_STORY_SUSPICION for n in there
    ):
        return ()
    together = {
        (a, b) for a, b in combinations(there, 2) if _told(article, vectors, a, b, thresholds)
    }
    groups: list[set[int]] = []
    for n in there:
        joined = {n}.union(*(g for g in groups if any((m, n) in together for m in g)))
        groups = [*(g for g in groups if g.isdisjoint(joined)), joined]
    story = max(groups, key=lambda group: (len(group), -min(group)))
    return tuple(n for n in there if n not in story)


def _told(
    article: Article,
    vectors: Sequence[Vectors],
    a: int,
    b: int,
    thresholds: AlignerThresholds,
) -> bool:
    """Return whether two editions tell one story."""
    editions = (article.editions[a], article.editions[b])
    found = align(Article(article.name, editions), (vectors[a], vectors[b]), thresholds)
    sizes = [_told_in(edition) for edition in editions]
    shorter = int(sizes[1] < sizes[0])
    return _share(found.beads, shorter, sizes) >= ANOTHER_STORY_LEAST


def _told_in(edition: Edition) -> int:
    """Return how many sentences an edition has besides what the site says."""
    return sum(segment.kind is not Kind.FURNITURE for segment in edition.segments)


def _share(beads: Sequence[Bead], edition: int, sizes: Sequence[int]) -> float:
    """Return how much of an edition stands in another, at most what the others have room for."""
    matched = sum(
        len(bead.sides[edition]) * bead.score for bead in beads if sum(map(bool, bead.sides)) > 1
    )
    longest = max(size for n, size in enumerate(sizes) if n != edition)
    return matched / min(sizes[edition], longest)


def without(article: Article, positions: Sequence[int]) -> Article:
    """Return an article without some of its editions."""
    kept = tuple(e for n, e in enumerate(article.editions) if n not in positions)
    return Article(article.name, kept)


def restored(alignment: Alignment, article: Article, positions: Sequence[int]) -> tuple[Bead, ...]:
    """Return beads of all editions, those of the ones set aside each with a sentence alone.

    Args:
        alignment: of the editions that were compared.
        article: with all editions.
        positions: of the editions that were set aside.
    """
    kept = [n for n in range(len(article.editions)) if n not in positions]
    empty: list[tuple[int, ...]] = [() for _ in article.editions]
    beads = []
    for bead in alignment.beads:
        sides = list(empty)
        for n, side in zip(kept, bead.sides, strict=True):
            sides[n] = side
        beads.append(Bead(tuple(sides), bead.score, bead.moved))
    for n in positions:
        for segment in article.editions[n].segments:
            sides = list(empty)
            sides[n] = (segment.index,)
            beads.append(Bead(tuple(sides), 1.0))
    return tuple(beads)
