"""Text that nobody wrote: sequences of words by frequency, definitions, names."""

from __future__ import annotations

import gzip
import re
from collections.abc import Callable, Iterator

import numpy as np

from training.packages import Packages
from training.settings import LANGUAGES, Settings
from training.sources import CYRILLIC, Meaning, Source, spread

POOL = 40_000
"""Sequences drawn a language, of which `Settings.sequences` are kept: with another number
the kept ones stay the same, and so do the teacher's vectors of them in the cache."""
WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")


def sequences(_packages: Packages, settings: Settings) -> Iterator[Meaning]:
    """Yield sequences of 4 to 21 words drawn from wordfreq's lists.

    Frequencies are raised to the power of 0.6, so that rare words occur too.
    """
    from wordfreq import get_frequency_dict

    random = np.random.default_rng(settings.seed)
    for language in ("uk", "ru", "en"):
        listed = get_frequency_dict(language, wordlist="best")
        words = [word for word in listed if WORD.fullmatch(word)]
        odds = np.cumsum(np.array([listed[word] for word in words]) ** 0.6)
        odds /= odds[-1]
        for number in range(POOL):
            length = int(random.integers(4, 22))
            picked = odds.searchsorted(random.random(length), side="right")
            if number < settings.sequences:
                text = " ".join(words[place] for place in picked)
                yield Meaning({language: f"{text[0].upper()}{text[1:]}."}, language)


def drawn(language: str) -> Callable[[Packages, Settings], Iterator[Meaning]]:
    """Return the collector of one language's sequences."""

    def collect(packages: Packages, settings: Settings) -> Iterator[Meaning]:
        found = sequences(packages, settings)
        yield from (meaning for meaning in found if meaning.taught == language)

    return collect


def wordnet(packages: Packages, settings: Settings) -> Iterator[Meaning]:
    """Yield definitions and examples of the English WordNet."""
    file = packages.folder("dict-wn") / "usr/share/dictd/wn.dict.dz"
    with gzip.open(file, "rt", encoding="utf-8", errors="replace") as stream:
        joined = re.sub(r"\n      +", " ", stream.read())
    definitions: dict[str, str] = {}
    examples: list[str] = []
    lemma = ""
    for line in joined.split("\n"):
        if line and not line.startswith(" "):
            lemma = line.strip()
        elif found := re.match(r"\s+(?:[a-z]+ )?(?:\d+)?: (.*)", line):
            text = re.sub(r"\[[^\]]*\]|\{|\}", " ", found[1])
            examples += re.findall(r'"([^"]+)"', text)
            text = re.sub(r"\s+", " ", re.sub(r'"[^"]*"', " ", text)).strip(" ;")
            definitions.setdefault(text, f"{lemma} — {text}")
    texts = spread(definitions.values(), settings, limit=20_000)
    for text in spread([*texts, *examples], settings):
        if len(text.split()) >= 5:
            yield Meaning({"en": text}, "en")


def names(_packages: Packages, _settings: Settings) -> Iterator[Meaning]:
    """Yield the names of countries, languages and currencies of the CLDR (by Babel)."""
    from babel import Locale

    locales = {language: Locale(language) for language in LANGUAGES}
    for kind in ("territories", "languages", "currencies"):
        tables = {language: getattr(locale, kind) for language, locale in locales.items()}
        for code in sorted(set.intersection(*map(set, tables.values()))):
            texts = {language: str(table[code]) for language, table in tables.items()}
            if CYRILLIC.search(texts["uk"]) and CYRILLIC.search(texts["ru"]):
                yield Meaning(texts, "en")


SOURCES = (
    Source("sequences-en", drawn("en")),
    Source("sequences-uk", drawn("uk"), translate=("uk", "ru")),
    Source("sequences-ru", drawn("ru"), translate=("ru", "uk")),
    Source("wordnet", wordnet),
    Source("names", names),
)
