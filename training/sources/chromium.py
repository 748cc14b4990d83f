"""Reads the messages of the Chromium browser out of its .pak files."""

from __future__ import annotations

import struct
from itertools import pairwise

from training.packages import Packages
from training.sources import Source

VERSION, UTF8 = 5, 1
FILES = {"en": ("chromium-common", "en-US")}
"""English stands in another package than the other languages do."""


def strings(packages: Packages, language: str) -> dict[str, str]:
    """Return the messages of a language by number, which is the same in all languages."""
    package, code = FILES.get(language, ("chromium-l10n", language))
    file = packages.folder(package) / f"usr/lib/chromium/locales/{code}.pak"
    return read(file.read_bytes())


def read(data: bytes) -> dict[str, str]:
    """Return the strings of a .pak file: a header, places of resources, their data.

    Raises:
        ValueError: the file is of another version, or its strings are not UTF-8.
    """
    version, encoding, count, _aliases = struct.unpack_from("<IBxxxHH", data)
    if (version, encoding) != (VERSION, UTF8):
        raise ValueError(f"a .pak file of version {version}, encoding {encoding}")
    entries = [struct.unpack_from("<HI", data, 12 + 6 * number) for number in range(count + 1)]
    return {
        str(name): data[start:end].decode("utf-8", "replace")
        for (name, start), (_, end) in pairwise(entries)
    }


SOURCES: tuple[Source, ...] = ()
"""Its messages are among the `catalogues`."""
