"""Traps of three languages: what must not alarm, and beside each of them what must."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.fact_stories import alarms, story
from tests.stories import findings

PARALLEL = Path(__file__).parents[1] / "data" / "facts" / "parallel.jsonl"
TRIPLES = [json.loads(line) for line in PARALLEL.read_text(encoding="utf-8").splitlines()]

# Each: uk, en, ru say the same; then what one edition says instead, and what finds it.
TRAPS = [
    pytest.param(
        "Приїхали двадцять п'ять людей.", "There came 25 people.",
        "Приехали с двадцатью пятью людьми.", "en", "There came 35 people.", "NUM001",
        id="digit-or-word",
    ),
    pytest.param(
        "Один із них бачив одного з п'яти.", "One of them saw one of the five.",
        "Один из них видел одного из пяти.", "ru", "Один из них видел одного из шести.", "NUM001",
        id="one-is-a-pronoun",
    ),
    pytest.param(
        "Секунду тому бачили друга Івана, йому 40 років.",
        "A second ago they saw Ivan's friend, who is 40.",
        "Секунду назад видели друга Ивана, ему 40 лет.",
        "uk", "Секунду тому бачили друга Івана, йому 50 років.", "NUM001",
        id="second-friend",
    ),
    pytest.param(
        "Сотні тисяч людей пішли.", "Hundreds of thousands of people left.",
        "Сотни тысяч людей ушли.", "en", "Hundreds of people left.", "NUM001",
        id="vague-sizes",
    ),
    pytest.param(
        "Минуло два тижні.", "A couple of weeks passed.", "Прошла пара недель.",
        "uk", "Минуло двадцять тижнів.", "NUM001", id="couple",
    ),
    pytest.param(
        "Зібрали мільйон.", "They raised a million.", "Собрали миллион.",
        "ru", "Собрали миллиард.", "NUM001", id="bare-scale",
    ),
    pytest.param(
        "Пів мільйона і чверть мільйона.", "Half a million and a quarter of a million.",
        "Полмиллиона и четверть миллиона.",
        "en", "Half a billion and a quarter of a million.", "NUM001", id="half-and-quarter",
    ),
    pytest.param(
        "Півтора мільярда доларів.", "$1.5bn.", "Полтора миллиарда долларов.",
        "ru", "Два с половиной миллиарда долларов.", "NUM001", id="one-and-a-half",
    ),
    pytest.param(
        "Три з половиною тисячі осіб.", "Three and a half thousand people.",
        "Три с половиной тысячи человек.", "uk", "Чотири з половиною тисячі осіб.", "NUM001",
        id="and-a-half",
    ),
    pytest.param(
        "Дюжина яєць.", "A dozen eggs.", "Дюжина яиц.", "en", "Twenty eggs.", "NUM001",
        id="dozen",
    ),
    pytest.param(
        "Ціни зросли у два рази.", "Prices doubled.", "Цены выросли вдвое.",
        "ru", "Цены выросли впятеро.", "NUM001", id="multiplier",
    ),
    pytest.param(
        "Утричі більше людей.", "Three times as many people.", "В три раза больше людей.",
        "en", "Five times as many people.", "NUM001", id="times-more",
    ),
    pytest.param(
        "Згоден кожен четвертий.", "One in four agrees.", "Согласны 25 %.",
        "uk", "Згоден кожен третій.", "NUM001", id="fraction-or-share",
    ),
    pytest.param(
        "На 4 відсоткові пункти.", "By 4 percentage points.", "На 4 п. п.",
        "en", "By 4 percent.", "NUM004", id="percent-or-points",
    ),
    pytest.param(
        "Прийшли п'ятеро, потім утрьох пішли.", "Five came, then the three of us left.",
        "Пришли пятеро, потом втроем ушли.", "ru", "Пришли семеро, потом втроем ушли.", "NUM001",
        id="collective",
    ),
    pytest.param(
        "Обидва брати мають 30 корів.", "Both brothers have 30 cows.",
        "У братьев 30 коров.", "en", "Both brothers have 13 cows.", "NUM001", id="both",
    ),
    pytest.param(
        "24-річний хлопець.", "A boy aged 24.", "Парень 24 лет.", "ru", "Парень 42 лет.",
        "NUM001", id="ages",
    ),
    pytest.param(
        "Двадцятип'ятирічний план.", "The twenty-five-year plan.", "Двадцатипятилетний план.",
        "uk", "Тридцятип'ятирічний план.", "NUM001", id="long-adjective",
    ),
    pytest.param(
        "Це вже 5-та спроба.", "It is the 5th attempt.", "Это уже 5-я попытка.",
        "en", "It is the 6th attempt.", "NUM001", id="digit-with-ending",
    ),
    pytest.param(
        "У 60-х роках.", "In the 1960s.", "В 1960-х годах.", "en", "In the 1980s.", "DAT001",
        id="decade",
    ),
    pytest.param(
        "У ХХ столітті була Друга світова.", "World War II was in the 20th century.",
        "В XX веке была Вторая мировая.", "ru", "В XXI веке была Вторая мировая.", "DAT001",
        id="roman-century",
    ),
    pytest.param(
        "Це 1,5 км і 1 250 м.", "It is 1.5 km and 1,250 m.", "Это 1,5 км и 1250 м.",
        "uk", "Це 1,5 км і 1 520 м.", "NUM001", id="decimal-mark",
    ),
    pytest.param(
        "Від 30 до 40 тисяч.", "Some 30–40 thousand.", "30–40 тысяч.",
        "ru", "30–90 тысяч.", "NUM001", id="shared-scale",
    ),
    pytest.param(
        "Уночі мінус 15 градусів.", "At night −15°C.", "Ночью 15 градусов мороза.",
        "en", "At night 15°C.", "NUM001", id="negative",
    ),
    pytest.param(
        "Понад 1,2 млн осіб.", "Over 1,247,000 people.", "1,25 млн человек.",
        "ru", "1,75 млн человек.", "NUM001", id="rounding",
    ),
    pytest.param(
        "500 доларів.", "US$500.", "500 долл. США.", "en", "€500.", "NUM004",
        id="currency-sign",
    ),
    pytest.param(
        "Су-24 і F-16 збили 7 ракет, COVID-19 триває 24/7.",
        "A Su-24 and an F-16 shot down 7 missiles, COVID-19 goes on 24/7.",
        "Су-24 и F-16 сбили 7 ракет, COVID-19 идет 24/7.",
        "uk", "Су-24 і F-16 збили 9 ракет, COVID-19 триває 24/7.", "NUM001", id="designators",
    ),
    pytest.param(
        "«Велика сімка» дала 50 млрд.", "The G7 gave 50 billion.",
        "«Большая семерка» дала 50 млрд.",
        "ru", "«Большая семерка» дала 15 млрд.", "NUM001", id="number-in-a-name",
    ),
    pytest.param(
        "По-перше, він уперше забив 3 голи.", "First, he scored 3 goals, a first for him.",
        "Во-первых, он впервые забил 3 гола.",
        "en", "First, he scored 5 goals, a first for him.", "NUM001", id="discourse-ordinals",
    ),
    pytest.param(
        "На вул. Шевченка, 15, № 5, живуть 120 людей.", "At 15 Shevchenko St., No. 5, live 120.",
        "На ул. Шевченко, 15, № 5, живут 120 человек.",
        "ru", "На ул. Шевченко, 15, № 5, живут 210 человек.", "NUM001", id="address",
    ),
    pytest.param(
        "Це було 24 лютого.", "It was on Feb. 24.", "Это было 24 февраля.",
        "en", "It was on Feb. 26.", "DAT001", id="date-order",
    ),
    pytest.param(
        "Лютий мороз може бути в травні.", "A fierce frost may come in May.",
        "Лютый мороз бывает в мае.", "uk", "Лютий мороз може бути в березні.", "DAT001",
        id="month-homographs",
    ),
    pytest.param(
        "Середовище цієї неділі тепле.", "The environment is warm this Sunday.",
        "Среда в это воскресенье теплая.", "en", "The environment is warm this Monday.", "DAT001",
        id="weekday-homographs",
    ),
    pytest.param(
        "Закон 2014-го ухвалили у 2020 році.", "The 2014 law was passed in 2020.",
        "Закон 2014 года приняли в 2020-м.",
        "ru", "Закон 2014 года приняли в 2021-м.", "DAT001", id="year-words",
    ),
    pytest.param(
        "Торік, два місяці тому, учора.", "Last year, two months ago, yesterday.",
        "В прошлом году, два месяца назад, вчера.",
        "en", "Last year, three months ago, yesterday.", "DAT001", id="relative",
    ),
    pytest.param(
        "О пів на третю; опівдні.", "At half past two; at noon.", "В 14:30; в полдень.",
        "uk", "О пів на четверту; опівдні.", "DAT002", id="clock-words",
    ),
    pytest.param(
        "О 16:00 за Києвом.", "At 2 pm GMT.", "В 17:00 мск.",
        "ru", "В 18:00 мск.", "DAT002", id="time-zone",
    ),
    pytest.param(
        "16 км і 1,5 м.", "10 miles and 5 ft.", "16 км и 1,5 м.",
        "en", "16 miles and 5 ft.", "NUM001", id="units-convert",
    ),
]  # fmt: skip


@pytest.mark.parametrize(("uk", "en", "ru", "language", "instead", "code"), TRAPS)
def test_what_only_looks_different_is_silent(
    uk: str, en: str, ru: str, language: str, instead: str, code: str
) -> None:
    del language, instead, code
    assert alarms(story(uk=uk, en=en, ru=ru)) == []


@pytest.mark.parametrize(("uk", "en", "ru", "language", "instead", "code"), TRAPS)
def test_what_is_different_beside_it_is_found(
    uk: str, en: str, ru: str, language: str, instead: str, code: str
) -> None:
    texts = {"uk": uk, "en": en, "ru": ru} | {language: instead}
    assert alarms(story(**texts)) == [code]
    (found,) = findings(code, story(**texts))
    assert found.suspects == (language,)


@pytest.mark.parametrize("triple", TRIPLES, ids=lambda triple: f"{triple['id']}")
def test_faithful_translations_are_silent(triple: dict[str, str]) -> None:
    assert alarms(story(**{code: triple[code] for code in ("uk", "en", "ru")})) == []


@pytest.mark.parametrize("triple", TRIPLES, ids=lambda triple: f"{triple['id']}")
@pytest.mark.parametrize("pair", [("uk", "en"), ("uk", "ru"), ("en", "ru")], ids="-".join)
def test_faithful_pairs_are_silent(triple: dict[str, str], pair: tuple[str, str]) -> None:
    assert alarms(story(**{code: triple[code] for code in pair})) == []
