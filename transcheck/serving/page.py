"""The desk's page: the report's frame with more of a program, and no article yet."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from importlib.resources import files
from typing import Any

from transcheck import __version__
from transcheck.checks import CHECKS
from transcheck.languages import LANGUAGES
from transcheck.reporters.html.texts import texts
from transcheck.reporters.html.writer import SCHEMA, block, closing, extended, framed, policy, style

_SCRIPTS = (
    "server",
    "turns",
    "story",
    "pasting",
    "taking",
    "form",
    "editing",
    "reaching",
    "marking",
    "glossary",
    "acting",
    "keeping",
    "desk",
)
"""In the order in which the program needs them."""
_DIRECTIVES = ("connect-src 'self'", "trusted-types desk-paste")
"""The page asks its own server. What is pasted is parsed, into a document that runs nothing."""


@dataclass(frozen=True, slots=True)
class Page:
    """A page, and the policy that goes along with it as a header."""

    text: str
    policy: str


def page(settings: Mapping[str, object]) -> Page:
    """Return the page; `settings` are for its program."""
    program = extended("".join(_read(f"scripts/{name}.js") for name in _SCRIPTS))
    look = style() + _read("styles/desk.css")
    index = {
        "schema": SCHEMA,
        "version": __version__,
        "signature": "",
        "limit": None,
        "checked": 0,
        "languages": [
            {"code": each.code, "endonym": each.endonym, "alphabet": "".join(sorted(each.alphabet))}
            for each in LANGUAGES
        ],
        "articles": [],
    }
    parts = (
        framed(program, look, *_DIRECTIVES),
        block("index", index),
        block("texts", _texts()),
        block("settings", settings),
        closing(program),
    )
    rules = f"{policy(program, look, *_DIRECTIVES)}; frame-ancestors 'none'"
    return Page("".join(parts), rules)


def _texts() -> Mapping[str, Any]:
    """Return the texts of the report's page and of the desk: of every check, as any may find."""
    said: dict[str, Any] = texts(check.code for check in CHECKS)
    pages = {
        code: {**parts, "page": {**parts["page"], **LANGUAGES.get(code).texts("desk")}}
        for code, parts in said["pages"].items()
    }
    return {**said, "pages": pages}


def _read(name: str) -> str:
    return (files(__package__) / "data" / name).read_text(encoding="utf-8")
