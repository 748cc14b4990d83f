"""What is looked at to tell whether words are lacking."""

from __future__ import annotations

import numpy as np

from tests.meanings.test_poles import side_by_side
from transcheck.comparing.candidates import all_pairs, candidates
from transcheck.comparing.lacking import Partners, all_partners
from transcheck.comparing.trees import Trees
from transcheck.comparing.wordwise import Side
from transcheck.limits import LACKING_KIN

NEAR = np.array(
    [[0.9, 0.1, 0.1], [0.1, 0.2, 0.3], [0.2, 0.3, 0.1], [0.1, 0.1, 0.8]], dtype=np.float32
)


def three(uk: str, en: str, ru: str) -> list[Side]:
    """Return the words of three editions of a sentence."""
    return [side for side in side_by_side({"uk": uk, "en": en, "ru": ru}) if side is not None]


def test_words_without_counterparts_stand_between_the_counterparts_of_others() -> None:
    found = Partners(NEAR, NEAR, NEAR[:, 0], NEAR[0])
    assert found.anchored.tolist() == [True, False, False, True]
    assert found.before.tolist() == [-1, 0, 0, 0]
    assert found.after.tolist() == [2, 2, 2, 3]


def test_words_with_the_same_consonants_are_kin_and_names_are_the_same() -> None:
    found = all_partners(
        three(
            "Комбайнерів у Растані бракує",
            "Combine drivers are scarce in Rastan",
            "Комбайнеров в Растане не хватает",
        )
    )
    assert found[0, 2].near[0, 0] >= LACKING_KIN
    assert found[0, 1].near[2, 5] == 1


def test_a_word_whose_counterpart_another_word_has_finds_no_room() -> None:
    """What a sentence still has of a longer one may be near to all of it, yet it says less."""
    uk, en, ru = three(
        "Йому загрожує до 12 років ув'язнення з конфіскацією майна",
        "He faces up to 12 years in prison with confiscation of property",
        "Ему грозит до 12 лет лишения свободы",
    )
    found = all_partners([uk, en, ru])
    words = [word.text for word in uk.words]
    property_ = words.index("майна")
    assert found[0, 2].unplaced[property_] > 3 * found[0, 1].unplaced[property_]
    assert found[0, 2].unplaced[words.index("років")] < 0.3
    whole = all_partners([uk, en, uk])
    assert whole[0, 2].unplaced[property_] < 0.3


def test_sentences_in_which_every_word_finds_room_are_not_looked_at() -> None:
    """A model learns from them all the same."""
    said = {
        "uk": "Пожежники загасили вогонь на складі, постраждалих немає",
        "en": "Firefighters put out the blaze at the warehouse, nobody was hurt",
        "ru": "Пожарные потушили огонь на складе, пострадавших нет",
    }
    likely, all_of_them = [], []
    for text in ("Пожарные потушили огонь на складе", said["ru"]):
        beads = [side_by_side(said | {"ru": text})]
        pairs = all_pairs(beads)
        likely.append([c.suspect for c in candidates(beads, pairs)])
        all_of_them.append([c.suspect for c in candidates(beads, pairs, least=-1.0)])
    assert likely == [[2], []]
    assert all_of_them[1]


def test_editions_that_say_all_with_the_same_words_are_literal() -> None:
    alike = {"uk": "Міст відкрили вранці", "en": "The bridge was opened in the morning"}
    ru = "Мост открыли утром у старой школы за рекой"
    beads = [side_by_side(alike | {"ru": "Мост открыли утром"})] * 20
    lacking = side_by_side(
        {
            "uk": "Міст відкрили вранці біля старої школи",
            "en": "The bridge was opened in the morning near the old school",
            "ru": "Мост открыли утром",
        }
    )
    literal = [*beads, lacking]
    assert {c.is_literal for c in candidates(literal, all_pairs(literal), only=20)} == {True}
    free = [side_by_side(alike | {"en": "He likes tea", "ru": ru})] * 20 + [lacking]
    assert {c.is_literal for c in candidates(free, all_pairs(free), only=20)} == {False}


def test_trees_give_each_row_the_sum_of_its_leaves() -> None:
    leaf = -1
    trees = Trees(
        base=0.5,
        features=np.array([[1, leaf, leaf], [leaf, leaf, leaf]], dtype=np.int16),
        thresholds=np.array([[0.0, -2.0, 2.0], [1.0, 0.0, 0.0]], dtype=np.float32),
        values=np.array([[0.25, -2.0, 2.0], [1.0, 0.0, 0.0]], dtype=np.float32),
        left=np.array([[1, 1, 2], [0, 1, 2]], dtype=np.int16),
        right=np.array([[2, 1, 2], [0, 1, 2]], dtype=np.int16),
        depth=1,
    )
    rows = np.array([[9, -1], [9, 0], [9, 1]] * 400, dtype=np.float32)
    found = trees.probabilities(rows)
    expected = 1 / (1 + np.exp(-np.array([-0.5, -0.5, 3.5])))
    assert np.allclose(found.reshape(400, 3), expected)
    assert trees.probabilities(rows[:0]).shape == (0,)
    base, shares = trees.shares(rows[2])
    assert (base, shares) == (1.75, {1: 1.75})  # all rows have 1.5 + .25 on average; together 3.5
