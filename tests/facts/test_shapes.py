"""Shapes of dates: what is found in parts of a sentence is what is found in all of it."""

from __future__ import annotations

import random

import pytest

from transcheck.facts.chronology import shapes as module
from transcheck.facts.chronology.lexing import items
from transcheck.facts.chronology.shapes import DATES, TIMES, find, shapes
from transcheck.languages import named

WORDS = {
    "en": "in on the of May June 12 1990 2024 '95 5th , . - / : and to at 14:30 3-0 won score 9 am "
    "Saturday last next year week ago two 60s Q3 half past seven people % Smith city early",
    "uk": "у в на 12 травня червня 1990 2024 року р. , . – / : і до о 14:30 3:0 рахунком суботу "
    "минулого року тижня тому два 60-х пів сьому люди % Київ місто початку другої години ранку",
    "ru": "в на 12 мая июня 1990 2024 года г. , . – / : и до 14:30 3:0 счетом субботу прошлого "
    "года недели назад два 60-х полседьмого люди % Киев город начале второго часа утра",
}


@pytest.mark.parametrize("table", [DATES, TIMES])
@pytest.mark.parametrize("code", WORDS)
def test_a_run_by_itself_holds_what_it_holds_in_its_sentence(
    code: str, table: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    language, chance = named(code), random.Random(code)  # noqa: S311
    candidates = shapes(table, language)
    texts = [" ".join(chance.choices(WORDS[code].split(), k=12)) for _ in range(400)]
    sentences = [items(text, language, frozenset()) for text in texts]
    in_runs = [find(sentence, candidates) for sentence in sentences]
    assert sum(map(len, in_runs)) > 20
    monkeypatch.setattr(module, "_matches_far", lambda *_: True)
    assert [find(sentence, candidates) for sentence in sentences] == in_runs
