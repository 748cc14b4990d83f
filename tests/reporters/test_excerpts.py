from __future__ import annotations

from dataclasses import replace

import pytest

from tests.sample_reports import EN, RU, UK, edition, finding, homs, occurrence, pair
from transcheck.model import Alignment, ArticleReport, Bead, Family
from transcheck.reporters.excerpts import Gap, Passage, excerpts


def test_a_fact_is_marked_in_every_edition_without_context() -> None:
    report = homs()
    uk, en, ru = excerpts(report, report.findings[0])
    assert uk.passages == (Passage(UK[2], ((8, 13),)),)
    assert en.passages == (Passage(EN[2], ((6, 11),)),)
    assert [e.suspect for e in (uk, en, ru)] == [False, True, False]
    assert {(e.before, e.after, e.gap) for e in (uk, en, ru)} == {("", "", Gap.NONE)}
    assert en.places == ((5, 7),)


def test_a_missing_passage_is_a_gap_between_the_sentences_around_it() -> None:
    report = homs()
    uk, _, ru = excerpts(report, report.findings[1])
    assert ru.passages == ()
    assert ru.gap is Gap.SENTENCE
    assert (ru.before, ru.after) == (RU[3], RU[4])
    assert ru.places == ((9, 1),)
    assert uk.passages[0].whole
    assert (uk.before, uk.after) == (UK[3], UK[5])


def test_a_gap_at_the_end_is_behind_the_last_sentence() -> None:
    report = pair()
    uk, en = excerpts(report, report.findings[0])
    assert (uk.before, uk.after) == (UK[3], "")
    assert uk.places == ((7, 1 + len(UK[3])),)
    assert (en.before, en.after) == (EN[3], "")


def test_a_gap_at_the_start_is_in_front_of_the_first_sentence() -> None:
    uk, en = edition("uk", UK[1:2]), edition("en", EN[:2])
    added = finding("ADD001", "added", Family.ADDED, "…", (occurrence(en, 0),))
    alignment = Alignment((Bead(((), (0,)), 0.9), Bead(((0,), (1,)), 0.9)))
    found = excerpts(ArticleReport("a", (uk, en), alignment, (added,)), added)
    assert (found[0].before, found[0].after) == ("", UK[1])
    assert found[0].places == ((1, 1),)


def test_a_moved_sentence_comes_with_its_neighbours() -> None:
    report = pair()
    uk, en = excerpts(report, report.findings[1])
    assert (uk.before, uk.after) == (UK[0], UK[2])
    assert (en.before, en.after) == (EN[2], EN[3])


def test_a_gap_is_not_looked_for_beside_moved_sentences() -> None:
    uk, en = edition("uk", UK[:3]), edition("en", (EN[2], EN[0]))
    alignment = Alignment(
        (Bead(((0,), (1,)), 0.9), Bead(((1,), ()), 0.9), Bead(((2,), (0,)), 0.9, moved=True))
    )
    missing = finding("MIS001", "missing", Family.MISSING, "…", (occurrence(uk, 1),))
    moved_first = Alignment((alignment.beads[2], *alignment.beads[:2]))
    for beads in (alignment, moved_first):
        found = excerpts(ArticleReport("a", (uk, en), beads, (missing,)), missing)
        assert (found[1].before, found[1].after) == (EN[0], "")


@pytest.mark.parametrize(
    ("family", "suspects", "gap"),
    [
        pytest.param(Family.PARTIAL, ("ru",), Gap.PART, id="part of the sentence is missing"),
        pytest.param(Family.NUMBER, ("ru",), Gap.PART, id="the suspect has no such number"),
        pytest.param(Family.NUMBER, ("en",), Gap.PART, id="only the suspect has the number"),
        pytest.param(Family.NAME, (), Gap.PART, id="nobody is the suspect"),
        pytest.param(Family.LANGUAGE, ("en",), Gap.NONE, id="others say the same"),
    ],
)
def test_an_edition_without_an_occurrence_shows_its_counterpart(
    family: Family, suspects: tuple[str, ...], gap: Gap
) -> None:
    report = homs()
    en = report.editions[1]
    one = finding("XXX001", "x", family, "…", (occurrence(en, 2, "at night"),), suspects=suspects)
    ru = excerpts(report, one)[2]
    assert ru.passages == (Passage(RU[2]),)
    assert ru.gap is gap


def test_overlapping_occurrences_are_one_mark() -> None:
    report = homs()
    en = report.editions[1]
    places = (
        occurrence(en, 2, "2,500 fighters"),
        occurrence(en, 2, "fighters left"),
        occurrence(en, 2, "a commander"),
    )
    one = finding("XXX001", "x", Family.NUMBER, "…", places)
    assert excerpts(report, one)[1].passages[0].marks == ((6, 25), (45, 56))


def test_places_are_those_of_the_source() -> None:
    report = homs()
    en = report.editions[1]
    wrapped = replace(en.segments[2], runs=((0, 5, 1), (6, 6, 1)))
    segments = (*en.segments[:2], wrapped, *en.segments[3:])
    editions = (report.editions[0], replace(en, segments=segments), report.editions[2])
    found = excerpts(replace(report, editions=editions), report.findings[0])
    assert found[1].places == ((6, 1),)
