"""The vote over the beads of an article: what is missing, moved, said of something else."""

from __future__ import annotations

import pytest

from tests.fact_stories import story
from transcheck.comparing.voting import Vote, votes
from transcheck.model import Comparison, Cut

LANGUAGES = ("uk", "en", "ru")


def omitted(comparison: Comparison) -> list[tuple[str, list[str]]]:
    """Return what is left out and by whom."""
    return [
        (d.facts[0].text, [LANGUAGES[n] for n in d.absent])
        for vote in votes(comparison)
        for d in vote.divergences
        if len(d.claims) == 1
    ]


def contradicted(comparison: Comparison) -> list[set[str]]:
    """Return the words of claims that contradict each other."""
    return [
        {fact.text for fact in d.facts}
        for vote in votes(comparison)
        for d in vote.divergences
        if len(d.claims) > 1
    ]


def test_a_number_left_out_is_told_with_who_leaves_it_out() -> None:
    comparison = story(
        uk="Міст обстріляли, загинули 12 людей.",
        en="The bridge was shelled, and people were killed.",
        ru="Мост обстреляли, погибли 12 человек.",
    )
    assert omitted(comparison) == [("12", ["en"])]


def test_beads_without_facts_have_no_vote() -> None:
    assert votes(story(uk="Дощ.", en="Rain.", ru="Дождь.")) == ()


def test_a_bead_that_one_edition_has_alone_is_not_voted_on() -> None:
    assert votes(story(uk="Прийшло 12 людей.", en=[], ru=[], beads=[((0,), (), ())])) == ()


def test_where_one_edition_alone_is_not_foreign_there_is_nothing_to_vote_on() -> None:
    said = "The bridge was shelled {} times on Monday, the mayor of the town told reporters."
    eight, nine, seven = (said.format(number) for number in ("eight", "nine", "seven"))
    assert votes(story(uk=eight, en=nine, ru=seven)) == ()


MOVED = {
    "uk": ["Міст обстріляли вночі.", "Загинули 12 людей, повідомив мер."],
    "en": ["The bridge was shelled, and 12 were killed.", "The mayor said so."],
    "ru": ["Мост обстреляли ночью.", "Погибли 12 человек, сообщил мэр."],
}


def test_a_fact_moved_to_the_sentence_beside_it_is_not_missing() -> None:
    comparison = story(**MOVED)
    assert omitted(comparison) == []
    assert contradicted(comparison) == []


def test_a_fact_two_sentences_away_is_missing() -> None:
    apart = {code: [text[0], "…", text[1]] for code, text in MOVED.items()}
    assert len(omitted(story(**apart))) == 2


def test_a_number_that_the_sentence_beside_needs_for_itself_is_no_excuse() -> None:
    comparison = story(
        uk=["О другій приїхали 12 машин.", "Ще 12 людей прийшли пішки."],
        en=["At two, 15 cars arrived.", "Another 12 people came on foot."],
        ru=["В два приехали 12 машин.", "Еще 12 человек пришли пешком."],
    )
    assert contradicted(comparison) == [{"12", "15"}]


def test_a_number_is_missing_though_the_sentence_beside_has_it_for_something_else() -> None:
    comparison = story(
        uk=["Приїхали 12 машин.", "Ще 12 людей прийшли пішки."],
        en=["The cars arrived.", "Another 12 people came on foot."],
        ru=["Приехали 12 машин.", "Еще 12 человек пришли пешком."],
    )
    assert omitted(comparison) == [("12", ["en"])]


def test_a_date_that_the_sentence_beside_gives_need_not_be_repeated() -> None:
    comparison = story(
        uk=["У суботу бив грім.", "У суботу ж вимкнули світло."],
        en=["On Saturday there was thunder.", "The lights went out."],
        ru=["В субботу гремел гром.", "В субботу же отключили свет."],
    )
    assert omitted(comparison) == []


def test_what_one_edition_says_twice_is_not_missing_in_the_others() -> None:
    comparison = story(
        uk="П'ятеро загинули, п'ятеро поранені.",
        en="Five people were killed or wounded.",
        ru="Пятеро погибли, пятеро ранены.",
    )
    assert omitted(comparison) == []


def test_a_measure_given_again_in_another_unit_is_not_missing() -> None:
    comparison = story(
        uk="Ураган був за 40 миль, тобто 64,4 км від кордону.",
        en="The hurricane was 40 miles off the border.",
        ru="Ураган прошел в 65 км от границы.",
    )
    assert omitted(comparison) == []


def test_digits_read_as_something_else_are_not_missing() -> None:
    comparison = story(
        uk="Літак Ту-214 здійснив посадку.",
        en="The 214 landed.",
        ru="Самолет Ту-214 совершил посадку.",
    )
    assert omitted(comparison) == []


def test_digits_of_another_number_are_no_excuse() -> None:
    comparison = story(uk="Було 214 і 12.", en="There were 214.", ru="Было 214 и 12.")
    assert omitted(comparison) == [("12", ["en"])]


LOST = Cut(0, 1, ((0, 24, 49), (2, 24, 49)), 0.9)


@pytest.mark.parametrize(
    ("cuts", "expected"),
    [
        pytest.param((LOST,), [], id="in-the-part-that-is-lost"),
        pytest.param((), [("12", ["en"])], id="no-part-is-lost"),
        pytest.param((Cut(0, 1, ((0, 0, 22), (2, 0, 22)), 0.9),), [("12", ["en"])], id="elsewhere"),
        pytest.param((Cut(0, 0, ((1, 0, 5), (2, 24, 49)), 0.9),), [("12", ["en"])], id="another"),
    ],
)
def test_a_part_that_is_lost_is_one_finding_with_all_its_facts(
    cuts: tuple[Cut, ...], expected: list[tuple[str, list[str]]]
) -> None:
    comparison = story(
        *cuts,
        uk="Міст обстріляли вночі, і загинули 12 людей.",
        en="The bridge was shelled.",
        ru="Мост обстреляли ночью, и погибли 12 человек.",
    )
    assert omitted(comparison) == expected


def test_a_sentence_left_in_another_language_is_not_compared() -> None:
    comparison = story(
        uk="Прокурор просил для него восемь лет тюрьмы в июле.",
        en="The prosecutor asked for eight years in prison for him in July.",
        ru="Прокурор просил для него восемь лет тюрьмы в июле.",
    )
    assert omitted(comparison) == []


def test_every_edition_is_asked_about_the_whole_side_of_a_bead() -> None:
    comparison = story(
        uk="Загинули 12, поранені 30.",
        en=["Killed: 12.", "Wounded: 30."],
        ru="Погибли 12, ранены 30.",
        beads=[((0,), (0, 1), (0,))],
    )
    assert omitted(comparison) == []


@pytest.mark.parametrize(("score", "sure"), [(0.95, True), (0.6, False)])
def test_a_vote_is_as_sure_as_its_bead(score: float, *, sure: bool) -> None:
    (vote,) = votes(story(score=score, uk="12", en="12", ru="12"))
    assert vote.sure is sure


def test_shared_claims_are_those_of_every_edition() -> None:
    vote: Vote = votes(story(uk="12 і 30", en="12", ru="12"))[0]
    assert [claim.facts[0][0].text for claim in vote.shared] == ["12"]


def test_the_vote_is_taken_once_for_all_checks() -> None:
    comparison = story(uk="12", en="15", ru="12")
    assert comparison.once(votes) is comparison.once(votes)
