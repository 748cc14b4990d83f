"""The run, stage by stage: load, segment, embed, align, extract, compare."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

import transcheck
from transcheck.accepting import Policy, heed, override
from transcheck.accepting.equivalence import excuse
from transcheck.aligning import align
from transcheck.aligning.cuts import find_cuts, probes
from transcheck.checks import Check, in_order, regraded
from transcheck.discovery import ArticleFiles
from transcheck.embedding import Encoder, Vectors
from transcheck.facts import extract
from transcheck.loading import naming
from transcheck.loading.collecting import collect
from transcheck.model import (
    Alignment,
    Article,
    ArticleReport,
    Bead,
    Comparison,
    Edition,
    Finding,
    Lack,
    Skipped,
    Waiting,
)
from transcheck.segmenting import segment
from transcheck.suggesting import suggest
from transcheck.thresholds import AlignerThresholds, aligner_thresholds

Vector = NDArray[np.float32]

PLAIN = Policy()
"""What is checked where nobody decided anything."""
BATCH = 1024
"""Sentences encoded in one call: enough to fill an encoder, few enough to show progress."""


@dataclass(frozen=True, slots=True)
class _Read:
    """An article whose files were read, as far as they could be."""

    article: Article
    skipped: tuple[Skipped, ...]
    waiting: tuple[Waiting, ...] = ()
    required: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()

    @property
    def missing(self) -> tuple[Waiting, ...]:
        """Return the editions that are required and not there."""
        return tuple(each for each in self.waiting if each.language in self.required)

    @property
    def comparable(self) -> bool:
        return len(self.article.editions) > 1

    @property
    def texts(self) -> Iterator[str]:
        return (s.text for e in self.article.editions for s in e.segments)


def check_files(
    name: str | None, paths: Sequence[Path], encoder: Encoder, policy: Policy = PLAIN
) -> ArticleReport:
    """Compare the editions of one article.

    Args:
        name: what the article is called in the report; None takes it from the paths.
        paths: the files of its editions; the first is the reference where two disagree.
        encoder: turns sentences into vectors.
        policy: which checks run, and what of their findings counts.

    Returns:
        The report; what could not be read is in `ArticleReport.skipped`, and the
        editions that could are compared all the same where two are left.
    """
    languages = naming.languages(paths)
    files = ArticleFiles(name or naming.article_name(paths), tuple(paths), languages=languages)
    return next(check_many([files], encoder, policy))


def check_many(
    groups: Iterable[ArticleFiles],
    encoder: Encoder,
    policy: Policy = PLAIN,
) -> Iterator[ArticleReport]:
    """Compare article after article, encoding the sentences of several in one go.

    Args:
        groups: the editions of each article.
        encoder: turns sentences into vectors.
        policy: which checks run, and what of their findings counts.

    Yields:
        One report an article, in the order of `groups`.
    """
    for batch in _batches(groups):
        yield from _compare(batch, encoder, policy)


def signature(encoder: Encoder, policy: Policy = PLAIN) -> str:
    """Return what a result depends on besides the text, for the report."""
    limits = "+".join(aligner_thresholds(encoder.family, n).digest() for n in (2, 3))
    measured = f"encoder={encoder.name}|thresholds={limits}|transcheck={transcheck.__version__}"
    return f"{measured}|policy={policy.digest}" if policy.digest else measured


def _batches(groups: Iterable[ArticleFiles]) -> Iterator[list[_Read]]:
    batch: list[_Read] = []
    size = 0
    for files in groups:
        read = _read(files)
        batch.append(read)
        size += sum(1 for _ in read.texts)
        if size >= BATCH:
            yield batch
            batch, size = [], 0
    if batch:
        yield batch


def _read(files: ArticleFiles) -> _Read:
    if files.problem:
        return _Read(Article(files.name, ()), (files.problem,))
    there = collect(
        files.name, files.editions, files.languages, files.texts, found=bool(files.pattern)
    )
    absent = (
        Waiting(code, files.pattern.replace("*", code), Lack.ABSENT)
        for code in files.required
        if code not in files.languages
    )
    article = Article(files.name, tuple(segment(document) for document in there.documents))
    return _Read(article, there.skipped, (*there.waiting, *absent), files.required, files.notes)


def _compare(batch: Sequence[_Read], encoder: Encoder, policy: Policy) -> Iterator[ArticleReport]:
    vectors = _encode((t for read in batch if read.comparable for t in read.texts), encoder)
    limits = [aligner_thresholds(encoder.family, len(r.article.editions)) for r in batch]
    alignments = [_align(*one, vectors) for one in zip(batch, limits, strict=True)]
    suspected = [
        tuple(probes(read.article, alignment.beads)) if read.comparable else ()
        for read, alignment in zip(batch, alignments, strict=True)
    ]
    vectors |= _encode(
        (t for found in suspected for p in found for t in p.texts if t not in vectors), encoder
    )
    for read, alignment, found, own in zip(batch, alignments, suspected, limits, strict=True):
        cuts = find_cuts(found, vectors, own)
        yield _report(read, replace(alignment, cuts=cuts), policy)


def _encode(texts: Iterable[str], encoder: Encoder) -> dict[str, Vector]:
    unique = list(dict.fromkeys(texts))
    return dict(zip(unique, encoder.encode(unique), strict=True)) if unique else {}


def _align(read: _Read, thresholds: AlignerThresholds, vectors: Mapping[str, Vector]) -> Alignment:
    if not read.comparable:
        alone = (s.index for edition in read.article.editions for s in edition.segments)
        return Alignment(tuple(Bead(((index,),), 1.0) for index in alone))
    return align(read.article, [_stack(e, vectors) for e in read.article.editions], thresholds)


def _report(read: _Read, alignment: Alignment, policy: Policy) -> ArticleReport:
    article = read.article
    facts = tuple(extract(edition) for edition in article.editions if read.comparable)
    comparison = Comparison(article, alignment, facts, read.missing)
    findings, failures = run_checks(comparison, policy)
    heeded = heed(article.editions, override(article, findings, policy.overrides))
    excused = excuse(article, alignment, heeded, policy.glossary)
    return ArticleReport(
        article.name,
        article.editions,
        alignment,
        excused,
        (*read.skipped, *failures),
        read.waiting,
        read.notes,
    )


def _stack(edition: Edition, vectors: Mapping[str, Vector]) -> Vectors:
    return np.stack([vectors[s.text] for s in edition.segments])


def run_checks(
    comparison: Comparison, policy: Policy = PLAIN
) -> tuple[tuple[Finding, ...], tuple[Skipped, ...]]:
    """Return the findings of every check that is to run, and the checks that failed.

    A check with a defect must not take the findings of the others with it, nor pass for
    one that found nothing: it is reported as something that was not checked.
    """
    found: list[Finding] = []
    failures: list[Skipped] = []
    for check in policy.checks():
        if len(comparison.article.editions) < 2 and not check.alone:
            continue
        try:
            found.extend(check.run(check, comparison))
        except Exception as error:
            failures.append(_failure(check, error))
    ordered = suggest(in_order(comparison.article, found))
    return regraded(comparison.article, ordered, policy.severities), tuple(failures)


def _failure(check: Check, error: Exception) -> Skipped:
    return Skipped(
        check.code,
        f"the check {check.code} failed: {type(error).__name__}: {error}",
        "this is a defect of transcheck, please report it with the article",
    )
