"""The examples of CONTRIBUTING.md, each put into a copy of the package as one new file."""

from __future__ import annotations

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
    assert folders == {"checks", "languages", "reporters", "embedding"}


def test_a_check(copy: Path) -> None:
    add(copy, "transcheck/checks/question.py")
    assert "A headline that asks" in run(copy, "-m", "transcheck", "explain", "PAR901")
    report = json.loads(run(copy, "-m", "transcheck", "diff", *editions(copy), "-f", "json"))
    messages = [f["message"] for f in report["articles"][0]["findings"] if f["code"] == "PAR901"]
    assert messages == ["uk asks what en states"]


def test_a_format(copy: Path) -> None:
    add(copy, "transcheck/checks/question.py")
    add(copy, "transcheck/reporters/lines.py")
    out = run(copy, "-m", "transcheck", "diff", *editions(copy), "-f", "lines")
    assert "uk.txt:1:1: PAR901 uk asks what en states\n" in out


def test_an_encoder(copy: Path) -> None:
    add(copy, "transcheck/embedding/trigrams.py")
    options = ("--encoder", "trigrams", "-f", "json")
    report = json.loads(run(copy, "-m", "transcheck", "diff", *editions(copy), *options))
    assert report["signature"].startswith("encoder=trigrams|")


def test_a_language(copy: Path) -> None:
    add(copy, "transcheck/languages/pl.py")
    shutil.copytree(copy / "transcheck/languages/data/en", copy / "transcheck/languages/data/pl")
    program = "from transcheck.languages import named; print(named('pol').endonym)"
    assert run(copy, "-c", program) == "polski\n"
