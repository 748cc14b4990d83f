"""Every way a story comes in, through the real command as it is run by an editor or in a pipe."""

from __future__ import annotations

import json
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

from tests.sites import ARTICLE, LANGUAGES, Answer, Site, hreflang, page, serving, zipped
from tests.stand_ins import Result, Run
from transcheck.errors import installing

OFFICE = Path(__file__).parents[1] / "data" / "office"
TEXTS = {la: (ARTICLE / f"{la}.txt").read_text(encoding="utf-8") for la in LANGUAGES}
COLUMNS = [[" ".join(part.split()) for part in text.split("\n\n")] for text in TEXTS.values()]
ROWS = [tuple(row) for row in zip(*COLUMNS, strict=False)]
IN_HTML = "".join(f"<tr><td>{'<td>'.join(row)}" for row in ROWS)


def shell(command: str) -> Result:
    """Run a line of bash; TRANSCHECK stands for the command."""
    own = shlex.join([sys.executable, "-m", "transcheck"])
    line = ["bash", "-c", command.replace("TRANSCHECK", own)]
    done = subprocess.run(line, capture_output=True, text=True, check=False)
    return Result(done.returncode, done.stdout, done.stderr)


def compared(result: Result) -> tuple[list[str], list[str]]:
    """Return the languages of the editions that a run compared, and its notes."""
    assert result.code in {0, 1}, result.err
    (article,) = json.loads(result.out)["articles"]
    return [edition["language"] for edition in article["editions"]], article["notes"]


JSON = ("-q", "-f", "json")


def test_one_page_brings_the_editions_that_it_names_and_nothing_else(run: Run) -> None:
    paths = {language: f"/{language}/homs" for language in LANGUAGES}
    head = hreflang(**paths)
    site: Site = {path: Answer(page(language, head)) for language, path in paths.items()}
    site["/old"] = Answer("", 301, Location="/en/homs")
    with serving(site) as served:
        languages, notes = compared(run("diff", f"{served.root}/old", *JSON))
        asked = [path for path, _ in served.asked]
        agents = {agent.partition("/")[0] for _, agent in served.asked}
    assert languages == ["en", "uk", "ru"]
    assert [note.rpartition(", by ")[2] for note in notes] == ["hreflang", "hreflang"]
    assert asked == ["/old", "/en/homs", "/uk/homs", "/ru/homs"]
    assert agents == {"transcheck"}


def test_pages_named_one_by_one_packed_and_in_an_old_encoding(run: Run) -> None:
    old = page("ru").replace('<meta charset="utf-8">', "").encode("cp1251", "replace")
    declared = Answer(old, Content_Type="text/html; charset=windows-1251")
    with serving({"/en": zipped(page("en")), "/ru": declared}) as served:
        found = compared(run("diff", f"{served.root}/en", f"{served.root}/ru", *JSON))
    assert found == (["en", "ru"], [])


WALL = (
    "<html lang=en><h1>We value your privacy</h1><p>We and our partners use cookies on this site "
    "to show what suits you best.</p><button>Accept all</button></html>"
)


@pytest.mark.parametrize(
    ("path", "reason"),
    [
        ("/nowhere", "does not exist (404)"),
        ("/closed", "refuses to answer programs (403)"),
        ("/wall", "shows a request for consent"),
        ("/endless", "is larger than 10 MB"),
    ],
)
def test_a_page_that_cannot_be_had_says_why_and_what_to_do(
    run: Run, path: str, reason: str
) -> None:
    with serving({"/wall": Answer(WALL), "/closed": Answer("", 403)}) as served:
        result = run("diff", f"{served.root}{path}")
    assert result.code == 3
    assert f"{served.root}{path} {reason}" in result.err
    assert result.err.strip().endswith("name the file")


@pytest.mark.parametrize("name", ["three.docx", "three.odt", "table.docx", "table.odt"])
def test_a_document_with_all_editions(run: Run, name: str) -> None:
    languages, notes = compared(run("diff", OFFICE / name, *JSON))
    assert languages == ["uk", "en", "ru"]
    assert notes == [f"three editions in {OFFICE / name}: uk, en, ru"]


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("paste.txt", "\n\n".join(TEXTS.values())),
        ("table.txt", "\n".join("\t".join(row) for row in ROWS)),
        ("rows.txt", "\n".join("\t".join(column[: len(ROWS)]) for column in COLUMNS)),
        ("table.md", "".join(f"| {' | '.join(row)} |\n" for row in [*ROWS[:1], ["-"] * 3, *ROWS])),
        ("table.html", f"<table>{IN_HTML}</table>"),
    ],
    ids=lambda value: value if value.startswith(("paste", "table.", "rows")) else "",
)
def test_all_editions_in_one_text(run: Run, tmp_path: Path, name: str, text: str) -> None:
    (tmp_path / name).write_text(text, encoding="utf-8")
    languages, notes = compared(run("diff", tmp_path / name, *JSON))
    assert languages == ["uk", "en", "ru"]
    assert notes == [f"three editions in {tmp_path / name}: uk, en, ru"]


UK, EN = ARTICLE / "uk.txt", ARTICLE / "en.txt"


@pytest.mark.parametrize(
    "command",
    [
        f"cat {UK} | TRANSCHECK diff - {EN}",
        f"cat {UK} | TRANSCHECK diff - {EN} --language uk",
        f"< {UK} TRANSCHECK diff /dev/stdin {EN}",
        f"TRANSCHECK diff <(cat {UK}) <(cat {EN})",
    ],
)
def test_pipes(command: str) -> None:
    assert compared(shell(f"{command} {shlex.join(JSON)}"))[0] == ["uk", "en"]


@pytest.mark.parametrize(
    ("command", "reason"),
    [
        (f"TRANSCHECK diff - - < {UK}", "standard input is named twice"),
        (f"TRANSCHECK diff - {EN} --language ru < {UK}", "is named as Russian (ru)"),
    ],
)
def test_a_pipe_that_is_named_wrongly(command: str, reason: str) -> None:
    result = shell(command)
    assert result.code in {2, 3}
    assert reason in result.err


def test_a_story_of_a_cms(run: Run, tmp_path: Path) -> None:
    with serving({"/ru": Answer(page("ru"))}) as served:
        editions: dict[str, dict[str, str]] = {la: {"text": TEXTS[la]} for la in ("uk", "en")}
        editions["ru"] = {"url": f"{served.root}/ru"}
        path = tmp_path / "story.json"
        path.write_text(json.dumps({"id": "homs", "editions": editions}), encoding="utf-8")
        assert compared(run("diff", path, *JSON))[0] == ["uk", "en", "ru"]


@pytest.mark.parametrize(
    ("module", "word", "extra"),
    [("httpx", "http://127.0.0.1/en", "web"), ("lxml", OFFICE / "three.docx", "office")],
)
def test_without_an_extra_it_says_which_to_install(
    run: Run, monkeypatch: pytest.MonkeyPatch, module: str, word: str | Path, extra: str
) -> None:
    monkeypatch.setitem(sys.modules, module, None)
    for name in [name for name in sys.modules if name.startswith("transcheck.loading.")]:
        monkeypatch.delitem(sys.modules, name)
    result = run("diff", word)
    assert result.code in {2, 3}
    assert installing(extra) in result.err
