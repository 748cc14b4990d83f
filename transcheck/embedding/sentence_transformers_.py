"""Any sentence-transformers model, by name or as a folder: the other first-class encoder.

How precisely a transformer calculates: ``NAME:bfloat16``, ``NAME:float32`` or as fits.
"""

from __future__ import annotations

from collections.abc import Sequence
from math import isfinite
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from transcheck.embedding import Vectors
from transcheck.embedding.batching import STEP, batches, encode_whole, whole_steps
from transcheck.errors import EncoderError, installing

if TYPE_CHECKING:
    from sentence_transformers import SentenceTransformer

PRECISIONS = ("bfloat16", "float32")


def split(name: str) -> tuple[str, str]:
    """Return the name of a model without its precision, and that, empty where none is named."""
    model, _, last = name.rpartition(":")
    return (model, last) if model and last in PRECISIONS else (name, "")


def fitting() -> str:
    """Return the precision that is faster on this processor.

    Only matrix units (AMX) make bfloat16 the faster one, up to three times: without them it takes
    longer than float32, by a quarter where there are AVX-512 instructions for it and by
    eight times where it is emulated (`benchmarks/runtimes.py`). What is not known, other
    processors and older versions of torch, calculates in float32.
    """
    import torch

    capabilities: Any = getattr(torch.cpu, "get_capabilities", dict)()
    return "bfloat16" if capabilities.get("amx_bf16") else "float32"


ENGINE = ("sentence-transformers", "transformers", "torch")
"""The packages whose versions the last bits of a vector depend on."""
OWNER = "sentence-transformers"
"""Whose models have short names on the hub."""


class SentenceTransformersEncoder:
    """A loaded sentence-transformers model; texts beyond its window are read in pieces.

    The vector of a text does not depend on what it is encoded with.
    """

    def __init__(self, name: str, model: SentenceTransformer, identity: str = "") -> None:
        """Take the name of the model, the model, and what tells it from any other."""
        self.name = f"{name}:{str(model.dtype).rpartition('.')[2]}"
        self.identity = identity
        self.family = "e5" if "e5" in name.rpartition("/")[2].lower() else "generic"
        self._model = model
        # The e5 models are trained with a prefix on every text and lose accuracy without it.
        self._prefix = "query: " if self.family == "e5" else ""

    def encode(self, texts: Sequence[str]) -> Vectors:
        """Return vectors of shape (len(texts), dimension), float32, rows of norm 1."""
        if not texts:
            return np.zeros((0, self._dimension), dtype=np.float32)
        window = self._model.max_seq_length
        if not window or not isfinite(window):
            return self._encode(texts)
        limit = whole_steps(int(window))
        return encode_whole(
            texts,
            limit=limit,
            count_tokens=self._count_tokens,
            encode=lambda pieces: self._encode_evenly(pieces, limit),
        )

    @property
    def _dimension(self) -> int:
        return self._model.get_embedding_dimension() or 0

    def _encode_evenly(self, texts: Sequence[str], limit: int) -> Vectors:
        vectors = np.zeros((len(texts), self._dimension), dtype=np.float32)
        # The width of a batch is not imposed: that would cut what a model adds to each text.
        padding = {"padding": True, "pad_to_multiple_of": min(STEP, limit), "max_length": limit}
        for batch in batches(self._count_tokens(texts), limit):
            rows = [texts[row] for row in batch.rows]
            found = self._encode(rows, batch_size=len(rows), processing_kwargs={"text": padding})
            vectors[list(batch.texts)] = found[: len(batch.texts)]
        return vectors

    def _encode(self, texts: Sequence[str], **options: Any) -> Vectors:
        vectors: Any = self._model.encode(
            [self._prefix + text for text in texts],
            show_progress_bar=False,
            convert_to_numpy=True,
            **options,
        )
        norms = np.linalg.norm(vectors := vectors.astype(np.float32), axis=1, keepdims=True)
        # Not the library's norm, which has the model's precision.
        return np.asarray(vectors / np.maximum(norms, np.finfo(np.float32).tiny))

    def _count_tokens(self, texts: Sequence[str]) -> Sequence[int]:
        encoded = self._model.tokenizer(
            [self._prefix + text for text in texts], truncation=False, verbose=False
        )
        return [len(ids) for ids in encoded["input_ids"]]


def load(asked: str) -> SentenceTransformersEncoder:
    """Load a model by its name on a hub or from a folder, with or without its precision.

    Raises:
        EncoderError: the package is not installed, or there is no such model.
    """
    name, precision = split(asked)
    if Path(name).exists() and not (Path(name) / "modules.json").exists():
        raise EncoderError(
            f"{name} holds no sentence-transformers model (it has no modules.json)",
            hint="name the folder that SentenceTransformer.save() wrote",
        )
    try:
        from sentence_transformers import SentenceTransformer
    except ImportError as error:
        raise EncoderError(
            f"the encoder {name!r} needs the package sentence-transformers",
            hint=f"install it with: {installing('transformers')}",
        ) from error
    try:
        # Named in any case: a model may have been stored in a precision that is slow here.
        precision = precision or fitting()
        model = SentenceTransformer(name, device="cpu", model_kwargs={"dtype": precision})
        model.to(model.dtype)  # what follows the transformer, too
    # The library raises whatever its layers raise (OSError, ValueError, RuntimeError, their
    # own classes); to the user all of them mean that this model cannot be had.
    except Exception as error:
        reason = str(error).strip().partition("\n")[0]
        raise EncoderError(
            f"the encoder {name!r} does not load: {reason}",
            hint="check the name or folder; without network only folders load",
        ) from error
    return SentenceTransformersEncoder(name, model, _identity(name, model))


def _identity(name: str, model: SentenceTransformer) -> str:
    """Return what changes with the model or its engine; empty where that cannot be told."""
    # Here, not above: all encoders are imported at every start, this is for one of them.
    from importlib.metadata import PackageNotFoundError, version

    try:
        engine = [f"{package} {version(package)}" for package in ENGINE]
    except PackageNotFoundError:  # torch has been built under other names
        return ""
    folder = Path(name)
    if folder.is_dir():
        # Sizes and times instead of contents: reading the weights again takes seconds.
        files = sorted(path for path in folder.rglob("*") if path.is_file())
        states = [(path.relative_to(folder).as_posix(), path.stat()) for path in files]
        found = [f"{path} {stat.st_size} {stat.st_mtime_ns}" for path, stat in states]
        return "\n".join([str(folder.resolve()), *engine, *found])
    # A name on the hub may mean another model tomorrow, its commit may not.
    card = model.model_card_data
    revision = card.base_model_revision if card.base_model in {name, f"{OWNER}/{name}"} else None
    return "\n".join([*engine, revision]) if revision else ""
