"""What editions that make the same claim put differently: bounds, anchors, parts of a date."""

from __future__ import annotations

import pytest

from tests.fact_stories import story
from transcheck.comparing.consensus import Claim, Divergence
from transcheck.comparing.nuances import bounded_apart, counted_apart, less_exact, timed_apart
from transcheck.comparing.voting import Vote, votes
from transcheck.model import Comparison

LANGUAGES = ("uk", "en", "ru")


def shared(comparison: Comparison) -> tuple[Vote, Claim]:
    vote = votes(comparison)[0]
    return vote, next(vote.shared)


def groups(divergence: Divergence | None) -> list[list[str]] | None:
    """Return the editions of each claim, or None."""
    if divergence is None:
        return None
    return [[LANGUAGES[n] for n in claim.editions] for claim in divergence.claims]


@pytest.mark.parametrize(
    ("uk", "en", "ru", "expected"),
    [
        pytest.param(
            "Близько 40 осіб.", "40 people.", "Около 40 человек.", [["uk", "ru"], ["en"]],
            id="about-is-dropped",
        ),
        pytest.param(
            "Щонайменше вісім.", "At least eight.", "Восемь.", [["uk", "en"], ["ru"]],
            id="at-least-is-dropped",
        ),
        pytest.param(
            "Лише 40 осіб.", "Only 40 people.", "Около 40 человек.", [["uk", "en"], ["ru"]],
            id="only-became-about",
        ),
        pytest.param(
            "Вдалося залучити 120 млн.", "They raised up to 120 million.",
            "Удалось привлечь до 120 млн.", [["en", "ru"], ["uk"]],
            id="doubtful-up-to-sides-with-the-sure-one",
        ),
        pytest.param(
            "Понад 120 км.", "Almost 120 km.", "Почти 120 км.", [["en", "ru"], ["uk"]],
            id="over-for-almost",
        ),
        pytest.param("Понад 40.", "More than 40.", "Свыше 40.", None, id="the-same-bound"),
        pytest.param("Майже 40.", "About 40.", "Около 40.", None, id="almost-is-about"),
        pytest.param("До 40 осіб.", "40 people.", "40 человек.", None, id="doubtful-and-none"),
        pytest.param("Рівно 40.", "Exactly 40.", "40.", None, id="exactly-bounds-nothing"),
        pytest.param("Понад 1200.", "1,247.", "Более 1200.", None, id="a-rounded-value"),
    ],
)  # fmt: skip
def test_bounds(uk: str, en: str, ru: str, expected: list[list[str]] | None) -> None:
    _, claim = shared(story(uk=uk, en=en, ru=ru))
    assert groups(bounded_apart(claim)) == expected


@pytest.mark.parametrize(
    ("uk", "en", "ru", "expected"),
    [
        pytest.param(
            "Десять років до того горіло.", "Ten years earlier it burned.",
            "Десять лет назад горело.", [["uk", "en"], ["ru"]], id="ago-for-earlier",
        ),
        pytest.param(
            "Десять років тому горіло.", "It burned ten years ago.",
            "Десять лет назад горело.", None, id="all-from-today",
        ),
        pytest.param("У 2014 році.", "In 2014.", "В 2014 году.", None, id="no-distance"),
    ],
)  # fmt: skip
def test_where_distances_are_counted_from(
    uk: str, en: str, ru: str, expected: list[list[str]] | None
) -> None:
    _, claim = shared(story(uk=uk, en=en, ru=ru))
    assert groups(counted_apart(claim)) == expected


@pytest.mark.parametrize(
    ("uk", "en", "ru", "expected"),
    [
        pytest.param(
            "Через кілька годин бій ущух.", "For several hours they fought.",
            "В течение нескольких часов шел бой.", [["en", "ru"], ["uk"]], id="after-for-during",
        ),
        pytest.param(
            "Через місяць завод закриють.", "The plant closes for a month.",
            "В течение месяца завод закроют.", [["en", "ru"], ["uk"]], id="without-a-number",
        ),
        pytest.param(
            "Через місяць завод закриють.", "The plant closes a month later.",
            "Завод закроют спустя месяц.", None, id="all-after",
        ),
        pytest.param(
            "За три дні завод закриють.", "The plant closes for three days.",
            "Завод закроют на три дня.", None, id="words-that-mean-both",
        ),
    ],
)  # fmt: skip
def test_stretches_of_time(uk: str, en: str, ru: str, expected: list[list[str]] | None) -> None:
    comparison = story(uk=uk, en=en, ru=ru)
    _, claim = shared(comparison)
    assert groups(timed_apart(comparison.article, claim)) == expected


@pytest.mark.parametrize(
    ("uk", "en", "ru", "expected"),
    [
        pytest.param(
            "У неділю, 8 грудня.", "On Sunday, 8 December.", "8 декабря.", [("weekday", "ru")],
            id="weekday",
        ),
        pytest.param(
            "8 грудня.", "In December.", "8 декабря.", [("day", "en")], id="day",
        ),
        pytest.param(
            "Минулої неділі.", "Last Sunday.", "В воскресенье.", [("relative", "ru")], id="last",
        ),
        pytest.param(
            "У неділю вранці.", "On Sunday morning.", "В воскресенье.", [("part", "ru")],
            id="morning",
        ),
        pytest.param(
            "8 грудня 2024 року.", "8 December 2024.", "8 декабря.", [], id="year-goes-unsaid",
        ),
        pytest.param("У неділю.", "This Sunday.", "В это воскресенье.", [], id="this-goes-unsaid"),
        pytest.param(
            "У неділю вранці.", "On Sunday morning.", "На рассвете в воскресенье.", [],
            id="another-word-for-the-part",
        ),
        pytest.param("У неділю.", "On Sunday.", "В воскресенье.", [], id="all-say-as-much"),
        pytest.param(
            "У неділю, 8 грудня.", "On 8 December.", "8 декабря.", [], id="two-leave-it-out",
        ),
    ],
)  # fmt: skip
def test_parts_of_a_date(uk: str, en: str, ru: str, expected: list[tuple[str, str]]) -> None:
    comparison = story(uk=uk, en=en, ru=ru)
    vote, claim = shared(comparison)
    found = [
        (less.component, LANGUAGES[less.divergence.claims[-1].editions[0]])
        for less in less_exact(comparison, vote, claim)
    ]
    assert found == expected


def test_a_part_that_the_sentence_beside_gives_is_not_left_out() -> None:
    comparison = story(
        uk=["У неділю, 8 грудня, був дощ.", "Люди пішли."],
        en=["On Sunday, 8 December, it rained.", "People left."],
        ru=["8 декабря был дождь.", "В воскресенье же люди ушли."],
    )
    vote, claim = shared(comparison)
    assert list(less_exact(comparison, vote, claim)) == []
