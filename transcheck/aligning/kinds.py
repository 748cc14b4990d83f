"""Kinds of lines, put to the vote of the editions before they are aligned.

What a line is by its own words may be doubtful: a subheading and the headline of another
article look alike, and a lead may be taken for a headline that is not there. The other
editions know better: a line of the article has its like there, and what the site put in has
none. The log-odds of a line's words and those of a match elsewhere add up.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import combinations, permutations

from transcheck.aligning.similarity import Pair, side_of
from transcheck.embedding import Vectors
from transcheck.limits import ALIGNING_KINDS_DOUBT, ALIGNING_KINDS_LIMIT
from transcheck.model import Article, Edition, Kind, Segment
from transcheck.thresholds import AlignerThresholds

_END = re.compile(r"(?<![.\s][^\W\d_])[.!?…»”\";:,)]$")
"""The end of a sentence, a quotation or an item; not that of p.m. or U.S."""
_APART = (Kind.BYLINE, Kind.CAPTION)

Votes = Mapping[int, Kind]


def voted(article: Article, vectors: Sequence[Vectors], thresholds: AlignerThresholds) -> Article:
    """Return an article with the kinds of doubtful lines settled by all editions.

    Args:
        article: the editions, two or more.
        vectors: for each edition the vectors of its segments, as `align` takes them.
        thresholds: those of the encoder's family.
    """
    doubtful = [_doubtful(edition) for edition in article.editions]
    told = [
        [s.index for s in edition.segments if s.kind not in _APART and is_open(s)]
        for edition in article.editions
    ]
    if not any(doubtful) and _headlines_agree(article, told, vectors):
        return article
    if not all(told):
        return article
    sides = [
        side_of(edition, indexes, v)
        for edition, indexes, v in zip(article.editions, told, vectors, strict=True)
    ]
    pairs = {
        (a, b): Pair(sides[a], sides[b], thresholds) for a, b in combinations(range(len(sides)), 2)
    }
    editions = []
    for number, edition in enumerate(article.editions):
        kinds = dict(_kinds(number, article.editions, doubtful[number], told, pairs))
        kinds |= _without_headline(number, article.editions, told, pairs)
        segments = tuple(
            replace(s, kind=kinds[s.index]) if s.index in kinds else s for s in edition.segments
        )
        editions.append(replace(edition, segments=segments) if kinds else edition)
    return replace(article, editions=tuple(editions))


def is_open(segment: Segment) -> bool:
    """Return whether a segment is text, or furniture that the editions may hold for text."""
    return segment.kind is not Kind.FURNITURE or segment.odds < ALIGNING_KINDS_LIMIT


def _doubtful(edition: Edition) -> frozenset[int]:
    """Return the indexes of the lines of an edition that may be either, text or furniture."""
    blocks = [segment.block for segment in edition.segments]
    alone = {block for block in blocks if blocks.count(block) == 1}
    return frozenset(
        s.index
        for s in edition.segments
        if s.block in alone
        and s.kind not in (Kind.HEADLINE, *_APART)
        and -ALIGNING_KINDS_LIMIT < s.odds < ALIGNING_KINDS_LIMIT
        and (s.kind is Kind.FURNITURE or s.odds > ALIGNING_KINDS_DOUBT or not _END.search(s.text))
        and not _goes_on(edition, s)
    )


def _goes_on(edition: Edition, segment: Segment) -> bool:
    """Return whether a line goes on with the one before, as the second of a headline does."""
    before = edition.segments[segment.index - 1].text if segment.index else ""
    return before.endswith(",") and segment.text[0].islower()


def _headline(edition: Edition) -> int | None:
    return next((s.index for s in edition.segments if s.kind is Kind.HEADLINE), None)


def _headlines_agree(
    article: Article, told: Sequence[Sequence[int]], vectors: Sequence[Vectors]
) -> bool:
    """Return whether nothing in any edition is nearer to a headline than a headline."""
    headlines = [_headline(edition) for edition in article.editions]
    for a, b in permutations(range(len(headlines)), 2):
        one, two = headlines[a], headlines[b]
        if one is None or two is None:
            return True
        cosines = vectors[b][list(told[b])] @ vectors[a][one]
        if told[b][int(cosines.argmax())] != two:
            return False
    return True


def _partners(
    number: int, index: int, told: Sequence[Sequence[int]], pairs: Mapping[tuple[int, int], Pair]
) -> Iterator[tuple[int, int, float]]:
    """Yield, for each other edition, the segment nearest to one and the log-odds of a match."""
    place = told[number].index(index)
    for (a, b), pair in pairs.items():
        if number == a:
            found = pair.rightward.ids[place, 0]
            yield b, told[b][int(found)], pair.nearness(place, None)
        elif number == b:
            found = pair.leftward.ids[place, 0]
            yield a, told[a][int(found)], pair.nearness(None, place)


def _is_nearest(number: int, index: int, partners: Iterable[tuple[int, int, float]]) -> bool:
    return any((other, partner) == (number, index) for other, partner, _ in partners)


def _kinds(
    number: int,
    editions: Sequence[Edition],
    doubtful: frozenset[int],
    told: Sequence[Sequence[int]],
    pairs: Mapping[tuple[int, int], Pair],
) -> Iterator[tuple[int, Kind]]:
    """Yield the kinds of the doubtful lines of an edition where they change."""
    share = ALIGNING_KINDS_LIMIT / (len(editions) - 1)
    for index in doubtful:
        segment = editions[number].segments[index]
        odds = segment.odds
        for other, partner, match in _partners(number, index, told, pairs):
            label = editions[other].segments[partner].odds > 0
            mutual = _is_nearest(number, index, _partners(other, partner, told, pairs))
            if match < 0 or (mutual and not label):
                odds -= max(-share, min(share, match))
        if odds > 0 and segment.kind is not Kind.FURNITURE:
            yield index, Kind.FURNITURE
        elif odds < 0 and segment.kind is Kind.FURNITURE:
            yield index, Kind.BODY if _END.search(segment.text) else Kind.HEADING


def _without_headline(
    number: int,
    editions: Sequence[Edition],
    told: Sequence[Sequence[int]],
    pairs: Mapping[tuple[int, int], Pair],
) -> Votes:
    """Return the headline of an edition as its lead, where all others have it as text.

    An edition without a headline begins with its lead, which looks like one.
    """
    index = _headline(editions[number])
    if index is None:
        return {}
    for other, partner, match in _partners(number, index, told, pairs):
        mutual = _is_nearest(number, index, _partners(other, partner, told, pairs))
        if editions[other].segments[partner].kind is Kind.HEADLINE or match < 0 or not mutual:
            return {}
    return {index: Kind.LEAD}
