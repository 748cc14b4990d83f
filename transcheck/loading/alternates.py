"""The other editions of a page that the page itself names.

Sites say it in three ways, in order of trust: ``link rel="alternate" hreflang``; JSON-LD
(``translationOfWork``, ``workTranslation``); a language switcher, which is a link whose
text, ``hreflang`` or ``lang`` is the name or code of a language. A switcher often leads to
the front page: that is no edition of the article.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterator
from typing import Any, NamedTuple
from urllib.parse import urldefrag, urljoin, urlsplit

from transcheck.languages import LANGUAGES, known
from transcheck.limits import ALTERNATES_LONGEST_LABEL
from transcheck.loading.page import Element, Page, read_page

_WORKS = ("translationOfWork", "workTranslation")


class Alternate(NamedTuple):
    """One edition that a page names."""

    language: str
    """The code of its language."""
    url: str
    """Its absolute address."""
    how: str
    """``hreflang``, ``JSON-LD`` or ``switcher``."""


def find_alternates(source: str, url: str) -> tuple[Alternate, ...]:
    """Return the editions of a page in languages of ours, one a language.

    Args:
        source: the HTML of the page.
        url: the address that it was read from. It is no edition of itself.
    """
    page = read_page(source)
    base = next((e.attributes.get("href", "") for e in page.elements if e.tag == "base"), "")
    base = urljoin(url, base)
    found: dict[str, Alternate] = {}
    for how, pairs in (
        ("hreflang", _links(page)),
        ("JSON-LD", _works(page)),
        ("switcher", _switcher(page)),
    ):
        for tag, href in pairs:
            language = known(tag.partition("-")[0])
            address = _absolute(base, href)
            if language is None or not address:
                continue
            if how == "switcher" and urlsplit(address).path.strip("/") in ("", language.code, tag):
                continue
            found.setdefault(language.code, Alternate(language.code, address, how))
    return tuple(each for each in found.values() if each.url != urldefrag(url).url)


def _absolute(base: str, href: str) -> str:
    try:
        address = urldefrag(urljoin(base, href.strip())).url
        return address if urlsplit(address).scheme in ("http", "https") else ""
    except ValueError:  # no address at all, such as http://[
        return ""


def _links(page: Page) -> Iterator[tuple[str, str]]:
    for element in page.elements:
        attributes = element.attributes
        if element.tag == "link" and "alternate" in attributes.get("rel", "").lower().split():
            yield attributes.get("hreflang", ""), attributes.get("href", "")


def _works(page: Page) -> Iterator[tuple[str, str]]:
    for element, text in page.raw:
        if element.attributes.get("type", "").lower() == "application/ld+json":
            try:
                yield from _named(json.loads(text))
            except (ValueError, RecursionError):
                continue


def _named(value: Any) -> Iterator[tuple[str, str]]:
    """Yield language and address of every translation that JSON-LD names."""
    if isinstance(value, list):
        for part in value:
            yield from _named(part)
    elif isinstance(value, dict):
        for key in _WORKS:
            works = value.get(key)
            for work in works if isinstance(works, list) else [works]:
                if isinstance(work, dict):
                    address = work.get("url") or work.get("@id")
                    language = work.get("inLanguage")
                    if isinstance(address, str) and isinstance(language, str):
                        yield language, address
        for part in value.values():
            yield from _named(part)


def _switcher(page: Page) -> Iterator[tuple[str, str]]:
    words = defaultdict[Element, str](str)
    for line in page.lines:
        for (text, _), element in line.pieces:
            link = next((above for above in element.ancestors() if above.tag == "a"), None)
            if link is not None:
                words[link] += text
    for element in page.elements:
        href = element.attributes.get("href", "")
        if element.tag == "a" and href:
            label = words[element].strip(" \n\t|/·•")
            tag = element.attributes.get("hreflang", "")
            if len(label) <= ALTERNATES_LONGEST_LABEL and (tag or label):
                yield tag or _code(label), href


def _code(label: str) -> str:
    """Return the code of a language by its code or name; nothing for other words."""
    for language in LANGUAGES:
        if label.lower() in (language.name.lower(), language.endonym.lower()):
            return language.code
    return label.lower() if known(label) else ""
