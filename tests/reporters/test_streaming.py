"""Reports of any number of articles are written in the memory of one."""

from __future__ import annotations

import gc
import io
import pathlib
import tracemalloc
from dataclasses import replace
from typing import IO, cast

import pytest
from rich import cells

from tests.sample_reports import clean, homs, pair
from transcheck.reporters import REPORTERS, Setting, markdown

IN_THE_END = {"html", "parquet", "xlsx"}
"""Formats that can only be written as a whole: they keep their rows."""
COST_OF_AN_ARTICLE = 3_000
"""Bytes at least that one article of the samples takes in memory."""
INTERNED = tracemalloc.Filter(inclusive=False, filename_pattern=pathlib.__file__)
STREAMED = sorted(set(REPORTERS.names()) - IN_THE_END)


class Nowhere(io.RawIOBase):
    """A file that keeps nothing."""

    def writable(self) -> bool:
        return True

    def write(self, data: object) -> int:
        assert isinstance(data, bytes | bytearray | memoryview)
        return len(data)


SAMPLES = (homs, pair, clean)


@pytest.mark.parametrize("name", STREAMED)
def test_memory_does_not_grow_with_the_number_of_articles(
    name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(markdown, "ROOM", 5_000)  # it fills up to its limit
    writer = REPORTERS.get(name).open(cast("IO[bytes]", Nowhere()), Setting("x"))

    def write(first: int, last: int) -> int:
        for number in range(first, last):
            writer.article(replace(SAMPLES[number % 3](), article=f"article-{number}"))
        # It keeps the widths of 4,096 texts at most; what ran before decides where its table grows,
        # by a hundred kilobytes at once.
        cells.cached_cell_len.cache_clear()
        gc.collect()
        # The samples' paths are interned; where the interpreter's table of such strings grows,
        # which what ran before decides, it takes a megabyte at once.
        kept = tracemalloc.take_snapshot().filter_traces([INTERNED])
        return sum(trace.size for trace in kept.traces)

    for number in range(100):
        writer.article(replace(SAMPLES[number % 3](), article=f"article-{number}"))
    tracemalloc.start()
    try:
        before = write(100, 130)
        after = write(130, 430)
    finally:
        tracemalloc.stop()
    assert (after - before) / 300 < COST_OF_AN_ARTICLE / 10


def test_an_article_that_is_kept_would_be_noticed() -> None:
    tracemalloc.start()
    try:
        kept = [SAMPLES[number % 3]() for number in range(30)]
        assert tracemalloc.get_traced_memory()[0] / len(kept) > COST_OF_AN_ARTICLE
    finally:
        tracemalloc.stop()
