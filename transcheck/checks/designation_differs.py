"""NUM005: a model, flight or group whose digits or letters differ between editions."""

from __future__ import annotations

from collections.abc import Iterable

from transcheck.checks import Check, check
from transcheck.checks.stating import DIFFERENCE, difference
from transcheck.comparing.voting import votes
from transcheck.facts.designations import KIND
from transcheck.model import Comparison, Family, Finding, Severity


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
