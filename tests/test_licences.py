"""What transcheck is made of is known, and free for publishers to use and pass on."""

from __future__ import annotations

import configparser
import re
import tomllib
from collections.abc import Iterable, Iterator
from importlib.metadata import PackageNotFoundError, distribution
from pathlib import Path
from typing import Any

import pytest
from packaging.requirements import Requirement

ROOT = Path(__file__).parents[1]
PACKAGE = ROOT / "transcheck"
LICENCES: dict[str, Any] = tomllib.loads((ROOT / "licences.toml").read_text("utf-8"))
SETUP = configparser.ConfigParser()
SETUP.read(ROOT / "setup.cfg", encoding="utf-8")
BUNDLED: dict[str, str] = LICENCES["default"]
NOT_SHIPPED = {"test", "lint"}
STATED = {
    "Apache-2.0": "Apache",
    "BSD-2-Clause": "BSD",
    "BSD-3-Clause": "BSD",
    "CC-BY-SA-3.0": "licenses/by-sa/3.0",
    "ISC": "ISC",
    "MIT": r"\bMIT\b",
    "MPL-2.0": r"\bMPL\b",
    "PSF-2.0": "PSF|Python Software Foundation",
}
"""Licences that code may be under, and how packages say so."""
FREE = {*STATED, "CC-BY-4.0", "CC-BY-SA-4.0", "CC0-1.0", "Unicode-3.0", "SCOWL", "public domain"}
CODE = {".py", ".pyc", ".typed"}


def parts(licence: str) -> list[str]:
    return re.split(" AND | OR ", licence)


def plain(name: str) -> str:
    return re.sub("[-_.]+", "-", name).lower()


def required(text: str) -> list[Requirement]:
    return [Requirement(line) for line in text.splitlines() if line and "%(" not in line]


def applies(requirement: Requirement, extras: Iterable[str]) -> bool:
    marker = requirement.marker
    return marker is None or any(marker.evaluate({"extra": extra}) for extra in extras)


def bundled() -> set[str]:
    """All packages that a default installation needs here, of those of its packages, too."""
    found: set[str] = set()
    waiting = required(SETUP["options"]["install_requires"])
    while waiting:
        requirement = waiting.pop()
        name = plain(requirement.name)
        if name not in found:
            found.add(name)
            needed = map(Requirement, distribution(name).requires or ())
            waiting += [one for one in needed if applies(one, ("", *requirement.extras))]
    return found


def test_every_package_of_a_default_installation_is_listed() -> None:
    assert bundled() - BUNDLED.keys() == set()


def test_no_dependency_is_listed_that_is_none() -> None:
    direct = {plain(one.name) for one in required(SETUP["options"]["install_requires"])}
    assert direct - BUNDLED.keys() == set()
    assert {name for name in LICENCES["default"] if name != "hub"} - bundled() == set()


def test_every_package_that_an_extra_asks_for_is_listed() -> None:
    extras = SETUP["options.extras_require"]
    asked = {
        plain(one.name)
        for extra, text in extras.items()
        if extra not in NOT_SHIPPED
        for one in required(text)
    }
    assert asked == LICENCES["extras"].keys()


@pytest.mark.parametrize(("name", "licence"), sorted({**LICENCES["extras"], **BUNDLED}.items()))
def test_a_package_states_the_licence_that_is_listed(name: str, licence: str) -> None:
    try:
        metadata = distribution(name).metadata
    except PackageNotFoundError:
        pytest.skip("not installed: an older or newer version of what needs it does without")
    fields = [*(metadata.get_all("License-Expression") or ()), *(metadata.get_all("License") or ())]
    fields += [text for text in metadata.get_all("Classifier") or () if text.startswith("Lic")]
    stated = "\n".join(fields)
    if "CC-" in licence:
        stated += str(metadata.json["description"])  # data have a licence of their own
    alternatives = " OR " in licence
    found = [re.search(STATED[part], stated) is not None for part in parts(licence)]
    assert any(found) if alternatives else all(found)
    assert re.search(r"\b[AL]?GPL|NonCommercial|\bNC\b", "\n".join(fields)) is None


def test_every_licence_lets_publishers_use_and_pass_on() -> None:
    listed = [*BUNDLED.values(), *LICENCES["extras"].values()]
    listed += [entry["licence"] for entry in LICENCES["data"]]
    assert {part for licence in listed for part in parts(licence)} - FREE == set()


def shipped() -> Iterator[str]:
    """All files of the package that are no code, by their path within it."""
    for path in sorted(PACKAGE.rglob("*")):
        if path.is_file() and path.suffix not in CODE:
            yield path.relative_to(PACKAGE).as_posix()


def entries(file: str) -> list[str]:
    """The licences under which a file is listed."""
    path = Path(file)
    found = [
        entry["licence"]
        for entry in LICENCES["data"]
        if any(path.match(pattern) and len(path.parts) == pattern.count("/") + 1
               for pattern in entry["files"])
    ]  # fmt: skip
    tables = path.parts[:2] == ("languages", "data") and path.name in LICENCES["own"]["tables"]
    if tables or path.parts[0] in LICENCES["own"]["folders"]:
        found.append("own")
    return found


def test_every_file_of_data_is_listed_once() -> None:
    assert [file for file in shipped() if len(entries(file)) != 1] == []


def test_no_file_of_data_is_listed_that_is_none() -> None:
    files = list(shipped())
    patterns = [pattern for entry in LICENCES["data"] for pattern in entry["files"]]
    assert [p for p in patterns if not any(Path(file).match(p) for file in files)] == []
    names = {Path(file).name for file in files}
    assert [name for name in LICENCES["own"]["tables"] if name not in names] == []


def test_the_dictionary_that_is_not_free_is_for_tests_only() -> None:
    assert "pymorphy3-dicts-uk" not in bundled()
