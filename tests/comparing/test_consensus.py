"""The vote: facts to claims, claims to divergences, and who stands alone."""

from __future__ import annotations

from itertools import permutations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from transcheck.comparing.consensus import (
    Claim,
    Divergence,
    Passage,
    claims,
    divergences,
)
from transcheck.comparing.pairing import Likeness
from transcheck.model import Fact

UK, EN, RU = 0, 1, 2


def judge(_a: int, left: Fact, _b: int, right: Fact) -> Likeness:
    """Values are text: one agrees with what it starts or is the start of ("1", "12").

    Those with the same last letter are rivals; "?" fits everything, and so does "~", weakly.
    """
    x, y = str(left.value), str(right.value)
    if x == y:
        return Likeness(agrees=True, rank=0)
    if x == "?" or y == "?" or x.startswith(y) or y.startswith(x):
        return Likeness(agrees=True, rank=1, covers=y.startswith(x))
    if x == "~" or y == "~":
        return Likeness(agrees=True, rank=1, covers=False, weak=True)
    rival = x[-1] == y[-1] or (x.isdigit() and y.isdigit())
    return Likeness(agrees=False, rank=2, rival=rival, far=rival)


def passage(*sides: str) -> Passage:
    """Return a passage of which every edition says the words given, its own offsets."""
    facts = tuple(
        tuple(Fact("toy", word, word, 0, 10 * n, 10 * n + 5) for n, word in enumerate(side.split()))
        for side in sides
    )
    return Passage(tuple(range(len(sides))), facts, tuple(() for _ in sides))


def made(found: Passage) -> list[list[list[object]]]:
    return [[[f.value for f in own] for own in c.facts] for c in claims(found, judge)]


def diverging(found: Passage) -> tuple[Divergence, ...]:
    return divergences(found.present, claims(found, judge), judge)


def values(divergence: Divergence) -> list[dict[int, object]]:
    return [{n: claim.facts[n][0].value for n in claim.editions} for claim in divergence.claims]


@pytest.mark.parametrize(
    ("sides", "expected"),
    [
        pytest.param(("1", "1", "1"), [[["1"], ["1"], ["1"]]], id="all-say-one-thing"),
        pytest.param(
            ("1 2", "2 1", "1 2"), [[["1"], ["1"], ["1"]], [["2"], ["2"], ["2"]]], id="any-order"
        ),
        pytest.param(
            ("5 5 5", "5", "5"),
            [[["5"], [], []], [["5"], ["5"], ["5"]], [["5"], [], []]],
            id="each-once-the-nearest",
        ),
        pytest.param(
            ("12 1", "1 12", ""), [[["12"], ["12"], []], [["1"], ["1"], []]], id="exact-like-first"
        ),
        pytest.param(("1", "?", "2"), [[["1"], ["?"], []], [[], [], ["2"]]], id="no-bridge"),
        pytest.param(("~", "1"), [[["~"], ["1"]]], id="nothing-known-against-it"),
        pytest.param(
            ("~ 1", "2"), [[["~"], []], [["1"], []], [[], ["2"]]], id="rather-the-rival-of-another"
        ),
        pytest.param(("", "", ""), [], id="nothing"),
    ],
)
def test_facts_that_agree_are_one_claim(
    sides: tuple[str, ...], expected: list[list[list[object]]]
) -> None:
    assert made(passage(*sides)) == expected


@pytest.mark.parametrize(
    ("sides", "claimed", "suspects"),
    [
        pytest.param(("1", "2", "1"), [{UK: "1", RU: "1"}, {EN: "2"}], (EN,), id="two-outvote-one"),
        pytest.param(("1", "2"), [{UK: "1"}, {EN: "2"}], (), id="two-editions-blame-nobody"),
        pytest.param(("1", "2", "3"), [{UK: "1"}, {EN: "2"}, {RU: "3"}], (), id="all-differ"),
        pytest.param(("1", "2", ""), [{UK: "1"}, {EN: "2"}], (), id="third-is-silent"),
        pytest.param(("1", "2", "?"), [{UK: "1", RU: "?"}, {EN: "2"}], (), id="third-fits-both"),
    ],
)
def test_rivals_are_one_contradiction(
    sides: tuple[str, ...], claimed: list[dict[int, object]], suspects: tuple[int, ...]
) -> None:
    (found,) = diverging(passage(*sides))
    assert values(found) == claimed
    assert found.suspects == suspects


@pytest.mark.parametrize(
    ("sides", "absent", "suspects"),
    [
        pytest.param(("a", "", "a"), (EN,), (EN,), id="one-leaves-it-out"),
        pytest.param(("a", "", ""), (EN, RU), (UK,), id="one-adds-it"),
        pytest.param(("a", ""), (EN,), (), id="two-editions-blame-nobody"),
    ],
)
def test_a_claim_without_rival_is_left_out(
    sides: tuple[str, ...], absent: tuple[int, ...], suspects: tuple[int, ...]
) -> None:
    (found,) = diverging(passage(*sides))
    assert found.absent == absent
    assert found.suspects == suspects


def test_what_cannot_stand_for_each_other_is_two_omissions() -> None:
    found = diverging(passage("a", "b"))
    assert [(values(d), d.absent) for d in found] == [([{UK: "a"}], (EN,)), ([{EN: "b"}], (UK,))]


def test_agreement_is_no_divergence() -> None:
    assert diverging(passage("1 2 a", "a 1 2", "2 a 1")) == ()


def test_contradictions_come_before_omissions() -> None:
    found = diverging(passage("a 1", "2", "a 2"))
    assert [len(d.claims) for d in found] == [2, 1]


def test_each_claim_is_in_one_divergence_only() -> None:
    found = diverging(passage("1 2", "3", "3"))
    assert [values(d) for d in found] == [[{EN: "3", RU: "3"}, {UK: "1"}], [{UK: "2"}]]


def claim(*said: int, moved: frozenset[int] = frozenset(), echoed: int | None = None) -> Claim:
    fact = Fact("toy", "1", "1", 0, 0, 1)
    facts = tuple((fact,) if n in said else () for n in range(3))
    return Claim(facts, moved, frozenset() if echoed is None else frozenset({echoed}))


def test_an_edition_that_has_moved_a_claim_does_not_lack_it() -> None:
    assert divergences((UK, EN), [claim(UK, moved=frozenset({EN}))], judge) == ()


def test_an_edition_that_says_it_of_something_else_does_not_lack_it() -> None:
    assert divergences((UK, EN), [claim(UK, echoed=EN)], judge) == ()


def test_an_edition_that_says_it_of_something_else_still_contradicts() -> None:
    rival = Claim(((), (Fact("toy", "2", "2", 0, 0, 1),), ()))
    (found,) = divergences((UK, EN), [claim(UK, echoed=EN), rival], judge)
    assert len(found.claims) == 2


def test_an_edition_that_only_echoes_a_claim_backs_it_against_a_rival() -> None:
    rival = Claim(((), (), (Fact("toy", "2", "2", 0, 0, 1),)))
    (found,) = divergences((UK, EN, RU), [claim(EN, echoed=UK), rival], judge)
    assert found.suspects == (RU,)


SIDE = st.lists(st.sampled_from(["1", "12", "2", "21", "?", "~", "a", "b"]), max_size=3).map(
    " ".join
)


def told(found: Passage, order: tuple[int, ...]) -> set[object]:
    """Return the divergences, editions named by their place before they were put in order."""
    return {
        (
            frozenset(
                (order[n], fact.start, fact.value)
                for claim in divergence.claims
                for n, own in enumerate(claim.facts)
                for fact in own
            ),
            frozenset(order[n] for n in divergence.suspects),
        )
        for divergence in diverging(found)
    }


@pytest.mark.parametrize(
    "order", [order for order in permutations(range(3)) if order != (UK, EN, RU)], ids=str
)
@settings(max_examples=200)
@given(sides=st.tuples(SIDE, SIDE, SIDE))
def test_the_order_of_editions_changes_nothing(
    order: tuple[int, ...], sides: tuple[str, str, str]
) -> None:
    changed = passage(*(sides[n] for n in order))
    assert told(changed, order) == told(passage(*sides), (UK, EN, RU))
