"""Lines that are furniture in part: what is glued to a headline or opens the first paragraph.

Sites print a credit or a stamp beside a headline, and the copy has them on one line; agencies
open a text with place, date and their own name. Each part becomes a block of its own, so that
every character keeps its place.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Collection, Iterable, Iterator
from functools import cache
from itertools import pairwise
from operator import itemgetter

from transcheck.languages import LANGUAGES
from transcheck.limits import (
    CUTTING_FEWEST_LETTERS,
    CUTTING_LONGEST_CREDIT,
    CUTTING_LONGEST_DATELINE,
    CUTTING_LONGEST_STAMP,
    CUTTING_SHORTEST_STORY,
    CUTTING_SHOUTED,
)
from transcheck.loading.labels import groups
from transcheck.model import Block, Kind

_NOT_WORDS = re.compile(r"[\W_]+")
_DAY = r"\d{1,2} [^\W\d_]{3,} \d{4}|[^\W\d_]{3,} \d{1,2}, \d{4}|\d{1,2}[./]\d{1,2}[./](?:\d\d){1,2}"
_CLOCK = r"\d{1,2}[:.]\d\d(?: ?[ap]\.?m\.?)?"
_STAMP = re.compile(
    rf"\s*(?:(?:{_DAY})(?: ?[рг]\.)?[ ,|•–—-]*(?:(?:о|об|в|at) )?{_CLOCK}"
    rf"|{_CLOCK}[ ,|•–—-]*(?:{_DAY}))\W*$",
    re.IGNORECASE,
)
"""Day, year and time of day at the end of a headline: nothing else is written so."""
_ELEMENT = re.compile(r"(?P<words>\w[\w'’ʼ-]*(?: \w[\w'’ʼ-]*){0,3})(?P<mark>\W{1,4})")
_DASH = frozenset("—–-")
_TEXTS = (Kind.BODY, Kind.LEAD, Kind.HEADING)


def folded(text: str) -> str:
    """Return a text without signs, spaces and capitals, to compare it with another."""
    return _NOT_WORDS.sub("", text.casefold())


def without_glue(blocks: Iterable[Block], titles: Collection[str]) -> Iterator[Block]:
    """Yield blocks, with the parts that are glued together apart.

    Args:
        blocks: The blocks.
        titles: Headlines, `folded`.
    """
    opened = False
    for block in blocks:
        starts = [*_starts(block, titles, opened=opened), (len(block.text), block.kind)]
        for (start, kind), (end, _) in pairwise(starts):
            yield from _part(block, start, end, kind)
        opened = opened or (block.kind in _TEXTS and len(block.text) > CUTTING_LONGEST_DATELINE)


def _starts(block: Block, titles: Collection[str], *, opened: bool) -> list[tuple[int, Kind]]:
    """Return where the parts of a block start, and what each is; `opened` behind a paragraph."""
    text = block.text
    stamp = _STAMP.search(text, max(0, len(text) - CUTTING_LONGEST_STAMP))
    headline = text[: stamp.start()] if stamp else ""
    if headline and (block.kind is Kind.HEADLINE or folded(headline) in titles):
        return [(0, block.kind), (len(headline), Kind.FURNITURE)]
    credit = next((match.start() for match in _credit().finditer(text) if match.start()), 0)
    if credit and block.kind in _TEXTS and len(text) - credit <= CUTTING_LONGEST_CREDIT:
        before = text[:credit].rstrip()
        if len(folded(before)) >= CUTTING_FEWEST_LETTERS and folded(before) in titles:
            return [(0, Kind.FURNITURE), (credit, Kind.CAPTION)]
        if before[-1] in ".!?…»”" and len(before) > CUTTING_LONGEST_CREDIT:
            return [(0, block.kind), (credit, Kind.CAPTION)]
        return [(0, Kind.CAPTION)]
    end = 0 if opened or block.kind not in _TEXTS else dateline(text)
    return [(0, Kind.FURNITURE), (end, block.kind)] if end else [(0, block.kind)]


def dateline(text: str) -> int:
    """Return where the dateline that opens a text ends («КИЇВ. 12 квітня. …»); 0 without one.

    It names place, day or agency, one behind the other, and a sentence of its own follows.
    """
    kinds: list[str] = []
    best = end = 0
    for match in _ELEMENT.finditer(text[:CUTTING_LONGEST_DATELINE]):
        kind = _element(match["words"], bracketed=text[max(0, end - 1)] in "(/")
        if kind is None or match.start() != end:
            break
        kinds.append(kind)
        end = match.end()
        mark = match["mark"]
        if mark[-1].isspace() and _ends(mark.strip(), text[end : end + 2].lstrip("«“\"'")[:1]):
            if len(text) - end < CUTTING_SHORTEST_STORY:
                break
            best = end if _is_dateline(kinds, text[:end]) else best
    return best


def _element(words: str, *, bracketed: bool) -> str | None:
    """Return what a part of a dateline is: a day, a name in capitals, an agency, a place."""
    parts = words.split()
    if any(part[0].isdigit() for part in parts):
        days = all(part[0].isdigit() or "date" in groups(part.lower()) for part in parts)
        return "day" if days and len(parts) > 1 else None
    if len(words) < len("UN") or not all(part[0].isupper() for part in parts):
        return None
    if bracketed or words.isupper():
        return "agency" if bracketed or len(words) < CUTTING_SHOUTED else "shouted"
    return "place" if len(parts[0]) > len("In") else None


def _ends(mark: str, follows: str) -> bool:
    """Return whether a mark ends a dateline: a stop, a dash, a bullet before a capital."""
    return mark[-1:] in {*_DASH, ".", "•", "|", "/", ")", ":"} and (
        follows.isupper() or follows.isdigit() or mark[-1:] in "•|"
    )


def _is_dateline(kinds: list[str], written: str) -> bool:
    if "•" in written or "|" in written:
        return True
    if len(kinds) == 1:
        return kinds[0] == "shouted"
    named = kinds[-1] != "place" or "agency" in kinds or (kinds[0] == "shouted" and "," in written)
    return named or not _DASH.isdisjoint(written[-3:])


def _part(block: Block, start: int, end: int, kind: Kind) -> Iterator[Block]:
    """Yield the part of a block between two offsets, unless it is blank."""
    text = block.text[start:end]
    start += len(text) - len(text.lstrip())
    text = text.strip()
    if text:
        first = bisect_right(block.origins, start, key=itemgetter(0))
        inner = [
            (at - start, place) for at, place in block.origins[first:] if at < start + len(text)
        ]
        yield Block(kind, text, ((0, block.source_offset(start)), *inner))


@cache
def _credit() -> re.Pattern[str]:
    """Return a pattern for what opens a credit inside a line; no space need stand before it."""
    words = {word for language in LANGUAGES for word in language.words("credits")}
    any_of = "|".join(
        re.escape(word) for word in sorted(words, key=lambda word: (-len(word), word))
    )
    return re.compile(rf"(?:{any_of}):\s")
