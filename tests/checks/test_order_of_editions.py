"""The order in which editions are named changes nothing: three votes have no first voter."""

from __future__ import annotations

from itertools import permutations

import pytest

from tests import fact_stories, name_stories
from tests.fact_stories import CODES, said
from tests.stories import findings
from transcheck.model import Comparison

STORIES = {
    "a-number-differs": {
        "uk": "Загинули 12 людей, ще 40 поранені.",
        "en": "Twelve people were killed and 30 more were injured.",
        "ru": "Погибли 12 человек, еще 40 ранены.",
    },
    "a-vague-number-between-two": {
        "uk": "На площі зібралися тисячі людей, затримали 31.",
        "en": "Some 2,500 people gathered on the square, 31 were detained.",
        "ru": "На площади собрались 1500 человек, задержали 13.",
    },
    "two-dates-of-one-weekday": {
        "uk": "Рано вранці шторм дійде до кордону, а пізно ввечері у вівторок до гір.",
        "en": "The storm reaches the border early on Tuesday and the hills late on Tuesday night.",
        "ru": "Утром во вторник шторм дойдет до границы.",
    },
    "one-dates-less-exactly": {
        "uk": "Угоду підписали у п'ятницю, 8 березня.",
        "en": "The deal was signed on March 8.",
        "ru": "Соглашение подписали в пятницу, 8 марта.",
    },
    "one-leaves-a-number-out": {
        "uk": "Міст обстріляли, загинули 12 людей, збитки 5 млн гривень.",
        "en": "The bridge was shelled; damage is put at 5 million hryvnias.",
        "ru": "Мост обстреляли, погибли 12 человек, ущерб 5 млн гривен.",
    },
}


NAMES = {
    # Nearest to the Russian name is one that the English edition has a sentence later only.
    "misspelled-and-right-in-the-next-sentence": {
        "uk": ["Потім приїхала комісія.", "Про це говорив увесь Ямпіль."],
        "en": ["Then Kazrub came.", "All talked of Kozrub."],
        "ru": ["Затем приехал Козруб.", "Все говорили."],
    },
    "misspelled-place-and-right-in-the-next-sentence": {
        "uk": ["Воду дали вчора.", "Там тихо."],
        "en": ["Water is back in Tatarbunury.", "It is quiet in Tatarbunary."],
        "ru": ["Воду дали в Татарбунарах.", "Там тихо."],
    },
}


def told(comparison: Comparison, codes: tuple[str, ...]) -> set[object]:
    return {
        (code, found.severity, found.suspects, frozenset((k, *v) for k, v in said(found).items()))
        for code in codes
        for found in findings(code, comparison)
    }


@pytest.mark.parametrize("texts", STORIES.values(), ids=STORIES)
def test_every_order_of_editions_gives_the_same_findings(texts: dict[str, str]) -> None:
    results = [
        told(fact_stories.story(**{code: texts[code] for code in order}), CODES)
        for order in permutations(texts)
    ]
    assert results[0]
    assert all(result == results[0] for result in results)


@pytest.mark.parametrize("texts", NAMES.values(), ids=NAMES)
def test_so_it_is_with_names(texts: dict[str, list[str]]) -> None:
    results = [
        told(name_stories.story(**{code: texts[code] for code in order}), name_stories.CODES)
        for order in permutations(texts)
    ]
    assert results[0]
    assert all(result == results[0] for result in results)
