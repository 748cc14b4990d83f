"""What the head of a file says of it, for files whose path does not say enough.

Sites that translate the names of their files join editions by a key instead: in the front
matter of Markdown (Hugo's ``translationKey``, Jekyll's ``ref``, one ``permalink`` for all), in
pages by the addresses of the other editions (``<link rel="alternate" hreflang="uk">``).

Editions that share a key and no path: those whose paths make up no article are looked into.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path, PurePath
from typing import NamedTuple

from transcheck.discovery.grouping import together
from transcheck.discovery.picking import Place, Root
from transcheck.languages import known, named
from transcheck.loading.formats import UnreadableError
from transcheck.loading.frontmatter import FrontMatter, read_front_matter
from transcheck.loading.naming import language_of

_ENOUGH = 32_768
"""Bytes that are read of a file: a head is rarely longer."""
_KEYS = (
    "translationKey", "translation_key", "translation-key", "translation_id", "ref",
    "language_reference", "lang-ref", "lang_ref", "permalink",
)  # fmt: skip
_LANGUAGES = ("lang", "language", "locale")
_LINK = re.compile(r"<link\b[^>]*>", re.IGNORECASE)
_ATTRIBUTE = re.compile(r"""([a-z]+)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>]+))""", re.IGNORECASE)
_PAGE = re.compile(r"""<html\b[^>]*?\slang\s*=\s*["']?([\w-]+)""", re.IGNORECASE)
_REPORTS = (
    re.compile(r'<meta name="generator" content="transcheck'),
    re.compile(r"### [✅❌] transcheck: "),
    re.compile(r"── .+ ─+.*\n\n(?:error|warning|info) [A-Z]{3}\d{3} "),
    re.compile(r"(?:.*\n)?\d+ articles?, (?:\d+|none) checked"),
)
"""How our own reports begin, in the formats that editions have, too."""


class Head(NamedTuple):
    """What a file says of itself."""

    language: str = ""
    """A language's code, or nothing."""
    keys: tuple[tuple[str, str], ...] = ()
    """Names and values of the keys that its other editions share, the surest first."""
    report: bool = False
    """True where it is a report of ours, and no article."""


def read(path: Path) -> Head:
    """Return what the head of a file says; of one that cannot be read, nothing."""
    try:
        with path.open("rb") as stream:
            return parse(path.suffix, stream.read(_ENOUGH))
    except (OSError, ValueError):
        return Head()


def parse(suffix: str, data: bytes) -> Head:
    """Return what the first bytes of a file say.

    Args:
        suffix: of its name; it decides what is looked for.
        data: the bytes, all or the first of them.
    """
    text = data.decode("utf-8-sig", "replace").replace("\r\n", "\n")
    report = any(pattern.match(text) for pattern in _REPORTS[1:])
    if suffix.lower() in (".md", ".markdown"):
        try:
            matter, _ = read_front_matter(text)
        except UnreadableError:
            matter = {}
        return Head(_language(_first(matter, _LANGUAGES)), tuple(_matter_keys(matter)), report)
    if suffix.lower() in (".html", ".htm", ".xhtml"):
        page = _PAGE.search(text)
        links = tuple(_links(text))
        own = _REPORTS[0].search(text) is not None
        return Head(_language(page[1] if page else ""), links, report or own)
    return Head(report=report)


def _matter_keys(matter: FrontMatter) -> Iterator[tuple[str, str]]:
    for key in _KEYS:
        value = _first(matter, (key.lower(),))
        if value:
            yield key, _neutral(value) if key == "permalink" else value


def _links(text: str) -> Iterator[tuple[str, str]]:
    """Yield the addresses of all editions of a page as one key."""
    found = set()
    for link in _LINK.finditer(text):
        said = {name.lower(): a or b or c for name, a, b, c in _ATTRIBUTE.findall(link[0])}
        if said.get("href") and (
            ("alternate" in said.get("rel", "") and said.get("hreflang"))
            or said.get("rel") == "canonical"
        ):
            found.add(said["href"].rstrip("/"))
    if len(found) > 1:
        yield "hreflang", " ".join(sorted(found))


def _first(matter: FrontMatter, keys: tuple[str, ...]) -> str:
    return next((matter[key][0].text.strip() for key in keys if matter.get(key)), "")


def _language(tag: str) -> str:
    language = known(tag) if tag else None
    return language.code if language else ""


def _neutral(permalink: str) -> str:
    """Return an address without the language in it."""
    parts = (part for part in permalink.strip("/").split("/") if not language_of(part))
    return "/".join(parts)


MARK = "\0key\0"
"""Begins the key of places that are joined by what the files say."""


class Keyed(NamedTuple):
    """What came of a look into files."""

    places: tuple[Place, ...]
    """All editions; those that were joined share a key."""
    strays: tuple[Path, ...]
    """Files that are no edition still."""
    reports: tuple[Path, ...]
    """Reports of ours that lie among the articles."""


def look_into(places: Sequence[Place], strays: Sequence[Path]) -> Keyed:
    """Return the places, those joined that have one key in their heads.

    Only files are read that are alone so far: single editions, and files without a language in
    their path. A key joins them where it stands in two languages or three, in each once.
    """
    groups = together(places)
    kept = [place for group in groups if len(group) > 1 for place in group]
    single = [group[0] for group in groups if len(group) == 1]
    located = dict.fromkeys(strays) | {place.path: place for place in single}
    heads = {path: read(path) for path in located}
    candidates = [
        (place or _place(path, heads[path]), heads[path])
        for path, place in located.items()
        if not heads[path].report and (place or heads[path].language)
    ]
    joined = {place.path: place for place in _joined(candidates)}
    reports = tuple(path for path in located if heads[path].report)
    kept += [joined.get(place.path, place) for place in single if place.path not in reports]
    kept += [joined[path] for path in strays if path in joined]
    left = tuple(path for path in strays if path not in joined and path not in reports)
    return Keyed(tuple(kept), left, reports)


def keys_of(head: Head) -> Iterator[str]:
    """Yield what joins files with this head, as `Place.key` has it, the surest first."""
    yield from (f"{MARK}{name}: {value}" for name, value in head.keys)


def _place(path: Path, head: Head) -> Place:
    root = Root.at(path.parent)
    article = f"{root.shown}{PurePath(path.name).stem}"
    absolute = f"{root.absolute}{path.name}"
    return Place(path, absolute, article, named(head.language), path.as_posix(), absolute)


def _joined(candidates: Iterable[tuple[Place, Head]]) -> Iterator[Place]:
    by_key: dict[str, list[Place]] = defaultdict(list)
    for place, head in candidates:
        for key in keys_of(head):
            by_key[key].append(place)
    taken: set[Path] = set()
    for key, places in by_key.items():
        free = [place for place in places if place.path not in taken]
        languages = {place.language for place in free}
        if len(free) > 1 and len(languages) == len(free):
            taken |= {place.path for place in free}
            pattern = f"a file in * with {key.removeprefix(MARK)}"
            yield from (replace(each, key=key, join="", pattern=pattern) for each in free)
