"""English."""

from __future__ import annotations

from transcheck.languages import Language, add

ENGLISH = add(
    Language(
        code="en",
        name="English",
        endonym="English",
        aliases=("eng",),
        alphabet=frozenset("abcdefghijklmnopqrstuvwxyz"),
        decimal_mark=".",
        script="Latn",
        relative_length=1.0,
        rank=1,
        abroad=True,
    )
)
