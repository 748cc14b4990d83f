"""How near in meaning words of names are across editions."""

from __future__ import annotations

from tests.name_stories import story
from transcheck.comparing.names.rows import Names
from transcheck.comparing.names.units import Unit

TEXTS = {
    "uk": "Паломники йшли на Успіння до Унева.",
    "en": "Pilgrims walked to Univ for Dormition.",
    "ru": "Паломники шли на Успение в Унев.",
}


def _unit(names: Names, edition: int, text: str) -> Unit:
    return next(u for u in names.units[edition] if u.text == text)


def test_a_word_is_rendered_by_its_translation() -> None:
    names = Names(story(**TEXTS))
    pilgrims, feast = _unit(names, 1, "Pilgrims"), _unit(names, 0, "Успіння")
    assert names.senses.rendered(0, pilgrims, feast) > 0.25


def test_the_place_that_is_left_out_renders_nothing() -> None:
    names = Names(story(**TEXTS))
    univ = _unit(names, 1, "Univ")
    assert names.senses.rendered(0, univ, _unit(names, 0, "Унева")) < 0.1
    assert names.senses.rendered(0, univ, _unit(names, 0, "Успіння")) > 0.4
