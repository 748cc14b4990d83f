"""Places where a sentence may end, with what the rules look at around each.

Every expression that is searched for is anchored or bounded in length, and runs of marks
are taken possessively: time is linear in the text, whatever the text.

What the splitter must know of a language: its abbreviations and two lists of words.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from typing import NamedTuple

from transcheck.languages import Language
from transcheck.limits import PLACES_LOOK_BACK


class Role(StrEnum):
    """What an abbreviation does where a capital letter or a number follows its stop."""

    NAME = "name"
    """Goes on: it stands before a name or a title (вул. Шевченка)."""
    BOTH = "both"
    """Goes on, unless the next word often opens a sentence (U.S. Treasury, U.S. The)."""
    NUMBER = "number"
    """Goes on before a number (рис. 5), ends elsewhere."""
    FINAL = "final"
    """Ends (2021–2023 рр.)."""


class Lexicon(NamedTuple):
    """The data files of one language, ready for look-up; keys without the last stop."""

    abbreviations: dict[str, tuple[Role, Role]]
    """Role of each in general, and behind a number. Keys in small letters fit any case."""
    starters: frozenset[str]
    """Words, in small letters, that often open a sentence."""
    speech_verbs: frozenset[str]

    def roles(self, word: str) -> tuple[Role, Role] | None:
        """Return the two roles of an abbreviation, or None for any other word."""
        return self.abbreviations.get(word) or self.abbreviations.get(word.lower())


@cache
def lexicon(language: Language) -> Lexicon:
    """Return the lexicon of a language.

    Raises:
        ValueError: a row of the language's abbreviations names a role that there is not.
    """
    abbreviations = {}
    for word, *roles in language.rows("abbreviations"):
        abbreviations[word] = (Role(roles[0]), Role(roles[-1]))
    return Lexicon(
        abbreviations,
        frozenset(language.words("sentence_starters")),
        frozenset(language.words("speech_verbs")),
    )


_CAPITALS = "A-ZА-ЯІЇЄҐЁ"
_PLACE = re.compile(
    rf"""
    (?P<mark> [.!?…] (?<![.!?…].) [.!?…]*+ )
    (?P<closers> (?: ["'“’] | \s?[»”)\]] | \s?\[\d{{1,3}}\] )*+ )
    (?P<gap> \s++ | (?=[{_CAPITALS}]|[—–-]\s) )
    """,
    re.VERBOSE,
)
_NEXT = re.compile(
    r"""
    (?P<dash> [—–-]\s+ )?
    (?P<opener> ["«“„‘'(\[]* )
    (?P<word> \w[\w'’-]{0,40} )?
    (?P<stop> \. )?
    """,
    re.VERBOSE,
)
_SHORT = "{1,40}"
"""Length up to which a quotation or a bracket counts as one remark inside a sentence
(«Ми не відступимо. Ми переможемо!» — сказав він). In 62 news articles cut by hand, nine in
ten quotations of several sentences were cut inside; none of those was as short as this."""
_REMARKS = re.compile(
    rf"""
    « [^«»]{_SHORT} » | “ [^“”]{_SHORT} ” | „ [^„“”]{_SHORT} [“”] | ‘ [^‘’]{_SHORT} ’(?!\w)
    | " (?<![\w.,!?…]") (?=\S) [^"]{_SHORT} " (?!\w) | \( [^()]{_SHORT} \)
    """,
    re.VERBOSE,
)
_WRAPPING = "«“„\"'‘(["


@dataclass(slots=True)
class Place:
    """One mark of punctuation behind which a sentence may end."""

    text: str
    lexicon: Lexicon
    start: int
    """Where the sentence starts that this place may end."""
    mark_start: int
    mark: str
    """The run of stops, question and exclamation marks and ellipses."""
    closers: str
    """Quotation marks, brackets and footnotes that close behind the mark."""
    gap: str
    """The white space; empty where it was forgotten."""
    end: int
    """Where the sentence ends if it does, behind the closers."""
    offset: int
    """Where the next sentence then starts."""
    in_remark: bool
    """Whether the place is inside a short quotation or bracket."""
    before: str
    """The word before the mark, without quotation marks and brackets; may hold stops."""
    previous: str
    """The word before that one, or the empty string."""
    dash: bool
    """Whether a dash follows."""
    opener: str
    """The opening quotation marks and brackets that follow, behind the dash."""
    word: str
    """The word that follows those; empty at the end and before a sign."""
    word_has_stop: bool

    @property
    def opens_sentence(self) -> bool:
        """Return whether the next word is one that often opens a sentence."""
        return not self.word_has_stop and self.word.lower() in self.lexicon.starters


def places(text: str, lexicon: Lexicon) -> Iterator[Place]:
    """Yield the places of a text in order, the white space at its ends left out.

    `Place.start` is always 0: whoever decides about the places sets it.
    """
    remarks = _REMARKS.finditer(text)
    remark = next(remarks, None)
    for match in _PLACE.finditer(text):
        mark, end, offset = match.start("mark"), match.end("closers"), match.end()
        if offset == len(text):
            return
        while remark is not None and remark.end() <= end:
            remark = next(remarks, None)
        words = text[max(0, mark - PLACES_LOOK_BACK) : mark].split()
        glued = not words or text[mark - 1].isspace()
        following = _NEXT.match(text, offset)
        assert following is not None  # noqa: S101 - every part of the expression is optional
        yield Place(
            text=text,
            lexicon=lexicon,
            start=0,
            mark_start=mark,
            mark=match["mark"],
            closers=match["closers"],
            gap=match["gap"],
            end=end,
            offset=offset,
            in_remark=remark is not None and remark.start() < end,
            before="" if glued else words[-1].lstrip(_WRAPPING),
            previous=words[-2] if len(words) > 1 else "",
            dash=following["dash"] is not None,
            opener=following["opener"],
            word=following["word"] or "",
            word_has_stop=following["stop"] is not None,
        )
