"""The examples in the manuals of the checks of facts: what they promise is what happens."""

from __future__ import annotations

import pytest

from tests.fact_stories import CODES, alarms, story
from tests.stories import findings
from transcheck.checks import CHECKS


def example(code: str, head: str) -> dict[str, str]:
    """Return the sentences of an example by language."""
    _, _, text = CHECKS.get(code).manual.partition(f"\n{head}:\n")
    lines = text.split("\n\n")[0].splitlines()
    return dict(line.strip().split(": ", 1) for line in lines)


@pytest.mark.parametrize("code", CODES)
def test_the_bad_example_is_one_finding_of_this_check_alone(code: str) -> None:
    comparison = story(**example(code, "Bad"))
    assert alarms(comparison) == [code]


@pytest.mark.parametrize("code", CODES)
def test_the_good_example_is_silent(code: str) -> None:
    assert alarms(story(**example(code, "Good"))) == []


@pytest.mark.parametrize("code", CODES)
def test_with_two_editions_nobody_is_blamed(code: str) -> None:
    texts = example(code, "Bad")
    for left_out in texts:
        two = {language: text for language, text in texts.items() if language != left_out}
        for found in findings(code, story(**two)):
            assert found.suspects == ()
