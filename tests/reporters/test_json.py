from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import replace
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from tests.sample_reports import broken, clean, everything, homs, pair
from transcheck import __version__
from transcheck.model import ArticleReport, Bead, Report
from transcheck.reporters import render


@pytest.fixture(scope="module")
def schema() -> Draft202012Validator:
    text = (files("transcheck.reporters") / "data/report-1.schema.json").read_text("utf-8")
    description = json.loads(text)
    Draft202012Validator.check_schema(description)
    return Draft202012Validator(description)


def written(*articles: ArticleReport) -> dict[str, Any]:
    document = json.loads(render(Report(articles, "encoder=x"), "json"))
    assert isinstance(document, dict)
    return document


@pytest.mark.parametrize(
    "articles",
    [
        pytest.param((), id="no article"),
        pytest.param((broken(),), id="nothing but a broken article"),
        pytest.param((homs(), pair(), broken(), clean()), id="everything at once"),
    ],
)
def test_fits_its_schema(schema: Draft202012Validator, articles: tuple[ArticleReport, ...]) -> None:
    schema.validate(written(*articles))


@pytest.mark.parametrize(
    "change",
    [
        pytest.param({"schema": "transcheck-report/2"}, id="another version"),
        pytest.param({"articles": None}, id="no list"),
        pytest.param({"time": "2024-01-01"}, id="a key that is not in the contract"),
    ],
)
def test_the_schema_refuses(schema: Draft202012Validator, change: Mapping[str, object]) -> None:
    assert not schema.is_valid({**written(), **change})


def test_the_head_of_the_report() -> None:
    report = written(homs(), pair(), broken())
    assert report["schema"] == "transcheck-report/1"
    assert report["tool"] == {"name": "transcheck", "version": __version__}
    assert report["signature"] == "encoder=x"
    assert report["summary"] == {
        "articles": 3,
        "checked": 2,
        "findings": {"error": 2, "warning": 1, "info": 1},
        "suppressed": 1,
        "waiting": 0,
    }


def test_a_finding() -> None:
    finding = written(homs())["articles"][0]["findings"][0]
    assert finding.pop("fingerprint")
    place = {"segment": 2}
    assert finding == {
        "code": "NUM001",
        "rule": "number-differs",
        "family": "number",
        "severity": "error",
        "message": "en says 2,500, uk and ru say 1,500",
        "suspects": ["en"],
        "occurrences": [
            {**place, "language": "uk", "start": 8, "end": 13, "text": "1 500", "value": "1500"},
            {**place, "language": "en", "start": 6, "end": 11, "text": "2,500", "value": "2500"},
            {**place, "language": "ru", "start": 6, "end": 11, "text": "1 500", "value": "1500"},
        ],
        "confidence": 1.0,
        "suggestion": None,
        "suppressed": None,
    }


def test_a_suppressed_finding_says_by_what_and_why() -> None:
    finding = written(homs())["articles"][0]["findings"][2]
    assert finding["suppressed"] == {"by": "glossary", "reason": "house spelling"}


def test_an_edition_and_its_segments() -> None:
    edition = written(homs())["articles"][0]["editions"][1]
    assert edition["language"] == "en"
    assert edition["path"] == "stories/homs/en.txt"
    assert edition["title"].startswith("Battle for Homs")
    assert edition["segments"][4] == {
        "index": 4,
        "kind": "body",
        "text": "In 2016 rebels had already been bused out of the city.",
        "line": 9,
        "column": 1,
        "end_line": 9,
        "end_column": 55,
    }


def test_beads_are_keyed_by_language_and_scores_rounded() -> None:
    beads = written(homs())["articles"][0]["alignment"]
    assert beads[0] == {"uk": [0], "en": [0], "ru": [0], "score": 0.9512}
    assert beads[4] == {"uk": [4], "en": [4], "ru": [], "score": 0.88}


def test_a_reason_comes_with_what_to_do() -> None:
    (skipped,) = written(broken())["articles"][0]["skipped"]
    assert skipped == {
        "what": "stories/kherson/en.html",
        "reason": "the file is empty; put the English text in it or remove it",
    }


def test_keys_are_sorted_and_letters_are_not_escaped() -> None:
    raw = render(everything(), "json")
    assert "«Хезболли»".encode() in raw
    document = json.loads(raw, object_pairs_hook=lambda pairs: [key for key, _ in pairs])
    assert document == sorted(document)
    assert json.dumps(json.loads(raw), sort_keys=True) == json.dumps(json.loads(raw))


def test_one_article_a_line() -> None:
    lines = render(everything(), "json").decode().splitlines()
    assert [json.loads(line.rstrip(","))["article"] for line in lines[1:5]] == [
        "homs", "pair", "kherson", "clean",
    ]  # fmt: skip


def test_twice_gives_the_same_bytes() -> None:
    assert render(everything(), "json") == render(everything(), "json")


def test_lone_surrogates_and_control_characters_survive() -> None:
    article = homs()
    edition = replace(article.editions[0], path=Path("a\udcff.txt"), title="\x1b[31m\u2028")
    report = written(replace(article, editions=(edition, *article.editions[1:])))
    assert report["articles"][0]["editions"][0]["path"] == "a\udcff.txt"
    assert report["articles"][0]["editions"][0]["title"] == "\x1b[31m\u2028"


def test_a_score_of_numpy_is_a_number() -> None:
    import numpy as np

    article = clean()
    beads = tuple(Bead(bead.sides, float(np.float32(0.1))) for bead in article.alignment.beads)
    report = written(replace(article, alignment=replace(article.alignment, beads=beads)))
    assert report["articles"][0]["alignment"][0]["score"] == 0.1
