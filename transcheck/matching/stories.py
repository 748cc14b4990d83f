"""From pairs to stories: documents that agree pair by pair, at most one a language."""

from __future__ import annotations

import heapq
import math
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import combinations

import numpy as np

from transcheck.languages import named
from transcheck.limits import STORIES_AT_ONCE, STORIES_HOPELESS
from transcheck.matching.evidence import Collection, Ids
from transcheck.matching.records import Link, Matching, Member, Portrait, Story
from transcheck.thresholds import MATCHING, MatchingThresholds

Pair = tuple[int, int]
Group = tuple[int, ...]
"""Positions of documents."""


def match(portraits: Sequence[Portrait], thresholds: MatchingThresholds = MATCHING) -> Matching:
    """Return the stories that documents are editions of.

    The order of the documents does not matter. Two of them are joined first that most
    likely belong together; a third joins where all in all it belongs to both: so three
    editions decide together, and one that only resembles one of two stays alone. Versions of
    one text are never joined.

    Args:
        portraits: documents; no two have the same path.
        thresholds: what weighs the evidence.
    """
    if not portraits:
        return Matching((), ())
    ordered = sorted(portraits, key=lambda portrait: portrait.path.as_posix())
    collection = Collection(ordered, thresholds)
    groups = [_ranked(g, ordered) for g in _Grouping(collection, thresholds).groups()]
    links = _links(groups, collection, thresholds)
    stems = Counter(_stem(ordered[group[0]]) for group in groups)
    languages = sorted(collection.shelves, key=_rank)
    stories = []
    for group in groups:
        first, have = ordered[group[0]], [ordered[n].language for n in group]
        inside = [links[pair] for pair in combinations(group, 2)]
        stories.append(
            Story(
                _stem(first) if stems[_stem(first)] == 1 else first.path.as_posix(),
                tuple(Member(ordered[n].language, ordered[n].path) for n in group),
                tuple(code for code in languages if code not in have),
                _probability(sum(odds for odds, _ in inside) / len(inside)) if inside else 1.0,
                tuple(link for _, link in inside),
            )
        )
    return Matching(tuple(sorted(stories, key=lambda story: story.name)), tuple(languages))


class _Grouping:
    """Joins groups of documents, those first that gain most by it."""

    def __init__(self, collection: Collection, thresholds: MatchingThresholds) -> None:
        self.collection = collection
        self._thresholds = thresholds
        self._odds: dict[Pair, float] = {}
        self._near: dict[int, list[int]] = {}
        for one, other in combinations(sorted(collection.shelves), 2):
            left, right = collection.candidates(one, other)
            for start in range(0, len(left), STORIES_AT_ONCE):
                self._weigh(
                    left[start : start + STORIES_AT_ONCE], right[start : start + STORIES_AT_ONCE]
                )

    def _weigh(self, left: Ids, right: Ids) -> None:
        """Keep the pairs that are not hopeless."""
        odds = self.collection.features(left, right).log_odds(self._thresholds)
        for n in np.flatnonzero(odds > STORIES_HOPELESS).tolist():
            i, j = int(left[n]), int(right[n])
            self._odds[_pair(i, j)] = -math.inf if self._are_versions(i, j) else float(odds[n])
            self._near.setdefault(i, []).append(j)
            self._near.setdefault(j, []).append(i)

    def groups(self) -> list[Group]:
        """Return the groups, every document in one."""
        own: dict[int, Group] = {n: (n,) for n in range(len(self.collection.portraits))}
        queue: list[tuple[float, Group, Group]] = [
            (-odds, (i,), (j,)) for (i, j), odds in self._odds.items() if odds > 0
        ]
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
        """Return the log-odds of all pairs across two groups; -inf where one excludes it.

        Their sum and not their mean: two documents that belong to a third come before one of
        them and a copy of the third.
        """
        languages = [self.collection.portraits[n].language for n in (*one, *other)]
        if len(set(languages)) < len(languages):
            return -math.inf
        odds = [self._pair_odds(i, j) for i in one for j in other]
        return sum(odds) if min(odds) > STORIES_HOPELESS else -math.inf

    def _pair_odds(self, i: int, j: int) -> float:
        pair = _pair(i, j)
        if pair not in self._odds:
            features = self.collection.features(np.array([pair[0]]), np.array([pair[1]]))
            odds = float(features.log_odds(self._thresholds)[0])
            self._odds[pair] = -math.inf if self._are_versions(i, j) else odds
        return self._odds[pair]

    def _are_versions(self, i: int, j: int) -> bool:
        return self.collection.portraits[i].is_version(self.collection.portraits[j])


def _links(
    groups: Sequence[Sequence[int]], collection: Collection, thresholds: MatchingThresholds
) -> dict[Pair, tuple[float, Link]]:
    """Return the log-odds of each two members of a group, and what joins them."""
    portraits = collection.portraits
    alike: dict[tuple[str, str], list[Pair]] = {}
    for group in groups:
        for i, j in combinations(group, 2):
            alike.setdefault((portraits[i].language, portraits[j].language), []).append((i, j))
    return {
        pair: link
        for languages, pairs in alike.items()
        for start in range(0, len(pairs), STORIES_AT_ONCE)
        for pair, link in _linked(
            languages, pairs[start : start + STORIES_AT_ONCE], collection, thresholds
        )
    }


def _linked(
    languages: tuple[str, str],
    pairs: Sequence[Pair],
    collection: Collection,
    thresholds: MatchingThresholds,
) -> Iterator[tuple[Pair, tuple[float, Link]]]:
    found = collection.features(*np.array(pairs).T)
    for n, (pair, odds) in enumerate(zip(pairs, found.log_odds(thresholds).tolist(), strict=True)):
        days = None if np.isnan(found.days[n]) else int(found.days[n])
        similarity = round(float(found.cosine[n]), 3)
        link = Link(languages, _probability(odds), similarity, collection.shared(*pair), days)
        yield pair, (odds, link)


def _ranked(group: Sequence[int], portraits: Sequence[Portrait]) -> list[int]:
    return sorted(group, key=lambda n: _rank(portraits[n].language))


def _rank(code: str) -> tuple[int, str]:
    return named(code).rank, code


def _stem(portrait: Portrait) -> str:
    return portrait.path.with_suffix("").as_posix()


def _probability(log_odds: float) -> float:
    return round(1 / (1 + math.exp(-max(min(log_odds, 30.0), -30.0))), 3)


def _pair(i: int, j: int) -> Pair:
    return (i, j) if i < j else (j, i)
