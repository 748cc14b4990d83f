"""How a finding says who says what."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from transcheck.comparing.consensus import Claim
from transcheck.facts.numbers.hedges import hedged
from transcheck.facts.numbers.records import Quantity
from transcheck.languages import named
from transcheck.model import Article, Fact, Occurrence


def names(article: Article, editions: Iterable[int]) -> str:
    """Return the languages of editions, joined: ``uk and ru``."""
    return " and ".join(article.editions[n].language for n in editions)


def sayings(article: Article, claims: Sequence[Claim]) -> str:
    """Return who makes claims, each edition in its own words: ``uk “1,5 тис.”, en “1,500”``.

    An edition alone is not named.
    """
    alone = len(article.editions) == 1
    return ", ".join(
        f"“{place.text}”" if alone else f"{place.language} “{place.text}”"
        for place in (
            occurrence(article, n, facts[0])
            for claim in claims
            for n, facts in enumerate(claim.facts)
            if facts
        )
    )


def occurrences(article: Article, claims: Sequence[Claim]) -> tuple[Occurrence, ...]:
    """Return every place of the claims, edition by edition, in reading order."""
    return tuple(
        occurrence(article, n, fact)
        for n in range(len(article.editions))
        for fact in sorted(
            (fact for claim in claims for fact in claim.facts[n]),
            key=lambda fact: (fact.segment, fact.start),
        )
    )


def occurrence(article: Article, edition: int, fact: Fact) -> Occurrence:
    """Return the place of a fact, with its value in writing.

    The words that bound a number belong to what is shown: "up to £120 million".
    """
    own = article.editions[edition]
    text, start, end = own.segments[fact.segment].text, fact.start, fact.end
    if isinstance(fact.value, Quantity) and fact.value.bound:
        start, end = hedged(text, start, end, named(own.language))
    return Occurrence(own.language, fact.segment, start, end, text[start:end], str(fact.value))
