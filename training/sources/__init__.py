"""Where the text comes from: one module a kind of source. DATA.md is the data card."""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from training.packages import Packages
from training.settings import Settings

CYRILLIC = re.compile("[а-яіїєґ]", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Meaning:
    """One meaning, in one to three languages."""

    texts: dict[str, str]
    """Text by language."""
    taught: str
    """The language whose text the teacher embeds: the original, not a translation."""


@dataclass(frozen=True, slots=True)
class Source:
    """A named collection of texts."""

    name: str
    collect: Callable[[Packages, Settings], Iterable[Meaning]]
    translate: tuple[str, str] | None = None
    """From which language into which apertium translates these texts."""


def tidy(text: str) -> str:
    """Return text without markup, placeholders, keyboard accelerators and addresses."""
    text = re.sub(r"<[^<>]{1,120}>", " ", text).replace("~", "").replace("\\n", " ")
    text = re.sub(r"(?<![A-Za-z])[_&](?=\w)|(?<=\w)&(?=\w)", "", text)
    text = re.sub(r"%\w+%|%\(\w+\)\w|%-?\d*\$?l?[a-z]\b|\$\w+|\{[^{}]*\}|https?:\S+", " ", text)
    return re.sub(r"\s+", " ", text).strip()


def spread(texts: Iterable[str], settings: Settings, limit: int | None = None) -> list[str]:
    """Return the texts without repetitions, in a seeded random order, at most `limit`."""
    unique = list(dict.fromkeys(texts))
    random.Random(settings.seed).shuffle(unique)  # noqa: S311  not for secrets
    return unique[:limit]
