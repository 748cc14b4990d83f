"""The default encoder: one vector a subword, summed and normalised.

The model is our own (see ``training/``) and ships with the package. It has the layout of
sentence-transformers' `StaticEmbedding`, but is read here with numpy alone: importing torch
would take longer than encoding a hundred articles.

The file holds three tensors (the layout that model2vec introduced): ``embeddings``, int8,
one row a meaning; ``mapping``, the row of each token, as the forms of one word share one;
``weights``, the factor of each token, with which its int8 row is multiplied.
"""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import chain
from mmap import ACCESS_READ, mmap
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from transcheck.embedding import ENCODERS, EncoderKind, Vectors
from transcheck.errors import EncoderError

_DROPPED = dict.fromkeys(map(ord, "'’ʼ`´\N{COMBINING ACUTE ACCENT}\N{SOFT HYPHEN}"))
_FOLDED = _DROPPED | {ord("ё"): "е"}
_CONTINUES = "##"
"""Stands before a subword that does not begin a word."""
_LONGEST = 100
"""Characters of a word at most; a longer one is unknown."""
_ASCII_SIGNS = frozenset("!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~")


class WordPiece:
    """Numbers of subwords, each the longest that the rest of the word begins with."""

    def __init__(self, path: Path) -> None:
        """Read the vocabulary from a file of the tokenizers library.

        Raises:
            OSError: it cannot be read.
            KeyError, TypeError, ValueError: it is no such file.
        """
        model = json.loads(path.read_bytes())["model"]
        self._numbers: dict[str, int] = model["vocab"]
        self._unknown: tuple[int, ...] = (self._numbers[model["unk_token"]],)

    def __len__(self) -> int:
        """Return how many subwords there are."""
        return len(self._numbers)

    def cut(self, text: str) -> tuple[int, ...]:
        """Return the subwords of a text; a word with a part that is none is unknown."""
        # Lower case is that of single letters here: no other sigma at the end of a word.
        lower = unicodedata.normalize("NFC", text).replace("Σ", "σ").lower().translate(_FOLDED)
        if (whole := self._numbers.get(lower)) is not None and not lower.startswith(_CONTINUES):
            return (whole,)
        return tuple(number for word in _words(lower) for number in self._pieces(word))

    def _pieces(self, word: str) -> tuple[int, ...]:
        if len(word) > _LONGEST:
            return self._unknown
        pieces: list[int] = []
        start, before = 0, ""
        while start < len(word):
            for end in range(len(word), start, -1):
                number = self._numbers.get(before + word[start:end])
                if number is not None:
                    break
            else:
                return self._unknown
            pieces.append(number)
            start, before = end, _CONTINUES
        return tuple(pieces)


def _words(text: str) -> Iterator[str]:
    """Yield what stands between spaces, each sign of punctuation by itself."""
    for run in text.split():
        start = 0
        for place, letter in enumerate(run):
            if letter in _ASCII_SIGNS or unicodedata.category(letter)[0] == "P":
                if start < place:
                    yield run[start:place]
                yield letter
                start = place + 1
        if start < len(run):
            yield run[start:]


WORDS = 32_768
"""Words, with the punctuation at them, whose tokens are remembered: about 10 MB when full."""
MODEL = Path(__file__).parent / "models" / "static"
_KINDS = {"I8": "<i1", "I32": "<i4", "F16": "<f2"}
"""What safetensors calls the kinds of numbers."""


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
        except (OSError, KeyError, TypeError, ValueError) as error:
            raise EncoderError(
                f"the static model in {folder} cannot be read ({error})",
                hint="reinstall transcheck, or build the model with: python -m training",
            ) from error

    def _load(self, folder: Path) -> None:
        tensors = _tensors(folder / "model.safetensors")
        self._table: NDArray[np.int8] = tensors["embeddings"]
        self._rows: NDArray[np.int32] = tensors["mapping"]
        self._weights: NDArray[np.float32] = tensors["weights"].astype(np.float32)[:, None]
        pieces = WordPiece(folder / "tokenizer.json")
        self._cut = lru_cache(maxsize=WORDS)(pieces.cut)
        if not len(self._rows) == len(self._weights) == len(pieces):
            raise ValueError(f"{len(pieces)} tokens, but rows for {len(self._rows)}")

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
        cuts = list(map(self._cut, words))
        out = np.zeros((len(words), self.dimension), dtype=np.float32)
        if sizes := list(filter(None, map(len, cuts))):
            tokens = np.fromiter(chain.from_iterable(cuts), dtype=np.intp)
            rows = self._table.take(self._rows.take(tokens), axis=0)
            starts = np.cumsum([0, *sizes[:-1]])
            known = np.fromiter(map(bool, cuts), dtype=bool)
            out[known] = np.add.reduceat(rows * self._weights.take(tokens, axis=0), starts)
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


def _tensors(path: Path) -> dict[str, NDArray[Any]]:
    """Return the tensors of a file, mapped into memory: of the table, few rows are ever read.

    A safetensors file is a number of 8 bytes, so many bytes of JSON that tell where each tensor
    lies, and the tensors.
    """
    with path.open("rb") as file:
        data = mmap(file.fileno(), 0, access=ACCESS_READ)
    start = 8 + int.from_bytes(data[:8], "little")
    tensors = {}
    for name, about in json.loads(data[8:start]).items():
        if name != "__metadata__":
            first, end = about["data_offsets"]
            kind = np.dtype(_KINDS[about["dtype"]])
            values = np.frombuffer(data, kind, (end - first) // kind.itemsize, start + first)
            tensors[name] = values.reshape(about["shape"])
    return tensors


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
