"""NUM001 to NUM005: numbers and designations that differ between editions, or are left out."""

from __future__ import annotations

from collections.abc import Iterable

from transcheck.checks import Check, Option, check
from transcheck.checks.stating import DIFFERENCE, difference, omission
from transcheck.comparing.consensus import Divergence
from transcheck.comparing.nuances import bounded_apart, changed_apart
from transcheck.comparing.numbers_voting import (
    about_numbers,
    all_but_equal,
    apart,
    differ_in_unit,
    exact,
    missed,
    quantity,
)
from transcheck.comparing.voting import Vote, votes
from transcheck.facts.designations import KIND
from transcheck.facts.numbers.records import Bound
from transcheck.model import Comparison, Family, Finding, Severity

TOLERANCE = Option(
    "tolerance",
    0.0,
    "Numbers that differ by no more than this many per cent of the larger one are not reported.",
    most=50,
)


@check(
    code="NUM001",
    rule="number-differs",
    family=Family.NUMBER,
    severity=Severity.ERROR,
    templates={"default": DIFFERENCE},
    options=(TOLERANCE,),
)
def number_differs(this: Check, comparison: Comparison) -> Iterable[Finding]:
    """Two editions give different numbers for the same thing.

    Counts, sums of money, percentages, measures, ages and scores are compared by value,
    not by spelling: digits agree with words, "1.5 billion" with «1,5 млрд», miles with
    kilometres. Whole numbers must be equal; a rounded one agrees within its last digit,
    "dozens" with anything of that size. With three editions two outvote the third.

    It is an error where whole values contradict each other, and a warning where one of
    them is vague, approximate or loosely put, or where it is not sure that the sentences
    are counterparts. Measures that are all but equal (249 kg, 250 kg) are often converted
    from a third unit: that is a warning, and info where nothing tells which one is off.

    Bad:
        uk: Поранено 1500 осіб.
        en: 2,500 people were injured.
        ru: Ранены полторы тысячи человек.

    Good:
        uk: Поранено 1500 осіб.
        en: Fifteen hundred people were injured.
        ru: Ранены полторы тысячи человек.
    """
    tolerance = this.option(TOLERANCE) / 100
    for vote, divergence in about_numbers(comparison):
        if len(divergence.claims) < 2 or differ_in_unit(divergence):
            continue
        if apart(divergence) > tolerance:
            yield difference(this, comparison, divergence, _severity(vote, divergence))


def _severity(vote: Vote, divergence: Divergence) -> Severity:
    if all_but_equal(divergence) and not divergence.suspects:
        return Severity.INFO
    return Severity.ERROR if vote.sure and exact(divergence) else Severity.WARNING


@check(
    code="NUM002",
    rule="number-missing",
    family=Family.NUMBER,
    severity=Severity.WARNING,
    templates={"default": "{claim}; no such number in {absent}"},
)
def number_missing(this: Check, comparison: Comparison) -> Iterable[Finding]:
    """A number stands in the passage of some editions, and another leaves it out.

    A count or a sum was dropped in translation, or added. Numbers that a language may put
    without a number (both, twice, a first time) and vague sizes are never missed, nor is
    what a headline leaves out, nor what stands in the sentence before or after.

    It is a warning: nothing is contradicted, but readers of one edition are told less.

    Bad:
        uk: Міст обстріляли, загинули 12 людей.
        en: The bridge was shelled, and people were killed.
        ru: Мост обстреляли, погибли 12 человек.

    Good:
        uk: Міст обстріляли двічі, загинули 12 людей.
        en: The bridge was shelled again, and 12 people were killed.
        ru: Мост обстреляли дважды, погибли двенадцать человек.
    """
    for vote, divergence in about_numbers(comparison):
        if len(divergence.claims) == 1 and missed(vote, divergence):
            yield omission(this, comparison, divergence, this.severity)


_SOFTENERS = frozenset({Bound.ABOUT, Bound.NEARLY, Bound.UP_TO})
"""Bounds that an edition adds for its style; a floor is a claim of its own."""


@check(
    code="NUM003",
    rule="number-bound-differs",
    family=Family.NUMBER,
    severity=Severity.WARNING,
    templates={"default": DIFFERENCE},
)
def number_bound_differs(this: Check, comparison: Comparison) -> Iterable[Finding]:
    """The same number is bounded in one edition and not, or differently, in another.

    "Up to 120 million" is less than "120 million", and "at least eight" more than eight:
    a dropped "about" or "only" changes what readers are told. Words that translators use
    for each other agree: over and more than, almost and about, from and at least. Words
    that bound a number or not («до», "over", «всего») agree with none. A step is told from a
    level: "rose by 25", "rose to 25".

    It is a warning, and info in headlines, where it is not sure that the sentences are
    counterparts, and where one edition alone softens the number: "some 340", "as many as 40".

    Bad:
        uk: Місто обстріляли щонайменше вісім разів.
        en: The town was shelled eight times.
        ru: Город обстреляли не менее восьми раз.

    Good:
        uk: Місто обстріляли понад вісім разів.
        en: The town was shelled more than eight times.
        ru: Город обстреляли свыше восьми раз.
    """
    for vote in comparison.once(votes):
        for claim in vote.varied:
            divergence = bounded_apart(claim)
            if divergence is not None:
                sure = vote.sure and not vote.headline
                severity = Severity.WARNING if sure and not _softened(divergence) else Severity.INFO
                yield difference(this, comparison, divergence, severity)
        for claim in vote.claims if vote.sure else ():
            divergence = changed_apart(comparison.article, claim)
            if divergence is not None:
                yield difference(this, comparison, divergence, Severity.WARNING)


def _softened(divergence: Divergence) -> bool:
    """Return whether one edition alone of three says that the number is a rough one."""
    if not divergence.suspects:
        return False
    *others, alone = divergence.claims
    said = [quantity(fact).bound for claim in others for facts in claim.facts for fact in facts]
    softer = [quantity(fact).bound for facts in alone.facts for fact in facts]
    return not any(said) and all(bound in _SOFTENERS for bound in softer)


@check(
    code="NUM004",
    rule="number-unit-differs",
    family=Family.NUMBER,
    severity=Severity.ERROR,
    templates={"default": DIFFERENCE},
)
def number_unit_differs(this: Check, comparison: Comparison) -> Iterable[Finding]:
    """Two editions give the same number, but of another currency, measure or share.

    Euros became dollars, percentage points became per cent, megawatts gigawatts. A unit
    that one edition leaves out is no difference, nor is a value that was converted: "10
    miles" agrees with «16 км», and "12 months" with a year.

    It is an error, and a warning where it is not sure that the sentences are counterparts.

    Bad:
        uk: Ставка зросла на 1,2 відсоткового пункту.
        en: The rate rose by 1.2 percent.
        ru: Ставка выросла на 1,2 процентного пункта.

    Good:
        uk: Ставка зросла на 1,2 відсоткового пункту.
        en: The rate rose by 1.2 percentage points.
        ru: Ставка выросла на 1,2 п. п.
    """
    for vote, divergence in about_numbers(comparison):
        if len(divergence.claims) > 1 and differ_in_unit(divergence):
            severity = Severity.ERROR if vote.sure else Severity.WARNING
            yield difference(this, comparison, divergence, severity)


@check(
    code="NUM005",
    rule="designation-differs",
    family=Family.NUMBER,
    severity=Severity.ERROR,
    templates={"default": DIFFERENCE},
)
def designation_differs(this: Check, comparison: Comparison) -> Iterable[Finding]:
    """Two editions name different models, flights or groups: Су-34 and Su-35, G7 and G20.

    One digit makes another aircraft of it. Digits must be equal, letters are compared as
    the scripts write them (Х-101 and Kh-101, С-300 and S-300). Models that all editions
    name are not compared with each other, and a mark behind the digits that one edition
    leaves out is no difference (Т-72Б3 and T-72).

    It is an error, and a warning where it is not sure that the sentences are counterparts.

    Bad:
        uk: Винищувач Су-34 впав під Бєлгородом.
        en: A Su-35 fighter crashed near Belgorod.
        ru: Истребитель Су-34 упал под Белгородом.

    Good:
        uk: Збили Су-34 і Су-35, а також десять «Шахедів-136».
        en: A Su-34, a Su-35 and ten Shahed-136 drones were shot down.
        ru: Сбили Су-34 и Су-35, а также десять «Шахедов-136».
    """
    for vote in comparison.once(votes):
        for divergence in vote.divergences:
            named = all(fact.kind == KIND for fact in divergence.facts)
            if named and len(divergence.claims) > 1:
                severity = Severity.ERROR if vote.sure else Severity.WARNING
                yield difference(this, comparison, divergence, severity)
