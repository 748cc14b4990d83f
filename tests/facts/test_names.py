"""What the extractor of names takes for a name, and how sure it is of it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from transcheck.facts import EXTRACTORS, Taken
from transcheck.facts.names import extract_names
from transcheck.languages import named
from transcheck.model import Edition, Fact, Kind, Segment
from transcheck.naming.value import Form, Name, NameWord

PARALLEL = Path(__file__).parents[1] / "data" / "facts" / "parallel.jsonl"


def names_in(language: str, *sentences: str, taken: Taken | None = None) -> list[Fact]:
    segments = tuple(
        Segment(n, Kind.BODY, text, n, n + 1, 1, n + 1, len(text) + 1)
        for n, text in enumerate(sentences)
    )
    edition = Edition(language, Path("story.txt"), "", segments)
    return list(extract_names(edition, named(language), taken or Taken()))


def words_in(language: str, *sentences: str) -> list[NameWord]:
    words: list[NameWord] = []
    for fact in names_in(language, *sentences):
        assert isinstance(fact.value, Name)
        words.extend(fact.value.words)
    return words


def certain_in(language: str, *sentences: str) -> list[str]:
    return [word.text for word in words_in(language, *sentences) if word.certain]


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        pytest.param("en", "Rebels took Rastan.", ["Rastan"], id="mid-sentence-en"),
        pytest.param("uk", "Повстанці взяли Растан.", ["Растан"], id="mid-sentence-uk"),
        pytest.param("ru", "Повстанцы взяли Растан.", ["Растан"], id="mid-sentence-ru"),
        pytest.param(
            "en", "He met Bashar al-Assad there.", ["Bashar", "Assad"], id="article-left-out"
        ),
        pytest.param(
            "uk", "Приїхала Урсула фон дер Ляєн.", ["Урсула", "Ляєн"], id="particles-left-out"
        ),
        pytest.param("en", "It said Assad's army left.", ["Assad"], id="possessive-left-out"),
        pytest.param("en", "Some AMs were there.", ["AM"], id="plural-of-acronym-left-out"),
        pytest.param("uk", "Лідер ХТШ мовчав.", ["ХТШ"], id="acronym"),
        pytest.param("en", "The S.B.U. and U.N. agreed.", ["S.B.U.", "U.N."], id="points"),
        pytest.param("ru", "Там упал Су-24 без шума.", ["Су-24"], id="designator-with-hyphen"),
        pytest.param("en", "They sent F-16s and M5 guns.", ["F-16s", "M5"], id="designators"),
        pytest.param("uk", "Угоду підписав «Київстар».", ["Київстар"], id="in-quotes"),
        pytest.param("ru", "Договор с SpaceX готов.", ["SpaceX"], id="latin-in-cyrillic"),
        pytest.param("ru", "Писал про iPhone и Samsung.", ["iPhone", "Samsung"], id="small-first"),
        pytest.param(
            "en", "Carillonneur Dionisio A. Lind came.", ["Dionisio", "Lind"], id="initial"
        ),
        pytest.param("uk", "Він жив на Джон-стріт.", ["Джон"], id="hyphen-parts"),
        pytest.param(
            "en", "On Monday Mr Adams met Dr Ford in March.", ["Adams"], id="days-months-titles"
        ),
        pytest.param("en", "The Syrian army fled.", ["Syrian"], id="demonym-by-table"),
    ],
)
def test_certain_names_are_found(language: str, text: str, expected: list[str]) -> None:
    assert certain_in(language, text) == expected


@pytest.mark.parametrize(
    ("language", "text"),
    [
        pytest.param("en", "Churches, he added, could close.", id="sentence-start-en"),
        pytest.param("uk", "Повстанці увійшли в місто.", id="sentence-start-uk"),
        pytest.param("ru", "Повстанцы вошли в город.", id="sentence-start-ru"),
        pytest.param("ru", "Он сказал: «Город пал, и все ушли».", id="quotation-start"),
        pytest.param("uk", "— Місто впало, — сказав він.", id="dialogue-dash"),
        pytest.param("en", "Fall Silent Churches Struggle With Falling Numbers", id="title-case"),
        pytest.param("en", "MANY CHURCHES CLOSE THEIR DOORS", id="all-capitals"),
        pytest.param("en", "The National Trust Board met.", id="translatable-words"),
        pytest.param("uk", "Судовий комітет і Вища рада.", id="institutions"),
        pytest.param("uk", "Тому ми продовжуємо.", id="adverb-that-may-be-a-name"),
    ],
)
def test_common_words_are_never_certain(language: str, text: str) -> None:
    assert certain_in(language, text) == []


@pytest.mark.parametrize(
    ("language", "first", "elsewhere"),
    [
        pytest.param("en", "Menga scored.", "They cheered Menga loudly.", id="en"),
        pytest.param("uk", "Менга забив.", "Вони вітали Менгу.", id="uk-other-case"),
        pytest.param("ru", "Менга забил.", "Они приветствовали Менгу.", id="ru-other-case"),
    ],
)
def test_a_first_word_is_certain_if_it_is_a_name_elsewhere(
    language: str, first: str, elsewhere: str
) -> None:
    start = first.split()[0]
    assert start not in certain_in(language, first)
    assert start in certain_in(language, first, elsewhere)


def test_names_of_several_words_in_a_table_are_one_entity_in_any_case() -> None:
    fact = names_in("uk", "Переговори у Сполучених Штатах тривають.")[-1]
    assert fact.text == "Сполучених Штатах"
    assert isinstance(fact.value, Name)
    assert fact.value.words[0].entities == {"US"}
    assert fact.value.words[0].whole == "Сполучених Штатах"


def test_a_heading_full_of_names_is_not_taken_for_title_case() -> None:
    text = "Sergio Aguero and Raheem Jones beat Brighton at Etihad."
    assert certain_in("en", text)[-2:] == ["Brighton", "Etihad"]


def test_a_latin_letter_among_cyrillic_ones_does_not_make_the_word_foreign() -> None:
    word = words_in("ru", "Так говорит O'Хейген.")[0]
    assert word.form is Form.WORD
    assert word.text == "О'Хейген"


def test_words_that_other_extractors_took_are_left_alone() -> None:
    taken = Taken()
    taken.add(0, 3, 9)
    assert [f.text for f in names_in("en", "In August Kyiv was hot.", taken=taken)] == ["Kyiv"]


def test_places_of_words_are_exact() -> None:
    text = "Yesterday Emily  Ratajkowski met Ursula von der Leyen."
    for fact in names_in("en", text):
        assert text[fact.start : fact.end] == fact.text
        assert isinstance(fact.value, Name)
        for word in fact.value.words:
            assert fact.text[word.start :].startswith(word.text)


def test_the_extractor_is_registered_last() -> None:
    assert max(EXTRACTORS, key=lambda extractor: extractor.order).name == "names"


@pytest.mark.parametrize("language", ["en", "uk", "ru"])
def test_names_of_the_parallel_sentences_are_found(language: str) -> None:
    """The names listed by hand; an adjective that stands for one has no capital."""
    missed = []
    for line in PARALLEL.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        found = " ".join(fact.text for fact in names_in(language, row[language]))
        missed += [
            name[language] for name in row["names"] if name[language].split()[0] not in found
        ]
    assert len(missed) <= 1, missed


@pytest.mark.parametrize(
    ("language", "text"),
    [
        pytest.param("en", "Debris fell in Sumy Oblast, in Okhtyrka Raion.", id="units-en"),
        pytest.param("uk", "УВАГА! Рух мостом ТІЛЬКИ для автобусів.", id="capitals-uk"),
        pytest.param("ru", "ВНИМАНИЕ! Движение ТОЛЬКО для автобусов.", id="capitals-ru"),
        pytest.param("en", "PLEASE use ONLY the side road.", id="capitals-en"),
        pytest.param("uk", "На стіні напис «make peace not war».", id="quoted-latin-uk"),
        pytest.param("ru", "На стене надпись «make peace not war».", id="quoted-latin-ru"),
        pytest.param("uk", "Читайте на https://Ozeria.example/News/Kyiv тут.", id="address"),
        pytest.param("en", "Posts with #SaveTheBridge by @OlhaTkachuk spread.", id="hashtag"),
        pytest.param("ru", "Пишите на Redaktor@Ozeria.example до вечера.", id="e-mail"),
    ],
)
def test_what_only_looks_like_a_name_is_none(language: str, text: str) -> None:
    places = {"Sumy", "Okhtyrka"}
    assert [word for word in certain_in(language, text) if word not in places] == []


@pytest.mark.parametrize("mark", ["'", "’", "ʼ"])
def test_an_apostrophe_of_any_kind_ends_a_possessive(mark: str) -> None:
    assert certain_in("en", f"It was Ozeria{mark}s plan.") == ["Ozeria"]


def test_an_acronym_that_is_a_word_as_well_stays_one() -> None:
    assert certain_in("uk", "Хворих на СНІД лікують.") == ["СНІД"]
    assert certain_in("en", "Doctors treat AIDS there.") == ["AIDS"]
