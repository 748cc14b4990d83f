"""Articles whose sentences are bags of topics, with vectors that say just that.

The aligner is tested here for what it does with evidence; what real encoders give it is
tested on the fixtures. A sentence is written as topics, ``a b c``; its vector is the sum of
fixed directions of its topics, so joined sentences have the vector of their joined topics.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from transcheck.aligning import align
from transcheck.embedding import Vectors
from transcheck.model import Alignment, Article, Edition, Kind, Segment
from transcheck.thresholds import aligner_thresholds

DIMENSION = 128
LANGUAGES = ("uk", "en", "ru")
WORD = "слово"
"""Every topic takes as many characters, so that lengths are in proportion to topics."""


def article(*editions: Sequence[str], kinds: Sequence[Kind] | None = None) -> Article:
    made = []
    for language, sentences in zip(LANGUAGES, editions, strict=False):
        segments = tuple(
            Segment(n, kinds[n] if kinds else Kind.BODY, _text(s), n, n + 1, 1, n + 1, 2)
            for n, s in enumerate(sentences)
        )
        made.append(Edition(language, Path(f"{language}.txt"), "", segments))
    return Article("toy", tuple(made))


def vectors(article: Article, seed: int = 0) -> list[Vectors]:
    rng = np.random.default_rng(seed)
    made = []
    for edition in article.editions:
        rows = [_vector(s.text, rng) for s in edition.segments]
        made.append(np.array(rows, dtype=np.float32).reshape(len(rows), DIMENSION))
    return made


def aligned(*editions: Sequence[str]) -> Alignment:
    made = article(*editions)
    return align(made, vectors(made), aligner_thresholds("static"))


def sides(alignment: Alignment) -> list[tuple[tuple[int, ...], ...]]:
    return [bead.sides for bead in alignment.beads]


def _text(topics: str) -> str:
    return " ".join(f"{WORD}{topic:>4}" for topic in topics.split())


def _vector(text: str, rng: np.random.Generator) -> NDArray[np.float64]:
    total = np.zeros(DIMENSION)
    for topic in text.replace(WORD, " ").split():
        direction = np.random.default_rng(sum(ord(c) * 131**n for n, c in enumerate(topic)))
        total += direction.standard_normal(DIMENSION)
    # Languages never say quite the same: noise of a quarter of a topic's length.
    total += rng.standard_normal(DIMENSION) * 0.25
    return np.asarray(total / max(float(np.linalg.norm(total)), 1e-9))
