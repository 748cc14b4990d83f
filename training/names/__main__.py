r"""Fit the weights of the evidence on names, and measure them on articles left out.

    python -m training.names examples --newsroom benchmarks/newsroom/data/stories/clean \
        --articles articles/ --out examples.jsonl
    python -m training.names fit examples.jsonl

Logistic regression on standardised terms, one for each decision but which names are one: its
weights are chosen, as examples of it would be what it joined itself. Printed are, by
cross-validation over articles, how many wrong places are found and how many right ones are
alarmed at some probabilities. The table is written with the measurement in its head.
"""

from __future__ import annotations

import json
import tempfile
from itertools import chain
from pathlib import Path

import click
import numpy as np
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import GroupKFold, cross_val_predict

from training.names.examples import examples, of_folder, of_stories
from transcheck.comparing.names.rows import LINK
from transcheck.comparing.names.weights import weights

TABLE = Path("transcheck/languages/data/name_weights.tsv")
_STRENGTH, _FOLDS, _LEAST = 0.3, 5, 0.005
"""Inverse of the regularisation, parts of the cross-validation, and the least weight kept."""
_MARKED = 0.3
"""What an example counts that readers marked: what they marked is often no matter of letters."""
_TIMES = 3
"""As there are few stories of newsrooms, so many more copies are made of each."""
_SHOWN = (0.3, 0.5, 0.7, 0.9)
_HEAD = """# Weights of the evidence on names, in natural log-odds: decision, term, weight.
# Fitted by logistic regression (python -m training.names) on the planted errors and the right
# names of news articles and of stories about Ukrainian surnames and towns. By
# cross-validation over articles, of wrong places found and of right ones alarmed from .5 on:
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
@click.argument("file", type=click.Path(path_type=Path, exists=True))
@click.option("--without", multiple=True, help="Terms to do without, to see what they add.")
@click.option("--mean", is_flag=True, help="Write the mean of this fit and of the table there is.")
def fit(file: Path, without: tuple[str, ...], *, mean: bool) -> None:
    """Fit on examples and write the table, or only measure where terms are left out.

    The mean of the fits to two gatherings, with other seeds or tables of words, alarms less on
    texts of neither than each of them.
    """
    rows = [json.loads(line) for line in file.read_text(encoding="utf-8").splitlines()]
    head = _HEAD
    table = "".join(f"{LINK}\t{term}\t{weight:.3g}\n" for term, weight in weights(LINK).items())
    for decision in dict.fromkeys(row["decision"] for row in rows if row["decision"] != LINK):
        chosen = [row for row in rows if row["decision"] == decision]
        measured, fitted = _fitted(decision, chosen, frozenset(without))
        click.echo(measured)
        head += f"# {measured.splitlines()[0]}\n"
        if mean:
            old = weights(decision)
            terms = dict.fromkeys((*old, *fitted))
            fitted = {t: (old.get(t, 0.0) + fitted.get(t, 0.0)) / 2 for t in terms}
        table += "".join(f"{decision}\t{t}\t{w:.3g}\n" for t, w in fitted.items())
    if not without:
        TABLE.write_text(head + table, encoding="utf-8")


def _fitted(
    decision: str, rows: list[dict[str, object]], without: frozenset[str]
) -> tuple[str, dict[str, float]]:
    terms = sorted({t for row in rows for t in row["terms"]} - without)  # type: ignore[attr-defined]
    values = np.array([[row["terms"].get(t, 0.0) for t in terms] for row in rows])  # type: ignore[attr-defined]
    right = np.array([bool(row["right"]) for row in rows])
    spread = values.std(axis=0) + 1e-9
    model = LogisticRegression(C=_STRENGTH, max_iter=5000)
    groups = [row["group"] for row in rows]
    counts = np.array([_MARKED if row["origin"] == "marked" else 1.0 for row in rows])
    likely = cross_val_predict(
        model,
        values / spread,
        right,
        groups=groups,
        cv=GroupKFold(_FOLDS),
        method="predict_proba",
        params={"sample_weight": counts},
    )[:, 1]
    shown = [
        f"{decision}: from {p} found {(likely[right] >= p).mean():.2f} of {right.sum()}, "
        f"alarmed {(likely[~right] >= p).mean():.3f} of {(~right).sum()}"
        for p in _SHOWN
    ]
    model.fit(values / spread, right, sample_weight=counts)
    found = [("bias", model.intercept_[0]), *zip(terms, model.coef_[0] / spread, strict=True)]
    kept = {term: float(weight) for term, weight in found if abs(weight) >= _LEAST}
    return "\n".join([shown[1], *shown]), kept


if __name__ == "__main__":
    main()
