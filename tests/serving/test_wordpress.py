"""The plugin for WordPress in `docs`, run by PHP against a desk; WordPress itself is not there."""

from __future__ import annotations

import json
import shutil
import subprocess
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from tests.desks import EXAMPLE, Desk
from tests.serving.conftest import TOKEN

ROOT = Path(__file__).parents[2]
PHP = shutil.which("php")
pytestmark = pytest.mark.skipif(not PHP, reason="php is not installed (apt-get install php-cli)")


def published(address: str, texts: Mapping[str, str], token: str = "", by: str = "wpml") -> Any:
    """Publish a post whose editions are these texts; return its status and the notices."""
    posts = {
        language: text.strip().split("\n\n", 1) for language, text in texts.items()
    }  # the first paragraph is the headline
    files = (ROOT / "tests/data/wordpress.php", ROOT / "docs/transcheck.php")
    done = subprocess.run(
        [str(PHP), *files, address, token, by],
        input=json.dumps(posts), capture_output=True, text=True, check=True, timeout=60,
    )  # fmt: skip
    assert done.stderr == ""
    return json.loads(done.stdout)


@pytest.mark.parametrize("by", ["wpml", "polylang"])
def test_a_post_whose_editions_contradict_one_another_stays_a_draft(desk: Desk, by: str) -> None:
    came = published(f"{desk.root}/api/check", EXAMPLE, by=by)
    assert came["status"] == "draft"
    assert "about 2,500" in came["notices"]
    assert "&quot;" not in came["notices"]


def test_a_post_whose_editions_agree_is_published(desk: Desk) -> None:
    pair = {"uk": EXAMPLE["uk"], "ru": EXAMPLE["ru"]}
    assert published(f"{desk.root}/api/check", pair) == {"notices": "", "status": "publish"}


def test_where_nobody_answers_it_is_published() -> None:
    came = published("http://127.0.0.1:9/api/check", EXAMPLE)
    assert came == {"notices": "", "status": "publish"}


def test_the_token_is_sent_along(closed: Desk) -> None:
    pair = {
        "uk": "Міст відкрили\n\nМостом щодня їздять 1 500 автомобілів.",
        "en": "The bridge is open\n\n2,500 cars use the bridge every day.",
    }
    address = f"{closed.root}/api/check"
    assert published(address, pair)["status"] == "publish", "refused without it"
    assert published(address, pair, TOKEN)["status"] == "draft"
