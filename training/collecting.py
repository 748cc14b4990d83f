"""Collects the text of every source, once, into texts/NAME.jsonl of the cache folder."""

from __future__ import annotations

import importlib
import json
import pkgutil
from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path

from rich.progress import track

from training import sources
from training.packages import Packages
from training.settings import Settings
from training.sources import Meaning, Source
from training.translating import translate


def all_sources() -> list[Source]:
    """Return the sources of every module of `training.sources`."""
    found: list[Source] = []
    for info in sorted(pkgutil.iter_modules(sources.__path__), key=lambda info: info.name):
        found += importlib.import_module(f"training.sources.{info.name}").SOURCES
    return found


def collect(settings: Settings) -> dict[str, list[Meaning]]:
    """Return the meanings of every source, from the cache where they are in it."""
    packages = Packages(settings)
    folder = settings.cache / "texts"
    folder.mkdir(parents=True, exist_ok=True)
    for source in track(all_sources(), "collecting"):
        file = folder / f"{source.name}.jsonl"
        if not file.exists():
            meanings = _with_translations(source, list(source.collect(packages, settings)))
            lines = (json.dumps(asdict(meaning), ensure_ascii=False) for meaning in meanings)
            part = file.with_suffix(".part")
            part.write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")
            part.rename(file)
    return {source.name: list(_read(folder / f"{source.name}.jsonl")) for source in all_sources()}


def _read(file: Path) -> Iterator[Meaning]:
    with file.open(encoding="utf-8") as lines:
        for line in lines:
            yield Meaning(**json.loads(line))


def _with_translations(source: Source, meanings: list[Meaning]) -> list[Meaning]:
    if source.translate is None:
        return meanings
    original, target = source.translate
    translated = translate([meaning.texts[original] for meaning in meanings], original, target)
    return [
        Meaning({**meaning.texts, target: text}, meaning.taught)
        for meaning, text in zip(meanings, translated, strict=True)
    ]
