"""Help pages of GNOME's programs: English paragraphs with their translations."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from pathlib import Path

from training.packages import Packages
from training.settings import Settings
from training.sources import Meaning, Source
from training.sources.catalogues import gather

LICENCE = "CC BY-SA 3.0 (GNOME help)"
DEED = "creativecommons.org/licenses/by-sa/"


def collect(packages: Packages, _settings: Settings) -> Iterator[Meaning]:
    """Yield the paragraphs of every manual that states its licence to be CC BY-SA."""
    folders = [packages.folder(name) / "usr/share/help" for name in packages.listed(LICENCE)]
    manuals = [manual for folder in folders for manual in sorted((folder / "C").iterdir())]
    free = [manual for manual in manuals if _is_free(manual)]
    yield from gather(lambda language: _pairs(free, language))


def _is_free(manual: Path) -> bool:
    legal = manual / "legal.xml"
    return legal.exists() and DEED in legal.read_text(encoding="utf-8")


def _pairs(manuals: list[Path], language: str) -> Iterator[tuple[str, str]]:
    for manual in manuals:
        for page in sorted(manual.glob("*.page")):
            other = manual.parent.parent / language / manual.name / page.name
            if other.exists():
                pairs = paragraphs(page), paragraphs(other)
                if len(pairs[0]) == len(pairs[1]):
                    yield from (pair for pair in zip(*pairs, strict=True) if pair[0] != pair[1])


def paragraphs(page: Path) -> list[str]:
    """Return the paragraphs and titles of a Mallard page, with their markup."""
    text = page.read_text(encoding="utf-8")
    found = re.findall(r"<(?:p|title|desc)\b[^>]*>(.*?)</(?:p|title|desc)>", text, re.DOTALL)
    return [html.unescape(re.sub(r"\s+", " ", paragraph)) for paragraph in found]


SOURCES = (Source("manuals", collect),)
