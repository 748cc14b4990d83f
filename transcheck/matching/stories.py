"""From pairs to stories: documents that agree pair by pair, at most one a language."""

from __future__ import annotations

import heapq
import math
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import combinations

import numpy as np

from transcheck.languages import named
from transcheck.matching.evidence import Collection
from transcheck.matching.portraits import Portrait
from transcheck.matching.records import Link, Member, Story
from transcheck.thresholds import MATCHING, MatchingThresholds

Pair = tuple[int, int]
Group = tuple[int, ...]
"""Positions of documents, ascending."""


def match(
    portraits: Sequence[Portrait], thresholds: MatchingThresholds = MATCHING
) -> tuple[Story, ...]:
    """Return the stories that documents are editions of, sorted by name.

    The order of the documents does not matter. Two of them are joined first that most
    likely belong together; a third joins where all in all it belongs to both: so three
    editions decide together, and one that only resembles one of two stays alone.

    Args:
        portraits: documents; no two have the same path.
        thresholds: what weighs the evidence.
    """
    if not portraits:
        return ()
    ordered = sorted(portraits, key=lambda portrait: portrait.path.as_posix())
    collection = Collection(ordered, thresholds)
    grouping = _Grouping(collection, thresholds)
    groups = grouping.groups()
    languages = sorted(collection.shelves, key=lambda code: (named(code).rank, code))
    named_ = Counter(_stem(_ranked(group, ordered)[0]) for group in groups)
    stories = (_story(group, grouping, languages, named_) for group in groups)
    return tuple(sorted(stories, key=lambda story: story.name))


class _Grouping:
    """Joins groups of documents, the likeliest first (average linkage)."""

    def __init__(self, collection: Collection, thresholds: MatchingThresholds) -> None:
        self.collection = collection
        self._thresholds = thresholds
        self._odds: dict[Pair, float] = {}
        self._near: dict[int, list[int]] = {}
        for one, other in combinations(sorted(collection.shelves), 2):
            left, right = collection.candidates(one, other)
            odds = collection.features(left, right).log_odds(thresholds)
            for i, j, value in zip(left.tolist(), right.tolist(), odds.tolist(), strict=True):
                self._odds[_pair(i, j)] = value
                self._near.setdefault(i, []).append(j)
                self._near.setdefault(j, []).append(i)

    def groups(self) -> list[Group]:
        """Return the groups, every document in one."""
        own: dict[int, Group] = {n: (n,) for n in range(len(self.collection.portraits))}
        queue = [(-odds, (i,), (j,)) for (i, j), odds in self._odds.items() if odds > 0]
        heapq.heapify(queue)
        while queue:
            _, left, right = heapq.heappop(queue)
            if own[left[0]] != left or own[right[0]] != right:
                continue
            joined = tuple(sorted((*left, *right)))
            own |= dict.fromkeys(joined, joined)
            for other in {own[near] for n in joined for near in self._near.get(n, ())}:
                odds = self._linkage(joined, other)
                if odds > 0:
                    heapq.heappush(queue, (-odds, joined, other))
        return sorted(set(own.values()))

    def _linkage(self, one: Group, other: Group) -> float:
        """Return the mean log-odds of pairs across two groups; without end if they exclude."""
        languages = [self.collection.portraits[n].language for n in (*one, *other)]
        if len(set(languages)) < len(languages):
            return -math.inf
        return sum(self.odds(i, j) for i in one for j in other) / (len(one) * len(other))

    def odds(self, i: int, j: int) -> float:
        """Return the log-odds of two documents, also of such as were no candidates."""
        pair = _pair(i, j)
        if pair not in self._odds:
            features = self.collection.features(np.array([pair[0]]), np.array([pair[1]]))
            self._odds[pair] = float(features.log_odds(self._thresholds)[0])
        return self._odds[pair]

    def link(self, i: int, j: int) -> Link:
        """Return what joins two documents."""
        one, other = self.collection.portraits[i], self.collection.portraits[j]
        features = self.collection.features(np.array([i]), np.array([j]))
        days = float(features.days[0])
        return Link(
            (one.language, other.language),
            _probability(self.odds(i, j)),
            round(float(features.cosine[0]), 3),
            self.collection.shared(i, j),
            None if math.isnan(days) else int(days),
        )


def _story(
    group: Group, grouping: _Grouping, languages: Sequence[str], names: Counter[str]
) -> Story:
    portraits = grouping.collection.portraits
    members = _ranked(group, portraits)
    have = {member.language for member in members}
    stem = _stem(members[0])
    order = sorted(group, key=lambda n: languages.index(portraits[n].language))
    links = tuple(grouping.link(i, j) for i, j in combinations(order, 2))
    odds = [grouping.odds(i, j) for i, j in combinations(order, 2)]
    return Story(
        stem if names[stem] == 1 else members[0].path.as_posix(),
        members,
        tuple(code for code in languages if code not in have),
        _probability(sum(odds) / len(odds)) if odds else 1.0,
        links,
    )


def _ranked(group: Group, portraits: Sequence[Portrait]) -> tuple[Member, ...]:
    members = [Member(portraits[n].language, portraits[n].path) for n in group]
    return tuple(sorted(members, key=lambda m: (named(m.language).rank, m.language)))


def _stem(member: Member) -> str:
    return member.path.with_suffix("").as_posix()


def _probability(log_odds: float) -> float:
    return round(1 / (1 + math.exp(-max(min(log_odds, 30.0), -30.0))), 3)


def _pair(i: int, j: int) -> Pair:
    return (i, j) if i < j else (j, i)
