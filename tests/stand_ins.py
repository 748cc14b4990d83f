"""Stand-ins for what lies under the command line, and what a run of it gives."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType
from typing import Protocol

from tests import sample_reports
from transcheck.discovery import ArticleFiles
from transcheck.model import ArticleReport


@dataclass(frozen=True)
class Result:
    """What a user sees of one run."""

    code: int
    out: str
    err: str


class Run(Protocol):
    """Runs the command line with some arguments."""

    def __call__(self, *arguments: str | Path) -> Result: ...


class Pipeline(ModuleType):
    """Stands for the comparing: gives the reports it was told to give."""

    def __init__(self) -> None:
        super().__init__("transcheck.pipeline")
        self.reports: Sequence[ArticleReport] = (sample_reports.clean(),)
        self.groups: list[ArticleFiles] = []
        self.encoder: object = None
        self.before: Callable[[int], None] = lambda _done: None
        """Called in front of every report with the number of those given."""

    def signature(self, encoder: object, _policy: object = None) -> str:
        self.encoder = encoder
        return f"encoder={encoder}"

    def check_many(
        self,
        groups: Sequence[ArticleFiles],
        _encoder: object,
        _policy: object = None,
    ) -> Iterator[ArticleReport]:
        self.groups = list(groups)
        for done, report in enumerate(self.reports):
            self.before(done)
            yield report
