"""When something happens, as newsrooms write it in three languages: all of it compared."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.fact_stories import alarms, story

_TABLE = Path(__file__).parent.parent / "data" / "when.tsv"
CODES = ("uk", "en", "ru")
FALSE_ALARMS, RECALL = 0.02, 0.97


def _rows() -> list[list[str]]:
    lines = _TABLE.read_text(encoding="utf-8").splitlines()
    return [line.split("\t") for line in lines if line and not line.startswith("#")]


@pytest.mark.parametrize("codes", [CODES, ("uk", "en"), ("en", "ru")], ids="-".join)
def test_the_same_time_in_other_forms_is_no_alarm(codes: tuple[str, ...]) -> None:
    rows = [dict(zip(CODES, row[1:4], strict=True)) for row in _rows()]
    alarmed = [row for row in rows if alarms(story(**{code: row[code] for code in codes}))]
    assert len(alarmed) <= FALSE_ALARMS * len(rows), alarmed


@pytest.mark.parametrize("codes", [CODES, ("uk", "en"), ("en", "ru")], ids="-".join)
def test_a_time_that_is_off_is_an_alarm(codes: tuple[str, ...]) -> None:
    rows = [
        dict(zip(CODES, row[1:4], strict=True)) | {row[4]: row[5]}
        for row in _rows()
        if row[4] in codes
    ]
    missed = [row for row in rows if not alarms(story(**{code: row[code] for code in codes}))]
    assert len(missed) <= (1 - RECALL) * len(rows), missed


def test_the_wrong_one_of_a_row_is_not_the_right_one() -> None:
    for row in _rows():
        assert row[5] not in row[1:4]
        assert row[4] in CODES
