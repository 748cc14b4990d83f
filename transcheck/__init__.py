"""Compare the editions of an article.

The names below are the Python API. They are imported when they are first used, so that
``import transcheck`` costs nothing.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from transcheck import frames
    from transcheck.accepting.baseline import Baseline
    from transcheck.api import check_article, check_folder, iterate_folder
    from transcheck.configuration import Config
    from transcheck.discovery import Globs, Search
    from transcheck.embedding import Encoder
    from transcheck.errors import EncoderError, LoadError, TranscheckError, UsageError
    from transcheck.model import (
        Alignment,
        ArticleReport,
        Bead,
        Edition,
        Family,
        Finding,
        Kind,
        Occurrence,
        Report,
        Segment,
        Severity,
        Skipped,
        Suggestion,
        Suppression,
    )
    from transcheck.reporters import render
    from transcheck.sources.cms import Text
    from transcheck.summary import Summary, summarise

__version__ = "0.2.0"

_PLACES = {
    "accepting.baseline": ("Baseline",),
    "api": ("check_article", "check_folder", "iterate_folder"),
    "sources.cms": ("Text",),
    "configuration": ("Config",),
    "discovery": ("Globs", "Search"),
    "embedding": ("Encoder",),
    "errors": ("EncoderError", "LoadError", "TranscheckError", "UsageError"),
    "model": (
        "Alignment", "ArticleReport", "Bead", "Edition", "Family", "Finding", "Kind",
        "Occurrence", "Report", "Segment", "Severity", "Skipped", "Suggestion",
        "Suppression",
    ),
    "reporters": ("render",),
    "summary": ("Summary", "summarise"),
}  # fmt: skip
"""Modules of this package, and the names that they have for everybody."""

__all__ = [
    "Alignment",
    "ArticleReport",
    "Baseline",
    "Bead",
    "Config",
    "Edition",
    "Encoder",
    "EncoderError",
    "Family",
    "Finding",
    "Globs",
    "Kind",
    "LoadError",
    "Occurrence",
    "Report",
    "Search",
    "Segment",
    "Severity",
    "Skipped",
    "Suggestion",
    "Summary",
    "Suppression",
    "Text",
    "TranscheckError",
    "UsageError",
    "__version__",
    "check_article",
    "check_folder",
    "frames",
    "iterate_folder",
    "render",
    "summarise",
]


def __getattr__(name: str) -> object:
    """Import a public name at its first use (PEP 562)."""
    if name == "frames":
        return import_module("transcheck.frames")
    for module, names in _PLACES.items():
        if name in names:
            found = getattr(import_module(f"transcheck.{module}"), name)
            globals()[name] = found
            return found
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


def __dir__() -> list[str]:
    """Return all public names, also those not imported yet."""
    return sorted({*globals(), *__all__})
