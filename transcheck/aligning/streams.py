"""Streams: the parts of an article that are aligned by themselves.

A photo credit is no counterpart of a sentence of the story. Headlines, captions and
bylines form streams of their own; furniture is aligned with nothing; all the rest is the story.
"""

from __future__ import annotations

from collections.abc import Sequence

from transcheck.model import Article, Bead, Kind

Stream = tuple[tuple[int, ...], ...]
"""For each edition the indexes of its segments that belong to the stream, ascending."""

APART = (Kind.HEADLINE, Kind.BYLINE, Kind.CAPTION)


def streams(article: Article) -> tuple[Stream, ...]:
    """Return the story first, then each kind that stands apart.

    Where an edition has no headline of its own (a plain text without a title line), its
    counterpart may stand in the story, so headlines are then part of the story everywhere.
    """
    apart = []
    for kind in APART:
        stream = tuple(
            tuple(s.index for s in edition.segments if s.kind is kind)
            for edition in article.editions
        )
        if any(stream) and (kind is not Kind.HEADLINE or all(stream)):
            apart.append((kind, stream))
    kinds = {Kind.FURNITURE, *(kind for kind, _ in apart)}
    story = tuple(
        tuple(s.index for s in edition.segments if s.kind not in kinds)
        for edition in article.editions
    )
    return (story, *(stream for _, stream in apart))


def furniture(article: Article) -> list[Bead]:
    """Return a bead for each segment of furniture, which no other edition answers."""
    return [
        Bead(tuple((s.index,) if own is edition else () for own in article.editions), 1.0)
        for edition in article.editions
        for s in edition.segments
        if s.kind is Kind.FURNITURE
    ]


def in_reading_order(parts: Sequence[Sequence[Bead]]) -> tuple[Bead, ...]:
    """Return the beads of all streams as one sequence: those apart stand where they occur."""
    story, *apart = parts
    merged = list(story)
    for beads in apart:
        for bead in beads:
            edition = next(n for n, side in enumerate(bead.sides) if side)
            at = next(
                (
                    n
                    for n, other in enumerate(merged)
                    if other.sides[edition] and other.sides[edition] > bead.sides[edition]
                ),
                len(merged),
            )
            merged.insert(at, bead)
    return tuple(merged)
