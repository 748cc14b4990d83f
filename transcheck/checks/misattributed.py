"""MEA004: one edition ascribes words to somebody else."""

from __future__ import annotations

from collections.abc import Iterable

from transcheck.checks import Check, check
from transcheck.checks.stating import told
from transcheck.comparing.attributions import attributions, names_known
from transcheck.comparing.wordwise import wordwise
from transcheck.model import Comparison, Family, Finding, Severity


@check(
    code="MEA004",
    rule="misattributed",
    family=Family.MEANING,
    severity=Severity.WARNING,
    templates={"default": "{one} is quoted, but {others}"},
    yields=True,
)
def misattributed(this: Check, comparison: Comparison) -> Iterable[Finding]:
    """One edition says that somebody else said it.

    Who says something is half of the news. Offices are compared where words of speech stand
    beside them (the police, the energy ministry, the mayor), and people where the other one
    is also somebody whom the story names. The rest of the sentence must be alike.

    With three editions two must agree; the third is the suspect. Where two editions have the
    sentence, only people are compared, and no suspect is named.

    Bad:
        uk: У Волинській ОВА запевняють, що дефіциту немає.
        en: The Volyn Regional Military Administration insists there is no shortage.
        ru: В Минэнерго уверяют, что дефицита нет.

    Good:
        uk: У Міноборони запевняють, що дефіциту немає.
        en: There is no shortage, the defense minister insists.
        ru: В министерстве обороны уверяют, что дефицита нет.
    """
    known = comparison.once(names_known)
    for sides in comparison.once(wordwise):
        for found in attributions(sides, known):
            yield from told(this, comparison, sides, found.places, found.suspect)
