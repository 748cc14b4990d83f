"""Texts of a page that stands in its file in English and is said in other languages by a program.

Each text is an element that carries what it was made of, so that a page is complete also where
no program may run: in a mail, or beside the logs of a pipeline.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable, Mapping
from typing import Any

from markupsafe import Markup

from transcheck.languages import LANGUAGES, OF_MESSAGES, Language
from transcheck.reporters.html.texts import templates

_FIELD = re.compile(r"\{(\w+)((?:\|\w+=[^|}]*)*)\}")
_SHARED = ("quotes", "skip", "language", "article", "family", "count_articles", "count_findings",
           "by_family", "by_edition", "undecided_edition", "measured")  # fmt: skip
"""Texts of the page about articles that the one about an archive uses, too."""
_TERMS = ("severities", "family", "edition_in", "edition_name", "edition_says")


def spoken(codes: Iterable[str]) -> dict[str, object]:
    """Return the texts of the page by language, and the messages of the checks called `codes`."""
    speaking = [language for language in LANGUAGES if language.texts("archive")]
    return {
        "pages": {language.code: _texts(language) for language in speaking},
        "endonyms": {language.code: language.endonym for language in speaking},
        "checks": {
            code: {"said": {one.code: {"templates": templates(code, one)} for one in speaking}}
            for code in sorted(codes)
        },
    }


def elements() -> Mapping[str, Callable[..., Markup]]:
    """Return what makes the elements of such a page: functions for its template."""
    return {"said": _said, "counted": _counted, "term": _term, "message": _message}


def _texts(language: Language) -> dict[str, Any]:
    page = language.texts("page")
    shared = {key: page["page"][key] for key in _SHARED}
    return {"page": {**shared, **language.texts("archive")}, **{one: page[one] for one in _TERMS}}


def _said(key: str, **values: int | str) -> Markup:
    text = _filled(_texts(LANGUAGES.get(OF_MESSAGES))["page"][key], values)
    if not values:
        return Markup('<span data-text="{}">{}</span>').format(key, text)
    told = json.dumps(values, sort_keys=True)
    return Markup('<span data-text="{}" data-values="{}">{}</span>').format(key, told, text)


def _counted(number: int) -> Markup:
    return Markup('<span data-number="{}">{:,}</span>').format(number, number)


def _term(group: str, key: str) -> Markup:
    text = _texts(LANGUAGES.get(OF_MESSAGES))[group].get(key, key)
    return Markup('<span data-term="{}.{}">{}</span>').format(group, key, text)


def _message(finding: Mapping[str, Any]) -> Markup:
    told = json.dumps(finding, ensure_ascii=False, sort_keys=True)
    return Markup('<span data-message="{}">{}</span>').format(told, finding["message"])


def _filled(template: str, values: Mapping[str, int | str]) -> str:
    """Fill an English text in, as `data/scripts/texts.js` does for all languages."""

    def put(found: re.Match[str]) -> str:
        value = values[found[1]]
        number = f"{value:,}" if isinstance(value, int) else value
        forms = dict(form.split("=", 1) for form in found[2].split("|")[1:])
        return forms["one" if value == 1 else "other"].replace("#", number) if forms else number

    return _FIELD.sub(put, template)
