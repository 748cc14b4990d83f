from __future__ import annotations

from pathlib import Path

import pytest

from transcheck.accepting import Policy
from transcheck.checks import CHECKS
from transcheck.configuration import Config, policy_of
from transcheck.errors import UsageError
from transcheck.model import Severity


def test_a_plain_configuration_decides_nothing() -> None:
    assert policy_of(Config()) == Policy()
    assert policy_of(Config()).digest == ""
    assert [check.code for check in policy_of(Config()).checks()] == list(CHECKS.names())


def test_checks_get_the_options_that_are_set() -> None:
    policy = policy_of(Config(checks={"NUM001": {"tolerance": 2.0}}))
    values = {check.code: dict(check.values) for check in policy.checks() if check.values}
    assert values == {"NUM001": {"tolerance": 2.0}}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param(Config(ignore=("NUM",)), Config(ignore=("DAT",)), id="checks"),
        pytest.param(Config(checks={"NUM001": {"tolerance": 1.0}}), Config(), id="options"),
        pytest.param(Config(severity={"NUM": Severity.INFO}), Config(), id="severities"),
    ],
)
def test_the_digest_differs_where_the_decisions_do(one: Config, other: Config) -> None:
    assert policy_of(one).digest != policy_of(other).digest


def test_the_digest_does_not_hang_on_the_order_or_the_wording() -> None:
    one = Config(select=("NUM001", "NUM002"), severity={"NUM": Severity.INFO, "D": Severity.ERROR})
    other = Config(
        select=("number-missing", "num001"), severity={"D": Severity.ERROR, "NUM": Severity.INFO}
    )
    assert policy_of(one).digest == policy_of(other).digest


@pytest.mark.parametrize(
    ("config", "message"),
    [
        pytest.param(Config(select=("NUX",)), "select: no check is called 'NUX'", id="select"),
        pytest.param(Config(ignore=("",)), "ignore: no check is called ''", id="ignore"),
        pytest.param(Config(severity={"NUX": None}), "severity: no check", id="severity"),
        pytest.param(Config(checks={"NUX": {}}), "checks.NUX: no check", id="options"),
        pytest.param(
            Config(checks={"NUM001": {"tolerance": 99}}), "from 0 to 50, not 99", id="a value"
        ),
        pytest.param(
            Config(glossary=(Path("absent.tsv"),)), "absent.tsv cannot be read", id="a glossary"
        ),
    ],
)
def test_a_configuration_from_no_file_is_looked_at_too(config: Config, message: str) -> None:
    with pytest.raises(UsageError) as caught:
        policy_of(config)
    assert message in str(caught.value)
