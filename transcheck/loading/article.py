"""The editions of one article, read and checked to be comparable."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from transcheck.errors import ArticleError
from transcheck.languages import named
from transcheck.loading import load, naming
from transcheck.model import Document


def load_article(name: str | None, paths: Sequence[Path]) -> tuple[Document, ...]:
    """Return the editions of an article in the order of `paths`.

    Args:
        name: What to call the article in messages; None takes it from the paths.
        paths: The files of its editions.

    Raises:
        ArticleError: fewer than two editions, or two of one language.
        LoadError: an edition cannot be read.
    """
    if name is None:
        name = naming.article_name(paths) if paths else "article"
    if len(paths) < 2:
        only = f": {paths[0]}" if paths else ""
        raise ArticleError(
            f"{name} has {len(paths) or 'no'} edition{'' if len(paths) == 1 else 's'}{only}",
            hint="at least two editions in different languages are needed",
        )
    documents = tuple(load(path) for path in paths)
    seen: dict[str, Document] = {}
    for document in documents:
        other = seen.setdefault(document.language, document)
        if other is not document:
            raise ArticleError(
                f"{name} has two editions in {named(document.language).name}: "
                f"{other.path} and {document.path}",
                hint="leave one out, or put the right text into it",
            )
    return documents
