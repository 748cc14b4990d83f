"""What the collectors keep of their sources."""

from __future__ import annotations

from dataclasses import replace

import pytest

from training.settings import Settings
from training.sources import prose, spread, tidy


@pytest.mark.parametrize(
    ("message", "expected"),
    [
        pytest.param("Save <b>all</b> files", "Save all files", id="markup"),
        pytest.param("Copied %d of %s files", "Copied of files", id="printf placeholders"),
        pytest.param("Hello {name}, welcome", "Hello , welcome", id="braces"),
        pytest.param("_Open a ~File", "Open a File", id="keyboard accelerators"),
        pytest.param("See https://example.org/x now", "See now", id="address"),
        pytest.param("Плата зросла на 20%.", "Плата зросла на 20%.", id="text is left alone"),
    ],
)
def test_messages_are_tidied(message: str, expected: str) -> None:
    assert tidy(message) == expected


def test_spread_is_seeded_and_its_beginning_does_not_depend_on_the_limit() -> None:
    texts = [str(number) for number in range(50)] * 2
    settings = Settings()
    assert spread(texts, settings) == spread(texts, settings)
    assert spread(texts, settings, limit=10) == spread(texts, settings)[:10]
    assert sorted(spread(texts, settings)) == sorted(set(texts))
    assert spread(texts, settings) != spread(texts, replace(settings, seed=1))


def test_wiktionary_entry_keeps_its_editors_examples_and_drops_quotations() -> None:
    source = (
        "{{помета|воен.}} [[большой]] [[отряд|отряда]] "
        "{{пример|Отряд {{выдел|вышел}} утром.}} "
        "{{пример|Он писал о войне.|автор=Л. Толстой|титул=Война и мир}}"
    )
    definition, examples = prose._entry(source)
    assert definition == "большой отряда"
    assert examples == ["Отряд вышел утром"]
