"""An edition that is no file: a text in memory, and what else is known of it."""

from __future__ import annotations

import datetime as dt
import re
from contextlib import suppress
from dataclasses import dataclass, replace
from html import escape
from pathlib import Path
from urllib.parse import urlsplit

from transcheck.loading import Format, load_text, text_format
from transcheck.loading.fragment import is_fragment
from transcheck.model import Document

_HTML, _FRAGMENT, _PLAIN = "html", "html fragment", "plain text"
_MARKUP = re.compile(r"\s*<(?:!doctype|!--|\?xml|[a-z][a-z0-9]*[\s/>])", re.IGNORECASE)
"""How a page or a fragment of one begins; no prose does."""
_HEADLINE = re.compile(r"<h1[\s>]", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Text:
    """An edition in memory."""

    content: str
    """Plain text with paragraphs apart, Markdown, or HTML: a page or the body of one."""
    format: str = ""
    """``plain text``, ``markdown``, ``html`` (a page, in which the article is looked for) or
    ``html fragment`` (all of it is the article); empty: HTML where it begins with a tag, a page
    where it has a head or body, else plain text."""
    title: str = ""
    """The headline, where it is not in the content. It is compared as though it stood above
    it, and lines and columns count from there: in plain text the content begins in line 3."""
    url: str = ""
    """What reports name as the place of findings; else the article's name and the language."""
    published: dt.date | None = None
    """The day of publication, that relative dates ("yesterday") are understood from."""

    @property
    def reader(self) -> Format:
        """Return the format it is in.

        Raises:
            UnknownNameError: there is none of that name.
        """
        if self.format or not _MARKUP.match(self.content):
            return text_format(self.format or _PLAIN)
        return text_format(_FRAGMENT if is_fragment(self.content) else _HTML)

    @property
    def whole(self) -> str:
        """Return the content with the title above it."""
        title = " ".join(self.title.split())
        if not title:
            return self.content
        if self.reader.name in {_HTML, _FRAGMENT}:
            has_own = _HEADLINE.search(self.content)
            return self.content if has_own else f"<h1>{escape(title)}</h1>\n\n{self.content}"
        first = self.content.lstrip().partition("\n")[0].strip("# \t")
        return self.content if first == title else f"{title}\n\n{self.content}"

    def path(self, article: str, language: str) -> Path:
        """Return what it is called in reports."""
        with suppress(ValueError):  # no address at all, such as http://[
            place = urlsplit(self.url)
            if place.netloc:
                return Path(f"{place.netloc}{place.path}")
        suffix = next(iter(self.reader.suffixes), ".html")
        return Path(self.url or f"{article}/{language}{suffix}")

    def document(self, path: Path, language: str) -> Document:
        """Return the edition that it holds, under a name and in a language.

        Raises:
            LoadError: it holds no article, or is in another language.
        """
        document = load_text(path, self.whole, self.reader, language=language)
        return replace(document, published=self.published or document.published)
