"""JUnit's XML, so that GitLab, Jenkins and others show findings as tests.

There is no specification; what is written is what the readers agree on
(github.com/testmoapp/junitxml). An article is a suite, each finding a test of its own:

- at or above the limit of the run: a failure;
- below it: a test that passed, with the finding as its output, for JUnit has no warnings;
- accepted: a skipped test, with the reason;
- an article, or part of one, that could not be checked: an error;
- an article without any of these: one test that passed.

GitLab takes tests with the same class and name for one and shows only the text of a
failure, not its message: names end in the fingerprint, and the text says everything.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import IO
from xml.etree import ElementTree as ET

from transcheck.model import ArticleReport, Finding, Skipped
from transcheck.reporters import Reporter, Setting, add, unchecked
from transcheck.reporters.excerpts import Location, locations, source_path
from transcheck.reporters.verdict import waits_for
from transcheck.reporters.visible import visible
from transcheck.summary import Summary

_NO_XML = re.compile("[\ufffe\uffff]")
"""What `visible` lets through and XML 1.0 does not."""
_KINDS = {"failure": "failures", "error": "errors", "skipped": "skipped"}
"""Elements that tell how a test ended, and the attribute of the suite that counts them."""


class JunitWriter:
    """Writes one suite an article; remembers nothing."""

    def __init__(self, stream: IO[bytes], setting: Setting) -> None:
        """Start the report on `stream`."""
        self._stream = stream
        self._setting = setting
        stream.write(b'<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="transcheck">\n')

    def article(self, report: ArticleReport) -> None:
        """Write one article as a suite."""
        suite = ET.Element("testsuite", name=_text(report.article))
        suite.extend(self._finding(report, finding) for finding in report.findings)
        suite.extend(self._unchecked(report, skipped) for skipped in _unique(report.skipped))
        if not len(suite):
            agree = {"classname": _text(report.article), "name": "editions agree"}
            case = ET.SubElement(suite, "testcase", agree)
            if report.pending:
                ET.SubElement(case, "skipped", message=_text(waits_for(report)))
        suite.set("tests", str(len(suite)))
        for kind, counter in _KINDS.items():
            suite.set(counter, str(len(suite.findall(f"testcase/{kind}"))))
        ET.indent(suite)
        # ElementTree escapes what would end an element or an attribute, line breaks too.
        self._stream.write(ET.tostring(suite, "utf-8", xml_declaration=False) + b"\n")

    def finish(self, summary: Summary) -> None:  # noqa: ARG002 - suites have their counts
        """Close the document."""
        self._stream.write(b"</testsuites>\n")

    def _finding(self, report: ArticleReport, finding: Finding) -> ET.Element:
        leading, *others = locations(report, finding)
        case = self._case(report, finding, leading)
        lines = [f"{finding.severity.value} {finding.code} {finding.rule}: {finding.text}"]
        lines += [self._line(location) for location in (leading, *others)]
        text = "\n".join(_text(line) for line in lines)
        message = _text(finding.text)
        if finding.suppressed:
            accepted = _text(f"accepted ({finding.suppressed.by}): {finding.suppressed.reason}")
            ET.SubElement(case, "skipped", message=accepted).text = f"{accepted}\n{text}"
        elif self._fails(finding):
            ET.SubElement(case, "failure", message=message, type=finding.code).text = text
        else:
            ET.SubElement(case, "system-out").text = text
        return case

    def _case(self, report: ArticleReport, finding: Finding, leading: Location) -> ET.Element:
        case = ET.Element(
            "testcase",
            classname=_text(report.article),
            name=_text(f"{finding.code} {finding.text} ({finding.fingerprint})"),
            file=_text(source_path(leading.path, self._setting.root)),
            line=str(leading.line),
        )
        properties = ET.SubElement(case, "properties")
        for name, value in (
            ("severity", finding.severity.value),
            ("code", finding.code),
            ("family", finding.family.value),
            ("suspects", " ".join(finding.suspects)),
            ("fingerprint", finding.fingerprint),
        ):
            ET.SubElement(properties, "property", name=name, value=_text(value))
        return case

    def _line(self, location: Location) -> str:
        path = source_path(location.path, self._setting.root)
        return f"{location.language} {path}:{location.line}:{location.column}: {location.text}"

    def _unchecked(self, report: ArticleReport, skipped: Skipped) -> ET.Element:
        case = ET.Element(
            "testcase",
            classname=_text(report.article),
            name=_text(f"could not be checked: {skipped.what}"),
            file=_text(source_path(unchecked.path_of(report, skipped), self._setting.root)),
        )
        error = ET.SubElement(case, "error", message=_text(skipped.reason), type=unchecked.CODE)
        error.text = _text(unchecked.sentence(report, skipped))
        return case

    def _fails(self, finding: Finding) -> bool:
        limit, sure = self._setting.limit, self._setting.sure
        return (
            limit is not None and finding.severity.rank >= limit.rank and finding.confidence >= sure
        )


def _unique(skipped: tuple[Skipped, ...]) -> Iterator[Skipped]:
    """Yield the records with their reasons joined where they are about one thing."""
    together: dict[str, list[Skipped]] = {}
    for one in skipped:
        together.setdefault(visible(one.what), []).append(one)
    for what, same in together.items():
        reasons = "; ".join(one.reason for one in same)
        yield Skipped(what, reasons, "; ".join(dict.fromkeys(o.hint for o in same if o.hint)))


def _text(text: str) -> str:
    return _NO_XML.sub("\ufffd", visible(text))


JUNIT = add(
    Reporter(
        name="junit",
        about="JUnit XML, for the test reports of GitLab, Jenkins and others",
        suffix=".xml",
        binary=False,
        open=JunitWriter,
    )
)
