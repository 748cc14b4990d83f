"""The script that chooses thresholds: it plants what it says, and its search is repeatable."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner

from benchmarks import calibrate
from benchmarks.planting import Draft, Passage, absences, halves
from transcheck.model import Alignment, Bead
from transcheck.thresholds import STATIC

ARTICLES = Path(__file__).parents[2] / "fixtures/articles"


def draft() -> Draft:
    passages = [Passage(f"Sentence {n}.", frozenset({n})) for n in range(3)]
    return Draft("toy", ("uk", "en", "ru"), [passages] * 3)


def test_what_is_removed_from_one_edition_is_absent_there_for_both_others() -> None:
    work = draft()
    work.remove(1, 0, "omission")
    assert work.planted().absent == {(1, 1, 0): "omission", (2, 1, 0): "omission"}


def test_a_foreign_sentence_is_absent_from_both_others() -> None:
    work = draft()
    work.insert("Stranger.", 2, 1, "foreign")
    assert work.planted().absent == {(2, 1, 0): "foreign", (2, 1, 1): "foreign"}


def test_joined_and_split_sentences_lack_nothing() -> None:
    work = draft()
    work.rewrite(0, 0, 2, ["Sentences 0 and 1."])
    work.rewrite(1, 2, 1, ["Sentence.", "Two."])
    planted = work.planted()
    assert [len(e.segments) for e in planted.article.editions] == [2, 4, 3]
    assert not planted.absent


def test_what_was_joined_to_another_is_not_edited_again() -> None:
    work = draft()
    work.rewrite(0, 0, 2, ["Sentences 0 and 1."])
    assert work.units == [2]


def test_absences_of_an_alignment_name_each_edition_that_lacks_a_sentence() -> None:
    alignment = Alignment((Bead(((0,), (0,), (0,)), 1.0), Bead(((), (1, 2), ()), 0.5)))
    assert set(absences(alignment)) == {(1, 1, 0), (1, 1, 2), (1, 2, 0), (1, 2, 2)}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "He came early, she came late.", ("He came early.", "She came late."), id="at"
        ),
        pytest.param(
            "Well, nothing here to cut it at.", None, id="punctuation far from the middle"
        ),
    ],
)
def test_halves(text: str, expected: tuple[str, str] | None) -> None:
    assert halves(text) == expected


def test_only_the_named_field_changes() -> None:
    assert calibrate.scaled(STATIC, "gap", 2).gap == pytest.approx(2 * STATIC.gap)
    assert calibrate.scaled(STATIC, "cut.cost", 2).cut.cost == pytest.approx(2 * STATIC.cut.cost)
    assert calibrate.scaled(STATIC, "cut.cost", 2).surplus == STATIC.surplus


def test_search_never_ends_worse_and_is_repeatable(tmp_path: Path) -> None:
    for name in ("court", "sport"):
        shutil.copytree(ARTICLES / name, tmp_path / name)
    arguments = ["--folder", str(tmp_path), "--minutes", "5", "--steps", "2"]
    first, second = (CliRunner().invoke(calibrate.main, arguments) for _ in range(2))
    assert first.exit_code == 0, first.output
    assert first.output == second.output
    sets = [float(n.split(":")[0][5:]) for n in first.output.splitlines() if n.startswith("loss")]
    assert len(sets) >= 2, "both searches say where they begin"
    found: dict[str, object] = {}
    exec(  # noqa: S102
        "from transcheck.thresholds import *\nfound = "
        + first.output[first.output.index("AlignerThresholds(") :],
        found,
    )
    assert type(found["found"]) is type(STATIC)
