"""The table of what to expect from an archive: what is measured stays, the rest is computed."""

from __future__ import annotations

from dataclasses import replace

from benchmarks.archive import README, TABLE, Run, table

SMALL = Run(1_000, wall=50, used=40, peak=300, results=5, rows=16, again=2)
LARGE = Run(3_000, wall=130, used=100, peak=350, results=4, rows=16, again=3)


def cells(text: str) -> list[list[str]]:
    lines = [line for line in text.splitlines() if line.startswith("|")]
    return [[cell.strip() for cell in line.strip("|").split("|")] for line in lines[2:]]


def test_what_was_measured_stands_there_as_it_was() -> None:
    found = {row[0]: row[1:] for row in cells(table([SMALL, LARGE], 30))}
    assert found["1,000"] == ["0.7 min", "90,000", "300 MB", "5 MB", "16 MB"]
    assert found["3,000"] == ["1.7 min", "108,000", "350 MB", "12 MB", "48 MB"]


def test_other_sizes_are_computed_and_say_so() -> None:
    found = {row[0]: row[1:] for row in cells(table([SMALL, LARGE], 30))}
    # 10 s to start, 30 ms an article; memory and disk as of the larger.
    assert found["10,000 (computed)"] == ["5.2 min", "116,129", "350 MB", "40 MB", "160 MB"]
    assert found["1,000,000 (computed)"] == ["8.3 h", "119,960", "350 MB", "4.0 GB", "16.0 GB"]
    assert set(found) == {"1,000", "3,000", "10,000 (computed)", "100,000 (computed)",
                          "1,000,000 (computed)"}  # fmt: skip


def test_nothing_is_said_to_be_computed_that_was_measured() -> None:
    text = table([SMALL, replace(LARGE, articles=10_000, used=310)], 30)
    assert "10,000 (computed)" not in text
    assert "cost 8 core-hours: at 0.05 a core-hour, 0.42" in " ".join(text.split())


def test_the_readme_has_a_place_for_it() -> None:
    (place,) = TABLE.findall(README.read_text(encoding="utf-8"))
    assert len(cells(place)) >= 4, "the sizes are there"
