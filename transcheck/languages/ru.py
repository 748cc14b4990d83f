"""Russian."""

from __future__ import annotations

from transcheck.languages import Language, add

RUSSIAN = add(
    Language(
        code="ru",
        name="Russian",
        endonym="русский",
        aliases=("rus",),
        alphabet=frozenset("абвгдеёжзийклмнопрстуфхцчшщъыьэюя"),
        decimal_mark=",",
        script="Cyrl",
        relative_length=1.10,
        time_zone="Europe/Kyiv",
        rank=2,
    )
)
