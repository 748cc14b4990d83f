"""Which precision a transformer calculates in, and how that is said."""

from __future__ import annotations

import pytest

from transcheck.embedding.sentence_transformers_ import fitting, split


@pytest.mark.parametrize(
    ("name", "model", "precision"),
    [
        ("intfloat/multilingual-e5-small", "intfloat/multilingual-e5-small", ""),
        ("intfloat/multilingual-e5-small:float32", "intfloat/multilingual-e5-small", "float32"),
        (r"C:\models\e5:bfloat16", r"C:\models\e5", "bfloat16"),
        (r"C:\models\e5", r"C:\models\e5", ""),
        ("e5:int3", "e5:int3", ""),
        (":float32", ":float32", ""),
    ],
)
def test_a_name_may_end_in_a_precision(name: str, model: str, precision: str) -> None:
    assert split(name) == (model, precision)


@pytest.mark.parametrize(
    ("capabilities", "precision"),
    [
        pytest.param({"amx_bf16": True, "avx512_bf16": True}, "bfloat16", id="matrix unit"),
        pytest.param({"avx512_bf16": True}, "float32", id="instructions without a matrix unit"),
        pytest.param({"architecture": "arm64", "bf16": True}, "float32", id="not measured"),
        pytest.param({}, "float32", id="nothing known"),
    ],
)
def test_only_a_matrix_unit_makes_bfloat16_the_faster(
    capabilities: dict[str, object], precision: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("torch.cpu.get_capabilities", lambda: capabilities, raising=False)
    assert fitting() == precision


def test_a_torch_that_cannot_tell_calculates_in_float32(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delattr("torch.cpu.get_capabilities", raising=False)
    assert fitting() == "float32"
