"""The facts of every bead put to the vote: who says what, and what not all of them say."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from typing import NamedTuple

from transcheck.comparing.absence import stands
from transcheck.comparing.consensus import Claim, Divergence, Passage, claims, divergences
from transcheck.comparing.evidence import (
    BeadFacts,
    Numbers,
    bead_facts,
    numbers,
    weighty,
    without_foreign,
)
from transcheck.comparing.judging import KINDS, judge
from transcheck.comparing.pairing import Judge, Likeness
from transcheck.limits import COMPARING_EVIDENCE_TELLING, VOTING_SURE_BEAD
from transcheck.model import Bead, Comparison, Fact

_NUMBER = "number"

Place = tuple[int, int, int, str]
"""Where a fact is: edition, segment, start, kind."""


class Vote(NamedTuple):
    """What the editions say in one bead, and what not all of them say."""

    bead: Bead
    passage: Passage
    headline: bool
    """True for headlines and captions, which leave out what the story has."""
    claims: tuple[Claim, ...]
    divergences: tuple[Divergence, ...]

    @property
    def shared(self) -> Iterator[Claim]:
        """Yield the claims that every edition of the bead makes there."""
        there = self.passage.present
        return (claim for claim in self.claims if there == claim.editions)

    @property
    def varied(self) -> Iterator[Claim]:
        """Yield those of them that the editions put differently."""
        return (claim for claim in self.shared if claim.varied)

    @property
    def sure(self) -> bool:
        """Return whether the sides of the bead are counterparts beyond doubt."""
        return self.bead.score >= VOTING_SURE_BEAD


def votes(comparison: Comparison) -> tuple[Vote, ...]:
    """Return the vote on the numbers, dates and times of every bead of two editions or more.

    Checks ask for it by ``comparison.once(votes)``.
    """
    compare = judge(comparison)
    made: list[tuple[BeadFacts, tuple[Claim, ...]]] = []
    for found in bead_facts(comparison, KINDS):
        own = claims(found.passage, compare)
        if any(claim.editions != found.passage.present for claim in own):
            read = without_foreign(comparison, found)
            if len(read.passage.present) < 2:
                continue
            if read.passage.present != found.passage.present:
                made.append((read, claims(read.passage, compare)))
                continue
        made.append((found, own))
    owners = _owners(own for _, own in made)
    known = numbers(comparison, compare)
    found_out = []
    for found, own in made:
        placed = tuple(
            [
                _elsewhere(found, _placed(comparison, found, claim, owners, compare), known)
                for claim in own
            ]
        )
        open_claims = divergences(found.passage.present, placed, compare, brief=found.headline)
        found_out.append(Vote(found.bead, found.passage, found.headline, placed, open_claims))
    return tuple(found_out)


def _said_by_all(found: BeadFacts, claim: Claim) -> bool:
    return len(claim.editions) == len(found.passage.present)


def _owners(made: Iterable[Iterable[Claim]]) -> dict[Place, Claim]:
    """Return the claim that each fact belongs to."""
    return {
        _place(n, fact): claim
        for own in made
        for claim in own
        for n, facts in enumerate(claim.facts)
        for fact in facts
    }


def _place(edition: int, fact: Fact) -> Place:
    return edition, fact.segment, fact.start, fact.kind


def _placed(
    comparison: Comparison,
    found: BeadFacts,
    claim: Claim,
    owners: Mapping[Place, Claim],
    compare: Judge,
) -> Claim:
    """Return a claim with the editions that say it beside the passage, or of something else.

    What stands in a part of the sentence that an edition lacks altogether is not missing
    there once more: the missing part is a finding by itself.
    """
    if _said_by_all(found, claim):
        return claim
    moved, echoed = set(), set()
    for n in set(found.passage.present).difference(claim.editions):
        beside = _like(claim, n, found.passage.around[n], compare)
        if any(_left_over(owners.get(_place(n, fact)), claim) for fact in beside):
            moved.add(n)
        elif (
            _in_part(found, claim, n)
            or stands(comparison, found, claim, n, beside=_repeatable(claim))
            or _like(claim, n, found.passage.facts[n], compare)
            or _restated(found, claim, n, owners, compare)
            or (_repeatable(claim) and beside)
        ):
            echoed.add(n)
    return replace(claim, moved=frozenset(moved), echoed=frozenset(echoed))


def _elsewhere(found: BeadFacts, claim: Claim, known: Numbers) -> Claim:
    """Return a claim with the editions that say it in another place of the article."""
    if _said_by_all(found, claim) or not (found.headline or weighty(claim)):
        return claim
    there = known.elsewhere(claim, found.bead.sides)
    echoed = claim.echoed | there if weighty(claim, COMPARING_EVIDENCE_TELLING) else claim.echoed
    return replace(claim, elsewhere=there, echoed=echoed) if there else claim


def _repeatable(claim: Claim) -> bool:
    """Return whether a claim need not be made again after the sentence beside it: a date.

    "On Saturday" holds for the next sentence as well; a number of it says something else.
    """
    return all(fact.kind != _NUMBER for own in claim.facts for fact in own)


def _in_part(found: BeadFacts, claim: Claim, edition: int) -> bool:
    return any(
        edition in found.lacking(n, fact) for n, own in enumerate(claim.facts) for fact in own
    )


def _left_over(owner: Claim | None, claim: Claim) -> bool:
    """Return whether a fact is not needed where it stands, so that it may be a claim's."""
    return owner is None or not set(owner.editions) & set(claim.editions)


def _restated(
    found: BeadFacts, claim: Claim, edition: int, owners: Mapping[Place, Claim], compare: Judge
) -> bool:
    """Return whether a claim says once more what an edition has: "40 miles (64.4 km)"."""
    for n in claim.editions:
        for other in _like(claim, n, found.passage.facts[n], compare):
            owner = owners[_place(n, other)]
            if edition in owner.editions:
                return True
    return False


def _like(claim: Claim, edition: int, facts: Iterable[Fact], compare: Judge) -> list[Fact]:
    """Return the facts of an edition that say no less than a claim, whoever makes it."""
    said = [(n, claim.facts[n][0]) for n in claim.editions]
    return [
        fact
        for fact in facts
        if fact not in claim.facts[edition]
        and all(_says(compare(n, own, edition, fact)) for n, own in said)
    ]


def _says(likeness: Likeness) -> bool:
    return likeness.agrees and likeness.covers
