"""What part of a page an element is: by its tag, its ARIA role and the words of its class.

The words are a data file, as new sites bring new ones.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from enum import StrEnum
from functools import cache, lru_cache

from transcheck.languages import read_rows
from transcheck.limits import LOADING_ROLES_LONGEST_NAMES


class Role(StrEnum):
    """The parts of a page that matter for telling an article from its surroundings."""

    BODY = "body"
    HEADLINE = "headline"
    LEAD = "lead"
    BYLINE = "byline"
    CAPTION = "caption"
    QUOTE = "quote"
    META = "meta"
    """Date, section and author in one place: only the author is the article's."""
    FURNITURE = "furniture"
    PERHAPS_FURNITURE = "perhaps furniture"
    """By one word of a name that may mean anything («related-town»): its text decides."""


_TAGS = {
    "blockquote": Role.QUOTE,
    "figcaption": Role.CAPTION,
    "caption": Role.CAPTION,
}
_GROUPS = {group: frozenset(tags.split()) for group, tags in read_rows("html_tags")}
NEVER_ARTICLE = _GROUPS["furniture"]
"""Tags of elements that hold no part of an article."""
_HIDDEN = re.compile(r"(?:display\s*:\s*none|visibility\s*:\s*hidden)", re.IGNORECASE)
_WORD = re.compile(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])|\d+")
_MODIFIERS = frozenset(
    {"has", "no", "not", "with", "without", "is", "hide", "show", "category", "tag"}
)
"""What follows says how an element looks or what it is about: «has-sidebar», «tag-ads»."""
_STRUCTURE = _GROUPS["structure"]
"""Words of names that say what a part of a page looks like, not what it is about."""
_WHOLE = "="
"""Marks words of the data file that fit only a name that has no others."""


def role_of(tag: str, attributes: Mapping[str, str]) -> Role | None:
    """Return the part of a page that an element is by its own tag and attributes."""
    if tag in NEVER_ARTICLE or "hidden" in attributes:
        return Role.FURNITURE
    if attributes.get("role", "").lower() in _GROUPS["furniture-role"]:
        return Role.FURNITURE
    if _HIDDEN.search(attributes.get("style", "")):
        return Role.FURNITURE
    if attributes.get("aria-hidden") == "true" and tag not in _GROUPS["inline"]:
        return Role.FURNITURE  # inline, it is text that is read out in another form
    if "author" in attributes.get("rel", "").split():
        return Role.BYLINE
    keys = ("class", "id") if tag == "a" else ("name", "class", "id")  # names of links are places
    names = " ".join(attributes.get(key, "") for key in keys)
    return (
        _role_by_names(attributes.get("itemprop", "")[:LOADING_ROLES_LONGEST_NAMES])
        or _role_by_names(names[:LOADING_ROLES_LONGEST_NAMES])
        or _TAGS.get(tag)
    )


@lru_cache(maxsize=4096)
def _role_by_names(names: str) -> Role | None:
    """Return the role that the names of an element give; the first one decides, body before all.

    «entry-content ad-container» is the body, with room for an advertisement in it.
    """
    roles = [role for role in map(_role_by_name, names.split()) if role]
    if Role.BODY in roles:
        return Role.BODY
    for role in (Role.FURNITURE, Role.PERHAPS_FURNITURE):
        if role in roles:
            return role
    return roles[0] if roles else None


def _role_by_name(name: str) -> Role | None:
    """Return the role of one name; furniture in it counts, unless part of a longer role."""
    words = [word.lower() for word in _WORD.findall(name)]
    whole = _table().get((_WHOLE, *words))
    if whole:
        return whole
    words = words[: next((i for i, word in enumerate(words) if word in _MODIFIERS), None)]
    matches = [
        (length, start, role)
        for start in range(len(words))
        for length, role in [_longest(words[start:])]
        if role
    ]
    if any(role is Role.FURNITURE for _, _, role in matches):
        taken = {n for length, start, _ in matches for n in range(start, start + length)}
        rest = {word for n, word in enumerate(words) if n not in taken and word.isalpha()}
        return Role.FURNITURE if rest <= _STRUCTURE else Role.PERHAPS_FURNITURE
    # Of «article text lead» the end says what it is, and the rest where it is.
    return max(matches, key=lambda match: match[:2])[2] if matches else None


def _longest(words: list[str]) -> tuple[int, Role | None]:
    """Return the longest role that `words` begin with, and how many words it has."""
    table = _table()
    for length in range(min(4, len(words)), 0, -1):
        role = table.get(tuple(words[:length]))
        if role:
            return length, role
    return 0, None


@cache
def _table() -> dict[tuple[str, ...], Role]:
    return {
        tuple(words.replace(_WHOLE, f"{_WHOLE} ").split()): Role(role)
        for role, words in read_rows("html_roles")
    }
