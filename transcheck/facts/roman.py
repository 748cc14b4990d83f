"""Roman numerals, in Latin letters and in the Cyrillic look-alikes editors type."""

from __future__ import annotations

import re

_TO_LATIN = str.maketrans("ІХСМ", "IXCM")
_CANONICAL = re.compile(r"(?=[IVX])X{0,3}(IX|IV|V?I{0,3})")
ROMAN = frozenset("IVXІХ")
"""Letters that such a numeral starts with."""
_DIGITS = {"I": 1, "V": 5, "X": 10}


def read_roman(raw: str) -> int | None:
    """Return the value, 1 to 39, of a numeral written in capital letters, or None.

    Larger ones are left out on purpose: their letters (CD, DC, MC, XL, LIV) are far more
    often acronyms.
    """
    if raw[:1] not in ROMAN:
        return None
    letters = raw.translate(_TO_LATIN)
    if not _CANONICAL.fullmatch(letters):
        return None
    values = [_DIGITS[letter] for letter in letters]
    following = [*values[1:], 0]
    return sum(-v if v < n else v for v, n in zip(values, following, strict=True))
