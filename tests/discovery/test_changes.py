"""Which articles a change in git touches, in real repositories."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest

from tests.repositories import Repository
from transcheck.discovery import Globs, Search, discover
from transcheck.errors import UsageError

FILES = ("homs/uk.txt", "homs/en.txt", "homs/ru.txt", "kyiv/uk.txt", "kyiv/en.txt")


@pytest.fixture
def repository(tmp_path: Path) -> Repository:
    repository = Repository(tmp_path / "site")
    repository.write(*FILES, "README.md")
    repository.commit()
    return repository


def touched(
    repository: Repository, *names: str, since: str = "HEAD", search: Search | None = None
) -> list[str]:
    asked = search or Search(changed_since=since)
    paths = [repository.folder / name for name in names or ("",)]
    return [article.name for article in discover(paths, asked).articles]


def test_nothing_changed_touches_nothing_and_the_rest_is_counted(repository: Repository) -> None:
    discovery = discover([repository.folder], Search(changed_since="HEAD"))
    assert discovery.articles == ()
    assert discovery.untouched == 2


@pytest.mark.parametrize("state", ["not added", "added", "committed"])
def test_a_change_touches_its_article_alone(repository: Repository, state: str) -> None:
    repository.write("homs/en.txt", text="new")
    if state != "not added":
        repository.git("add", "--all")
    if state == "committed":
        repository.commit()
    assert touched(repository, since="HEAD~1" if state == "committed" else "HEAD") == ["homs"]


def test_a_change_of_another_file_touches_no_article(repository: Repository) -> None:
    repository.write("README.md", "homs/notes.json", text="new")
    assert touched(repository) == []


def test_what_was_changed_and_changed_back_is_not_touched(repository: Repository) -> None:
    repository.write("homs/en.txt", text="new")
    repository.git("add", "--all")
    repository.write("homs/en.txt")
    assert touched(repository) == []


def test_a_new_edition_touches_before_git_knows_it(repository: Repository) -> None:
    repository.write("kyiv/ru.txt", "odesa/uk.txt", "odesa/en.txt")
    assert touched(repository) == ["kyiv", "odesa"]


@pytest.mark.parametrize("ignoring", [True, False], ids=["respected", "not respected"])
def test_a_new_edition_that_git_ignores(repository: Repository, *, ignoring: bool) -> None:
    repository.write(".gitignore", text="ru.txt\n")
    repository.commit()
    repository.write("kyiv/ru.txt")
    search = Search(changed_since="HEAD", gitignore=ignoring)
    assert touched(repository, search=search) == ([] if ignoring else ["kyiv"])


def test_an_edition_that_is_gone_touches_what_is_left(repository: Repository) -> None:
    (repository.folder / "homs/ru.txt").unlink()
    shutil.rmtree(repository.folder / "kyiv")
    assert touched(repository) == ["homs"]
    repository.commit()
    assert touched(repository, since="HEAD~1") == ["homs"]


@pytest.mark.parametrize("name", ["", "homs/uk.txt", "homs"], ids=["all", "a file", "a folder"])
def test_an_edition_that_is_gone_wherever_the_search_begins(
    repository: Repository, name: str
) -> None:
    (repository.folder / "homs/ru.txt").unlink()
    assert [n.rpartition("/")[2] for n in touched(repository, name)] == ["homs"]


def test_an_edition_that_is_gone_from_a_configured_layout(tmp_path: Path) -> None:
    repository = Repository(tmp_path / "site")
    names = ("homs/index.html", "en/homs/index.html", "ru/homs/index.html", "en/kyiv/index.html")
    repository.write(*names, "kyiv/index.html")
    repository.commit()
    (repository.folder / "ru/homs/index.html").unlink()
    patterns = Globs(("{language=uk}/{article}/index.html",), repository.folder)
    search = Search(patterns=patterns, changed_since="HEAD")
    assert touched(repository, search=search) == ["homs"]
    repository.git("checkout", "--quiet", ".")
    (repository.folder / "homs/index.html").unlink()
    assert touched(repository, search=search) == ["homs"]


def test_a_file_of_another_format_that_is_gone_touches_no_article(repository: Repository) -> None:
    repository.write("homs/ru.json")
    repository.commit()
    (repository.folder / "homs/ru.json").unlink()
    assert touched(repository) == []


def test_a_renamed_article_is_touched_under_its_new_name(repository: Repository) -> None:
    repository.git("mv", "homs", "battle")
    assert touched(repository) == ["battle"]


def test_an_edition_renamed_away_touches_the_old_article_and_the_new(
    repository: Repository,
) -> None:
    repository.git("mv", "homs/ru.txt", "kyiv/ru.txt")
    assert touched(repository) == ["homs", "kyiv"]


def test_what_others_changed_meanwhile_is_not_touched(repository: Repository) -> None:
    repository.git("checkout", "--quiet", "-b", "story")
    repository.write("homs/en.txt", text="ours")
    repository.commit()
    repository.git("checkout", "--quiet", "main")
    repository.write("kyiv/en.txt", text="theirs")
    repository.commit()
    repository.git("checkout", "--quiet", "story")
    assert touched(repository, since="main") == ["homs"]


def test_the_working_folder_does_not_matter(
    repository: Repository, monkeypatch: pytest.MonkeyPatch
) -> None:
    repository.write("homs/en.txt", "kyiv/en.txt", text="new")
    monkeypatch.chdir(repository.folder / "homs")
    search = Search(changed_since="HEAD")
    assert [a.name for a in discover([Path()], search).articles] == ["homs"]
    assert [a.name for a in discover([Path("..")], search).articles] == ["homs", "kyiv"]
    monkeypatch.chdir(repository.folder.parent)
    assert [a.name for a in discover([Path("site/kyiv")], search).articles] == ["kyiv"]


def test_names_that_git_would_quote(repository: Repository) -> None:
    name = 'бій за "Хомс"\nчастина 2'
    repository.write(f"{name}/uk.txt", f"{name}/en.txt")
    assert touched(repository) == [name]
    repository.commit()
    repository.write(f"{name}/uk.txt", text="new")
    assert touched(repository) == [name]


def test_links_lead_to_what_changed(repository: Repository) -> None:
    outside = repository.folder.parent / "link"
    outside.symlink_to(repository.folder, target_is_directory=True)
    repository.write("common.txt")
    (repository.folder / "odesa").mkdir()
    repository.write("odesa/uk.txt")
    (repository.folder / "odesa/en.txt").symlink_to("../common.txt")
    repository.commit()
    repository.write("common.txt", "homs/uk.txt", text="new")
    (repository.folder / "kyiv/en.txt").unlink()
    search = Search(changed_since="HEAD")
    names = [article.name for article in discover([outside], search).articles]
    assert names == ["homs", "kyiv", "odesa"]


def test_a_repository_inside_the_repository(repository: Repository) -> None:
    inner = Repository(repository.folder / "desk")
    inner.write("odesa/uk.txt", "odesa/en.txt")
    assert touched(repository) == ["desk/odesa"], "all of it is new to the outer one"
    inner.commit()
    repository.git("-c", "advice.addEmbeddedRepo=false", "add", "desk")
    repository.git("commit", "--quiet", "--message", "a submodule")
    assert touched(repository) == []
    inner.write("odesa/en.txt", text="new")
    assert touched(repository) == ["desk/odesa"]
    assert touched(repository, "desk") == ["odesa"]


def test_several_repositories(repository: Repository, tmp_path: Path) -> None:
    other = Repository(tmp_path / "other")
    other.write("odesa/uk.txt", "odesa/en.txt")
    other.commit()
    repository.write("homs/en.txt", text="new")
    other.write("odesa/en.txt", text="new")
    assert touched(repository, "", "../other") == ["homs", "odesa"]


def test_a_folder_that_cannot_be_read_is_told_though_nothing_changed(
    repository: Repository, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = os.scandir

    def scandir(folder: Path) -> object:
        if folder.name == "homs":
            raise PermissionError(13, "Permission denied")
        return real(folder)

    monkeypatch.setattr(os, "scandir", scandir)
    (article,) = discover([repository.folder], Search(changed_since="HEAD")).articles
    assert article.problem is not None


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may read all")
def test_folders_without_rights_hide_nothing_that_changed(repository: Repository) -> None:
    repository.write("listed/uk.txt", "listed/en.txt")
    repository.commit()
    repository.write("homs/en.txt", "shut/uk.txt", text="new")
    (repository.folder / "shut").chmod(0)
    (repository.folder / "listed").chmod(0o400)
    try:
        assert "homs" in touched(repository)
    finally:
        (repository.folder / "shut").chmod(0o700)
        (repository.folder / "listed").chmod(0o700)


def test_what_a_user_ignores_everywhere_counts(
    repository: Repository, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "ignored").write_text("*.txt\n", encoding="utf-8")
    (tmp_path / "config").write_text(f"[core]\nexcludesFile={tmp_path}/ignored\n", "utf-8")
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", str(tmp_path / "config"))
    repository.write("odesa/uk.txt", "odesa/en.txt")
    assert touched(repository) == ["odesa"]


def test_git_in_a_hook_is_asked_about_the_articles(
    repository: Repository, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    other = Repository(tmp_path / "other")
    monkeypatch.setenv("GIT_DIR", str(other.folder / ".git"))
    monkeypatch.setenv("GIT_INDEX_FILE", "no/index")
    repository.write("homs/en.txt", text="new")
    assert touched(repository) == ["homs"]


@pytest.mark.parametrize(
    ("since", "message"),
    [
        pytest.param("absent", "no revision 'absent'.*check the spelling", id="unknown"),
        pytest.param("0" * 40, "no revision '0000", id="a new branch, as GitHub says it"),
        pytest.param("", "'' is no revision", id="a variable that is not set"),
        pytest.param("--output=x", "'--output=x' is no revision", id="an option"),
        pytest.param("HEAD:README.md", "no revision", id="a file"),
        pytest.param("main...HEAD", "no revision", id="a range"),
        pytest.param("unrelated", "have no commit in common", id="another history"),
    ],
)
def test_a_revision_that_is_none(repository: Repository, since: str, message: str) -> None:
    repository.git("checkout", "--quiet", "--orphan", "unrelated")
    repository.commit("another story")
    repository.git("checkout", "--quiet", "main")
    with pytest.raises(UsageError, match=message):
        touched(repository, since=since)


def test_a_shallow_clone_says_how_to_get_the_rest(repository: Repository, tmp_path: Path) -> None:
    base = repository.commit()
    repository.commit()
    url = repository.folder.as_uri()
    repository.git("clone", "--quiet", "--depth=1", url, str(tmp_path / "shallow"))
    with pytest.raises(UsageError, match=r"shallow.*fetch --unshallow.*fetch-depth: 0"):
        discover([tmp_path / "shallow"], Search(changed_since=base))


def test_a_folder_in_no_repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    for language in ("uk", "en"):
        (tmp_path / f"{language}.txt").touch()
    with pytest.raises(UsageError, match="is in no git repository"):
        discover([tmp_path], Search(changed_since="HEAD"))


def test_a_repository_without_a_commit(tmp_path: Path) -> None:
    repository = Repository(tmp_path / "site")
    repository.write(*FILES)
    with pytest.raises(UsageError, match="no revision 'HEAD'"):
        touched(repository)


def test_without_git(repository: Repository, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(repository.folder))
    with pytest.raises(UsageError, match=r"no git.*install git"):
        touched(repository)


def test_what_git_complains_of_is_passed_on(repository: Repository) -> None:
    (repository.folder / ".git/config").write_text("[core\n", encoding="utf-8")
    with pytest.raises(UsageError, match="bad config"):
        touched(repository)


def test_asking_leaves_the_repository_alone(repository: Repository) -> None:
    repository.write("homs/en.txt", text="new")
    index = repository.folder / ".git/index"
    before = index.read_bytes()
    (repository.folder / ".git/index.lock").touch()
    assert touched(repository) == ["homs"]
    assert index.read_bytes() == before
