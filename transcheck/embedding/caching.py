"""Slow encoders remember on disk what they have encoded: a second run encodes nothing.

Kept are vectors and hashes, no text. Where nothing can be kept, a run works without.
"""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from hashlib import sha256
from math import isfinite
from pathlib import Path
from typing import Protocol, runtime_checkable

import numpy as np

import transcheck
from transcheck.embedding import Encoder, Remark, Vectors
from transcheck.embedding.vector_store import MEGABYTE, StoreError, VectorStore
from transcheck.errors import UsageError

FOLDER = "TRANSCHECK_CACHE"
"""Environment variable: the folder to use."""
SIZE = "TRANSCHECK_CACHE_MB"
"""Environment variable: megabytes at most; 0 turns the cache off."""
DEFAULT_MB = 512

CHUNK = 128
"""Texts encoded between two writes: what a run loses that is killed, seconds at most."""


@runtime_checkable
class Identified(Encoder, Protocol):
    """An encoder that can say which vectors are its own, and so may be cached."""

    @property
    def identity(self) -> str:
        """Changes whenever the vector of any text may change; empty where not known."""


class CachedEncoder:
    """An encoder in front of which the vectors of earlier runs are looked up.

    A vector comes back to the bit as it was encoded. What encodes differently in other
    company gives, cached, the vector of the first time.
    """

    def __init__(
        self,
        encoder: Identified,
        folder: Path,
        *,
        limit: int = DEFAULT_MB * MEGABYTE,
        remark: Remark = lambda _message: None,
    ) -> None:
        """Take an encoder, the folder of the cache and the bytes it may have.

        `remark` is told, once, where the cache is damaged or cannot be used.
        """
        self.name = encoder.name
        self.family = encoder.family
        self._encoder = encoder
        self._folder = folder
        self._remark = remark
        self._store: VectorStore | None = VectorStore(folder, limit, remark=remark)
        parts = (transcheck.__version__, encoder.name, encoder.family, encoder.identity)
        self._owner = sha256("\0".join(parts).encode("utf-8", "surrogatepass")).digest()

    def encode(self, texts: Sequence[str]) -> Vectors:
        """Return one vector a text: float32, shape (len(texts), dimension), rows of norm 1."""
        if not texts:
            return self._encoder.encode(texts)
        keys = [self._key(text) for text in texts]
        known = self._get(list(dict.fromkeys(keys)))
        missing = {key: text for key, text in zip(keys, texts, strict=True) if key not in known}
        # Texts of like length together: a transformer pads each to the longest beside it.
        ordered = sorted(missing, key=lambda key: len(missing[key]))
        for start in range(0, len(missing), CHUNK):
            chunk = ordered[start : start + CHUNK]
            vectors = self._encoder.encode([missing[key] for key in chunk]).astype("<f4")
            new = {key: row.tobytes() for key, row in zip(chunk, vectors, strict=True)}
            self._put(new)
            known |= new
        rows = b"".join(known[key] for key in keys)
        return np.frombuffer(rows, dtype="<f4").reshape(len(keys), -1).astype(np.float32)

    def _key(self, text: str) -> bytes:
        content = sha256(text.encode("utf-8", "surrogatepass")).digest()
        return sha256(self._owner + content).digest()

    def _get(self, keys: Sequence[bytes]) -> dict[bytes, bytes]:
        try:
            return self._store.get(keys) if self._store else {}
        except StoreError as error:
            self._go_without(error)
            return {}

    def _put(self, vectors: Mapping[bytes, bytes]) -> None:
        try:
            if self._store:
                self._store.put(vectors)
        except StoreError as error:
            self._go_without(error)

    def _go_without(self, error: StoreError) -> None:
        # For the rest of the run: what fails once would cost its waiting every time.
        self._store = None
        self._remark(f"works without the cache of vectors in {self._folder}: {error}")


def cached(
    encoder: Encoder, remark: Remark, environment: Mapping[str, str] = os.environ
) -> Encoder:
    """Return `encoder` with the user's cache in front of it, where both allow it.

    Raises:
        UsageError: the environment asks for a size that is no number.
    """
    limit = limit_of(environment)
    folder = folder_of(environment)
    if not limit or not folder or not isinstance(encoder, Identified) or not encoder.identity:
        return encoder
    return CachedEncoder(encoder, folder, limit=limit, remark=remark)


def folder_of(environment: Mapping[str, str]) -> Path | None:
    """Return the folder of the cache: its own variable, else the XDG convention.

    Source: https://specifications.freedesktop.org/basedir-spec/latest/, where a relative
    XDG_CACHE_HOME counts as not set. None: there is not even a home folder.
    """
    if own := environment.get(FOLDER):
        return Path(own)
    shared = Path(environment.get("XDG_CACHE_HOME", ""))
    try:
        base = shared if shared.is_absolute() else Path.home() / ".cache"
    except RuntimeError:
        return None
    return base / "transcheck"


def limit_of(environment: Mapping[str, str]) -> int:
    """Return the bytes that the cache may have; 0 means none at all.

    Raises:
        UsageError: the variable is set to no number.
    """
    asked = environment.get(SIZE, "").strip() or str(DEFAULT_MB)
    try:
        megabytes = float(asked)
    except ValueError:
        megabytes = -1.0
    if not isfinite(megabytes) or megabytes < 0:
        raise UsageError(
            f"{SIZE} is {asked!r}",
            hint=f"set it to a number of megabytes, 0 for no cache; without it {DEFAULT_MB}",
        )
    return int(megabytes * MEGABYTE)
