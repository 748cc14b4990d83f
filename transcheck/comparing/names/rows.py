"""Rows: one name in one bead, with its places in every edition.

All pairs of names of a bead are weighed, the likeliest are joined first, and an edition has
one word a row: what is left over has no counterpart, and is looked for in the sentences
around. Which names are one is decided here and nowhere else.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator, Sequence
from functools import cached_property
from itertools import combinations, permutations

from transcheck.comparing.names.echo import Senses
from transcheck.comparing.names.repair import Repair
from transcheck.comparing.names.spellings import Spellings, a_letter_apart
from transcheck.comparing.names.strays import with_strays
from transcheck.comparing.names.units import (
    Ids,
    Passage,
    Places,
    Row,
    Unit,
    beside,
    may_be_unlike,
    place_in,
    telling,
    units,
)
from transcheck.comparing.names.weights import Evidence
from transcheck.limits import DISTANCE_FAR, NAMES, ROWS_FEW
from transcheck.model import Bead, Comparison
from transcheck.naming.attested import attested
from transcheck.naming.distance import same_up_to
from transcheck.naming.letters import is_cyrillic
from transcheck.naming.value import Form

LINK = "same"


class Names:
    """The names of an article's editions, bead by bead."""

    def __init__(
        self, comparison: Comparison, attested: Callable[[str, str], bool] = attested
    ) -> None:
        """Collect the units of every edition's facts and join them bead by bead.

        `attested` tells of a word and a language whether lists of names have it.
        """
        self.attested = attested
        ids: Ids = {}
        self.article = comparison.article
        self.units = tuple(units(n, facts, ids) for n, facts in enumerate(comparison.facts))
        """Of each edition, in reading order."""
        self.spellings = Spellings(self.units)
        self.senses = Senses(comparison)
        self._places: dict[int, list[Unit]] = {}
        for unit in (u for row in self.units for u in row):
            self._places.setdefault(unit.spelling, []).append(unit)
        self.repairs: dict[tuple[int, tuple[int, ...]], Repair] = {}
        """Repairs of spellings that were looked for, by the words of others they are to fit."""
        self._elsewhere: dict[tuple[int, int], tuple[Unit, ...]] = {}
        self._segments = [[unit.segment for unit in found] for found in self.units]
        beads = comparison.alignment.beads
        self._said: dict[int, set[int]] = {}
        sides = [tuple(self.within(n, side, 0) for n, side in enumerate(b.sides)) for b in beads]
        for number, units_there in enumerate(sides):
            for side in units_there:
                for unit in side:
                    self._said.setdefault(self.word(unit), set()).add(number)
        self.passages = tuple(
            self._passage(number, bead, sides[number])
            for number, bead in enumerate(beads)
            if sum(map(bool, bead.sides)) > 1
        )
        """Of every bead that has at least two sides."""

    @cached_property
    def _customs(self) -> dict[int, tuple[float, float]]:
        """Return of Latin names that another script has, too: surprise a letter, 1 if by rule."""
        found: dict[int, tuple[float, float]] = {}
        for row in (row for passage in self.passages for row in passage.rows):
            for a, b in permutations(row.firsts(), 2):
                if is_cyrillic(a.text) or not is_cyrillic(b.text) or not telling(a, b):
                    continue
                nats = min(2.0, self.spellings.nearest(a, b) / min(len(a.text), len(b.text)))
                ruled = float(self.spellings.apart(a, b) == 0)
                least, any_ruled = found.get(self.word(a), (nats, ruled))
                found[self.word(a)] = min(least, nats), max(any_ruled, ruled)
        return found

    def usual(self, units: Sequence[Unit]) -> tuple[float, float]:
        """Return how other names of the article are romanised: surprise a letter, share by rule.

        A name of no article in particular is counted in, so that one alone says little.
        """
        words = {self.word(unit) for unit in units}
        others = [value for word, value in self._customs.items() if word not in words]
        nats, ruled = (sum(each) for each in zip(*others, (0.6, 0.5), strict=True))
        return nats / (len(others) + 1), ruled / (len(others) + 1)

    @cached_property
    def _partners(self) -> dict[tuple[int, int], set[int]]:
        """Return the words that stand in a row with a word, by edition."""
        found: dict[tuple[int, int], set[int]] = {}
        for row in (row for passage in self.passages for row in passage.rows):
            for a, b in permutations(row.firsts(), 2):
                found.setdefault((self.word(a), b.edition), set()).add(self.word(b))
        return found

    def partners(self, unit: Unit, edition: int) -> set[int]:
        """Return the words of an edition that stand in a row with the word of a unit."""
        return self._partners.get((self.word(unit), edition), set())

    def word(self, unit: Unit) -> int:
        """Return the number of the word that a unit is a form of."""
        return self.spellings.word_of[unit.spelling]

    def everywhere(self, unit: Unit) -> tuple[Unit, ...]:
        """Return the places of a unit's word in its edition, in any case."""
        forms = self.spellings.forms[self.word(unit)]
        return tuple(place for form in forms for place in self.said(form))

    def sentences(self, unit: Unit) -> int:
        """Return in how many sentences of its edition the word of a unit stands, in any case."""
        return len({place.segment for place in self.everywhere(unit)})

    @cached_property
    def _mates(self) -> set[tuple[int, int]]:
        """Return the words that stand in one name anywhere, in pairs."""
        together: dict[tuple[int, tuple[int, int]], list[int]] = {}
        for unit in (u for found in self.units for u in found):
            together.setdefault((unit.edition, unit.row), []).append(self.word(unit))
        return {pair for words in together.values() for pair in permutations(words, 2)}

    def of_one_name(self, unit: Unit, other: Unit) -> bool:
        """Return whether an edition has a unit and another's counterpart in one name somewhere."""
        return any(
            (self.word(unit), self.word(one)) in self._mates
            for one in self.elsewhere(other, unit.edition)
        )

    def said(self, unit: Unit) -> Sequence[Unit]:
        """Return the places of a unit's spelling in its edition."""
        return self._places[unit.spelling]

    def elsewhere(self, unit: Unit, edition: int) -> tuple[Unit, ...]:
        """Return a unit of every spelling of an edition that is of the same name."""
        key = self.word(unit), edition
        if key not in self._elsewhere:
            limit = same_up_to(len(unit.text))
            self._elsewhere[key] = tuple(
                other
                for other in self.spellings.distinct[edition]
                if self.spellings.alike(unit, other)
                and self.spellings.surprise(unit, other, min(limit, same_up_to(len(other.text))))
                < DISTANCE_FAR
            )
        return self._elsewhere[key]

    def texts(self, edition: int, side: Sequence[int], window: int) -> list[str]:
        """Return an edition's sentences, and so many around them."""
        first, last = max(side[0] - window, 0), side[-1] + window
        return [s.text for s in self.article.editions[edition].segments[first : last + 1]]

    def within(self, edition: int, side: Sequence[int], window: int) -> tuple[Unit, ...]:
        """Return the units of an edition's sentences, and of so many around them."""
        if not side:
            return ()
        segments = self._segments[edition]
        start = bisect_left(segments, side[0] - window)
        return self.units[edition][start : bisect_right(segments, side[-1] + window, start)]

    def link(self, a: Unit, b: Unit, limit: float = DISTANCE_FAR) -> Evidence | None:
        """Return what speaks for two units of two editions to be one name, wherever they stand.

        None where they are further apart than a limit in nats. Beyond what the letter model
        tells apart, letters in common are counted.
        """
        nats = self.spellings.surprise(a, b, limit)
        if nats >= DISTANCE_FAR:
            if not a_letter_apart(a, b):
                return None
            nats = NAMES.unlike
        size = min(len(a.text), len(b.text))
        said = self._said[self.word(a)], self._said[self.word(b)]
        together = len(said[0] & said[1]) - 1
        apart = len(said[0] ^ said[1])
        terms = {
            "nats": nats,
            "nats a letter": nats / size,
            "together": float(max(0, min(ROWS_FEW, together))),
            "apart": float(min(ROWS_FEW, apart)),
            "tables differ": float(bool(a.entities and b.entities) and nats > 0),
            "both common words": float(a.common and b.common),
            "one a common word": float(a.common != b.common),
            "neither sure": float(not (a.certain or b.certain)),
            "one a capital word": float((a.form is Form.ACRONYM) != (b.form is Form.ACRONYM)),
        }
        return Evidence(LINK, {term: value for term, value in terms.items() if value})

    def _passage(self, number: int, bead: Bead, sides: Places) -> Passage:
        lengths = tuple(
            tuple(len(self.article.editions[n].segments[i].text) for i in side)
            for n, side in enumerate(bead.sides)
        )
        weighed = [(e.log_odds, a, b) for e, a, b in self.edges(bead, sides, lengths)]
        rows = _joined(sides, [edge for edge in weighed if edge[0] > 0])
        return Passage(number, bead, sides, lengths, with_strays(self, rows))

    def edges(
        self, bead: Bead, sides: Places, lengths: tuple[tuple[int, ...], ...]
    ) -> Iterator[tuple[Evidence, Unit, Unit]]:
        """Yield the pairs that may be one name, with the evidence; a second look is thorough."""
        pairs = [
            (a, b)
            for n, m in combinations([n for n, side in enumerate(sides) if side], 2)
            for a in sides[n]
            for b in sides[m]
        ]
        links: dict[tuple[Unit, Unit], Evidence] = {}
        for pair in pairs:
            evidence = self.link(*pair) if self.spellings.alike(*pair) else None
            if evidence is not None:
                links[pair] = evidence
        found = {unit for pair, e in links.items() if e.log_odds > 0 for unit in pair}
        for pair in pairs:
            if pair not in links and found.isdisjoint(pair) and all(map(may_be_unlike, pair)):
                evidence = self.link(*pair, NAMES.unlike)
                if evidence is not None:
                    links[pair] = evidence
        for (a, b), evidence in links.items():
            yield self._in_place(bead, sides, lengths, a, b, evidence, links), a, b

    def _in_place(
        self,
        bead: Bead,
        sides: Places,
        lengths: tuple[tuple[int, ...], ...],
        a: Unit,
        b: Unit,
        evidence: Evidence,
        links: dict[tuple[Unit, Unit], Evidence],
    ) -> Evidence:
        """Return the evidence with what stands beside the two, and where they stand."""
        terms = dict(evidence.terms)
        for step in (-1, 1):
            one, two = beside(sides[a.edition], a, step), beside(sides[b.edition], b, step)
            link = links.get((one, two)) if one is not None and two is not None else None
            if link is not None and link.log_odds > 0:
                terms["same neighbour"] = terms.get("same neighbour", 0.0) + 1.0
        terms["place"] = abs(place_in(bead, lengths, a) - place_in(bead, lengths, b))
        return Evidence(LINK, terms)


def _joined(sides: Places, edges: list[tuple[float, Unit, Unit]]) -> tuple[Row, ...]:
    """Return the rows of a bead: the likeliest pairs first, one word of an edition a row."""
    owner = {unit: unit for side in sides for unit in side}
    members = {unit: [unit] for unit in owner}
    for _, a, b in sorted(edges, key=lambda e: (-e[0], e[1].start, e[2].start)):
        one, two = owner[a], owner[b]
        if one is two:
            continue
        if any(
            x.edition == y.edition and x.spelling != y.spelling
            for x in members[one]
            for y in members[two]
        ):
            continue
        members[one] += members.pop(two)
        for unit in members[one]:
            owner[unit] = one
    rows = []
    for group in members.values():
        ordered = sorted(group, key=lambda u: (u.edition, u.segment, u.start))
        rows.append(
            Row(tuple(tuple(u for u in ordered if u.edition == n) for n in range(len(sides))))
        )
    return tuple(rows)
