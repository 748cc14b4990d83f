"""The rules that decide whether a sentence ends at a place, the same for every language.

Each rule answers True (a sentence ends), False (it goes on) or None (no opinion); the first
rule of `RULES` that answers decides. The way of working is that of razdel
(https://github.com/natasha/razdel); the rules and lists are our own.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from itertools import pairwise

from transcheck.limits import (
    RULES_BRIEF,
    RULES_ENUMERATOR_LENGTH,
    RULES_FRAGMENT,
    RULES_FRAGMENT_LENGTH,
    RULES_ORNAMENT,
    RULES_SPEECH,
    RULES_SUBJECT,
)
from transcheck.segmenting.places import Place, Role

_OPENING_QUOTES = tuple("«“„\"'‘")
_CLOSING_QUOTES = frozenset("»”“\"’'")
_BRAND = re.compile(r"[a-z]{1,2}[A-Z]")
"""A name that starts small: iPhone, eBay."""
_NEVER_FIRST = frozenset(".!?…,;:)]}»”%")
_ENUMERATOR = re.compile(r"[(\[]?(?:\d{1,3}|[IVXІХ]{1,5}|[a-zа-яіїєґ])")
_INITIAL = re.compile(r"(?:[^\W\d_]-)?[^\W\d_]")
_ACRONYM = re.compile(r"(?:[^\W\d_]\.)+[^\W\d_]")
_NUMBER = re.compile(r"[(«]?(?:\d\S*|\S*\d|[IVXLCМХІ]+)")
_SHORT_NUMBER = re.compile(r"\d{1,3}")
"""A number that is no year."""
_DIGITS = "0123456789.,–-"


def remark(place: Place) -> bool | None:
    """A short quotation or bracket is never cut."""
    return False if place.in_remark else None


def small_letter(place: Place) -> bool | None:
    """A small letter goes on, behind a dash and quotation marks too: «Так!» — сказав він."""
    if place.word and place.word[0].islower() and not _BRAND.match(place.word):
        return False
    return None


def closing_sign(place: Place) -> bool | None:
    """No sentence starts with a stop, a comma or a sign that closes: . . .), .»."""
    return False if place.text[place.offset] in _NEVER_FIRST else None


def nothing_follows(place: Place) -> bool | None:
    """A dash or asterisks left at the end of a paragraph are no sentence of their own."""
    if len(place.text) - place.offset > RULES_ORNAMENT:
        return None
    return None if any(map(str.isalnum, place.text[place.offset :])) else False


def dash_after_speech(place: Place) -> bool | None:
    """A dash behind quotation marks that close leads to the author's words.

    The stop stands before the marks or behind them: «Ми готові». – Він усміхнувся.
    """
    before = place.text[place.mark_start - 1 : place.mark_start]
    quoted = not _CLOSING_QUOTES.isdisjoint(place.closers + before)
    return False if place.dash and quoted else None


def speech_verb(place: Place) -> bool | None:
    """In "Where?" Mr. Smith asked. the author's words follow without a dash.

    Behind a full stop they do only where nothing but the speaker is told: "Here." Smith said.
    """
    if place.mark[-1] not in ".?!" or _CLOSING_QUOTES.isdisjoint(place.closers) or place.opener:
        return None
    words = place.text[place.offset : place.offset + RULES_SPEECH].split()[:RULES_SUBJECT]
    for word, following in pairwise([*words, ""]):
        if word.rstrip(",.:") in place.lexicon.speech_verbs:
            if place.mark == "." and not word.endswith("."):
                return None
            # She said, "No": these words lead to the next speech, in a sentence of their own.
            return word.endswith((",", ":")) and following.startswith(_OPENING_QUOTES)
    return None


def omission(place: Place) -> bool | None:
    """An ellipsis alone in brackets stands for left-out words: [...]."""
    if place.mark_start and place.text[place.mark_start - 1] in "([" and place.closers[:1] in ")]":
        return False
    return None


def forgotten_space(place: Place) -> bool | None:
    """Without a space only a word that often opens a sentence opens one: міста.Про це."""
    if place.gap or place.dash:
        return None
    ends_word = len(place.before) > 1 and place.before.isalpha() and place.before.islower()
    return ends_word and place.opens_sentence


def enumerator(place: Place) -> bool | None:
    """A number or letter that opens the sentence counts a list: 1. Перший."""
    if place.mark != "." or place.mark_start - place.start > RULES_ENUMERATOR_LENGTH:
        return None
    item = place.text[place.start : place.mark_start]
    return False if _ENUMERATOR.fullmatch(item) else None


def exclaiming_name(place: Place) -> bool | None:
    """A name may end with a sign: Ozero! Fest, Yahoo! Japan.

    In a text of other letters both its parts are Latin; else it is all that is said so far.
    """
    if place.mark not in "!?" or place.closers or place.opener or place.dash:
        return None
    before, following = place.before, place.word
    if not (following[:1].isupper() and before[:1].isupper()):
        return None
    if before.isascii() and following.isascii() and not place.text.isascii():
        around = place.text[place.start : place.mark_start - len(before)]
        return False if not around.isascii() or not place.text[place.offset :].isascii() else None
    words = place.text[place.start : place.mark_start].split()
    brief = 1 < len(words) <= RULES_BRIEF and place.mark == "!"
    return False if brief and not place.opens_sentence else None


def other_mark(place: Place) -> bool | None:
    """Any mark but a single stop ends a sentence."""
    return None if place.mark == "." else True


def initial(place: Place) -> bool | None:
    """A single capital letter is an initial, unless it counts or the sentence ends with it."""
    if not _INITIAL.fullmatch(place.before):
        return None
    if not place.before[0].isupper():  # Hilfswerk e. V.
        return False if len(place.word) == 1 and place.word_has_stop else None
    if place.previous[-1:].isdigit():
        return True
    return place.opens_sentence


def abbreviation(place: Place) -> bool | None:
    """An abbreviation does what the table of the language says of it."""
    before, previous = place.before, place.previous
    unit = before.lstrip(_DIGITS)
    roles = place.lexicon.roles(previous + before) if previous.endswith(".") else None
    roles = roles or place.lexicon.roles(unit)
    if roles is None:
        return None
    of_next = place.word[:1].isdigit() and roles[0] in (Role.NAME, Role.NUMBER)
    if of_next and _SHORT_NUMBER.fullmatch(previous) and not place.closers:
        return False  # ч. 4 ст. 185: it stands behind one number and belongs to the next
    counted = unit != before or _NUMBER.fullmatch(previous) or _is_unit(place, previous)
    role = roles[bool(counted)]
    if role is Role.FINAL and not place.closers:
        return place.opens_sentence or not _is_fragment(place)
    if role is Role.NUMBER and not place.closers:
        return not place.word[:1].isdigit()
    return False if role is Role.NAME else place.opens_sentence


def acronym(place: Place) -> bool | None:
    """Letters with stops between them, as N.V., are a name that often goes on."""
    return place.opens_sentence if _ACRONYM.fullmatch(place.before) else None


def end(place: Place) -> bool | None:  # noqa: ARG001 - a rule like the others
    """Any other stop ends a sentence."""
    return True


Rule = Callable[[Place], bool | None]
RULES: tuple[Rule, ...] = (
    remark,
    small_letter,
    closing_sign,
    nothing_follows,
    dash_after_speech,
    speech_verb,
    omission,
    forgotten_space,
    enumerator,
    exclaiming_name,
    other_mark,
    initial,
    abbreviation,
    acronym,
    end,
)


def _is_unit(place: Place, word: str) -> bool:
    """Return whether a word, as «млн» in «5 млн т.», makes the next one a unit."""
    roles = place.lexicon.roles(word.rstrip("."))
    return roles is not None and roles[0] is not roles[1]


def _is_fragment(place: Place) -> bool:
    """Return whether what would end here has too few words for a sentence."""
    if place.mark_start - place.start > RULES_FRAGMENT_LENGTH:
        return False
    return len(place.text[place.start : place.mark_start].split()) <= RULES_FRAGMENT
