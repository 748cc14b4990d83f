"""NUM008: a percentage that the values beside it contradict."""

from __future__ import annotations

from collections.abc import Iterable

from transcheck.checks import Check, check
from transcheck.comparing.alone.arithmetic import wrong_rates
from transcheck.comparing.alone.editions import alike, claim
from transcheck.comparing.wording import occurrences
from transcheck.model import Comparison, Family, Finding, Severity


@check(
    code="NUM008",
    rule="percentage-wrong",
    family=Family.NUMBER,
    severity=Severity.ERROR,
    alone=True,
    templates={
        "default": "“{first}” and “{second}” make {right} %, not “{said}”",
        "times": "“{first}” and “{second}” make {right} times, not “{said}”",
    },
)
def percentage_wrong(this: Check, comparison: Comparison) -> Iterable[Finding]:
    """A percentage, a share or a multiple is not what the values beside it make.

    Both values of a change stand right beside it, or a part and its whole, with nothing but
    words such as "or", "by", "a drop of" between. Values that are rounded may be a little off,
    so may a third or "twice". What is about, nearly or more than a number is not checked.

    It is an error in a text that is checked alone, and a warning where all editions that are
    compared say the same.

    Bad:
        uk: Платня зросла з 10 тисяч до 15 тисяч гривень, тобто на 40 відсотків.
        en: Pay has risen from 10,000 to 15,000 hryvnias, or by 40 percent.

    Good:
        uk: Платня зросла з 10 тисяч до 15 тисяч гривень, тобто на 50 відсотків.
        en: Pay has risen from 10,000 to 15,000 hryvnias, or by 50 percent.
    """
    article = comparison.article
    for found in alike(comparison, wrong_rates):
        one = found[0]
        yield this.finding(
            article.name,
            occurrences(article, [claim(each.facts for each in found)]),
            template="times" if one.times else "default",
            severity=Severity.ERROR if len(found) == 1 else Severity.WARNING,
            first=one.first.text,
            second=one.second.text,
            said=one.said.text,
            right=f"{one.right:.3g}",
        )
