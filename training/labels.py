"""Fits the weights by which `transcheck.loading.labels` tells the site's lines from the article's.

    python -m training.labels            # fit, write the table, say how well it does by folds

Softmax regression with an L2 penalty on the lines of `training/labels/*.tsv` and on the
sentences, headlines and paragraphs of `fixtures/articles`; lines of text count more, as a
sentence taken for furniture does more harm than a label taken for text.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from transcheck.languages import LANGUAGES, named
from transcheck.loading.labels import KINDS, Place, features
from transcheck.model import Kind
from transcheck.segmenting import split

ROOT = Path(__file__).parents[1]
TABLE = ROOT / "transcheck" / "languages" / "data" / "label_weights.tsv"
PENALTY = 0.3
"""Of the squares of the weights, against the summed losses of the lines."""
TEXT = 2.5
"""What a line of text counts for."""
FOLDS = 5
_PLACES = {"h": Place.HEAD, "m": Place.MIDDLE, "t": Place.TAIL}
HEAD = """\
# What each feature of a line (transcheck/loading/labels.py) says for each kind: text of the
# article, furniture, byline, caption. Fitted by training/labels.py; do not edit.
"""

Example = tuple[str, Place, Kind]
Floats = NDArray[np.float64]


def read(path: Path) -> list[tuple[str, ...]]:
    """Return the rows of a table without comments."""
    rows = path.read_text(encoding="utf-8").splitlines()
    return [tuple(row.split("\t")) for row in rows if row and not row.startswith("#")]


def examples() -> list[Example]:
    """Return all lines with their places and kinds."""
    found = [
        (text, _PLACES[place], Kind(kind))
        for kind, places, text in read(ROOT / "training" / "labels" / "furniture.tsv")
        for place in places
    ]
    found += [
        (text, _PLACES[place], Kind.BODY)
        for places, text in read(ROOT / "training" / "labels" / "text.tsv")
        for place in places
    ]
    for code in LANGUAGES.names():
        for path in sorted((ROOT / "fixtures" / "articles").glob(f"*/{code}.txt")):
            headline, *lines = filter(None, path.read_text(encoding="utf-8").splitlines())
            found.append((headline, Place.HEAD, Kind.BODY))
            for line in lines:
                found += [(line, place, Kind.BODY) for place in Place]
                for start, end in split(line, named(code)):
                    found += [(line[start:end], place, Kind.BODY) for place in Place]
    return found


def design(lines: Sequence[Example], names: dict[str, int]) -> Floats:
    """Return the features of lines, shape (lines, features); unknown ones are left out."""
    table = np.zeros((len(lines), len(names)))
    for row, (text, place, _) in zip(table, lines, strict=True):
        for name, value in features(text, place):
            if name in names:
                row[names[name]] += value
    return table


def fit(table: Floats, kinds: NDArray[np.intp]) -> Floats:
    """Return weights, shape (features, kinds), where the penalised loss is least."""
    from scipy.optimize import minimize  # type: ignore[import-untyped]

    counts = np.where(kinds == 0, TEXT, 1.0)[:, None]
    target = np.eye(len(KINDS))[kinds]

    def loss(flat: Floats) -> tuple[float, Floats]:
        weights = flat.reshape(table.shape[1], len(KINDS))
        scores = table @ weights
        scores -= scores.max(axis=1, keepdims=True)
        logs = scores - np.log(np.exp(scores).sum(axis=1, keepdims=True))
        slope = table.T @ (counts * (np.exp(logs) - target)) + PENALTY * weights
        return float(-(counts * target * logs).sum() + PENALTY * (flat @ flat) / 2), slope.ravel()

    start = np.zeros(table.shape[1] * len(KINDS))
    found = minimize(loss, start, jac=True, method="L-BFGS-B", options={"maxiter": 300})
    return np.asarray(found.x.reshape(-1, len(KINDS)))


def main() -> None:
    """Fit on folds, print how well the rest is told, then fit on all and write the table."""
    lines = examples()
    kinds = np.array([KINDS.index(kind) for _, _, kind in lines])
    names = sorted({name for text, place, _ in lines for name, _ in features(text, place)})
    numbers = {name: number for number, name in enumerate(names)}
    table = design(lines, numbers)
    folds = np.array([hash_of(text) % FOLDS for text, _, _ in lines])
    if "--folds" in sys.argv:
        guessed = np.zeros(len(lines), dtype=np.intp)
        for fold in range(FOLDS):
            weights = fit(table[folds != fold], kinds[folds != fold])
            guessed[folds == fold] = (table[folds == fold] @ weights).argmax(axis=1)
        label, taken = kinds > 0, guessed > 0
        sys.stdout.write(
            f"{len(lines)} lines; labels found {(label & taken).sum() / label.sum():.3f}, "
            f"text taken for labels {(~label & taken).sum() / (~label).sum():.4f}\n"
        )
        for (text, place, kind), guess in zip(lines, guessed, strict=True):
            if (kind is Kind.BODY) != (guess == 0):
                sys.stdout.write(f"  {kind}\t{place}\t{text}\n")
    weights = fit(table, kinds)
    rows = ["\t".join([name, *(f"{w:.3f}" for w in weights[n])]) for name, n in numbers.items()]
    TABLE.write_text(HEAD + "\n".join(rows) + "\n", encoding="utf-8")


def hash_of(text: str) -> int:
    """Return a number that is the same in every run; one text is in one fold at all places."""
    import zlib

    return zlib.crc32(text.encode())


if __name__ == "__main__":
    main()
