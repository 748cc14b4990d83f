"""DAT002 and DAT004: clock times that differ between editions, and that one leaves out."""

from __future__ import annotations

import pytest

from tests.fact_stories import alarms, said, story
from tests.stories import findings
from transcheck.model import Comparison, Kind, Severity

SESSION = {
    "uk": "Засідання почнеться в понеділок о 14:30.",
    "en": "The session starts at 2.30 pm on Monday.",
    "ru": "Заседание начнется в понедельник в 14:30.",
}
WITHOUT = {
    "uk": "Засідання почнеться в понеділок.",
    "en": "The session starts on Monday.",
    "ru": "Заседание начнется в понедельник.",
}


@pytest.mark.parametrize(
    ("language", "text", "words"),
    [
        pytest.param("en", "The session starts at 3.30 pm on Monday.", "3.30 pm", id="hour"),
        pytest.param("uk", "Засідання почнеться в понеділок о 14:15.", "14:15", id="minute"),
        pytest.param(
            "ru", "Заседание начнется в понедельник в 2:30 ночи.", "2:30 ночи", id="night"
        ),
        pytest.param("uk", "Засідання в понеділок о пів на четверту.", None, id="in-words"),
    ],
)
def test_the_edition_with_another_time_is_the_suspect(
    language: str, text: str, words: str | None
) -> None:
    (found,) = findings("DAT002", story(**SESSION | {language: text}))
    assert found.suspects == (language,)
    assert found.severity is Severity.ERROR
    if words:
        assert said(found)[language] == [words]


@pytest.mark.parametrize(
    ("uk", "en", "ru"),
    [
        pytest.param(*SESSION.values(), id="am-and-pm"),
        pytest.param("О пів на третю.", "At half past two.", "В половине третьего.", id="words"),
        pytest.param("О 16:00 за Києвом.", "At 2 pm GMT.", "В 17:00 мск.", id="zones"),
        pytest.param("Опівдні.", "At noon.", "В полдень.", id="noon"),
        pytest.param("О сьомій ранку.", "At 7 am.", "В семь утра.", id="seven"),
    ],
)
def test_the_same_moment_is_silent(uk: str, en: str, ru: str) -> None:
    assert alarms(story(uk=uk, en=en, ru=ru)) == []


@pytest.mark.parametrize(
    ("day", "alarm"),
    [
        pytest.param(("20 липня", "July 20", "20 июля"), [], id="summer"),
        pytest.param(("20 січня", "January 20", "20 января"), ["DAT002"], id="winter"),
    ],
)
def test_the_date_in_the_sentence_decides_about_summer_time(
    day: tuple[str, str, str], alarm: list[str]
) -> None:
    uk, en, ru = day
    comparison = story(
        uk=f"Ефір {uk} о 22:00.", en=f"It is on {en} at 7 p.m. GMT.", ru=f"Эфир {ru} в 22:00."
    )
    assert alarms(comparison) == alarm


def test_the_same_clock_in_another_zone_is_another_time_whom_nobody_decides() -> None:
    comparison = story(
        uk="О 10:15 за британським стандартним часом.",
        en="At 10:15 BST.",
        ru="В 10:15 по местному времени.",
    )
    (found,) = findings("DAT002", comparison)
    assert found.suspects == ()


@pytest.mark.parametrize("language", ["uk", "en", "ru"])
def test_the_edition_that_leaves_a_time_out_is_the_suspect(language: str) -> None:
    (found,) = findings("DAT004", story(**SESSION | {language: WITHOUT[language]}))
    assert found.suspects == (language,)
    assert found.severity is Severity.WARNING
    assert found.text.endswith(f"no such time in {language}")


@pytest.mark.parametrize(
    "comparison",
    [
        pytest.param(story(**SESSION), id="all-have-it"),
        pytest.param(story(**WITHOUT), id="none-has-it"),
        pytest.param(story(kind=Kind.HEADLINE, **SESSION | {"en": WITHOUT["en"]}), id="headline"),
        pytest.param(story(score=0.6, **SESSION | {"en": WITHOUT["en"]}), id="unsure"),
        pytest.param(
            story(
                uk=["Засідання буде в понеділок.", "Воно почнеться о 14:30."],
                en=["The session is on Monday at 2.30 pm.", "It will start."],
                ru=["Заседание будет в понедельник.", "Оно начнется в 14:30."],
            ),
            id="moved-to-the-sentence-beside",
        ),
    ],
)
def test_times_that_are_not_missing_are_silent(comparison: Comparison) -> None:
    assert findings("DAT004", comparison) == []
