"""What several checks let a newsroom set: how short a passage is left alone, and which words."""

from __future__ import annotations

from collections.abc import Iterable

from transcheck.checks import Check
from transcheck.checks.options import Option
from transcheck.comparing.phrases import spans
from transcheck.model import Article, Occurrence

FEWEST_WORDS = Option(
    "fewest-words", 1, "Passages of fewer words than this are not reported.", least=1
)
LEAVE_ALONE: Option[tuple[str, ...]] = Option(
    "leave-alone", (), "Names that are not reported, in the nominative of any of the languages."
)


def word_count(places: Iterable[Occurrence]) -> int:
    """Return how many words stand in places of one edition."""
    return sum(len(place.text.split()) for place in places)


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
