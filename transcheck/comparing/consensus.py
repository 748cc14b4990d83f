"""Who says what: the facts of one passage put together over all editions.

Facts that agree are one claim. A claim that every edition makes is no finding. Of the
others, two that different editions make in each other's place are a contradiction; one
without a rival is made by some editions and left out by others. Each fact ends up in one
claim and each claim in at most one divergence, however many editions there are.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from itertools import combinations

from transcheck.model import Fact


@dataclass(frozen=True, slots=True)
class Likeness:
    """How two facts of two editions relate."""

    agrees: bool
    """Whether they may be the same claim."""
    rank: float
    """Smaller is more alike; orders the pairs that agree, and those that do not."""
    rival: bool = False
    """Where they do not agree: whether one can stand in the place of the other."""


Judge = Callable[[int, Fact, int, Fact], Likeness]
"""Compares a fact of one edition with a fact of another; editions by position."""


@dataclass(frozen=True, slots=True)
class Claim:
    """One thing that some editions say."""

    facts: tuple[tuple[Fact, ...], ...]
    """One tuple an edition; empty where the edition does not say it in this passage."""
    nearby: frozenset[int] = frozenset()
    """Editions that say it in a neighbouring sentence."""

    @property
    def editions(self) -> tuple[int, ...]:
        """Return the editions that make the claim in the passage."""
        return tuple(n for n, facts in enumerate(self.facts) if facts)


@dataclass(frozen=True, slots=True)
class Divergence:
    """Claims of which no edition makes all."""

    claims: tuple[Claim, ...]
    """Those of more editions first; several contradict each other, one alone is left out."""
    absent: tuple[int, ...]
    """Editions present in the passage that make none of the claims."""

    @property
    def suspects(self) -> tuple[int, ...]:
        """Return the edition that stands alone against two others, or nothing."""
        groups = [c.editions for c in self.claims] + ([self.absent] if self.absent else [])
        alone = [g for g in groups if len(g) == 1]
        together = [g for g in groups if len(g) > 1]
        return tuple(alone[0]) if len(groups) == 2 and len(alone) == len(together) == 1 else ()


@dataclass(frozen=True, slots=True)
class Passage:
    """The facts of one bead, of one kind."""

    present: tuple[int, ...]
    """Editions that have a side in the bead."""
    facts: tuple[tuple[Fact, ...], ...]
    """Of each edition, in reading order."""
    around: tuple[tuple[Fact, ...], ...]
    """Of the sentences beside the bead."""


def claims(passage: Passage, judge: Judge) -> tuple[Claim, ...]:
    """Return the facts of a passage as claims, in reading order of the first edition."""
    group: dict[tuple[int, int], int] = {}
    for n in passage.present:
        for i in range(len(passage.facts[n])):
            group[n, i] = len(group)
    for a, b in combinations(passage.present, 2):
        for i, j in _pairs(passage, a, b, judge):
            one, two = sorted((group[a, i], group[b, j]))
            group = {key: one if number == two else number for key, number in group.items()}
    made = []
    for number in dict.fromkeys(group.values()):
        members = [key for key, value in group.items() if value == number]
        facts = tuple(
            tuple(passage.facts[n][i] for m, i in members if m == n)
            for n in range(len(passage.facts))
        )
        made.append(Claim(facts, frozenset(_nearby(passage, facts, judge))))
    return tuple(made)


def divergences(passage: Passage, judge: Judge) -> tuple[Divergence, ...]:
    """Return what the editions do not all say, contradictions first."""
    open_claims = [
        claim
        for claim in claims(passage, judge)
        if set(passage.present) - set(claim.editions) - claim.nearby
    ]
    groups = [[claim] for claim in open_claims]
    for one, two in _rivals(open_claims, judge):
        first = next(g for g in groups if one in g)
        second = next(g for g in groups if two in g)
        if first is not second and not _overlap(first, second):
            first.extend(second)
            groups.remove(second)
    found = [_divergence(passage, group) for group in groups]
    return tuple(sorted(found, key=lambda d: -len(d.claims)))


def _pairs(passage: Passage, a: int, b: int, judge: Judge) -> Iterable[tuple[int, int]]:
    """Pair agreeing facts of two editions, the most alike first, each once.

    What is left agrees with a fact already taken where an edition repeats itself.
    """
    left, right = passage.facts[a], passage.facts[b]
    alike = []
    for i, x in enumerate(left):
        for j, y in enumerate(right):
            likeness = judge(a, x, b, y)
            if likeness.agrees:
                apart = abs((i + 1) / (len(left) + 1) - (j + 1) / (len(right) + 1))
                alike.append((likeness.rank, apart, i, j))
    taken_left: set[int] = set()
    taken_right: set[int] = set()
    for _, _, i, j in sorted(alike):
        if i not in taken_left and j not in taken_right:
            taken_left.add(i)
            taken_right.add(j)
            yield i, j
    for _, _, i, j in sorted(alike):
        repeated = (
            any(left[k].value == left[i].value for k in taken_left)
            if (i not in taken_left)
            else any(right[k].value == right[j].value for k in taken_right)
        )
        if (i not in taken_left) != (j not in taken_right) and repeated:
            taken_left.add(i)
            taken_right.add(j)
            yield i, j


def _nearby(passage: Passage, facts: Sequence[Sequence[Fact]], judge: Judge) -> Iterable[int]:
    for n in passage.present:
        if not facts[n] and any(
            judge(m, fact, n, other).agrees
            for m, own in enumerate(facts)
            for fact in own
            for other in passage.around[n]
        ):
            yield n


def _rivals(open_claims: Sequence[Claim], judge: Judge) -> Iterable[tuple[Claim, Claim]]:
    """Yield pairs of claims that can stand in each other's place, the likeliest first."""
    found = []
    for (p, one), (q, two) in combinations(enumerate(open_claims), 2):
        if set(one.editions) & set(two.editions):
            continue
        ranks = [
            likeness.rank
            for a in one.editions
            for b in two.editions
            if (likeness := judge(a, one.facts[a][0], b, two.facts[b][0])).rival
        ]
        if ranks:
            found.append((min(ranks), abs(_place(one) - _place(two)), p, q))
    for _, _, p, q in sorted(found):
        yield open_claims[p], open_claims[q]


def _place(claim: Claim) -> float:
    starts = [facts[0].start for facts in claim.facts if facts]
    return sum(starts) / len(starts)


def _overlap(first: Iterable[Claim], second: Iterable[Claim]) -> bool:
    return bool(
        {n for claim in first for n in claim.editions}
        & {n for claim in second for n in claim.editions}
    )


def _divergence(passage: Passage, group: Sequence[Claim]) -> Divergence:
    ordered = sorted(group, key=lambda claim: (-len(claim.editions), claim.editions))
    said = {n for claim in group for n in (*claim.editions, *claim.nearby)}
    return Divergence(tuple(ordered), tuple(n for n in passage.present if n not in said))
