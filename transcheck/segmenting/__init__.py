"""Segmenting: blocks of text into sentences, by one policy for every language.

The languages must agree before all else: what one edition says in two sentences another
may say in one, but the same punctuation is cut in the same places whatever the language.
So the rules (`transcheck.segmenting.rules`) are shared and a language is its word lists.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator

from transcheck.languages import Language, named
from transcheck.model import Block, Document, Edition, Kind, Segment
from transcheck.segmenting.places import Place, lexicon, places
from transcheck.segmenting.rules import RULES


def segment(document: Document) -> Edition:
    """Return the edition of a document: its sentences, with their places in the source."""
    language = named(document.language)
    return Edition(
        language=language.code,
        path=document.path,
        title=document.title,
        segments=tuple(_segments(document, language)),
        author=document.author,
        published=document.published,
        ignores=document.ignores,
    )


def split(text: str, language: Language) -> tuple[tuple[int, int], ...]:
    """Return the spans (start, end) of the sentences of a text, in order.

    Together they hold every character but the white space around and between them.
    """
    spans = []
    start = len(text) - len(text.lstrip())
    for place, _, ends in _decide(text, language):
        if ends:
            spans.append((start, place.end))
            start = place.offset
    stop = len(text.rstrip())
    if start < stop:
        spans.append((start, stop))
    return tuple(spans)


def explain_split(text: str, language: Language) -> tuple[tuple[int, bool, str], ...]:
    """Return, for each place where a sentence may end: offset, whether it does, which rule."""
    return tuple((place.end, ends, rule) for place, rule, ends in _decide(text, language))


def _decide(text: str, language: Language) -> Iterator[tuple[Place, str, bool]]:
    start = 0
    for place in places(text, lexicon(language)):
        place.start = start
        for rule in RULES:
            ends = rule(place)
            if ends is not None:
                yield place, rule.__name__, ends
                start = place.offset if ends else start
                break


def _segments(document: Document, language: Language) -> Iterator[Segment]:
    index = 0
    for number, block in enumerate(document.blocks):
        whole = block.kind is Kind.FURNITURE
        for start, end in [(0, len(block.text))] if whole else split(block.text, language):
            line, column = _position(document, block.source_offset(start))
            end_line, last_column = _position(document, block.source_offset(end - 1))
            # Nearly every sentence stands on one line without markup.
            simple = line == end_line and len(block.origins) == 1
            yield Segment(
                index=index,
                kind=block.kind,
                text=block.text[start:end],
                block=number,
                line=line,
                column=column,
                end_line=end_line,
                end_column=last_column + 1,
                runs=((0, line, column),) if simple else tuple(_runs(document, block, start, end)),
                odds=block.odds,
            )
            index += 1


def _runs(document: Document, block: Block, start: int, end: int) -> Iterator[tuple[int, int, int]]:
    """Yield the runs of a sentence: from wherever markup was dropped or a line begins."""
    starts = [start, *(text for text, _ in block.origins if start < text < end)]
    for text, behind in zip(starts, [*starts[1:], end], strict=True):
        source = block.source_offset(text)
        yield (text - start, *_position(document, source))
        first = bisect_right(document.line_starts, source)
        last = bisect_right(document.line_starts, source + behind - text - 1)
        for line in range(first, last):
            offset = text - start + document.line_starts[line] - source
            yield offset, line + 1, 1


def _position(document: Document, source: int) -> tuple[int, int]:
    """Return line and column of the character at an offset in the source."""
    line = bisect_right(document.line_starts, source)
    return line, source - document.line_starts[line - 1] + 1
