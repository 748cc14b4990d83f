"""The ablation of meanings switches off what it names, and only while it is asked to."""

from __future__ import annotations

import pytest

from benchmarks.meanings import COLUMNS, MEANINGS, PHRASES, Planted, measure, switches
from tests.meanings.test_triples import AROUND
from transcheck.api import check_article
from transcheck.comparing.phrases_lost import shipped
from transcheck.model import Article, Comparison

RIGHT = {
    "uk": "Унаслідок удару по Ромнах двоє людей загинули.",
    "en": "The strike on Romny killed two people.",
    "ru": "В результате удара по Ромнам два человека погибли.",
}
WRONG = RIGHT | {"ru": "В результате удара по Ромнам два человека ранены."}


def compared(texts: dict[str, str]) -> Comparison:
    report = check_article({la: "\n\n".join((*AROUND[la], text)) for la, text in texts.items()})
    return Comparison(Article("story", report.editions), report.alignment)


@pytest.mark.parametrize(
    ("term", "found"), [("death", 0), ("opposites._View._replaced", 0), ("kin", 1), ("navy", 1)]
)
def test_an_error_is_found_until_its_axis_is_switched_off(term: str, found: int) -> None:
    clean, errors = {"story": compared(RIGHT)}, [Planted(compared(WRONG), "story", WRONG)]
    assert measure(clean, errors, MEANINGS) == (1, 0)
    for name, switch in switches(MEANINGS):
        if name == term:
            with switch:
                assert measure(clean, errors, MEANINGS) == (found, 0)
    assert measure(clean, errors, MEANINGS) == (1, 0)


def test_every_column_of_the_models_is_of_one_family() -> None:
    models = shipped()
    for trees, families in ((models.words, COLUMNS["words"]), (models.runs, COLUMNS["runs"])):
        columns = sorted(n for own in families.values() for n in own)
        assert columns == list(range(len(columns)))
        assert trees.features.max() < len(columns)
    assert len(list(switches(PHRASES))) > sum(map(len, COLUMNS.values()))
