"""Facts of two kinds: what one edition counts another may date."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.fact_stories import facts_of, story
from transcheck.comparing.judging import judge
from transcheck.comparing.pairing import Likeness
from transcheck.model import Edition, Kind, Segment


def likeness(uk: str, en: str) -> Likeness:
    """Compare the first facts of two sentences."""
    comparison = story(uk=uk, en=en)
    left, right = (facts[0] for facts in comparison.facts)
    return judge(comparison)(0, left, 1, right)


@pytest.mark.parametrize(
    ("uk", "en"),
    [
        pytest.param("За два роки до того він пішов.", "He left two years before it.", id="years"),
        pytest.param("За тиждень до того він пішов.", "He left seven days before it.", id="week"),
        pytest.param("Лондон-2012 запам'ятали.", "The games of 2012 are remembered.", id="year"),
        pytest.param("Це XX століття.", "It is the 20th.", id="century"),
        pytest.param("Зустріч о 14:00.", "They meet at 14.", id="hour"),
    ],
)
def test_a_date_agrees_with_the_same_number(uk: str, en: str) -> None:
    assert likeness(uk, en).agrees


@pytest.mark.parametrize(
    ("uk", "en"),
    [
        pytest.param("За два роки до того.", "He left three years before it.", id="years"),
        pytest.param("Це було у 2011 році.", "The London 2012 games.", id="year"),
    ],
)
def test_a_date_contradicts_another_number_of_its_unit(uk: str, en: str) -> None:
    found = likeness(uk, en)
    assert found.rival
    assert not found.agrees


@pytest.mark.parametrize(
    ("uk", "en"),
    [
        pytest.param("Це було у 2011 році.", "They paid $2,011.", id="money-is-no-year"),
        pytest.param("Це було у 2011 році.", "There were 12 of them.", id="count-is-no-year"),
        pytest.param("За два роки до того він пішов.", "He has two cars.", id="count-is-no-time"),
        pytest.param("Це сталося в суботу.", "There were six of them.", id="weekday"),
        pytest.param("Зустріч о 14:30.", "They meet at 12 places.", id="time"),
    ],
)
def test_a_date_has_nothing_to_do_with_other_numbers(uk: str, en: str) -> None:
    found = likeness(uk, en)
    assert not found.agrees
    assert not found.rival


@pytest.mark.parametrize(
    ("uk", "en", "covers"),
    [
        pytest.param("Це було 8 грудня.", "It was on 8 December 2024.", True, id="says-more"),
        pytest.param("Це було 8 грудня.", "It was in December.", False, id="day-is-lost"),
        pytest.param("Це було у 2016 році.", "It was eight years before.", False, id="unlinked"),
        pytest.param("Прийшло 340 людей.", "There came 340 people.", True, id="same-number"),
        pytest.param("Прийшло 340 людей.", "Hundreds of people came.", False, id="only-a-size"),
        pytest.param("Забили 2 голи.", "They won for the second time.", False, id="goes-unsaid"),
    ],
)
def test_what_says_no_less_covers(uk: str, en: str, *, covers: bool) -> None:
    found = likeness(uk, en)
    assert found.agrees
    assert found.covers is covers


@pytest.mark.parametrize(
    ("uk", "en", "rival"),
    [
        pytest.param("Прийшло 12 людей.", "There came 15 people.", True, id="two-counts"),
        pytest.param("Це третій закон.", "It is the fifth law.", True, id="two-ordinals"),
        pytest.param("Це третій закон.", "There are 12 laws.", False, id="ordinal-and-count"),
        pytest.param("Це 12 доларів.", "It is 12 euros.", True, id="two-currencies"),
    ],
)
def test_only_numbers_of_one_sort_contradict(uk: str, en: str, *, rival: bool) -> None:
    assert likeness(uk, en).rival is rival


def test_facts_of_an_unknown_kind_are_unlike() -> None:
    comparison = story(uk="Прийшло 12 людей.", en="There came 12 people.")
    segment = Segment(0, Kind.BODY, "12", 0, 1, 1, 1, 3)
    (number,) = facts_of(Edition("uk", Path("uk.txt"), "", (segment,)))
    other = type(number)("name", "Київ", "Київ", 0, 0, 4)
    assert not judge(comparison)(0, number, 1, other).agrees
