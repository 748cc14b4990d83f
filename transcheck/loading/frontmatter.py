"""Front matter: what stands before a Markdown text, in YAML, TOML or JSON.

Between ``---`` it is YAML, between ``+++`` TOML, from ``{`` on JSON, as Hugo has it. The parsers
tell what the values are; where each stands is found again in the source, word by word. YAML
that is none, such as ``title: Харків: день перший``, is read line by line.
"""

from __future__ import annotations

import json
import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from transcheck.limits import IGNORING_SHOWN
from transcheck.loading.formats import IgnoreMark, UnreadableError
from transcheck.loading.normalising import plain

if TYPE_CHECKING:
    from yaml import Node


_REQUEST = re.compile(r"\s*transcheck:\s*ignore\s+(?=\S)(.*)", re.DOTALL | re.IGNORECASE)
_ADDRESSED = re.compile(r"\s*transcheck\b", re.IGNORECASE)
NOT_UNDERSTOOD = "?"
"""The code of a mark that addresses us and asks for nothing we know, as where it is misspelt."""
_CODES = re.compile(
    r"([A-Za-z]+\d*(?:\s*,\s*(?:[A-Za-z]+\d+|[A-Z]{2,}\b))*)[\s:—–-]*(.*)", re.DOTALL
)


def read_ignores(comments: Iterable[tuple[str, int]]) -> tuple[IgnoreMark, ...]:
    """Return the requests in comments, each with the offset at which it stands."""
    return tuple(mark for each in comments for mark in _marks(*each))


def _marks(comment: str, offset: int) -> tuple[IgnoreMark, ...]:
    match = _REQUEST.match(comment)
    marks = read_request(match[1], offset) if match else ()
    if marks or not _ADDRESSED.match(comment):
        return marks
    return (IgnoreMark(NOT_UNDERSTOOD, plain(comment)[:IGNORING_SHOWN], offset),)


def read_request(written: str, offset: int) -> tuple[IgnoreMark, ...]:
    """Return what «NUM001, DAT reason» asks for: a mark for each code; none without a code."""
    match = _CODES.match(written.strip())
    if match is None:
        return ()
    codes = (code.strip().upper() for code in match[1].split(","))
    return tuple(IgnoreMark(code, plain(match[2]), offset) for code in codes)


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
_JSON = re.compile(r'\{\s*"')
_WORD = re.compile(r"\w+|\s+|[^\w\s]")
_NAME_KEYS = ("name", "title", "value")
"""What of an entry with keys of its own is the entry, as in ``author: {name: …}``."""


@dataclass(frozen=True, slots=True)
class Value:
    """One value, without its quotes, and where it stands."""

    text: str
    offset: int
    pieces: tuple[tuple[str, int], ...] = ()
    """Its stretches, each with its place, where it stands on several lines or has escapes."""

    def placed(self) -> tuple[tuple[str, int], ...]:
        """Return the stretches of the value with their places."""
        return self.pieces or ((self.text, self.offset),)


FrontMatter = dict[str, tuple[Value, ...]]
"""Values by key in lower case; a list has several, an empty value none."""


def read_front_matter(source: str) -> tuple[FrontMatter, int]:
    """Return the front matter of a source and the offset behind it; nothing and 0 without one.

    Raises:
        UnreadableError: it is opened and never closed.
    """
    if _JSON.match(source):
        try:
            found, end = json.JSONDecoder().raw_decode(source)
        except (ValueError, RecursionError):
            return {}, 0
        return _read(found, source[:end], 0), end
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
    written = source[start : closing.start()]
    parsed = _yaml(written, start) if fence == "---" else _toml(written, start)
    return (_by_lines(written, start, fence) if parsed is None else parsed), closing.end()


def _yaml(written: str, start: int) -> FrontMatter | None:
    """Return the values of YAML; None where it is none, or no mapping."""
    import yaml

    try:
        root = yaml.compose(written, yaml.SafeLoader)
    except (yaml.YAMLError, RecursionError):
        return None
    if not isinstance(root, yaml.MappingNode):
        return None
    return {
        key.value.lower(): tuple(_scalars(node, written, start, set()))
        for key, node in root.value
        if isinstance(key.value, str)
    }


def _scalars(node: Node, written: str, start: int, seen: set[int]) -> Iterator[Value]:
    """Yield the values of a node; what it names again, and again (`*a`), are no new ones."""
    import yaml

    if id(node) in seen:
        return
    seen.add(id(node))
    if isinstance(node, yaml.SequenceNode):
        for item in node.value:
            yield from _scalars(item, written, start, seen)
    elif isinstance(node, yaml.MappingNode):
        named = {key.value: value for key, value in node.value if isinstance(key.value, str)}
        for name in _NAME_KEYS:
            if name in named:
                yield from _scalars(named[name], written, start, seen)
                return
    elif node.value.strip() and node.tag != "tag:yaml.org,2002:null":
        stretch = written[node.start_mark.index : node.end_mark.index]
        yield _placed(node.value, stretch, start + node.start_mark.index)


def _toml(written: str, start: int) -> FrontMatter | None:
    try:
        return _read(tomllib.loads(written), written, start)
    except (ValueError, RecursionError):  # also an integer of thousands of digits
        return None


def _read(found: Mapping[str, Any], written: str, start: int) -> FrontMatter:
    """Return the values of a mapping whose keys and values stand in order in what is written."""
    matter: FrontMatter = {}
    at = 0
    for key, value in found.items():
        at = max(at, written.find(key, at))
        matter[key.lower()] = tuple(
            _placed(text, written[at:], start + at) for text in _texts(value) if text.strip()
        )
    return matter


def _texts(value: object) -> Iterator[str]:
    if isinstance(value, list):
        for item in value:
            yield from _texts(item)
    elif isinstance(value, dict):
        yield from _texts(next((value[name] for name in _NAME_KEYS if name in value), None))
    elif value is not None:
        yield str(value)


def _placed(text: str, written: str, start: int) -> Value:
    """Return a value with the places of its words in what is written from `start` on."""
    text = text.strip()
    at = written.find(text)
    if at >= 0:
        return Value(text, start + at)
    pieces: list[tuple[str, int]] = []
    at = 0
    for match in _WORD.finditer(text):
        word = match[0]
        place = at if word.isspace() else written.find(word, at)
        if place >= 0:
            pieces.append((" " if word.isspace() else word, start + place))
            at = place + (0 if word.isspace() else len(word))
        else:  # it holds an escape: all of it has the place behind the word before
            pieces += [(sign, start + at) for sign in word]
    return Value(text, pieces[0][1], tuple(pieces))


def _by_lines(written: str, start: int, fence: str) -> FrontMatter:
    """Return the values of what no parser reads, a line each."""
    found: dict[str, list[Value]] = {}
    values: list[Value] = []
    for line in re.finditer(r".+", written):
        pair, item = _PAIRS[fence].match(line[0]), _ITEM.match(line[0])
        if pair:
            values = found.setdefault(pair[1].lower(), [])
            values += _values(pair[2], start + line.start() + pair.start(2))
        elif item:
            values += _values(item[1], start + line.start() + item.start(1))
    return {key: tuple(each) for key, each in found.items()}


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
