"""The page as bytes: what can be known of it without a browser. tests/page opens it."""

from __future__ import annotations

import base64
import hashlib
import json
import re
from collections import Counter
from dataclasses import replace
from html.parser import HTMLParser
from string import Formatter
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings

from tests.hostile_reports import reports
from tests.sample_reports import everything, homs
from transcheck.checks import CHECKS, Check
from transcheck.languages import LANGUAGES, Language
from transcheck.model import Message, Report
from transcheck.reporters import render
from transcheck.reporters.html.articles import code_units, parameters
from transcheck.reporters.html.texts import said
from transcheck.reporters.html.writer import policy, program, style

ENGLISH = LANGUAGES.get("en")
SPEAKING = [language for language in LANGUAGES if language.texts("page")]
TRANSLATED = [language for language in SPEAKING if language is not ENGLISH]
PLURAL = re.compile(r"\{(\w+)\|[^}]*\}")


class Blocks(HTMLParser):
    """Collects script elements as a browser would find them."""

    def __init__(self) -> None:
        super().__init__()
        self.scripts: list[tuple[dict[str, str | None], str]] = []
        self.tags: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        if tag == "script":
            self.scripts.append((dict(attrs), ""))

    def handle_data(self, data: str) -> None:
        if self.cdata_elem == "script":
            attributes, before = self.scripts[-1]
            self.scripts[-1] = (attributes, before + data)


def parse(page: bytes) -> Blocks:
    blocks = Blocks()
    blocks.feed(page.decode())
    blocks.close()
    return blocks


def data(page: bytes, name: str) -> Any:
    (text,) = [text for attributes, text in parse(page).scripts if attributes.get("id") == name]
    return json.loads(text)


def test_two_pages_of_one_report_are_alike() -> None:
    assert render(everything(), "html") == render(everything(), "html")


def test_the_policy_names_the_one_program_and_the_one_style() -> None:
    page = render(everything(), "html")
    stated = re.search(rb'Content-Security-Policy" content="([^"]*)"', page)
    assert stated
    for element, directive in ((b"script", b"script-src"), (b"style", b"style-src")):
        (text,) = re.findall(rb"<%b>(.*?)</%b>" % (element, element), page, re.DOTALL)
        digest = base64.b64encode(hashlib.sha256(text).digest())
        allowed = stated[1].replace(b"&#39;", b"'")
        assert b"%b 'sha256-%b'" % (directive, digest) in allowed
    assert "unsafe" not in policy(program(), style())


def test_the_program_names_no_place_in_the_network() -> None:
    addresses = set(re.findall(r"https?://[^\s\"')]+", render(everything(), "html").decode()))
    assert addresses == {"http://www.w3.org/2000/svg"}, "a name of a vocabulary, not a place"
    assert not re.search(r"\b(fetch|XMLHttpRequest|WebSocket|innerHTML|eval)\b", program())


@settings(max_examples=30, suppress_health_check=[HealthCheck.too_slow])
@given(reports())
def test_no_text_breaks_out_of_the_data(report: Report) -> None:
    page = render(report, "html")
    blocks = parse(page)
    frame = parse(render(replace(report, articles=()), "html"))
    assert Counter(blocks.tags) == Counter(frame.tags) + Counter(script=len(report.articles))
    assert len(blocks.scripts) == len(report.articles) + 3
    index = data(page, "index")
    for n, (article, entry) in enumerate(zip(report.articles, index["articles"], strict=True)):
        shown = data(page, f"article-{n}")
        assert shown["article"] == entry["article"] == article.article
        texts = [[s[0] for s in edition["segments"]] for edition in shown["editions"]]
        assert texts == [[s.text for s in edition.segments] for edition in article.editions]
        assert [f["message"] for f in shown["findings"]] == [f.text for f in article.findings]


@pytest.mark.parametrize(
    ("text", "offset", "units"),
    [
        pytest.param("Хомс", 2, 2, id="letters of one unit"),
        pytest.param("🙂 1500", 2, 3, id="behind a letter of two units"),
        pytest.param("1500 🙂", 4, 4, id="in front of one"),
    ],
)
def test_offsets_count_as_browsers_do(text: str, offset: int, units: int) -> None:
    assert code_units(text, offset) == units


@pytest.mark.parametrize(
    ("value", "taken_apart"),
    [
        pytest.param("ru", ["ru"], id="one edition"),
        pytest.param("uk and en", ["uk", "en"], id="two editions"),
        pytest.param("uk, en and ru", ["uk", "en", "ru"], id="three editions"),
        pytest.param("12", 12, id="a number"),
        pytest.param("“uk and en”", {"quote": "uk and en"}, id="a quotation of codes"),
        pytest.param("“a “b” c”", {"quote": "a “b” c"}, id="a quotation in a quotation"),
        pytest.param("Russian", {"language": "ru"}, id="a language"),
        pytest.param(
            "en “Rustan”, uk “Растан”",
            {"sayings": [["en", "Rustan"], ["uk", "Растан"]]},
            id="who says what",
        ),
        pytest.param("en “A” or “B”", "en “A” or “B”", id="something else"),
        pytest.param("Rastan", "Rastan", id="a word"),
    ],
)
def test_parameters_are_taken_apart(value: str, taken_apart: object) -> None:
    finding = replace(homs().findings[0], message=Message("default", (("field", value),)))
    assert parameters(finding, ["uk", "en", "ru"]) == {"field": taken_apart}


PLURALS = {
    "en": [{"one", "other"}],
    "uk": [{"one", "few", "many", "other"}],
    "ru": [{"one", "few", "many", "other"}],
}
"""The plural categories of Unicode CLDR."""


def forms(template: str) -> list[set[str]]:
    """Return the plural categories that each plural of a text has."""
    return [set(re.findall(r"\|(\w+)=", found[0])) for found in PLURAL.finditer(template)]


def plurals(template: str) -> int:
    return len(PLURAL.findall(template))


def fields(template: str) -> set[str]:
    plain = PLURAL.sub(r"{\1}", template)
    return {name for _, name, _, _ in Formatter().parse(plain) if name}


@pytest.mark.parametrize("language", TRANSLATED, ids=lambda language: language.code)
@pytest.mark.parametrize("check", tuple(CHECKS), ids=lambda check: check.code)
def test_every_check_speaks_every_language_of_the_page(check: Check, language: Language) -> None:
    own = language.texts("checks").get(check.code)
    assert own, f"say it in transcheck/languages/data/{language.code}/checks.toml"
    assert set(own["templates"]) == set(check.templates)
    for name, template in check.templates.items():
        assert fields(own["templates"][name]) == fields(template)
    english, translated = said(check, ENGLISH), said(check, language)
    assert translated["summary"] != english["summary"]
    assert len(translated["body"]) == len(english["body"])  # type: ignore[arg-type]


@pytest.mark.parametrize("language", TRANSLATED, ids=lambda language: language.code)
def test_no_text_is_kept_for_a_check_that_is_gone(language: Language) -> None:
    assert set(language.texts("checks")) <= set(CHECKS.names())


@pytest.mark.parametrize("language", SPEAKING, ids=lambda language: language.code)
def test_every_language_has_every_text_of_the_page(language: Language) -> None:
    own, english = language.texts("page"), ENGLISH.texts("page")
    assert {group: set(own[group]) for group in own} == {
        group: set(english[group]) for group in english
    }
    for key, text in english["page"].items():
        if isinstance(text, str):
            assert fields(own["page"][key]) == fields(text), key
            assert forms(own["page"][key]) == PLURALS[language.code] * plurals(text), key


def test_every_text_of_the_page_is_used() -> None:
    used = program()
    unused = [
        key
        for key in ENGLISH.texts("page")["page"]
        if f'"{key}"' not in used
        and f".{key}" not in used
        and not key.startswith(("by_", "theme_"))
    ]
    assert unused == []
