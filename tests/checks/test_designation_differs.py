"""NUM005: models, flights and groups with other digits or letters."""

from __future__ import annotations

import pytest

from tests.fact_stories import alarms, said, story
from tests.stories import findings
from transcheck.model import Severity


@pytest.mark.parametrize(
    ("uk", "en", "ru"),
    [
        ("Збили Су-34.", "A Su-35 was shot down.", "Сбили Су-34."),
        ("Прибули С-300.", "S-400 systems arrived.", "Прибыли С-300."),
        ("Рейс МН17 збили.", "Flight MH18 was shot down.", "Рейс MH17 сбили."),
        ("Саміт G7 почався.", "The G20 summit began.", "Саммит «Большой семерки» начался."),
        ("Радар XENTA-M працює.", "The XENTA-C radar works.", "Радар XENTA-M работает."),
        ("Прибули Marder 1A3.", "Marder 1A5s have arrived.", "Прибыли Marder 1A3."),
        ("Танк «Леопард» 2А4.", "A Leopard 2A6 tank.", "Танк «Леопард» 2А4."),
    ],
)
def test_another_model_in_one_edition_is_an_error(uk: str, en: str, ru: str) -> None:
    (finding,) = findings("NUM005", story(uk=uk, en=en, ru=ru))
    assert finding.suspects == ("en",)
    assert finding.severity is Severity.ERROR
    assert list(said(finding)) == ["uk", "en", "ru"]


@pytest.mark.parametrize(
    ("uk", "en", "ru"),
    [
        ("Збили Су-34 і Су-35.", "A Su-35 and a Su-34 were shot down.", "Сбили Су-34 и Су-35."),
        ("Ракета Х-101 влучила.", "A Kh-101 missile hit.", "Ракета Х-101 попала."),
        ("Танк Т-72Б3 згорів.", "A T-72 tank burned down.", "Танк Т-72Б3 сгорел."),
        ("Shahed-136/131.", "Shahed-131/136.", "«Шахед-131» и «Шахед-136»."),
        ("Країни Великої сімки.", "The G7 countries.", "Страны Группы семи."),
        ("Удар «Іскандером-М».", "A strike with an Iskander.", "Удар «Искандером-М»."),
        ("Танк «Леопард» 2А4.", "A Leopard 2A4 tank.", "Танк «Леопард»."),
        ("Летів Boeing-737.", "A Boeing 737 flew by.", "Летел Boeing 737."),
    ],
)
def test_the_same_models_in_other_letters_are_silent(uk: str, en: str, ru: str) -> None:
    assert not alarms(story(uk=uk, en=en, ru=ru))
