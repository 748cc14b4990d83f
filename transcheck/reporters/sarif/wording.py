"""Text as SARIF wants it: brackets and braces have a meaning in its messages."""

from __future__ import annotations

_SPECIAL = str.maketrans({"[": "\\[", "]": "\\]", "{": "{{", "}": "}}"})
"""``[text](1)`` would be a link (SARIF 2.1.0, 3.11.6), ``{0}`` a placeholder (3.11.5)."""


def plain(text: str) -> str:
    """Return `text` so that a reader of SARIF shows it as it is."""
    return text.translate(_SPECIAL)


def message(text: str) -> dict[str, str]:
    """Return a message that shows `text` as it is."""
    return {"text": plain(text)}
