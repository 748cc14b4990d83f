"""Numbers that change places: two claims that all editions make, of other things in one.

"Two killed and eleven wounded" holds the same numbers as eleven killed and two wounded. Two
editions bind two numbers alike where what speaks for the one and not for the other (`binding`)
agrees: in what the words of a trilingual lexicon mean (killed, for, from), in names, in other
facts that both editions give, and in words that are near by their vectors. For every two numbers
of a passage that may stand in each other's place, the log-odds of all pairs of editions are
summed for every edition that may have exchanged them, and for none.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import combinations
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from transcheck.comparing.binding import Binding, Passage
from transcheck.comparing.consensus import Claim
from transcheck.comparing.voting import Vote, votes
from transcheck.facts.exact import size
from transcheck.facts.numbers.records import Form, Quantity
from transcheck.limits import (
    COMPARING_ROLES_DECIDED,
    COMPARING_ROLES_MOST_CLAIMS,
    COMPARING_ROLES_NEAR,
    COMPARING_ROLES_PRIOR,
    COMPARING_ROLES_PRIOR_OF_TWO,
    COMPARING_ROLES_SAID_ONCE,
    COMPARING_ROLES_UNLIKE,
)
from transcheck.model import Comparison, Fact
from transcheck.naming.distance import Verdict
from transcheck.naming.matching import match

NUMBER, NAME = "number", "name"


class Evidence(NamedTuple):
    """How two editions bind the same two numbers: above 0 alike, below 0 the other way round."""

    words: float
    """By the lexicon, -1 to 1."""
    names: float
    """By names, -1 to 1."""
    facts: float
    """By other facts that both have, -1 to 1."""
    vectors: float
    """By the vectors of words, -1 to 1."""
    order: float
    """1 where the two stand in the same order, else -1."""

    @property
    def known(self) -> float:
        """Return what is no matter of vectors."""
        return self.words + self.names + self.facts


WEIGHTS = Evidence(words=5.5, names=7.0, facts=6.0, vectors=3.5, order=0.7)
"""Log-odds for each unit of evidence. Set on a grid with the odds against an exchange, for the
fewest false alarms of right articles and of 210 triples in which figures are told in another
order, and then the most exchanges found."""


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
    # «За місяць» holds no figure that could stand elsewhere.
    if any(value.form is Form.ARTICLE for value in (*left, *right)):
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


def compare(left: Binding, right: Binding) -> Evidence:
    """Return how two editions bind the same two numbers."""
    if left.score is not None and right.score is not None:
        return Evidence(_scores(left, right), 0.0, 0.0, 0.0, 0.0)
    shared = left.concepts.keys() & right.concepts.keys()
    given = left.facts.keys() & right.facts.keys()
    names = [
        (a, b) for one, a in left.names for two, b in right.names if _same(one, left, two, right)
    ]
    # The only name is that of who does both.
    only = len({a > 0 for a, _ in names}) < 2
    return Evidence(
        _agreement([(left.concepts[c], right.concepts[c]) for c in sorted(shared)], left, right),
        _agreement(names, left, right) * (COMPARING_ROLES_SAID_ONCE if only else 1),
        _agreement([(left.facts[c], right.facts[c]) for c in sorted(given)], left, right),
        _translated(left, right),
        1.0 if left.first_leads == right.first_leads else -1.0,
    )


def _scores(left: Binding, right: Binding) -> float:
    """Return whether two scores are of the same side, seen from who is named first."""
    same = 1.0 if left.first_leads == right.first_leads else -1.0
    if not left.score or not right.score:
        return 0.0
    shared = [
        (i, j)
        for i, one in enumerate(left.score)
        for j, two in enumerate(right.score)
        if _same(one, left, two, right)
    ]
    if len(shared) > 1:
        return same if shared[0][1] < shared[1][1] else -same
    # "Won" that opens a sentence may pass for a name, so that places in two rows tell nothing.
    told = len(left.score) == len(right.score)
    return -same if told and any(i != j for i, j in shared) else same


def _same(name: str, left: Binding, other: str, right: Binding) -> bool:
    return match(name, left.language, other, right.language) is Verdict.SAME


def _agreement(pairs: Sequence[tuple[float, float]], left: Binding, right: Binding) -> float:
    """Return how far pairs of differences agree in sign, weighed by their size, -1 to 1.

    What speaks for the number that comes first in both editions hardly counts: a verb or noun
    that is said once, with the first number, is meant for both. Nor does the only word that they
    share where it stands before both numbers in one edition and behind both in the other.
    """
    total = signed = 0.0
    for a, b in pairs:
        size = abs(a * b) ** 0.5
        leads, starts = (a > 0) == left.first_leads, (b > 0) == right.first_leads
        moved = len(pairs) == 1 and leads != starts and (a > 0) != (b > 0)
        if (leads and starts) or moved:
            size *= COMPARING_ROLES_SAID_ONCE
        total += size
        signed += size if (a > 0) == (b > 0) else -size
    return signed / max(total, 1.0)


def _translated(left: Binding, right: Binding) -> float:
    """Return the same of words that are each other's nearest by their vectors, -1 to 1.

    Words that the lexicon has in common are left to it.
    """
    if not left.words or not right.words:
        return 0.0
    here, there = ([_vector(text) for text, _, _ in side.words] for side in (left, right))
    near = np.array(here) @ np.array(there).T
    pairs = []
    for i, (_, meant, say) in enumerate(left.words):
        j = int(near[i].argmax())
        _, means, says = right.words[j]
        cosine = float(near[i, j])
        if cosine >= COMPARING_ROLES_NEAR and near[:, j].argmax() == i and not meant & means:
            pairs.append((say * cosine, says * cosine))
    return _agreement(pairs, left, right)


@lru_cache(maxsize=16384)
def _vector(word: str) -> NDArray[np.float32]:
    from transcheck.embedding.static import load

    vector = load().total(word)
    return vector / max(float(np.linalg.norm(vector)), 1e-9)
