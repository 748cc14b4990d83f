"""Which elements of a page hold the body of its article.

They are looked for by what the markup calls them, then by where running text is densest.
In doubt more is taken: a line of furniture that stays is an alarm an editor can wave away,
a paragraph that is lost is a passage nobody checks.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence

from transcheck.loading.headline import Headline
from transcheck.loading.page import Element
from transcheck.loading.passages import Passage
from transcheck.loading.roles import Role

_PARAGRAPHS = frozenset({"p", "li", "dd", "dt", "blockquote", "pre"})
_FAIR_SHARE = 0.3
"""Of the page's running text, what an element called body must hold to be believed."""
_MOST = 0.5
"""Of the page's running text, what the densest element must hold at least."""
_PART = 0.1
_PROSE_LINE = 60
"""Mean characters of a line of running text; teasers and comments mostly have less."""
_SEVERAL = 3
_MANY_LINKS = 30
"""An article has fewer links that make up whole lines, and more text than they have."""


def find_window(passages: Sequence[Passage], headline: Headline) -> range:
    """Return which passages can be the article's: from its headline to the next article's."""
    lines = frozenset(headline)
    own = [index for index, passage in enumerate(passages) if passage.line in lines]
    if not own:
        return range(len(passages))
    seen = 0
    for index in range(own[-1] + 1, len(passages)):
        block = passages[index].block
        if seen and block.tag == "h1" == passages[own[0]].block.tag:
            return range(own[0], index)
        seen += passages[index].prose
    return range(own[0], len(passages))


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
    outer = [e for e in named if e.parent is None or not e.parent.within(holding)]
    best = max(outer, key=lambda e: mass[e], default=None)
    if best is not None and mass[best] >= _FAIR_SHARE * total:
        return dict.fromkeys(e for e in outer if e.parent is best.parent)
    dense = _densest(passages)
    lines = _lines(passages)
    while dense.parent is not None and (
        mass[dense] < _MOST * total or lines[dense.parent] == lines[dense]
    ):
        dense = dense.parent
    return dict.fromkeys(_with_neighbours(dense, passages, mass))


def is_list_of_articles(passages: Sequence[Passage], body: Collection[Element]) -> bool:
    """Return whether a page offers many articles and is none itself.

    It has several ``article`` elements, none larger than the rest, or little but links.
    """
    inside = [passage for passage in passages if passage.block.within(body)]
    mass = _mass(inside)
    total = max(mass.values(), default=0)
    articles = [mass[element] for element in mass if element.tag == "article" and mass[element]]
    if len(articles) >= _SEVERAL and max(articles) < _MOST * total:
        return True
    prose = sum(passage.prose for passage in inside)
    links = [len(passage.text) for passage in (inside if prose else passages) if passage.is_link]
    return len(links) >= _MANY_LINKS and prose < sum(links)


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


def _densest(passages: Sequence[Passage]) -> Element:
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


def _with_neighbours(
    dense: Element, passages: Sequence[Passage], mass: Mapping[Element, int]
) -> list[Element]:
    """Return the densest element and those beside it that go on with its text."""
    if dense.parent is None:
        return [dense]
    beside: dict[Element, list[Passage]] = {}
    for passage in passages:
        for element in passage.block.ancestors():
            if element.parent is dense.parent:
                beside.setdefault(element, []).append(passage)
    elements = [element for element in beside if not _is_links(beside[element])]
    texts = [
        index
        for index, element in enumerate(elements)
        if element is dense or _goes_on(element, beside[element], mass, mass[dense])
    ]
    return elements[texts[0] : texts[-1] + 1] if texts else [dense]


def _goes_on(
    element: Element, lines: Sequence[Passage], mass: Mapping[Element, int], dense: int
) -> bool:
    """Return whether an element has text of the same sort as the densest one."""
    is_text = mass[element] >= _PROSE_LINE * len(lines)
    return is_text and (mass[element] >= _PART * dense or _is_paragraph(element))


def _is_links(lines: Sequence[Passage]) -> bool:
    return 2 * sum(line.linked for line in lines) > sum(len(line.text) for line in lines)


def _is_paragraph(element: Element) -> bool:
    return element.tag in _PARAGRAPHS
