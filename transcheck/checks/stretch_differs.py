"""DAT006: how long it lasted, or after how long it came."""

from __future__ import annotations

from collections.abc import Iterable

from transcheck.checks import Check, check
from transcheck.checks.stating import DIFFERENCE, difference
from transcheck.comparing.nuances import timed_apart
from transcheck.comparing.voting import votes
from transcheck.model import Comparison, Family, Finding, Severity


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
