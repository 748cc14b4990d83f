"""PAR002: a phrase that one of three editions lacks inside a sentence."""

from __future__ import annotations

import pytest

from tests.meanings.test_triples import AROUND
from transcheck.api import check_article
from transcheck.model import Finding

FULL = {
    "uk": "Родину поселили в гуртожитку за старою школою біля річки і дали їй нові меблі.",
    "en": "The family was housed in a dormitory behind the old school by the river and given new "
    "furniture.",
    "ru": "Семью поселили в общежитии за старой школой у реки и дали ей новую мебель.",
}
LACKING = {
    "uk": "Родину поселили в гуртожитку і дали їй нові меблі.",
    "en": "The family was housed in a dormitory and given new furniture.",
    "ru": "Семью поселили в общежитии и дали ей новую мебель.",
}


def partial(texts: dict[str, str]) -> list[Finding]:
    report = check_article({la: "\n\n".join((*AROUND[la], text)) for la, text in texts.items()})
    assert not report.skipped
    return [f for f in report.findings if f.family.value == "partial"]


@pytest.mark.parametrize("language", FULL)
def test_the_edition_that_lacks_a_phrase_is_named(language: str) -> None:
    (found,) = partial(FULL | {language: LACKING[language]})
    assert found.suspects == (language,)


def test_where_all_have_it_nothing_is_said() -> None:
    assert partial(FULL) == []
    assert partial(LACKING) == []


def test_what_is_said_in_the_next_sentence_is_not_missing() -> None:
    moved = "Семью поселили в общежитии и дали ей новую мебель. Оно за старой школой у реки."
    assert [f.code for f in partial(FULL | {"ru": moved})] == []


def test_a_single_word_is_no_phrase() -> None:
    words = {
        "uk": "Родину поселили в старому гуртожитку і дали їй нові меблі.",
        "en": "The family was housed in an old dormitory and given new furniture.",
        "ru": "Семью поселили в общежитии и дали ей новую мебель.",
    }
    assert [f.code for f in partial(words)] == []
