"""The editions of one article, as far as they can be read: a broken one hides no other."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from transcheck.errors import LoadError
from transcheck.languages import named
from transcheck.limits import COLLECTING_COPIED
from transcheck.loading import load
from transcheck.model import Document, Lack, Skipped, Waiting

_NONE: Mapping[Path, Callable[[], Document]] = {}


class Collected(NamedTuple):
    """What there is of an article."""

    documents: tuple[Document, ...]
    """Those that can be compared, in the order of their paths."""
    skipped: tuple[Skipped, ...] = ()
    """What cannot be read or compared."""
    waiting: tuple[Waiting, ...] = ()
    """What is not written, translated or published yet."""


def collect(
    name: str,
    paths: Sequence[Path],
    languages: Sequence[str | None] = (),
    texts: Mapping[Path, Callable[[], Document]] = _NONE,
    *,
    found: bool = False,
    alone: bool = False,
) -> Collected:
    """Return what there is of an article.

    Of two editions in one language neither is compared: nobody knows which is meant.

    Args:
        name: what the article is called in messages.
        paths: the files of its editions.
        languages: what the paths say, see `transcheck.loading.naming.languages`; empty
            leaves it to each file's own path.
        texts: how editions are loaded that are no files, by what they are called.
        found: True where nobody named the files one by one. Then an edition may be missing,
            without text, untranslated or, beside others, a draft: it is waiting and no failure.
        alone: True where one edition is enough, as it is checked against itself.
    """
    read: dict[str, list[Document]] = {}
    skipped: list[Skipped] = []
    lacking: list[_Lacking] = []
    for path, language in zip(paths, languages or [None] * len(paths), strict=True):
        try:
            document = texts[path]() if path in texts else load(path, language=language)
        except LoadError as error:
            problem = Skipped(str(path), error.message, error.hint, language or "")
            if found and error.lack:
                lacking.append(_Lacking(path, Lack(error.lack), problem))
            else:
                skipped.append(problem)
        else:
            read.setdefault(document.language, []).append(document)
    waiting = []
    for each in lacking:
        if each.lack is Lack.UNTRANSLATED and not _untranslated(each.path, languages, read):
            skipped.append(each.problem)
        else:
            waiting.append(Waiting(each.problem.language, str(each.path), each.lack))
    waiting += _drafts(read) if found else []
    skipped += _ambiguous(name, read)
    single = tuple(documents[0] for documents in read.values() if len(documents) == 1)
    if len(single) < 2 and not (skipped or found or alone):
        skipped.append(_too_few(name, single))
    return Collected(single, tuple(skipped), tuple(waiting))


class _Lacking(NamedTuple):
    """An edition that cannot be read, and perhaps is only still to come."""

    path: Path
    lack: Lack
    problem: Skipped


def _ambiguous(name: str, read: Mapping[str, Sequence[Document]]) -> Iterator[Skipped]:
    for language, documents in read.items():
        if len(documents) > 1:
            files = " and ".join(str(document.path) for document in documents)
            yield Skipped(
                name,
                f"{name} has {len(documents)} editions in {named(language).name}: {files}",
                "leave one out, or put the right text into it",
            )


def _untranslated(
    path: Path, languages: Sequence[str | None], read: Mapping[str, Sequence[Document]]
) -> bool:
    """Return whether a text in another language than its name says waits for its translation.

    It does where no edition is named after the language it is in, or where it is a copy of that
    one. Any other text got there by mistake, as where two files were exchanged.
    """
    for code in dict.fromkeys(filter(None, languages)):
        try:
            own = load(path, language=code)
        except LoadError:
            continue
        texts = {block.text for document in read.get(code, ()) for block in document.blocks}
        common = sum(block.text in texts for block in own.blocks)
        return common >= COLLECTING_COPIED * len(own.blocks)
    return True


def _drafts(read: dict[str, list[Document]]) -> list[Waiting]:
    """Take out the drafts, where others of the article are published."""
    everything = [document for documents in read.values() for document in documents]
    if all(document.draft for document in everything):
        return []
    for language, documents in list(read.items()):
        read[language] = [document for document in documents if not document.draft]
    return [Waiting(d.language, str(d.path), Lack.DRAFT) for d in everything if d.draft]


def _too_few(name: str, single: Sequence[Document]) -> Skipped:
    count = f"one edition: {single[0].path}" if single else "no edition"
    return Skipped(
        name, f"{name} has {count}", "at least two editions in different languages are needed"
    )
