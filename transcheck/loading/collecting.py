"""The editions of one article, as far as they can be read: a broken one hides no other."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from transcheck.errors import LoadError
from transcheck.languages import named
from transcheck.loading import load
from transcheck.model import Document, Skipped

_NONE: Mapping[Path, Callable[[], Document]] = {}


def collect(
    name: str,
    paths: Sequence[Path],
    languages: Sequence[str | None] = (),
    texts: Mapping[Path, Callable[[], Document]] = _NONE,
) -> tuple[tuple[Document, ...], tuple[Skipped, ...]]:
    """Return the documents that can be compared, in the order of `paths`, and what cannot.

    Of two editions in one language neither is compared: nobody knows which is meant.

    Args:
        name: what the article is called in messages.
        paths: the files of its editions.
        languages: what the paths say, see `transcheck.loading.naming.languages`; empty
            leaves it to each file's own path.
        texts: how editions are loaded that are no files, by what they are called.
    """
    read: dict[str, list[Document]] = {}
    skipped: list[Skipped] = []
    for path, language in zip(paths, languages or [None] * len(paths), strict=True):
        try:
            document = texts[path]() if path in texts else load(path, language=language)
        except LoadError as error:
            skipped.append(Skipped(str(path), error.message, error.hint))
        else:
            read.setdefault(document.language, []).append(document)
    for language, documents in read.items():
        if len(documents) > 1:
            files = " and ".join(str(d.path) for d in documents)
            skipped.append(
                Skipped(
                    name,
                    f"{name} has {len(documents)} editions in {named(language).name}: {files}",
                    "leave one out, or put the right text into it",
                )
            )
    single = tuple(documents[0] for documents in read.values() if len(documents) == 1)
    if len(single) < 2 and not skipped:
        only = f": {single[0].path}" if single else ""
        count = f"one edition{only}" if single else "no edition"
        skipped.append(
            Skipped(
                name,
                f"{name} has {count}",
                "at least two editions in different languages are needed",
            )
        )
    return single, tuple(skipped)
