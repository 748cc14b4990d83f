"""NUM004: the same number of something else: per cent and points, dollars and euros."""

from __future__ import annotations

from collections.abc import Iterable

from transcheck.checks import Check, check
from transcheck.checks.stating import DIFFERENCE, difference
from transcheck.comparing.numbers_voting import about_numbers, differ_in_unit
from transcheck.model import Comparison, Family, Finding, Severity


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
