"""The tables of names: complete in every language, in the right script, and consistent."""

from __future__ import annotations

from collections import defaultdict

import pytest

from transcheck.languages import LANGUAGES, named, read_rows, read_words
from transcheck.naming.distance import Verdict
from transcheck.naming.inflection import adjectival, base_set, bases, case_bases
from transcheck.naming.letters import folded, is_cyrillic
from transcheck.naming.matching import match
from transcheck.naming.tables import (
    TABLES,
    cells,
    entities,
    index,
    named_by,
    stand_in,
    stems,
)

ALL = (*TABLES, "demonyms")


@pytest.mark.parametrize("table", ALL)
def test_the_head_names_every_language_once(table: str) -> None:
    head = [column for column in read_rows(table)[0] if column != "key"]
    assert sorted(head) == sorted(LANGUAGES.names())


@pytest.mark.parametrize("table", ALL)
def test_every_row_has_every_language(table: str) -> None:
    head, *rows = read_rows(table)
    assert [row for row in rows if len(row) != len(head)] == []
    if table != "cities":
        assert [row for row in rows if not all(row)] == []


@pytest.mark.parametrize("table", ALL)
def test_latin_columns_have_no_cyrillic_letters(table: str) -> None:
    wrong = [
        name
        for _, code, names in cells(table)
        if named(code).script == "Latn"
        for name in names
        if is_cyrillic(name)
    ]
    assert wrong == []


@pytest.mark.parametrize("table", ALL)
def test_cyrillic_names_use_the_letters_of_their_language_alone(table: str) -> None:
    wrong = []
    for _, code, names in cells(table):
        language = named(code)
        if language.script == "Cyrl":
            letters = language.alphabet | set("'-. —0123456789")
            wrong += [
                name for name in names if is_cyrillic(name) and not set(name.lower()) <= letters
            ]
    assert wrong == []


@pytest.mark.parametrize("table", ALL)
def test_no_name_stands_twice_in_a_cell(table: str) -> None:
    assert [names for _, _, names in cells(table) if len(set(names)) != len(names)] == []


@pytest.mark.parametrize("table", ["equivalents", "territories", "demonyms"])
def test_no_key_stands_twice(table: str) -> None:
    keys = [row[0] for row in read_rows(table)[1:]]
    assert sorted({key for key in keys if keys.count(key) > 1}) == []


def test_every_name_is_found_by_its_own_entity_in_every_language() -> None:
    """A name whose words the inflection or folding would lose is not in the table for good."""
    lost = []
    for table in TABLES:
        for key, code, names in cells(table):
            for name in names:
                words = name.replace("-", " ").split()
                if key not in entities(words, code)[0]:
                    lost.append((table, code, name))
    assert lost == []


def test_demonyms_belong_to_names_of_the_tables() -> None:
    """Keys of countries must exist; the others (X...) name nations and beliefs without a row."""
    known = {key for table in TABLES for key, _, _ in cells(table)}
    assert [key for key, _, _ in cells("demonyms") if key not in known and key[0] != "X"] == []


def test_stems_begin_the_words_they_are_meant_for() -> None:
    examples = {
        "uk": {"SY": "сирійський", "DE": "німців", "XSC": "шотландська", "US": "американці"},
        "ru": {"SY": "сирийский", "DE": "немецкой", "XSC": "шотландская", "US": "американцы"},
    }
    for code, words in examples.items():
        for key, word in words.items():
            assert folded(word).startswith(stems(code)[key]), (code, key)


def test_countries_agree_with_one_another_across_languages() -> None:
    """Every territory is the same entity by its name in any two languages."""
    head, *rows = read_rows("territories")
    wrong = [
        (row[i], row[j])
        for row in rows
        for i, j in ((1, 2), (2, 3))
        if match(row[i], head[i], row[j], head[j]) is not Verdict.SAME
    ]
    assert wrong == []


def test_countries_are_told_apart_from_their_neighbours_in_spelling() -> None:
    for a, b in (("Iran", "Ірак"), ("Austria", "Австралія"), ("Slovakia", "Словенія")):
        assert match(a, "en", b, "uk") is Verdict.DIFFERENT


@pytest.mark.parametrize("code", LANGUAGES.names())
def test_the_index_has_all_first_words(code: str) -> None:
    assert all(first and first == first.lower() for first in index(code))
    assert named_by(["US"], code)


@pytest.mark.parametrize("table", ["letters_latin", "letters_cyrillic"])
def test_letter_costs_are_positive_and_unique(table: str) -> None:
    seen: dict[tuple[str, str], int] = defaultdict(int)
    for row in read_rows(table):
        assert len(row) == 3, row
        assert float(row[2]) > 0
        assert len(row[0]) <= 3
        assert len(row[1]) <= (2 if table == "letters_latin" else 3)
        seen[row[0], row[1]] += 1
    assert max(seen.values()) == 1


@pytest.mark.parametrize("code", [c for c in LANGUAGES.names() if named(c).script == "Cyrl"])
def test_case_endings_lead_to_endings_of_the_language(code: str) -> None:
    rows = named(code).rows("name_endings")
    for ending, results in rows:
        assert ending == "0" or set(ending.removeprefix("^")) <= named(code).alphabet | {"'"}
        assert all(base == "0" or set(base) <= named(code).alphabet for base in results.split())


@pytest.mark.parametrize(
    ("form", "code", "base"),
    [
        pytest.param("Растані", "uk", "растан", id="locative"),
        pytest.param("Харкова", "uk", "харкив", id="alternation"),
        pytest.param("Києві", "uk", "киив", id="alternation-yi"),
        pytest.param("Празі", "uk", "прага", id="softened"),
        pytest.param("Відні", "uk", "видень", id="fleeting-vowel"),
        pytest.param("Зеленського", "uk", "зеленский", id="adjective"),
        pytest.param("Ближнем", "ru", "ближний", id="adjective-ru"),
        pytest.param("Павла", "ru", "павел", id="fleeting-vowel-ru"),
        pytest.param("Риверсайдской", "ru", "риверсайд", id="made-from-a-name"),
    ],
)
def test_base_forms(form: str, code: str, base: str) -> None:
    assert base in bases(form, code)


DECLINED = {
    "uk": """
        Бондаря Бондар; Слюсареві Слюсар; Шахтарем Шахтар; Лазаре Лазар; Городища Городище;
        Кисіль Кисіль; Киселя Кисіль; Тернополі Тернопіль; Борисполем Бориспіль; Липівця Липовець;
        Швеця Швець; Шевця Швець; Шевцем Швець; Коломійця Коломієць; Стрільцю Стрілець;
        Лубен Лубни; Ріпок Ріпки; Сум Суми; Ромен Ромни; Черкас Черкаси; Прилук Прилуки;
        Володимире Володимир; Джоне Джон; Маріє Марія; Олено Олена; Галю Галя; Катерино Катерина;
        Іванівно Іванівна; Олексійовичу Олексійович; Уманню Умань; Гуляйполя Гуляйполе;
        Гуляйполем Гуляйполе; Чорновола Чорновіл; Кривоконя Кривокінь; Кірячкові Кірячок;
        Зеленогайському Зеленогайський; Степанківською Степанківська; Синього Синій;
        Івано-Франківська Івано-Франківськ; Анну-Марію Анна-Марія; Нечуя-Левицького Нечуй-Левицький;
        Шевченків Шевченко; Коваленками Коваленко; Зеленських Зеленський; Геллі Гелла
    """,
    "ru": """
        Городища Городище; Лубен Лубны; Сум Сумы; Репок Репки; Олешек Олешки; Черкасс Черкассы;
        Подгайцев Подгайцы; Зайца Заец; Стрельца Стрелец; Гуляйполя Гуляйполе; Льва Лев; Льву Лев;
        Заполярья Заполярье; Анну-Марию Анна-Мария; Королёва Королев; Артём Артем; Бондарём Бондарь
    """,
}


@pytest.mark.parametrize("code", DECLINED)
def test_every_case_leads_back_to_the_nominative(code: str) -> None:
    pairs = [pair.split() for pair in DECLINED[code].split(";")]
    assert [(form, base) for form, base in pairs if folded(base) not in bases(form, code)] == []


@pytest.mark.parametrize(
    ("slip", "code", "base"),
    [
        ("Бандаря", "uk", "Бондар"),
        ("Лубін", "uk", "Лубни"),
        ("Тернаполі", "uk", "Тернопіль"),
        ("Володемире", "uk", "Володимир"),
        ("Шевчуком", "uk", "Шевченко"),
        ("Горадища", "ru", "Городище"),
        ("Подгайцов", "ru", "Подгаец"),
    ],
)
def test_no_case_makes_up_for_a_wrong_letter(slip: str, code: str, base: str) -> None:
    wrong = base_set(slip, code)
    assert wrong.isdisjoint(bases(base, code))


@pytest.mark.parametrize(
    ("adjective", "code", "name"),
    [
        ("Київському", "uk", "Київ"),
        ("Запорізької", "uk", "Запоріжжя"),
        ("Вінницькій", "uk", "Вінниця"),
        ("Чернівецької", "uk", "Чернівці"),
        ("Донецькій", "uk", "Донецьк"),
        ("Синельниківського", "uk", "Синельникове"),
        ("Лубенським", "uk", "Лубни"),
        ("Черкаській", "uk", "Черкаси"),
        ("Уманському", "uk", "Умань"),
        ("Доманівської", "uk", "Доманівка"),
        ("Харківщину", "uk", "Харків"),
        ("Донеччини", "uk", "Донецьк"),
        ("Одесского", "ru", "Одесса"),
        ("Винницкой", "ru", "Винница"),
        ("Харьковщине", "ru", "Харьков"),
        ("Ровенского", "ru", "Ровно"),
    ],
)
def test_an_adjective_leads_to_the_name_it_is_made_from(
    adjective: str, code: str, name: str
) -> None:
    assert folded(name) in bases(adjective, code)
    assert folded(name) not in case_bases(adjective, code)
    assert adjectival(adjective, code)
    assert not adjectival(name, code) or name.endswith("цьк")


@pytest.mark.parametrize(
    "words",
    [
        "en/common_words",
        "en/name_words",
        "en/name_stops",
        "uk/name_nouns",
        "ru/name_nouns",
        "name_particles",
    ],
)
def test_word_lists_are_small_and_have_no_doubles(words: str) -> None:
    found = read_words(words)
    assert all(word == word.lower() for word in found)
    assert len(set(found)) == len(found)


@pytest.mark.parametrize(
    ("one", "two", "expected"),
    [
        pytest.param("Spain", "Madrid", True, id="capital"),
        pytest.param("Kremlin", "Russia", True, id="seat-of-government"),
        pytest.param("Spain", "Barcelona", False, id="another-city"),
        pytest.param("Spain", "Paris", False, id="another-capital"),
    ],
)
def test_capitals_stand_for_their_countries(one: str, two: str, expected: bool) -> None:
    first, second = (entities([word], "en")[0] for word in (one, two))
    assert first
    assert second
    assert stand_in(first, second) is stand_in(second, first) is expected


def test_every_metonym_is_a_name_of_the_tables() -> None:
    unknown = [
        n
        for _, _, names in cells("metonyms")
        for n in names
        if not entities(n.replace("-", " ").split(), "en")[0]
    ]
    assert unknown == []


@pytest.mark.parametrize(
    ("uk", "en", "ru"),
    [
        ("ВАКС", "HACC", "ВАКС"),
        ("ГУР", "DIU", "ГУР"),
        ("МЗС", "Foreign Ministry", "МИД"),
        ("МВС", "Interior Ministry", "МВД"),
        ("ДСНС", "State Emergency Service", "ГСЧС"),
        ("ДБР", "State Bureau of Investigation", "ГБР"),
        ("КК", "Criminal Code", "УК"),
        ("Революції Гідності", "Revolution of Dignity", "Революции Достоинства"),
        ("Алеї Слави", "Alley of Glory", "Аллее Славы"),
        ("Великодня", "Easter", "Пасхи"),
        ("Різдва", "Christmas", "Рождества"),
    ],
)
def test_institutions_and_feasts_are_one_in_the_three_languages(uk: str, en: str, ru: str) -> None:
    assert match(uk, "uk", en, "en") is Verdict.SAME
    assert match(ru, "ru", en, "en") is Verdict.SAME
    assert match(uk, "uk", ru, "ru") is Verdict.SAME


@pytest.mark.parametrize(
    ("uk", "en"),
    [
        ("ВАКС", "NABU"),
        ("ГУР", "SBU"),
        ("МЗС", "Interior Ministry"),
        ("ДБР", "BEB"),
        ("ЗАЕС", "ChNPP"),
        ("Різдва", "Easter"),
        ("Революції Гідності", "Independence Day"),
    ],
)
def test_one_institution_is_not_another(uk: str, en: str) -> None:
    assert match(uk, "uk", en, "en") is Verdict.DIFFERENT
