"""One edition checked against itself: what it contradicts is found, near cases are silent."""

from __future__ import annotations

from pathlib import Path

import pytest

from benchmarks.newsroom.alone import alarms, check
from transcheck.api import check_article
from transcheck.checks import CHECKS
from transcheck.model import Finding, Severity, Suggestion

DATA = Path(__file__).parents[1] / "data"


def said(language: str, text: str) -> list[Finding]:
    """Return the errors and warnings on a text whose paragraphs are apart by `` / ``."""
    (report,) = check([("story", language, text.replace(" / ", "\n\n") + "\n")])
    assert report.checked
    return alarms(report)


def codes(language: str, text: str) -> list[str]:
    """Return the codes of the findings."""
    return [finding.code for finding in said(language, text)]


NAMES = [
    ("en", "Two towns / Rastan fell on Friday. The road to Rastan is cut. / Rustan burns."),
    ("en", "Pianist wins / Halyna Sorochan won. Sorochan learns by ear. / Sarochan cried."),
    ("en", "Oliinyk elected / Denys Oliinyk was elected. / Oliinyk is 40. / Oliynik said so."),
    (
        "uk",
        (
            "Міст у Ставищі / Міст у Ставищі закрили. Мешканці Ставища обурені. / За словами "
            "мера, у Ставещі міст відкриють за місяць."
        ),
    ),
    (
        "uk",
        (
            "Пожежа / У Лисичовому горіла ферма. Ферма в Лисичовому стояла порожня. / До "
            "Лесичового їхали дві години."
        ),
    ),
    (
        "ru",
        (
            "Суд над Полищуком / Сергея Полищука судят. / Полищук вину отрицает. / Адвокат "
            "Палищука подал жалобу."
        ),
    ),
    ("ru", "Операция / Клапан заменил Арсений Замостьян. / Замостян говорит, что есть очередь."),
    (
        "ru",
        (
            "Депутат / Игорь Слабошпицкий критиковал бюджет. Слабошпицкий зол. / Вопрос "
            "Слабашпицкого остался без ответа."
        ),
    ),
]
TWO_NAMES = [
    (
        "uk",
        (
            "Суд / Позивач — Ігор Кравченко. Кравченко просить експертизу. / Відповідач — Степан "
            "Кравчук. Кравчукові продали землю."
        ),
    ),
    (
        "uk",
        (
            "Міністерка / Світлана Гринчук зустріла посла. Гринчук вдячна. / Був і Микола Гринчак, "
            "її радник. Гринчак вів протокол."
        ),
    ),
    (
        "uk",
        (
            "Гончарня / Дмитро Гаврилюк ліпить. Гаврилюка хвалять. / За Гаврилюком навчаються. "
            "Гаврилюкові сорок."
        ),
    ),
    (
        "uk",
        (
            "Пара / Олена Зеленська й Володимир Зеленський прибули. / Зеленська відвідала школу. / "
            "Зеленський зустрівся з прем'єром."
        ),
    ),
    (
        "en",
        (
            "Pilots / James Smith flew from Cardiff. Smith lost his radio. / Owen Smyth followed. "
            "Smyth is 29."
        ),
    ),
    ("en", "Korea / Korean ministers met. A Korean envoy came. / The two Koreas agree."),
    (
        "en",
        "Brothers / Rastan and Rustan are twins. / Rastan sings. Rastan paints. / Rustan cooks.",
    ),
    (
        "ru",
        (
            "Река / Рыба погибла в реке Горынь. Ниже по Горыни купаться нельзя. / Директор "
            "«Горинь-Спирт» вину отрицает."
        ),
    ),
    ("ru", "Города / Никополь обстреляли. В Никополе темно. / Мариуполь и Мелитополь ждут."),
]


@pytest.mark.parametrize(("language", "text"), NAMES)
def test_a_name_spelled_in_two_ways(language: str, text: str) -> None:
    assert codes(language, text) == ["NAM004"]


@pytest.mark.parametrize(("language", "text"), TWO_NAMES)
def test_two_names_and_the_cases_of_one(language: str, text: str) -> None:
    assert codes(language, text) == []


def test_the_rarer_spelling_is_put_right_in_its_own_case() -> None:
    (found,) = said("uk", NAMES[4][1])
    assert found.severity is Severity.ERROR
    assert found.suggestion == Suggestion("uk", 3, 3, 13, "Лисичового")


def test_nothing_is_suggested_where_nothing_tells_which_is_wrong() -> None:
    (found,) = said("en", "Doctor / Petro Zamostian came. / Later Zamostyan left.")
    assert (found.severity, found.suggestion) == (Severity.WARNING, None)


NUMBERS = [
    (
        "en",
        "Fire injures nine / A market burned. / Eleven people were injured, most of them traders.",
    ),
    (
        "uk",
        (
            "Через обстріл Херсона троє поранених / Обстріляли центр. / Поранення дістали четверо "
            "людей, усі в лікарні."
        ),
    ),
    ("ru", "Трое погибших при пожаре / Пожар начался ночью. / Погибли четыре человека."),
    ("en", "Minister promises 120 buses / Mayors met. / He promised that 102 buses would arrive."),
    ("uk", "Пенсії зростуть на 8% / Уряд ухвалив зміни. / Пенсії зростуть на 18% з березня."),
    (
        "ru",
        (
            "Ущерб от аферы оценили в 40 миллионов / Раскрыта афера. / Ущерб от неё составил 14 "
            "миллионов гривен."
        ),
    ),
    (
        "en",
        "15-year-old breaks record / A pupil from Rivne has won. / The 16-year-old trains daily.",
    ),
]
NUMBERS_THAT_FIT = [
    (
        "uk",
        (
            "Шестеро загиблих у Краматорську / Кількість загиблих зросла до шести. / Увечері "
            "повідомляли про п'ятьох загиблих."
        ),
    ),
    (
        "en",
        "Seven hurt in crash / A tram crashed. / Four passengers and three passers-by were hurt.",
    ),
    ("en", "Nearly 100 homes in the dark / A storm came. / Power was cut in 97 homes."),
    (
        "ru",
        (
            "Двое задержанных / Задержали чиновника и посредника. / В прошлом году по таким делам "
            "задержали восемь человек."
        ),
    ),
    ("en", "Charity raises $148,000 / It was quick. / It raised 6.4 million (around $148,800)."),
    ("uk", "Доба: 40 обстрілів / Область обстрілювали. / Поранено 14 цивільних."),
]


@pytest.mark.parametrize(("language", "text"), NUMBERS)
def test_a_number_of_the_headline_that_the_text_contradicts(language: str, text: str) -> None:
    assert codes(language, text) == ["NUM006"]


@pytest.mark.parametrize(("language", "text"), NUMBERS_THAT_FIT)
def test_numbers_of_a_headline_that_its_text_bears_out(language: str, text: str) -> None:
    assert codes(language, text) == []


def test_a_lead_that_the_text_contradicts_is_a_warning() -> None:
    text = (
        "Strike on Kherson / The strike killed five workers of a bakery in Kherson, the "
        "governor said. / Rescuers left. / It killed six workers of the bakery, doctors said."
    )
    (found,) = said("en", text)
    assert (found.code, found.severity) == ("NUM006", Severity.WARNING)
    assert codes("en", text.replace("six", "five")) == []


DAYS = [
    ("en", "Talks open on March 6 / Ministers will meet. / The talks open on March 16."),
    ("uk", "Страйк 4 жовтня / Водії незадоволені. / Вранці 14 жовтня трамваї не вийдуть."),
    ("ru", "Выборы назначили на 12 мая / Выборы старосты пройдут 21 мая, решил горсовет."),
    ("en", "Ferry to start on June 3 / The ferry will start on July 3, the operator said."),
]
DAYS_THAT_FIT = [
    ("uk", "Вибори 12 травня / Вибори відбудуться 12 травня. / Попередні були 21 травня."),
    (
        "en",
        "Court to rule on April 12 / The verdict is due in April. / Pleadings ended on March 29.",
    ),
    ("ru", "Выставка откроется 18 мая / Музей ждёт гостей. / Она работает по 17 сентября."),
]


@pytest.mark.parametrize(("language", "text"), DAYS)
def test_a_day_of_the_headline_that_the_text_contradicts(language: str, text: str) -> None:
    assert codes(language, text) == ["DAT009"]


@pytest.mark.parametrize(("language", "text"), DAYS_THAT_FIT)
def test_days_of_a_headline_that_its_text_bears_out(language: str, text: str) -> None:
    assert codes(language, text) == []


PLACES = [
    ("en", "School burns in Kupiansk / A school burned in Izium on Sunday. / Izium mourns."),
    ("uk", "У Сарнах згоріла фабрика / У Дубровиці горіла фабрика. / Цех у Дубровиці знищено."),
    (
        "ru",
        "Под Купянском нашли мину / Под Изюмом грибники нашли мину. / Сапёры из Изюма приехали.",
    ),
    ("uk", "Мер Бондаренко подав у відставку / Мер Лисенко подав у відставку. / Лисенко втомився."),
]
PLACES_THAT_FIT = [
    (
        "uk",
        (
            "На Сумщині постраждало двоє / У Шостці постраждало двоє людей. / Шостка без світла. / "
            "У Сумах готують допомогу."
        ),
    ),
    (
        "en",
        (
            "Blast in Ukraine kills two / A blast in Kramatorsk killed two people. / Kramatorsk "
            "mourns."
        ),
    ),
    ("en", "Fire in Odesa / A fire burned in Pivdennyi. / Odesa lent engines to Pivdennyi."),
    ("en", "Bakery burns in Lutsk / A bakery burned in Kovel once. / It is rebuilt."),
]


@pytest.mark.parametrize(("language", "text"), PLACES)
def test_a_name_of_the_headline_for_which_the_text_has_another(language: str, text: str) -> None:
    assert codes(language, text) == ["NAM005"]


@pytest.mark.parametrize(("language", "text"), PLACES_THAT_FIT)
def test_names_of_a_headline_that_its_text_bears_out(language: str, text: str) -> None:
    assert codes(language, text) == []


TOPS = [
    line.split("\t")
    for line in DATA.joinpath("tops.tsv").read_text(encoding="utf-8").splitlines()
    if not line.startswith("#")
]


@pytest.mark.parametrize(("language", "code", "text"), TOPS)
def test_a_lead_that_the_text_contradicts_by_a_name_or_a_day(
    language: str, code: str, text: str
) -> None:
    assert codes(language, text) == [code] * (code != "-")


SUMS = [
    ("en", "Choir tours / The choir has 64 singers: 30 women, 22 men and 10 children."),
    ("en", "Vote / All 338 deputies voted: 248 for, 31 against and 17 abstained."),
    ("uk", "Обмін / Додому повернулися 95 людей — 80 військових і 25 цивільних."),
    (
        "ru",
        "Сводка / За ночь сбили 60 целей. / Это 45 дронов, 10 крылатых ракет и 15 баллистических.",
    ),
    (
        "uk",
        (
            "Іспит / Зареєструвалося 340 вступників. / Так сказала Анна Рудь. / Прийшли 172, "
            "ще 138 не з'явилися, а двадцятьох не пустили."
        ),
    ),
]
SUMS_THAT_FIT = [
    ("en", "Fleet / The depot has 98 buses: 48 new ones and 50 old ones."),
    ("en", "Tour / The tour has 27 stops: 3 in Kyiv and 2 in Lviv."),
    (
        "en",
        "Points / They have 37 points from 15 games. / That is 12 wins, one draw and 2 defeats.",
    ),
    ("uk", "Подарунки / Привезли 300 подарунків: 120 дісталися школі, 150 — садку, решту роздали."),
    ("uk", "Евакуація / Вивезли 214 людей, серед них — 137 жінок і 57 дітей."),
    ("ru", "Дым / Вывели почти 100 человек: 50 женщин, 30 детей и 17 мужчин."),
    ("en", "Census / The village had 120 people: 70 fewer than before and 30 more than now."),
    ("en", "Trade / Exports were 5.6 million tonnes: 2.3 million by sea and 3.2 million by rail."),
]


@pytest.mark.parametrize(("language", "text"), SUMS)
def test_parts_that_do_not_make_their_total(language: str, text: str) -> None:
    assert codes(language, text) == ["NUM007"]


@pytest.mark.parametrize(("language", "text"), SUMS_THAT_FIT)
def test_parts_that_make_their_total_or_are_not_all_of_it(language: str, text: str) -> None:
    assert codes(language, text) == []


RATES = [
    ("en", "Rent / Rent went up from $400 to $500, a rise of 20 percent."),
    ("en", "Steel / Output fell 30% from 50 million tonnes to 40 million."),
    ("en", "Honey / They sold 60,000 tonnes, down from 80,000 a year ago, a drop of 40 percent."),
    ("uk", "Ціни / Квартири подорожчали з 10 тисяч гривень до 15 тисяч, тобто на 40 відсотків."),
    ("uk", "Проїзд / Проїзд подорожчав удвічі, з 8 до 12 гривень."),
    ("uk", "Явка / Проголосували 240 із 300 виборців, або 75%."),
    ("ru", "Цены / Цена выросла на 25%, со 100 до 150 гривен."),
    ("ru", "Село / Население уменьшилось с 1200 до 900 человек, или на треть."),
]
RATES_THAT_FIT = [
    ("en", "Rent / Rent went up from $400 to $500, a rise of 25 percent."),
    ("en", "Rate / The bank raised its rate from 10% to 15%, or by 5 percentage points."),
    ("uk", "Ціни / Ціни зросли з 10 до 15 гривень, попит упав на 40 %."),
    ("uk", "Цибуля / Цибуля здешевіла: 18 гривень проти 27 торік, мінус третина."),
    ("uk", "Дрони / Дронів побільшало з 512 до 688, або на третину."),
    ("ru", "Экспорт / Экспорт вырос с 1,2 до 1,5 млрд долларов, или на 27%."),
    ("ru", "Дети / Телефоны есть у 40 процентов детей в возрасте от 11 до 18 лет."),
    ("ru", "Цены / Цена выросла с 10 до 15 гривен, то есть более чем на 40%."),
]


@pytest.mark.parametrize(("language", "text"), RATES)
def test_a_percentage_that_its_values_contradict(language: str, text: str) -> None:
    assert codes(language, text) == ["NUM008"]


@pytest.mark.parametrize(("language", "text"), RATES_THAT_FIT)
def test_percentages_that_fit_or_are_of_something_else(language: str, text: str) -> None:
    assert codes(language, text) == []


def test_a_word_of_another_language_and_a_letter_of_another_alphabet() -> None:
    assert codes("en", "Tram / The остановка has a low platform.") == ["LAN002"]
    assert codes("uk", "Книжки / Відкрили нову бiблiотеку просто неба.") == ["LAN002"]


EXAMPLES = [
    (code, head, *line.strip().split(": ", 1))
    for code in ("NAM004", "NAM005", "NUM006", "NUM007", "NUM008", "DAT009")
    for head in ("Bad", "Good")
    for line in CHECKS.get(code).manual.partition(f"\n{head}:\n")[2].split("\n\n")[0].splitlines()
]


@pytest.mark.parametrize(("code", "head", "language", "text"), EXAMPLES)
def test_the_examples_of_the_manuals(code: str, head: str, language: str, text: str) -> None:
    headed = text if code in {"NAM005", "NUM006", "DAT009"} else f"News / {text}"
    assert codes(language, headed.replace(". /", " /")) == ([code] if head == "Bad" else [])


TOGETHER = {
    "en": "Fire injures nine\n\nEleven people were injured in the market, doctors said.\n",
    "uk": "Пожежа: дев'ятеро поранених\n\nНа ринку поранено одинадцятеро людей, кажуть лікарі.\n",
    "ru": "Пожар: девять раненых\n\nНа рынке ранены одиннадцать человек, говорят врачи.\n",
}


def test_what_all_editions_have_wrong_is_one_warning() -> None:
    report = check_article(TOGETHER)
    (found,) = alarms(report)
    assert (found.code, found.severity, found.suspects) == ("NUM006", Severity.WARNING, ())
    assert {place.language for place in found.occurrences} == {"en", "uk", "ru"}


def test_what_one_edition_has_wrong_is_told_once_by_comparison() -> None:
    right = TOGETHER | {
        "uk": TOGETHER["uk"].replace("дев'ятеро", "одинадцятеро"),
        "ru": TOGETHER["ru"].replace("девять", "одиннадцать"),
    }
    assert [found.code for found in alarms(check_article(right))] == ["NUM001"]
