"""Opposites, negations and attributions: found where one edition errs, silent where none does."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import NamedTuple

import pytest

from transcheck.api import check_article
from transcheck.model import Family, Finding

LANGUAGES = ("uk", "en", "ru")
AROUND = {
    "uk": ("Новини громади", "У вівторок відбулася нарада про підготовку до зими."),
    "en": ("Community news", "A meeting on preparations for winter was held on Tuesday."),
    "ru": ("Новости громады", "Во вторник прошло совещание о подготовке к зиме."),
}
LEAST = {"opposite": 0.8, "negation": 0.6, "attribution": 0.85}
"""The share of the wrong sentences in which the error must be found."""


class Triple(NamedTuple):
    """A sentence in three languages, and what one edition has in place of its own."""

    kind: str
    suspect: str
    uk: str
    en: str
    ru: str
    wrong: str

    @property
    def right(self) -> dict[str, str]:
        return {"uk": self.uk, "en": self.en, "ru": self.ru}


def triples() -> list[Triple]:
    text = (Path(__file__).parent / "triples.tsv").read_text(encoding="utf-8")
    rows = [line.split("\t") for line in text.splitlines() if not line.startswith("#")]
    return [Triple(*row) for row in rows[1:]]


def meanings(texts: dict[str, str], *others: Family) -> list[Finding]:
    report = check_article({la: "\n\n".join((*AROUND[la], text)) for la, text in texts.items()})
    assert not report.skipped
    return [f for f in report.findings if f.family in (Family.MEANING, *others)]


@pytest.mark.parametrize("kind", LEAST)
def test_errors_are_found_and_the_edition_is_named(kind: str) -> None:
    rows = [row for row in triples() if row.kind == kind]
    found = [
        any(
            f.suspects == (row.suspect,)
            # Where it is a name that differs, that finding says it.
            for f in meanings(row.right | {row.suspect: row.wrong}, Family.NAME)
        )
        for row in rows
    ]
    missed = [row.wrong for row, hit in zip(rows, found, strict=True) if not hit]
    assert sum(found) / len(rows) >= LEAST[kind], missed


def test_what_is_right_is_passed() -> None:
    alarms = Counter(f.text for row in triples() for f in meanings(row.right))
    assert len(alarms) <= 2, alarms


FAITHFUL = [
    pytest.param(
        "Ремонт завершили достроково, наприкінці жовтня.",
        "The repair was finished ahead of plan, in late October.",
        "Ремонт завершили досрочно, в конце октября.",
        id="a-part-of-a-month-is-not-late",
    ),
    pytest.param(
        "Боксер вийшов на ринг із розсіченою бровою.",
        "The boxer entered the ring with a cut eyebrow.",
        "Боксер вышел на ринг с рассеченной бровью.",
        id="who-goes-out-onto-the-ring-enters-it",
    ),
    pytest.param(
        "Збори закінчилися близько другої ночі.",
        "The meeting ended at about two in the morning.",
        "Собрание закончилось около двух часов ночи.",
        id="small-hours",
    ),
    pytest.param(
        "Ексзаступника міністра енергетики взяли під варту.",
        "A former deputy energy minister was remanded in custody.",
        "Экс-замминистра энергетики взяли под стражу.",
        id="deputies-with-words-between",
    ),
    pytest.param(
        "Унаслідок удару загинула жінка, чоловіка поранено.",
        "The strike killed a woman and wounded a man.",
        "В результате удара погибла женщина, мужчина ранен.",
        id="both-poles",
    ),
    pytest.param(
        "Збити дрони не вдалося.",
        "The crews failed to shoot the drones down.",
        "Сбить дроны не удалось.",
        id="a-verb-that-negates",
    ),
    pytest.param(
        "Квитки можна буде придбати із суботи.",
        "Tickets will go on sale on Saturday.",
        "Билеты можно будет купить с субботы.",
        id="the-same-from-the-other-side",
    ),
    pytest.param(
        "Термін сплати — не пізніше 4 лютого.",
        "Payment is due by February 4.",
        "Срок уплаты — не позднее 4 февраля.",
        id="not-later-is-by",
    ),
    pytest.param(
        "Укриття для школи № 4 здадуть восени.",
        "The shelter for School No. 4 will be finished in the fall.",
        "Укрытие для школы № 4 сдадут осенью.",
        id="a-number-is-no-negation",
    ),
    pytest.param(
        "У Міноборони повідомили про втрати противника.",
        "The defense minister reported the enemy's losses.",
        "В министерстве обороны сообщили о потерях противника.",
        id="ministry-and-minister",
    ),
    pytest.param(
        "Суд засудив ексзаступника голови обласної ради до шести років.",
        "The court sentenced the former deputy head of the regional council to six years.",
        "Суд приговорил бывшего заместителя председателя облсовета к шести годам.",
        id="a-former-deputy-is-a-deputy",
    ),
    pytest.param(
        "Із Києва пасажири вирушатимуть о 15:12, а в Чернівцях будуть о 03:05.",
        "Passengers will depart from Kyiv at 15:12 and reach Chernivtsi at 03:05.",
        "Из Киева пассажиры будут отправляться в 15:12, а в Черновцы прибывать в 03:05.",
        id="who-departs-arrives",
    ),
    pytest.param(
        "Він проведе під вартою 60 днів, якщо за нього не внесуть 9,08 млн грн застави.",
        "The court has ordered that he be held in custody for 60 days, with bail set at "
        "UAH 9.08 million.",
        "Суд избрал ему меру пресечения: 60 дней под стражей с правом внесения 9,08 млн грн "
        "залога.",
        id="a-condition-is-no-denial",
    ),
    pytest.param(
        "За підсумками підрахунку вона набрала 50,2%, повідомив ЦВК у Кишиневі.",
        "With all ballots counted it has 50.2 per cent, the Central Electoral Commission in "
        "Chișinău said.",
        "По итогам подсчета она набрала 50,2%, сообщил ЦИК в Кишиневе.",
        id="a-commission-for-elections",
    ),
    pytest.param(
        "Тіло туриста знайшли аж біля Устеріків.",
        "The tourist's body was found as far away as Usteriky.",
        "Тело туриста нашли аж возле Устериков.",
        id="as-far-as-is-near",
    ),
]


NEAR = [
    pytest.param(
        "Суд засудив ексзаступника голови обласної ради до шести років.",
        "The court sentenced the former deputy head of the regional council to six years.",
        "Суд приговорил бывшего председателя облсовета к шести годам.",
        id="a-deputy-is-no-head",
    ),
    pytest.param(
        "Поїзд вирушатиме до Ковеля о 15:12 щодня.",
        "The train will depart for Kovel at 15:12 every day.",
        "Поезд будет прибывать в Ковель в 15:12 каждый день.",
        id="who-departs-does-not-arrive",
    ),
    pytest.param(
        "Обвинувачений не сидітиме під вартою до суду, якщо заплатить заставу.",
        "The defendant will be held in custody until the trial if he pays the bail.",
        "Обвиняемый не будет сидеть под стражей до суда, если заплатит залог.",
        id="beside-a-condition",
    ),
]


@pytest.mark.parametrize(("uk", "en", "ru"), NEAR)
def test_near_ones_are_found(uk: str, en: str, ru: str) -> None:
    assert len(meanings({"uk": uk, "en": en, "ru": ru})) == 1


@pytest.mark.parametrize(("uk", "en", "ru"), FAITHFUL)
def test_faithful_sentences_are_passed(uk: str, en: str, ru: str) -> None:
    assert [f.text for f in meanings({"uk": uk, "en": en, "ru": ru})] == []


def test_two_editions_are_told_of_without_a_suspect() -> None:
    (found,) = meanings(
        {
            "uk": "Бензин за тиждень подорожчав на дві гривні.",
            "ru": "Бензин за неделю подешевел на две гривны.",
        }
    )
    assert found.code == "MEA002"
    assert found.suspects == ()
    assert {o.text for o in found.occurrences} == {"подорожчав", "подешевел"}


def test_places_are_exact() -> None:
    (found,) = meanings(
        {
            "uk": "Унаслідок удару по Ромнах двоє людей загинули.",
            "en": "The strike on Romny killed two people.",
            "ru": "В результате удара по Ромнам два человека ранены.",
        }
    )
    assert {o.language: o.text for o in found.occurrences} == {
        "uk": "загинули",
        "en": "killed",
        "ru": "ранены",
    }
    assert found.text == "ru “ранены”, but uk “загинули”, en “killed”"


def test_a_sentence_left_in_another_language_is_not_compared() -> None:
    found = meanings(
        {
            "uk": "The mayor did not sign the order on the quarantine in the town.",
            "en": "The mayor did not sign the order on the quarantine in the town.",
            "ru": "Мэр не подписал распоряжение о карантине в городе.",
        }
    )
    assert found == []


STORY = (
    {
        "uk": "Національне антикорупційне бюро (НАБУ) назвало підозрюваних. Бюро шукає ще двох.",
        "en": "The National Anti-Corruption Bureau (NABU) named the suspects. The Bureau is "
        "looking for two more.",
        "ru": "Национальное антикоррупционное бюро (НАБУ) назвало подозреваемых. Бюро ищет еще "
        "двух.",
    },
    {
        "uk": "Фермер Геннадій Юдін-Малий зорав поле біля Сум, його сусід Остап Гук — друге.",
        "en": "Farmer Hennadii Yudin-Malyi ploughed a field near Sumy, his neighbor Ostap Huk "
        "another.",
        "ru": "Фермер Геннадий Юдин-Малый вспахал поле под Сумами, его сосед Остап Гук — второе.",
    },
)
SOURCES = [
    pytest.param(
        "Бухгалтерка вивела гроші через рахунки в Ризі, за даними НАБУ.",
        "The accountant moved the money through accounts in Riga, NABU says.",
        "Бухгалтер вывела деньги через счета в Риге, по данным {}.",
        {"the same": "Бюро", "another": "СБУ"},
        "MEA004",
        id="an-abbreviation-and-a-noun",
    ),
    pytest.param(
        "За словами Геннадія, трактор для причепа позичив родич із Конотопа.",
        "{} says that a relative from Konotop lent him a tractor for the trailer.",
        "По словам Геннадия, трактор для прицепа одолжил родственник из Конотопа.",
        {"the same": "Malyi", "another": "Ostap"},
        "NAM002",  # a name in the place of another is told as that
        id="a-given-name-and-a-surname",
    ),
]


@pytest.mark.parametrize(("uk", "en", "ru", "who", "code"), SOURCES)
def test_one_source_may_have_two_names(
    uk: str, en: str, ru: str, who: dict[str, str], code: str
) -> None:
    told = {"uk": uk, "en": en, "ru": ru}
    codes = {}
    for kind, name in who.items():
        texts = {
            la: "\n\n".join([*(part[la] for part in STORY), told[la].format(name)]) for la in told
        }
        codes[kind] = [f.code for f in meanings(texts, Family.NAME)]
    assert codes == {"the same": [], "another": [code]}
