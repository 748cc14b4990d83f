"""Locations: where in the files of the editions a finding is, for programs that point there.

One location leads: the one where the editor who mends the article will look first. It is
in the edition that stands alone where there is one, even where that edition says nothing.
"""

from __future__ import annotations

import os
from pathlib import Path
from typing import NamedTuple

from transcheck.model import ArticleReport, Edition, Finding, Occurrence, Segment
from transcheck.reporters.excerpts import Excerpt, Gap, excerpts
from transcheck.reporters.visible import visible


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
