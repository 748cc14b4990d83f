"""The texts of the page, in every language that has them.

A language offers the page where it has ``page.toml`` among its data; ``checks.toml`` says
its messages and manuals. What a check has not been given there is shown in English, as the
check itself has it.

Texts of a page that stands in its file in English and is said in other languages by a program.

Each text is an element that carries what it was made of, so that a page is complete also where
no program may run: in a mail, or beside the logs of a pipeline.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable, Mapping
from typing import Any

from markupsafe import Markup

from transcheck.checks import CHECKS, Check
from transcheck.errors import UnknownNameError
from transcheck.languages import LANGUAGES, OF_MESSAGES, Language

_EXAMPLES = ("Bad:", "Good:")


def texts(codes: Iterable[str]) -> dict[str, object]:
    """Return the page's own texts by language, and those of the checks called `codes`."""
    checks = [check for code in sorted(codes) if (check := _known(code))]
    pages = {language.code: language.texts("page") for language in LANGUAGES}
    spoken = [language for language in LANGUAGES if pages[language.code]]
    return {
        "pages": {language.code: pages[language.code] for language in spoken},
        "checks": {
            check.code: {
                "examples": _examples(check),
                "said": {language.code: said(check, language) for language in spoken},
            }
            for check in checks
        },
    }


def said(check: Check, language: Language) -> dict[str, object]:
    """Return summary, body (paragraphs) and templates of a check in a language."""
    own: Mapping[str, Any] = language.texts("checks").get(check.code, {})
    summary, *paragraphs = check.manual.split("\n\n")
    body = [p.replace("\n", " ") for p in paragraphs if p.partition("\n")[0] not in _EXAMPLES]
    return {
        "summary": own.get("summary", summary),
        "body": [" ".join(p.split()) for p in own["body"].split("\n\n")] if "body" in own else body,
        "templates": _templates(check, own),
    }


def templates(code: str, language: Language) -> Mapping[str, str]:
    """Return the templates of a check in a language; none where there is no such check."""
    check = _known(code)
    return _templates(check, language.texts("checks").get(code, {})) if check else {}


def _templates(check: Check, own: Mapping[str, Any]) -> dict[str, str]:
    return {**check.templates, **own.get("templates", {})}


def _examples(check: Check) -> dict[str, list[list[str]]]:
    """Return the bad and the good example: pairs of a language's code and a text."""
    found = {}
    for paragraph in check.manual.split("\n\n"):
        head, *lines = paragraph.split("\n")
        if head in _EXAMPLES:
            pairs = (line.strip().partition(": ") for line in lines)
            found[head.rstrip(":").lower()] = [[code, text] for code, _, text in pairs]
    return found


def _known(code: str) -> Check | None:
    try:
        return CHECKS.get(code)
    except UnknownNameError:
        return None


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
