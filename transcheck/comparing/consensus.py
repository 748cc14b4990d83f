"""Who says what: the facts of one passage put together over all editions.

Facts that agree are one claim. A claim that every edition makes is no finding. Of the
others, two that different editions make in each other's place are a contradiction; one
without a rival is made by some editions and left out by others. Each fact ends up in one
claim and each claim in at most one divergence, however many editions there are.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import combinations, permutations

from transcheck.comparing.pairing import Judge, Pair, pairs
from transcheck.facts.numbers.records import Quantity
from transcheck.model import Fact


@dataclass(frozen=True, slots=True)
class Claim:
    """One thing that some editions say."""

    facts: tuple[tuple[Fact, ...], ...]
    """One tuple an edition; empty where the edition does not say it in this passage."""
    moved: frozenset[int] = frozenset()
    """Editions that say it in a sentence beside the passage, where the others do not."""
    echoed: frozenset[int] = frozenset()
    """Editions in which it is not missing all the same: they say the same of something else
    (one five of "five dead, five wounded"), or lack the whole part of the sentence."""
    elsewhere: frozenset[int] = frozenset()
    """Editions that say it in another place of the article, a number that is no chance."""
    editions: tuple[int, ...] = field(init=False, compare=False, repr=False)
    """The editions that make the claim in the passage."""

    def __post_init__(self) -> None:
        """Work out the editions: everybody asks for them."""
        own = tuple([n for n, facts in enumerate(self.facts) if facts])
        object.__setattr__(self, "editions", own)

    @property
    def varied(self) -> bool:
        """Return whether its editions do not all give the very same value."""
        values = [facts[0].value for facts in self.facts if facts]
        return any(value != values[0] for value in values[1:])

    @property
    def makers(self) -> frozenset[int]:
        """Return the editions that make the claim in the passage or have moved it."""
        return self.moved.union(self.editions)


@dataclass(frozen=True, slots=True)
class Divergence:
    """Claims of which no edition makes all."""

    claims: tuple[Claim, ...]
    """Those of more editions first; several contradict each other, one alone is left out."""
    absent: tuple[int, ...]
    """Editions present in the passage that make none of the claims."""
    neutral: frozenset[int] = frozenset()
    """Editions whose own claim agrees with another one as well: "thousands" with 1,500 and
    with 2,500."""

    @property
    def facts(self) -> tuple[Fact, ...]:
        """Return the facts of all claims."""
        return tuple(f for claim in self.claims for own in claim.facts for f in own)

    @property
    def suspects(self) -> tuple[int, ...]:
        """Return the edition that stands alone against two others, or nothing.

        An edition without the fact that has the same value elsewhere backs that claim.
        """
        backing = [claim.makers | self._backers(claim) for claim in self.claims]
        absent = frozenset(self.absent).difference(*backing)
        groups = [sorted(g - self.neutral) for g in (*backing, absent) if g - self.neutral]
        alone = [g for g in groups if len(g) == 1]
        together = [g for g in groups if len(g) > 1]
        return tuple(alone[0]) if len(groups) == 2 and len(alone) == len(together) == 1 else ()

    def _backers(self, claim: Claim) -> frozenset[int]:
        others = [c.makers | c.echoed for c in self.claims if c is not claim]
        return claim.echoed.difference(*others)


@dataclass(frozen=True, slots=True)
class Passage:
    """The facts of one bead."""

    present: tuple[int, ...]
    """Editions that have a side in the bead."""
    facts: tuple[tuple[Fact, ...], ...]
    """Of each edition, in reading order."""
    around: tuple[tuple[Fact, ...], ...]
    """Of the sentences beside the bead."""


def divergences(
    present: Iterable[int], made: Sequence[Claim], judge: Judge, *, brief: bool = False
) -> tuple[Divergence, ...]:
    """Return what the editions present do not all say, contradictions first.

    Of what is `brief`, headlines and captions, each edition chooses what it says.
    """
    there = frozenset(present)
    open_claims = [claim for claim in made if not there.issubset(claim.makers)]
    if not open_claims:
        return ()
    groups = [[claim] for claim in open_claims]
    for one, two in _rivals(open_claims, judge, brief=brief):
        first = next(g for g in groups if one in g)
        second = next(g for g in groups if two in g)
        if first is not second and not _makers(first) & _makers(second):
            first.extend(second)
            groups.remove(second)
    found = [_divergence(there, group, judge) for group in groups]
    return tuple(d for d in sorted(found, key=lambda d: -len(d.claims)) if _tells(d))


def _rivals(
    open_claims: Sequence[Claim], judge: Judge, *, brief: bool
) -> Iterator[tuple[Claim, Claim]]:
    """Yield pairs of claims that can stand in each other's place, the likeliest first."""
    found = []
    for (p, one), (q, two) in combinations(enumerate(open_claims), 2):
        if one.makers & two.makers or _told_elsewhere(one, two):
            continue
        judged = [
            judge(a, one.facts[a][0], b, two.facts[b][0])
            for a in one.editions
            for b in two.editions
        ]
        ranks = [likeness.rank for likeness in judged if likeness.rival]
        if brief and _chosen(one, two) and all(likeness.foreign for likeness in judged):
            continue
        if ranks:
            apart = abs(_place(one) - _place(two))
            found.append((min(ranks), apart, sorted((_ends(one), _ends(two))), p, q))
    for *_, p, q in sorted(found):
        yield open_claims[p], open_claims[q]


def _told_elsewhere(one: Claim, two: Claim) -> bool:
    """Return whether the editions of two claims each make the other one in another place."""
    return two.makers <= one.elsewhere and one.makers <= two.elsewhere


def _chosen(one: Claim, two: Claim) -> bool:
    """Return whether all editions that do not make one of two claims make it elsewhere."""
    return two.makers <= one.elsewhere or one.makers <= two.elsewhere


def _ends(claim: Claim) -> list[tuple[int, str]]:
    """Return where the facts of a claim start and what they say, whatever the order."""
    return sorted((fact.start, fact.text) for own in claim.facts for fact in own)


def _place(claim: Claim) -> float:
    starts = [facts[0].start for facts in claim.facts if facts]
    return sum(starts) / len(starts)


def _makers(group: Iterable[Claim]) -> frozenset[int]:
    return frozenset(n for claim in group for n in claim.makers)


def _divergence(there: frozenset[int], group: Sequence[Claim], judge: Judge) -> Divergence:
    ordered = tuple(sorted(group, key=lambda claim: (-len(claim.makers), claim.editions)))
    absent = there - _makers(group)
    if len(group) == 1:
        absent -= group[0].echoed
    return Divergence(ordered, tuple(sorted(absent)), frozenset(_neutral(ordered, judge)))


def _neutral(group: Sequence[Claim], judge: Judge) -> Iterator[int]:
    for one, two in permutations(group, 2):
        for a in one.editions:
            if any(judge(a, one.facts[a][0], b, two.facts[b][0]).agrees for b in two.editions):
                yield a


def _tells(divergence: Divergence) -> bool:
    return len(divergence.claims) > 1 or bool(divergence.absent)


Key = tuple[int, int]
"""Which fact of a passage: its edition and its place among the facts of that edition."""


def claims(passage: Passage, judge: Judge) -> tuple[Claim, ...]:
    """Return the facts of a passage as claims, in reading order of the first edition."""
    groups = _settled(passage)
    settled = {key for group in groups for key in group}
    own = {n: range(len(passage.facts[n])) for n in passage.present}
    if len(settled) < sum(map(len, own.values())):
        left = {n: [i for i in own[n] if (n, i) not in settled] for n in own}
        groups = sorted([*groups, *_joined(passage, left, judge)])
    return tuple([_claim(passage, group) for group in groups])


def _settled(passage: Passage) -> list[list[Key]]:
    """Return the facts that every edition gives exactly once, with the very same value.

    They are most of all, and whatever else is said, they say the same.
    """
    first, *others = passage.present
    groups = []
    for i, fact in enumerate(passage.facts[first]):
        group = [(first, i)]
        if len(_same(fact, passage.facts[first])) > 1:
            continue
        for n in others:
            same = _same(fact, passage.facts[n])
            if len(same) != 1:
                break
            group.append((n, same[0]))
        else:
            groups.append(group)
    return groups


def _same(fact: Fact, facts: Sequence[Fact]) -> list[int]:
    kind, value = fact.kind, fact.value
    return [i for i, other in enumerate(facts) if other.kind == kind and other.value == value]


def _joined(passage: Passage, left: Mapping[int, Sequence[int]], judge: Judge) -> list[list[Key]]:
    """Return the other facts of a passage, put together where they may say the same."""
    groups = {(n, i): [(n, i)] for n, own in left.items() for i in own}
    paired = [
        (pair, a, b)
        for a, b in combinations(left, 2)
        if left[a] and left[b]
        for pair in pairs(passage.facts[a], passage.facts[b], left[a], left[b], a, b, judge)
    ]
    for pair, a, b in sorted(paired, key=lambda found: _likeliest(passage, *found)):
        one, two = groups[a, pair.left], groups[b, pair.right]
        if one is not two and _may_join(passage, one, two, judge):
            together = sorted(one + two)
            for key in together:
                groups[key] = together
    return [group for key, group in groups.items() if group[0] == key]


def _likeliest(passage: Passage, pair: Pair, a: int, b: int) -> tuple[object, ...]:
    """Return a key that is smaller the likelier a pair is, whatever the order of editions."""
    left, right = passage.facts[a][pair.left], passage.facts[b][pair.right]
    return pair.rank, pair.apart, sorted((fact.start, fact.text) for fact in (left, right))


def _may_join(
    passage: Passage,
    one: Sequence[Key],
    two: Sequence[Key],
    judge: Judge,
) -> bool:
    """Return whether no fact of one claim contradicts one of another.

    Dozens are 30 and 50 alike, and yet these are not the same; but 550 pounds are 249 and
    250 kilograms, as everybody rounds what he converts.
    """
    if len(one) == len(two) == 1:
        return True
    facts = passage.facts
    bare = _bare(passage, [*one, *two])
    judged = [
        judge(a, facts[a][i], b, facts[b][j])
        for a, i in one
        for b, j in two
        if facts[a][i].value != facts[b][j].value and not {(a, i), (b, j)} & bare
    ]
    if any(likeness.far for likeness in judged):
        return False
    contradict = any(likeness.rival and not likeness.agrees for likeness in judged)
    return not contradict or any(likeness.converted for likeness in judged)


def _bare(passage: Passage, keys: Sequence[Key]) -> set[Key]:
    """Return the facts without a unit to which another one gives it.

    «63 центнери з гектара проти 78» is 78 centners where another edition says so.
    """
    said = {key: passage.facts[key[0]][key[1]].value for key in keys}
    whole = {v.low for v in said.values() if isinstance(v, Quantity) and v.units}
    return {
        k for k, v in said.items() if isinstance(v, Quantity) and not v.units and v.low in whole
    }


def _claim(passage: Passage, keys: Sequence[Key]) -> Claim:
    own: list[tuple[Fact, ...]] = [()] * len(passage.facts)
    for n, i in keys:
        own[n] += (passage.facts[n][i],)
    return Claim(tuple(own))
