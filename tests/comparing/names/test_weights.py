"""Evidence: named shares that add up to the log-odds."""

from __future__ import annotations

import numpy as np
import pytest

from transcheck.comparing.names.rows import LINK
from transcheck.comparing.names.weights import BIAS, Evidence, trees, weights

TERMS = {"nats 1": 12.0, "nats 2": 12.0, "gain 1": 9.0, "both gain": 9.0, "lead": 8.0}


@pytest.mark.parametrize("decision", ["slip Latin", "slip of two one script", "swap", LINK])
def test_shares_add_up_to_the_log_odds(decision: str) -> None:
    evidence = Evidence(decision, TERMS if decision != LINK else {"place": 0.5, "together": 2.0})
    assert sum(share for _, _, share in evidence.shares()) == pytest.approx(evidence.log_odds)


def test_what_is_wrong_is_decided_by_weights_and_trees() -> None:
    evidence = Evidence("slip Latin", TERMS)
    weight, model = weights("slip Latin"), trees("slip Latin")
    assert model is not None
    linear = weight[BIAS] + sum(weight.get(term, 0.0) * v for term, v in TERMS.items())
    row = np.zeros((1, len(model[1])), np.float32)
    for term, value in TERMS.items():
        row[0, model[1][term]] = value
    branched = model[0].log_odds(row).item()
    assert branched != pytest.approx(linear)
    assert evidence.log_odds == pytest.approx((linear + branched) / 2)


def test_a_decision_without_trees_is_the_sum_of_its_weights() -> None:
    weight = weights(LINK)
    assert trees(LINK) is None
    assert Evidence(LINK, {"place": 0.5}).log_odds == weight[BIAS] + 0.5 * weight["place"]
