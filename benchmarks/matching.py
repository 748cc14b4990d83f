"""Measures `transcheck pair` over more and more documents: processor time, memory, what it finds.

    python benchmarks/matching.py                              # 1,000 to 100,000 documents
    python benchmarks/matching.py --counts 1000,300000
    python benchmarks/matching.py --folder stories/            # read documents of yours

The documents are made up, as what is kept of them: every story has three editions, of which a
share is left out. Vectors are sums of a topic's direction (thirty stories have one), an
event's (three have one), the story's and the edition's own; numbers and names are drawn from
a vocabulary in which few are frequent. Cosines are much like those of news: .82 between
editions, .43 to the nearest other story.

`match` is the matching alone; `all` adds the reading of so many documents, at what one of
the folder costs. Growth is the exponent b of seconds = a * documents^b between a row and the
one before. Each count is measured in a process of its own; seconds are the processor's.
"""

from __future__ import annotations

import json
import math
import resource
import subprocess
import sys
import time
from collections.abc import Mapping
from itertools import combinations
from pathlib import Path

import click
import numpy as np

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT))

from transcheck import embedding  # noqa: E402
from transcheck.languages import LANGUAGES  # noqa: E402
from transcheck.matching import Portrait, Story, match  # noqa: E402
from transcheck.matching.gathering import find, gather  # noqa: E402

DIMENSION, VOCABULARY, MARKS = 256, 60_000, 40
TOPIC, EVENT, STORY, OWN = 0.55, 0.45, 0.5, 0.4
"""Lengths of the parts of a vector."""


def made_up(count: int, missing: float) -> list[Portrait]:
    """Return portraits of about `count` documents, of which a share is left out."""
    chance = np.random.default_rng(count)
    stories = round(count / len(LANGUAGES.names()) / (1 - missing))
    meant = STORY * _directions(chance, stories)
    for weight, size in ((TOPIC, 30), (EVENT, 3)):
        shared = _directions(chance, max(2, stories // size))
        meant += weight * shared[chance.integers(0, len(shared), stories)]
    portraits = []
    for number in range(stories):
        said = np.unique(VOCABULARY * chance.random(MARKS) ** 3).astype(np.uint32)
        vectors = meant[number] + OWN * _directions(chance, len(LANGUAGES.names()))
        for language, vector in zip(LANGUAGES.names(), vectors, strict=True):
            if chance.random() < missing:
                continue
            own = (VOCABULARY * chance.random(MARKS // 4) ** 3).astype(np.uint32)
            marks = np.union1d(said[chance.random(len(said)) < 0.75], own)
            path = Path(f"{number}-{language}.txt")
            unit = (vector / np.linalg.norm(vector)).astype(np.float32)
            length = 2000 * math.exp(chance.normal(0, 0.1))
            portraits.append(Portrait(path, language, unit, marks, length))
    return portraits


def _directions(chance: np.random.Generator, count: int) -> np.ndarray:
    drawn = chance.standard_normal((count, DIMENSION), dtype=np.float32)
    return np.asarray(drawn / np.linalg.norm(drawn, axis=1, keepdims=True))


def compared(stories: tuple[Story, ...], portraits: list[Portrait]) -> tuple[float, float]:
    """Return precision and recall of the pairs."""
    found = {
        pair for story in stories for pair in combinations(sorted(m.path for m in story.members), 2)
    }
    together: dict[str, list[Path]] = {}
    for portrait in portraits:
        together.setdefault(portrait.path.name.partition("-")[0], []).append(portrait.path)
    true = {pair for paths in together.values() for pair in combinations(sorted(paths), 2)}
    return len(found & true) / max(1, len(found)), len(found & true) / max(1, len(true))


def measure(count: int, missing: float) -> dict[str, float]:
    """Match made-up documents and return what it cost."""
    portraits = made_up(count, missing)
    before, start = _peak(), time.process_time()
    stories = match(portraits).stories
    seconds = time.process_time() - start
    precision, recall = compared(stories, portraits)
    return {
        "documents": len(portraits), "seconds": seconds, "grown": _peak() - before,
        "precision": precision, "recall": recall,
    }  # fmt: skip


def _peak() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def _apart(count: int, missing: float) -> dict[str, float]:
    command = [sys.executable, __file__, "--one", str(count), "--missing", str(missing)]
    run = subprocess.run(command, capture_output=True, text=True, check=True)
    return dict(json.loads(run.stdout))


def reading(folder: Path) -> float:
    """Return the seconds in which a document of a folder is read, loading the encoder apart."""
    encoder, files = embedding.load(), find([folder]).files
    gather(files, encoder)  # tables and dictionaries are read once a run
    start = time.process_time()
    read = gather(files, encoder).portraits
    return (time.process_time() - start) / len(read)


@click.command()
@click.option("--counts", default="1000,3000,10000,30000,100000", show_default=True)
@click.option("--missing", default=0.33, help="Share of editions left out.", show_default=True)
@click.option(
    "--folder", type=click.Path(exists=True, path_type=Path), default=ROOT / "fixtures/articles",
    help="Documents to read; default: those of the fixtures, of 23 sentences.",
)  # fmt: skip
@click.option("--one", type=int, hidden=True)
def main(counts: str, missing: float, folder: Path, one: int | None) -> None:
    """Print a row a count."""
    if one:
        print(json.dumps(measure(one, missing)))
        return
    each = reading(folder)
    print(f"reading: {1000 * each:.2f} ms a document")
    print("documents    match  growth      all  growth  memory MB  precision  recall")
    before: dict[str, float] | None = None
    for count in counts.split(","):
        row = _apart(int(count), missing)
        row["all"] = row["seconds"] + each * row["documents"]
        print(
            f"{row['documents']:9.0f} {row['seconds']:7.2f}s {_growth('seconds', before, row):>7}"
            f" {row['all']:7.1f}s {_growth('all', before, row):>7} {row['grown']:10.0f}"
            f" {row['precision']:10.4f} {row['recall']:7.4f}",
            flush=True,
        )
        before = row


def _growth(of: str, before: Mapping[str, float] | None, row: Mapping[str, float]) -> str:
    if before is None:
        return ""
    ratio = row["documents"] / before["documents"]
    return f"{math.log(row[of] / before[of]) / math.log(ratio):.2f}"


if __name__ == "__main__":
    main()
