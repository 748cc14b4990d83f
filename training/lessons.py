"""Turns meanings and the teacher's vectors into what the student learns from."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from training.settings import LANGUAGES, Settings
from training.sources import Meaning
from training.student import Bags, Lessons
from training.vocabulary import Vocabulary

AT_ONCE = 5000


def bags(words: Vocabulary, texts: Sequence[str]) -> list[NDArray[np.int64]]:
    """Return the rows of each text's tokens; a text without tokens has the unknown one's."""
    found: list[NDArray[np.int64]] = []
    rows = words.rows.astype(np.int64)
    for begin in range(0, len(texts), AT_ONCE):
        part = list(texts[begin : begin + AT_ONCE])
        encodings = words.tokenizer.encode_batch(part, add_special_tokens=False)
        found += [rows[encoding.ids or [0]] for encoding in encodings]
    return found


def build(words: Vocabulary, meanings: Sequence[Meaning], targets: NDArray[np.float32]) -> Lessons:
    """Return the lessons of these meanings; `targets` has a row for each."""
    texts: list[str] = []
    places = np.full((len(meanings), len(LANGUAGES)), -1, dtype=np.int64)
    for number, meaning in enumerate(meanings):
        for column, language in enumerate(LANGUAGES):
            if language in meaning.texts:
                places[number, column] = len(texts)
                texts.append(meaning.texts[language])
    return Lessons(Bags.of(bags(words, texts)), places, targets)


def targets(
    settings: Settings, meanings: Sequence[Meaning], vectors: NDArray[np.float32]
) -> NDArray[np.float32]:
    """Return the teacher's vectors centred by language, with the wanted dimensions.

    Without centring all e5 vectors point the same way (cosines of 0.7 to 1) and each
    language a little its own. Fewer dimensions are the principal ones.
    """
    taught = np.array([meaning.taught for meaning in meanings])
    centred = vectors.copy()
    for language in LANGUAGES:
        centred[taught == language] -= vectors[taught == language].mean(axis=0)
    centred /= np.linalg.norm(centred, axis=1, keepdims=True)
    if settings.dimension < centred.shape[1]:
        spread = centred.T @ centred
        axes = np.linalg.eigh(spread)[1][:, ::-1][:, : settings.dimension]
        centred = centred @ axes
        centred /= np.linalg.norm(centred, axis=1, keepdims=True)
    return np.asarray(centred, dtype=np.float32)
