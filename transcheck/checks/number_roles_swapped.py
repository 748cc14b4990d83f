"""MEA001: two numbers that have changed places between editions."""

from __future__ import annotations

from collections.abc import Iterable

from transcheck.checks import Check, check
from transcheck.comparing.roles import Crossing, crossings
from transcheck.comparing.wording import occurrence
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
        yield _finding(this, comparison.article, crossing, severity)


def _finding(this: Check, article: Article, crossing: Crossing, severity: Severity) -> Finding:
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
