"""All that is known of one article, for whoever asks why something was reported, or was not."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from transcheck.aligning.cuts import find_cuts
from transcheck.discovery import ArticleFiles
from transcheck.embedding import Encoder
from transcheck.errors import UsageError
from transcheck.facts import extract
from transcheck.loading import naming
from transcheck.model import Comparison, Finding
from transcheck.pipeline import _align, _encode, _read, run_checks


def traced(paths: Sequence[Path], encoder: Encoder) -> tuple[Comparison, tuple[Finding, ...]]:
    """Return all that is known of one article before anything is accepted, and its findings.

    Raises:
        UsageError: fewer than two editions of one story could be read.
    """
    languages = naming.languages(paths)
    read = _read(ArticleFiles(naming.article_name(paths), tuple(paths), languages=languages))
    vectors = _encode(read.texts, encoder)
    aligned = _align(read, encoder.family, vectors)
    article = aligned.compared
    if len(article.editions) < 2:
        why = "; ".join(f"{one.what}: {one.reason}" for one in aligned.read.skipped)
        hint = why or "name two editions of one story or more"
        raise UsageError("there is nothing to compare", hint=hint)
    texts = (t for probe in aligned.suspected for t in probe.texts if t not in vectors)
    cuts = find_cuts(aligned.suspected, vectors | _encode(texts, encoder), aligned.thresholds)
    facts = tuple(extract(edition) for edition in article.editions)
    comparison = Comparison(article, replace(aligned.alignment, cuts=cuts), facts)
    return comparison, run_checks(comparison)[0]
