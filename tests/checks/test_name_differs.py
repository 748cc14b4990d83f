"""NAM002: a name that differs between editions."""

from __future__ import annotations

import pytest

from tests.name_stories import story, words
from tests.stories import findings
from transcheck.model import Severity

QASSEM = {
    "uk": "Генсек «Хезболли» Наїм Касем виступив у середу.",
    "en": "Hezbollah chief Naim Qassem spoke on Wednesday.",
    "ru": "Генсек «Хезболлы» Наим Кассем выступил в среду.",
}
LATAKIA = {
    "uk": "Конвой прибув до Латакії пізно вночі.",
    "en": "The convoy reached Latakia late at night.",
    "ru": "Конвой прибыл в Латакию поздно ночью.",
}


@pytest.mark.parametrize(
    ("language", "text", "word"),
    [
        pytest.param("uk", "Конвой прибув до Пальміри пізно вночі.", "Пальміри", id="uk"),
        pytest.param(
            "en",
            "The convoy reached Palmyra late at night.",
            "Palmyra",
            id="en",
            marks=pytest.mark.xfail(reason="a warning: .951, under `NAMES.error`", strict=True),
        ),
        pytest.param("ru", "Конвой прибыл в Пальмиру поздно ночью.", "Пальмиру", id="ru"),
    ],
)
def test_another_name_in_the_place_is_an_error(language: str, text: str, word: str) -> None:
    (found,) = findings("NAM002", story(**LATAKIA | {language: text}))
    assert found.suspects == (language,)
    assert found.severity is Severity.ERROR
    assert words(found, language) == [word]
    assert {o.language for o in found.occurrences} == {"uk", "en", "ru"}


@pytest.mark.parametrize(
    ("language", "right", "wrong"),
    [
        pytest.param("uk", "Латакії", "Пальміри", id="uk"),
        pytest.param("en", "Latakia", "Palmyra", id="en"),
        pytest.param("ru", "Латакию", "Пальмиру", id="ru"),
    ],
)
def test_beside_a_name_that_all_have_it_is_surer(language: str, right: str, wrong: str) -> None:
    alone = LATAKIA | {language: LATAKIA[language].replace(right, wrong)}
    homs = {"uk": "Конвой із Хомса", "en": "The convoy from Homs", "ru": "Конвой из Хомса"}
    convoy = {"uk": "Конвой", "en": "The convoy", "ru": "Конвой"}
    beside = {code: text.replace(convoy[code], homs[code]) for code, text in alone.items()}
    (found,), (less,) = (findings("NAM002", story(**texts)) for texts in (beside, alone))
    assert found.severity is Severity.ERROR
    assert found.evidence > less.evidence


def test_a_name_swapped_for_one_of_the_article_is_found() -> None:
    found = findings(
        "NAM002",
        story(
            uk=["М'яч подав Остап Ярмола.", "Рахунок відкрив Мельничук.", "Дощ не вщухав.",
                "Тренер мовчав.", "За хвилину до кінця Мельничук забив."],
            en=["The ball came from Ostap Yarmola.", "The score was opened by Melnychuk.",
                "The rain went on.", "The coach was silent.",
                "A minute from the end Yarmola scored."],
            ru=["Мяч подал Остап Ярмола.", "Счет открыл Мельничук.", "Дождь не стихал.",
                "Тренер молчал.", "За минуту до конца Мельничук забил."],
        ),
    )  # fmt: skip
    assert [f.suspects for f in found] == [("en",)]


@pytest.mark.parametrize(
    ("texts", "language", "word"),
    [
        pytest.param(
            ("Воду дали в Татарбунарах.", "Water is back in Tatarbunary.",
             "Воду дали в Тасарбунарах."),
            "ru", "Тасарбунарах", id="ru-consonant",
        ),
        pytest.param(
            ("Капітан Андрій Коцюра забив.", "Captain Andrii Kotsiuba scored.",
             "Капитан Андрей Коцюба забил."),
            "uk", "Коцюра", id="uk-consonant",
        ),
        pytest.param(
            ("Потім виграв «Хіберніан».", "Then Hibeznian won.", "Затем выиграл «Хиберниан»."),
            "en", "Hibeznian", id="en-unknown-name",
        ),
        pytest.param(
            ("Він приїхав до Конгресу.", "He came to Cangress.", "Он приехал в Конгресс."),
            "en", "Cangress", id="en-known-word",
        ),
    ],
)  # fmt: skip
def test_a_wrong_letter_is_a_warning(texts: tuple[str, str, str], language: str, word: str) -> None:
    (found,) = findings("NAM002", story(uk=texts[0], en=texts[1], ru=texts[2]))
    assert found.suspects == (language,)
    assert found.severity is Severity.WARNING
    assert words(found, language) == [word]


def test_one_misspelling_is_reported_once_with_all_its_places() -> None:
    (found,) = findings(
        "NAM002",
        story(
            uk=["Потім виграв «Хіберніан».", "Грав «Хіберніан» добре."],
            en=["Then Hibeznian won.", "It was Hibeznian that played well."],
            ru=["Затем выиграл «Хиберниан».", "Играл «Хиберниан» хорошо."],
        ),
    )
    assert words(found, "en") == ["Hibeznian", "Hibeznian"]


def test_a_word_put_into_a_name_is_a_warning() -> None:
    (found,) = findings(
        "NAM002",
        story(
            uk="Про це розповіла Тіффані Нг у суботу.",
            en="So said Tiffany Ng on Saturday.",
            ru="Об этом рассказала Тиффани Барнс Нг в субботу.",
        ),
    )
    assert (found.suspects, found.severity) == (("ru",), Severity.WARNING)
    assert "“Барнс”" in found.text


@pytest.mark.parametrize(
    ("uk", "en", "ru"),
    [
        pytest.param(*QASSEM.values(), id="transliteration"),
        pytest.param(
            "Це сказав Джулані в Дамаску.", "So said Jolani in Damascus.",
            "Это сказал Голани в Дамаске.", id="g-and-j-are-customs",
        ),
        pytest.param(
            "Це сказав Голані в Дамаску.", "So said Jolani in Damascus.",
            "Это сказал Голани в Дамаске.", id="english-j-alone",
        ),
        pytest.param(
            "Потім приїхали «Рейнджерс».", "Then Rangers came.", "Затем приехали «Рейнджерс».",
            id="english-spells-sounds-in-its-own-way",
        ),
        pytest.param(
            "У фіналі грав «Шахтар».", "Shakhtar played in the final.", "В финале играл «Шахтер».",
            id="a-name-that-is-a-word-of-both-languages",
        ),
        pytest.param(
            "Бої тривають у Києві.", "Fighting goes on in Kyiv.", "Бои идут в Киеве.",
            id="known-by-a-table",
        ),
        pytest.param(
            "На Одещині немає світла.", "There is no light in Odesa region.",
            "В Одесской области нет света.", id="region-and-adjective",
        ),
        pytest.param(
            "Лідер Північної Кореї мовчить.", "The North Korean leader is silent.",
            "Лидер Северной Кореи молчит.", id="country-and-adjective",
        ),
        pytest.param(
            "Уночі працювала ППО.", "Air defences worked at night.", "Ночью работала ПВО.",
            id="acronyms-are-translated",
        ),
        pytest.param(
            "Це матч Прем'єр-ліги.", "It is a match of the Premier League.",
            "Это матч Премьер-лиги.", id="common-words-of-a-name",
        ),
    ],
)  # fmt: skip
def test_the_same_name_is_no_finding(uk: str, en: str, ru: str) -> None:
    assert findings("NAM002", story(uk=uk, en=en, ru=ru)) == []


@pytest.mark.parametrize(
    ("texts", "severity"),
    [
        pytest.param(
            {"uk": "Виступила Офелія Ткаченко.", "ru": "Выступила Офелия Бондарь."},
            Severity.ERROR, id="another-surname",
        ),
        pytest.param(
            {"en": "Then Hibeznian won.", "ru": "Затем выиграл «Хиберниан»."},
            Severity.WARNING, id="letter-across-scripts",
        ),
        pytest.param(
            {"uk": "Капітан Андрій Коцюра забив.", "ru": "Капитан Андрей Коцюба забил."},
            Severity.WARNING, id="letter-in-one-script",
        ),
    ],
)  # fmt: skip
def test_two_editions_blame_neither(texts: dict[str, str], severity: Severity) -> None:
    (found,) = findings("NAM002", story(**texts))
    assert (found.suspects, found.severity) == ((), severity)


@pytest.mark.parametrize(
    "texts",
    [
        pytest.param({"uk": QASSEM["uk"], "ru": QASSEM["ru"]}, id="uk-ru"),
        pytest.param({"en": QASSEM["en"], "ru": QASSEM["ru"]}, id="en-ru"),
        pytest.param({"uk": QASSEM["uk"], "en": QASSEM["en"]}, id="uk-en"),
        pytest.param(
            {"en": "So said Jolani in Damascus.", "ru": "Это сказал Голани в Дамаске."},
            id="customs",
        ),
        pytest.param({"uk": "Уночі працювала ППО.", "ru": "Ночью работала ПВО."}, id="acronyms"),
        pytest.param({"uk": "Це Гезер Нойєрт.", "ru": "Это Хезер Науэрт."}, id="two-customs"),
    ],
)
def test_two_editions_with_the_same_name_are_silent(texts: dict[str, str]) -> None:
    assert findings("NAM002", story(**texts)) == []


def test_both_words_of_a_replaced_name_are_one_finding() -> None:
    texts = {
        "uk": "Про це повідомив речник поліції Роман Кравченко.",
        "en": "This was reported by police spokesman Taras Bilenkyi.",
        "ru": "Об этом сообщил представитель полиции Роман Кравченко.",
    }
    (found,) = findings("NAM002", story(**texts))
    assert found.suspects == ("en",)
    assert words(found, "en") == ["Taras Bilenkyi"]
    assert words(found, "uk") == ["Роман Кравченко"]


@pytest.mark.parametrize(
    ("language", "wrong", "right"),
    [
        pytest.param("en", "Kravcherko", "Kravchenko", id="en"),
        pytest.param("ru", "Кравчелко", "Кравченко", id="ru"),
        pytest.param("uk", "Кравтенко", "Кравченко", id="uk"),
    ],
)
def test_a_wrong_letter_says_what_to_write(language: str, wrong: str, right: str) -> None:
    texts = {
        "uk": "Про це повідомив речник поліції Роман Кравченко.",
        "en": "This was reported by police spokesman Roman Kravchenko.",
        "ru": "Об этом сообщил представитель полиции Роман Кравченко.",
    }
    texts[language] = texts[language].replace(right, wrong)
    (found,) = findings("NAM002", story(**texts))
    assert found.text.endswith(f"write “{right}”")
    suggestion = found.suggestion
    assert suggestion is not None
    assert (suggestion.language, suggestion.replacement) == (language, right)


def test_with_two_editions_nothing_is_said_of_what_to_write() -> None:
    texts = {
        "uk": "Про це повідомив речник поліції Роман Кравченко.",
        "en": "This was reported by police spokesman Roman Kravcherko.",
    }
    (found,) = findings("NAM002", story(**texts))
    assert found.suspects == ()
    assert "write" not in found.text
    assert found.suggestion is None
