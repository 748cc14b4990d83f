"""When something happens and how much, as newsrooms write it in three languages, compared."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.fact_stories import alarms, story
from transcheck.model import Severity

_DATA = Path(__file__).parent.parent / "data"
TABLES = ("when.tsv", "numbers.tsv")
CONSTRUCTS = "constructs.tsv"
"""What editors asked for by name: every row of it must hold."""
CODES = ("uk", "en", "ru")
FALSE_ALARMS, RECALL = 0.02, 0.97
_LOWEST = {"the day before": Severity.INFO}
"""A relative date that one edition adds is told, but no alarm."""


def _rows(table: str) -> list[list[str]]:
    lines = (_DATA / table).read_text(encoding="utf-8").splitlines()
    return [line.split("\t") for line in lines if line and not line.startswith("#")]


@pytest.mark.parametrize("codes", [CODES, ("uk", "en"), ("en", "ru")], ids="-".join)
@pytest.mark.parametrize("table", TABLES)
def test_the_same_in_other_forms_is_no_alarm(table: str, codes: tuple[str, ...]) -> None:
    rows = [dict(zip(CODES, row[1:4], strict=True)) for row in _rows(table)]
    alarmed = [row for row in rows if alarms(story(**{code: row[code] for code in codes}))]
    assert len(alarmed) <= FALSE_ALARMS * len(rows), alarmed


@pytest.mark.parametrize("codes", [CODES, ("uk", "en"), ("en", "ru")], ids="-".join)
@pytest.mark.parametrize("table", TABLES)
def test_what_is_off_is_an_alarm(table: str, codes: tuple[str, ...]) -> None:
    rows = [
        dict(zip(CODES, row[1:4], strict=True)) | {row[4]: row[5]}
        for row in _rows(table)
        if row[4] in codes
    ]
    missed = [row for row in rows if not alarms(story(**{code: row[code] for code in codes}))]
    assert len(missed) <= (1 - RECALL) * len(rows), missed


@pytest.mark.parametrize("row", _rows(CONSTRUCTS), ids=lambda row: row[0])
def test_each_construct_is_silent_where_right_and_told_where_wrong(row: list[str]) -> None:
    right = dict(zip(CODES, row[1:4], strict=True))
    assert not alarms(story(**right))
    assert alarms(story(**right | {row[4]: row[5]}), lowest=_LOWEST.get(row[0], Severity.WARNING))


@pytest.mark.parametrize("table", [*TABLES, CONSTRUCTS])
def test_the_wrong_one_of_a_row_is_not_the_right_one(table: str) -> None:
    for row in _rows(table):
        assert row[5] not in row[1:4]
        assert row[4] in CODES
