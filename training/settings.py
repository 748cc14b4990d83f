"""What a training run is made of: every size, seed and folder in one place."""

from __future__ import annotations

import os
from dataclasses import dataclass, field
from pathlib import Path

LANGUAGES = ("en", "uk", "ru")


def _cache() -> Path:
    return Path(os.environ.get("TRANSCHECK_TRAINING", "~/.cache/transcheck-training")).expanduser()


@dataclass(frozen=True, slots=True)
class Settings:
    """The settings of the run whose figures are in log.md."""

    seed: int = 0
    cache: Path = field(default_factory=_cache)
    sequences: int = 26_000
    """Sequences of words of each language."""
    forms: dict[str, int] = field(
        default_factory=lambda: {"en": 26_000, "uk": 38_000, "ru": 38_000}
    )
    pieces: int = 20_000
    dimension: int = 256
    epochs: int = 8
    batch: int = 512
    learning_rate: float = 2e-3
    scale: float = 20.0
    contrast: float = 0.2
    translation: float = 0.1
    dropout: float = 0.1
