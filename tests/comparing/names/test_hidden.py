"""Spellings of one name that count as one, in one edition."""

from __future__ import annotations

import pytest

from tests.name_stories import story
from tests.stories import findings
from transcheck.model import Severity

UK = ["Міст стоїть у селищі Задер’янка.", "Голова Задер’янки подякував."]
RU = ["Мост стоит в поселке Задерьянка.", "Глава Задерьянки поблагодарил."]


@pytest.mark.parametrize(
    ("one", "two"),
    [("Zaderianka", "Zaderyanka"), ("Zaderianka", "Zader'yanka")],
)
def test_two_customs_of_romanising_in_one_edition_are_a_warning(one: str, two: str) -> None:
    en = [f"The bridge is in the settlement of {one}.", f"The head of {two} gave thanks."]
    (found,) = findings("NAM001", story(uk=UK, en=en, ru=RU))
    assert (found.suspects, found.severity) == (("en",), Severity.WARNING)


def test_one_custom_is_none_with_any_apostrophe() -> None:
    en = ["The bridge is in the settlement of Zader'yanka.", "The head of Zader’yanka gave thanks."]
    assert findings("NAM001", story(uk=UK, en=en, ru=RU)) == []


def test_two_names_that_customs_write_alike_are_two() -> None:
    uk = ["До міста приїхав Ілля.", "Його зустріла Ілія."]
    en = ["The man who came was Illia.", "He was met by Iliya."]
    assert findings("NAM001", story(uk=uk, en=en)) == []
