from __future__ import annotations

import csv
import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.stand_ins import Run
from transcheck.loading import load
from transcheck.matching import gathering
from transcheck.model import Document

ARTICLES = Path(__file__).parents[2] / "fixtures" / "articles"
FILES = {
    "export/17.txt": "court/uk", "export/92.txt": "court/en", "export/old/5.txt": "court/ru",
    "export/33.txt": "homs/ru", "export/old/8.txt": "homs/uk", "export/old/9.txt": "sport/en",
}  # fmt: skip
COURT = {"uk": "export/17.txt", "en": "export/92.txt", "ru": "export/old/5.txt"}


@pytest.fixture(autouse=True)
def export(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a folder of documents whose names say nothing, in the working folder."""
    for name, source in FILES.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(ARTICLES / f"{source}.txt", tmp_path / name)
    monkeypatch.chdir(tmp_path)
    return tmp_path / "export"


def test_the_terminal_shows_stories_and_what_is_missing(run: Run) -> None:
    result = run("pair", "export", "--no-progress")
    assert (result.code, result.err) == (0, "")
    assert result.out.splitlines() == [
        "In every language:",
        "  1.00  uk export/17.txt  en export/92.txt  ru export/old/5.txt",
        "",
        "No edition in en:",
        "  1.00  uk export/old/8.txt  ru export/33.txt",
        "",
        "No edition in uk and ru (nothing to compare):",
        "        en export/old/9.txt",
        "",
        "6 documents, 3 stories, 1 in every language (uk, en, ru)",
    ]


def test_json_says_why(run: Run) -> None:
    result = run("pair", "export", "--format", "json", "-q")
    content = json.loads(result.out)
    assert (content["schema"], content["languages"]) == ("transcheck-pairs/1", ["uk", "en", "ru"])
    court = content["stories"][0]
    assert {e["language"]: e["path"] for e in court["editions"]} == COURT
    assert len(court["links"]) == 3
    assert all(link["shared"] > 5 and link["similarity"] > 0.5 for link in court["links"])
    assert [story["missing"] for story in content["stories"]] == [[], ["en"], ["uk", "ru"]]


def test_a_table_has_a_row_a_story(run: Run, tmp_path: Path) -> None:
    assert run("pair", "export", "-q", "--output", "pairs.csv").code == 0
    with (tmp_path / "pairs.csv").open(encoding="utf-8-sig", newline="") as stream:
        head, court, homs, sport = csv.reader(stream)
    assert head == ["article", "uk", "en", "ru", "missing", "score"]
    assert court[:5] == ["export/17", *COURT.values(), ""]
    assert homs[1:5] == ["export/old/8.txt", "", "export/33.txt", "en"]
    assert sport[1:5] == ["", "export/old/9.txt", "", "uk ru"]


def test_gate_checks_what_was_paired(run: Run, tmp_path: Path) -> None:
    (tmp_path / "results").mkdir()
    assert run("pair", "export", "-q", "--output", "results/pairs.jsonl").code == 0
    os.chdir(tmp_path / "results")  # a manifest holds wherever one stands
    result = run("gate", "pairs.jsonl", "--format", "json", "-q", "--jobs", "1")
    assert result.code == 0
    report = json.loads(result.out)
    assert [a["article"] for a in report["articles"]] == ["export/17", "export/old/8"]
    assert report["summary"]["checked"] == 2
    strict = run("gate", "pairs.jsonl", "--require", "uk,en,ru", "-q", "--jobs", "1")
    assert strict.code == 1
    assert "there is no en edition" in strict.out


def test_a_file_that_cannot_be_read_hides_no_other(run: Run, export: Path) -> None:
    (export / "66.txt").write_bytes(b"\0\1\2")
    (export / "67.pdf.txt").write_text("Lorem ipsum dolor sit amet, " * 20, encoding="utf-8")
    result = run("pair", "export", "--format", "json", "--no-progress")
    assert result.code == 3
    assert result.err.count("transcheck: error: export/6") == 2
    content = json.loads(result.out)
    assert len(content["stories"]) == 3
    assert [each["what"] for each in content["skipped"]] == ["export/66.txt", "export/67.pdf.txt"]


@pytest.mark.parametrize(
    ("name", "text"),
    [
        pytest.param("66.md", "", id="empty"),
        pytest.param("66.md", "---\ntitle: Soon\n---\n", id="front matter alone"),
        pytest.param("66.txt", "Soon", id="a word"),
        pytest.param("uk/92.txt", (ARTICLES / "court/en.txt").read_text("utf-8"), id="a copy"),
        pytest.param(
            "uk/92.txt",
            (ARTICLES / "court/en.txt").read_text("utf-8").replace("prison", "jail", 1),
            id="a copy that was changed since",
        ),
    ],
)
def test_a_stub_is_no_failure(run: Run, export: Path, name: str, text: str) -> None:
    (export / name).parent.mkdir(exist_ok=True)
    (export / name).write_text(text, encoding="utf-8")
    result = run("pair", "export", "--no-progress")
    assert (result.code, result.err) == (0, "")
    head, _, stubs = result.out.partition("\nNot written or translated yet:\n")
    assert f"export/{name}" not in head
    assert stubs.startswith(f"  export/{name} ")
    assert "6 documents, 3 stories" in stubs
    content = json.loads(run("pair", "export", "--format", "json", "-q").out)
    assert [each["what"] for each in content["waiting"]] == [f"export/{name}"]


def test_where_nothing_can_be_read_there_is_no_story(run: Run, tmp_path: Path) -> None:
    (tmp_path / "broken").mkdir()
    (tmp_path / "broken/1.txt").write_bytes(b"\0\1\2")
    result = run("pair", "broken", "-q")
    assert (result.code, result.out) == (3, "0 documents, 0 stories\n")


def test_a_document_on_which_the_program_fails_hides_no_other(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    def failing(path: Path, *, language: str | None) -> Document:
        if path.name == "92.txt":
            raise ZeroDivisionError("by design")
        return load(path, language=language)

    monkeypatch.setattr(gathering, "load", failing)
    result = run("pair", "export", "-q")
    assert result.code == 3
    assert "export/92.txt: reading it failed: ZeroDivisionError" in result.err
    assert "5 documents, 3 stories" in result.out


def test_progress_goes_to_standard_error(run: Run) -> None:
    result = run("pair", "export")
    assert result.err.splitlines()[-1] == "transcheck: 6 of 6 documents"
    assert "of 6" not in result.out


def test_a_name_that_contradicts_the_text_is_told(run: Run, export: Path) -> None:
    (export / "en").mkdir()
    (export / "17.txt").rename(export / "en" / "17.txt")
    result = run("pair", "export", "-q")
    assert result.code == 3
    assert "export/en/17.txt is named as English (en), but its text is Ukrainian" in result.err


@pytest.mark.parametrize(
    "arguments",
    [
        pytest.param((), id="no path"),
        pytest.param(("nowhere",), id="a path that does not exist"),
        pytest.param(("empty",), id="a folder without documents"),
        pytest.param(("export", "--format", "xml"), id="an unknown format"),
        pytest.param(("export", "-o", "nowhere/pairs.jsonl"), id="no folder for the output"),
        pytest.param(("export", "-o", "export"), id="a folder for the output"),
    ],
)
def test_wrong_usage(run: Run, tmp_path: Path, arguments: tuple[str, ...]) -> None:
    (tmp_path / "empty").mkdir()
    result = run("pair", *arguments)
    assert (result.code, result.out) == (2, "")
    assert result.err


def test_globs_and_the_configuration_choose_the_files(run: Run, tmp_path: Path) -> None:
    (tmp_path / "transcheck.toml").write_text('exclude = ["old/"]\n', encoding="utf-8")
    assert "3 documents" in run("pair", "export", "-q").out
    assert "5 documents" in run("pair", "export", "-q", "--exclude", "9.txt").out
    assert "1 document, 1 story" in run("pair", "export", "-q", "--include", "17.txt").out


def test_a_file_named_twice_is_one_document(run: Run) -> None:
    once = run("pair", "export", "-q").out
    assert run("pair", "export", "export/old", "export/17.txt", "-q").out == once


@pytest.mark.parametrize("format_", ["terminal", "json", "jsonl", "csv"])
def test_the_same_documents_give_the_same_bytes(format_: str) -> None:
    def out(seed: str, *paths: str) -> bytes:
        return subprocess.run(
            [sys.executable, "-m", "transcheck", "pair", *paths, "-q", "--format", format_],
            env={**os.environ, "PYTHONHASHSEED": seed}, capture_output=True, check=True,
        ).stdout  # fmt: skip

    assert out("1", "export") == out("2", "export/old", "export")
