"""Changes of the sources that sentences come from, every byte outside of them left as it was."""

from __future__ import annotations

import difflib
import re
import unicodedata
from collections.abc import Iterator, Sequence
from html import unescape
from pathlib import Path
from typing import NamedTuple

from transcheck.errors import LoadError
from transcheck.loading import Edit, format_for, normalising, read_bytes
from transcheck.loading.formats import UnreadableError
from transcheck.model import ArticleReport, Edition, Finding, Segment, Suggestion


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


_TOKEN = re.compile(r"\w+|\s+|[^\w\s]")
_ENTITY = re.compile(r"&(?:#\d+|#[xX][0-9a-fA-F]+|\w+);?")
_SPACE = re.compile(r"\s+")
_LONGEST_CLUSTER = 8


class UnwritableError(Exception):
    """The source says the words in a way that this cannot change."""


def rewrite(segment: Segment, words: str, source: str) -> tuple[Edit, ...]:
    """Return the changes to a source that make a sentence of it say `words`.

    Args:
        segment: the sentence as it is.
        words: what it is to say; nothing takes it away.
        source: the text that the lines and columns of the segment count in.

    Raises:
        UnwritableError: the words stand in the source in no way that can be changed.
    """
    old, new = segment.text, " ".join(words.split())
    there, wanted = _TOKEN.findall(old), _TOKEN.findall(new)
    starts = [0]
    for token in there:
        starts.append(starts[-1] + len(token))
    places = _Places(segment, source)
    found: list[Edit] = []
    matcher = difflib.SequenceMatcher(None, there, wanted, autojunk=False)
    for kind, first, last, begin, end in matcher.get_opcodes():
        if kind != "equal":
            found += places.replaced(starts[first], starts[last], "".join(wanted[begin:end]))
    return tuple(found)


class _Places:
    """Where the characters of a sentence stand in its source."""

    def __init__(self, segment: Segment, source: str) -> None:
        self._text = segment.text
        self._source = source
        lines = [0, *(match.end() for match in re.finditer("\n", source))]
        self._at = []
        for offset in range(len(segment.text)):
            line, column = segment.place(offset)
            self._at.append(lines[line - 1] + column - 1)

    def replaced(self, start: int, end: int, words: str) -> Iterator[Edit]:
        """Yield the changes that put words in the place of some characters."""
        if start == end:
            place = self._at[0] if not start else self._end(start - 1)
            yield Edit(place, place, words)
            return
        first, last = self._at[start], self._end(end - 1)
        held, said = self._source[first:last], self._text[start:end]
        if held == said or normalising.plain(unescape(held)) == " ".join(said.split()):
            yield Edit(first, last, words)
            return
        for piece_start, piece_end in self._pieces(start, end):
            yield Edit(piece_start, piece_end, words)
            words = ""

    def _pieces(self, start: int, end: int) -> Iterator[tuple[int, int]]:
        """Yield the stretches of the source that hold characters, without what is between."""
        begun, done = self._at[start], self._end(start)
        for offset in range(start + 1, end):
            if self._at[offset] != done:
                yield begun, done
                begun = self._at[offset]
            done = self._end(offset)
        yield begun, done

    def _end(self, offset: int) -> int:
        """Return where in the source a character ends."""
        letter, at = self._text[offset], self._at[offset]
        source = self._source
        goes_on = self._at[offset + 1 : offset + 2] == [at + 1]
        if source.startswith(letter, at) and (goes_on or letter != "&"):
            return at + 1
        if source.startswith("&", at):
            entity = _ENTITY.match(source, at)
            if entity and unescape(entity[0]).replace("\xa0", " ") == letter:
                return entity.end()
            if letter == "&":
                return at + 1
        space = _SPACE.match(source, at)
        if letter == " " and space:
            return space.end()
        for length in range(2, _LONGEST_CLUSTER):
            if unicodedata.normalize("NFC", source[at : at + length]) == letter:
                return at + length
        raise UnwritableError
