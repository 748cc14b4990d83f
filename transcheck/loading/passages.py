"""The lines of a page that belong to no furniture, and how much running text they hold."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass

from transcheck.limits import LOADING_PASSAGES_SHORTEST_PROSE
from transcheck.loading.lines import is_link, is_site_line
from transcheck.loading.normalising import Piece
from transcheck.loading.page import Element, Line, Page
from transcheck.loading.roles import Role

HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_ENDS = (".", "!", "?", "…", "»", "”", '"')


@dataclass(frozen=True, slots=True, eq=False)
class Passage:
    """A line of a page without the furniture in it."""

    line: Line
    pieces: tuple[tuple[Piece, Element], ...]
    text: str
    """With runs of white space as one space."""
    linked: int
    """How many characters of it are in links."""

    @property
    def block(self) -> Element:
        """The innermost element that is no part of a line."""
        return self.line.block

    @property
    def is_link(self) -> bool:
        """Whether nearly all of it is a link."""
        return is_link(self.text, self.linked)

    @property
    def prose(self) -> int:
        """How many characters of running text it has; 0 for headings, links and labels."""
        short = len(self.text) < LOADING_PASSAGES_SHORTEST_PROSE or is_site_line(self.text)
        if short or 2 * self.linked > len(self.text) or self.block.tag in HEADINGS:
            return 0
        return len(self.text) - self.linked


def furniture(page: Page, article: Collection[Element]) -> frozenset[Element]:
    """Return the elements that are furniture of the site, and all that is in them.

    Args:
        page: The page.
        article: Elements that hold the article, whatever their names say.
    """
    found: set[Element] = set()
    details: set[Element] = set()
    authors: set[Element] = set()
    prose = _bare_prose(page)
    for element in page.elements:  # parents come before their children
        role = None if element in article else element.role
        if role is Role.PERHAPS_FURNITURE and element not in prose:
            role = Role.FURNITURE
        if role is Role.FURNITURE or element.parent in found:
            found.add(element)
        elif role is Role.BYLINE or element.parent in authors:
            authors.add(element)
        elif role is Role.META or element.parent in details:
            details.add(element)
    return frozenset(found | details)


def _bare_prose(page: Page) -> Collection[Element]:
    """Return the elements that may be furniture by name, and hold sentences and nothing else."""
    found: dict[Element, bool] = {}
    for line in page.lines:
        pieces = tuple(line.pieces)
        passage = Passage(line, pieces, _collapsed(piece for piece, _ in pieces), 0)
        linked = any(element.linked for _, element in pieces)
        bare = passage.prose > 0 and not linked and passage.text.endswith(_ENDS)
        for element in line.block.ancestors():
            if element.role is Role.PERHAPS_FURNITURE:
                found[element] = found.get(element, True) and bare
    return {element for element, bare in found.items() if bare}


def passages(page: Page, left_out: Collection[Element]) -> list[Passage]:
    """Return the lines of a page without what stands in the elements `left_out`."""
    found = []
    for line in page.lines:
        pieces = tuple(pair for pair in line.pieces if pair[1] not in left_out)
        text = _collapsed(piece for piece, _ in pieces)
        if any(map(str.isalnum, text)):
            linked = len(_collapsed(piece for piece, element in pieces if element.linked))
            found.append(Passage(line, pieces, text, linked))
    return found


def _collapsed(pieces: Iterable[Piece]) -> str:
    return " ".join("".join(text for text, _ in pieces).split())
