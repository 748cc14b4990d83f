"""Several editions in one file or paste: one after another, or side by side in a table.

Newsrooms keep the three texts of a story in one document: Ukrainian, then English, then
Russian, or a table with a column each. They are told apart by language, paragraph by
paragraph, and never sentence by sentence: a quotation in another language is no edition.

One after another, an edition is a run of paragraphs. Each paragraph that is long enough to
tell speaks for its language; of all ways to cut the file into runs in different languages
the one is taken in which most letters stand in a run of their own language. That it is more
than one run must pay: every run has a fair share of the text and is nearly all in its
language.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import permutations

from transcheck.languages import LANGUAGES, known
from transcheck.limits import (
    SEVERAL_ENDING,
    SEVERAL_FAIR_SHARE,
    SEVERAL_FEWEST_BLOCKS,
    SEVERAL_LONGEST_LABEL,
    SEVERAL_PURE,
    SEVERAL_SURE,
)
from transcheck.loading.filtering import filtered
from transcheck.loading.formats import Cell, Content
from transcheck.loading.plaintext import is_headline
from transcheck.model import Block, Kind

Group = tuple[str, tuple[Block, ...]]
"""The code of a language, and the blocks of its edition."""


def split(content: Content) -> tuple[Group, ...]:
    """Return the editions that a file holds, in its order; nothing where it is one edition."""
    blocks = content.parsed.blocks
    tongues = [_language(block.text) for block in blocks]
    if len({tongue for tongue in tongues if tongue}) < 2:
        return ()
    if any(content.cells):
        groups = _in_table(blocks, content.cells, tongues)
        if groups:
            return groups
    return _one_after_another(blocks, tongues)


def _language(text: str) -> str | None:
    """Return the language of ours that a paragraph clearly is in."""
    from transcheck.detecting import confirms, detect

    for language in LANGUAGES:
        if confirms(text, language):
            return language.code
    found = detect(text)
    return found.language if found.confidence >= SEVERAL_SURE else None


def _in_table(
    blocks: Sequence[Block], cells: Sequence[Cell | None], tongues: Sequence[str | None]
) -> tuple[Group, ...]:
    """Return the editions of a table of which each has a column, or else a row, of its own."""
    for part in ("column", "row"):
        lines = defaultdict[tuple[int, int], list[int]](list)
        for position, cell in enumerate(cells):
            if cell is not None:
                lines[cell.table, getattr(cell, part)].append(position)
        groups: dict[str, tuple[Block, ...]] = {}
        for members in lines.values():
            language = _of_line([tongues[position] for position in members])
            if language is None:
                continue
            if language in groups:  # two columns of one language: editions are not told by it
                groups = {}
                break
            groups[language] = _edition([blocks[position] for position in members])
        if len(groups) > 1 and _fair({la: _letters(found) for la, found in groups.items()}):
            return tuple(groups.items())
    return ()


def _of_line(tongues: Sequence[str | None]) -> str | None:
    """Return the only language that cells of a column or row are in."""
    found = {tongue for tongue in tongues if tongue}
    return found.pop() if len(found) == 1 else None


def _one_after_another(blocks: Sequence[Block], tongues: Sequence[str | None]) -> tuple[Group, ...]:
    """Return the editions that follow one another."""
    weights = [sum(map(str.isalpha, block.text)) for block in blocks]
    languages = list(dict.fromkeys(tongue for tongue in tongues if tongue))
    for count in range(len(languages), 1, -1):
        options = [_best_cuts(order, tongues, weights) for order in permutations(languages, count)]
        order, starts = max(
            options, key=lambda option: _score(option[0], option[1], tongues, weights)
        )
        ends = [*starts[1:], len(blocks)]
        runs = [range(start, end) for start, end in zip(starts, ends, strict=True)]
        if all(
            _is_edition(run, code, tongues, weights) for run, code in zip(runs, order, strict=True)
        ):
            sizes = {
                code: sum(weights[i] for i in run) for run, code in zip(runs, order, strict=True)
            }
            if _fair(sizes):
                return tuple(
                    (code, _edition([blocks[i] for i in run]))
                    for run, code in zip(runs, order, strict=True)
                )
    return ()


def _best_cuts(
    order: Sequence[str], tongues: Sequence[str | None], weights: Sequence[int]
) -> tuple[tuple[str, ...], list[int]]:
    """Return an order of languages with the starts of their runs that fit the paragraphs best.

    A paragraph of no clear language goes with what follows: labels and headlines stand above.
    """
    best: list[tuple[int, tuple[int, ...]]] = [(0, (0,))] + [(-1, ())] * (len(order) - 1)
    for position, (tongue, weight) in enumerate(zip(tongues, weights, strict=True)):
        for run in range(len(order) - 1, -1, -1):
            score, starts = best[run]
            if run and position and best[run - 1][0] > score:
                score, starts = best[run - 1][0], (*best[run - 1][1], position)
            if score >= 0:
                best[run] = (score + weight * (tongue == order[run]), starts)
    return tuple(order), list(best[-1][1]) or [0] * len(order)


def _score(
    order: Sequence[str],
    starts: Sequence[int],
    tongues: Sequence[str | None],
    weights: Sequence[int],
) -> int:
    """Return how many letters stand in a run of their own language."""
    return sum(
        weights[i]
        for code, start, end in zip(order, starts, [*starts[1:], len(tongues)], strict=True)
        for i in range(start, end)
        if tongues[i] == code
    )


def _is_edition(
    run: range, code: str, tongues: Sequence[str | None], weights: Sequence[int]
) -> bool:
    own = sum(weights[i] for i in run if tongues[i] == code)
    told = sum(weights[i] for i in run if tongues[i])
    return len(run) >= SEVERAL_FEWEST_BLOCKS and own > 0 and own >= SEVERAL_PURE * told


def _fair(sizes: Mapping[str, int]) -> bool:
    """Return whether every edition is long enough beside the longest to be one."""
    return min(sizes.values()) >= SEVERAL_FAIR_SHARE * max(sizes.values())


def _letters(blocks: Sequence[Block]) -> int:
    return sum(sum(map(str.isalpha, block.text)) for block in blocks)


def _edition(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """Return the blocks of an edition, without the name of its language above.

    Which line is its headline, and what is furniture, is found anew: so far it was a part of
    a longer text.
    """
    if len(blocks) > 1 and _is_label(blocks[0].text):
        blocks = blocks[1:]
    plain = [
        replace(block, kind=Kind.BODY) if block.kind in (Kind.HEADLINE, Kind.FURNITURE) else block
        for block in blocks
    ]
    return filtered(plain, is_headline=is_headline)


def _is_label(text: str) -> bool:
    """Return whether a line is the name or code of a language and nothing else."""
    if len(text) > SEVERAL_LONGEST_LABEL:
        return False
    word = text.strip(" :.()[]—–-").lower()
    stems = [
        name.lower()[:-SEVERAL_ENDING]
        for language in LANGUAGES
        for name in (language.name, language.endonym)
    ]
    return known(word) is not None or (
        " " not in word and any(word.startswith(stem) for stem in stems)
    )
