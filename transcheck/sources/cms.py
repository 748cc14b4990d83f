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
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NamedTuple

from transcheck.errors import UsageError, because
from transcheck.languages import known

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
