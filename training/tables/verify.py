"""Gather people's names in both scripts that Wikidata knows to be the same.

For every capitalised word of a word list the letter model proposes Cyrillic spellings;
those that share a name symbol of rigour (MIT; its symbols are Wikidata's, CC0) with the
word are kept. Run after the letter tables exist, then learn them again.

Run: python -m training.tables.verify /usr/share/dict/american-english-huge
"""

from __future__ import annotations

import re
import sys
from functools import cache
from pathlib import Path

from rigour.names import NameTypeTag, analyze_names

from training.tables.pairs import PEOPLE
from transcheck.naming.letter_model import model
from transcheck.naming.letters import latin

PROPOSALS, COSTLIEST = 60, 11.5
HEAD = (
    "# Latin and folded Cyrillic spellings of people's names that share a Wikidata (CC0) name\n"
    "# item according to rigour (MIT). Words: SCOWL. Written by training/tables/verify.py.\n"
)


def proposals(word: str) -> list[str]:
    """Return the likeliest Cyrillic spellings of a word, by beam search in the letter model."""
    letters = model("letters_latin")
    text = f"^{latin(word)}$"
    beams: list[dict[str, float]] = [{"": 0.0}] + [{} for _ in text]
    for i in range(len(text)):
        best = sorted(beams[i].items(), key=lambda item: (item[1], item[0]))[:PROPOSALS]
        for spelled, cost in best:
            for size in range(1, min(3, len(text) - i) + 1):
                for chunk, price in letters.costs.get(text[i : i + size], {}).items():
                    if price < COSTLIEST:
                        longer = spelled + chunk
                        if cost + price < beams[i + size].get(longer, float("inf")):
                            beams[i + size][longer] = cost + price
    return [s for s, _ in sorted(beams[-1].items(), key=lambda item: (item[1], item[0]))][
        :PROPOSALS
    ]


@cache
def symbols(name: str) -> frozenset[str]:
    """Return the Wikidata items of names that a word can be."""
    found = analyze_names(NameTypeTag.PER, [name.capitalize()], phonetics=False)
    return frozenset(str(s.id) for n in found for s in n.symbols if s.category.value == "NAME")


def main() -> None:
    """Write every verified pair, sorted."""
    words = Path(sys.argv[1]).read_text(encoding="utf-8").split()
    pairs = []
    for word in sorted({w for w in words if re.fullmatch("[A-Z][a-z]{2,}", w)}):
        known = symbols(word)
        if known:
            pairs += [(word, spelled) for spelled in proposals(word) if symbols(spelled) & known]
    PEOPLE.write_text(HEAD + "".join(f"{a}\t{b}\n" for a, b in pairs), encoding="utf-8")


if __name__ == "__main__":
    main()
