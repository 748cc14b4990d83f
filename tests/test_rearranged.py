"""Editions that say the same in another arrangement: nothing is missing, nothing added."""

from __future__ import annotations

import random
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from transcheck import embedding
from transcheck.embedding import Encoder
from transcheck.languages import named
from transcheck.model import Family
from transcheck.pipeline import check_files
from transcheck.segmenting import split

ARTICLES = Path(__file__).parents[1] / "fixtures" / "articles"
STORIES = sorted(p.name for p in ARTICLES.iterdir() if (p / "uk.txt").exists())
LANGUAGES = ("uk", "en", "ru")
FORBIDDEN = {Family.MISSING, Family.ADDED, Family.PARTIAL, Family.LANGUAGE}

SHORT = "a short idiom joined to a long sentence: nothing in vectors or lengths shows it"
KNOWN = {"sport-merged-en-1", "sport-swapped-ru-2"}
"""2 of 144 that still raise an alarm; strict, so that the list shrinks when they do not."""

Paragraphs = list[list[str]]
"""Paragraphs of sentences; the first holds the headline alone."""


@pytest.fixture(scope="module")
def encoder() -> Encoder:
    return embedding.load("static")


def read(story: str, language: str) -> Paragraphs:
    text = (ARTICLES / story / f"{language}.txt").read_text(encoding="utf-8")
    paragraphs = [" ".join(p.split()) for p in text.split("\n\n") if p.strip()]
    return [[p[a:b] for a, b in split(p, named(language))] for p in paragraphs]


def merged(paragraphs: Paragraphs, rng: random.Random) -> Paragraphs:
    """Join two neighbouring sentences of a paragraph into one, with a semicolon."""
    places = [
        (n, i)
        for n, p in enumerate(paragraphs)
        for i in range(len(p) - 1)
        if p[i].endswith(".") and p[i + 1][0].isalpha()
    ]
    n, i = rng.choice(places)
    first, second = paragraphs[n][i : i + 2]
    joined = f"{first[:-1]}; {second}"
    return [
        *paragraphs[:n],
        [*paragraphs[n][:i], joined, *paragraphs[n][i + 2 :]],
        *paragraphs[n + 1 :],
    ]


def divided(paragraphs: Paragraphs, rng: random.Random) -> Paragraphs:
    """Cut a sentence in two at a comma near its middle."""
    places = [
        (n, i, m.start())
        for n, p in enumerate(paragraphs[1:], 1)
        for i, sentence in enumerate(p)
        for m in re.finditer(r", (?=\w)", sentence)
        if 0.35 < m.start() / len(sentence) < 0.65 and len(sentence) > 80 and "«" not in sentence
    ]
    n, i, at = rng.choice(places)
    sentence = paragraphs[n][i]
    rest = sentence[at + 2 :]
    halves = [f"{sentence[:at]}.", rest[0].upper() + rest[1:]]
    return [
        *paragraphs[:n],
        [*paragraphs[n][:i], *halves, *paragraphs[n][i + 1 :]],
        *paragraphs[n + 1 :],
    ]


def reflowed(paragraphs: Paragraphs, rng: random.Random) -> Paragraphs:
    """Set the same sentences in other paragraphs."""
    sentences = [s for p in paragraphs[1:] for s in p]
    flowed: Paragraphs = [paragraphs[0]]
    while sentences:
        size = rng.randint(1, 5)
        flowed.append(sentences[:size])
        sentences = sentences[size:]
    return flowed


def swapped(paragraphs: Paragraphs, rng: random.Random) -> Paragraphs:
    """Exchange two neighbouring paragraphs of the story."""
    n = rng.randrange(1, len(paragraphs) - 1)
    return [*paragraphs[:n], paragraphs[n + 1], paragraphs[n], *paragraphs[n + 2 :]]


def said(folder: Path, encoder: Encoder) -> list[str]:
    report = check_files(None, [folder / f"{code}.txt" for code in LANGUAGES], encoder)
    assert report.checked
    return [f.text for f in report.findings if f.family in FORBIDDEN]


def cases() -> Iterator[object]:
    for story in STORIES:
        for rearrange in (merged, divided, reflowed, swapped):
            for language in LANGUAGES:
                for seed in (1, 2):
                    name = f"{story}-{rearrange.__name__}-{language}-{seed}"
                    marks = [pytest.mark.xfail(reason=SHORT)] if name in KNOWN else []
                    yield pytest.param(story, language, rearrange, seed, id=name, marks=marks)


@pytest.mark.parametrize(("story", "language", "rearrange", "seed"), list(cases()))
def test_another_arrangement_misses_nothing(
    story: str, language: str, rearrange: object, seed: int, encoder: Encoder, tmp_path: Path
) -> None:
    assert callable(rearrange)
    changed = rearrange(read(story, language), random.Random(seed))  # noqa: S311
    for code in LANGUAGES:
        paragraphs = changed if code == language else read(story, code)
        text = "\n\n".join(" ".join(p) for p in paragraphs)
        (tmp_path / f"{code}.txt").write_text(text, encoding="utf-8")
    as_it_was = said(ARTICLES / story, encoder)
    assert [text for text in said(tmp_path, encoder) if text not in as_it_was] == []
