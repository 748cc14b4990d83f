"""Word documents (Office Open XML, ECMA-376): the text as it is once all changes are accepted.

What an author deleted is gone, what was inserted or moved in is there. Headings, lists,
tables, text boxes and notes are read; comments, field codes, headers and footers are not.
The file is read by its XML: python-docx knows neither tracked changes nor notes nor boxes.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from transcheck.loading import office
from transcheck.loading.formats import FORMATS, Cell, Content, Edit, UnreadableError
from transcheck.loading.office import Paragraph
from transcheck.model import Kind

if TYPE_CHECKING:
    from lxml.etree import _Element

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_BODY, _STYLES = "word/document.xml", "word/styles.xml"
_NOTES = ("word/footnotes.xml", "word/endnotes.xml")
_GONE = {f"{_W}{name}" for name in ("del", "moveFrom", "instrText", "delText", "pPr", "rPr")} | {
    "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
}
"""Elements of which nothing is shown: deletions, codes of fields, the second form of a box."""
_SIGNS = {f"{_W}tab": "\t", f"{_W}br": "\n", f"{_W}cr": "\n", f"{_W}noBreakHyphen": "-"}
_REFERENCES = {
    f"{_W}footnoteReference": f"{_W}footnote",
    f"{_W}endnoteReference": f"{_W}endnote",
}
_NO_LEVEL = "9"
"""The outline level of a paragraph that is no heading."""
_KINDS = (
    (re.compile(r"title"), Kind.HEADLINE),
    (re.compile(r"subtitle"), Kind.LEAD),
    (re.compile(r"heading \d"), Kind.HEADING),
    (re.compile(r"caption"), Kind.CAPTION),
    (re.compile(r"(?:intense )?quote"), Kind.QUOTE),
)
"""Names of Word's own styles, which are English in every language of the program."""


class Docx:
    """Reads and corrects Word documents."""

    name = "docx"
    suffixes = (".docx",)

    def read(self, data: bytes, charset: str = "") -> Content:  # noqa: ARG002
        """Return what a document says, see `Reader.read`."""
        parts = _parts(data)
        return office.content_of(
            _paragraphs({name: office.parse_xml(parts[name]) for name in parts})
        )

    def edit(self, data: bytes, edits: Sequence[Edit]) -> bytes:
        """Return a document with changes made, see `Reader.edit`."""
        parts = {name: office.parse_xml(part) for name, part in _parts(data).items()}
        office.apply(_paragraphs(parts), edits)
        for name in parts.keys() - {_STYLES}:
            for text in parts[name].iter(f"{_W}t"):
                if text.text and text.text != text.text.strip():
                    text.set(_SPACE, "preserve")
        return office.repack(
            data, {name: office.write_xml(parts[name]) for name in parts.keys() - {_STYLES}}
        )


def _parts(data: bytes) -> dict[str, bytes]:
    parts = office.unpack(data, (_BODY, _STYLES, *_NOTES))
    if _BODY not in parts:
        raise UnreadableError("is no Word document", "save it as .docx in Word or LibreOffice")
    return parts


def _paragraphs(parts: Mapping[str, _Element]) -> Iterator[Paragraph]:
    """Yield the paragraphs of the text, each with its notes behind it."""
    notes = {
        (note.tag, note.get(f"{_W}id", "")): note
        for name in _NOTES
        if name in parts
        for note in parts[name]
    }
    yield from _Walk(_kinds(parts.get(_STYLES)), notes).blocks(parts[_BODY], None)


def _kinds(styles: _Element | None) -> dict[str, Kind]:
    """Return the kind that each style of a document stands for, by the style's id."""
    found: dict[str, Kind] = {}
    based: dict[str, str] = {}
    for style in styles.iter(f"{_W}style") if styles is not None else ():
        code = style.get(f"{_W}styleId", "")
        name = _value(style, "name").lower()
        kind = next((kind for pattern, kind in _KINDS if pattern.fullmatch(name)), None)
        if kind is not None:
            found[code] = kind
        elif _value(style, "basedOn"):
            based[code] = _value(style, "basedOn")
    for code in based:
        seen, above = set[str](), code
        while above in based and above not in seen:
            seen.add(above)
            above = based[above]
        if above in found:
            found[code] = found[above]
    return found


def _value(element: _Element, name: str) -> str:
    child = element.find(f"{_W}{name}")
    return "" if child is None else child.get(f"{_W}val", "")


class _Walk:
    """Goes through a part in reading order."""

    def __init__(
        self, kinds: Mapping[str, Kind], notes: Mapping[tuple[str, str], _Element]
    ) -> None:
        self._kinds = kinds
        self._notes = notes
        self._tables = 0
        self._open: Paragraph | None = None
        """A paragraph whose end was deleted: the next one goes on with it."""

    def blocks(self, element: _Element, cell: Cell | None) -> Iterator[Paragraph]:
        """Yield the paragraphs in an element that holds paragraphs and tables."""
        if element.tag == f"{_W}p":
            yield from self._paragraph(element, cell)
        elif element.tag == f"{_W}tbl":
            self._tables += 1
            yield from self._table(element, self._tables)
        elif element.tag not in _GONE:
            for child in element:
                yield from self.blocks(child, cell)

    def _table(self, table: _Element, number: int) -> Iterator[Paragraph]:
        for row, line in enumerate(table.iter(f"{_W}tr")):
            if line.find(f"{_W}trPr/{_W}del") is not None:
                continue
            column = 0
            for cell in line.iterchildren(f"{_W}tc", f"{_W}sdt"):
                for child in cell:
                    yield from self.blocks(child, Cell(number, row, column))
                width = cell.find(f"{_W}tcPr/{_W}gridSpan")
                column += int(width.get(f"{_W}val", "1")) if width is not None else 1

    def _paragraph(self, element: _Element, cell: Cell | None) -> Iterator[Paragraph]:
        paragraph = self._open or Paragraph(self._kind(element), cell)
        apart: list[_Element] = []
        self._runs(element, paragraph, apart)
        ends = element.find(f"{_W}pPr/{_W}rPr/{_W}del") is None
        self._open = None if ends else paragraph
        if ends:
            yield paragraph
        for box in apart:
            for child in box:
                yield from self.blocks(child, cell)

    def _kind(self, paragraph: _Element) -> Kind:
        style = paragraph.find(f"{_W}pPr/{_W}pStyle")
        found = None if style is None else self._kinds.get(style.get(f"{_W}val", ""))
        level = paragraph.find(f"{_W}pPr/{_W}outlineLvl")
        heads = level is not None and level.get(f"{_W}val") != _NO_LEVEL
        return found or (Kind.HEADING if heads else Kind.BODY)

    def _runs(self, element: _Element, paragraph: Paragraph, apart: list[_Element]) -> None:
        for child in element:
            if child.tag in _GONE or child.find(f"{_W}rPr/{_W}vanish") is not None:
                continue
            if child.tag == f"{_W}t":
                paragraph.add(child, "text", child.text)
            elif child.tag in _SIGNS:
                paragraph.add(child, "", _SIGNS[child.tag])
            elif child.tag == f"{_W}txbxContent":
                apart.append(child)
            elif child.tag in _REFERENCES:
                note = self._notes.get((_REFERENCES[child.tag], child.get(f"{_W}id", "")))
                apart += [] if note is None else [note]
            else:
                self._runs(child, paragraph, apart)


FORMATS.add("docx", Docx())
