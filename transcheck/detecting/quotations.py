"""Which words of a paragraph stand in quotation marks: they may be in any language."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import accumulate

_QUOTATION = re.compile(
    r"""
    « [^«»]* (?: « [^«»]* » [^«»]* )* (?: » | \Z )
    | “ [^“”]* (?: ” | \Z )
    | „ [^„“”]* (?: [“”] | \Z )
    | " (?<!\w") [^"]* (?: " | \Z )
    | ‘ (?<!\w‘) [^‘’]* (?: ’[^‘’\s][^‘’]* )* (?: ’ | \Z )
    """,
    re.VERBOSE,
)
"""A quotation that does not close runs to the end of its paragraph, as the next one opens
again where it goes on."""


def unquoted(sentences: Sequence[str]) -> tuple[str, ...]:
    """Return each sentence of one paragraph with what stands in quotation marks blanked out.

    A quotation may start in one sentence and end in another. Lengths do not change.
    """
    text = " ".join(sentences)
    blank = _QUOTATION.sub(lambda match: " " * len(match[0]), text)
    starts = accumulate((len(sentence) + 1 for sentence in sentences), initial=0)
    return tuple(
        blank[start : start + len(sentence)]
        for start, sentence in zip(starts, sentences, strict=False)
    )
