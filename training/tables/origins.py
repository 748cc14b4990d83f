"""Learn which names the rules of romanising bind, by how they look in Cyrillic letters.

    python -m training.tables.origins

Ukrainian names are written in English by rule, so that one letter off is a mistake; foreign ones
by their own customs. Logistic regression (l1) over the letters of a word and up to four in a row,
on the places of the world and Ukraine (GeoNames), Ukrainian surnames (names-translator) and
people of the world (`people.tsv`): is the Latin spelling the one that the rules make? The table
holds the weights that are not nought, in natural log-odds.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import numpy as np
from sklearn.feature_extraction.text import CountVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import roc_auc_score
from sklearn.model_selection import cross_val_predict

from training.names.stories import surnames
from training.tables.pairs import PEOPLE, cities, places_of_ukraine
from transcheck.naming.letters import folded
from transcheck.naming.romanising import letters_apart, runs

TABLE = Path("transcheck/languages/data/name_origins.tsv")
_STRENGTH, _RARE, _PLACES, _FOLDS, _LEAST = 0.2, 8, 500, 5, 0.05
"""Inverse of the regularisation, words that a run must be in, people of a place, parts of the
cross-validation and the least weight kept."""
_WORD = re.compile("[а-яіїєґ]{4,}")
_HEAD = """# How much letters of a name say for that it is romanised by rule, as Ukrainian names
# are: runs of letters (^ and $ are its ends, in the folded alphabet), natural log-odds. Learnt
# from GeoNames (CC BY 4.0), names-translator (MIT) and Wikidata (CC0) by
# training/tables/origins.py. Of two names, one by rule and one not, the former scores higher in
# {0:.0%}, by cross-validation.
"""


def names() -> Iterator[tuple[str, str]]:
    """Yield Cyrillic spellings, the likeliest of Ukrainian first, and the Latin one of each."""
    for place in places_of_ukraine():
        yield place.uk[0], place.en[0]
    for uk, en, _ in surnames():
        yield uk, en
    for latin, aliases in cities(_PLACES):
        yield min(aliases, key=lambda a: (letters_apart(latin, a, "uk"), a)), latin
    for line in PEOPLE.read_text(encoding="utf-8").splitlines():
        if not line.startswith("#"):
            yield line.split("\t")[1], line.split("\t")[0]


def main() -> None:
    """Write the table."""
    by_rule: dict[str, bool] = {}
    for cyrillic, latin in names():
        if _WORD.fullmatch(cyrillic.lower()):
            by_rule.setdefault(folded(cyrillic), letters_apart(latin, cyrillic, "uk") == 0)
    words, right = list(by_rule), np.array(list(by_rule.values()))
    columns = CountVectorizer(analyzer=runs, min_df=_RARE, binary=True)
    values = columns.fit_transform(words)
    model = LogisticRegression(
        C=_STRENGTH, l1_ratio=1.0, class_weight="balanced", solver="liblinear", random_state=3
    )
    likely = cross_val_predict(model, values, right, cv=_FOLDS, method="decision_function")
    model.fit(values, right)
    table = _HEAD.format(roc_auc_score(right, likely)) + f"bias\t{model.intercept_[0]:.2f}\n"
    for run, weight in zip(columns.get_feature_names_out(), model.coef_[0], strict=True):
        if abs(weight) >= _LEAST:
            table += f"{run}\t{weight:.2f}\n"
    TABLE.write_text(table, encoding="utf-8")


if __name__ == "__main__":
    main()
