"""The hook, run by the real pre-commit from a repository on this machine."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from tests.repositories import Repository
from transcheck.loading import FORMATS

ROOT = Path(__file__).parents[2]
HOOKS = ROOT / ".pre-commit-hooks.yaml"
COURT = "stories/court/en.txt"
RIGHT, WRONG = "52-year-old", "57-year-old"


@pytest.fixture
def newsroom(newsroom: Repository, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Repository:
    """Return a newsroom whose commits run the hook.

    The hook comes from a repository that has our manifest. Its language is overruled: with
    ``python`` pre-commit would install the package and all it needs from the network.
    """
    tool = Repository(tmp_path / "tool")
    shutil.copy(HOOKS, tool.folder)
    revision = tool.commit("hooks")
    hook = {"id": "transcheck", "language": "system", "verbose": True}
    configuration = {
        "repos": [{"repo": tool.folder.as_uri(), "rev": revision, "hooks": [hook]}],
    }
    newsroom.write(".pre-commit-config.yaml", text=yaml.safe_dump(configuration))
    newsroom.write("README.md")
    newsroom.commit("pre-commit")
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    monkeypatch.setenv("PATH", path)
    monkeypatch.setenv("PRE_COMMIT_HOME", str(tmp_path / "pre-commit"))
    pre_commit("install")
    return newsroom


def pre_commit(*arguments: str) -> None:
    command = [sys.executable, "-m", "pre_commit", *arguments]
    subprocess.run(command, check=True, capture_output=True)


def commit(*names: str) -> tuple[int, str]:
    """Commit files as an editor does; return git's code and all that was said."""
    subprocess.run(["git", "add", "--", *names], check=True)
    done = subprocess.run(
        ["git", "commit", "-m", "a change"], capture_output=True, text=True, check=False
    )
    return done.returncode, done.stdout + done.stderr


def edit(name: str, before: str, after: str) -> None:
    text = Path(name).read_text(encoding="utf-8")
    assert before in text
    Path(name).write_text(text.replace(before, after), encoding="utf-8")


@pytest.mark.usefixtures("newsroom")
def test_a_commit_of_editions_that_differ_is_refused_until_they_agree() -> None:
    edit(COURT, RIGHT, WRONG)
    code, said = commit(COURT)
    assert code == 1
    assert "NUM001" in said
    assert WRONG in said
    edit(COURT, WRONG, RIGHT)
    edit(COURT, "prison", "jail")
    code, said = commit(COURT)
    assert code == 0
    assert "1 article, 1 checked" in said, "of its editions one was committed"


@pytest.mark.usefixtures("newsroom")
def test_articles_that_are_not_committed_do_not_stand_in_the_way() -> None:
    edit(COURT, RIGHT, WRONG)
    edit("stories/homs/uk.txt", "\n", "\n\n")
    code, said = commit("stories/homs/uk.txt")
    assert code == 0
    assert "1 article, 1 checked" in said


@pytest.mark.usefixtures("newsroom")
def test_a_commit_without_an_edition_passes() -> None:
    edit("README.md", "…", "How we work")
    assert commit("README.md")[0] == 0


@pytest.mark.usefixtures("newsroom")
def test_an_article_that_cannot_be_checked_stops_the_commit() -> None:
    Path("stories/homs/uk.txt").write_bytes(b"\0\1\2")
    code, said = commit("stories/homs/uk.txt")
    assert code == 1
    assert "homs was compared without its uk edition" in said


@pytest.mark.usefixtures("newsroom")
def test_a_commit_that_deletes_an_edition_names_its_article() -> None:
    Path("transcheck.toml").write_text('require = ["uk", "en", "ru"]\n', encoding="utf-8")
    subprocess.run(["git", "rm", "--quiet", "stories/homs/ru.txt"], check=True)
    code, said = commit("transcheck.toml")
    assert code == 1
    assert "there is no ru edition: stories/homs/ru.txt" in said


@pytest.mark.usefixtures("newsroom")
def test_a_story_in_one_language_may_be_committed() -> None:
    Path("stories/kyiv").mkdir()
    shutil.copy("stories/homs/uk.txt", "stories/kyiv/uk.txt")
    code, said = commit("stories/kyiv/uk.txt")
    assert code == 0
    assert "1 waiting for translations" in said


def test_the_manifest_is_valid() -> None:
    pre_commit("validate-manifest", str(HOOKS))


def test_the_hook_is_run_for_the_formats_we_read() -> None:
    (hook,) = yaml.safe_load(HOOKS.read_text(encoding="utf-8"))
    suffixes = {suffix for each in FORMATS for suffix in each.suffixes}
    assert {s for s in suffixes if not re.search(hook["files"], f"uk{s}")} == set()
    assert not re.search(hook["files"], "uk.py")
    assert re.search(hook["files"], "UK.TXT")
    assert hook["require_serial"] is True
