"""Which elements of a page hold the body of its article.

They are looked for by what the markup calls them, then by where running text is densest.
In doubt more is taken: a line of furniture that stays is an alarm an editor can wave away,
a paragraph that is lost is a passage nobody checks.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

from transcheck.limits import (
    SELECTING_FAIR_SHARE,
    SELECTING_MANY_LINKS,
    SELECTING_MOST,
    SELECTING_MOSTLY_PARTS,
    SELECTING_PART,
    SELECTING_PROSE_LINE,
    SELECTING_SEVERAL,
)
from transcheck.loading.metadata import Headline
from transcheck.loading.page import Element
from transcheck.loading.passages import Passage
from transcheck.loading.roles import Role

_LISTS = frozenset({"ul", "ol", "dl"})
_PARAGRAPHS = frozenset({"p", "li", "dd", "dt", "blockquote", "pre"})


def find_window(passages: Sequence[Passage], headline: Headline) -> range:
    """Return which passages can be the article's: from its headline to the next article's."""
    lines = frozenset(headline)
    own = [index for index, passage in enumerate(passages) if passage.line in lines]
    if not own:
        return range(len(passages))
    prose: Passage | None = None
    for index in range(own[-1] + 1, len(passages)):
        passage = passages[index]
        same_rank = passage.block.tag == "h1" == passages[own[0]].block.tag
        if prose and same_rank and not _is_section(passage.block, prose.block):
            return range(own[0], index)
        if passage.prose:
            prose = passage
    return range(own[0], len(passages))


def _is_section(heading: Element, before: Element) -> bool:
    """Return whether a heading stands in the same article as the text before it."""
    above = frozenset(heading.ancestors())
    if heading.parent is next((e for e in _boxes(before) if e.tag not in _LISTS), None):
        return True
    return any(
        element in above and (element.role is Role.BODY or _is_article(element))
        for element in before.ancestors()
    )


def find_body(passages: Sequence[Passage]) -> Collection[Element]:
    """Return the elements that hold the body of the article, in the order of the page.

    There are none where there is no text.
    """
    mass = _mass(passages)
    total = max(mass.values(), default=0)
    if not total:
        return ()
    named = [element for element in mass if element.role is Role.BODY]
    holding = frozenset(named)
    named = [e for e in named if e.parent is None or not e.parent.within(holding)]
    best = max(named, key=lambda element: mass[element], default=None)
    if best is not None and mass[best] >= SELECTING_FAIR_SHARE * total:
        return dict.fromkeys(_parts(best, named, passages, mass))
    dense = densest(passages)
    lines = _lines(passages)
    while dense.parent is not None and (
        mass[dense] < SELECTING_MOST * total or lines[dense.parent] == lines[dense]
    ):
        dense = dense.parent
    beside = _beside(dense.parent, passages)
    return dict.fromkeys(
        _span(
            beside, {e for e in beside if e is dense or _goes_on(e, beside[e], mass, mass[dense])}
        )
        or [dense]
    )


def _parts(
    best: Element,
    named: Sequence[Element],
    passages: Sequence[Passage],
    mass: Mapping[Element, int],
) -> list[Element]:
    """Return the elements from the first to the last part of a body that may be in several.

    Named elements of the same article are parts of its body if little stands between them.
    """
    parts = [element for element in named if _article(element) is _article(best)]
    shared = frozenset(best.ancestors()).intersection(*(part.ancestors() for part in parts))
    common = next(element for element in best.ancestors() if element in shared)
    if common in parts or mass[common] > SELECTING_MOSTLY_PARTS * sum(mass[part] for part in parts):
        return [best]
    holding = {above for part in parts for above in part.ancestors()}
    return _span(_beside(common, passages), holding) or [best]


def _article(element: Element) -> Element | None:
    return next((above for above in element.ancestors() if _is_article(above)), None)


def _is_article(element: Element) -> bool:
    kind = element.attributes.get("itemtype", "")
    return element.tag == "article" or kind.endswith(("Article", "BlogPosting"))


def _beside(
    parent: Element | None, passages: Sequence[Passage]
) -> Mapping[Element, Sequence[Passage]]:
    """Return the children of an element that hold text, with it, without those full of links."""
    found: dict[Element, list[Passage]] = {}
    for passage in passages:
        for element in passage.block.ancestors():
            if element.parent is parent is not None:
                found.setdefault(element, []).append(passage)
    return {element: lines for element, lines in found.items() if not _is_links(lines)}


def _span(elements: Iterable[Element], chosen: Collection[Element]) -> list[Element]:
    """Return the elements from the first to the last one that is chosen."""
    every = list(elements)
    indexes = [index for index, element in enumerate(every) if element in chosen]
    return every[indexes[0] : indexes[-1] + 1] if indexes else []


def is_list_of_articles(passages: Sequence[Passage], body: Collection[Element]) -> bool:
    """Return whether a page offers many articles and is none itself.

    It has several ``article`` elements, none larger than the rest, or little but links.
    """
    inside = [passage for passage in passages if passage.block.within(body)]
    mass = _mass(inside)
    total = max(mass.values(), default=0)
    articles = [mass[element] for element in mass if element.tag == "article" and mass[element]]
    if len(articles) >= SELECTING_SEVERAL and max(articles) < SELECTING_MOST * total:
        return True
    prose = sum(passage.prose for passage in inside)
    links = [len(passage.text) for passage in (inside if prose else passages) if passage.is_link]
    return len(links) >= SELECTING_MANY_LINKS and prose < sum(links)


def _mass(passages: Sequence[Passage]) -> Mapping[Element, int]:
    """Return how much running text each element holds, in the order of the page."""
    mass: defaultdict[Element, int] = defaultdict(int)
    plain = all(not passage.prose for passage in passages)
    for passage in passages:
        weight = len(passage.text) - passage.linked if plain else passage.prose
        for element in passage.block.ancestors():
            mass[element] += weight
    return mass


def _lines(passages: Sequence[Passage]) -> Mapping[Element, int]:
    """Return how many passages stand in each element."""
    return Counter(element for passage in passages for element in passage.block.ancestors())


def densest(passages: Sequence[Passage]) -> Element:
    """Return the element with most text in the paragraphs directly in it.

    Half a paragraph's text counts for the element one further up, and a quarter for the
    next, as paragraphs may stand in boxes of their own (the idea is Readability's).
    """
    score: defaultdict[Element, float] = defaultdict(float)
    for passage in passages:
        weight = float(passage.prose or len(passage.text) - passage.linked)
        for element in _boxes(passage.block):
            score[element] += weight
            weight /= 2
    return max(score, key=lambda element: score[element])


def _boxes(block: Element) -> Iterator[Element]:
    above = [element for element in block.ancestors() if not _is_paragraph(element)]
    yield from above[:3] or [block]


def _goes_on(
    element: Element, lines: Sequence[Passage], mass: Mapping[Element, int], dense: int
) -> bool:
    """Return whether an element has text of the same sort as the densest one."""
    is_text = mass[element] >= SELECTING_PROSE_LINE * len(lines)
    return is_text and (mass[element] >= SELECTING_PART * dense or _is_paragraph(element))


def _is_links(lines: Sequence[Passage]) -> bool:
    return 2 * sum(line.linked for line in lines) > sum(len(line.text) for line in lines)


def _is_paragraph(element: Element) -> bool:
    return element.tag in _PARAGRAPHS
