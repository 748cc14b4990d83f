"""The blocks of an article from the passages of its page."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import chain
from typing import NamedTuple

from transcheck.limits import ASSEMBLING_LISTED, ASSEMBLING_TAIL_PROSE
from transcheck.loading import lines, normalising
from transcheck.loading.kinds import byline_in, caption_parts, is_lead, is_paragraph, kind_of
from transcheck.loading.metadata import Headline, folded
from transcheck.loading.page import Element
from transcheck.loading.passages import HEADINGS, Passage
from transcheck.loading.wrapping import continues
from transcheck.model import Block, Kind

_TEXTS = ("p", "li", "td", "th", "dd")
"""A link alone in any other element is a pointer to another article."""
_ITEMS = ("li", "td", "th", "dd", "dt", "pre")
_ATTACHED = (Kind.CAPTION, Kind.BYLINE)

Chosen = tuple[Kind, Passage]


class Layout(NamedTuple):
    """Where on a page its article is."""

    passages: Sequence[Passage]
    window: range
    """Which passages can be the article's."""
    headline: Headline
    body: Collection[Element]


def assemble(layout: Layout) -> Iterator[Block]:
    """Yield the blocks of an article in the order of the page."""
    return _blocks(_with_leads_first(_with_pointers_apart(_chosen(layout))))


def assemble_all(passages: Iterable[Passage]) -> Iterator[Block]:
    """Yield the blocks of a stretch of HTML all of which is the article's."""
    return _blocks((kind_of(passage, ()), passage) for passage in passages)


def _with_leads_first(chosen: Iterable[Chosen]) -> Iterator[Chosen]:
    """Make body of what is called a lead and stands below the body's first prose.

    Teasers, offers and whole live blogs are called so, and a lead counts as the story's facts.
    """
    begun = False
    for kind, passage in chosen:
        begun = begun or (kind is Kind.BODY and passage.prose > 0)
        yield Kind.BODY if begun and kind is Kind.LEAD else kind, passage


def _blocks(chosen: Iterable[Chosen]) -> Iterator[Block]:
    group: list[Passage] = []
    kind = Kind.BODY
    for next_kind, passage in _with_credits_apart(chosen):
        if group and kind is next_kind and _goes_on(group[-1], passage):
            group.append(passage)
            continue
        yield from _block(kind, group)
        group, kind = [passage], next_kind
    yield from _block(kind, group)


def _with_credits_apart(chosen: Iterable[Chosen]) -> Iterator[Chosen]:
    for kind, passage in chosen:
        parts = caption_parts(passage) if kind is Kind.CAPTION else (passage,)
        yield from ((kind, part) for part in parts)


def _block(kind: Kind, group: Sequence[Passage]) -> Iterator[Block]:
    pieces: list[normalising.Piece] = []
    last: Element | None = None
    for passage in group:
        for number, ((text, offset), element) in enumerate(passage.pieces):
            apart = number == 0 or (element is not last and _run_together(pieces[-1][0], text))
            if pieces and apart:
                pieces.append((" ", pieces[-1][1] + len(pieces[-1][0])))
            pieces.append((text, offset))
            last = element
    block = normalising.block(kind, pieces)
    if block is not None:
        item = any(passage.block.tag in _ITEMS for passage in group)
        yield replace(block, odds=block.odds - ASSEMBLING_LISTED) if item else block


def _run_together(text: str, following: str) -> bool:
    """Return whether elements that style sheets keep apart have no space between them."""
    return text.endswith((".", "!", "?", "…")) and following[:1].isupper()


def _goes_on(passage: Passage, following: Passage) -> bool:
    """Return whether a line behind a ``<br>`` belongs to the paragraph before it."""
    if passage.block is not following.block or passage.line is following.line:
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
        if kind_of(found[start - 1], stop) not in _ATTACHED:
            break
        start -= 1
    for passage in found[start:first]:
        kind = kind_of(passage, stop)
        if passage.line in headline:
            yield Kind.HEADLINE, passage
        elif passage.block.within(layout.body):
            if kind is not Kind.BODY or is_paragraph(passage):
                yield kind, passage
        elif kind in _ATTACHED:
            yield kind, passage
        elif is_lead(passage, kind) and passage.block.within(frame):
            yield Kind.LEAD, passage
        else:
            yield from ((Kind.BYLINE, part) for part in byline_in(passage))


def _inside(layout: Layout, first: int, last: int) -> Iterator[Chosen]:
    """Yield the body from its first to its last prose."""
    for passage in layout.passages[first : last + 1]:
        kind = kind_of(passage, layout.body)
        is_teaser = kind is Kind.BODY and passage.is_link and passage.block.tag not in _TEXTS
        if passage.block.within(layout.body) and not is_teaser:
            yield kind, passage


def _behind(layout: Layout, frame: Collection[Element], last: int) -> Iterator[Chosen]:
    """Yield what follows the body's last prose, up to the first thing that is not the article's.

    Markup with an end tag too many leaves the rest of the text outside of its element.
    """
    stop = _around(layout, frame)
    for passage in layout.passages[last + 1 : layout.window.stop]:
        kind = kind_of(passage, stop)
        if passage.block.within(layout.body):
            if kind in _ATTACHED or (kind is Kind.BODY and is_paragraph(passage)):
                yield kind, passage
        elif kind in _ATTACHED and passage.block.within(frame):
            yield kind, passage
        elif is_paragraph(passage) and passage.block.parent in stop:
            if passage.prose < ASSEMBLING_TAIL_PROSE:
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


def _with_pointers_apart(chosen: Iterator[Chosen]) -> Iterator[Chosen]:
    """Make furniture of what sends the reader elsewhere, and what the site says of itself."""
    every = list(chosen)
    lists: defaultdict[Element, list[bool]] = defaultdict(list)
    for kind, passage in every:
        for element in passage.block.ancestors():
            if element.tag in ("ul", "ol"):
                lists[element].append(kind is Kind.BODY and passage.is_link)
    links = {element for element, members in lists.items() if all(members)}
    stays = lines.stays([(passage.text, passage.linked) for _, passage in every])
    for (kind, passage), stay in zip(every, stays, strict=True):
        foreign = lines.is_site_line(passage.text) or passage.block.within(links)
        told = kind is Kind.HEADLINE or (stay and not foreign)
        yield kind if told else Kind.FURNITURE, passage
