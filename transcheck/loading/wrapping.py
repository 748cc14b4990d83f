"""Where one line goes on with the sentence of the line before it, and where it does not.

Text files come in three forms: a paragraph on a line, paragraphs wrapped to a width with
blank lines between them, and any mixture. Wrongly breaking a sentence does more harm than
wrongly joining two paragraphs between sentences does, and joining a heading to a text as
much; so each line end is judged by what is on both its sides.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

_SENTENCE_END = re.compile(r"[.!?…:;][»”\"’'›)\]]*\s*$")
_GOES_ON = re.compile(r"(?:[,–—-]|\b\w+ ?\()\s*$")
_LIST_MARK = re.compile(r"\s*(?:[-–—*•·▪●]|\d{1,2}[.)])\s")
_FIRST_LETTER = re.compile(r"[^\W\d_]")
_WRAPPED_SHARE = 0.3
"""In wrapped text about two line ends in three stand within a sentence before a small letter;
where each line is a paragraph hardly any does."""
_WIDEST = 130
"""No one wraps text to more columns."""
_SLACK = 0.75
"""A line of wrapped text that is shorter than this share of the width, with the next word
added, ends a paragraph."""


def continues(line: str, following: str) -> bool:
    """Return whether `following` surely goes on with the sentence that `line` begins."""
    if _SENTENCE_END.search(line[-8:]):
        return False
    if _LIST_MARK.match(line) and _LIST_MARK.match(following):
        return False
    if _GOES_ON.search(line[-40:]):
        return True
    letter = _FIRST_LETTER.search(following[:8])
    return letter is not None and letter[0].islower()


def paragraphs(lines: Sequence[str]) -> list[range]:
    """Return which lines make up each paragraph, in order; blank lines are in none.

    Args:
        lines: The text's lines, without their ends.
    """
    inner = [
        index for index in range(1, len(lines)) if lines[index - 1].strip() and lines[index].strip()
    ]
    sure = {index for index in inner if continues(lines[index - 1], lines[index])}
    width = max((len(lines[index - 1].rstrip()) for index in inner), default=0)
    wrapped = width <= _WIDEST and len(sure) >= _WRAPPED_SHARE * max(1, len(inner))
    joined = {
        index
        for index in inner
        if index in sure or (wrapped and _is_full(lines[index - 1], lines[index], width))
    }
    found: list[range] = []
    for index, line in enumerate(lines):
        if index in joined:
            found[-1] = range(found[-1].start, index + 1)
        elif line.strip():
            found.append(range(index, index + 1))
    return found


def _is_full(line: str, following: str, width: int) -> bool:
    if _LIST_MARK.match(following):
        return False
    word = following.split(maxsplit=1)[0]
    return len(line.rstrip()) + 1 + len(word) > _SLACK * width
