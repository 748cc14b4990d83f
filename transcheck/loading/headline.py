"""Which lines of a page are the headline of its article."""

from __future__ import annotations

import re
from collections.abc import Sequence

from transcheck.limits import HEADLINE_MOST, HEADLINE_SHORTEST
from transcheck.loading.page import Element, Line, Page
from transcheck.loading.roles import NEVER_ARTICLE, Role

_TITLES = ("h1", "h2", "h3")
_NOT_WORDS = re.compile(r"[\W_]+")
_SEPARATOR = re.compile(r"\s[|/:·•»«–—-]+\s")
"""Between a headline and the name of the site or section."""

Headline = tuple[Line, ...]


def find_headline(page: Page, titles: Sequence[str]) -> Headline:
    """Return the lines of the headline, none where the page has none.

    That is the heading that the page's metadata give as title, else another line that they
    do, else the first heading of the first rank.

    Args:
        page: The page.
        titles: What its metadata call the article, the most trusted first.
    """
    headings = _headings(page)
    wanted = [words for words in map(folded, titles) if words]
    for matches in (str.__eq__, _holds):
        for title in wanted:
            for lines in headings:
                if matches(title, _text(lines)):
                    return lines
    parts = [max(map(folded, _SEPARATOR.split(title)), key=len) for title in titles]
    for line in page.lines:
        text = _text((line,))
        if (
            len(text) >= HEADLINE_SHORTEST
            and text in (*wanted, *parts)
            and not _is_outside(line.block)
        ):
            return (line,)
    return next((lines for lines in headings if _heading(lines[0].block).tag == "h1"), ())


def folded(text: str) -> str:
    """Return a title without signs, spaces and capitals, to compare it with another."""
    return _NOT_WORDS.sub("", text.casefold())


def _headings(page: Page) -> list[Headline]:
    """Return the lines of each heading, those of the first rank first."""
    found: dict[Element, list[Line]] = {}
    for line in page.lines:
        heading = _heading(line.block)
        if heading.parent is not None and not _is_outside(heading):
            found.setdefault(heading, []).append(line)
    ranked = sorted(found, key=lambda element: element.tag != "h1")
    return [tuple(found[element]) for element in ranked]


def _heading(block: Element) -> Element:
    """Return the heading that a block is in; the root of the page where it is in none."""
    above = block
    for above in block.ancestors():
        if above.tag in _TITLES or above.role is Role.HEADLINE:
            return above
    return above


def _is_outside(element: Element) -> bool:
    return any(above.tag in NEVER_ARTICLE for above in element.ancestors())


def _text(lines: Headline) -> str:
    return folded("".join(text for line in lines for (text, _), _ in line.pieces))


def _holds(title: str, heading: str) -> bool:
    """Return whether a title is a heading with the site's name, or one is most of the other."""
    if len(heading) >= HEADLINE_SHORTEST and title.startswith(heading):
        return True
    short, long = sorted((title, heading), key=len)
    return short in long and len(short) >= HEADLINE_MOST * len(long)
