"""DAT001 to DAT006: dates, times and stretches of time that differ between editions."""

from __future__ import annotations

from collections.abc import Iterable

from transcheck.checks import Check, check
from transcheck.checks.stating import DIFFERENCE, difference, omission
from transcheck.comparing.consensus import Divergence
from transcheck.comparing.dates_voting import (
    DATE,
    about_dates,
    about_times,
    counts_from_today,
    date,
    missed,
)
from transcheck.comparing.nuances import counted_apart, less_exact, timed_apart
from transcheck.comparing.voting import Vote, votes
from transcheck.model import Comparison, Family, Finding, Severity


@check(
    code="DAT001",
    rule="date-differs",
    family=Family.DATE,
    severity=Severity.ERROR,
    templates={
        "default": DIFFERENCE,
        "counted": "counted from another day: {one}, but {others}",
    },
)
def date_differs(this: Check, comparison: Comparison) -> Iterable[Finding]:
    """Two editions give different dates for the same thing.

    Days, months, years, decades, days of the week and distances in time ("two months
    ago") are compared by what they mean. One that says more agrees with one that says
    less: "8 December" with «8 грудня 2024 року», "Saturday" with the date it fell on,
    where the article's own date tells. With three editions two outvote the third.

    "Ten years ago" is counted from today, "ten years earlier" from a day in the story.

    It is an error where both say the same part of a date differently, and a warning where
    it is not sure that the sentences are counterparts, or where one edition alone counts
    from today. One that says "earlier" for "ago" is info: the style of some languages.

    Bad:
        uk: Наступ почався 27 листопада.
        en: The offensive began on 29 November.
        ru: Наступление началось 27 ноября.

    Good:
        uk: Наступ почався 27 листопада 2024 року.
        en: The offensive began on Nov. 27.
        ru: Наступление началось в среду, 27 ноября.
    """
    for vote, divergence in about_dates(comparison):
        if len(divergence.claims) > 1:
            sure = vote.sure
            severity = Severity.ERROR if sure else Severity.WARNING
            yield difference(this, comparison, divergence, severity)
    for vote in comparison.once(votes):
        for claim in vote.varied:
            apart = counted_apart(claim)
            if apart is not None:
                yield difference(this, comparison, apart, _counted(vote, apart), "counted")


def _counted(vote: Vote, divergence: Divergence) -> Severity:
    """Return how grave it is that editions count from another day."""
    alone = divergence.claims[-1]
    from_today = all(counts_from_today(fact) for facts in alone.facts for fact in facts)
    if vote.sure and divergence.suspects and from_today:
        return Severity.WARNING
    return Severity.INFO


@check(
    code="DAT002",
    rule="time-differs",
    family=Family.DATE,
    severity=Severity.ERROR,
    templates={"default": DIFFERENCE},
)
def time_differs(this: Check, comparison: Comparison) -> Iterable[Finding]:
    """Two editions give different times of day for the same thing.

    "2:30 pm" agrees with 14:30 and «о пів на третю», and times in different zones with
    one another when they are the same moment, by the date in the sentence or that of
    publication. Where one edition names the zone of many countries (GMT, CET), a time without
    one in a Ukrainian or Russian edition is that of Kyiv. With three editions two outvote the
    third.

    It is an error, and a warning where it is not sure that the sentences are counterparts.

    Bad:
        uk: Засідання почнеться о 14:30.
        en: The session starts at 3.30 pm.
        ru: Заседание начнется в 14:30.

    Good:
        uk: Засідання почнеться о пів на третю.
        en: The session starts at 2.30 pm.
        ru: Заседание начнется в 14:30.
    """
    for vote, divergence in about_times(comparison):
        if len(divergence.claims) > 1:
            sure = vote.sure
            severity = Severity.ERROR if sure else Severity.WARNING
            yield difference(this, comparison, divergence, severity)


@check(
    code="DAT003",
    rule="date-missing",
    family=Family.DATE,
    severity=Severity.WARNING,
    templates={"default": "{claim}; no such date in {absent}"},
)
def date_missing(this: Check, comparison: Comparison) -> Iterable[Finding]:
    """A date stands in the passage of some editions, and another leaves it out.

    A day, a year or "last week" was dropped in translation, or added. What stands in the
    sentence before or after is not missing, nor what a headline leaves out, nor a "today",
    which is often no date at all.

    It is a warning: nothing is contradicted, but readers of one edition are told less. A date
    without a year that one edition alone adds is info: English desks say on which day it was.

    Bad:
        uk: Перемир'я уклали в березні 2020 року.
        en: A truce was agreed.
        ru: Перемирие заключили в марте 2020 года.

    Good:
        uk: Перемир'я уклали в березні 2020 року.
        en: A truce was agreed in March 2020.
        ru: Перемирие заключили в марте 2020-го.
    """
    for vote, divergence in about_dates(comparison):
        if len(divergence.claims) == 1 and missed(vote, divergence):
            alone = len(vote.passage.present) > 2 and len(divergence.claims[0].makers) == 1
            # A year in one edition alone is often another one's with a wrong digit.
            dated = any(date(fact).year for fact in divergence.facts if fact.kind == DATE)
            severity = Severity.INFO if alone and not dated else this.severity
            yield omission(this, comparison, divergence, severity)


@check(
    code="DAT004",
    rule="time-missing",
    family=Family.DATE,
    severity=Severity.WARNING,
    templates={"default": "{claim}; no such time in {absent}"},
)
def time_missing(this: Check, comparison: Comparison) -> Iterable[Finding]:
    """A time of day stands in the passage of some editions, and another leaves it out.

    When to be where is what readers look for; a dropped time is seldom meant. What stands
    in the sentence before or after is not missing, nor what a headline leaves out.

    It is a warning: nothing is contradicted, but readers of one edition are told less.

    Bad:
        uk: Засідання почнеться в понеділок о 14:30.
        en: The session starts on Monday.
        ru: Заседание начнется в понедельник в 14:30.

    Good:
        uk: Засідання почнеться в понеділок о 14:30.
        en: The session starts at 2.30 pm on Monday.
        ru: Заседание начнется в понедельник в половине третьего.
    """
    for vote, divergence in about_times(comparison):
        if len(divergence.claims) == 1 and vote.sure and not vote.headline:
            yield omission(this, comparison, divergence, this.severity)


@check(
    code="DAT005",
    rule="date-less-exact",
    family=Family.DATE,
    severity=Severity.WARNING,
    templates={
        "weekday": "{one} without the day of the week, but {others}",
        "day": "{one} without the day of the month, but {others}",
        "month": "{one} without the month, but {others}",
        "relative": "{one} without saying which, but {others}",
        "part": "{one} without the part of the day, but {others}",
    },
)
def date_less_exact(this: Check, comparison: Comparison) -> Iterable[Finding]:
    """One edition leaves a part out of a date that the others give in full.

    The day or the month is gone, the "next" of "next Sunday", the day of the week or the
    morning of a Monday. What the passage or a sentence beside it says elsewhere is not
    missing. The year goes without saying, and so does the "this" of "this Friday".

    It is a warning where two editions have that part and the third alone leaves it out.
    It is info where the date is clear all the same: the day of the week or the morning of 5
    March, and "Wednesday" for «середу, 5 березня», as English editions write. With two
    editions it is info as well: one of them may have added it. So it is in headlines and
    where it is not sure that the sentences are counterparts.

    Bad:
        uk: Матч відбудеться наступної неділі.
        en: The match will be played next Sunday.
        ru: Матч состоится в воскресенье.

    Good:
        uk: Матч відбудеться в неділю, 8 грудня 2024 року.
        en: The match will be played on Sunday, 8 December.
        ru: Матч состоится 8 декабря, в воскресенье.
    """
    for vote in comparison.once(votes):
        for claim in vote.varied:
            found = sorted(less_exact(comparison, vote, claim), key=lambda less: less.clear)
            for less in found[:1]:
                sure = vote.sure and not vote.headline and less.divergence.suspects
                severity = Severity.WARNING if sure and not less.clear else Severity.INFO
                yield difference(this, comparison, less.divergence, severity, less.component)


@check(
    code="DAT006",
    rule="stretch-differs",
    family=Family.DATE,
    severity=Severity.WARNING,
    templates={"default": DIFFERENCE},
)
def stretch_differs(this: Check, comparison: Comparison) -> Iterable[Finding]:
    """One edition says how long it lasted, another after how long it came.

    "For a month" and "a month later" hold the same month, and yet readers are told
    something else. "Within a month" and "in a month" can mean both and agree with both.

    It is a warning where one edition alone says it otherwise than two others. With two
    editions it is info, as in headlines and where it is not sure that the sentences are
    counterparts.

    Bad:
        uk: Завод закриють через місяць після виборів.
        en: The plant will be closed for a month after the elections.
        ru: Завод закроют в течение месяца после выборов.

    Good:
        uk: Завод закриють через місяць після виборів.
        en: The plant will be closed a month after the elections.
        ru: Завод закроют спустя месяц после выборов.
    """
    for vote in comparison.once(votes):
        for claim in vote.shared:
            apart = timed_apart(comparison.article, claim)
            if apart is not None:
                sure = vote.sure and not vote.headline and apart.suspects
                severity = Severity.WARNING if sure else Severity.INFO
                yield difference(this, comparison, apart, severity)
