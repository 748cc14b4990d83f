"""The tables of dates and times: complete in every language, and checked against a dictionary."""

from __future__ import annotations

import pymorphy3  # type: ignore[import-untyped]
import pytest

from transcheck.facts.dates import digits
from transcheck.facts.dates.senses import alphabet
from transcheck.facts.dates.shapes import DATES, TIMES, shapes
from transcheck.facts.dates.words import words
from transcheck.languages import LANGUAGES, named, read_rows

CODES = LANGUAGES.names()
LEMMAS = {
    "uk": {
        "month": (
            "січень лютий березень квітень травень червень липень серпень вересень жовтень "
            "листопад грудень"
        ),
        "weekday": "понеділок вівторок середа четвер п'ятниця субота неділя",
        "season": "весна літо осінь зима",
        "unit": "секунда хвилина година день тиждень місяць рік десятиліття століття",
    },
    "ru": {
        "month": (
            "январь февраль март апрель май июнь июль август сентябрь октябрь ноябрь декабрь"
        ),
        "weekday": "понедельник вторник среда четверг пятница суббота воскресенье",
        "season": "весна лето осень зима",
        "unit": "секунда минута час день неделя месяц год десятилетие столетие",
    },
}
# Forms that no news text has, or that are other words first («лиха осени», «серед» = among).
RARE = {
    "осени", "осінню", "осене", "весно", "весен", "зимо", "серед", "сред", "літові", "літ", "лета",
    "лет", "летам", "летами", "летах", "гг",
}  # fmt: skip


@pytest.mark.parametrize("code", CODES)
@pytest.mark.parametrize(
    ("kind", "values"),
    [
        ("month", {str(n) for n in range(1, 13)}),
        ("weekday", {str(n) for n in range(1, 8)}),
        ("season", {"spring", "summer", "autumn", "winter"}),
        ("unit", {"s", "min", "h", "d", "w", "m", "y", "q", "D", "C", "e"}),
        ("deictic", {"d -2", "d -1", "d 0", "d 1", "d 2"}),
        ("direction", {"-1", "-1 then", "0", "1"}),
        ("decade", {str(n) for n in range(20, 100, 10)}),
        ("phase", {"early", "mid", "late"}),
        ("part", {"morning", "day", "evening", "night"}),
        ("noon", {"0", "12"}),
        ("era", {"BC", "AD"}),
    ],
)
def test_every_language_has_every_value(code: str, kind: str, values: set[str]) -> None:
    table = words(named(code))
    phrases = [word for group in table.phrases.values() for _, _, word in group]
    found = {word.capital.get(kind) for word in (*table.single.values(), *phrases)}
    assert values <= found


@pytest.mark.parametrize(
    ("code", "kind", "lemma"),
    [
        (code, kind, lemma)
        for code, kinds in LEMMAS.items()
        for kind, lemmas in kinds.items()
        for lemma in lemmas.split()
    ],
)
def test_every_form_of_the_dictionary_has_one_value(code: str, kind: str, lemma: str) -> None:
    table = words(named(code)).single
    parses = pymorphy3.MorphAnalyzer(lang=code).parse(lemma)
    parse = next(p for p in parses if p.normal_form == lemma and p.tag.POS in {"NOUN", "ADJF"})
    forms = {
        f.word.replace("ё", "е")
        for f in parse.lexeme
        if ("plur" not in f.tag or kind == "unit")
        and not {"voct", "V-be", "V-bi"} & f.tag.grammemes
    } - RARE
    own = table[lemma].initial
    assert forms <= table.keys()
    # «среде» is a Wednesday behind few prepositions, so it has a class of its own.
    found = [table[form].initial for form in forms]
    assert {c.get(kind, c.get(f"{kind}_dative")) for c in found} == {own[kind]}


@pytest.mark.parametrize("code", CODES)
def test_months_and_weekdays_are_in_calendar_order(code: str) -> None:
    table = words(named(code)).single
    for kind in ("month", "weekday"):
        lemmas = LEMMAS.get(code, {}).get(kind, "").split()
        assert [table[lemma].initial[kind] for lemma in lemmas] == [
            str(n + 1) for n in range(len(lemmas))
        ]


@pytest.mark.parametrize("code", CODES)
def test_shapes_use_known_classes_only(code: str) -> None:
    # `shapes` compiles a class without members to one that never matches: at least its name
    # must mean something in one of the languages.
    known = {name for c in CODES for classes in alphabet(named(c)).symbols for name in classes}
    for table in (DATES, TIMES):
        assert shapes(table, named(code)).anchors <= known


@pytest.mark.parametrize("code", CODES)
@pytest.mark.parametrize("width", [1, 2, 3, 4])
def test_every_number_has_a_symbol(code: str, width: int) -> None:
    letters = alphabet(named(code))
    for value in range(10**width):
        for found in (
            digits.plain_classes(value, width),
            digits.ordinal_classes(value),
            digits.decade_classes(value, width),
            digits.decade_classes(value, width) | digits.ordinal_classes(value),
        ):
            assert letters.symbol(found)


def test_time_zones_are_minutes_or_places_in_the_time_zone_database() -> None:
    from zoneinfo import ZoneInfo

    for key, value, *_ in read_rows("time_zones"):
        if value.lstrip("-").isdigit():
            assert -12 * 60 <= int(value) <= 14 * 60, key
        else:
            assert ZoneInfo(value).key == value


@pytest.mark.parametrize("code", CODES)
def test_zones_of_the_language_are_in_the_shared_table(code: str) -> None:
    keys = {row[0] for row in read_rows("time_zones")} | {"local"}
    assert {value for kind, value, *_ in named(code).rows("calendar") if kind == "zone"} <= keys
