"""The default encoder: one vector a subword, summed and normalised.

The model is our own (see ``training/``) and ships with the package. It has the layout of
sentence-transformers' `StaticEmbedding`, but is read here with tokenizers, safetensors
and numpy alone: importing torch would take longer than encoding a hundred articles.

The file holds three tensors (the layout that model2vec introduced): ``embeddings``, int8,
one row a meaning; ``mapping``, the row of each token, as the forms of one word share one;
``weights``, the factor of each token, with which its int8 row is multiplied.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from itertools import chain
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from transcheck.embedding import ENCODERS, EncoderKind, Vectors
from transcheck.errors import EncoderError

WORDS = 32_768
"""Words, with the punctuation at them, whose tokens are remembered: about 10 MB when full."""
VECTORS = 8_192
"""Words whose vectors are remembered: about 9 MB when full."""
MODEL = Path(__file__).parent / "models" / "static"


class StaticEncoder:
    """Vectors of texts in English, Ukrainian and Russian from a table of subwords.

    A vector is ``sum(weights[t] * embeddings[mapping[t]])`` over the text's tokens t,
    divided by its norm: float32, 256 or fewer dimensions. It depends on the text alone,
    to the last bit: not on the texts encoded with it, nor on the number of cores.
    An empty text gets the first unit vector, one of unknown signs the unknown token's.
    """

    name = "static"
    family = "static"

    def __init__(self, folder: Path = MODEL) -> None:
        """Load the model in `folder`.

        Raises:
            EncoderError: a file is missing or damaged, or does not fit the others.
        """
        try:
            self._load(folder)
        except ImportError as error:
            raise EncoderError(
                f"the static encoder cannot load {error.name}",
                hint="install it with: pip install tokenizers safetensors",
            ) from error
        except Exception as error:  # tokenizers raises plain Exception
            raise EncoderError(
                f"the static model in {folder} cannot be read ({error})",
                hint="reinstall transcheck, or build the model with: python -m training",
            ) from error

    def _load(self, folder: Path) -> None:
        from safetensors import safe_open
        from tokenizers import Tokenizer

        with safe_open(folder / "model.safetensors", framework="numpy") as file:
            self._table: NDArray[np.int8] = file.get_tensor("embeddings")
            self._rows: NDArray[np.int32] = file.get_tensor("mapping")
            weights = file.get_tensor("weights").astype(np.float32)
            self._weights: NDArray[np.float32] = weights[:, None]
        self._tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
        self._tokenizer.no_padding()
        self._tokenizer.no_truncation()
        self._cut = lru_cache(maxsize=WORDS)(self._cut_anew)
        self._word = lru_cache(maxsize=VECTORS)(self.total)
        tokens = self._tokenizer.get_vocab_size()
        if not len(self._rows) == len(self._weights) == tokens:
            raise ValueError(f"{tokens} tokens, but rows for {len(self._rows)}")

    def _cut_anew(self, word: str) -> tuple[int, ...]:
        return tuple(self._tokenizer.encode(word, add_special_tokens=False).ids)

    @property
    def dimension(self) -> int:
        """The length of a vector."""
        return int(self._table.shape[1])

    def encode(self, texts: Sequence[str]) -> Vectors:
        """Return one vector a text: float32, shape (len(texts), dimension), rows of norm 1.

        A text of any length is encoded whole; an empty sequence gives shape (0, dimension).
        """
        out = np.empty((len(texts), self.dimension), dtype=np.float32)
        for place, text in enumerate(texts):
            self._add_up(self._tokens(text), out[place])
        norms = np.sqrt((out * out).sum(axis=1))
        out[norms == 0, 0] = norms[norms == 0] = 1
        out /= norms[:, None]
        return out

    def total(self, text: str) -> NDArray[np.float32]:
        """Return the vector of a text before it is divided by its norm: rare words weigh more."""
        out = np.zeros(self.dimension, dtype=np.float32)
        self._add_up(self._tokens(text), out)
        return out

    def words(self, words: Sequence[str]) -> tuple[Vectors, Vectors]:
        """Return the unit vectors of single words, and how much each weighs in a text.

        The first has shape (len(words), dimension), the second (len(words),): the norm of
        what the word adds to a text's sum, which is the smaller the commoner the word is.
        A word of unknown signs has a vector of zeros.
        """
        out = np.empty((len(words), self.dimension), dtype=np.float32)
        for place, word in enumerate(words):
            out[place] = self._word(word)
        norms = np.sqrt((out * out).sum(axis=1))
        out /= np.maximum(norms, np.float32(1e-6))[:, None]
        return out, norms

    def _tokens(self, text: str) -> NDArray[np.intp]:
        # A space ends a token whatever stands around it, so what is between two spaces is
        # always cut alike; looking it up takes a fifth of the time of cutting it anew.
        words = map(self._cut, text.split(" "))
        return np.fromiter(chain.from_iterable(words), dtype=np.intp)

    def _add_up(self, tokens: NDArray[np.intp], out: Vectors) -> None:
        # One text at a time and without BLAS, which adds in another order for another
        # shape of matrix or number of threads; numpy adds rows one after the other.
        rows = self._table.take(self._rows.take(tokens), axis=0)
        np.add.reduce(rows * self._weights.take(tokens, axis=0), axis=0, out=out)


@lru_cache(maxsize=1)
def load() -> StaticEncoder:
    """Return the shipped model, loaded once a process.

    Raises:
        EncoderError: the package lacks the model, or it is damaged.
    """
    return StaticEncoder()


ENCODERS.add(
    "static",
    EncoderKind(
        "static",
        "built in: a table of subwords; thousands of sentences a second",
        load,
        slow=False,
    ),
)
