"""Write the English words that are written small, from a SCOWL word list.

Regular inflections are left out: `transcheck.naming.vocabulary` undoes them.

Run: python -m training.tables.common_words /usr/share/dict/american-english-small
"""

from __future__ import annotations

import re
import sys
from pathlib import Path

OUT = Path("transcheck/languages/data/en/common_words.txt")
HEAD = (
    "# English words that are written small, without regular inflections: a capital letter on\n"
    "# one of them may be that of a title or a sentence. Source: SCOWL (Kevin Atkinson), size\n"
    "# 35, free to use and modify with its notice. Written by training/tables/common_words.py.\n"
)
SUFFIXES = (("ies", "y"), ("es", ""), ("es", "e"), ("s", ""), ("ied", "y"), ("ed", ""))
SUFFIXES += (
    ("ed", "e"),
    ("ing", ""),
    ("ing", "e"),
    ("ly", ""),
    ("ness", ""),
    ("er", ""),
    ("er", "e"),
)


def regular(word: str, words: set[str]) -> bool:
    """Return whether a word is another word of the list with a regular suffix."""
    return any(
        word.endswith(suffix)
        and len(word) > len(suffix) + 2
        and word[: -len(suffix)] + end in words
        for suffix, end in SUFFIXES
    )


def main() -> None:
    """Write the list, sorted."""
    lines = Path(sys.argv[1]).read_text(encoding="utf-8").split()
    words = {w for w in lines if re.fullmatch("[a-z]{2,}", w)}
    kept = sorted(w for w in words if not regular(w, words))
    OUT.write_text(HEAD + "".join(f"{w}\n" for w in kept), encoding="utf-8")


if __name__ == "__main__":
    main()
