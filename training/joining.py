"""Fits when a sentence is told inside the bead beside it (`transcheck.aligning.joining`).

    python -m training.joining FOLDER [FOLDER ...]

Each folder holds articles as ``<article>/{uk,en,ru}.txt``, right ones. A bead in which one
edition says in a sentence what another says in several is an example of what is told together:
the first or last of the several is taken for lone, and the rest for the bead. Two neighbouring
beads of one sentence each are an example of what is not: the sentence of one edition is gone in
the other. Each article is left out in turn of a ten-fold cross-validation, and the bias chosen
so that one in two hundred of the sentences that are gone is held for told.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from itertools import pairwise, permutations
from pathlib import Path

import numpy as np

from transcheck import embedding
from transcheck.aligning import align, side_of
from transcheck.aligning.joining import features
from transcheck.loading import load
from transcheck.model import Article, Kind
from transcheck.segmenting import segment
from transcheck.thresholds import aligner_thresholds

LANGUAGES = ("uk", "en", "ru")
STRICT = 0.005
"""Share of sentences that are gone and may be held for told."""
STORY = (Kind.LEAD, Kind.BODY, Kind.QUOTE)

Example = tuple[tuple[float, ...], bool]


def examples(folder: Path, encoder: embedding.Encoder) -> Iterator[Example]:
    """Yield what is told together and what is not, of one article."""
    editions = tuple(segment(load(folder / f"{code}.txt")) for code in LANGUAGES)
    article = Article(folder.name, editions)
    vectors = [encoder.encode([s.text for s in e.segments]) for e in editions]
    sides = [
        side_of(edition, range(len(edition.segments)), own)
        for edition, own in zip(editions, vectors, strict=True)
    ]
    found = align(article, vectors, aligner_thresholds(encoder.family, 3))
    beads = [b for b in found.beads if all(b.sides) and not b.moved]
    beads = [b for b in beads if editions[0].segments[b.sides[0][0]].kind in STORY]
    for n, m in permutations(range(len(editions)), 2):
        for bead in beads:
            own, there = bead.sides[n], bead.sides[m]
            if len(own) > len(there) and len(there) == 1:
                for lone, rest in ((own[-1:], own[:-1]), (own[:1], own[1:])):
                    yield features((sides[n], rest), lone, (sides[m], there)), True
        for one, two in pairwise(beads):
            if max(map(len, (*one.sides, *two.sides))) == 1:
                for whole, gone in ((one, two), (two, one)):
                    kept = (sides[n], whole.sides[n])
                    yield features(kept, gone.sides[n], (sides[m], whole.sides[m])), False


def main() -> None:
    """Fit on the articles of the folders that are named, and print the weights."""
    from sklearn.linear_model import LogisticRegression
    from sklearn.model_selection import GroupKFold, cross_val_predict

    encoder = embedding.load()
    rows: list[tuple[float, ...]] = []
    told: list[bool] = []
    groups: list[int] = []
    folders = sorted(f for root in sys.argv[1:] for f in Path(root).iterdir())
    for n, folder in enumerate(folders):
        for row, positive in examples(folder, encoder):
            rows.append(row)
            told.append(positive)
            groups.append(n)
    x, y = np.array(rows), np.array(told)
    model = LogisticRegression(class_weight="balanced", C=10.0, max_iter=5000)
    odds = cross_val_predict(
        model, x, y, groups=groups, cv=GroupKFold(10), method="decision_function"
    )
    limit = float(np.quantile(odds[~y], 1 - STRICT))
    print(f"{y.sum()} told, {(~y).sum()} gone, of {len(folders)} articles")
    print(f"held for told: {(odds[y] > limit).mean():.3f} and {(odds[~y] > limit).mean():.4f}")
    model.fit(x, y)
    print("weights", [round(float(w), 2) for w in model.coef_[0]])
    print("bias", round(float(model.intercept_[0]) - limit, 2))


if __name__ == "__main__":
    main()
