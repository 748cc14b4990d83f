"""The ways through a stretch, in blocks or at once."""

from __future__ import annotations

import random

import pytest

from tests.aligning.toy import aligned
from transcheck.aligning import steps


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
    monkeypatch.setattr(steps, "FEW", 0)
    monkeypatch.setattr(steps, "BLOCK", 50)
    in_blocks = aligned(*stories).beads
    assert [bead.sides for bead in in_blocks] == [bead.sides for bead in whole]
    assert [bead.score for bead in in_blocks] == pytest.approx([b.score for b in whole], abs=2e-4)


def test_no_move_leaves_the_band_or_comes_from_outside() -> None:
    plan = steps.plan((400, 380))
    places = plan.places.tolist()
    moves = 0
    for block in plan.moves:
        for row, before in enumerate(block.before.tolist()):
            for shape, came in zip(plan.shapes, before, strict=True):
                if came < len(places):
                    there = [a + c for a, c in zip(places[came], shape, strict=True)]
                    assert there == places[block.first + row]
                    moves += 1
    assert moves > len(places)
    assert len(places) < 400 * 380 / 10
