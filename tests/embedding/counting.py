"""An encoder that counts its work, for tests of what is in front of it; also a program."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from hashlib import sha256
from itertools import count
from pathlib import Path

import numpy as np

from transcheck.embedding import Vectors

DIMENSION = 384


class CountingEncoder:
    family = "generic"

    def __init__(self, name: str = "counting", identity: str = "1") -> None:
        self.name = name
        self.identity = identity
        self.encoded: list[str] = []

    def encode(self, texts: Sequence[str]) -> Vectors:
        self.encoded += texts
        vectors = np.zeros((len(texts), DIMENSION), dtype=np.float32)
        for row, text in zip(vectors, texts, strict=True):
            digest = sha256(f"{self.identity} {text}".encode("utf-8", "surrogatepass")).digest()
            row[:] = np.random.default_rng(list(digest)).standard_normal(DIMENSION)
            row /= np.linalg.norm(row)
        return vectors


def batch(number: int) -> list[str]:
    return [f"Sentence {number} {n}." for n in range(100)]


def main(folder: str, rounds: str) -> None:
    """Encode that many batches, or batch after batch until killed; name each when done."""
    from transcheck.embedding.caching import CachedEncoder

    encoder = CachedEncoder(CountingEncoder(), Path(folder), remark=print)
    for number in range(int(rounds)) if int(rounds) else count():
        encoder.encode(batch(number))
        print(number, flush=True)  # noqa: T201


if __name__ == "__main__":
    main(*sys.argv[1:])
