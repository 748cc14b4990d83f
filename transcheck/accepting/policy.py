"""What a newsroom decided about the checks, for all articles: which run, how grave, how set."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace

from transcheck.accepting.glossary import Glossary
from transcheck.accepting.overriding import Override
from transcheck.checks import CHECKS, Check, fingerprint
from transcheck.checks.rating import Alarms
from transcheck.model import Severity


@dataclass(frozen=True, slots=True)
class Policy:
    """What is checked, and what of it counts; without arguments, what the checks decide."""

    codes: frozenset[str] | None = None
    """The checks that run; None for all of them. Of the others nothing is known."""
    severities: Mapping[str, Severity] = field(default_factory=dict)
    """Severities, by code, instead of what the check decides."""
    options: Mapping[str, Mapping[str, object]] = field(default_factory=dict)
    """What is set about checks: code, name of the option, value."""

    glossary: Glossary = field(default_factory=Glossary)
    """What is the same to the newsroom."""
    overrides: tuple[Override, ...] = ()
    """What holds for the articles under some paths."""
    alarms: Alarms = Alarms.ALL
    """How much is reported."""

    def checks(self) -> Iterator[Check]:
        """Yield the checks that run, as they are set."""
        for check in CHECKS:
            if self.runs(check.code):
                yield replace(check, values=self.options.get(check.code, {}))

    def runs(self, code: str) -> bool:
        """Return whether a check runs, so that what it does not find is not there."""
        return self.codes is None or code in self.codes

    @property
    def digest(self) -> str:
        """Return a short text that differs for policies that do, empty for the plain one."""
        if self == Policy():
            return ""
        options = sorted((code, sorted(values.items())) for code, values in self.options.items())
        codes = self.codes if self.codes is None else sorted(self.codes)
        parts = codes, sorted(self.severities.items()), options, self.glossary, self.overrides
        return fingerprint(*map(repr, (*parts, self.alarms)))
