"""The same as the commands, for programs: a CMS that asks before it publishes.

>>> import transcheck
>>> report = transcheck.check_article(
...     {
...         "uk": "<h1>Міст відкрили 5 грудня</h1><p>Його будували 20 років.</p>",
...         "en": "<h1>The bridge was opened on 5 December</h1><p>It took 12 years.</p>",
...         "ru": transcheck.Text("Его строили 20 лет.", title="Мост открыли 5 декабря"),
...     },
...     name="bridge",
... )
>>> for finding in report.findings:
...     print(finding.severity, finding.code, finding.text)
error NUM001 en “12 years”, but uk “20 років”, ru “20 лет”
>>> transcheck.frames.findings([report])[["en_text", "en_value", "ru_text", "ru_value"]]
    en_text en_value ru_text ru_value
0  12 years  12 year  20 лет  20 year

Everything here may be called from several threads at once. What is checked depends on the
arguments alone: no configuration is looked for, and nothing is written but the cache of
vectors that a slow encoder keeps.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from functools import partial
from pathlib import Path

from transcheck import configuration, embedding, pipeline, workers
from transcheck.accepting import Baseline, Policy, accept
from transcheck.accepting.baseline import read as read_baseline
from transcheck.configuration import Config, policy_of
from transcheck.discovery import ArticleFiles, Search, discover
from transcheck.embedding import Encoder
from transcheck.errors import UsageError
from transcheck.languages import named
from transcheck.model import ArticleReport, Document, Report
from transcheck.sources.cms import Text

Edition = str | Text | os.PathLike[str]
"""What an edition may be given as: its text, its text with more said of it, or its file."""


def check_article(
    editions: Mapping[str, Edition],
    *,
    name: str = "article",
    encoder: str | Encoder = embedding.DEFAULT,
    config: Config | Path | None = None,
    baseline: Baseline | Path | None = None,
) -> ArticleReport:
    """Compare the editions of one article.

    Args:
        editions: at least two, by language (``uk``, ``en``, ``ru`` or an alias); the first is
            the reference where two disagree. A `str` is the text itself, plain or HTML; a
            path is read.
        name: what the article is called. Fingerprints are made of it, so let it be something
            that stays: an identifier, not the headline.
        encoder: the name of one (as for ``--encoder``), or any object that is an `Encoder`.
        config: a configuration, or the file of one: which checks run, how grave they are,
            glossaries. None means the defaults.
        baseline: accepted findings, or the file of them: they are marked as suppressed.

    Returns:
        The report. An edition that cannot be read is in `ArticleReport.skipped`, and the
        others are compared all the same where two are left.

    Raises:
        UsageError: fewer than two editions, a language that is none, or an error in the
            configuration or baseline.
        EncoderError: the encoder does not load.
    """
    if len(editions) < 2:
        raise UsageError("an article has two editions or more", hint="give them by language")
    codes = [named(language).code for language in editions]
    texts: dict[Path, Callable[[], Document]] = {}
    paths = []
    for (language, given), code in zip(editions.items(), codes, strict=True):
        if isinstance(given, os.PathLike):
            paths.append(Path(given))
            continue
        text = given if isinstance(given, Text) else _text(language, given)
        called = text.path(name, language)
        paths.append(called if called not in paths else replace(text, url="").path(name, language))
        texts[paths[-1]] = partial(text.document, paths[-1], code)
    files = ArticleFiles(name, tuple(paths), languages=tuple(codes), texts=texts)
    policy = _policy(config)
    report = next(pipeline.check_many([files], _encoder(encoder), policy))
    return accept(report, _accepted(baseline)).report


def check_folder(
    *paths: str | os.PathLike[str],
    encoder: str | Encoder = embedding.DEFAULT,
    config: Config | Path | None = None,
    baseline: Baseline | Path | None = None,
    search: Search | None = None,
    jobs: int | str = 1,
) -> Report:
    """Compare the editions of every article under folders, as ``transcheck gate`` does.

    Args:
        paths: folders, or files that stand for the article they belong to.
        encoder: as for `check_article`.
        config: as for `check_article`; its patterns and globs are part of a `search`.
        baseline: as for `check_article`.
        search: which files are looked at; None means all, in the layouts of ``gate``.
        jobs: processes to compare with, or ``"auto"``; 1 is this one.

    Returns:
        The reports of all articles, sorted by name. `iterate_folder` gives them one by one.

    Raises:
        UsageError: a path does not exist, there is no article, or an error as above.
        EncoderError: the encoder does not load.
    """
    loaded, policy = _encoder(encoder), _policy(config)
    reports = iterate_folder(
        *paths, encoder=loaded, config=config, baseline=baseline, search=search, jobs=jobs
    )
    return Report(tuple(reports), pipeline.signature(loaded, policy))


def iterate_folder(
    *paths: str | os.PathLike[str],
    encoder: str | Encoder = embedding.DEFAULT,
    config: Config | Path | None = None,
    baseline: Baseline | Path | None = None,
    search: Search | None = None,
    jobs: int | str = 1,
) -> Iterator[ArticleReport]:
    """Compare as `check_folder` does, but yield each report when it is made.

    What is wrong with the arguments is raised at once, not with the first report; memory does
    not grow with the number of articles.
    """
    if not paths:
        raise UsageError("no folder to check", hint="name one")
    loaded, policy, accepted = _encoder(encoder), _policy(config), _accepted(baseline)
    articles = discover([Path(path) for path in paths], search).articles
    processes = workers.jobs_for(jobs, len(articles))
    reports = workers.check_many(articles, loaded, policy, jobs=processes)
    return (accept(report, accepted).report for report in reports)


def _text(language: str, given: object) -> Text:
    if not isinstance(given, str):
        raise UsageError(
            f"the edition {language} is a {type(given).__name__}",
            hint="give its text as str or transcheck.Text, or its file as a path",
        )
    return Text(given)


def _encoder(encoder: str | Encoder) -> Encoder:
    return embedding.load(encoder) if isinstance(encoder, str) else encoder


def _policy(config: Config | Path | None) -> Policy:
    if isinstance(config, Config) or config is None:
        return policy_of(config or Config())
    return policy_of(configuration.read(Path(config)))


def _accepted(baseline: Baseline | Path | None) -> Baseline:
    if isinstance(baseline, Baseline):
        return baseline
    return read_baseline(Path(baseline)) if baseline else Baseline()
