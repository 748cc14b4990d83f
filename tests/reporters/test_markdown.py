from __future__ import annotations

from dataclasses import replace

import pytest
from markdown_it import MarkdownIt

from tests.sample_reports import broken, clean, edition, finding, homs, occurrence, pair
from transcheck.model import Alignment, ArticleReport, Bead, Family, Report, Severity
from transcheck.reporters import markdown, render
from transcheck.reporters.visible import code_span, escaped


def written(*articles: ArticleReport, limit: Severity | None = Severity.ERROR) -> str:
    return render(Report(articles, ""), "markdown", limit=limit).decode()


def headings(text: str) -> list[str]:
    return [line.lstrip("# ") for line in text.splitlines() if line.startswith("#")]


def test_the_verdict_comes_first_then_what_is_grave() -> None:
    text = written(pair(), homs(), broken(), clean())
    assert headings(text) == [
        "❌ transcheck: 4 articles, 3 checked: 2 errors, 1 warning, 1 info, 1 accepted",
        "Not checked", "Errors", "Warnings", "Info", "Accepted",
    ]  # fmt: skip
    assert "Failed: 2 findings at or above error and 1 article that could not be" in text


@pytest.mark.parametrize(
    ("article", "limit", "sign"),
    [
        pytest.param(clean(), Severity.INFO, "✅", id="nothing found"),
        pytest.param(pair(), Severity.ERROR, "✅", id="nothing that fails the run"),
        pytest.param(pair(), Severity.WARNING, "❌", id="a finding at the limit"),
        pytest.param(broken(), Severity.ERROR, "❌", id="not checked"),
        pytest.param(broken(), None, "✅", id="nothing is to fail"),
    ],
)
def test_the_sign_of_the_verdict(article: ArticleReport, limit: Severity | None, sign: str) -> None:
    assert written(article, limit=limit).startswith(f"### {sign} transcheck: ")


def test_a_finding_shows_what_each_edition_says() -> None:
    lines = written(homs()).splitlines()
    first = lines.index("- 🔴 **NUM001** `homs` en says 2,500, uk and ru say 1,500")
    assert lines[first + 2] == (
        "  - **en** ◀ `stories/homs/en.txt:5:7` About <b>2,500</b> fighters left the city at "
        "night, a commander said."
    )
    assert "  - **ru** ◀ `stories/homs/ru.txt:9:1` *— nothing here —*" in lines


def test_an_accepted_finding_has_its_reason() -> None:
    assert written(homs()).splitlines()[-1] == (
        "- 🟡 **NAM001** `homs` en writes Qassem, uk and ru write Касем "
        "`stories/homs/uk.txt:11:23` (glossary\\: house spelling)"
    )


def test_a_long_sentence_is_cut_around_the_mark() -> None:
    en = edition("en", (f"{'many words ' * 60}2,500 {'more words ' * 60}",))
    one = finding("NUM001", "x", Family.NUMBER, "…", (occurrence(en, 0, "2,500"),))
    text = written(ArticleReport("a", (en,), Alignment((Bead(((0,),), 1.0),)), (one,)))
    (line,) = (line for line in text.splitlines() if "<b>" in line)
    assert "…" in line.partition("<b>2,500</b>")[0]
    assert line.endswith("…")
    assert len(line) < 330


def test_what_does_not_fit_is_counted_and_errors_stay(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(markdown, "ROOM", 2_000)
    many = replace(pair(), findings=pair().findings[:1] * 100)
    text = written(*([many] * 20), homs())
    assert len(text) < 2_300
    assert text.count("🔴") == 2
    shown = text.count("🟡 **ADD001**")
    assert shown
    assert f"*… and {2000 - shown} more: other formats have them all.*" in text
    assert "*… and 1 more" in text.partition("#### Accepted")[2]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("a *b* _c_ **d** ~~e~~ `f`", id="emphasis and code"),
        pytest.param("[a](http://b) ![c](d) <e@f.g> [h]", id="links and images"),
        pytest.param("<b>a</b> <!-- --> &amp; &#64;", id="HTML"),
        pytest.param("\\*a\\* \\", id="backslashes"),
        pytest.param("a | b", id="tables"),
        pytest.param("1\u00a0500 — «так»; O'Brien (12) 50%", id="ordinary text"),
    ],
)
def test_escaped_text_comes_out_as_it_went_in(text: str) -> None:
    (paragraph,) = (t for t in MarkdownIt("commonmark").parse(f"x {escaped(text)}") if t.children)
    assert paragraph.children is not None
    assert {child.type for child in paragraph.children} == {"text"}
    shown = "".join(child.content for child in paragraph.children)
    assert shown.replace("\u200b", "") == f"x {text}"


@pytest.mark.parametrize(
    ("text", "harmless"),
    [
        pytest.param("@editor", "\\@\u200beditor", id="a name"),
        pytest.param("org/repo#12", "org/repo\\#\u200b12", id="an issue"),
        pytest.param("gh-12", "gh\u200b-12", id="an issue, older"),
        pytest.param("www.a.b", "www\u200b.a.b", id="an address"),
        pytest.param("http://a", "http\\://a", id="an address with its scheme"),
        pytest.param("№ 5 @ 7", "№ 5 \\@ 7", id="a sign on its own"),
    ],
)
def test_nothing_becomes_a_link_of_the_hosting(text: str, harmless: str) -> None:
    assert escaped(text) == harmless


@pytest.mark.parametrize("text", ["a", "a`b", "`a`", "``", " a ", "a\nb", ""])
def test_code_spans_hold_any_text(text: str) -> None:
    (paragraph,) = (t for t in MarkdownIt("commonmark").parse(f"x{code_span(text)}") if t.children)
    assert paragraph.children is not None
    (_, span) = paragraph.children
    assert span.type == "code_inline"
    assert span.content.strip() == text.replace("\n", " ").strip()
