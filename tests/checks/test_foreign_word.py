"""LAN002: a word of another language or script inside a sentence that is at home."""

from __future__ import annotations

from itertools import permutations

import pytest

from tests.stories import edition
from transcheck.checks import CHECKS
from transcheck.model import Alignment, Article, Comparison, Finding, Severity


def found(language: str, *sentences: str, beside: str = "") -> list[Finding]:
    """Return what the check finds in an edition, alone or beside one that it has no word about."""
    others = (edition(beside, ()),) if beside else ()
    article = Article("story", (edition(language, sentences), *others))
    check = CHECKS.get("LAN002")
    return list(check.run(check, Comparison(article, Alignment(()))))


@pytest.mark.parametrize(
    ("language", "sentence", "template", "words"),
    [
        ("en", "The mayor of Сватове said the bridge would stay closed.", "script", "Сватове"),
        ("en", "The bridge is closed до весни, the mayor said.", "script", "до весни"),
        ("ru", "Мэр рассказал, що движение по мосту откроют.", "language", "що"),
        ("ru", "В селе поселили більше сорока человек.", "language", "більше"),
        ("uk", "Мер розповів, что рух мостом відкриють навесні.", "language", "что"),
        ("uk", "У селі поселили уже сорок человек із Дружківки.", "language", "человек"),
        ("uk", "Рух мостом відкрили быстрее, ніж обіцяли.", "language", "быстрее"),
        ("uk", "Рятувальники завершили розбiр завалів біля мосту.", "letter", "розбiр"),
        ("ru", "Спасатели зaвершили разбор завалов у моста.", "letter", "зaвершили"),
        ("en", "The mаyor said the bridge would stay closed.", "letter", "mаyor"),
    ],
)
def test_a_stray_word_is_a_warning(language: str, sentence: str, template: str, words: str) -> None:
    (finding,) = found(language, sentence)
    assert finding.message.template == template
    assert finding.severity is Severity.WARNING
    assert finding.suspects == (language,)
    assert [o.text for o in finding.occurrences] == [words]


@pytest.mark.parametrize(
    ("sentence", "severity"),
    [
        ("Рятувальники завершили розбiр завалів біля мосту.", Severity.INFO),
        ("Мер розповів, что рух мостом відкриють навесні.", Severity.WARNING),
    ],
)
def test_letters_that_look_alike_are_info_where_editions_are_compared(
    sentence: str, severity: Severity
) -> None:
    assert [f.severity for f in found("uk", sentence, beside="en")] == [severity]


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("en", "He wrote «до весни» on the gate of the plant."),
        ("en", "The plant (Ukrainian: Азовсталь) was destroyed."),
        ("en", "Posts with the tag #мост were deleted by @київ."),
        ("en", "See https://приклад.укр for more, or write to us."),
        ("uk", "Компанія SpaceX запустила ракету Falcon 9 зі станції."),
        ("uk", "IT-компанії та HR-відділи шукають людей, пише The Guardian."),
        ("uk", "Мер написав: «Движение по мосту закрыли» — і вимкнув телефон."),
        ("uk", "Гравець «Шахтаря» Тарас Степаненко вийшов на заміну."),
        ("uk", "Бійці 3-ї штурмової отримали FPV-дрони та SMS-ки."),
        ("ru", "Об этом пишет издание «Українська правда» со ссылкой на суд."),
        ("ru", "Актриса О’Хейген приехала в Бровары на премьеру фильма."),
        ("ru", "В коворкинге на Подоле собрались айтишники и волонтеры."),
        ("uk", "У коворкінгу на Подолі зібралися айтівці та волонтери."),
        ("uk", "Замок збудували у ХVІІ столітті, а згорів він у XIX."),
        ("uk", "Шахраї облаштували кол-центр, а гроші переводили в криптовалюту."),
        ("ru", "Мошенники обустроили колл-центр, а деньги переводили в криптовалюту."),
        ("uk", "Українці просять хотспоти, павербанки й дронів-камікадзе."),
    ],
)
def test_names_tags_quotations_and_loan_words_are_silent(language: str, sentence: str) -> None:
    assert found(language, sentence) == []


def test_a_sentence_that_is_foreign_as_a_whole_is_left_to_another_check() -> None:
    assert found("ru", "Рух через міст відновили лише навесні.") == []


def test_neighbouring_words_are_one_finding_and_others_are_not() -> None:
    text = "The bridge до весни is closed, the mayor of Сватове said to reporters on Monday."
    assert [f.occurrences[0].text for f in found("en", text)] == ["до весни", "Сватове"]


_BLOCKS = {
    "uk": ("Рух через міст відновили лише навесні.", "Поранених доправили до лікарні міста."),
    "en": (
        "Traffic over the bridge was restored in spring.",
        "The injured were taken to hospital.",
    ),
    "ru": ("Движение по мосту возобновили лишь весной.", "Раненых доставили в больницу города."),
}


@pytest.mark.parametrize(("code", "left"), [*permutations(_BLOCKS, 2)])
def test_an_untranslated_block_is_one_finding(code: str, left: str) -> None:
    own = _BLOCKS[code]
    article = Article("story", (edition(code, (own[0], *_BLOCKS[left], own[1])),))
    check = CHECKS.get("LAN001")
    (finding,) = check.run(check, Comparison(article, Alignment(())))
    assert [o.segment for o in finding.occurrences] == [1, 2]
    assert finding.message.template == "block"
