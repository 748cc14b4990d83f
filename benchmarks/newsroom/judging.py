"""What a run of the real command reports, and whether a finding says what is known to be wrong."""

from __future__ import annotations

import json
import re
import subprocess
import sys
import zlib
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import click

OVERLAP = 0.6
"""Share of the shorter text's words from which on two texts are one sentence."""
STEM = 5
"""First letters of a word that tell it through its cases."""
PASSAGES = frozenset({"missing", "added", "partial", "moved", "language"})
"""Families whose findings are about whole passages: the sentence is judged, not single words."""


@dataclass(frozen=True, slots=True)
class Alarm:
    """One finding that an editor sees: an error or a warning that nothing suppresses."""

    family: str
    code: str
    severity: str
    message: str
    suspects: tuple[str, ...]
    occurrences: tuple[tuple[str, str], ...]
    """Language and words of each place; the words are empty where it is about the sentence."""
    sentences: Mapping[str, tuple[str, ...]]
    """By language the sentences that it points at."""

    @property
    def key(self) -> tuple[object, ...]:
        """Return what is the same in two runs in which this alarm means the same."""
        return self.family, tuple(
            sorted((la, tuple(sorted(s))) for la, s in self.sentences.items())
        )


@dataclass(frozen=True, slots=True)
class Checked:
    """What was said of one article."""

    alarms: tuple[Alarm, ...]
    complete: bool
    """Whether every edition was compared."""


def check(folder: Path) -> dict[str, Checked]:
    """Return what `transcheck gate` says of the articles of a folder, by the article's folder.

    Raises:
        click.ClickException: the command gave no report.
    """
    command = [sys.executable, "-m", "transcheck", "gate", str(folder), "--no-progress"]
    done = subprocess.run(
        [*command, "--format", "json"], capture_output=True, text=True, check=False
    )
    try:
        articles = json.loads(done.stdout)["articles"]
    except ValueError:
        raise click.ClickException(f"no report, exit {done.returncode}: {done.stderr}") from None
    return {article["article"].split("/")[-1]: _checked(article) for article in articles}


def _checked(article: Mapping[str, Any]) -> Checked:
    texts = {
        (edition["language"], segment["index"]): segment["text"]
        for edition in article["editions"]
        for segment in edition["segments"]
    }
    return Checked(
        tuple(
            _alarm(finding, texts)
            for finding in article["findings"]
            if finding["severity"] in {"error", "warning"} and not finding["suppressed"]
        ),
        not article["skipped"],
    )


def _alarm(finding: Mapping[str, Any], texts: Mapping[tuple[str, int], str]) -> Alarm:
    sentences = defaultdict[str, list[str]](list)
    for place in finding["occurrences"]:
        sentences[place["language"]].append(texts[place["language"], place["segment"]])
    return Alarm(
        finding["family"],
        finding["code"],
        finding["severity"],
        finding["message"],
        tuple(finding["suspects"]),
        tuple((place["language"], place.get("text") or "") for place in finding["occurrences"]),
        {language: tuple(said) for language, said in sentences.items()},
    )


def words(text: str) -> set[str]:
    """Return the words of a text in lower case."""
    return set(re.findall(r"\w+", text.lower()))


def same_sentence(one: str, other: str) -> bool:
    """Tell whether two texts are the same sentence, or one is a part of the other."""
    first, second = words(one), words(other)
    return len(first & second) / (min(len(first), len(second)) or 1) >= OVERLAP


def same_words(alarm: Alarm, said: Mapping[str, str]) -> bool:
    """Tell whether an alarm points at the words concerned, by language in `said`.

    Alarms about passages are judged by their sentence alone.
    """
    if alarm.family in PASSAGES:
        return True
    return any(stems(text) & stems(said.get(language, "")) for language, text in alarm.occurrences)


def stems(text: str) -> set[str]:
    """Return the words of a text, each cut to its first letters."""
    return {word[:STEM] for word in words(text)}


def in_half(name: str, half: str | None) -> bool:
    """Tell whether a story or a pair of probes belongs to the half ``a`` or ``b``, or None: all."""
    return half is None or "ab"[zlib.crc32(name.encode()) % 2] == half


def read_lines(path: Path) -> list[dict[str, Any]]:
    """Return the rows of a file of JSON Lines."""
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line]


def share(count: int, of: int) -> str:
    """Return a share as it is printed: three digits, and a dash for nothing of nothing."""
    return f"{count / of:.3f}" if of else "–"


def table(head: Sequence[str], rows: Sequence[Sequence[object]]) -> str:
    """Return rows as a table in Markdown."""
    lines = [head, ["---"] * len(head), *rows]
    return "\n".join("| " + " | ".join(str(cell) for cell in line) + " |" for line in lines)
