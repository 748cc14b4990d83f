"""What a doubtful line is, by the vote of the editions."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.aligning.toy import article, vectors
from transcheck.aligning import align
from transcheck.aligning.kinds import voted
from transcheck.model import Article, Kind
from transcheck.thresholds import aligner_thresholds

STORY = [f"t{n} u{n} v{n} w{n} x{n}" for n in range(8)]
STRANGER = "q1 q2 q3 q4"


def settled(*editions: list[str], marks: dict[tuple[int, int], tuple[Kind, float]]) -> Article:
    """Return editions after the vote; `marks` gives kind and odds of some of their lines."""
    made = article(*editions)
    marked = tuple(
        replace(
            edition,
            segments=tuple(
                replace(s, kind=marks[n, s.index][0], odds=marks[n, s.index][1])
                if (n, s.index) in marks
                else s
                for s in edition.segments
            ),
        )
        for n, edition in enumerate(made.editions)
    )
    made = replace(made, editions=marked)
    limits = aligner_thresholds("static", len(editions))
    return voted(made, vectors(made), limits)


@pytest.mark.parametrize(
    ("odds", "kind"), [(-4.0, Kind.FURNITURE), (-9.0, Kind.BODY)], ids=["doubtful", "sure"]
)
def test_a_doubtful_line_without_its_like_is_furniture(odds: float, kind: Kind) -> None:
    added = [*STORY, STRANGER]
    found = settled(STORY, STORY, added, marks={(2, 8): (Kind.BODY, odds)})
    assert found.editions[2].segments[8].kind is kind


def test_a_sentence_with_a_stop_is_no_doubtful_line() -> None:
    added = [*STORY, f"{STRANGER} q5."]
    found = settled(STORY, STORY, added, marks={(2, 8): (Kind.BODY, -4.0)})
    assert found.editions[2].segments[8].kind is Kind.BODY


def test_a_line_that_goes_on_with_the_one_before_is_text() -> None:
    own = [*STORY[:3], f"{STORY[3]},", STRANGER, *STORY[4:]]
    found = settled(own, STORY, STORY, marks={(0, 4): (Kind.BODY, -4.0)})
    assert found.editions[0].segments[4].kind is Kind.BODY


def test_a_line_that_the_others_tell_as_text_is_text() -> None:
    found = settled(STORY, STORY, STORY, marks={(1, 5): (Kind.FURNITURE, 2.0)})
    assert found.editions[1].segments[5].kind is Kind.HEADING


def test_labels_that_are_alike_stay_labels() -> None:
    marks = {(n, 5): (Kind.FURNITURE, 2.0) for n in range(3)}
    found = settled(STORY, STORY, STORY, marks=marks)
    assert [e.segments[5].kind for e in found.editions] == [Kind.FURNITURE] * 3


def test_a_lead_taken_for_the_headline_that_is_not_there_is_a_lead() -> None:
    marks = {(n, 0): (Kind.HEADLINE, -9.0) for n in range(3)}
    found = settled(STORY, STORY, STORY[1:], marks=marks)
    kinds = [e.segments[0].kind for e in found.editions]
    assert kinds == [Kind.HEADLINE, Kind.HEADLINE, Kind.LEAD]


def test_furniture_is_aligned_with_nothing_and_left_out_of_nothing() -> None:
    marks = {(n, 5): (Kind.FURNITURE, 9.0) for n in range(3)}
    found = settled(STORY, STORY, STORY, marks=marks)
    alignment = align(found, vectors(found), aligner_thresholds("static", 3))
    apart = [bead.sides for bead in alignment.beads if not all(bead.sides)]
    assert sorted(apart) == [((), (), (5,)), ((), (5,), ()), ((5,), (), ())]
