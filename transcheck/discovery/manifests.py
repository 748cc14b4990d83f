"""Manifests: files that say which files are editions of one article, as `transcheck pair` writes.

JSON Lines, one article a line; what else a line says is not looked at::

    {"article": "homs", "editions": {"en": "world/8812.html", "uk": "news/homs.html"}}

Relative paths start from the folder of the manifest.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from pathlib import Path

from transcheck.discovery.picking import Place, keyed
from transcheck.errors import UsageError
from transcheck.languages import known

SUFFIX = ".jsonl"
_HINT = 'write a line as {"article": "homs", "editions": {"uk": "homs.html", …}}'


def is_manifest(path: Path) -> bool:
    """Return whether a file's name says that it is a manifest."""
    return path.suffix.lower() == SUFFIX


def read(path: Path, *, lone: bool = False) -> list[Place]:
    """Return the editions that a manifest names.

    Args:
        path: the manifest.
        lone: also give articles with one edition. `transcheck pair` has told of them, and
            there is nothing to compare.

    Raises:
        UsageError: it cannot be read, a line is no article, or two have one name.
    """
    try:
        lines = path.read_text(encoding="utf-8-sig").splitlines()
    except (OSError, ValueError) as error:
        why = error.strerror if isinstance(error, OSError) else "it is not UTF-8"
        raise UsageError(f"the manifest {path} cannot be read: {why}", hint="check it") from None
    places: list[Place] = []
    names: set[str] = set()
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        found = list(_places(path, number, line))
        if found[0].article in names:
            raise UsageError(
                f"{path}, line {number}: a second article {found[0].article!r}",
                hint="give every article a name of its own",
            )
        names.add(found[0].article)
        places += found if lone or len(found) > 1 else ()
    return places


def _places(manifest: Path, number: int, line: str) -> Iterator[Place]:
    where = f"{manifest}, line {number}"
    article, editions = _fields(where, line)
    for tag, path in editions.items():
        language = known(tag)
        if language is None or not isinstance(path, str) or not path or "\0" in path:
            raise UsageError(f"{where}: {tag!r} is no language with a path", hint=_HINT)
        file = Path(os.path.normpath(manifest.parent / path))
        yield Place(
            file,
            file.absolute().as_posix(),
            article,
            language,
            f"a path for * in {where}",
            keyed(f"{manifest.absolute().as_posix()}/{number}"),
        )


def _fields(where: str, line: str) -> tuple[str, dict[str, object]]:
    try:
        said = json.loads(line)
    except (ValueError, RecursionError):
        raise UsageError(f"{where} is no JSON", hint=_HINT) from None
    article = said.get("article") if isinstance(said, dict) else None
    editions = said.get("editions") if isinstance(said, dict) else None
    if not isinstance(article, str) or not article:
        raise UsageError(f"{where} does not name its article", hint=_HINT)
    if not isinstance(editions, dict) or not editions:
        raise UsageError(f"{where} does not name editions", hint=_HINT)
    return article, editions
