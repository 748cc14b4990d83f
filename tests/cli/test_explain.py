from __future__ import annotations

import pytest

from tests.stand_ins import Run
from transcheck.checks import CHECKS


def test_lists_every_check_with_its_summary(run: Run) -> None:
    out = run("explain").out
    for check in CHECKS:
        assert check.code in out
        assert check.summary in out
    assert "\x1b" not in out


@pytest.mark.parametrize("name", ["MIS001", "mis001", "passage-missing", "MIS", "missing"])
def test_shows_the_manual_by_code_name_prefix_or_family(run: Run, name: str) -> None:
    result = run("explain", name)
    assert result.code == 0
    assert CHECKS.get("MIS001").manual in result.out


def test_a_prefix_of_several_shows_all(run: Run) -> None:
    out = run("explain", "m").out
    assert CHECKS.get("MIS001").manual in out
    assert CHECKS.get("MOV001").manual in out


@pytest.mark.parametrize("name", ["MIS0001", "passage-mising"])
def test_an_unknown_code_names_the_nearest(run: Run, name: str) -> None:
    result = run("explain", name)
    assert (result.code, result.out) == (2, "")
    assert "did you mean" in result.err
    assert "MIS001" in result.err or "passage-missing" in result.err


@pytest.mark.parametrize("name", ["", "  ", "qqq"])
def test_a_name_like_no_other(run: Run, name: str) -> None:
    result = run("explain", name)
    assert result.code == 2
    assert "transcheck explain lists all" in result.err
