"""Learn how letters of one script are written in another, and write the tables of costs.

A pair of spellings is cut into chunks that correspond; expectation maximisation over
all ways to cut (Jiampojamarn et al. 2007, many-to-many alignment) gives the probability
of each pair of chunks. The tables hold minus its natural logarithm.

Run: python -m training.tables.letters
"""

from __future__ import annotations

import math
import sys
from collections import defaultdict
from pathlib import Path

from training.tables.pairs import latin_cyrillic, ukrainian_russian

Counts = dict[tuple[str, str], float]
DATA = Path("transcheck/languages/data")
LATIN, CYRILLIC = 3, 2
"""Longest chunks, the word's boundary marks included."""
ROUNDS, LEAST = 8, 2e-6
RARE, SHARE = 0.02, 0.2
"""Renderings of a Latin chunk below RARE are left out where two Cyrillic ones are paired;
SHARE of the Cyrillic table comes from such pairs."""


def cuts(a: str, b: str, most: tuple[int, int]) -> list[list[tuple[int, int, str, str]]]:
    """Return the arcs out of each place: node a*(len(b)+1)+b to the list of next places."""
    width = len(b) + 1
    arcs: list[list[tuple[int, int, str, str]]] = [[] for _ in range((len(a) + 1) * width)]
    for i in range(len(a)):
        for j in range(width):
            for x in range(1, min(most[0], len(a) - i) + 1):
                for y in range(min(most[1], len(b) - j) + 1):
                    arcs[i * width + j].append(
                        (i * width + j, (i + x) * width + j + y, a[i : i + x], b[j : j + y])
                    )
    return arcs


def expect(a: str, b: str, weight: float, prob: Counts, most: tuple[int, int], out: Counts) -> None:
    """Add the expected number of uses of each pair of chunks in one pair of words."""
    arcs = cuts(a, b, most)
    forward = [0.0] * len(arcs)
    backward = [0.0] * len(arcs)
    forward[0], backward[-1] = 1.0, 1.0
    used = []
    for node, out_arcs in enumerate(arcs):
        if forward[node]:
            for start, end, x, y in out_arcs:
                p = prob.get((x, y), 0.0)
                if p:
                    forward[end] += forward[node] * p
                    used.append((start, end, x, y, p))
    if not forward[-1]:
        return
    for start, end, _, _, p in reversed(used):
        backward[start] += p * backward[end]
    for start, end, x, y, p in used:
        share = forward[start] * p * backward[end] / forward[-1]
        if share > 1e-4:
            out[x, y] += share * weight


def learn(pairs: list[tuple[str, str, float]], most: tuple[int, int]) -> Counts:
    """Return the probability of each pair of chunks, those below `LEAST` left out."""
    prob: Counts = defaultdict(float)
    for a, b, weight in pairs:
        for arcs in cuts(a, b, most):
            for _, _, x, y in arcs:
                prob[x, y] += weight
    total = sum(prob.values())
    prob = {k: v / total * 0.5 ** (len(k[0]) + len(k[1])) for k, v in prob.items()}
    for round_ in range(ROUNDS):
        counts: Counts = defaultdict(float)
        for a, b, weight in pairs:
            expect(a, b, weight, prob, most, counts)
        total = sum(counts.values())
        prob = {k: v / total for k, v in counts.items() if v / total >= LEAST}
        print(round_, len(prob), file=sys.stderr)
    return prob


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
    across = [(f"^{a}$", b, w) for a, b, w in latin_cyrillic()]
    print(len(across), file=sys.stderr)
    romanised = learn(across, (LATIN, CYRILLIC))
    write(
        "letters_latin",
        "Latin chunk (^ and $: the word's ends), folded Cyrillic chunk, minus ln of probability.\n"
        "Learnt by training/tables/letters.py from GeoNames (CC BY 4.0), CLDR, Wikidata (CC0)\n"
        "and names-translator (MIT).",
        romanised,
    )
    same = [(f"^{a}$", b, w) for a, b, w in ukrainian_russian()]
    print(len(same), file=sys.stderr)
    write(
        "letters_cyrillic",
        "Folded Ukrainian chunk (^ and $: word's ends), folded Russian, minus ln of probability.\n"
        "Learnt by training/tables/letters.py from names-translator (MIT), GeoNames and CLDR.",
        mixed(learn(same, (CYRILLIC, CYRILLIC)), composed(romanised), SHARE),
    )


if __name__ == "__main__":
    main()
