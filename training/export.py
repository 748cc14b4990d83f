"""Writes the trained table as the model folder that the package ships.

The layout is that of sentence-transformers' `StaticEmbedding` module, with the three
tensors of model2vec (``embeddings``, ``mapping``, ``weights``) that it folds into one
table when it loads; so ``SentenceTransformer(folder)`` opens it, and so does
`transcheck.embedding.static`, which needs no torch.
"""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from safetensors.numpy import save_file

from training.vocabulary import Vocabulary

MODULES = [
    {
        "idx": 0,
        "name": "0",
        "path": "",
        "type": "sentence_transformers.models.StaticEmbedding",
    },
    {
        "idx": 1,
        "name": "1",
        "path": "1_Normalize",
        "type": "sentence_transformers.models.Normalize",
    },
]


def quantize(table: NDArray[np.float32]) -> tuple[NDArray[np.int8], NDArray[np.float32]]:
    """Return the table as int8 and the factor of each row: row = int8 row * factor."""
    factors = np.abs(table).max(axis=1) / 127
    factors[factors == 0] = 1
    whole = np.rint(table / factors[:, None])
    return whole.astype(np.int8), factors.astype(np.float32)


def compact(
    table: NDArray[np.float32], rows: NDArray[np.int32]
) -> tuple[NDArray[np.float32], NDArray[np.int32]]:
    """Let all rows that no text has taught share one row of zeros; renumber the others."""
    taught = np.abs(table).max(axis=1) > 0
    number = np.where(taught, np.cumsum(taught), 0).astype(np.int32)
    silent = np.zeros((1, table.shape[1]), dtype=np.float32)
    return np.concatenate([silent, table[taught]]), number[rows]


def write(folder: Path, vocabulary: Vocabulary, table: NDArray[np.float32], card: str) -> int:
    """Write the model folder: table of shape (rows, dimension), tokenizer, model card.

    Returns the size of the folder in bytes.
    """
    (folder / "1_Normalize").mkdir(parents=True, exist_ok=True)
    table, rows = compact(table, vocabulary.rows)
    whole, factors = quantize(table)
    factors /= np.float32(np.median(factors))
    tensors: dict[str, NDArray[np.generic]] = {
        "embeddings": whole,
        "mapping": rows,
        "weights": factors[rows].astype(np.float16),
    }
    save_file(tensors, folder / "model.safetensors")
    # The library lets only its owner read it; a package is installed for others too.
    (folder / "model.safetensors").chmod(0o644)
    vocabulary.tokenizer.save(str(folder / "tokenizer.json"), pretty=False)
    _write_json(folder / "modules.json", MODULES)
    _write_json(
        folder / "config_sentence_transformers.json",
        {"model_type": "SentenceTransformer", "similarity_fn_name": "cosine", "prompts": {}},
    )
    _write_json(folder / "1_Normalize" / "config.json", {})
    (folder / "README.md").write_text(card, encoding="utf-8")
    return sum(file.stat().st_size for file in folder.rglob("*") if file.is_file())


def _write_json(path: Path, value: object) -> None:
    path.write_text(json.dumps(value, indent=2) + "\n", encoding="utf-8")
