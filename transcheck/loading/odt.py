"""OpenDocument texts (ISO/IEC 26300), as LibreOffice writes them: the text as it is shown.

What an author deleted with changes recorded is gone, what was inserted is there. Headings,
lists, tables, frames and notes are read; annotations are not.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from transcheck.limits import ODT_MOST_REPEATED, ODT_MOST_SPACES
from transcheck.loading import office
from transcheck.loading.formats import FORMATS, Cell, Content, Edit, UnreadableError
from transcheck.loading.office import Paragraph
from transcheck.model import Kind

if TYPE_CHECKING:
    from lxml.etree import _Element

_SPACES = "urn:oasis:names:tc:opendocument:xmlns:"
_TEXT, _TABLE = f"{{{_SPACES}text:1.0}}", f"{{{_SPACES}table:1.0}}"
_OFFICE, _STYLE = f"{{{_SPACES}office:1.0}}", f"{{{_SPACES}style:1.0}}"
_DRAW = f"{{{_SPACES}drawing:1.0}}"
_CONTENT, _STYLES = "content.xml", "styles.xml"
_GONE = {
    f"{_TEXT}tracked-changes",
    f"{_OFFICE}annotation",
    f"{_OFFICE}annotation-end",
    f"{_OFFICE}forms",
    f"{_TEXT}sequence-decls",
    f"{_TEXT}ruby-text",
    f"{_TEXT}note-citation",
    f"{_TEXT}table-of-content",
}
_APART = {f"{_TEXT}note-body", f"{_DRAW}text-box"}
"""Elements within a paragraph that hold paragraphs of their own."""
_KINDS = {
    "Title": Kind.HEADLINE,
    "Subtitle": Kind.LEAD,
    "Quotations": Kind.QUOTE,
    "Caption": Kind.CAPTION,
    "Illustration": Kind.CAPTION,
    "Figure": Kind.CAPTION,
    "Drawing": Kind.CAPTION,
}
"""LibreOffice's own styles, whose names in the file are English in every language."""


class Odt:
    """Reads and corrects OpenDocument texts."""

    name = "odt"
    suffixes = (".odt",)

    def read(self, data: bytes, charset: str = "") -> Content:  # noqa: ARG002
        """Return what a document says, see `Reader.read`."""
        return office.content_of(_paragraphs(_parts(data)))

    def edit(self, data: bytes, edits: Sequence[Edit]) -> bytes:
        """Return a document with changes made, see `Reader.edit`."""
        parts = _parts(data)
        office.apply(_paragraphs(parts), edits)
        return office.repack(data, {_CONTENT: office.write_xml(parts[_CONTENT])})


def _parts(data: bytes) -> dict[str, _Element]:
    parts = office.unpack(data, (_CONTENT, _STYLES))
    if _CONTENT not in parts:
        raise UnreadableError("is no OpenDocument text", "save it as .odt in LibreOffice")
    return {name: office.parse_xml(part) for name, part in parts.items()}


def _paragraphs(parts: Mapping[str, _Element]) -> Iterator[Paragraph]:
    """Yield the paragraphs of the text, each with its boxes and notes behind it."""
    body = parts[_CONTENT].find(f"{_OFFICE}body/{_OFFICE}text")
    if body is None:
        raise UnreadableError("is a spreadsheet or drawing, not a text", "save the text as .odt")
    yield from _Walk(_styles(parts)).blocks(body, None)


def _styles(parts: Mapping[str, _Element]) -> dict[str, Kind]:
    """Return the kind that each style stands for, by name."""
    parents = {
        style.get(f"{_STYLE}name", ""): style.get(f"{_STYLE}parent-style-name", "")
        for part in parts.values()
        for style in part.iter(f"{_STYLE}style")
    }
    found = dict(_KINDS)
    for name in parents:
        seen, above = set[str](), name
        while above not in _KINDS and above in parents and above not in seen:
            seen.add(above)
            above = parents[above]
        if above in _KINDS:
            found[name] = _KINDS[above]
    return found


class _Walk:
    """Goes through a document in reading order."""

    def __init__(self, kinds: Mapping[str, Kind]) -> None:
        self._kinds = kinds
        self._tables = 0

    def blocks(self, element: _Element, cell: Cell | None) -> Iterator[Paragraph]:
        """Yield the paragraphs in an element that holds paragraphs, lists and tables."""
        for child in element:
            if child.tag in (f"{_TEXT}p", f"{_TEXT}h"):
                yield from self._paragraph(child, cell)
            elif child.tag == f"{_TABLE}table":
                self._tables += 1
                yield from self._table(child, self._tables)
            elif child.tag not in _GONE:
                yield from self.blocks(child, cell)

    def _table(self, table: _Element, number: int) -> Iterator[Paragraph]:
        for row, line in enumerate(table.iter(f"{_TABLE}table-row")):
            column = 0
            for cell in line.iterchildren(f"{_TABLE}table-cell", f"{_TABLE}covered-table-cell"):
                yield from self.blocks(cell, Cell(number, row, column))
                column += _count(cell, f"{_TABLE}number-columns-repeated", ODT_MOST_REPEATED)

    def _paragraph(self, element: _Element, cell: Cell | None) -> Iterator[Paragraph]:
        heading = element.tag == f"{_TEXT}h"
        style = element.get(f"{_TEXT}style-name", "")
        paragraph = Paragraph(self._kinds.get(style, Kind.HEADING if heading else Kind.BODY), cell)
        apart: list[_Element] = []
        paragraph.add(element, "text", element.text)
        self._inner(element, paragraph, apart)
        yield paragraph
        for box in apart:
            yield from self.blocks(box, cell)

    def _inner(self, element: _Element, paragraph: Paragraph, apart: list[_Element]) -> None:
        for child in element:
            if child.tag == f"{_TEXT}s":
                paragraph.add(child, "", " " * _count(child, f"{_TEXT}c", ODT_MOST_SPACES))
            elif child.tag == f"{_TEXT}tab" or child.tag == f"{_TEXT}line-break":
                paragraph.add(child, "", " ")
            elif child.tag in _APART:
                apart.append(child)
            elif child.tag not in _GONE and isinstance(child.tag, str):
                if child.tag.startswith(_TEXT):
                    paragraph.add(child, "text", child.text)
                self._inner(child, paragraph, apart)
            paragraph.add(child, "tail", child.tail)


def _count(element: _Element, attribute: str, most: int) -> int:
    value = element.get(attribute, "1")
    return min(int(value), most) if value.isdigit() else 1


FORMATS.add("odt", Odt())
