from __future__ import annotations

from dataclasses import replace

from tests.sample_reports import broken, homs, pair
from transcheck.model import ArticleReport, Report
from transcheck.reporters import render
from transcheck.reporters.services import SHOWN


def lines(*articles: ArticleReport) -> list[str]:
    return render(Report(articles, ""), "github").decode().splitlines()


def test_an_annotation_stands_at_the_words_it_is_about() -> None:
    assert lines(homs())[0] == (
        "::error file=stories/homs/en.txt,line=5,col=7,endColumn=12,title=NUM001 number-differs::"
        "en says 2,500, uk and ru say 1,500%0Auk stories/homs/uk.txt:5:9: 1 500"
        "%0Aru stories/homs/ru.txt:5:7: 1 500"
    )


def test_over_several_lines_there_are_no_columns() -> None:
    article = homs()
    en = article.editions[1]
    segment = replace(en.segments[2], runs=((0, 5, 7), (7, 6, 1)))
    segments = (*en.segments[:2], segment, *en.segments[3:])
    editions = (article.editions[0], replace(en, segments=segments), article.editions[2])
    first = lines(replace(article, editions=editions))[0]
    assert first.startswith("::error file=stories/homs/en.txt,line=5,endLine=6,title=")


def test_each_severity_has_its_command() -> None:
    assert [line.split()[0] for line in lines(pair())] == ["::warning", "::notice", "::notice"]


def test_an_accepted_finding_is_a_line_of_the_log() -> None:
    assert lines(homs())[2] == (
        "accepted warning: stories/homs/uk.txt:11:23: NAM001 "
        "en writes Qassem, uk and ru write Касем (glossary: house spelling)"
    )


def test_what_was_not_checked_is_an_error() -> None:
    assert lines(broken())[0].startswith(
        "::error file=stories/kherson/en.html::kherson could not be checked: the file is empty"
    )


def test_the_last_line_says_what_the_run_comes_to() -> None:
    assert lines(homs(), pair(), broken())[-1] == (
        "::notice title=transcheck::3 articles, 2 checked: 2 errors, 1 warning, 1 info, "
        "1 accepted. Failed: 2 findings at or above error and 1 article that could not be checked."
    )


def test_more_than_github_shows_goes_to_the_log_and_is_counted() -> None:
    article = homs()
    many = replace(article, findings=article.findings[:1] * (SHOWN + 2))
    found = lines(many)
    commands = [line for line in found if line.startswith("::error")]
    assert len(commands) == SHOWN
    log = [line for line in found if line.startswith("error: ")]
    assert log == ["error: stories/homs/en.txt:5:7: NUM001 en says 2,500, uk and ru say 1,500"] * 2
    assert found[-1].endswith(
        "GitHub shows 10 of a kind: 2 more errors are in the log of this step."
    )


def test_the_last_line_is_among_those_that_github_shows() -> None:
    article = pair()
    many = replace(article, findings=article.findings[1:] * (SHOWN + 5))
    assert sum(line.startswith("::notice") for line in lines(many)) == SHOWN
