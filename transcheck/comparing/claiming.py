"""The facts of a passage as claims: those of several editions that say the same are one."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import combinations

from transcheck.comparing.consensus import Claim, Passage
from transcheck.comparing.pairing import Judge, Pair, pairs
from transcheck.facts.numbers.records import Quantity
from transcheck.model import Fact

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
