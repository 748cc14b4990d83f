"""Editions that share a key and no path: those whose paths make up no article are looked into."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path, PurePath
from typing import NamedTuple

from transcheck.discovery import heads
from transcheck.discovery.grouping import together
from transcheck.discovery.heads import Head
from transcheck.discovery.places import Place, Root
from transcheck.languages import named

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
    read = {path: heads.read(path) for path in located}
    candidates = [
        (place or _place(path, read[path]), read[path])
        for path, place in located.items()
        if not read[path].report and (place or read[path].language)
    ]
    joined = {place.path: place for place in _joined(candidates)}
    reports = tuple(path for path in located if read[path].report)
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
