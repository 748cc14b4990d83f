"""NUM001: a number that differs between editions."""

from __future__ import annotations

import pytest

from tests.fact_stories import alarms, said, story
from tests.stories import findings
from transcheck.model import Kind, Severity

WOUNDED = {
    "uk": "Поранено 1500 осіб.",
    "en": "In all, 1,500 people were wounded.",
    "ru": "Ранены полторы тысячи человек.",
}


@pytest.mark.parametrize(
    ("language", "text", "words"),
    [
        pytest.param("uk", "Поранено 2500 осіб.", "2500", id="uk-digits"),
        pytest.param("en", "In all, 2,500 people were wounded.", "2,500", id="en-separator"),
        pytest.param("ru", "Ранены две с половиной тысячи человек.", None, id="ru-words"),
        pytest.param("en", "In all, 1.5 million people were wounded.", None, id="en-scale"),
        pytest.param("uk", "Поранено півтори сотні осіб.", None, id="uk-hundreds"),
    ],
)
def test_the_edition_with_another_number_is_the_suspect(
    language: str, text: str, words: str | None
) -> None:
    (found,) = findings("NUM001", story(**WOUNDED | {language: text}))
    assert found.suspects == (language,)
    assert found.severity is Severity.ERROR
    places = said(found)
    assert set(places) == {"uk", "en", "ru"}
    if words:
        assert places[language] == [words]
    others = [code for code in WOUNDED if code != language]
    assert found.text.startswith(f"{language} “{places[language][0]}”, but {others[0]} “")


def test_places_are_exact_and_have_a_value() -> None:
    comparison = story(**WOUNDED | {"en": "In all, 2,500 people were wounded."})
    (found,) = findings("NUM001", comparison)
    values = {o.language: o.value for o in found.occurrences}
    assert values == {"uk": "1500", "en": "2500", "ru": "1500"}
    for place, edition in zip(found.occurrences, comparison.article.editions, strict=True):
        text = edition.segments[place.segment].text
        assert text[place.start : place.end] == place.text


@pytest.mark.parametrize(
    "texts",
    [
        pytest.param({}, id="digits-and-words"),
        pytest.param({"en": "In all, 1.5 thousand people were wounded."}, id="scale"),
        pytest.param({"uk": "Поранено тисячі осіб."}, id="a-size"),
        pytest.param({"uk": "Поранено близько 1,5 тисячі осіб."}, id="hedged-scale"),
    ],
)
def test_the_same_number_in_another_form_is_silent(texts: dict[str, str]) -> None:
    assert findings("NUM001", story(**WOUNDED | texts)) == []


@pytest.mark.parametrize(
    ("uk", "en", "ru"),
    [
        pytest.param("Це 10 миль.", "It is 10 miles.", "Это 16 км.", id="converted"),
        pytest.param("Понад 1,2 млн осіб.", "1.25 million people.", "Более 1,2 млн.", id="rounded"),
        pytest.param("Від 30 до 40.", "30–40 of them.", "35 человек.", id="inside-a-range"),
        pytest.param("Кожен четвертий.", "One in four.", "Это 25 %.", id="a-share"),
        pytest.param("Рахунок 1:0.", "They won 1–0.", "Счет 1:0.", id="a-score"),
    ],
)
def test_what_translators_do_to_numbers_is_silent(uk: str, en: str, ru: str) -> None:
    assert alarms(story(uk=uk, en=en, ru=ru)) == []


def test_one_fact_is_one_finding_and_three_values_blame_nobody() -> None:
    (found,) = findings("NUM001", story(uk="Їх 12.", en="There are 15.", ru="Их 18."))
    assert found.suspects == ()
    assert said(found) == {"uk": ["12"], "en": ["15"], "ru": ["18"]}


def test_two_differences_of_a_sentence_are_two_findings() -> None:
    comparison = story(
        uk="Загинули 12, поранено 340.",
        en="Killed: 15, wounded: 430.",
        ru="Погибли 12, ранены 340.",
    )
    found = findings("NUM001", comparison)
    assert [said(f)["en"] for f in found] == [["15"], ["430"]]


@pytest.mark.parametrize(
    ("comparison", "severity"),
    [
        pytest.param(story(uk="Їх 12.", en="15.", ru="12."), Severity.ERROR, id="whole"),
        pytest.param(
            story(score=0.6, uk="Їх 12.", en="15.", ru="12."), Severity.WARNING, id="unsure-bead"
        ),
        pytest.param(
            story(uk="Їх сотні.", en="Thousands.", ru="Их сотни."), Severity.WARNING, id="sizes"
        ),
        pytest.param(
            story(kind=Kind.HEADLINE, uk="Їх 12", en="15", ru="12"), Severity.ERROR, id="headline"
        ),
    ],
)
def test_severity_is_by_certainty(comparison: object, severity: Severity) -> None:
    (found,) = findings("NUM001", comparison)  # type: ignore[arg-type]
    assert found.severity is severity


HOGS = {"uk": "Кабан важив 249 кг.", "en": "The hog weighed 249 kg.", "ru": "Кабан весил 250 кг."}


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        pytest.param(HOGS | {"en": "It weighed 550 pounds."}, [], id="converted-from-a-third"),
        pytest.param(HOGS, [Severity.WARNING], id="nothing-was-converted"),
        pytest.param({"uk": HOGS["uk"], "ru": HOGS["ru"]}, [Severity.INFO], id="two-editions"),
        pytest.param(HOGS | {"ru": "Кабан весил 350 кг."}, [Severity.ERROR], id="far-off"),
    ],
)
def test_measures_that_are_all_but_equal(texts: dict[str, str], expected: list[Severity]) -> None:
    assert [f.severity for f in findings("NUM001", story(**texts))] == expected


@pytest.mark.parametrize(
    ("uk", "en", "ru", "words"),
    [
        pytest.param(
            "Рахунок 1-0 після першого тайму.", "They led 5-0 after the first half.",
            "Счет 1-0 после первого тайма.", "5", id="a-score-is-no-range",
        ),
        pytest.param(
            "Чоловікові 45 років.", "The man is 46 years old.", "Мужчине 45 лет.", "46 years old",
            id="ages-are-not-rounded",
        ),
        pytest.param(
            "Їх було 10 000.", "There were 10,003.", "Их было 10 тысяч.", "10,003",
            id="a-rounded-third-hides-nothing",
        ),
        pytest.param(
            "Подвоїлося до 1,05 млн.", "It doubled to 1.25 million.", "Удвоилось до 1,05 млн.",
            "1.25 million", id="a-multiplier-ends-no-range",
        ),
    ],
)  # fmt: skip
def test_what_looks_compatible_and_is_not(uk: str, en: str, ru: str, words: str) -> None:
    (found,) = findings("NUM001", story(uk=uk, en=en, ru=ru))
    assert said(found)["en"] == [words]


@pytest.mark.parametrize(
    ("uk", "en", "ru"),
    [
        pytest.param("Двоє з трьох.", "Two of three.", "Первый из трех.", id="ordinal"),
        pytest.param("Обидва брати.", "Both brothers.", "Оба брата.", id="both"),
    ],
)
def test_numbers_of_two_sorts_do_not_contradict(uk: str, en: str, ru: str) -> None:
    assert findings("NUM001", story(uk=uk, en=en, ru=ru)) == []
