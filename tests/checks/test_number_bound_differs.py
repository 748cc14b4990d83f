"""NUM003: a number that editions bound differently."""

from __future__ import annotations

import pytest

from tests.fact_stories import said, story
from tests.stories import findings
from transcheck.model import Comparison, Kind, Severity


@pytest.mark.parametrize(
    ("texts", "suspect", "words"),
    [
        pytest.param(
            ("Щонайменше вісім разів.", "It was shelled eight times.", "Не менее восьми раз."),
            "en", "eight times", id="at-least-dropped",
        ),
        pytest.param(
            ("Поранено 40 осіб.", "About 40 people were wounded.", "Ранены около 40 человек."),
            "uk", "40", id="about-dropped",
        ),
        pytest.param(
            ("Лише 30 % згодні.", "Only 30 percent agree.", "Согласны 30 %."),
            "ru", "30 %", id="only-dropped",
        ),
        pytest.param(
            ("Близько 200 осіб.", "About 200 people.", "Всего 200 человек."),
            "ru", "Всего 200", id="only-for-about",
        ),
        pytest.param(
            ("Зібрали 120 млн.", "It raised 120 million.", "Собрали более 120 млн."),
            "ru", "более 120 млн", id="alone-bounded",
        ),
    ],
)  # fmt: skip
def test_the_edition_that_bounds_it_otherwise_is_the_suspect(
    texts: tuple[str, str, str], suspect: str, words: str
) -> None:
    (found,) = findings("NUM003", story(**dict(zip(("uk", "en", "ru"), texts, strict=True))))
    assert found.suspects == (suspect,)
    assert found.severity is Severity.WARNING
    assert said(found)[suspect] == [words]


@pytest.mark.parametrize(
    ("uk", "en", "ru"),
    [
        pytest.param("Понад 40 осіб.", "More than 40 people.", "Свыше 40 человек.", id="over"),
        pytest.param("Майже 40 осіб.", "Close to 40 people.", "Около 40 человек.", id="almost"),
        pytest.param("До 40 осіб.", "40 people.", "40 человек.", id="doubtful-до"),
        pytest.param("Усього 40 осіб.", "40 people in all.", "Всего 40 человек.", id="in-all"),
        pytest.param(
            "Прожитковий мінімум 2920 грн.", "The subsistence minimum: UAH 2,920.",
            "Прожиточный минимум 2920 грн.", id="a-minimum-that-is-a-noun",
        ),
        pytest.param(
            "Спитали про 40 осіб.", "They asked about 40 people.", "Спросили о 40 людях.",
            id="about-as-preposition",
        ),
        pytest.param("Сотні осіб.", "More than 300 people.", "300 человек и более.", id="a-size"),
    ],
)  # fmt: skip
def test_near_misses_are_silent(uk: str, en: str, ru: str) -> None:
    assert findings("NUM003", story(uk=uk, en=en, ru=ru)) == []


@pytest.mark.parametrize(
    "comparison",
    [
        pytest.param(
            story(kind=Kind.HEADLINE, uk="Близько 40", en="40", ru="Около 40"), id="headline"
        ),
        pytest.param(story(score=0.6, uk="Близько 40", en="40", ru="Около 40"), id="unsure"),
    ],
)
def test_where_words_are_few_or_sentences_unsure_it_is_info(comparison: Comparison) -> None:
    assert [f.severity for f in findings("NUM003", comparison)] == [Severity.INFO]


def test_a_missing_number_is_not_also_one_without_its_bound() -> None:
    comparison = story(uk="Близько 40 осіб.", en="People.", ru="40 человек.")
    assert findings("NUM003", comparison) == []
