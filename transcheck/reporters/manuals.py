"""Manuals of checks, which are docstrings, for readers that understand Markdown."""

from __future__ import annotations

from collections.abc import Iterator


def as_markdown(manual: str) -> str:
    """Return a manual in Markdown: its indented examples become blocks of code."""
    return "\n\n".join(_paragraphs(manual))


def _paragraphs(manual: str) -> Iterator[str]:
    for paragraph in manual.split("\n\n"):
        head, _, rest = paragraph.partition("\n")
        lines = rest.splitlines()
        if lines and all(line.startswith("    ") for line in lines):
            yield f"**{head}**"
            yield "\n".join(("```text", *(line[4:] for line in lines), "```"))
        else:
            yield paragraph
