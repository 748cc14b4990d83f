"""The ways through a stretch, in blocks or at once."""

from __future__ import annotations

import random

import pytest

from tests.aligning.toy import aligned
from transcheck.aligning import lattice


def editions(seed: int, count: int) -> list[list[str]]:
    """Return editions of sentences that resemble their neighbours, each with some left out."""
    chance = random.Random(seed)  # noqa: S311
    made = []
    for name in range(count):
        kept = [n for n in range(24) if chance.random() < 0.85]
        made.append([f"t{n // 2} u{n // 3} {name}x{n}" for n in kept])
    return made


@pytest.mark.parametrize("count", [2, 3], ids=["two editions", "three editions"])
@pytest.mark.parametrize("seed", range(6))
def test_blocks_of_states_give_the_same_beads(
    seed: int, count: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    stories = editions(seed, count)
    whole = aligned(*stories).beads
    monkeypatch.setattr(lattice, "STEPS_FEW", 0)
    monkeypatch.setattr(lattice, "STEPS_BLOCK", 50)
    in_blocks = aligned(*stories).beads
    assert [bead.sides for bead in in_blocks] == [bead.sides for bead in whole]
    assert [bead.score for bead in in_blocks] == pytest.approx([b.score for b in whole], abs=2e-4)


@pytest.mark.parametrize("sizes", [(9, 7), (5, 6, 4), (400, 380)], ids=str)
def test_moves_in_blocks_are_all_moves(
    sizes: tuple[int, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = moves(sizes)
    monkeypatch.setattr(lattice, "STEPS_FEW", 0)
    monkeypatch.setattr(lattice, "STEPS_BLOCK", 60)
    assert moves(sizes) == whole


def moves(sizes: tuple[int, ...]) -> set[tuple[tuple[int, ...], tuple[int, ...]]]:
    """Return all moves through a stretch: where each comes from, and the shape of its bead."""
    plan = lattice.plan(sizes)
    places = [tuple(place) for place in plan.places.tolist()]
    found = set()
    for block in plan.moves:
        for place, before in zip(places[block.first :], block.before.tolist(), strict=False):
            for shape, came in zip(plan.shapes, before, strict=True):
                if came < len(places):
                    assert place == tuple(a + c for a, c in zip(places[came], shape, strict=True))
                    found.add((places[came], shape))
    return found


def test_a_long_stretch_is_searched_near_the_diagonal() -> None:
    assert len(lattice.plan((400, 380)).places) < 400 * 380 / 10
