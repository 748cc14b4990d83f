"""NUM007, NUM008, DAT007, DAT008: numbers and dates that one edition has wrong by itself."""

from __future__ import annotations

from collections.abc import Iterable

from transcheck.checks import Check, check
from transcheck.checks.stating import occurrences, sayings
from transcheck.comparing.alone import alike, claim
from transcheck.comparing.alone.arithmetic import wrong_rates, wrong_sums
from transcheck.comparing.dates_voting import impossible, misnamed
from transcheck.comparing.numbers_voting import quantity
from transcheck.facts.numbers.records import number
from transcheck.model import Comparison, Family, Finding, Severity


@check(
    code="NUM007",
    rule="sum-wrong",
    family=Family.NUMBER,
    severity=Severity.WARNING,
    alone=True,
    templates={"default": "{parts} make {sum}, not {total}"},
)
def sum_wrong(this: Check, comparison: Comparison) -> Iterable[Finding]:
    """A number is not the sum of the parts that are told with it.

    The parts stand behind a colon or a dash, or they are all the numbers of the next sentence
    with any, three or more. They are of the same unit and miss the total by less than a
    quarter, in the next sentence by less than a fifth: others are only some of it. So are
    numbers among words such as "among them", «зокрема», «остальные». What is about, nearly or
    more than a number need not add up, and neither do rounded millions.

    It is a warning. Where several editions are compared, all of them have it; if they do not,
    one number differs (NUM001).

    Bad:
        uk: У парку 98 автобусів: 48 нових і 52 старі.
        en: The depot has 98 buses: 48 new ones and 52 old ones.

    Good:
        uk: У парку 98 автобусів: 48 нових і 50 старих.
        en: The depot has 98 buses: 48 new ones and 50 old ones.
    """
    article = comparison.article
    for found in alike(comparison, wrong_sums):
        values = [quantity(part).low for part in found[0].parts]
        yield this.finding(
            article.name,
            occurrences(article, [claim(each.facts for each in found)]),
            parts=" + ".join(map(number, values)),
            sum=number(sum(values)),
            total=number(quantity(found[0].total).low),
        )


@check(
    code="NUM008",
    rule="percentage-wrong",
    family=Family.NUMBER,
    severity=Severity.ERROR,
    alone=True,
    templates={
        "default": "“{first}” and “{second}” make {right} %, not “{said}”",
        "times": "“{first}” and “{second}” make {right} times, not “{said}”",
    },
)
def percentage_wrong(this: Check, comparison: Comparison) -> Iterable[Finding]:
    """A percentage, a share or a multiple is not what the values beside it make.

    Both values of a change stand right beside it, or a part and its whole, with nothing but
    words such as "or", "by", "a drop of" between. Values that are rounded may be a little off,
    so may a third or "twice". What is about, nearly or more than a number is not checked.

    It is an error in a text that is checked alone, and a warning where all editions that are
    compared say the same.

    Bad:
        uk: Платня зросла з 10 тисяч до 15 тисяч гривень, тобто на 40 відсотків.
        en: Pay has risen from 10,000 to 15,000 hryvnias, or by 40 percent.

    Good:
        uk: Платня зросла з 10 тисяч до 15 тисяч гривень, тобто на 50 відсотків.
        en: Pay has risen from 10,000 to 15,000 hryvnias, or by 50 percent.
    """
    article = comparison.article
    for found in alike(comparison, wrong_rates):
        one = found[0]
        yield this.finding(
            article.name,
            occurrences(article, [claim(each.facts for each in found)]),
            template="times" if one.times else "default",
            severity=Severity.ERROR if len(found) == 1 else Severity.WARNING,
            first=one.first.text,
            second=one.second.text,
            said=one.said.text,
            right=f"{one.right:.3g}",
        )


@check(
    code="DAT007",
    rule="weekday-misnamed",
    family=Family.DATE,
    severity=Severity.ERROR,
    alone=True,
    templates={"default": "that date is another day of the week: {one}"},
)
def weekday_misnamed(this: Check, comparison: Comparison) -> Iterable[Finding]:
    """A date falls on another day of the week than the edition says.

    Either the day or the date is wrong, and the calendar tells without any other edition.
    Only a day of the week that stands in the date itself is looked at. A date that two
    other editions contradict is reported as that, not once more.

    It is an error where the year is written. Where the year nearest to publication is
    meant it is a warning. Where several editions say the same, nobody is the suspect.

    Bad:
        uk: Бюджет ухвалили у вівторок, 18 листопада 2024 року.
        en: The budget was passed on Tuesday, 18 November 2024.
        ru: Бюджет приняли во вторник, 18 ноября 2024 года.

    Good:
        uk: Бюджет ухвалили у вівторок, 19 листопада 2024 року.
        en: The budget was passed on Tuesday, 19 November 2024.
        ru: Бюджет приняли во вторник, 19 ноября 2024 года.
    """
    editions = comparison.article.editions
    for found in misnamed(comparison):
        wrong = found.claim.editions
        alone = len(wrong) == 1 and len(editions) > 1
        yield this.finding(
            comparison.article.name,
            occurrences(comparison.article, [found.claim]),
            suspects=[editions[n].language for n in wrong] if alone else (),
            severity=Severity.ERROR if found.sure else Severity.WARNING,
            one=sayings(comparison.article, [found.claim]),
        )


@check(
    code="DAT008",
    rule="date-impossible",
    family=Family.DATE,
    severity=Severity.ERROR,
    alone=True,
    templates={"default": "there is no such day: {one}"},
)
def date_impossible(this: Check, comparison: Comparison) -> Iterable[Finding]:
    """A month has no such day: 31 April, 30 February, 29 February of a common year.

    The calendar tells without any other edition, even where all of them say the same. A
    date that two other editions contradict is reported as that, not once more.

    It is an error. Where several editions say the same, nobody is the suspect.

    Bad:
        uk: Термін подання заяв минає 31 квітня.
        en: The deadline for applications is April 31.
        ru: Срок подачи заявлений истекает 31 апреля.

    Good:
        uk: Термін подання заяв минає 30 квітня.
        en: The deadline for applications is April 30.
        ru: Срок подачи заявлений истекает 30 апреля.
    """
    editions = comparison.article.editions
    for said in impossible(comparison):
        alone = len(said.editions) == 1 and len(editions) > 1
        yield this.finding(
            comparison.article.name,
            occurrences(comparison.article, [said]),
            suspects=[editions[n].language for n in said.editions] if alone else (),
            one=sayings(comparison.article, [said]),
        )
