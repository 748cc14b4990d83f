"""The trilingual lexicon of what news counts: which words near a number mean the same."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import NamedTuple

from transcheck.languages import Language
from transcheck.limits import COMPARING_LEXICON_LONGEST_ENDING


class Lexicon(NamedTuple):
    """What words near numbers mean, in one language."""

    words: Mapping[str, frozenset[str]]
    stems: Mapping[str, frozenset[str]]
    before: Mapping[str, frozenset[str]]
    links: frozenset[str]
    """Conjunctions."""
    articles: frozenset[str]
    """Words that may stand between a preposition and its number: of *the* 40."""

    def near(self, word: str) -> frozenset[str]:
        """Return the concepts of a word anywhere near a number."""
        found = self.words.get(word, frozenset())
        for cut in range(max(2, len(word) - COMPARING_LEXICON_LONGEST_ENDING), len(word) + 1):
            found |= self.stems.get(word[:cut], frozenset())
        return found


@cache
def concepts(language: Language) -> Lexicon:
    """Return the lexicon of a language; its table is read at the first call."""
    tables: dict[str, dict[str, set[str]]] = {"words": {}, "stems": {}, "before": {}}
    small: dict[str, set[str]] = {"link": set(), "article": set()}
    for where, concept, forms, _ in language.rows("roles"):
        for form in forms.split():
            if where in small:
                small[where].add(form)
                continue
            table = "before" if where == "before" else "stems" if form[-1] == "*" else "words"
            tables[table].setdefault(form.rstrip("*"), set()).add(concept)
    words, stems, before = (
        {form: frozenset(meant) for form, meant in tables[table].items()}
        for table in ("words", "stems", "before")
    )
    return Lexicon(words, stems, before, frozenset(small["link"]), frozenset(small["article"]))
