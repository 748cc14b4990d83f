"""The cases under fixtures/: where they are, what is expected of them, what a reader sees.

fixtures/README.md has the format of the expectations.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

FIXTURES = Path(__file__).parents[1] / "fixtures"
LANGUAGES = ("uk", "en", "ru")


def case_folders(*kinds: str) -> list[Path]:
    return sorted(path.parent for kind in kinds for path in (FIXTURES / kind).glob("*/*.json"))


def case_ids(folders: Iterable[Path]) -> list[str]:
    return [folder.relative_to(FIXTURES).as_posix() for folder in folders]


COMPARED = case_folders("articles", "pages", "divergent", "silent")
WITH_MARKUP = [folder for folder in COMPARED if not (folder / "uk.txt").exists()]


def expectation(folder: Path) -> dict[str, Any]:
    loaded: dict[str, Any] = json.loads((folder / "expected.json").read_text(encoding="utf-8"))
    return loaded


def edition_paths(folder: Path) -> dict[str, Path]:
    """Return the editions of a case by language, in the order in which they are named."""
    found = {path.stem: path for path in folder.iterdir() if path.suffix != ".json"}
    return {language: found[language] for language in LANGUAGES if language in found}


def read_source(path: Path) -> str:
    raw = path.read_bytes()
    return raw.decode("windows-1251" if b"charset=windows-1251" in raw else "utf-8")


class VisibleText(HTMLParser):
    """The text of a page outside scripts and styles; its blocks parted by line breaks."""

    INLINE = frozenset({"a", "b", "strong", "em", "i", "span", "font"})

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.parts: list[str] = []
        self.hidden = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        del attrs
        self.hidden += tag in {"script", "style"}
        if tag not in self.INLINE:
            self.parts.append("\n")

    def handle_endtag(self, tag: str) -> None:
        self.hidden -= tag in {"script", "style"}
        if tag not in self.INLINE:
            self.parts.append("\n")

    def handle_data(self, data: str) -> None:
        if not self.hidden:
            self.parts.append(data)


def readable(path: Path) -> str:
    """Return what a reader sees of an edition, without markup."""
    source = read_source(path)
    if path.suffix == ".html":
        parser = VisibleText()
        parser.feed(source)
        return "".join(parser.parts)
    if path.suffix == ".md":
        source = re.sub(r"(?s)\A---\n.*?\n---\n", "", source)
        source = re.sub(r"!?\[([^\]]*)\]\([^)]*\)", r"\1", source)
        return re.sub(r"(?m)^(#+|>) |\*\*", "", source)
    return source
