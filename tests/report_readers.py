"""Readers of the formats, none of them ours: what somebody else's program finds in a report.

Each returns what it can tell of the findings, as dictionaries with some of the keys of
`KEYS`; what a format cannot say is not in them.
"""

from __future__ import annotations

import io
import json
import os
import re
import unicodedata
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path
from typing import Any
from urllib.parse import unquote_to_bytes

import pandas as pd
import pyarrow.parquet as pq
from jsonschema import Draft4Validator, Draft202012Validator
from jsonschema.protocols import Validator
from junitparser import Error, Failure, JUnitXml, Properties, Skipped
from markdown_it import MarkdownIt
from markdown_it.token import Token
from openpyxl import load_workbook  # type: ignore[import-untyped]

from transcheck.reporters.visible import visible

Told = dict[str, Any]
KEYS = ("status", "severity", "code", "message", "path", "line", "fingerprint")
DATA = Path(__file__).parent / "reporters/data"


@cache
def schema(name: str) -> Validator:
    """Return a validator of a format."""
    description = json.loads((DATA / f"{name}.schema.json").read_text("utf-8"))
    kind = Draft4Validator if "draft-04" in description["$schema"] else Draft202012Validator
    kind.check_schema(description)
    validator: Validator = kind(description)
    return validator


def read_json(report: bytes) -> list[Told]:
    return [
        {
            "status": "accepted" if finding["suppressed"] else "open",
            "severity": finding["severity"],
            "code": finding["code"],
            "message": visible(finding["message"]),
            "fingerprint": finding["fingerprint"],
        }
        for article in json.loads(report)["articles"]
        for finding in article["findings"]
    ] + [{"status": "unchecked"} for a in json.loads(report)["articles"] for _ in a["skipped"]]


def read_terminal(report: bytes) -> list[Told]:
    assert not any(map(obeyed, report.decode().split("\n")))
    head = r"^(error|warning|info) (\S+) some-rule · confidence \d\.\d\d$"
    heads = re.findall(head, report.decode(), re.MULTILINE)
    return [{"status": "open", "severity": severity, "code": code} for severity, code in heads]


def read_sarif(report: bytes) -> list[Told]:
    document = json.loads(report)
    schema("sarif-2.1.0").validate(document)
    (run,) = document["runs"]
    assert len(
        {result["partialFingerprints"]["transcheck/v1"] for result in run["results"]}
    ) == len(run["results"])
    told = [_sarif(result) for result in run["results"]]
    (invocation,) = run["invocations"]
    notifications = invocation["toolExecutionNotifications"]
    unchecked = [each for each in notifications if each["level"] == "error"]
    assert invocation["executionSuccessful"] == (not unchecked)
    return told + [{"status": "unchecked"} for _ in unchecked]


def _sarif(result: dict[str, Any]) -> Told:
    message = result["message"]["text"]
    text, _, links = message.partition(" (compare ")
    assert [n for _, n in _links(message)] == [str(o["id"]) for o in result["relatedLocations"]]
    assert bool(links) == bool(result["relatedLocations"])
    place = result["locations"][0]["physicalLocation"]
    assert place["artifactLocation"]["uriBaseId"] == "SRCROOT"
    return {
        "status": "accepted" if result["suppressions"] else "open",
        "severity": {"note": "info"}.get(result["level"], result["level"]),
        "code": result["ruleId"],
        "message": re.sub(r"\\([][])", r"\1", text).replace("{{", "{").replace("}}", "}"),
        "path": visible(os.fsdecode(unquote_to_bytes(place["artifactLocation"]["uri"]))),
        "line": place["region"]["startLine"],
        "fingerprint": result["partialFingerprints"]["transcheck/v1"],
    }


def _links(message: str) -> list[tuple[str, str]]:
    """Return the embedded links of a message of SARIF, as its section 3.11.6 reads it."""
    return re.findall(r"(?<!\\)\[((?:[^][\\]|\\.)*)(?<!\\)\]\(([^)]*)\)", message)


def read_junit(report: bytes) -> list[Told]:
    document = JUnitXml.fromstring(report)
    told = []
    seen = set()
    for suite in document:
        counts = (suite.tests, suite.failures, suite.errors, suite.skipped)
        suite.update_statistics()  # type: ignore[no-untyped-call]
        assert counts == (suite.tests, suite.failures, suite.errors, suite.skipped)
        for case in suite:
            assert (case.classname, case.name) not in seen
            seen.add((case.classname, case.name))
            if case.name != "editions agree":
                told.append(_junit(case))
    return told


def _junit(case: Any) -> Told:
    results = case.result
    if any(isinstance(result, Error) for result in results):
        return {"status": "unchecked"}
    known = {prop.name: prop.value for prop in case.child(Properties)}
    accepted = any(isinstance(result, Skipped) for result in results)
    failed = any(isinstance(result, Failure) for result in results)
    # Run with the usual limit: errors fail, what is less does not.
    assert accepted or failed == (known["severity"] == "error")
    body = (results[0].text if results else case.system_out).splitlines()
    ending = f" ({known['fingerprint']})"
    assert case.name.endswith(ending)
    message = case.name.removeprefix(f"{known['code']} ").removesuffix(ending)
    assert body[accepted].endswith(f": {message}"), "GitLab shows the text alone"
    return {
        "status": "accepted" if accepted else "open",
        "message": message,
        "path": case._elem.get("file"),
        "line": int(case._elem.get("line")),
        **{key: known[key] for key in ("severity", "code", "fingerprint")},
    }


def read_github(report: bytes) -> list[Told]:
    """Read the log of a step as the runner does: ActionCommand.cs, TryParseV2 and TryParse."""
    told: list[Told] = []
    lines = report.decode().split("\n")
    assert lines.pop() == ""
    for line in lines:
        assert "\r" not in line
        command = re.fullmatch(r"::(\w+) ([^:]*)::(.*)", line.strip())
        assert not obeyed(line[2:] if command else line)
        if command is None:
            if line.startswith("accepted "):
                told.append({"status": "accepted", "severity": line.split()[1].rstrip(":")})
            continue
        properties = dict(pair.split("=", 1) for pair in command[2].split(","))
        properties = {name: _percent(value, ":,") for name, value in properties.items()}
        message = _percent(command[3], "").split("\n")[0]
        if "line" in properties:
            told.append(
                {
                    "status": "open",
                    "severity": {"notice": "info"}.get(command[1], command[1]),
                    "code": properties["title"].split()[0],
                    "message": message,
                    "path": properties["file"],
                    "line": int(properties["line"]),
                }
            )
        elif properties.get("title") != "transcheck":
            told.append({"status": "unchecked"})
    return told


def obeyed(line: str) -> bool:
    """Return whether the runner of GitHub Actions takes a line for a command."""
    shaped = "".join(c for c in line if unicodedata.category(c) not in {"Cf", "Mn", "Me"})
    return shaped.strip().startswith("::") or "##[" in shaped


def _percent(text: str, more: str) -> str:
    for character in f"\r\n{more}%":
        text = text.replace(f"%{ord(character):02X}", character)
    return text


def read_gitlab(report: bytes) -> list[Told]:
    issues = json.loads(report)
    schema("gitlab-code-quality").validate(issues)
    assert len({issue["fingerprint"] for issue in issues}) == len(issues)
    severities = {"critical": "error", "minor": "warning", "info": "info"}
    return [
        {"status": "unchecked"}
        if issue["check_name"] == "unchecked"
        else {
            "status": "open",
            "severity": severities[issue["severity"]],
            "code": issue["check_name"],
            "message": issue["description"],
            "path": issue["location"]["path"],
            "line": issue["location"]["lines"]["begin"],
            "fingerprint": issue["fingerprint"],
        }
        for issue in issues
    ]


def read_rdjson(report: bytes) -> list[Told]:
    document = json.loads(report)
    schema("rdjson").validate(document)
    return [
        {"status": "unchecked"}
        if diagnostic["code"]["value"] == "unchecked"
        else {
            "status": "open",
            "severity": diagnostic["severity"].lower(),
            "code": diagnostic["code"]["value"],
            "message": diagnostic["message"],
            "path": diagnostic["location"]["path"],
            "line": diagnostic["location"]["range"]["start"]["line"],
        }
        for diagnostic in document["diagnostics"]
    ]


def read_csv(report: bytes) -> list[Told]:
    table = pd.read_csv(io.BytesIO(report), dtype=str, keep_default_na=False)
    for cell in table.to_numpy().ravel():
        assert not cell.lstrip().startswith(tuple("=+-@＝＋－＠"))
    rows = table.to_dict("records")
    return [_row({str(key): cell for key, cell in row.items()}) for row in rows]


def read_xlsx(report: bytes) -> list[Told]:
    sheet = load_workbook(io.BytesIO(report)).active
    head, *cells = sheet.iter_rows()
    names = [cell.value for cell in head]
    kinds = {cell.data_type for row in cells for cell in row}
    assert kinds <= {"s", "n"}, "nothing is a formula"
    assert not any(cell.hyperlink for row in cells for cell in row)
    return [_row(dict(zip(names, (c.value for c in row), strict=True))) for row in cells]


def read_parquet(report: bytes) -> list[Told]:
    table = pq.read_table(io.BytesIO(report))
    assert str(table.schema.field("line").type) == "int64"
    return [_row(row) for row in table.to_pylist()]


def _row(row: dict[str, Any]) -> Told:
    if row["status"] == "unchecked":
        return {"status": "unchecked"}
    return {**{key: row[key] for key in KEYS}, "line": int(row["line"])}


def read_markdown(report: bytes) -> list[Told]:
    text = report.decode()
    assert len(text) <= 65_536
    parser = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])
    tokens = parser.parse(text)
    told: list[Told] = []
    section = ""
    for number, token in enumerate(tokens):
        assert token.type not in {"html_block", "table_open", "fence", "code_block"}
        assert token.type != "blockquote_open"
        if token.type != "inline":
            continue
        assert token.children is not None
        for child in token.children:
            assert child.type not in {"image", "link_open", "softbreak", "hardbreak", "s_open"}
            assert child.type != "html_inline" or child.content in {"<b>", "</b>"}
        if tokens[number - 1].type == "heading_open":
            section = token.content if tokens[number - 1].tag == "h4" else ""
        elif section and tokens[number - 1].level == 2 and tokens[number - 2].type != "list_open":
            told.append(_item(section, token.children))
    return told


def _item(section: str, children: list[Token]) -> Told:
    if section == "Not checked":
        return {"status": "unchecked"}
    shown = [child for child in children if child.content]
    sign, code, _, _, *rest = shown
    message = "".join(child.content for child in _until_code(rest)).replace("\u200b", "")
    severities = {"🔴": "error", "🟡": "warning", "🔵": "info"}
    severity = severities[sign.content.strip()]
    assert section in {"Accepted", "Info", f"{severity.capitalize()}s"}
    told = {"severity": severity, "code": code.content, "message": message.strip()}
    return {"status": "accepted" if section == "Accepted" else "open", **told}


def _until_code(children: list[Token]) -> Iterator[Token]:
    for child in children:
        if child.type == "code_inline":
            return
        yield child


READERS: dict[str, Callable[[bytes], list[Told]]] = {
    "csv": read_csv,
    "github": read_github,
    "gitlab": read_gitlab,
    "json": read_json,
    "junit": read_junit,
    "markdown": read_markdown,
    "parquet": read_parquet,
    "rdjson": read_rdjson,
    "sarif": read_sarif,
    "terminal": read_terminal,
    "xlsx": read_xlsx,
}
TELLS = {
    "gitlab": {"open", "unchecked"},
    "rdjson": {"open", "unchecked"},
    "terminal": {"open"},
}
"""What formats show that have no way to mark a finding as accepted; others show everything."""
EVERYTHING = {"open", "accepted", "unchecked"}
