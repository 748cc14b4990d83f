"""Markdown's inline text with the place of every character.

markdown-it-py knows the lines of a block, not the columns in it. A rule put before all
others, which never consumes anything, notes where in the text each token begins.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from transcheck.loading.normalising import Piece

if TYPE_CHECKING:
    from markdown_it.rules_inline import StateInline
    from markdown_it.token import Token

_MARKS = "transcheck-marks"
Marks = list[tuple[int, int, int]]
"""Tokens made so far, characters waiting to become the next one, position in the text."""


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of inline text, or what stands in its place."""

    kind: str
    """``text``, ``break``, ``image``, ``title`` (of an image) or ``html``."""
    pieces: tuple[Piece, ...]
    linked: bool


def note_position(state: StateInline, silent: bool) -> bool:  # noqa: FBT001 - markdown-it's form
    """Note where the next token begins; a rule of markdown-it that never matches."""
    if not silent:
        marks = state.env.setdefault(_MARKS, {}).setdefault(id(state.tokens), [])
        marks.append((len(state.tokens), len(state.pending), state.pos))
    return False


def places(content: str, lines: Sequence[tuple[str, int]], after: int) -> array[int]:
    """Return the offset in the source of every character of a block's inline content.

    Args:
        content: What markdown-it calls the content: lines without their indentation and
            the marks of quotes and lists.
        lines: The source's lines that the block has, each with its offset.
        after: The offset that an earlier cell of the same line ends at, or 0.
    """
    found: array[int] = array("L")
    written = content.split("\n")
    for index, part in enumerate(written):
        line, offset = lines[min(index, len(lines) - 1)]
        start = line.find(part, after - offset) if after > offset else line.rfind(part)
        if start < 0:  # a tab was expanded, or a sign in a table's cell was escaped
            start = max(line.rfind(part.strip()), 0)
        found.extend(range(offset + start, offset + start + len(part)))
        if index + 1 < len(written):
            found.append(offset + len(line))
    return found


def read_runs(token: Token, where: Sequence[int], env: dict[str, object]) -> Iterator[Run]:
    """Yield the runs of an inline token.

    Args:
        token: The token, with its children.
        where: The offset of every character of its content.
        env: The environment it was parsed in, which holds what `note_position` noted.
    """
    yield from _Reader(token.content, where, env).read(token.children or [], 0)


class _Reader:
    """Walks the children of one inline token."""

    def __init__(self, content: str, where: Sequence[int], env: dict[str, object]) -> None:
        self._content = content
        self._where = where
        self._marks: dict[int, Marks] = env.get(_MARKS, {})  # type: ignore[assignment]
        self._links = 0

    def read(self, tokens: Sequence[Token], base: int) -> Iterator[Run]:
        """Yield the runs of `tokens`, whose text begins at position `base` of the content."""
        marks = self._marks.get(id(tokens), [])
        starts: dict[int, int] = {}
        parts: dict[int, list[tuple[int, int]]] = {}
        for index, waiting, position in marks:
            starts[index + (waiting > 0)] = base + position
            parts.setdefault(index, []).append((waiting, base + position))
        start = base
        for index, token in enumerate(tokens):
            # Signs that may open emphasis come several at a time, one character each.
            start = starts.get(index, start + 1)
            yield from self._runs(token, start, parts.get(index, []))

    def _runs(self, token: Token, start: int, parts: list[tuple[int, int]]) -> Iterator[Run]:
        match token.type:
            case "link_open":
                self._links += 1
            case "link_close":
                self._links -= 1
            case "softbreak":
                yield self._run("text", [("\n", self._place(start))])
            case "hardbreak":
                yield self._run("break", [("\n", self._place(start))])
            case "text":
                yield self._run("text", self._text(token.content, start, parts))
            case "text_special":
                yield self._run("text", self._special(token, start))
            case "html_inline":
                yield self._run("html", [(token.content, self._place(start))])
            case "image":
                yield from self._image(token, start)
            case _:
                pass

    def _image(self, token: Token, start: int) -> Iterator[Run]:
        alternative = list(self.read(token.children or [], start + len("![")))
        yield self._run("image", [piece for run in alternative for piece in run.pieces])
        title = str(token.attrs.get("title", ""))
        place = self._content.find(title, start) if title else -1
        if place >= 0:
            yield self._run("title", list(self._pieces(title, place)))

    def _run(self, kind: str, pieces: list[Piece]) -> Run:
        return Run(kind, tuple(pieces), self._links > 0)

    def _text(self, text: str, start: int, parts: list[tuple[int, int]]) -> list[Piece]:
        """Return the pieces of a text token, which may be several stretches of the content."""
        begins = [(at, place) for at, place in parts if at < len(text)] or [(0, start)]
        ends = [*(at for at, _ in begins[1:]), len(text)]
        return [
            piece
            for (at, place), end in zip(begins, ends, strict=True)
            for piece in self._pieces(text[at:end], place)
        ]

    def _special(self, token: Token, start: int) -> list[Piece]:
        """Return the pieces of an escaped sign, or of a reference, all at its beginning."""
        if token.content == token.markup:  # a backslash that escapes nothing
            return list(self._pieces(token.content, start))
        start += token.info == "escape"
        return [(sign, self._place(start)) for sign in token.content]

    def _pieces(self, text: str, position: int) -> Iterator[Piece]:
        """Yield a stretch of the content, in parts where the source has a line's end in it."""
        begin = 0
        for line in self._content[position : position + len(text)].splitlines(keepends=True):
            yield text[begin : begin + len(line)], self._place(position + begin)
            begin += len(line)

    def _place(self, position: int) -> int:
        return self._where[min(position, len(self._where) - 1)] if self._where else 0
