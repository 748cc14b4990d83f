"""What part of a page an element is: by its tag, its ARIA role and the words of its class.

The words are a data file, as new sites bring new ones.
"""

from __future__ import annotations

import re
from enum import StrEnum
from functools import cache, lru_cache

from transcheck.languages import read_rows
from transcheck.loading.page import Element


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
_MODIFIERS = frozenset({"has", "no", "not", "with", "without", "is", "hide", "show"})
"""What follows says how an element looks, not what it is: «has-sidebar», «--with-ads»."""
_LONGEST_NAMES = 2_000
"""Characters of a class attribute that are looked at."""


def role_of(element: Element) -> Role | None:
    """Return the part of a page that an element is by its own tag and attributes."""
    attributes = element.attributes
    if element.tag in NEVER_ARTICLE or "hidden" in attributes:
        return Role.FURNITURE
    if attributes.get("role", "").lower() in _GROUPS["furniture-role"]:
        return Role.FURNITURE
    if attributes.get("aria-hidden") == "true" or _HIDDEN.search(attributes.get("style", "")):
        return Role.FURNITURE
    if "author" in attributes.get("rel", "").split():
        return Role.BYLINE
    names = " ".join(attributes.get(key, "") for key in ("itemprop", "class", "id"))
    return _role_by_names(names[:_LONGEST_NAMES]) or _TAGS.get(element.tag)


@lru_cache(maxsize=4096)
def _role_by_names(names: str) -> Role | None:
    """Return the role that the names of an element give; the first one decides, body before all.

    «entry-content ad-container» is the body, with room for an advertisement in it.
    """
    roles = [role for role in map(_role_by_name, names.split()) if role]
    if Role.BODY in roles:
        return Role.BODY
    if Role.FURNITURE in roles:
        return Role.FURNITURE
    return roles[0] if roles else None


def _role_by_name(name: str) -> Role | None:
    """Return the role of one name; furniture in it counts, unless part of a longer role."""
    words: list[str] = []
    for word in _WORD.findall(name):
        if word.lower() in _MODIFIERS:
            break
        words.append(word.lower())
    matches = [
        (length, role)
        for start in range(len(words))
        for length, role in [_longest(words[start:])]
        if role
    ]
    roles = [role for _, role in sorted(matches, key=lambda match: -match[0])]
    return Role.FURNITURE if Role.FURNITURE in roles else next(iter(roles), None)


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
    return {tuple(words.split()): Role(role) for role, words in read_rows("html_roles")}
