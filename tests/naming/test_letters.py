"""Letters: spellings reduced to what two languages can be compared in."""

from __future__ import annotations

from transcheck.naming.letters import rough, roughly

WORDS = ("Wade", "Уейд", "О'Нил", "Kai-Fu", "Українська\nправда", "Schröder", "2026", "", "Уэльс")


def test_many_words_are_written_roughly_as_each_of_them() -> None:
    assert roughly(WORDS) == [rough(word) for word in WORDS]
