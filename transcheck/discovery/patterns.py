"""Configured patterns: where the editions of a site are that has a layout of its own.

::

    content/{language}/news/{article}/index.md
    {article}_{language}.html
    {language=uk}/{article}/index.html      the Ukrainian edition has no folder of its own

``{language}`` is the name of a language, ``{article}`` one part of a path or several;
``*``, ``?`` and ``**/`` stand for what they do in globs. Editions of one article have the
same path but for the language; with several patterns it is enough that ``{article}`` stands
for the same::

    content/{language=en}/{article}.*         content/x/index.md
    content/translations/{language}/{article}.*    content/translations/uk/x/index.md

`USUAL` in place of a pattern stands for the usual layouts, for files that meet no other.

The layout of a site as its configuration describes it, in place of the usual ones.
"""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from glob import escape
from pathlib import Path
from typing import NamedTuple

from transcheck.discovery import layouts
from transcheck.discovery.picking import Globs, Place, Root, keyed
from transcheck.discovery.walking import readable_suffix
from transcheck.errors import UsageError
from transcheck.languages import LANGUAGES, Language, known, named
from transcheck.loading.naming import language_of, names_other

USUAL = "usual"

_TOKEN = re.compile(
    r"(?P<language>\{language(?:=[^{}]*)?\})|(?P<article>\{article\})"
    r"|(?P<wild>\*\*/|\*|\?)|(?P<text>[^{}*?]+)|(?P<other>.[^{}]*\}?)"
)
_WILD = {"**/": "(?:[^/]+/)*", "*": "[^/]*", "?": "[^/]"}
_HINT = "write it as content/{language}/{article}/index.md"


class _Token(NamedTuple):
    kind: str
    """``text``, ``language``, ``article`` or ``wild``."""
    text: str
    group: str = ""
    """Name of the group of the regular expression that holds what it stands for."""


@dataclass(frozen=True, slots=True)
class Match:
    """What a path that meets a pattern says."""

    language: Language
    article: str
    pattern: str
    """The path with ``*`` for the language, also where the path has no language in it."""
    globs: tuple[str, ...]
    """Every edition of the article is found with one of them."""
    join: str
    """What its editions under other patterns share: the article, and what wildcards stand for."""


class Pattern:
    """One configured pattern."""

    def __init__(self, text: str) -> None:
        """Compile it.

        Raises:
            UsageError: it lacks ``{language}`` or ``{article}``, or has another field.
        """
        self._full = _tokens(text)
        self._default = _default(text)
        self._bare = _without_language(self._full) if self._default else ()
        self._regex = _compiled(self._full)
        self._bare_regex = _compiled(self._bare)

    def globs(self, article: str) -> tuple[str, ...]:
        """Return globs that find the editions of an article with this pattern."""

        def text(token: _Token) -> str:
            known = {"language": "*", "article": escape(article), "wild": token.text}
            return known.get(token.kind) or escape(token.text)

        forms = (self._full, self._bare) if self._default else (self._full,)
        return tuple("".join(map(text, form)) for form in forms)

    def match(self, path: str) -> Match | None:
        """Return what a path with slashes says, or None where it does not meet the pattern."""
        found = self._regex.fullmatch(path)
        if found is not None:
            return self._match(found, named(re.split("[-_]", found["language"])[0]))
        bare = self._bare_regex.fullmatch(path) if self._default else None
        if bare is None or self._default is None or _names_language(bare["article"]):
            return None
        return self._match(bare, self._default)

    def _match(self, found: re.Match[str], language: Language) -> Match:
        said = found.groupdict()
        quoted = {name: escape(text or "") for name, text in said.items()}
        if self._full[-1].kind == "wild":
            quoted[self._full[-1].group] = "*"  # editions may differ in format
        forms = (self._full, self._bare) if self._default else (self._full,)
        globs = tuple(_filled(form, quoted, escape) for form in forms)
        wild = [said[t.group] or "" for t in self._full[:-1] if t.kind == "wild"]
        join = "\0".join((said["article"], *wild))
        return Match(language, said["article"], _filled(self._full, said), globs, join)


def _tokens(text: str) -> tuple[_Token, ...]:
    tokens = []
    for number, found in enumerate(_TOKEN.finditer(text.removeprefix("./").removeprefix("/"))):
        kind = str(found.lastgroup)
        if kind == "other":
            raise UsageError(f"the pattern {text!r} has {found[0]!r} in it", hint=_HINT)
        group = f"wild{number}" if kind == "wild" else kind
        tokens.append(_Token(kind, found[0], "" if kind == "text" else group))
    for wanted in ("language", "article"):
        if not any(token.kind == wanted for token in tokens):
            raise UsageError(f"the pattern {text!r} lacks {{{wanted}}}", hint=_HINT)
    return tuple(tokens)


def _default(text: str) -> Language | None:
    """Return the language of files without one in their path, where the pattern gives one.

    Raises:
        UsageError: it is no language.
    """
    names = re.findall(r"\{language=([^{}]*)\}", text)
    if names and known(names[0]) is None:
        raise UsageError(
            f"the pattern {text!r} has a language nobody knows",
            hint=f"known: {', '.join(LANGUAGES.names())}",
        )
    return known(names[0]) if names else None


def _without_language(tokens: Sequence[_Token]) -> tuple[_Token, ...]:
    """Return a pattern without its language and what joins it to the rest."""
    texts = [token.text for token in tokens]
    for number, token in enumerate(tokens):
        if token.kind != "language":
            continue
        texts[number] = ""
        before = texts[number - 1] if number else "/"
        after = texts[number + 1] if number + 1 < len(tokens) else ""
        if before.endswith("/") and after.startswith("/"):
            texts[number + 1] = after[1:]
        elif number and before[-1:] in "._-":
            texts[number - 1] = before[:-1]
        elif after[:1] in "._-":
            texts[number + 1] = after[1:]
    return tuple(
        _Token(token.kind, text, token.group)
        for token, text in zip(tokens, texts, strict=True)
        if text
    )


def _compiled(tokens: Sequence[_Token]) -> re.Pattern[str]:
    seen: set[str] = set()
    pieces = []
    for token in tokens:
        if not token.group:
            pieces.append(re.escape(token.text))
        elif token.group in seen:
            pieces.append(f"(?P={token.group})")
        else:
            seen.add(token.group)
            inner = {"language": _names(), "article": ".+"}.get(token.kind) or _WILD[token.text]
            pieces.append(f"(?P<{token.group}>{inner})")
    return re.compile("".join(pieces), re.DOTALL)


@cache
def _names() -> str:
    names = {name for language in LANGUAGES for name in (language.code, *language.aliases)}
    longest_first = sorted(names, key=lambda name: (-len(name), name))
    return f"(?i:{'|'.join(map(re.escape, longest_first))})(?:[-_][A-Z]{{2}})?"


def _names_language(article: str) -> bool:
    """Return whether a path without a language in its place has one elsewhere."""
    parts = article.split("/")
    inside = any(language_of(part) for own in parts for part in own.split("."))
    return inside or names_other(parts[-1])


def _filled(
    tokens: Sequence[_Token], said: Mapping[str, str | None], quote: Callable[[str], str] = str
) -> str:
    """Return the path that tokens make with what they stand for, ``*`` for the language."""

    def text(token: _Token) -> str:
        if token.kind == "language":
            return "*"
        return (said[token.group] or "") if token.group else quote(token.text)

    return "".join(map(text, tokens))


class Configured:
    """Tells with patterns which article a file belongs to, and in which language."""

    def __init__(self, patterns: Globs) -> None:
        """Take the patterns; the first that a path meets decides.

        Raises:
            UsageError: one is not valid.
        """
        self._base = Root.at(patterns.base)
        self._patterns = [Pattern(line) for line in patterns.lines if line != USUAL]
        self._usual = USUAL in patterns.lines

    def locate(self, root: Root, relative: str) -> Place | None:
        """Return the place of a file under `root`, or None where it meets no pattern.

        Patterns are relative to the folder of the configuration, for files outside of it
        to the root of the search.
        """
        found = self._matched(root, relative)
        if found is None:
            return layouts.locate(root, relative) if self._usual else None
        if layouts.in_another_language(root, relative):
            return None
        base, match = found
        return Place(
            root / relative,
            f"{root.absolute}{relative}",
            match.article,
            match.language,
            match.pattern,
            keyed(f"{base.absolute}{match.pattern}"),
            f"{base.absolute}\0{match.join}" if len(self._patterns) > 1 else "",
        )

    def siblings(self, path: Path) -> list[Place]:
        """Return the editions of the article that one file belongs to, the file among them.

        Raises:
            OSError: a folder cannot be read.
        """
        root = Root.at(path.parent)
        found = self._matched(root, path.name)
        own = self.locate(root, path.name)
        if found is None or own is None:
            return layouts.siblings(path) if self._usual else []
        base, match = found
        folder = Path(base.absolute)
        others = (glob for pattern in self._patterns for glob in pattern.globs(match.article))
        files = {file for glob in (*match.globs, *others) for file in folder.glob(glob)}
        places = [own]
        for file in sorted(files - {Path(own.absolute)}):
            shown = file if path.is_absolute() else Path(os.path.relpath(file))
            place = self.locate(Root.at(shown.parent), file.name)
            if place and _together(place, own) and readable_suffix(file.name):
                places.append(place)
        return places

    def _matched(self, root: Root, relative: str) -> tuple[Root, Match] | None:
        absolute = f"{root.absolute}{relative}"
        inside = absolute.startswith(self._base.absolute)
        path = absolute[len(self._base.absolute) :] if inside else relative
        for pattern in self._patterns:
            match = pattern.match(path)
            if match is not None:
                return (self._base if inside else root), match
        return None


def _together(one: Place, other: Place) -> bool:
    return one.key == other.key or (bool(one.join) and one.join == other.join)
