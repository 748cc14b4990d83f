"""Ablation of the evidence on names: what each term of a decision adds.

    python -m benchmarks.names                             # stories of names left out of training
    python -m benchmarks.names --articles stories/         # and right articles of yours

Every term is switched off in turn, all else unchanged, and what is found and what is alarmed
is counted anew. A term that changes nothing in any column is one to fit without: ``python -m
training.names fit EXAMPLES --without TERM`` says whether another takes its place.
"""

from __future__ import annotations

import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path

import click
import numpy as np
from numpy.typing import NDArray

from training.names.examples import Example, Source, compare, examples
from training.names.planting import files_of
from training.names.stories import stories
from transcheck.comparing.names.weights import BIAS, trees, weights

FROM = 0.5
"""Probability from which on a reading counts."""


@click.command()
@click.option("--articles", type=click.Path(path_type=Path, exists=True), multiple=True)
@click.option("--stories", "count", default=200, help="How many stories.")
@click.option("--seed", default=2)
def main(articles: tuple[Path, ...], count: int, seed: int) -> None:
    """Print what is found and alarmed with all terms, and the change without each."""
    rows = [e for source in _sources(articles, count, seed) for e in examples(source)]
    for decision in dict.fromkeys(row.decision for row in rows):
        chosen = [row for row in rows if row.decision == decision]
        right = np.array([row.right for row in chosen])
        told = _told(decision, chosen)
        click.echo(
            f"{decision}: found {told[right].sum()} of {right.sum()}, "
            f"alarmed {told[~right].sum()} of {(~right).sum()}"
        )
        for term in sorted({*weights(decision), *_columns(decision)} - {BIAS}):
            without = _told(decision, chosen, term)
            found = int(without[right].sum()) - int(told[right].sum())
            alarmed = int(without[~right].sum()) - int(told[~right].sum())
            click.echo(f"  without {term:<30} {found:+5d} {alarmed:+5d}")


def _sources(articles: Sequence[Path], count: int, seed: int) -> Iterator[Source]:
    with tempfile.TemporaryDirectory() as folder:
        for n, story in enumerate(stories(count, seed, 1)):
            for language, text in story.texts.items():
                Path(folder, f"{language}.txt").write_text(text, encoding="utf-8")
            yield Source(compare(Path(folder)), story.wrong, frozenset(), f"{n}", "story")
    for article in (a for root in articles for a in sorted(root.iterdir()) if a.is_dir()):
        if len(files_of(article)) > 1:
            yield Source(compare(article), (), frozenset(), article.name, "clean")


def _columns(decision: str) -> list[str]:
    model = trees(decision)
    return [] if model is None else list(model[1])


def _told(decision: str, rows: Sequence[Example], without: str = "") -> NDArray[np.bool_]:
    """Return which rows would be reported, a term left out."""
    weight, model = weights(decision), trees(decision)
    terms = [{t: v for t, v in row.terms.items() if t != without} for row in rows]
    odds = np.array([sum(weight.get(t, 0.0) * v for t, v in row.items()) for row in terms])
    odds += weight.get(BIAS, 0.0)
    if model is not None:
        values = np.zeros((len(rows), len(model[1])), np.float32)
        for n, row in enumerate(terms):
            for term, value in row.items():
                if term in model[1]:
                    values[n, model[1][term]] = value
        odds = (odds + model[0].log_odds(values)) / 2
    told: NDArray[np.bool_] = odds >= np.log(FROM / (1 - FROM))
    return told


if __name__ == "__main__":
    main()
