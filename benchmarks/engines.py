"""Runtimes that a transformer may run in, for `benchmarks/runtimes.py`."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

Engine = Callable[[NDArray[np.int64], NDArray[np.int64]], Any]
"""Tokens and their mask, both (texts, width), to states (texts, width, 384)."""


def _threads() -> int:
    return int(os.environ["OMP_NUM_THREADS"])


def _torch(folder: Path, precision: str) -> Engine:
    import torch
    from transformers import BertModel

    dtype = torch.bfloat16 if precision == "bfloat16" else torch.float32
    model: Any = BertModel.from_pretrained(folder, add_pooling_layer=False, dtype=dtype)
    model.eval()
    if precision == "int8":
        quantize: Any = torch.ao.quantization.quantize_dynamic
        model = quantize(model, {torch.nn.Linear}, dtype=torch.qint8)

    @torch.inference_mode()
    def run(ids: NDArray[np.int64], mask: NDArray[np.int64]) -> Any:
        states = model(input_ids=torch.from_numpy(ids), attention_mask=torch.from_numpy(mask))
        return states.last_hidden_state.float().numpy()

    return run


def _exported(folder: Path) -> Path:
    """Write the model as ONNX, in a process of its own: it is not to count as loading."""
    file = folder / "model.onnx"
    if not file.exists():
        program = f"from benchmarks.engines import export; export({str(folder)!r})"
        subprocess.run([sys.executable, "-W", "ignore", "-c", program], check=True)
    return file


def export(name: str) -> None:
    """Write the model in this folder beside itself as ONNX, plain and in int8."""
    import torch
    from onnxruntime.quantization import QuantType, quantize_dynamic
    from transformers import BertModel

    folder = Path(name)
    bert: Any = BertModel.from_pretrained(
        folder, add_pooling_layer=False, attn_implementation="eager"
    )
    inputs = ["input_ids", "attention_mask"]
    axes = {name: {0: "texts", 1: "width"} for name in [*inputs, "states"]}
    example = torch.ones(2, 8, dtype=torch.long)
    torch.onnx.export(
        _States(bert), (example, example), str(folder / "model.onnx"), input_names=inputs,
        output_names=["states"], dynamic_axes=axes, opset_version=17, dynamo=False,
    )  # fmt: skip
    quantize_dynamic(
        folder / "model.onnx", folder / "int8.onnx", weight_type=QuantType.QInt8, per_channel=True
    )


def _States(bert: Any) -> Any:  # noqa: N802 - makes an instance of a class that needs torch
    import torch

    class States(torch.nn.Module):
        def __init__(self) -> None:
            super().__init__()
            self.bert = bert

        def forward(self, input_ids: Any, attention_mask: Any) -> Any:
            found = self.bert(input_ids=input_ids, attention_mask=attention_mask)
            return found.last_hidden_state

    return States().eval()


def _onnxruntime(folder: Path, precision: str) -> Engine:
    import onnxruntime

    plain = _exported(folder)
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = _threads()
    file = folder / "int8.onnx" if precision == "int8" else plain
    session = onnxruntime.InferenceSession(str(file), options, providers=["CPUExecutionProvider"])
    return lambda ids, mask: session.run(None, {"input_ids": ids, "attention_mask": mask})[0]


def _openvino(folder: Path, precision: str) -> Engine:
    import openvino

    core = openvino.Core()
    hint = "bf16" if precision == "bfloat16" else "f32"
    settings = {"INFERENCE_NUM_THREADS": _threads(), "INFERENCE_PRECISION_HINT": hint}
    model = core.compile_model(str(_exported(folder)), "CPU", settings)
    return lambda ids, mask: model({"input_ids": ids, "attention_mask": mask})[0]


def _ctranslate2(folder: Path, precision: str) -> Engine:
    import ctranslate2

    target = folder / "ctranslate2"
    if not target.exists():
        program = f"from benchmarks.engines import convert; convert({str(folder)!r})"
        subprocess.run([sys.executable, "-W", "ignore", "-c", program], check=True)
    encoder = ctranslate2.Encoder(
        str(target), compute_type=precision, intra_threads=_threads(), inter_threads=1
    )

    def run(ids: NDArray[np.int64], mask: NDArray[np.int64]) -> Any:
        rows = [row[:length].tolist() for row, length in zip(ids, mask.sum(axis=1), strict=True)]
        states = encoder.forward_batch(rows).last_hidden_state
        found = np.zeros((*ids.shape, states.shape[-1]), dtype=np.float32)
        found[:, : states.shape[1]] = np.array(states)
        return found

    return run


def convert(name: str) -> None:
    """Write the model in this folder beside itself in the format of CTranslate2."""
    from ctranslate2.converters import TransformersConverter

    TransformersConverter(name).convert(str(Path(name) / "ctranslate2"))


LOADERS: dict[str, Callable[[Path, str], Engine]] = {
    "torch": _torch,
    "onnxruntime": _onnxruntime,
    "openvino": _openvino,
    "ctranslate2": _ctranslate2,
}
"""Load the model of a folder in a precision."""
