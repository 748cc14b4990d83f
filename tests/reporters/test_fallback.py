"""Colours for browsers without light-dark() are those of browsers with it."""

from __future__ import annotations

import re
from importlib.resources import files

STYLES = files("transcheck.reporters.html") / "data/styles"


def test_every_colour_is_spelled_out_once_for_light_and_twice_for_dark() -> None:
    tokens = (STYLES / "tokens.css").read_text("utf-8")
    fallback = (STYLES / "fallback.css").read_text("utf-8")
    flat = re.sub(r"\s+", " ", fallback)
    pairs = re.findall(r"(--[\w-]+): light-dark\((#\w+|hsl\([^)]*\)[^,)]*\)), (.*?)\);", tokens)
    assert len(pairs) > 20
    for name, light, dark in pairs:
        assert flat.count(f"{name}: {light};") >= 1, name
        assert flat.count(f"{name}: {dark};") >= 2, name
