"""Write the table of towns and villages of Ukraine with their English and Russian names.

    python -m training.tables.towns

Places of 500 people and more: GeoNames (CC BY 4.0). English names are the Latin one that GeoNames
has and what the Cabinet's rule of 2010 makes of the Ukrainian one. GeoNames does not say which
language a Cyrillic alias is in: of those without Ukrainian letters the Russian name is the one
that the letter model, the letters of Russian words and their frequency (wordfreq, CC BY-SA 4.0)
make likeliest, the Ukrainian name itself among them where Russian could spell it so. Left out are
names that letters alone tell to be one, words that are no names, and names for which no alias is
likely.
"""

from __future__ import annotations

import re
from pathlib import Path

from wordfreq import zipf_frequency

from training.tables.pairs import places_of_ukraine
from training.tables.romanising import ukrainian
from transcheck.languages import named
from transcheck.limits import DISTANCE_FAR
from transcheck.naming.distance import surprise_within
from transcheck.naming.sequences import usual
from transcheck.naming.vocabulary import common

TABLE = Path("transcheck/languages/data/towns.tsv")
_PLAIN, _UNLIKE, _OWN = 1.5, 30.0, 0.7
"""Nats below which letters tell, and beyond which no alias is likely; weight of own letters."""
_OFTEN = 40.0
"""Nats that a step of a name's frequency in Russian (Zipf's scale, wordfreq) counts."""
_SHORTEST = 4
_UKRAINIAN = re.compile("[сцз]ьк|нн[яи]$")
"""Letters that no Russian name of a place has."""


def towns() -> dict[str, tuple[set[str], set[str]]]:
    """Return the English and the Russian names of places by the Ukrainian one."""
    found: dict[str, tuple[set[str], set[str]]] = {}
    for place in places_of_ukraine():
        uk = place.uk[0].replace("’", "'")
        russian = _russian(uk, place.ru)
        if not russian or len(uk) < _SHORTEST or common(uk, "uk") or common(russian, "ru"):
            continue
        english, others = found.setdefault(uk, (set(), set()))
        english.update((place.en[0].replace("'", ""), ukrainian(uk).title()))
        others.add(russian)
    return found


def _russian(uk: str, aliases: tuple[str, ...]) -> str:
    """Return the likeliest Russian name, empty where letters tell it or none is likely."""
    letters = named("ru").alphabet | set(" -")
    fit = [a for a in {uk, *aliases} if set(a.lower()) <= letters and a[:1].isupper()]
    fit = [a for a in fit if not _UKRAINIAN.search(a)]
    scored = []
    for alias in sorted(fit):
        nats = _surprise(uk, alias)
        own = sum(usual(word, "ru").total for word in alias.split())
        often = zipf_frequency(alias, "ru")
        scored.append((nats + _OWN * own - _OFTEN * often, nats, alias))
    best = min(scored, default=(0.0, DISTANCE_FAR, ""))
    return best[2] if _PLAIN < best[1] < _UNLIKE else ""


def _surprise(uk: str, russian: str) -> float:
    """Return the surprise of the words of two names that fit worst."""
    ours, theirs = uk.replace("-", " ").split(), russian.replace("-", " ").split()
    if len(ours) != len(theirs):
        return DISTANCE_FAR
    pairs = zip(ours, theirs, strict=True)
    return max(surprise_within(a, "uk", b, "ru", DISTANCE_FAR, alike=True) for a, b in pairs)


def main() -> None:
    """Write the table."""
    rows = [
        "\t".join(("|".join(sorted(english)), uk, "|".join(sorted(russian))))
        for uk, (english, russian) in sorted(towns().items())
    ]
    head = (
        "# Places of Ukraine whose Russian name letters alone do not tell: GeoNames (CC BY 4.0,\n"
    )
    head += "# geonames.org), by training/tables/towns.py.\nen\tuk\tru\n"
    TABLE.write_text(head + "\n".join(rows) + "\n", encoding="utf-8")
    print(f"{len(rows)} places")


if __name__ == "__main__":
    main()
