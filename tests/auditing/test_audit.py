"""``transcheck audit`` on one machine: what it keeps, and what the next run does."""

from __future__ import annotations

import csv
import datetime as dt
import gzip
import html
import json
import re
import shutil
import sys
from collections.abc import Callable
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from tests.archives import (
    COLUMNS,
    ENGLISH,
    counts,
    frame,
    put,
    rows,
    story,
    tables,
    write,
    write_lines,
)
from transcheck.auditing.storage import LOCK
from transcheck.cli import main
from transcheck.errors import installing
from transcheck.languages import LANGUAGES

SIZE = "--partition-size=4"
MANY = 12
Audit = Callable[..., tuple[int, str]]


@pytest.fixture
def audit(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Audit:
    """Run the audit in a folder of its own; gives the exit code and what was said."""
    monkeypatch.chdir(tmp_path)

    def run(source: str, folder: str = "audit", *options: str) -> tuple[int, str]:
        arguments = ["audit", source, "-o", folder, SIZE, "--jobs=1", "--no-progress", *options]
        code = main(arguments)
        captured = capsys.readouterr()
        assert captured.out == ""
        return code, captured.err

    return run


def test_findings_do_not_fail_it_and_stand_in_the_tables(audit: Audit) -> None:
    write(Path("stories"), MANY)
    assert audit("stories")[0] == 0
    found = frame(Path("audit"), "findings")
    assert sorted(found.article) == [f"story-{n:02}" for n in range(0, MANY, 3)]
    assert set(found.code) == {"NUM001"}
    assert set(found.en_value) != set(found.uk_value)
    articles = frame(Path("audit"), "articles")
    assert sorted(articles.article) == [f"story-{n:02}" for n in range(MANY)]
    assert articles.errors.sum() == len(found)
    assert articles.checked.all()
    alignments = frame(Path("audit"), "alignments")
    one = alignments[alignments.article == "story-05"].sort_values("bead")
    assert [list(side) for side in one.en] == [[0], [1]]
    assert list(one.en_text) == [text.strip() for text in ENGLISH.format(6, 25, 7).split("\n\n")]
    assert len(list(Path("audit/findings").iterdir())) == 4, "a partition has four articles"


def test_the_manifest_says_what_it_comes_to(audit: Audit) -> None:
    write(Path("stories"), 4)
    audit("stories")
    manifest = json.loads(Path("audit/manifest.json").read_text("utf-8"))
    assert manifest["schema"] == "transcheck-audit/1"
    assert manifest["complete"] is True
    assert (manifest["articles"], manifest["checked"]) == (4, 4)
    assert manifest["findings"] == {"error": 2, "warning": 0, "info": 0}


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_processes_do_not_change_a_byte(audit: Audit, jobs: str) -> None:
    write(Path("stories"), MANY)
    audit("stories", "one")
    audit("stories", "more", f"--jobs={jobs}")
    for path in Path("one").rglob("*.*"):
        assert (Path("more") / path.relative_to("one")).read_bytes() == path.read_bytes()


def parquet_of(path: Path, count: int) -> None:
    pq.write_table(pa.Table.from_pylist(list(rows(count))), path)


@pytest.mark.parametrize(
    "name", ["export.jsonl", "export.parquet", "part-*.jsonl", "export.jsonl.gz"]
)
def test_rows_are_grouped_by_their_columns(audit: Audit, name: str) -> None:
    every = list(rows(MANY))
    if name == "export.parquet":
        parquet_of(Path(name), MANY)
    elif name.endswith(".gz"):
        Path(name).write_bytes(gzip.compress(write_lines(Path("plain"), every).read_bytes()))
    else:
        write_lines(Path(name.replace("*", "1")), every[: MANY + 3] if "*" in name else every)
        write_lines(Path(name.replace("*", "2")), every[MANY + 3 :]) if "*" in name else None
    code, _ = audit(name, "audit", *COLUMNS)
    assert code == 0
    write(Path("stories"), MANY)
    audit("stories", "files")
    places = ("fingerprint", "month", "path", "uk_place", "en_place")
    assert tables(Path("audit"), *places) == tables(Path("files"), *places)
    assert set(frame(Path("audit"), "articles").month) == {"2024-01", "2024-02", "2024-03"}
    assert [p.name for p in Path("audit").iterdir() if p.name.startswith(".")] == [LOCK]


def test_dates_of_parquet_are_dates(audit: Audit) -> None:
    every = [{**row, "day": dt.datetime(2024, 5, 31, 23)} for row in rows(3)]
    pq.write_table(pa.Table.from_pylist(every), "export.parquet")
    audit("export.parquet", "audit", *COLUMNS)
    assert set(frame(Path("audit"), "articles").month) == {"2024-05"}


def test_html_is_read_as_html(audit: Audit) -> None:
    bodies = {"uk": "<p>Його будували 20 років.</p>", "en": "<p>It took 12 years to build.</p>"}
    every = [
        {"article": 7, "language": language, "html": body, "title": "1 & 2"}
        for language, body in bodies.items()
    ]
    write_lines(Path("export.jsonl"), every)
    audit("export.jsonl")
    (text,) = frame(Path("audit"), "findings").en_text
    assert text == "12 years"
    assert list(frame(Path("audit"), "articles").article) == ["7"]
    assert list(frame(Path("audit"), "articles").title) == ["1 & 2"]


def test_a_run_over_the_same_compares_nothing(audit: Audit) -> None:
    write(Path("stories"), MANY)
    assert counts(audit("stories")[1]) == (MANY, 0)
    before = {path: path.read_bytes() for path in Path("audit").rglob("*.*")}
    assert counts(audit("stories")[1]) == (0, MANY)
    assert {path: path.read_bytes() for path in Path("audit").rglob("*.*")} == before


def changed() -> None:
    put(Path("stories"), 5, {"en": ENGLISH.format(6, 25, 11)})


def added() -> None:
    put(Path("stories"), 70, story(70))


def removed() -> None:
    shutil.rmtree("stories/story-03")


def broken() -> None:
    Path("stories/story-05/en.txt").write_bytes(b"")


def everything() -> None:
    changed()
    added()
    removed()


def many() -> None:
    """Make so many articles that there are more partitions than before."""
    for number in range(30, 60):
        put(Path("stories"), number, story(number))


@pytest.mark.parametrize(
    ("change", "compared", "unchanged"),
    [
        (changed, 1, 11),
        (added, 1, 12),
        (removed, 0, 11),
        (broken, 1, 11),
        (everything, 2, 10),
        (many, 30, 12),
    ],
)
def test_the_next_run_does_what_changed_and_comes_to_the_same_as_a_fresh_one(
    audit: Audit, change: Callable[[], None], compared: int, unchanged: int
) -> None:
    write(Path("stories"), MANY)
    audit("stories")
    before = tables(Path("audit"))
    change()
    _, said = audit("stories")
    assert counts(said) == (compared, unchanged)
    audit("stories", "fresh")
    assert tables(Path("audit")) == tables(Path("fresh")) != before
    for name in ("summary.html", "summary/worst.csv", "summary/families.csv"):
        assert Path("audit", name).read_bytes() == Path("fresh", name).read_bytes()


def test_another_setting_is_another_result(audit: Audit) -> None:
    write(Path("stories"), 4)
    audit("stories")
    assert counts(audit("stories", "audit", "--ignore=NUM001")[1]) == (4, 0)
    assert frame(Path("audit"), "findings").empty


def test_what_is_accepted_is_compared_again_and_nothing_else(audit: Audit) -> None:
    write(Path("stories"), MANY)
    audit("stories")
    one = frame(Path("audit"), "findings").iloc[0]
    entry = {name: one[name] for name in ("article", "code", "fingerprint", "message")}
    document = {"schema": "transcheck-baseline/1", "entries": [{**entry, "reason": "known"}]}
    Path("transcheck-baseline.json").write_text(json.dumps(document), encoding="utf-8")
    assert counts(audit("stories")[1]) == (1, MANY - 1)
    found = frame(Path("audit"), "findings")
    assert list(found[found.status == "accepted"].article) == [one.article]


def test_a_damaged_partition_is_made_again(audit: Audit) -> None:
    write(Path("stories"), MANY)
    audit("stories")
    whole = tables(Path("audit"))
    damaged, *_ = sorted(Path("audit/findings").iterdir())
    damaged.write_bytes(damaged.read_bytes()[:40])
    compared, unchanged = counts(audit("stories")[1])
    assert 0 < compared < MANY
    assert compared + unchanged == MANY
    assert tables(Path("audit")) == whole


def test_what_cannot_be_checked_is_a_row_and_exit_code_3(audit: Audit) -> None:
    every = [*rows(3), {"slug": "lonely", "lang": "en", "body": "A text of its own."}]
    path = write_lines(Path("export.jsonl"), every)
    with path.open("a", encoding="utf-8") as stream:
        stream.write('{"slug": "story-02"\n{"lang": "en", "body": "Whose is it?"}\n')
    code, _ = audit("export.jsonl", "audit", *COLUMNS)
    assert code == 3
    found = frame(Path("audit"), "unchecked").set_index("article").reason
    assert "no valid JSON" in found["export.jsonl:8"]
    assert "no article (slug)" in found["export.jsonl:9"]
    assert "one edition" in found["lonely"]
    assert len(found) == 3
    assert len(frame(Path("audit"), "findings")) == 1, "the others are compared"


def test_an_edition_twice_is_no_result_but_the_same_row_twice_is_one(audit: Audit) -> None:
    every = list(rows(2))
    twice = [*every, every[0], {**every[1], "body": "Another text of the same article."}]
    write_lines(Path("export.jsonl"), twice)
    assert audit("export.jsonl", "audit", *COLUMNS)[0] == 3
    (reason,) = frame(Path("audit"), "unchecked").reason
    assert "story-01 has 2 editions in English" in reason


def test_other_languages_and_dates_that_are_none_are_told(audit: Audit) -> None:
    every = list(rows(2))
    every += [{**every[0], "lang": "de"}, {**every[1], "lang": "fr"}, {**every[0], "lang": "de"}]
    every[1] = {**every[1], "day": "yesterday"}
    write_lines(Path("export.jsonl"), every)
    code, said = audit("export.jsonl", "audit", *COLUMNS)
    assert code == 0
    assert "left out, no language that is compared: 2 in de, 1 in fr" in said
    assert "1 editions have a date that is none" in said


@pytest.mark.parametrize(
    ("source", "options", "says"),
    [
        pytest.param("export.jsonl", (), "no column article, language; its columns: slug, lang",
                     id="columns of other names"),
        pytest.param("export.jsonl", (*COLUMNS, "--column=url=link"), "no column link",
                     id="a column that is not there"),
        pytest.param("export.jsonl", ("--column=slug",), "write ROLE=NAME", id="no role"),
        pytest.param("export.jsonl", ("--column=text=a", "--column=text=b"), "named twice",
                     id="a role twice"),
        pytest.param("export.jsonl", (*COLUMNS, "--include=*.txt"), "there are no files to choose",
                     id="options of folders"),
        pytest.param("stories", COLUMNS, "--column is for rows", id="options of rows"),
        pytest.param("stories", ("--changed-since=HEAD",), "finds out by itself what changed",
                     id="changed since"),
        pytest.param("none.jsonl", (), "none.jsonl does not exist", id="no such file"),
        pytest.param("no/*.jsonl", (), "nothing is called no/*.jsonl", id="nothing in a glob"),
        pytest.param("no", (), "no such file or folder: no", id="no such folder"),
        pytest.param("broken.parquet", (), "cannot be read as Parquet", id="no Parquet"),
        pytest.param("broken.jsonl.gz", COLUMNS, "cannot be read as JSON Lines", id="no gzip"),
        pytest.param("stories", ("--output=taken",), "taken is no folder of an audit",
                     id="a folder of something else"),
        pytest.param("stories", ("--output=export.jsonl",), "is no folder of an audit",
                     id="a file"),
        pytest.param("stories", ("--dask=local:none",), "names no number of processes",
                     id="no number of processes"),
    ],
)  # fmt: skip
def test_wrong_use_is_told(audit: Audit, source: str, options: tuple[str, ...], says: str) -> None:
    write(Path("stories"), 2)
    write_lines(Path("export.jsonl"), list(rows(2)))
    Path("broken.parquet").write_text("no Parquet", encoding="utf-8")
    whole = gzip.compress(write_lines(Path("plain"), list(rows(40))).read_bytes())
    Path("broken.jsonl.gz").write_bytes(whole[:60] + b"damaged" + whole[67:])
    Path("taken").mkdir()
    Path("taken/thesis.txt").write_text("mine", encoding="utf-8")
    code, said = audit(source, "audit", *options)
    assert code == 2
    assert says in said
    assert "Traceback" not in said
    assert Path("taken/thesis.txt").read_text("utf-8") == "mine"


def test_without_pyarrow_it_says_what_to_install(
    audit: Audit, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(Path("stories"), 2)
    monkeypatch.setitem(sys.modules, "pyarrow.parquet", None)
    code, said = audit("stories")
    assert code == 2
    assert installing("tables") in said
    assert not Path("audit").exists()


def test_rows_do_not_depend_on_the_folder_of_the_run(
    audit: Audit, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(Path("stories"), 4)
    stories = str(Path("stories").absolute())
    audit(stories, str(Path("audit").absolute()))
    folder = str(Path("audit").absolute())
    monkeypatch.chdir("stories")
    assert counts(audit(stories, folder)[1]) == (0, 4)
    audit(stories, "../fresh")
    assert tables(Path(folder)) == tables(Path("../fresh"))


def test_what_pair_wrote_is_files_and_no_rows(audit: Audit) -> None:
    write(Path("stories"), 2)
    names = [{"article": f"a-{n}", "editions": {
        language: f"stories/story-0{n}/{language}.txt" for language in ("uk", "en")
    }} for n in range(2)]  # fmt: skip
    write_lines(Path("pairs.jsonl"), names)
    assert audit("pairs.jsonl")[0] == 0
    assert sorted(frame(Path("audit"), "articles").article) == ["a-0", "a-1"]


def test_half_a_surrogate_pair_is_no_obstacle(audit: Audit) -> None:
    every = [{**row, "body": f"{row['body']} \ud83d"} for row in rows(3)]
    write_lines(Path("export.jsonl"), every)
    assert audit("export.jsonl", "audit", *COLUMNS)[0] == 0
    assert len(frame(Path("audit"), "findings")) == 1


def test_the_summary_can_say_the_worst_in_any_language_of_the_page(audit: Audit) -> None:
    write(Path("stories"), 4)
    audit("stories")
    (wording, _) = map(json.loads, frame(Path("audit"), "findings").wording)
    assert wording["template"] == "default"
    said = wording["parameters"]
    assert said["one"] == {"sayings": [["uk", "20 років і 7 місяців"]]}
    page = html.unescape(Path("audit/summary.html").read_text("utf-8"))
    assert json.dumps(said, ensure_ascii=False, sort_keys=True) in page
    for language in LANGUAGES:
        templates = language.texts("checks").get("NUM001", {}).get("templates", {})
        assert all(template in page for template in templates.values())


def test_the_summary_leads_to_the_articles(audit: Audit) -> None:
    write(Path("stories"), 4)
    audit("stories", "out/audit")
    links = re.findall('<a href="([^"#]+)"', Path("out/audit/summary.html").read_text("utf-8"))
    assert len(links) == 2
    assert all((Path("out/audit") / link).is_file() for link in links)
    own = [{**row, "url": f"https://news.example/{row['lang']}/a b?x=1"} for row in rows(1)]
    write_lines(Path("export.jsonl"), own)
    audit("export.jsonl", "rows", *COLUMNS)
    (link,) = re.findall('<a href="([^"#]+)"', Path("rows/summary.html").read_text("utf-8"))
    assert re.fullmatch("https://news.example/[a-z]+/a%20b", link)
    write_lines(Path("plain.jsonl"), list(rows(1)))
    audit("plain.jsonl", "plain", *COLUMNS)
    assert '<a href="http' not in Path("plain/summary.html").read_text("utf-8")


def test_the_summary_counts_by_family_edition_and_month(audit: Audit) -> None:
    write_lines(Path("export.jsonl"), list(rows(MANY)))
    audit("export.jsonl", "audit", *COLUMNS)

    def table(name: str) -> list[dict[str, str]]:
        with Path("audit/summary", name).open(encoding="utf-8-sig", newline="") as stream:
            return list(csv.DictReader(stream))

    assert table("families.csv") == [
        {"family": "number", "articles": "4", "errors": "4", "warnings": "0", "infos": "0"}
    ]
    assert table("editions.csv") == [
        {"edition": "none", "articles": "4", "errors": "4", "warnings": "0", "infos": "0"}
    ]
    assert [(row["month"], row["articles"], row["errors"]) for row in table("months.csv")] == [
        ("2024-01", "4", "4"),
        ("2024-02", "4", "0"),
        ("2024-03", "4", "0"),
    ]
    assert [row["article"] for row in table("worst.csv")] == [
        "story-00", "story-03", "story-06", "story-09",
    ]  # fmt: skip
