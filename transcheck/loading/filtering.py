"""The line filter of every format: what the site says beside the article becomes furniture.

Nothing is dropped: a switcher, a stamp, a button stays as a block of kind ``furniture``,
which is shown and never compared. A byline or credit that is not marked as one becomes one.
How sure that is stays with the block, as the other editions may know better
(`transcheck.aligning.kinds`).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace

from transcheck.limits import (
    FILTERING_ANNOUNCED,
    FILTERING_HEADLINE,
    FILTERING_INSIDE,
    FILTERING_KICKER,
    FILTERING_LONE,
    FILTERING_MARKED,
    FILTERING_NO_HEADLINE,
    FILTERING_PARAGRAPH,
    FILTERING_SHORTEST_REPEAT,
    FILTERING_SUBHEADING,
    FILTERING_SURE,
)
from transcheck.loading import labels, lines
from transcheck.loading.cutting import folded, without_glue
from transcheck.loading.labels import Place
from transcheck.model import UNJUDGED, Block, Kind

_ENDS = (".", "!", "?", "…", "»", "”", '"', ")", ":")
_TEXTS = (Kind.HEADLINE, Kind.LEAD, Kind.HEADING, Kind.BODY, Kind.QUOTE)


def filtered(
    blocks: Iterable[Block], title: str = "", is_headline: Callable[[str], bool] | None = None
) -> tuple[Block, ...]:
    """Return the blocks of an article with the kinds that the words of its lines tell.

    Args:
        blocks: The blocks in reading order.
        title: What the markup calls the article, which lines may repeat.
        is_headline: Tells whether a first line looks like a headline, for formats that mark
            none; None keeps the blocks without one.
    """
    given = [block for block in blocks if any(map(str.isalnum, block.text))]
    found = given
    if is_headline and not any(block.kind is Kind.HEADLINE for block in given):
        found = _titled(given, _labelled(given), is_headline)
    inside = 0.0 if is_headline else FILTERING_INSIDE
    found = _labelled(without_glue(found, _titles(found, title)), inside)
    found = _subheaded(_without_repeats(found))
    return tuple(found if any(block.kind in _TEXTS for block in found) else given)


def _titles(blocks: Iterable[Block], title: str) -> frozenset[str]:
    headlines = (block.text for block in blocks if block.kind is Kind.HEADLINE)
    return frozenset(filter(None, map(folded, (title, *headlines))))


def _labelled(blocks: Iterable[Block], inside: float = 0.0) -> list[Block]:
    """Return blocks with the kinds that their lines' words, shapes and places tell.

    Args:
        blocks: The blocks in reading order.
        inside: Log-odds by which a line between two paragraphs is text more likely.
    """
    every = list(blocks)
    paragraphs = [n for n, block in enumerate(every) if _is_paragraph(block)]
    first, last = (paragraphs[0], paragraphs[-1]) if paragraphs else (0, len(every))
    lone = 0.0 if paragraphs else FILTERING_LONE
    found: list[Block] = []
    announced = False
    for number, block in enumerate(every):
        place = Place.HEAD if number < first else Place.TAIL if number > last else Place.MIDDLE
        prior = lone + inside * (place is Place.MIDDLE)
        kept = _with_kind(block, place, prior, alone=not paragraphs)
        kept = _teaser(kept) if announced else kept
        listed = place is Place.TAIL and (announced or labels.heads(kept.text, "read"))
        heads = listed or kept.text.endswith(":") or labels.heads(kept.text, "advert")
        announced = heads and kept.kind is Kind.FURNITURE
        found.append(kept)
    return found


def _teaser(block: Block) -> Block:
    """Return what is announced as furniture where it ends as no sentence; editions may differ.

    "Read also:" and "Advertisement" announce the next line, and "Most read" behind the text all
    that follow.
    """
    if block.kind is not Kind.BODY or block.text.endswith(_ENDS):
        return block
    return replace(block, kind=Kind.FURNITURE, odds=max(block.odds, FILTERING_ANNOUNCED))


def _is_paragraph(block: Block) -> bool:
    if block.kind not in _TEXTS or block.kind is Kind.HEADLINE:
        return False
    long = len(block.text) >= FILTERING_PARAGRAPH and block.text.endswith(_ENDS)
    return long and labels.read(block.text, Place.MIDDLE).odds < 0


def _with_kind(block: Block, place: Place, prior: float, *, alone: bool) -> Block:
    if block.kind is Kind.BYLINE and lines.names_nobody(block.text):
        return replace(block, kind=Kind.FURNITURE, odds=FILTERING_SURE)
    if block.kind is Kind.FURNITURE:
        return replace(block, odds=FILTERING_SURE)
    advert = block.kind is Kind.CAPTION and labels.heads(block.text, "advert")
    if advert and labels.read(block.text, place).odds > 0:
        return replace(block, kind=Kind.FURNITURE, odds=FILTERING_SURE)
    if block.kind not in (Kind.LEAD, Kind.HEADING, Kind.BODY):
        return block
    if lines.is_pointer(block.text) or lines.is_site_line(block.text):
        return replace(block, kind=Kind.FURNITURE, odds=FILTERING_SURE)
    if lines.is_credit(block.text):
        return replace(block, kind=Kind.CAPTION, odds=FILTERING_SURE)
    if (alone or place is not Place.MIDDLE) and lines.is_byline(block.text):
        return replace(block, kind=Kind.BYLINE, odds=FILTERING_SURE)
    label = labels.read(block.text, place)
    odds = (
        label.odds
        + (block.odds - UNJUDGED)
        - prior
        - FILTERING_MARKED * (block.kind is not Kind.BODY)
    )
    return replace(block, kind=label.kind if odds > 0 else block.kind, odds=odds)


def _titled(
    blocks: Sequence[Block], labelled: Sequence[Block], is_headline: Callable[[str], bool]
) -> list[Block]:
    """Return blocks with the headline found among the lines before the first paragraph."""
    found = list(blocks)
    first = next((n for n, b in enumerate(labelled) if _is_paragraph(b)), len(found) - 1)
    head: list[int] = []
    for n in range(first + 1):
        if is_headline(found[n].text):
            head += [n] * (labelled[n].odds < (0 if n == first else FILTERING_NO_HEADLINE))
        elif labelled[n].odds < 0:
            break
    if not head or len(found) == 1:
        return found
    at = next((n for n in head if labelled[n].odds < FILTERING_HEADLINE), None)
    if at is None or at == first:
        at = min(head, key=lambda n: (n == first, labelled[n].odds))
    above = [n for n in range(at) if labelled[n].kind in _TEXTS]
    if all(len(found[n].text) <= FILTERING_KICKER for n in above):
        found[at] = replace(found[at], kind=Kind.HEADLINE)
        for n in above:
            found[n] = replace(found[n], kind=Kind.FURNITURE, odds=FILTERING_SURE)
    return found


def _without_repeats(blocks: Sequence[Block]) -> list[Block]:
    """Return blocks with the second of two that say the same made furniture.

    A line that is cut short repeats the paragraph that it begins.
    """
    texts = [folded(block.text) if block.kind in _TEXTS else "" for block in blocks]
    titles = {
        text for text, block in zip(texts, blocks, strict=True) if block.kind is Kind.HEADLINE
    }
    found = []
    seen: set[str] = set()
    for number, (text, block) in enumerate(zip(texts, blocks, strict=True)):
        again = text in seen or (text in titles and block.kind is not Kind.HEADLINE)
        cut = block.text.endswith(("…", "...")) and any(
            other.startswith(text) for other in texts[number + 1 :]
        )
        if len(text) >= FILTERING_SHORTEST_REPEAT and (again or cut):
            block = replace(block, kind=Kind.FURNITURE, odds=FILTERING_SURE)
        seen.add(text)
        found.append(block)
    return found


def _subheaded(blocks: Sequence[Block]) -> list[Block]:
    """Return blocks with the short lines between paragraphs as the subheadings that they are."""
    found = list(blocks)
    for n in range(1, len(found) - 1):
        block = found[n]
        parts = _is_paragraph(found[n - 1]) and _is_paragraph(found[n + 1])
        short = len(block.text) <= FILTERING_SUBHEADING and not block.text.endswith(_ENDS)
        if block.kind is Kind.BODY and parts and short and block.text[0].isupper():
            found[n] = replace(block, kind=Kind.HEADING)
    return found
