"""Fit how likely editors want a finding, and show how well that holds elsewhere.

    python -m training.confidence FOLDER... [--test FOLDER] [--phrases FILE...] [--alone]

A FOLDER has ``clean/<article>/{uk,en,ru}.txt`` and ``natural.jsonl``: one mark a line of what
truly differs (``article``, ``kind``, ``harmless``, the words and the sentence of each
language). A finding is wanted where it points at the words of such a mark, or of a phrase that
was read (``labels/phrases.tsv``). Every article is compared with three editions and with any two
of them, and each edition alone. Half a of the newsroom benchmark is added: its stories, and its
texts of one edition, of which three in five are wrong. The fit is logistic regression without a
seed, as nothing in it is random.
The weights are written into
``transcheck/checks/confidence.tsv``, with the least confidence at which at most .3 findings an
article of three editions are unwanted (normal), and at which nine of ten are wanted (few).

Editions alone have weights of their own: ``--alone`` fits these and leaves the others as they are.
``--phrases`` takes models of missing phrases, one for each FOLDER and the last for the folder of
``--test``, that were trained on other articles: of those they were trained on they are surer.
"""

from __future__ import annotations

import argparse
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import combinations, zip_longest
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from benchmarks.newsroom import alone
from benchmarks.newsroom.judging import in_half, read_lines
from benchmarks.newsroom.stories import FOLDER as STORIES
from training.phrase_stories import Place, places
from transcheck import checks, embedding
from transcheck.accepting import Policy
from transcheck.checks import rating
from transcheck.checks.rating import Alarms, confidence, traits
from transcheck.comparing import phrases_lost
from transcheck.comparing.phrases_lost import Models
from transcheck.discovery import ArticleFiles
from transcheck.loading import naming
from transcheck.model import ArticleReport, Finding
from transcheck.pipeline import check_many

Floats = NDArray[np.float64]

TABLE = Path(checks.__file__).parent / "confidence.tsv"
SENTENCE = frozenset({"missing", "added", "partial", "moved", "language"})
FITTING = {
    "number": {"number", "date", "meaning"},
    "date": {"number", "date"},
    "name": {"name", "meaning"},
}
"""Families of findings that may say a mark of a kind; for others any but moved and language."""
UNWANTED = 0.3
WANTED = 0.9
LIMITS = ("alarms few", "alarms normal")
RIDGE = 4.0
"""Of 0.5 to 32, the one by which the findings of a folder are likeliest that was not fitted on."""


class Row(NamedTuple):
    """A finding of which it is known whether it is wanted."""

    article: str
    finding: Finding
    editions: int
    wanted: bool


def main() -> None:
    """Fit on some folders, and print expected against found on another."""
    parser = argparse.ArgumentParser()
    parser.add_argument("folders", nargs="*", type=Path)
    parser.add_argument("--test", type=Path)
    parser.add_argument("--phrases", type=Path, nargs="*", default=[])
    parser.add_argument("--alone", action="store_true")
    options = parser.parse_args()
    shipped = phrases_lost.shipped()
    models = [Models.read(path)._replace(least=shipped.least) for path in options.phrases]
    sizes = (1,) if options.alone else (1, 2, 3)
    if options.folders:
        pairs = zip_longest(options.folders, models[: len(options.folders)], fillvalue=shipped)
        rows = [row for folder, own in pairs for row in judged(folder, sizes, own)]
        stories = [path for path in STORIES.joinpath("clean").iterdir() if in_half(path.name, "a")]
        rows += _judged(stories, STORIES / "differences.jsonl", sizes)
        known = {n: w for n, w in rating.weights().items() if not n.startswith("alone")}
        if not options.alone:
            several = [row for row in rows if row.editions > 1]
            counts = [len(list((folder / "clean").iterdir())) for folder in options.folders]
            known = fitted(several)
            known |= limits(several, known, sum(counts) + len(stories))
        own = [*_alone(), *(row for row in rows if row.editions == 1)]
        write(known | fitted(own))
    if options.test:
        show(judged(options.test, sizes, (models or [shipped])[-1]))


def judged(folder: Path, sizes: Sequence[int], models: Models) -> list[Row]:
    """Return the findings of severity error and warning in a folder, by so many editions.

    `models` are those of missing phrases.
    """
    phrases_lost.shipped = lambda: models  # type: ignore[assignment]
    return _judged((folder / "clean").iterdir(), folder / "natural.jsonl", sizes)


def _alone() -> Iterator[Row]:
    """Yield the findings in the texts of one edition of half a."""
    texts = [row for row in read_lines(alone.TEXTS) if in_half(row["id"], "a")]
    reports = alone.check((row["id"], row["language"], row["text"]) for row in texts)
    for text, report in zip(texts, reports, strict=True):
        for finding in alone.alarms(report):
            wanted = text["expect"] is not None and alone.fits(finding, text["expect"])
            yield Row(text["id"], finding, 1, wanted)


def _judged(articles: Iterable[Path], marked: Path, sizes: Sequence[int]) -> list[Row]:
    marks: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for mark in read_lines(marked):
        if not mark["harmless"]:
            marks[mark["article"]].append(mark)
    phrases, rows = places(), []
    encoder, policy = embedding.load(embedding.DEFAULT), Policy(alarms=Alarms.ALL)
    for report in check_many(_files(articles, sizes), encoder, policy):
        name = report.article
        for finding in report.findings:
            if finding.severity.rank and not finding.suppressed:
                wanted = any(_fits(mark, finding, report) for mark in marks[name]) or any(
                    _points_at(place, finding) for place in phrases[name]
                )
                rows.append(Row(name, finding, len(report.editions), wanted))
    return rows


def _files(articles: Iterable[Path], sizes: Sequence[int]) -> Iterator[ArticleFiles]:
    for article in sorted(articles):
        paths = sorted(article.glob("*.txt"), key=lambda p: ("uk", "en", "ru").index(p.stem))
        for size in sizes:
            for some in combinations(paths, size):
                languages = naming.languages(some)
                yield ArticleFiles(article.name, some, languages=languages, alone=size == 1)


def _points_at(place: Place, finding: Finding) -> bool:
    return finding.suspects == (place.suspect,) and any(
        o.segment == segment and o.start < end and start < o.end
        for o in finding.occurrences
        for segment, start, end in [place.spans.get(o.language, (-1, 0, 0))]
    )


def _fits(mark: Mapping[str, Any], finding: Finding, report: ArticleReport) -> bool:
    family = finding.family.value
    if family not in FITTING.get(mark["kind"], {"moved", "language"} ^ set(_families())):
        return False
    texts = {e.language: e.segments for e in report.editions}
    there = [o for o in finding.occurrences if mark["texts"].get(o.language)]
    if not any(
        _overlap(texts[o.language][o.segment].text, mark["texts"][o.language]) for o in there
    ):
        return False
    return family in SENTENCE or any(
        _stems(o.text) & _stems(mark.get(o.language) or "") for o in finding.occurrences
    )


def _families() -> Iterator[str]:
    return (check.family.value for check in checks.CHECKS)


def _stems(text: str) -> set[str]:
    return {word[:5] for word in re.findall(r"\w+", text.lower())}


def _overlap(a: str, b: str) -> bool:
    one, two = set(re.findall(r"\w+", a.lower())), set(re.findall(r"\w+", b.lower()))
    return len(one & two) >= 0.6 * (min(len(one), len(two)) or 1)


def fitted(rows: Sequence[Row]) -> dict[str, float]:
    """Return the weights that make the findings likeliest, by name."""
    names = sorted({name for row in rows for name, _ in traits(row.finding, row.editions)})
    table = _table(rows, names)
    wanted = np.array([row.wanted for row in rows], dtype=float)
    weights = dict(zip(names, _fitted(table, wanted).tolist(), strict=True))
    # Evidence that tells nothing does not tell the contrary.
    return {n: max(w, 0.0) if n.startswith("evidence") else w for n, w in weights.items()}


def limits(rows: Sequence[Row], weights: Mapping[str, float], articles: int) -> dict[str, float]:
    """Return the least confidence of each kind of alarms, by findings on three editions."""
    three = [row for row in rows if row.editions == 3]
    names = sorted(weights)
    p = np.round(_likely(_table(three, names), np.array([weights[n] for n in names])), 2)
    wanted = np.array([row.wanted for row in three], dtype=float)
    found = {"alarms few": 1.0, "alarms normal": 1.0}
    for least in sorted(set(p.tolist()), reverse=True):
        kept = p >= least
        if wanted[kept].mean() >= WANTED:
            found["alarms few"] = least
        if (1 - wanted[kept]).sum() / articles <= UNWANTED:
            found["alarms normal"] = least
    return found


def write(weights: Mapping[str, float]) -> None:
    """Write the weights, the limits of the dial last."""
    head = [line for line in TABLE.read_text(encoding="utf-8").splitlines() if line[:1] == "#"]
    names = sorted(weights, key=lambda name: (name in LIMITS, name))
    lines = [f"{n}\t{weights[n]:.{2 if n in LIMITS else 3}f}" for n in names]
    rating.weights.cache_clear()
    TABLE.write_text("\n".join((*head, *lines)) + "\n", encoding="utf-8")


def _table(rows: Sequence[Row], names: Sequence[str]) -> Floats:
    """Return how often each weight counts in each finding, shape (rows, names)."""
    table = np.zeros((len(rows), len(names)))
    for line, row in zip(table, rows, strict=True):
        for name, value in traits(row.finding, row.editions):
            line[names.index(name)] = value
    return table


def _fitted(table: Floats, wanted: Floats) -> Floats:
    """Return the weights of logistic regression, by Newton's method."""
    weights = np.zeros(table.shape[1])
    for _ in range(50):
        p = _likely(table, weights)
        slope = table.T @ (wanted - p) - RIDGE * weights
        curve = (table.T * (p * (1 - p))) @ table + RIDGE * np.eye(len(weights))
        weights += np.linalg.solve(curve, slope)
    return weights


def _likely(table: Floats, weights: Floats) -> Floats:
    p: Floats = 1 / (1 + np.exp(-table @ weights))
    return p


def show(rows: Sequence[Row]) -> None:
    """Print, in ten bins of the confidence, how many are expected to be wanted and how many are."""
    found = np.array([(confidence(row.finding, row.editions), row.wanted) for row in rows])
    print("confidence   findings  expected  wanted")
    for n in range(10):
        own = found[(found[:, 0] >= n / 10) & (found[:, 0] < (n + 1) / 10 + (n == 9))]
        if len(own):
            low, high = n / 10, (n + 1) / 10
            mean, share = own.mean(axis=0)
            print(f"{low:.1f} to {high:.1f}  {len(own):9d}  {mean:8.2f}  {share:6.2f}")


if __name__ == "__main__":
    main()
