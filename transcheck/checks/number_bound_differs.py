"""NUM003: a number that editions bound differently: at least, up to, about, only."""

from __future__ import annotations

from collections.abc import Iterable

from transcheck.checks import Check, check
from transcheck.checks.stating import DIFFERENCE, difference
from transcheck.comparing.nuances import bounded_apart
from transcheck.comparing.voting import votes
from transcheck.model import Comparison, Family, Finding, Severity


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
    that bound a number or not («до», "over", «всего») agree with none.

    It is a warning, and info in headlines and where it is not sure that the sentences are
    counterparts.

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
                severity = Severity.WARNING if sure else Severity.INFO
                yield difference(this, comparison, divergence, severity)
