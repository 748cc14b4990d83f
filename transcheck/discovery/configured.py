"""The layout of a site as its configuration describes it, in place of the usual ones."""

from __future__ import annotations

import os
from pathlib import Path

from transcheck.discovery import layouts
from transcheck.discovery.patterns import USUAL, Match, Pattern
from transcheck.discovery.picking import Globs
from transcheck.discovery.places import Place, Root, keyed
from transcheck.discovery.walking import readable_suffix


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
