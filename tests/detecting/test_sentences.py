"""What speaks for the language of a single sentence."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from transcheck.detecting.sentences import (
    judge,
    judge_part,
    may_be_foreign,
    speaks_for_home,
    unquoted,
)
from transcheck.detecting.words import find_words, function_words, preference
from transcheck.languages import LANGUAGES, named

CODES = LANGUAGES.names()


@pytest.mark.parametrize("text", ["Це була довга зима в місті.", "Він так і не прийшов."])
def test_ukrainian_words_prefer_ukrainian(text: str) -> None:
    words = [match[0] for match in find_words(text)]
    assert preference(words, "uk", "ru") > 0
    assert preference(words, "uk", "en") > 0
    assert preference(words, "ru", "uk") == -preference(words, "uk", "ru")


def test_unknown_letters_tell_nothing() -> None:
    assert preference(["中文"], "uk", "en") == 0.0


def test_every_apostrophe_is_one() -> None:
    (expected,) = {preference([f"п{mark}ять"], "uk", "ru") for mark in "'’ʼ"}
    assert expected > 0


def test_addresses_are_no_words() -> None:
    text = "Пише pravda.com.ua/a/b, @hto, #де, a.b@c.org і www.site.ua, п'ять-шість 5 разів."
    words = [match[0] for match in find_words(text)]
    assert words == ["Пише", "і", "п'ять-шість", "разів"]


def test_shared_function_words_count_but_do_not_tell() -> None:
    assert function_words(["не", "Дім"], "uk") == function_words(["не", "Дім"], "ru") == 1


@pytest.mark.parametrize(
    ("text", "language", "doubtful"),
    [
        pytest.param("Настала довга зима.", "uk", True, id="no-letter-of-its-own"),
        pytest.param("У місті настала зима.", "uk", False, id="own-letters"),
        pytest.param("У місті настала зима, был снег.", "uk", True, id="own-and-foreign"),
        pytest.param("The winter came.", "en", False, id="english"),
    ],
)
def test_ordinary_sentences_are_not_judged(text: str, language: str, doubtful: bool) -> None:
    assert may_be_foreign(text, named(language)) is doubtful


@given(st.text(st.sampled_from("абвіїыэ abc«»“”\"'’-.,1 "), max_size=80), st.sampled_from(CODES))
def test_any_text_is_judged_without_fail(text: str, code: str) -> None:
    home = named(code)
    for verdict in (judge(text, home), judge(text, home, CODES), judge_part(text, home)):
        if verdict is not None:
            assert verdict.language in set(CODES) - {code}
            assert 0 <= verdict.start < verdict.end <= len(text)
    assert speaks_for_home("", home) is False


@pytest.mark.parametrize(
    ("sentences", "own"),
    [
        pytest.param(["Він «сказав» це."], ["Він          це."], id="inside"),
        pytest.param(["Він: «А.", "Б» так."], ["Він:    ", "   так."], id="over-sentences"),
        pytest.param(["Він: «А.", "Б."], ["Він:    ", "  "], id="never-closed"),
        pytest.param(['He "is" 5" tall'], ['He      5" tall'], id="inches"),
        pytest.param(["It’s ‘a dog’s life’ now"], ["It’s                now"], id="apostrophes"),
        pytest.param(["«а «б» в» г"], ["          г"], id="nested"),
        pytest.param(["„а“ б “в” г"], ["    б     г"], id="low-quotes"),
    ],
)
def test_quotations_are_blanked_out(sentences: list[str], own: list[str]) -> None:
    assert list(unquoted(sentences)) == own


@given(st.lists(st.text(st.sampled_from('аб«»“”„"‘’ \n'), max_size=20), max_size=5))
def test_blanking_keeps_lengths(sentences: list[str]) -> None:
    own = unquoted(sentences)
    assert [len(text) for text in own] == [len(text) for text in sentences]
    for before, after in zip(sentences, own, strict=True):
        assert all(a in (b, " ") for a, b in zip(after, before, strict=True))


@pytest.mark.parametrize("unit", ["«", "« «б» ", '"', "‘а ", "“„", "а’", "1", "-", "a.", "a@", "b"])
def test_huge_texts_take_linear_time(unit: str) -> None:
    """A quadratic expression would take hours here, and the suite would not end."""
    text = unit * 200_000
    assert len(unquoted([text])[0]) == len(text)
    assert sum(len(match[0]) for match in find_words(text)) <= len(text)


@pytest.mark.parametrize(
    "text",
    [
        "Рейс затримали на 2 години 20 хвилин.",
        "Мешканцям порадили не виходити на вулицю.",
        "Про все по порядку розповіла голова ради.",
    ],
)
def test_sentences_without_ukrainian_letters_are_ukrainian_by_their_words(text: str) -> None:
    assert judge(text, named("uk")) is None


@pytest.mark.parametrize(
    ("text", "home"),
    [
        ("Самолет задержали на 2 часа 20 минут.", "uk"),
        ("Дом сгорел дотла, погибли двое.", "uk"),
        ("Вода прибувала дуже швидко, люди тікали на дахи.", "ru"),
    ],
)
def test_foreign_sentences_with_letters_of_home_alone_are_foreign_still(
    text: str, home: str
) -> None:
    assert judge(text, named(home)) is not None
