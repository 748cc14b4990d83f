"""Encoders: sentences to vectors. An encoder is one module of this package."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple, Protocol

import numpy as np
from numpy.typing import NDArray

from transcheck.errors import EncoderError
from transcheck.registry import Registry

Vectors = NDArray[np.float32]

Remark = Callable[[str], None]
"""Is told what is worth knowing and no error."""


class Encoder(Protocol):
    """Turns sentences into vectors whose cosine tells how alike their meanings are."""

    @property
    def name(self) -> str:
        """The name that loads this encoder again, written into the report's signature."""

    @property
    def family(self) -> str:
        """Which set of aligner thresholds fits it (`transcheck.thresholds`)."""

    def encode(self, texts: Sequence[str]) -> Vectors:
        """Return one vector a text: float32, shape (len(texts), dimension), rows of norm 1.

        A text of any length is encoded whole; an empty sequence gives shape (0, dimension).
        """


class EncoderKind(NamedTuple):
    """How an encoder is named and loaded."""

    name: str
    about: str
    """One line for ``--help``."""
    load: Callable[[], Encoder]
    """Raises `transcheck.errors.EncoderError` where it cannot load."""
    slow: bool = True
    """Whether looking a vector up on disk is faster than encoding the text again."""


ENCODERS: Registry[EncoderKind] = Registry("encoder", __name__)

DEFAULT = "static"
"""The encoder that is used when none is asked for."""


def load(name: str = DEFAULT, *, remark: Remark = lambda _message: None) -> Encoder:
    """Load an encoder by name: a registered one, else a sentence-transformers model or folder.

    In front of a slow one is the user's cache (`transcheck.embedding.caching`); `remark` is
    told where that cannot be used. `EncoderKind.load` gives the encoder itself.

    Raises:
        transcheck.errors.EncoderError: it does not load; the hint says what to do.
        transcheck.errors.UsageError: the size asked for the cache is no number.
    """
    if name not in ENCODERS.names():
        encoder = _transformer(name)
    elif (kind := ENCODERS.get(name)).slow:
        encoder = kind.load()
    else:
        return kind.load()
    from transcheck.embedding.caching import cached

    return cached(encoder, remark)


def _transformer(name: str) -> Encoder:
    from transcheck.embedding import sentence_transformers_

    try:
        return sentence_transformers_.load(name)
    except EncoderError as error:
        known = ", ".join(ENCODERS.names())
        raise EncoderError(
            error.message, hint=f"{error.hint}; embedded encoders: {known}"
        ) from error
