"""The built-in static encoder: its contract, its file, its independence of torch."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from safetensors.numpy import load_file
from tokenizers import Tokenizer

from transcheck.embedding import ENCODERS
from transcheck.embedding.static import MODEL, StaticEncoder, WordPiece, load
from transcheck.errors import EncoderError

TEXTS = [
    "The president arrived in Kyiv on 25 September 2019.",
    "Президент прибув до Києва 25 вересня 2019 року.",
    "Президент прибыл в Киев 25 сентября 2019 года.",
    "Bread prices rose by 3.5%.",
    "x",
    "Оце так!",
]
CUTTER = WordPiece(MODEL / "tokenizer.json")
NOTHING_KNOWN = ["", " \t\n", "☃☃", "漢字"]


@pytest.fixture(scope="module")
def static() -> StaticEncoder:
    return load()


def test_is_registered_under_its_name() -> None:
    kind = ENCODERS.get("static")
    encoder = kind.load()
    assert (kind.name, encoder.name, encoder.family) == ("static", "static", "static")


def test_vectors_have_the_promised_shape_type_and_norm(static: StaticEncoder) -> None:
    vectors = static.encode(TEXTS + NOTHING_KNOWN)
    assert vectors.dtype == np.float32
    assert vectors.shape == (len(TEXTS + NOTHING_KNOWN), static.dimension)
    assert np.allclose(np.linalg.norm(vectors, axis=1), 1, atol=1e-6)


def test_no_texts_give_no_rows(static: StaticEncoder) -> None:
    assert static.encode([]).shape == (0, static.dimension)


@pytest.mark.parametrize("text", NOTHING_KNOWN, ids=["empty", "spaces", "symbols", "other script"])
def test_text_without_known_token_has_a_defined_vector(static: StaticEncoder, text: str) -> None:
    (vector,) = static.encode([text])
    assert np.isfinite(vector).all()
    assert np.array_equal(vector, static.encode([text, text])[1])


def test_empty_text_is_the_first_unit_vector(static: StaticEncoder) -> None:
    (vector,) = static.encode([""])
    assert vector[0] == 1
    assert not vector[1:].any()


def test_vector_depends_on_its_text_alone_to_the_last_bit(static: StaticEncoder) -> None:
    together = static.encode(TEXTS)
    backwards = static.encode(TEXTS[::-1])[::-1]
    alone = np.concatenate([static.encode([text]) for text in TEXTS])
    assert together.tobytes() == backwards.tobytes() == alone.tobytes()


@pytest.mark.parametrize(
    "other",
    [
        pytest.param("president’s".replace("’", "'"), id="apostrophe"),
        pytest.param("PRESIDENT’S", id="capitals"),
    ],
)
def test_typography_does_not_matter(static: StaticEncoder, other: str) -> None:
    one, two = static.encode(["president’s", other])
    assert np.array_equal(one, two)


def test_the_end_of_a_very_long_text_counts(static: StaticEncoder) -> None:
    start = "Уряд ухвалив бюджет. " * 2000
    one, two = static.encode([start, start + "Землетрус зруйнував міст. " * 2000])
    assert one @ two < 0.95


def test_translations_are_nearer_than_other_sentences(static: StaticEncoder) -> None:
    english, ukrainian, russian, other, *_ = static.encode(TEXTS)
    for one, two in ((english, ukrainian), (english, russian), (ukrainian, russian)):
        assert one @ two > 0.5
        assert one @ two > one @ other + 0.3


def test_another_number_makes_a_difference(static: StaticEncoder) -> None:
    one, two = static.encode(["It killed 12 people.", "It killed 450 people."])
    assert one @ two < 0.995


def test_tensors_fit_each_other_and_the_size_is_bounded() -> None:
    tensors = load_file(MODEL / "model.safetensors")
    assert tensors["embeddings"].dtype == np.int8
    assert tensors["embeddings"].shape[1] <= 256
    assert len(tensors["mapping"]) == len(tensors["weights"])
    assert tensors["mapping"].min() >= 0
    assert tensors["mapping"].max() < len(tensors["embeddings"])
    assert sum(file.stat().st_size for file in MODEL.rglob("*") if file.is_file()) <= 20_000_000


def test_loads_and_encodes_without_torch() -> None:
    program = (
        "import sys; from transcheck.embedding.static import load; load().encode(['так']);"
        "print(sorted({'torch', 'transformers', 'tokenizers', 'faiss'} & set(sys.modules)))"
    )
    result = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    )
    assert result.stdout.strip() == "[]"


def test_sentence_transformers_reads_the_same_vectors(static: StaticEncoder) -> None:
    sentence_transformers = pytest.importorskip("sentence_transformers")
    model = sentence_transformers.SentenceTransformer(str(MODEL), device="cpu")
    assert np.allclose(model.encode(TEXTS), static.encode(TEXTS), atol=1e-5)


@pytest.fixture(scope="module")
def library() -> Tokenizer:
    return Tokenizer.from_file(str(MODEL / "tokenizer.json"))


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Зґвалтування «об'єкта» — п’ять\u00adдесят п\u0301ять!", id="signs"),
        pytest.param("U.S.-made [F-16]s, e.g. 3,5 % & $20 / 10 € °C №7 §2", id="symbols"),
        pytest.param("Ёлка E\u0301cole и\u0306 І\u0308жак İstanbul ΣΑΣ", id="marks"),
        pytest.param("##ing [UNK] ## a\t\u00a0b\u2009c \u200b 漢字 ☃ q☃", id="odd"),
        pytest.param("дуже" * 25 + " " + "дуже" * 26, id="long"),
    ],
)
def test_words_are_cut_as_the_library_of_the_file_cuts_them(library: Tokenizer, text: str) -> None:
    ours = CUTTER.cut(text)
    assert list(ours) == library.encode(text, add_special_tokens=False).ids


@given(st.text(st.sampled_from("abTheзґєїЇёЁ'’.,-–«»#[]%€ \u0301\u00ad\n19"), max_size=40))
def test_any_text_is_cut_as_the_library_cuts_it(library: Tokenizer, text: str) -> None:
    ours = CUTTER.cut(text)
    assert list(ours) == library.encode(text, add_special_tokens=False).ids


def copied(folder: Path) -> Path:
    shutil.copytree(MODEL, folder / "model")
    return folder / "model"


def test_missing_folder_is_named(tmp_path: Path) -> None:
    with pytest.raises(EncoderError, match="nowhere") as caught:
        StaticEncoder(tmp_path / "nowhere")
    assert "reinstall" in caught.value.hint


@pytest.mark.parametrize("name", ["model.safetensors", "tokenizer.json"])
def test_damaged_file_is_an_encoder_error(tmp_path: Path, name: str) -> None:
    model = copied(tmp_path)
    (model / name).write_bytes(b"not a model")
    with pytest.raises(EncoderError, match="cannot be read"):
        StaticEncoder(model)


def test_tokenizer_of_another_model_is_refused(tmp_path: Path) -> None:
    model = copied(tmp_path)
    file = model / "tokenizer.json"
    tokenizer = json.loads(file.read_text(encoding="utf-8"))
    tokenizer["model"]["vocab"]["##☃☃"] = len(tokenizer["model"]["vocab"])
    file.write_text(json.dumps(tokenizer), encoding="utf-8")
    with pytest.raises(EncoderError, match="tokens, but rows for"):
        StaticEncoder(model)
