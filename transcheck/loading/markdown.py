"""Markdown with front matter: headings, paragraphs, quotes, lists, captions of pictures."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache
from itertools import accumulate
from typing import TYPE_CHECKING

from transcheck.limits import MARKDOWN_BLOCKS_DEEPEST
from transcheck.loading import inline, lines, normalising
from transcheck.loading.assembling import assemble_all
from transcheck.loading.normalising import Piece
from transcheck.loading.page import read_page
from transcheck.loading.passages import furniture, passages
from transcheck.loading.wrapping import continues
from transcheck.model import Block, Kind

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.token import Token
from transcheck.loading import plaintext
from transcheck.loading.filtering import filtered
from transcheck.loading.formats import FORMATS, Format, Parsed
from transcheck.loading.frontmatter import (
    FrontMatter,
    Value,
    read_front_matter,
    read_ignores,
    read_request,
)
from transcheck.loading.metadata import parse_date
from transcheck.loading.tables import in_pipes
from transcheck.loading.templating import without_templates

_BREAK = re.compile(r"<br\s*/?>", re.IGNORECASE)
_COMMENT = re.compile(r"<!--(.*?)-->", re.DOTALL)


@dataclass(slots=True)
class MarkdownBlocks:
    """What a Markdown text holds."""

    blocks: list[Block] = field(default_factory=list)
    """In order; the first heading of the first rank is the headline."""
    comments: list[tuple[str, int]] = field(default_factory=list)
    """HTML comments with their offsets."""


@dataclass(slots=True)
class _Paragraph:
    kind: Kind
    pieces: list[Piece] = field(default_factory=list)
    linked: int = 0

    @property
    def text(self) -> str:
        return "".join(text for text, _ in self.pieces).strip()

    def add(self, run: inline.Run) -> None:
        self.pieces += run.pieces
        self.linked += sum(len(text) for text, _ in run.pieces) if run.linked else 0


def read_blocks(text: str, start: int) -> MarkdownBlocks:
    """Return the blocks of a Markdown text from the offset `start` on, code left out."""
    reader = _Reader(text, start)
    found = [paragraph for paragraph in reader.read() if paragraph.text]
    stays = lines.stays([(paragraph.text, paragraph.linked) for paragraph in found])
    made = [
        normalising.block(paragraph.kind if stay else Kind.FURNITURE, paragraph.pieces)
        for paragraph, stay in zip(found, stays, strict=True)
    ]
    return MarkdownBlocks([block for block in made if block is not None], reader.comments)


class _Reader:
    """Walks the tokens of a text."""

    def __init__(self, text: str, start: int) -> None:
        self._text = text[start:]
        written = self._text.split("\n")
        offsets = accumulate((len(line) + 1 for line in written), initial=start)
        self._lines = list(zip(written, offsets, strict=False))
        self._env: dict[str, object] = {}
        self._cell = (0, 0)
        self._titled = False
        self.comments: list[tuple[str, int]] = []

    def read(self) -> Iterator[_Paragraph]:
        quotes = 0
        kind = Kind.BODY
        after_picture = False
        for token in _parser().parse(self._text, self._env):
            quotes += token.nesting if token.type.startswith("blockquote") else 0
            if token.type == "heading_open":
                kind = self._heading(token)
            elif token.type == "heading_close":
                kind = Kind.BODY
            elif token.type == "html_block":
                yield from self._html(token)
            elif token.type == "inline":
                own = Kind.QUOTE if quotes and kind is Kind.BODY else kind
                pictured = (token.children or [token])[0].type == "image"
                if pictured or (after_picture and _is_emphasised(token)):
                    own = Kind.CAPTION
                yield from self._paragraphs(token, own)
                after_picture = pictured

    def _heading(self, token: Token) -> Kind:
        if token.tag == "h1" and not self._titled:
            self._titled = True
            return Kind.HEADLINE
        return Kind.HEADING

    def _paragraphs(self, token: Token, kind: Kind) -> Iterator[_Paragraph]:
        """Yield the text of an inline token, apart at hard breaks between sentences."""
        current = _Paragraph(kind)
        captions: list[_Paragraph] = []
        for run in inline.read_runs(token, self._places(token), self._env):
            breaks = run.kind == "break"
            if run.kind == "html":
                breaks = self._inline_html(run)
            if breaks:
                captions.append(current)
                current = _Paragraph(kind)
            elif run.kind in ("image", "title"):
                caption = _Paragraph(Kind.CAPTION)
                caption.add(run)
                captions.append(caption)
            elif run.kind == "text":
                current.add(run)
        yield from _rejoined([*captions, current])

    def _inline_html(self, run: inline.Run) -> bool:
        """Keep a comment; return whether the run is a line break."""
        ((written, offset),) = run.pieces
        comment = _COMMENT.fullmatch(written)
        if comment:
            self.comments.append((comment[1], offset))
        return _BREAK.fullmatch(written) is not None

    def _html(self, token: Token) -> Iterator[_Paragraph]:
        """Yield the text of HTML that stands between paragraphs."""
        first, last = token.map or (0, 0)
        begin = self._lines[first][1]
        page = read_page("\n".join(line for line, _ in self._lines[first:last]), begin)
        self.comments += page.comments
        for block in assemble_all(passages(page, furniture(page, ()))):
            yield _Paragraph(block.kind, _pieces(block))

    def _places(self, token: Token) -> Sequence[int]:
        """Return the offsets of the characters of an inline token's content."""
        first, last = token.map or (0, 0)
        line, after = self._cell
        where = inline.places(
            token.content, self._lines[first:last] or [("", 0)], after if line == first else 0
        )
        self._cell = (first, where[-1] + 1 if where else after)
        return where


def _pieces(block: Block) -> list[Piece]:
    """Return the pieces that a block was made of, as far as they are seen in it."""
    ends = [*(offset for offset, _ in block.origins[1:]), len(block.text)]
    return [
        (block.text[start:end], place)
        for (start, place), end in zip(block.origins, ends, strict=True)
    ]


def _rejoined(parts: Sequence[_Paragraph]) -> Iterator[_Paragraph]:
    """Yield the lines of a paragraph, those as one that go on with each other's sentences."""
    whole: _Paragraph | None = None
    last = ""
    for part in parts:
        text = part.text
        if whole and whole.pieces and _goes_on(whole.kind, last, part.kind, text):
            end, offset = whole.pieces[-1]
            whole.pieces += [("\n", offset + len(end)), *part.pieces]
            whole.linked += part.linked
        else:
            if whole:
                yield whole
            whole = part
        last = text
    if whole:
        yield whole


def _goes_on(kind: Kind, line: str, next_kind: Kind, following: str) -> bool:
    if kind is not next_kind or kind is Kind.CAPTION or not (line and following):
        return False
    return kind is Kind.HEADLINE or continues(line, following)


def _is_emphasised(token: Token) -> bool:
    """Return whether all of a paragraph is in italics, as captions below pictures are."""
    children = [child for child in token.children or () if child.content or child.nesting]
    opened = [child for child in children if child.type == "em_open"]
    return len(opened) == 1 and children[0] is opened[0] and children[-1].type == "em_close"


@cache
def _parser() -> MarkdownIt:
    from markdown_it import MarkdownIt

    parser = MarkdownIt("commonmark", {"maxNesting": MARKDOWN_BLOCKS_DEEPEST}).enable("table")
    # Joining would lose which text token comes from which place.
    parser.disable(["text_join", "fragments_join"])
    parser.inline.ruler.before("text", "note_position", inline.note_position)
    return parser


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
