"""Numbers in the forms that newsrooms write them in: the whole kind, language by language."""

from __future__ import annotations

import pytest

from transcheck.facts.numbers.quantities import read_quantities
from transcheck.languages import named

FORMS = {
    "en": {
        "one and one-half miles": ["1.5 mi"],
        "two and three-quarter hours": ["2.75 hour"],
        "some 340 people": ["about 340"],
        "6 million-plus users": ["more than 6000000"],
        "≈ 40 km, ~50 km": ["about 40 km", "about 50 km"],
        "temperatures of 40 or higher": ["more than 40"],
        "four in ten voters": ["0.4 fraction"],
        "seven out of every 100": ["0.07 fraction"],
        "a third-party app, said a third party": [],
        "up by a third to 1.8 billion": ["1/3 fraction", "1800000000"],
        "grew 23% to 41.6 billion": ["23 %", "41600000000"],
        "from $30 to 40 million": ["30000000 USD", "40000000 USD"],
        "in the 45+2nd minute": ["47"],
        "5 million naira": ["5000000 NGN"],
    },
    "uk": {
        "п’ять цілих і п’ять десятих відсотка": ["5.5 %"],
        "уп’яте й вшосте": ["5", "6"],
        "дев’ятиповерхівка, у п'ятиповерхівці": ["9", "5"],
        "пів кілометра": ["0.5 km"],
        "полуторагодовалого хлопчика": ["1.5 year"],
        "годин п’ять": ["about 5 hour"],
        "людей двадцять": ["about 20"],
        "зо два роки": ["about 2 year"],
        "не менше як 40": ["at least 40"],
        "40 градусів або вище": ["more than 40 °C"],
        "прогріється до 25 градусів": ["25 °C"],
        "чотири з десяти виборців": ["0.4 fraction"],
        "на п'яту частину": ["0.2 fraction"],
        "260 сім-карток": ["260"],
        "на третину до 1,8 млрд": ["1/3 fraction", "1800000000"],
        "на 45+2-й хвилині": ["47"],
        "105-ї бригади": ["105"],
        "0…-5 градусів": ["0", "-5 °C"],
        "5 млн найр": ["5000000 NGN"],
    },
    "ru": {
        "пять целых и пять десятых процента": ["5.5 %"],
        "девятиэтажка, в пятиэтажке": ["9", "5"],
        "полкилометра": ["0.5 km"],
        "полуторагодовалого мальчика": ["1.5 year"],
        "часов пять": ["about 5 hour"],
        "человек двадцать": ["about 20"],
        "40 градусов или выше": ["more than 40 °C"],
        "четверо из десяти": ["0.4 fraction"],
        "на пятую часть": ["0.2 fraction"],
        "третьи лица": [],
        "на 45+2-й минуте": ["47"],
        "5 млн найр": ["5000000 NGN"],
    },
}
PLAIN = {
    "en": {"the third man": ["3"], "seven of the 12 men": ["7", "12"], "5 + 2": ["5", "2"]},
    "uk": {
        "10 людей двадцяти років": ["10", "20 year"],
        "двоє з трьох": ["2", "3"],
        "третій рік": ["3"],
    },
    "ru": {"двое из трех": ["2", "3"], "третий год": ["3"], "прошло 12 часов": ["12 hour"]},
}
"""Near cases: what looks like one of these forms and is none."""


@pytest.mark.parametrize(
    ("language", "text", "said"),
    [
        (language, text, said)
        for table in (FORMS, PLAIN)
        for language, rows in table.items()
        for text, said in rows.items()
    ],
)
def test_a_form_is_read_as_its_value(language: str, text: str, said: list[str]) -> None:
    assert [str(f.quantity) for f in read_quantities(text, named(language))] == said
