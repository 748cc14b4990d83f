"""What keeps a run from doing harm: outputs that are inputs, and files outside of a folder."""

from __future__ import annotations

import os
from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from transcheck.cli.options import Settings
from transcheck.errors import UsageError

if TYPE_CHECKING:
    from transcheck.discovery import ArticleFiles

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
