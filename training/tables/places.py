"""Write the tables of territories and cities.

Territories: names of Unicode CLDR in every language. Cities: those of GeoNames
(CC BY 4.0) with many people, with their Cyrillic names. GeoNames does not say which
language a Cyrillic name is in, so a name serves both languages unless its letters are
only of one; names that the letter model finds by itself are left out, unless the city
is large, and so are names of other languages that are unlike the Latin one.

Run: python -m training.tables.places
"""

from __future__ import annotations

import re
from pathlib import Path

from babel import Locale

from training.tables.pairs import ENGLISH, NO_PLACES, RUSSIAN, UKRAINIAN, cities, named_in_cldr
from transcheck.naming.letter_model import model
from transcheck.naming.letters import folded, latin

DATA = Path("transcheck/languages/data")
PEOPLE = 300_000
UNLIKE = 24.0
"""A Cyrillic name of higher surprise is in another language or another name."""
_ONLY = {
    UKRAINIAN: re.compile("[ыэёъ]", re.IGNORECASE),
    RUSSIAN: re.compile("[іїєґ]", re.IGNORECASE),
}


def clean(name: str) -> str:
    """Return a CLDR name without brackets, abbreviations and odd apostrophes."""
    name = re.sub(r"\s*[(,].*", "", name).replace("ʼ", "'").replace("’", "'")
    name = re.sub(r"(?<!\w)о-ва(?!\w)", "Острова", name).replace(" & ", " and ")
    return re.sub(r" SAR China| - .*| – .*", "", name).strip()


def territories() -> list[str]:
    """Return the rows of the table of territories."""
    tables = [Locale(code).territories for code in (ENGLISH, UKRAINIAN, RUSSIAN)]
    shared = set(tables[0]) & set(tables[1]) & set(tables[2])
    keys = sorted(key for key in shared - NO_PLACES if re.fullmatch("[A-Z]{2}", key))
    return ["\t".join([key, *(clean(table[key]) for table in tables)]) for key in keys]


def likely(name: str, alias: str) -> bool:
    """Return whether a Cyrillic name can be that of the Latin one."""
    surprise = model("letters_latin").surprise(f"^{latin(name)}$", folded(alias))
    return alias[0].isupper() and surprise < UNLIKE


def places() -> list[str]:
    """Return the rows of the table of cities: Latin name, Ukrainian and Russian names."""
    rows: dict[str, dict[str, list[str]]] = {}
    for uk, en, ru in named_in_cldr():
        if " " not in en + uk + ru:
            rows.setdefault(en, {UKRAINIAN: [clean(uk)], RUSSIAN: [clean(ru)]})
    for name, aliases in cities(PEOPLE):
        row = rows.setdefault(name, {UKRAINIAN: [], RUSSIAN: []})
        for code, foreign in _ONLY.items():
            if not row[code]:
                row[code] = [a for a in aliases if not foreign.search(a) and likely(name, a)]
    return [
        f"{name}\t{'|'.join(row[UKRAINIAN])}\t{'|'.join(row[RUSSIAN])}"
        for name, row in sorted(rows.items())
        if all(row.values())
    ]


def main() -> None:
    """Write both tables."""
    head = "# Countries and territories, from Unicode CLDR by training/tables/places.py.\n"
    text = head + f"key\t{ENGLISH}\t{UKRAINIAN}\t{RUSSIAN}\n" + "\n".join(territories()) + "\n"
    (DATA / "territories.tsv").write_text(text, encoding="utf-8")
    head = (
        f"# Cities of {PEOPLE:,} people and more with their Cyrillic names: GeoNames (CC BY 4.0,\n"
        "# geonames.org) and Unicode CLDR, by training/tables/places.py.\n"
    )
    text = head + f"{ENGLISH}\t{UKRAINIAN}\t{RUSSIAN}\n" + "\n".join(places()) + "\n"
    (DATA / "cities.tsv").write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
