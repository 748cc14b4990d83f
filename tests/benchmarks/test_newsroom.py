"""The newsroom benchmark: its data are what they say, and its judge is strict and fair."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import replace

import pytest

from benchmarks.newsroom import alone, judging, probes, stories
from benchmarks.newsroom.__main__ import README, TABLE

ALARM = judging.Alarm(
    family="name",
    code="NAM002",
    severity="warning",
    message="",
    suspects=("en",),
    occurrences=(("en", "Rustan"), ("uk", "Растан")),
    sentences={"en": ("The army lost Rustan.",), "uk": ("Армія втратила Растан.",)},
)
MARK = {
    "kind": "name",
    "texts": {"uk": "Армія втратила Растан.", "en": "The army lost Rustan."},
    "en": "Rustan",
    "uk": "Растан",
}


@pytest.mark.parametrize("row", judging.read_lines(stories.FOLDER / "planted.jsonl"))
def test_a_planted_error_stands_in_its_story(row: dict[str, str]) -> None:
    path = f"{row['article']}/{row['language']}.txt"
    clean = (stories.FOLDER / "clean" / path).read_text(encoding="utf-8")
    planted = (stories.FOLDER / "planted" / path).read_text(encoding="utf-8")
    assert row["before"] in clean or row["kind"] == "foreign"
    assert row["after"] in planted


def test_the_right_and_the_wrong_form_of_a_text_are_in_one_half() -> None:
    for name in probes.FILES:
        forms = defaultdict(set)
        for probe in judging.read_lines(probes.FOLDER / f"{name}.jsonl"):
            forms[probe["pair"]].add(probe["expect"] is None)
        assert all(True in kinds for kinds in forms.values()), name


def test_halves_are_disjoint_and_nearly_equal() -> None:
    names = [path.name for path in (stories.FOLDER / "clean").iterdir()]
    halves = [{name for name in names if judging.in_half(name, half)} for half in "ab"]
    assert halves[0] | halves[1] == set(names)
    assert not halves[0] & halves[1]
    assert abs(len(halves[0]) - len(halves[1])) <= 3


def test_an_alarm_is_wanted_where_it_points_at_the_words() -> None:
    assert stories._marked(MARK, ALARM)
    elsewhere = replace(ALARM, occurrences=(("en", "army"), ("uk", "Армія")))
    assert not stories._marked(MARK, elsewhere)
    other_sentence = replace(ALARM, sentences={"en": ("Talks went on in Geneva.",)})
    assert not stories._marked(MARK, other_sentence)
    assert not stories._marked(MARK, replace(ALARM, family="number"))


def test_a_wrong_probe_is_found_by_family_edition_and_words() -> None:
    expect = {"families": ["name"], "language": "en", "words": "Rustan"}
    assert probes._fits(ALARM, expect)
    assert not probes._fits(ALARM, expect | {"families": ["date"]})
    blameless = replace(ALARM, suspects=())
    assert probes._fits(blameless, expect)
    assert not probes._fits(blameless, expect | {"words": "Talbisa"})
    assert not probes._fits(replace(ALARM, suspects=("uk",)), expect | {"language": "ru"})


def test_the_readme_has_a_place_for_the_table() -> None:
    (place,) = TABLE.findall(README.read_text(encoding="utf-8"))
    assert "alarms a story" in place


@pytest.mark.parametrize("half", ["a", "b"])
def test_one_edition_alone_is_found_to_contradict_itself(half: str) -> None:
    figures = alone.measure(half)
    assert figures.recall >= 0.85
    assert figures.false_alarms <= 0.05
    assert figures.beside.total() == 0


def test_there_are_24_wrong_texts_a_language_and_52_right_ones() -> None:
    rows = judging.read_lines(alone.TEXTS)
    wrong = Counter(row["language"] for row in rows if row["expect"])
    assert wrong == {"uk": 24, "en": 24, "ru": 24}
    assert len(rows) - wrong.total() == 52


def test_the_stories_edition_by_edition_are_silent() -> None:
    texts = [
        (path.parent.name, path.stem, path.read_text(encoding="utf-8"))
        for path in sorted((stories.FOLDER / "clean").glob("*/*.txt"))
    ]
    found = [finding for report in alone.check(texts) for finding in alone.alarms(report)]
    assert len(found) <= 0.05 * len(texts)
