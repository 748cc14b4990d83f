"""The one command: collect, teach, train, evaluate, export."""

from __future__ import annotations

import json
import random
import time
from collections.abc import Sequence
from dataclasses import replace
from itertools import chain
from pathlib import Path

import click
import numpy as np
import torch
from numpy.typing import NDArray
from rich.progress import Progress

from training import evaluating, export, lessons, student, vocabulary
from training.collecting import collect
from training.settings import LANGUAGES, Settings
from training.sources import Meaning
from training.teaching import teach

HERE = Path(__file__).parent
MODEL = HERE.parent / "transcheck/embedding/models/static"
HELD_OUT = 1000
"""Meanings in three languages that are not trained on, for figures without other data."""


@click.command()
@click.option(
    "--data",
    type=click.Path(path_type=Path, exists=True, dir_okay=False),
    help="JSON Lines of parallel sentences to measure on, never to train on.",
)
@click.option("--out", type=click.Path(path_type=Path), default=MODEL, show_default=True)
@click.option(
    "--log",
    type=click.Path(path_type=Path),
    default=HERE / "log.jsonl",
    show_default=True,
    help="Figures of every epoch are added to this file.",
)
@click.option("--dimension", default=Settings().dimension, show_default=True)
@click.option("--epochs", default=Settings().epochs, show_default=True)
@click.option("--threads", default=2, show_default=True)
def main(
    data: Path | None, out: Path, log: Path, dimension: int, epochs: int, threads: int
) -> None:
    """Train the static encoder from nothing and write it where the package reads it."""
    torch.set_num_threads(threads)
    settings = replace(Settings(), dimension=dimension, epochs=epochs)
    sources = collect(settings)
    meanings = [meaning for found in sources.values() for meaning in found]
    vectors = _taught(settings, sources)
    kept, held_out = _split(settings, meanings)
    tests = {"held out": held_out}
    if data:
        tests[data.stem] = evaluating.parallel(data)
    texts = (found for name, found in sources.items() if not name.startswith("sequences"))
    written = list(chain.from_iterable(texts))
    words = vocabulary.cached(settings, written)
    targets = lessons.targets(settings, meanings, vectors)
    taught = lessons.build(words, [meanings[number] for number in kept], targets[kept])
    began = time.monotonic()
    figures: list[dict[str, object]] = []
    with Progress() as progress:
        task = progress.add_task("training", total=epochs)

        def after(epoch: int, loss: float, table: NDArray[np.float32]) -> None:
            measured = _measure(words, table, tests)
            seconds = round(time.monotonic() - began)
            figures.append({"epoch": epoch, "loss": round(loss, 4), "seconds": seconds, **measured})
            progress.console.print(json.dumps(figures[-1], ensure_ascii=False))
            progress.advance(task)

        table = student.train(settings, taught, words.size, after)
    size = export.write(out, words, table, (HERE / "model_card.md").read_text("utf-8"))
    figures.append(
        {
            "rows": words.size,
            "tokens": len(words.rows),
            "dimension": dimension,
            "bytes": size,
            "meanings": len(kept),
        }
    )
    name, test = list(tests.items())[-1]
    figures += evaluating.shrunk(
        table,
        [size for size in (64, 128, 192, 256) if size <= dimension],
        lambda other: _measure(words, other, {name: test})[name],
    )
    log.write_text("".join(f"{json.dumps(line)}\n" for line in figures), encoding="utf-8")


def _taught(settings: Settings, sources: dict[str, list[Meaning]]) -> NDArray[np.float32]:
    vectors = [
        teach(settings, [one.texts[one.taught] for one in found], name)
        for name, found in sources.items()
    ]
    return np.concatenate(vectors).astype(np.float32)


def _split(
    settings: Settings, meanings: Sequence[Meaning]
) -> tuple[NDArray[np.int64], dict[str, list[str]]]:
    """Return the numbers of the meanings to train on, and the others' texts."""
    whole = [
        number
        for number, one in enumerate(meanings)
        if len(one.texts) == len(LANGUAGES) and len(one.texts["en"].split()) >= 8
    ]
    draw = random.Random(settings.seed)  # noqa: S311  not for secrets
    out = set(draw.sample(whole, min(HELD_OUT, len(whole) // 10)))
    texts = {
        language: [meanings[number].texts[language] for number in sorted(out)]
        for language in LANGUAGES
    }
    return np.array([number for number in range(len(meanings)) if number not in out]), texts


def _measure(
    words: vocabulary.Vocabulary,
    table: NDArray[np.float32],
    tests: dict[str, dict[str, list[str]]],
) -> dict[str, dict[str, float]]:
    def encode(texts: Sequence[str]) -> NDArray[np.float32]:
        vectors = np.stack([table[bag].sum(axis=0) for bag in lessons.bags(words, texts)])
        return np.asarray(vectors / np.linalg.norm(vectors, axis=1, keepdims=True))

    return {
        name: {pair: round(value, 4) for pair, value in evaluating.errors(test, encode).items()}
        for name, test in tests.items()
    }


if __name__ == "__main__":
    main()
