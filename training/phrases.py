"""Train the models of missing phrases (``transcheck/comparing/models/phrases.npz``).

    python -m training.phrases FOLDER FOLDER

Each FOLDER has ``clean/<article>/{uk,en,ru}.txt`` and ``natural.jsonl`` (see
``training/confidence.py``), and may have ``more.jsonl``: further phrases found by reading
(``article``, ``bead``, ``suspects``). Two folders are needed: the model of runs learns from
runs that a model of words trained on the other folder has found.

Words: rows of `transcheck.comparing.lacking`, a yes where a mark covers the word; and, from
sentences without marks, phrases of 3 to 8 words between conjunctions, prepositions and commas
that are taken out of one edition, a yes where the word's partner is taken out. Runs: a yes
where one of the two runs touches a mark; planted ones weigh .4. Everything is seeded; trees of
scikit-learn's HistGradientBoostingClassifier are written as arrays that numpy reads.
"""

from __future__ import annotations

import json
import random
import sys
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
from sklearn.ensemble import HistGradientBoostingClassifier  # type: ignore[import-untyped]

from transcheck import comparing, embedding
from transcheck.comparing.lacking import all_partners, may_lack, rows
from transcheck.comparing.phrases_lost import Candidate, best_run, candidates, weighed
from transcheck.comparing.trees import Trees
from transcheck.comparing.wordwise import Side, sides
from transcheck.discovery import ArticleFiles
from transcheck.loading import naming
from transcheck.model import Article, ArticleReport
from transcheck.pipeline import check_many

MODEL = Path(comparing.__file__).parent / "models" / "phrases.npz"
SEED = 11
PLANTED_WORD, PLANTED_RUN = 0.35, 0.4
"""What a planted row weighs against one of natural text."""
SHORTEST, LONGEST, LEFT = 3, 8, 4
"""Words of a planted phrase, and the least that stay."""
WORDS: dict[str, Any] = {
    "max_iter": 70, "learning_rate": 0.1, "max_leaf_nodes": 12, "min_samples_leaf": 100,
    "l2_regularization": 5, "random_state": 0, "max_depth": 6,
}  # fmt: skip
RUNS: dict[str, Any] = {
    "max_iter": 60, "learning_rate": 0.08, "max_leaf_nodes": 6, "min_samples_leaf": 15,
    "l2_regularization": 5, "random_state": 0,
}  # fmt: skip


class Story(NamedTuple):
    """An article word by word, with its marks."""

    report: ArticleReport
    beads: list[tuple[Side | None, ...]]
    marks: Mapping[int, list[tuple[list[int], dict[int, list[int]]]]]
    """By bead: the suspects and, by edition, the words of each mark."""


class Example(NamedTuple):
    """Rows for a model, whether each is a yes, and what it weighs."""

    rows: Any
    yes: Any
    weight: float


def main() -> None:
    """Train on two folders and write the model."""
    folders = [stories(Path(name)) for name in sys.argv[1:]]
    words = [[e for story in own for e in of_words(story)] for own in folders]
    run_rows: list[Example] = []
    for n, own in enumerate(folders):
        others = [example for m, rest in enumerate(words) if m != n for example in rest]
        model = Trees.read(arrays(fitted(others, WORDS), "words"), "words")
        run_rows += [e for story in own for e in of_runs(story, model)]
    whole = [example for own in words for example in own]
    made = arrays(fitted(whole, WORDS), "words") | arrays(fitted(run_rows, RUNS), "runs")
    MODEL.parent.mkdir(exist_ok=True)
    np.savez_compressed(MODEL, **made)


def stories(folder: Path) -> list[Story]:
    """Return the articles of a folder, aligned."""
    marks: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for name in ("natural.jsonl", "more.jsonl"):
        path = folder / name
        lines = path.read_text(encoding="utf-8").splitlines() if path.exists() else []
        for line in lines:
            mark = json.loads(line)
            if not mark.get("harmless"):
                marks[mark["article"]].append(mark)
    articles = (
        ArticleFiles(article.name, paths, languages=naming.languages(paths))
        for article in sorted((folder / "clean").iterdir())
        for paths in [tuple(article / f"{code}.txt" for code in ("uk", "en", "ru"))]
    )
    made = []
    for report in check_many(articles, embedding.load(embedding.DEFAULT)):
        article = Article(report.article, report.editions)
        beads = [sides(article, bead) for bead in report.alignment.beads]
        made.append(Story(report, beads, _placed(report, beads, marks[report.article])))
    return made


def _placed(
    report: ArticleReport, beads: Sequence[Sequence[Side | None]], marks: Sequence[dict[str, Any]]
) -> dict[int, list[tuple[list[int], dict[int, list[int]]]]]:
    found: dict[int, list[tuple[list[int], dict[int, list[int]]]]] = defaultdict(list)
    languages = [edition.language for edition in report.editions]
    for mark in marks:
        suspects = [languages.index(code) for code in mark["suspects"]] or [0, 1, 2]
        for number, bead in enumerate(beads):
            spans = {}
            for n, side in enumerate(bead):
                phrase = mark.get(languages[n])
                if side is None or not (phrase or mark.get("bead") == number):
                    continue
                texts = report.editions[n].segments
                spans[n] = [
                    k
                    for k, word in enumerate(side.words)
                    for start in [texts[word.segment].text.lower().find((phrase or "").lower())]
                    if not phrase
                    or (start >= 0 and start < word.end and word.start < start + len(phrase))
                ]
            if any(spans.values()):
                found[number].append((suspects, spans))
    return found


def of_words(story: Story) -> Iterator[Example]:
    """Yield the rows of the words of natural and planted sentences."""
    for one in candidates(story.beads):
        for n in one.others:
            yes = np.zeros(len(one.rows[n]))
            for suspects, spans in story.marks.get(one.bead, ()):
                if one.suspect in suspects:
                    yes[spans.get(n, [])] = 1
            yield Example(one.rows[n], yes, 1.0)
    for _, one, gone in planted(story):
        for n in one.others:
            hit = gone[n]
            at = np.flatnonzero(hit)
            if len(at) and at[-1] - at[0] <= LONGEST + LEFT:
                hit[at[0] : at[-1] + 1] = 1
            yield Example(one.rows[n], hit, PLANTED_WORD)


def of_runs(story: Story, model: Trees) -> Iterator[Example]:
    """Yield the rows of the runs that a model of words finds."""
    for one in candidates(story.beads):
        marks = [
            spans for suspects, spans in story.marks.get(one.bead, ()) if one.suspect in suspects
        ]
        yield from _run(story.beads, one, model, 1.0, marks)
    for beads, one, gone in planted(story):
        spans = {n: np.flatnonzero(hit).tolist() for n, hit in gone.items()}
        for example in _run(beads, one, model, PLANTED_RUN, [spans]):
            if example.yes[0]:
                yield example


def _run(
    beads: Sequence[tuple[Side | None, ...]],
    one: Candidate,
    model: Trees,
    weight: float,
    marks: Sequence[Mapping[int, Sequence[int]]],
) -> Iterator[Example]:
    first, second = (best_run(model.probabilities(one.rows[n])) for n in one.others)
    if first is None or second is None:
        return
    pairs = tuple(zip(one.others, (first, second), strict=True))
    hit = any(run.first <= i <= run.last for s in marks for n, run in pairs for i in s.get(n, ()))
    row = weighed(beads, one, (first, second))
    yield Example(row[None], np.array([float(hit)]), weight)


def planted(
    story: Story,
) -> Iterator[tuple[list[tuple[Side | None, ...]], Candidate, dict[int, Any]]]:
    """Yield sentences of which a phrase was taken out, and whose partners it was."""
    chance = random.Random(f"{SEED}{story.report.article}")  # noqa: S311 - no secret
    for number, bead in enumerate(story.beads):
        full = [side for side in bead if side is not None]
        if len(full) != 3 or number in story.marks:
            continue
        x = chance.randrange(3)
        spans = _phrases(full[x])
        if not spans:
            continue
        first, last = chance.choice(spans)
        partners = all_partners(full)
        words = full[x].words[:first] + full[x].words[last:]
        cut = [*full[:x], Side(full[x].language, words, frozenset()), *full[x + 1 :]]
        found, (y, z) = all_partners(cut), tuple(n for n in range(3) if n != x)
        if not may_lack(x, (y, z), cut, found):
            continue
        gone = {}
        for n in (y, z):
            own = partners[n, x]
            inside = (own.which >= first) & (own.which < last) & (own.nearest >= 0.4)
            gone[n] = inside.astype(float)
        made = {y: rows(x, y, z, cut, found), z: rows(x, z, y, cut, found)}
        beads = [*story.beads]
        beads[number] = tuple(cut)
        yield beads, Candidate(number, x, (y, z), made, found), gone


def _phrases(side: Side) -> list[tuple[int, int]]:
    """Return where phrases begin and end: at punctuation and before words that weigh little."""
    count = len(side)
    starts = [i for i in range(1, count) if i in side.breaks or not side.telling[i]]
    return [
        (i, j)
        for i in starts
        for j in (*starts, count)
        if SHORTEST <= j - i <= LONGEST and count - (j - i) >= LEFT
        if side.telling[i:j].sum() >= 2
    ]


def fitted(examples: Sequence[Example], settings: Mapping[str, Any]) -> Any:
    """Return a fitted classifier."""
    table = np.concatenate([example.rows for example in examples])
    yes = np.concatenate([example.yes for example in examples])
    weights = np.concatenate([np.full(len(e.yes), e.weight) for e in examples])
    return HistGradientBoostingClassifier(**settings).fit(table, yes, sample_weight=weights)


def arrays(model: Any, name: str) -> dict[str, Any]:
    """Return the trees of a classifier as `transcheck.comparing.trees.Trees` reads them."""
    trees = [predictor[0].nodes for predictor in model._predictors]  # noqa: SLF001 - no other way to them
    shape = len(trees), max(map(len, trees))
    features, left, right = (np.zeros(shape, dtype=np.int16) for _ in range(3))
    thresholds = np.zeros(shape, dtype=np.float32)
    for t, nodes in enumerate(trees):
        for n, node in enumerate(nodes):
            leaf = bool(node["is_leaf"])
            features[t, n] = -1 if leaf else node["feature_idx"]
            thresholds[t, n] = node["value"] if leaf else node["num_threshold"]
            left[t, n], right[t, n] = (n, n) if leaf else (node["left"], node["right"])
    depth = max(int(node["depth"]) for nodes in trees for node in nodes)
    base = float(model._baseline_prediction.ravel()[0])  # noqa: SLF001
    return {
        f"{name}_base": np.array([base, depth]),
        f"{name}_features": features,
        f"{name}_thresholds": thresholds,
        f"{name}_left": left,
        f"{name}_right": right,
    }


if __name__ == "__main__":
    main()
