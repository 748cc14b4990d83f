"""Reports whose every text may be hostile to whatever reads them."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import strategies as st

from tests.sample_reports import SIGNATURE, edition, finding, occurrence
from transcheck.checks import fingerprint
from transcheck.languages import LANGUAGES
from transcheck.model import (
    Alignment,
    ArticleReport,
    Bead,
    Edition,
    Family,
    Finding,
    Occurrence,
    Report,
    Severity,
    Skipped,
    Suppression,
)

HOSTILE = (
    "=cmd|' /C calc'!A0", "+1-1", "-2+3", "@SUM(1,1)", "＝1", '"; =1', "'=1",
    "]]>", "</failure></testcase>", "<!-- ", "-->", "<script>alert(1)</script>", "&lt;&amp;&#x1b;",
    "<b>", "</b>", "<!ENTITY x SYSTEM 'file:///etc/passwd'>",
    "\x1b[31m", "\x1b]0;owned\x07", "\x9b2J", "\x00", "\x7f", "\r\n", "\u2028", "\t", "\ufeff",
    "\u202e", "\u2066", "\u200b", "\ud800", "\udcff", "🙂",
    "::error file=a,line=1::owned",
    "\n::set-output name=a::b", "##[error]owned",
    "##[add-path]/tmp", "###[command]", "#\u00ad#\u200b[error]x", "##error",
    " \u200b:\u2060:error::x", "%0A::warning::x", "%25", "::stop-commands::x",
    "| a | b |\n|---|---|", "```\ncode\n```", "`", "``", "\\", "\\`", "**", "__", "~~~", "# head",
    "- item", "1. item", "> quote", "---", "===", "@everyone", "#1", "GH-1", "org/repo#2",
    "[click](javascript:alert(1))", "![x](http://tracker/x.png)", "<http://a.b>", "[x][y]", "[^1]",
    "http://example.com", "www.example.com", "mail@example.com", "$a$", ":smile:", "/close", "!1",
    "{0}", "{{", "[a](1)", "\\[a](1)", '","', '{"a": 1}', "NaN", "NA", "true", "1e5", "_x0041_",
)  # fmt: skip
"""Fragments that mean something in at least one of the formats."""


def _paired(text: str) -> str:
    """Return a text in which surrogates that make a character are that character, as in JSON."""
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "surrogatepass")


FRAGMENTS = st.one_of(
    st.sampled_from(HOSTILE),
    # What XML cannot hold has a test of its own: it is replaced there.
    st.text(st.characters(exclude_characters="\ufffe\uffff"), max_size=8),
    st.just(" "),
)
JOINED = st.lists(FRAGMENTS, min_size=1, max_size=5).map("".join).map(_paired)
TEXTS = JOINED.filter(lambda text: text.strip())


@st.composite
def articles(draw: st.DrawFn, name: str) -> ArticleReport:
    """Draw an article: some editions, findings of every kind in them, some things skipped."""
    languages = draw(st.sampled_from([LANGUAGES.names(), LANGUAGES.names()[:2]]))
    # A path of an operating system holds no lone surrogates but those that stand for bytes.
    folder = draw(TEXTS).replace("\ud800", "").replace("/", ".")
    editions = tuple(
        edition(
            language,
            tuple(draw(st.lists(TEXTS, min_size=1, max_size=3))),
            folder=f"stories/{name}{folder}",
        )
        for language in languages
    )
    found = tuple(
        draw(_findings(editions, f"{name}{number}"))
        for number in range(draw(st.integers(min_value=0, max_value=3)))
    )
    skipped = tuple(
        Skipped(f"stories/{name}/{number}.txt", draw(TEXTS), draw(st.just("") | TEXTS))
        for number in range(draw(st.integers(min_value=0, max_value=2)))
    )
    return ArticleReport(f"{name}{draw(TEXTS)}", editions, _aligned(editions), found, skipped)


@st.composite
def _findings(draw: st.DrawFn, editions: tuple[Edition, ...], key: str) -> Finding:
    chosen = draw(st.lists(st.sampled_from(editions), min_size=1, max_size=3, unique=True))
    places = []
    for each in chosen:
        segment = draw(st.sampled_from(each.segments))
        start = draw(st.integers(min_value=0, max_value=len(segment.text) - 1))
        end = draw(st.integers(min_value=start + 1, max_value=len(segment.text)))
        said, value = segment.text[start:end], draw(st.none() | TEXTS)
        places.append(Occurrence(each.language, segment.index, start, end, said, value))
    suspects = draw(st.lists(st.sampled_from(editions), max_size=1))
    built = finding(
        draw(st.sampled_from(["NUM001", "MIS001", "XXX999"])),
        "some-rule",
        draw(st.sampled_from(list(Family))),
        draw(TEXTS),
        tuple(places),
        severity=draw(st.sampled_from(list(Severity))),
        suspects=tuple(each.language for each in suspects),
        suppressed=draw(st.none() | st.builds(Suppression, st.just("baseline"), TEXTS)),
    )
    return replace(built, fingerprint=fingerprint(key))


def _aligned(editions: tuple[Edition, ...]) -> Alignment:
    longest = max(len(each.segments) for each in editions)
    return Alignment(
        tuple(
            Bead(tuple((n,) if n < len(each.segments) else () for each in editions), 0.9)
            for n in range(longest)
        )
    )


@st.composite
def reports(draw: st.DrawFn) -> Report:
    """Draw a run over a few articles."""
    count = draw(st.integers(min_value=0, max_value=3))
    return Report(tuple(draw(articles(f"a{n}")) for n in range(count)), SIGNATURE)


def hostile(text: str) -> ArticleReport:
    """Return an article in which every text is `text`: found, accepted and skipped."""
    editions = tuple(edition(code, (text, text), "stories/x") for code in LANGUAGES.names())
    places = tuple(occurrence(each, 1) for each in editions)
    one = finding("NUM001", "some-rule", Family.NUMBER, text, places)
    two = finding("NUM001", "some-rule", Family.NUMBER, f"{text}2", places[:1],
                  suppressed=Suppression("inline", text))  # fmt: skip
    found = tuple(
        replace(each, fingerprint=fingerprint(text, str(n))) for n, each in enumerate((one, two))
    )
    skipped = Skipped("stories/x/uk.txt", text, text)
    return ArticleReport(text, editions, _aligned(editions), found, (skipped,))
