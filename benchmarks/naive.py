"""The naive way to do the work, or less, for comparison: one sentence at a time.

    python -m benchmarks.naive FOLDER ENCODER

What the tool gains it gains by working on whole articles and by remembering words. Here

* encode: every sentence is a call of its own;
* align: the cosines of every sentence with every sentence of every other edition are worked
  out one by one, and the best path goes through the whole table, one sentence to one (no
  merged, moved or cut sentences, which the tool looks for as well);
* extract: every sentence is an edition of its own, and what is remembered of words (whatever
  of the package is in an `lru_cache` with a bound) is forgotten after each; tables stay;
* compare: every check gets a comparison of its own, so that nothing is shared, and the words
  are forgotten after each.

Reading and reporting are the same either way. Prints processor seconds by stage as JSON.
"""

from __future__ import annotations

import gc
import json
import sys
import time
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache
from itertools import combinations
from pathlib import Path

import numpy as np

from benchmarks.planting import read_folder
from transcheck import embedding
from transcheck.aligning import align
from transcheck.checks import CHECKS
from transcheck.embedding import Encoder, Vectors
from transcheck.facts import extract
from transcheck.model import Article, Comparison, Fact
from transcheck.thresholds import aligner_thresholds

_Cache = type(lru_cache(maxsize=1)(str))
_FEW = 1
"""Caches for no more than so much hold a table or model, not words."""


class Naive:
    """Works on article after article and adds up what that costs."""

    def __init__(self, encoder: Encoder) -> None:
        """Use this encoder."""
        self.used: defaultdict[str, float] = defaultdict(float)
        self._encoder = encoder
        self._words = list(_remembered())

    def check(self, article: Article) -> None:
        """Do the work of encoding, aligning, extracting and comparing an article."""
        vectors = self._encode(article)
        self._align(vectors)
        facts = self._extract(article)
        alignment = align(article, vectors, aligner_thresholds(self._encoder.family, len(vectors)))
        for check in CHECKS:
            comparison = Comparison(article, alignment, facts)
            self._forget()
            start = time.process_time()
            list(check.run(check, comparison))
            self.used["compare"] += time.process_time() - start

    def _encode(self, article: Article) -> list[Vectors]:
        start = time.process_time()
        vectors = [
            np.concatenate([self._encoder.encode([s.text]) for s in edition.segments])
            for edition in article.editions
        ]
        self.used["encode"] += time.process_time() - start
        return vectors

    def _align(self, vectors: list[Vectors]) -> None:
        start = time.process_time()
        for some, others in combinations(vectors, 2):
            above = [0.0] * (len(others) + 1)
            for one in some:
                row = [0.0]
                for place, other in enumerate(others):
                    both = above[place] + float(one @ other)
                    row.append(max(both, above[place + 1], row[place]))
                above = row
        self.used["align"] += time.process_time() - start

    def _extract(self, article: Article) -> tuple[tuple[Fact, ...], ...]:
        facts: list[tuple[Fact, ...]] = []
        for edition in article.editions:
            found: list[Fact] = []
            for segment in edition.segments:
                self._forget()
                start = time.process_time()
                found.extend(extract(replace(edition, segments=(segment,))))
                self.used["extract"] += time.process_time() - start
            facts.append(tuple(found))
        return tuple(facts)

    def _forget(self) -> None:
        for cache in self._words:
            cache.cache_clear()


def _remembered() -> Iterator[_Cache]:
    """Yield the caches of words of the package."""
    for found in gc.get_objects():
        if isinstance(found, _Cache):
            size = found.cache_parameters()["maxsize"]
            if found.__module__.startswith("transcheck") and size is not None and size > _FEW:
                yield found


def main(folder: str, name: str) -> None:
    """Check the articles of a folder, the first one once more without counting it."""
    encoder = embedding.load(name)
    articles = read_folder(Path(folder))
    Naive(encoder).check(articles[0])
    naive = Naive(encoder)
    for article in articles:
        naive.check(article)
    print(json.dumps({"stages": naive.used}))


if __name__ == "__main__":
    main(*sys.argv[1:])
