"""The one-letter repair of a word that fits the other editions best."""

from __future__ import annotations

import pytest

from tests.name_stories import story
from transcheck.comparing.names.repair import best_repair
from transcheck.comparing.names.rows import Names
from transcheck.comparing.names.units import Unit


def unit(names: Names, edition: int, text: str) -> Unit:
    return next(u for u in names.units[edition] if u.text == text)


@pytest.mark.parametrize(
    ("wrong", "right", "kind"),
    [
        pytest.param("Лизогуб", "лизогуб", "", id="right"),
        pytest.param("Лизокуб", "лизогуб", "consonant", id="consonant"),
        pytest.param("Лизогоб", "лизогуб", "vowel", id="vowel"),
        pytest.param("Лзогуб", "лизогуб", "dropped", id="dropped"),
        pytest.param("Лизогнуб", "лизогуб", "added", id="added"),
        pytest.param("Лигозуб", "лизогуб", "", id="two-letters-are-none"),
    ],
)
def test_the_letter_that_was_meant(wrong: str, right: str, kind: str) -> None:
    names = Names(
        story(
            uk=f"Про це заявив Павло {wrong} у суботу.",
            en="Pavlo Lyzohub said so on Saturday.",
            ru="Об этом заявил Павел Лизогуб в субботу.",
        )
    )
    others = [unit(names, 1, "Lyzohub"), unit(names, 2, "Лизогуб")]
    found = unit(names, 0, wrong)
    nats = [names.spellings.surprise(found, other) for other in others]
    repair = best_repair(found, others, nats)
    if not kind:
        assert repair is None or repair.word != right
    else:
        assert repair is not None
        assert (repair.word, repair.kind) == (right, kind)
        assert sum(repair.nats) < sum(nats)
