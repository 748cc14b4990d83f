"""Round trips: every cardinal to a thousand and every ordinal, in each case and gender.

The forms come from the dictionaries of pymorphy3, of which the tables of the package are
independent: they were spelled out from a grammar.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Any

import pytest

from transcheck.facts.numbers.numerals import read
from transcheck.facts.tokens import tokenize
from transcheck.languages import named

pymorphy3 = pytest.importorskip("pymorphy3")

CASES = ("nomn", "gent", "datv", "accs", "ablt", "loct")
UNITS = {
    "uk": "один два три чотири п'ять шість сім вісім дев'ять десять одинадцять дванадцять "
    "тринадцять чотирнадцять п'ятнадцять шістнадцять сімнадцять вісімнадцять дев'ятнадцять",
    "ru": "один два три четыре пять шесть семь восемь девять десять одиннадцать двенадцать "
    "тринадцать четырнадцать пятнадцать шестнадцать семнадцать восемнадцать девятнадцать",
}
TENS = {
    "uk": "двадцять тридцять сорок п'ятдесят шістдесят сімдесят вісімдесят дев'яносто",
    "ru": "двадцать тридцать сорок пятьдесят шестьдесят семьдесят восемьдесят девяносто",
}
HUNDREDS = {
    "uk": "сто двісті триста чотириста п'ятсот шістсот сімсот вісімсот дев'ятсот",
    "ru": "сто двести триста четыреста пятьсот шестьсот семьсот восемьсот девятьсот",
}
ORDINALS = {
    "uk": "перший другий третій четвертий п'ятий шостий сьомий восьмий дев'ятий десятий "
    "одинадцятий дванадцятий тринадцятий чотирнадцятий п'ятнадцятий шістнадцятий сімнадцятий "
    "вісімнадцятий дев'ятнадцятий",
    "ru": "первый второй третий четвёртый пятый шестой седьмой восьмой девятый десятый "
    "одиннадцатый двенадцатый тринадцатый четырнадцатый пятнадцатый шестнадцатый семнадцатый "
    "восемнадцатый девятнадцатый",
}
ORDINAL_TENS = {
    "uk": "двадцятий тридцятий сороковий п'ятдесятий шістдесятий сімдесятий вісімдесятий "
    "дев'яностий",
    "ru": "двадцатый тридцатый сороковой пятидесятый шестидесятый семидесятый восьмидесятый "
    "девяностый",
}
ORDINAL_HUNDREDS = {
    "uk": "сотий двохсотий трьохсотий чотирьохсотий п'ятисотий шестисотий семисотий восьмисотий "
    "дев'ятисотий",
    "ru": "сотый двухсотый трёхсотый четырёхсотый пятисотый шестисотый семисотый восьмисотый "
    "девятисотый",
}
THOUSAND = {"uk": "тисяча", "ru": "тысяча"}
RIGHT = 0.995


@cache
def analyzer(language: str) -> Any:
    return pymorphy3.MorphAnalyzer(lang=language)


@cache
def forms(language: str, word: str, case: str, plural: bool | None = None) -> tuple[str, ...]:
    """All forms of a word in a case; superlatives («первейший») are other words."""
    for parse in analyzer(language).parse(word):
        if parse.normal_form != word or not {"NUMR", "ADJF", "NOUN"} & parse.tag.grammemes:
            continue
        if plural is not None and "NOUN" not in parse.tag:
            continue
        found = {
            form.word
            for form in parse.lexeme
            if case in form.tag
            and "Supr" not in form.tag
            and (plural is None or plural == ("plur" in form.tag))
        }
        if found:
            return tuple(sorted(found))
    raise LookupError(word)


def cardinal(language: str, value: int, case: str) -> Iterator[str]:
    """Every way to write a number below a thousand, its parts in the same variant."""
    hundreds, rest = divmod(value, 100)
    parts = [forms(language, HUNDREDS[language].split()[hundreds - 1], case)] if hundreds else []
    if rest >= 20:
        parts.append(forms(language, TENS[language].split()[rest // 10 - 2], case))
        rest %= 10
    if rest:
        parts.append(forms(language, UNITS[language].split()[rest - 1], case))
    for variant in range(max(map(len, parts))):
        yield " ".join(part[variant % len(part)] for part in parts)


def ordinal(language: str, value: int, case: str) -> Iterator[str]:
    hundreds, rest = divmod(value, 100)
    lead = [HUNDREDS[language].split()[hundreds - 1]] if hundreds and rest else []
    if not rest:
        last = ORDINAL_HUNDREDS[language].split()[hundreds - 1]
    elif rest < 20:
        last = ORDINALS[language].split()[rest - 1]
    elif rest % 10:
        lead.append(TENS[language].split()[rest // 10 - 2])
        last = ORDINALS[language].split()[rest % 10 - 1]
    else:
        last = ORDINAL_TENS[language].split()[rest // 10 - 2]
    for form in forms(language, last, case):
        yield " ".join([*lead, form])


def thousands(language: str, value: int, case: str) -> Iterator[str]:
    count, rest = divmod(value, 1000)
    one = count % 10 == 1 and count % 100 != 11
    # Behind every number but one, oblique cases have the plural; the direct ones, too,
    # differ only in forms that all are in the table.
    noun = forms(language, THOUSAND[language], case, plural=not one)[0]
    first = next(cardinal(language, count, case))
    yield " ".join([first, noun, *([next(cardinal(language, rest, case))] if rest else [])])


def wrong(language: str, phrases: Iterator[tuple[str, int]]) -> tuple[list[str], int]:
    """The phrases that are not read as exactly their value, and how many there were."""
    missed, count = [], 0
    for phrase, value in phrases:
        count += 1
        found = read(tokenize(phrase), named(language))
        if len(found) != 1 or found[0].low != value or found[0].high != value:
            missed.append(phrase)
    return missed, count


@pytest.mark.parametrize("case", CASES)
@pytest.mark.parametrize("language", ["uk", "ru"])
def test_cardinals(language: str, case: str) -> None:
    missed, count = wrong(
        language, ((p, n) for n in range(1, 1000) for p in cardinal(language, n, case))
    )
    assert count >= 999
    assert len(missed) <= count * (1 - RIGHT), missed


@pytest.mark.parametrize("case", CASES)
@pytest.mark.parametrize("language", ["uk", "ru"])
def test_ordinals_in_every_gender(language: str, case: str) -> None:
    missed, count = wrong(
        language, ((p, n) for n in range(1, 1000) for p in ordinal(language, n, case))
    )
    assert count >= 3 * 999
    assert len(missed) <= count * (1 - RIGHT), missed


@pytest.mark.parametrize("case", CASES)
@pytest.mark.parametrize("language", ["uk", "ru"])
def test_cardinals_beyond_a_thousand(language: str, case: str) -> None:
    missed, count = wrong(
        language,
        ((p, n) for n in range(1001, 999_999, 7919) for p in thousands(language, n, case)),
    )
    assert len(missed) <= count * (1 - RIGHT), missed
