"""Facts: what a sentence says that can be compared exactly, extracted edition by edition.

An extractor is a module or package of this package that registers an `Extractor`. Extractors run
in the order of their `order`; each leaves alone the characters that earlier ones took,
so that nothing is counted twice: dates, times, money and units, numbers, names.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace
from operator import itemgetter
from typing import NamedTuple

from transcheck.facts.limits import capped, readable
from transcheck.facts.remembering import begin_edition
from transcheck.languages import Language, named
from transcheck.model import Edition, Fact, Kind
from transcheck.registry import Registry


@dataclass(slots=True)
class Taken:
    """The characters of an edition's segments that extractors have used so far."""

    _spans: dict[int, list[tuple[int, int]]] = field(default_factory=lambda: defaultdict(list))

    def add(self, segment: int, start: int, end: int) -> None:
        """Mark characters `start` to `end` of a segment as used."""
        self._spans[segment].append((start, end))

    def free(self, segment: int, start: int, end: int) -> bool:
        """Return whether none of the characters `start` to `end` of a segment is used."""
        for taken, behind in self._spans.get(segment, ()):
            if taken < end and start < behind:
                return False
        return True


class Extractor(NamedTuple):
    """One kind of facts and how to find it."""

    name: str
    order: int
    """Extractors with a lower order see the text first."""
    extract: Callable[[Edition, Language, Taken], Iterable[Fact]]
    """Yields the facts of one edition in reading order, none over taken characters."""
    takes: Callable[[Fact], bool] = lambda _: True
    """Says whether later extractors are to leave a fact's characters alone."""


EXTRACTORS: Registry[Extractor] = Registry("extractor", __name__)
_PLACE = itemgetter(*map(Fact._fields.index, ("segment", "start", "end", "kind")))


def extract(edition: Edition) -> tuple[Fact, ...]:
    """Return every fact of an edition in reading order; what the site says holds none.

    Long sentences are read within `transcheck.facts.limits`.
    """
    begin_edition()
    edition = readable(edition)
    told = tuple(s for s in edition.segments if s.kind is not Kind.FURNITURE)
    if len(told) < len(edition.segments):
        edition = replace(edition, segments=told)
    language = named(edition.language)
    taken = Taken()
    facts: list[Fact] = []
    for extractor in sorted(EXTRACTORS, key=lambda e: (e.order, e.name)):
        found = list(extractor.extract(edition, language, taken))
        for fact in filter(extractor.takes, found):
            taken.add(fact.segment, fact.start, fact.end)
        facts.extend(found)
    return tuple(capped(sorted(facts, key=_PLACE)))
