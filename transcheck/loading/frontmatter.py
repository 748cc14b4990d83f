"""Front matter: the lines of keys and values at the head of a Markdown file.

Between ``---`` it is YAML, between ``+++`` TOML, as Hugo has it. Only what articles use is
read: ``key: value`` or ``key = value``, quoted or not, and lists in either form of YAML. A full
parser would lose the places of the values.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from transcheck.loading.formats import UnreadableError

_FENCE = re.compile(r"(---|\+\+\+)[ \t]*\n")
_ENDS = {
    "---": re.compile(r"^(?:---|\.\.\.)[ \t]*$", re.MULTILINE),
    "+++": re.compile(r"^\+\+\+[ \t]*$", re.MULTILINE),
}
_PAIRS = {
    "---": re.compile(r"([A-Za-z][\w-]*)[ \t]*:(?:[ \t]+|$)(.*)"),
    "+++": re.compile(r"([A-Za-z][\w-]*)[ \t]*=[ \t]*(.*)"),
}
_ITEM = re.compile(r"\s*-[ \t]+(.*)")


@dataclass(frozen=True, slots=True)
class Value:
    """One value, without its quotes, and where it stands."""

    text: str
    offset: int


FrontMatter = dict[str, tuple[Value, ...]]
"""Values by key in lower case; a list has several, an empty value none."""


def read_front_matter(source: str) -> tuple[FrontMatter, int]:
    """Return the front matter of a source and the offset behind it; nothing and 0 without one.

    Raises:
        UnreadableError: it is opened and never closed.
    """
    opening = _FENCE.match(source)
    if opening is None:
        return {}, 0
    start, fence = opening.end(), opening[1]
    closing = _ENDS[fence].search(source, start)
    if closing is None:
        if _PAIRS[fence].match(source, start):
            raise UnreadableError(
                f"opens front matter in line 1 that no line «{fence}» closes", "add that line"
            )
        return {}, 0  # a rule across the page, and text below it
    found: dict[str, list[Value]] = {}
    values: list[Value] = []
    for line in re.finditer(r".+", source[start : closing.start()]):
        pair, item = _PAIRS[fence].match(line[0]), _ITEM.match(line[0])
        if pair:
            values = found.setdefault(pair[1].lower(), [])
            values += _values(pair[2], start + line.start() + pair.start(2))
        elif item:
            values += _values(item[1], start + line.start() + item.start(1))
    return {key: tuple(each) for key, each in found.items()}, closing.end()


def _values(written: str, offset: int) -> list[Value]:
    if written.startswith("[") and written.rstrip().endswith("]"):
        parts = re.finditer(r"[^,]+", written.rstrip()[1:-1])
        return [value for part in parts for value in _values(part[0], offset + 1 + part.start())]
    text = written.strip()
    offset += len(written) - len(written.lstrip())
    if len(text) > 1 and text[0] == text[-1] and text[0] in "\"'":
        return [Value(text[1:-1], offset + 1)]
    if text in ("", "|", ">", "~", "null"):
        return []
    return [Value(text, offset)]
