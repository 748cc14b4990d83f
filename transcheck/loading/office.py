"""What office documents have in common: paragraphs with styles, in a file that is a zip.

Such a file has no lines. Its text is made of its paragraphs, a line each, so that a place in
a report is paragraph and character. A paragraph remembers which element of the document each
of its characters comes from: that is how a correction finds its way back.
"""

from __future__ import annotations

import io
import zipfile
from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import accumulate
from typing import TYPE_CHECKING, NamedTuple

from transcheck.errors import installing
from transcheck.limits import OFFICE_MOST_BYTES
from transcheck.loading import normalising, plaintext
from transcheck.loading.filtering import filtered
from transcheck.loading.formats import Cell, Content, Edit, Parsed, UnreadableError
from transcheck.model import Kind

if TYPE_CHECKING:
    from lxml.etree import _Element

EXTRA = "office"
_SAVE = "save it again in its program, or export the text as .txt"


class Span(NamedTuple):
    """Characters of a paragraph that one element holds."""

    start: int
    """Offset of the first in the paragraph."""
    element: _Element
    attribute: str
    """``text`` or ``tail``: where the element has them; empty: it stands for one, as a tab does."""
    text: str


@dataclass(slots=True)
class Paragraph:
    """One paragraph, heading, caption or cell's line."""

    kind: Kind
    cell: Cell | None = None
    spans: list[Span] = field(default_factory=list)
    length: int = 0

    def add(self, element: _Element, attribute: str, text: str | None) -> None:
        """Take more characters."""
        if text:
            self.spans.append(Span(self.length, element, attribute, text))
            self.length += len(text)

    @property
    def text(self) -> str:
        """Return the characters; line ends and tabs are spaces, so that it stays one line."""
        return "".join(span.text for span in self.spans).translate(_ONE_LINE)


_ONE_LINE = {ord(sign): " " for sign in "\n\r\t\v\f\x85\u2028\u2029"}


def content_of(paragraphs: Iterable[Paragraph], title: str = "", author: str = "") -> Content:
    """Return what a document says.

    The first paragraph is the headline if it is styled or looks like one.

    Raises:
        UnreadableError: it says nothing.
    """
    kept = [paragraph for paragraph in paragraphs if paragraph.text.strip()]
    text = "\n".join(paragraph.text for paragraph in kept)
    if not text.strip():
        raise UnreadableError("is empty", "write the article into it or leave it out")
    starts = [0, *accumulate(paragraph.length + 1 for paragraph in kept)]
    made = [
        normalising.block(paragraph.kind, [(paragraph.text, start)])
        for paragraph, start in zip(kept, starts, strict=False)
    ]
    blocks = filtered([block for block in made if block], is_headline=plaintext.is_headline)
    # Filtering parts blocks; what is left still knows where it stood.
    cells = tuple(kept[bisect_right(starts, block.source_offset(0)) - 1].cell for block in blocks)
    return Content(text, Parsed(blocks, title=title, author=author), cells)


def apply(paragraphs: Iterable[Paragraph], edits: Sequence[Edit]) -> None:
    """Make changes in the elements that paragraphs come from.

    The first element that a change touches gets its words; the others lose theirs.
    """
    offset = 0
    for paragraph in paragraphs:
        if not paragraph.text.strip():
            continue
        inside = [
            Edit(edit.start - offset, edit.end - offset, edit.replacement)
            for edit in edits
            if offset <= edit.start and edit.end <= offset + paragraph.length
        ]
        for edit in reversed(inside):
            _change(paragraph, edit)
        offset += paragraph.length + 1


def _change(paragraph: Paragraph, edit: Edit) -> None:
    words = edit.replacement
    for span in paragraph.spans:
        first = max(edit.start - span.start, 0)
        last = min(edit.end - span.start, len(span.text))
        touched = first < last or (edit.start == edit.end and 0 <= first == last)
        if not touched or not span.attribute:
            continue
        held = getattr(span.element, span.attribute) or ""
        setattr(span.element, span.attribute, held[:first] + words + held[last:])
        words = ""
        if edit.start == edit.end:
            return


def unpack(data: bytes, names: Sequence[str]) -> dict[str, bytes]:
    """Return parts of a document by name; those that it lacks are left out.

    Raises:
        UnreadableError: it is damaged, protected by a password, or far too large.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            there = {info.filename: info for info in archive.infolist()}
            wanted = [there[name] for name in names if name in there]
            if sum(info.file_size for info in wanted) > OFFICE_MOST_BYTES:
                limit = OFFICE_MOST_BYTES // 1_000_000
                raise UnreadableError(f"unpacks to more than {limit} MB", "save the article alone")
            return {info.filename: _read(archive, info) for info in wanted}
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError, EOFError, OSError) as error:
        raise UnreadableError(f"is damaged or protected: {error}", _SAVE) from None


def _read(archive: zipfile.ZipFile, info: zipfile.ZipInfo) -> bytes:
    # The size that the archive states may be a lie: never take more than the limit.
    with archive.open(info) as stream:
        data = stream.read(OFFICE_MOST_BYTES + 1)
    if len(data) > OFFICE_MOST_BYTES:
        raise UnreadableError("unpacks to far more than it says", _SAVE)
    return data


def repack(data: bytes, parts: Mapping[str, bytes]) -> bytes:
    """Return a document with some of its parts replaced; all others stay byte for byte."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w") as new:
        new.comment = old.comment
        for info in old.infolist():
            new.writestr(info, parts.get(info.filename, old.read(info)))
    return out.getvalue()


def parse_xml(data: bytes) -> _Element:
    """Return the root of a part.

    No entity is expanded and nothing is fetched: documents come from anywhere.

    Raises:
        UnreadableError: it is no XML, or lxml is not installed.
    """
    try:
        from lxml import etree
    except ImportError:
        raise UnreadableError(
            "is an office document, which needs lxml", installing(EXTRA)
        ) from None
    parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False)
    try:
        return etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        raise UnreadableError(f"is damaged: {error}", _SAVE) from None


def write_xml(root: _Element) -> bytes:
    """Return a part as its file has it."""
    from lxml import etree

    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
