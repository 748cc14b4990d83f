from __future__ import annotations

import json
from pathlib import Path

import pytest

from transcheck.discovery import Globs, Search, discover
from transcheck.errors import UsageError


def manifest(folder: Path, *lines: object, name: str = "pairs.jsonl") -> Path:
    path = folder / name
    path.write_text("".join(f"{json.dumps(line)}\n" for line in lines), encoding="utf-8")
    return path


def article(name: str, **editions: object) -> dict[str, object]:
    return {"article": name, "editions": editions, "score": 0.98}


def test_it_names_the_editions_from_its_own_folder(tmp_path: Path) -> None:
    path = manifest(
        tmp_path,
        article("second", en="x/1.txt", ru=str(tmp_path / "y/2.txt")),
        article("first", ru="../7.txt", ua="a.md", en="b.html"),
    )
    first, second = discover([path]).articles
    assert (first.name, first.languages) == ("first", ("uk", "en", "ru"))
    assert first.editions == (tmp_path / "a.md", tmp_path / "b.html", tmp_path.parent / "7.txt")
    assert second.editions == (tmp_path / "x/1.txt", tmp_path / "y/2.txt")
    assert first.problem is second.problem is None


def test_a_story_with_one_edition_is_no_article_unless_languages_are_required(
    tmp_path: Path,
) -> None:
    path = manifest(tmp_path, article("both", uk="1.txt", en="2.txt"), article("lone", uk="3.txt"))
    assert [found.name for found in discover([path]).articles] == ["both"]
    both, lone = discover([path], Search(require=("uk", "en"))).articles
    assert both.required == lone.required == ("uk", "en")
    assert lone.languages == ("uk",)
    assert lone.pattern == f"a path for * in {path}, line 2"


def test_globs_leave_editions_out(tmp_path: Path) -> None:
    path = manifest(tmp_path, article("one", uk="a/1.txt", en="a/2.txt", ru="old/3.txt"))
    search = Search(exclude=Globs(("old/",), tmp_path))
    (found,) = discover([path], search).articles
    assert found.languages == ("uk", "en")


def test_it_may_stand_beside_folders(tmp_path: Path) -> None:
    (tmp_path / "stories/homs").mkdir(parents=True)
    for language in ("uk", "en"):
        (tmp_path / f"stories/homs/{language}.txt").write_text("…", encoding="utf-8")
    path = manifest(tmp_path, article("paired", uk="1.txt", en="2.txt"))
    names = [found.name for found in discover([tmp_path / "stories", path]).articles]
    assert names == ["homs", "paired"]


@pytest.mark.parametrize(
    ("line", "said"),
    [
        pytest.param("{", "line 2 is no JSON", id="cut off"),
        pytest.param("[" * 100_000, "line 2 is no JSON", id="nested too deeply"),
        pytest.param("[]", "does not name its article", id="no object"),
        pytest.param('{"article": 7, "editions": {}}', "its article", id="a number for a name"),
        pytest.param('{"article": "b"}', "does not name editions", id="no editions"),
        pytest.param('{"article": "b", "editions": {}}', "not name editions", id="none at all"),
        pytest.param('{"article": "b", "editions": {"xx": "1.txt"}}', "'xx'", id="no language"),
        pytest.param('{"article": "b", "editions": {"en": 1}}', "'en'", id="no path"),
        pytest.param('{"article": "b", "editions": {"en": "\\u0000"}}', "'en'", id="NUL"),
        pytest.param('{"article": "a", "editions": {"en": "1"}}', "a second article", id="twice"),
    ],
)
def test_a_line_that_is_wrong_is_named(tmp_path: Path, line: str, said: str) -> None:
    path = manifest(tmp_path, article("a", uk="1.txt", en="2.txt"))
    path.write_text(f"{path.read_text(encoding='utf-8')}{line}\n", encoding="utf-8")
    with pytest.raises(UsageError) as raised:
        discover([path])
    assert said in raised.value.message
    assert str(path) in raised.value.message


def test_a_file_that_is_no_text(tmp_path: Path) -> None:
    path = tmp_path / "pairs.jsonl"
    path.write_bytes(b"\xff\xfe\x00")
    with pytest.raises(UsageError, match="UTF-8"):
        discover([path])
