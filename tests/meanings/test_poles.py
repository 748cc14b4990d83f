"""Every pole of the table has an example, in three languages, that says it."""

from __future__ import annotations

from pathlib import Path

import pytest

from transcheck.comparing.poles import forms, sayings
from transcheck.comparing.wordwise import Sides, sides
from transcheck.model import Article, Bead
from transcheck.segmenting import segment
from transcheck.sources.cms import Text

LANGUAGES = ("uk", "en", "ru")


def examples() -> dict[tuple[str, str], dict[str, str]]:
    text = (Path(__file__).parent / "poles.tsv").read_text(encoding="utf-8")
    _, *rows = (line.split("\t") for line in text.splitlines() if not line.startswith("#"))
    return {(axis, pole): dict(zip(LANGUAGES, said, strict=True)) for axis, pole, *said in rows}


EXAMPLES = examples()


def side_by_side(texts: dict[str, str]) -> Sides:
    editions = []
    for language in LANGUAGES:
        text = Text(texts[language] + ".")
        path = text.path("poles", language)
        editions.append(segment(text.document(path, language)))
    return sides(Article("poles", tuple(editions)), Bead(((0,), (0,), (0,)), 1.0))


def test_every_pole_has_an_example() -> None:
    poles = {(form.pole.axis, form.pole.name) for la in LANGUAGES for form in forms(la)}
    assert poles == set(EXAMPLES)


@pytest.mark.parametrize("axis", sorted({axis for axis, _ in EXAMPLES}))
def test_an_example_says_its_pole_and_no_other_of_the_axis(axis: str) -> None:
    for (own, pole), texts in EXAMPLES.items():
        if own == axis:
            for side in side_by_side(texts):
                assert side is not None
                said = {s.pole.name for s in sayings(side) if s.pole.axis == axis}
                assert said == {pole}, texts[side.language.code]
