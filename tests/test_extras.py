from __future__ import annotations

import json
from importlib import metadata
from typing import NamedTuple

import pytest

from transcheck.errors import installing

GIT = "https://git.example/press/transcheck"


class Installed(NamedTuple):
    """What pip keeps of a package."""

    written: str | None

    def read_text(self, name: str) -> str | None:
        return self.written if name == "direct_url.json" else None


@pytest.mark.parametrize(
    ("said", "command"),
    [
        pytest.param(
            {"url": "file:///srv/trans%20check", "dir_info": {"editable": True}},
            'pip install -e "/srv/trans check[web]"',
            id="an editable checkout",
        ),
        pytest.param(
            {"url": "file:///srv/transcheck", "dir_info": {}},
            'pip install "/srv/transcheck[web]"',
            id="a checkout",
        ),
        pytest.param(
            {"url": GIT, "vcs_info": {"vcs": "git", "commit_id": "abc"}},
            f'pip install "transcheck[web] @ git+{GIT}"',
            id="a repository",
        ),
        pytest.param(
            {"url": f"{GIT}/transcheck-0.2-py3-none-any.whl", "archive_info": {}},
            f'pip install "transcheck[web] @ {GIT}/transcheck-0.2-py3-none-any.whl"',
            id="a wheel",
        ),
        pytest.param(None, 'pip install "transcheck[web]"', id="an index"),
        pytest.param("{", 'pip install "transcheck[web]"', id="damaged"),
    ],
)
def test_an_extra_comes_from_where_the_package_came(
    monkeypatch: pytest.MonkeyPatch, said: object, command: str
) -> None:
    written = said if isinstance(said, str) else json.dumps(said) if said else None
    monkeypatch.setattr(metadata, "distribution", lambda _: Installed(written))
    assert installing("web") == command


def test_a_package_that_nobody_installed_is_called_by_its_name(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def missing(name: str) -> Installed:
        raise metadata.PackageNotFoundError(name)

    monkeypatch.setattr(metadata, "distribution", missing)
    assert installing("web") == 'pip install "transcheck[web]"'
