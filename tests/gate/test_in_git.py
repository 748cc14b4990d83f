"""The gate as a newsroom runs it: the real command, real articles, real repositories."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.repositories import Repository
from tests.stand_ins import Run

ROOT = Path(__file__).parents[2]
COURT = Path("stories/court/en.txt")
RIGHT, WRONG, OTHER = "52-year-old", "57-year-old", "58-year-old"
"""What the English edition says of a man's age; the others say 52."""
LANGUAGES = ("uk", "en", "ru")
NEW = {
    "uk": "Засідання суду тривало весь день і транслювалося в інтернеті.",
    "en": "The court session lasted all day and was broadcast online.",
    "ru": "Заседание суда длилось весь день и транслировалось в интернете.",
}
GATE = ("gate", "stories", "--no-progress")
BASELINE = "transcheck-baseline.json"


def edit(path: Path, before: str, after: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert before in text
    path.write_text(text.replace(before, after), encoding="utf-8")


def plant(article: str = "court") -> None:
    """Put a contradiction into an article: an age of a man, the last mention of a town."""
    path = Path("stories", article, "en.txt")
    right, wrong = {"court": (RIGHT, WRONG), "homs": ("Rastan", "Rustan")}[article]
    before, found, after = path.read_text(encoding="utf-8").rpartition(right)
    assert found
    path.write_text(f"{before}{wrong}{after}", encoding="utf-8")


def line_of(path: Path, words: str) -> int:
    return next(
        n for n, line in enumerate(path.read_text("utf-8").splitlines(), 1) if words in line
    )


def report(run: Run, *options: str) -> dict[str, Any]:
    document: dict[str, Any] = json.loads(run(*GATE, "-q", "-f", "json", *options).out)
    return document


def names(document: dict[str, Any]) -> list[str]:
    return [article["article"] for article in document["articles"]]


def findings(document: dict[str, Any]) -> dict[str, list[str]]:
    """Return the codes of what is reported and not accepted, by article."""
    return {
        article["article"]: [f["code"] for f in article["findings"] if not f["suppressed"]]
        for article in document["articles"]
    }


@pytest.mark.usefixtures("newsroom")
def test_a_clean_tree_passes(run: Run) -> None:
    result = run(*GATE)
    assert result.code == 0
    assert "3 articles, 3 checked: no divergences" in result.out


@pytest.mark.usefixtures("newsroom")
def test_a_planted_error_fails_with_the_right_line() -> None:
    plant()
    done = subprocess.run(
        [sys.executable, "-m", "transcheck", *GATE, "-f", "github"],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 1
    (error,) = (line for line in done.stdout.splitlines() if line.startswith("::error "))
    assert f"file={COURT},line={line_of(COURT, WRONG)}," in error
    assert "NUM001" in error


def test_an_accepted_error_lives_through_the_history_of_its_article(
    run: Run, newsroom: Repository
) -> None:
    plant()
    newsroom.commit("an error")
    assert run("baseline", "update", "stories", "--reason", "as the court has it", "-q").code == 0
    newsroom.commit("accepted")
    assert run(*GATE).code == 0, "accepted"

    line = line_of(COURT, WRONG)
    for language in LANGUAGES:
        path = Path(f"stories/court/{language}.txt")
        headline, _, rest = path.read_text(encoding="utf-8").partition("\n")
        path.write_text(f"{headline}\n\n{NEW[language]}\n{rest}", encoding="utf-8")
    newsroom.commit("a paragraph above it")
    assert line_of(COURT, WRONG) > line
    result = run(*GATE, "--changed-since", "HEAD~1")
    assert result.code == 0, "still accepted"
    assert "stale" not in result.err

    edit(COURT, WRONG, OTHER)
    newsroom.commit("another age")
    result = run(*GATE, "--changed-since", "HEAD~1")
    assert result.code == 1, "what changed is not what was accepted"
    assert OTHER in result.out
    assert f"stale in {BASELINE}" in result.err
    assert WRONG in result.err

    edit(COURT, OTHER, RIGHT)
    newsroom.commit("corrected")
    result = run(*GATE)
    assert result.code == 0
    assert f"stale in {BASELINE}" in result.err
    assert run("baseline", "prune", "stories", "-q").code == 0
    assert run(*GATE).err == ""


def test_an_error_accepted_in_the_source_stays_so_after_edits_above_it(
    run: Run, newsroom: Repository
) -> None:
    shutil.rmtree("stories")
    shutil.copytree(ROOT / "fixtures/articles/court-md", "stories/court")
    path = COURT.with_suffix(".md")
    edit(path, RIGHT, WRONG)
    assert run(*GATE, "-q").code == 1
    text = path.read_text(encoding="utf-8")
    start = text.rindex("\n\n", 0, text.index(WRONG)) + 2
    comment = "<!-- transcheck: ignore NUM001 the court gave his age so -->\n\n"
    path.write_text(f"{text[:start]}{comment}{text[start:]}", encoding="utf-8")
    newsroom.commit("accepted")
    assert run(*GATE, "-q").code == 0
    for language in LANGUAGES:
        edition = Path(f"stories/court/{language}.md")
        edit(edition, "]\n---\n", f"]\n---\n\n{NEW[language]}\n")
    assert run(*GATE, "-q", "--changed-since", "HEAD").code == 0
    assert findings(report(run)) == {"court": []}


def test_only_what_changed_is_checked_and_nobody_answers_for_others(
    run: Run, newsroom: Repository
) -> None:
    plant("court")
    newsroom.commit("an error of somebody else")
    newsroom.git("checkout", "--quiet", "-b", "story")
    plant("homs")
    newsroom.commit("ours")
    newsroom.git("checkout", "--quiet", "main")
    edit(Path("stories/sport/en.txt"), "\n", "\n\n")
    newsroom.commit("somebody works on main meanwhile")
    newsroom.git("checkout", "--quiet", "story")

    assert findings(report(run)) == {"court": ["NUM001"], "homs": ["NAM001"], "sport": []}
    assert findings(report(run, "--changed-since", "main")) == {"homs": ["NAM001"]}
    result = run(*GATE, "--changed-since", "main")
    assert "1 of 3 articles changed since main" in result.err
    assert result.code == 1


@pytest.mark.usefixtures("newsroom")
@pytest.mark.parametrize(
    "format_", ["terminal", "json", "sarif", "junit", "github", "gitlab", "markdown", "rdjson"]
)
def test_where_no_article_changed_every_report_is_there_and_says_so(run: Run, format_: str) -> None:
    plant("court")
    subprocess.run(["git", "commit", "--all", "--quiet", "-m", "an error"], check=True)
    result = run(*GATE, "--changed-since", "HEAD", "-f", format_, "-o", "out")
    assert result.code == 0
    assert "none of 3 articles changed since HEAD: nothing to check" in result.err
    assert Path("out").stat().st_size > 0
    assert run(*GATE, "--changed-since", "HEAD", "-q", "-o", "out").err == ""


@pytest.mark.usefixtures("newsroom")
def test_a_broken_article_gives_3_and_hides_no_other(run: Run) -> None:
    plant("court")
    Path("stories/homs/en.txt").write_bytes(b"\x00\x01\x02")
    Path("stories/homs/ru.txt").unlink()
    for options in ((), ("--changed-since", "HEAD")):
        document = report(run, *options)
        assert findings(document)["court"] == ["NUM001"]
        (broken,) = (a for a in document["articles"] if a["article"] == "homs")
        assert "stories/homs/en.txt" in broken["skipped"][0]["reason"]
        assert run(*GATE, "-q", *options).code == 3


@pytest.mark.usefixtures("newsroom")
def test_an_edition_that_was_deleted(run: Run) -> None:
    Path("stories/homs/ru.txt").unlink()
    assert names(report(run, "--changed-since", "HEAD")) == ["homs"]
    assert run(*GATE, "--changed-since", "HEAD").code == 0, "two editions that agree are left"
    result = run(*GATE, "--changed-since", "HEAD", "--require", "uk,en", "--require", "ru")
    assert result.code == 1
    assert "there is no ru edition: stories/homs/ru.txt" in result.out
    Path("stories/homs/en.txt").unlink()
    result = run(*GATE, "--changed-since", "HEAD")
    assert result.code == 0
    assert "homs: only uk" in result.out
    assert "1 article, none checked, 1 waiting for translations\n" in result.out


@pytest.mark.usefixtures("newsroom")
def test_a_missing_edition_does_not_hide_what_the_others_say(run: Run) -> None:
    plant("court")
    Path("stories/court/ru.txt").unlink()
    document = report(run, "--require", "uk,en,ru")
    (court,) = (a for a in document["articles"] if a["article"] == "court")
    assert "NUM001" in [f["code"] for f in court["findings"]]
    (missing,) = (f for f in court["findings"] if f["code"] == "MIS002")
    assert missing["message"] == "there is no ru edition: stories/court/ru.txt"
    assert court["skipped"] == []
    assert court["waiting"] == [
        {"language": "ru", "what": "stories/court/ru.txt", "reason": "absent"}
    ]
    assert document["summary"]["checked"] == 3


def test_the_configuration_is_heeded_from_any_folder_and_overruled(
    run: Run, newsroom: Repository, monkeypatch: pytest.MonkeyPatch
) -> None:
    for language in LANGUAGES:
        text = Path(f"stories/court/{language}.txt").read_text(encoding="utf-8")
        newsroom.write(f"site/{language}/court/index.md", f"old/{language}/a/index.md", text=text)
    newsroom.write("old/uk/b/index.md")
    Path("transcheck.toml").write_text(
        'patterns = ["*/{language}/{article}/index.md"]\n'
        'exclude = ["/old"]\nrequire = ["uk", "en", "ru"]\n',
        encoding="utf-8",
    )
    Path("site/ru/court/index.md").unlink()
    for folder, path in ((".", "."), ("site/en", ".."), ("site/uk", "court/index.md")):
        monkeypatch.chdir(newsroom.folder / folder)
        result = run("gate", path, "-f", "json", "-q")
        assert result.code == 1
        (article,) = json.loads(result.out)["articles"]
        assert article["article"] == "court"
        assert [e["language"] for e in article["editions"]] == ["uk", "en"]
        assert [f["message"].partition(":")[0] for f in article["findings"]] == [
            "there is no ru edition"
        ]
        assert run("gate", path, "-q", "--require", "uk,en").code == 0
    monkeypatch.chdir(newsroom.folder)
    over = ("gate", ".", "-q", "-f", "json", "--require", "", "--exclude", "old/*/b")
    assert names(json.loads(run(*over, "--exclude", "site").out)) == ["a"]


@pytest.mark.usefixtures("newsroom")
def test_the_path_of_an_edition_is_taken_at_its_word(run: Run) -> None:
    for language, text in (("uk", "uk"), ("en", "en"), ("ru", "uk")):
        source = Path(f"stories/court/{text}.txt").read_text(encoding="utf-8")
        path = Path(f"site/{language}/2024/court.txt")
        path.parent.mkdir(parents=True)
        path.write_text(source, encoding="utf-8")
    editions = [f"site/{language}/2024/court.txt" for language in LANGUAGES]
    result = run("diff", *editions, "--no-progress")
    assert result.code == 3
    said = " ".join(result.out.split())
    assert "court was compared without its ru edition" in said
    assert "is named as Russian (ru), but its text is Ukrainian (uk)" in said
    result = run("gate", "site", "--no-progress")
    assert result.code == 0, "it is a copy that nobody has translated yet"
    assert "site/ru/2024/court.txt is not translated yet" in " ".join(result.out.split())


@pytest.mark.usefixtures("newsroom")
def test_every_command_over_folders_takes_what_changed(run: Run) -> None:
    plant("court")
    subprocess.run(["git", "commit", "--all", "--quiet", "-m", "an error"], check=True)
    plant("homs")
    since = ("--changed-since", "HEAD", "-q")
    assert run("report", "stories", "-o", "page.html", *since).code == 1
    page = Path("page.html").read_text(encoding="utf-8")
    assert "Rustan" in page
    assert WRONG not in page
    run("baseline", "update", "stories", *since)
    entries = json.loads(Path(BASELINE).read_bytes())["entries"]
    assert [entry["article"] for entry in entries] == ["homs"]


@pytest.mark.usefixtures("newsroom")
@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        pytest.param((*GATE, "--changed-since", "v1"), "no revision 'v1'", id="revision"),
        pytest.param((*GATE, "--require", "de"), "no language named 'de'", id="language"),
        pytest.param((*GATE, "--pattern", "{lang}"), "'{lang}' in it", id="pattern"),
        pytest.param((*GATE, "--exclude", "!"), "'!' is no glob", id="glob"),
        pytest.param(("gate", "empty"), "no article found under empty", id="no article"),
        pytest.param(
            ("gate", "empty", "--changed-since", "HEAD"), "no article found", id="nor a change"
        ),
    ],
)
def test_wrong_usage_gives_2_and_a_message(
    run: Run, arguments: tuple[str, ...], message: str
) -> None:
    Path("empty").mkdir()
    result = run(*arguments)
    assert (result.code, result.out) == (2, "")
    assert message in result.err
    assert "Traceback" not in result.err


def test_outside_of_a_repository_it_gives_2(run: Run, newsroom: Repository) -> None:
    shutil.rmtree(newsroom.folder / ".git")
    result = run(*GATE, "--changed-since", "HEAD")
    assert (result.code, result.out) == (2, "")
    assert "stories is in no git repository" in result.err


@pytest.mark.usefixtures("newsroom")
def test_finding_nothing_may_be_allowed(run: Run) -> None:
    Path("empty").mkdir()
    Path("README.md").touch()
    result = run("gate", "empty", "README.md", "--allow-empty", "--no-progress")
    assert result.code == 0
    assert "no article found under empty, README.md" in result.err
    assert run("gate", "empty", "--allow-empty", "-q").err == ""


@pytest.mark.usefixtures("newsroom")
def test_files_that_were_named_and_are_left_out_are_told(run: Run) -> None:
    Path("README.md").touch()
    files = ("stories/court/uk.txt", "stories/homs/en.txt", "README.md")
    result = run("gate", *files, "--exclude", "court", "--no-progress", "-f", "json")
    assert result.code == 0
    assert names(json.loads(result.out)) == ["homs"]
    assert "left out by the globs of this run: stories/court/uk.txt\n" in result.err
    assert "left out, no language in the name: README.md; transcheck init looks for" in result.err
