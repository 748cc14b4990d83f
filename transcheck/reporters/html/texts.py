"""The texts of the page, in every language that has them.

A language offers the page where it has ``page.toml`` among its data; ``checks.toml`` says
its messages and manuals. What a check has not been given there is shown in English, as the
check itself has it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from transcheck.checks import CHECKS, Check
from transcheck.errors import UnknownNameError
from transcheck.languages import LANGUAGES, Language

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
