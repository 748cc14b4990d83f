"""NAM001 to NAM004: names that differ, within an edition or between editions."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from transcheck.checks import Check, check, log_odds
from transcheck.checks.stating import LEAVE_ALONE, left_alone
from transcheck.comparing.alone.spellings import Spelling, repaired, slips
from transcheck.comparing.names.rows import Names
from transcheck.comparing.names.units import Unit, places, saying
from transcheck.comparing.names.verdicts import Misspelt, NameVotes, Replaced, name_votes, names_of
from transcheck.limits import CHECKS_NAMES_OFTEN, NAMES
from transcheck.model import Comparison, Family, Finding, Occurrence, Severity, Suggestion


@check(
    code="NAM001",
    rule="name-spelled-two-ways",
    family=Family.NAME,
    severity=Severity.ERROR,
    templates={"default": "{edition} spells one name in two ways: “{usual}” and “{other}”"},
    options=(LEAVE_ALONE,),
)
def name_two_ways(this: Check, comparison: Comparison) -> Iterable[Finding]:
    """One edition spells one name in two ways.

    The town Rastan is called Rustan three paragraphs later, and readers take it for
    another place. Cases, possessives and plurals of a name are one spelling; two names
    that another edition keeps apart are two names. It takes another edition that has one
    name for both. It is an error where that is almost certain, else a warning.

    Bad:
        uk: Колона вийшла з Растана. До ночі Растан зайняли.
        en: The column left Rastan. By nightfall Rustan was taken.
        ru: Колонна вышла из Растана. К ночи Растан заняли.

    Good:
        uk: Колона вийшла з Растана. До ночі Растан зайняли.
        en: The column left Rastan. By nightfall Rastan's centre was taken.
        ru: Колонна вышла из Растана. К ночи Растан заняли.
    """
    article = comparison.article
    for found in comparison.once(name_votes).misspelt:
        if found.usual is None:
            continue
        where = places(article, (found.usual, *found.units, *found.others))
        if left_alone(this, article, where):
            continue
        edition = article.editions[found.usual.edition].language
        usual, other = found.usual.text, found.units[0].text
        sure = found.probability >= NAMES.two_ways
        told = this.finding(
            article.name,
            where,
            suspects=(edition,),
            severity=Severity.ERROR if sure else Severity.WARNING,
            key=(edition, usual, other),
            evidence=log_odds(found.probability),
            edition=edition,
            usual=usual,
            other=other,
        )
        yield replace(told, suggestion=_correction(found, comparison.once(names_of)))


def _correction(found: Misspelt, names: Names) -> Suggestion | None:
    """Return the rarer form put right, where it stands once and it is a matter of a letter."""
    (odd, *more), usual = found.units, found.usual
    often = names.everywhere(usual) if usual is not None else ()
    if more or len(often) < CHECKS_NAMES_OFTEN:
        return None
    right = repaired([unit.text for unit in often], odd.text, odd.language)
    if not right:
        return None
    return Suggestion(odd.language, odd.segment, odd.start, odd.end, right)


@check(
    code="NAM002",
    rule="name-differs",
    family=Family.NAME,
    severity=Severity.ERROR,
    templates={
        "default": "{one}, but {others}",
        "misspelt": "{one}, but {others}: write “{meant}”",
        "undecided": "{one}, but {others}; two editions do not tell which is right",
        "inserted": "only {one} is in the name that has {others}",
    },
)
def name_differs(this: Check, comparison: Comparison) -> Iterable[Finding]:
    """A name in one edition is not the name that the others have there.

    A letter went wrong, or another person, place or organisation stands in its place.
    Spellings are compared across scripts and inflection: Растані is Rastan, Наїм Касем is
    Naim Qassem, ХТШ is HTS, and names that tables know (Київ, Киев, Kyiv) are the same
    whatever their letters. What varies in transliteration counts little, a letter that
    stands for another sound counts much.

    It is an error where another name stands in the place of one that two editions share,
    and a warning where the spelling is so far off that a letter is likely to be wrong, or a
    word was put into a name. With two editions nothing tells which is right.

    Bad:
        uk: Генсек «Хезболли» Наїм Касем виступив у середу.
        en: Hezbollah chief Hassan Nasrallah spoke on Wednesday.
        ru: Генсек «Хезболлы» Наим Кассем выступил в среду.

    Good:
        uk: Генсек «Хезболли» Наїм Касем виступив у середу.
        en: Hezbollah chief Naim Qassem spoke on Wednesday.
        ru: Генсек «Хезболлы» Наим Кассем выступил в среду.
    """
    article = comparison.article
    for template, units, others, severity, probability, meant in _divergent(
        comparison.once(name_votes)
    ):
        blamed = template != "undecided"
        found = this.finding(
            article.name,
            places(article, (*units, *others)),
            template=template,
            suspects=(article.editions[units[0].edition].language,) * blamed,
            severity=severity,
            evidence=log_odds(probability),
            one=saying(article, units[:1]),
            others=saying(article, others),
            **({"meant": meant} if meant else {}),
        )
        if meant and probability >= NAMES.error and len(units) == 1:
            (odd,) = units
            right = Suggestion(odd.language, odd.segment, odd.start, odd.end, meant)
            found = replace(found, suggestion=right)
        yield found


_Divergent = tuple[str, tuple[Unit, ...], tuple[Unit, ...], Severity, float, str]
"""The template, the places of what is odd, what others have there, the severity, how likely it
is, and what to write."""


def _divergent(votes: NameVotes) -> Iterator[_Divergent]:
    for swap in votes.replaced:
        severity = Severity.ERROR if swap.probability >= NAMES.error else Severity.WARNING
        yield _template(swap), swap.units, swap.instead, severity, swap.probability, ""
    for unit, company in votes.inserted:
        yield "inserted", (unit,), company, Severity.WARNING, 0.5, ""
    for slip in votes.misspelt:
        if slip.usual is None:
            meant = slip.meant if slip.blamed else ""
            template = "misspelt" if meant else _template(slip)
            yield template, slip.units, slip.others, Severity.WARNING, slip.probability, meant


def _template(found: Misspelt | Replaced) -> str:
    return "default" if found.blamed else "undecided"


@check(
    code="NAM003",
    rule="name-missing",
    family=Family.NAME,
    severity=Severity.WARNING,
    templates={"default": "{absent} does not name {others}"},
    options=(LEAVE_ALONE,),
)
def name_missing(this: Check, comparison: Comparison) -> Iterable[Finding]:
    """Two editions name somebody or something in a passage, and the third nowhere.

    A name was dropped in translation. Only names that are certain count (a capital in
    mid-sentence, an acronym, a known name), and only where the third edition has neither
    the name, nor a word made from it, in the whole article.

    It is a warning: nothing is contradicted, but readers of one edition are told less.

    Bad:
        uk: Про це заявив речник ХТШ Хасан Абдель Гані.
        en: The spokesman of HTS said so.
        ru: Об этом заявил представитель ХТШ Хасан Абдель Гани.

    Good:
        uk: Про це заявив речник ХТШ Хасан Абдель Гані.
        en: Hassan Abdel Ghani, the spokesman of HTS, said so.
        ru: Об этом заявил представитель ХТШ Хасан Абдель Гани.
    """
    article = comparison.article
    for shared in comparison.once(name_votes).absent:
        found = places(article, shared.places)
        if left_alone(this, article, found):
            continue
        absent = article.editions[shared.edition].language
        yield this.finding(
            article.name,
            found,
            suspects=(absent,),
            absent=absent,
            others=saying(article, shared.places),
        )


@check(
    code="NAM004",
    rule="name-inconsistent",
    family=Family.NAME,
    severity=Severity.ERROR,
    alone=True,
    templates={"default": "a name is spelled in two ways: “{usual}” and “{other}”"},
    options=(LEAVE_ALONE,),
)
def name_inconsistent(this: Check, comparison: Comparison) -> Iterable[Finding]:
    """A text that is checked alone spells one name in two ways.

    Two spellings are one name where one letter was written for another, left out, doubled or
    exchanged with its neighbour. Cases, plurals and possessives are one spelling. Two names
    that a dictionary has, that stand in one sentence or have given names of their own are two
    persons or places: Кравченко and Кравчук, Smith and Smyth.

    It is an error where it is plain which of the two is wrong: the rarer one, or the one that
    no dictionary has. Else it is a warning. Where several editions are compared, these tell
    more surely which names are one (NAM001).

    Bad:
        uk: Растан упав у п'ятницю. Дорогу до Растана перерізано. Колони бачили в Рустані.
        en: Rastan fell on Friday. The road to Rastan is cut. Columns were seen in Rustan.

    Good:
        uk: Растан упав у п'ятницю. Дорогу до Растана перерізано. Міст під Растаном зник.
        en: Rastan fell on Friday. The road to Rastan is cut. Rastan's bridge is gone.
    """
    article = comparison.article
    if len(article.editions) != 1:
        return
    edition = article.editions[0]
    for slip in slips(comparison.facts[0], edition.language):
        odd = [_place(edition.language, each) for each in slip.odd]
        where = (_place(edition.language, slip.usual[0]), *odd)
        if left_alone(this, article, where):
            continue
        found = this.finding(
            article.name,
            where,
            severity=Severity.ERROR if slip.certain else Severity.WARNING,
            key=(edition.language, slip.usual[0].text, odd[0].text),
            usual=slip.usual[0].text,
            other=odd[0].text,
        )
        if slip.certain and len(odd) == 1:
            place = odd[0]
            right = Suggestion(
                edition.language, place.segment, place.start, place.end, slip.repaired
            )
            found = replace(found, suggestion=right)
        yield found


def _place(language: str, spelling: Spelling) -> Occurrence:
    return Occurrence(
        language, spelling.segment, spelling.start, spelling.end, spelling.text, spelling.text
    )
