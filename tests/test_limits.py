"""What is too much, damaged or beyond us: a skip with its reason, never an exception."""

from __future__ import annotations

import random
from collections.abc import Callable

import pytest

import transcheck
from benchmarks import fuzz
from tests.stories import edition
from transcheck import pipeline
from transcheck.facts import extract
from transcheck.limits import SENTENCE_LONGEST, SENTENCE_MOST_FACTS

Texts = dict[str, str]

HEAD: Texts = {
    "uk": "Рада розподілила кошти\n\nКошти розподілила міська рада: ",
    "en": "The council shares out money\n\nThe town council shared out the money: ",
    "ru": "Совет распределил средства\n\nСредства распределил городской совет: ",
}


def everywhere(what: str) -> Texts:
    """Return an article that says the same in every edition."""
    return {language: f"{head}{what}.\n" for language, head in HEAD.items()}


@pytest.mark.parametrize(
    "texts",
    [
        everywhere("7" * 5000),
        everywhere("7" * 4200 + " million billion"),
        everywhere("1 " * 20_000),
        {**HEAD, "en": HEAD["en"] + "one hundred and " * 600},
        {**HEAD, "uk": HEAD["uk"] + "двісті мільйонів " * 600},
    ],
    ids=["digits", "scales", "ones", "links", "words"],
)
def test_a_sentence_beyond_all_bounds_is_said_to_be_read_in_part(texts: Texts) -> None:
    report = transcheck.check_article(texts, name="money")
    said = {s.what: s.reason for s in report.skipped if "characters" in s.reason}
    assert set(said) == {
        f"money/{la}.txt" for la, text in texts.items() if len(text) > SENTENCE_LONGEST
    }
    assert all(f"{SENTENCE_LONGEST:,} are read" in reason for reason in said.values())


def test_facts_beyond_the_limit_of_a_sentence_are_said_to_be_left_out() -> None:
    many = ", ".join(str(20_000 + 7 * n) for n in range(SENTENCE_MOST_FACTS + 1))
    report = transcheck.check_article(everywhere(many), name="money")
    said = {s.what: s.reason for s in report.skipped}
    assert list(said) == [f"money/{language}.txt" for language in HEAD]
    assert all(f"{SENTENCE_MOST_FACTS} numbers" in reason for reason in said.values())


def test_an_ordinary_long_sentence_is_read_to_its_end() -> None:
    many = ", ".join(str(20_000 + 7 * n) for n in range(SENTENCE_MOST_FACTS - 9))
    texts = everywhere(many)
    texts["en"] = texts["en"].replace(str(20_000 + 7 * (SENTENCE_MOST_FACTS - 10)), "99")
    report = transcheck.check_article(texts, name="money")
    assert [f.code for f in report.findings] == ["NUM001"]
    assert not report.skipped


def test_a_sentence_that_is_cut_keeps_its_places() -> None:
    text = "Повернулися 197 людей. " + "слово " * 1000 + "999"
    assert [(f.text, f.start) for f in extract(edition("uk", [text]))] == [("197", 12)]


def fails(*_: object) -> None:
    """Fail as a defect would."""
    raise IndexError("out of range")


@pytest.mark.parametrize("stage", ["segment", "align", "find_cuts", "extract", "excuse"])
def test_a_stage_that_fails_makes_the_article_a_skip(
    stage: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pipeline, stage, fails)
    report = transcheck.check_article(everywhere("197 людей"), name="money")
    (skipped,) = report.skipped
    assert skipped.what == "money"
    assert "IndexError: out of range" in skipped.reason
    assert not report.findings


@pytest.mark.parametrize("name", fuzz.DAMAGES)
def test_every_damage_changes_the_text(name: str) -> None:
    text = "Перше речення. Друге речення.\nТретє речення.\nЧетверте.\n"
    damage: Callable[..., str] = fuzz.DAMAGES[name]
    drawn = (random.Random(n) for n in range(5))  # noqa: S311 - nothing secret
    assert any(damage(rng, text) != text for rng in drawn)


@pytest.mark.parametrize("number", range(20))
def test_damaged_articles_end_in_a_report(number: int) -> None:
    one = fuzz.outcome(number, seed=20)
    assert not one.failure, one.damages
