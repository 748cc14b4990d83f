"""How Ukrainian and Russian names are written in English, besides the official way.

The official way is translitua's (MIT): the Cabinet's resolution 55 of 2010 and the passports'.
News writes names in older and in simplified ways as well; here those are made from it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from translitua import RussianInternationalPassport, UkrainianKMU, translit

VARIANTS = (
    (r"yi$", ("y", "yy", "iy")),
    (r"ii$", ("iy", "i", "y", "ij")),
    (r"(?<=[^aeiouy])ia", ("ya",)),
    (r"(?<=[^aeiouy])iu", ("yu",)),
    (r"(?<=[^aeiouy])ie", ("ye", "e")),
    (r"i(?=[aeou]|$)", ("y",)),
    (r"(?<=[aeiou])i(?=[^aeiou]|$)", ("y", "j")),
    (r"zgh", ("zg", "zh")),
    (r"shch", ("sch", "shh")),
    (r"kh", ("h", "ch")),
    (r"(?<![szckg])h", ("g",)),
    (r"^y(?=[aeiu])", ("i", "j")),
    (r"^ye", ("e",)),
    (r"yi", ("i", "ji")),
    (r"v$", ("w", "f")),
    (r"ks", ("x",)),
    (r"iv$", ("iw", "yiv")),
)


def ukrainian(name: str) -> str:
    """Return a Ukrainian name as the Cabinet's resolution of 2010 has it."""
    return str(translit(name, UkrainianKMU)).lower()


def russian(name: str) -> str:
    """Return a Russian name as passports have it."""
    return str(translit(name, RussianInternationalPassport)).lower()


def variants(written: str) -> Iterator[str]:
    """Yield other spellings of a romanised name, each differing by one custom."""
    for pattern, others in VARIANTS:
        for other in others:
            found = re.sub(pattern, other, written)
            if found != written:
                yield found
