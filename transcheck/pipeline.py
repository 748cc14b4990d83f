"""The run, stage by stage: load, segment, embed, align, extract, compare."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

import transcheck
from transcheck.accepting import Policy, heed, override
from transcheck.accepting.equivalence import excuse
from transcheck.accepting.policy import unheeded
from transcheck.aligning import align
from transcheck.aligning.another_story import restored, strangers, without
from transcheck.aligning.cuts import Probe, find_cuts, probes
from transcheck.aligning.kinds import is_open, voted
from transcheck.checks import Check, in_order, regraded, without_weight
from transcheck.checks.rating import likely, merged
from transcheck.discovery import ArticleFiles
from transcheck.embedding import Encoder
from transcheck.errors import TranscheckError
from transcheck.facts import extract
from transcheck.facts.limits import unread
from transcheck.loading import naming
from transcheck.loading.collecting import collect
from transcheck.model import (
    Alignment,
    Article,
    ArticleReport,
    Bead,
    Comparison,
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


class _Read(NamedTuple):
    """An article whose files were read, as far as they could be."""

    article: Article
    skipped: tuple[Skipped, ...]
    waiting: tuple[Waiting, ...] = ()
    required: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    alone: bool = False
    """Whether it is one edition that is checked against itself."""

    @property
    def missing(self) -> tuple[Waiting, ...]:
        """Return the editions that are required and not there."""
        return tuple(each for each in self.waiting if each.language in self.required)

    @property
    def comparable(self) -> bool:
        return len(self.article.editions) > 1

    @property
    def texts(self) -> Iterator[str]:
        return (s.text for e in self.article.editions for s in e.segments if is_open(s))


@dataclass(frozen=True, slots=True)
class _Aligned:
    """An article with its alignment, and the sentences that may be told in part only."""

    read: _Read
    thresholds: AlignerThresholds
    alignment: Alignment = field(default_factory=lambda: Alignment(()))
    """Of the editions that tell one story."""
    suspected: tuple[Probe, ...] = ()
    strangers: tuple[int, ...] = ()
    """Positions of the editions that tell another."""

    @property
    def compared(self) -> Article:
        return without(self.read.article, self.strangers)


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

    Takes what `check_files` takes, of each article in `groups`, and yields the reports in
    their order.
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
    nothing = Article(files.name, ())
    if files.problem:
        return _Read(nothing, (files.problem,))
    try:
        there = collect(
            files.name,
            files.editions,
            files.languages,
            files.texts,
            found=bool(files.pattern),
            alone=files.alone,
        )
        article = Article(files.name, tuple(segment(document) for document in there.documents))
    except Exception as error:  # a page on which we fail must not hide the other articles
        return _Read(nothing, (_failed(files.name, "reading it", error),))
    absent = (
        Waiting(code, files.pattern.replace("*", code), Lack.ABSENT)
        for code in files.required
        if code not in files.languages
    )
    return _Read(
        article,
        there.skipped,
        (*there.waiting, *absent),
        files.required,
        files.notes,
        files.alone,
    )


def _compare(batch: Sequence[_Read], encoder: Encoder, policy: Policy) -> Iterator[ArticleReport]:
    vectors = _encode((t for read in batch if read.comparable for t in read.texts), encoder)
    aligned = [_align(read, encoder.family, vectors) for read in batch]
    suspected = (t for one in aligned for probe in one.suspected for t in probe.texts)
    vectors |= _encode((t for t in suspected if t not in vectors), encoder)
    for one in aligned:
        yield _report(one, vectors, policy)


def _encode(texts: Iterable[str], encoder: Encoder) -> dict[str, Vector]:
    unique = list(dict.fromkeys(texts))
    return dict(zip(unique, encoder.encode(unique), strict=True)) if unique else {}


def _align(read: _Read, family: str, vectors: Mapping[str, Vector]) -> _Aligned:
    article = read.article
    thresholds = aligner_thresholds(family, len(article.editions))
    if not read.comparable:
        return _Aligned(read, thresholds, _alone(article))
    try:
        none = np.zeros_like(next(iter(vectors.values())))  # for furniture, which is not encoded
        rows = ([vectors.get(s.text, none) for s in e.segments] for e in article.editions)
        stacks = [np.stack(row) for row in rows]
        article = voted(article, stacks, thresholds)
        read = read._replace(article=article)
        alignment = align(article, stacks, thresholds)
        apart = strangers(article, alignment, stacks, aligner_thresholds(family, 2))
        if apart:
            article = without(article, apart)
            thresholds = aligner_thresholds(family, len(article.editions))
            stacks = [stack for n, stack in enumerate(stacks) if n not in apart]
            alignment = align(article, stacks, thresholds) if stacks[1:] else _alone(article)
        suspected = tuple(probes(article, alignment.beads)) if stacks[1:] else ()
    except Exception as error:  # nor one that we cannot align
        failure = _failed(article.name, "aligning its editions", error)
        return _Aligned(_Read(replace(article, editions=()), (*read.skipped, failure)), thresholds)
    return _Aligned(read, thresholds, alignment, suspected, apart)


def _alone(article: Article) -> Alignment:
    """Return the alignment of an article with one edition, or none."""
    indexes = (segment.index for edition in article.editions for segment in edition.segments)
    return Alignment(tuple(Bead(((index,),), 1.0) for index in indexes))


def _report(aligned: _Aligned, vectors: Mapping[str, Vector], policy: Policy) -> ArticleReport:
    read, article, compared = aligned.read, aligned.read.article, aligned.compared
    try:
        cuts = find_cuts(aligned.suspected, vectors, aligned.thresholds)
        alignment = replace(aligned.alignment, cuts=cuts)
        worth = read.alone or len(compared.editions) > 1
        facts = tuple(extract(edition) for edition in compared.editions if worth)
        others = tuple(article.editions[n] for n in aligned.strangers)
        comparison = Comparison(compared, alignment, facts, read.missing, others)
        findings, failures = run_checks(comparison, policy)
        heeded = heed(article.editions, override(article, findings, policy.overrides))
        useless = unheeded(article.editions, heeded, policy.runs) if worth else ()
        excused = excuse(compared, alignment, heeded, policy.glossary)
        left_out = [
            s for both in zip(compared.editions, facts, strict=False) for s in unread(*both)
        ]
        if aligned.strangers:
            alignment = Alignment(restored(alignment, article, aligned.strangers))
    except Exception as error:  # nor one that we cannot compare
        failure = _failed(article.name, "comparing its editions", error)
        skipped = (*read.skipped, failure)
        return ArticleReport(article.name, (), Alignment(()), (), skipped, read.waiting, read.notes)
    skipped = (*read.skipped, *left_out, *failures)
    return ArticleReport(
        article.name,
        article.editions,
        alignment,
        excused,
        skipped,
        read.waiting,
        (*read.notes, *useless),
        read.alone,
    )


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
        lone = len(comparison.article.editions) < 2
        if lone and not (check.alone and (comparison.facts or not check.of_facts)):
            continue
        try:
            found.extend(check.run(check, comparison))
        except Exception as error:
            failures.append(_failure(check, error))
    article = comparison.article
    whole = replace(article, editions=(*article.editions, *comparison.strangers))
    ordered = suggest(in_order(whole, without_weight(whole, merged(found))))
    heard = likely(ordered, len(article.editions), policy.alarms)
    return regraded(whole, heard, policy.severities), tuple(failures)


def _failure(check: Check, error: Exception) -> Skipped:
    return _failed(check.code, f"the check {check.code}", error)


def _failed(what: str, work: str, error: Exception) -> Skipped:
    if isinstance(error, TranscheckError):
        raise error  # it is about the run, not about this article
    reason = f"{work} failed: {type(error).__name__}: {error}"
    return Skipped(
        what, reason, "this is a defect of transcheck, please report it with the article"
    )
