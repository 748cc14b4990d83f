"""LAN001: a sentence in another language than its edition."""

from __future__ import annotations

from pathlib import Path

import pytest

from transcheck.checks import CHECKS
from transcheck.model import (
    Alignment,
    Article,
    Comparison,
    Edition,
    Finding,
    Kind,
    Segment,
    Severity,
)

UK = ("Міст обстріляли вісім разів.", "Рух через нього закрили до весни.", "Поранених немає.")
EN = ("The bridge was shelled eight times.", "It is closed until spring.", "Nobody was hurt.")
RU = ("Мост обстреляли восемь раз.", "Движение по нему закрыли до весны.", "Раненых нет.")


def _edition(language: str, sentences: tuple[str, ...], kind: Kind, blocks: bool) -> Edition:
    return Edition(
        language,
        Path(f"{language}.txt"),
        "",
        tuple(
            Segment(n, kind, text, n if blocks else 0, n + 1, 1, n + 1, len(text) + 1)
            for n, text in enumerate(sentences)
        ),
    )


def _run(kind: Kind = Kind.BODY, blocks: bool = False, **texts: tuple[str, ...]) -> list[Finding]:
    """Check editions with the sentences given by language, in one paragraph or in many."""
    editions = tuple(_edition(code, text, kind, blocks) for code, text in texts.items())
    check = CHECKS.get("LAN001")
    return list(check.run(check, Comparison(Article("story", editions), Alignment(()))))


def _one(language: str, sentence: str, kind: Kind = Kind.BODY) -> list[Finding]:
    home: dict[str, tuple[str, ...]] = {"uk": UK, "en": EN, "ru": RU}
    home[language] = (*home[language], sentence)
    return _run(kind, blocks=True, **home)


@pytest.mark.parametrize(
    ("language", "sentence", "name"),
    [
        pytest.param("ru", "Рух через міст відновили лише навесні.", "Ukrainian", id="uk-in-ru"),
        pytest.param("uk", "He is the President of France.", "English", id="function-words-alone"),
        pytest.param("uk", "Движение по мосту возобновили весной.", "Russian", id="ru-in-uk"),
        pytest.param("uk", "Traffic was restored only in spring.", "English", id="en-in-uk"),
        pytest.param("ru", "Traffic was restored only in spring.", "English", id="en-in-ru"),
        pytest.param("en", "Рух через міст відновили лише навесні.", "Ukrainian", id="uk-in-en"),
        pytest.param("en", "Движение по мосту возобновили весной.", "Russian", id="ru-in-en"),
        pytest.param("ru", "РУХ ЧЕРЕЗ МІСТ ВІДНОВИЛИ НАВЕСНІ.", "Ukrainian", id="capitals"),
        pytest.param("uk", "Но это не помогло никому.", "Russian", id="no-telling-letters"),
        pytest.param(
            "ru", "П’ятеро загиблих були туристами з Аргентини.", "Ukrainian", id="apostrophe"
        ),
        pytest.param(
            "ru",
            "Він додав, що міст закриють: «Мост закрыли».",
            "Ukrainian",
            id="around-a-quotation",
        ),
        pytest.param(
            "uk",
            "Компанії Boeing и Airbus сообщили о новых самолётах.",
            "Russian",
            id="brands-among-foreign-words",
        ),
    ],
)
def test_a_foreign_sentence_is_an_error(language: str, sentence: str, name: str) -> None:
    (finding,) = _one(language, sentence)
    assert finding.code == "LAN001"
    assert finding.severity is Severity.ERROR
    assert finding.suspects == (language,)
    assert f"{language} has a sentence in {name}: " in finding.text
    (place,) = finding.occurrences
    assert (place.language, place.segment) == (language, 3)
    assert (place.start, place.end, place.text) == (0, len(sentence), sentence)


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        pytest.param("uk", "Це дуже погано.", id="letters-of-both"),
        pytest.param("uk", "Про все по порядку.", id="words-of-both"),
        pytest.param("uk", "Вода була тепла, погода добра.", id="common-words"),
        pytest.param("ru", "А потом пошла вода.", id="common-words-ru"),
        pytest.param("ru", "Мэр сказал: «Рух через міст відновили навесні».", id="quoted"),
        pytest.param("ru", "«Рух через міст відновили навесні», — сказал мэр.", id="quoted-first"),
        pytest.param("uk", "Мер відповів: «Движение по мосту закрыли».", id="quoted-ru"),
        pytest.param("en", "He said “Рух через міст відновили навесні” to us.", id="quoted-in-en"),
        pytest.param("uk", "Фільм «The Lord of the Rings: The Return» чекали.", id="quoted-title"),
        pytest.param("uk", "The Lord of the Rings", id="title-alone"),
        pytest.param("uk", "CBS, ABC, NBC, CNN, Fox News та MSNBC мовчать.", id="brands"),
        pytest.param("uk", "Boeing, Airbus, Embraer, Bombardier, Lockheed Martin", id="brand-list"),
        pytest.param("uk", "Клевес, Анн-Лора Декадт, Даррен Дрейк, Сергей Рыжков", id="names"),
        pytest.param("en", "Слава Україні!", id="two-words"),
        pytest.param("ru", "Привіт.", id="one-word"),
        pytest.param("ru", "+380 44 123-45-67, 12.12.2024, 15:00", id="numbers"),
        pytest.param("ru", "https://example.com/this/is/not/a/sentence", id="address"),
        pytest.param("ru", "Пишите на i.know.what.you.did@example.com и ждите.", id="mail"),
        pytest.param("ru", "#this #is #not #a #sentence @and @these", id="tags"),
        pytest.param("ru", "…", id="no-words"),
        pytest.param("en", "Café, naïve and façade are words.", id="letters-of-third-language"),
    ],
)
def test_a_sentence_of_the_edition_is_silent(language: str, sentence: str) -> None:
    assert _one(language, sentence) == []


def test_whole_editions_are_silent() -> None:
    assert _run(uk=UK, en=EN, ru=RU) == []


@pytest.mark.parametrize(
    ("kind", "severity"),
    [
        pytest.param(Kind.BODY, Severity.ERROR, id="body"),
        pytest.param(Kind.HEADING, Severity.ERROR, id="heading"),
        pytest.param(Kind.CAPTION, Severity.WARNING, id="captions-hold-credits"),
        pytest.param(Kind.QUOTE, Severity.WARNING, id="quotes-may-be-in-the-original"),
        pytest.param(Kind.BYLINE, None, id="bylines-are-names"),
    ],
)
def test_kind_decides_how_grave_it_is(kind: Kind, severity: Severity | None) -> None:
    found = _run(kind, uk=UK, ru=(RU[0], "Рух через міст відновили лише навесні."))
    assert [finding.severity for finding in found] == ([severity] if severity else [])


def test_a_copy_of_the_other_edition_is_named() -> None:
    (finding,) = _run(uk=UK, en=EN, ru=(RU[0], UK[1], RU[2]))
    assert finding.text == f"ru has a sentence in Ukrainian, word for word as in uk: “{UK[1]}”"
    assert finding.severity is Severity.ERROR


def test_three_words_are_enough_for_a_copy_and_too_few_else() -> None:
    short = "Міст був зачинений."
    assert [f.suspects for f in _run(uk=(short,), ru=(short,))] == [("ru",)]
    assert _run(uk=("Його закрили.",), ru=(short,)) == []


def test_a_sentence_left_in_two_editions_is_found_in_both() -> None:
    found = _run(uk=(UK[0], EN[1]), en=EN[:2], ru=(RU[0], EN[1]))
    assert [finding.suspects for finding in found] == [("uk",), ("ru",)]


def test_a_foreign_quotation_is_a_warning() -> None:
    (finding,) = _run(uk=UK, ru=(RU[0], "«Рух через міст відновили лише навесні».", RU[1]))
    assert finding.severity is Severity.WARNING
    assert finding.text.startswith("ru has a quotation in Ukrainian: ")


def test_a_quotation_that_all_editions_leave_as_it_is_is_silent() -> None:
    motto = "“We shall fight on the beaches and in the hills”."
    assert _run(uk=(*UK, motto), en=(*EN, motto), ru=(*RU, motto)) == []
    assert [f.suspects for f in _run(uk=(*UK, motto), en=(*EN, motto))] == [("uk",)]


def test_a_quotation_over_several_sentences_is_one() -> None:
    sentences = (
        "Мэр сказал: «Рух через міст відновили лише навесні.",
        "Далі ми полагодимо дорогу та вокзал.",
        "Так і буде», — добавил он и ушёл.",
    )
    found = _run(uk=UK, ru=(*RU, *sentences))
    assert {finding.severity for finding in found} <= {Severity.WARNING}
    assert {finding.message.template for finding in found} <= {"quotation"}


def test_half_a_sentence_is_a_warning_that_points_at_the_half() -> None:
    sentence = "Прокуратура просила вісім років, а защита просила условный срок для мэра."
    (finding,) = _run(uk=(*UK, sentence), ru=RU)
    assert finding.severity is Severity.WARNING
    assert finding.text.startswith("uk has a sentence that is partly in Russian: ")
    (place,) = finding.occurrences
    assert sentence[place.start : place.end] == place.text
    assert "защита просила условный срок" in place.text
    assert "вісім" not in place.text


@pytest.mark.parametrize(
    "sentence",
    [
        pytest.param("Прізвище він пише як Рыжков, а не Рижков, із літерою.", id="one-name"),
        pytest.param("Прокуратура просила вісім років, сторона «защита ждала срок».", id="quoted"),
    ],
)
def test_a_foreign_word_or_quotation_is_no_part(sentence: str) -> None:
    assert _run(uk=(*UK, sentence), ru=RU) == []


def test_the_identity_does_not_depend_on_lines() -> None:
    foreign = "Рух через міст відновили лише навесні."
    (early,) = _run(uk=UK, ru=(foreign, *RU))
    (late,) = _run(uk=UK, ru=(*RU, foreign))
    assert early.fingerprint == late.fingerprint
