"""What .gitignore and globs leave out of a search, and what they do not."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

import pytest

from transcheck.discovery import Globs, Search, discover
from transcheck.errors import UsageError

TREE = ("a/uk.txt", "a/en.txt", "b/c/uk.txt", "b/c/en.txt", "b/d/uk.txt", "b/d/en.txt")
ALL = ["a", "b/c", "b/d"]


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A repository; what lies above it is no concern of it."""
    (tmp_path / ".gitignore").write_text("*\n", encoding="utf-8")
    root = tmp_path / "site"
    (root / ".git").mkdir(parents=True)
    for name in TREE:
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).touch()
    return root


def found(*paths: Path, search: Search | None = None) -> list[str]:
    return [article.name for article in discover(paths, search).articles]


@pytest.mark.parametrize(
    ("rules", "left"),
    [
        pytest.param({".gitignore": "b/\n"}, ["a"], id="a folder"),
        pytest.param({".gitignore": "/c\n"}, ALL, id="anchored elsewhere"),
        pytest.param({".gitignore": "c\n"}, ["a", "b/d"], id="any level"),
        pytest.param({"b/.gitignore": "/c\n"}, ["a", "b/d"], id="nested file, anchored to it"),
        pytest.param(
            {".gitignore": "b/*\n", "b/.gitignore": "!c/\n"}, ["a", "b/c"], id="the inner one wins"
        ),
        pytest.param({".gitignore": "b\n", "b/.gitignore": "!c\n"}, ["a"], id="a folder is shut"),
        pytest.param({".gitignore": "b/*\n!b/d\n"}, ["a", "b/d"], id="the last one wins"),
        pytest.param({".gitignore": "# b\n\n!\n"}, ALL, id="comments, blanks, what is no glob"),
        pytest.param({".gitignore": "\ufeffa\n"}, ["b/c", "b/d"], id="byte order mark"),
        pytest.param({".gitignore": "!\nb\n"}, ["a"], id="what is no glob spoils no other"),
    ],
)
def test_gitignore_is_respected(root: Path, rules: Mapping[str, str], left: list[str]) -> None:
    for name, text in rules.items():
        (root / name).write_text(text, encoding="utf-8")
    assert found(root) == left
    assert found(root, search=Search(gitignore=False)) == ALL


def test_an_ignored_edition_is_none_of_the_article(root: Path) -> None:
    (root / "a/ru.txt").touch()
    (root / ".gitignore").write_text("ru.txt\n", encoding="utf-8")
    for path in (root / "a", root / "a/uk.txt"):
        (article,) = discover([path]).articles
        assert [edition.name for edition in article.editions] == ["uk.txt", "en.txt"]
    assert discover([root / "a/ru.txt"]).articles[0].editions[-1] == root / "a/ru.txt"


def test_the_repository_around_the_search_counts(root: Path) -> None:
    (root / ".gitignore").write_text("/b/c\n", encoding="utf-8")
    assert found(root / "b") == ["d"]


def test_what_is_named_is_wanted_though_it_is_ignored(root: Path) -> None:
    (root / ".gitignore").write_text("b\n", encoding="utf-8")
    assert found(root / "b") == ["c", "d"]
    (root / "b/.gitignore").write_text("d\n", encoding="utf-8")
    assert found(root / "b") == ["c"]


def test_without_a_repository_the_folders_of_the_search_count(root: Path) -> None:
    (root / ".git").rmdir()
    assert found(root) == ALL, "what lies above is no concern of it"
    (root / ".gitignore").write_text("a\n", encoding="utf-8")
    assert found(root) == ["b/c", "b/d"]


def test_a_gitignore_that_cannot_be_read_ignores_nothing(root: Path) -> None:
    (root / ".gitignore").mkdir()
    assert found(root) == ALL


@pytest.mark.parametrize(
    ("include", "exclude", "left"),
    [
        pytest.param((), ("b/",), ["a"], id="exclude a folder"),
        pytest.param((), ("/c",), ALL, id="anchored elsewhere"),
        pytest.param((), ("b/*", "!b/d"), ["a", "b/d"], id="all but"),
        pytest.param(("b/c",), (), ["b/c"], id="include a folder"),
        pytest.param(("*.txt", "!b/**"), (), ["a"], id="include all but"),
        pytest.param(("b",), ("d",), ["b/c"], id="both"),
    ],
)
@pytest.mark.parametrize("within", [False, True], ids=["from the base", "from within"])
def test_globs(
    root: Path, include: tuple[str, ...], exclude: tuple[str, ...], left: list[str], *, within: bool
) -> None:
    search = Search(include=Globs(include, root), exclude=Globs(exclude, root), allow_empty=True)
    if within:
        inner = [name.removeprefix("b/") for name in left if name.startswith("b/")]
        assert found(root / "b", search=search) == inner
    else:
        assert found(root, search=search) == left


def test_a_file_that_is_excluded_stays_so_where_it_is_named(root: Path) -> None:
    search = Search(exclude=Globs(("b/",), root), allow_empty=True)
    discovery = discover([root / "a/uk.txt", root / "b/c/uk.txt"], search)
    assert [article.editions[0] for article in discovery.articles] == [root / "a/uk.txt"]
    assert discovery.strays == ()
    assert discovery.excluded == (root / "b/c/uk.txt",)
    with pytest.raises(UsageError, match=r"no article found.*globs .* leave out .*b/c/uk.txt"):
        discover([root / "b/c/uk.txt"], replace(search, allow_empty=False))


def test_an_excluded_edition_is_none_of_the_article(root: Path) -> None:
    (root / "a/ru.txt").touch()
    search = Search(exclude=Globs(("ru.txt",), root))
    (article,) = discover([root / "a/uk.txt"], search).articles
    assert [edition.name for edition in article.editions] == ["uk.txt", "en.txt"]


@pytest.mark.parametrize("what", ["include", "exclude"])
def test_a_glob_that_is_none_is_named(root: Path, what: str) -> None:
    globs = Globs(("a", "!"), root)
    search = Search(include=globs) if what == "include" else Search(exclude=globs)
    with pytest.raises(UsageError, match=f"'!' is no glob to {what}"):
        discover([root], search)


@pytest.mark.parametrize("folder", ["node_modules", "__pycache__", ".venv", "env"])
def test_folders_of_tools_are_left_out_unless_named(root: Path, folder: str) -> None:
    inner = root / folder / "docs"
    inner.mkdir(parents=True)
    (inner / "uk.txt").touch()
    if folder == "env":
        (root / folder / "pyvenv.cfg").touch()
    assert found(root) == ALL
    assert found(root / folder) == ["docs"]


def test_what_is_required_is_said_by_code_and_the_editions_stay(root: Path) -> None:
    article = discover([root / "a"], Search(require=("rus", "ua"))).articles[0]
    assert article.required == ("ru", "uk")
    assert article.languages == ("uk", "en")
    assert article.problem is None
    assert article.pattern == (root / "a/*.txt").as_posix()


def test_an_unknown_language_cannot_be_required(root: Path) -> None:
    with pytest.raises(UsageError, match="no language named 'de'"):
        discover([root], Search(require=("de",)))


def test_finding_nothing_may_be_allowed(root: Path) -> None:
    (root / "empty").mkdir()
    (root / "empty/readme.md").touch()
    discovery = discover([root / "empty"], Search(allow_empty=True))
    assert discovery.articles == ()
    assert discovery.strays == (root / "empty/readme.md",)


def test_folders_of_languages_may_be_named_one_by_one(tmp_path: Path) -> None:
    for name in ("uk/2024/homs.md", "en/2024/homs.md"):
        (tmp_path / name).parent.mkdir(parents=True)
        (tmp_path / name).touch()
    (article,) = discover([tmp_path / "en", tmp_path / "uk"]).articles
    assert article.name == "2024/homs"
    assert article.languages == ("uk", "en")
