"""What can be set about checks: each option leaves out what it says, and nothing else."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

import pytest

from tests import fact_stories, name_stories
from transcheck.checks import CHECKS, Option
from transcheck.model import Alignment, Article, Bead, Comparison, Cut, Edition, Kind, Segment

WORDS = {
    "uk": "Міст обстріляли вісім разів, але рух ним не зупиняли.",
    "en": "The bridge was shelled eight times.",
    "ru": "Мост обстреляли восемь раз, но движение по нему не останавливали.",
}
"""The English sentence is cut short by five words of the Ukrainian one."""
LOST = Cut(0, 1, ((0, 29, 53), (2, 28, 66)), 0.95)


def reported(code: str, comparison: Comparison, values: Mapping[str, object]) -> int:
    """Return how many findings a check has that is set so."""
    check = replace(CHECKS.get(code), values=values)
    return len(list(check.run(check, comparison)))


def passages(*beads: tuple[tuple[int, ...], ...], moved: bool = False) -> Comparison:
    """Return editions of as many sentences of three words as the beads need; the last is moved."""
    editions = []
    for n, language in enumerate(("uk", "en", "ru")):
        count = 1 + max((i for sides in beads for i in sides[n]), default=-1)
        sentences = tuple(
            Segment(i, Kind.BODY, f"Three words {i}.", i, i + 1, 1, i + 1, 15) for i in range(count)
        )
        editions.append(Edition(language, Path(f"{language}.txt"), "", sentences))
    found = [Bead(sides, 0.95) for sides in beads]
    if moved:
        found[-1] = replace(found[-1], moved=True)
    return Comparison(Article("story", tuple(editions)), Alignment(tuple(found)))


MISSING = passages(((0,), (0,), (0,)), ((1,), (), (1,)))
ADDED = passages(((0,), (0,), (0,)), ((), (1,), ()))
MOVED = passages(((1,), (0,), (1,)), ((2,), (1,), (2,)), ((0,), (2,), (0,)), moved=True)
"""English has the first sentence behind the two others."""


def numbers(en: str) -> Comparison:
    return fact_stories.story(uk="Поранено 1000 осіб.", en=f"{en} were hurt.", ru="Ранены 1000.")


def name(text: str) -> Comparison:
    return name_stories.story(
        uk=f"Про це заявив у середу {text}.", en="He said so on Wednesday.",
        ru=f"Об этом заявил в среду {text}.",
    )  # fmt: skip


def foreign(text: str) -> Comparison:
    home = ("Міст обстріляли вісім разів.", "Рух через нього закрили до весни.")
    sentences = tuple(
        Segment(n, Kind.BODY, t, n, n + 1, 1, n + 1, len(t) + 1)
        for n, t in enumerate((*home, text))
    )
    edition = Edition("uk", Path("uk.txt"), "", sentences)
    return Comparison(Article("story", (edition,)), Alignment(()))


@pytest.mark.parametrize(
    ("code", "comparison", "values", "count"),
    [
        pytest.param("MIS001", MISSING, {}, 1, id="missing"),
        pytest.param("MIS001", MISSING, {"fewest-words": 3}, 1, id="missing, as many words"),
        pytest.param("MIS001", MISSING, {"fewest-words": 4}, 0, id="missing, fewer words"),
        pytest.param("ADD001", ADDED, {"fewest-words": 3}, 1, id="added, as many words"),
        pytest.param("ADD001", ADDED, {"fewest-words": 4}, 0, id="added, fewer words"),
        pytest.param("MOV001", MOVED, {}, 1, id="moved"),
        pytest.param("MOV001", MOVED, {"fewest-sentences": 2}, 1, id="moved as far"),
        pytest.param("MOV001", MOVED, {"fewest-sentences": 3}, 0, id="moved less far"),
        pytest.param("NUM001", numbers("1,020"), {}, 1, id="numbers"),
        pytest.param("NUM001", numbers("1,020"), {"tolerance": 1.9}, 1, id="beyond tolerance"),
        pytest.param("NUM001", numbers("1,020"), {"tolerance": 2.0}, 0, id="within tolerance"),
        pytest.param("NUM001", numbers("2,000"), {"tolerance": 2.0}, 1, id="far beyond"),
        pytest.param("NAM003", name("Reuters"), {}, 1, id="a name left out"),
        pytest.param("NAM003", name("Reuters"), {"leave-alone": ("Reuters",)}, 0, id="left alone"),
        pytest.param("NAM003", name("Meduza"), {"leave-alone": ("Reuters",)}, 1, id="another name"),
        pytest.param("LAN001", foreign("All the best to you and yours."), {}, 1, id="foreign"),
        pytest.param(
            "LAN001",
            foreign("All the best to you and yours."),
            {"leave-alone": ("All the best to you and yours",)},
            0,
            id="a phrase that may be",
        ),
        pytest.param(
            "LAN001",
            foreign("All the best to you and yours, he said to them."),
            {"leave-alone": ("All the best to you and yours",)},
            1,
            id="a phrase and more",
        ),
    ],
)
def test_what_an_option_leaves_out(
    code: str, comparison: Comparison, values: Mapping[str, object], count: int
) -> None:
    assert reported(code, comparison, values) == count


@pytest.mark.parametrize(("fewest", "count"), [(5, 1), (6, 0)])
def test_a_part_of_a_sentence_of_fewer_words(fewest: int, count: int) -> None:
    comparison = fact_stories.story(LOST, **WORDS)
    assert reported("PAR001", comparison, {"fewest-words": fewest}) == count


def test_a_spelling_is_left_alone_in_any_language() -> None:
    comparison = name_stories.story(
        uk="Колона вийшла з Растана. До ночі Растан зайняли.",
        en="The column left Rastan. By nightfall Rustan was taken.",
        ru="Колонна вышла из Растана. К ночи Растан заняли.",
    )
    assert reported("NAM001", comparison, {}) == 1
    assert reported("NAM001", comparison, {"leave-alone": ("Растан",)}) == 0


NUMBER = Option("share", 1.0, "A share.", most=50)
COUNT = Option("count", 1, "A count.", least=1)
NAMES: Option[tuple[str, ...]] = Option("names", (), "Names.")


@pytest.mark.parametrize(
    ("option", "value", "read"),
    [
        pytest.param(NUMBER, 2, 2.0, id="a whole number for any"),
        pytest.param(NUMBER, 50.0, 50.0, id="the greatest"),
        pytest.param(COUNT, 1, 1, id="the least"),
        pytest.param(NAMES, ["a", "b"], ("a", "b"), id="a list"),
    ],
)
def test_values_that_are_allowed(option: Option[float], value: object, read: object) -> None:
    assert option.read(value) == read
    assert type(option.read(value)) is type(read)


@pytest.mark.parametrize(
    ("option", "value", "allowed"),
    [
        pytest.param(NUMBER, 50.1, "a number from 0 to 50", id="too great"),
        pytest.param(NUMBER, float("nan"), "a number from 0 to 50", id="no number"),
        pytest.param(NUMBER, True, "a number from 0 to 50", id="true"),
        pytest.param(COUNT, 0, "a whole number from 1", id="too small"),
        pytest.param(COUNT, 1.0, "a whole number from 1", id="not whole"),
        pytest.param(NAMES, "a", "a list of words or names", id="one text"),
        pytest.param(NAMES, [" "], "a list of words or names", id="an empty word"),
    ],
)
def test_values_that_are_not(option: Option[float], value: object, allowed: str) -> None:
    with pytest.raises(ValueError, match=f"^{allowed}$"):
        option.read(value)


def test_every_option_has_a_meaning_and_a_default_that_is_allowed() -> None:
    options = [(check.code, option) for check in CHECKS for option in check.options]
    assert len({option.name for _, option in options}) >= 3
    for code, option in options:
        assert option.about.endswith("."), code
        assert option.read(option.default) == option.default, code
