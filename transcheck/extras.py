"""How to install what only some need: from where the package itself came."""

from __future__ import annotations

import json
from urllib.parse import unquote, urlsplit

_NAME = "transcheck"


def installing(extra: str) -> str:
    """Return the command that installs an extra.

    No package index need have this package: pip keeps where it got it from (PEP 610), a checkout
    or the address of a repository, and gets the rest from there.
    """
    from importlib import metadata

    try:
        said = json.loads(metadata.distribution(_NAME).read_text("direct_url.json") or "{}")
    except (metadata.PackageNotFoundError, ValueError):
        said = {}
    url = said.get("url", "")
    if url.startswith("file:") and "dir_info" in said:
        folder = unquote(urlsplit(url).path)
        editable = "-e " if said["dir_info"].get("editable") else ""
        return f'pip install {editable}"{folder}[{extra}]"'
    vcs = said.get("vcs_info", {}).get("vcs")
    source = f"{vcs}+{url}" if vcs else url
    return f'pip install "{_NAME}[{extra}]{f" @ {source}" if source else ""}"'
