"""The student's vocabulary: which strings have a vector, and which of them share one.

Three kinds of tokens, matched greedily from the left inside a word (WordPiece):

* the most frequent word forms of each language. All forms of one lemma share one row of
  the table, because a form says little about meaning and running text shows most forms of
  a Slavic word too rarely to learn a vector for each;
* pieces of words (byte-pair merges over the same lists), for everything else: names,
  rare words, other forms;
* numbers: 0-999 and the years of two centuries whole, longer ones by threes.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache

import numpy as np
from numpy.typing import NDArray
from pymorphy3 import MorphAnalyzer  # type: ignore[import-untyped]
from tokenizers import Regex, Tokenizer, models, normalizers, pre_tokenizers, trainers

from training.settings import LANGUAGES, Settings
from training.sources import Meaning

UNKNOWN = "[UNK]"
WORD = re.compile(r"[^\W\d_]+")
MORPHOLOGIES = ("ru",)
"""Languages whose lemmas pymorphy3 finds; simplemma finds the others'."""


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """Tokens, and the row of the table that each token reads."""

    tokenizer: Tokenizer
    rows: NDArray[np.int32]
    """Shape (tokens,): the row of each token; several tokens may share a row."""

    @property
    def size(self) -> int:
        """The number of rows of the table."""
        return int(self.rows.max()) + 1


def cached(settings: Settings, meanings: Sequence[Meaning]) -> Vocabulary:
    """Return the vocabulary of these meanings, from the cache where it is in it."""
    sizes = "-".join(map(str, (*settings.forms.values(), settings.pieces, len(meanings))))
    tokenizer = settings.cache / f"vocabulary-{sizes}.json"
    rows = tokenizer.with_suffix(".npy")
    if not rows.exists():
        texts = (pair for meaning in meanings for pair in meaning.texts.items())
        built = build(settings, texts)
        built.tokenizer.save(str(tokenizer), pretty=False)
        np.save(rows, built.rows)
    return Vocabulary(Tokenizer.from_file(str(tokenizer)), np.load(rows))


def normalizer() -> normalizers.Normalizer:
    """Lower case, no apostrophes or stress marks, `ё` as `е`: editions differ in these."""
    return normalizers.Sequence(
        [
            normalizers.NFC(),
            normalizers.Lowercase(),
            normalizers.Replace(Regex("['’ʼ`´\u0301\u00ad]"), ""),
            normalizers.Replace("ё", "е"),
        ]
    )


def build(settings: Settings, texts: Iterable[tuple[str, str]]) -> Vocabulary:
    """Build the vocabulary from frequency lists and `texts` (language, text)."""
    norm = normalizer()
    counts = _counts(texts, norm)
    forms, lemmas = _forms(settings, counts)
    pieces = _pieces(settings, counts)
    tokens: dict[str, int] = {}
    keys: dict[str, int] = {}
    for token in (UNKNOWN, *_characters(counts), *_numbers(), *forms, *pieces):
        key = lemmas.get(token, token)
        tokens.setdefault(token, keys.setdefault(key, len(keys)))
    tokenizer = Tokenizer(
        models.WordPiece({token: number for number, token in enumerate(tokens)}, unk_token=UNKNOWN)
    )
    tokenizer.normalizer = norm
    tokenizer.pre_tokenizer = pre_tokenizers.BertPreTokenizer()
    return Vocabulary(tokenizer, np.fromiter(tokens.values(), dtype=np.int32))


def _counts(
    texts: Iterable[tuple[str, str]], norm: normalizers.Normalizer
) -> dict[str, Counter[str]]:
    """Count word forms a million words: half from the frequency list, half from the texts."""
    from wordfreq import get_frequency_dict

    seen: dict[str, Counter[str]] = {language: Counter() for language in LANGUAGES}
    for language, text in texts:
        seen[language].update(WORD.findall(norm.normalize_str(text)))
    for language, counter in seen.items():
        total = sum(counter.values()) or 1
        for word in counter:
            counter[word] *= 1e6 / total  # type: ignore[assignment]
        for word, frequency in get_frequency_dict(language, wordlist="best").items():
            plain = norm.normalize_str(word)
            if WORD.fullmatch(plain):
                counter[plain] += frequency * 1e6
    return seen


def _forms(settings: Settings, counts: dict[str, Counter[str]]) -> tuple[list[str], dict[str, str]]:
    """Return the forms that are tokens, and the key of the row each of them reads."""
    best: dict[str, tuple[float, str]] = {}
    for language in LANGUAGES:
        for word, count in counts[language].most_common(settings.forms[language]):
            if count > best.get(word, (0.0, ""))[0]:
                best[word] = (count, language)
    lemmas = {word: f"{_lemma(word, lang)}/{lang}" for word, (_, lang) in best.items()}
    return sorted(best, key=lambda word: -best[word][0]), lemmas


def _lemma(word: str, language: str) -> str:
    """Return the dictionary form of a word (its most probable one).

    pymorphy3 knows Ukrainian better, but comes from a dictionary whose own licence forbids
    commercial use (see DATA.md), and which forms share a row is part of the weights.
    """
    if language in MORPHOLOGIES:
        return str(_analyzer(language).parse(word)[0].normal_form)
    from simplemma import lemmatize

    return str(lemmatize(word, lang=language)).lower()


@cache
def _analyzer(language: str) -> MorphAnalyzer:
    return MorphAnalyzer(lang=language)


def _pieces(settings: Settings, counts: dict[str, Counter[str]]) -> list[str]:
    """Return word pieces: byte-pair merges over the lists, rare words counted up.

    The merges see a word as often as the root of its frequency says, so that endings and
    parts of rare words become pieces too, and not only whole frequent words.
    """

    def corpus() -> Iterator[list[str]]:
        for language in LANGUAGES:
            for word, count in counts[language].items():
                yield [word] * min(60, max(1, round((count * 20) ** 0.5)))

    tokenizer = Tokenizer(models.WordPiece(unk_token=UNKNOWN))
    tokenizer.pre_tokenizer = pre_tokenizers.BertPreTokenizer()
    trainer = trainers.WordPieceTrainer(
        vocab_size=settings.pieces, special_tokens=[UNKNOWN], show_progress=False
    )
    tokenizer.train_from_iterator((" ".join(words) for words in corpus()), trainer)
    vocabulary = tokenizer.get_vocab()
    return sorted(vocabulary, key=lambda piece: vocabulary[piece])


def _characters(counts: dict[str, Counter[str]]) -> list[str]:
    letters = Counter[str]()
    for counter in counts.values():
        letters.update("".join(word for word, _ in counter.most_common(100_000)))
    kept = sorted(letter for letter, count in letters.items() if count >= 20)
    return [*kept, *(f"##{letter}" for letter in kept), *'.,:;!?-–—«»“”„"()%$€£₴₽№°/+&@#…']


def _numbers() -> list[str]:
    whole = [str(number) for number in (*range(1000), *range(1900, 2051))]
    first = [f"##{number:0{width}}" for width in (1, 2, 3) for number in range(10**width)]
    return [*whole, *first]
