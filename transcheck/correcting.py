"""Suggestions made into changes of files, every byte outside of them left as it was."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from transcheck.errors import LoadError
from transcheck.loading import Edit, format_for, read_bytes
from transcheck.loading.formats import UnreadableError
from transcheck.model import ArticleReport, Edition, Finding, Suggestion


class Correction(NamedTuple):
    """What is to be changed in one file."""

    path: Path
    before: bytes
    after: bytes
    edits: tuple[Edit, ...]
    text: str
    """What the file says before; places of `edits` count in it."""

    def diff(self) -> Iterator[str]:
        """Yield the change as lines of a unified diff; of a document its paragraphs."""
        changed = format_for(self.path.suffix).read(self.after).text
        name = self.path.as_posix()
        yield from difflib.unified_diff(
            self.text.splitlines(), changed.splitlines(), f"a/{name}", f"b/{name}", lineterm="", n=1
        )


class Left(NamedTuple):
    """A suggestion that cannot be applied by itself."""

    finding: Finding
    reason: str


def correct(report: ArticleReport) -> tuple[list[Correction], list[Left]]:
    """Return what the certain suggestions change in the files of an article.

    Raises:
        LoadError: a file has gone since it was compared.
    """
    corrections: dict[Path, Correction] = {}
    left: list[Left] = []
    for edition in report.editions:
        offered = [
            (finding, finding.suggestion)
            for finding in report.findings
            if finding.suggestion
            and finding.suggestion.language == edition.language
            and not finding.suppressed
        ]
        if not offered:
            continue
        if not edition.path.is_file():
            left += [Left(f, f"{edition.path} is no file that can be changed") for f, _ in offered]
            continue
        known = corrections.get(edition.path)
        data = known.before if known else read_bytes(edition.path)
        reader = format_for(edition.path.suffix)
        try:
            text = reader.read(data).text
            edits = list(known.edits) if known else []
            for finding, suggestion in offered:
                edit = _edit(edition, suggestion, text)
                if edit is None:
                    left.append(Left(finding, "markup stands within the words"))
                elif any(edit.start < other.end and other.start < edit.end for other in edits):
                    left.append(Left(finding, "another correction changes the same words"))
                else:
                    edits.append(edit)
            if edits:
                after = reader.edit(data, sorted(edits))
                corrections[edition.path] = Correction(
                    edition.path, data, after, tuple(sorted(edits)), text
                )
        except UnreadableError as error:
            raise LoadError(f"{edition.path} {error.reason}", hint=error.hint) from None
    return list(corrections.values()), left


def _edit(edition: Edition, suggestion: Suggestion, text: str) -> Edit | None:
    """Return where in the text of a file a suggestion is, or None where markup is in between."""
    segment = edition.segments[suggestion.segment]
    starts = _line_starts(text)
    line, column = segment.place(suggestion.start)
    start = starts[line - 1] + column - 1
    words = segment.text[suggestion.start : suggestion.end]
    if text[start : start + len(words)] != words:
        return None
    return Edit(start, start + len(words), suggestion.replacement)


def _line_starts(text: str) -> Sequence[int]:
    return [0, *(match.end() for match in re.finditer("\n", text))]
