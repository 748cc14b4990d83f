"""What several checks let a newsroom set: how short a passage is left alone, and which words."""

from __future__ import annotations

import re
from collections.abc import Iterable

from transcheck.checks import Check
from transcheck.checks.options import Option
from transcheck.comparing.phrases import spans
from transcheck.model import Article, Comparison, Occurrence

FEWEST_WORDS = Option(
    "fewest-words", 1, "Passages of fewer words than this are not reported.", least=1
)
LEAVE_ALONE: Option[tuple[str, ...]] = Option(
    "leave-alone", (), "Names that are not reported, in the nominative of any of the languages."
)


_COMPARED = frozenset({"number", "date", "time", "designation"})
_WORD = re.compile(r"\S*\w\S*")
_TELLING = 3
"""Letters of the shortest word that says something."""


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
    return len(words) if any(len(word) >= _TELLING for word in words) else 0


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
