from __future__ import annotations

import os
from pathlib import Path

import pytest

from transcheck.discovery import ArticleFiles, discover
from transcheck.errors import UsageError

RUNS_AS_ROOT = os.geteuid() == 0 if hasattr(os, "geteuid") else False


def tree(root: Path, *names: str) -> Path:
    for name in names:
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(name, encoding="utf-8")
    return root


def found(*paths: Path) -> dict[str, list[str]]:
    return {a.name: [edition.name for edition in a.editions] for a in discover(paths).articles}


def only(path: Path) -> ArticleFiles:
    (article,) = discover([path]).articles
    return article


@pytest.mark.parametrize(
    ("names", "article", "editions"),
    [
        pytest.param(
            ("homs/en.txt", "homs/ru.txt", "homs/uk.txt"),
            "homs",
            ["uk.txt", "en.txt", "ru.txt"],
            id="folder of the article",
        ),
        pytest.param(
            ("2024/12/homs/uk.html", "2024/12/homs/en.html"),
            "2024/12/homs",
            ["uk.html", "en.html"],
            id="folder of the article, nested",
        ),
        pytest.param(
            ("homs.en.md", "homs.ua.md"), "homs", ["homs.ua.md", "homs.en.md"], id="common stem"
        ),
        pytest.param(
            ("a/homs.v2.en.md", "a/homs.v2.ru.md"),
            "a/homs.v2",
            ["homs.v2.en.md", "homs.v2.ru.md"],
            id="common stem with dots of its own",
        ),
        pytest.param(
            ("en/homs.html", "ua/homs.html"), "homs", ["homs.html", "homs.html"], id="languages"
        ),
        pytest.param(
            ("site/en/2024/homs.txt", "site/uk/2024/homs.txt"),
            "site/2024/homs",
            ["homs.txt", "homs.txt"],
            id="folders of languages, with folders around and inside",
        ),
        pytest.param(
            ("homs/uk.html", "homs/en.md"), "homs", ["uk.html", "en.md"], id="formats may differ"
        ),
        pytest.param(
            ("homs/UK.TXT", "homs/en-GB.txt"), "homs", ["UK.TXT", "en-GB.txt"], id="case, region"
        ),
    ],
)
def test_finds_the_editions_of_an_article(
    tmp_path: Path, names: tuple[str, ...], article: str, editions: list[str]
) -> None:
    assert found(tree(tmp_path, *names)) == {article: editions}


def test_layouts_may_be_mixed_in_one_tree(tmp_path: Path) -> None:
    tree(tmp_path, "c/uk.txt", "c/en.txt", "b.uk.md", "b.en.md", "uk/a.html", "en/a.html")
    assert list(found(tmp_path)) == ["a", "b", "c"]


def test_the_article_is_named_after_the_folder_where_the_path_is_its_own(tmp_path: Path) -> None:
    assert list(found(tree(tmp_path / "homs", "uk.txt", "en.txt"))) == ["homs"]


@pytest.mark.parametrize(
    "name",
    [
        pytest.param("en-route.txt", id="a word that begins as a code"),
        pytest.param("readme.md", id="no language at all"),
        pytest.param("notes/story.final.txt", id="a suffix that is no language"),
    ],
)
def test_files_without_a_language_are_strays(tmp_path: Path, name: str) -> None:
    tree(tmp_path, "homs/uk.txt", "homs/en.txt", name)
    discovery = discover([tmp_path])
    assert [article.name for article in discovery.articles] == ["homs"]
    assert discovery.strays == (tmp_path / name,)


@pytest.mark.parametrize(
    "name",
    [
        pytest.param(".git/uk.txt", id="hidden folder"),
        pytest.param("homs/.uk.txt.swp", id="hidden file"),
        pytest.param("homs/ru.json", id="a format nobody reads"),
    ],
)
def test_leaves_out_what_is_hidden_or_no_text(tmp_path: Path, name: str) -> None:
    tree(tmp_path, "homs/uk.txt", "homs/en.txt", name)
    discovery = discover([tmp_path])
    assert discovery.articles == (
        ArticleFiles("homs", (tmp_path / "homs/uk.txt", tmp_path / "homs/en.txt")),
    )
    assert discovery.strays == ()


def test_a_single_edition_is_no_problem_and_says_where_another_would_be(tmp_path: Path) -> None:
    article = only(tree(tmp_path, "homs/uk.txt"))
    assert article.problem is None
    assert article.pattern == f"{tmp_path}/homs/*.txt"


def test_two_editions_of_one_language_are_a_problem_that_names_both(tmp_path: Path) -> None:
    article = only(tree(tmp_path, "homs/uk.txt", "homs/ua.txt", "homs/en.txt"))
    assert article.problem is not None
    assert "uk.txt" in article.problem.what
    assert "ua.txt" in article.problem.what


def test_each_format_is_an_article_where_every_language_has_several(tmp_path: Path) -> None:
    tree(tmp_path, "homs/uk.txt", "homs/en.txt", "homs/uk.md", "homs/en.md")
    assert list(found(tmp_path)) == [f"{tmp_path}/homs/*.md", f"{tmp_path}/homs/*.txt"]


def test_articles_of_one_name_under_two_paths_keep_apart(tmp_path: Path) -> None:
    tree(tmp_path, "a/homs/uk.txt", "a/homs/en.txt", "b/homs/uk.txt", "b/homs/en.txt")
    names = list(found(tmp_path / "a", tmp_path / "b"))
    assert names == [f"{tmp_path}/a/homs/*.txt", f"{tmp_path}/b/homs/*.txt"]


def test_paths_inside_one_another_give_no_article_twice(tmp_path: Path) -> None:
    tree(tmp_path, "a/homs/uk.txt", "a/homs/en.txt", "b/uk.txt", "b/en.txt")
    assert list(found(tmp_path / "a", tmp_path)) == ["b", "homs"]


def test_survives_a_loop_of_links_and_keeps_the_real_name(tmp_path: Path) -> None:
    tree(tmp_path, "z/homs/uk.txt", "z/homs/en.txt")
    (tmp_path / "z/homs/loop").symlink_to(tmp_path, target_is_directory=True)
    (tmp_path / "a").symlink_to(tmp_path / "z", target_is_directory=True)
    (tmp_path / "z/itself").symlink_to(tmp_path / "z/itself")
    assert list(found(tmp_path)) == ["z/homs"]


def test_a_broken_link_is_an_edition_whose_loading_will_say_so(tmp_path: Path) -> None:
    tree(tmp_path, "homs/uk.txt")
    (tmp_path / "homs/en.txt").symlink_to("nowhere")
    assert found(tmp_path) == {"homs": ["uk.txt", "en.txt"]}


def test_a_folder_with_an_editions_name_is_no_missing_edition(tmp_path: Path) -> None:
    tree(tmp_path, "homs/uk.txt", "homs/ru.txt", "homs/en.txt/notes.txt")
    assert found(tmp_path) == {"homs": ["uk.txt", "en.txt", "ru.txt"]}


@pytest.mark.skipif(RUNS_AS_ROOT, reason="root may read every folder")
def test_a_folder_that_cannot_be_read_hides_nothing_else(tmp_path: Path) -> None:
    tree(tmp_path, "homs/uk.txt", "homs/en.txt", "secret/uk.txt")
    (tmp_path / "secret").chmod(0)
    try:
        broken, article = discover([tmp_path]).articles
    finally:
        (tmp_path / "secret").chmod(0o700)
    assert article.name == "homs"
    assert broken.problem is not None
    assert "cannot be read" in broken.problem.reason


def test_a_folder_that_fails_to_list_hides_nothing_else(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    tree(tmp_path, "homs/uk.txt", "homs/en.txt", "secret/uk.txt")
    real = os.scandir

    def scandir(folder: Path) -> object:
        if folder.name == "secret":
            raise PermissionError(13, "Permission denied")
        return real(folder)

    monkeypatch.setattr(os, "scandir", scandir)
    articles = {article.name: article.problem for article in discover([tmp_path]).articles}
    assert articles.pop("homs") is None
    ((name, problem),) = articles.items()
    assert name == (tmp_path / "secret").as_posix()
    assert problem is not None
    assert "Permission denied" in problem.reason


@pytest.mark.parametrize(
    ("names", "one"),
    [
        pytest.param(("homs/uk.txt", "homs/en.txt", "kyiv/uk.txt"), "homs/uk.txt", id="folder"),
        pytest.param(("homs.uk.md", "homs.en.md", "kyiv.uk.md"), "homs.en.md", id="common stem"),
        pytest.param(
            ("uk/a/homs.md", "en/a/homs.html", "en/a/kyiv.md", "en/homs.md"),
            "en/a/homs.html",
            id="folders of languages",
        ),
    ],
)
def test_a_file_stands_for_its_article(tmp_path: Path, names: tuple[str, ...], one: str) -> None:
    article = only(tree(tmp_path, *names) / one)
    assert article.name.endswith("homs")
    assert sorted(article.editions) == sorted(tmp_path / name for name in names[:2])


def test_a_file_and_its_folder_give_the_article_once(tmp_path: Path) -> None:
    tree(tmp_path, "homs/uk.txt", "homs/en.txt")
    assert len(discover([tmp_path / "homs/uk.txt", tmp_path]).articles) == 1


def test_a_file_named_from_within_a_folder_of_a_language(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    tree(tmp_path, "uk/homs.txt", "en/homs.txt")
    monkeypatch.chdir(tmp_path / "uk")
    assert len(only(Path("homs.txt")).editions) == 2


@pytest.mark.parametrize(
    ("name", "message"),
    [
        pytest.param("absent", "no such file or folder", id="a path that is not there"),
        pytest.param("empty", "no article found", id="a folder without editions"),
        pytest.param("empty/readme.md", "no article found", id="a file without a language"),
    ],
)
def test_finding_nothing_is_an_error_that_names_the_path(
    tmp_path: Path, name: str, message: str
) -> None:
    tree(tmp_path, "empty/readme.md")
    with pytest.raises(UsageError, match=message) as caught:
        discover([tmp_path / name])
    assert str(tmp_path / name) in str(caught.value)
