"""The editors' desk: a page to check texts on, and the same for programs over HTTP.

::

    request ─ guarding ─ api | desk ─ stories ─> engine ─ pipeline ─> report, page's data
              who, how   JSON         editions   one queue, warm

`transcheck.serving.running` binds an address and serves. What comes in is kept nowhere but in
the folder of `transcheck.serving.store`, where one is given. Starlette and uvicorn come with
the extra ``serve`` and are imported here only.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from transcheck.accepting import Baseline, Policy

EXTRA = "serve"
MOST_BYTES = 16_000_000
"""Of a request: three documents with pictures, in base64."""
MOST_LETTERS = 600_000
"""Of all editions together; the longest report of a newsroom has a tenth."""


@dataclass(frozen=True, slots=True)
class Limits:
    """What one client may ask of the server."""

    body: int = MOST_BYTES
    letters: int = MOST_LETTERS
    editions: int = 12
    """Texts, files and addresses in a request."""
    waiting: int = 32
    """Checks that wait for their turn; who comes then is asked to come again."""
    rate: float = 20.0
    """Requests a second and client, in the long run; 0 for no limit."""
    burst: int = 80
    """Requests at once."""
    patience: float = 20.0
    """Seconds for a request to arrive."""
    answer: float = 60.0
    """Seconds for a check, the time that it waits included."""


@dataclass(frozen=True, slots=True)
class Options:
    """How the desk is set up."""

    policy: Policy = field(default_factory=Policy)
    baseline: Baseline = field(default_factory=Baseline)
    encoder: str = ""
    jobs: int = 1
    """Processes that compare; with one it is a thread of the server's own."""
    token: str = ""
    """What requests must know; empty where only this machine can ask."""
    names: tuple[str, ...] = ()
    """Host names under which the server may be asked besides those of this machine."""
    origins: tuple[str, ...] = ()
    """Sites whose pages may ask (CORS)."""
    private: bool = False
    """Whether addresses of private networks may be fetched."""
    store: Path | None = None
    """The folder of stories; None where nothing is kept."""
    edit_url: str = ""
    """Where the CMS edits an article: an address with ``{article}`` and ``{language}``."""
    limits: Limits = field(default_factory=Limits)
