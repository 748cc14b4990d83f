"""What a page's head says of its article: titles, author, date, language.

Sources in order of trust: JSON-LD (schema.org), then ``meta`` elements (OpenGraph and
older ones), then ``time`` and microdata in the page itself.
"""

from __future__ import annotations

import datetime as dt
import json
import re
from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

from transcheck.limits import HEADLINE_MOST, HEADLINE_SHORTEST
from transcheck.loading.normalising import plain
from transcheck.loading.page import Element, Line, Page
from transcheck.loading.roles import NEVER_ARTICLE, Role

_TITLES = ("og:title", "twitter:title", "dc.title", "title")
_AUTHORS = ("author", "article:author", "dc.creator", "parsely-author", "sailthru.author")
_DATES = (
    "article:published_time", "og:published_time", "datepublished", "pubdate", "publishdate",
    "publish-date", "parsely-pub-date", "dc.date.issued", "dc.date",
    "dcterms.created", "dcterms.date", "date",
)  # fmt: skip
_LANGUAGES = ("og:locale", "content-language", "dc.language", "language")
_ARTICLE = re.compile(r"(?:Article|BlogPosting|Report)$")
_DATE = re.compile(r"\s*(\d{4})-(\d\d)-(\d\d)(?!\d)")
_DAY_FIRST = re.compile(r"\s*(\d\d?)\.(\d\d?)\.(\d{4})(?!\d)")


class Metadata(NamedTuple):
    """What a page says of its article outside of the article."""

    titles: tuple[str, ...] = ()
    """Headlines, the most trusted first; the last may have the site's name behind it."""
    author: str = ""
    """From JSON-LD."""
    meta_author: str = ""
    """From ``meta``, where systems also write the account that published the page."""
    published: dt.date | None = None
    language: str = ""


def read_metadata(page: Page) -> Metadata:
    """Return what the markup of a page says of its article."""
    article = next(_articles(page), {})
    metas = _metas(page)
    first = next((element for element in page.elements if element.tag == "title"), None)
    title = "".join(text for element, text in page.raw if element is first)
    titles = [article.get("headline"), *(metas.get(key) for key in _TITLES), title]
    dates = [
        article.get("datePublished"),
        article.get("dateCreated"),
        *(metas.get(key) for key in _DATES),
        *_times(page),
    ]
    authors = [metas.get(key) for key in _AUTHORS]
    root = page.elements[0].attributes
    languages = [root.get("lang"), root.get("xml:lang"), article.get("inLanguage")]
    languages += [metas.get(key) for key in _LANGUAGES]
    return Metadata(
        titles=tuple(dict.fromkeys(text for text in map(_text, titles) if text)),
        author=_names(article.get("author")),
        meta_author=next((n for n in map(_text, authors) if n and "://" not in n), ""),
        published=next((date for date in map(parse_date, dates) if date), None),
        language=next((tag for tag in map(_text, languages) if tag), ""),
    )


def parse_date(written: object) -> dt.date | None:
    """Return the day of a date that begins as 2020-02-14 or 14.02.2020; None for all else.

    The time of day is left out, and its zone with it: the day is the one that is written.
    """
    if not isinstance(written, str):
        return None
    match = _DATE.match(written)
    day_first = _DAY_FIRST.match(written)
    if match:
        year, month, day = match.groups()
    elif day_first:
        day, month, year = day_first.groups()
    else:
        return None
    try:
        return dt.date(int(year), int(month), int(day))
    except ValueError:
        return None


def _text(value: object) -> str:
    """Return a value of JSON or of an attribute as clean text; what is no text as nothing."""
    if isinstance(value, dict):
        value = value.get("name") or value.get("alternateName")
    return plain(value[:1000]) if isinstance(value, str) else ""


def _names(value: object) -> str:
    people = value if isinstance(value, list) else [value]
    return ", ".join(name for name in map(_text, people) if name and "://" not in name)


def _metas(page: Page) -> dict[str, str]:
    """Return the contents of ``meta`` elements by lower-case name; the first of a name counts."""
    found: dict[str, str] = {}
    for element in page.elements:
        if element.tag == "meta":
            attributes = element.attributes
            for key in ("property", "name", "itemprop", "http-equiv"):
                if key in attributes:
                    found.setdefault(attributes[key].lower(), attributes.get("content", ""))
    return found


def _times(page: Page) -> Iterator[str]:
    """Yield what microdata calls the date of publication, then the first ``time``."""
    published = [e for e in page.elements if "datePublished" in e.attributes.get("itemprop", "")]
    times = [e for e in page.elements if e.tag == "time" and "datetime" in e.attributes]
    for element in (*published, *times[:1]):
        yield element.attributes.get("datetime") or element.attributes.get("content", "")


def _articles(page: Page) -> Iterator[dict[str, Any]]:
    """Yield the JSON-LD objects that describe an article, in the page's order.

    A script that is no JSON is passed over: one plugin's mistake must not hide the rest.
    """
    for element, text in page.raw:
        if _is_json_ld(element):
            try:
                found = json.loads(
                    text.strip().removeprefix("<!--").removesuffix("-->"), strict=False
                )
            except (ValueError, RecursionError):
                continue
            yield from _typed(found)


def _is_json_ld(element: Element) -> bool:
    kind = element.attributes.get("type", "").lower()
    return element.tag == "script" and kind.startswith("application/ld+json")


def _typed(found: object) -> Iterator[dict[str, Any]]:
    """Yield the articles in a value, at the top, in a list or in a ``@graph``."""
    waiting = [found]
    while waiting:
        value = waiting.pop()
        if isinstance(value, list):
            waiting += reversed(value)
        elif isinstance(value, dict):
            kinds = value.get("@type")
            kinds = kinds if isinstance(kinds, list) else [kinds]
            if any(isinstance(kind, str) and _ARTICLE.search(kind) for kind in kinds):
                yield value
            waiting += (value.get("mainEntity"), value.get("@graph"))


_CALLED = ("h1", "h2", "h3")
_NOT_WORDS = re.compile(r"[\W_]+")
_SEPARATOR = re.compile(r"\s[|/:·•»«–—-]+\s")
"""Between a headline and the name of the site or section."""

Headline = tuple[Line, ...]


def find_headline(page: Page, titles: Sequence[str]) -> Headline:
    """Return the lines of the headline, none where the page has none.

    That is the heading that the page's metadata give as title, else another line that they
    do, else the first heading of the first rank.

    Args:
        page: The page.
        titles: What its metadata call the article, the most trusted first.
    """
    headings = _headings(page)
    wanted = [words for words in map(folded, titles) if words]
    for matches in (str.__eq__, _holds):
        for title in wanted:
            for lines in headings:
                if matches(title, _words_of(lines)):
                    return lines
    parts = [max(map(folded, _SEPARATOR.split(title)), key=len) for title in titles]
    for line in page.lines:
        text = _words_of((line,))
        if (
            len(text) >= HEADLINE_SHORTEST
            and text in (*wanted, *parts)
            and not _is_outside(line.block)
        ):
            return (line,)
    return next((lines for lines in headings if _heading(lines[0].block).tag == "h1"), ())


def folded(text: str) -> str:
    """Return a title without signs, spaces and capitals, to compare it with another."""
    return _NOT_WORDS.sub("", text.casefold())


def _headings(page: Page) -> list[Headline]:
    """Return the lines of each heading, those of the first rank first."""
    found: dict[Element, list[Line]] = {}
    for line in page.lines:
        heading = _heading(line.block)
        if heading.parent is not None and not _is_outside(heading):
            found.setdefault(heading, []).append(line)
    ranked = sorted(found, key=lambda element: element.tag != "h1")
    return [tuple(found[element]) for element in ranked]


def _heading(block: Element) -> Element:
    """Return the heading that a block is in; the root of the page where it is in none."""
    above = block
    for above in block.ancestors():
        if above.tag in _CALLED or above.role is Role.HEADLINE:
            return above
    return above


def _is_outside(element: Element) -> bool:
    return any(above.tag in NEVER_ARTICLE for above in element.ancestors())


def _words_of(lines: Headline) -> str:
    return folded("".join(text for line in lines for (text, _), _ in line.pieces))


def _holds(title: str, heading: str) -> bool:
    """Return whether a title is a heading with the site's name, or one is most of the other."""
    if len(heading) >= HEADLINE_SHORTEST and title.startswith(heading):
        return True
    short, long = sorted((title, heading), key=len)
    return short in long and len(short) >= HEADLINE_MOST * len(long)
