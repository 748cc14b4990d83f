"""NAM001: a name spelled in two ways inside one edition."""

from __future__ import annotations

import pytest

from tests.name_stories import story, words
from tests.stories import findings
from transcheck.model import Severity

UK = ["Колона вийшла з Растана вранці.", "До ночі в Растані було тихо."]
EN = ["The column left Rastan in the morning.", "By nightfall Rastan was quiet."]
RU = ["Колонна вышла из Растана утром.", "К ночи в Растане было тихо."]

WRONG = {
    "uk": [UK[0], "До ночі в Рустані було тихо."],
    "en": [EN[0], "By nightfall Rustan was quiet."],
    "ru": [RU[0], "К ночи в Рустане было тихо."],
}


@pytest.mark.parametrize("language", ["uk", "en", "ru"])
def test_the_edition_that_spells_a_name_in_two_ways_is_found(language: str) -> None:
    texts = {"uk": UK, "en": EN, "ru": RU} | {language: WRONG[language]}
    (found,) = findings("NAM001", story(**texts))
    assert found.suspects == (language,)
    assert found.severity is Severity.ERROR
    assert [word[:2] for word in words(found, language)] in (["Ра", "Ру"], ["Ra", "Ru"])


MORE = {
    "uk": ("Растан упав.", "Растані"),
    "en": ("Rastan fell.", "Rastan"),
    "ru": ("Растан пал.", "Растане"),
}


@pytest.mark.parametrize("language", ["uk", "en", "ru"])
def test_the_rarer_spelling_is_put_right_in_its_own_case(language: str) -> None:
    texts = {"uk": UK, "en": EN, "ru": RU}
    texts = {la: [*texts[la], MORE[la][0]] for la in texts}
    wrong = texts | {language: [*WRONG[language], MORE[language][0]]}
    (found,) = findings("NAM001", story(**wrong))
    assert found.suggestion is not None
    assert found.suggestion.replacement == MORE[language][1]
    assert (found.suggestion.language, found.suggestion.segment) == (language, 1)


def test_of_two_spellings_that_stand_once_each_none_is_certain() -> None:
    (found,) = findings("NAM001", story(uk=UK, en=WRONG["en"], ru=RU))
    assert found.suggestion is None


@pytest.mark.parametrize("language", ["uk", "en", "ru"])
def test_one_other_edition_is_enough(language: str) -> None:
    other = "en" if language != "en" else "uk"
    texts = {other: EN if other == "en" else UK, language: WRONG[language]}
    (found,) = findings("NAM001", story(**texts))
    assert found.suspects == (language,)


def test_what_is_spelled_in_two_ways_is_not_reported_against_the_others_as_well() -> None:
    comparison = story(uk=UK, en=WRONG["en"], ru=RU)
    assert len(findings("NAM001", comparison)) == 1
    assert findings("NAM002", comparison) == []
    assert findings("NAM003", comparison) == []


@pytest.mark.parametrize(
    ("uk", "en", "ru"),
    [
        pytest.param(UK, EN, RU, id="cases"),
        pytest.param(
            ["Вони пішли з Растана.", "Центр Растана порожній."],
            ["They left Rastan.", "The centre is Rastan's."],
            ["Они ушли из Растана.", "Центр Растана пуст."],
            id="possessive",
        ),
        pytest.param(
            ["Учора виступив Іванов.", "Потім говорила Іванова."],
            ["Yesterday Ivanov spoke.", "Then Ivanova talked."],
            ["Вчера выступил Иванов.", "Затем говорила Иванова."],
            id="a-woman-and-a-man",
        ),
        pytest.param(
            ["Бої точаться біля Марінки.", "Тихо біля Маріїнки."],
            ["Fighting goes on near Marinka.", "It is quiet near Mariinka."],
            ["Бои идут у Маринки.", "Тихо у Мариинки."],
            id="two-places-that-all-keep-apart",
        ),
        pytest.param(
            ["Пожежа під Ізмаїлом згасла.", "Порт біля Ізмаїльської бухти цілий."],
            ["The fire near Izmail is out.", "The port near Izmail is whole."],
            ["Пожар под Измаилом погас.", "Порт у Измаильской бухты цел."],
            id="adjective",
        ),
    ],
)
def test_two_forms_of_one_name_and_two_names_are_no_finding(
    uk: list[str], en: list[str], ru: list[str]
) -> None:
    assert findings("NAM001", story(uk=uk, en=en, ru=ru)) == []


def test_an_adjective_is_no_other_spelling_of_the_name_it_is_made_from() -> None:
    texts = {
        "uk": ["Автобус їхав із міста Чернівці.", "Водій — житель Чернівецької області."],
        "en": ["The bus was coming from Chernivtsi.", "The driver lives in the Chernivtsi region."],
        "ru": ["Автобус ехал из города Черновцы.", "Водитель — житель Черновицкой области."],
    }
    assert findings("NAM001", story(**texts)) == []
