"""Stories as content management systems give them: JSON, one story or many.

Three forms are read::

    {"id": "homs", "editions": {"uk": {"title": "…", "html": "…", "url": "…", "published": "…"},
                                "en": "stories/homs.en.html"}}

one object, a list of them, or one a line; an edition is an object with ``html`` or ``text`` (or
``url`` alone, which is fetched), the path of a file, or the address of a page. Second, what
WordPress's REST interface answers to ``/wp/v2/posts`` where WPML or Polylang adds the language:
posts with ``lang`` and ``translations``, or ``wpml_current_locale`` and ``wpml_translations``.
Third, rows with an article and a language each, as `transcheck audit` reads them.
"""

from __future__ import annotations

import datetime as dt
import json
import re
from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, replace
from html import escape
from pathlib import Path
from typing import Any, NamedTuple
from urllib.parse import urlsplit

from transcheck.errors import UsageError, because
from transcheck.languages import known
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


SUFFIXES = (".json", ".jsonl", ".ndjson")
HINT = 'write a story as {"id": "homs", "editions": {"uk": {"title": "…", "html": "…"}, …}}'


class Told(NamedTuple):
    """One edition of a story."""

    language: str
    """A language's code."""
    content: str = ""
    html: bool = False
    title: str = ""
    url: str = ""
    published: dt.date | None = None
    path: str = ""
    """The file or the address it is in, where it is not here."""


@dataclass(frozen=True, slots=True)
class Story:
    """The editions of one article."""

    name: str
    editions: tuple[Told, ...]


def read_stories(text: str, where: str) -> tuple[Story, ...]:
    """Return the stories that a JSON text holds, in its order.

    Args:
        text: one JSON value, or one a line.
        where: what the text is called in messages.

    Raises:
        UsageError: it is no JSON, or none of the forms above.
    """
    values = list(_values(text, where))
    flat = [one for value in values for one in (value if isinstance(value, list) else [value])]
    if not flat or not all(isinstance(one, dict) for one in flat):
        raise UsageError(f"{where} holds no story", hint=HINT)
    if all("editions" in one for one in flat):
        return tuple(_story(one, f"{where}, story {n}") for n, one in enumerate(flat, 1))
    return tuple(_joined(_posts(flat, where)))


def _values(text: str, where: str) -> Iterator[Any]:
    try:
        yield json.loads(text)
    except (ValueError, RecursionError) as whole:
        for number, line in enumerate(text.splitlines(), 1):
            if line.strip():
                try:
                    yield json.loads(line)
                except (ValueError, RecursionError) as error:
                    why = whole if number == 1 else error
                    raise UsageError(f"{where} is no JSON: {because(why)}", hint=HINT) from None


def _story(said: Mapping[str, Any], where: str) -> Story:
    name = said.get("id") or said.get("article")
    editions = said["editions"]
    if not isinstance(name, str | int) or not isinstance(editions, dict) or not editions:
        raise UsageError(f"{where} has no id, or no editions", hint=HINT)
    return Story(str(name), tuple(_edition(*each, where) for each in editions.items()))


def _edition(tag: str, said: Any, where: str) -> Told:
    language = known(tag)
    if language is None:
        raise UsageError(f"{where}: {tag!r} is no language", hint="write uk, en or ru")
    if isinstance(said, str):
        return Told(language.code, path=said)
    if not isinstance(said, dict):
        raise UsageError(f"{where}: its {tag} edition is no object", hint=HINT)
    told = _told(language.code, said)
    if not (told.content or told.title) and told.url:
        return Told(language.code, path=told.url)
    return told


def _told(code: str, said: Mapping[str, Any]) -> Told:
    """Return an edition from an object with its parts; WordPress wraps them in ``rendered``."""
    html = _text(said.get("html")) or _text(said.get("content"))
    published = _text(said.get("published")) or _text(said.get("date"))
    return Told(
        code,
        html or _text(said.get("text")),
        bool(html),
        _text(said.get("title")),
        _text(said.get("url")) or _text(said.get("link")),
        _date(published),
    )


def _text(value: Any) -> str:
    if isinstance(value, dict):
        value = value.get("rendered")
    return value if isinstance(value, str) else ""


def _date(written: str) -> dt.date | None:
    try:
        return dt.datetime.fromisoformat(written).date()
    except ValueError:
        return None


def _posts(flat: list[dict[str, Any]], where: str) -> Iterator[tuple[frozenset[str], str, Told]]:
    """Yield for each post the names of the story that it is of, one to show, and the edition."""
    for number, said in enumerate(flat, 1):
        tag = said.get("lang") or said.get("language") or said.get("wpml_current_locale")
        language = known(str(tag).partition("_")[0].partition("-")[0])
        own = said.get("article") or said.get("id")
        if language is None or not isinstance(own, str | int):
            raise UsageError(
                f"{where}, entry {number}, has no language, or no id or article", hint=HINT
            )
        others = said.get("translations")
        named = [str(each) for each in others.values()] if isinstance(others, dict) else []
        also = said.get("wpml_translations") or ()
        named += [str(each["id"]) for each in also if isinstance(each, dict) and each.get("id")]
        shown = said.get("slug") or own
        yield frozenset({str(own), *named}), str(shown), _told(language.code, said)


def _joined(posts: Iterator[tuple[frozenset[str], str, Told]]) -> Iterator[Story]:
    """Yield the stories that posts make up which name one another."""
    stories: list[tuple[set[str], str, list[Told]]] = []
    for names, shown, told in posts:
        touching = [story for story in stories if story[0] & names]
        kept = touching[0] if touching else (set[str](), shown, [])
        if not touching:
            stories.append(kept)
        kept[0].update(names)
        kept[2].append(told)
        for other in touching[1:]:
            kept[0].update(other[0])
            kept[2].extend(other[2])
            stories.remove(other)
    return (Story(shown, tuple(editions)) for _, shown, editions in stories)


def is_stories(path: Path) -> bool:
    """Return whether a file's name says that it holds stories."""
    return path.suffix.lower() in SUFFIXES


def is_story(line: bytes) -> bool:
    """Return whether a line is a story with a text or address in it, not only names of files."""
    try:
        editions = json.loads(line)["editions"].values()
    except (ValueError, RecursionError, LookupError, TypeError, AttributeError):
        return False
    return any(isinstance(each, dict) or "://" in str(each) for each in editions)
