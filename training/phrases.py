"""Train the models of missing phrases (``transcheck/comparing/models/phrases.npz``).

    python -m training.phrases FOLDER FOLDER [--output FILE]

Each FOLDER has ``clean/<article>/{uk,en,ru}.txt`` and ``natural.jsonl`` (see
``training/confidence.py``). ``labels/phrases.tsv`` says of further phrases that were read
whether they are lacking: where they stand, without their text. The stories and faithful probes of
half a of the newsroom benchmark are learnt from, too, and so are the right stories of
``names/news``.

Words: rows of `transcheck.comparing.lacking`, a yes where a mark covers the word; and, from
sentences without marks, phrases of 3 to 8 words between conjunctions, prepositions and commas
that are taken out of one edition, a yes where the word's partner is taken out. Runs: a yes
where one of the two runs touches a mark; planted ones weigh .4. The runs are those that models
of words find which were trained on other articles, in five parts; so are the figures that are
printed, and the probability of an alarm. The model of runs is the mean of the five that
were trained on four parts each: one alone changes with every sentence. Everything is seeded;
trees of scikit-learn's HistGradientBoostingClassifier are written as arrays that numpy reads.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from sklearn.ensemble import HistGradientBoostingClassifier  # type: ignore[import-untyped]

from training.phrase_stories import PROBE, Case, cases, news, newsroom, stories
from transcheck import comparing
from transcheck.comparing.candidates import lengths
from transcheck.comparing.phrases_lost import (
    Run,
    abbreviated,
    weighed,
    with_runs,
)
from transcheck.comparing.trees import Trees
from transcheck.limits import PHRASES_LOST_SHORTEST

MODEL = Path(comparing.__file__).parent / "models" / "phrases.npz"
PARTS = 5
PLANTED_WORD, PLANTED_RUN = 0.35, 0.4
"""What a planted row weighs against one of natural text."""
UNWANTED = 0.03, 0.12
"""Alarms an article that are not wanted, in articles that were not trained on and whose editions
are free, and literal: from it the least probabilities follow. In literal ones nine planted phrases
of ten are found at a price that in free ones would buy six."""
WORDS: dict[str, Any] = {
    "max_iter": 140, "learning_rate": 0.05, "max_leaf_nodes": 31, "min_samples_leaf": 100,
    "l2_regularization": 5, "random_state": 0, "max_depth": 8,
}  # fmt: skip
RUNS: dict[str, Any] = {
    "max_iter": 60, "learning_rate": 0.08, "max_leaf_nodes": 6, "min_samples_leaf": 30,
    "l2_regularization": 5, "random_state": 0,
}  # fmt: skip


@dataclass(slots=True)
class Found:
    """A case with the runs that were found in it."""

    case: Case
    part: int
    evidence: Any
    right: bool
    """Whether a run touches what is lacking."""
    looked: bool
    """Whether they can be reported: no single words, and no abbreviation stands for them."""
    probability: float = 0.0


def main() -> None:
    """Train on the folders and write the models."""
    parser = argparse.ArgumentParser()
    parser.add_argument("folders", nargs="+", type=Path)
    parser.add_argument("--output", type=Path, default=MODEL)
    options = parser.parse_args()
    read = [story for folder in options.folders for story in stories(folder)]
    every = [*read, *newsroom(), *news()]
    parts = [[case for story in every[n::PARTS] for case in cases(story)] for n in range(PARTS)]
    found: list[Found] = []
    for n, part in enumerate(parts):
        others = [case for m, rest in enumerate(parts) if m != n for case in rest]
        found += _found(part, n, Trees.read(arrays(of_words(others), "words"), "words"))
    runs = []
    for n in range(PARTS):
        own = [f for f in found if f.part == n]
        runs.append(arrays(of_runs([f for f in found if f.part != n]), "runs"))
        model = Trees.read(runs[-1], "runs")
        table = np.stack([f.evidence for f in own])
        for f, p in zip(own, model.probabilities(table), strict=True):
            f.probability = float(p)
    limits = sure(found, [case for part in parts for case in part])
    words = of_words([case for part in parts for case in part])
    made = arrays(words, "words") | mean(runs, "runs") | {"limits": np.array(limits)}
    options.output.parent.mkdir(exist_ok=True)
    np.savez_compressed(options.output, **made)


def _found(part: Sequence[Case], number: int, words: Trees) -> Iterator[Found]:
    for case in part:
        for one, runs in with_runs([case.candidate], words):
            pairs: tuple[tuple[int, Run], ...] = tuple(zip(one.others, runs, strict=True))
            right = any(case.lacking[n][run.first : run.last + 1].any() for n, run in pairs)
            looked = min(run.last - run.first + 1 for run in runs) >= PHRASES_LOST_SHORTEST
            looked = looked and not abbreviated(case.beads[one.bead], one, runs)
            evidence = weighed(case.beads, lengths(case.beads), one, runs)
            yield Found(case, number, evidence, right, looked)


def of_words(examples: Sequence[Case]) -> Any:
    """Return a model of words."""
    weights = [PLANTED_WORD if case.planted else 1.0 for case in examples]
    rows = [
        (case.candidate.rows[n], case.lacking[n], weight)
        for case, weight in zip(examples, weights, strict=True)
        for n in case.candidate.others
    ]
    return HistGradientBoostingClassifier(**WORDS).fit(
        np.concatenate([table for table, _, _ in rows]),
        np.concatenate([yes for _, yes, _ in rows]),
        sample_weight=np.concatenate([np.full(len(yes), weight) for _, yes, weight in rows]),
    )


def of_runs(found: Sequence[Found]) -> Any:
    """Return a model of runs. What was planted and not found is no example."""
    used = [f for f in found if f.right or not f.case.planted]
    return HistGradientBoostingClassifier(**RUNS).fit(
        np.stack([f.evidence for f in used]),
        np.array([f.right for f in used]),
        sample_weight=[PLANTED_RUN if f.case.planted else 1.0 for f in used],
    )


def sure(found: Sequence[Found], every: Sequence[Case]) -> list[float]:
    """Return the least probabilities of phrases in free and in literal editions.

    What is found at some probabilities is printed, of the articles and stories; probes, of two
    or three sentences each, count in no figure.
    """
    found = [f for f in found if f.looked and not f.case.article.startswith(PROBE)]
    every = [case for case in every if not case.article.startswith(PROBE)]
    reported = []
    print("editions  articles  unwanted  wanted  probability  planted found: uk  en  ru")
    for literal in (False, True):
        cases = [case for case in every if case.candidate.is_literal is literal]
        articles = len({case.article for case in cases})
        own = [f for f in found if f.case.candidate.is_literal is literal]
        natural = [f for f in own if not f.case.planted]
        wrong = sorted((f.probability for f in natural if not f.right), reverse=True)
        for share in sorted({0.02, 0.05, 0.08, *UNWANTED}):
            limit = [*wrong, 0.0][min(int(share * articles), len(wrong))]
            wanted = sum(f.right and f.probability > limit for f in natural)
            hits = {id(f.case) for f in own if f.right and f.probability > limit}
            shares = [
                np.mean([id(c) in hits for c in cases if c.planted and c.candidate.suspect == n])
                for n in range(3)
            ]
            print(
                f"{'literal' if literal else 'free':10}{articles:8}{share:10.2f}"
                f"{wanted / articles:8.2f}{limit:13.3f}" + " " * 15,
                "  ".join(f"{each:.2f}" for each in shares),
            )
            if share == UNWANTED[literal]:
                reported.append(round(limit, 3) + 0.001)
    return reported


def arrays(model: Any, name: str) -> dict[str, Any]:
    """Return the trees of a classifier as `transcheck.comparing.trees.Trees` reads them."""
    trees = [predictor[0].nodes for predictor in model._predictors]  # noqa: SLF001 - no other way to them
    shape = len(trees), max(map(len, trees))
    features, left, right = (np.zeros(shape, dtype=np.int16) for _ in range(3))
    thresholds, values = (np.zeros(shape, dtype=np.float32) for _ in range(2))
    for t, nodes in enumerate(trees):
        for n, node in enumerate(nodes):
            leaf = bool(node["is_leaf"])
            features[t, n] = -1 if leaf else node["feature_idx"]
            thresholds[t, n] = node["value"] if leaf else node["num_threshold"]
            # Only what leaves add was made smaller by the rate of learning.
            values[t, n] = node["value"] * (1.0 if leaf else model.learning_rate)
            left[t, n], right[t, n] = (n, n) if leaf else (node["left"], node["right"])
    depth = max(int(node["depth"]) for nodes in trees for node in nodes)
    base = float(model._baseline_prediction.ravel()[0])  # noqa: SLF001
    return {
        f"{name}_base": np.array([base, depth]),
        f"{name}_features": features,
        f"{name}_thresholds": thresholds,
        f"{name}_left": left,
        f"{name}_right": right,
        f"{name}_values": values,
    }


def mean(models: Sequence[dict[str, Any]], name: str) -> dict[str, Any]:
    """Return the trees of several models as one, the log-odds of which are the mean of theirs."""
    most = max(model[f"{name}_features"].shape[1] for model in models)
    parts: dict[str, list[Any]] = {}
    for model in models:
        leaf = model[f"{name}_features"] < 0
        values = model[f"{name}_thresholds"]
        scaled = {f"{name}_thresholds": np.where(leaf, values / len(models), values)}
        for key, table in (model | scaled).items():
            if key != f"{name}_base":
                wider = np.pad(table, ((0, 0), (0, most - table.shape[1])))
                parts.setdefault(key, []).append(wider.astype(table.dtype))
    bases = np.array([model[f"{name}_base"] for model in models])
    base = np.array([bases[:, 0].mean(), bases[:, 1].max()])
    return {f"{name}_base": base} | {key: np.concatenate(rows) for key, rows in parts.items()}


if __name__ == "__main__":
    main()
