"""The page about an archive as bytes; tests/page opens it."""

from __future__ import annotations

import base64
import hashlib
import re
from importlib.resources import files

import pytest

from tests.reporters.test_html import PLURALS, SPEAKING, fields, forms, plurals
from transcheck.languages import LANGUAGES, Language
from transcheck.reporters.html.archive import Count, Overview, Worst, page

ENGLISH = LANGUAGES.get("en")


def overview(*worst: Worst) -> Overview:
    return Overview(1, 0, Count("", len(worst)), 0, (), (), (), worst, (), "encoder=static")


def finding(code: str) -> dict[str, object]:
    return {"code": code, "template": "default", "parameters": {}, "message": "in English"}


@pytest.mark.parametrize("language", SPEAKING, ids=lambda language: language.code)
def test_every_language_of_the_report_has_every_text(language: Language) -> None:
    own, english = language.texts("archive"), ENGLISH.texts("archive")
    assert set(own) == set(english)
    for key, text in english.items():
        assert fields(own[key]) == fields(text), key
        assert forms(own[key]) == PLURALS[language.code] * plurals(text), key


def test_every_text_is_used_and_none_stands_for_one_of_the_report() -> None:
    package = files("transcheck.reporters.html")
    places = ("archive.py", "data/templates/archive.html", "data/scripts/archive.js")
    used = "".join((package / place).read_text(encoding="utf-8") for place in places)
    own = set(ENGLISH.texts("archive"))
    assert [key for key in sorted(own) if f'"{key}"' not in used] == []
    assert own.isdisjoint(ENGLISH.texts("page")["page"])


def test_the_policy_names_the_one_program_and_the_one_style() -> None:
    text = page(overview())
    stated = re.search('Content-Security-Policy" content="([^"]*)"', text)
    assert stated
    allowed = stated[1].replace("&#39;", "'")
    for element, directive in (("script", "script-src"), ("style", "style-src")):
        (inside,) = re.findall(f"<{element}>(.*?)</{element}>", text, re.DOTALL)
        digest = base64.b64encode(hashlib.sha256(inside.encode()).digest()).decode()
        assert f"{directive} 'sha256-{digest}'" in allowed
    assert "unsafe" not in allowed


def test_it_brings_the_messages_of_its_checks_and_no_others() -> None:
    worst = Worst("homs", "", "", "homs", 1, 0, 0, (finding("NUM001"), finding("GONE01")))
    text = page(overview(worst))
    assert LANGUAGES.get("uk").texts("checks")["NUM001"]["templates"]["default"] in text
    assert LANGUAGES.get("uk").texts("checks")["MIS001"]["templates"]["one"] not in text
    assert "in English" in text
