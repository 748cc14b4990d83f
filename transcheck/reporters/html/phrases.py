"""What fills a message, taken apart again, so that any language can put it in its own way.

Checks give parameters in writing: ``uk and ru``, ``3``, ``“a quotation”``, ``en “this”, ru
“that”``. Editions are joined, numbers inflected and quotation marks set differently in each
language, so the page gets lists, numbers and bare texts.
"""

from __future__ import annotations

import re
from collections.abc import Collection

from transcheck.languages import LANGUAGES
from transcheck.model import Finding

_JOINT = re.compile(r", and | and |, ")
_QUOTED = re.compile(r"“(.*)”", re.DOTALL)
_SAYING = re.compile(r"(\w+) “([^”]*)”(?:, |$)")

Value = str | int | list[str] | dict[str, str] | dict[str, list[list[str]]]


def parameters(finding: Finding, editions: Collection[str]) -> dict[str, Value]:
    """Return the parameters of a finding's message by name.

    Editions become a list of codes, a number an int, a quotation ``{"quote": text}`` and
    the English name of a language ``{"language": code}``, what editions say ``{"sayings":
    [[code, text], ...]}``; anything else stays as it is.
    """
    return {name: _value(text, editions) for name, text in finding.message.parameters}


def _value(text: str, editions: Collection[str]) -> Value:
    parts = _JOINT.split(text)
    if all(part in editions for part in parts):
        return parts
    if text.isdecimal():
        return int(text)
    quoted = _QUOTED.fullmatch(text)
    if quoted:
        return {"quote": quoted[1]}
    sayings = _SAYING.findall(text)
    if sayings and "".join(f"{code} “{words}”, " for code, words in sayings) == f"{text}, ":
        return {"sayings": [list(saying) for saying in sayings]}
    code = next((language.code for language in LANGUAGES if language.name == text), None)
    return {"language": code} if code else text
