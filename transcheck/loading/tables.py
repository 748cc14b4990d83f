"""Where the cells of tables stand in a text: by tags of HTML, pipes of Markdown, or tabs."""

from __future__ import annotations

import re

from transcheck.limits import TABLES_FEWEST
from transcheck.loading.formats import Cell, Span

_TAG = re.compile(r"<(/?)(table|tr|td|th)\b[^>]*>", re.IGNORECASE)
_ROW = re.compile(r"^[ \t]*\|.*", re.MULTILINE)
_PIPE = re.compile(r"(?<!\\)\|")


def in_html(text: str) -> list[Span]:
    """Return the cells of the outermost tables of HTML; a cell ends where the next tag is."""
    spans: list[Span] = []
    depth = tables = row = column = 0
    for tag in _TAG.finditer(text):
        opens, name = not tag[1], tag[2].lower()
        if depth == 1 and spans and spans[-1].end == len(text) and name != "table":
            spans[-1] = spans[-1]._replace(end=tag.start())
        if name == "table":
            depth = depth + 1 if opens else max(0, depth - 1)
            if opens and depth == 1:
                tables, row = tables + 1, -1
        elif opens and depth == 1:
            row, column = (row + 1, -1) if name == "tr" else (row, column + 1)
            if name != "tr":
                spans.append(Span(tag.end(), len(text), Cell(tables, row, column)))
    return spans


def in_pipes(text: str) -> list[Span]:
    """Return the cells of Markdown's tables: of lines in a row that begin with a pipe."""
    spans: list[Span] = []
    tables = last = 0
    for row, line in enumerate(_ROW.finditer(text)):
        tables += line.start() != last + 1
        last = line.end()
        bars = [line.start() + bar.start() for bar in _PIPE.finditer(line[0])]
        spans += (
            Span(bar, end, Cell(tables, row, column))
            for column, (bar, end) in enumerate(zip(bars, [*bars[1:], last], strict=True))
        )
    return spans


def in_tabs(text: str) -> list[Span]:
    """Return the cells of a text all of whose lines have as many tabs: pasted from a table."""
    spans: list[Span] = []
    widths: list[int] = []
    start = 0
    for line in text.split("\n"):
        cells = line.split("\t") if line.strip() else []
        at = start
        for column, cell in enumerate(cells):
            spans.append(Span(at, at + len(cell), Cell(1, len(widths), column)))
            at += len(cell) + 1
        widths += [len(cells)] if cells else []
        start += len(line) + 1
    if len(widths) < TABLES_FEWEST or not min(widths) == max(widths) >= TABLES_FEWEST:
        return []
    told = {span.cell.column for span in spans if text[span.start : span.end].strip()}
    return spans if len(told) == widths[0] else []  # an empty column is an indented text
