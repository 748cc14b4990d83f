"""Which language a text is written in, by langdetect, made quick and repeatable.

langdetect draws n-grams at random and so may answer differently each time: here every
call starts from the same seed. It also loads 55 languages in 0.4 s where ours and those
that could be mistaken for them are enough (0.04 s), and reads all of a text where samples
of it say the same. It is meant for texts of a paragraph and more; single sentences are
judged by `transcheck.checks.languages`.
"""

from __future__ import annotations

import unicodedata
from collections import Counter
from functools import cache, lru_cache
from pathlib import Path
from typing import Any, NamedTuple

from transcheck.languages import LANGUAGES, Language, read_words
from transcheck.limits import (
    DETECTING_ALIEN_LETTERS,
    DETECTING_ENOUGH_LETTERS,
    DETECTING_REMEMBERED,
    DETECTING_WINDOW,
    DETECTING_WINDOWS,
)

_SEED = 0
_SCRIPT_NAMES = {"Cyrl": "CYRILLIC ", "Latn": "LATIN "}
"""How the Unicode names of a script's letters begin, by ISO 15924 code."""


class Detection(NamedTuple):
    """The language of a text."""

    language: str | None
    """The code of one of our languages; None for another language or too little text."""
    confidence: float
    """Probability of that language, 0 to 1; 0 where there is none."""


_UNKNOWN = Detection(None, 0.0)


def detect(text: str) -> Detection:
    """Return the language a text is written in; the same text always gets the same answer."""
    return _of_sample(_sample(text))


@lru_cache(maxsize=DETECTING_REMEMBERED)
def _of_sample(sample: str) -> Detection:
    """Return the language of a sample; while an editor types, all others are the same as before."""
    if sum(map(str.isalpha, sample)) < DETECTING_ENOUGH_LETTERS:
        return _UNKNOWN
    from langdetect.lang_detect_exception import (
        LangDetectException,
    )

    detector = _factory().create()
    detector.append(sample)
    try:
        guesses = detector.get_probabilities()
    except LangDetectException:  # no letter of a script that it has seen
        return _UNKNOWN
    for language in LANGUAGES:
        if guesses and guesses[0].lang == language.code and _in_alphabet(sample, language):
            return Detection(language.code, min(1.0, guesses[0].prob))
    return _UNKNOWN


def confirms(text: str, language: Language) -> bool:
    """Return whether a text clearly is in a language; False says nothing.

    Much quicker than `detect`, for the ordinary edition that is what it is said to be.
    """
    from transcheck.detecting.words import clearly

    sample = _sample(text)
    return clearly(sample) == language.code and _in_alphabet(sample, language)


def _sample(text: str) -> str:
    """Return windows spread evenly over a long text; in lower case, as capitals are skipped."""
    if len(text) > DETECTING_WINDOW * DETECTING_WINDOWS:
        step = (len(text) - DETECTING_WINDOW) / (DETECTING_WINDOWS - 1)
        starts = (round(step * n) for n in range(DETECTING_WINDOWS))
        text = " ".join(text[start : start + DETECTING_WINDOW] for start in starts)
    return text.lower()


def _in_alphabet(sample: str, language: Language) -> bool:
    """Return whether nearly all letters of the language's script are letters of its alphabet."""
    known = alien = 0
    for letter, count in Counter(filter(str.isalpha, sample)).items():
        if letter in language.alphabet:
            known += count
        elif unicodedata.name(letter, "").startswith(_SCRIPT_NAMES[language.script]):
            alien += count
    return alien <= DETECTING_ALIEN_LETTERS * (known + alien)


@cache
def _factory() -> Any:
    """Return langdetect's factory with the profiles of our languages and their neighbours."""
    from langdetect.detector_factory import (
        PROFILES_DIRECTORY,
        DetectorFactory,
    )

    factory = DetectorFactory()
    factory.set_seed(_SEED)
    codes = dict.fromkeys((*LANGUAGES.names(), *read_words("neighbours")))
    factory.load_json_profile(
        [Path(PROFILES_DIRECTORY, code).read_text(encoding="utf-8") for code in codes]
    )
    return factory
