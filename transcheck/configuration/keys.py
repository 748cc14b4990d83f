"""The keys of a configuration; each is one field of `Config`.

A key is called like its field, with hyphens. To add one, add a field: everything else
(reading, messages, `transcheck init`) follows from it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import Field, dataclass, field, fields
from pathlib import Path
from typing import Any, NamedTuple, TypeVar, cast

from transcheck.accepting import Override
from transcheck.checks.rating import Alarms
from transcheck.configuration import kinds
from transcheck.configuration.kinds import Kind, converted, many
from transcheck.configuration.selecting import check_name, options_by_check, severities
from transcheck.configuration.selecting import overrides as overriding
from transcheck.languages import LANGUAGES
from transcheck.model import Severity
from transcheck.reporters import REPORTERS

T = TypeVar("T")

NEVER = "never"
"""The limit that no finding reaches."""
LIMITS = (*(severity.value for severity in Severity), NEVER)


@dataclass(frozen=True, slots=True)
class Key:
    """What is known of a key besides its name and default."""

    kind: Kind[object]
    about: str
    """What it means, in a sentence or two."""
    example: object
    """A value as a file has it; the entries of a table where it is one."""
    table: str = ""
    """How the head of its table is written, with the key for ``{}``; empty for other keys."""


def key(default: T, kind: Kind[T], about: str, example: object, table: str = "") -> T:
    """Return a field of `Config` that is a key.

    Args:
        default: its value where no file has it.
        kind: what a value must be.
        about: what it means, in a sentence or two.
        example: a value as a file has it; the entries of its table where it is one.
        table: how the head of its table is written, with the key for ``{}``.
    """
    metadata = {_KEY: Key(cast("Kind[object]", kind), about, example, table)}
    made: Any
    if isinstance(default, dict):
        made = field(default_factory=lambda: dict(default), metadata=metadata)
    else:
        made = field(default=default, metadata=metadata)
    return cast("T", made)


_KEY = "key"


class Limit(NamedTuple):
    """Which findings fail a run."""

    severity: Severity | None
    """The least severity; None where none fails it."""
    sure: float = 0.0
    """The least confidence, 0 to 1."""


def limit_named(name: str, sure: float = 0.0) -> Limit:
    """Return the limit of the severity called `name`, or of none for ``never``."""
    return Limit(None if name == NEVER else Severity(name), sure)


@dataclass(frozen=True, slots=True)
class Config:
    """What a configuration file decides; the command line overrules it."""

    path: Path | None = field(default=None, compare=False)
    """The file it was read from; None where there is none."""
    fail_on: Limit = key(
        Limit(Severity.ERROR),
        converted(kinds.graded(lambda: LIMITS), lambda pair: limit_named(*pair)),
        "The least severity of a finding that fails the run, and behind a colon the least "
        "confidence, as error:0.8.",
        "error",
    )
    alarms: Alarms = key(
        Alarms.ALL,
        converted(kinds.choice(lambda: [each.value for each in Alarms]), Alarms),
        "How much is reported: few (errors and the surest warnings), normal (errors and "
        "warnings of which some .3 an article are unwanted) or all.",
        "normal",
    )
    select: tuple[str, ...] = key(
        (),
        many(check_name(), "codes of checks"),
        "The checks that run, by code (NUM001), the first letters of some (NUM) or name "
        "(number-differs). Default: all.",
        ["NUM", "DAT", "number-differs"],
    )
    ignore: tuple[str, ...] = key(
        (),
        many(check_name(), "codes of checks"),
        "Checks that do not run; a longer code decides over a shorter one.",
        ["NAM003"],
    )
    severity: Mapping[str, Severity | None] = key(
        {},
        severities(),
        "What the findings of a check count as, instead of what the check decides; off is as "
        "good as ignore.",
        {"NUM003": "info", "name-missing": "off"},
        "[{}]",
    )
    encoder: str = key(
        "",
        kinds.encoder(),
        "What turns sentences into vectors: an embedded encoder, or the name or folder of a "
        "sentence-transformers model.",
        "static",
    )
    format: str = key(
        "terminal",
        kinds.choice(REPORTERS.names),
        "How to write the result on standard output.",
        "terminal",
    )
    output: tuple[str, ...] = key(
        (),
        many(kinds.output(), 'FORMAT=FILE, as "junit=findings.xml"'),
        "Reports to write in every run, each to a file of its own; - is standard output.",
        ["terminal=-", "junit=findings.xml"],
    )
    baseline: Path | None = key(
        None,
        cast("Kind[Path | None]", kinds.path("the path of a file")),
        "The findings accepted so far.",
        "transcheck-baseline.json",
    )
    patterns: tuple[str, ...] = key(
        (),
        many(kinds.pattern(), "paths with {language} and {article}"),
        "Where editions are, in place of the layouts that are found by themselves; * stands for "
        "any part of a name.",
        ["content/{language}/{article}/index.*"],
    )
    include: tuple[str, ...] = key(
        (),
        many(kinds.glob(), "globs"),
        "Only files that match one of these globs, as in .gitignore, are looked at.",
        ["stories/"],
    )
    exclude: tuple[str, ...] = key(
        (),
        many(kinds.glob(), "globs"),
        "Files and folders that match one of these globs are left out.",
        ["drafts/", "*.bak.html"],
    )
    glossary: tuple[Path, ...] = key(
        (),
        many(kinds.path("the path of a file"), "files"),
        "Tables of what is the same to this newsroom, as house spellings of names: a column for "
        "each language, a row for each thing, and the columns code and reason.",
        ["glossary.tsv"],
    )
    require: tuple[str, ...] = key(
        (),
        kinds.languages(),
        "Languages in which every article must have an edition.",
        [language.code for language in LANGUAGES],
    )
    checks: Mapping[str, Mapping[str, object]] = key(
        {},
        options_by_check(),
        "Options of checks, each in its table: transcheck explain CODE shows them.",
        {"tolerance": 1.0},
        "[{}.NUM001]",
    )
    overrides: tuple[Override, ...] = key(
        (),
        overriding(),
        "What holds for articles under some paths only: checks whose findings do not count, "
        "and other severities.",
        {"paths": ["archive/"], "ignore": ["NAM"], "reason": "printed already"},
        "[[{}]]",
    )


def keys() -> dict[str, Field[object]]:
    """Return the fields of `Config` that are keys, by the name of the key, in their order."""
    return {each.name.replace("_", "-"): each for each in fields(Config) if _KEY in each.metadata}


def key_of(each: Field[object]) -> Key:
    """Return what is known of a key."""
    return cast("Key", each.metadata[_KEY])
