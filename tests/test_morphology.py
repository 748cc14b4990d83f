"""What is known of word forms: a table for Ukrainian, a dictionary for Russian."""

from __future__ import annotations

import itertools
import subprocess
import sys
from pathlib import Path

import pytest

import transcheck
from transcheck.morphology import Kind, is_form, kind_of, readings

FORMS = Path(transcheck.__file__).parent / "languages/data/uk/forms.txt"


@pytest.mark.parametrize(
    ("word", "kind"),
    [
        ("а", Kind.OTHER),
        ("який", Kind.OTHER),
        ("повідомила", Kind.OTHER),
        ("обговорюють", Kind.OTHER),
        ("нещодавно", Kind.OTHER),
        ("зможуть", Kind.OTHER),
        ("рятувальники", Kind.NOUN),
        ("перемоги", Kind.NOUN),
        ("здоров'я", Kind.NOUN),
        ("тихоокеанській", Kind.ADJECTIVE),
        ("попередньою", Kind.ADJECTIVE),
        ("ґрунтовні", Kind.ADJECTIVE),
    ],
)
def test_a_ukrainian_form_is_of_one_class(word: str, kind: Kind) -> None:
    assert {reading.kind for reading in readings(word, "uk")} == {kind}


@pytest.mark.parametrize(
    "word", ["шевченка", "вашингтоні", "запоріжжя", "абвгґ", "", "яяяя", "the"]
)
def test_names_and_what_is_no_word_are_not_known(word: str) -> None:
    assert readings(word, "uk") == ()


@pytest.mark.parametrize("word", ["самолет", "часа", "минут", "сгорел", "погибли", "дом"])
def test_russian_words_that_ukrainian_texts_quote_are_not_ukrainian(word: str) -> None:
    assert not is_form(word, "uk")
    assert is_form(word, "ru")


@pytest.mark.parametrize("word", ["казначей", "заморозило", "скетчем", "вода", "люди", "ударила"])
def test_words_of_both_languages_are_of_both(word: str) -> None:
    assert is_form(word, "uk")
    assert is_form(word, "ru")


@pytest.mark.parametrize("word", ["п'ять", "П’ять", "пʼять", "п`ять"])
def test_capitals_and_kinds_of_apostrophes_make_no_difference(word: str) -> None:
    assert is_form(word, "uk")


def test_every_form_of_the_table_is_found_as_it_stands_there() -> None:
    lines = FORMS.read_text("utf-8").splitlines()
    rows = [line.split("\t") for line in lines if not line.startswith("#")]
    assert [form for form, _ in rows] == sorted({form for form, _ in rows}, key=str.encode)
    for form, kind in (rows[0], rows[-1], *itertools.islice(rows, 0, None, 997)):
        assert [reading.kind.value for reading in readings(form, "uk")] == [kind]


def test_the_table_says_where_it_comes_from() -> None:
    head = FORMS.read_text("utf-8")[:700]
    assert head.startswith("#")
    assert all(word in head for word in ("CC BY-SA 4.0", "wordfreq", "UA-GEC", "forms.py"))


def test_a_language_without_table_and_dictionary_has_no_forms() -> None:
    assert readings("word", "en") == ()


@pytest.mark.parametrize(
    ("tag", "kind"),
    [
        ("NOUN,anim,masc,Sgtm,Surn sing,nomn", Kind.NAME),
        ("NOUN,inan,femn sing,nomn", Kind.NOUN),
        ("ADJF,Qual masc,sing,nomn", Kind.ADJECTIVE),
        ("PRTF,perf,past,pssv masc,sing,nomn", Kind.ADJECTIVE),
        ("VERB,perf,tran masc,sing,past,indc", Kind.OTHER),
    ],
)
def test_tags_of_the_dictionary_are_classes(tag: str, kind: Kind) -> None:
    assert kind_of(tag) is kind


def test_a_russian_form_has_its_base_forms() -> None:
    assert {reading.lemma for reading in readings("стали", "ru")} == {"стать", "сталь"}


def test_ukrainian_needs_no_dictionary_of_pymorphy() -> None:
    """Whether its Ukrainian dictionary, which is not free, is installed changes nothing."""
    asked = "from transcheck.morphology import is_form; assert is_form('рятувальники', 'uk')"
    without = f"import sys; sys.modules['pymorphy3'] = None; {asked}"
    subprocess.run([sys.executable, "-c", without], check=True)
