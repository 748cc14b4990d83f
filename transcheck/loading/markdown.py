"""Markdown with front matter: headings, paragraphs, quotes, lists, captions of pictures."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from transcheck.loading import normalising, plaintext
from transcheck.loading.filtering import filtered
from transcheck.loading.formats import FORMATS, Format, Parsed
from transcheck.loading.frontmatter import FrontMatter, Value, read_front_matter
from transcheck.loading.ignoring import read_ignores, read_request
from transcheck.loading.markdown_blocks import read_blocks
from transcheck.loading.metadata import parse_date
from transcheck.loading.tables import in_pipes
from transcheck.loading.templating import without_templates
from transcheck.model import Block, Kind

_AUTHORS = ("author", "authors", "byline")
_DATES = ("date", "published", "pubdate")
_LANGUAGES = ("lang", "language", "locale")
_LEADS = ("lead", "standfirst", "subtitle", "dek", "description", "summary")


def parse(text: str) -> Parsed:
    """Return the blocks of a Markdown text, and what its front matter says.

    Raises:
        UnreadableError: the front matter is not closed.
    """
    matter, start = read_front_matter(text)
    found = read_blocks(without_templates(text, start), start)
    requests = [
        mark._replace(everywhere=True)
        for value in matter.get("transcheck-ignore", ())
        for mark in read_request(value.text, value.offset)
    ]
    return Parsed(
        filtered(_framed(found.blocks, matter), _word(matter, "title"), plaintext.is_headline),
        title=_word(matter, "title"),
        author=", ".join(normalising.plain(value.text) for value in _first(matter, *_AUTHORS)),
        published=parse_date(_word(matter, *_DATES)),
        language=_word(matter, *_LANGUAGES),
        ignores=(*requests, *read_ignores(found.comments)),
        draft=_is_draft(matter),
        framed=bool(matter),
    )


def _is_draft(matter: FrontMatter) -> bool:
    """Return whether a text is unpublished: ``draft: true``, or ``published: false`` (Jekyll)."""
    said = {key: _word(matter, key).lower() for key in ("draft", "published")}
    return said["draft"] in ("true", "yes") or said["published"] in ("false", "no")


def _framed(blocks: Sequence[Block], matter: FrontMatter) -> Iterator[Block]:
    """Yield the blocks with a headline, and what the front matter adds to it behind it."""
    at = next((i for i, block in enumerate(blocks) if block.kind is Kind.HEADLINE), -1)
    head = list(blocks[: at + 1])
    rest = blocks[at + 1 :]
    if not head:
        head = list(_made(Kind.HEADLINE, _first(matter, "title")))
    if not head and rest and rest[0].kind is Kind.HEADING:
        head, rest = [Block(Kind.HEADLINE, rest[0].text, rest[0].origins)], rest[1:]
    yield from head
    for lead in _made(Kind.LEAD, _first(matter, *_LEADS)):
        if not any(block.text.startswith(lead.text) for block in rest):
            yield lead
    yield from _made(Kind.BYLINE, _first(matter, *_AUTHORS))
    yield from rest


def _made(kind: Kind, values: Sequence[Value]) -> Iterator[Block]:
    for value in values:
        block = normalising.block(kind, value.placed())
        if block is not None:
            yield block


def _first(matter: FrontMatter, *keys: str) -> tuple[Value, ...]:
    return next((matter[key] for key in keys if matter.get(key)), ())


def _word(matter: FrontMatter, *keys: str) -> str:
    return next((normalising.plain(value.text) for value in _first(matter, *keys)), "")


FORMATS.add(
    "markdown", Format("markdown", (".md", ".markdown"), parse, tables=in_pipes, pages=True)
)
