"""A check on the desk: a story with what an editor changed in it, to a report.

The changes are made in the bytes first, and what is checked is what those bytes say: an editor
who copies or downloads an edition gets exactly what was checked.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from transcheck import pipeline
from transcheck.accepting import Baseline, Policy, accept
from transcheck.accepting.glossary import Equivalents, Glossary
from transcheck.embedding import Encoder
from transcheck.errors import LoadError, UsageError
from transcheck.languages import named
from transcheck.loading import Edit
from transcheck.loading.formats import UnreadableError
from transcheck.model import ArticleReport, Edition
from transcheck.rewriting import UnwritableError, rewrite
from transcheck.segmenting import segment
from transcheck.serving.stories import Loaded, Source, Story, load

MOST_ROWS = 2_000
LONGEST_ROW = 200
"""Letters of one wording of a glossary."""


@dataclass(frozen=True, slots=True)
class Change:
    """What a sentence is to say."""

    language: str
    segment: int
    text: str


@dataclass(frozen=True, slots=True)
class Checked:
    """A story as it was checked."""

    story: Story
    report: ArticleReport
    signature: str
    holders: Mapping[str, int]
    """The position of the source that holds the edition in a language."""
    changed: frozenset[int] = frozenset()
    """Positions of the sources whose bytes changed."""


@dataclass(frozen=True, slots=True)
class Checker:
    """What stories are checked with."""

    encoder: Encoder
    policy: Policy
    baseline: Baseline
    letters: int
    """Most letters of a story."""

    def check(
        self, story: Story, changes: Sequence[Change] = (), rows: Sequence[Equivalents] = ()
    ) -> Checked:
        """Return the report of a story after some changes; `rows` are added to the glossary.

        Raises:
            UsageError: a change is about a sentence that is not there, or there is too much text.
            LoadError: a change cannot be written down in its file.
        """
        loaded = load(story, self.letters)
        changed: frozenset[int] = frozenset()
        if changes:
            after = rewritten(story, loaded, changes)
            changed = frozenset(
                n for n, source in enumerate(after.sources) if source is not story.sources[n]
            )
            story = after
            loaded = load(story, self.letters)
        policy = self.policy
        if rows:
            entries = (*policy.glossary.entries, *rows)
            policy = replace(policy, glossary=Glossary(entries))
        report = next(pipeline.check_many([loaded.files], self.encoder, policy))
        report = accept(report, self.baseline).report
        holders = {
            document.language: holder
            for document, holder in zip(loaded.documents, loaded.holders, strict=True)
        }
        signature = pipeline.signature(self.encoder, policy)
        return Checked(story, report, signature, holders, changed)


def changes_of(request: Mapping[str, Any]) -> tuple[Change, ...]:
    """Return the changes that a request asks for.

    Raises:
        UsageError: they are none.
    """
    given = request.get("changes", [])
    if not isinstance(given, list):
        raise UsageError('"changes" is no list')
    return tuple(_change(each) for each in given)


def rows_of(request: Mapping[str, Any]) -> tuple[Equivalents, ...]:
    """Return the rows of a glossary that a request brings along.

    Raises:
        UsageError: they are none.
    """
    given = request.get("glossary", [])
    if not isinstance(given, list) or len(given) > MOST_ROWS:
        raise UsageError(f'"glossary" is no list of {MOST_ROWS} rows at most')
    return tuple(row_of(each) for each in given)


def row_of(given: object) -> Equivalents:
    """Return a row of a glossary, given by the codes of languages, ``code`` and ``reason``.

    Raises:
        UsageError: it is none.
    """
    texts = {
        str(key): value.strip()
        for key, value in (given.items() if isinstance(given, Mapping) else ())
        if isinstance(value, str) and value.strip() and len(value) <= LONGEST_ROW
    }
    codes = tuple(texts.pop("code", "").split())
    reason = texts.pop("reason", "")
    forms = tuple((named(language).code, words) for language, words in texts.items())
    if len(forms) < 2:
        raise UsageError(
            "a row of the glossary has no two languages", hint='{"uk": "…", "en": "…"}'
        )
    return Equivalents(forms, codes, reason)


def _change(given: object) -> Change:
    if isinstance(given, Mapping):
        language, number, text = (given.get(key) for key in ("language", "segment", "text"))
        if isinstance(language, str) and type(number) is int and isinstance(text, str):
            return Change(named(language).code, number, text)
    raise UsageError("a change is no object", hint='{"language": "en", "segment": 3, "text": "…"}')


def rewritten(story: Story, loaded: Loaded, changes: Sequence[Change]) -> Story:
    """Return a story whose sources say what the changes ask for.

    Raises:
        UsageError: there is no such sentence.
        LoadError: a file cannot be written so.
    """
    editions = {document.language: segment(document) for document in loaded.documents}
    holders = dict(zip(editions, loaded.holders, strict=True))
    by_source: dict[int, list[Change]] = defaultdict(list)
    for change in changes:
        edition = editions.get(change.language)
        if edition is None or not 0 <= change.segment < len(edition.segments):
            raise UsageError(f"{change.language} has no sentence {change.segment}")
        by_source[holders[change.language]].append(change)
    sources = list(story.sources)
    for number, own in by_source.items():
        sources[number] = _edited(sources[number], own, editions)
    return replace(story, sources=tuple(sources))


def _edited(source: Source, changes: Sequence[Change], editions: Mapping[str, Edition]) -> Source:
    reader = source.reader
    try:
        text = reader.read(source.data, source.charset).text
        edits: list[Edit] = []
        for change in changes:
            sentence = editions[change.language].segments[change.segment]
            edits += rewrite(sentence, change.text, text)
        after = reader.edit(source.data, sorted(edits)) if edits else source.data
    except UnwritableError:
        raise LoadError(
            f"{source.name or 'the text'} has markup within these words",
            hint="change this sentence in your editor",
        ) from None
    except UnreadableError as error:
        raise LoadError(f"{source.name or 'the text'} {error.reason}", hint=error.hint) from None
    return replace(source, data=after)
