"""``transcheck fix`` through the real command: what changes, and that nothing else does."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.fixture_cases import FIXTURES

MANY = FIXTURES / "divergent" / "homs-many"
WRONG, RIGHT = "862 погибших", "826 погибших"


def fix(folder: Path, *options: str, suffix: str = ".txt") -> subprocess.CompletedProcess[str]:
    names = [f"{language}{suffix}" for language in ("uk", "en", "ru")]
    command = [sys.executable, "-m", "transcheck", "fix", *names, *options]
    return subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)


@pytest.fixture
def story(tmp_path: Path) -> Path:
    folder = tmp_path / "story"
    shutil.copytree(MANY, folder)
    return folder


def test_without_write_it_shows_and_changes_nothing(story: Path) -> None:
    before = {path.name: path.read_bytes() for path in story.iterdir()}
    done = fix(story)
    assert done.returncode == 1
    assert f"-{_line(story)}" in done.stdout
    assert f"+{_line(story).replace(WRONG, RIGHT)}" in done.stdout
    assert "--write corrects them" in done.stderr
    assert {path.name: path.read_bytes() for path in story.iterdir()} == before


def _line(folder: Path) -> str:
    text = (folder / "ru.txt").read_text(encoding="utf-8")
    return next(line for line in text.splitlines() if WRONG in line)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1251"])
@pytest.mark.parametrize("ends", ["\n", "\r\n"])
def test_every_byte_outside_of_the_corrections_stays(story: Path, encoding: str, ends: str) -> None:
    path = story / "ru.txt"
    text = path.read_text(encoding="utf-8").replace("\n", ends)
    path.write_bytes(text.encode(encoding))
    assert fix(story, "--write").returncode == 0
    assert path.read_bytes() == text.replace(WRONG, RIGHT).encode(encoding)


def test_corrected_texts_have_nothing_left_to_correct(story: Path) -> None:
    fix(story, "--write")
    again = fix(story)
    assert (again.returncode, again.stdout) == (0, "")
    assert "nothing that is certain" in again.stderr


def test_html_is_corrected_between_its_tags(story: Path) -> None:
    for language in ("uk", "en", "ru"):
        plain = (story / f"{language}.txt").read_text(encoding="utf-8")
        head, *rest = plain.strip().split("\n\n")
        body = "".join(f'<p class="a">{each}</p>\n' for each in rest)
        page = f"<html lang={language}><body><article><h1>{head}</h1>{body}</article></body></html>"
        (story / f"{language}.html").write_text(page, encoding="utf-8")
    before = (story / "ru.html").read_text(encoding="utf-8")
    assert fix(story, "--write", suffix=".html").returncode == 0
    assert (story / "ru.html").read_text(encoding="utf-8") == before.replace(WRONG, RIGHT)


def test_an_edition_that_cannot_be_read_is_said(story: Path) -> None:
    (story / "uk.txt").write_bytes(b"\x89PNG\r\n")
    done = fix(story)
    assert done.returncode == 3
    assert "uk.txt" in done.stderr
    assert "Traceback" not in done.stderr


def test_lines_are_counted_as_reports_count_them(story: Path) -> None:
    path = story / "ru.txt"
    text = path.read_text(encoding="utf-8")
    first, rest = text.split("\n", 1)
    path.write_text(f"{first}\n\f\u2028\n{rest}", encoding="utf-8")
    assert fix(story, "--write").returncode == 0
    assert RIGHT in path.read_text(encoding="utf-8")
