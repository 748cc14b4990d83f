"""How well a table finds translations: the figures of log.md."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from itertools import combinations
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from training.export import quantize

Vectors = NDArray[np.float32]
NEIGHBOURS = 4


def parallel(file: Path) -> dict[str, list[str]]:
    """Return the sentences of a JSON Lines file, a list a language.

    A line is one sentence, ``{"en": …, "uk": …}``, or a document with such ``segments``;
    sentences that lack one of the first one's languages are left out.
    """
    with file.open(encoding="utf-8") as lines:
        read = [json.loads(line) for line in lines if line.strip()]
    sentences = [one for line in read for one in line.get("segments", [line])]
    languages = [code for code, text in sentences[0].items() if code in ("en", "uk", "ru") and text]
    whole = [one for one in sentences if all(one.get(code) for code in languages)]
    return {code: [one[code] for one in whole] for code in languages}


def error(first: Vectors, second: Vectors) -> float:
    """Return the share of sentences whose nearest neighbour is not their translation.

    The mean of both directions. Nearness is the ratio margin of Artetxe & Schwenk (2019),
    "Margin-based parallel corpus mining": cosine over the mean cosine of both sentences
    to their four nearest neighbours.
    """
    cosines = first @ second.T
    crowd = min(NEIGHBOURS, len(cosines))
    there = np.sort(cosines, axis=1)[:, -crowd:].mean(axis=1)
    back = np.sort(cosines, axis=0)[-crowd:].mean(axis=0)
    margins = cosines / ((there[:, None] + back[None, :]) / 2)
    truth = np.arange(len(cosines))
    wrong = (margins.argmax(axis=1) != truth).mean(), (margins.argmax(axis=0) != truth).mean()
    return float(np.mean(wrong))


def errors(
    sentences: dict[str, list[str]], encode: Callable[[Sequence[str]], Vectors]
) -> dict[str, float]:
    """Return the retrieval error of each pair of languages, as in ``{"en-uk": 0.03}``."""
    vectors = {language: encode(texts) for language, texts in sentences.items()}
    return {
        f"{one}-{other}": error(vectors[one], vectors[other])
        for one, other in combinations(sentences, 2)
    }


def shrunk(
    table: Vectors, dimensions: Sequence[int], measure: Callable[[Vectors], dict[str, float]]
) -> list[dict[str, object]]:
    """Return errors and megabytes of the table with fewer dimensions and coarser numbers.

    The dimensions are the first ones: they are in the order of the variance they carry.
    """
    found: list[dict[str, object]] = []
    for dimension in dimensions:
        small = table[:, :dimension]
        whole, factors = quantize(small)
        for name, size, changed in (
            ("float32", 4, small),
            ("float16", 2, small.astype(np.float16).astype(np.float32)),
            ("int8", 1, whole * factors[:, None]),
        ):
            figures = {
                "dimension": dimension,
                "precision": name,
                "MB": round(small.size * size / 1e6, 1),
            }
            found.append({**figures, **measure(np.asarray(changed, dtype=np.float32))})
    return found
