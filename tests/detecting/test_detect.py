"""Which language an edition is in."""

from __future__ import annotations

import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from transcheck.detecting import confirms, detect
from transcheck.languages import named

UK = (
    "Міська рада Полтави ухвалила бюджет на наступний рік. На ремонт шкіл виділили вдвічі "
    "більше грошей, ніж торік, повідомив міський голова."
)
EN = (
    "The city council of Poltava has passed the budget for next year. The mayor said that "
    "twice as much money as last year would be spent on repairing schools."
)
RU = (
    "Городской совет Полтавы утвердил бюджет на следующий год. На ремонт школ выделили вдвое "
    "больше денег, чем в прошлом году, сообщил мэр."
)


@pytest.mark.parametrize(
    ("text", "language"),
    [
        pytest.param(UK, "uk", id="ukrainian"),
        pytest.param(EN, "en", id="english"),
        pytest.param(RU, "ru", id="russian"),
        pytest.param(UK.upper(), "uk", id="capitals-alone"),
        pytest.param(EN.upper(), "en", id="english-capitals-alone"),
        pytest.param("Уряд ухвалив нове рішення про тарифи.", "uk", id="one-short-sentence"),
        pytest.param(f"{RU} {RU} Як кажуть, «моя хата скраю, нічого не знаю».", "ru", id="quotes"),
        pytest.param(f"{UK} Apple, Google, Microsoft, OpenAI, Netflix", "uk", id="latin-brands"),
        pytest.param(f"{UK}\n" * 2000, "uk", id="long"),
        pytest.param(f"{UK[:100]}\n" + f"{RU}\n" * 50, "ru", id="first-line-left-untranslated"),
    ],
)
def test_our_language_is_recognised(text: str, language: str) -> None:
    detection = detect(text)
    assert detection.language == language
    assert 0.9 < detection.confidence <= 1.0


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("", id="empty"),
        pytest.param("Привіт", id="one-word"),
        pytest.param("Це дуже погано.", id="too-short-to-tell"),
        pytest.param("1234 5678 90 " * 50, id="digits-alone"),
        pytest.param("https://example.com/a/long/path/of/a/page/without/words", id="address-alone"),
        pytest.param("\ud800" * 100, id="lone-surrogates"),
        pytest.param("今日は東京で外相会談が行われました。" * 5, id="japanese"),
        pytest.param("عقد اجتماع وزراء الخارجية اليوم في القاهرة لمناقشة الأمن", id="arabic"),
        pytest.param(
            "Dziś w Warszawie odbyło się spotkanie ministrów spraw zagranicznych.", id="polish"
        ),
        pytest.param(
            "Heute haben sich in Berlin die Außenminister der Länder getroffen.", id="german"
        ),
        pytest.param(
            "Днес в София се проведе среща на министрите на външните работи.", id="bulgarian"
        ),
        pytest.param(
            "Сёння ў Мінску адбылася сустрэча міністраў замежных спраў краін.", id="belarusian"
        ),
        pytest.param(
            "Данас је у Београду одржан састанак министара спољних послова.", id="serbian"
        ),
    ],
)
def test_anything_else_is_not_passed_for_ours(text: str) -> None:
    detection = detect(text)
    assert detection.language is None
    assert detection.confidence == 0.0


@given(st.text(max_size=400))
def test_any_text_gets_the_same_answer_twice(text: str) -> None:
    assert detect(text) == detect(text)


def test_every_process_gives_the_same_answer() -> None:
    mixed = UK[:70] + RU[:70]
    code = f"from transcheck.detecting import detect; print(detect({mixed!r}))"
    answers = {
        subprocess.run(
            [sys.executable, "-c", code],
            env={"PYTHONHASHSEED": seed, "PYTHONIOENCODING": "utf-8"},
            capture_output=True,
            check=True,
            encoding="utf-8",
        ).stdout
        for seed in ("1", "2", "3")
    }
    assert answers == {f"{detect(mixed)}\n"}


def test_the_library_is_loaded_only_when_a_text_is_judged() -> None:
    code = "import sys, transcheck.detecting; print('langdetect' in sys.modules)"
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, check=True, encoding="utf-8"
    )
    assert done.stdout == "False\n"


@pytest.mark.parametrize(
    ("text", "language"),
    [
        pytest.param(UK, "uk", id="ukrainian"),
        pytest.param(EN, "en", id="english"),
        pytest.param(RU, "ru", id="russian"),
        pytest.param(UK.upper(), "uk", id="capitals-alone"),
        pytest.param(f"{UK}\n" * 2000, "uk", id="long"),
    ],
)
def test_what_an_edition_clearly_is_is_confirmed(text: str, language: str) -> None:
    assert confirms(text, named(language))


@pytest.mark.parametrize(
    ("text", "language"),
    [
        pytest.param(UK, "ru", id="neighbour"),
        pytest.param(EN, "uk", id="other-script"),
        pytest.param("", "uk", id="empty"),
        pytest.param("Уряд ухвалив нове рішення.", "uk", id="too-short-to-be-clear"),
        pytest.param(
            "Сёння ў Мінску адбылася сустрэча міністраў замежных спраў краін. " * 5,
            "uk",
            id="belarusian-has-letters-of-its-own",
        ),
        pytest.param(
            "Днес в София се проведе среща на министрите на външните работи. " * 5,
            "ru",
            id="bulgarian",
        ),
        pytest.param(
            "Heute haben sich in Berlin die Außenminister der Länder getroffen. " * 5,
            "en",
            id="german",
        ),
    ],
)
def test_what_is_not_clear_is_not_confirmed(text: str, language: str) -> None:
    assert not confirms(text, named(language))
