"""NUM002: a number that one edition leaves out, or alone has."""

from __future__ import annotations

from collections.abc import Iterable

from transcheck.checks import Check, check
from transcheck.checks.stating import omission
from transcheck.comparing.numbers_voting import about_numbers, missed
from transcheck.model import Comparison, Family, Finding, Severity


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
