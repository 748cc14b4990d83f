"""Extractors of dates and of clock times: what is found when, sentence by sentence.

Dates are days, months, years, decades, weekdays, "two months ago", «торік»; times are 2:30
pm, 14:30, half past two, «о сьомій ранку», noon. Most sentences hold none and cost one look a
word.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cache

from transcheck.facts import Taken
from transcheck.facts.dates import digits
from transcheck.facts.dates.dating import date_of, time_of
from transcheck.facts.dates.reading import Reader, joined
from transcheck.facts.dates.senses import MARKS, Items, Sense, Senses, senses
from transcheck.facts.dates.shapes import DATES, TIMES, Match, find, shapes
from transcheck.facts.dates.words import Word, words
from transcheck.facts.numbers.numerals import read_text
from transcheck.facts.numbers.records import Numeral
from transcheck.facts.remembering import of_sentences
from transcheck.facts.tokens import DIGITS, HYPHENS, Tokens, normalise, tokenize
from transcheck.languages import Language
from transcheck.limits import EXTRACTING_COUNT, SENSES_CODE
from transcheck.model import Edition, Fact

DATE, TIME = "date", "time"


def extract_dates(edition: Edition, language: Language, taken: Taken) -> Iterator[Fact]:
    """Yield the dates of an edition; the value of each is a `PartialDate`."""
    return _extract(DATE, DATES, date_of, edition, language, taken)


def extract_times(edition: Edition, language: Language, taken: Taken) -> Iterator[Fact]:
    """Yield the clock times of an edition; the value of each is a `ClockTime`."""
    clock24 = "clock24" in words(language).rules

    def read(match: Match) -> object:
        return time_of(match, clock24=clock24)

    return _extract(TIME, TIMES, read, edition, language, taken)


def _extract(
    kind: str,
    table: str,
    value_of: Callable[[Match], object],
    edition: Edition,
    language: Language,
    taken: Taken,
) -> Iterator[Fact]:
    people = _people_named_as_months(edition, language)
    candidates = shapes(table, language)
    for segment in edition.segments:
        found = items(segment.text, language, people)
        if not found.symbols:
            continue
        for match in find(found, candidates):
            if not taken.free(segment.index, match.start, match.end):
                continue
            value = value_of(match)
            if value is not None:
                text = segment.text[match.start : match.end]
                yield Fact(kind, value, text, segment.index, match.start, match.end)


def _people_named_as_months(edition: Edition, language: Language) -> frozenset[str]:
    """Return the words of an edition that are months elsewhere but follow a title or a first name.

    Where Theresa May is in an article, "May" alone is not the month in any of its sentences.
    """
    table = words(language)
    doubtful = table.members("month_doubtful") | table.members("month_name")
    titles = table.members("honorific")
    if not titles:
        return frozenset()
    found = set()
    for segment in edition.segments:
        tokens = tokenize(segment.text)
        if doubtful.isdisjoint(tokens.texts):
            continue
        previous = ""
        for token in tokens:
            if token.text == ".":
                continue
            if token.text in doubtful and previous in titles and token.raw[0].isupper():
                found.add(token.text)
            previous = token.text
    return frozenset(found)


_NONE = Items("", (), (), ())
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
                if len(texts[i - 1]) <= SENSES_CODE and tokens.kind(i - 1) == "word":
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
        elif before.isalpha() and len(before) <= SENSES_CODE:
            return True
        elif not before and len(tokens.raws[i]) <= EXTRACTING_COUNT:
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
