"""What a newsroom takes for the same, with the real command on a real article."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from tests.stand_ins import Run

TEXTS = {
    "uk": "Новини з Хомса\n\nЗа Голані майже половина виборців, каже опитування в місті.\n",
    "en": "News from Homs\n\nA poll in the city says that 45% of voters are for Golani.\n",
    "ru": "Новости из Хомса\n\nЗа Шараа почти треть избирателей, говорит опрос в городе.\n",
}
HOUSE = "uk\ten\tru\tcode\treason\nГолані\tGolani\tШараа\tNAM\thouse spelling\n"
POLL = "uk\ten\tru\nмайже половина\t45%\tпочти треть\n"


@pytest.fixture(autouse=True)
def _stories(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("stories/poll").mkdir(parents=True)
    for language, text in TEXTS.items():
        Path("stories/poll", f"{language}.txt").write_text(text, encoding="utf-8")


def suppressed(run: Run, *tables: str) -> dict[str, Any]:
    """Return what suppresses each finding of a run with some glossaries, by code."""
    Path("glossaries").mkdir(exist_ok=True)
    names = []
    for number, table in enumerate(tables):
        names.append(f"glossaries/{number}.tsv")
        Path(names[-1]).write_text(table, encoding="utf-8")
    Path("transcheck.toml").write_text(f"glossary = {json.dumps(names)}", encoding="utf-8")
    report = json.loads(run("gate", "stories", "-q", "-f", "json").out)
    return {f["code"]: f["suppressed"] for f in report["articles"][0]["findings"]}


def test_without_a_glossary_both_differ(run: Run) -> None:
    assert suppressed(run) == {"NAM002": None, "NUM001": None}


def test_what_is_equivalent_does_not_count_and_says_why(run: Run) -> None:
    assert suppressed(run, HOUSE, POLL) == {
        "NAM002": {"by": "glossary", "reason": "house spelling"},
        "NUM001": {"by": "glossary", "reason": "майже половина = 45% = почти треть"},
    }
    assert run("gate", "stories", "-q").code == 0


def test_a_glossary_of_one_thing_leaves_the_other(run: Run) -> None:
    assert suppressed(run, HOUSE)["NUM001"] is None


def test_an_entry_for_other_checks_excuses_nothing(run: Run) -> None:
    assert suppressed(run, HOUSE.replace("NAM", "NUM"))["NAM002"] is None


def test_a_change_of_the_text_is_reported_again(run: Run) -> None:
    path = Path("stories/poll/ru.txt")
    path.write_text(TEXTS["ru"].replace("Шараа", "Асада"), encoding="utf-8")
    assert suppressed(run, HOUSE, POLL)["NAM002"] is None


def test_what_the_glossary_excuses_is_not_written_into_a_baseline(run: Run) -> None:
    suppressed(run, HOUSE)
    assert run("baseline", "update", "stories", "-q").code == 0
    entries = json.loads(Path("transcheck-baseline.json").read_bytes())["entries"]
    assert [entry["code"] for entry in entries] == ["NUM001"]


def test_errors_of_all_glossaries_are_told_with_file_and_line(run: Run) -> None:
    Path("a.tsv").write_text("uk\ten\n# comment\nКиїв\n", encoding="utf-8")
    Path("b.tsv").write_bytes("uk\ten\nКиїв\tKyiv\n".encode("utf-16"))
    Path("transcheck.toml").write_text('glossary = ["a.tsv", "b.tsv", "c.tsv"]', encoding="utf-8")
    result = run("gate", "stories")
    assert (result.code, result.out) == (2, "")
    assert "a.tsv:3: one wording alone" in result.err
    assert "b.tsv is not UTF-8" in result.err
    assert "c.tsv cannot be read: No such file" in result.err
