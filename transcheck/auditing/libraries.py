"""The libraries of extras, imported by name when they are wanted: pyarrow and Dask."""

from __future__ import annotations

from importlib import import_module
from typing import Any

from transcheck.errors import UsageError
from transcheck.extras import installing


def library(name: str, extra: str) -> Any:
    """Return a module that an extra of the package brings.

    Raises:
        UsageError: it is not installed; the message says how to get it.
    """
    try:
        return import_module(name)
    except ImportError:
        package = name.partition(".")[0]
        raise UsageError(
            f"transcheck audit needs {package} for this, not installed here",
            hint=installing(extra),
        ) from None


def arrow() -> Any:
    """Return pyarrow."""
    return library("pyarrow", "tables")


def parquet() -> Any:
    """Return pyarrow's reader and writer of Parquet."""
    return library("pyarrow.parquet", "tables")
