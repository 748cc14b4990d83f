"""Whether a line is the article's or the site's, told by its words and its shape.

Sites print switchers of language, stamps, bylines, credits, counters and buttons beside an
article, and editors paste them along. Such a line is known by what its words are about
(`label_words.tsv` of each language), by its shape and by where it stands. A softmax
regression on these features weighs them; `training/labels.py` fits it. All languages' words
are looked for in every edition, as sites mix them.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from enum import StrEnum
from functools import cache, lru_cache
from math import exp, log
from typing import NamedTuple

from transcheck.languages import LANGUAGES, read_rows
from transcheck.limits import (
    LABELS_HEAD,
    LABELS_LONGEST,
    LABELS_LONGEST_STEM,
    LABELS_MANY,
    LABELS_MOST,
    LABELS_SHORTEST_STEM,
)
from transcheck.model import Kind

KINDS = (Kind.BODY, Kind.FURNITURE, Kind.BYLINE, Kind.CAPTION)
"""What a line may be; the first stands for all text of an article."""

_TOKEN = re.compile(r"[ap]\.m(?=\.|\b)|[^\W\d_]+(?:['’ʼ-][^\W\d_]+)*|\d+(?:[.,:/\u00a0 ]\d+)*")
_END = re.compile(r"(?<![.\s][^\W\d_])[.!?…][»”\"’)\]]*$")
_INNER_END = re.compile(r"\w{3}[.!?…][»”\"’)\]]*\s+[«“\"]?\w")
_BAR = re.compile(r"\s[|•·/›»>—–-]\s|\w[|•›>]\w")
_DATE = re.compile(
    r"\b\d{1,2}[./-]\d{1,2}[./-](?:\d\d){1,2}\b|\b\d{4}-\d\d-\d\d\b|\b\d{1,2}:\d\d\b"
)
_LINK = re.compile(r"https?://|www\.|\S@\S|@\w{3,}|\w/\w+/")
_MARKS = {
    "quote": re.compile(r"[«“„\"‘']"),
    "dash": re.compile(r"[—–-]\s"),
    "item": re.compile(r"(?:[•*·▪●]|\d{1,2}[.)])\s"),
    "tag": re.compile(r"#\w"),
    "sign": re.compile(r"[©®@→▶►👁📷⏱💬🔴✍️🔔👉]"),
    "bracket": re.compile(r"[(\[]"),
}


class Place(StrEnum):
    """Where in an article a line stands, against its paragraphs."""

    HEAD = "head"
    MIDDLE = "middle"
    TAIL = "tail"


class Label(NamedTuple):
    """What a line is taken for."""

    kind: Kind
    """The likeliest of `KINDS` but text."""
    odds: float
    """Log-odds that it is that or any other label, and not text of the article."""


@lru_cache(maxsize=4096)
def read(text: str, place: Place) -> Label:
    """Return what a line, whose white space is plain, is by its words, its shape and its place."""
    if len(text) > LABELS_LONGEST:
        return Label(Kind.FURNITURE, -20.0)
    weights = _weights()
    scores = [0.0] * len(KINDS)
    for name, value in features(text, place):
        for column, weight in enumerate(weights.get(name, ())):
            scores[column] += weight * value
    shares = [exp(score - max(scores)) for score in scores]
    likeliest = max(range(1, len(KINDS)), key=lambda column: scores[column])
    return Label(KINDS[likeliest], log(sum(shares[1:]) + 1e-9) - log(shares[0] + 1e-9))


def features(text: str, place: Place) -> Iterator[tuple[str, float]]:
    """Yield the names and values of what tells a label from text; a name may come once only."""
    tokens = _TOKEN.findall(text)
    about = [groups(token.lower()) for token in tokens]
    words = [token for token in tokens if not token[0].isdigit()]
    yield "bias", 1.0
    yield f"at {place}", 1.0
    if not tokens:
        return
    counts = Counter(group for found in about for group in found)
    for group, count in counts.items():
        yield f"share {group}", count / len(tokens)
        yield f"has {group}", 1.0
    for group in about[0]:
        yield f"first {group}", 1.0
    both = list(zip(tokens, about, strict=True))
    small = [token for token, found in both if token[0].islower() and not found]
    content = sum(len(token) > 3 for token in small)
    yield "content", min(content, LABELS_MOST)
    yield "no content", float(not content)
    yield "small", min(len(small) - content, LABELS_MANY)
    capitals = sum(
        token[0].isupper() and not found for token, found in zip(tokens, about, strict=True)
    )
    yield "capitals", capitals / len(tokens)
    length = len(tokens)
    for limit in (1, 2, 4, 7, 11, 16, 22):
        yield f"longer than {limit}", float(length > limit)
    yield "numbers", 1 - len(words) / length
    dated = _DATE.search(text) is not None
    stamped = all(token[0].isdigit() or "date" in found for token, found in both)
    yield "stamp", float(stamped and (dated or "date" in counts))
    yield "figures", float(stamped and not dated and "date" not in counts)
    yield "has clock or date", float(dated)
    yield "link", float(_LINK.search(text) is not None)
    yield "upper", float(text.isupper())
    names = _are_names(text, tokens, counts)
    yield "names", float(names)
    yield f"names at {place}", float(names)
    ended = _END.search(text) is not None
    yield "ended", float(ended)
    yield f"ended at {place}", float(ended)
    yield "ended and long", float(ended and length > LABELS_MANY)
    asked = text.endswith("?")
    yield "question", float(asked)
    yield f"asks readers at {place}", float(asked and "reader" in counts)
    yield "exclamation", float(text.endswith("!"))
    yield "colon", float(text.endswith(":"))
    yield "inner colon", float(": " in text)
    yield "several sentences", float(_INNER_END.search(text) is not None)
    yield "comma", float("," in text)
    yield "bar", float(_BAR.search(text) is not None)
    yield from ((f"mark {name}", 1.0) for name, mark in _MARKS.items() if mark.match(text))


def heads(text: str, group: str) -> bool:
    """Return whether a line is a few words, one of a group: "Most read" is of ``read``."""
    tokens = _TOKEN.findall(text)
    return len(tokens) <= LABELS_HEAD and any(group in groups(token.lower()) for token in tokens)


def _are_names(text: str, tokens: list[str], counts: Mapping[str, int]) -> bool:
    """Return whether a line is two or three words as names are, and nothing else."""
    if not 2 <= len(tokens) <= 3 or counts or not text.replace(" ", "").isalpha():
        return False
    return all(token[0].isupper() for token in tokens)


@lru_cache(maxsize=8192)
def groups(word: str) -> tuple[str, ...]:
    """Return the groups of words that a word in small letters is in."""
    whole, stems = _words()
    found = dict.fromkeys(whole.get(word, ()))
    for length in range(LABELS_SHORTEST_STEM, min(len(word), LABELS_LONGEST_STEM) + 1):
        found |= dict.fromkeys(stems.get(word[:length], ()))
    return tuple(found)


@cache
def _words() -> tuple[Mapping[str, list[str]], Mapping[str, list[str]]]:
    """Return the groups of whole words, and those of beginnings of words."""
    whole: dict[str, list[str]] = {}
    stems: dict[str, list[str]] = {}
    for language in LANGUAGES:
        for group, words in language.rows("label_words"):
            for word in words.split():
                table = whole if word.startswith("=") else stems
                table.setdefault(word.lstrip("="), []).append(group)
    return whole, stems


@cache
def _weights() -> Mapping[str, tuple[float, ...]]:
    """Return the weights of each feature, one a kind."""
    return {name: tuple(map(float, weights)) for name, *weights in read_rows("label_weights")}
