"""Which sentences may hold a date or a time at all: most do not, and cost one look a word."""

from __future__ import annotations

from functools import cache
from itertools import pairwise

from transcheck.facts.chronology.shapes import DATES, TIMES, shapes
from transcheck.facts.chronology.words import words
from transcheck.facts.tokens import DIGITS, Tokens
from transcheck.languages import Language

_COUNT = 2
"""Digits that without another word of a date only count something."""


def worth_reading(tokens: Tokens, language: Language) -> bool:
    """Return whether a sentence has a word, a phrase or digits that some shape is anchored in."""
    forms, openings = _triggers(language)
    texts = tokens.texts
    if not forms.isdisjoint(texts):
        return True
    for i in [i for i, raw in enumerate(tokens.raws) if raw[0] in DIGITS]:
        if _may_be_date(tokens, i):
            return True
    for text in [text for text in texts if "-" in text]:
        if not forms.isdisjoint(text.split("-")):
            return True
    return not openings.isdisjoint(pairwise(texts))


def _may_be_date(tokens: Tokens, i: int) -> bool:
    """Return whether digits may be a year, or have something written onto them: 5th, 8.12."""
    if len(tokens.raws[i]) > _COUNT:
        return True
    return (i > 0 and tokens.touch(i - 1)) or (i + 1 < len(tokens.texts) and tokens.touch(i))


@cache
def _triggers(language: Language) -> tuple[frozenset[str], frozenset[tuple[str, str]]]:
    """Return the single words, and the first two of the phrases, that shapes are anchored in."""
    table = words(language)
    anchors = shapes(DATES, language).anchors | shapes(TIMES, language).anchors
    forms = {form for anchor in anchors for form in table.members(anchor)}
    forms |= {f"{form}'s" for form in forms}
    openings = {
        (key[0], key[1])
        for group in table.phrases.values()
        for key, word in group
        if not anchors.isdisjoint(word.capital)
    }
    return frozenset(forms), frozenset(openings)
