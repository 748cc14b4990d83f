"""The examples of CONTRIBUTING.md, each put into a copy of the package as one new file."""

from __future__ import annotations

import gzip
import json
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

import transcheck

PACKAGE = Path(transcheck.__file__).parent
EXAMPLES = dict(
    re.findall(
        r"```python\n# (transcheck/\S+)\n(.*?)```",
        (PACKAGE.parent / "CONTRIBUTING.md").read_text(encoding="utf-8"),
        re.DOTALL,
    )
)


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    shutil.copytree(PACKAGE, tmp_path / "transcheck", ignore=shutil.ignore_patterns("__pycache__"))
    return tmp_path


def add(copy: Path, name: str) -> None:
    path = copy / name
    assert path.parent.is_dir()
    assert not path.exists()
    path.write_text(EXAMPLES[name], encoding="utf-8")


def run(copy: Path, *arguments: str) -> str:
    result = subprocess.run(
        [sys.executable, *arguments], cwd=copy, capture_output=True, check=False, timeout=300
    )
    assert result.returncode in {0, 1}, result.stderr.decode()
    assert b"Traceback" not in result.stderr
    return result.stdout.decode()


def editions(copy: Path) -> tuple[str, str]:
    texts = {
        "uk.txt": "Чи подав мер у відставку?\n\nУ місті відкрили міст через річку.\n",
        "en.txt": "The mayor has resigned.\n\nA bridge over the river was opened in the city.\n",
    }
    for name, text in texts.items():
        (copy / name).write_text(text, encoding="utf-8")
    return "uk.txt", "en.txt"


def test_every_kind_of_thing_has_an_example() -> None:
    folders = {name.split("/")[1] for name in EXAMPLES}
    assert folders == {"checks", "languages", "reporters", "loading", "embedding"}


def test_a_check(copy: Path) -> None:
    add(copy, "transcheck/checks/question.py")
    assert "A headline that asks" in run(copy, "-m", "transcheck", "explain", "PAR901")
    report = json.loads(run(copy, "-m", "transcheck", "diff", *editions(copy), "-f", "json"))
    messages = [f["message"] for f in report["articles"][0]["findings"] if f["code"] == "PAR901"]
    assert messages == ["uk asks what en states"]


def headed(copy: Path, *headlines: str) -> dict[str, list[str]]:
    """Compare two editions under these headlines; return the messages by code."""
    for name, top in zip(editions(copy), headlines, strict=True):
        text = (copy / name).read_text(encoding="utf-8").partition("\n\n")[2]
        (copy / name).write_text(f"{top}\n\n{text}", encoding="utf-8")
    report = json.loads(run(copy, "-m", "transcheck", "diff", "uk.txt", "en.txt", "-f", "json"))
    found: dict[str, list[str]] = {}
    for finding in report["articles"][0]["findings"]:
        found.setdefault(finding["code"], []).append(finding["message"])
    return found


def test_a_family_of_checks_that_needs_vectors(copy: Path) -> None:
    add(copy, "transcheck/checks/promises.py")
    listed = run(copy, "-m", "transcheck", "explain", "TOP")
    assert "promised another story" in listed
    assert "left from another story" in listed
    found = headed(copy, "Новий міст через річку", "The mayor has resigned")
    assert found["TOP901"] == ["uk and en have headlines of different things"]
    assert found["TOP902"] == ["the text of en does not tell what its headline promises"]
    found = headed(copy, "Новий міст через річку", "A new bridge over the river")
    assert not {"TOP901", "TOP902"} & set(found)


def test_a_format(copy: Path) -> None:
    add(copy, "transcheck/checks/question.py")
    add(copy, "transcheck/reporters/lines.py")
    out = run(copy, "-m", "transcheck", "diff", *editions(copy), "-f", "lines")
    assert "uk.txt:1:1: PAR901 uk asks what en states\n" in out


def test_a_binary_way_to_write_editions(copy: Path) -> None:
    add(copy, "transcheck/checks/question.py")
    add(copy, "transcheck/loading/packed.py")
    packed = [name.replace(".txt", ".gz") for name in editions(copy)]
    for name in packed:
        text = (copy / name.replace(".gz", ".txt")).read_bytes()
        (copy / name).write_bytes(gzip.compress(text, mtime=0))
    report = json.loads(run(copy, "-m", "transcheck", "diff", *packed, "-f", "json"))
    messages = [f["message"] for f in report["articles"][0]["findings"] if f["code"] == "PAR901"]
    assert messages == ["uk asks what en states"]


def test_a_damaged_binary_file_is_named_with_what_to_do(copy: Path) -> None:
    add(copy, "transcheck/loading/packed.py")
    (copy / "uk.gz").write_bytes(b"no gzip")
    editions(copy)
    command = [sys.executable, "-m", "transcheck", "diff", "uk.gz", "en.txt"]
    done = subprocess.run(command, cwd=copy, capture_output=True, check=False)
    assert done.returncode == 3
    assert b"uk.gz" in done.stdout
    assert b"pack it again" in done.stdout
    assert b"Traceback" not in done.stderr


def test_an_encoder(copy: Path) -> None:
    add(copy, "transcheck/embedding/trigrams.py")
    options = ("--encoder", "trigrams", "-f", "json")
    report = json.loads(run(copy, "-m", "transcheck", "diff", *editions(copy), *options))
    assert report["signature"].startswith("encoder=trigrams|")


POLISH = Path(__file__).parent / "data" / "polish"
PLANTED = {
    "250": "270",
    "15 marca": "16 marca",
    "dwa tysiące": "trzy tysiące",
    "Jan Kowalski": "Jan Nowak",
}


@pytest.fixture
def polish(copy: Path) -> Path:
    """A copy with Polish as fourth language: the example's file, and words of its own."""
    add(copy, "transcheck/languages/pl.py")
    data = copy / "transcheck/languages/data"
    (data / "pl").mkdir()
    for table in (data / "en").iterdir():
        if table.suffix in {".tsv", ".txt"}:  # the pages stay without Polish
            (data / "pl" / table.name).touch()
    for table in POLISH.glob("*.t*"):
        shutil.copy(table, data / "pl")
    shutil.copytree(POLISH / "story", copy / "story")
    return copy


def found(copy: Path) -> list[tuple[str, list[str], str]]:
    """Compare three editions of the story."""
    files = [f"story/{language}.txt" for language in ("uk", "pl", "en")]
    report = json.loads(run(copy, "-m", "transcheck", "diff", *files, "-f", "json"))
    (article,) = report["articles"]
    assert not article["skipped"]
    assert len(article["alignment"]) == 7
    assert all(len(segments) == 1 for bead in article["alignment"]
               for language, segments in bead.items() if language != "score")  # fmt: skip
    return [
        (finding["code"], finding["suspects"], place["text"])
        for finding in article["findings"]
        for place in finding["occurrences"]
        if place["language"] == "pl"
    ]


def test_a_polish_edition_agrees_with_the_others(polish: Path) -> None:
    assert found(polish) == []


def test_what_is_wrong_in_a_polish_edition_is_found(polish: Path) -> None:
    story = polish / "story" / "pl.txt"
    text = story.read_text(encoding="utf-8")
    for right, wrong in PLANTED.items():
        assert right in text
        text = text.replace(right, wrong)
    story.write_text(text, encoding="utf-8")
    assert found(polish) == [
        ("DAT001", ["pl"], "16 marca 2021 roku"),
        ("NUM001", ["pl"], "270 milionów hrywien"),
        ("NUM001", ["pl"], "trzy tysiące"),
        ("NAM002", ["pl"], "Nowak"),
    ]


def test_a_language(copy: Path) -> None:
    add(copy, "transcheck/languages/pl.py")
    shutil.copytree(copy / "transcheck/languages/data/en", copy / "transcheck/languages/data/pl")
    program = "from transcheck.languages import named; print(named('pol').endonym)"
    assert run(copy, "-c", program) == "polski\n"
