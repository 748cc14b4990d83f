"""Text for Markdown that must come out as it went in, whoever wrote it."""

from __future__ import annotations

import re

from transcheck.reporters.visible import visible

_SPECIAL = re.compile(r"[\\`*_{}\[\]<>|~&$:!#@%^]")
"""Signs of Markdown inside a line, and those that GitLab's references start with."""
_CALL = re.compile(r"([@#](?=\w)|\bwww(?=\.)|\bGH(?=-\d))", re.IGNORECASE)
"""What GitHub makes links of even behind a backslash: names, issues, addresses."""
_NOTHING = "\u200b"
"""A space of no width: it ends a word, and nobody sees it."""
_BACKTICKS = re.compile("`+")


def escaped(text: str) -> str:
    """Return `text` on one line, to stand inside a paragraph of Markdown as plain text."""
    apart = _CALL.sub(rf"\1{_NOTHING}", visible(text))
    return _SPECIAL.sub(r"\\\g<0>", apart)


def code_span(text: str) -> str:
    """Return `text` on one line as inline code, whatever backticks it contains."""
    text = visible(text)
    fence = "`" * (1 + max(map(len, _BACKTICKS.findall(text)), default=0))
    pad = " " if text.startswith(("`", " ")) or text.endswith(("`", " ")) or not text else ""
    return f"{fence}{pad}{text}{pad}{fence}"
