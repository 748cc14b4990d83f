"""Items: the words, numbers and marks of a sentence with all they may be in a date.

Most sentences hold no date or time, and cost one look a word.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import cache

from transcheck.facts.chronology import digits
from transcheck.facts.chronology.reading import Reader, joined
from transcheck.facts.chronology.senses import CODE, MARKS, Items, Sense, Senses, senses
from transcheck.facts.chronology.shapes import DATES, TIMES, shapes
from transcheck.facts.chronology.words import Word, words
from transcheck.facts.numerals import Numeral, read_text
from transcheck.facts.remembering import of_sentences
from transcheck.facts.tokens import DIGITS, HYPHENS, Tokens, normalise, tokenize
from transcheck.languages import Language

_NONE = Items("", (), (), ())
_COUNT = 2
"""Digits that without another word of a date only count something."""
_DIGIT_OR_HYPHEN = re.compile(f"[{HYPHENS}0-9]")
_NO_DATE = frozenset({"currency", "label"})
"""Marks that say what the digits behind them are."""


@of_sentences
def items(text: str, language: Language, people: frozenset[str]) -> Items:
    """Return the items of a sentence; none if no word or number of it can be part of a date.

    `people` are words that look like months but are names of people in this edition.
    """
    tokens = tokenize(text)
    known = senses(language)
    phrases = known.phrases(tokens.texts)
    if not _worth_reading(text, tokens, phrases, language):
        return _NONE
    found = [*map(known.alone.__getitem__, tokens.raws)]
    unsure = [i for i, sense in enumerate(found) if sense is None]
    if phrases or unsure:
        numerals: dict[int, list[Numeral]] = {}
        for numeral in read_text(text, language):
            numerals.setdefault(numeral.first, []).append(numeral)
        places = _settle(tokens, known, numerals, found, unsure)
        if phrases or places:
            mark = language.decimal_mark
            reader = Reader(text, tokens, known, phrases, numerals, mark, people)
            return reader.read(found, sorted({*places, *phrases}))
    return joined(tokens.starts, tokens.ends, found)  # type: ignore[arg-type]


def _settle(
    tokens: Tokens,
    known: Senses,
    numerals: Mapping[int, Sequence[Numeral]],
    found: list[Sense | None],
    unsure: Sequence[int],
) -> list[int]:
    """Find out what most tokens are of which others decide; return the places of the rest."""
    texts, places = tokens.texts, []
    for i in unsure:
        sense = None
        if tokens.kind(i) == "digits":
            if i and tokens.touch(i - 1):
                if len(texts[i - 1]) <= CODE and tokens.kind(i - 1) == "word":
                    # The letters of Q3 are no word.
                    places.append(i - 1)
            elif digits.stand_alone(tokens, i) and (i not in numerals or _fills(numerals[i], i)):
                sense = known.digits[texts[i]]
        elif (
            i in numerals
            and numerals[i][0].start == tokens.starts[i]
            and _fills(numerals[i], i)
            and texts[i] not in known.table.single
        ):
            sense = known.number(numerals[i][0])
        if sense is None:
            places.append(i)
        found[i] = sense
    return places


def _fills(here: Sequence[Numeral], i: int) -> bool:
    """Return whether the token at `i` is a number and nothing else."""
    first = here[0]
    return len(here) == 1 and first.after == i + 1 and not first.tail


def _worth_reading(
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
    for word in [text for text in tokens.texts if "-" in text]:
        if not forms.isdisjoint(word.split("-")):
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
