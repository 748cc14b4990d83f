"""The API for programs."""

from __future__ import annotations

import json
from concurrent.futures import ThreadPoolExecutor
from importlib.resources import files

import httpx
import pytest
from jsonschema import Draft202012Validator

from tests.desks import EXAMPLE, Desk, file, serving, texts
from tests.sites import Answer, hreflang, page
from tests.sites import serving as site
from transcheck import check_article, reporters
from transcheck.model import Report
from transcheck.serving import Options
from transcheck.serving.running import ROUTES

SCHEMA = json.loads(
    (files("transcheck.reporters") / "data/report-1.schema.json").read_text("utf-8")
)


def test_the_report_is_that_of_the_contract(desk: Desk) -> None:
    answer = desk.post("/api/check", {"article": "bridge", "editions": EXAMPLE})
    report = answer.json()
    Draft202012Validator(SCHEMA).validate(report)
    (article,) = report["articles"]
    assert article["article"] == "bridge"
    assert [(f["code"], f["suspects"]) for f in article["findings"]] == [
        ("NUM001", ["en"]),
        ("MIS001", ["en"]),
    ]
    assert article["findings"][0]["suggestion"]["replacement"] == "1,500"


def test_it_says_what_the_python_api_says(desk: Desk) -> None:
    report = check_article(EXAMPLE, name="bridge")
    alike = reporters.render(Report((report,), ""), "json")
    (expected,) = json.loads(alike)["articles"]
    (article,) = desk.post("/api/check", {"article": "bridge", "editions": EXAMPLE}).json()[
        "articles"
    ]
    assert article["findings"] == expected["findings"]
    assert article["alignment"] == expected["alignment"]


def test_sarif_by_name_and_an_unknown_format_by_the_known_ones(desk: Desk) -> None:
    sarif = desk.post("/api/check?format=sarif", {"editions": EXAMPLE}).json()
    assert sarif["version"] == "2.1.0"
    assert len(sarif["runs"][0]["results"]) == 2
    wrong = desk.post("/api/check?format=pdf", {"editions": EXAMPLE})
    assert wrong.status_code == 400
    assert "sarif" in wrong.json()["error"]["hint"]


def test_editions_are_told_apart_in_one_text(desk: Desk) -> None:
    one = {"editions": [{"text": "\n\n".join(EXAMPLE.values())}]}
    (article,) = desk.post("/api/check", one).json()["articles"]
    assert [edition["language"] for edition in article["editions"]] == ["uk", "en", "ru"]
    assert len(article["findings"]) == 2


def test_one_edition_is_checked_against_itself(desk: Desk) -> None:
    (article,) = desk.post("/api/check", {"editions": [{"text": EXAMPLE["uk"]}]}).json()["articles"]
    assert [edition["language"] for edition in article["editions"]] == ["uk"]
    assert article["skipped"] == []


def test_a_file_that_cannot_be_read_hides_no_other(desk: Desk) -> None:
    editions = [*texts(("uk", "en")), file("ru.txt", b"\x00\x01\x02\x03" * 9)]
    (article,) = desk.post("/api/check", {"editions": editions}).json()["articles"]
    assert [edition["language"] for edition in article["editions"]] == ["uk", "en"]
    assert "ru.txt is binary" in article["skipped"][0]["reason"]


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        ([], "no JSON object"),
        ({}, '"editions"'),
        ({"editions": "text"}, '"editions"'),
        ({"editions": []}, '"editions"'),
        ({"editions": [1]}, "an edition is no object"),
        ({"editions": [{"text": 1}]}, '"text" of an edition is no text'),
        ({"editions": [{"text": "x"}] * 13}, "13 editions are too many"),
        ({"editions": {"de": "Text"}}, "no language named 'de'"),
        ({"editions": [{"data": "%%", "name": "a.txt"}]}, "no base64"),
        ({"editions": [{"url": "file:///etc/passwd"}]}, "no address of a page"),
        ({"editions": [{"text": "x", "published": "today"}]}, "today is no date"),
        ({"editions": [{"text": "x"}], "article": 7}, '"article" is no text'),
        ({"editions": [{"text": "x"}], "changes": [{}]}, "a change is no object"),
        ({"editions": [{"text": "x"}], "glossary": {}}, '"glossary" is no list'),
        ({"editions": [{"text": "x"}], "glossary": [{"uk": "a"}]}, "no two languages"),
    ],
)
def test_a_wrong_request_is_told_what_is_wrong(desk: Desk, asked: object, told: str) -> None:
    answer = desk.post("/api/check", asked)
    assert answer.status_code == 400
    assert told in answer.json()["error"]["message"]


def test_a_file_of_another_kind_is_told_the_kinds_there_are(desk: Desk) -> None:
    answer = desk.post("/api/check", {"editions": [file("story.pdf", b"%PDF")]})
    assert answer.status_code == 422
    assert ".docx" in answer.json()["error"]["hint"]


def test_the_description_names_every_address_of_the_api(desk: Desk) -> None:
    described = httpx.get(f"{desk.root}/openapi.json").json()
    assert described["openapi"].startswith("3.1")
    of_page = {"/", "/favicon.ico"}
    paths = {route.path for route in ROUTES if not route.path.startswith("/desk")} - of_page
    assert set(described["paths"]) == paths
    request = described["components"]["schemas"]["Request"]
    example = described["paths"]["/api/check"]["post"]["requestBody"]["content"][
        "application/json"
    ]["example"]
    whole = {**request, "components": described["components"]}
    Draft202012Validator(whole).validate(example)
    Draft202012Validator(whole).validate({"editions": texts()})
    assert desk.post("/api/check", example).json()["summary"]["findings"]["error"] == 1


def test_health(desk: Desk) -> None:
    assert httpx.get(f"{desk.root}/health").json()["status"] == "ok"


def test_many_clients_at_once_get_the_same_answer(desk: Desk) -> None:
    asked = {"article": "bridge", "editions": EXAMPLE}
    with ThreadPoolExecutor(8) as clients:
        answers = list(clients.map(lambda _: desk.post("/api/check", asked), range(24)))
    assert {answer.status_code for answer in answers} == {200}
    assert len({answer.content for answer in answers}) == 1


def test_one_address_brings_the_editions_that_its_page_names() -> None:
    links = hreflang(uk="/uk/homs", en="/en/homs", ru="/ru/homs")
    pages = {f"/{language}/homs": page(language, links) for language in EXAMPLE}
    with (
        site({path: Answer(text) for path, text in pages.items()}) as served,
        serving(Options(private=True)) as desk,
    ):
        answer = desk.check({"url": f"{served.root}/en/homs"})
        assert [e["language"] for e in answer["article"]["editions"]] == ["en", "uk", "ru"]
        gone = desk.check({"url": f"{served.root}/en/homs"}, {"url": f"{served.root}/none"})
        assert "does not exist (404)" in gone["entry"]["skipped"][0]["reason"]


def test_a_glossary_comes_along(desk: Desk) -> None:
    rows = [{"uk": "близько 1 500", "en": "about 2,500", "ru": "около 1 500", "code": "NUM"}]
    asked = {"editions": EXAMPLE, "glossary": rows}
    (article,) = desk.post("/api/check", asked).json()["articles"]
    assert article["findings"][0]["suppressed"]["by"] == "glossary"
