"""Messages of free programs in English with their translations: gettext and JSON."""

from __future__ import annotations

import gettext
import io
import json
import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from training.packages import Packages
from training.settings import Settings
from training.sources import CYRILLIC, Meaning, Source, tidy
from training.sources.chromium import strings as chromium

TRANSLATIONS = ("uk", "ru")
GETTEXT = (
    "Django",
    "wagtail",
    "apache-superset",
    "indico",
    "horizon",
    "jupyterlab-language-pack-uk-UA",
    "jupyterlab-language-pack-ru-RU",
    "postgresql-15",
    "sudo",
    "flare-game",
)
SHORTEST, LONGEST = 3, 60
"""Words of a message."""

Pairs = Iterable[tuple[str, str]]
Strings = dict[str, str]


def gather(pairs: Callable[[str], Iterable[tuple[str, str]]]) -> Iterator[Meaning]:
    """Yield each English text once, with its translations; `pairs` is asked by language."""
    found: dict[str, Strings] = defaultdict(dict)
    for language in TRANSLATIONS:
        for original, translated in pairs(language):
            english, other = tidy(original), tidy(translated)
            # Braces that are left are those of plurals: several sentences in one.
            whole = not re.search(r"[{}]", english + other) and CYRILLIC.search(other)
            if whole and SHORTEST <= len(english.split()) <= LONGEST:
                found[english][language] = other
    for english in sorted(found):
        yield Meaning({"en": english, **found[english]}, "en")


def collect(packages: Packages, _settings: Settings) -> Iterator[Meaning]:
    """Yield every message of three words or more that has a translation."""
    yield from gather(lambda language: _pairs(packages, language))


def _pairs(packages: Packages, language: str) -> Iterator[tuple[str, str]]:
    for name in GETTEXT:
        for file in sorted(packages.folder(name).rglob("*.[mp]o")):
            if language_of(file) == language:
                yield from _catalogue(file)
    for strings in (_home_frontend, _home, chromium):
        english = strings(packages, "en")
        translated = strings(packages, language)
        yield from ((english[key], translated[key]) for key in english if key in translated)


def language_of(file: Path) -> str | None:
    """Return the language of a catalogue by its path, if it is one of `TRANSLATIONS`."""
    found = re.search(r"[/.]([a-z]+)(?:_[A-Z]+)?(?:/LC_MESSAGES/[^/]*)?\.[mp]o$", str(file))
    return found[1] if found and found[1] in TRANSLATIONS else None


def _catalogue(file: Path) -> Pairs:
    if file.suffix == ".po":
        from babel.messages.pofile import read_po

        # Some translators write dates that Babel does not read.
        data = re.sub(rb'"(?:POT-Creation|PO-Revision)-Date:[^\n]*\n', b"", file.read_bytes())
        read = read_po(io.BytesIO(data))
        return [(one.id, str(one.string)) for one in read if isinstance(one.id, str) and one.id]
    with file.open("rb") as stream:
        catalogue = gettext.GNUTranslations(stream)
    # The class has no public way to list its messages.
    messages = catalogue._catalog  # type: ignore[attr-defined]  # noqa: SLF001
    return [
        (key.split("\x04")[-1], value) for key, value in messages.items() if isinstance(key, str)
    ]


def _home_frontend(packages: Packages, language: str) -> Strings:
    folder = packages.folder("home-assistant-frontend") / "hass_frontend/static/translations"
    (file,) = folder.glob(f"{language}-{'[0-9a-f]' * 32}.json")
    return dict(_flat(json.loads(file.read_text(encoding="utf-8"))))


def _home(packages: Packages, language: str) -> Strings:
    folder = packages.folder("homeassistant") / "homeassistant/components"
    files = sorted(folder.glob(f"*/translations/{language}.json"))
    return {
        f"{file.parent.parent.name}.{key}": text
        for file in files
        for key, text in _flat(json.loads(file.read_text(encoding="utf-8")))
    }


def _flat(tree: dict[str, object], path: str = "") -> Iterator[tuple[str, str]]:
    for key, value in tree.items():
        if isinstance(value, dict):
            yield from _flat(value, f"{path}{key}.")
        elif isinstance(value, str):
            yield f"{path}{key}", value


SOURCES = (Source("catalogues", collect),)
