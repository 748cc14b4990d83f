"""The blocks of an article from the passages of its page."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import chain

from transcheck.loading import lines, normalising
from transcheck.loading.headline import Headline, folded
from transcheck.loading.page import Element
from transcheck.loading.passages import HEADINGS, Passage
from transcheck.loading.roles import Role
from transcheck.loading.wrapping import continues
from transcheck.model import Block, Kind

_KINDS = {
    Role.CAPTION: Kind.CAPTION,
    Role.LEAD: Kind.LEAD,
    Role.BYLINE: Kind.BYLINE,
    Role.QUOTE: Kind.QUOTE,
}
_TEXTS = ("p", "li", "td", "th", "dd")
"""A link alone in any other element is a pointer to another article."""
_ATTACHED = (Kind.CAPTION, Kind.BYLINE)
_LEAD_PROSE = 40
"""Characters that text between headline and body needs to be a lead without being called so."""
_SENTENCE_END = re.compile(r"[.!?…][»”\"’)]*$")
_TAIL_PROSE = 80
"""The same for a paragraph behind the body to belong to it."""

Chosen = tuple[Kind, Passage]


@dataclass(frozen=True, slots=True)
class Layout:
    """Where on a page its article is."""

    passages: Sequence[Passage]
    window: range
    """Which passages can be the article's."""
    headline: Headline
    body: Collection[Element]


def assemble(layout: Layout) -> Iterator[Block]:
    """Yield the blocks of an article in the order of the page."""
    return _blocks(_without_pointers(_chosen(layout)))


def assemble_all(passages: Iterable[Passage]) -> Iterator[Block]:
    """Yield the blocks of a stretch of HTML all of which is the article's."""
    return _blocks((_kind(passage, ()), passage) for passage in passages)


def _blocks(chosen: Iterable[Chosen]) -> Iterator[Block]:
    group: list[Passage] = []
    kind = Kind.BODY
    for next_kind, passage in chosen:
        if group and kind is next_kind and _goes_on(group[-1], passage):
            group.append(passage)
            continue
        yield from _block(kind, group)
        group, kind = [passage], next_kind
    yield from _block(kind, group)


def _block(kind: Kind, group: Sequence[Passage]) -> Iterator[Block]:
    pieces: list[normalising.Piece] = []
    for passage in group:
        if pieces:
            text, offset = pieces[-1]
            pieces.append((" ", offset + len(text)))
        pieces += (piece for piece, _ in passage.pieces)
    block = normalising.block(kind, pieces)
    if block is not None:
        yield block


def _goes_on(passage: Passage, following: Passage) -> bool:
    """Return whether a line behind a ``<br>`` belongs to the paragraph before it."""
    if passage.block is not following.block:
        return False
    if passage.block.tag in HEADINGS:
        return True
    return following.line.soft and continues(passage.text, following.text)


def _chosen(layout: Layout) -> Iterator[Chosen]:
    """Yield the passages of the article with their kinds; a repeated headline once only."""
    found, headline = layout.passages, frozenset(layout.headline)
    inner = [index for index in layout.window if found[index].block.within(layout.body)]
    prose = [i for i in inner if found[i].prose and found[i].line not in headline] or inner
    titles = {folded(passage.text) for passage in found if passage.line in headline}
    if prose:
        frame = _frame(layout)
        for kind, passage in chain(
            _before(layout, frame, prose[0]),
            _inside(layout, prose[0], prose[-1]),
            _behind(layout, frame, prose[-1]),
        ):
            # A heading that is a link belongs to a teaser.
            spurious = passage.is_link or folded(passage.text) in titles
            if kind is not Kind.HEADING or not spurious:
                yield kind, passage


def _before(layout: Layout, frame: Collection[Element], first: int) -> Iterator[Chosen]:
    """Yield the headline and what stands around it, up to the body's first prose."""
    found, stop = layout.passages, _around(layout, frame)
    headline = frozenset(layout.headline)
    start = layout.window.start
    while headline and start and found[start - 1].block.within(frame):
        if _kind(found[start - 1], stop) not in _ATTACHED:
            break
        start -= 1
    for passage in found[start:first]:
        kind = _kind(passage, stop)
        if passage.line in headline:
            yield Kind.HEADLINE, passage
        elif passage.block.within(layout.body):
            if kind is not Kind.BODY or _is_paragraph(passage):
                yield kind, passage
        elif kind in _ATTACHED:
            yield kind, passage
        elif _is_lead(passage, kind) and passage.block.within(frame):
            yield Kind.LEAD, passage
        else:
            yield from _byline_in(passage)


def _inside(layout: Layout, first: int, last: int) -> Iterator[Chosen]:
    """Yield the body from its first to its last prose."""
    for passage in layout.passages[first : last + 1]:
        kind = _kind(passage, layout.body)
        is_teaser = kind is Kind.BODY and passage.is_link and passage.block.tag not in _TEXTS
        if passage.block.within(layout.body) and not is_teaser:
            yield kind, passage


def _behind(layout: Layout, frame: Collection[Element], last: int) -> Iterator[Chosen]:
    """Yield what follows the body's last prose, up to the first thing that is not the article's.

    Markup with an end tag too many leaves the rest of the text outside of its element.
    """
    stop = _around(layout, frame)
    for passage in layout.passages[last + 1 : layout.window.stop]:
        kind = _kind(passage, stop)
        if passage.block.within(layout.body):
            if kind in _ATTACHED or (kind is Kind.BODY and _is_paragraph(passage)):
                yield kind, passage
        elif kind in _ATTACHED and passage.block.within(frame):
            yield kind, passage
        elif _is_paragraph(passage) and passage.block.parent in stop:
            if passage.prose < _TAIL_PROSE:
                break
            yield kind, passage
        else:
            break


def _frame(layout: Layout) -> Collection[Element]:
    """Return the smallest element that has both the headline and the body."""
    bodies = list(layout.body)
    if not bodies:
        return ()
    above = list(bodies[0].ancestors())
    if layout.headline:
        holding = set(layout.headline[0].block.ancestors())
        return {next(element for element in above if element in holding)}
    named = [element for element in above if element.tag in ("article", "main")]
    return {named[0] if named else bodies[0]}


def _around(layout: Layout, frame: Collection[Element]) -> Collection[Element]:
    """Return the elements that hold the body or all of the article: they tell no line's kind."""
    return {*frame, *chain.from_iterable(element.ancestors() for element in layout.body)}


def _kind(passage: Passage, stop: Collection[Element]) -> Kind:
    """Return the kind of a passage by the innermost element below `stop` that tells it."""
    for element in _holders(passage):
        if element in stop:
            break
        if element.tag in HEADINGS:
            return Kind.HEADING
        role = element.role
        if role in _KINDS:
            return _KINDS[role]
        if element.tag == "figure":
            return Kind.CAPTION
    return Kind.BODY


def _holders(passage: Passage) -> Iterator[Element]:
    """Yield the elements that hold the whole of a passage, from the inside out."""
    (_, first), (_, last) = passage.pieces[0], passage.pieces[-1]
    common = set(last.ancestors())
    return (element for element in first.ancestors() if element in common)


def _is_lead(passage: Passage, kind: Kind) -> bool:
    """Return whether a passage between headline and body is a lead.

    A subtitle and text of some length are, whatever they are called.
    """
    if passage.is_link:
        return False
    marked = passage.block.tag in ("p", "li") or _SENTENCE_END.search(passage.text)
    long = passage.prose >= (_LEAD_PROSE if marked else 2 * _LEAD_PROSE)
    return kind in (Kind.LEAD, Kind.HEADING) or long


def _is_paragraph(passage: Passage) -> bool:
    """Return whether a line at the edge of the body is more than a counter, date or button."""
    if passage.block.tag == "p":
        return True
    return lines.is_byline(passage.text) or lines.is_credit(passage.text)


def _byline_in(passage: Passage) -> Iterator[Chosen]:
    """Yield the part of a line that names the author, beside a date or a counter."""
    pieces = tuple(
        (piece, element)
        for piece, element in passage.pieces
        if any(above.role is Role.BYLINE for above in element.ancestors())
    )
    if pieces or lines.is_byline(passage.text):
        yield Kind.BYLINE, replace(passage, pieces=pieces or passage.pieces)


def _without_pointers(chosen: Iterator[Chosen]) -> Iterator[Chosen]:
    """Leave out what sends the reader elsewhere, and what the site says of itself."""
    every = list(chosen)
    lists: defaultdict[Element, list[bool]] = defaultdict(list)
    for kind, passage in every:
        for element in passage.block.ancestors():
            if element.tag in ("ul", "ol"):
                lists[element].append(kind is Kind.BODY and passage.is_link)
    links = {element for element, members in lists.items() if all(members)}
    stays = lines.stays((passage.text, passage.linked) for _, passage in every)
    for (kind, passage), stay in zip(every, stays, strict=True):
        foreign = lines.is_site_line(passage.text) or passage.block.within(links)
        if kind is Kind.HEADLINE or (stay and not foreign):
            yield kind, passage
