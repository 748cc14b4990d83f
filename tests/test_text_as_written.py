"""Text as newsrooms write it: lists, speech, one sentence told as several, a foreign one.

Each way is right in three editions and silent, and has a near case with an error that is found.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from transcheck import check_article
from transcheck.model import Severity

LANGUAGES = ("uk", "en", "ru")
BRIDGE = {
    "uk": (
        "У Рівному відкрили новий міст через Устю.",
        "Його будували два роки й витратили 84 млн гривень.",
        "Рух запустять у понеділок, 12 травня.",
    ),
    "en": (
        "A new bridge across the Ustia has opened in Rivne.",
        "It took two years to build and cost UAH 84 million.",
        "Traffic will start on Monday, May 12.",
    ),
    "ru": (
        "В Ровно открыли новый мост через Устью.",
        "Его строили два года и потратили 84 млн гривен.",
        "Движение запустят в понедельник, 12 мая.",
    ),
}
LIST = {
    "uk": ("З собою треба мати:", "паспорт або ID-картку", "довідку про місце проживання",
           "три фотографії 3×4"),
    "en": ("You need to bring:", "a passport or an ID card", "a certificate of residence",
           "three photos, 3×4"),
    "ru": ("С собой нужно иметь:", "паспорт или ID-карту", "справку о месте жительства",
           "три фотографии 3×4"),
}  # fmt: skip
SPEECH = {
    "uk": (
        "«Дорогу відкриють завтра», - повідомив мер Олег Корнійчук.",
        '"Дорогу відкриють завтра", – повідомив мер Олег Корнійчук.',
        "Мер Олег Корнійчук повідомив: «Дорогу відкриють завтра».",
        "– Дорогу відкриють завтра, – повідомив мер Олег Корнійчук.",
        "Дорогу відкриють завтра. Про це повідомив мер Олег Корнійчук.",
    ),
    "en": (
        "“The road will open tomorrow,” Mayor Oleh Korniichuk said.",
        '"The road will open tomorrow". - Mayor Oleh Korniichuk said.',
        'Mayor Oleh Korniichuk said: "The road will open tomorrow."',
        "– The road will open tomorrow, – Mayor Oleh Korniichuk said.",
        "The road will open tomorrow, Mayor Oleh Korniichuk said.",
    ),
    "ru": (
        "«Дорогу откроют завтра», - сообщил мэр Олег Корнийчук.",
        '"Дорогу откроют завтра", – сообщил мэр Олег Корнийчук.',
        "Мэр Олег Корнийчук сообщил: «Дорогу откроют завтра».",
        "– Дорогу откроют завтра, – сообщил мэр Олег Корнийчук.",
        "Дорогу откроют завтра, сообщил мэр Олег Корнийчук.",
    ),
}
CRASH = {
    "uk": "Водій вантажівки, який їхав із Сарн до Дубровиці, не впорався з кермом, виїхав на "
    "зустрічну смугу й зіткнувся з автобусом, у якому було 17 пасажирів.",
    "en": "The truck driver, who was travelling from Sarny to Dubrovytsia, lost control, drove "
    "into the oncoming lane and collided with a bus carrying 17 passengers.",
}
CRASH_TOLD_AS = {
    2: (
        "Водитель, ехавший из Сарн в Дубровицу, не справился с рулем и выехал на встречную.",
        "Грузовик столкнулся с автобусом, в котором было 17 пассажиров.",
    ),
    3: (
        "Водитель грузовика, который ехал из Сарн в Дубровицу, не справился с управлением.",
        "Машина выехала на встречную полосу.",
        "Она столкнулась с автобусом, в котором было 17 пассажиров.",
    ),
    4: (
        "Водитель грузовика ехал из Сарн в Дубровицу.",
        "Он не справился с управлением.",
        "Машина выехала на встречную полосу.",
        "Там она столкнулась с автобусом, в котором было 17 пассажиров.",
    ),
}
"""The same in Russian, as so many sentences."""
ENGLISH = "In 2021 the bridge was closed for {} months."


def told(folder: Path, texts: dict[str, list[str]]) -> set[tuple[str, str]]:
    """Return the codes and suspects of what is told of an article's paragraphs, but for info."""
    files = {code: folder / f"{code}.txt" for code in texts}
    for code, paragraphs in texts.items():
        files[code].write_text("\n\n".join(paragraphs), encoding="utf-8")
    found = check_article(files).findings
    return {(f.code, s) for f in found if f.severity is not Severity.INFO for s in f.suspects}


def with_line(code: str, line: str, at: int = 2) -> list[str]:
    """Return the story of the bridge with one more paragraph."""
    return [*BRIDGE[code][:at], line, *BRIDGE[code][at:]]


def test_a_list_without_stops_is_read_line_by_line(tmp_path: Path) -> None:
    right = {code: with_line(code, "\n".join(LIST[code]), 3) for code in LANGUAGES}
    assert told(tmp_path, right) == set()
    wrong = right | {"en": with_line("en", "\n".join(LIST["en"]).replace("three", "four"), 3)}
    assert told(tmp_path, wrong) == {("NUM001", "en")}
    lacking = [line for n, line in enumerate(LIST["en"]) if n != 2]
    (found,) = told(tmp_path, right | {"en": with_line("en", "\n".join(lacking), 3)})
    assert found in {("PAR001", "en"), ("PAR002", "en"), ("MIS001", "en")}


@pytest.mark.parametrize("uk", range(5))
def test_speech_is_one_sentence_in_every_house_s_style(uk: int, tmp_path: Path) -> None:
    for en in range(5):
        ru = (uk + 2 * en) % 5
        texts = {
            code: with_line(code, SPEECH[code][style])
            for code, style in zip(LANGUAGES, (uk, en, ru), strict=True)
        }
        assert told(tmp_path, texts) == set(), (uk, en, ru)
        other = SPEECH["ru"][ru].replace("Корнийчук", "Корнийчак")
        assert told(tmp_path, texts | {"ru": with_line("ru", other)}) == {("NAM002", "ru")}, (
            uk,
            en,
            ru,
        )


@pytest.mark.parametrize("sentences", CRASH_TOLD_AS)
@pytest.mark.parametrize("between", [" ", "\n\n"])
def test_a_sentence_may_be_told_as_several(sentences: int, between: str, tmp_path: Path) -> None:
    several = between.join(CRASH_TOLD_AS[sentences])
    right = {code: with_line(code, text) for code, text in (CRASH | {"ru": several}).items()}
    assert told(tmp_path, right) == set()
    wrong = right | {"ru": with_line("ru", several.replace("17", "19"))}
    assert told(tmp_path, wrong) == {("NUM001", "ru")}


def test_a_sentence_of_another_tongue_is_told_and_not_compared(tmp_path: Path) -> None:
    texts = {
        "uk": with_line("uk", ENGLISH.format(14), 1),
        "en": with_line("en", ENGLISH.format(14), 1),
        "ru": with_line("ru", ENGLISH.format(15), 1),
    }
    foreign = {("LAN001", "uk"), ("LAN001", "ru")}
    assert told(tmp_path, texts) == foreign
    assert told(tmp_path, {code: texts[code] for code in ("uk", "ru")}) == foreign
    alone = told(tmp_path, texts | {"en": list(BRIDGE["en"])})
    assert alone - {("MIS001", "en")} == foreign
