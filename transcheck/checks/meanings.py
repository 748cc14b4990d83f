"""MEA001 to MEA004: roles that are changed, opposites, denials, words of somebody else."""

from __future__ import annotations

from collections.abc import Iterable

from transcheck.checks import Check, check
from transcheck.checks.stating import occurrence, told
from transcheck.comparing.attributions import attributions, names_known
from transcheck.comparing.negations import denials
from transcheck.comparing.opposites import opposites
from transcheck.comparing.roles import Crossing, crossings
from transcheck.comparing.wordwise import wordwise
from transcheck.model import Article, Comparison, Family, Finding, Severity


@check(
    code="MEA001",
    rule="number-roles-swapped",
    family=Family.MEANING,
    severity=Severity.ERROR,
    templates={
        "default": "{suspect}: “{one}” and “{two}” have changed places",
        "pair": "“{one}” and “{two}” have changed places: each edition says them of another thing",
    },
)
def number_roles_swapped(this: Check, comparison: Comparison) -> Iterable[Finding]:
    """Two numbers of a passage are said of different things than in other editions.

    "Eleven killed and two wounded" for two killed and eleven wounded holds the right numbers
    and tells something else. Each number is bound to the words, names and dates next to it;
    what the editions bind is compared through a lexicon of what news counts (killed, for,
    against, from, to), through names, and through word vectors. Numbers that are told in
    another order, with what they count, are no finding.

    It is an error where two editions contradict the third and the lexicon, names or other
    facts decide it; else a warning. With two editions nobody is suspected.

    Bad:
        uk: Двоє людей загинули, одинадцятеро поранені.
        en: Eleven people were killed and two wounded.
        ru: Два человека погибли, одиннадцать ранены.

    Good:
        uk: Двоє людей загинули, одинадцятеро поранені.
        en: Eleven people were wounded and two killed.
        ru: Ранены одиннадцать человек, погибли двое.
    """
    for vote, crossing in crossings(comparison):
        sure = crossing.decided and vote.sure and crossing.suspect is not None
        severity = Severity.ERROR if sure else Severity.WARNING
        yield _crossed(this, comparison.article, crossing, severity)


def _crossed(this: Check, article: Article, crossing: Crossing, severity: Severity) -> Finding:
    one, two = crossing.claims
    places = [
        occurrence(article, n, claim.facts[n][0])
        for n in one.editions
        if n in two.editions
        for claim in sorted(crossing.claims, key=lambda claim: claim.facts[n][0].start)
    ]
    suspects = [] if crossing.suspect is None else [article.editions[crossing.suspect].language]
    shown = [place for place in places if not suspects or place.language in suspects][:2]
    return this.finding(
        article.name,
        places,
        template="default" if suspects else "pair",
        suspects=suspects,
        severity=severity,
        one=shown[0].text,
        two=shown[1].text,
        suspect=suspects[0] if suspects else "",
    )


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
