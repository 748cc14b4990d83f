"""The facts of each bead put to the vote, and what the vote leaves open."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from transcheck.comparing.consensus import Claim, Divergence, Judge, claims, divergences
from transcheck.comparing.echo import echoed
from transcheck.comparing.evidence import BeadFacts, bead_facts
from transcheck.model import Bead, Comparison, Fact

SURE_BEAD = 0.9
"""Score of a bead from which its sides are taken for counterparts."""


@dataclass(frozen=True, slots=True)
class Vote:
    """What the editions say in one bead, and what not all of them say."""

    bead: Bead
    present: tuple[int, ...]
    """Editions that have a side in the bead."""
    headline: bool
    """True for headlines and captions, which leave out what the story has."""
    claims: tuple[Claim, ...]
    differences: tuple[Divergence, ...]
    """Claims that contradict each other."""
    omissions: tuple[Divergence, ...]
    """Claims that an edition neither makes nor contradicts."""

    @property
    def sure(self) -> bool:
        """Return whether the sides of the bead are counterparts beyond doubt."""
        return self.bead.score >= SURE_BEAD


def votes(comparison: Comparison, kind: str, judge: Judge) -> Iterator[Vote]:
    """Yield the vote on the facts of one kind for every bead of two editions or more."""
    for found in bead_facts(comparison, frozenset({kind})):
        if any(found.passage.facts):
            open_claims = divergences(found.passage, judge)
            yield Vote(
                found.bead,
                found.passage.present,
                found.headline,
                claims(found.passage, judge),
                tuple(d for d in open_claims if len(d.claims) > 1),
                tuple(
                    d
                    for d in open_claims
                    if len(d.claims) == 1 and d.absent and not _excused(comparison, found, d)
                ),
            )


def facts_of(divergence: Divergence) -> tuple[Fact, ...]:
    """Return the facts of all claims of a divergence."""
    return tuple(f for claim in divergence.claims for own in claim.facts for f in own)


def _excused(comparison: Comparison, found: BeadFacts, divergence: Divergence) -> bool:
    """Return whether every edition without the claim has its digits all the same."""
    return all(
        any(echoed(comparison, found.bead, fact, n) for fact in facts_of(divergence))
        for n in divergence.absent
    )
