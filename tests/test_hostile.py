"""Inputs that hurt once: each ends in a report or a message, in bounded time and memory."""

from __future__ import annotations

import gzip
import json
import resource
import subprocess
import sys
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

import pytest

import transcheck
from tests.archives import frame
from transcheck.cli import main

UK = "Міст через річку відкрили у вівторок.\n\nПершими проїхали автобуси.\n"
EN = "The bridge over the river was opened on Tuesday.\n\nThe first to cross it were buses.\n"
DIGITS = "9" * 5000
"""More than Python makes an integer of."""
BOMB = "\n".join(
    f"{name}: &{name} [{', '.join([f'*{before}'] * 9)}]"
    for before, name in zip("abcdefgh", "bcdefghi", strict=True)
)
"""Names that stand for nine of the name before: 43 million words in 400 bytes."""
MEMORY = 3_000_000_000
"""Bytes of memory, of addresses rather, in which a run must do."""

READ: Mapping[str, tuple[str, str, str]] = {
    "TOML: an integer": (".md", f"+++\nweight = {DIGITS}\n+++\n", ""),
    "TOML: a day that is none": (".md", "+++\ndate = 9999-99-99\n+++\n", ""),
    "TOML: nested": (".md", f"+++\na = {'[' * 5000}\n+++\n", ""),
    "YAML: an integer": (".md", f"---\nweight: {DIGITS}\n---\n", ""),
    "YAML: a tag of Python": (".md", "---\nx: !!python/object/apply:os.abort []\n---\n", ""),
    "YAML: an unknown tag": (".md", "---\nx: !secret {a: b}\n---\n", ""),
    "YAML: names of names": (".md", f"---\na: &a [x, y]\n{BOMB}\n---\n", ""),
    "YAML: a list in itself": (".md", "---\na: &a [*a]\n---\n", ""),
    "YAML: nested": (".md", f"---\na: {'[' * 5000}\n---\n", ""),
    "YAML: a day that is none": (".md", "---\ndate: 2024-13-45\n---\n", ""),
    "YAML: a list for a key": (".md", "---\n? [a, b]\n: y\n---\n", ""),
    "YAML: binary that is none": (".md", "---\nx: !!binary '@@'\n---\n", ""),
    "JSON: nested": (".md", "", "\n\n{" + '"a": {' * 5000),
    "tables in tables": (".html", "<table><tr><td>" * 20_000, ""),
    "quotations in quotations": (".html", "<blockquote>" * 20_000, ""),
    "lists in lists": (".html", "<ul><li>" * 20_000, ""),
    "comments that never end": (".html", "", "<!--" * 20_000),
    "tags that never end": (".html", "", "<a href='" * 20_000),
    "metadata: an integer": (
        ".html", f'<script type="application/ld+json">{{"a": {DIGITS}}}</script>', "",
    ),
    "a pipe for each character": (".md", "", "\n\n" + "|" * 20_000),
}  # fmt: skip


@pytest.mark.parametrize("case", READ)
def test_an_edition_with_it_is_read(case: str, tmp_path: Path) -> None:
    suffix, before, behind = READ[case]
    files = {"uk": tmp_path / f"uk{suffix}", "en": tmp_path / f"en{suffix}"}
    for (language, path), text in zip(files.items(), (UK, EN), strict=True):
        said = f"<h1>News</h1><p>{text}</p>" if suffix == ".html" else text
        hurt = language == "en"
        path.write_text(f"{before * hurt}{said}{behind * hurt}", encoding="utf-8")
    report = transcheck.check_article(files)
    assert not [skip for skip in report.skipped if "defect" in skip.hint], report.skipped
    assert len(report.editions) == 2


@pytest.mark.parametrize(
    "text",
    ["7" * 400_000, "а" * 20_000, "1 " * 10_000, "Ы" * 20_000, "-" * 20_000],
    ids=["digits", "a word", "ones", "a name", "dashes"],
)
def test_an_endless_word_is_read_in_part_in_little_memory(tmp_path: Path, text: str) -> None:
    """All its beginnings, or all its misspellings, would take more memory than there is."""
    (tmp_path / "uk.txt").write_text(f"{UK}\n{text}", encoding="utf-8")
    (tmp_path / "en.txt").write_text(f"{EN}\n{text}", encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "-m", "transcheck", "gate", tmp_path, "-q", "--fail-on", "never"],
        capture_output=True,
        text=True,
        check=False,
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY)),
    )
    assert done.returncode == 0, done.stderr
    assert "defect" not in done.stdout


CONFIGURED = {
    "a number in it has thousands of digits": f"fail-on = {DIGITS}",
    "it is nested too deeply": f"fail-on = {'[' * 100_000}",
}


@pytest.mark.parametrize("why", CONFIGURED)
def test_a_configuration_says_in_words_what_is_wrong(
    why: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("transcheck.toml").write_text(CONFIGURED[why], encoding="utf-8")
    assert main(["gate", "."]) == 2
    assert capfd.readouterr().err.strip().endswith(f"transcheck.toml cannot be read: {why}")


JSON = {
    "a number in it has thousands of digits": f'{{"editions": {DIGITS}}}',
    "it is nested too deeply": "[" * 100_000,
}


@pytest.mark.parametrize("why", JSON)
@pytest.mark.parametrize("command", ["diff", "baseline"])
def test_json_says_in_words_what_is_wrong(
    why: str,
    command: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capfd: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("a.json").write_text(JSON[why], encoding="utf-8")
    Path("uk.txt").write_text(UK, encoding="utf-8")
    Path("en.txt").write_text(EN, encoding="utf-8")
    words = {"diff": ["diff", "a.json"], "baseline": ["diff", "uk.txt", "en.txt", "--baseline",
                                                     "a.json"]}  # fmt: skip
    assert main(words[command]) == 2
    said = capfd.readouterr().err
    assert "a.json" in said
    assert why in said
    assert "Traceback" not in said


ROWS = {
    "longer than 32 MB": b'{"body": "' + b"a" * 40_000_000 + b'"}',
    "a number in it has thousands of digits": f'{{"views": {DIGITS}}}'.encode(),
    "it is nested too deeply": b"[" * 100_000,
    "no JSON object": b"[]",
    "no valid JSON": b'{"slug": "b"',
}


@pytest.mark.parametrize("why", ROWS)
def test_a_row_that_cannot_be_read_hides_no_other(
    why: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    """Forty megabytes are forty kilobytes when they are compressed."""
    monkeypatch.chdir(tmp_path)
    whole = [
        json.dumps({"slug": "a", "language": la, "body": text}).encode()
        for la, text in (("uk", UK), ("en", EN))
    ]
    data = gzip.compress(b"\n".join((whole[0], ROWS[why], whole[1])), 1)
    Path("export.jsonl.gz").write_bytes(data)
    columns = ("--column=article=slug", "--column=text=body")
    assert main(["audit", "export.jsonl.gz", "-o", "out", "--no-progress", *columns]) == 3
    assert "1 of 2 articles checked" in capfd.readouterr().err
    (unchecked,) = frame(Path("out"), "unchecked").itertuples()
    assert why in str(unchecked.reason)
    assert "export.jsonl.gz:2" in str(unchecked)


@pytest.mark.parametrize(
    "editions",
    [
        {"uk": "\ud800", "en": "\udfff"},
        {"uk": transcheck.Text(UK, url="https://["), "en": EN},
        {"uk": transcheck.Text(UK, title="\0" * 1000), "en": EN},
        {"uk": Path("\0"), "en": Path("/dev/null")},
        {"uk": f"<p>{UK}" + "<p>" * 100_000, "en": "<" * 100_000},
        {"uk": "«" * 100_000, "en": '"' * 100_000},
        {},
    ],
    ids=["halves", "an address", "NULs", "paths", "brackets", "quotes", "nothing"],
)
def test_the_api_raises_nothing_but_its_own_errors(editions: Mapping[str, object]) -> None:
    with suppress(transcheck.TranscheckError):
        report = transcheck.check_article(editions)  # type: ignore[arg-type]
        assert not [skip for skip in report.skipped if "defect" in skip.hint], report.skipped


def test_an_address_that_is_none_is_told(capfd: pytest.CaptureFixture[str]) -> None:
    assert main(["diff", "https://[", "https://news.example/uk"]) == 2
    assert "https://[ is no address of a page" in capfd.readouterr().err
