"""What is reported of the names of Ukrainian news, and what must stay silent."""

from __future__ import annotations

from itertools import combinations

import pytest

from tests.name_stories import story
from transcheck.comparing.names.rows import Names
from transcheck.comparing.names.slips import judged
from transcheck.comparing.names.verdicts import name_votes
from transcheck.model import Comparison

RIGHT = [
    pytest.param(
        "Уночі під обстріл потрапило місто Дружківка.",
        "The town of Druzhkivka came under fire at night.",
        "Ночью под обстрел попал город Дружковка.",
        id="i-o-in-a-town",
    ),
    pytest.param(
        "Про це повідомив Микола Олійник.",
        "This was reported by Mykola Oliinyk.",
        "Об этом сообщил Николай Олейник.",
        id="surname",
    ),
    pytest.param(
        "Тренер похвалив воротаря Бондаря.",
        "The coach praised goalkeeper Bondar.",
        "Тренер похвалил вратаря Бондаря.",
        id="genitive-in-ar",
    ),
    pytest.param(
        "Дорогу до Лубен перекрили.",
        "The road to Lubny was closed.",
        "Дорогу в Лубны перекрыли.",
        id="zero-genitive",
    ),
    pytest.param(
        "Рибалки першими помітили дим.",
        "Anglers were the first to notice smoke.",
        "Рыбаки первыми заметили дым.",
        id="common-words-that-open-a-sentence",
    ),
    pytest.param(
        "«Володимире, коли відкриють рух?» — запитали водії.",
        "“Volodymyr, when will the road open?” drivers asked.",
        "«Владимир, когда откроют движение?» — спросили водители.",
        id="vocative",
    ),
    pytest.param(
        "Ракета влучила в склад у Сумській області.",
        "A missile hit a warehouse in Sumy Oblast.",
        "Ракета попала в склад в Сумской области.",
        id="oblast",
    ),
    pytest.param(
        "Сі Цзіньпін прибув до Москви.",
        "Xi Jinping arrived in Moscow.",
        "Си Цзиньпин прибыл в Москву.",
        id="pinyin",
    ),
]


@pytest.mark.parametrize(("uk", "en", "ru"), RIGHT)
def test_right_names_are_silent_with_any_editions(uk: str, en: str, ru: str) -> None:
    texts = {"uk": uk, "en": en, "ru": ru}
    for chosen in (("uk", "en", "ru"), *combinations(texts, 2)):
        votes = name_votes(story(**{code: texts[code] for code in chosen}))
        assert (votes.misspelt, votes.replaced, votes.absent) == ((), (), ()), chosen


@pytest.mark.parametrize(
    ("uk", "en", "ru", "language", "word"),
    [
        pytest.param(
            "Про це повідомив Роман Лизогуб.", "This was reported by Roman Lyzohub.",
            "Об этом сообщил Роман Лизокуб.", "ru", "Лизокуб", id="slip-ru",
        ),
        pytest.param(
            "Про це повідомив Роман Дубняк.", "This was reported by Roman Dabniak.",
            "Об этом сообщил Роман Дубняк.", "en", "Dabniak", id="slip-en",
        ),
        pytest.param(
            "Про це повідомив Роман Дубгяк.", "This was reported by Roman Dubniak.",
            "Об этом сообщил Роман Дубняк.", "uk", "Дубгяк", id="slip-uk",
        ),
    ],
)  # fmt: skip
def test_a_wrong_letter_is_blamed(uk: str, en: str, ru: str, language: str, word: str) -> None:
    comparison = story(uk=uk, en=en, ru=ru)
    (slip,) = name_votes(comparison).misspelt
    editions = comparison.article.editions
    assert (editions[slip.units[0].edition].language, slip.units[0].text) == (language, word)
    assert slip.blamed
    assert slip.meant in (uk, en, ru)[("uk", "en", "ru").index(language)].replace(word, slip.meant)


@pytest.mark.parametrize(
    ("uk", "en", "ru"),
    [
        pytest.param(
            "Про це повідомив речник Роман Кравченко.",
            "This was reported by spokesman Roman Bilenkyi.",
            "Об этом сообщил представитель Роман Кравченко.",
            id="surname",
        ),
        pytest.param(
            "Про це повідомив речник Роман Кравченко.",
            "This was reported by spokesman Roman Kravchuk.",
            "Об этом сообщил представитель Роман Кравченко.",
            id="surname-that-shares-letters",
        ),
    ],
)
def test_another_name_is_found_with_three_editions_and_with_two(uk: str, en: str, ru: str) -> None:
    for texts in ({"uk": uk, "en": en, "ru": ru}, {"uk": uk, "en": en}):
        votes = name_votes(story(**texts))
        units = [u for found in votes.replaced for u in found.units]
        units += [u for found in votes.misspelt for u in found.units]
        others = [u for r in votes.replaced for u in r.instead]
        others += [u for m in votes.misspelt for u in m.others]
        assert {"Bilenkyi", "Kravchuk"} & {u.text for u in (*units, *others)}, texts


def words_judged(comparison: Comparison) -> set[str]:
    names = Names(comparison)
    return {one.unit.text for p in names.passages for row in p.rows for one in judged(names, row)}


def test_a_word_that_texts_often_have_is_not_judged() -> None:
    comparison = story(
        uk="Про це сказав Марк Джексон.",
        en="Mark Jackson said so.",
        ru="Об этом сказал Марк Джаксон.",
    )
    assert words_judged(comparison) == {"Джаксон"}


def test_a_word_that_no_text_has_is_judged_though_it_fits_well() -> None:
    comparison = story(
        uk="Це сказав Іван Гончарєнко.",
        en="Ivan Honcharenko said so.",
        ru="Так сказал Иван Гончаренко.",
    )
    assert "Гончарєнко" in words_judged(comparison)


def test_all_forms_of_a_misspelt_word_are_places_of_its_finding() -> None:
    comparison = story(
        uk=["Приїхав Дмитро Барґаленко.", "Барґаленка зустріли."],
        en=["Dmytro Bardalenko came.", "Bardalenko was met."],
        ru=["Приехал Дмитрий Бардаленко.", "Бардаленко встретили."],
    )
    found = name_votes(comparison).misspelt
    assert [sorted(u.text for u in one.units) for one in found] == [["Барґаленка", "Барґаленко"]]
