"""Months that are people in this edition: Theresa May, «Марта»."""

from __future__ import annotations

from transcheck.facts.chronology.words import words
from transcheck.facts.tokens import tokenize
from transcheck.languages import Language
from transcheck.model import Edition


def people_named_as_months(edition: Edition, language: Language) -> frozenset[str]:
    """Return the words of an edition that are months elsewhere but follow a title or a first name.

    Where Theresa May is in an article, "May" alone is not the month in any of its sentences.
    """
    table = words(language)
    doubtful = table.members("month_doubtful") | table.members("month_name")
    titles = table.members("honorific")
    if not titles:
        return frozenset()
    found = set()
    for segment in edition.segments:
        tokens = tokenize(segment.text)
        if doubtful.isdisjoint(tokens.texts):
            continue
        previous = ""
        for token in tokens:
            if token.text == ".":
                continue
            if token.text in doubtful and previous in titles and token.raw[0].isupper():
                found.add(token.text)
            previous = token.text
    return frozenset(found)
