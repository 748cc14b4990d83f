"""Sums that an edition gives in the money of its readers, and ranges that lose an end."""

from __future__ import annotations

import pytest

from tests.fact_stories import alarms, said, story
from tests.stories import findings

UK = ["Фонд зібрав 6,4 млн грн.", "Збір на 6,4 млн грн завершили."]
RU = ["Фонд собрал 6,4 млн грн.", "Сбор на 6,4 млн грн завершили."]


def test_a_sum_in_brackets_is_not_missing_elsewhere() -> None:
    en = ["The fund raised UAH 6.4 million (around $148,800).", "The UAH 6.4 million drive ended."]
    assert not alarms(story(uk=UK, en=en, ru=RU))


def test_a_sum_at_the_rate_that_the_edition_uses_is_the_same() -> None:
    en = ["The fund raised UAH 6.4 million (around $148,800).", "The $148,000 drive ended."]
    assert not alarms(story(uk=UK, en=en, ru=RU))
    wrong = [en[0], "The $190,000 drive ended."]
    (finding,) = findings("NUM002", story(uk=UK, en=wrong, ru=RU))
    assert said(finding)["en"] == ["$190,000"]


@pytest.mark.parametrize(
    ("uk", "en", "ru", "missing"),
    [
        ("Від двох до п'яти років.", "Five years.", "От двух до пяти лет.", True),
        ("П'ять-шість людей.", "Five people.", "Пять-шесть человек.", True),
        ("Від двох до п'яти років.", "Two to five years.", "От двух до пяти лет.", False),
    ],
)
def test_an_edition_that_has_one_end_of_a_range_lacks_the_other(
    uk: str, en: str, ru: str, *, missing: bool
) -> None:
    assert bool(findings("NUM002", story(uk=uk, en=en, ru=ru))) is missing


def test_a_number_may_be_in_the_scale_of_one_before_it() -> None:
    uk, ru = "Трьом дадуть 30 тисяч, п'ятьом — 50.", "Троим дадут 30 тысяч, пятерым — 50."
    assert not alarms(story(uk=uk, en="Three will get 30,000 and five 50,000.", ru=ru))
    wrong = story(uk=uk, en="Three will get 30,000 and five 60,000.", ru=ru)
    assert alarms(wrong) == ["NUM001"]


def test_numbers_of_two_measures_do_not_contradict_each_other() -> None:
    uk, ru = "Зростання — 15,5 %.", "Рост — 15,5 %."
    found = alarms(story(uk=uk, en="Growth of 400 kilometres.", ru=ru))
    assert "NUM001" not in found
