"""Fit how likely editors want a finding, and show how well that holds elsewhere.

    python -m training.confidence FOLDER... [--test FOLDER]

A FOLDER has ``clean/<article>/{uk,en,ru}.txt`` and ``natural.jsonl``: one mark a line of what
truly differs (``article``, ``kind``, ``harmless``, the words and the sentence of each
language). A finding is wanted where it points at the words of such a mark. Every article is
compared with three editions and with any two of them. The fit is logistic regression, ridge 1,
without a seed, as nothing in it is random; the weights are written into
``transcheck/checks/confidence.tsv``, with the least confidence at which at most .3 findings an
article of three editions are unwanted (normal), and at which four of five are wanted (few).
"""

from __future__ import annotations

import json
import re
import sys
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np

from transcheck import checks, embedding
from transcheck.accepting import Policy
from transcheck.checks import rating
from transcheck.checks.rating import Alarms, confidence, traits
from transcheck.discovery import ArticleFiles
from transcheck.loading import naming
from transcheck.model import ArticleReport, Finding
from transcheck.pipeline import check_many

TABLE = Path(checks.__file__).parent / "confidence.tsv"
SENTENCE = frozenset({"missing", "added", "partial", "moved", "language"})
FITTING = {
    "number": {"number", "date", "meaning"},
    "date": {"number", "date"},
    "name": {"name", "meaning"},
}
"""Families of findings that may say a mark of a kind; for others any but moved and language."""
UNWANTED = 0.3
WANTED = 0.8
RIDGE = 1.0


class Row(NamedTuple):
    """A finding of which it is known whether it is wanted."""

    finding: Finding
    editions: int
    wanted: bool


def main() -> None:
    """Fit on some folders, and print expected against found on another."""
    names = sys.argv[1:]
    test = names[names.index("--test") + 1 :] if "--test" in names else []
    fitted = [name for name in names if name not in ("--test", *test)]
    if fitted:
        rows = [row for name in fitted for row in judged(Path(name))]
        articles = sum(len(list(Path(name, "clean").iterdir())) for name in fitted)
        write(rows, articles)
    for name in test:
        show(list(judged(Path(name))))


def judged(folder: Path) -> Iterator[Row]:
    """Yield the findings of severity error and warning in a folder."""
    marks: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for line in (folder / "natural.jsonl").read_text(encoding="utf-8").splitlines():
        mark = json.loads(line)
        if not mark["harmless"]:
            marks[mark["article"]].append(mark)
    encoder, policy = embedding.load(embedding.DEFAULT), Policy(alarms=Alarms.ALL)
    for report in check_many(_articles(folder), encoder, policy):
        for finding in report.findings:
            if finding.severity.rank and not finding.suppressed:
                wanted = any(_fits(m, finding, report) for m in marks[report.article])
                yield Row(finding, len(report.editions), wanted)


def _articles(folder: Path) -> Iterator[ArticleFiles]:
    for article in sorted((folder / "clean").iterdir()):
        paths = sorted(article.glob("*.txt"), key=lambda p: ("uk", "en", "ru").index(p.stem))
        for size in (2, 3):
            for some in combinations(paths, size):
                yield ArticleFiles(article.name, some, languages=naming.languages(some))


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


def write(rows: Sequence[Row], articles: int) -> None:
    """Fit the weights and write them with the limits of the dial."""
    names = sorted({name for row in rows for name, _ in traits(row.finding, row.editions)})
    table = np.zeros((len(rows), len(names)))
    for line, row in zip(table, rows, strict=True):
        for name, value in traits(row.finding, row.editions):
            line[names.index(name)] = value
    wanted = np.array([row.wanted for row in rows], dtype=float)
    weights = np.zeros(len(names))
    for _ in range(50):  # Newton's method
        p = 1 / (1 + np.exp(-table @ weights))
        slope = table.T @ (wanted - p) - RIDGE * weights
        curve = (table.T * (p * (1 - p))) @ table + RIDGE * np.eye(len(names))
        weights += np.linalg.solve(curve, slope)
    p = np.round(1 / (1 + np.exp(-table @ weights)), 2)
    three = np.array([row.editions == 3 for row in rows])
    limits = {"alarms few": 1.0, "alarms normal": 1.0}
    for least in sorted(set(p.tolist()), reverse=True):
        kept = (p >= least) & three
        if wanted[kept].mean() >= WANTED:
            limits["alarms few"] = least
        if (1 - wanted[kept]).sum() / articles <= UNWANTED:
            limits["alarms normal"] = least
    head = [line for line in TABLE.read_text(encoding="utf-8").splitlines() if line[:1] == "#"]
    lines = [f"{name}\t{value:.3f}" for name, value in zip(names, weights, strict=True)]
    lines += [f"{name}\t{value:.2f}" for name, value in limits.items()]
    rating.weights.cache_clear()
    TABLE.write_text("\n".join((*head, *lines)) + "\n", encoding="utf-8")


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
