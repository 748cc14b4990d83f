from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from tests.sample_reports import RU, edition, finding, homs, occurrence, pair
from transcheck.model import Family
from transcheck.reporters.excerpts import locations, source_path


def test_the_edition_that_stands_alone_leads() -> None:
    report = homs()
    found = locations(report, report.findings[0])
    assert [(o.language, o.line, o.column, o.end, o.text) for o in found] == [
        ("en", 5, 7, (5, 12), "2,500"),
        ("uk", 5, 9, (5, 14), "1 500"),
        ("ru", 5, 7, (5, 12), "1 500"),
    ]
    assert found[0].value == "2500"


def test_a_suspect_that_lacks_a_passage_leads_to_where_it_should_stand() -> None:
    report = homs()
    first, *others = locations(report, report.findings[1])
    assert (first.language, first.line, first.column, first.end) == ("ru", 9, 1, None)
    assert first.text == "— nothing here —"
    assert [o.language for o in others] == ["uk", "en"]


def test_without_a_suspect_an_edition_that_says_something_leads() -> None:
    report = pair()
    added = replace(report.findings[0], suspects=())
    first, second = locations(report, added)
    assert (first.language, first.line) == ("en", 9)
    assert (second.language, second.line, second.end) == ("uk", 7, None)


def test_an_edition_that_says_the_same_points_at_its_sentence() -> None:
    report = homs()
    en = report.editions[1]
    wrong = finding("LNG001", "x", Family.LANGUAGE, "…", (occurrence(en, 4),), suspects=("en",))
    kept = replace(report, alignment=replace(report.alignment, beads=report.alignment.beads[:4]))
    assert locations(kept, replace(wrong, occurrences=(occurrence(en, 3),)))[2].text == RU[3]


@pytest.mark.parametrize(
    ("start", "end", "expected"),
    [
        pytest.param(0, 5, ((5, 1), (5, 6)), id="in front of the break"),
        pytest.param(6, 11, ((6, 3), (6, 8)), id="behind the break"),
        pytest.param(0, 11, ((5, 1), (6, 8)), id="over the break"),
        pytest.param(6, 6, ((6, 3), (6, 3)), id="nothing at all"),
        pytest.param(0, 62, ((5, 1), (7, 77)), id="the whole sentence ends where its source does"),
    ],
)
def test_lines_and_columns_are_those_of_the_source(
    start: int, end: int, expected: tuple[tuple[int, int], tuple[int, int]]
) -> None:
    en = edition("en", ("The bridge on the M5 highway was hit eight times, they say now.",))
    assert len(en.segments[0].text) == 63
    segment = replace(
        en.segments[0],
        text=en.segments[0].text[:62],
        line=5,
        runs=((0, 5, 1), (6, 6, 3)),
        end_line=7,
        end_column=77,
    )
    en = replace(en, segments=(segment,))
    place = replace(occurrence(en, 0), start=start, end=end)
    one = finding("XXX001", "x", Family.NUMBER, "…", (place,))
    (found,) = locations(
        replace(pair(), editions=(en,), alignment=replace(pair().alignment, beads=())), one
    )
    assert ((found.line, found.column), found.end) == expected


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        pytest.param("stories/uk.txt", "stories/uk.txt", id="relative stays"),
        pytest.param("./stories//x/../uk.txt", "stories/uk.txt", id="dots go"),
        pytest.param("/repo/stories/uk.txt", "stories/uk.txt", id="absolute below the root"),
        pytest.param("/elsewhere/uk.txt", "/elsewhere/uk.txt", id="absolute elsewhere"),
        pytest.param("../uk.txt", "../uk.txt", id="above the root"),
        pytest.param("a\nb\udcff.txt", "a b<U+DCFF>.txt", id="a name that is no text"),
    ],
)
def test_source_path(path: str, expected: str) -> None:
    assert source_path(Path(path), Path("/repo")) == expected
