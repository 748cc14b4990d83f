"""The table of spellings that may be alike says what asking pair by pair does."""

from __future__ import annotations

import pytest

from tests.name_stories import found, story
from transcheck.comparing import names_alike
from transcheck.comparing.names_alike import Searched, maybe_alike
from transcheck.comparing.names_article import ArticleNames
from transcheck.comparing.names_weighing import alike
from transcheck.model import Comparison


@pytest.fixture
def article() -> Comparison:
    return story(
        uk="Тоді Наїм Касем і Рустан прибули до Києва з Нью-Йорка та Ялти.",
        en="Then Naim Qassem and Rastan came to Kyiv from New York and Yalta.",
        ru="Тогда Наим Кассем и Растан прибыли в Киев из Нью-Йорка и Ялты.",
    )


def test_spellings_of_two_editions_may_be_alike_where_they_are(article: Comparison) -> None:
    distinct = ArticleNames(article).spellings.distinct
    table = maybe_alike(distinct)
    assert table is not None
    pairs = [
        (one, two)
        for row in distinct
        for other in distinct
        for one in row
        for two in other
        if row is not other
    ]
    for several in (True, False):
        some = [pair for pair in pairs if several is any(unit.several for unit in pair)]
        assert {True, False} == {alike(one, two) for one, two in some}
    for one, two in pairs:
        assert bool(table[one.spelling][two.spelling]) is alike(one, two), (one.text, two.text)


def test_names_of_the_same_edition_may_always_be_alike(article: Comparison) -> None:
    distinct = ArticleNames(article).spellings.distinct
    table = maybe_alike(distinct)
    assert table is not None
    assert all(table[one.spelling][two.spelling] for one in distinct[0] for two in distinct[0])


def test_long_articles_do_without_the_table_and_say_the_same(
    article: Comparison, monkeypatch: pytest.MonkeyPatch
) -> None:
    with_table, expected = ArticleNames(article), found(article)
    monkeypatch.setattr(names_alike, "_MOST", 1)
    assert maybe_alike(with_table.spellings.distinct) is None
    without = ArticleNames(article)
    for mine, other in zip(with_table.passages(), without.passages(), strict=True):
        assert [(p.unit.text, p.relation, p.surprise) for p in mine.pairings] == [
            (p.unit.text, p.relation, p.surprise) for p in other.pairings
        ]
    rastan = without.spellings.distinct[1][2]
    assert rastan.text == "Rastan"
    assert [unit.text for unit in without.spellings.everywhere(rastan, 2)] == ["Растан"]
    assert [unit.text for unit in with_table.spellings.everywhere(rastan, 2)] == ["Растан"]
    assert found(story(**{e.language: e.segments[0].text for e in article.article.editions})) == (
        expected
    )


def test_the_search_of_an_edition_finds_what_is_alike(article: Comparison) -> None:
    distinct = ArticleNames(article).spellings.distinct
    for unit in distinct[0]:
        likely = set(Searched(distinct[1]).likely(unit))
        assert likely >= {other for other in distinct[1] if alike(unit, other)}
