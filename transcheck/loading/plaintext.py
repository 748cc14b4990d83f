"""Plain text: a headline, then paragraphs, apart by blank lines or a line each."""

from __future__ import annotations

import re

from transcheck.limits import PLAINTEXT_LONGEST_HEADLINE, PLAINTEXT_LONGEST_SENTENCE
from transcheck.loading import normalising, wrapping
from transcheck.loading.filtering import filtered
from transcheck.loading.formats import FORMATS, Format, Parsed
from transcheck.loading.tables import in_tabs
from transcheck.model import Kind

_LINE_END = re.compile("[\n\f\v\x85\u2028\u2029]")
"""Form feeds and Unicode's line ends part lines here, though editors do not count them."""
_INNER_SENTENCE_END = re.compile(r"\w{4}[.!?…][»”\"’)]*\s+\W?[^\W\d_]")


def parse(text: str) -> Parsed:
    """Return the paragraphs of a plain text; the first is the headline if it looks like one."""
    cells = in_tabs(text)
    if cells:
        told = [normalising.block(Kind.BODY, [(text[s.start : s.end], s.start)]) for s in cells]
        return Parsed(filtered([block for block in told if block], is_headline=is_headline))
    ends = [match.start() for match in _LINE_END.finditer(text)]
    spans = list(zip([0, *(end + 1 for end in ends)], [*ends, len(text)], strict=True))
    ranges = wrapping.paragraphs([text[start:end] for start, end in spans])
    blocks = [
        normalising.block(Kind.BODY, [(text[start:end], start)])
        for start, end in ((spans[m.start][0], spans[m.stop - 1][1]) for m in ranges)
    ]
    return Parsed(filtered([block for block in blocks if block], is_headline=is_headline))


def is_headline(line: str) -> bool:
    """Return whether the first line of a text looks like its headline.

    Translators put full stops behind headlines now and then, so one alone decides nothing:
    a single short sentence is a headline all the same.
    """
    line = line.strip()
    if line.endswith((".", "…")):
        return len(line) <= PLAINTEXT_LONGEST_SENTENCE and not _INNER_SENTENCE_END.search(line)
    return len(line) <= PLAINTEXT_LONGEST_HEADLINE and not line.endswith((",", ";", ":"))


FORMATS.add("plain text", Format("plain text", (".txt",), parse, tables=in_tabs))
