"""Write the English name words: given names and the commoner surnames of the 1990 US census.

A word of the list is spelled as it should be; one that is in no list and a letter away from
one that is may be misspelled. The census's files are in the public domain; the package
`names` (MIT) has them as they were published.

Run: python -m training.tables.name_words FOLDER, where FOLDER has dist.all.last etc.
"""

from __future__ import annotations

import sys
from pathlib import Path

OUT = Path("transcheck/languages/data/en/name_words.txt")
HEAD = (
    "# Given names and surnames that are common in English, small: a word that is none of them\n"
    "# but a letter away from one may be misspelled. Source: US Census Bureau, 1990, public\n"
    "# domain. Written by training/tables/name_words.py.\n"
)
FILES = {"dist.male.first": 10_000, "dist.female.first": 10_000, "dist.all.last": 19_000}
"""The census's files, and how many of their names are taken, the commonest first."""
SHORTEST = 4


def main() -> None:
    """Write the list, sorted."""
    names: set[str] = set()
    for name, count in FILES.items():
        lines = (Path(sys.argv[1]) / name).read_text(encoding="ascii").splitlines()
        names.update(line.split()[0].lower() for line in lines[:count])
    kept = sorted(name for name in names if len(name) >= SHORTEST)
    OUT.write_text(HEAD + "".join(f"{name}\n" for name in kept), encoding="utf-8")


if __name__ == "__main__":
    main()
