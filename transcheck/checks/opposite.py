"""MEA002: one edition says the opposite of the others."""

from __future__ import annotations

from collections.abc import Iterable

from transcheck.checks import Check, check
from transcheck.checks.stating import told
from transcheck.comparing.opposites import opposites
from transcheck.comparing.wordwise import wordwise
from transcheck.model import Comparison, Family, Finding, Severity


@check(
    code="MEA002",
    rule="opposite",
    family=Family.MEANING,
    severity=Severity.WARNING,
    templates={"default": "{one}, but {others}"},
    yields=True,
)
def opposite(this: Check, comparison: Comparison) -> Iterable[Finding]:
    """One edition has a word that says the opposite of what the others say.

    Killed and wounded, north and south, rose and fell, won and lost, confirmed and denied,
    minister and deputy minister: a slip of one word, often when a sentence is translated in
    a hurry, turns the news round. The words must stand in the same place of their sentences,
    and a sentence that negates one of them is left alone.

    With three editions two must agree; the third is the suspect. With two, both must say one
    of the words once, in the same place beyond doubt, and no suspect is named.

    Bad:
        uk: Унаслідок обстрілу загинули троє людей.
        en: Three people were killed in the shelling.
        ru: В результате обстрела ранены три человека.

    Good:
        uk: Унаслідок обстрілу троє загинули, ще п'ятеро поранені.
        en: The shelling killed three people and wounded five.
        ru: В результате обстрела трое погибли, пятеро ранены.
    """
    for sides in comparison.once(wordwise):
        for found in opposites(sides):
            places = [(n, saying.first, saying.last) for n, saying in found.said]
            yield from told(this, comparison, sides, places, found.suspect)
