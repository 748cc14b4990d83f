"""``transcheck gate`` on stories that are no files: texts in JSON, and addresses of pages."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

from tests.fixture_cases import FIXTURES
from tests.sites import Answer, page, serving

ARTICLES = FIXTURES / "articles"
LANGUAGES = ("uk", "en", "ru")


def told(slug: str) -> dict[str, object]:
    """Return an article as a CMS gives it."""
    texts = {la: (ARTICLES / slug / f"{la}.txt").read_text(encoding="utf-8") for la in LANGUAGES}
    return {"id": slug, "editions": {language: {"text": text} for language, text in texts.items()}}


def gate(path: Path) -> tuple[int, dict[str, Any]]:
    command = [sys.executable, "-m", "transcheck", "gate", str(path), "-q", "-f", "json"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    return done.returncode, {a["article"]: a for a in json.loads(done.stdout)["articles"]}


def test_texts_in_json_lines_are_compared(tmp_path: Path) -> None:
    path = tmp_path / "stories.jsonl"
    lines = [json.dumps(told(slug), ensure_ascii=False) for slug in ("homs", "sport")]
    path.write_text("\n".join(lines), encoding="utf-8")
    code, articles = gate(path)
    assert (code, sorted(articles)) == (0, ["homs", "sport"])
    assert all(len(article["editions"]) == 3 for article in articles.values())


def test_addresses_are_fetched_and_one_that_fails_hides_no_other(tmp_path: Path) -> None:
    path = tmp_path / "stories.jsonl"
    with serving({f"/{language}": Answer(page(language)) for language in LANGUAGES}) as served:
        editions = {language: f"{served.root}/{language}" for language in LANGUAGES}
        gone = editions | {"ru": f"{served.root}/nowhere"}
        rows = [{"article": "homs", "editions": editions}, {"article": "gone", "editions": gone}]
        path.write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
        code, articles = gate(path)
    assert code == 3
    assert [edition["language"] for edition in articles["homs"]["editions"]] == list(LANGUAGES)
    (skipped,) = articles["gone"]["skipped"]
    assert "does not exist (404)" in skipped["reason"]
    assert len(articles["gone"]["editions"]) == 2
