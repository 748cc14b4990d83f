"""Numbers that change places: two claims that all editions make, of other things in one.

"Two killed and eleven wounded" holds the same numbers as eleven killed and two wounded. For
every two numbers of a passage that may stand in each other's place, each pair of editions
says how likely it binds them alike (`binding.compare`); the log-odds of all pairs are summed
for every edition that may have exchanged them, and for none.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from transcheck.comparing.binding import Evidence, Passage, compare
from transcheck.comparing.consensus import Claim
from transcheck.comparing.voting import Vote, votes
from transcheck.facts.exact import size
from transcheck.facts.numbers.records import Form, Quantity
from transcheck.limits import (
    COMPARING_ROLES_DECIDED,
    COMPARING_ROLES_MOST_CLAIMS,
    COMPARING_ROLES_PRIOR,
    COMPARING_ROLES_PRIOR_OF_TWO,
    COMPARING_ROLES_UNLIKE,
)
from transcheck.model import Comparison, Fact

NUMBER, NAME = "number", "name"
WEIGHTS = Evidence(words=4.5, names=7.0, facts=6.0, vectors=5.0, order=1.2)
"""Log-odds for each unit of evidence. Fitted by logistic regression to some 500 pairs of numbers in
two editions, three in five of them of professional translations, as were the constants of
`binding`. Those of words and order, and the odds below, were set on a grid when the lexicon had
grown: right articles, the tests' triples and sixty more."""


@dataclass(frozen=True, slots=True)
class Crossing:
    """Two numbers that editions say of other things."""

    claims: tuple[Claim, Claim]
    suspect: int | None
    """The edition that stands alone; None where there are two."""
    odds: float
    """Log-odds that they have changed places."""
    decided: bool
    """Whether words of the lexicon, names and other facts say so, and not vectors alone."""


def crossings(comparison: Comparison) -> Iterator[tuple[Vote, Crossing]]:
    """Yield the numbers that have changed places, one crossing for each two at most."""
    for vote in comparison.once(votes):
        pairs = list(rivals(vote))
        if not pairs:
            continue
        passages = _passages(comparison, vote)
        found = [c for one, two in pairs if (c := _crossing(vote, one, two, passages))]
        met: set[int] = set()
        for crossing in sorted(found, key=lambda c: -c.odds):
            # Three numbers that go round are one slip, told once.
            if not met & {id(claim) for claim in crossing.claims}:
                met |= {id(claim) for claim in crossing.claims}
                yield vote, crossing


def rivals(vote: Vote) -> Iterator[tuple[Claim, Claim]]:
    """Yield the claims of a vote that could change places: numbers of one sort and unit."""
    own = [claim for claim in vote.claims if _single(claim)]
    # In a list of dozens of numbers nobody looks for two that have changed places.
    for one, two in combinations(own[:COMPARING_ROLES_MOST_CLAIMS], 2):
        if len(set(one.editions) & set(two.editions)) > 1 and _exchangeable(one, two):
            yield one, two


def _single(claim: Claim) -> bool:
    return len(claim.editions) > 1 and all(
        len(facts) == 1 and facts[0].kind == NUMBER for facts in claim.facts if facts
    )


def _exchangeable(one: Claim, two: Claim) -> bool:
    left, right = (_values(claim) for claim in (one, two))
    if any(a.readings == b.readings for a in left for b in right):
        return False
    ordinal = {value.form is Form.ORDINAL for value in (*left, *right)}
    units = {frozenset(v.units) for v in (*left, *right) if v.units}
    if len(ordinal) > 1 or len(units) > 1:
        return False
    both = any(v.units for v in left) == any(v.units for v in right)
    small, large = sorted(size(side[0].low) for side in (left, right))
    return both or large <= small * COMPARING_ROLES_UNLIKE


def _values(claim: Claim) -> list[Quantity]:
    said = [facts[0].value for facts in claim.facts if facts]
    return [value for value in said if isinstance(value, Quantity)]


def _passages(comparison: Comparison, vote: Vote) -> list[Passage]:
    made = []
    for n, edition in enumerate(comparison.article.editions):
        names = [fact for fact in comparison.facts[n] if fact.kind == NAME]
        made.append(Passage(edition, vote.bead.sides[n], vote.passage.facts[n], names))
    return made


def evidence(
    vote: Vote, one: Claim, two: Claim, passages: Sequence[Passage]
) -> dict[tuple[int, int], Evidence]:
    """Return how each two editions that make both claims bind them."""
    there = [n for n in one.editions if n in two.editions]
    others: list[dict[Fact, int]] = [{} for _ in passages]
    for number, claim in enumerate(vote.claims):
        if claim is not one and claim is not two and len(claim.editions) > 1:
            for n in claim.editions:
                if len(claim.facts[n]) == 1:
                    others[n][claim.facts[n][0]] = number
    bound = {n: passages[n].binding(one.facts[n][0], two.facts[n][0], others[n]) for n in there}
    return {(a, b): compare(bound[a], bound[b]) for a, b in combinations(there, 2)}


def _crossing(vote: Vote, one: Claim, two: Claim, passages: Sequence[Passage]) -> Crossing | None:
    found = evidence(vote, one, two, passages)
    alike = {pair: log_odds(e) for pair, e in found.items()}
    there = sorted({n for pair in alike for n in pair})
    suspects: Sequence[int | None] = there if len(there) > 2 else [None]
    ways = {suspect: _exchanged(alike, suspect) for suspect in suspects}
    suspect = max(ways, key=lambda s: ways[s])
    prior = COMPARING_ROLES_PRIOR if len(there) > 2 else COMPARING_ROLES_PRIOR_OF_TWO
    odds = ways[suspect] - sum(alike.values()) - prior
    against = [e for pair, e in found.items() if suspect is None or suspect in pair]
    if odds <= 0 or any(e.known + e.vectors >= 0 for e in against):
        return None
    decided = all(e.known <= -COMPARING_ROLES_DECIDED for e in against)
    return Crossing((one, two), suspect, odds, decided)


def log_odds(found: Evidence) -> float:
    """Return the log-odds that two editions bind two numbers alike."""
    return sum(w * x for w, x in zip(WEIGHTS, found, strict=True))


def _exchanged(alike: Mapping[tuple[int, int], float], suspect: int | None) -> float:
    """Return the sum of log-odds if one edition had exchanged the two; of two editions either."""
    return sum(-x if suspect is None or suspect in pair else x for pair, x in alike.items())
