"""Nothing that is read is ever written over, and nothing outside of the folder is read."""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from tests.repositories import Repository
from tests.stand_ins import Result, Run
from transcheck.cli import main

ROOT = Path(__file__).parents[2]
CODES = ("uk", "en", "ru")
EDITIONS = ("stories/homs/uk.txt", "stories/homs/en.txt", "stories/homs/ru.txt")


@pytest.fixture
def run(capfd: pytest.CaptureFixture[str]) -> Run:
    """Run the whole command line in this process."""

    def run(*arguments: str | Path) -> Result:
        code = main([str(argument) for argument in arguments])
        out, err = capfd.readouterr()
        return Result(code, out, err)

    return run


@pytest.fixture(autouse=True)
def newsroom(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Make a story in three languages the contents of the working folder."""
    monkeypatch.delenv("CI", raising=False)
    folder = tmp_path / "newsroom"
    shutil.copytree(ROOT / "fixtures/articles/homs", folder / "stories/homs")
    monkeypatch.chdir(folder)
    (folder / "pairs.jsonl").write_text(
        json.dumps({"article": "homs", "editions": dict(zip(CODES, EDITIONS, strict=True))}),
        encoding="utf-8",
    )
    (folder / "glossary.csv").write_text("uk;en\nХомс;Homs\n", encoding="utf-8")
    (folder / "transcheck.toml").write_text('glossary = ["glossary.csv"]\n', encoding="utf-8")
    (folder / "link.txt").symlink_to("stories/homs/ru.txt")
    os.link(folder / "stories/homs/ru.txt", folder / "hard.txt")
    return folder


def contents(folder: Path) -> Mapping[Path, bytes]:
    return {path: path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}


@pytest.mark.parametrize(
    "arguments",
    [
        pytest.param(("diff", *EDITIONS, "-o", EDITIONS[2]), id="an edition of diff"),
        pytest.param(("diff", *EDITIONS, "-o", "stories/../" + EDITIONS[2]), id="by another path"),
        pytest.param(("diff", *EDITIONS, "-o", "link.txt"), id="through a link"),
        pytest.param(("diff", *EDITIONS, "-o", "hard.txt"), id="through a hard link"),
        pytest.param(("diff", *EDITIONS, "--output", f"json={EDITIONS[0]}"), id="one of several"),
        pytest.param(("gate", "stories", "-o", EDITIONS[2]), id="an edition that gate finds"),
        pytest.param(("gate", EDITIONS[0], "-o", EDITIONS[1]), id="beside the one that is named"),
        pytest.param(("gate", "pairs.jsonl", "--output", "json=pairs.jsonl"), id="a manifest"),
        pytest.param(("gate", "pairs.jsonl", "-o", EDITIONS[2]), id="an edition of a manifest"),
        pytest.param(("gate", "stories", "--output", "csv=glossary.csv"), id="the glossary"),
        pytest.param(("gate", "stories", "--output", "json=transcheck.toml"), id="configuration"),
        pytest.param(("gate", "stories", "-o", "stories"), id="the folder"),
        pytest.param(("report", "stories", "--output", f"html={EDITIONS[0]}"), id="report"),
        pytest.param(("pair", "stories", "-f", "terminal", "-o", EDITIONS[2]), id="pair"),
        pytest.param(("pair", "stories", "-o", "link.txt"), id="pair, through a link"),
        pytest.param(("baseline", "update", "stories", "--baseline", EDITIONS[0]), id="baseline"),
        pytest.param(
            ("baseline", "update", "stories", "--baseline", "hard.txt"), id="baseline, by a link"
        ),
        pytest.param(("gate", "stories", "-f", "json", "-o", "a.html"), id="a page that is JSON"),
        pytest.param(("gate", "stories", "-f", "html", "-o", "a.json"), id="JSON that is a page"),
        pytest.param(("gate", "stories", "-f", "json", "-o", "a.md"), id="Markdown that is JSON"),
        pytest.param(("gate", "stories", "--output", "xlsx=a.txt"), id="text that is a workbook"),
        pytest.param(("pair", "stories", "-f", "csv", "-o", "a.jsonl"), id="a manifest as table"),
        pytest.param(("pair", "stories", "-o", "a.html"), id="pair, a page"),
    ],
)
def test_an_output_that_would_do_harm_is_refused_before_anything_is_read(
    run: Run, newsroom: Path, arguments: tuple[str, ...]
) -> None:
    before = contents(newsroom)
    result = run(*arguments)
    assert (result.code, result.out) == (2, "")
    assert arguments[-1].rpartition("=")[2] in result.err
    assert "transcheck: error: " in result.err
    assert contents(newsroom) == before


def test_reports_beside_the_editions_are_written_and_not_read_again(run: Run) -> None:
    for name in ("stories/report.html", "stories/homs/findings.md", "stories/out.txt"):
        assert run("gate", "stories", "-q", "-o", name).code == 0
    result = run("gate", "stories", "-f", "json")
    assert [a["article"] for a in json.loads(result.out)["articles"]] == ["homs"]
    assert "left out, reports of transcheck: " in result.err


@pytest.fixture
def secret(tmp_path: Path) -> Path:
    """Return a text outside of the newsroom."""
    path = tmp_path / "secret/en.txt"
    path.parent.mkdir()
    path.write_text("The secret budget is 12,345 hryvnias.\n" * 5, encoding="utf-8")
    return path


def by_link(secret: Path) -> tuple[str, ...]:
    Path(EDITIONS[1]).unlink()
    Path(EDITIONS[1]).symlink_to(secret)
    return ("gate", "stories")


def by_folder(secret: Path) -> tuple[str, ...]:
    Path("stories/kyiv").symlink_to(secret.parent, target_is_directory=True)
    return ("gate", "stories")


def by_dots(_secret: Path) -> tuple[str, ...]:
    line = {"article": "a", "editions": {"uk": EDITIONS[0], "en": "../secret/en.txt"}}
    Path("pairs.jsonl").write_text(json.dumps(line), encoding="utf-8")
    return ("gate", "pairs.jsonl")


def by_manifest(secret: Path) -> tuple[str, ...]:
    line = {"article": "a", "editions": {"uk": EDITIONS[0], "en": str(secret)}}
    Path("pairs.jsonl").write_text(json.dumps(line), encoding="utf-8")
    return ("gate", "pairs.jsonl")


def by_name(secret: Path) -> tuple[str, ...]:
    return ("diff", EDITIONS[0], os.path.relpath(secret))


def by_glossary(secret: Path) -> tuple[str, ...]:
    text = secret.read_text(encoding="utf-8")
    secret.write_text(f"uk;en\nа;б\n# {text}", encoding="utf-8")
    Path("transcheck.toml").write_text('glossary = ["../secret/en.txt"]\n', encoding="utf-8")
    return ("gate", "stories")


def by_output(secret: Path) -> tuple[str, ...]:
    Path("transcheck.toml").write_text(f'output = ["terminal={secret}"]\n', encoding="utf-8")
    return ("gate", "stories")


@pytest.mark.parametrize(
    "way", [by_link, by_folder, by_dots, by_manifest, by_name, by_glossary, by_output]
)
def test_what_is_outside_of_the_folder_is_not_read(
    run: Run, secret: Path, way: Callable[[Path], tuple[str, ...]]
) -> None:
    arguments = way(secret)
    before = secret.read_bytes()
    result = run(*arguments, "--inside", ".", "--no-progress")
    assert result.code in (2, 3)
    assert "12,345" not in result.out + result.err
    assert "outside of ." in " ".join((result.out + result.err).split())
    assert secret.read_bytes() == before


def test_in_ci_the_repository_is_the_folder(
    run: Run, secret: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    arguments = by_link(secret)
    Repository(Path.cwd())
    assert "12,345" in run(*arguments, "-f", "json", "-q").out
    monkeypatch.setenv("CI", "true")
    refused = run(*arguments, "-q")
    assert (refused.code, "12,345" in refused.out) == (3, False)
    assert "12,345" in run(*arguments, "-f", "json", "-q", "--inside", "/").out
    assert run("gate", secret.parent, "-q").code == 0, "who names it wants it"


@pytest.mark.parametrize(
    ("word", "hint"),
    [
        pytest.param("-", "transcheck diff takes standard input", id="standard input"),
        pytest.param("/dev/stdin", "transcheck diff takes standard input", id="a device"),
        pytest.param("pipe", "transcheck diff takes standard input", id="a pipe"),
        pytest.param("https://a.example/uk/", "the addresses of pages", id="an address"),
    ],
)
def test_gate_says_that_it_takes_no_streams(run: Run, word: str, hint: str) -> None:
    os.mkfifo("pipe")
    if word == "/dev/stdin" and not (Path(word).is_fifo() or Path(word).is_char_device()):
        pytest.skip("standard input is a file here")
    result = run("gate", word)
    assert result.code == 2
    assert hint in result.err


@pytest.mark.parametrize(
    ("comment", "said"),
    [
        pytest.param("transcheck: ignore NUN001 x", "NUN001 is to be ignored, and no check is",
                     id="a code that is none"),
        pytest.param("transcheck: ignor NUM001", "a request that nobody understands",
                     id="misspelt"),
        pytest.param("transcheck: ignore", "a request that nobody understands", id="no code"),
        pytest.param("transcheck: ignore NUM001 x", "there is nothing to ignore", id="useless"),
    ],
)  # fmt: skip
def test_a_comment_that_does_nothing_is_told(run: Run, comment: str, said: str) -> None:
    text = Path(EDITIONS[0]).read_text(encoding="utf-8")
    Path(EDITIONS[0]).unlink()
    Path("stories/homs/uk.md").write_text(f"{text}\n\n<!-- {comment} -->\n", encoding="utf-8")
    result = run("gate", "stories")
    assert result.code == 0
    assert said in " ".join(result.out.split())
    assert "stories/homs/uk.md:" in result.out


@pytest.mark.parametrize("command", ["gate", "baseline", "pair", "init"])
def test_why_a_file_cannot_be_written_is_told_of_that_file(
    run: Run, monkeypatch: pytest.MonkeyPatch, command: str
) -> None:
    def full(**_: object) -> tuple[int, str]:
        raise OSError(28, "No space left on device", ".transcheck-x1y2")

    monkeypatch.setattr("tempfile.mkstemp", full)
    arguments = {
        "gate": ("gate", "stories", "-o", "out.json"),
        "baseline": ("baseline", "update", "stories"),
        "pair": ("pair", "stories", "-o", "out.json"),
        "init": ("init", "--force"),
    }[command]
    result = run(*arguments)
    assert result.code == 3
    assert "No space left on device" in result.err
    assert ".transcheck-" not in result.err
    assert {"baseline": "transcheck-baseline.json", "init": "transcheck.toml"}.get(
        command, "out.json"
    ) in result.err
