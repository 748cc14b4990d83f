from __future__ import annotations

from collections import Counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.aligning.toy import aligned, article, sides, vectors
from transcheck.aligning import align
from transcheck.model import Kind
from transcheck.thresholds import aligner_thresholds

STORY = [f"t{n} u{n} v{n} w{n} x{n}" for n in range(12)]
"""Twelve sentences of five topics each, none shared."""


def without(sentences: list[str], *left_out: int) -> list[str]:
    return [s for n, s in enumerate(sentences) if n not in left_out]


def test_equal_editions_align_one_to_one() -> None:
    assert sides(aligned(STORY, STORY, STORY)) == [((n,), (n,), (n,)) for n in range(12)]


@pytest.mark.parametrize("edition", range(3))
@pytest.mark.parametrize("gone", [0, 5, 11], ids=["first", "middle", "last"])
def test_a_removed_sentence_leaves_a_gap_in_its_edition(edition: int, gone: int) -> None:
    editions = [STORY, STORY, STORY]
    editions[edition] = without(STORY, gone)
    gaps = [s for s in sides(aligned(*editions)) if not all(s)]
    assert gaps == [tuple(() if n == edition else (gone,) for n in range(3))]


@pytest.mark.parametrize("edition", range(3))
def test_an_inserted_sentence_stands_alone(edition: int) -> None:
    editions = [list(STORY) for _ in range(3)]
    editions[edition].insert(6, "q1 q2 q3 q4")
    gaps = [s for s in sides(aligned(*editions)) if not all(s)]
    assert gaps == [tuple((6,) if n == edition else () for n in range(3))]


@pytest.mark.parametrize("edition", range(3))
def test_merged_sentences_are_one_bead_and_no_gap(edition: int) -> None:
    merged = [*STORY[:4], f"{STORY[4]} {STORY[5]}", *STORY[6:]]
    editions = [STORY, STORY, STORY]
    editions[edition] = merged
    found = sides(aligned(*editions))
    assert all(all(bead) for bead in found)
    assert tuple((4,) if n == edition else (4, 5) for n in range(3)) in found


@pytest.mark.parametrize("edition", range(3))
def test_a_split_sentence_is_one_bead_and_no_gap(edition: int) -> None:
    split = [*STORY[:4], "t4 u4 v4", "w4 x4", *STORY[5:]]
    editions = [STORY, STORY, STORY]
    editions[edition] = split
    found = sides(aligned(*editions))
    assert all(all(bead) for bead in found)
    assert tuple((4, 5) if n == edition else (4,) for n in range(3)) in found


def test_a_short_stranger_beside_a_long_sentence_is_not_taken_in() -> None:
    added = [*STORY[:4], "q1 q2", *STORY[4:]]
    assert ((), (), (4,)) in sides(aligned(STORY, STORY, added))


def test_a_short_sentence_missing_beside_a_long_one_is_not_taken_in() -> None:
    story = [*STORY[:4], "q1 q2", *STORY[4:]]
    assert ((4,), (4,), ()) in sides(aligned(story, story, STORY))


def test_swapped_paragraphs_are_moved_and_not_missing() -> None:
    swapped = [*STORY[:2], *STORY[7:9], *STORY[4:7], *STORY[2:4], *STORY[9:]]
    alignment = aligned(STORY, STORY, swapped)
    assert all(all(bead.sides) for bead in alignment.beads)
    assert {b.sides for b in alignment.beads if b.moved} <= {
        ((2,), (2,), (7,)),
        ((3,), (3,), (8,)),
        ((4,), (4,), (4,)),
        ((5,), (5,), (5,)),
        ((6,), (6,), (6,)),
        ((7,), (7,), (2,)),
        ((8,), (8,), (3,)),
    }
    assert any(bead.moved for bead in alignment.beads)


def test_a_faithful_order_moves_nothing() -> None:
    assert not any(bead.moved for bead in aligned(STORY, without(STORY, 4), STORY).beads)


def test_two_editions() -> None:
    found = sides(aligned(STORY, without(STORY, 3)))
    assert [s for s in found if not all(s)] == [((3,), ())]


def test_scores_tell_a_match_from_a_doubt() -> None:
    sure = aligned(STORY, STORY, STORY).beads[3].score
    vague = [*STORY[:3], "q1 q2 q3 q4 q5", *STORY[4:]]
    doubtful = aligned(STORY, vague).beads[3].score
    assert 0 <= doubtful < sure <= 1


def test_a_sentence_alone_is_scored_by_how_far_all_others_are() -> None:
    scores = {}
    for inserted in ("q1 q2 q3 q4 q5", "t9 u9 v9 q4 q5"):
        beads = aligned(STORY, [*STORY[:6], inserted, *STORY[6:]]).beads
        scores[inserted] = next(b.score for b in beads if not b.sides[0])
    assert scores["q1 q2 q3 q4 q5"] > scores["t9 u9 v9 q4 q5"]


def test_captions_align_with_captions_only() -> None:
    kinds = [Kind.HEADLINE, Kind.BODY, Kind.CAPTION, Kind.BODY]
    same = ["h1 h2", "a b c d", "p q r", "e f g h"]
    made = article(same, ["h1 h2", "a b c d", "z y x", "e f g h"], same, kinds=kinds)
    alignment = align(made, vectors(made), aligner_thresholds("static"))
    bodies = {b.sides for b in alignment.beads}
    assert ((1,), (1,), (1,)) in bodies
    assert ((3,), (3,), (3,)) in bodies
    for bead in alignment.beads:
        kinds_of = {
            made.editions[n].segments[i].kind for n, side in enumerate(bead.sides) for i in side
        }
        assert len(kinds_of) == 1


def test_an_edition_without_a_headline_finds_it_in_the_story() -> None:
    made = article(STORY, STORY, STORY)
    assert all(all(b) for b in sides(align(made, vectors(made), aligner_thresholds("static"))))


def test_one_sentence_each() -> None:
    assert sides(aligned(["a b c"], ["a b c"], ["a b c"])) == [((0,), (0,), (0,))]


sentences = st.lists(
    st.lists(st.sampled_from([f"t{n}" for n in range(30)]), min_size=1, max_size=6).map(" ".join),
    min_size=1,
    max_size=14,
)


@settings(max_examples=60)
@given(st.lists(sentences, min_size=2, max_size=3))
def test_every_segment_is_in_exactly_one_bead(editions: list[list[str]]) -> None:
    alignment = aligned(*editions)
    for n, edition in enumerate(editions):
        counted = Counter(i for bead in alignment.beads for i in bead.sides[n])
        assert counted == Counter(range(len(edition)))


@settings(max_examples=25)
@given(st.lists(sentences, min_size=2, max_size=3))
def test_the_same_input_gives_the_same_alignment(editions: list[list[str]]) -> None:
    assert aligned(*editions) == aligned(*editions)


def test_a_long_article_without_any_match_is_still_covered() -> None:
    one = [f"a{n} b{n}" for n in range(60)]
    two = [f"c{n} d{n}" for n in range(45)]
    found = sides(aligned(one, two))
    assert sorted(i for s in found for i in s[0]) == list(range(60))
    assert sorted(i for s in found for i in s[1]) == list(range(45))
