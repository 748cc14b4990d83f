"""HTML as a light tree and a flat list of lines, each character with its place in the source.

No parser's tree keeps the places of text, so the little that is needed of a tree is built here
from the tokens: which elements a line of text stands in.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass, field

from transcheck.languages import read_rows
from transcheck.limits import PAGE_DEEPEST
from transcheck.loading.markup import Mark, tokens
from transcheck.loading.normalising import Piece
from transcheck.loading.roles import Role, role_of

_TAGS = {group: frozenset(tags.split()) for group, tags in read_rows("html_tags")}
_INLINE = _TAGS["inline"]
_ENDS_PARAGRAPH = _TAGS["ends-paragraph"]
_UNSTACKED = frozenset({"html", "head", "body", "br"})
"""Their end tags are left out as often as not, and nothing depends on where they end."""
_CLOSES = {
    "li": frozenset({"li"}),
    "dt": frozenset({"dt", "dd"}),
    "dd": frozenset({"dt", "dd"}),
    "tr": frozenset({"tr", "td", "th"}),
    "td": frozenset({"td", "th"}),
    "th": frozenset({"td", "th"}),
    "option": frozenset({"option"}),
}
_CELLS = frozenset({"td", "th"})
_CELL_ENDS = {tag: frozenset[str]() for tag in ("td", "th", "tr", "tbody", "table")}
"""What ends inside a table's cell began in it; only the end of the cell reaches outside."""
_HOLDS = frozenset({"ul", "ol", "dl", "table"})
"""Implied ends do not reach beyond these."""


@dataclass(slots=True, eq=False)
class Element:
    """An element, without its content."""

    tag: str
    attributes: dict[str, str]
    parent: Element | None
    role: Role | None = None
    """What part of a page it is by its own tag and attributes."""
    linked: bool = False
    """Whether it is a link, or in one."""

    def ancestors(self) -> Iterator[Element]:
        """Iterate over the element itself and what it is in, from the inside out."""
        element: Element | None = self
        while element is not None:
            yield element
            element = element.parent

    def within(self, elements: Collection[Element]) -> bool:
        """Return whether it is one of `elements` or in one."""
        return any(above in elements for above in self.ancestors())


@dataclass(slots=True, eq=False)
class Line:
    """Text between two line ends that a browser would show, with the elements it is in."""

    block: Element
    """The innermost element that is no part of a line."""
    pieces: list[tuple[Piece, Element]]
    """Its text, each piece with its innermost element."""
    soft: bool
    """Whether it begins behind a single ``<br>``, and may go on with the line before."""


@dataclass(slots=True, eq=False)
class Page:
    """A page in reading order."""

    elements: list[Element] = field(default_factory=list)
    lines: list[Line] = field(default_factory=list)
    raw: list[tuple[Element, str]] = field(default_factory=list)
    """The contents of scripts and of the title, which are no text of the page."""
    comments: list[tuple[str, int]] = field(default_factory=list)
    """Comments and their offsets."""


def read_page(source: str, start: int = 0) -> Page:
    """Return the page that an HTML source makes; any text at all makes one.

    Args:
        source: The source; it need not be a whole page.
        start: What to add to offsets, where `source` is part of a larger text.
    """
    builder = _Builder()
    _follow(source, start, builder)
    return builder.finish()


def _follow(source: str, start: int, builder: _Builder, *, inside: bool = False) -> None:
    """Hand the tokens of a source, which begins at `start`, to a builder.

    What browsers show without scripts is one token of text, as browsers have it. Some sites have
    their article only there, and fill it in by a script: it is read as markup, from `inside`.
    """
    for mark, data, offset, attributes in tokens(source):
        place = start + offset
        match mark:
            case Mark.TEXT if not inside and builder.is_in("noscript"):
                _follow(data, place, builder, inside=True)
            case Mark.TEXT:
                builder.text(data, place)
            case Mark.REFERENCE:
                for character in data:
                    builder.text(character, place)
            case Mark.START:
                builder.start(data, attributes)
            case Mark.END:
                builder.end(data)
            case Mark.COMMENT:
                builder.page.comments.append((data, place))


class _Builder:
    """Follows the tokens of a page with a stack of open elements."""

    def __init__(self) -> None:
        root = Element("html", {}, None)
        self.page = Page([root])
        self._open = [root]
        self._too_deep = 0
        self._pieces: list[tuple[Piece, Element]] = []
        self._breaks = 2
        """Line breaks since the last text; what is no ``<br>`` counts for two."""

    def is_in(self, tag: str) -> bool:
        """Return whether the innermost open element is called so."""
        return self._open[-1].tag == tag

    def text(self, text: str, offset: int) -> None:
        element = self._open[-1]
        if element.tag in _TAGS["no-text"]:
            self.page.raw.append((element, text))
        elif "\n" in text and any(above.tag == "pre" for above in self._open):
            for line in text.splitlines(keepends=True):
                self._pieces.append(((line, offset), element))
                offset += len(line)
                if line.endswith("\n"):
                    self._break()
        elif self._pieces or not text.isspace():
            self._pieces.append(((text, offset), element))

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        if tag == "br":
            self._break()
        if tag == "html":
            root = self._open[0]
            root.attributes = attributes | root.attributes
        if tag in _UNSTACKED:
            return
        self._imply_ends(tag)
        if tag not in _INLINE:
            self._end_line()
        linked = self._open[-1].linked or (tag == "a" and "href" in attributes)
        element = Element(tag, attributes, self._open[-1], role_of(tag, attributes), linked)
        self.page.elements.append(element)
        if tag not in _TAGS["void"] and len(self._open) < PAGE_DEEPEST:
            self._open.append(element)
        elif tag not in _TAGS["void"]:
            self._too_deep += 1

    def end(self, tag: str) -> None:
        if tag in _UNSTACKED:
            return
        if tag not in _INLINE:
            self._end_line()
        if self._too_deep:
            self._too_deep -= 1
            return
        barrier = _CELL_ENDS.get(tag, _CELLS)
        for depth in range(len(self._open) - 1, 0, -1):
            above = self._open[depth].tag
            if above == tag:
                del self._open[depth:]
                return
            if above in barrier or (tag in _INLINE and above not in _INLINE):
                return

    def finish(self) -> Page:
        self._end_line()
        return self.page

    def _imply_ends(self, tag: str) -> None:
        closed = frozenset({"p"}) if tag in _ENDS_PARAGRAPH else _CLOSES.get(tag)
        if closed is None:
            return
        for depth in range(len(self._open) - 1, 0, -1):
            above = self._open[depth].tag
            if above in closed:
                del self._open[depth:]
                return
            if above in _HOLDS or (tag in _ENDS_PARAGRAPH and above not in _INLINE):
                return

    def _break(self) -> None:
        self._flush()
        self._breaks += 1

    def _end_line(self) -> None:
        self._flush()
        self._breaks = 2

    def _flush(self) -> None:
        pieces, self._pieces = self._pieces, []
        if any(not text.isspace() for (text, _), _ in pieces):
            block = next(e for e in pieces[0][1].ancestors() if e.tag not in _INLINE)
            self.page.lines.append(Line(block, pieces, soft=self._breaks == 1))
            self._breaks = 0
