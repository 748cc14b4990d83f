"""The commands of README and CONTRIBUTING, pasted into a terminal in one fresh folder.

Every block of a shell and every command in the text is run, or `ELSEWHERE` says why it cannot be.
"""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

import docx
import odfdo
import pytest

from tests.desks import serving as desk_serving
from tests.repositories import ISOLATED, Repository
from tests.sites import Answer, Site, page, serving
from transcheck import configuration
from transcheck.accepting.glossary import read as read_glossary
from transcheck.cli import main
from transcheck.serving import Options

ROOT = Path(__file__).parents[1]
TEXTS = {
    name: (ROOT / name).read_text(encoding="utf-8") for name in ("README.md", "CONTRIBUTING.md")
}
ARTICLES = ROOT / "fixtures/articles"
LANGUAGES = ("uk", "en", "ru")
INSTALLS = "installs from an index, over the network; .ci/run does it"
ELSEWHERE = {
    r"(\.venv/bin/)?(pip|python3? -m venv)\b": INSTALLS,
    r"apt-get ": INSTALLS,
    r"\.ci/": "runs these tests",
    r"\.venv/bin/(python -m pytest|ruff|mypy|lint-imports)": ".ci/run does it, with these tests",
    r"pandoc ": "needs a program of others; behind the pipe is what tests/sources pipes",
    r"dask ": "needs hosts; tests/auditing/test_cluster.py has them",
    r"python (-m )?(benchmarks|training)": "measures for minutes",
    r"transcheck serve": "serves until it is stopped; tests/serving does it",
    r"transcheck (fix --write|trace uk\.txt en\.txt ru\.txt --find WORD)$": "is named, not shown",
}
"""How commands begin that are not run here, and why."""
MENTIONED = re.compile(r"transcheck(?: [a-z]+)*$|.* (?:EDITION|FOLDER|SOURCE|SHELL|\[CODE\])")
"""A command without its arguments, or with words for them; `--help` must know it."""
WHOLE = frozenset({"transcheck init", "transcheck baseline show", "transcheck cache show",
                   "transcheck cache clear"})  # fmt: skip
"""Commands that need no argument."""


def blocks(text: str, *kinds: str) -> list[str]:
    return [
        body
        for kind, body in re.findall(r"^```(\w*)\n(.*?)^```", text, re.MULTILINE | re.DOTALL)
        if kind in kinds
    ]


def commands() -> Iterator[str]:
    """Yield every command, each once, in the order in which a reader meets it."""
    found: dict[str, None] = {}
    for text in TEXTS.values():
        for block in blocks(text, "sh"):
            joined = re.sub(r"\\\n", " ", block)
            lines = [joined] if "\n  " in joined else joined.splitlines()
            found |= dict.fromkeys(part for line in lines for part in line.split(" && "))
        for block in blocks(text, "console"):
            found |= dict.fromkeys(re.findall(r"^\$ (.*)", block, re.MULTILINE))
        outside = re.sub(r"^```.*?^```", "", text, flags=re.MULTILINE | re.DOTALL)
        for span in re.findall(r"`([^`]+)`", outside):
            said = " ".join(span.replace("\\|", "|").split())
            if re.match(r"(transcheck|pandoc|dask|curl|eval|pip|apt-get|python3?|\.ci/\w+) ", said):
                found[said] = None
    yield from (re.sub(r"\s*(#.*)?$", "", command) for command in found)


def reason(command: str) -> str:
    return next((why for begin, why in ELSEWHERE.items() if re.match(begin, command)), "")


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a repository with everything that the commands name, and servers beside it."""
    repository = Repository(tmp_path_factory.mktemp("fresh") / "newsroom")
    here = repository.folder
    shutil.copytree(ROOT / "fixtures/divergent", here / "fixtures/divergent")
    for name in ("court", "homs"):
        shutil.copytree(ARTICLES / name, here / "stories" / name)
    texts = {la: (ARTICLES / "homs" / f"{la}.txt").read_text(encoding="utf-8") for la in LANGUAGES}
    paragraphs = {language: text.split("\n\n") for language, text in texts.items()}
    for name in ("uk.txt", "en.txt", "ru.md"):
        (here / name).write_text(texts[name[:2]], encoding="utf-8")
    (here / "en.html").write_text(page("en"), encoding="utf-8")
    word, story = docx.Document(), docx.Document()
    for line in paragraphs["uk"]:
        word.add_paragraph(line)
    for language in LANGUAGES:
        for line in paragraphs[language]:
            story.add_paragraph(line)
    word.save(str(here / "uk.docx"))
    story.save(str(here / "story.docx"))
    office = odfdo.Document("text")
    office.body.clear()
    for line in paragraphs["en"]:
        office.body.append(odfdo.Paragraph(line))
    office.save(here / "en.odt")
    told = {language: {"text": text} for language, text in texts.items()}
    (here / "story.json").write_text(json.dumps({"id": "homs", "editions": told}), "utf-8")
    rows = [{"slug": "homs", "language": la, "body": page(la)} for la in LANGUAGES]
    (here / "export.jsonl").write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
    (here / "export").mkdir()
    for number, language in enumerate(LANGUAGES):
        (here / f"export/{number}.txt").write_text(texts[language], encoding="utf-8")
    repository.commit()
    repository.git("update-ref", "refs/remotes/origin/main", "main")
    changed = here / "stories/court/en.txt"
    changed.write_text(changed.read_text("utf-8").replace("52-year", "57-year"), "utf-8")
    return here


@pytest.fixture(autouse=True)
def _terminal(folder: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    for name, value in ISOLATED.items():
        monkeypatch.setenv(name, value)
    monkeypatch.setenv("TRANSCHECK_CACHE", str(tmp_path))
    monkeypatch.setenv("PATH", f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}")
    monkeypatch.setenv("PYTHONPATH", str(ROOT))
    monkeypatch.chdir(folder)


def words(command: str) -> list[str]:
    """Return the words of a command as a shell has them: quotes, braces and stars resolved."""
    done = subprocess.run(
        ["bash", "-c", f"printf '%s\\n' {command}"], capture_output=True, text=True, check=True
    )
    return done.stdout.splitlines()


@pytest.mark.parametrize("command", [c for c in commands() if not reason(c)])
def test_a_command_works_as_pasted(command: str, capfd: pytest.CaptureFixture[str]) -> None:
    ours = command.removeprefix(".venv/bin/")
    with ExitStack() as stack:
        if "https://news.example" in ours:
            links = "".join(f'<link rel="alternate" hreflang="{la}" href="/{la}/homs">'
                            for la in LANGUAGES)  # fmt: skip
            site: Site = {f"/{la}/homs": Answer(page(la, links)) for la in LANGUAGES}
            root = stack.enter_context(serving(site)).root
            ours = ours.replace("https://news.example", root)
        if "http://127.0.0.1:8400" in ours:
            root = stack.enter_context(desk_serving(Options())).root
            ours = ours.replace("http://127.0.0.1:8400", root)
        if not ours.startswith("transcheck "):
            done = subprocess.run(["bash", "-c", ours], capture_output=True, text=True, check=False)
            assert done.returncode == 0, done.stderr
            assert "DAT001" in done.stdout or "curl" not in ours
            return
        if MENTIONED.match(ours) and ours not in WHOLE:
            name = re.match(r"transcheck((?: [a-z]+)+)", ours)
            assert name is not None
            ours = f"transcheck{name[1]} --help"
        code = main(words(ours)[1:])
    said = capfd.readouterr()
    assert code in (0, 1), said.err
    assert "Traceback" not in said.err


@pytest.mark.parametrize("begin", ELSEWHERE)
def test_what_is_not_run_here_is_still_written_there(begin: str) -> None:
    assert any(re.match(begin, command) for command in commands())


def test_the_example_has_the_errors_that_it_is_said_to_have(
    capfd: pytest.CaptureFixture[str],
) -> None:
    """Ukrainian lacks a sentence, English has a wrong year and town, Russian another number."""
    files = words("fixtures/divergent/homs-many/*.txt")
    assert main(["diff", *files, "--format", "json", "-q"]) == 1
    (article,) = json.loads(capfd.readouterr().out)["articles"]
    assert sorted((*f["suspects"], f["family"]) for f in article["findings"]) == [
        ("en", "date"), ("en", "name"), ("ru", "number"), ("uk", "missing"),
    ]  # fmt: skip


def test_the_files_that_it_shows_are_read() -> None:
    (shown,) = blocks(TEXTS["README.md"], "toml")
    table = next(body for body in blocks(TEXTS["README.md"], "text") if "glossary.csv" in body)
    Path("elsewhere").mkdir()
    for name, text in (("transcheck.toml", shown), ("glossary.csv", table)):
        text = "".join(line for line in text.splitlines(keepends=True) if not line.startswith("#"))
        Path("elsewhere", name).write_text(text, encoding="utf-8")
    assert configuration.read(Path("elsewhere/transcheck.toml")).require == LANGUAGES
    assert len(read_glossary([Path("elsewhere/glossary.csv")]).entries) == 3
