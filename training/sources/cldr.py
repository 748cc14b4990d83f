"""Names of the regions of all countries, and of pictures, from Unicode's locale data."""

from __future__ import annotations

from collections.abc import Iterator
from xml.etree import ElementTree as ET

from training.packages import Packages
from training.settings import LANGUAGES, Settings
from training.sources import CYRILLIC, Meaning, Source

PACKAGE = "unicode-cldr-core"


def regions(packages: Packages, _settings: Settings) -> Iterator[Meaning]:
    """Yield the names of the regions of all countries: states, oblasts, provinces."""
    yield from _named(packages, "subdivisions", "subdivision", "type")


def pictures(packages: Packages, _settings: Settings) -> Iterator[Meaning]:
    """Yield the names of pictures of the character set, and what else is said of each.

    They are of everyday things, people, trades and feelings.
    """
    yield from _named(packages, "annotations", "annotation", "cp")


def _named(packages: Packages, folder: str, tag: str, key: str) -> Iterator[Meaning]:
    root = packages.folder(PACKAGE) / "usr/share/unicode/cldr/common" / folder
    named: dict[str, dict[str, str]] = {}
    for language in LANGUAGES:
        # The file is of a Debian package, not from strangers.
        tree = ET.parse(root / f"{language}.xml")  # noqa: S314
        for element in tree.iter(tag):
            text = " ".join((element.text or "").replace("|", " ").split())
            number = f"{element.get(key)} {element.get('type')}"
            named.setdefault(number, {})[language] = text
    for texts in named.values():
        whole = len(texts) == len(LANGUAGES) and all(texts.values())
        if whole and CYRILLIC.search(texts["uk"]) and CYRILLIC.search(texts["ru"]):
            yield Meaning(texts, "en")


SOURCES = (Source("regions", regions), Source("pictures", pictures))
