"""Source text to readable text: what an editor cannot see goes, and every place is kept.

Gone are markup (the formats see to that), soft hyphens, zero-width and bidirectional
marks, stress accents, control characters and the escape sequences of terminals. White
space is one plain space, letters are composed (NFC). Each character that remains knows
the place in the source that it comes from.
"""

from __future__ import annotations

import re
import unicodedata
from array import array
from collections.abc import Callable, Iterable
from functools import cache

from transcheck.limits import NORMALISING_LONGEST_CLUSTER
from transcheck.model import Block, Kind

Piece = tuple[str, int]
"""A stretch of readable text and its offset in the source, where it stands as it is here.
A character reference is a piece for each character, all at the offset of the reference."""

_ESCAPES = re.compile(
    "(?:\x1b\\[|\x9b)[0-?]*[ -/]*[@-~]"  # control sequences: colours, cursor (ECMA-48, 5.4)
    "|\x1b\\][^\x07\x1b]*(?:\x07|\x1b\\\\)"  # operating system commands: window titles, links
    "|\x1b[ -/]*[0-~]"
)
_UNSEEN = re.compile(
    "[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f"  # controls that are not white space
    "\xad\u034f\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff"  # format characters
    "\ud800-\udfff\ufdd0-\ufdef\ufff0-\ufffb\ufffe\uffff\U000e0000-\U000e007f]+"
)
_SPACES = re.compile(r"(?: (?=\s)|[^\S ])\s*")
"""White space that is not one plain space already."""
_STRESS = re.compile("(?<=[аеєиіїоуюяёыэАЕЄИІЇОУЮЯЁЫЭ])[\u0300\u0301]+")
_SUSPECT = re.compile(
    "[\x00-\x1f\x7f-\xa0\xad\u0300\u0301\u034f\u061c\u1680\u180e\u2000-\u200f\u2028-\u202f"
    "\u205f-\u206f\u3000\ud800-\udfff\ufdd0-\ufdef\ufeff\ufff0-\ufffb\ufffe\uffff\U000e0000-\U000e007f]"
)
"""A character of which one of the expressions above may take hold, but for plain spaces."""


def block(kind: Kind, pieces: Iterable[Piece]) -> Block | None:
    """Return the block that `pieces`, read one after the other, make; None if nothing is seen."""
    pieces = list(pieces)
    text = "".join([text for text, _ in pieces])
    if not _is_clean(text):
        text, places = _cleaned(text, _places(pieces))
        return Block(kind, text, _runs(places)) if text else None
    # Nearly all text needs no cleaning, and then no place of every single character.
    seen = text.strip()
    return Block(kind, seen, _runs_of(pieces, text.index(seen), len(seen))) if seen else None


def plain(text: str) -> str:
    """Return text that has no place, such as a title in an attribute, cleaned in the same way."""
    made = block(Kind.BODY, [(text, 0)])
    return made.text if made else ""


def _is_clean(text: str) -> bool:
    if "  " in text or _SUSPECT.search(text):
        return False
    return unicodedata.is_normalized("NFC", text)


def _cleaned(text: str, places: array[int]) -> tuple[str, array[int]]:
    text, places = _replace(text, places, _ESCAPES, lambda _: "")
    text, places = _replace(text, places, _UNSEEN, lambda _: "")
    text, places = _replace(text, places, _SPACES, lambda _: " ")
    text, places = _replace(text, places, _STRESS, lambda _: "")
    if not unicodedata.is_normalized("NFC", text):
        text, places = _replace(text, places, _clusters(), _compose)
    start = len(text) - len(text.lstrip())
    text = text.strip()
    return text, places[start : start + len(text)]


def _places(pieces: Iterable[Piece]) -> array[int]:
    places: array[int] = array("L")
    for text, offset in pieces:
        places.extend(range(offset, offset + len(text)))
    return places


def _replace(
    text: str, places: array[int], pattern: re.Pattern[str], new: Callable[[str], str]
) -> tuple[str, array[int]]:
    """Replace every match; what comes in for it has the place where the match starts."""
    texts: list[str] = []
    kept: array[int] = array("L")
    done = 0
    for match in pattern.finditer(text):
        start, end = match.span()
        replacement = new(match[0])
        if replacement == match[0]:
            continue
        texts += text[done:start], replacement
        kept += places[done:start]
        kept.extend([places[start]] * len(replacement))
        done = end
    if not done:
        return text, places
    return "".join((*texts, text[done:])), kept + places[done:]


@cache
def _clusters() -> re.Pattern[str]:
    """Return a pattern for what NFC changes: a character with its marks, or a singleton.

    Built only for text that is not composed yet, as it looks at every character there is.
    """
    characters = [chr(code) for code in (*range(0x300, 0xD800), *range(0xF900, 0x20000))]
    marks = "".join(filter(_is_mark, characters))
    single = "".join(c for c in characters if unicodedata.normalize("NFC", c) != c)
    return re.compile(
        f"[^{marks}][{marks}]{{1,{NORMALISING_LONGEST_CLUSTER}}}|[{single}]", re.DOTALL
    )


def _is_mark(character: str) -> bool:
    """Return whether it may join the character before it; in Hangul letters do, too."""
    return unicodedata.category(character)[0] == "M" or "\u1160" <= character <= "\u11ff"


def _compose(cluster: str) -> str:
    return unicodedata.normalize("NFC", cluster)


def _runs(places: array[int]) -> tuple[tuple[int, int], ...]:
    return tuple(
        (index, place)
        for index, place in enumerate(places)
        if not index or place != places[index - 1] + 1
    )


def _runs_of(pieces: Iterable[Piece], start: int, length: int) -> tuple[tuple[int, int], ...]:
    """Return the runs of a stretch of the pieces' text, with indexes within the stretch."""
    runs: list[tuple[int, int]] = []
    index, expected = -start, -1
    for text, offset in pieces:
        skipped = max(0, -index)
        if skipped < len(text) and index < length:
            if offset + skipped != expected:
                runs.append((index + skipped, offset + skipped))
            expected = offset + len(text)
        index += len(text)
    return tuple(runs)
