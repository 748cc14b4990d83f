r"""Fit the weights of the evidence on names, and measure them on articles left out.

    python -m training.names examples --newsroom benchmarks/newsroom/data/stories/clean \
        --articles articles/ --out examples.jsonl
    python -m training.names fit examples.jsonl other-seed.jsonl

Logistic regression on standardised terms and boosted trees, for each decision but which names
are one: its weights are chosen, as examples of it would be what it joined itself. Printed are,
by cross-validation over articles, how many wrong places the mean of both finds and how many
right ones it alarms at some probabilities. The table is written with the measurement in its head.
"""

from __future__ import annotations

import json
import tempfile
from collections.abc import Sequence
from functools import cached_property
from itertools import chain
from pathlib import Path
from typing import Any

import click
import numpy as np
from numpy.typing import NDArray
from sklearn.ensemble import HistGradientBoostingClassifier
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import GroupKFold, cross_val_predict

from training.names.examples import examples, of_folder, of_stories
from training.phrases import arrays
from transcheck.comparing.names.rows import LINK
from transcheck.comparing.names.weights import MODEL, weights

TABLE = Path("transcheck/languages/data/name_weights.tsv")
_TREES = {
    "max_iter": 150,
    "learning_rate": 0.06,
    "max_leaf_nodes": 8,
    "l2_regularization": 5.0,
    "random_state": 11,
}
_LINEAR = {"C": 0.3, "max_iter": 5000}
_FOLDS, _LEAST = 5, 0.005
"""Parts of the cross-validation, and the least weight kept."""
_LINEAR_ONLY = {"said again"}
"""Terms that trees are not given: errors are planted once, and from them alone trees would learn
that whatever is said twice is right."""
_MARKED = 0.3
"""What an example counts that readers marked: what they marked is often no matter of letters."""
_TIMES = 3
"""As there are few stories of newsrooms, so many more copies are made of each."""
_SHOWN = (0.3, 0.5, 0.7, 0.9)
_HEAD = """# Weights of the evidence on names, in natural log-odds: decision, term, weight.
# Fitted by logistic regression (python -m training.names) on planted errors and right names of
# news articles, on what readers marked in them, and on stories about Ukrainian surnames and towns
# and cities of the world; those of "same" are chosen. The mean with trees over the same terms
# decides. By cross-validation over articles, of wrong places found and of right ones alarmed:
"""


@click.group()
def main() -> None:
    """Fit the weights of the evidence on names."""


@main.command("examples")
@click.option("--articles", type=click.Path(path_type=Path), multiple=True)
@click.option("--newsroom", type=click.Path(path_type=Path), multiple=True)
@click.option("--copies", default=3, help="Copies of each article with planted errors.")
@click.option("--stories", "count", default=2400, help="Stories about generated names.")
@click.option("--seed", default=1)
@click.option("--out", type=click.Path(path_type=Path), required=True)
def gather(
    articles: tuple[Path, ...],
    newsroom: tuple[Path, ...],
    copies: int,
    count: int,
    seed: int,
    out: Path,
) -> None:
    """Write examples of every decision as JSON lines; of a newsroom's folder only of half a."""
    with tempfile.TemporaryDirectory() as folder, out.open("w", encoding="utf-8") as file:
        scratch = Path(folder)
        sources = [of_folder(path, copies, seed, scratch) for path in articles]
        sources += [of_folder(path, _TIMES * copies, seed, scratch, "a") for path in newsroom]
        sources.append(of_stories(count, seed, scratch))
        for source in chain.from_iterable(sources):
            for example in examples(source):
                file.write(json.dumps(example._asdict(), ensure_ascii=False) + "\n")


@main.command()
@click.argument("files", type=click.Path(path_type=Path, exists=True), nargs=-1, required=True)
@click.option("--without", multiple=True, help="Terms to do without, to see what they add.")
def fit(files: tuple[Path, ...], without: tuple[str, ...]) -> None:
    """Fit on examples and write weights and trees, or only measure where terms are left out."""
    lines = chain.from_iterable(f.read_text(encoding="utf-8").splitlines() for f in files)
    rows = [json.loads(line) for line in lines]
    head, made = _HEAD, dict[str, Any]()
    table = "".join(f"{LINK}\t{term}\t{weight:.3g}\n" for term, weight in weights(LINK).items())
    for decision in dict.fromkeys(row["decision"] for row in rows if row["decision"] != LINK):
        examples = _Examples(decision, [r for r in rows if r["decision"] == decision], without)
        head += f"# {examples.measured()}\n"
        click.echo(examples.measured(_SHOWN))
        table += "".join(f"{decision}\t{t}\t{w:.3g}\n" for t, w in examples.weights().items())
        made |= examples.trees()
    if not without:
        TABLE.write_text(head + table, encoding="utf-8")
        np.savez_compressed(MODEL, **made)


class _Examples:
    """The examples of one decision, as columns."""

    def __init__(self, decision: str, rows: list[dict[str, Any]], without: Sequence[str]) -> None:
        self._decision = decision
        self._terms = sorted({t for row in rows for t in row["terms"]} - set(without))
        values = [[row["terms"].get(t, 0.0) for t in self._terms] for row in rows]
        self._values = np.array(values, np.float32)
        self._branching = [n for n, t in enumerate(self._terms) if t not in _LINEAR_ONLY]
        spread = self._values.std(axis=0)
        self._spread = np.where(spread > 0, spread, 1.0)
        self._right = np.array([bool(row["right"]) for row in rows])
        self._groups = [row["group"] for row in rows]
        self._counts = np.array([_MARKED if row["origin"] == "marked" else 1.0 for row in rows])

    @cached_property
    def _likely(self) -> NDArray[np.float64]:
        """Return the probability of each, from fits to the articles it is not of."""
        odds = [
            cross_val_predict(
                model,
                values,
                self._right,
                groups=self._groups,
                cv=GroupKFold(_FOLDS),
                method="decision_function",
                params={"sample_weight": self._counts},
            )
            for model, values in (
                (LogisticRegression(**_LINEAR), self._values / self._spread),
                (HistGradientBoostingClassifier(**_TREES), self._values[:, self._branching]),
            )
        ]
        return np.asarray(1 / (1 + np.exp(-np.mean(odds, axis=0))))

    def measured(self, least: Sequence[float] = (0.5,)) -> str:
        """Return how many wrong places are found and right ones alarmed, by cross-validation."""
        right, likely = self._right, self._likely
        return "\n".join(
            f"{self._decision}: from {p} found {(likely[right] >= p).mean():.2f} of {right.sum()}, "
            f"alarmed {(likely[~right] >= p).mean():.3f} of {(~right).sum()}"
            for p in least
        )

    def weights(self) -> dict[str, float]:
        """Return the weight of each term."""
        model = LogisticRegression(**_LINEAR)
        model.fit(self._values / self._spread, self._right, sample_weight=self._counts)
        fitted = zip(self._terms, model.coef_[0] / self._spread, strict=True)
        found = {"bias": float(model.intercept_[0]), **{t: float(w) for t, w in fitted}}
        return {term: weight for term, weight in found.items() if abs(weight) >= _LEAST}

    def trees(self) -> dict[str, Any]:
        """Return the trees as arrays."""
        model = HistGradientBoostingClassifier(**_TREES)
        model.fit(self._values[:, self._branching], self._right, sample_weight=self._counts)
        terms = np.array(self._terms)[self._branching]
        return {f"{self._decision}_terms": terms, **arrays(model, self._decision)}


if __name__ == "__main__":
    main()
