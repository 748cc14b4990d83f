"""HTML: the article of a page, without the site around it."""

from __future__ import annotations

import re

from transcheck.loading import lines
from transcheck.loading.assembling import Layout, assemble
from transcheck.loading.formats import FORMATS, Format, Parsed, UnreadableError
from transcheck.loading.headline import find_headline
from transcheck.loading.ignoring import read_ignores
from transcheck.loading.metadata import read_metadata
from transcheck.loading.page import Element, read_page
from transcheck.loading.passages import furniture, passages
from transcheck.loading.selecting import find_body, find_window, is_list_of_articles
from transcheck.model import Kind

_CHARSET = re.compile(
    rb"""<(?:meta|\?xml)[^>]{0,200}?(?:charset|encoding)\s*=\s*["']?([\w-]{1,40})"""
)
_HEAD_BYTES = 4096
_HINT = "save the article's text as .txt or .md"


def parse(text: str) -> Parsed:
    """Return the article of a page.

    Raises:
        UnreadableError: the page has no article, or several.
    """
    page = read_page(text)
    metadata = read_metadata(page)
    headline = find_headline(page, metadata.titles)
    kept = set(headline[0].block.ancestors()) if headline else set[Element]()
    found = passages(page, furniture(page, kept))
    window = find_window(found, headline)
    inside = found[window.start : window.stop]
    if is_list_of_articles(inside):
        raise UnreadableError("is a page with several articles, not one", _HINT)
    body = find_body(inside)
    blocks = lines.with_kinds(tuple(assemble(Layout(found, window, headline, body))))
    if all(block.kind in (Kind.HEADLINE, Kind.CAPTION, Kind.BYLINE) for block in blocks):
        raise UnreadableError("is a page without an article that can be recognised", _HINT)
    byline = next((block.text for block in blocks if block.kind is Kind.BYLINE), "")
    return Parsed(
        blocks,
        title=next(iter(metadata.titles), ""),
        author=metadata.author or lines.author_of(byline),
        published=metadata.published,
        language=metadata.language,
        ignores=read_ignores(page.comments),
    )


def charset(data: bytes) -> str:
    """Return the encoding that the head of a page declares, or the empty string."""
    match = _CHARSET.search(data[:_HEAD_BYTES].lower())
    return match[1].decode("ascii") if match else ""


FORMATS.add("html", Format("html", (".html", ".htm", ".xhtml"), parse, charset))
