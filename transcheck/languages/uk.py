"""Ukrainian; sites of Ukraine write its code as ``ua``."""

from __future__ import annotations

from transcheck.languages import Language, add

UKRAINIAN = add(
    Language(
        code="uk",
        name="Ukrainian",
        endonym="українська",
        aliases=("ua", "ukr"),
        alphabet=frozenset("абвгґдеєжзиіїйклмнопрстуфхцчшщьюя"),
        decimal_mark=",",
        script="Cyrl",
        relative_length=1.06,
        time_zone="Europe/Kyiv",
        rank=0,
    )
)
