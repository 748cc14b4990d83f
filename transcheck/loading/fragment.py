"""A fragment of HTML, as content management systems keep an article: all of it is the article."""

from __future__ import annotations

import re

from transcheck.loading.assembling import assemble_all
from transcheck.loading.filtering import filtered
from transcheck.loading.formats import FORMATS, Format, Parsed
from transcheck.loading.frontmatter import read_ignores
from transcheck.loading.html import escape_text
from transcheck.loading.metadata import read_metadata
from transcheck.loading.page import read_page
from transcheck.loading.passages import furniture, passages
from transcheck.loading.tables import in_html
from transcheck.model import Block, Kind

_PAGE = re.compile(r"<(?:!doctype|html|head|body)[\s>]", re.IGNORECASE)


def is_fragment(text: str) -> bool:
    """Return whether HTML is no whole page, with a site around the article."""
    return _PAGE.search(text) is None


def parse(text: str) -> Parsed:
    """Return the blocks of a fragment; a heading in front of everything is the headline."""
    page = read_page(text)
    blocks = list(assemble_all(passages(page, furniture(page, ()))))
    if blocks and blocks[0].kind is Kind.HEADING:
        blocks[0] = Block(Kind.HEADLINE, blocks[0].text, blocks[0].origins)
    found = filtered(blocks)
    day = read_metadata(page).published
    return Parsed(found, published=day, ignores=read_ignores(page.comments))


FORMATS.add("html fragment", Format("html fragment", (), parse, escape=escape_text, tables=in_html))
