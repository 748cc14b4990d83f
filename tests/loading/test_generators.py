"""Markdown as site generators have it: what is no prose is silent, an error beside it is found."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from transcheck import embedding
from transcheck.embedding import Encoder
from transcheck.model import ArticleReport
from transcheck.pipeline import check_files

STORY = {
    "uk": (
        "Міст у Тульчині відкрили",
        "Міст завдовжки 240 метрів відкрили в п'ятницю, 14 березня, повідомила міська рада.",
        "Будівництво коштувало 86 мільйонів гривень, сказала мерка Оксана Терен.",
        "Автобуси поїдуть новим мостом із понеділка.",
    ),
    "en": (
        "Bridge opens in Tulchyn",
        "The 240-metre bridge was opened on Friday, March 14, the city council said.",
        "Building it cost 86 million hryvnias, mayor Oksana Teren said.",
        "Buses will use the new bridge from Monday.",
    ),
    "ru": (
        "Мост в Тульчине открыли",
        "Мост длиной 240 метров открыли в пятницу, 14 марта, сообщил городской совет.",
        "Строительство стоило 86 миллионов гривен, сказала мэр Оксана Терен.",
        "Автобусы поедут по новому мосту с понедельника.",
    ),
}
CONSTRUCTS = {
    "TOML": '+++\ntitle = "{0}"\ndate = 2025-03-1{n}\n+++\n\n{1}\n\n{2}\n\n{3}\n',
    "JSON": '{{"title": "{0}", "weight": {n}}}\n\n{1}\n\n{2}\n\n{3}\n',
    "YAML": "---\n# {n} на черзі\ntitle: >\n  {0}\nslug: 'a{n}'\n---\n\n{1}\n\n{2}\n\n{3}\n",
    "TOML description": '+++\ntitle = "{0}"\ndescription = "{1}"\n+++\n\n{2}\n\n{3}\n',
    "JSON description": '{{"title": "{0}", "description": "{1}"}}\n\n{2}\n\n{3}\n',
    "YAML quotes": '---\ntitle: "{0}" # {n}\ntags: ["{n}", a]\n---\n\n{1}\n\n{2}\n\n{3}\n',
    "YAML description": "---\ntitle: '{0}'\ndescription: |\n  {1}\n---\n\n{2}\n\n{3}\n",
    "Hugo": '# {0}\n\n{{{{< figure src="a{n}.jpg" >}}}}\n\n{1} {{{{% fn {n} %}}}}\n\n{2}\n\n{3}\n',
    "Hugo pairs": "# {0}\n\n{1}\n\n{{{{< note {n} >}}}}\n{2}\n{{{{< /note >}}}}\n\n{3}\n",
    "Liquid": "# {0}\n\n{{% include ad.html id={n} %}}\n\n{1}\n\n{2} {{{{ page.views }}}}\n\n{3}\n",
    "Jinja": "# {0}\n\n{{# v{n} #}}\n\n{1}\n\n{{% if a %}}\n\n{2}\n\n{{% endif %}}\n\n{3}\n",
    "MDX": "import A from './a{n}'\n\n# {0}\n\n<A b=\"{n}\" />\n\n{1}\n\n<Note>{2}</Note>\n\n{3}\n",
    "MDX pairs": "# {0}\n\n<Box id={{{n}}}>\n\n{1}\n\n</Box>\n\n{2}\n\n{3}\n",
    "containers": "# {0}\n\n{1}\n\n::: tip Box {n}\n{2}\n:::\n\n{3}\n",
    "classes": "# {0} {{#top-{n}}}\n\n{1}\n{{: .lead-{n}}}\n\n{2}\n\n{3}\n",
    "contents": "# {0}\n\n[[toc]]\n\n{1}\n\n{2}\n\n{3}\n",
    "references": "# {0}\n\n{1}\n\n[{2}][source-{n}]\n\n{3}\n",
    "addresses": "# {0}\n\n{1} https://example.org/p{n}?id=1{n}\n\n{2}\n\n{3}\n",
    "formulas": "# {0}\n\n{1}\n\n$$\nx = {n}\n$$\n\n{2}\n\n{3}\n",
    "code": "# {0}\n\n<pre><code>run({n})</code></pre>\n\n{1}\n\n{2} `go({n})`\n\n{3}\n",
    "fences": "# {0}\n\n{1}\n\n```sh\nrun {n}\n```\n\n{2}\n\n{3}\n",
    "footnotes": "# {0}\n\n{1}[^{n}]\n\n{2}\n\n{3}\n",
}
"""Each with what differs from edition to edition in places that no reader sees."""


@pytest.fixture(scope="module")
def encoder() -> Encoder:
    return embedding.load()


def reported(folder: Path, construct: str, encoder: Encoder, **wrong: str) -> ArticleReport:
    """Compare the editions in a construct; in the English one 86 becomes what is `wrong`."""
    paths = []
    for n, (language, lines) in enumerate(STORY.items()):
        paths.append(folder / f"{language}.md")
        text = CONSTRUCTS[construct].format(*lines, n=n + 3)
        text = text.replace("86", wrong.get(language, "86"))
        paths[-1].write_text(text, encoding="utf-8")
    return check_files("story", paths, encoder)


def alarms(report: ArticleReport) -> Iterator[str]:
    assert not report.skipped
    return (f"{f.code} {f.text}" for f in report.findings if f.severity.rank > 0)


@pytest.mark.parametrize("construct", CONSTRUCTS)
def test_what_is_no_prose_is_silent(tmp_path: Path, construct: str, encoder: Encoder) -> None:
    report = reported(tmp_path, construct, encoder)
    assert list(alarms(report)) == []
    for edition in report.editions:
        told = [s.text.replace("\u200b", "") for s in edition.segments if s.kind != "furniture"]
        assert told == list(STORY[edition.language])


@pytest.mark.parametrize("construct", CONSTRUCTS)
def test_an_error_beside_it_is_found(tmp_path: Path, construct: str, encoder: Encoder) -> None:
    (alarm,) = alarms(reported(tmp_path, construct, encoder, en="68"))
    assert alarm.startswith("NUM001")
    assert "68" in alarm
