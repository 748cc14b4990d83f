"""What site generators put into Markdown that is no prose: tags, components, marks of classes.

It is blanked out before the text is parsed, sign for sign, so that every place stays: with
white space where it fills its lines, else with a sign that is never seen.
"""

from __future__ import annotations

import re

_INSIDE = "{0,1500}?"
"""Characters of a tag at most: what is longer was never closed."""
_UNSEEN = "\u200b"
_DEFINED = re.compile(r"^ {0,3}\[([^\[\]\n]{1,100})\]:", re.MULTILINE)
_REFERENCE = re.compile(r"(?<!!)(\[)([^\[\]\n]{1,200})(\]\[([^\[\]\n]{0,100})\])")
_CODE = re.compile(
    rf"""
    \{{\{{[<%]\s*highlight .{_INSIDE} \{{\{{[<%]\s*/highlight\s*[>%]\}}\}}
    | \{{%-?\s*(?P<block>highlight|raw|comment|code)\b .{_INSIDE} \{{%-?\s*end(?P=block)\s*-?%\}}
    | <(?P<tag>pre|script|style)\b .{_INSIDE} </(?P=tag)>
    | \$\$ .{_INSIDE} \$\$
    | \\\[ .{_INSIDE} \\\]
    """,
    re.VERBOSE | re.DOTALL | re.IGNORECASE,
)
"""Code and formulas, with all that is in them."""
_TAGS = re.compile(
    rf"""
    \{{\{{ .{_INSIDE} \}}\}}                             # {{{{< figure >}}}}, {{{{ page.title }}}}
    | \{{% .{_INSIDE} %\}} | \{{\# .{_INSIDE} \#\}}      # {{% include %}}
    | \{{/\* .{_INSIDE} \*/\}}                           # {{/* a remark */}}
    | \{{ [a-z]\w* (?:\.\w+)+ \}}                        # {{props.title}}
    | </?[A-Z][\w.]* (?: \s [^<>]{{0,500}} )? /?>        # <Note kind="x">, </Tabs.Item>
    | \{{:?\s* [.\#][\w-] [^{{}}\n]{{0,200}} \}} | \{{:\s*\w[^{{}}\n]{{0,200}}\}}  # {{: .class}}
    | ^\s*:{{3,}} [^\n]* $                               # ::: tip
    | ^\s*\[\[?(?i:_?toc_?)\]\]?\s*$                          # [[toc]]
    | ^import\s [^\n]{{0,300}} ['"] [^\n]{{1,200}} ['"];?\s*$
    | ^export\s+(?:const|let|default|function|async)\b [^\n]* (?:\n [^\n]+)*
    | \[\^[^\]\s]{{1,40}}\]:?                            # [^1]
    | <https?://[^\s<>]{{1,2000}}>
    | (?<![\w(<"'=\]:/]) https?://[^\s<>()\[\]"']{{1,2000}} (?<![.,;:!?])
    """,
    re.VERBOSE | re.DOTALL | re.MULTILINE,
)


def without_templates(source: str, start: int) -> str:
    """Return a source of the same length, from `start` on without what is no prose."""
    head, text = source[:start], source[start:]
    defined = {match[1].casefold() for match in _DEFINED.finditer(text)}

    def plain(match: re.Match[str]) -> str:
        if (match[4] or match[2]).casefold() in defined:
            return match[0]
        return f"{_UNSEEN}{match[2]}{_UNSEEN * len(match[3])}"

    for pattern in (_CODE, _TAGS):
        text = pattern.sub(_blank, text)
    return head + _REFERENCE.sub(plain, text)


def _blank(match: re.Match[str]) -> str:
    text, (start, end) = match.string, match.span()
    before = text[text.rfind("\n", 0, start) + 1 : start]
    line_end = text.find("\n", end)
    behind = text[end : line_end if line_end >= 0 else len(text)]
    sign = _UNSEEN if before.strip() or behind.strip() else " "
    return "".join("\n" if letter == "\n" else sign for letter in match[0])
