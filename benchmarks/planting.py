"""Articles with edits of known place: what the aligner is measured and calibrated on.

A draft numbers what an article says (`Passage.units`); passages of two editions that share
a number say the same. Edits take units out of editions or bring new ones in, so where a
sentence has no counterpart any more is known without judging a single vector.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np

from transcheck.aligning import align
from transcheck.discovery import discover
from transcheck.embedding import Encoder, Vectors
from transcheck.loading import load
from transcheck.model import Alignment, Article, Edition, Kind, Segment
from transcheck.segmenting import segment
from transcheck.thresholds import AlignerThresholds

Absence = tuple[int, int, int]
"""Position of an edition, index of its segment, position of an edition without counterpart."""

Known = Mapping[str, Vectors]
"""The vector of each text."""


@dataclass(frozen=True, slots=True)
class Passage:
    """One sentence of a draft."""

    text: str
    units: frozenset[int]
    kind: Kind = Kind.BODY


@dataclass(frozen=True, slots=True)
class Planted:
    """An article and what was done to it."""

    article: Article
    absent: Mapping[Absence, str]
    """What has no counterpart because of an edit, with the kind of edit."""


class Draft:
    """An article that is being edited."""

    def __init__(
        self, name: str, languages: Sequence[str], editions: Iterable[Sequence[Passage]]
    ) -> None:
        """Note what the editions say before any edit."""
        self.name = name
        self.languages = tuple(languages)
        self.editions = [list(passages) for passages in editions]
        self._edits: dict[int, str] = {}
        self._stood: dict[int, set[int]] = {}
        for edition, passages in enumerate(self.editions):
            for unit in {unit for passage in passages for unit in passage.units}:
                self._stood.setdefault(unit, set()).add(edition)

    @property
    def units(self) -> list[int]:
        """Return the units that every edition has, and none in a sentence with another."""
        had = [{unit for p in passages for unit in p.units} for passages in self.editions]
        every = (p.units for passages in self.editions for p in passages)
        joined = {unit for units in every if len(units) > 1 for unit in units}
        return sorted(set.intersection(*had) - joined) if had else []

    def find(self, edition: int, unit: int) -> int | None:
        """Return where an edition has a unit in a sentence of its own."""
        places = (n for n, p in enumerate(self.editions[edition]) if p.units == {unit})
        return next(places, None)

    def remove(self, unit: int, edition: int, edit: str) -> None:
        """Take a unit out of an edition."""
        self.editions[edition] = [p for p in self.editions[edition] if unit not in p.units]
        self._edits[unit] = edit

    def insert(self, text: str, edition: int, place: int, edit: str) -> None:
        """Put a sentence into one edition that the others never had."""
        unit = max(self._stood, default=0) + 1
        self._stood[unit] = set(range(len(self.editions)))
        self._edits[unit] = edit
        self.editions[edition].insert(place, Passage(text, frozenset({unit})))

    def rewrite(self, edition: int, place: int, count: int, texts: Sequence[str]) -> None:
        """Say with other sentences what `count` passages say together."""
        old = self.editions[edition][place : place + count]
        units = frozenset(unit for passage in old for unit in passage.units)
        new = [replace(old[0], text=text, units=units) for text in texts]
        self.editions[edition][place : place + count] = new

    def planted(self) -> Planted:
        """Return the article as it stands now."""
        present = [{unit for p in passages for unit in p.units} for passages in self.editions]
        absent = {
            (edition, index, other): self._edits[min(passage.units)]
            for edition, passages in enumerate(self.editions)
            for index, passage in enumerate(passages)
            for other, units in enumerate(present)
            if not passage.units & units and all(other in self._stood[u] for u in passage.units)
        }
        editions = zip(self.languages, self.editions, strict=True)
        return Planted(Article(self.name, tuple(_edition(*e) for e in editions)), absent)


def _edition(language: str, passages: Sequence[Passage]) -> Edition:
    segments = (
        Segment(n, p.kind, p.text, n, n + 1, 1, n + 1, len(p.text) + 1)
        for n, p in enumerate(passages)
    )
    return Edition(language, Path(f"{language}.txt"), "", tuple(segments))


def draft(article: Article, alignment: Alignment) -> Draft:
    """Return a draft in which the beads of an alignment are the units."""
    passages = [
        {i: Passage(edition.segments[i].text, frozenset({n}), edition.segments[i].kind)
         for n, bead in enumerate(alignment.beads) for i in bead.sides[position]}
        for position, edition in enumerate(article.editions)
    ]  # fmt: skip
    languages = [edition.language for edition in article.editions]
    return Draft(article.name, languages, ([p[i] for i in sorted(p)] for p in passages))


def absences(alignment: Alignment) -> Iterator[Absence]:
    """Yield every sentence and edition that the alignment finds no counterpart in."""
    for bead in alignment.beads:
        for edition, side in enumerate(bead.sides):
            for other, there in enumerate(bead.sides):
                if not there:
                    yield from ((edition, index, other) for index in side)


def halves(text: str) -> tuple[str, str] | None:
    """Return a sentence cut in two at the punctuation nearest its middle, if it has any."""
    places = [m.end() for m in re.finditer(r"[,;:] | [—–]", text)]
    inner = [at for at in places if 0.3 < at / len(text) < 0.7]
    if not inner:
        return None
    at = min(inner, key=lambda place: abs(place / len(text) - 0.5))
    return text[:at].rstrip(" ,;:—–") + ".", text[at].upper() + text[at + 1 :]


def read_folder(folder: Path) -> list[Article]:
    """Return the articles of a folder, loaded and cut into sentences as the tool does."""
    return [
        Article(files.name, tuple(segment(load(path)) for path in files.editions))
        for files in discover([folder]).articles
        if len(files.editions) > 1
    ]


def encode(
    encoder: Encoder, texts: Iterable[str], known: Known | None = None
) -> dict[str, Vectors]:
    """Return the vectors known already and those of new texts, each encoded once."""
    old = dict(known or {})
    new = sorted(set(texts) - set(old), key=lambda text: (len(text), text))
    return old | (dict(zip(new, encoder.encode(new), strict=True)) if new else {})


def texts_of(articles: Iterable[Article]) -> Iterator[str]:
    """Yield the text of every segment."""
    return (s.text for article in articles for e in article.editions for s in e.segments)


def aligned(article: Article, known: Known, thresholds: AlignerThresholds) -> Alignment:
    """Return the alignment of an article whose texts have vectors."""
    some = next(iter(known.values()))
    vectors = [
        np.array([known[s.text] for s in edition.segments], dtype=np.float32).reshape(-1, len(some))
        for edition in article.editions
    ]
    return align(article, vectors, thresholds)
