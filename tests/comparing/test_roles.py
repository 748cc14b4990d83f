"""Numbers that change places, and numbers that are only told in another order."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from tests.fact_stories import facts_of
from tests.stories import compared, edition, findings
from transcheck.comparing.lexicon import concepts
from transcheck.facts import EXTRACTORS, Taken
from transcheck.facts.tokens import tokenize
from transcheck.languages import LANGUAGES, Language, named
from transcheck.model import Edition, Fact, Finding, Severity

TRIPLES = [
    json.loads(line)
    for line in (Path(__file__).parents[1] / "data" / "roles.jsonl")
    .read_text(encoding="utf-8")
    .splitlines()
]
"""Sentences written as newsrooms write: `swapped` is what one edition says in the wrong one."""
CODES = ("uk", "en", "ru")


def with_names(edition: Edition) -> tuple[Fact, ...]:
    names = EXTRACTORS.get("names").extract(edition, named(edition.language), Taken())
    return (*facts_of(edition), *names)


def swapped(*codes: str, **texts: str) -> list[Finding]:
    editions = [edition(code, texts[code]) for code in codes or CODES]
    return findings("MEA001", compared(editions, with_names))


def wrong(triple: dict[str, Any]) -> dict[str, str]:
    return {**{c: triple[c] for c in CODES}, triple["edition"]: triple["swapped"]}


@cache
def figures() -> tuple[float, float, float]:
    """Return recall, the share of found swaps blamed on the right edition, and false alarms."""
    found = [
        [f.suspects == (t["edition"],) for f in swapped(**wrong(t))]
        for t in TRIPLES
        if "swapped" in t
    ]
    false = [bool(swapped(**{c: t[c] for c in CODES})) for t in TRIPLES]
    hits = [blamed for blamed in found if blamed]
    return len(hits) / len(found), sum(map(any, hits)) / len(hits), sum(false) / len(false)


def test_most_numbers_that_changed_places_are_found_and_blamed_on_their_edition() -> None:
    recall, blamed, _ = figures()
    assert recall >= 0.8
    assert blamed >= 0.95


def test_hardly_any_other_order_is_taken_for_a_swap() -> None:
    assert figures()[2] <= 0.03


def test_a_swap_that_the_lexicon_decides_is_an_error() -> None:
    (finding,) = swapped(
        uk="Двоє людей загинули, одинадцятеро поранені.",
        en="Eleven people were killed and two wounded.",
        ru="Два человека погибли, одиннадцать ранены.",
    )
    assert finding.severity is Severity.ERROR
    assert finding.suspects == ("en",)


def test_with_two_editions_nobody_is_suspected() -> None:
    (finding,) = swapped(
        "uk",
        "en",
        uk="Двоє людей загинули, одинадцятеро поранені.",
        en="Eleven people were killed and two wounded.",
    )
    assert finding.severity is Severity.WARNING
    assert not finding.suspects


def test_a_score_is_the_winners_whoever_is_named_first() -> None:
    uk, ru = "«Рух» програв «Оболоні» 1:3.", "«Оболонь» обыграла «Рух» 3:1."
    assert not swapped(uk=uk, en="Obolon beat Rukh 3-1.", ru=ru)


def test_a_month_that_has_no_figure_changes_places_with_none() -> None:
    assert not swapped(
        uk="За місяць містом проїхали 18 трамваїв із кондиціонером і 92 без нього.",
        en="In a month 92 trams without air conditioning and 18 with it ran in the city.",
        ru="За месяц по городу проехали 18 трамваев с кондиционером и 92 без него.",
    )


def test_the_only_name_is_that_of_who_does_both() -> None:
    right = {
        "uk": "Угорщина пропустила 150 вантажівок, завернула 38.",
        "en": "Hungary turned back 38 lorries and let 150 through.",
        "ru": "Венгрия пропустила 150 грузовиков, завернула 38.",
    }
    assert not swapped(**right)


@pytest.mark.parametrize(
    "things",
    [
        ("14 автомобілів і два катери", "Fourteen cars and two motorboats"),
        ("сім наметів і три причепи", "Seven tents and three trailers"),
    ],
)
def test_the_only_verb_is_of_both_wherever_it_stands(things: tuple[str, str]) -> None:
    found = swapped(
        "uk",
        "en",
        uk=f"Під уламками знайшли {things[0]}.",
        en=f"{things[1]} were found under the debris.",
    )
    assert found == []


def test_a_team_may_open_its_sentence() -> None:
    uk, ru = "«Зоря» обіграла «Колос» із рахунком 3:1.", "«Заря» обыграла «Колос» со счетом 3:1."
    assert not swapped(uk=uk, en="Zoria beat Kolos 3-1.", ru=ru)
    (finding,) = swapped(uk=uk, en="Zoria beat Kolos 1-3.", ru=ru)
    assert finding.suspects == ("en",)


@pytest.mark.parametrize(
    ("language", "row"),
    [(language, row) for language in LANGUAGES for row in language.rows("roles")],
    ids=lambda value: value.code if isinstance(value, Language) else "-".join(value[:2]),
)
def test_every_row_of_the_lexicon_is_found_in_its_example(
    language: Language, row: tuple[str, ...]
) -> None:
    where, concept, forms, example = row
    table = concepts(language)
    words = tokenize(example).texts
    if where in {"link", "article"}:
        small = table.links if where == "link" else table.articles
        assert set(forms.split()) <= small
        assert not small.isdisjoint(words)
    elif where == "before":
        assert any(concept in table.before.get(word, ()) for word in words)
    else:
        assert any(concept in table.near(word) for word in words)


SETS = {
    "uk": "Олена Сич перемогла чешку Яну Малову у третьому колі турніру WTA у Празі – {}.",
    "en": "Olena Sych beat the Czech Jana Malova {} in the third round of a WTA event in Prague.",
    "ru": "Елена Сыч победила чешку Яну Малову в третьем круге турнира WTA в Праге – {}.",
}


def test_the_sets_of_a_match_are_told_in_their_order_wherever_they_stand() -> None:
    right = {"uk": "7:6, 6:3", "en": "7-6, 6-3", "ru": "7:6, 6:3"}
    assert not swapped(**{code: text.format(right[code]) for code, text in SETS.items()})
    wrong = right | {"en": "3-6, 6-7"}
    assert swapped(**{code: text.format(wrong[code]) for code, text in SETS.items()})
