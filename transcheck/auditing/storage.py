"""The folder of an audit: a manifest, and four tables with a Parquet file for each partition.

::

    FOLDER/manifest.json
           articles/part-00001-of-00064.parquet      what was done, with its fingerprint
           findings/part-00001-of-00064.parquet
           alignments/…  unchecked/…

A file is written under another name first and gets its own in one step. The four of a
partition carry the same seal, made of what its articles are: where it differs, or a file is
missing or damaged, a run was killed between two of them, and the partition is as good as
never done. Names that begin with a point are skipped by readers of Parquet.

One audit at a time in a folder: two would replace each other's files.

The lock is the operating system's, on a file in the folder. It ends with the process, however
that ends, so a run that was killed leaves nothing to clear away. Workers of a cluster write on
behalf of the run that holds it.
"""

from __future__ import annotations

import errno
import hashlib
import json
import shutil
import tempfile
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Any

from transcheck.auditing.tables import ARTICLES, TABLES, Result, Rows, arrow, parquet, schemas
from transcheck.errors import TranscheckError, UsageError

LOCK = ".lock"
"""The file; it stays, as to remove it would open a gap for a third run."""
_NO_LOCKS = frozenset({errno.ENOSYS, errno.ENOLCK, errno.EOPNOTSUPP, errno.ENOTSUP, errno.EINVAL})
"""What disks answer that know no locks: some of networks, some that other programs provide."""


@contextmanager
def alone(folder: Path, unguarded: Callable[[], None]) -> Iterator[None]:
    """Make a folder and keep other audits out of it.

    Args:
        folder: where results go.
        unguarded: is called where the disk knows no locks; the run goes on without.

    Raises:
        UsageError: another audit has the folder.
        TranscheckError: there is no permission.
    """
    from filelock import FileLock, Timeout

    with ExitStack() as held:
        try:
            folder.mkdir(parents=True, exist_ok=True)
            # Not by the mere existence of a file, which outlives a run that was killed.
            held.enter_context(FileLock(folder / LOCK, timeout=0, fallback_to_soft=False))
        except Timeout:
            raise UsageError(
                f"another audit is writing into {folder}",
                hint="wait until it has ended, or name another folder with --output",
            ) from None
        except OSError as error:
            if error.errno not in _NO_LOCKS:
                raise unwritable(folder, error) from error
            unguarded()
        yield


def unwritable(folder: Path, error: OSError) -> TranscheckError:
    """Return what to say of a folder that results cannot go to."""
    return TranscheckError(
        f"{error.filename or folder} cannot be written: {error.strerror or error}",
        hint="give permission, or name another folder",
    )


SCHEMA = "transcheck-audit/1"
_MANIFEST = "manifest.json"
_SEAL = b"transcheck"
UNFINISHED = ".unfinished-"
"""How names begin of what has its own name only when it is finished."""
Keys = frozenset[tuple[str, str]]
"""Names and fingerprints of articles."""


class Storage:
    """The results in one folder."""

    def __init__(self, folder: Path) -> None:
        """Take the folder, which `prepare` makes."""
        self.folder = folder

    def manifest(self) -> Mapping[str, Any]:
        """Return the manifest; empty where nothing was done yet.

        Raises:
            UsageError: there is something in the folder, and not of an audit.
        """
        path = self.folder / _MANIFEST
        if self.folder.exists() and not self.folder.is_dir():
            raise self._foreign()
        try:
            found = json.loads(path.read_text(encoding="utf-8"))
        except FileNotFoundError:
            # A run may have been killed before it wrote the first thing.
            there = self.folder.iterdir() if self.folder.exists() else ()
            names = [one.name for one in there if not one.name.startswith(UNFINISHED)]
            if set(names) - {*TABLES, LOCK}:
                raise self._foreign() from None
            return {}
        except (OSError, ValueError):
            raise self._foreign() from None
        if not isinstance(found, dict) or found.get("schema") != SCHEMA:
            raise self._foreign()
        number = found.get("partitions")
        if not isinstance(number, int) or number < 1 or number & (number - 1):
            raise self._foreign()
        return found

    def _foreign(self) -> UsageError:
        return UsageError(
            f"{self.folder} is no folder of an audit", hint="name an empty or a new folder"
        )

    def prepare(self, **manifest: object) -> None:
        """Make the tables' folders, write the manifest and remove what killed runs have left.

        Raises:
            TranscheckError: there is no permission.
        """
        try:
            for table in TABLES:
                (self.folder / table).mkdir(parents=True, exist_ok=True)
            for left in self.folder.rglob(f"{UNFINISHED}*"):
                shutil.rmtree(left) if left.is_dir() else left.unlink(missing_ok=True)
        except OSError as error:
            raise unwritable(self.folder, error) from error
        self.write_manifest(**manifest)

    def write_manifest(self, **entries: object) -> None:
        """Replace the manifest."""
        text = json.dumps({**entries, "schema": SCHEMA}, indent=2, sort_keys=True)
        self.replace(self.folder / _MANIFEST, f"{text}\n".encode())

    def replace(self, path: Path, data: bytes) -> None:
        """Replace a file in one step.

        Raises:
            TranscheckError: it cannot be written.
        """
        try:
            with tempfile.NamedTemporaryFile(
                dir=path.parent, prefix=UNFINISHED, delete=False
            ) as stream:
                stream.write(data)
            temporary = Path(stream.name)
            temporary.chmod(0o644)
            temporary.replace(path)
        except OSError as error:
            raise TranscheckError(
                f"{path} cannot be written: {error.strerror or error}",
                hint="make room or give permission, and run the same command again: it goes on "
                "where it was",
            ) from error

    def path(self, table: str, number: int, of: int) -> Path:
        """Return the file of a partition, `number` counted from 0."""
        return self.folder / table / f"part-{number + 1:05}-of-{of:05}.parquet"

    def files(self, table: str, of: int) -> Sequence[Path]:
        """Return the files of a table."""
        return [self.path(table, number, of) for number in range(of)]

    def keys(self, number: int, of: int) -> Keys | None:
        """Return what a partition holds, or None where it is not there as a whole."""
        try:
            seals = set()
            for table, schema in schemas().items():
                found = parquet().read_schema(self.path(table, number, of))
                seals.add((found.metadata or {}).get(_SEAL))
                if not found.equals(schema):
                    return None
            rows = (
                parquet()
                .ParquetFile(self.path(ARTICLES, number, of))
                .read(columns=["article", "fingerprint"])
            )
        except (OSError, arrow().ArrowException):
            return None
        keys = frozenset((row["article"], row["fingerprint"]) for row in rows.to_pylist())
        return keys if seals == {_seal(keys)} else None

    def results(self, number: int, of: int) -> list[Result]:
        """Return the results of a partition, or of the larger one that it was cut from."""
        while self.keys(number, of) is None:
            if of == 1:
                return []
            number, of = number // 2, of // 2
        together: dict[str, dict[str, Rows]] = {}
        for table in TABLES:
            with parquet().ParquetFile(self.path(table, number, of)) as file:
                for row in file.read().to_pylist():
                    own = together.setdefault(row["article"], {name: [] for name in TABLES})
                    own[table].append(row)
        return [
            Result(name, rows[ARTICLES][0]["fingerprint"], rows) for name, rows in together.items()
        ]

    def write(self, number: int, of: int, results: Iterable[Result]) -> None:
        """Replace a partition; its articles are sorted by name."""
        ordered = sorted(results, key=lambda one: one.article)
        seal = _seal(frozenset((one.article, one.fingerprint) for one in ordered))
        for name, schema in schemas().items():
            rows = [row for one in ordered for row in one.rows[name]]
            table = arrow().Table.from_pylist(rows, schema=schema.with_metadata({_SEAL: seal}))
            sink = arrow().BufferOutputStream()
            parquet().write_table(table, sink, compression="zstd")
            self.replace(self.path(name, number, of), sink.getvalue().to_pybytes())

    def finish(self, of: int) -> None:
        """Remove the files of earlier runs with fewer partitions."""
        for table in TABLES:
            kept = set(self.files(table, of))
            for path in (self.folder / table).glob("part-*.parquet"):
                if path not in kept:
                    path.unlink()


def _seal(keys: Keys) -> bytes:
    return hashlib.sha256(repr(sorted(keys)).encode()).hexdigest().encode()
