"""Which sentences are suspected of lacking a part."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest

import transcheck
from transcheck.aligning.cuts import probes
from transcheck.model import Article, Bead, Edition, Kind, Segment

LONG = {
    "uk": "Рятувальники працювали всю ніч, а зранку дорогу знову відкрили для руху.",
    "en": "Rescuers worked all night, and in the morning the road was open to traffic again.",
    "ru": "Спасатели работали всю ночь, а утром дорогу снова открыли для движения.",
}
HALF = "Рятувальники працювали всю ніч."
REST = "Зранку дорогу відкрили."


def edition(language: str, sentences: Sequence[tuple[str, int]]) -> Edition:
    segments = (
        Segment(n, Kind.BODY, text, block, n + 1, 1, n + 1, len(text) + 1)
        for n, (text, block) in enumerate(sentences)
    )
    return Edition(language, Path(f"{language}.txt"), "", tuple(segments))


def suspects(*ukrainian: tuple[str, int]) -> list[int]:
    """Return the editions that are held to lack a part; Ukrainian is the first."""
    whole = [edition(code, [(LONG[code], 0)]) for code in ("en", "ru")]
    article = Article("road", (edition("uk", ukrainian), *whole))
    lone = [Bead(((n,), (), ()), 0.5) for n in range(1, len(ukrainian))]
    found = probes(article, (Bead(((0,), (0,), (0,)), 1.0), *lone))
    return [probe.suspect for probe in found if probe.excess < 0]


@pytest.mark.parametrize(
    "ukrainian",
    [
        pytest.param([(HALF, 0)], id="nothing beside it"),
        pytest.param([(HALF, 0), (REST, 1)], id="a sentence of its own in another paragraph"),
    ],
)
def test_half_a_sentence_is_suspected(ukrainian: list[tuple[str, int]]) -> None:
    assert suspects(*ukrainian) == [0]


def test_half_a_sentence_that_goes_on_in_the_next_is_not() -> None:
    assert suspects((HALF, 0), (REST, 0)) == []


def test_a_whole_sentence_is_not() -> None:
    assert suspects((LONG["uk"], 0)) == []


def test_what_english_says_in_more_words_is_not_lacking() -> None:
    uk = "Ярмарок у Мостищі\n\nГромада Мостище чекає на гостей із самого ранку.\n\nВхід вільний.\n"
    en = (
        "A fair in Mostyshche\n\nThe community of Mostyshche has been waiting for guests since the "
        "early morning{}.\n\nAdmission is free.\n"
    )
    more = ", and the mayor has promised all of them a free lunch"

    def found(english: str) -> list[str]:
        report = transcheck.check_article({"uk": uk, "en": english}, name="fair")
        return [finding.code for finding in report.findings]

    assert found(en.format("")) == []
    assert found(en.format(more)) == ["PAR001"]
