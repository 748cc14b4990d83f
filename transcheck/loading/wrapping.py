"""Where one line goes on with the sentence of the line before it, and where it does not.

Text files come in three forms: a paragraph on a line, paragraphs wrapped to a width with
blank lines between them, and any mixture. Wrongly breaking a sentence does more harm than
wrongly joining two paragraphs between sentences does, and joining a heading to a text as
much; so each line end is judged by what is on both its sides.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from transcheck.limits import WRAPPING_SLACK, WRAPPING_WIDEST, WRAPPING_WRAPPED_SHARE

_SENTENCE_END = re.compile(r"[.!?…:;][»”\"’'›)\]]*\s*$")
_GOES_ON = re.compile(r"(?:[,–—-]|\b\w+ ?\()\s*$")
_LIST_MARK = re.compile(r"\s*(?:[-–—*•·▪●]|\d{1,2}[.)])\s")
_FIRST_LETTER = re.compile(r"[^\W\d_]")


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
    wrapped = width <= WRAPPING_WIDEST and len(sure) >= WRAPPING_WRAPPED_SHARE * max(1, len(inner))
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
    return len(line.rstrip()) + 1 + len(word) > WRAPPING_SLACK * width
