"""Writes the page: its head at once, each article as it comes, the index at the end."""

from __future__ import annotations

from typing import IO

from transcheck import __version__
from transcheck.languages import LANGUAGES
from transcheck.model import ArticleReport
from transcheck.reporters import Setting
from transcheck.reporters.html.articles import article, entry
from transcheck.reporters.html.page import block, closing, opening
from transcheck.reporters.html.texts import texts
from transcheck.summary import Summary

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
