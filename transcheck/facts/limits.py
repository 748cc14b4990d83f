"""How much of a sentence is searched for facts: prose keeps far below, damaged text does not.

The work on a sentence grows with the square of its facts, as each may be the counterpart of
each. A table that lost its markup, or a page of digits, must not hold up an archive.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import groupby

from transcheck.limits import SENTENCE_ENOUGH, SENTENCE_LONGEST, SENTENCE_MOST_FACTS
from transcheck.model import Edition, Fact, Kind, Segment, Skipped

_HINT = "cut the text into sentences, if it is prose; a table is better left out"
_ENDLESS = re.compile("[0-9]{41,}")
"""Digits that are no number which anybody counts with."""


def readable(edition: Edition) -> Edition:
    """Return an edition with its sentences as far as they are searched for facts.

    Offsets stay what they are.
    """
    segments = tuple(map(_readable, edition.segments))
    return edition if segments == edition.segments else replace(edition, segments=segments)


def _readable(segment: Segment) -> Segment:
    text = bounded(segment.text)
    return segment if text == segment.text else replace(segment, text=text)


def bounded(text: str) -> str:
    """Return a sentence as far as its words are compared; what remains has its old places."""
    if len(text) <= SENTENCE_ENOUGH:
        return text
    read = text[:SENTENCE_LONGEST]
    if len(read) < len(text):
        read = read[: read.rfind(" ") + 1].rstrip() or read
    return _ENDLESS.sub(lambda match: "#" * len(match[0]), read)


def capped(facts: Iterable[Fact]) -> Iterator[Fact]:
    """Yield the first facts of each sentence.

    Args:
        facts: those of an edition in reading order.
    """
    for _, found in groupby(facts, key=lambda fact: fact.segment):
        yield from list(found)[:SENTENCE_MOST_FACTS]


def unread(edition: Edition, facts: Iterable[Fact]) -> Iterator[Skipped]:
    """Yield what was left out of a comparison for the sake of its time.

    Args:
        edition: as it was segmented.
        facts: all of it that are compared.
    """
    for segment in edition.segments:
        if len(segment.text) > SENTENCE_LONGEST and segment.kind is not Kind.FURNITURE:
            length = f"{len(segment.text):,} characters, of which {SENTENCE_LONGEST:,} are read"
            yield _skipped(edition, segment, length)
    for index, found in groupby(facts, key=lambda fact: fact.segment):
        if sum(1 for _ in found) == SENTENCE_MOST_FACTS:
            reason = (
                f"{SENTENCE_MOST_FACTS} numbers, dates and names or more, of which so many are "
                "compared"
            )
            yield _skipped(edition, edition.segments[index], reason)


def _skipped(edition: Edition, segment: Segment, what: str) -> Skipped:
    where = f"{edition.path}:{segment.line}"
    return Skipped(str(edition.path), f"{where}: a sentence has {what}", _HINT)
