"""PAR002: a phrase that one of three editions lacks inside a sentence."""

from __future__ import annotations

import pytest

from tests.meanings.test_triples import AROUND
from transcheck.api import check_article
from transcheck.comparing import phrases_lost
from transcheck.comparing.candidates import shortened
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


def with_neighbours(texts: dict[str, str]) -> dict[str, str]:
    return {la: "\n\n".join((*AROUND[la], text)) for la, text in texts.items()}


def partial(texts: dict[str, str]) -> list[Finding]:
    report = check_article(with_neighbours(texts))
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


def test_an_edition_that_is_short_everywhere_lacks_less() -> None:
    """How much shorter a sentence is counts against how much shorter its edition is elsewhere."""

    def longer(ratio: float) -> tuple[float, float]:
        ratios = {(0, 2): {0: 0.5, 1: ratio, 2: ratio, 3: ratio + 0.2}}
        return shortened(ratios, 0, suspect=2, own=0, here=-0.5)

    assert longer(0.0)[0] == pytest.approx(-0.5)
    assert longer(0.5)[0] == pytest.approx(0.0)
    assert longer(0.5)[1] == pytest.approx(0.2 / 3)


def test_free_editions_must_be_surer() -> None:
    free, literal = phrases_lost.shipped().least
    assert free > literal


def test_an_abbreviation_may_be_the_phrase() -> None:
    told = {
        "uk": "Посол Туреччини і начальник міської військової адміністрації перерізали стрічку на "
        "відкритті музею, після чого на площі заграв духовий оркестр.",
        "en": "The Turkish ambassador and the head of the city military administration cut the "
        "ribbon at the opening of the museum, after which a brass band played on the square.",
        "ru": "Посол Турции и начальник МВА перерезали ленту на открытии музея, после чего на "
        "площади заиграл духовой оркестр.",
    }
    assert partial(told) == []
    (found,) = partial(told | {"ru": told["ru"].replace(" МВА", "")})
    assert found.suspects == ("ru",)


def test_a_sentence_that_another_edition_tells_in_a_longer_one_is_missing() -> None:
    told = {
        "uk": "Мітинг запланований на 19 годину в суботу, у парку біля ратуші, і ви можете "
        "спостерігати за ним онлайн у прямому ефірі на каналі міської ради.",
        "en": "The rally is scheduled for 7 p.m. on Saturday, in the park by the town hall. You "
        "can watch it online via live stream on the channel of the city council.",
        "ru": "Митинг состоится в 19:00 в субботу, в парке у ратуши.",
    }
    (found,) = check_article(with_neighbours(told)).findings
    assert (found.code, found.suspects) == ("MIS001", ("ru",))
    assert {place.language for place in found.occurrences} == {"uk", "en"}
    whole = told["ru"][:-1] + ", и вы можете следить за ним онлайн в прямом эфире канала горсовета."
    assert check_article(with_neighbours(told | {"ru": whole})).findings == ()


STATION = {
    "uk": "Станцію відкриють навесні",
    "en": "The station opens in spring",
    "ru": "Станцию откроют весной",
}
VISIT = {
    "uk": ", а потяги зустрічатиме письменниця Соломія Гринько",
    "en": ", and the trains will be met by the writer Solomiia Hrynko",
    "ru": ", а поезда встретит писательница Соломия Гринько",
}


@pytest.mark.parametrize(("language", "severity"), [("uk", "warning"), ("en", "info")])
def test_a_name_that_is_added_is_a_warning_but_for_readers_abroad(
    language: str, severity: str
) -> None:
    told = {la: f"{text}{VISIT[la] if la == language else ''}." for la, text in STATION.items()}
    found = check_article(with_neighbours(told)).findings
    assert [(f.code, f.severity.value) for f in found if f.code == "ADD002"] == [
        ("ADD002", severity)
    ]


@pytest.mark.parametrize(
    ("added", "severity"),
    [
        (", and in June seventeen writers will read their books to passengers there", "warning"),
        (", although in June the writer of the book will visit it once more", "info"),
    ],
    ids=["none there", "another there"],
)
def test_a_fact_that_is_added_is_a_warning_where_the_others_have_none(
    added: str, severity: str
) -> None:
    told = {language: f"{text}." for language, text in STATION.items()}
    found = check_article(with_neighbours({**told, "en": told["en"][:-1] + f"{added}."})).findings
    assert [(f.code, f.severity.value) for f in found if f.code == "ADD002"] == [
        ("ADD002", severity)
    ]
