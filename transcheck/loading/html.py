"""HTML: the article of a page, without the site around it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from html import escape

from transcheck.limits import HTML_HEAD_BYTES
from transcheck.loading import lines
from transcheck.loading.assembling import Layout, assemble
from transcheck.loading.filtering import filtered
from transcheck.loading.formats import FORMATS, Format, Parsed, UnreadableError
from transcheck.loading.frontmatter import read_ignores
from transcheck.loading.metadata import Headline, find_headline, read_metadata
from transcheck.loading.page import Element, Page, read_page
from transcheck.loading.passages import Passage, furniture, passages
from transcheck.loading.roles import Role
from transcheck.loading.selecting import densest, find_body, find_window, is_list_of_articles
from transcheck.loading.tables import in_html
from transcheck.model import Block, Kind

_CHARSET = re.compile(
    rb"""<(?:meta|\?xml)[^>]{0,200}?(?:charset|encoding)\s*=\s*["']?([\w-]{1,40})"""
)
_BOXES = ("article", "form", "main")
_HINT = "save the article's text as .txt or .md"


def parse(text: str) -> Parsed:
    """Return the article of a page.

    Raises:
        UnreadableError: the page has no article, or several.
    """
    page = read_page(text)
    metadata = read_metadata(page)
    headline = find_headline(page, metadata.titles)
    title = next(iter(metadata.titles), "")
    blocks: tuple[Block, ...] = ()
    failure = UnreadableError("is a page without an article that can be recognised", _HINT)
    for holding in _holdings(page, headline):
        try:
            blocks = _article(page, headline, title, holding)
        except UnreadableError as error:
            failure = error
        if _has_text(blocks):
            break
    else:
        raise failure
    byline = next((block.text for block in blocks if block.kind is Kind.BYLINE), "")
    return Parsed(
        blocks,
        title=title,
        author=metadata.author or lines.author_of(byline) or metadata.meta_author,
        published=metadata.published,
        language=metadata.language,
        ignores=read_ignores(page.comments),
    )


def _holdings(page: Page, headline: Headline) -> Iterator[Sequence[Element]]:
    """Yield guesses which elements are of the article, whatever their names say.

    Some sites put the whole page into a form, or in a box that is called as no article is;
    in the end it is where most of the text stands.
    """
    yield [line.block for line in headline]
    yield [e for e in page.elements if e.tag in _BOXES or e.role is Role.BODY]
    found = passages(page, ())
    if any(passage.prose for passage in found):
        yield [densest(found), *(line.block for line in headline)]


def _article(
    page: Page, headline: Headline, title: str, holding: Sequence[Element]
) -> tuple[Block, ...]:
    """Return the blocks of the article of a page.

    Args:
        page: The page.
        headline: The lines of its headline, if any.
        title: What its metadata call the article.
        holding: Elements that are of the article, whatever stands around them.
    """
    kept = {above for element in holding for above in element.ancestors()}
    found = [p for p in passages(page, furniture(page, kept)) if not _is_card(p)]
    window = find_window(found, headline)
    inside = found[window.start : window.stop]
    body = find_body(inside)
    if is_list_of_articles(inside, body):
        raise UnreadableError("is a page of links to articles, not an article", _HINT)
    layout = Layout(found, window, headline, body)
    return filtered(assemble(layout), title)


def _is_card(passage: Passage) -> bool:
    """Return whether a line is a link in an article that stands in another one: a teaser."""
    articles = sum(element.tag == "article" for element in passage.block.ancestors())
    return passage.is_link and articles > 1


def _has_text(blocks: Sequence[Block]) -> bool:
    return any(block.kind in (Kind.BODY, Kind.LEAD, Kind.QUOTE) for block in blocks)


def charset(data: bytes) -> str:
    """Return the encoding that the head of a page declares, or the empty string."""
    match = _CHARSET.search(data[:HTML_HEAD_BYTES].lower())
    return match[1].decode("ascii") if match else ""


def escape_text(words: str) -> str:
    """Return words as HTML has them between tags."""
    return escape(words, quote=False)


FORMATS.add(
    "html",
    Format("html", (".html", ".htm", ".xhtml"), parse, charset, escape_text, in_html),
)
