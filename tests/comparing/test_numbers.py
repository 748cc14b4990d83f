"""When two quantities say the same: pairs that agree and pairs that do not, with the reason."""

from __future__ import annotations

from itertools import combinations

import pytest

from transcheck.comparing.numbers import Agreement, Verdict, Why, agree
from transcheck.facts.numbers.quantities import read_quantities
from transcheck.facts.numbers.records import Quantity
from transcheck.languages import named

LANGUAGES = ("en", "uk", "ru")


def quantity(language: str, text: str) -> Quantity:
    (found,) = read_quantities(text, named(language))
    return found.quantity


def both_ways(left: tuple[str, str], right: tuple[str, str]) -> Agreement:
    """The agreement of two sentences with one number each; the order must not matter."""
    one, two = quantity(*left), quantity(*right)
    agreement = agree(one, two)
    assert agreement == agree(two, one)
    return agreement


SAME = {
    "digit-and-word": ("25 people", "двадцять п'ять людей", "двадцати пяти человек"),
    "separators": ("1,250,000 people", "1 250 000 осіб", "1.250.000 человек"),
    "scale-words": ("$1.5bn", "півтора мільярда доларів", "1 500 000 000 долларов"),
    "age-forms": ("24-year-old", "24 роки", "24-летний"),
    "age-without-unit": ("aged 24", "24-річний", "24 года"),
    "ordinal-and-cardinal": ("World War II", "Друга світова", "Вторая мировая"),
    "multiplier": ("doubled", "у два рази", "вдвое"),
    "percent": ("3.7 percent", "3,7%", "3,7 процента"),
    "half": ("half of them", "половина", "половина"),
    "bounds": ("over 20 men", "понад 20", "более 20"),
    "bounds-of-one-kind": ("close to 80%", "близько 80%", "почти 80%"),
    "doubtful-bound": ("up to 3,000", "до 3000", "до 3 тыс."),
    "doubtful-bound-or-none": ("3,000 men", "до 3000", "3 тыс."),
    "money": ("£2.3bn", "2,3 млрд фунтів стерлінгів", "2,3 млрд фунтов"),
    "coins": ("50 kopecks", "50 копійок", "50 копеек"),
    "ambiguous-separator": ("1,250 men", "1,250 осіб", "1250 человек"),
    "year-and-months": ("12 months", "12 місяців", "12 месяцев"),
    "almost-zero": ("almost zero", "нуль", "ноль"),
}

COMPATIBLE = {
    "miles": ("10 miles", "16 км", "16 км", Why.CONVERTED),
    "pounds": ("550 pounds", "249 кг", "249,5 кг", Why.CONVERTED),
    "feet-and-inches": ("6-foot-6", "198 см", "двухметровый", Why.CONVERTED),
    "degrees": ("80 degrees", "27 градусів за Цельсієм", "27 градусов тепла", Why.CONVERTED),
    "about-a-mile": (
        "about a mile",
        "приблизно 1,6 км",
        "около полутора километров",
        Why.CONVERTED,
    ),
    "yards": ("about 30 yards", "приблизно 27 метрів", "примерно 27 метров", Why.CONVERTED),
    "speed": ("85 miles per hour", "137 км на годину", "137 км/ч", Why.CONVERTED),
    "inches": ("6 inches", "15,24 см", "15 см", None),
    "rounded-scale": ("1,247,000 people", "понад 1,2 млн людей", "1,25 миллиона", Why.ROUNDED),
    "hundreds": ("hundreds", "340 осіб", "900 человек", Why.VAGUE),
    "dozens": ("dozens", "сорок осіб", "60 человек", Why.VAGUE),
    "several": ("several weeks", "три тижні", "5 недель", Why.VAGUE),
    "hundreds-of-thousands": ("hundreds of thousands", "300 тисяч", "250 000", Why.VAGUE),
    "one-in-four": ("one in four", "25%", "четверть", None),
}


@pytest.mark.parametrize("texts", SAME.values(), ids=SAME.keys())
def test_the_same_in_three_languages(texts: tuple[str, str, str]) -> None:
    for left, right in combinations(zip(LANGUAGES, texts, strict=True), 2):
        assert both_ways(left, right).verdict is Verdict.SAME, (left, right)


@pytest.mark.parametrize("row", COMPATIBLE.values(), ids=COMPATIBLE.keys())
def test_compatible_with_english(row: tuple[str, str, str, Why | None]) -> None:
    english, *others, why = row
    for language, text in zip(LANGUAGES[1:], others, strict=True):
        assert isinstance(text, str)
        agreement = both_ways(("en", str(english)), (language, text))
        assert agreement.agrees
        assert why is None or agreement.why is why


BOUND = {
    "dropped-more-than": ("more than three months", "uk", "три місяці"),
    "added-about": ("40,000 cases", "ru", "около 40 000 случаев"),
    "dropped-up-to": ("as much as three per cent", "uk", "три відсотки"),
    "about-or-only": ("about 200 people", "uk", "лише 200 людей"),
    "more-or-less": ("more than 20", "ru", "менее 20"),
    "decade-of-life": ("in his 40s", "uk", "40-річний"),
}
CLOSE_MEASURES = {
    "rounded-after-conversion": ("249 кг", "250 кг"),
    "rounded-further": ("322 км", "320 км"),
}


@pytest.mark.parametrize("texts", CLOSE_MEASURES.values(), ids=CLOSE_MEASURES.keys())
def test_measures_converted_from_a_third_unit(texts: tuple[str, str]) -> None:
    ukrainian, russian = texts
    assert both_ways(("uk", ukrainian), ("ru", russian)).why is Why.MEASURED


UNIT = {
    "percent-or-points": ("5 percent", "uk", "5 відсоткових пунктів"),
    "dollars-or-euros": ("$500", "ru", "500 евро"),
    "kilometres-or-kilograms": ("20 km", "uk", "20 кг"),
    "dollars-of-two-countries": ("20 Canadian dollars", "uk", "20 доларів"),
}
DIFFERENT = {
    "digit": ("2,254 men", "uk", "2245 осіб"),
    "scale": ("16 billion", "uk", "16 мільйонів"),
    "word": ("five people", "ru", "восемь человек"),
    "same-last-digit": ("1.2 million", "uk", "1,3 млн"),
    "same-last-digit-in-full": ("100 million", "ru", "108 миллионов"),
    "too-coarse-to-be-rounding": ("1.5 million", "uk", "2 млн"),
    "hedged-alike": ("about 50,000", "uk", "близько 55 000"),
    "hundreds-or-thousands": ("hundreds of men", "uk", "тисячі людей"),
    "dozens-or-hundreds": ("dozens", "ru", "340 человек"),
    "measures-with-the-same-last-digit": ("249 kg", "uk", "251 кг"),
    "people-are-not-measured": ("249 people", "uk", "250 осіб"),
    "wrong-conversion": ("385 miles", "ru", "360 км"),
    "money-and-scale": ("$2 million", "uk", "2 млрд доларів"),
    "sign": ("minus 15%", "uk", "15%"),
    "percent": ("38 percent", "uk", "30%"),
    "age": ("44-year-old", "uk", "47-річний"),
    "ordinal": ("the third stage", "ru", "четвертый этап"),
    "times": ("twice", "uk", "утричі"),
    "half-or-third": ("half of them", "uk", "третина"),
    "no-reading-agrees": ("1,350 men", "uk", "1,250 осіб"),
}


@pytest.mark.parametrize(
    ("english", "language", "text", "verdict"),
    [
        pytest.param(*row, verdict, id=f"{verdict}-{reason}")
        for verdict, table in (
            (Verdict.BOUND, BOUND),
            (Verdict.UNIT, UNIT),
            (Verdict.DIFFERENT, DIFFERENT),
        )
        for reason, row in table.items()
    ],
)
def test_reported(english: str, language: str, text: str, verdict: Verdict) -> None:
    assert both_ways(("en", english), (language, text)).verdict is verdict


def test_an_end_of_a_range_agrees_with_a_number_inside_but_not_with_another_end() -> None:
    low, high = (f.quantity for f in read_quantities("від 30 до 40 тисяч", named("uk")))
    inside, outside = quantity("en", "35,000 men"), quantity("en", "45,000 men")
    assert agree(low, inside).why is agree(inside, high).why is Why.RANGE
    assert agree(low, outside).verdict is agree(high, outside).verdict is Verdict.DIFFERENT
    _, other = (f.quantity for f in read_quantities("30–50 тысяч", named("ru")))
    assert agree(high, other).verdict is Verdict.DIFFERENT


def test_a_number_of_the_decade_agrees_with_it() -> None:
    decade = quantity("en", "a man in his 40s")
    assert agree(decade, quantity("uk", "43-річний")).why is Why.RANGE
    assert agree(decade, quantity("uk", "53-річний")).verdict is Verdict.DIFFERENT


def test_closeness_pairs_the_nearest() -> None:
    near = agree(quantity("en", "20 men"), quantity("uk", "21 особа"))
    far = agree(quantity("en", "20 men"), quantity("uk", "200 осіб"))
    assert 0 < far.closeness < near.closeness < 1
    assert agree(quantity("en", "-5%"), quantity("uk", "5%")).closeness == 0


def test_verdicts_are_ranked_from_agreement_to_contradiction() -> None:
    assert [v.rank for v in Verdict] == sorted(v.rank for v in Verdict)
    assert Verdict.SAME.rank < Verdict.BOUND.rank < Verdict.DIFFERENT.rank
