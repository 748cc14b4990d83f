"""Excerpts laid out for a terminal: in columns, or one under the other."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import zip_longest

from rich.cells import cell_len
from rich.console import Console
from rich.text import Text

from transcheck.reporters.excerpts import Excerpt, Gap, Passage
from transcheck.reporters.visible import visible

_SIDE_BY_SIDE = 81
"""Columns of a terminal at least, for the editions to stand side by side."""
_NARROWEST = 30
"""Columns of a pane at least; below, the editions are stacked."""
_INDENT, _APART, _MARGIN = 2, 2, 6
_NOTHING = Text()
_LONGEST = 360
"""Characters of one sentence that are shown at most."""
_MOST = 4
"""Sentences of one edition that are shown at most."""
_ARROW = "▸"
_SUSPECT, _OTHER, _ALARM, _DIM = "bold underline red", "bold underline green", "bold red", "dim"


def fits(width: int, editions: int) -> bool:
    """Return whether a terminal of `width` columns has room for that many panes."""
    return width >= max(_SIDE_BY_SIDE, editions * (_NARROWEST + _APART) + _INDENT)


def columns(found: Sequence[Excerpt], console: Console, *, styled: bool) -> Iterator[Text]:
    """Yield the lines of the editions side by side, what is aligned on the same lines."""
    room = (console.width - _INDENT) // len(found) - _APART
    places = [_places(excerpt) for excerpt in found]
    in_panes = all(cell_len(where) + 6 <= room for where in places)
    heads = [_head(e, where if in_panes else "") for e, where in zip(found, places, strict=True)]
    yield from _row(heads, room, console)
    for cells in (
        [_context(_tail(excerpt.before, 2 * room)) for excerpt in found],
        [_said(excerpt, styled=styled) for excerpt in found],
        [_context(_start(excerpt.after, 2 * room)) for excerpt in found],
    ):
        if any(cells):
            yield from _row(cells, room, console)
    if not in_panes:
        for where in places:
            yield Text(" " * _INDENT + where, _DIM, no_wrap=True)


def stacked(found: Sequence[Excerpt], console: Console, *, styled: bool) -> Iterator[Text]:
    """Yield the lines of one edition under the other, its places above its text."""
    room = console.width - _MARGIN
    gaps = any(excerpt.gap is Gap.SENTENCE for excerpt in found)
    for excerpt in found:
        head = _head(excerpt, _places(excerpt))
        yield head if excerpt.suspect else Text("  ", no_wrap=True) + head
        context = excerpt.gap is Gap.SENTENCE or not gaps
        for text in (
            _context(_tail(excerpt.before, room) if context else ""),
            _said(excerpt, styled=styled, apart=context and bool(excerpt.before)),
            _context(_start(excerpt.after, room) if context else ""),
        ):
            yield from (indented(line, _MARGIN) for line in _lines(text, room, console))


def _row(cells: Sequence[Text], room: int, console: Console) -> Iterator[Text]:
    """Yield the lines of cells that stand beside each other."""
    wrapped = [_lines(cell, room, console) for cell in cells]
    for lines in zip_longest(*wrapped, fillvalue=_NOTHING):
        row = Text(" " * _INDENT, no_wrap=True)
        for line in lines:
            padded = line.copy()
            padded.truncate(room + _APART, pad=True)
            row.append_text(padded)
        row.rstrip()
        yield row


def _lines(text: Text, room: int, console: Console) -> Sequence[Text]:
    return list(text.wrap(console, room, overflow="fold")) if text else []


def indented(line: Text, margin: int) -> Text:
    """Return a wrapped line moved to the right, without blanks at its end."""
    indented = Text(" " * margin, no_wrap=True)
    indented.append_text(line)
    indented.rstrip()
    return indented


def _context(text: str) -> Text:
    return Text(text, _DIM)


def _head(excerpt: Excerpt, where: str) -> Text:
    """Return the edition's language and, on a line that is never broken, its places."""
    text = Text(no_wrap=True)
    if excerpt.suspect:
        text.append(f"{_ARROW} ", _ALARM)
    text.append(excerpt.language, _ALARM if excerpt.suspect else "bold")
    if where:
        text.append(f"  {where}", _DIM)
    return text


def _places(excerpt: Excerpt) -> str:
    path = visible(excerpt.path.as_posix())
    return "  ".join(f"{path}:{line}:{column}" for line, column in excerpt.places)


def _said(excerpt: Excerpt, *, styled: bool, apart: bool = False) -> Text:
    """Return what an edition says at the place, and what it lacks.

    Without styles, `apart` brackets whole sentences too, to tell them from their context.
    """
    style = _SUSPECT if excerpt.suspect else _OTHER
    parts = [
        _passage(passage, style, brackets=not styled and (apart or not passage.whole))
        for passage in excerpt.passages[:_MOST]
    ]
    left_out = len(excerpt.passages) - len(parts)
    if left_out:
        parts.append(Text(f"… and {left_out} more", _DIM))
    if excerpt.gap is not Gap.NONE:
        parts.append(Text(f"— {excerpt.gap.value} —", _ALARM))
    return Text(" ").join(parts) if excerpt.gap is Gap.NONE else Text("\n").join(parts)


def _passage(passage: Passage, style: str, *, brackets: bool) -> Text:
    if passage.whole:
        style = style.removeprefix("bold underline ")
    text = Text()
    shown_from, shown_to = passage.window(_LONGEST)
    position = shown_from
    text.append("… " if shown_from else "", _DIM)
    for start, end in passage.marks:
        if start >= shown_to:
            break
        end = min(end, shown_to)
        text.append(visible(passage.text[position:start]))
        marked = visible(passage.text[start:end])
        text.append(f"[{marked}]" if brackets else marked, style)
        position = end
    text.append(visible(passage.text[position:shown_to]))
    text.append(" …" if shown_to < len(passage.text) else "", _DIM)
    return text


def _tail(text: str, room: int) -> str:
    """Return the last words of a text that fit."""
    text = visible(text[-2 * room :])
    if len(text) <= room - 2:
        return text
    cut = text[2 - room :]
    return f"… {cut.partition(' ')[2] or cut}"


def _start(text: str, room: int) -> str:
    """Return the first words of a text that fit."""
    text = visible(text[: 2 * room])
    if len(text) <= room - 2:
        return text
    cut = text[: room - 2]
    return f"{cut.rpartition(' ')[0] or cut} …"
