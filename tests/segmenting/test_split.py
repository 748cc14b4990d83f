"""Cutting text into sentences: one policy, three languages."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from transcheck.languages import LANGUAGES, named
from transcheck.segmenting import explain_split, split
from transcheck.segmenting.places import lexicon
from transcheck.segmenting.rules import RULES

PARAGRAPHS = [
    json.loads(line)
    for line in (Path(__file__).parent.parent / "data" / "sentences.jsonl")
    .read_text(encoding="utf-8")
    .splitlines()
]
IMPOSSIBLE = ["Yandex N.V. sold the business.", "The buyer is Consortium. First LLC."]
"""Nothing shows that the last two words are the rest of a company's name."""


def cut(language: str, text: str) -> list[str]:
    return [text[start:end] for start, end in split(text, named(language))]


@pytest.mark.parametrize(
    "paragraph",
    [
        pytest.param(
            p,
            id=f"{p['language']}: {p['sentences'][0][:40]}",
            marks=[pytest.mark.xfail] if p["sentences"] == IMPOSSIBLE else [],
        )
        for p in PARAGRAPHS
    ],
)
def test_paragraphs_split_by_hand(paragraph: dict[str, list[str]]) -> None:
    sentences = paragraph["sentences"]
    assert cut(str(paragraph["language"]), " ".join(sentences)) == sentences


# Sentences are divided by "¦" where the text has a space.
SAME_EVERYWHERE = [
    pytest.param(
        "Вони пішли. ¦Ми лишилися.", "They left. ¦We stayed.", "Они ушли. ¦Мы остались.", id="stop"
    ),
    pytest.param(
        "Що?! ¦Невже?.. ¦Так… ¦Ні!",
        "What?! ¦Really?.. ¦Yes… ¦No!",
        "Что?! ¦Неужели?.. ¦Да… ¦Нет!",
        id="every-mark-ends-before-a-capital",
    ),
    pytest.param(
        "Він мовчав… а потім пішов.",
        "He was silent… and then he left.",
        "Он молчал… а потом ушел.",
        id="ellipsis-inside",
    ),
    pytest.param(
        "«Ні! Ніколи!» — сказав він. ¦Усі мовчали.",
        "“No! Never!” he said. ¦All were silent.",
        "«Нет! Никогда!» — сказал он. ¦Все молчали.",
        id="short-speech-stays-whole",
    ),
    pytest.param(
        "«Ми будемо боротися до самого кінця. ¦Ніхто нас не зупинить, — сказав він. — ¦Ніхто».",
        "“We are going to fight to the very end. ¦Nobody will stop us,” he said. ¦“Nobody.”",
        "«Мы будем бороться до самого конца. ¦Никто нас не остановит, — сказал он. — ¦Никто».",
        id="long-speech-is-cut-and-goes-on-behind-the-author",
    ),
    pytest.param(
        "«Хто там?» — Марко обернувся. ¦Нікого.",
        '"Who is there?" Marko asked. ¦Nobody.',
        "«Кто там?» — Марко обернулся. ¦Никого.",
        id="author-with-a-capital",
    ),
    pytest.param(
        "Ураган «Катрін. Друга» (див. мапу. Там усе) минув. ¦Тихо.",
        "The hurricane “Katrin. Second” (see map. All there) is over. ¦Calm.",
        "Ураган «Катрин. Вторая» (см. карту. Там все) миновал. ¦Тихо.",
        id="short-brackets-stay-whole",
    ),
    pytest.param(
        "Про це писав Дж. Р. Р. Толкін. ¦Є і В. В. Стус.",
        "This was written by J. R. R. Tolkien. ¦And by C.S. Lewis.",
        "Об этом писал Дж. Р. Р. Толкин. ¦Есть и А.С. Пушкин.",
        id="initials",
    ),
    pytest.param(
        "Зустріч на вул. Шевченка з проф. Ковалем. ¦Кінець.",
        "A meeting on Mt. Everest with Prof. Koval. ¦The end.",
        "Встреча на ул. Шевченко с проф. Ковалем. ¦Конец.",
        id="abbreviation-before-a-name",
    ),
    pytest.param(
        "Це на рис. 3. ¦Рис. 4 загублено.",
        "It is in Fig. 3. ¦Fig. 4 is lost.",
        "Это на рис. 3. ¦Рис. 4 утерян.",
        id="abbreviation-before-a-number",
    ),
    pytest.param(
        "Були чай, кава, сік і т. ін. ¦Подали й хліб.",
        "There were tea, coffee, juice etc. ¦Bread was served too.",
        "Были чай, кофе, сок и т. п. ¦Подали и хлеб.",
        id="abbreviation-that-ends",
    ),
    pytest.param(
        "Чекали 5 год. 30 хв. ¦Потім пішли.",
        "They waited 5 hrs. 30 min. ¦Then they left.",
        "Ждали 5 мин. 30 сек. ¦Потом ушли.",
        id="units-in-a-row",
    ),
    pytest.param(
        "Удень +15 °C. ¦Уночі -3°C. ¦Сніг.",
        "By day +15 °C. ¦By night -3°C. ¦Snow.",
        "Днем +15 °C. ¦Ночью -3°C. ¦Снег.",
        id="degrees",
    ),
    pytest.param(
        "Ціна 12.5 проти 1.000.000. ¦Зросла о 14.30.",
        "The price is 12.5, not 1.000.000. ¦It rose at 14.30.",
        "Цена 12.5 против 1.000.000. ¦Выросла в 14.30.",
        id="stops-inside-numbers",
    ),
    pytest.param(
        "Пишіть на a.b@example.org. ¦Сайт www.example.com. ¦Кінець.",
        "Write to a.b@example.org. ¦The site is www.example.com. ¦The end.",
        "Пишите на a.b@example.org. ¦Сайт www.example.com. ¦Конец.",
        id="addresses-at-the-end",
    ),
    pytest.param(
        "Місто здалося.[1][2] ¦Бої тривали.[3]",
        "The city fell.[1][2] ¦Fighting went on.[3]",
        "Город сдался.[1][2] ¦Бои продолжались.[3]",
        id="footnotes",
    ),
    pytest.param(
        "Він сказав: «Ми [...] Україна». ¦Усе.",
        "He said: “We [...] Ukraine”. ¦That is all.",
        "Он сказал: «Мы [...] Украина». ¦Все.",
        id="left-out-words",
    ),
    pytest.param(
        "1. Вода. ¦2. Хліб.", "1. Water. ¦2. Bread.", "1. Вода. ¦2. Хлеб.", id="numbered-list"
    ),
    pytest.param(
        "Нова iPhone 15. ¦iPhone 14 подешевшав.",
        "A new iPhone 15. ¦iPhone 14 is cheaper.",
        "Новый iPhone 15. ¦iPhone 14 подешевел.",
        id="brand-that-starts-small",
    ),
    pytest.param(
        "— Куди? — спитав він. ¦— Додому.",
        "— Where to? — he asked. ¦— Home.",
        "— Куда? — спросил он. ¦— Домой.",
        id="dialogue-with-dashes",
    ),
    pytest.param(
        "Справу закрили за ч. 4 ст. 185 КК. ¦Вирок чинний.",
        "The case was closed under Part 4 of Art. 185 of the Code. ¦The verdict stands.",
        "Дело закрыли по ч. 4 ст. 185 УК. ¦Приговор в силе.",
        id="part-of-article",
    ),
    pytest.param(
        "Карають за п. 2 ч. 1 ст. 96 кодексу. ¦Штраф малий.",
        "It falls under para. 2 of Sec. 1 of Art. 96. ¦The fine is small.",
        "Карают по п. 2 ч. 1 ст. 96 кодекса. ¦Штраф мал.",
        id="point-of-part",
    ),
    pytest.param(
        "Театр ім. Шевченка зачинили. ¦Трупа грає надворі.",
        "The St. Shevchenko theatre is closed. ¦The troupe plays outside.",
        "Театр им. Шевченко закрыли. ¦Труппа играет на улице.",
        id="named-after",
    ),
    pytest.param(
        "Зникли Олег Гай, 1984 р. н., і Іван Мак, 1990 р. н. ¦Їх шукають.",
        "Oleh Hai, b. 1984, and Ivan Mak, b. 1990, are missing. ¦They are sought.",
        "Пропали Олег Гай, 1984 г. р., и Иван Мак, 1990 г. р. ¦Их ищут.",
        id="year-of-birth",
    ),
    pytest.param(
        "Клуб веде Sturm e. V. з Бонна. ¦Він бідний.",
        "The club is run by Sturm e. V. from Bonn. ¦It is poor.",
        "Клуб ведет Sturm e. V. из Бонна. ¦Он беден.",
        id="registered-society",
    ),
    pytest.param(
        "Гості Ozero! Fest приїхали. ¦Дощило.",
        "Guests of Ozero! Fest came. ¦It rained.",
        "Гости Ozero! Fest приехали. ¦Шел дождь.",
        id="name-with-a-sign",
    ),
    pytest.param(
        "«Міст закрили на три роки, і ніхто не знає чому», - повідомив Чайка. ¦Рух стоїть.",
        "“The bridge is closed for three years; nobody knows why,” Chaika said. ¦Traffic stands.",
        "«Мост закрыли на три года, и никто не знает почему», - сообщил Чайка. ¦Движение стоит.",
        id="speech-and-author",
    ),
    pytest.param(
        '"Міст закрили на три роки, ніхто не знає чому". - Чайка сказав вранці. ¦Рух стоїть.',
        '"The bridge is closed for three years; nobody knows why". - Chaika said. ¦Traffic stands.',
        '"Мост закрыли на три года, никто не знает почему". - Чайка сказал утром. ¦Всё стоит.',
        id="speech-stop-and-author",
    ),
    pytest.param(
        "– Міст закрили на три роки, – сказала вона. ¦Рух стоїть.",
        "– The bridge is closed for three years, – she said. ¦Traffic is at a halt.",
        "– Мост закрыли на три года, – сказала она. ¦Движение стоит.",
        id="speech-between-dashes",
    ),
    pytest.param(
        "«Міст закрили на три довгих роки. ¦Ніхто не знає чому», — сказав Чайка. ¦Він закритий.",
        "“The bridge was closed for three years. ¦Nobody here knows why,” Chaika said. ¦It is.",
        "«Мост закрыли на три долгих года. ¦Никто не знает почему», — сказал Чайка. ¦Он закрыт.",
        id="sentences-in-quotes",
    ),
    pytest.param(
        "Засідання почалося о 19:30. ¦Ніхто не прийшов.",
        "The sitting began at 19:30. ¦Nobody came.",
        "Заседание началось в 19:30. ¦Никто не пришел.",
        id="clock-that-ends",
    ),
]


@pytest.mark.parametrize(("uk", "en", "ru"), SAME_EVERYWHERE)
def test_the_languages_are_cut_alike(uk: str, en: str, ru: str) -> None:
    pieces = {
        code: [piece.strip() for piece in text.split("¦")]
        for code, text in (("uk", uk), ("en", en), ("ru", ru))
    }
    pieces = {code: _dash_to_next(parts) for code, parts in pieces.items()}
    assert len({len(parts) for parts in pieces.values()}) == 1
    for code, parts in pieces.items():
        assert cut(code, " ".join(parts)) == parts


def _dash_to_next(parts: list[str]) -> list[str]:
    """Move the dash behind the author's words to the sentence that it opens."""
    for n, part in enumerate(parts[:-1]):
        if part.endswith(" —"):
            parts[n], parts[n + 1] = part[:-2], f"— {parts[n + 1]}"
    return parts


@pytest.mark.parametrize(
    ("language", "sentences"),
    [
        pytest.param("uk", ["Народився в 1976 р. у Львові.", "Там і живе."], id="year"),
        pytest.param("uk", ["Він прожив тут до 1976 р.", "Київ змінився."], id="year-ends"),
        pytest.param("uk", ["24 лютого 2022 р. Росія напала."], id="a-date-is-no-sentence"),
        pytest.param("uk", ["Ріка тече.", "Це р. Дніпро біля м. Київ."], id="river-and-city"),
        pytest.param("uk", ["Пробіг 100 м.", "Далі не зміг."], id="metres-are-not-a-city"),
        pytest.param("uk", ["Площа 100 кв. м.", "Землю продали."], id="square-metres"),
        pytest.param("uk", ["Так у XX ст. Львів став іншим."], id="century-opens"),
        pytest.param("uk", ["Так тривало аж до кінця XX ст.", "Львів змінився."], id="century"),
        pytest.param("uk", ["Ціна 5 тис. дол. США за штуку."], id="dollars-of-the-us"),
        pytest.param("uk", ["Він узяв 5 тис. дол.", "Це багато."], id="dollars-end"),
        pytest.param("uk", ["Про це знали в місті.", "Це таємниця."], id="plain"),
        pytest.param("uk", ["Аварія сталася на «Чорнобилі. 2».", "Так."], id="title-with-stop"),
        pytest.param("uk", ["«Куди?»", "Ніхто не відповів."], id="no-author-without-dash"),
        pytest.param("ru", ["Он работал там до 2010 г.", "Потом уехал."], id="ru-year"),
        pytest.param("ru", ["Школа им. Пушкина в г. Орел."], id="ru-named-after"),
        pytest.param("ru", ["Он помог им.", "Они уехали."], id="ru-pronoun-is-no-abbreviation"),
        pytest.param("ru", ["Были люди, т. е. жители, и др.", "Все ждали."], id="ru-and-others"),
        pytest.param("en", ["The U.S. Treasury agreed."], id="us-treasury"),
        pytest.param("en", ["He lives in the U.S.", "The rest left."], id="us-ends"),
        pytest.param("en", ["It was in the U.S.", "Officials said nothing."], id="us-officials"),
        pytest.param("en", ["It opens at 7 a.m. Monday."], id="am-monday"),
        pytest.param("en", ["It opens at 7 a.m.", "They will wait."], id="am-ends"),
        pytest.param("en", ["He told me no.", "I agreed."], id="no-is-no-number"),
        pytest.param("en", ["He came on Jan. 5 and left in Dec.", "She stayed."], id="months"),
        pytest.param("en", ["Apple Inc. Chief Executive Tim Cook spoke."], id="inc-goes-on"),
        pytest.param("en", ["It was plan B.", "It failed."], id="letter-that-ends"),
        pytest.param("en", ["Mr. and Mrs. Smith met Dr. Jones vs. St. Louis."], id="titles"),
        pytest.param(
            "en", ['"Is it you?"', 'She continued, "It is."'], id="words-that-lead-to-speech"
        ),
        pytest.param("en", ["'We won.'", "The crowd cheered."], id="single-quotes"),
        pytest.param("en", ["The players' bus came.", "They left."], id="apostrophe"),
    ],
)
def test_particular_sentences(language: str, sentences: list[str]) -> None:
    assert cut(language, " ".join(sentences)) == sentences


@pytest.mark.parametrize(
    ("text", "pieces"),
    [
        pytest.param("", [], id="empty"),
        pytest.param(" \n\t ", [], id="white-space"),
        pytest.param("Слово", ["Слово"], id="one-word"),
        pytest.param("слова без жодного знаку", ["слова без жодного знаку"], id="no-marks"),
        pytest.param("  Так. \u00a0\n Ні.  ", ["Так.", "Ні."], id="white-space-around"),
        pytest.param("У місті.Про це мовчать.", ["У місті.", "Про це мовчать."], id="lost-space"),
        pytest.param("Lenta.Ru та Яндекс.Новини.", ["Lenta.Ru та Яндекс.Новини."], id="site-names"),
        pytest.param("Ну . . . Добре.", ["Ну . . .", "Добре."], id="spaced-ellipsis"),
        pytest.param("Він пішов. » Далі.", ["Він пішов. »", "Далі."], id="stray-space-in-quotes"),
        pytest.param("Слово «не закрите. Далі.", ["Слово «не закрите.", "Далі."], id="open-quote"),
        pytest.param("...", ["..."], id="marks-alone"),
        pytest.param("— сказав він.— Ось як.", ["— сказав він.", "— Ось як."], id="tight-dash"),
        pytest.param("Ціна зросла. 💥 Удвічі.", ["Ціна зросла.", "💥 Удвічі."], id="emoji"),
        pytest.param("Дохід зріс. $5 млн.", ["Дохід зріс.", "$5 млн."], id="currency-sign"),
    ],
)
def test_odd_texts(text: str, pieces: list[str]) -> None:
    assert cut("uk", text) == pieces


@pytest.mark.parametrize("unit", ["слово ", "вул. ", "А. ", "a", "(", "«", ". ", '."', "U.S.", "…"])
@pytest.mark.parametrize("language", ["uk", "en", "ru"])
def test_a_huge_line_is_cut_in_linear_time(unit: str, language: str) -> None:
    """A quadratic rule would take hours here, and the whole suite would not end."""
    text = unit * (300_000 // len(unit))
    spans = split(text, named(language))
    assert spans[0][0] == 0
    assert spans[-1][1] == len(text.rstrip())


WORDS = (
    *("Він", "вул.", "р.", "2020", "т.", "д.", "«Так!»", "—", "сказав.", "U.S.", "The", "No."),
    *("5", "a.m.", "(Див.", "рис.", "3.)", "…", "А.", "Б.", "„“", "[1]", "said.", '"Oh!"'),
)
SIGNS = "абвАБВ«»“”\"'’()[]—–-.,!?…:;  \n\u00a0019XVab AB°"
TEXTS = st.one_of(
    st.text(st.sampled_from(SIGNS), max_size=120),
    st.lists(st.sampled_from(WORDS), max_size=30).map(" ".join),
)


@given(TEXTS, st.sampled_from(["uk", "en", "ru"]))
def test_spans_cover_the_text(text: str, language: str) -> None:
    spans = split(text, named(language))
    behind = 0
    for start, end in spans:
        assert behind <= start < end
        assert text[behind:start].strip() == ""
        assert text[start:end] == text[start:end].strip()
        behind = end
    assert text[behind:].strip() == ""
    assert spans == split(text, named(language))


@given(TEXTS, st.sampled_from(["uk", "en", "ru"]))
def test_explanations_are_the_split(text: str, language: str) -> None:
    decisions = explain_split(text, named(language))
    ends = [offset for offset, is_end, _ in decisions if is_end]
    stop = len(text.rstrip())
    expected = [end for _, end in split(text, named(language))]
    assert expected in (ends, [*ends, stop])
    assert {rule for _, _, rule in decisions} <= {rule.__name__ for rule in RULES}


def test_explanation_names_the_rule() -> None:
    text = "На вул. Шевченка тихо. Ніч."
    assert explain_split(text, named("uk")) == ((7, False, "abbreviation"), (22, True, "end"))


@pytest.mark.parametrize("code", LANGUAGES.names())
def test_tables_of_every_language_are_sound(code: str) -> None:
    words = lexicon(named(code))
    assert len(words.abbreviations) == len(named(code).rows("abbreviations"))
    assert not [word for word in words.abbreviations if word.endswith(".") or " " in word]
    assert all(word == word.lower() for word in words.starters | words.speech_verbs)


def test_a_dash_left_at_the_end_of_a_paragraph_is_no_sentence() -> None:
    for code in ("uk", "en", "ru"):
        assert len(split("First. Second. —", named(code))) == 2
        assert len(split("First. Second. — Third.", named(code))) == 3


@pytest.mark.parametrize(
    ("code", "sentences"),
    [
        ("uk", ["Йому закидають ч. 3 ст. 190 КК України.", "Суд ще не почався."]),
        ("uk", ["Справу закрили за п. 4 ч. 1 ст. 284 кодексу."]),
        ("ru", ["Ему вменяют ч. 3 ст. 190 УК Украины.", "Суд еще не начался."]),
        ("uk", ["Це сталося у 2021 р.", "15 людей поранено."]),
        ("uk", ["Це ст. 190.", "15 людей поранено."]),
        ("uk", ["Фестиваль Polyana! Fest перенесли.", "Квитки дійсні."]),
        ("ru", ["Фестиваль Polyana! Fest перенесли.", "Билеты действительны."]),
        ("en", ["The Polyana! Fest was put off.", "Tickets are valid."]),
        ("uk", ["Він слухає Polyana!", "Потім іде."]),
        ("en", ["The crowd shouted for Polyana!", "Then it left."]),
        ("uk", ["Гроші дало товариство Sturm e. V. з Бонна."]),
        ("uk", ['"Ми чекаємо вже третій рік, і ніхто не їде". - Чайка не приховує втоми.']),
        ("ru", ['"Мы ждем уже третий год, и никто не едет". - Чайка не скрывает усталости.']),
        ("en", ["“We have been waiting for two years, and nobody comes.” Chaika said."]),
        (
            "en",
            [
                "“We have been waiting for two years, and nobody comes.”",
                "Chaika said on Monday that the road was closed.",
            ],
        ),
    ],
)
def test_numbers_of_laws_names_with_signs_and_speech(code: str, sentences: list[str]) -> None:
    text = " ".join(sentences)
    assert [text[start:end] for start, end in split(text, named(code))] == sentences
