"""Which language an edition is in, from its name, its markup and its text, in this order.

A name is taken at its word unless the text clearly is in another language: then one of
them is a mistake that only an editor can put right. Markup is weaker evidence, as sites
serve every language from one template: a text that clearly differs overrules it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from transcheck.languages import LANGUAGES, Language, known, named
from transcheck.limits import (
    TONGUE_ENOUGH_LETTERS,
    TONGUE_FAIR_SHARE,
    TONGUE_SMALL_WORDS,
    TONGUE_SOME_LETTERS,
    TONGUE_SURE,
)
from transcheck.loading.formats import UnreadableError
from transcheck.model import Block, Lack


def resolve(blocks: Sequence[Block], *, name: str | None, markup: str) -> str:
    """Return the code of the language of an edition.

    Args:
        blocks: The text of the edition.
        name: The code that the path or the user gives, if any.
        markup: The language tag of the markup, or the empty string.

    Raises:
        UnreadableError: the name contradicts the text, the text is in no language we
            know, or is too short to tell.
    """
    text = "\n".join(block.text for block in blocks)
    page = known(markup) if markup else None
    given = named(name) if name else page
    if given is not None and _confirmed(text, given):
        return given.code
    letters = _letters(text)
    whole = _detected(text)
    found = [whole] if whole else _mixed(blocks, letters)
    if given is not None and given in found:
        return given.code
    actual = found[0] if found else None
    if given is not None and actual is None and _is_spoken(text, given):
        return given.code
    if actual is None and letters >= (TONGUE_ENOUGH_LETTERS if given else TONGUE_SOME_LETTERS):
        raise UnreadableError(
            f"is not text in a language transcheck knows ({', '.join(LANGUAGES.names())})",
            "check the file, or leave it out",
        )
    if given is None:
        if actual is None:
            raise UnreadableError(
                "has too little text to tell its language",
                "name the file after its language, as in uk.txt",
                lack=Lack.EMPTY,
            )
        return actual.code
    if actual is None or not _argues(text, against=given, for_=actual):
        return given.code
    if name:
        raise UnreadableError(
            f"is named as {given.name} ({given.code}), but its text is "
            f"{actual.name} ({actual.code})",
            "correct the name, or put the right text into it",
            lack=Lack.UNTRANSLATED,
        )
    return actual.code


def _confirmed(text: str, given: Language) -> bool:
    from transcheck.detecting import confirms

    return confirms(text, given)


def _is_spoken(text: str, language: Language) -> bool:
    """Return whether the small words of a text are a language's, and its names have other letters.

    Neighbours without such letters, as Bulgarian called Russian, share too many small words.
    """
    from transcheck.detecting.words import find_words, function_words

    if all(letter in language.alphabet for letter in text.lower() if letter.isalpha()):
        return False
    found = [match["word"] for match in find_words(text) if match["word"]]
    return function_words(found, language.code) >= TONGUE_SMALL_WORDS * max(1, len(found))


def _detected(text: str) -> Language | None:
    from transcheck.detecting import detect

    found = detect(text)
    if found.language is None or found.confidence < TONGUE_SURE:
        return None
    return named(found.language)


def _mixed(blocks: Sequence[Block], letters: int) -> list[Language]:
    """Return the languages of ours that fair parts of a text's paragraphs are in, largest first.

    A text that mixes languages of ours is in none as a whole, but its paragraphs are.
    """
    shares: Counter[str] = Counter()
    for block in blocks:
        language = _detected(block.text)
        if language is not None:
            shares[language.code] += _letters(block.text)
    return [named(code) for code, n in shares.most_common() if n >= TONGUE_FAIR_SHARE * letters]


def _letters(text: str) -> int:
    return sum(map(str.isalpha, text))


def _argues(text: str, *, against: Language, for_: Language) -> bool:
    """Return whether the letters of a text are ones that only one of two languages has.

    Without such letters a short text is no evidence, however sure the detector is.
    """
    letters = [letter for letter in text.lower() if letter.isalpha()]
    strange = sum(letter not in against.alphabet for letter in letters)
    return strange > sum(letter not in for_.alphabet for letter in letters)
