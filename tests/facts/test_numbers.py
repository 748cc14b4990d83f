"""The extractor of numbers: the parallel sentences, and what dates and times leave to it."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from transcheck.facts import extract
from transcheck.facts.numbers.records import Quantity
from transcheck.model import Edition, Kind, Segment

ROWS = [
    json.loads(line)
    for line in (Path(__file__).parents[1] / "data" / "facts" / "parallel.jsonl")
    .read_text(encoding="utf-8")
    .splitlines()
]
LANGUAGES = ("en", "uk", "ru")
PLACED = {"roman/ord", "century"}
"""Wars and centuries: numbers in the data, which dates and names may hold as well."""


def quantities(language: str, text: str) -> list[Quantity]:
    segment = Segment(0, Kind.BODY, text, 0, 1, 1, 1, 1)
    facts = extract(Edition(language, Path("edition"), "", (segment,)))
    return [fact.value for fact in facts if isinstance(fact.value, Quantity)]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("row", ROWS, ids=lambda row: f"{row['id']}-{row['phenomenon']}")
def test_parallel_sentence(row: dict[str, Any], language: str) -> None:
    wanted = Counter(round(value, 9) for value in row["numbers"])
    found = quantities(language, row[language])
    have = Counter(round(float(quantity.low), 9) for quantity in found)
    if row["phenomenon"] not in PLACED:
        assert not wanted - have, "a number is missing"
    firm = Counter(round(float(q.low), 9) for q in found if not (q.loose or q.vague))
    assert not firm - wanted, "a number is not in the sentence"


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    "row", [row for row in ROWS if row["money"]], ids=lambda row: str(row["phenomenon"])
)
def test_money_of_parallel_sentence(row: dict[str, Any], language: str) -> None:
    found = quantities(language, row[language])
    money = [[float(q.low), q.unit] for q in found if len(q.unit) == 3 and q.unit.isupper()]
    assert money == row["money"]


def test_facts_are_in_reading_order_and_do_not_overlap() -> None:
    texts = ("On 24 February 2022 at 14:30 some 190,000 troops of 5 brigades", "paid $5bn, 10%")
    segments = tuple(Segment(i, Kind.BODY, text, 0, 1, 1, 1, 1) for i, text in enumerate(texts))
    facts = [
        fact
        for fact in extract(Edition("en", Path("edition"), "", segments))
        if fact.kind == "number"
    ]
    assert [fact.text for fact in facts] == ["190,000", "5", "$5bn", "10%"]
    assert all(texts[f.segment][f.start : f.end] == f.text for f in facts)
