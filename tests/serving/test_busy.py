"""What a desk says that cannot check just now."""

from __future__ import annotations

import pytest

from tests.desks import EXAMPLE, serving
from transcheck.serving import Limits, Options


@pytest.mark.parametrize("path", ["/api/check", "/desk/check"])
def test_where_no_place_is_free_one_is_asked_to_come_again(path: str) -> None:
    full = Limits(rate=0, waiting=-1)  # not even the check that runs has a place
    with serving(Options(limits=full)) as desk:
        answer = desk.post(path, {"editions": EXAMPLE})
    assert answer.status_code == 503
    assert answer.headers["retry-after"] == "1"
    assert answer.json()["error"]["message"] == "too many checks at once"


def test_a_check_that_takes_too_long_is_told_and_the_desk_goes_on() -> None:
    with serving(Options(limits=Limits(rate=0, answer=0.0))) as desk:
        answer = desk.post("/api/check", {"editions": EXAMPLE})
        assert answer.status_code == 504
        assert "did not end" in answer.json()["error"]["message"]
        assert desk.post("/api/check", {"editions": []}).status_code == 400, "it still answers"
