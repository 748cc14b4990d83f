"""Checks: each looks at a `Comparison` and yields findings. A family is a module here.

The docstring of a check's function is its manual: what it reports, why an editor
wants to know, when it is an error and when a warning, then ``Bad:`` and ``Good:``
examples. `transcheck explain`, the HTML report and SARIF show the same text. What a
newsroom may set about a check is declared beside it, as an `Option`.
"""

from __future__ import annotations

import hashlib
import inspect
import math
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Any, Generic, TypeVar, cast

from transcheck.model import (
    Article,
    Comparison,
    Family,
    Finding,
    Kind,
    Message,
    Occurrence,
    Severity,
)
from transcheck.registry import Registry

T = TypeVar("T", bound="int | float | tuple[str, ...]")


@dataclass(frozen=True, slots=True)
class Option(Generic[T]):
    """One thing that can be set about a check; the type of the default is its type."""

    name: str
    """Kebab-case, as a configuration file has it."""
    default: T
    about: str
    """What it does, in a sentence or two."""
    least: float = 0
    """The least number allowed; nothing for a list of words."""
    most: float | None = None
    """The greatest number allowed; None where there is no limit."""

    @property
    def allowed(self) -> str:
        """Return what a value must be, in a few words that go behind "must be"."""
        if isinstance(self.default, tuple):
            return "a list of words or names"
        kind = "a whole number" if isinstance(self.default, int) else "a number"
        if self.most is None:
            return f"{kind} from {self.least:g}"
        return f"{kind} from {self.least:g} to {self.most:g}"

    def read(self, value: object) -> T:
        """Return the value that a configuration file gives.

        Raises:
            ValueError: it is not what `allowed` says.
        """
        found = self._words(value) if isinstance(self.default, tuple) else self._number(value)
        if found is None:
            raise ValueError(self.allowed)
        return cast("T", found)

    def _words(self, value: object) -> tuple[str, ...] | None:
        if isinstance(value, list | tuple) and all(isinstance(v, str) and v.strip() for v in value):
            return tuple(value)
        return None

    def _number(self, value: object) -> int | float | None:
        whole = isinstance(self.default, int)
        if isinstance(value, bool) or not isinstance(value, int if whole else int | float):
            return None
        within = self.least <= value and (self.most is None or value <= self.most)
        return (value if whole else float(value)) if within else None  # NaN is not within


@dataclass(frozen=True, slots=True)
class Check:
    """One rule: its identity, its manual and the function that applies it."""

    code: str
    """Three letters of the family and three digits, as ``NUM001``."""
    rule: str
    """The same in words, kebab-case."""
    family: Family
    severity: Severity
    """What a finding gets unless the check decides otherwise."""
    templates: Mapping[str, str]
    """English wording of its messages, by name, with ``{fields}``."""
    run: Callable[[Check, Comparison], Iterable[Finding]]
    options: tuple[Option[Any], ...] = ()
    """What can be set about it."""
    values: Mapping[str, Any] = field(default_factory=dict)
    """What was set, by the name of the option."""
    alone: bool = False
    """True where it has something to say of one edition by itself, or of what an article lacks."""
    yields: bool = False
    """True where a finding of another check about the same words is enough."""

    def option(self, option: Option[T]) -> T:
        """Return what one of its options is set to, or its default."""
        found: T = self.values.get(option.name, option.default)
        return found

    @property
    def of_facts(self) -> bool:
        """Return whether it compares numbers, dates or names."""
        return self.family in (Family.NUMBER, Family.DATE, Family.NAME)

    @property
    def manual(self) -> str:
        """Return the manual: the docstring of the function."""
        return inspect.getdoc(self.run) or ""

    @property
    def summary(self) -> str:
        """Return the first line of the manual."""
        return self.manual.partition("\n")[0]

    def finding(
        self,
        article: str,
        occurrences: Iterable[Occurrence],
        *,
        template: str = "default",
        suspects: Iterable[str] = (),
        severity: Severity | None = None,
        key: Iterable[str] = (),
        evidence: float = 0.0,
        **parameters: str,
    ) -> Finding:
        """Build a finding of this check.

        `key` holds the words that the finding's identity depends on (by default the texts
        of its occurrences); line numbers must not be among them. `evidence` is what a model of
        the check says: log-odds.
        """
        places = tuple(occurrences)
        words = tuple(key) or tuple(f"{o.language}:{o.text}" for o in places)
        return Finding(
            code=self.code,
            rule=self.rule,
            family=self.family,
            severity=severity or self.severity,
            text=self.templates[template].format(**parameters),
            message=Message(template, tuple(sorted(parameters.items()))),
            suspects=tuple(suspects),
            occurrences=places,
            fingerprint=fingerprint(article, self.code, *words),
            evidence=evidence,
            words=words,
        )


def log_odds(probability: float) -> float:
    """Return a probability as evidence, none as certain as to leave no doubt."""
    p = min(max(probability, 0.001), 0.999)
    return math.log(p / (1 - p))


CHECKS: Registry[Check] = Registry("check", __name__)


def check(
    *,
    code: str,
    rule: str,
    family: Family,
    severity: Severity,
    templates: Mapping[str, str],
    options: tuple[Option[Any], ...] = (),
    alone: bool = False,
    yields: bool = False,
) -> Callable[
    [Callable[[Check, Comparison], Iterable[Finding]]],
    Callable[[Check, Comparison], Iterable[Finding]],
]:
    """Register the decorated function as a check."""

    def register(
        run: Callable[[Check, Comparison], Iterable[Finding]],
    ) -> Callable[[Check, Comparison], Iterable[Finding]]:
        made = Check(
            code, rule, family, severity, templates, run, options, alone=alone, yields=yields
        )
        CHECKS.add(code, made)
        return run

    return register


def fingerprint(*parts: str) -> str:
    """Return 16 hexadecimal digits of the SHA-256 of the parts, joined unambiguously."""
    joined = "\x1f".join(parts).encode("utf-8", "surrogatepass")
    return hashlib.sha256(joined).hexdigest()[:16]


def fingerprint_under(article: str, finding: Finding) -> str:
    """Return the fingerprint that `finding` has where its article is called `article`."""
    first = fingerprint(article, finding.code, *finding.words)
    return first if finding.repeat == 1 else fingerprint(first, str(finding.repeat))


def without_weight(article: Article, findings: Iterable[Finding]) -> Iterator[Finding]:
    """Yield findings, those about captions and bylines alone as info.

    Newsrooms choose pictures and sign texts edition by edition. A caption that was left in
    another language is a finding all the same.
    """
    beside = {
        (edition.language, segment.index)
        for edition in article.editions
        for segment in edition.segments
        if segment.kind in (Kind.CAPTION, Kind.BYLINE)
    }
    for finding in findings:
        light = bool(finding.occurrences) and all(
            (place.language, place.segment) in beside for place in finding.occurrences
        )
        light = light and finding.family is not Family.LANGUAGE
        yield replace(finding, severity=Severity.INFO) if light else finding


def in_order(article: Article, findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Return findings gravest first, then in reading order, each with its own fingerprint.

    Findings of one article with the same fingerprint (the same words twice) are told
    apart by a running number, so that accepting one does not accept the other.
    """
    seen: dict[str, int] = {}
    unique = []
    for finding in sorted(findings, key=_order(article)):
        count = seen[finding.fingerprint] = seen.get(finding.fingerprint, 0) + 1
        if count > 1:
            again = fingerprint(finding.fingerprint, str(count))
            finding = replace(finding, fingerprint=again, repeat=count)
        unique.append(finding)
    return tuple(unique)


def regraded(
    article: Article, findings: Iterable[Finding], severities: Mapping[str, Severity]
) -> tuple[Finding, ...]:
    """Return findings `in_order` with the severities that some codes are given.

    They are sorted anew and keep their fingerprints: what was accepted stays so.
    """
    graded = (replace(f, severity=severities.get(f.code, f.severity)) for f in findings)
    return tuple(sorted(graded, key=_order(article)))


def _order(article: Article) -> Callable[[Finding], tuple[object, ...]]:
    order = {e.language: n for n, e in enumerate(article.editions)}
    return lambda f: (
        -f.severity.rank,
        min((o.segment for o in f.occurrences), default=0),
        f.code,
        [(order[o.language], o.segment, o.start) for o in f.occurrences],
    )
