"""Which spellings of an edition are forms of one word."""

from __future__ import annotations

import pytest

from tests.name_stories import story
from transcheck.comparing.names.rows import Names


@pytest.mark.parametrize(
    ("one", "two", "same"),
    [
        pytest.param("Одеса", "Одесою", True, id="cases"),
        pytest.param("Тернопіль", "Тернополя", True, id="another-vowel-in-a-closed-syllable"),
        pytest.param("Одеса", "Одіса", False, id="one-ending-two-stems"),
        pytest.param("Кравчук", "Кравчука", True, id="no-ending"),
        pytest.param("Кравчук", "Кравченко", False, id="two-names"),
    ],
)
def test_forms_of_one_word(one: str, two: str, same: bool) -> None:
    names = Names(
        story(
            uk=[f"Тут згадали місто {one} уранці.", f"Тут згадали місто {two} увечері."],
            en=["The city was named in the morning.", "The city was named at night."],
        )
    )
    words = {u.text: names.word(u) for u in names.units[0]}
    assert (words[one] == words[two]) is same
