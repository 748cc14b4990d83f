"""NUM007: a total that its own parts do not make."""

from __future__ import annotations

from collections.abc import Iterable

from transcheck.checks import Check, check
from transcheck.comparing.alone.arithmetic import wrong_sums
from transcheck.comparing.alone.editions import alike, claim
from transcheck.comparing.numbers_voting import quantity
from transcheck.comparing.wording import occurrences
from transcheck.facts.quantities.record import number
from transcheck.model import Comparison, Family, Finding, Severity


@check(
    code="NUM007",
    rule="sum-wrong",
    family=Family.NUMBER,
    severity=Severity.WARNING,
    alone=True,
    templates={"default": "{parts} make {sum}, not {total}"},
)
def sum_wrong(this: Check, comparison: Comparison) -> Iterable[Finding]:
    """A number is not the sum of the parts that are told with it.

    The parts stand behind a colon or a dash, or they are all the numbers of the next sentence
    with any, three or more. They are of the same unit and miss the total by less than a
    quarter, in the next sentence by less than a fifth: others are only some of it. So are
    numbers among words such as "among them", «зокрема», «остальные». What is about, nearly or
    more than a number need not add up, and neither do rounded millions.

    It is a warning. Where several editions are compared, all of them have it; if they do not,
    one number differs (NUM001).

    Bad:
        uk: У парку 98 автобусів: 48 нових і 52 старі.
        en: The depot has 98 buses: 48 new ones and 52 old ones.

    Good:
        uk: У парку 98 автобусів: 48 нових і 50 старих.
        en: The depot has 98 buses: 48 new ones and 50 old ones.
    """
    article = comparison.article
    for found in alike(comparison, wrong_sums):
        values = [quantity(part).low for part in found[0].parts]
        yield this.finding(
            article.name,
            occurrences(article, [claim(each.facts for each in found)]),
            parts=" + ".join(map(number, values)),
            sum=number(sum(values)),
            total=number(quantity(found[0].total).low),
        )
