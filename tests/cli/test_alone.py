"""One edition by itself, through the real command: what contradicts the calendar is found."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from tests.fixture_cases import FIXTURES

WRONG = {
    "en": "Bridge opens in Smila\n\nThe bridge was opened on Friday, 4 September 2025, the council "
    "said.\n\nThe works across the river had begun on 31 April 2024.\n",
    "uk": "У Смілі відкрили міст\n\nМіст відкрили в п’ятницю, 4 вересня 2025 року, повідомила "
    "міськрада.\n\nРоботи на річці почалися 31 квітня 2024 року.\n",
    "ru": "В Смеле открыли мост\n\nМост открыли в пятницу, 4 сентября 2025 года, сообщил "
    "горсовет.\n\nРаботы на реке начались 31 апреля 2024 года.\n",
}


def diff(text: str) -> tuple[int, list[str], list[str]]:
    """Return exit code, codes of findings and notes of a run over standard input."""
    command = [sys.executable, "-m", "transcheck", "diff", "-", "-q", "-f", "json"]
    done = subprocess.run(command, input=text, capture_output=True, text=True, check=False)
    (article,) = json.loads(done.stdout)["articles"]
    return done.returncode, [f["code"] for f in article["findings"]], article["notes"]


@pytest.mark.parametrize("language", WRONG)
def test_days_that_no_calendar_has_are_found(language: str) -> None:
    code, found, notes = diff(WRONG[language])
    assert (code, found) == (1, ["DAT007", "DAT008"])
    assert notes[-1].startswith("one edition")


RUSTAN = (FIXTURES / "divergent" / "homs-rustan" / "en.txt").read_text(encoding="utf-8")
HEADLINE, _, STORY = RUSTAN.partition("\n")
LEAD, _, REST = STORY.lstrip().partition("\n")
AS_PRINTED = (
    f"ua en ru\n\n{HEADLINE}\n\n{HEADLINE} Photo: Smoke over Rastan (Getty Images)\n\n"
    f"Author: Olena Marchuk\n\n{LEAD}\n\n{HEADLINE}Photo: Google Maps\n{REST}"
)


@pytest.mark.parametrize("text", [RUSTAN, AS_PRINTED], ids=["text", "as-the-site-prints-it"])
def test_the_story_of_rastan_shows_rustan_and_nothing_else(text: str) -> None:
    command = [sys.executable, "-m", "transcheck", "diff", "-", "-q", "-f", "json"]
    done = subprocess.run(command, input=text, capture_output=True, text=True, check=False)
    (article,) = json.loads(done.stdout)["articles"]
    (found,) = article["findings"]
    assert (found["code"], found["severity"]) == ("NAM004", "error")
    assert {place["text"] for place in found["occurrences"]} == {"Rastan", "Rustan"}
    assert found["suggestion"]["replacement"] == "Rastan"


@pytest.mark.parametrize("language", ["uk", "en", "ru"])
@pytest.mark.parametrize("slug", ["homs", "court", "sport"])
def test_a_right_text_is_silent(slug: str, language: str) -> None:
    text = (FIXTURES / "articles" / slug / f"{language}.txt").read_text(encoding="utf-8")
    assert diff(text)[:2] == (0, [])


def test_a_page_is_written_of_one_edition_beside_which_there_is_no_other(tmp_path: Path) -> None:
    (tmp_path / "en.txt").write_text(RUSTAN, encoding="utf-8")
    command = [sys.executable, "-m", "transcheck", "report", "en.txt", "-o", "page.html"]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False)
    assert "1 checked: 1 error" in done.stderr
    assert "NAM004" in (tmp_path / "page.html").read_text(encoding="utf-8")
