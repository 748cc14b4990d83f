"""MEA003: one edition denies what the others say, or says what they deny."""

from __future__ import annotations

from collections.abc import Iterable

from transcheck.checks import Check, check
from transcheck.checks.stating import told
from transcheck.comparing.negations import denials
from transcheck.comparing.wordwise import wordwise
from transcheck.model import Comparison, Family, Finding, Severity


@check(
    code="MEA003",
    rule="negated",
    family=Family.MEANING,
    severity=Severity.WARNING,
    templates={
        "denies": "{one} with a negation, but {others}",
        "affirms": "{one} without a negation, but {others}",
    },
    yields=True,
)
def negated(this: Check, comparison: Comparison) -> Iterable[Finding]:
    """One of three editions denies what the two others say, or says what they deny.

    A "not" is short, and a sentence reads well without it. The rest of the sentence must be
    alike, and where an edition has anything that can stand for a negation, as "fail",
    "without" or "only", nothing is reported.

    Bad:
        uk: Наступний обмін не планують до Великодня.
        en: The next exchange is planned before Easter.
        ru: Следующий обмен не планируют до Пасхи.

    Good:
        uk: Міністр не прийшов на засідання.
        en: The minister failed to come to the session.
        ru: Министр не пришел на заседание.
    """
    for sides in comparison.once(wordwise):
        for found in denials(sides):
            template = "denies" if found.denies else "affirms"
            yield from told(this, comparison, sides, found.places, found.suspect, template)
