"""The folder of stories: what was checked, what was decided and when, in SQLite.

There is one only where the server is given a folder; without it nothing is kept. A story is
known by its name; what it says is kept each time that it is saved, so that an earlier state can
be looked at, and what was decided goes along. The glossary is one for all stories.
"""

from __future__ import annotations

import datetime as dt
import json
import sqlite3
import threading
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from transcheck.errors import UsageError

FILE = "transcheck.sqlite3"
MOST_STATES = 50
"""Of a story; the oldest go."""
MOST_LISTED = 200
_SCHEMA = """
CREATE TABLE IF NOT EXISTS stories (
    id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE, saved TEXT NOT NULL,
    languages TEXT NOT NULL, left INTEGER NOT NULL
);
CREATE TABLE IF NOT EXISTS states (
    id INTEGER PRIMARY KEY, story INTEGER NOT NULL REFERENCES stories ON DELETE CASCADE,
    saved TEXT NOT NULL, content TEXT NOT NULL
);
CREATE INDEX IF NOT EXISTS states_of ON states (story, id);
CREATE TABLE IF NOT EXISTS glossary (id INTEGER PRIMARY KEY, content TEXT NOT NULL UNIQUE);
"""


@dataclass(frozen=True, slots=True)
class Listed:
    """A story in the list of all."""

    id: int
    name: str
    saved: str
    """When, as ISO 8601 has it, in UTC."""
    languages: tuple[str, ...]
    left: int
    """How many findings are to be decided or corrected."""


class Store:
    """Stories in a folder; may be used by several threads."""

    def __init__(self, folder: Path) -> None:
        """Open the folder, or make it.

        Raises:
            UsageError: it cannot be written to.
        """
        try:
            folder.mkdir(parents=True, exist_ok=True, mode=0o700)
            self._connection = sqlite3.connect(folder / FILE, check_same_thread=False)
            self._connection.executescript(f"PRAGMA foreign_keys = ON; {_SCHEMA}")
        except (OSError, sqlite3.Error) as error:
            raise UsageError(
                f"stories cannot be kept in {folder}: {error}", hint="name another --store"
            ) from None
        self._lock = threading.Lock()

    @contextmanager
    def _work(self) -> Iterator[sqlite3.Connection]:
        with self._lock, self._connection:
            yield self._connection

    def save(
        self, name: str, languages: Sequence[str], left: int, content: Mapping[str, Any]
    ) -> int:
        """Keep the state of a story; return its number."""
        now = dt.datetime.now(dt.UTC).isoformat(timespec="seconds")
        written = json.dumps(content, ensure_ascii=False, sort_keys=True)
        with self._work() as connection:
            (story,) = connection.execute(
                "INSERT INTO stories (name, saved, languages, left) VALUES (?, ?, ?, ?)"
                " ON CONFLICT (name) DO UPDATE SET saved = excluded.saved,"
                " languages = excluded.languages, left = excluded.left RETURNING id",
                (name, now, " ".join(languages), left),
            ).fetchone()
            last = connection.execute(
                "SELECT content FROM states WHERE story = ? ORDER BY id DESC LIMIT 1", (story,)
            ).fetchone()
            if last != (written,):
                connection.execute(
                    "INSERT INTO states (story, saved, content) VALUES (?, ?, ?)",
                    (story, now, written),
                )
            connection.execute(
                "DELETE FROM states WHERE story = ? AND id NOT IN"
                " (SELECT id FROM states WHERE story = ? ORDER BY id DESC LIMIT ?)",
                (story, story, MOST_STATES),
            )
        return int(story)

    def stories(self) -> tuple[Listed, ...]:
        """Return the stories, the last one first."""
        with self._work() as connection:
            rows = connection.execute(
                "SELECT id, name, saved, languages, left FROM stories"
                " ORDER BY saved DESC, id DESC LIMIT ?",
                (MOST_LISTED,),
            ).fetchall()
        return tuple(
            Listed(story, name, saved, tuple(languages.split()), left)
            for story, name, saved, languages, left in rows
        )

    def states(self, story: int) -> tuple[tuple[int, str], ...]:
        """Return number and time of each state of a story, the last one first."""
        with self._work() as connection:
            return tuple(
                connection.execute(
                    "SELECT id, saved FROM states WHERE story = ? ORDER BY id DESC", (story,)
                )
            )

    def state(self, story: int, number: int | None = None) -> Any:
        """Return what a story said at last, or in one of its states; None where it is not."""
        with self._work() as connection:
            row = connection.execute(
                "SELECT content FROM states WHERE story = ? AND (?2 IS NULL OR id = ?2)"
                " ORDER BY id DESC LIMIT 1",
                (story, number),
            ).fetchone()
        return None if row is None else json.loads(row[0])

    def forget(self, story: int) -> None:
        """Remove a story and all its states."""
        with self._work() as connection:
            connection.execute("DELETE FROM states WHERE story = ?", (story,))
            connection.execute("DELETE FROM stories WHERE id = ?", (story,))

    def glossary(self) -> tuple[tuple[int, Mapping[str, str]], ...]:
        """Return number and wordings of each row of the glossary, in the order of their coming."""
        with self._work() as connection:
            rows = connection.execute("SELECT id, content FROM glossary ORDER BY id").fetchall()
        return tuple((number, json.loads(content)) for number, content in rows)

    def add_row(self, row: Mapping[str, str]) -> int:
        """Add a row to the glossary, where it is not there already; return its number."""
        written = json.dumps(row, ensure_ascii=False, sort_keys=True)
        with self._work() as connection:
            connection.execute("INSERT OR IGNORE INTO glossary (content) VALUES (?)", (written,))
            (number,) = connection.execute(
                "SELECT id FROM glossary WHERE content = ?", (written,)
            ).fetchone()
        return int(number)

    def remove_row(self, number: int) -> None:
        """Take a row out of the glossary."""
        with self._work() as connection:
            connection.execute("DELETE FROM glossary WHERE id = ?", (number,))

    def close(self) -> None:
        """End the work with the folder."""
        self._connection.close()
