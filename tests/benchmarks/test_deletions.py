"""Phrases are taken out of sentences so that what is left reads on."""

from __future__ import annotations

import pytest

from benchmarks.deletions import deletions, tidied
from tests.meanings.test_triples import AROUND
from transcheck.api import check_article

TEXTS = {
    "uk": "Родину поселили в гуртожитку за старою школою біля річки і дали їй нові меблі.",
    "en": "The family was housed in a dormitory behind the old school by the river and was "
    "given new furniture.",
    "ru": "Семью поселили в общежитии за старой школой у реки и дали ей новую мебель.",
}


@pytest.mark.parametrize(
    ("left", "text"),
    [
        ("Міст закрили , бо  дощило.", "Міст закрили, бо дощило."),
        ("Міст закрили,.", "Міст закрили."),
        ("Міст, , закрили", "Міст, закрили"),
    ],
)
def test_no_marks_are_left_behind(left: str, text: str) -> None:
    assert tidied(left) == text


def test_a_deletion_is_a_phrase_of_one_edition_and_the_same_for_a_seed() -> None:
    texts = {la: "\n\n".join((*AROUND[la], text)) for la, text in TEXTS.items()}
    report = check_article(texts, name="story")
    made = deletions([report], {"story": texts}, seed=1)
    first = [next(made) for _ in range(5)]
    again = deletions([report], {"story": texts}, seed=1)
    assert first == [next(again) for _ in range(5)]
    for deletion in first:
        changed = [la for la in texts if deletion.texts[la] != texts[la]]
        assert changed == [deletion.suspect]
        gone = len(texts[changed[0]].split()) - len(deletion.texts[changed[0]].split())
        assert gone == deletion.words
        assert 3 <= deletion.words <= 8
