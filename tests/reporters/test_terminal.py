from __future__ import annotations

import re
import unicodedata
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from tests.sample_reports import (
    broken,
    clean,
    edition,
    everything,
    finding,
    homs,
    occurrence,
    pair,
)
from transcheck.model import (
    Alignment,
    ArticleReport,
    Bead,
    Family,
    Report,
    Severity,
    Skipped,
    Suggestion,
)
from transcheck.reporters import Display, render

STYLE = re.compile(r"\x1b\[[0-9;]*m")


def shown(*articles: ArticleReport, width: int = 80, styled: bool = False) -> str:
    display = Display(width, styled=styled, coloured=styled)
    return render(Report(articles, ""), "terminal", display=display).decode()


def test_stacked_on_80_columns() -> None:
    assert (
        shown(homs())
        == """\
── homs ─────────────────────────────────────────── uk 6 · en 6 · ru 5 sentences

error NUM001 number-differs · confidence 1.00
en says 2,500, uk and ru say 1,500

  uk  stories/homs/uk.txt:5:9
      Близько [1 500] бійців залишили місто вночі, повідомив командувач.
▸ en  stories/homs/en.txt:5:7
      About [2,500] fighters left the city at night, a commander said.
  ru  stories/homs/ru.txt:5:7
      Около [1 500] бойцов покинули город ночью, сообщил командир.

error MIS001 missing-passage · confidence 1.00
ru leaves out a sentence that uk and en have

  uk  stories/homs/uk.txt:9:1
      У 2016 році з міста вже вивозили повстанців автобусами.
  en  stories/homs/en.txt:9:1
      In 2016 rebels had already been bused out of the city.
▸ ru  stories/homs/ru.txt:9:1
      Россия и Асад бомбили трассу М5, чтобы остановить наступление.
      — nothing here —
      Лидер «Хезболлы» Наим Касем пообещал поддержку Дамаску.

1 article, 1 checked: 2 errors, 1 accepted
Failed: 2 findings at or above error.
"""
    )


def test_side_by_side_where_there_is_room() -> None:
    text = shown(homs(), width=110)
    assert (
        "  uk  stories/homs/uk.txt:5:9         ▸ en  stories/homs/en.txt:5:7"
        "       ru  stories/homs/ru.txt:5:7\n"
        "  Близько [1 500] бійців залишили     About [2,500] fighters left the"
        "     Около [1 500] бойцов покинули\n"
        "  місто вночі, повідомив командувач.  city at night, a commander said."
        "    город ночью, сообщил командир.\n"
    ) in text
    assert "  повстанців автобусами.              bused out of the city.\n" in text


def test_places_that_do_not_fit_a_column_stand_below_unbroken() -> None:
    article = homs()
    long = tuple(replace(e, path=Path("very/" * 30, e.path.name)) for e in article.editions)
    text = shown(replace(article, editions=long), width=110)
    for e in long:
        assert f"  {e.path.as_posix()}:5:" in text


@pytest.mark.parametrize(
    ("width", "editions", "beside"),
    [(80, 2, False), (81, 2, True), (97, 3, False), (98, 3, True), (200, 3, True)],
)
def test_how_wide_a_terminal_must_be(width: int, editions: int, beside: bool) -> None:
    text = shown(homs() if editions == 3 else pair(), width=width)
    assert (
        re.search(r"^\s*uk .* en ", text.partition("\n")[2], re.MULTILINE) is not None
    ) is beside


@given(st.integers(40, 200), st.booleans())
def test_only_places_are_wider_than_the_terminal(width: int, styled: bool) -> None:
    text = shown(*everything().articles, width=width, styled=styled)
    for line in STYLE.sub("", text).splitlines():
        assert cell_len(line) <= width or re.search(r"\.txt:\d+:\d+$|sentences$", line)
        assert styled or line == line.rstrip()


def test_without_a_terminal_there_are_no_escapes() -> None:
    assert "\x1b" not in shown(*everything().articles)


def test_without_colours_bold_and_underline_stay() -> None:
    raw = render(Report((homs(),), ""), "terminal", display=Display(80, styled=True)).decode()
    codes = {code for style in STYLE.findall(raw) for code in style[2:-1].split(";")}
    assert "4" in codes
    assert codes <= {"0", "1", "2", "4"}


def test_the_same_words_in_colour_and_without() -> None:
    plain = shown(*everything().articles, width=110).replace("[", "").replace("]", "")
    coloured = STYLE.sub("", shown(*everything().articles, width=110, styled=True))
    assert sorted(re.findall(r"\w+", plain)) == sorted(re.findall(r"\w+", coloured))


def test_the_suspect_is_told_by_more_than_colour() -> None:
    assert "▸ en  stories/homs/en.txt:5:7" in shown(homs())
    assert "▸ uk" not in shown(homs())


def test_an_article_without_findings_is_only_counted() -> None:
    assert shown(clean()) == "1 article, 1 checked: no divergences\nPassed.\n"


def test_accepted_findings_are_only_counted() -> None:
    article = replace(homs(), findings=homs().findings[2:])
    assert shown(article) == "1 article, 1 checked: no divergences, 1 accepted\nPassed.\n"


def test_what_could_not_be_checked_comes_with_reason_and_hint() -> None:
    assert (
        shown(broken(), clean())
        == """\
── Not checked ─────────────────────────────────────────────────────────────────

kherson could not be checked
    stories/kherson/en.html: the file is empty
    put the English text in it or remove it

2 articles, 1 checked: no divergences
Failed: 1 article that could not be checked.
"""
    )


def test_a_file_that_the_reason_names_is_not_named_twice() -> None:
    skipped = Skipped("a/en.txt", "a/en.txt is empty")
    assert "\n    a/en.txt is empty\n" in shown(replace(broken(), skipped=(skipped,)))


def test_hostile_text_cannot_reach_the_terminal() -> None:
    evil = "\x1b[2J\x9b2J\x07\u202e[red]x[/red]\r\n"
    article = pair()
    uk, en = (
        edition(e.language, tuple(evil + s.text for s in e.segments), f"st{evil}ories")
        for e in article.editions
    )
    added = finding(evil, evil, Family.ADDED, evil, (occurrence(en, 4),), suspects=("en",))
    skipped = Skipped(evil, evil, evil)
    report = ArticleReport(evil, (uk, en), article.alignment, (added,), (skipped,))
    text = shown(report)
    assert {c for c in text if unicodedata.category(c) in {"Cc", "Cs"}} == {"\n"}
    assert "\u202e" not in text
    assert "[red]x[/red]" in text


def test_a_very_long_sentence_is_shown_around_its_mark() -> None:
    sentence = "а" * 5000 + " 1 500 " + "б" * 5000
    uk, en = edition("uk", (sentence,)), edition("en", ("About 2,500 people.",))
    places = (occurrence(uk, 0, "1 500"), occurrence(en, 0, "2,500"))
    one = finding("NUM001", "number-differs", Family.NUMBER, "…", places)
    text = shown(ArticleReport("a", (uk, en), Alignment((Bead(((0,), (0,)), 1.0),)), (one,)))
    assert "[1 500]" in text
    assert len(text) < 1500


def test_of_a_long_passage_the_first_sentences_are_shown() -> None:
    uk, en = edition("uk", ("Початок.",)), edition("en", ("Start.", *(f"S {n}." for n in range(9))))
    beads = (Bead(((0,), (0,)), 1.0), *(Bead(((), (n + 1,)), 0.9) for n in range(9)))
    places = tuple(occurrence(en, n) for n in range(1, 10))
    one = finding("ADD001", "added", Family.ADDED, "…", places, severity=Severity.WARNING)
    text = shown(ArticleReport("a", (uk, en), Alignment(beads), (one,)))
    assert "S 3." in text
    assert "S 4." not in text
    assert "… and 5 more" in text


def test_wide_characters_keep_the_columns_straight() -> None:
    uk = edition("uk", ("日本語の文章が長く続いています。" * 6,))
    en = edition("en", ("About 2,500 people.",))
    places = (occurrence(uk, 0, "日本"), occurrence(en, 0, "2,500"))
    one = finding("NUM001", "number-differs", Family.NUMBER, "…", places)
    article = ArticleReport("a", (uk, en), Alignment((Bead(((0,), (0,)), 1.0),)), (one,))
    lines = shown(article, width=100).splitlines()
    (right,) = [line for line in lines if "[2,500]" in line]
    (head,) = [line for line in lines if "en  stories" in line]
    assert cell_len(right.partition("About")[0]) == cell_len(head.partition("en  stories")[0])


def test_twice_gives_the_same_bytes() -> None:
    assert shown(*everything().articles) == shown(*everything().articles)


def test_a_certain_correction_stands_under_the_message() -> None:
    report = homs()
    (first, *others) = report.findings
    place = next(each for each in first.occurrences if each.language == "en")
    right = Suggestion("en", place.segment, place.start, place.end, "1,500")
    first = replace(first, suggestion=right, confidence=0.874)
    lines = shown(replace(report, findings=(first, *others))).splitlines()
    at = lines.index("error NUM001 number-differs · confidence 0.87")
    assert lines[at + 2] == "correction: en “2,500” → “1,500”"
