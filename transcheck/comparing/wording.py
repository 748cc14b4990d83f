"""How a finding says who says what."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from transcheck.comparing.consensus import Claim, Divergence
from transcheck.model import Article, Fact, Occurrence


def names(article: Article, editions: Iterable[int]) -> str:
    """Return the languages of editions, joined: ``uk and ru``."""
    languages = [article.editions[n].language for n in editions]
    if len(languages) < 2:
        return "".join(languages)
    return f"{', '.join(languages[:-1])} and {languages[-1]}"


def said(article: Article, claim: Claim) -> str:
    """Return who makes a claim, and in whose words: ``uk and ru say “1,5 тис.”``."""
    verb = "says" if len(claim.editions) == 1 else "say"
    first = claim.facts[claim.editions[0]][0]
    return f"{names(article, claim.editions)} {verb} “{first.text}”"


def all_said(article: Article, divergence: Divergence) -> str:
    """Return what every edition says, the one that stands alone first."""
    ordered = sorted(divergence.claims, key=lambda claim: len(claim.editions))
    return "; ".join(said(article, claim) for claim in ordered)


def occurrences(article: Article, claims: Sequence[Claim]) -> tuple[Occurrence, ...]:
    """Return every place of the claims, edition by edition."""
    return tuple(
        occurrence(article, n, fact)
        for n in range(len(article.editions))
        for claim in claims
        for fact in claim.facts[n]
    )


def occurrence(article: Article, edition: int, fact: Fact) -> Occurrence:
    """Return the place of a fact, with its value in writing."""
    return Occurrence(
        article.editions[edition].language,
        fact.segment,
        fact.start,
        fact.end,
        fact.text,
        str(fact.value),
    )
