"""Numbers, dates and times in three languages: what differs is found, whatever form it has."""

from __future__ import annotations

from pathlib import Path

import pytest

from benchmarks.newsroom.alone import alarms
from transcheck.api import check_article

DATA = Path(__file__).parents[1] / "data" / "forms.tsv"
ROWS = [
    line.split("\t")
    for line in DATA.read_text(encoding="utf-8").splitlines()
    if not line.startswith("#")
]
OPENING = {
    "uk": "Місто підбиває підсумки тижня",
    "en": "The city takes stock of the week",
    "ru": "Город подводит итоги недели",
}
CLOSING = {
    "uk": "Погода весь день була ясна, тож людей на вулицях побільшало.",
    "en": "The weather was clear all day, so there were more people in the streets.",
    "ru": "Погода весь день была ясная, поэтому людей на улицах прибавилось.",
}
FAMILIES = {"number", "date", "meaning"}


@pytest.mark.parametrize(("suspect", "uk", "en", "ru"), ROWS)
def test_what_differs_is_found_and_nothing_else(suspect: str, uk: str, en: str, ru: str) -> None:
    said = {"uk": uk, "en": en, "ru": ru}
    text = {la: f"{OPENING[la]}\n\n{said[la]}\n\n{CLOSING[la]}\n" for la in said}
    found = alarms(check_article(text))
    if suspect == "-":
        assert [finding.text for finding in found] == []
    else:
        told = [f for f in found if f.family in FAMILIES and f.suspects in {(suspect,), ()}]
        assert suspect in {place.language for f in told for place in f.occurrences}
