"""How far an audit is: rate and remaining time, in lines for a log."""

from __future__ import annotations

import pytest

from transcheck.auditing import Progress
from transcheck.cli.audit_progress import Pace, progress


class Clock:
    """Stands still until it is told."""

    def __init__(self) -> None:
        self.now = 100.0

    def __call__(self) -> float:
        return self.now


@pytest.mark.parametrize(
    ("seconds", "done", "says"),
    [
        pytest.param(
            10, Progress(40, 0, 120),
            "40 articles (120 of 1,200 editions), 4.0 compared a second, 1 min 30 s left",
            id="a tenth",
        ),
        pytest.param(
            3600, Progress(40, 0, 120),
            "40 articles (120 of 1,200 editions), 0.0 compared a second, 9 h 00 min left",
            id="slow",
        ),
        pytest.param(
            10, Progress(0, 40, 120),
            "40 articles (120 of 1,200 editions), 1 min 30 s left",
            id="nothing to compare",
        ),
        pytest.param(
            10, Progress(100, 300, 1200),
            "400 articles (1,200 of 1,200 editions), 10.0 compared a second",
            id="the end",
        ),
        pytest.param(0, Progress(0, 0, 0), "0 articles (0 of 1,200 editions)", id="the beginning"),
    ],
)  # fmt: skip
def test_rate_and_remaining_time(seconds: float, done: Progress, says: str) -> None:
    clock = Clock()
    pace = Pace(1200, clock)
    clock.now += seconds
    assert pace.told(done) == says


def test_a_log_gets_twenty_lines_however_long_it_takes(capsys: pytest.CaptureFixture[str]) -> None:
    with progress(3000, wanted=True) as advance:
        for number in range(1, 1001):
            advance(Progress(number, 0, 3 * number))
    lines = capsys.readouterr().err.splitlines()
    assert len(lines) == 20
    assert lines[-1].startswith("transcheck: 1,000 articles (3,000 of 3,000 editions)")


@pytest.mark.parametrize(("editions", "wanted"), [(3000, False), (0, True)])
def test_nothing_is_shown_where_none_is_wanted_or_there_is_nothing(
    capsys: pytest.CaptureFixture[str], editions: int, wanted: bool
) -> None:
    with progress(editions, wanted=wanted) as advance:
        advance(Progress(1, 0, editions))
    assert capsys.readouterr().err == ""
