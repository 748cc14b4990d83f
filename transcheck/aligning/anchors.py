"""Anchors: sentences that every edition has once and that are each other's nearest.

They cut an article into short stretches that are aligned one by one, so that time and
memory grow with the length of an article and not with its square.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from itertools import combinations, pairwise
from math import prod

from transcheck.aligning.lattice import Pairs, Starts, Stretch
from transcheck.limits import ANCHORS_LARGEST, ANCHORS_REACH


def find_links(pairs: Pairs, editions: int) -> list[Starts]:
    """Return all sentences, one of each edition, that are certain matches, in any order.

    Each is the nearest of each other by margin, in every pair of editions.
    """
    mutual = {pair: evidence.partners for pair, evidence in pairs.items()}
    found: list[Starts] = []
    for first, second in sorted(mutual[0, 1].items()):
        link: Starts = (first, second)
        for edition in range(2, editions):
            third = mutual[0, edition].get(first)
            if third is None:
                break
            link = (*link, third)
        if len(link) == editions and all(
            mutual[a, b].get(link[a]) == link[b] for a, b in combinations(range(editions), 2)
        ):
            found.append(link)
    return found


def longest_chain(links: Sequence[Starts], editions: int) -> list[Starts]:
    """Return the most links that run forward in every edition: the anchors."""
    chain = list(links)
    for edition in range(1, editions):
        chain = _rising(chain, edition)
    return chain


def moved_blocks(links: Sequence[Starts], chain: Sequence[Starts]) -> list[Stretch]:
    """Return the stretches of links that the chain leaves out: passages in another order.

    Neighbouring links make one stretch where no edition has more than `ANCHORS_REACH` sentences
    between them, none of which is an anchor.
    """
    settled = set(chain)
    blocks: list[Stretch] = []
    for link in links:
        if link in settled or any(_inside(link, block) for block in blocks):
            continue
        end = tuple(place + 1 for place in link)
        if blocks and all(
            0 <= a - b <= ANCHORS_REACH for a, b in zip(link, blocks[-1].ends, strict=True)
        ):
            grown = Stretch(blocks[-1].starts, end)
            others = [*chain, *(block.starts for block in blocks[:-1])]
            if not any(_inside(other, grown) for other in others):
                blocks[-1] = grown
                continue
        blocks.append(Stretch(link, end))
    return blocks


def _inside(anchor: Starts, stretch: Stretch) -> bool:
    """Return whether any sentence of an anchor stands in a stretch."""
    return any(
        start <= place < end
        for place, start, end in zip(anchor, stretch.starts, stretch.ends, strict=True)
    )


def _rising(links: Sequence[Starts], edition: int) -> list[Starts]:
    """Return the longest subsequence that rises in one edition (patience sorting)."""
    tails: list[int] = []
    holders: list[int] = []
    previous: list[int] = []
    for n, link in enumerate(links):
        place = bisect_left(tails, link[edition])
        previous.append(holders[place - 1] if place else -1)
        tails[place : place + 1] = [link[edition]]
        holders[place : place + 1] = [n]
    chain = []
    at = holders[-1] if holders else -1
    while at >= 0:
        chain.append(links[at])
        at = previous[at]
    return chain[::-1]


def cut(anchors: Sequence[Starts], lengths: Sequence[int]) -> list[Starts | Stretch]:
    """Cut an article into settled anchors and stretches that are still to be aligned.

    An anchor beside a gap is left to the stretch, since what stands in the gap may belong
    to it; unless the stretch would grow too large.

    Returns:
        Anchors and stretches in reading order, covering every sentence once.
    """
    first, last = tuple(-1 for _ in lengths), tuple(lengths)
    fences = [first, *anchors, last]
    tight = [_follows(a, b) for a, b in pairwise(fences)]
    pieces: list[Starts | Stretch] = []
    open_since, inside = first, list[Starts]()
    for n, anchor in enumerate(anchors):
        if not (tight[n] and tight[n + 1]):
            inside.append(anchor)
            continue
        pieces.extend(_stretches(open_since, anchor, inside))
        pieces.append(anchor)
        open_since, inside = anchor, []
    pieces.extend(_stretches(open_since, last, inside))
    return pieces


def _follows(before: Starts, after: Starts) -> bool:
    return all(b == a + 1 for a, b in zip(before, after, strict=True))


def _stretches(before: Starts, after: Starts, inside: list[Starts]) -> list[Starts | Stretch]:
    """Return what lies between two settled anchors, cut at anchors inside where it is large."""
    if _follows(before, after):
        return []
    stretch = Stretch(tuple(b + 1 for b in before), after)
    if not inside or prod(size + 1 for size in stretch.sizes) <= ANCHORS_LARGEST:
        return [stretch]
    middle = len(inside) // 2
    settled = inside[middle]
    return [
        *_stretches(before, settled, inside[:middle]),
        settled,
        *_stretches(settled, after, inside[middle + 1 :]),
    ]
