"""What several checks share: how a finding is put, and what a newsroom lets pass."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from transcheck.checks import Check, Option
from transcheck.comparing.consensus import Claim, Divergence
from transcheck.comparing.evidence import is_foreign
from transcheck.comparing.phrases import spans
from transcheck.comparing.wordwise import Sides
from transcheck.facts.numbers.hedges import hedged
from transcheck.facts.numbers.records import Quantity
from transcheck.languages import named
from transcheck.limits import STATING_TELLING
from transcheck.model import Article, Comparison, Fact, Finding, Occurrence, Severity


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


FEWEST_WORDS = Option(
    "fewest-words", 1, "Passages of fewer words than this are not reported.", least=1
)
LEAVE_ALONE: Option[tuple[str, ...]] = Option(
    "leave-alone", (), "Names that are not reported, in the nominative of any of the languages."
)


_COMPARED = frozenset({"number", "date", "time", "designation"})
_WORD = re.compile(r"\S*\w\S*")


def word_count(places: Iterable[Occurrence]) -> int:
    """Return how many words stand in places of one edition."""
    return sum(len(place.text.split()) for place in places)


def words_besides_facts(comparison: Comparison, place: Occurrence) -> int:
    """Return how many words of a place are not part of a number or date, which are compared.

    Where only a preposition is left, it is none.
    """
    languages = [edition.language for edition in comparison.article.editions]
    counted = [
        (fact.start - place.start, fact.end - place.start)
        for fact in comparison.facts[languages.index(place.language)]
        if fact.segment == place.segment and fact.kind in _COMPARED
    ]
    words = [
        word[0]
        for word in _WORD.finditer(place.text)
        if not any(start < word.end() and word.start() < end for start, end in counted)
    ]
    return len(words) if any(len(word) >= STATING_TELLING for word in words) else 0


def left_alone(this: Check, article: Article, places: Iterable[Occurrence]) -> bool:
    """Return whether one of the names that a check leaves alone stands at one of the places."""
    names = this.option(LEAVE_ALONE)
    segments = {edition.language: edition.segments for edition in article.editions}
    return any(
        start <= place.start and place.end <= end
        for name in names
        for place in places
        for start, end in spans(name, segments[place.language][place.segment].text, place.language)
    )


def told(
    check: Check,
    comparison: Comparison,
    sides: Sides,
    places: Sequence[tuple[int, int, int]],
    suspect: int | None,
    template: str = "default",
) -> Iterator[Finding]:
    """Yield a finding about words of a bead, unless one is left in another language.

    Its template has the fields ``one`` (who stands alone, or is named last, and its words)
    and ``others``.

    Args:
        check: whose finding it is.
        comparison: the article.
        sides: the words of the bead.
        places: position of an edition, first and last of the words; the suspect's last.
        suspect: position of the edition that stands alone; None where nothing decides.
        template: which template of the check says it.
    """
    editions = comparison.article.editions
    found = []
    for n, first, last in places:
        side = sides[n]
        if side is None or is_foreign(editions[n], side.words[first].segment):
            return
        found.append(side.place(first, last, [s.text for s in editions[n].segments]))
    *others, one = (f"{place.language} “{place.text}”" for place in found)
    order = sorted(zip(places, found, strict=True), key=lambda pair: pair[0])
    yield check.finding(
        comparison.article.name,
        [place for _, place in order],
        template=template,
        suspects=() if suspect is None else (editions[suspect].language,),
        one=one,
        others=", ".join(others),
    )


DIFFERENCE = "{one}, but {others}"
"""English wording of `difference`: the edition that stands alone first."""


def difference(
    check: Check,
    comparison: Comparison,
    divergence: Divergence,
    severity: Severity,
    template: str = "default",
) -> Finding:
    """Return a finding for claims that are not the same.

    Its template has the fields ``one`` (who stands alone, and says what) and ``others``.
    """
    article = comparison.article
    *others, one = divergence.claims
    if len(one.editions) == len(others[0].editions):
        one, *others = divergence.claims
    return check.finding(
        article.name,
        occurrences(article, divergence.claims),
        template=template,
        suspects=_languages(comparison, divergence),
        severity=severity,
        one=sayings(article, [one]),
        others=sayings(article, others),
    )


def omission(
    check: Check, comparison: Comparison, divergence: Divergence, severity: Severity
) -> Finding:
    """Return a finding for a claim that some editions leave out.

    Its template has the fields ``claim`` (who makes it, in which words) and ``absent``.
    """
    article = comparison.article
    return check.finding(
        article.name,
        occurrences(article, divergence.claims),
        suspects=_languages(comparison, divergence),
        severity=severity,
        claim=sayings(article, divergence.claims),
        absent=names(article, divergence.absent),
    )


def _languages(comparison: Comparison, divergence: Divergence) -> list[str]:
    return [comparison.article.editions[n].language for n in divergence.suspects]
