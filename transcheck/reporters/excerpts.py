"""Excerpts: what each edition says at the place a finding is about.

Knows nothing of how it is shown; every reporter that shows editions side by side
builds on it.
"""

from __future__ import annotations

import os
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import NamedTuple

from transcheck.model import (
    Alignment,
    ArticleReport,
    Edition,
    Family,
    Finding,
    Occurrence,
    Segment,
)
from transcheck.reporters.visible import visible

_NO_ABSENCE = frozenset({Family.MOVED, Family.LANGUAGE})
"""Families in which an edition without an occurrence may well say what the others say."""


class Gap(StrEnum):
    """What an edition lacks at the place."""

    NONE = ""
    SENTENCE = "nothing here"
    """It has no sentence there at all."""
    PART = "not said here"
    """Its sentence there leaves something out."""


@dataclass(frozen=True, slots=True)
class Passage:
    """A sentence at the place, with what a finding is about marked."""

    text: str
    marks: tuple[tuple[int, int], ...] = ()
    """Ranges of code points, ascending, apart from each other."""

    @property
    def whole(self) -> bool:
        """Return whether the one mark covers the sentence from end to end."""
        return self.marks == ((0, len(self.text)),)

    def window(self, most: int) -> tuple[int, int]:
        """Return the range to show of at most `most` characters: all, or around the first mark."""
        if len(self.text) <= most:
            return 0, len(self.text)
        start = max(0, (self.marks[0][0] if self.marks else 0) - most // 3)
        return start, min(len(self.text), start + most)


class Excerpt(NamedTuple):
    """What one edition says at the place of one finding."""

    language: str
    path: Path
    places: tuple[tuple[int, int], ...]
    """Line and column of every occurrence; without any, where the reader should look."""
    passages: tuple[Passage, ...]
    gap: Gap
    """Stands behind the passages."""
    before: str
    """The sentence in front, where the order is what the finding is about; or empty."""
    after: str
    """The sentence behind, likewise."""
    suspect: bool


def excerpts(report: ArticleReport, finding: Finding) -> tuple[Excerpt, ...]:
    """Return one excerpt an edition, in the order of the editions.

    Editions without an occurrence show the sentences aligned with the occurrences.
    """
    number = {edition.language: n for n, edition in enumerate(report.editions)}
    concerned: list[set[int]] = [set() for _ in report.editions]
    for occurrence in finding.occurrences:
        concerned[number[occurrence.language]].add(occurrence.segment)
    found = tuple(
        _excerpt(report.alignment, edition, n, finding, concerned)
        for n, edition in enumerate(report.editions)
    )
    if finding.family is Family.MOVED or any(e.gap is Gap.SENTENCE for e in found):
        return found
    return tuple(excerpt._replace(before="", after="") for excerpt in found)


def _excerpt(
    alignment: Alignment, edition: Edition, number: int, finding: Finding, concerned: list[set[int]]
) -> Excerpt:
    own = [o for o in finding.occurrences if o.language == edition.language]
    shown = sorted(concerned[number]) or _counterparts(alignment, number, concerned)
    first = shown[0] if shown else _gap_after(alignment, number, concerned) + 1
    last = shown[-1] + 1 if shown else first
    return Excerpt(
        language=edition.language,
        path=edition.path,
        places=_places(edition, own, first),
        passages=tuple(_passage(edition.segments[index], own) for index in shown),
        gap=_gap(finding, said=bool(own), shown=bool(shown)),
        before=edition.segments[first - 1].text if first > 0 else "",
        after=edition.segments[last].text if last < len(edition.segments) else "",
        suspect=edition.language in finding.suspects,
    )


def _gap(finding: Finding, *, said: bool, shown: bool) -> Gap:
    if said:
        return Gap.NONE
    if not shown:
        return Gap.SENTENCE
    return Gap.PART if finding.family not in _NO_ABSENCE else Gap.NONE


def _places(edition: Edition, own: list[Occurrence], first: int) -> tuple[tuple[int, int], ...]:
    if own:
        found = {edition.segments[o.segment].place(o.start) for o in own}
        return tuple(sorted(found))
    if first < len(edition.segments):
        return (edition.segments[first].place(0),)
    if edition.segments:
        return ((edition.segments[-1].end_line, edition.segments[-1].end_column),)
    return ((1, 1),)


def _passage(segment: Segment, own: list[Occurrence]) -> Passage:
    ranges = sorted((o.start, o.end) for o in own if o.segment == segment.index)
    return Passage(segment.text, tuple(_joined(ranges)))


def _joined(ranges: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    """Return ascending ranges with those that overlap made one."""
    joined: list[tuple[int, int]] = []
    for start, end in ranges:
        if joined and start < joined[-1][1]:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        elif start < end:
            joined.append((start, end))
    return joined


def _counterparts(alignment: Alignment, number: int, concerned: list[set[int]]) -> list[int]:
    """Return the segments of edition `number` in the beads that hold concerned ones."""
    return sorted(
        index
        for bead in alignment.beads
        if _holds(bead.sides, concerned)
        for index in bead.sides[number]
    )


def _gap_after(alignment: Alignment, number: int, concerned: list[set[int]]) -> int:
    """Return the last segment of edition `number` in front of the concerned beads, or -1."""
    last = -1
    for bead in alignment.beads:
        if _holds(bead.sides, concerned):
            break
        if bead.sides[number] and not bead.moved:
            last = max(bead.sides[number])
    return last


def _holds(sides: tuple[tuple[int, ...], ...], concerned: list[set[int]]) -> bool:
    return any(
        not segments.isdisjoint(side) for side, segments in zip(sides, concerned, strict=True)
    )


class Location(NamedTuple):
    """One place in the source of one edition."""

    language: str
    path: Path
    line: int
    column: int
    end: tuple[int, int] | None
    """Line and column just behind it; None where nothing is said, only a place to look at."""
    text: str
    """What is said there on one line, safe to show; or what is missing, in dashes."""
    value: str = ""
    """The normalised value in writing, where the finding is about one."""


def locations(report: ArticleReport, finding: Finding) -> tuple[Location, ...]:
    """Return the locations of a finding, the leading one first, at least one an edition."""
    found = [
        location
        for edition, excerpt in zip(report.editions, excerpts(report, finding), strict=True)
        for location in _of_edition(edition, excerpt, finding)
    ]
    # Sorting is stable: otherwise it is the order of the editions, and of reading.
    return tuple(sorted(found, key=lambda o: (o.language not in finding.suspects, o.end is None)))


def source_path(path: Path, root: Path) -> str:
    """Return a path as services of code hosting want it: below `root`, with slashes."""
    if path.is_absolute() and path.is_relative_to(root):
        path = path.relative_to(root)
    return visible(Path(os.path.normpath(path)).as_posix())


def _of_edition(edition: Edition, excerpt: Excerpt, finding: Finding) -> list[Location]:
    own = [o for o in finding.occurrences if o.language == edition.language]
    if own:
        return [_said(edition, occurrence) for occurrence in own]
    line, column = excerpt.places[0]
    said = excerpt.gap is Gap.NONE and excerpt.passages
    text = visible(excerpt.passages[0].text) if said else f"— {excerpt.gap.value} —"
    return [Location(edition.language, edition.path, line, column, None, text)]


def _said(edition: Edition, occurrence: Occurrence) -> Location:
    segment = edition.segments[occurrence.segment]
    line, column = segment.place(occurrence.start)
    return Location(
        language=edition.language,
        path=edition.path,
        line=line,
        column=column,
        end=_end(segment, occurrence),
        text=visible(occurrence.text),
        value=visible(occurrence.value or ""),
    )


def _end(segment: Segment, occurrence: Occurrence) -> tuple[int, int]:
    if occurrence.end <= occurrence.start:
        return segment.place(occurrence.start)
    if occurrence.end >= len(segment.text):
        return segment.end_line, segment.end_column
    # The character behind may stand on another line, or behind markup.
    line, column = segment.place(occurrence.end - 1)
    return line, column + 1
