"""One run over articles that are damaged in every way: each is named, none hides another."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest

UK = "Міст через річку відкрили у вівторок.\n\nПершими проїхали автобуси.\n"
EN = "The bridge over the river was opened on Tuesday.\n\nThe first to cross it were buses.\n"
RU = "Мост через реку открыли во вторник.\n\nПервыми проехали автобусы.\n"
OTHER = "В порту нашли старый якорь.\n\nЕго подняли водолазы.\n"
PAGE = (
    "<!doctype html><html lang=en><head><title>The bridge</title></head><body><article>"
    f"<h1>The bridge is open</h1><p>{EN.strip()} {'They crossed the river slowly. ' * 12}</p>"
    "</article></body></html>"
)

UNREADABLE: Mapping[str, tuple[str, bytes, str]] = {
    "empty": ("en.txt", b"", "is empty"),
    "blank": ("en.txt", b" \n\t\r\n", "is empty"),
    "nothing-but-a-mark": ("en.txt", b"\xef\xbb\xbf", "is empty"),
    "utf-16-mark-alone": ("en.txt", b"\xff\xfe", "is empty"),
    "utf-16-cut": ("en.txt", EN.encode("utf-16")[:-1], "cut short"),
    "utf-8-cut": ("en.txt", "Міст через річку".encode()[:-1], "cut short"),
    "no-utf-8": ("en.txt", EN.encode() + b"\xff\x98\xc3\x28" * 20, "not valid UTF-8"),
    "lone-surrogates": ("en.txt", EN.encode() + b"\xed\xa0\x80", "not valid UTF-8"),
    "nul": ("en.txt", EN.encode() + b"\0", "NUL"),
    "control-characters": ("en.txt", bytes(range(1, 9)) * 30, "binary"),
    "picture": ("en.txt", b"\x89PNG\r\n\x1a\n" + bytes(64), "picture"),
    "pdf": ("en.txt", b"%PDF-1.7\n", "PDF"),
    "office-document": ("en.md", b"PK\x03\x04" + bytes(64), "office document"),
    "compressed": ("en.html", b"\x1f\x8b\x08" + bytes(64), "compressed"),
    "too-large": ("en.txt", b"A word. " * 1_400_000, "10 MB"),
    "punctuation": ("en.txt", b"... !!! ???", "no text"),
    "emoji": ("en.txt", "😀 😀 😀".encode(), "no text"),
    "other-language": ("en.txt", OTHER.encode() * 9, "named as English"),
    "page-without-article": ("en.html", b"<html><script>var a = 1</script>", "article"),
    "page-commented-out": ("en.html", f"<!-- {PAGE}".encode(), "article"),
    "front-matter-open": ("en.md", f"---\ntitle: [x\n{EN}".encode(), "front matter"),
}
READABLE: Mapping[str, tuple[str, bytes]] = {
    "utf-16": ("en.txt", EN.encode("utf-16")),
    "windows-1251": ("uk.txt", UK.encode("cp1251") * 9),
    "carriage-returns": ("en.txt", EN.replace("\n", "\r").encode()),
    "marks-of-direction": ("en.txt", ("\u202e" + EN.replace(" ", " \u200f")).encode()),
    "terminal-escapes": ("en.txt", f"\x1b[2J\x1b]0;title\x07{EN}".encode()),
    "one-word": ("en.txt", b"Bridge"),
    "no-punctuation": ("en.txt", EN.replace(".", "").encode()),
    "one-line": ("en.txt", EN.replace("\n", " ").encode()),
    "combining-characters": ("en.txt", f"Z{'́' * 500} {EN}".encode()),
    "endless-word": ("en.txt", f"{EN.split(chr(10))[0] * 9}\n\n{'a' * 500}".encode()),
    "page-cut": ("en.html", PAGE[: len(PAGE) // 2].encode()),
    "page-cut-in-a-tag": ("en.html", f"{PAGE.partition('</article>')[0]}<p cla".encode()),
    "page-nested": ("en.html", f"{'<div>' * 5000}{PAGE}".encode()),
    "page-with-broken-data": (
        "en.html",
        PAGE.replace("</head>", '<script type="application/ld+json">{"a": [</script>').encode(),
    ),
    "page-with-impossible-entities": ("en.html", PAGE.replace("T", "&#xD800;&#9999999;T").encode()),
}
FILES = {**READABLE, **{case: (name, content) for case, (name, content, _) in UNREADABLE.items()}}
WRONG: Mapping[str, tuple[Callable[[Path], object], str]] = {
    "link-to-itself": (lambda folder: (folder / "en.txt").symlink_to("en.txt"), "en.txt"),
    "link-to-nothing": (lambda folder: (folder / "en.txt").symlink_to("gone"), "does not exist"),
    "folder-as-file": (lambda folder: (folder / "en.txt").mkdir(), "is a folder"),
    "pipe": (lambda folder: os.mkfifo(folder / "en.txt"), "no ordinary file"),
    "language-twice": (lambda folder: (folder / "ua.txt").write_text(UK, "utf-8"), "two editions"),
}


@pytest.fixture(scope="module")
def run(tmp_path_factory: pytest.TempPathFactory) -> subprocess.CompletedProcess[bytes]:
    root = tmp_path_factory.mktemp("damaged")
    for case in (*UNREADABLE, *READABLE, *WRONG, "sound", "\x1b[31mname"):
        folder = root / case
        folder.mkdir()
        for name, text in (("uk.txt", UK), ("ru.txt", RU)):
            (folder / name).write_text(text, encoding="utf-8")
        if case in WRONG:
            WRONG[case][0](folder)
        else:
            name, content = FILES.get(case, ("en.txt", EN.encode()))
            (folder / name).write_bytes(content)
    (root / "loop").mkdir()
    (root / "loop/again").symlink_to(root, target_is_directory=True)
    return subprocess.run(
        [sys.executable, "-m", "transcheck", "gate", root, "--format", "json"],
        cwd=root,
        capture_output=True,
        check=False,
        timeout=600,
    )


@pytest.fixture(scope="module")
def articles(run: subprocess.CompletedProcess[bytes]) -> dict[str, Any]:
    return {article["article"]: article for article in json.loads(run.stdout)["articles"]}


def test_the_run_ends_with_code_3_and_no_traceback(
    run: subprocess.CompletedProcess[bytes],
) -> None:
    assert run.returncode == 3
    assert b"Traceback" not in run.stderr
    assert b"internal error" not in run.stderr


@pytest.mark.parametrize("case", UNREADABLE)
def test_an_unreadable_edition_is_named_with_the_reason(
    articles: Mapping[str, Any], case: str
) -> None:
    name, _, reason = UNREADABLE[case]
    (skipped,) = articles[case]["skipped"]
    assert f"{case}/{name}" in skipped["what"]
    assert reason in skipped["reason"]
    assert ";" in skipped["reason"], "and what to do about it"
    assert [edition["language"] for edition in articles[case]["editions"]] == ["uk", "ru"]


@pytest.mark.parametrize("case", READABLE)
def test_an_odd_edition_is_compared_all_the_same(articles: Mapping[str, Any], case: str) -> None:
    assert articles[case]["skipped"] == []
    assert {edition["language"] for edition in articles[case]["editions"]} >= {"uk", "ru"}
    assert articles[case]["alignment"]


@pytest.mark.parametrize("case", WRONG)
def test_a_wrong_set_of_files_is_named_with_the_reason(
    articles: Mapping[str, Any], case: str
) -> None:
    (skipped,) = articles[case]["skipped"]
    assert case in skipped["what"]
    assert WRONG[case][1] in skipped["reason"]


@pytest.mark.parametrize("case", ["sound", "\x1b[31mname"], ids=["sound", "escape in the name"])
def test_the_others_are_checked(articles: Mapping[str, Any], case: str) -> None:
    article = articles[case]
    assert article["skipped"] == []
    assert len(article["editions"]) == 3
    assert article["findings"] == []


def test_a_loop_of_folders_gives_no_article_twice(articles: Mapping[str, Any]) -> None:
    assert len(articles) == len(UNREADABLE) + len(READABLE) + len(WRONG) + 2
