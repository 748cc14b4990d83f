"""Which sentences may hold a date or a time at all: most do not, and cost one look a word."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache

from transcheck.facts.chronology import digits
from transcheck.facts.chronology.senses import CODE, senses
from transcheck.facts.chronology.shapes import DATES, TIMES, shapes
from transcheck.facts.chronology.symbols import MARKS
from transcheck.facts.chronology.words import Word, words
from transcheck.facts.tokens import DIGITS, HYPHENS, Tokens, normalise
from transcheck.languages import Language

_COUNT = 2
"""Digits that without another word of a date only count something."""
_DIGIT_OR_HYPHEN = re.compile(f"[{HYPHENS}0-9]")
_NO_DATE = frozenset({"currency", "label"})
"""Marks that say what the digits behind them are."""


def worth_reading(
    text: str, tokens: Tokens, phrases: Mapping[int, tuple[Word, int]], language: Language
) -> bool:
    """Return whether a sentence has a word, a phrase or digits that some shape is anchored in."""
    forms = _forms(language)
    if not forms.isdisjoint(tokens.texts):
        return True
    if phrases:
        anchors = _anchors(language)
        if any(not anchors.isdisjoint(word.capital) for word, _ in phrases.values()):
            return True
    if not _DIGIT_OR_HYPHEN.search(text):
        return False
    for joined in [text for text in tokens.texts if "-" in text]:
        if not forms.isdisjoint(joined.split("-")):
            return True
    return _digits_may_be_date(text, tokens, language)


def _digits_may_be_date(text: str, tokens: Tokens, language: Language) -> bool:
    """Return whether digits may be a year or a code, or have something written onto them."""
    known, anchors, read = senses(language), _anchors(language), 0
    for i in [i for i, raw in enumerate(tokens.raws) if raw[0] in DIGITS]:
        if tokens.starts[i] < read:
            # They were read with those before them: the decimals of 8.5.
            continue
        before = tokens.texts[i - 1] if i and tokens.touch(i - 1) else ""
        if MARKS.get(before) in _NO_DATE:
            continue
        classes = known.digits[tokens.raws[i]].classes
        if not digits.stand_alone(tokens, i):
            number = digits.read(normalise(text), tokens.starts[i], language.decimal_mark)
            if number.kind == "plain":
                return True
            classes, read = number.classes, number.end
        elif before.isalpha() and len(before) <= CODE:
            return True
        elif not before and len(tokens.raws[i]) <= _COUNT:
            continue
        if not anchors.isdisjoint(classes):
            return True
    return False


@cache
def _anchors(language: Language) -> frozenset[str]:
    """Return the classes that shapes are anchored in."""
    return shapes(DATES, language).anchors | shapes(TIMES, language).anchors


@cache
def _forms(language: Language) -> frozenset[str]:
    """Return the single words that shapes are anchored in."""
    table = words(language)
    forms = {form for anchor in _anchors(language) for form in table.members(anchor)}
    return frozenset(forms | {f"{form}'s" for form in forms}) | table.spoken
