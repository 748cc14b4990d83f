"""Whether an edition that seems to lack a fact has words, read or not, that may stand for it.

A fact is missing only where nothing could be it: not its digits, not a word of the same
root («зимових» for "last winter", «щоп'ятниці» for "on Fridays"), in the passage or, for
dates, in the sentence beside it. What another fact of the passage already says does not
count, so that one Friday of two is still missed.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from functools import cache

from transcheck.comparing.consensus import Claim
from transcheck.comparing.dates import same_day_by_another_calendar
from transcheck.comparing.evidence import BeadFacts
from transcheck.facts.dates.values import ClockTime, PartialDate
from transcheck.facts.tokens import tokenize
from transcheck.languages import Language, named
from transcheck.limits import ABSENCE_TITLE, COMPARING_EVIDENCE_WINDOW
from transcheck.model import Comparison, Edition, Fact

_DIGITS = re.compile(r"\d+")
_OF_TIME = (
    ("month",), ("weekday",), ("season",), ("noon",), ("eve",), ("day", "part"), ("unit",),
)  # fmt: skip
"""Kinds of roots, the one that says most of a date first."""
_OF_NUMBERS = (("number",),)
_NUMBER = "number"
_FEW = frozenset({"month", "weekday", "season", "noon", "eve"})
"""Kinds whose words are rare enough to count in the sentence beside."""
_WHOLE_DAY = (ClockTime(0), ClockTime(23, 59))
_AROUND_THE_CLOCK = (_NUMBER, "24")
"""What "from 00:00 to 23:59" is elsewhere."""
_BRACKET = re.compile(r"[(/]")
_WHOLE = "="

Root = tuple[str, str]
"""A kind and a meaning, the same in all languages: month 3, number 12."""
Span = tuple[int, int, int]
"""Segment, start and end of words that are a fact already."""


def stands(
    comparison: Comparison, found: BeadFacts, claim: Claim, edition: int, *, beside: bool
) -> bool:
    """Return whether an edition without a claim has digits or a root that may stand for it.

    Args:
        comparison: the article.
        found: the bead of the claim.
        claim: what other editions say.
        edition: the one that seems to leave it out.
        beside: whether the sentences beside the passage count as well, whatever was read
            there: "on Saturday" holds for the next sentence too.
    """
    own = comparison.article.editions[edition]
    side = found.bead.sides[edition]
    kinds = {fact.kind for facts in claim.facts for fact in facts}
    read = {(f.segment, f.start, f.end) for f in found.passage.facts[edition] if f.kind in kinds}
    near = range(
        max(0, side[0] - COMPARING_EVIDENCE_WINDOW),
        min(side[-1] + COMPARING_EVIDENCE_WINDOW + 1, len(own.segments)),
    )
    others = [index for index in near if beside and index not in side]
    facts = [fact for facts in claim.facts for fact in facts]
    return (
        _verbatim(comparison, claim, edition, side)
        or has_digits(facts, _digits(own, side, read))
        or (beside and has_digits(facts, _digits(own, near, ())))
        or _rooted(comparison, claim, _unread(own, side, read))
        or _by_another_calendar(comparison, found, claim, edition)
        or (bool(others) and _rooted(comparison, claim, _rare(_unread(own, others, ()))))
    )


def _verbatim(comparison: Comparison, claim: Claim, edition: int, side: Iterable[int]) -> bool:
    """Return whether an edition has the words of another language: the show "This Morning"."""
    own = comparison.article.editions[edition]
    return any(
        len(fact.text) >= ABSENCE_TITLE
        and fact.text.isascii()
        and fact.text in own.segments[index].text
        for n, facts in enumerate(claim.facts)
        if named(comparison.article.editions[n].language).script != named(own.language).script
        for fact in facts
        for index in side
        if not fact.text[0].isdigit()
    )


def _rare(roots: Iterable[Root]) -> frozenset[Root]:
    return frozenset(root for root in roots if root[0] in _FEW)


def _by_another_calendar(
    comparison: Comparison, found: BeadFacts, claim: Claim, edition: int
) -> bool:
    """Return whether a claim only gives a day once more, by the other calendar, in brackets.

    "March 9 (February 25), 1814": who gives one of them has the day.
    """
    for n, facts in enumerate(claim.facts):
        segments = comparison.article.editions[n].segments
        for fact in facts:
            for other in found.passage.facts[n]:
                if other.segment != fact.segment or not _one_day(fact, other):
                    continue
                first, second = sorted((fact, other), key=lambda f: f.start)
                between = segments[fact.segment].text[first.end : second.start]
                there = [f for f in found.passage.facts[edition] if f.kind == fact.kind]
                if _BRACKET.search(between) and any(_equal_day(f, other) for f in there):
                    return True
    return False


def _one_day(fact: Fact, other: Fact) -> bool:
    one, two = fact.value, other.value
    return (
        isinstance(one, PartialDate)
        and isinstance(two, PartialDate)
        and same_day_by_another_calendar(one, two)
    )


def _equal_day(fact: Fact, other: Fact) -> bool:
    one, two = fact.value, other.value
    if not isinstance(one, PartialDate) or not isinstance(two, PartialDate):
        return False
    return one.day is not None and (one.month, one.day) == (two.month, two.day)


def has_digits(facts: Iterable[Fact], there: Collection[str]) -> bool:
    """Return whether all digits of one of some facts are among those given."""
    return any(
        bool(digits := _DIGITS.findall(fact.text)) and set(digits).issubset(there) for fact in facts
    )


def _digits(edition: Edition, indexes: Iterable[int], read: Collection[Span]) -> set[str]:
    """Return the runs of digits in sentences, outside of what was read."""
    return {
        match[0]
        for index in indexes
        for match in _DIGITS.finditer(edition.segments[index].text)
        if not _inside(index, match.start(), read)
    }


def _inside(index: int, start: int, read: Collection[Span]) -> bool:
    return any(segment == index and low <= start < high for segment, low, high in read)


def _rooted(comparison: Comparison, claim: Claim, there: frozenset[Root]) -> bool:
    """Return whether what says most of some fact of a claim is among roots."""
    if not there:
        return False
    return any(
        not there.isdisjoint(_defining(fact, named(comparison.article.editions[n].language)))
        for n, facts in enumerate(claim.facts)
        for fact in facts
    )


def _defining(fact: Fact, language: Language) -> set[Root]:
    """Return the roots in the words of a fact that are of the kind that says most of it."""
    if fact.value in _WHOLE_DAY:
        return {_AROUND_THE_CLOCK}
    found = {root for _, root in roots(fact.text, language)}
    found |= {(_NUMBER, digits) for digits in _DIGITS.findall(fact.text)}
    if any(kind == "unit" and meaning != "d" for kind, meaning in found):
        # "The week before" is no eve.
        found = {root for root in found if root[0] != "eve"}
    for kinds in _OF_NUMBERS if fact.kind == _NUMBER else _OF_TIME:
        own = {root for root in found if root[0] in kinds}
        if own:
            return own
    return set()


def _unread(edition: Edition, indexes: Iterable[int], read: Collection[Span]) -> frozenset[Root]:
    """Return the roots of the words in sentences, outside of what was read."""
    language = named(edition.language)
    return frozenset(
        root
        for index in indexes
        for start, root in roots(edition.segments[index].text, language)
        if not _inside(index, start, read)
    )


def roots(text: str, language: Language) -> Iterator[tuple[int, Root]]:
    """Yield every root in a text with the offset of its word."""
    table = _table(language)
    for token in tokenize(text):
        capital = token.raw[0].isupper()
        pieces = [token.text, *(token.text.split("-")[1:])]
        for piece in pieces:
            for key in (_WHOLE + piece, *(piece[:n] for n in range(2, len(piece) + 1))):
                for needs_capital, root in table.get(key, ()):
                    if capital or not needs_capital:
                        yield token.start, root


@cache
def _table(language: Language) -> Mapping[str, tuple[tuple[bool, Root], ...]]:
    """Return the roots of a language by their letters, each with whether it needs a capital."""
    found: dict[str, tuple[tuple[bool, Root], ...]] = {}
    for kind, meaning, stems, *_ in language.rows("roots"):
        for stem in stems.split(", "):
            entry = (stem != stem.lower(), (kind, meaning))
            found[stem.lower()] = (*found.get(stem.lower(), ()), entry)
    return found
