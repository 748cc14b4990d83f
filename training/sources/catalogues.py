"""Message catalogues and help pages of free programs: English with its translations."""

from __future__ import annotations

import gettext
import json
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path

from training.packages import Packages
from training.settings import Settings
from training.sources import CYRILLIC, Meaning, Source, tidy

TRANSLATIONS = ("uk", "ru")
LIST = Path(__file__).with_suffix(".txt")
PYPI = ("Django", "wagtail")
HELP = "gnome-user-docs"
MANUALS = ("gnome-help", "system-admin-guide")
SMART_HOME = "home-assistant-frontend"

Translations = dict[str, dict[str, str]]


def collect(packages: Packages, _settings: Settings) -> Iterator[Meaning]:
    """Yield every message of three words or more that has a translation."""
    found: Translations = defaultdict(dict)
    lines = LIST.read_text(encoding="utf-8").splitlines()
    programs = [line for line in lines if not line.startswith("#")]
    folders = [*packages.debian(*programs), *map(packages.pypi, PYPI)]
    for language in TRANSLATIONS:
        for folder in folders:
            for file in sorted(folder.rglob("*.mo")):
                if re.search(rf"/{language}(_[A-Z]+)?[/.]", str(file)):
                    _keep(found, language, _messages(file))
        _keep(found, language, _smart_home(packages.pypi(SMART_HOME), language))
        _keep(found, language, _help(packages.debian(HELP)[0], language))
    for english in sorted(found):
        yield Meaning({"en": english, **found[english]}, "en")


def _keep(found: Translations, language: str, pairs: Iterable[tuple[str, str]]) -> None:
    for original, translated in pairs:
        english, other = tidy(original), tidy(translated)
        if 3 <= len(english.split()) <= 70 and CYRILLIC.search(other):
            found[english][language] = other


def _messages(file: Path) -> Iterator[tuple[str, str]]:
    try:
        with file.open("rb") as stream:
            catalogue = gettext.GNUTranslations(stream)
    except (OSError, UnicodeDecodeError):
        return  # a catalogue in an old encoding, or none
    # The class has no public way to list its messages.
    for key, value in catalogue._catalog.items():  # type: ignore[attr-defined]  # noqa: SLF001
        if isinstance(key, str):
            yield key.split("\x04")[-1], value


def _smart_home(folder: Path, language: str) -> Iterator[tuple[str, str]]:
    def strings(code: str) -> dict[str, str]:
        (file,) = folder.glob(f"hass_frontend/static/translations/{code}-{'[0-9a-f]' * 32}.json")
        read = json.loads(file.read_text(encoding="utf-8"))
        return {key: value for key, value in read.items() if isinstance(value, str)}

    english = strings("en")
    for key, value in strings(language).items():
        if key in english:
            yield english[key], value


def _help(folder: Path, language: str) -> Iterator[tuple[str, str]]:
    for manual in MANUALS:
        for page in sorted((folder / "usr/share/help/C" / manual).glob("*.page")):
            other = folder / "usr/share/help" / language / manual / page.name
            if other.exists():
                pairs = _paragraphs(page), _paragraphs(other)
                if len(pairs[0]) == len(pairs[1]):
                    yield from ((a, b) for a, b in zip(*pairs, strict=True) if a != b)


def _paragraphs(page: Path) -> list[str]:
    text = page.read_text(encoding="utf-8")
    found = re.findall(r"<(?:p|title|desc)[^>]*>(.*?)</(?:p|title|desc)>", text, re.DOTALL)
    return [re.sub(r"\s+", " ", paragraph) for paragraph in found]


SOURCES = (Source("catalogues", collect),)
