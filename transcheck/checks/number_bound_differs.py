"""NUM003: a number that editions bound differently: at least, up to, about, only."""

from __future__ import annotations

from collections.abc import Iterable

from transcheck.checks import Check, check
from transcheck.checks.stating import DIFFERENCE, difference
from transcheck.comparing.consensus import Divergence
from transcheck.comparing.nuances import bounded_apart, changed_apart
from transcheck.comparing.numbers_voting import quantity
from transcheck.comparing.voting import votes
from transcheck.facts.quantities import Bound
from transcheck.model import Comparison, Family, Finding, Severity

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
