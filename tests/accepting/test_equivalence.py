from __future__ import annotations

import pytest

from tests import fact_stories, name_stories
from tests.stories import findings
from transcheck.accepting.equivalence import excuse
from transcheck.accepting.glossary import Equivalents, Glossary
from transcheck.model import Comparison, Finding

POLL = {
    "uk": "За нього майже третина виборців.",
    "en": "He has 45% of the votes.",
    "ru": "За него 45% избирателей.",
}
"""uk says it in another way."""
SAYS_THIRD = Equivalents((("uk", "майже третина"), ("en", "45%")))
SPOKESMAN = {
    "uk": "Про це заявив речник Голані в середу.",
    "en": "Golani's spokesman said so on Wednesday.",
    "ru": "Об этом заявил представитель Шараа в среду.",
}


def excused(
    comparison: Comparison, findings: list[Finding], *entries: Equivalents
) -> list[str | None]:
    """Return why each finding does not count; None for one that does."""
    assert findings
    after = excuse(comparison.article, comparison.alignment, findings, Glossary(entries))
    return [f.suppressed.reason if f.suppressed else None for f in after]


def numbers(code: str, *entries: Equivalents, **texts: str) -> list[str | None]:
    comparison = fact_stories.story(**POLL | texts)
    return excused(comparison, findings(code, comparison), *entries)


def names(code: str, *entries: Equivalents, **texts: str) -> list[str | None]:
    comparison = name_stories.story(**SPOKESMAN | texts)
    return excused(comparison, findings(code, comparison), *entries)


def test_an_edition_with_the_same_value_needs_no_wording_of_its_own() -> None:
    assert numbers("NUM001", SAYS_THIRD) == ["майже третина = 45%"]


def test_a_reason_is_told_where_there_is_one() -> None:
    entry = Equivalents(SAYS_THIRD.forms, ("NUM",), "the poll's own words")
    assert numbers("NUM001", entry) == ["the poll's own words"]


@pytest.mark.parametrize(
    ("entry", "texts"),
    [
        pytest.param(SAYS_THIRD, {"ru": "За него 54% избирателей."}, id="a third value"),
        pytest.param(SAYS_THIRD, {"uk": "За нього понад чверть виборців."}, id="another wording"),
        pytest.param(Equivalents(SAYS_THIRD.forms, ("DAT",)), {}, id="another check"),
        pytest.param(
            Equivalents((("uk", "45%"), ("en", "майже третина"))), {}, id="the other language"
        ),
        pytest.param(Equivalents((("uk", "третина"), ("en", "45%"))), {}, id="a part only"),
        pytest.param(Equivalents((("en", "45%"), ("en", "a third"))), {}, id="one side only"),
    ],
)
def test_what_is_not_quite_covered_counts(entry: Equivalents, texts: dict[str, str]) -> None:
    assert numbers("NUM001", entry, **texts) == [None]


def test_what_an_edition_leaves_out_may_be_said_in_other_words() -> None:
    texts = {"uk": "За нього неабияка частка виборців.", "en": "He has 45% of the votes."}
    share = Equivalents((("uk", "неабияка частка"), ("en", "45%")))
    assert numbers("NUM002", share, **texts) == [str(share)]
    other = Equivalents((("uk", "мала частка"), ("en", "45%")))
    assert numbers("NUM002", other, **texts) == [None]


def test_with_two_editions_the_other_one_must_say_it() -> None:
    comparison = fact_stories.story(uk="За нього неабияка частка виборців.", en=POLL["en"])
    found = findings("NUM002", comparison)
    share = Equivalents((("uk", "неабияка частка"), ("en", "45%")))
    assert excused(comparison, found, share) == [str(share)]
    assert excused(comparison, found, SAYS_THIRD) == [None]


def test_a_name_that_the_newsroom_spells_so() -> None:
    house = Equivalents((("uk", "Голані"), ("en", "Golani"), ("ru", "Шараа")))
    assert names("NAM002", house) == [str(house)]


def test_a_language_that_an_entry_leaves_out_is_compared_by_letters() -> None:
    house = Equivalents((("en", "Golani"), ("ru", "Шараа")))
    assert names("NAM002", house) == [str(house)]
    other = Equivalents((("en", "Jolani"), ("ru", "Шараа")))
    assert names("NAM002", other) == [None]


def test_two_spellings_in_one_edition() -> None:
    texts = {
        "uk": "Колона вийшла з Растана. До ночі Растан зайняли.",
        "en": "The column left Rastan. By nightfall Rustan was taken.",
        "ru": "Колонна вышла из Растана. К ночи Растан заняли.",
    }
    both = Equivalents((("uk", "Растан"), ("en", "Rastan"), ("en", "Rustan"), ("ru", "Растан")))
    one = Equivalents((("uk", "Растан"), ("en", "Rastan"), ("ru", "Растан")))
    assert names("NAM001", both, **texts) == [str(both)]
    assert names("NAM001", one, **texts) == [None]


def test_without_entries_the_findings_are_as_they_were() -> None:
    comparison = fact_stories.story(**POLL)
    found = tuple(findings("NUM001", comparison))
    assert excuse(comparison.article, comparison.alignment, found, Glossary()) == found
