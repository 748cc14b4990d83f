"""How likely a finding is to be wanted, and what the dial does with it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.fact_stories import story
from tests.stories import findings
from transcheck.accepting import Policy
from transcheck.checks import rating
from transcheck.checks.rating import Alarms, confidence, likely, merged
from transcheck.model import Finding, Severity
from transcheck.summary import Summary


def number_finding() -> Finding:
    (found,) = findings(
        "NUM001",
        story(uk="Поранено 15 осіб.", en="Fifteen were wounded.", ru="Ранены 25 человек."),
    )
    return found


def test_a_confidence_is_a_share() -> None:
    (found,) = likely([number_finding()], 3)
    assert 0 < found.confidence < 1


def test_evidence_counts_where_the_table_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rating, "weights", lambda: {"evidence PAR002": 0.3})
    phrase = replace(number_finding(), code="PAR002", severity=Severity.WARNING)
    weak, strong = (replace(phrase, evidence=value) for value in (1.0, 3.0))
    assert confidence(weak, 3) < confidence(strong, 3)


def test_what_was_asked_for_and_is_not_there_is_certain() -> None:
    missing = replace(number_finding(), code="MIS002")
    assert [confidence(missing, editions) for editions in (1, 2, 3)] == [1.0, 1.0, 1.0]


def test_fewer_alarms_are_surer() -> None:
    assert Alarms.FEW.least >= Alarms.NORMAL.least > Alarms.ALL.least == 0


def test_another_dial_is_another_policy() -> None:
    assert Policy(alarms=Alarms.FEW).digest != Policy().digest == ""


@pytest.mark.parametrize("code", ["PAR002", "MEA002", "MEA003", "MEA004"])
def test_a_finding_yields_to_another_about_the_same_words(code: str) -> None:
    number = number_finding()
    other = replace(number, code=code)
    assert merged([other, number]) == [number]
    assert merged([other, replace(number, suspects=("uk",))]) != [number]


def test_findings_that_are_not_sure_do_not_fail_a_run() -> None:
    summary = Summary(articles=1, checked=1, errors=2, doubtful=(1, 0, 0))
    assert summary.reaching(Severity.ERROR) == 1
    assert replace(summary, errors=1).exit_code(Severity.ERROR) == 0


def test_the_dial_takes_warnings_away_and_never_an_error(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rating, "weights", lambda: {"alarms few": 0.9})
    error = number_finding()
    warning = replace(error, severity=Severity.WARNING)
    assert error.severity is Severity.ERROR
    assert [f.severity for f in likely((error, warning), 3, Alarms.FEW)] == [Severity.ERROR]


def test_what_a_text_contradicts_itself_in_is_rated_apart(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rating, "weights", lambda: {"all": 3.0, "alone NUM001 error": -3.0})
    found = number_finding()
    assert confidence(found, 1) < 0.5 < confidence(found, 2)


def test_every_check_of_one_edition_has_a_weight() -> None:
    codes = {name.split()[1] for name in rating.weights() if name.startswith("alone ")}
    assert codes >= {"NAM004", "NAM005", "NUM006", "NUM007", "NUM008", "DAT007", "DAT008", "DAT009"}
