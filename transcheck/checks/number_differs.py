"""NUM001: a number, sum, share or measure that differs between editions."""

from __future__ import annotations

from collections.abc import Iterable

from transcheck.checks import Check, check
from transcheck.checks.options import Option
from transcheck.checks.stating import DIFFERENCE, difference
from transcheck.comparing.consensus import Divergence
from transcheck.comparing.numbers_voting import (
    about_numbers,
    all_but_equal,
    apart,
    differ_in_unit,
    exact,
)
from transcheck.comparing.voting import Vote
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
