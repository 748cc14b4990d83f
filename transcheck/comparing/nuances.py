"""What editions that make the same claim put differently: bounds, and parts of a date.

"Up to 120 million" and "120 million" are one claim, as are "Sunday" and "next Sunday": the
number and the day agree, and yet one edition says more than the other.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple, TypeVar

from transcheck.comparing.consensus import Claim, Divergence
from transcheck.comparing.dates import components
from transcheck.comparing.lexicon import concepts
from transcheck.comparing.measuring import bounds_agree
from transcheck.comparing.numbers import Verdict, agree
from transcheck.comparing.placing import same_distance
from transcheck.comparing.voting import Vote
from transcheck.facts.dates.values import PartialDate
from transcheck.facts.dates.words import words
from transcheck.facts.numbers.records import Bound, Form, Quantity
from transcheck.facts.numbers.units import unit
from transcheck.facts.numbers.unsaid import Course, course
from transcheck.facts.tokens import tokenize
from transcheck.languages import named
from transcheck.limits import NUANCES_CHANGED
from transcheck.model import Article, Comparison, Edition, Fact

V = TypeVar("V")

_UPPER = frozenset({Bound.UP_TO, Bound.LESS_THAN, Bound.NEARLY})
_LOWER = frozenset({Bound.MORE_THAN, Bound.AT_LEAST})
"""Bounds that contradict each other even where a number is rounded or converted."""
_CHANGES, _STEPS = frozenset({"rose", "fell"}), frozenset({"by", "to"})
"""Concepts of the lexicon that make a number a step or a level of a change."""
_EQUAL = frozenset({Verdict.SAME, Verdict.BOUND})
_PARTS = ("weekday", "day", "month", "relative", "part")
"""What is missed where one edition leaves it out; years and "early" go without saying."""
_NEAR_UNITS = frozenset({"o", "d", "w", "e"})
"""Units of a distance that tells which Sunday is meant: "next week"."""


class Less(NamedTuple):
    """A date that one edition gives less exactly than the others."""

    component: str
    """What it leaves out: ``weekday``, ``day``, ``month``, ``relative`` (next, last) or
    ``part`` (of the day)."""
    divergence: Divergence
    """The editions that say it, and the one that does not."""
    clear: bool
    """Whether the one that does not still says which day: "Wednesday", "5 March"."""


def bounded_apart(claim: Claim) -> Divergence | None:
    """Return a claim parted by what bounds its number, where editions bound it differently."""
    said = {n: v for n, v in _values(claim, Quantity).items() if not _is_distance(v)}
    if len({(value.bound, value.form is Form.DECADE) for value in said.values()}) < 2:
        return None
    first, *others = said.values()
    bounds = {value.bound for value in said.values() if value.bound_sure}
    if not all(agree(first, other).verdict in _EQUAL for other in others) and (
        bounds.isdisjoint(_UPPER) or bounds.isdisjoint(_LOWER)
    ):
        return None
    groups: list[list[int]] = []
    # A doubtful bound («до», "over") fits none as well as its own kind: it chooses last.
    for n in sorted(said, key=lambda n: (not said[n].bound_sure, n)):
        fitting = [g for g in groups if all(bounds_agree(said[n], said[m]) for m in g)]
        if fitting:
            max(fitting, key=lambda g: said[g[0]].bound is said[n].bound).append(n)
        else:
            groups.append([n])
    return _apart(claim, groups)


def _is_distance(value: Quantity) -> bool:
    """Return whether a word before a length may say where, not how much: «за 300 метрів від»."""
    return not value.bound_sure and bool(value.unit) and unit(value.unit).dimension == "length"


def counted_apart(claim: Claim) -> Divergence | None:
    """Return a claim parted by where its distance in time is counted from.

    "Ten years ago" is counted from today, "ten years earlier" from a day in the story.
    """
    anchors = {
        n: date.relative.anchor for n, date in _values(claim, PartialDate).items() if date.relative
    }
    groups = [[n for n, anchor in anchors.items() if anchor == own] for own in ("now", "then")]
    return _apart(claim, groups) if all(groups) else None


def timed_apart(article: Article, claim: Claim) -> Divergence | None:
    """Return a claim parted by what its stretch of time is to what happened.

    "For a month" says how long, "a month later" when; every edition must say which it is.
    """
    courses: dict[Course, list[int]] = {}
    for n in claim.editions:
        said = _course(article.editions[n], claim.facts[n][0])
        if said is None or said is Course.EITHER:
            return None
        courses.setdefault(said, []).append(n)
    return _apart(claim, list(courses.values()))


def _course(edition: Edition, fact: Fact) -> Course | None:
    value = fact.value
    if not isinstance(value, Quantity) or not value.unit or unit(value.unit).dimension != "time":
        return None
    text = edition.segments[fact.segment].text
    return course(text, fact.start, fact.end, named(edition.language))


def changed_apart(article: Article, claim: Claim) -> Divergence | None:
    """Return a claim parted by whether its number is a step or a level: "rose by 5", "rose to 5".

    Every edition must say which it is.
    """
    groups: dict[str, list[int]] = {}
    for n in claim.editions:
        said = _of_a_change(article.editions[n], claim.facts[n][0])
        if not said:
            return None
        groups.setdefault(said, []).append(n)
    return _apart(claim, list(groups.values()))


def _of_a_change(edition: Edition, fact: Fact) -> str:
    """Return the ``by`` or ``to`` before a number of a rise or fall, or nothing."""
    value = fact.value
    if not isinstance(value, Quantity) or value.form is Form.ORDINAL:  # "rose to sixth place"
        return ""
    lexicon = concepts(named(edition.language))
    *before, last = ["", *tokenize(edition.segments[fact.segment].text[: fact.start]).texts]
    changes = any(lexicon.near(word) & _CHANGES for word in before[-NUANCES_CHANGED:])
    return next(iter(lexicon.before.get(last, frozenset()) & _STEPS), "") if changes else ""


def less_exact(comparison: Comparison, vote: Vote, claim: Claim) -> Iterator[Less]:
    """Yield what exactly one edition leaves out of a date that the others give alike.

    What it says in another date of the passage, or beside it, is not left out, nor a part
    of the day for which there is any word.
    """
    said = _values(claim, PartialDate)
    for component in _PARTS:
        having = {n: d for n, d in said.items() if getattr(d, component) is not None}
        lacking = [n for n in said if n not in having]
        if len(lacking) != 1 or not having:
            continue
        alone, (model, *others) = lacking[0], having.values()
        if not all(_says(other, component, model) for other in others):
            continue
        if not components(said[alone]) < components(model) or _optional(component, model):
            continue
        if all(_elsewhere(comparison, vote, alone, component, d) for d in having.values()):
            continue
        apart = _apart(claim, [list(having), lacking])
        if apart is not None:
            yield Less(component, apart, _clear(component, said[alone]))


def _clear(component: str, date: PartialDate) -> bool:
    """Return whether a date says which day it is without a part it leaves out."""
    if component in {"relative", "part"}:
        return component == "part" and date.day is not None
    daily = date.relative is not None and date.relative.unit == "d"
    return daily or date.day is not None or date.weekday is not None


def _values(claim: Claim, kind: type[V]) -> dict[int, V]:
    """Return the value each edition gives; empty unless all are of one kind."""
    said = {n: claim.facts[n][0].value for n in claim.editions}
    values = {n: value for n, value in said.items() if isinstance(value, kind)}
    return values if len(values) == len(said) else {}


def _apart(claim: Claim, groups: Sequence[Sequence[int]]) -> Divergence | None:
    """Return a claim parted into claims of some of its editions each, the larger ones first."""
    if len(groups) < 2:
        return None
    parted = [
        Claim(tuple(facts if n in group else () for n, facts in enumerate(claim.facts)))
        for group in sorted(groups, key=lambda group: (-len(group), group))
    ]
    return Divergence(tuple(parted), ())


def _optional(component: str, date: PartialDate) -> bool:
    """Return whether a part of a date goes without saying: "this" Sunday, "overnight into"."""
    if component == "relative":
        return date.relative is None or not date.relative.amount
    if component == "day":
        # "On 1 January" says no more than «із січня».
        return date.day == 1
    return component == "part" and date.part == "eve"


def _elsewhere(
    comparison: Comparison, vote: Vote, edition: int, component: str, date: PartialDate
) -> bool:
    """Return whether an edition says a part of a date in another date, or without one."""
    facts = (*vote.passage.facts[edition], *vote.passage.around[edition])
    others = [fact.value for fact in facts if isinstance(fact.value, PartialDate)]
    if any(_says(other, component, date) for other in others):
        return True
    if component == "weekday" and any(o.relative and o.relative.unit == "d" for o in others):
        # "Yesterday" names the day as well.
        return True
    return component == "part" and _names_part(comparison, vote, edition)


def _says(other: PartialDate, component: str, date: PartialDate) -> bool:
    if component == "relative" and other.relative and date.relative:
        if date.weekday is not None and other.relative.unit not in _NEAR_UNITS:
            # "This season" does not say which Sunday; «торік» says which autumn.
            return False
        return same_distance(other.relative, date.relative)
    return bool(getattr(other, component) == getattr(date, component))


def _names_part(comparison: Comparison, vote: Vote, edition: int) -> bool:
    """Return whether a passage has any word for a part of the day, or says early or late."""
    own = comparison.article.editions[edition]
    table = words(named(own.language))
    forms = table.members("part") | table.members("part_word") | table.members("phase")
    texts = (own.segments[i].text for i in vote.bead.sides[edition])
    return any(token.text in forms for text in texts for token in tokenize(text))
