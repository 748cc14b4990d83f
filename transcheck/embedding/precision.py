"""How precisely a transformer calculates: ``NAME:bfloat16``, ``NAME:float32`` or as fits."""

from __future__ import annotations

from typing import Any

PRECISIONS = ("bfloat16", "float32")


def split(name: str) -> tuple[str, str]:
    """Return the name of a model without its precision, and that, empty where none is named."""
    model, _, last = name.rpartition(":")
    return (model, last) if model and last in PRECISIONS else (name, "")


def fitting() -> str:
    """Return the precision that is faster on this processor.

    Only matrix units (AMX) make bfloat16 the faster one, up to three times: without them it takes
    longer than float32, by a quarter where there are AVX-512 instructions for it and by
    eight times where it is emulated (`benchmarks/runtimes.py`). What is not known, other
    processors and older versions of torch, calculates in float32.
    """
    import torch

    capabilities: Any = getattr(torch.cpu, "get_capabilities", dict)()
    return "bfloat16" if capabilities.get("amx_bf16") else "float32"
