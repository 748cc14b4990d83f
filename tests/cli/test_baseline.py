"""Accepting differences, with the real command on real articles."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.stand_ins import Run

ROOT = Path(__file__).parents[2]
CASE = "court-age-en"
"""Its English edition makes a man of 52 one of 57."""
OTHER = "homs-rustan"
LANGUAGES = ("uk", "en", "ru")
NEW = {
    "uk": "Засідання суду тривало весь день і транслювалося в інтернеті.",
    "en": "The court session lasted all day and was broadcast online.",
    "ru": "Заседание суда длилось весь день и транслировалось в интернете.",
}
BASELINE = "transcheck-baseline.json"
UPDATE = ("baseline", "update", "stories", "--reason", "as the agency has it", "--no-progress")

Edit = Callable[[str, str], str]


@pytest.fixture(autouse=True)
def _stories(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    shutil.copytree(ROOT / "fixtures/divergent" / CASE, tmp_path / "stories" / CASE)


def edit(change: Edit, case: str = CASE) -> None:
    """Put `change` (of a language and its text) for the text of every edition."""
    for language in LANGUAGES:
        path = Path("stories", case, f"{language}.txt")
        before = path.read_text(encoding="utf-8")
        path.write_text(change(language, before), encoding="utf-8")


def replaced(before: str, after: str) -> Edit:
    def change(_language: str, text: str) -> str:
        return text.replace(before, after)

    return change


def inserted_above(language: str, text: str) -> str:
    headline, _, rest = text.partition("\n")
    return f"{headline}\n\n{NEW[language]}\n{rest}"


def entries() -> list[dict[str, str]]:
    document: dict[str, Any] = json.loads(Path(BASELINE).read_bytes())
    found: list[dict[str, str]] = document["entries"]
    return found


def test_an_accepted_finding_passes_and_stays_in_the_report(run: Run) -> None:
    assert run("gate", "stories", "-q").code == 1
    update = run(*UPDATE)
    assert (update.code, update.err) == (0, "")
    assert update.out == f"1 accepted, 0 before: {BASELINE}\n"
    result = run("gate", "stories", "-q", "-f", "json")
    assert (result.code, result.err) == (0, "")
    report = json.loads(result.out)
    assert report["summary"]["suppressed"] == 1
    assert report["summary"]["findings"] == {"error": 0, "warning": 0, "info": 0}
    (finding,) = report["articles"][0]["findings"]
    assert finding["suppressed"] == {"by": "baseline", "reason": "as the agency has it"}


def test_it_stays_accepted_after_edits_above_it(run: Run) -> None:
    run(*UPDATE)
    line = _line(run)
    edit(inserted_above)
    assert run("gate", "stories", "-q").code == 0
    assert _line(run) > line, "the finding has moved"


def _line(run: Run) -> int:
    report = json.loads(run("gate", "stories", "-q", "-f", "json").out)
    (article,) = report["articles"]
    (finding,) = article["findings"]
    (place, *_) = [o for o in finding["occurrences"] if o["language"] == "en"]
    (en,) = [e for e in article["editions"] if e["language"] == "en"]
    line: int = en["segments"][place["segment"]]["line"]
    return line


def test_a_changed_one_fails_again_and_the_old_entry_is_stale(run: Run) -> None:
    run(*UPDATE)
    edit(replaced("57-year-old", "58-year-old"))
    result = run("gate", "stories", "--no-progress")
    assert result.code == 1
    assert f"stale in {BASELINE}" in result.err
    assert f"{CASE}: NUM001 en “57-year-old”" in result.err
    assert "baseline prune" in result.err


def test_a_corrected_one_is_stale_until_it_is_pruned(run: Run) -> None:
    run(*UPDATE)
    edit(replaced("57-year-old", "52-year-old"))
    result = run("gate", "stories", "--no-progress")
    assert (result.code, "stale" in result.err) == (0, True)
    assert run("gate", "stories", "--quiet").err == ""
    prune = run("baseline", "prune", "stories", "--no-progress")
    assert (prune.code, prune.out) == (0, f"1 removed, 0 kept: {BASELINE}\n")
    assert run("gate", "stories", "--no-progress").err == ""
    assert entries() == []


def test_a_baseline_of_an_older_version_is_carried_over_once(run: Run) -> None:
    run(*UPDATE)
    (now,) = entries()
    old = {**now, "fingerprint": "0" * 16, "message": now["message"].replace("“57", "“a 57")}
    assert old["message"] != now["message"]
    document = {"entries": [old], "schema": "transcheck-baseline/1"}
    Path(BASELINE).write_text(json.dumps(document), encoding="utf-8")
    assert run("gate", "stories", "-q").code == 1
    migrated = run("baseline", "migrate", "stories", "--no-progress")
    assert migrated.code == 0
    assert f"(was: {old['message']})" in migrated.out
    assert migrated.out.endswith(f"1 carried over, 0 stale: {BASELINE}\n")
    assert entries() == [now]
    assert run("gate", "stories", "--no-progress").code == 0
    before = Path(BASELINE).read_bytes()
    again = run("baseline", "migrate", "stories", "--no-progress")
    assert again.out == f"0 carried over, 0 stale: {BASELINE}\n"
    assert Path(BASELINE).read_bytes() == before


def test_pruning_leaves_what_is_found_and_what_was_not_looked_at(run: Run) -> None:
    shutil.copytree(ROOT / "fixtures/divergent" / OTHER, Path("stories", OTHER))
    run(*UPDATE)
    before = Path(BASELINE).read_bytes()
    assert [e["article"] for e in entries()] == [CASE, OTHER]
    edit(replaced("57-year-old", "52-year-old"))
    assert run("baseline", "prune", f"stories/{OTHER}", "-q").code == 0
    assert Path(BASELINE).read_bytes() == before
    assert run("baseline", "prune", "stories", "-q").code == 0
    assert [e["article"] for e in entries()] == [OTHER]


def test_an_update_adds_what_is_new_and_leaves_reasons_alone(run: Run) -> None:
    run(*UPDATE)
    shutil.copytree(ROOT / "fixtures/divergent" / OTHER, Path("stories", OTHER))
    result = run("baseline", "update", "stories", "--no-progress")
    assert result.out == f"1 accepted, 1 before: {BASELINE}\n"
    assert [(e["article"], e["reason"]) for e in entries()] == [
        (CASE, "as the agency has it"),
        (OTHER, "no reason given"),
    ]
    before = Path(BASELINE).read_bytes()
    run(*UPDATE)
    assert Path(BASELINE).read_bytes() == before


@pytest.mark.parametrize(
    "command",
    [
        pytest.param(("gate", "."), id="gate in a folder further up"),
        pytest.param(("gate", f"stories/{CASE}"), id="gate on the article's folder"),
        pytest.param(
            ("diff", *(f"stories/{CASE}/{language}.txt" for language in LANGUAGES)), id="diff"
        ),
        pytest.param(("report", "stories", "-o", "page.html"), id="report"),
    ],
)
def test_every_command_takes_it_however_the_article_is_named(
    run: Run, command: tuple[str, ...]
) -> None:
    assert run(*command, "-q").code == 1
    run(*UPDATE)
    assert run(*command, "-q").code == 0


def test_a_baseline_of_another_name_is_named(run: Run) -> None:
    run(*UPDATE, "--baseline", "other.json")
    assert not Path(BASELINE).exists()
    assert run("gate", "stories", "-q").code == 1
    assert run("gate", "stories", "-q", "--baseline", "other.json").code == 0


def test_the_baseline_is_shown(run: Run) -> None:
    run(*UPDATE)
    (entry,) = entries()
    assert run("baseline", "show").out == (
        f"{CASE}\n  NUM001 {entry['fingerprint']}  {entry['message']}\n"
        "         as the agency has it\n1 accepted\n"
    )


def test_what_is_shown_cannot_steer_the_terminal(run: Run) -> None:
    run(*UPDATE, "--reason", "\x1b]0;title\x07")
    assert "\x1b" not in run("baseline", "show").out


@pytest.mark.parametrize(
    ("command", "message"),
    [
        pytest.param(("gate", "stories", "--baseline", "no.json"), "no.json", id="gate"),
        pytest.param(("baseline", "show"), BASELINE, id="show"),
        pytest.param(("baseline", "prune", "stories"), BASELINE, id="prune"),
        pytest.param((*UPDATE, "--baseline", "no/b.json"), "no folder no", id="update, no folder"),
        pytest.param(("baseline", "update"), "Missing argument", id="update of nothing"),
    ],
)
def test_a_baseline_that_is_not_there_is_wrong_usage(
    run: Run, command: tuple[str, ...], message: str
) -> None:
    result = run(*command)
    assert (result.code, result.out) == (2, "")
    assert message in result.err


def test_a_broken_baseline_stops_the_gate_and_is_not_overwritten(run: Run) -> None:
    Path(BASELINE).write_text("<<<<<<< HEAD\n")
    for command in (("gate", "stories"), UPDATE, ("baseline", "prune", "stories")):
        result = run(*command)
        assert result.code == 2
        assert f"{BASELINE} is not valid JSON" in result.err
    assert Path(BASELINE).read_text() == "<<<<<<< HEAD\n"


def test_an_article_that_could_not_be_checked_keeps_its_entries(run: Run) -> None:
    run(*UPDATE)
    before = Path(BASELINE).read_bytes()
    Path("stories", CASE, "en.txt").write_bytes(b"\x00\x01")
    Path("stories", CASE, "ru.txt").unlink()
    for command in (("baseline", "prune", "stories", "-q"), (*UPDATE, "-q")):
        assert run(*command).code == 3
    assert Path(BASELINE).read_bytes() == before


def test_a_comment_in_the_source_accepts(run: Run) -> None:
    for language in LANGUAGES:
        path = Path("stories", CASE, f"{language}.txt")
        headline, _, rest = path.read_text(encoding="utf-8").partition("\n")
        path.with_suffix(".md").write_text(f"# {headline}\n{rest}", encoding="utf-8")
        path.unlink()
    assert run("gate", "stories", "-q").code == 1
    en = Path("stories", CASE, "en.md")
    headline, _, rest = en.read_text(encoding="utf-8").partition("\n")
    comment = "<!-- transcheck: ignore NUM001 the court gave his age so -->"
    en.write_text(f"{headline}\n\n{comment}\n{rest}", encoding="utf-8")
    result = run("gate", "stories", "-q", "-f", "json")
    assert result.code == 0
    (finding,) = json.loads(result.out)["articles"][0]["findings"]
    assert finding["suppressed"] == {"by": "inline", "reason": "the court gave his age so"}
    update = run(*UPDATE)
    assert update.out.startswith("0 accepted"), "it needs no entry"
