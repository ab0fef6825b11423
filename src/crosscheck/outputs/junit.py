"""The JUnit XML output: a test case a finding, which fails if the finding does.

A conflict that does not fail is skipped, with the decision as the reason; what is no conflict passes. The name of a
case is the item and the id, whatever the verdict, so that it can be followed from run to run. No time is in it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from xml.etree import ElementTree as ET

from crosscheck.model import CONFLICTS, Change, DraftLine, Finding, Result
from crosscheck.outputs import plain
from crosscheck.problems import Position, Problem

_NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def render(result: Result, *, prefix: str = "") -> str:
    """The test report of a run; `prefix` leads from the repository to the workspace."""
    cases = [_case_of(finding, prefix) for finding in result.findings]
    cases += [_case_of_line(line, prefix) for line in plain.draft_lines(result)]
    # Jenkins takes a report without a test for a broken one.
    return _report(cases or [ET.Element("testcase", classname="crosscheck", name="no findings", time="0")])


def render_problems(problems: Iterable[Problem], *, prefix: str = "") -> str:
    """The test report of a run that could not begin."""
    cases = []
    for problem in problems:
        case = _case("crosscheck.input", plain.line(str(problem)), problem.at, prefix)
        error = ET.SubElement(case, "error", type="input", message=_xml(problem.message))
        error.text = _xml(str(problem))
        cases.append(case)
    return _report(cases)


def _case_of(finding: Finding, prefix: str) -> ET.Element:
    name = f"{plain.line(finding.item.title)} ({finding.id})"
    case = _case(f"crosscheck.{finding.rule}", name, plain.place(finding), prefix)
    text = _xml(f"{plain.title(finding)}\n{plain.detail(finding)}")
    if finding.fails:
        ET.SubElement(case, "failure", type=finding.verdict.value, message=_xml(finding.message)).text = text
        return case
    if finding.verdict in CONFLICTS:
        why = "known before" if finding.change is Change.SAME else "does not fail this run"
        why = plain.decided(finding.resolution) if finding.resolution else why
        ET.SubElement(case, "skipped", message=_xml(f"{finding.verdict}: {why}"))
    ET.SubElement(case, "system-out").text = text
    return case


def _case_of_line(line: DraftLine, prefix: str) -> ET.Element:
    """A claim of a draft, which fails if it must not stand alone."""
    case = _case("crosscheck.draft", plain.line(line.row.claim.id), line.row.claim.at, prefix)
    text = _xml(f"{line.status}: {line.message}")
    if line.fails:
        ET.SubElement(case, "failure", type=line.status.value, message=_xml(line.message)).text = text
    else:
        ET.SubElement(case, "system-out").text = text
    return case


def _case(group: str, name: str, at: Position, prefix: str) -> ET.Element:
    attributes = {"classname": _xml(group), "name": _xml(name), "time": "0"}
    if not at.file.startswith("--"):
        attributes |= {"file": _xml(prefix + at.file), "line": str(at.line)}
    return ET.Element("testcase", attributes)


def _report(cases: list[ET.Element]) -> str:
    parts = {"failures": "failure", "errors": "error", "skipped": "skipped"}
    count = {name: sum(case.find(part) is not None for case in cases) for name, part in parts.items()}
    totals = {"tests": str(len(cases)), **{name: str(number) for name, number in count.items()}, "time": "0"}
    suites = ET.Element("testsuites", {"name": "crosscheck"} | {k: v for k, v in totals.items() if k != "skipped"})
    ET.SubElement(suites, "testsuite", {"name": "crosscheck"} | totals).extend(cases)
    ET.indent(suites)
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{ET.tostring(suites, encoding="unicode")}\n'


def _xml(text: str) -> str:
    """`text` in the characters that XML 1.0 has."""
    return _NOT_XML.sub("\ufffd", plain.plain(text))
