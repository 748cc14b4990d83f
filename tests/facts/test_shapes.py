"""Shapes of dates: what is found in parts of a sentence is what is found in all of it."""

from __future__ import annotations

import random

import pytest

from transcheck.facts.dates import shapes as module
from transcheck.facts.dates.extracting import items
from transcheck.facts.dates.shapes import DATES, TIMES, find, shapes
from transcheck.languages import named, read_rows

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


Row = tuple[str, str, str, str, str]
"""The code of a row's own language, else nothing, and its columns."""


def ranked(table: str, code: str) -> list[Row]:
    """Return the rows of a table as `shapes` puts them in order."""
    shared = [("", *row) for row in read_rows(table)]
    own = [(code, *row) for row in named(code).rows(table)]
    rows = [row for row in (*shared, *own) if row[1] != "define"]
    return sorted(rows, key=lambda row: int(row[1]))  # type: ignore[arg-type]


@pytest.mark.parametrize("table", [DATES, TIMES])
@pytest.mark.parametrize("code", WORDS)
def test_every_row_finds_its_example(code: str, table: str) -> None:
    language = named(code)
    rows = ranked(table, code)
    missed = []
    for index, (own, *_, example) in enumerate(rows):
        home, _, text = example.partition(": ") if not own else (own, "", example)
        if home != code:
            continue
        before, rest = text.split("[", 1)
        inside, after = rest.split("]", 1)
        sentence = items(before + inside + after, language, frozenset())
        found = [m for m in find(sentence, shapes(table, language)) if m.row == index]
        if (len(before), len(before) + len(inside)) not in [(m.start, m.end) for m in found]:
            missed.append(example)
    assert missed == []
