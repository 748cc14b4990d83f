"""Dates that the top of a text says and the rest of it contradicts.

"Talks open on March 6" over a text in which they open on March 16. Texts are full of days, so
that what is said of the two must be the same: below a headline by the words around them, else by
the whole clause of the second (`echoes`).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rapidfuzz.distance import OSA, Prefix

from transcheck.comparing.alone.tops import (
    Contradiction,
    between,
    of_another_time,
    parted,
    said_of,
    tops,
    words,
)
from transcheck.facts.dates.values import PartialDate
from transcheck.languages import named
from transcheck.limits import (
    ALONE_DATES_ENDING,
    ALONE_DATES_ROOT,
    ALONE_DATES_SHORTEST,
    ALONE_DATES_SPAN,
    ALONE_DATES_TOLD,
)
from transcheck.model import Edition, Fact


def contradicted_dates(edition: Edition, facts: Sequence[Fact]) -> Iterator[Contradiction]:
    """Yield the days, weekdays and years of headline and lead that the rest contradicts."""
    for top in tops(edition):
        head, body = parted(edition, facts, top)
        own = {part for fact in head for part in _parts(fact)}
        told = {part for fact in body for part in _parts(fact)}
        for fact in head:
            unsaid = [p for p in _parts(fact) if p not in told]
            for other in body if unsaid else ():
                rivals = [part for part in _parts(other) if part not in own]
                if (
                    other.segment > fact.segment
                    and any(_in_place(one, two) for one in unsaid for two in rivals)
                    and _of_the_same(edition, fact, other, near=top.headline)
                    and not _of_a_span(edition, other, body)
                ):
                    yield Contradiction(fact, other, top.headline)
                    break


def _of_a_span(edition: Edition, fact: Fact, body: Sequence[Fact]) -> bool:
    """Return whether a date is an end of a span that is not read: "Tuesday through Sunday"."""
    beside = (f for f in body if f.segment == fact.segment and f != fact)
    return any(
        len(between(edition, fact.segment, first.end, second.start)) <= ALONE_DATES_SPAN
        for other in beside
        if isinstance(other.value, PartialDate)
        for first, second in [sorted((fact, other), key=lambda f: f.start)]
    )


def _parts(fact: Fact) -> Iterator[PartialDate]:
    """Yield what a date says of a day that another can contradict: the day, weekday or year."""
    date = fact.value
    if not isinstance(date, PartialDate) or date.end is not None:
        return
    if date.day is not None and date.month is not None:
        yield PartialDate(month=date.month, day=date.day)
    if date.weekday is not None:
        yield PartialDate(weekday=date.weekday)
    if date.year is not None and date.month is None:
        yield PartialDate(year=date.year)


def _in_place(one: PartialDate, other: PartialDate) -> bool:
    """Return whether two parts differ in one thing: the day of one month, the month of one day."""
    if one.day is not None and other.day is not None:
        return (one.day == other.day) != (one.month == other.month)
    return one != other and bool((one.weekday and other.weekday) or (one.year and other.year))


def _of_the_same(edition: Edition, fact: Fact, other: Fact, *, near: bool) -> bool:
    """Return whether two dates are said of the same: by a whole clause, or by words near them."""
    meant, stems = said_of(edition, fact)
    theirs, their_stems = said_of(edition, other)
    if of_another_time(meant, theirs):
        return False
    if len(echoed(edition, fact.segment, other, behind=True)) >= ALONE_DATES_TOLD:
        return True
    one, two = fact.value, other.value
    if not near or not isinstance(one, PartialDate) or not isinstance(two, PartialDate):
        return False
    slip = OSA.distance(str(one.day), str(two.day)) == 1 or bool(stems & their_stems)
    return one.day is not None and two.day is not None and slip


_MARKS = frozenset(',;:—–()«»“”„"')
"""What ends a clause."""


def echoed(edition: Edition, segment: int, other: Fact, *, behind: bool) -> tuple[str, ...]:
    """Return the words of the clause around a fact if all stand in a sentence above, or nothing.

    Args:
        edition: the text.
        segment: the sentence at the top.
        other: the fact whose clause is looked at: what is before it.
        behind: look at what is behind it where nothing is before it.
    """
    known = _telling(edition, between(edition, segment, 0, _length(edition, segment)))
    tokens = between(edition, other.segment, 0, other.start)
    last = max((n for n, token in enumerate(tokens) if token in _MARKS), default=-1)
    before = tokens[last + 1 :]
    tokens = between(edition, other.segment, other.end, _length(edition, other.segment))
    first = next((n for n, token in enumerate(tokens) if token in _MARKS), len(tokens))
    if not words(named(edition.language))["new"].isdisjoint((*before, *tokens[:first])):
        return ()
    clause = _telling(edition, before)
    if not clause and behind:
        clause = _telling(edition, tokens[:first])
    return clause if all(any(one_root(w, k) for k in known) for w in clause) else ()


def one_root(one: str, other: str) -> bool:
    """Return whether two words may be forms of one: close and closes, запрацює and запрацював."""
    common = Prefix.similarity(one, other)
    return one == other or (
        common >= ALONE_DATES_ROOT and common + ALONE_DATES_ENDING >= max(len(one), len(other))
    )


def _telling(edition: Edition, tokens: list[str]) -> tuple[str, ...]:
    small = named(edition.language).words("function_words")
    long = (t for t in tokens if t[0].isalpha() and len(t) >= ALONE_DATES_SHORTEST)
    return tuple(dict.fromkeys(token for token in long if token not in small))


def _length(edition: Edition, segment: int) -> int:
    return len(edition.segments[segment].text)
