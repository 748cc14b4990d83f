"""``transcheck cache``: the vectors that slow encoders keep on disk."""

from __future__ import annotations

import io
import os
from typing import TYPE_CHECKING

import click

from transcheck.cli import notes
from transcheck.cli.notes import remark
from transcheck.errors import UsageError
from transcheck.reporters.visible import visible

if TYPE_CHECKING:
    from transcheck.embedding.vector_store import VectorStore

EPILOG = """
\b
Examples:
  transcheck cache show
  transcheck cache clear
"""
_ABOUT = """The vectors that slow encoders keep on disk, so that a second run is fast.

    The folder is $TRANSCHECK_CACHE, else $XDG_CACHE_HOME/transcheck, else
    ~/.cache/transcheck; $TRANSCHECK_CACHE_MB is its size at most (512; 0: no cache).
    """


@click.group(epilog=EPILOG, help=_ABOUT, short_help="Show or clear the cache of vectors.")
def cache() -> None:
    """Hold the commands about the cache."""


@cache.command()
def show() -> int:
    """Show where the cache is, how many vectors it holds and their size."""
    from transcheck.embedding.vector_store import StoreError

    store = _store()
    try:
        entries = str(store.entries())
    except StoreError as error:
        entries = f"unknown ({error})"
    return _say(
        f"path     {visible(str(store.path))}",
        f"entries  {entries}",
        f"size     {_megabytes(store.size())}",
    )


@cache.command()
def clear() -> int:
    """Delete the cache; the next run with a slow encoder begins a new one."""
    store = _store()
    size = store.size()
    store.clear()
    return _say(f"removed {_megabytes(size)} from {visible(str(store.path.parent))}")


def _store() -> VectorStore:
    from transcheck.embedding.caching import FOLDER, folder_of, limit_of
    from transcheck.embedding.vector_store import VectorStore

    folder = folder_of(os.environ)
    if folder is None:
        raise UsageError("there is no home folder to keep a cache in", hint=f"set {FOLDER}")
    return VectorStore(folder, limit_of(os.environ), remark=remark)


def _megabytes(size: int) -> str:
    return f"{size / 1_000_000:.1f} MB"


def _say(*lines: str) -> int:
    notes.write_out(io.BytesIO("".join(f"{line}\n" for line in lines).encode()))
    return 0
