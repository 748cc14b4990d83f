"""Which elements of a page hold the body of its article.

They are looked for by what the markup calls them, then by where running text is densest.
In doubt more is taken: a line of furniture that stays is an alarm an editor can wave away,
a paragraph that is lost is a passage nobody checks.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from transcheck.loading.headline import Headline
from transcheck.loading.page import Element
from transcheck.loading.passages import Passage
from transcheck.loading.roles import Role, role_of

_PARAGRAPHS = frozenset({"p", "li", "dd", "dt", "blockquote", "pre"})
_FAIR_SHARE = 0.3
"""Of the page's running text, what an element called body must hold to be believed."""
_MOST = 0.5
"""Of the page's running text, what the densest element must hold at least."""
_PART = 0.1
_PROSE_LINE = 60
"""Mean characters of a line of running text; teasers and comments mostly have less."""
_TEASERS = 3


def find_window(passages: Sequence[Passage], headline: Headline) -> range:
    """Return which passages can be the article's: from its headline to the next article's."""
    own = [index for index, passage in enumerate(passages) if passage.line in headline]
    if not own:
        return range(len(passages))
    seen = 0
    for index in range(own[-1] + 1, len(passages)):
        block = passages[index].block
        if seen and block.tag == "h1" == passages[own[0]].block.tag:
            return range(own[0], index)
        seen += passages[index].prose
    return range(own[0], len(passages))


def find_body(passages: Sequence[Passage]) -> frozenset[Element]:
    """Return the elements that hold the body of the article; none where there is no text."""
    mass = _mass(passages)
    total = max(mass.values(), default=0)
    if not total:
        return frozenset()
    named = [element for element in mass if role_of(element) is Role.BODY]
    outer = [e for e in named if e.parent is None or not e.parent.within(named)]
    best = max(outer, key=lambda e: mass[e], default=None)
    if best is not None and mass[best] >= _FAIR_SHARE * total:
        return frozenset(e for e in outer if e.parent is best.parent)
    dense = _densest(passages)
    while mass[dense] < _MOST * total and dense.parent is not None:
        dense = dense.parent
    return frozenset({dense, *_neighbours(dense, passages, mass)})


def is_list_of_articles(passages: Sequence[Passage]) -> bool:
    """Return whether a page has several articles to choose from, none larger than the rest."""
    mass = _mass(passages)
    articles = [e for e in mass if e.tag == "article" and mass[e]]
    return len(articles) >= _TEASERS and max(mass[e] for e in articles) < _MOST * max(mass.values())


def _mass(passages: Sequence[Passage]) -> Mapping[Element, int]:
    """Return how much running text each element holds, in the order of the page."""
    mass: defaultdict[Element, int] = defaultdict(int)
    plain = all(not passage.prose for passage in passages)
    for passage in passages:
        weight = len(passage.text) - passage.linked if plain else passage.prose
        for element in passage.block.ancestors():
            mass[element] += weight
    return mass


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
    above = [element for element in block.ancestors() if element.tag not in _PARAGRAPHS]
    yield from above[:3] or [block]


def _neighbours(
    dense: Element, passages: Sequence[Passage], mass: Mapping[Element, int]
) -> Iterator[Element]:
    """Yield the elements beside the densest one that go on with its text."""
    lines: defaultdict[Element, list[int]] = defaultdict(list)
    for passage in passages:
        for element in passage.block.ancestors():
            if element.parent is dense.parent is not None and element is not dense:
                lines[element].append(passage.prose)
    for element, found in lines.items():
        long = mass[element] >= _PROSE_LINE * len(found)
        if long and (mass[element] >= _PART * mass[dense] or element.tag in _PARAGRAPHS):
            yield element
