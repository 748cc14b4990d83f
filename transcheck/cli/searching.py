"""Which articles a command is about: the options of the search, over the configuration."""

from __future__ import annotations

import functools
import os
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import click

from transcheck.cli.completion import language_lists
from transcheck.cli.notes import remark
from transcheck.cli.options import Settings
from transcheck.errors import UsageError

if TYPE_CHECKING:
    from transcheck.discovery import ArticleFiles, Discovery, Globs, Search


_HINT = "name another file; nothing was read or written"


def spare(outputs: Iterable[Path | None], inputs: Iterable[Path]) -> None:
    """Refuse to write over what is read, by whatever name or link.

    Raises:
        UsageError: an output is one of the inputs.
    """
    targets = {_identity(path): path for path in outputs if path is not None}
    if not targets:
        return
    for path in inputs:
        output = targets.get(_identity(path))
        if output is not None:
            raise UsageError(f"the output {output} would replace {path}, which is read", hint=_HINT)


def spare_all(settings: Settings, inputs: Iterable[Path]) -> None:
    """Refuse to write a report over what a run reads, its configuration included.

    Raises:
        UsageError: an output is one of the inputs.
    """
    own = (settings.config.path, settings.baseline, *settings.config.glossary)
    spare(
        (output.path for output in settings.outputs),
        (*inputs, *(path for path in own if path is not None)),
    )


def confined(
    articles: Sequence[ArticleFiles], settings: Settings, roots: Iterable[Path]
) -> tuple[ArticleFiles, ...]:
    """Return articles of which those cannot be checked that have a file outside of the folder.

    Args:
        articles: what was found.
        settings: the folder is part of them.
        roots: what the command line names. Without ``--inside`` that is allowed, too: who
            writes the command is no stranger, who writes what it finds may be one.

    """
    if settings.inside is None:
        return tuple(articles)
    allowed = [settings.inside]
    if not settings.strict:
        plain = [Path(os.path.normpath(root.absolute())) for root in roots]
        elsewhere = [p for p in plain if not p.is_relative_to(os.path.realpath(allowed[0]))]
        allowed += [path if path.is_dir() else path.parent for path in elsewhere]
    return tuple(_confined(article, allowed) for article in articles)


def _confined(article: ArticleFiles, allowed: Sequence[Path]) -> ArticleFiles:
    from transcheck.model import Skipped

    for path in article.editions:
        if path not in article.texts and _outside(path, allowed):
            problem = Skipped(
                str(path),
                f"{path} leads to {os.path.realpath(path)}, outside of {allowed[0]}: not read",
                "remove the link or path, or allow more: --inside FOLDER",
            )
            return replace(article, problem=problem)
    return article


def _outside(path: Path, allowed: Sequence[Path]) -> bool:
    from transcheck.discovery.walking import outside

    return all(outside(path, folder) for folder in allowed)


def _identity(path: Path) -> object:
    """Return what two paths of one file have in common, whether or not it is there."""
    try:
        status = path.stat()
    except OSError:
        return os.path.realpath(path)
    return status.st_dev, status.st_ino


_NAMED = 3
"""Files left out that are named in a remark; the others are counted."""


class Wanted(NamedTuple):
    """What the command line says of the search; what it does not say, the configuration does."""

    patterns: tuple[str, ...] = ()
    include: tuple[str, ...] = ()
    exclude: tuple[str, ...] = ()
    require: tuple[str, ...] | None = None
    gitignore: bool = True
    changed_since: str | None = None
    deleted: bool = False
    allow_empty: bool = False


_OPTIONS = (
    click.option(
        "--changed-since", metavar="REV",
        help="Only articles of which an edition changed in git since the branch, tag or commit "
        "REV, or since this branch left it; what is not committed counts.",
    ),
    click.option(
        "--require", metavar="LANGUAGES", multiple=True, shell_complete=language_lists,
        help="Languages every article must have, with commas between: an edition that is "
        "missing is reported, the others are compared.",
    ),
    click.option(
        "--pattern", "patterns", metavar="PATTERN", multiple=True,
        help="Where editions are, in place of the layouts below: "
        "content/{language}/{article}/index.md. May be repeated.",
    ),
    click.option(
        "--include", metavar="GLOB", multiple=True,
        help="Look only at files that match a glob as in .gitignore. May be repeated.",
    ),
    click.option(
        "--exclude", metavar="GLOB", multiple=True,
        help="Leave out files and folders that match a glob as in .gitignore. May be repeated.",
    ),
    click.option(
        "--no-gitignore", "gitignore", flag_value=False, default=True,
        help="Look at what .gitignore files name, too.",
    ),
    click.option(
        "--with-deleted", "deleted", is_flag=True,
        help="Also the articles of which the next commit of git deletes an edition: for hooks, "
        "which are told only of files that are there.",
    ),
    click.option("--allow-empty", is_flag=True, help="Finding no article is no error."),
)  # fmt: skip


def searching(command: Callable[..., int]) -> Callable[..., int]:
    """Give a command the options of the search; it gets them as `Wanted` called ``wanted``."""

    @functools.wraps(command)
    def wrapped(
        *,
        patterns: tuple[str, ...],
        include: tuple[str, ...],
        exclude: tuple[str, ...],
        require: tuple[str, ...],
        gitignore: bool,
        changed_since: str | None,
        deleted: bool,
        allow_empty: bool,
        **rest: object,
    ) -> int:
        named = tuple(tag.strip() for tags in require for tag in tags.split(",") if tag.strip())
        wanted = Wanted(
            patterns,
            include,
            exclude,
            named if require else None,
            gitignore,
            changed_since,
            deleted,
            allow_empty,
        )
        return command(wanted=wanted, **rest)

    for option in reversed(_OPTIONS):
        wrapped = option(wrapped)
    return wrapped


def articles_under(
    paths: Sequence[Path], settings: Settings, wanted: Wanted
) -> tuple[ArticleFiles, ...]:
    """Return the articles under `paths`; what is left out is told.

    Raises:
        UsageError: a path does not exist, there is no article at all, or something of the
            search is not valid.
    """
    from transcheck import sources
    from transcheck.discovery import Discovery, discover

    stories = [path for path in paths if sources.holds_stories(path)]
    told = tuple(article for path in stories for article in sources.story_files(path))
    rest = [path for path in paths if path not in stories]
    looked = rest or wanted.deleted
    found = discover(rest, _search(wanted, settings)) if looked else Discovery()
    if not settings.quiet:
        if found.strays:
            patterns = wanted.patterns or settings.config.patterns
            why = "the path meets no pattern" if patterns else "no language in the name"
            more = (
                "" if settings.config.path or patterns else "; transcheck init looks for a layout"
            )
            remark(f"left out, {why}: {_some(found.strays)}{more}")
        if found.foreign:
            remark(f"left out, editions in other languages: {_some(found.foreign)}")
        if found.reports:
            remark(f"left out, reports of transcheck: {_some(found.reports)}")
        if found.excluded:
            remark(f"left out by the globs of this run: {_some(found.excluded)}")
        if wanted.changed_since is not None:
            remark(_touched(found, wanted.changed_since))
        elif rest and not found.articles:
            remark(f"no article found under {', '.join(map(str, paths))}")
    articles = (*told, *found.articles)
    spare_all(settings, (*paths, *(e for article in articles for e in article.editions)))
    return confined(articles, settings, paths)


def _search(wanted: Wanted, settings: Settings) -> Search:
    """Return the search; what the command line gives is relative to the working folder."""
    from transcheck.discovery import Globs, Search

    config = settings.config
    folder = config.path.parent if config.path else Path()

    def globs(given: tuple[str, ...], configured: tuple[str, ...]) -> Globs:
        return Globs(given) if given else Globs(configured, folder)

    return Search(
        patterns=globs(wanted.patterns, config.patterns),
        include=globs(wanted.include, config.include),
        exclude=globs(wanted.exclude, config.exclude),
        require=config.require if wanted.require is None else wanted.require,
        gitignore=wanted.gitignore,
        changed_since=wanted.changed_since,
        deleted=wanted.deleted,
        allow_empty=wanted.allow_empty,
    )


def _some(paths: Sequence[Path]) -> str:
    more = f" and {len(paths) - _NAMED} more" if len(paths) > _NAMED else ""
    return f"{', '.join(map(str, paths[:_NAMED]))}{more}"


def _touched(found: Discovery, revision: str) -> str:
    touched, total = len(found.articles), len(found.articles) + found.untouched
    if not touched:
        return f"none of {total} articles changed since {revision}: nothing to check"
    return f"{touched} of {total} articles changed since {revision}"
