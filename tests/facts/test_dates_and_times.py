"""Dates and times in the three languages: one table of parallel sentences, and the traps."""

from __future__ import annotations

import json
from fractions import Fraction as F  # noqa: N817 - one letter keeps the tables readable
from pathlib import Path
from typing import Any

import pytest

from transcheck.facts import Taken
from transcheck.facts.dates import extracting as dates
from transcheck.facts.dates.values import ClockTime, Offset, PartialDate
from transcheck.languages import named
from transcheck.model import Edition, Fact, Kind, Segment

Row = tuple[str, str, str, list[str]]


def facts_in(language: str, *sentences: str) -> list[Fact]:
    segments = tuple(Segment(i, Kind.BODY, text, 0, 1, 1, 1, 1) for i, text in enumerate(sentences))
    edition = Edition(language, Path("edition"), "", segments)
    taken = Taken()
    found: list[Fact] = []
    for extract in (dates.extract_dates, dates.extract_times):
        new = list(extract(edition, named(language), taken))
        for fact in new:
            taken.add(fact.segment, fact.start, fact.end)
        found += new
    return sorted(found, key=lambda f: (f.segment, f.start))


def written(language: str, *sentences: str) -> list[str]:
    return [str(fact.value) for fact in facts_in(language, *sentences)]


def cases(table: dict[str, Row]) -> list[object]:
    """One parameter for every language of every row, with the row's reason in its id."""
    return [
        pytest.param(language, row[n], row[3], id=f"{reason}-{language}")
        for reason, row in table.items()
        for n, language in enumerate(("en", "uk", "ru"))
    ]


FORMS: dict[str, Row] = {
    "full-day-first": (
        "On 12 December 2024 the parliament convened.",
        "12 грудня 2024 року парламент зібрався.",
        "12 декабря 2024 года парламент собрался.",
        ["2024-12-12"],
    ),
    "month-first": (
        "The treaty was signed on February 24, 2022.",
        "Угоду підписали 24 лютого 2022 р.",
        "Договор подписали 24 февраля 2022 г.",
        ["2022-02-24"],
    ),
    "ordinal-in-words": (
        "He was born on the twenty-fourth of August 1991.",
        "Він народився двадцять четвертого серпня 1991 року.",
        "Он родился двадцать четвертого августа 1991 года.",
        ["1991-08-24"],
    ),
    "digits-with-dots": (
        "The document is dated 08.12.2024.",
        "Документ датовано 08.12.2024.",
        "Документ датирован 08.12.2024.",
        ["2024-12-08"],
    ),
    "iso": (
        "Version of 2024-12-08.",
        "Версія від 2024-12-08.",
        "Версия от 2024-12-08.",
        ["2024-12-08"],
    ),
    "day-and-month": (
        "On 8 December they left.",
        "8 грудня вони пішли.",
        "8 декабря они ушли.",
        ["12-08"],
    ),
    "month-and-year": (
        "He has been in power since July 2000.",
        "Він при владі з липня 2000 року.",
        "Он у власти с июля 2000 года.",
        ["2000-07"],
    ),
    "month": (
        "Inflation slowed in November.",
        "Інфляція сповільнилася в листопаді.",
        "Инфляция замедлилась в ноябре.",
        ["M11"],
    ),
    "month-as-modifier": (
        "After the June summit nothing changed.",
        "Після червневого саміту нічого не змінилося.",
        "После июньского саммита ничего не изменилось.",
        ["M06"],
    ),
    "weekday-and-date": (
        "Saturday, 7 December, was cold.",
        "Субота, 7 грудня, була холодною.",
        "Суббота, 7 декабря, была холодной.",
        ["12-07 WD6"],
    ),
    "weekday-as-modifier": (
        "Friday's debates were long.",
        "П'ятничні дебати були довгими.",
        "Пятничные дебаты были долгими.",
        ["WD5"],
    ),
    "days-of-one-month": (
        "Talks continued from 3 to 5 March.",
        "Переговори тривали з 3 до 5 березня.",
        "Переговоры продолжались с 3 по 5 марта.",
        ["03-03", "03-05"],
    ),
    "list-of-days": (
        "The concerts on 9 and 10 May were cancelled.",
        "Концерти 9 і 10 травня скасували.",
        "Концерты 9 и 10 мая отменили.",
        ["05-09", "05-10"],
    ),
    "range-over-months": (
        "The festival runs from 28 June to 3 July 2024.",
        "Фестиваль триватиме з 28 червня до 3 липня 2024 року.",
        "Фестиваль пройдет с 28 июня по 3 июля 2024 года.",
        ["2024-06-28", "2024-07-03"],
    ),
    "range-of-years": (
        "The 2014–2016 plan failed.",
        "План на 2014–2016 роки провалився.",
        "План на 2014–2016 годы провалился.",
        ["2014", "2016"],
    ),
    "range-with-short-year": (
        "The 1950-53 war is not over.",
        "Війна 1950–53 років не закінчена.",
        "Война 1950-53 гг. не окончена.",
        ["1950", "1953"],
    ),
    "years-in-words-between": (
        "Between 2014 and 2016 exports fell.",
        "Між 2014 і 2016 роками експорт падав.",
        "Между 2014 и 2016 годами экспорт падал.",
        ["2014", "2016"],
    ),
    "season-over-two-years": (
        "The 2018-19 season was his last.",
        "Сезон 2018/19 був для нього останнім.",
        "Сезон-2018/19 стал для него последним.",
        ["2018/19"],
    ),
    "season": (
        "In the summer of 2015 the border was closed.",
        "Улітку 2015 року кордон закрили.",
        "Летом 2015 года границу закрыли.",
        ["2015-summer"],
    ),
    "season-code": (
        "The SS19 collection was shown.",
        "Колекцію весна-літо 2019 показали.",
        "Коллекцию весна-лето 2019 показали.",
        ["2019-spring"],
    ),
    "quarter": (
        "Sales rose in the second quarter of 2023.",
        "Продажі зросли у другому кварталі 2023 року.",
        "Продажи выросли во II квартале 2023 года.",
        ["2023-Q2"],
    ),
    "half-year": (
        "Turnover doubled in the first half of 2022.",
        "Оборот подвоївся в першому півріччі 2022 року.",
        "Оборот удвоился в первом полугодии 2022 года.",
        ["2022-H1"],
    ),
    "before-christ": (
        "Caesar was killed in 44 BC.",
        "Цезаря вбили 44 року до н. е.",
        "Цезаря убили в 44 году до н. э.",
        ["44BC"],
    ),
    "century-before-christ": (
        "It was built in the 5th century BC.",
        "Це збудували в V столітті до н. е.",
        "Это построили в V веке до нашей эры.",
        ["C5BC"],
    ),
    "yesterday": (
        "Yesterday he arrived.",
        "Учора він прибув.",
        "Вчера он прибыл.",
        ["REL-1d"],
    ),
    "two-days-off": (
        "The day before yesterday it rained, the day after tomorrow it will snow.",
        "Позавчора дощило, післязавтра сніжитиме.",
        "Позавчера был дождь, послезавтра будет снег.",
        ["REL-2d", "REL+2d"],
    ),
    "ago": (
        "It was announced two months ago.",
        "Про це оголосили два місяці тому.",
        "Об этом объявили два месяца назад.",
        ["REL-2m"],
    ),
    "half-a-year-ago": (
        "Half a year ago nobody believed it.",
        "Півроку тому в це ніхто не вірив.",
        "Полгода назад в это никто не верил.",
        ["REL-6m"],
    ),
    "year-and-a-half-ago": (
        "A year and a half ago he left.",
        "Півтора року тому він пішов.",
        "Полтора года назад он ушел.",
        ["REL-1.5y"],
    ),
    "decades-ago": (
        "It happened decades ago.",
        "Це сталося кілька десятиліть тому.",
        "Это случилось несколько десятилетий назад.",
        ["REL-?D"],
    ),
    "a-decade-ago": (
        "The law was changed two decades ago.",
        "Закон змінили два десятиліття тому.",
        "Закон изменили два десятилетия назад.",
        ["REL-20y"],
    ),
    "earlier": (
        "Two years earlier he had resigned.",
        "Двома роками раніше він пішов у відставку.",
        "Двумя годами ранее он ушел в отставку.",
        ["REL-2y"],
    ),
    "last-and-next-week": (
        "Last week they talked, next week they will vote.",
        "Минулого тижня вони говорили, наступного тижня голосуватимуть.",
        "На прошлой неделе они говорили, на следующей неделе будут голосовать.",
        ["REL-1w", "REL+1w"],
    ),
    "early-last-week": (
        "Early last week he spoke.",
        "На початку минулого тижня він виступив.",
        "В начале прошлой недели он выступил.",
        ["REL-1w"],
    ),
    "end-of-the-week": (
        "By the end of the week it will be ready.",
        "До кінця тижня все буде готово.",
        "К концу недели все будет готово.",
        ["REL0w"],
    ),
    "last-friday": (
        "Last Friday the minister resigned.",
        "Минулої п'ятниці міністр пішов у відставку.",
        "В прошлую пятницу министр ушел в отставку.",
        ["WD5 last"],
    ),
    "month-of-last-year": (
        "On October 1 last year they voted.",
        "1 жовтня минулого року вони голосували.",
        "1 октября прошлого года они голосовали.",
        ["10-01 REL-1y"],
    ),
    "this-morning": (
        "This morning the body was found.",
        "Сьогодні вранці знайшли тіло.",
        "Сегодня утром нашли тело.",
        ["REL0d"],
    ),
    "weekend": (
        "Last weekend the roads were closed.",
        "Минулими вихідними дороги були закриті.",
        "В прошлые выходные дороги были закрыты.",
        ["REL-1e"],
    ),
    "two-digit-year": (
        "The crisis of '98 ruined them.",
        "Криза 98-го року їх розорила.",
        "Кризис 98-го года их разорил.",
        ["1998"],
    ),
    "year-in-words": (
        "It happened in 2014.",
        "Це сталося дві тисячі чотирнадцятого року.",
        "Это случилось в две тысячи четырнадцатом году.",
        ["2014"],
    ),
    "event-named-by-year": (
        "London 2012, the best Games.",
        "Лондон-2012 був найкращим.",
        "«Лондон 2012», лучшие игры.",
        ["2012"],
    ),
    "afternoon-minutes": (
        "It starts at 2:30 pm.",
        "Початок о 14:30.",
        "Начало в 14:30.",
        ["14:30"],
    ),
    "dotted-minutes": (
        "It starts at 7.55am.",
        "Початок о 7.55 ранку.",
        "Начало в 7.55 утра.",
        ["07:55"],
    ),
    "hour-in-the-morning": (
        "Sirens sounded at 7 a.m.",
        "Сирени пролунали о сьомій ранку.",
        "Сирены прозвучали в семь утра.",
        ["07:00"],
    ),
    "hour-in-the-evening": (
        "They met at 8 in the evening.",
        "Вони зустрілися о восьмій вечора.",
        "Они встретились в 8 часов вечера.",
        ["20:00"],
    ),
    "hour-at-night": (
        "The fire broke out at 2 am.",
        "Пожежа спалахнула о другій ночі.",
        "Пожар вспыхнул в два часа ночи.",
        ["02:00"],
    ),
    "one-in-the-afternoon": (
        "They left at one in the afternoon.",
        "Вони поїхали о першій дня.",
        "Они уехали в час дня.",
        ["13:00"],
    ),
    "oclock": (
        "They will meet at 9 o'clock.",
        "Вони зустрінуться о дев'ятій годині.",
        "Они встретятся в девять часов.",
        ["09:00"],
    ),
    "half-past": (
        "He came at half past two.",
        "Він прийшов о пів на третю.",
        "Он пришел в половине третьего.",
        ["02:30"],
    ),
    "quarter-to": (
        "He came at quarter to eight in the morning.",
        "Він прийшов за чверть восьма ранку.",
        "Он пришел без четверти восемь утра.",
        ["07:45"],
    ),
    "quarter-past": (
        "He came at a quarter past six.",
        "Він прийшов у чверть на сьому.",
        "Он пришел в четверть седьмого.",
        ["06:15"],
    ),
    "minutes-past": (
        "It began at ten minutes past six in the evening.",
        "Почалося в десять хвилин на сьому вечора.",
        "Началось в десять минут седьмого вечера.",
        ["18:10"],
    ),
    "hours-share-their-half": (
        "The shop is open 9-11 am.",
        "Крамниця працює з 9 до 11 ранку.",
        "Магазин работает с 9 до 11 утра.",
        ["09:00", "11:00"],
    ),
    "noon-and-midnight": (
        "They met at noon and parted at midnight.",
        "Вони зустрілися опівдні й розійшлися опівночі.",
        "Они встретились в полдень и разошлись в полночь.",
        ["12:00", "00:00"],
    ),
    "zone": (
        "It begins at 2 pm GMT.",
        "Початок о 14:00 за Гринвічем.",
        "Начало в 14:00 по Гринвичу.",
        ["14:00 GMT"],
    ),
    "zone-of-a-city": (
        "It begins at 16:00 Kyiv time.",
        "Початок о 16:00 за Києвом.",
        "Начало в 16:00 по киевскому времени.",
        ["16:00 Europe/Kyiv"],
    ),
    "four-digit-hours": (
        "It struck at 0600 GMT.",
        "Удар стався о 06:00 GMT.",
        "Удар произошел в 06:00 GMT.",
        ["06:00 GMT"],
    ),
    "time-and-weekday": (
        "He entered at 4.40 am Thursday.",
        "Він зайшов о 4:40 ранку в четвер.",
        "Он вошел в 4:40 утра в четверг.",
        ["04:40", "WD4"],
    ),
}

TRAPS: dict[str, Row] = {
    "second-is-a-unit-or-a-friend": (
        "A second ago she saw the second man.",
        "Секунду тому вона побачила його друга.",
        "Секунду назад она увидела его друга.",
        ["REL-1s"],
    ),
    "durations-are-quantities": (
        "Two years and three days passed, 90 minutes each; the talks took two weeks.",
        "Минуло два роки і три дні, по 90 хвилин; переговори тривали два тижні.",
        "Прошло два года и три дня, по 90 минут; переговоры шли две недели.",
        [],
    ),
    "vague-couple-of-weeks": (
        "A couple of weeks later they returned.",
        "За кілька тижнів вони повернулися.",
        "Через пару недель они вернулись.",
        [],
    ),
    "decades": (
        "In the 1960s it flourished, in the '90s it closed.",
        "У 1960-х роках він розквітав, у 90-х закрився.",
        "В 1960-е годы он расцвел, в 90-х закрылся.",
        ["1960s", "1990s"],
    ),
    "decade-of-the-last-century": (
        "It moved out in the 1930s.",
        "Вона виїхала в 30-ті роки минулого століття.",
        "Она выехала в 30-е годы прошлого века.",
        ["1930s"],
    ),
    "decade-in-words": (
        "The sixties were loud.",
        "Шістдесяті роки були гучними.",
        "Шестидесятые годы были громкими.",
        ["1960s"],
    ),
    "century-in-roman-numerals": (
        "In the 20th century the border moved.",
        "У XX столітті кордон змістився.",
        "В XX веке граница сместилась.",
        ["C20"],
    ),
    "century-with-cyrillic-look-alikes": (
        "From the 19th to the 20th century.",
        "Від ХІХ до ХХ ст.",
        "С XIX по ХХ век.",
        ["C19", "C20"],
    ),
    "decimals-are-no-dates": (
        "It rose by 3.7% and 1.5 km, by 08.12 per cent.",
        "Зросло на 3,7% і 1,5 км, на 12,08 відсотка.",
        "Выросло на 3,7% и 1,5 км, на 12,08 процента.",
        [],
    ),
    "designators": (
        "A Su-24, an F-16 and a Boeing 737 flew 24/7 on flight 2014.",
        "Су-24, F-16 і Boeing 737 літали 24/7 рейсом № 2014.",
        "Су-24, F-16 и Boeing 737 летали 24/7 рейсом № 2014.",
        [],
    ),
    "nine-eleven-is-a-date": (
        "After 9/11 everything changed.",
        "Після 11 вересня все змінилося.",
        "После 11 сентября все изменилось.",
        ["09-11"],
    ),
    "addresses": (
        "The school at 15 Shevchenko Street was hit, house 2020 too.",
        "Влучили в школу на вул. Шевченка, 15, і в будинок 2020 теж.",
        "Попали в школу на ул. Шевченко, 15, и в дом 2020 тоже.",
        [],
    ),
    "abbreviated-month": (
        "On Feb. 24 he left, on Sept. 3, 2015 he returned.",
        "24 лют. він поїхав, 3 вер. 2015 р. повернувся.",
        "24 февр. он уехал, 3 сент. 2015 г. вернулся.",
        ["02-24", "2015-09-03"],
    ),
    "month-homographs": (
        "They may march on; the March for Life and Theresa May went by.",
        "Лютий ворог; Марта і Мая прийшли.",
        "Пришли Марта и Мая; приснился Марте Май Борисов.",
        [],
    ),
    "month-homographs-that-are-months": (
        "In May and in March they voted, on March 3 they left.",
        "У травні та в березні вони голосували, 3 березня пішли.",
        "В мае и в марте они голосовали, 3 марта ушли.",
        ["M05", "M03", "03-03"],
    ),
    "weekday-homographs": (
        "The Sun said she sat down and wed; Mon Dieu.",
        "Це середовище, посеред поля.",
        "Окружающая среда и состояние среды; в социальной среде.",
        [],
    ),
    "wednesday": (
        "It began on Wednesday and ended by Wednesday night.",
        "Почалося в середу, а закінчилося до ночі середи.",
        "Началось в среду, а закончилось до вечера среды.",
        ["WD3", "WD3"],
    ),
    "sunday-is-not-week": (
        "On Sunday he rested, last week he worked.",
        "У неділю він відпочивав, минулого тижня працював.",
        "В воскресенье он отдыхал, на прошлой неделе работал.",
        ["WD7", "REL-1w"],
    ),
    "year-words": (
        "In 2020 and under the 2014 law.",
        "У 2020 році та за законом 2014 р.",
        "В 2020-м и по закону 2014 г.",
        ["2020", "2014"],
    ),
    "year-with-an-ending": (
        "In 2020 they agreed.",
        "2020-го вони домовилися.",
        "В 2020-м они договорились.",
        ["2020"],
    ),
    "since-a-year-is-not-years-ago": (
        "Since 2011 prices have risen.",
        "З 2011 року ціни зросли.",
        "С 2011 года цены выросли.",
        ["2011"],
    ),
    "four-digits-that-count": (
        "It has 2000 tanks, 1,500 guns and a crowd of 2014 people.",
        "Є 2000 танків, 1500 гармат і натовп із 2014 людей.",
        "Есть 2000 танков, 1500 орудий и толпа из 2014 человек.",
        [],
    ),
    "relative-words": (
        "Last year and yesterday.",
        "Торік і вчора.",
        "В прошлом году и вчера.",
        ["REL-1y", "REL-1d"],
    ),
    "a-year-ago-or-last-year": (
        "He died last year.",
        "Він помер рік тому.",
        "Он умер в прошлом году.",
        ["REL-1y"],
    ),
    "plural-is-no-last-month": (
        "Relations have improved in recent months.",
        "За останні місяці відносини покращилися.",
        "За последние месяцы отношения улучшились.",
        [],
    ),
    "no-day-in-particular": (
        "To this day, on the last day of talks, at the end of the day.",
        "До цього дня, в останній день переговорів, зрештою.",
        "По этот день, в последний день переговоров, в итоге.",
        [],
    ),
    "therefore-is-not-ago": (
        "Two years passed, so he left.",
        "Минуло два роки, тому він пішов; два роки тому що?",
        "Прошло два года, поэтому он ушел.",
        [],
    ),
    "pm-and-words": (
        "At 2:30 pm, at half past two, at noon.",
        "О 14:30, о пів на третю, опівдні.",
        "В 14:30, в половине третьего, в полдень.",
        ["14:30", "02:30", "12:00"],
    ),
    "scores-are-no-times": (
        "They won the match with a score of 21:15.",
        "Вони виграли матч із рахунком 21:15.",
        "Они выиграли матч со счетом 21:15.",
        [],
    ),
    "fractions-are-no-years": (
        "The standard CE 3.5 is newer, 2.5 BC is not.",
        "Версія 2,5 до н. е. новіша.",
        "Версия 2,5 до н. э. новее.",
        [],
    ),
    "race-times-are-no-times": (
        "She ran it in 2:13:45.",
        "Вона пробігла за 2:13:45.",
        "Она пробежала за 2:13:45.",
        [],
    ),
    "hours-are-no-times": (
        "The ceasefire lasts up to 8 hours, 24 hours at most.",
        "Перемир'я триває до 8 годин, щонайбільше 24 години.",
        "Перемирие длится до 8 часов, самое большее сутки.",
        [],
    ),
    "days-are-no-times": (
        "He got one day in jail, then two days.",
        "Він отримав до одного дня арешту, потім два дні.",
        "Он получил до одного дня ареста, потом за 2 дня еще.",
        [],
    ),
    "names-with-a-day": (
        "Saturday Night Live, the Sunday Times, Black Friday, USA Today.",
        "Saturday Night Live, Sunday Times, чорна п'ятниця, USA Today.",
        "Saturday Night Live, Sunday Times, черная пятница, программа «Сегодня».",
        [],
    ),
    "odd-spaces-and-signs": (
        "Friday, 7\u00a0December\u00a02024 at 14:30.",
        "П\u2019ятниця, 7\u00a0гру\u00adдня 2024\u202fроку, 14:30.",
        "Пятница, 7\u00a0дека\u0301бря 2024\u202fгода, 14:30.",
        ["2024-12-07 WD5", "14:30"],
    ),
}


@pytest.mark.parametrize(("language", "sentence", "expected"), cases(FORMS))
def test_forms_are_read(language: str, sentence: str, expected: list[str]) -> None:
    assert written(language, sentence) == expected


@pytest.mark.parametrize(("language", "sentence", "expected"), cases(TRAPS))
def test_traps_are_avoided(language: str, sentence: str, expected: list[str]) -> None:
    assert written(language, sentence) == expected


PARALLEL = Path(__file__).parents[1] / "data" / "facts" / "parallel.jsonl"
SENTENCES = [json.loads(line) for line in PARALLEL.read_text(encoding="utf-8").splitlines()]


@pytest.mark.parametrize("language", ["en", "uk", "ru"])
@pytest.mark.parametrize("row", SENTENCES, ids=[f"{s['id']}-{s['phenomenon']}" for s in SENTENCES])
def test_parallel_sentences_hold_their_dates_and_nothing_else(
    row: dict[str, Any], language: str
) -> None:
    # The file counts the century of "the 20th century" among the numbers.
    found = [value for value in written(language, row[language]) if not value.startswith("C")]
    parts = [part for value in found for part in value.split()]
    assert sorted(parts) == sorted(row["dates"] + row["times"])


def test_spans_are_exact_to_the_character() -> None:
    sentence = "On Saturday, 7 December 2024, at 2:30 pm GMT they left."
    facts = facts_in("en", sentence)
    assert [sentence[f.start : f.end] for f in facts] == [
        "Saturday, 7 December 2024",
        "2:30 pm GMT",
    ]
    assert [f.text for f in facts] == [sentence[f.start : f.end] for f in facts]


def test_the_start_of_a_range_knows_its_end() -> None:
    first, second = facts_in("uk", "Переговори тривали з 3 до 5 березня 2024 року.")
    assert isinstance(first.value, PartialDate)
    assert first.value.end == second.value == PartialDate(2024, 3, 5)
    assert first.value.without_end() == PartialDate(2024, 3, 3)


def test_what_was_taken_before_is_left_alone() -> None:
    edition = Edition(
        "en", Path("e"), "", (Segment(0, Kind.BODY, "On 8 December.", 0, 1, 1, 1, 1),)
    )
    taken = Taken()
    taken.add(0, 3, 4)
    assert list(dates.extract_dates(edition, named("en"), taken)) == []


def test_a_person_called_may_hides_the_bare_month_everywhere() -> None:
    sentences = ["Theresa May resigned.", "Confidence in May was low.", "On 3 May 2019 she left."]
    assert written("en", *sentences) == ["2019-05-03"]
    assert written("en", *sentences[1:]) == ["M05", "2019-05-03"]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("They met at half past two.", ClockTime(2, 30, twelve=True)),
        ("They met at 2:30.", ClockTime(2, 30, twelve=True)),
        ("They met at 02:30.", ClockTime(2, 30)),
        ("They met at 2:30 pm local time.", ClockTime(14, 30, zone="local")),
        ("They met at 12:15 am.", ClockTime(0, 15)),
        ("They met at 12 pm.", ClockTime(12)),
        ("They met at 24:00.", ClockTime(0)),
    ],
)
def test_what_a_time_leaves_open_is_in_its_value(sentence: str, expected: ClockTime) -> None:
    assert [fact.value for fact in facts_in("en", sentence)] == [expected]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("In early August.", PartialDate(month=8, phase="early")),
        ("On Saturday night.", PartialDate(weekday=6, part="night")),
        ("The 1960s.", PartialDate(decade=1960)),
        ("In the '60s.", PartialDate(decade=1960, short=True)),
        ("On 12/08.", PartialDate(month=8, day=12, swappable=True)),
        ("On 12/25/2023.", PartialDate(2023, 12, 25)),
        ("Two to three years ago.", PartialDate(relative=Offset("y", F(-2), F(-3), "now"))),
        ("The following day.", PartialDate(relative=Offset("d", F(1), anchor="then"))),
        ("Last December.", PartialDate(month=12, relative=Offset("o", F(-1)))),
        ("The 2018-19 season.", PartialDate(2018, last_year=2019)),
    ],
)
def test_what_a_date_leaves_open_is_in_its_value(sentence: str, expected: PartialDate) -> None:
    assert [fact.value for fact in facts_in("en", sentence)] == [expected]


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        pytest.param("en", "It is open from 2 to 4 p.m.", ["14:00", "16:00"], id="from-to"),
        pytest.param("en", "She came at 20 to 4 p.m.", ["15:40"], id="minutes-to"),
        pytest.param("uk", "Це було пів століття тому.", ["REL-50y"], id="half-a-century-uk"),
        pytest.param("en", "It was half a century ago.", ["REL-50y"], id="half-a-century-en"),
    ],
)
def test_what_only_looks_like_another_time(language: str, text: str, expected: list[str]) -> None:
    assert written(language, text) == expected
