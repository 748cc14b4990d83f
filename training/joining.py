"""Fits when a sentence is told inside the bead beside it (`transcheck.aligning.joining`).

    python -m training.joining FOLDER [FOLDER ...]

Each folder holds articles as ``<article>/{uk,en,ru}.txt``, right ones. A bead in which one
edition says in a sentence what another says in several is an example of what is told together:
the first or last of the several is taken for lone, and the rest for the bead. Two neighbouring
beads of one sentence each are an example of what is not: the sentence of one edition is gone in
the other. Each article is left out in turn of a ten-fold cross-validation, and the bias chosen
so that of the sentences that are gone from one of three editions seven in ten thousand are held
for told. What one edition has alone is more often told by the others than made up: there it is
fifteen in ten thousand of those that are gone from both.
"""

from __future__ import annotations

import sys
from dataclasses import replace
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
STRICT, ALONE = 0.0007, 0.0015
"""Shares of sentences that are gone and may be held for told: from one edition, and from two."""
PARTS = 10
"""In how many parts articles are left out in turn."""
STORY = (Kind.LEAD, Kind.BODY, Kind.QUOTE)

Row = tuple[float, ...]
Gone = dict[tuple[int, int], Row]
"""A sentence that is gone, by the edition that has it and the one that lacks it."""


def examples(folder: Path, encoder: embedding.Encoder) -> tuple[list[Row], list[Gone]]:
    """Return what is told together and what is not, of one article."""
    editions = tuple(segment(load(folder / f"{code}.txt")) for code in LANGUAGES)
    article = Article(folder.name, editions)
    vectors = [encoder.encode([s.text for s in e.segments]) for e in editions]
    sides = [
        side_of(edition, range(len(edition.segments)), own)
        for edition, own in zip(editions, vectors, strict=True)
    ]
    limits = replace(aligner_thresholds(encoder.family, 3), join=None)
    found = align(article, vectors, limits)
    beads = [b for b in found.beads if all(b.sides) and not b.moved]
    beads = [b for b in beads if editions[0].segments[b.sides[0][0]].kind in STORY]
    ways = list(permutations(range(len(editions)), 2))
    told = [
        features((sides[n], rest), lone, (sides[m], bead.sides[m]))
        for n, m in ways
        for bead in beads
        for own in [bead.sides[n]]
        if len(own) > len(bead.sides[m]) == 1
        for lone, rest in ((own[-1:], own[:-1]), (own[:1], own[1:]))
    ]
    gone = [
        {
            (n, m): features((sides[n], whole.sides[n]), lost.sides[n], (sides[m], whole.sides[m]))
            for n, m in ways
        }
        for one, two in pairwise(beads)
        if max(map(len, (*one.sides, *two.sides))) == 1
        for whole, lost in ((one, two), (two, one))
    ]
    return told, gone


def main() -> None:
    """Fit on the articles of the folders that are named, and print the weights."""
    from sklearn.linear_model import LogisticRegression

    encoder = embedding.load()
    folders = sorted(f for root in sys.argv[1:] for f in Path(root).iterdir())
    read = [examples(folder, encoder) for folder in folders]

    def fitted(leave: int | None) -> LogisticRegression:
        used = [read[n] for n in range(len(read)) if leave is None or n % PARTS != leave]
        rows = [row for told, _ in used for row in told]
        yes = len(rows)
        rows += [row for _, gone in used for each in gone for row in each.values()]
        model = LogisticRegression(class_weight="balanced", C=10.0, max_iter=5000)
        return model.fit(np.array(rows), np.arange(len(rows)) < yes)

    models = {}
    told, one, two = [], [], []
    for n, (kept, gone) in enumerate(read):
        if n < PARTS:
            models[n] = fitted(n)
        odds = models[n % PARTS].decision_function
        told += odds(np.array(kept)).tolist() if kept else []
        for each in gone:
            by = dict(zip(each, odds(np.array(list(each.values()))).tolist(), strict=True))
            for x, (y, z) in enumerate(((1, 2), (0, 2), (0, 1))):
                one.append((by[y, x] + by[z, x]) / 2)
                two.append(min(by[x, y], by[x, z]))
    limit, alone = float(np.quantile(one, 1 - STRICT)), float(np.quantile(two, 1 - ALONE))
    print(f"{len(told)} told, {len(one)} gone, of {len(folders)} articles")
    print(f"held for told: {np.mean(np.array(told) > limit):.3f}, {STRICT:.4f} of those gone")
    model = fitted(None)
    print("weights", [round(float(w), 2) for w in model.coef_[0]])
    print("bias", round(float(model.intercept_[0]) - limit, 2), "alone", round(limit - alone, 2))


if __name__ == "__main__":
    main()
