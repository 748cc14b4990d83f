"""What part of an article a passage of its page is: quote, caption, lead, byline, body."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import replace
from itertools import groupby

from transcheck.limits import LOADING_KINDS_LEAD_PROSE
from transcheck.loading import lines
from transcheck.loading.page import Element
from transcheck.loading.passages import HEADINGS, Passage
from transcheck.loading.roles import Role
from transcheck.model import Kind

_KINDS = {
    Role.CAPTION: Kind.CAPTION,
    Role.LEAD: Kind.LEAD,
    Role.BYLINE: Kind.BYLINE,
    Role.QUOTE: Kind.QUOTE,
}
_SENTENCE_END = re.compile(r"[.!?…][»”\"’)]*$")


def kind_of(passage: Passage, stop: Collection[Element]) -> Kind:
    """Return the kind of a passage by the innermost element below `stop` that tells it."""
    for element in _holders(passage):
        if element in stop:
            break
        if element.tag in HEADINGS:
            return Kind.HEADING
        if element.role in _KINDS:
            return _KINDS[element.role]
        if element.tag == "figure":
            return Kind.CAPTION
    return Kind.BODY


def is_lead(passage: Passage, kind: Kind) -> bool:
    """Return whether a passage between headline and body is a lead.

    A subtitle and text of some length are, whatever they are called.
    """
    if passage.is_link:
        return False
    marked = passage.block.tag in ("p", "li") or _SENTENCE_END.search(passage.text)
    long = passage.prose >= (LOADING_KINDS_LEAD_PROSE if marked else 2 * LOADING_KINDS_LEAD_PROSE)
    return kind in (Kind.LEAD, Kind.HEADING) or long


def is_paragraph(passage: Passage) -> bool:
    """Return whether a line at the edge of the body is more than a counter, date or button."""
    if passage.block.tag == "p":
        return True
    return lines.is_byline(passage.text) or lines.is_credit(passage.text)


def byline_in(passage: Passage) -> Iterator[Passage]:
    """Yield the part of a line that names the author, beside a date or a counter."""
    pieces = tuple(
        (piece, element)
        for piece, element in passage.pieces
        if any(above.role is Role.BYLINE for above in element.ancestors())
    )
    if pieces or lines.is_byline(passage.text):
        yield replace(passage, pieces=pieces or passage.pieces)


def caption_parts(passage: Passage) -> Iterator[Passage]:
    """Yield a caption and the credit in it apart, where the credit is marked as one.

    Editions often differ in their credits alone.
    """
    for _, group in groupby(passage.pieces, key=lambda pair: _credit(pair[1], passage.block)):
        yield replace(passage, pieces=tuple(group))


def _credit(element: Element, block: Element) -> Element | None:
    for above in element.ancestors():
        if above is block:
            break
        if above.role is Role.CAPTION:
            return above
    return None


def _holders(passage: Passage) -> Iterator[Element]:
    """Yield the elements that hold the whole of a passage, from the inside out."""
    (_, first), (_, last) = passage.pieces[0], passage.pieces[-1]
    common = set(last.ancestors())
    return (element for element in first.ancestors() if element in common)
