"""Running text in one language; apertium turns the Ukrainian into Russian and back."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from training.packages import Packages
from training.settings import Settings
from training.sources import CYRILLIC, Meaning, Source, spread


def ua_gec(packages: Packages, _settings: Settings) -> Iterator[Meaning]:
    """Yield the corrected sentences of UA-GEC: essays, articles, posts, translations."""
    folder = packages.folder("ua-gec") / "ua_gec/data/gec-fluency"
    files = sorted(folder.glob("*/target-sentences/*.txt"))
    lines = (line.strip() for file in files for line in file.read_text("utf-8").split("\n"))
    for text in dict.fromkeys(lines):
        if len(text.split()) >= 4 and len(text) < 600 and CYRILLIC.search(text):
            yield Meaning({"uk": text}, "uk")


def wiktionary(packages: Packages, settings: Settings) -> Iterator[Meaning]:
    """Yield definitions of the Russian Wiktionary, and examples that its editors wrote.

    Examples with an author are quotations: they are left out.
    """
    import sqlite3

    folder = packages.folder("wiki-ru-wordnet")
    (file,) = folder.rglob("wikiwordnet.db")
    query = "select lemma, definition from synsets order by synset_id, lemma"
    definitions: dict[str, str] = {}
    examples: list[str] = []
    with sqlite3.connect(file) as base:
        for _, entries in base.execute(query):
            for entry in entries.split("#"):
                fields = entry.split("~")
                if len(fields) >= 5:
                    definition, shown = _entry(fields[4])
                    examples += shown
                    if CYRILLIC.search(definition):
                        definitions.setdefault(definition, fields[0].strip("|"))
    texts = [f"{lemma} — {definition}" for definition, lemma in definitions.items()]
    mixed = spread([*_varied(examples), *_varied_places(texts)], settings)
    for text in mixed:
        if len(text.split()) >= 4 and len(text) < 400:
            yield Meaning({"ru": text}, "ru")


def _entry(source: str) -> tuple[str, list[str]]:
    text = re.sub(r"\[\[(?:[^\]|]*\|)?([^\]|]*)\]\]", r"\1", source)
    text = re.sub(r"\{\{выдел\|([^{}|]*)[^{}]*\}\}", r"\1", text)
    examples = [
        _plain(parts[0])
        for parts in (found.split("|") for found in re.findall(r"\{\{пример\|([^{}]*)\}\}", text))
        if not any(parts[1:])
    ]
    return _plain(re.sub(r"\{\{пример[^{}]*\}\}", "", text)), examples


def _plain(text: str) -> str:
    for _ in range(2):
        text = re.sub(r"\{\{[^{}]*\}\}", "", text)
    text = re.sub(r"[{}\[\]|]|''+|<[^>]*>|&[a-z]+;", " ", text).replace("\u0301", "")
    return re.sub(r"\s+", " ", text).strip(" ;,.")


def _varied(examples: list[str]) -> Iterator[str]:
    """Leave out what begins like sixty others: examples written by a program."""
    begun = Counter[str]()
    for text in dict.fromkeys(examples):
        beginning = " ".join(text.split()[:2])
        begun[beginning] += 1
        if begun[beginning] <= 60:
            yield text


def _varied_places(texts: list[str]) -> Iterator[str]:
    """Leave out all but 1,500 of the towns and rivers of which only the country is told."""
    places = 0
    for text in texts:
        places += (place := bool(re.search(r" — (город|река|село|посёлок)\b", text)))
        if not place or places <= 1500:
            yield text


SOURCES = (
    Source("ua-gec", ua_gec, translate=("uk", "ru")),
    Source("wiktionary", wiktionary, translate=("ru", "uk")),
)
