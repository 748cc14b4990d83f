"""Writes the page: its head at once, each article as it comes, the index at the end."""

from __future__ import annotations

import base64
import hashlib
import json
from functools import cache
from importlib.resources import files
from typing import IO

from jinja2 import Environment, FunctionLoader, StrictUndefined

from transcheck import __version__
from transcheck.languages import LANGUAGES
from transcheck.model import ArticleReport
from transcheck.reporters import Setting
from transcheck.reporters.html.articles import article, entry
from transcheck.reporters.html.texts import texts
from transcheck.summary import Summary


def block(name: str, value: object) -> str:
    """Return `value` as a script element of type ``application/json`` with the id `name`.

    A browser neither runs such an element nor reads markup in it; only ``</script`` and
    ``<!--`` mean something there (HTML Standard, 13.1.2), hence no ``<`` is left in it.
    """
    data = json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    data = data.replace("<", "\\u003c")
    return f'<script type="application/json" id="{name}">{data}</script>\n'


_STYLES = (
    "tokens",
    "fallback",
    "frame",
    "findings",
    "passages",
    "overview",
    "dialogs",
    "narrow",
    "print",
)
_SCRIPTS = (
    "dom",
    "storing",
    "texts",
    "data",
    "rows",
    "alike",
    "decisions",
    "baseline",
    "state",
    "actions",
    "findings",
    "advice",
    "details",
    "pieces",
    "passages",
    "scrolling",
    "searching",
    "map",
    "overview",
    "table",
    "filters",
    "note",
    "dialogs",
    "header",
    "keys",
    "printing",
    "main",
)
"""In the order in which the program needs them."""


def opening() -> str:
    """Return the page up to where the articles' data begin."""
    return framed(program(), style())


def framed(program: str, style: str, *more: str) -> str:
    """Return the opening of a page with another program or style; `more` goes to its policy."""
    return filled(
        "opening.html", style=style, policy=policy(program, style, *more), version=__version__
    )


def closing(own: str = "") -> str:
    """Return the page from behind the data, with a program of its own where it has one."""
    return filled("closing.html", program=own or program())


def filled(template: str, **values: object) -> str:
    """Return a template with its fields filled in; what is no markup is escaped."""
    return _environment().get_template(template).render(values)


@cache
def style(*more: str) -> str:
    """Return the style sheet, with parts that other pages than this one need."""
    return "".join(_read(f"styles/{name}.css") for name in (*_STYLES, *more))


@cache
def program(*parts: str) -> str:
    """Return the program, or another one of such parts: all in one scope of their own."""
    return _scoped("".join(_read(f"scripts/{name}.js") for name in parts or _SCRIPTS))


def extended(more: str) -> str:
    """Return the program with more in front of its last part, which sets it going."""
    *parts, last = (_read(f"scripts/{name}.js") for name in _SCRIPTS)
    return _scoped("".join((*parts, more, last)))


def _scoped(text: str) -> str:
    return f'"use strict";\n(() => {{\n{text}}})();\n'


def policy(program: str, style: str, *more: str) -> str:
    """Return the content security policy (W3C CSP 3, Trusted Types) of a page.

    Its one style and one program are named by their hashes. Nothing can be loaded or sent
    anywhere, and no text can be turned into markup by any script; unless `more` allows it.
    """
    directives = {directive.split()[0]: directive for directive in more}
    return "; ".join(
        (
            "default-src 'none'",
            f"script-src '{_hash(program)}'",
            f"style-src '{_hash(style)}'",
            "base-uri 'none'",
            "form-action 'none'",
            "require-trusted-types-for 'script'",
            directives.pop("trusted-types", "trusted-types 'none'"),
            *directives.values(),
        )
    )


def _hash(text: str) -> str:
    digest = hashlib.sha256(text.encode("utf-8")).digest()
    return f"sha256-{base64.b64encode(digest).decode('ascii')}"


@cache
def _environment() -> Environment:
    return Environment(
        loader=FunctionLoader(lambda name: _read(f"templates/{name}")),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )


def _read(name: str) -> str:
    return (files(__package__) / "data" / name).read_text(encoding="utf-8")


SCHEMA = "transcheck-page/1"


class HtmlWriter:
    """Keeps of every article a line for the overview; the rest is on the stream."""

    def __init__(self, stream: IO[bytes], setting: Setting) -> None:
        """Write everything that stands in front of the articles."""
        self._stream = stream
        self._setting = setting
        self._entries: list[dict[str, object]] = []
        self._codes: set[str] = set()
        self._write(opening())

    def article(self, report: ArticleReport) -> None:
        """Write one article as a block of data."""
        self._write(block(f"article-{len(self._entries)}", article(report)))
        self._entries.append(entry(report))
        self._codes.update(finding.code for finding in report.findings)

    def finish(self, summary: Summary) -> None:
        """Write the index, the texts of the checks that found something, and the program."""
        limit = self._setting.limit
        index = {
            "schema": SCHEMA,
            "version": __version__,
            "signature": self._setting.signature,
            "limit": limit.value if limit else None,
            "checked": summary.checked,
            "languages": [
                {"code": language.code, "endonym": language.endonym} for language in LANGUAGES
            ],
            "articles": self._entries,
        }
        self._write(block("index", index))
        self._write(block("texts", texts(self._codes)))
        self._write(closing())

    def _write(self, text: str) -> None:
        # A lone surrogate (from a file's name) has no UTF-8 form; the handler's
        # ``\udcff`` is just how JSON spells it.
        self._stream.write(text.encode("utf-8", "backslashreplace"))
