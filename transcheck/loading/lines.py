"""What a line of an article is by its opening words: a pointer elsewhere, a credit, a byline.

The words are data files of each language; all languages' words are looked for in every
edition, as sites mix them. Text is the readable one of `transcheck.loading.normalising`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache

from transcheck.languages import LANGUAGES
from transcheck.limits import (
    LINES_LONGEST_AUTHOR,
    LINES_LONGEST_BYLINE,
    LINES_LONGEST_CREDIT,
    LINES_LONGEST_POINTER,
    LINES_MOST_BESIDES_LINK,
    LINES_MOSTLY,
)

_NAME = r"[A-ZА-ЯЄІЇҐ][\w'’.-]*"
_NAMES = rf"{_NAME}(?:(?:,| and| &)?(?: [^\W\d_]{{1,3}})* {_NAME}){{0,7}}"
"""Names, with the short words in them («de la», «аль»)."""


def is_pointer(text: str, linked: int = 0) -> bool:
    """Return whether a line sends the reader to another article («Читайте також: …»).

    Args:
        text: The line.
        linked: How many of its characters are a link; 0 where the format has no links.
    """
    match = _pointer(sure=not linked).match(text)
    if match is None or len(text) > LINES_LONGEST_POINTER + linked:
        return False
    rest = text[match.end() :].strip()
    if not rest.strip(":…→»>"):
        return True
    if not linked:
        return rest[0] in ":|→>"
    if rest[0] in ":|→>—–-":
        return len(rest) - linked < LINES_MOST_BESIDES_LINK
    return is_link(rest, linked)


def is_link(text: str, linked: int) -> bool:
    """Return whether nearly all of a line is a link, of which `linked` characters are one."""
    return linked >= LINES_MOSTLY * len(text)


def stays(entries: Sequence[tuple[str, int]]) -> Iterator[bool]:
    """Yield for each line, given with how much of it is a link, whether the article has it.

    Pointers to other articles go, and the links below a heading that is one.
    """
    pointing = False
    for (text, linked), below in zip(entries, [*entries[1:], ("", 0)], strict=False):
        links_follow = bool(below[0]) and is_link(*below)
        pointing = _opens_pointers(text, links_follow=links_follow) or (
            pointing and is_link(text, linked)
        )
        yield not (pointing or is_pointer(text, linked))


def _opens_pointers(text: str, *, links_follow: bool) -> bool:
    """Return whether a line is only the heading of links to other articles."""
    match = _pointer(sure=not links_follow).match(text)
    return match is not None and not text[match.end() :].strip(" :…→»>")


def is_site_line(text: str) -> bool:
    """Return whether the site speaks here, not the article («Підписуйтесь на наш канал»)."""
    if text.startswith("©"):
        return True
    return len(text) <= LINES_LONGEST_POINTER and _site_line().match(text) is not None


def author_of(byline: str) -> str:
    """Return the names in a byline, without the words before them; nothing if it has more."""
    match = _byline_opening().match(byline)
    names = byline[match.end() :].strip() if match else byline
    return names if len(names) <= LINES_LONGEST_AUTHOR and not re.search(r"[\d|@]", names) else ""


def names_nobody(byline: str) -> bool:
    """Return whether a byline is nothing but the words before the names («Автор:»)."""
    return _byline_opening().fullmatch(byline) is not None


def is_credit(text: str) -> bool:
    """Return whether a line is the credit of a picture («Фото: Reuters»)."""
    return len(text) <= LINES_LONGEST_CREDIT and _credit().fullmatch(text) is not None


def is_byline(text: str) -> bool:
    """Return whether a line names the author of an article («Автор: Ганна Коваль»)."""
    return len(text) <= LINES_LONGEST_BYLINE and _byline().fullmatch(text) is not None


def _phrases(table: str) -> list[str]:
    found = {phrase for language in LANGUAGES for phrase in language.words(table)}
    return sorted(found, key=lambda phrase: (-len(phrase), phrase))


def _alternatives(phrases: Iterable[str]) -> str:
    # The apostrophe is written in several ways, and phrases hold plain ones.
    return "|".join(re.escape(phrase.rstrip("*")).replace("'", "['’ʼ`]") for phrase in phrases)


@cache
def _pointer(*, sure: bool) -> re.Pattern[str]:
    """Return a pattern for the words that open a pointer; `sure` ones do so without a link."""
    return _opening(phrase for phrase in _phrases("read_also") if not (sure and phrase[-1] == "*"))


@cache
def _site_line() -> re.Pattern[str]:
    return _opening(_phrases("site_lines"))


def _opening(phrases: Iterable[str]) -> re.Pattern[str]:
    return re.compile(rf"\W{{0,4}}(?:{_alternatives(phrases)})(?!\w)\s*", re.IGNORECASE)


@cache
def _credit() -> re.Pattern[str]:
    words = _alternatives(_phrases("credits"))
    with_sign = rf"\W?(?i:{words})(?: \w+)?\s*[:©/].*"
    return re.compile(rf"{with_sign}|(?i:{words})(?: [^\W\d_]{{1,3}})? {_NAMES}", re.DOTALL)


@cache
def _byline_opening() -> re.Pattern[str]:
    words = _alternatives(_phrases("bylines"))
    return re.compile(rf"(?:{words})(?!\w)\s*:?\s*", re.IGNORECASE)


@cache
def _byline() -> re.Pattern[str]:
    phrases = _phrases("bylines")
    words = _alternatives(phrases)
    free = _alternatives(phrase for phrase in phrases if phrase.endswith("*"))
    return re.compile(rf"(?i:{words})\s*:.*|(?i:{free}) {_NAMES}", re.DOTALL)
