"""Damaged inputs: each is read sanely, or refused with a message that names the file.

Nothing else may come out: no other exception, and no control character in a text.
"""

from __future__ import annotations

import io
import os
import re
import unicodedata
import zipfile
from pathlib import Path

import pytest

from transcheck.errors import LoadError
from transcheck.limits import DECODING_MAX_BYTES
from transcheck.loading import load
from transcheck.model import Document

UK = (
    "Місто відкрило новий міст після трьох років ремонту. Першими ним проїхали тролейбуси. "
    "Ремонт коштував сто вісімдесят чотири мільйони гривень, і гроші дала область."
)
EN = (
    "The town has opened a new bridge after three years of repairs. Trolleybuses were the first "
    "to cross it. The work cost a hundred and eighty-four million, paid for by the region."
)
RU = (
    "Город открыл новый мост после трёх лет ремонта. Первыми по нему проехали троллейбусы. "
    "Ремонт обошёлся в сто восемьдесят четыре миллиона рублей, и деньги выделила область."
)
PL = (
    "Miasto otworzyło nowy most po trzech latach remontu, a pierwsze przejechały przez niego "
    "trolejbusy. Naprawa kosztowała sto osiemdziesiąt cztery miliony złotych."
)
HTML = f"<html lang=uk><title>Міст відкрили</title><h1>Міст відкрили</h1><article><p>{UK}</p>"


def _zip() -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr("word/document.xml", "<w:document/>")
    return buffer.getvalue()


def read(tmp_path: Path, name: str, data: str | bytes) -> Document:
    """Write a file and load it, and check what must be true of every text."""
    path = tmp_path / name
    path.write_bytes(data.encode() if isinstance(data, str) else data)
    document = load(path)
    for block in document.blocks:
        assert block.text
        assert block.text == " ".join(block.text.split())
        assert not [sign for sign in block.text if unicodedata.category(sign) in ("Cc", "Cf", "Cs")]
        assert block.source_offset(len(block.text) - 1) < len(data)
    return document


def texts(document: Document) -> str:
    return "\n".join(block.text for block in document.blocks)


REFUSED = {
    "empty file": ("a.txt", b"", "is empty"),
    "only spaces": ("a.txt", b" \t \r\n \n", "is empty"),
    "only a byte order mark": ("a.txt", b"\xef\xbb\xbf", "is empty"),
    "only a UTF-16 byte order mark": ("a.txt", b"\xff\xfe", "is empty"),
    "only no-break and zero-width spaces": ("a.txt", "\u00a0\u200b\u2060\u00a0", "no text"),
    "only punctuation": ("a.txt", "*** … — !!!", "no text"),
    "picture called .txt": ("a.txt", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "picture (PNG)"),
    "zip or docx called .txt": ("a.txt", _zip(), "zip archive or an office document"),
    "PDF called .html": ("a.html", b"%PDF-1.7\n1 0 obj\n<<>>\nendobj", "PDF"),
    "RTF called .txt": ("a.txt", rb"{\rtf1\ansi Text}", "rich text"),
    "gzip called .md": ("a.md", b"\x1f\x8b\x08\0\0\0\0\0", "gzip"),
    "NULs in UTF-8 text": ("a.txt", UK[:40] + "\0\0" + UK[40:], "NUL character in line 1"),
    "NUL in a later line": ("a.txt", UK + "\n\nтак\0", "NUL character in line 3"),
    "random bytes": ("a.txt", bytes(range(1, 256)) * 9, "not valid UTF-8"),
    "control characters only": ("a.txt", b"\x01\x02\x03\x04\x05" * 50, "is binary"),
    "lone surrogate in UTF-8": ("a.txt", EN.encode() + b" \xed\xa0\x80 ", "not valid UTF-8"),
    "lone surrogate in Cyrillic UTF-8": ("a.txt", UK.encode() + b"\xed\xbf\xbf", "mixes encodings"),
    "lone surrogate in UTF-16": (
        "a.txt",
        b"\xff\xfe" + EN.encode("utf-16-le") + b"\x00\xd8" + EN.encode("utf-16-le"),
        "not valid UTF-16",
    ),
    "overlong UTF-8": ("a.txt", EN.encode() + b"\xc0\xaf", "not valid UTF-8"),
    "UTF-8 cut inside a character": ("a.txt", UK.encode()[:-2], "cut short"),
    "UTF-16 cut inside a character": (
        "a.txt",
        b"\xff\xfe" + UK.encode("utf-16-le")[:-1],
        "cut short",
    ),
    "UTF-8 with a windows-1251 paragraph": (
        "a.txt",
        UK.encode() + b"\n\n" + RU.encode("cp1251"),
        "mixes encodings",
    ),
    "windows-1251 with a UTF-8 paragraph": (
        "a.txt",
        RU.encode("cp1251") + b"\n\n" + UK.encode(),
        "mixes encodings",
    ),
    "latin-1 text": ("a.txt", ("Café, garçon, über, señor. " * 9).encode("latin-1"), "not valid"),
    "UTF-8 byte order mark before windows-1251": (
        "a.txt",
        b"\xef\xbb\xbf" + RU.encode("cp1251"),
        "not valid UTF-8",
    ),
    "another language": (
        "a.txt",
        PL,
        "not text in a language transcheck knows",
    ),
    "a word, and nothing says its language": ("a.txt", "Міст", "too little text"),
    "digits only": ("a.txt", "1 2 3 " * 100, "too little text"),
    "page without text": ("a.html", "<html><body><div></div></body></html>", "without an article"),
    "page of scripts": ("a.html", "<script>alert(1)</script>" * 50, "without an article"),
    "page in a comment never closed": ("a.html", "<!-- " + HTML, "without an article"),
    "page in a script never closed": ("a.html", "<script>" + HTML, "without an article"),
    "page of links": ("a.html", "<p><a href=x>Новина дня</a></p>" * 60, "page of links"),
    "tag never closed": ("a.html", "<p title='" + HTML, "without an article"),
    "front matter never closed": ("a.md", f"---\ntitle: x\n\n{EN}\n", "line 1 that no line"),
    "Markdown of code only": ("a.md", f"```\n{EN}\n```\n", "no text"),
    "Markdown with 10,000 nested quotes": ("a.md", "> " * 10_000 + EN, "no text"),
    "unknown suffix": ("a.rtf", EN, "'.rtf', which is not read"),
    "no suffix": ("article", EN, "no ending in its name"),
    "over the size limit": ("a.txt", b"a" * (DECODING_MAX_BYTES + 1), "larger than 10 MB"),
}


@pytest.mark.parametrize(("name", "data", "message"), REFUSED.values(), ids=REFUSED)
def test_damaged_file_is_refused_by_name(
    tmp_path: Path, name: str, data: str | bytes, message: str
) -> None:
    with pytest.raises(LoadError, match=re.escape(message)) as caught:
        read(tmp_path, name, data)
    assert str(tmp_path / name) in caught.value.message
    assert caught.value.hint
    assert caught.value.exit_code == 3


READ = {
    "UTF-16 without a byte order mark": ("a.txt", UK.encode("utf-16-le"), UK),
    "big-endian UTF-16 without a byte order mark": ("a.txt", EN.encode("utf-16-be"), EN),
    "UTF-16 one-word lines without ASCII": (
        "uk.txt",
        ("Міст\u2028" * 9).encode("utf-16-le"),
        "Міст",
    ),
    "windows-1251 that says so nowhere": ("a.txt", RU.encode("cp1251"), RU),
    "page that lies that it is UTF-8": (
        "a.html",
        f"<meta charset=utf-8><article><p>{RU}</p>".encode("cp1251"),
        RU,
    ),
    "page that lies that it is windows-1251": (
        "a.html",
        f"<meta charset=windows-1251><article><p>{RU}</p>".encode(),
        RU,
    ),
    "page in an encoding that does not exist": (
        "a.html",
        f"<meta charset=klingon-8><article><p>{RU}</p>".encode(),
        RU,
    ),
    "page in a codec that is no encoding": (
        "a.html",
        f"<meta charset=unicode_escape><article><p>{RU}</p>".encode("cp1251"),
        RU,
    ),
    "no punctuation": ("a.txt", re.sub(r"\W+", " ", UK), "відкрило новий міст"),
    "one word with its language in the name": ("uk.txt", "Міст", "Міст"),
    "carriage returns as line ends": ("a.txt", f"Новий міст\r\r{UK}\r\r{UK}", UK),
    "mixed line ends": ("a.txt", f"Новий міст\r\n\r\n{UK}\n\n{UK}\r\r", UK),
    "Unicode line separators": ("a.txt", f"Новий міст\u2028\u2028{UK}\u2029{UK}\x85", UK),
    "form feeds": ("a.txt", f"Новий міст\f{UK}\f{UK}", UK),
    "right-to-left marks": ("a.txt", "\u202e" + UK.replace(" ", " \u200f") + "\u202c", UK),
    "zero-width spaces in words": ("a.txt", UK.replace("о", "о\u200b"), UK),
    "soft hyphens in words": ("a.txt", UK.replace("р", "\u00adр"), UK),
    "decomposed letters": ("a.txt", unicodedata.normalize("NFD", UK), UK),
    "stress accents": ("a.txt", RU.replace("а", "а\u0301"), RU),
    "terminal escapes": ("a.txt", UK.replace("міст", "\x1b[31mміст\x1b[0m"), UK),
    "window title in the text": ("a.txt", UK.replace("міст", "\x1b]0;x\x07міст"), UK),
    "bells and backspaces": ("a.txt", UK.replace("міст", "мі\x07\x08ст"), UK),
    "noncharacters": ("a.txt", UK.replace("міст", "мі\ufffe\ufdd0ст"), UK),
    "a hundred marks on a letter": ("a.txt", UK + " а" + "\u0316\u0300" * 100, UK),
    "page cut inside a word": ("a.html", HTML[:-20], "Першими ним проїхали"),
    "page cut inside a tag": ("a.html", HTML + "<div class='so", UK),
    "page cut inside a reference": ("a.html", HTML + "<p>Кінець&nbs", UK),
    "comment never closed after the text": ("a.html", HTML + "<!-- " + HTML, UK),
    "script never closed after the text": ("a.html", HTML + "<script> var x = '<p>", UK),
    "end tags that close nothing": ("a.html", HTML + "</p></div></b></article></td>" * 300, UK),
    "tags crossing each other": ("a.html", HTML.replace("міст", "<b><i>міст</b></i>"), UK),
    "broken references": ("a.html", HTML.replace("міст", "міст&&#;&#x;&bogus;&amp"), "&bogus;&"),
    "surrogates as references": ("a.html", HTML.replace("міст", "міст&#xD800;&#57343;"), "\ufffd"),
    "huge numbers as references": (
        "a.html",
        HTML.replace("міст", f"міст&#{'9' * 10_000};&#x{'f' * 10_000};"),
        "\ufffd",
    ),
    "control characters as references": ("a.html", HTML.replace("міст", "мі&#7;&#27;[0mст"), UK),
    "10,000 nested divs": ("a.html", "<div>" * 10_000 + HTML + "</div>" * 10_000, UK),
    "10,000 nested spans and lists": ("a.html", HTML + "<ul><li><span>" * 10_000 + "х", UK),
    "attribute of a megabyte": ("a.html", f"<p class='{'х ' * 1_000_000}'>{HTML}", UK),
    "100,000 attributes": ("a.html", "<p " + "a1 b2='3' " * 50_000 + ">" + HTML, UK),
    "two broken scripts of metadata": (
        "a.html",
        '<script type="application/ld+json">{"@type": "NewsArticle", </script>'
        f'<script type="application/ld+json">{"[" * 100_000}</script>' + HTML,
        UK,
    ),
    "half a surrogate pair in metadata": (
        "a.html",
        '<script type="application/ld+json">{"@type": "NewsArticle", "author": "\\ud800"}</script>'
        + HTML,
        UK,
    ),
    "two megabytes in one line of text": ("a.txt", f"{UK} " * 6_500, UK),
    "two megabytes in one line of a page": ("a.html", HTML + f"{UK} " * 6_500, UK),
    "two megabytes in one line of Markdown": ("a.md", f"{UK} " * 6_500, UK),
    "20,000 brackets in Markdown": ("a.md", UK + "\n\n" + "[" * 20_000, UK),
    "20,000 emphases in Markdown": ("uk.md", UK + "\n\n" + "*а _б " * 20_000 + UK, UK),
    "1,000 code spans in Markdown": ("uk.md", UK + "\n\n" + f"`{UK}``б" * 1_000, UK),
    "Markdown with NUL-like references": ("a.md", UK + " &#0; &#xD800; &bogus;", UK),
    "Markdown with lists nested 100 deep": (
        "a.md",
        UK + "\n\n" + "".join(" " * (2 * n) + "- а\n" for n in range(100)),
        UK,
    ),
    "rule at the head of Markdown": ("a.md", f"---\n\n{UK}\n", UK),
}


@pytest.mark.parametrize(("name", "data", "expected"), READ.values(), ids=READ)
def test_damaged_file_is_read_sanely(
    tmp_path: Path, name: str, data: str | bytes, expected: str
) -> None:
    assert expected in texts(read(tmp_path, name, data))


def test_missing_file_is_refused(tmp_path: Path) -> None:
    with pytest.raises(LoadError, match="does not exist"):
        load(tmp_path / "uk.txt")


def test_folder_given_as_a_file_is_refused(tmp_path: Path) -> None:
    (tmp_path / "uk.txt").mkdir()
    with pytest.raises(LoadError, match="is a folder"):
        load(tmp_path / "uk.txt")


def test_symlink_loop_is_refused(tmp_path: Path) -> None:
    (tmp_path / "uk.txt").symlink_to(tmp_path / "en.txt")
    (tmp_path / "en.txt").symlink_to(tmp_path / "uk.txt")
    with pytest.raises(LoadError, match="cannot be read"):
        load(tmp_path / "uk.txt")


def test_broken_symlink_is_refused(tmp_path: Path) -> None:
    (tmp_path / "uk.txt").symlink_to(tmp_path / "nowhere")
    with pytest.raises(LoadError, match="does not exist"):
        load(tmp_path / "uk.txt")


def test_pipe_is_refused_without_waiting_for_it(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "uk.txt")
    with pytest.raises(LoadError, match="no ordinary file"):
        load(tmp_path / "uk.txt")


def test_path_with_a_nul_is_refused(tmp_path: Path) -> None:
    with pytest.raises(LoadError, match="cannot be read"):
        load(tmp_path / "u\0k.txt")


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_file_without_permission_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "uk.txt"
    path.write_text(UK, encoding="utf-8")
    path.chmod(0)
    with pytest.raises(LoadError, match="cannot be read"):
        load(path)
