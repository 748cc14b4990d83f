"""What the spellings of one edition are paired with in another, anywhere in an article."""

from __future__ import annotations

from tests.comparing.test_names import passages
from transcheck.comparing.names_article import ArticleNames
from transcheck.comparing.names_partners import Partners

UK, EN = 0, 1
ROWS = (
    ("Тоді Растан упав.", "Then Rastan fell.", "Тогда Растан пал."),
    ("Він бачив Рустан.", "He saw Rastan.", "Он видел Растан."),
)


def spelled(names: ArticleNames, numbers: object, edition: int) -> set[str]:
    assert isinstance(numbers, set)
    return {unit.text for unit in names.spellings.distinct[edition] if unit.spelling in numbers}


def test_all_spellings_that_are_paired_with_one_base_form_are_together() -> None:
    names, found = passages(*ROWS)
    partners = Partners(names, found)
    rastan = names.spellings.distinct[EN][0]
    assert spelled(names, partners.of(rastan, UK), UK) == {"Растан", "Рустан"}
    together = [spelled(names, numbers, UK) for numbers in partners.together(UK)]
    assert together == [{"Растан", "Рустан"}, {"Растан", "Рустан"}]
    assert list(partners.together(EN)) == []


def test_what_an_edition_has_for_several_spellings_is_one_base_form() -> None:
    names, found = passages(*ROWS)
    partners = Partners(names, found)
    spellings = {unit.spelling for unit in names.spellings.distinct[UK]}
    assert spelled(names, partners.bases(spellings, UK, EN), EN) == {"Rastan"}
