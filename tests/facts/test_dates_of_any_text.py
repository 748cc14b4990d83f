"""Any text whatsoever: extraction never fails, and its spans are exact and apart."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from transcheck.facts import Taken
from transcheck.facts.dates import extracting as dates
from transcheck.facts.dates.words import words
from transcheck.languages import LANGUAGES, named
from transcheck.model import Edition, Kind, Segment

MARKS = [*"-–,.()/:'%$№+«»", "", " ", "\u00a0"]
ENDINGS = ["", "th", "s", "-го", "-х", "pm", "'s", "-ті", "км", "bn", "%"]


def vocabulary(code: str) -> list[str]:
    table = words(named(code))
    phrases = [" ".join(key) for group in table.phrases.values() for key, _, _ in group]
    return sorted([*table.single, *phrases])


def texts(code: str) -> st.SearchStrategy[str]:
    word = st.sampled_from(vocabulary(code))
    number = st.builds(
        lambda n, width, ending: f"{n:0{width}d}{ending}",
        st.integers(0, 10_000),
        st.integers(1, 4),
        st.sampled_from(ENDINGS),
    )
    part = st.one_of(word, word.map(str.capitalize), word.map(str.upper), number)
    mark = st.one_of(st.sampled_from(MARKS), st.just(" "))
    pieces = st.lists(st.tuples(part, mark), max_size=14)
    return st.one_of(pieces.map(lambda p: "".join(a + b for a, b in p)), st.text(max_size=60))


@pytest.mark.parametrize("code", LANGUAGES.names())
@settings(max_examples=100, derandomize=True)
@given(data=st.data())
def test_no_text_breaks_extraction(code: str, data: st.DataObject) -> None:
    text = data.draw(texts(code)) + "."
    edition = Edition(code, Path("e"), "", (Segment(0, Kind.BODY, text, 0, 1, 1, 1, 1),))
    taken = Taken()
    end = 0
    found = list(dates.extract_dates(edition, named(code), taken))
    for fact in found:
        taken.add(0, fact.start, fact.end)
        assert end <= fact.start < fact.end <= len(text)
        end = fact.end
    for fact in (*found, *dates.extract_times(edition, named(code), taken)):
        assert fact.text == text[fact.start : fact.end]
        assert str(fact.value)
        assert hash(fact.value) is not None
