from __future__ import annotations

from pathlib import Path

import pytest

from tests.sample_reports import finding, occurrence
from transcheck.accepting import heed
from transcheck.loading import load
from transcheck.model import Edition, Family, Suppression
from transcheck.segmenting import segment

HEAD = "# Бої за місто тривають другий тиждень\n\n"
FIRST = "У місті загинули 12 людей. Про це повідомили лікарі."
SECOND = "Ще 30 жителів дістали поранення під час обстрілу вночі."
REQUEST = "<!-- transcheck: ignore NUM001 так у джерелі -->"
PAGE = "<html lang='uk'><body><article><h1>Бої за місто тривають</h1>{}</article></body></html>"


def edition(path: Path, source: str) -> Edition:
    path.write_text(source, encoding="utf-8")
    return segment(load(path))


def ignored(edition: Edition, code: str = "NUM001") -> list[str]:
    """Return the numbers whose findings the edition asks to ignore."""
    places = [
        occurrence(edition, s.index, number)
        for number in ("12", "30")
        for s in edition.segments
        if number in s.text
    ]
    findings = [finding(code, "number-differs", Family.NUMBER, p.text, (p,)) for p in places]
    assert len(findings) == 2
    return [f.text for f in heed([edition], findings) if f.suppressed]


@pytest.mark.parametrize(
    ("source", "numbers"),
    [
        pytest.param(f"{HEAD}{FIRST}\n\n{SECOND}\n", [], id="no request"),
        pytest.param(f"{HEAD}{REQUEST}\n\n{FIRST}\n\n{SECOND}\n", ["12"], id="above a paragraph"),
        pytest.param(f"{HEAD}{FIRST}\n\n{REQUEST}\n\n{SECOND}\n", ["30"], id="between two"),
        pytest.param(f"{HEAD}{REQUEST} {FIRST}\n\n{SECOND}\n", ["12"], id="in front, same line"),
        pytest.param(f"{HEAD}{FIRST} {REQUEST}\n\n{SECOND}\n", ["12"], id="behind, same line"),
        pytest.param(
            f"{HEAD}{FIRST.replace('. ', f'. {REQUEST} ', 1)}\n\n{SECOND}\n", ["12"], id="within"
        ),
        pytest.param(f"{HEAD}{FIRST}\n\n{SECOND}\n\n{REQUEST}\n", [], id="below the last"),
        pytest.param(f"{REQUEST}\n\n{HEAD}{FIRST}\n\n{SECOND}\n", [], id="above the headline"),
        pytest.param(
            f"---\ntranscheck-ignore: NUM001 why\n---\n{HEAD}{FIRST}\n\n{SECOND}\n",
            ["12", "30"],
            id="front matter is about the article",
        ),
    ],
)
def test_a_request_is_about_the_paragraph_it_stands_at(
    tmp_path: Path, source: str, numbers: list[str]
) -> None:
    assert ignored(edition(tmp_path / "uk.md", source)) == numbers


def test_paragraphs_of_a_page_on_one_line_are_told_apart(tmp_path: Path) -> None:
    body = f"<p>{FIRST}</p>{REQUEST}<p>{SECOND}</p>"
    assert ignored(edition(tmp_path / "uk.html", PAGE.format(body))) == ["30"]


@pytest.mark.parametrize(
    ("asked", "found", "taken"),
    [
        pytest.param("NUM001", "NUM001", True, id="the code"),
        pytest.param("NUM", "NUM003", True, id="a prefix"),
        pytest.param("NUM001", "NUM003", False, id="another code"),
        pytest.param("DAT", "NUM001", False, id="another family"),
    ],
)
def test_codes_are_asked_for_by_prefix(tmp_path: Path, asked: str, found: str, taken: bool) -> None:
    source = f"{HEAD}{REQUEST.replace('NUM001', asked)}\n\n{FIRST}\n\n{SECOND}\n"
    assert ignored(edition(tmp_path / "uk.md", source), found) == (["12"] if taken else [])


def test_the_reason_is_kept_and_what_is_accepted_already_stays(tmp_path: Path) -> None:
    uk = edition(tmp_path / "uk.md", f"{HEAD}{REQUEST}\n\n{FIRST}\n\n{SECOND}\n")
    place = occurrence(uk, uk.segments[1].index, "12")
    before = Suppression("glossary", "one name")
    first, second = heed(
        [uk],
        [
            finding("NUM001", "r", Family.NUMBER, "a", (place,)),
            finding("NUM001", "r", Family.NUMBER, "b", (place,), suppressed=before),
        ],
    )
    assert first.suppressed == Suppression("inline", "так у джерелі")
    assert second.suppressed == before
