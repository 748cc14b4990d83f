from __future__ import annotations

import pytest

from transcheck.comparing.phrases import spans


@pytest.mark.parametrize(
    ("form", "text", "language", "words"),
    [
        pytest.param("Київ", "З Києва до Києва", "uk", ["Києва", "Києва"], id="cases of a name"),
        pytest.param("Львів", "у Львові", "uk", ["Львові"], id="a vowel that changes"),
        pytest.param("аль-Голані", "прибічники аль-Ґолані", "uk", ["аль-Ґолані"], id="ґ for г"),
        pytest.param("почти треть", "с почти третью", "ru", ["почти третью"], id="a common noun"),
        pytest.param("майже половина", "за майже\u00a0половину", "uk", ["майже\u00a0половину"],
                     id="a no-break space"),
        pytest.param("al-Golani", "AL‑GOLANI", "en", ["AL‑GOLANI"], id="another hyphen"),
        pytest.param("Sana'a", "in Sana’a", "en", ["Sana’a"], id="another apostrophe"),
        pytest.param("Kyiv", "Kyiv’s mayor, Kyiv-based", "en", ["Kyiv’s", "Kyiv"], id="possessive"),
        pytest.param("45%", "nearly 45 % of them", "en", ["45 %"], id="space before a sign"),
        pytest.param("45%", "145% and 45.5%", "en", [], id="a part of a number is another one"),
        pytest.param("Растан", "Рустан і Растанка", "uk", [], id="another name"),
        pytest.param("Kyiv", "Kyivan Rus", "en", [], id="a longer word"),
        pytest.param("майже половина", "половина, майже", "uk", [], id="another order"),
    ],
)  # fmt: skip
def test_where_a_wording_stands(form: str, text: str, language: str, words: list[str]) -> None:
    assert [text[start:end] for start, end in spans(form, text, language)] == words
