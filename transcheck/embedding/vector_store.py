"""Vectors on disk by key: one SQLite file that any number of processes share.

A cache must never cost a result: every row carries a checksum, a damaged file is begun
anew, and whatever else goes wrong is a `StoreError` that its user goes on without.
A connection lives for one operation only, so that nothing is held across a fork, a kill
or the minutes an encoder takes.
"""

from __future__ import annotations

import sqlite3
import time
import zlib
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import closing, contextmanager, suppress
from pathlib import Path
from typing import TypeVar

from transcheck.embedding import Remark

T = TypeVar("T")

FILE = "vectors.sqlite3"
MEGABYTE = 1 << 20
WAIT = 10.0
"""Seconds to wait for another process that is writing; its transactions take milliseconds."""
KEPT = 0.9
"""Share of the limit that is left when the least recently used rows are dropped."""

_BESIDE = ("", "-wal", "-shm", "-journal")
"""What SQLite appends to the name of its file for the files beside it."""
_ASKED = 500
"""Keys in one query: SQLite before 3.32 takes 999 parameters at most."""
_DAY = 86_400
# 8 KB pages take five vectors of 384 numbers; the default 4 KB would take two and waste
# a quarter. Both settings hold only where the file is still empty.
_SETTINGS = ("PRAGMA page_size = 8192", "PRAGMA auto_vacuum = INCREMENTAL")
_TABLES = (
    """CREATE TABLE IF NOT EXISTS vectors (
        key BLOB PRIMARY KEY, day INTEGER NOT NULL, sum INTEGER NOT NULL, vector BLOB NOT NULL
    )""",
    "CREATE INDEX IF NOT EXISTS used ON vectors (day)",
)
# https://sqlite.org/rescode.html
_DAMAGE = {sqlite3.SQLITE_ERROR, sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB}
"""Primary result codes of a file that is none of ours, SQLITE_ERROR for foreign tables."""


class StoreError(Exception):
    """The store cannot be used: no right to write, no space, no end of waiting."""


class VectorStore:
    """Bytes by key in ``folder/vectors.sqlite3``, the least recently used dropped first."""

    def __init__(
        self,
        folder: Path,
        limit: int,
        *,
        remark: Remark = lambda _message: None,
        clock: Callable[[], float] = time.time,
    ) -> None:
        """Take a folder, which need not exist yet, and the size to keep to.

        Args:
            folder: where the file is.
            limit: bytes that the file may have, give or take one call of `put`.
            remark: is told where a damaged file was begun anew.
            clock: seconds since the epoch; only its days are kept, which say what was used
                least recently. No result depends on it.
        """
        self.path = folder / FILE
        self._limit = limit
        self._remark = remark
        self._clock = clock

    def get(self, keys: Sequence[bytes]) -> dict[bytes, bytes]:
        """Return the vectors of those keys that are known, and note that they were used.

        Raises:
            StoreError: the store cannot be used.
        """
        if not self._exists():
            return {}
        return self._with_connection(lambda connection: self._get(connection, keys))

    def put(self, vectors: Mapping[bytes, bytes]) -> None:
        """Add vectors, all or none, and drop the least recently used beyond the limit.

        Raises:
            StoreError: the store cannot be used.
        """
        self._with_connection(lambda connection: self._put(connection, vectors))

    def entries(self) -> int:
        """Return the number of vectors.

        Raises:
            StoreError: the store cannot be used.
        """
        return self._with_connection(_entries) if self._exists() else 0

    def size(self) -> int:
        """Return the bytes that the store takes on disk."""
        return sum(path.stat().st_size for path in self._files() if path.is_file())

    def clear(self) -> None:
        """Delete the store, whatever state it is in.

        Raises:
            OSError: a file cannot be deleted.
        """
        for path in self._files():
            path.unlink(missing_ok=True)
        with suppress(OSError):  # something of others is in it
            self.path.parent.rmdir()

    def _exists(self) -> bool:
        try:
            return self.path.exists()
        except OSError as error:  # a folder that may not be entered
            raise StoreError(str(error)) from error

    def _files(self) -> list[Path]:
        return [self.path.with_name(FILE + suffix) for suffix in _BESIDE]

    def _get(self, connection: sqlite3.Connection, keys: Sequence[bytes]) -> dict[bytes, bytes]:
        today = self._today()
        found: dict[bytes, bytes] = {}
        old: list[tuple[int, bytes]] = []
        for start in range(0, len(keys), _ASKED):
            asked = keys[start : start + _ASKED]
            marks = ",".join("?" * len(asked))
            query = f"SELECT key, day, sum, vector FROM vectors WHERE key IN ({marks})"  # noqa: S608
            for key, day, checksum, vector in connection.execute(query, asked):
                if isinstance(vector, bytes) and _checksum(key, vector) == checksum:
                    found[key] = vector
                    if day != today:
                        old.append((today, key))
        # Once a day is exact enough for dropping, and reading stays reading.
        if old:
            with _writing(connection):
                connection.executemany("UPDATE vectors SET day = ? WHERE key = ?", old)
        return found

    def _put(self, connection: sqlite3.Connection, vectors: Mapping[bytes, bytes]) -> None:
        today = self._today()
        with _writing(connection):
            connection.executemany(
                "INSERT OR REPLACE INTO vectors (key, day, sum, vector) VALUES (?, ?, ?, ?)",
                [(key, today, _checksum(key, data), data) for key, data in vectors.items()],
            )
            dropped = self._drop(connection)
        if dropped:
            # Not execute(), which ends after the first page: the statement has no columns.
            connection.executescript("PRAGMA incremental_vacuum")

    def _drop(self, connection: sqlite3.Connection) -> int:
        """Drop what is beyond the limit, and return how many vectors that were."""
        pages, free, size = (
            connection.execute(f"PRAGMA {name}").fetchone()[0]
            for name in ("page_count", "freelist_count", "page_size")
        )
        if pages * size <= self._limit:
            return 0
        entries = _entries(connection)
        kept = int(entries * min(1.0, KEPT * self._limit / max(1, (pages - free) * size)))
        connection.execute(
            "DELETE FROM vectors WHERE rowid IN"
            " (SELECT rowid FROM vectors ORDER BY day, rowid LIMIT ?)",
            (entries - kept,),
        )
        return entries - kept

    def _today(self) -> int:
        return int(self._clock() // _DAY)

    def _with_connection(self, work: Callable[[sqlite3.Connection], T]) -> T:
        try:
            try:
                return self._once(work)
            except sqlite3.Error as error:
                if not _is_damage(error):
                    raise
                self._remark(f"{self.path} was damaged and is begun anew ({error})")
            for path in self._files():
                path.unlink(missing_ok=True)
            return self._once(work)
        except (sqlite3.Error, OSError) as error:
            raise StoreError(str(error)) from error

    def _once(self, work: Callable[[sqlite3.Connection], T]) -> T:
        self.path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        with closing(sqlite3.connect(self.path, timeout=WAIT, isolation_level=None)) as connection:
            for setting in _SETTINGS:
                connection.execute(setting)
            # Readers and a writer do not wait for one another. Where another process is just
            # switching this may be refused; then it is done, or tried again next time.
            with suppress(sqlite3.OperationalError):
                connection.execute("PRAGMA journal_mode = WAL")
            connection.execute("PRAGMA synchronous = NORMAL")
            for table in _TABLES:
                connection.execute(table)
            return work(connection)


@contextmanager
def _writing(connection: sqlite3.Connection) -> Iterator[None]:
    # IMMEDIATE takes the lock before anything is read: a transaction that turns from reading
    # to writing would fail at once where another one writes, without waiting.
    connection.execute("BEGIN IMMEDIATE")
    try:
        yield
        connection.execute("COMMIT")
    except BaseException:
        with suppress(sqlite3.Error):  # SQLite has rolled back by itself
            connection.execute("ROLLBACK")
        raise


def _entries(connection: sqlite3.Connection) -> int:
    return int(connection.execute("SELECT count(*) FROM vectors").fetchone()[0])


def _checksum(key: bytes, vector: bytes) -> int:
    return zlib.crc32(vector, zlib.crc32(key))


def _is_damage(error: sqlite3.Error) -> bool:
    code = getattr(error, "sqlite_errorcode", None)
    if code is None:  # raised by Python about what it read
        return not isinstance(error, sqlite3.ProgrammingError)
    return code & 0xFF in _DAMAGE or code == sqlite3.SQLITE_IOERR_SHORT_READ
