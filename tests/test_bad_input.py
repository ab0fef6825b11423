"""What a workspace gets wrong is told all at once: where, what was found, what is accepted; and nothing is written."""

from __future__ import annotations

import errno
import json
import os
import re
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from crosscheck.model import Kind
from crosscheck.problems import InputError
from crosscheck.readings import Context, ReadingError, read
from crosscheck.workspace import find
from factories import PLAN, Entry, c, claims_file, document, files_of, problems, run, workspace
from tables import csv_of

CLAIM = '  - {subject: A, attribute: total aid, value: "$5"}\n'
HEAD = "source: s\nclaims:\n"
CLAIM_KEYS = (
    "subject, attribute, value, id, quote, read_as, language, scope, when, relative_to, said_by, stance, exhaustive, "
    "url, note"
)
SOURCE_KEYS = (
    "id, publisher, title, author, published, url, archived, retrieved, language, date_order, fiscal_year, currency, "
    "copies, text, sha256"
)
SLUG = "accepted: a slug of letters a-z and digits, joined by - _ or ."
TEXTS = "accepted: a list of texts, such as [one, two]"


def why(value: str, kind: Kind, unit: str | None = None) -> str:
    """What the reader says of a value that it cannot read."""
    with pytest.raises(ReadingError) as caught:
        read(value, Context(kind, unit))
    return str(caught.value)


def told(root: Path, *args: str) -> list[str]:
    """The problems in a workspace, after a look that nothing in it was changed."""
    before = files_of(root)
    lines = problems(root, *args)
    assert files_of(root) == before
    return lines


FILES = {
    "empty": ("", ['1:1: the file is empty; accepted: "source:" and "claims:"']),
    "a remark only": ("# later\n", ['1:1: the file is empty; accepted: "source:" and "claims:"']),
    "not YAML": ("source: [s\n", ["1:9: not YAML: a list in [ ] is not closed, or lacks a comma"]),
    "binary": (b"\x89PNG\r\n", ["1:1: byte 0x89 is not UTF-8; save the file as UTF-8 text"]),
    "text": ("hello\n", ['1:1: a claims file must be a mapping with "source:" and "claims:"']),
    "a list": ("- subject: A\n", ['1:1: a claims file must be a mapping with "source:" and "claims:"']),
    "without source": ("claims:\n" + CLAIM, ['1:1: the file lacks "source:"; accepted: "source:" and "claims:"']),
    "without claims": ("source: s\n", ['1:1: the file lacks "claims:"; accepted: "source:" and "claims:"']),
    "keys misspelt": (
        "sorce: s\nclaim:\n" + CLAIM,
        [
            '1:1: a claims file has no key "sorce" (did you mean "source"?); known: source, claims',
            '2:1: a claims file has no key "claim" (did you mean "claims"?); known: source, claims',
        ],
    ),
    "a further key": ("notes: x\n" + HEAD + CLAIM, ['1:1: a claims file has no key "notes"; known: source, claims']),
    "claims are text": ("source: s\nclaims: later\n", ['2:9: "claims" must be a list: each entry begins with "- "']),
    "claims are a mapping": (
        "source: s\nclaims: {subject: A}\n",
        ['2:9: "claims" must be a list: each entry begins with "- "'],
    ),
    "entries are no mappings": (
        HEAD + "  - hello\n  -\n  - [a]\n",
        [
            '3:5: the claim must be a mapping of keys, not "hello"',
            "4:4: the claim must be a mapping of keys, not empty",
            "5:5: the claim must be a mapping of keys, not a list",
        ],
    ),
    "source is a list": ("source: [s]\nclaims:\n" + CLAIM, ["1:9: the source must be a mapping of keys, not a list"]),
    "source is empty": ("source:\nclaims:\n" + CLAIM, [f'1:8: "id" of the source is empty; {SLUG}']),
    "source is no slug": ("source: a b\nclaims:\n" + CLAIM, [f'1:9: "id" of the source is "a b"; {SLUG}']),
    "source is outside of ASCII": ("source: ñ\nclaims:\n" + CLAIM, [f'1:9: "id" of the source is "ñ"; {SLUG}']),
    "source is a path": ("source: ../s\nclaims:\n" + CLAIM, [f'1:9: "id" of the source is "../s"; {SLUG}']),
    "source lacks id": ("source: {title: T}\nclaims:\n" + CLAIM, ['1:9: the source lacks "id"']),
    "source has an unknown key": (
        "source: {id: s, langage: en}\nclaims:\n" + CLAIM,
        [f'1:17: the source has no key "langage" (did you mean "language"?); known: {SOURCE_KEYS}'],
    ),
    "language is no word, fiscal years begin on days that are none": (
        "source: {id: s, language: en;es, fiscal_year: 02-31}\nclaims:\n" + CLAIM,
        [
            '1:27: "language" of the source is "en;es"; accepted: a language, such as en or pt-BR',
            '1:47: "fiscal_year" of the source is "02-31"; '
            "accepted: a month and a day that every year has, such as 10-01",
        ],
    ),
    "text is a path": (
        "source:\n  id: s\n  text: ../../somewhere\nclaims:\n" + CLAIM,
        [
            '3:9: "text" of the source is "../../somewhere"; '
            "accepted: the plain name of a file in the folder of texts, without a path"
        ],
    ),
    "text is a folder": (
        "source:\n  id: s\n  text: ..\nclaims:\n" + CLAIM,
        [
            '3:9: "text" of the source is ".."; '
            "accepted: the plain name of a file in the folder of texts, without a path"
        ],
    ),
    "hash is none, copies is no list": (
        "source:\n  id: s\n  sha256: ABC\n  copies: t\nclaims:\n" + CLAIM,
        [
            '3:11: "sha256" of the source is "ABC"; accepted: 64 hexadecimal digits in lower case',
            f'4:11: "copies" of the source is "t"; {TEXTS}',
        ],
    ),
    "a claim lacks a field": (HEAD + "  - {subject: A, attribute: total aid}\n", ['3:5: the claim lacks "value"']),
    "a claim has an unknown key": (
        HEAD + "  - {id: x, subjct: A, attribute: total aid, value: $5, Note: n, zzz: 1}\n",
        [
            f'3:13: claim "x" has no key "subjct" (did you mean "subject"?); known: {CLAIM_KEYS}',
            f'3:57: claim "x" has no key "Note" (did you mean "note"?); known: {CLAIM_KEYS}',
            f'3:66: claim "x" has no key "zzz"; known: {CLAIM_KEYS}',
        ],
    ),
    "values of a claim are of the wrong type": (
        HEAD + "  - {subject: [A], attribute: , value: {a: b}, quote: [], scope: x, stance: [], "
        "when: '', exhaustive: yes}\n",
        [
            '3:15: "subject" of the claim is a list; accepted: text',
            '3:31: "attribute" of the claim is empty; write a value',
            '3:40: "value" of the claim is a mapping; accepted: text, or a list of texts',
            '3:55: "quote" of the claim is a list; accepted: text',
            '3:66: "scope" of the claim is "x"; accepted: a mapping of keys',
            '3:77: "stance" of the claim is a list; accepted: asserts, reports, disputes',
            '3:87: "when" of the claim is empty; write a value or leave the key out',
            '3:103: "exhaustive" of the claim is "yes"; accepted: true, false',
        ],
    ),
    "entries of values are of the wrong type": (
        HEAD + "  - {subject: A, attribute: b, value: [x, [y], ''], scope: {k: [v], '': w}}\n"
        "  - {subject: A, attribute: b, value: []}\n",
        [
            '3:43: an entry of "value" of the claim is a list; accepted: text',
            '3:48: an entry of "value" of the claim is empty; write a value',
            '3:64: "k" in "scope" of the claim is a list; accepted: text',
            '3:69: a key in "scope" of the claim is empty; write a value or leave the key out',
            '4:39: "value" of the claim is empty; write a value',
        ],
    ),
    "a choice is misspelt": (
        HEAD + "  - {subject: A, attribute: b, value: c, stance: report, id: a b}\n",
        [
            '3:50: "stance" of claim "a b" is "report"; accepted: asserts, reports, disputes (did you mean "reports"?)',
            f'3:62: "id" of claim "a b" is "a b"; {SLUG}',
        ],
    ),
    "an id twice": (
        HEAD + CLAIM.replace("{", "{id: x, ") * 3,
        [
            f'{line}:10: duplicate claim id "x" in source "s" (first in claims/a.yaml:3:10); give each claim its own id'
            for line in (4, 5)
        ],
    ),
    "a key twice beside an unknown key": (
        HEAD + "  - {subject: A, subject: B, attribute: total aid, value: $5, zzz: 1}\n",
        [
            '3:18: duplicate key "subject" (first in line 3); keep one of the two',
            f'3:63: the claim has no key "zzz"; known: {CLAIM_KEYS}',
        ],
    ),
    "a value cannot be read": (
        HEAD + "  - {subject: A, attribute: start, value: blurb}\n"
        "  - {subject: A, attribute: start, value: 10/05/2025}\n"
        "  - {subject: A, attribute: start, value: soon, read_as: later}\n",
        [
            f'3:43: value "blurb" cannot be read as a date: {why("blurb", Kind.DATE)}',
            f'4:43: value "10/05/2025" cannot be read as a date: {why("10/05/2025", Kind.DATE)}',
            f'5:58: read_as "later" cannot be read as a date: {why("later", Kind.DATE)}',
        ],
    ),
    "a value is of another currency or kind": (
        HEAD + "  - {subject: A, attribute: total aid, value: £5}\n"
        "  - {subject: A, attribute: total aid, value: 5 km}\n",
        [
            f'3:47: value "£5" cannot be read as money: {why("£5", Kind.MONEY, "USD")}',
            f'4:47: value "5 km" cannot be read as money: {why("5 km", Kind.MONEY, "USD")}',
        ],
    ),
    "times cannot be read": (
        "source: {id: s, published: soon}\nclaims:\n"
        "  - {subject: A, attribute: total aid, value: $5, when: sometime}\n",
        [
            f'1:28: published "soon" cannot be read as a date: {why("soon", Kind.DATE)}',
            f'3:57: when "sometime" cannot be read as a date: {why("sometime", Kind.DATE)}',
        ],
    ),
    "relative_to leads nowhere": (
        HEAD + "  - {id: a, subject: A, attribute: start, value: the following year, relative_to: expird}\n"
        "  - {id: b, subject: A, attribute: start, value: the following year, relative_to: aid}\n"
        "  - {id: aid, subject: A, attribute: total aid, value: $5}\n"
        "  - {id: expired, subject: A, attribute: start, value: 2015}\n",
        [
            '3:83: relative_to "expird" is neither a claim of this source nor a date (did you mean "expired"?)',
            '4:83: claim "s/aid" is money, not a date to count from',
        ],
    ),
    "relative_to goes in a circle": (
        HEAD + "  - {id: a, subject: A, attribute: start, value: the following year, relative_to: b}\n"
        "  - {id: b, subject: A, attribute: start, value: the following year, relative_to: a}\n",
        ['3:83: claim "s/a" counts from itself in a circle of relative_to'],
    ),
    "an attribute's values do not tell its kind": (
        HEAD + "  - {subject: A, attribute: founded, value: 1999}\n"
        "  - {subject: A, attribute: colour, value: green}\n"
        "  - {subject: A, attribute: total ai, value: $5}\n  - {subject: A, attribute: total ai, value: 5 km}\n",
        [
            '3:29: attribute "founded" has no kind: its values read as count and date; '
            "declare its kind in rules/attributes.yaml",
            '4:29: attribute "colour" has no kind: the value "green" reads as no kind; '
            "declare its kind in rules/attributes.yaml",
            '5:29: attribute "total ai" has no kind: its values read as different kinds; '
            'declare its kind in rules/attributes.yaml (did you mean "total aid"?)',
        ],
    ),
}


@pytest.mark.parametrize(("content", "complaints"), FILES.values(), ids=FILES)
def test_a_broken_claims_file(content: str | bytes, complaints: list[str], tmp_path: Path) -> None:
    root = workspace(tmp_path, {"a.yaml": content})
    assert told(root) == [f"claims/a.yaml:{complaint}" for complaint in complaints]


def test_attributes_without_a_kind_are_lines_to_paste(tmp_path: Path) -> None:
    values = {
        "founded": ["1999"],
        "colour": ["green"],
        "size: all": ["5 km", "7 km", "big"],
        "total ai": ["$5", "5 km"],
    }
    claims = [c("s", "A", name, value) for name, found in values.items() for value in found]
    root = workspace(tmp_path / "files", claims)
    table = csv_of([{"source": entry.source, **entry.keys} for entry in claims])
    lines = [
        "colour: {kind: category}  # most of its values read as nothing else",
        "founded: {kind: date}  # 1 of 1 different values read as this, and as count",
        '"size: all": {kind: quantity}  # 2 of 3 different values read as this',
    ]
    for made in (root, workspace(tmp_path / "table", {"a.csv": table})):
        _, _, block = run(made, "check").err.partition("\n\nA start for rules/attributes.yaml; look at each kind:\n")
        assert sorted(block.splitlines(), key=lambda line: line.strip('"')) == lines
    (root / "rules" / "attributes.yaml").write_text(PLAN + "\n".join([*lines, "total ai: {kind: names}"]) + "\n")
    (left,) = (problem for problem in problems(root) if "has no kind" in problem or '"big"' in problem)
    assert 'value "big" cannot be read as a quantity' in left


def at(file: str, *complaints: str) -> list[str]:
    return [f"{file}:{complaint}" for complaint in complaints]


KINDS = "date, money, count, share, duration, quantity, category, names, quotation, identifier"
RULES = {
    "attributes are a list": (
        {"rules/attributes.yaml": "- a\n"},
        at("rules/attributes.yaml", '1:1: must be a mapping: each attribute begins a line and ends in ":"'),
    ),
    "an attribute is wrong": (
        {
            "rules/attributes.yaml": "a: {kind: mony}\nb: {units: km}\nc: x\nd: [x]\n"
            "e: {kind: date, over_time: change}\nf: {kind: date, separated_by: x}\n"
        },
        at(
            "rules/attributes.yaml",
            f'1:11: "kind" of attribute "a" is "mony"; accepted: {KINDS} (did you mean "money"?)',
            '2:5: attribute "b" has no key "units" (did you mean "unit"?); '
            "known: kind, unit, over_time, separated_by, tolerance, terms, exact, was",
            '3:4: attribute "c" must be a mapping of keys, not "x"',
            '4:4: attribute "d" must be a mapping of keys, not a list',
            '5:28: "over_time" of attribute "e" is "change"; accepted: fixed, changes, accumulates, per_period '
            '(did you mean "changes"?)',
            f'6:31: "separated_by" of attribute "f" is "x"; {TEXTS}',
        ),
    ),
    "a unit is wrong": (
        {
            "rules/attributes.yaml": "a: {kind: quantity, unit: fot}\nb: {kind: quantity, unit: ton}\n"
            "c: {kind: money, unit: km}\nd: {kind: date, unit: USD}\ne: {unit: USD}\n"
        },
        at(
            "rules/attributes.yaml",
            '1:27: unit "fot" of attribute "a" cannot be used: no unit is called "fot" (did you mean "foot"?)',
            '2:27: unit "ton" of attribute "b" cannot be used: "ton" could be short, metric or long; '
            "write for example short ton, t or long ton",
            '3:24: unit "km" of attribute "c" measures quantity, not money; write a unit of money, or another kind',
            '4:23: unit "USD" of attribute "d" cannot be used with kind date; leave the unit out',
            '5:11: unit "USD" of attribute "e" needs a kind beside it: one of money, count, share, duration, quantity',
        ),
    ),
    "an attribute has two entries": (
        {
            "rules/attributes.yaml": "aid: {kind: money}\nAid: {kind: money}\n"
            "help: {kind: money, was: [help, The Aid]}\n"
        },
        at(
            "rules/attributes.yaml",
            '2:1: "Aid" names two attributes, "aid" (rules/attributes.yaml:1:1) and "Aid"; keep one of the two',
            '3:1: "The Aid" names two attributes, "aid" (rules/attributes.yaml:1:1) and "help"; keep one of the two',
        ),
    ),
    "names are wrong": (
        {"rules/names.yaml": "A: {aliases: [x]}\nB: {aliases: [X]}\nC: {alias: [c]}\nD: {aliases: d}\nE: {not: [e]}\n"},
        at(
            "rules/names.yaml",
            '2:1: "X" is a spelling of two names, "A" (rules/names.yaml:1:1) and "B"; keep one of the two',
            '3:5: name "C" has no key "alias" (did you mean "aliases"?); known: aliases, narrower, not',
            f'4:14: "aliases" of name "D" is "d"; {TEXTS}',
            '5:1: "e" is a spelling of "E" and cannot be in its "not"',
        ),
    ),
    "aliases in a language are wrong": (
        {
            "rules/names.yaml": "A: {aliases: [{text: x, language: es}, {txt: y, language: es}, {text: z}, [u]]}\n"
            "B: {aliases: [{text: X, language: es-CO}, {text: w, language: 'e$'}]}\n"
            "C: {aliases: [{text: x, language: pt}, {text: B, language: pt}]}\n"
            "D: {not: [ü], aliases: [{text: U, language: de}]}\n"
            "E: {aliases: [{text: X, language: pt-BR}, {text: X, language: fr}]}\n"
            "F: {aliases: [{text: X, language: fr}]}\n"
        },
        at(
            "rules/names.yaml",
            '1:41: an alias of name "A" has no key "txt" (did you mean "text"?); known: text, language',
            '1:64: an alias of name "A" lacks "language"',
            '1:75: an entry of "aliases" of name "A" is a list; accepted: text',
            '2:63: "language" of an alias of name "B" is "e$"; accepted: a language, such as en or pt-BR',
            '3:1: "B" is a spelling of two names, "B" (rules/names.yaml:2:1) and "C"; keep one of the two',
            '4:1: "ü" is a spelling of "D" and cannot be in its "not"',
            '5:1: "X" is a spelling of two names, "C" (rules/names.yaml:3:1) and "E"; keep one of the two',
            '6:1: "X" is a spelling of two names, "E" (rules/names.yaml:5:1) and "F"; keep one of the two',
        ),
    ),
    "terms contradict each other": (
        {"rules/names.yaml": "A: {narrower: [B], not: [C]}\nB: {narrower: [C, A]}\nC: {}\n"},
        at(
            "rules/names.yaml",
            '1:1: "A" covers "B", which covers it in turn; keep one of the two',
            '1:1: "C" is listed under "not" of "A", but one includes the other; remove it from one of them',
            '2:1: "B" covers "A", which covers it in turn; keep one of the two',
        ),
    ),
    "folders stand in place of files": (
        {"rules/names.yaml/x": "", "rules/attributes.yaml/x": ""},
        at("rules/attributes.yaml", "1:1: cannot be read: is not a regular file")
        + at("rules/names.yaml", "1:1: cannot be read: is not a regular file"),
    ),
    "settings are no TOML": (
        {"crosscheck.toml": "fail_on = tension\n"},
        at("crosscheck.toml", "1:11: not TOML: invalid value; a setting is written key = value, a text in quotes"),
    ),
    "two keys of scope are one, and another key is wrong": (
        {
            "claims/s.yaml": "source: s\nclaims:\n"
            '  - {subject: A, attribute: a, value: "1", scope: {"r ": u, r: v}, stance: x}\n'
        },
        at(
            "claims/s.yaml",
            '3:51: "scope" has two keys that differ only in the white space around them; keep one of the two',
        )
        + at("claims/s.yaml", '3:76: "stance" of the claim is "x"; accepted: asserts, reports, disputes'),
    ),
    "settings have a number of thousands of digits": (
        {"crosscheck.toml": f"fail_on = {'9' * 5000}\n"},
        at("crosscheck.toml", "1:1: not TOML that can be read: a number of thousands of digits, or lists too deep"),
    ),
    "settings are nested too deep": (
        {"crosscheck.toml": f"fail_on = {'[' * 100_000}\n"},
        at("crosscheck.toml", "1:1: not TOML that can be read: a number of thousands of digits, or lists too deep"),
    ),
    "settings are not UTF-8": (
        {"crosscheck.toml": b"\xff\xfe"},
        at("crosscheck.toml", "1:1: byte 0xff is not UTF-8; save the file as UTF-8 text"),
    ),
    "settings are wrong": (
        {
            "crosscheck.toml": 'fail_on = "tensio"\nstal = "warn"\nexclude = "x"\ndisable = [1]\n'
            '[readings]\nhedge = 10\ncap = true\ndate_order = "ymd"\n'
        },
        at(
            "crosscheck.toml",
            '1:1: "fail_on" is "tensio"; accepted: contradiction, tension, none (did you mean "tension"?)',
            '3:1: "exclude" is "x"; accepted: a list of texts, such as ["one", "two"]',
            '4:1: "disable" is a list of other things than texts; accepted: a list of texts, such as ["one", "two"]',
            '6:1: "hedge" is "10"; accepted: a share from 0 to below 1',
            '7:1: "cap" is "true"; accepted: a share from 0 to below 1',
            '8:1: "date_order" is "ymd"; accepted: dmy, mdy (did you mean "mdy"?)',
        ),
    ),
}


@pytest.mark.parametrize(("files", "complaints"), RULES.values(), ids=RULES)
def test_broken_rules_and_settings(files: dict[str, str | bytes], complaints: list[str], tmp_path: Path) -> None:
    root = workspace(tmp_path, {"a.yaml": HEAD + CLAIM}, attributes="", files=files)
    # The line of an unknown setting lists all there are, which grows.
    assert [line for line in told(root) if "has no setting" not in line] == complaints


def test_an_unknown_setting_is_told_with_the_nearest_one(tmp_path: Path) -> None:
    root = workspace(tmp_path, {"a.yaml": HEAD + CLAIM}, settings='stal = "warn"\n[readings]\nhedges = 0.1\n')
    assert [line.partition("; known: ")[0] for line in told(root)] == [
        'crosscheck.toml:1:1: crosscheck.toml has no setting "stal" (did you mean "stale"?)',
        'crosscheck.toml:3:1: [readings] has no setting "hedges" (did you mean "hedge"?)',
    ]


BLOCK = (
    "- {finding: XC101-3f9a1c2b77d0, item: x, verdict: tension, fingerprint: 6f1c2ad0b1e9, "
    "decision: unsure, reason: r, by: A. Editor, on: 2026-11-22}\n"
)
WHOLE_ID = "accepted: the whole id of a finding, such as XC101-3f9a1c2b77d0"
DECISIONS = {
    "no list": ("finding: XC101\n", ['1:1: must be a list: each block begins with "- finding:"']),
    "not YAML": ("- finding: '\n", ["1:12: not YAML: the quoted text that begins here is never closed"]),
    "an empty block": ("-\n", ["1:2: the decision must be a mapping of keys, not empty"]),
    "a list for a finding": (
        BLOCK.replace("XC101-3f9a1c2b77d0", "[]"),
        ['1:13: "finding" of the decision is a list; accepted: text'],
    ),
    "the beginning of an id": (
        BLOCK.replace("-3f9a1c2b77d0", "-3f9a"),
        [f'1:13: "finding" of the decision on XC101-3f9a is "XC101-3f9a"; {WHOLE_ID}'],
    ),
    "fields are missing": (
        "- finding: XC101-3f9a1c2b77d0\n",
        [
            f'1:3: the decision on XC101-3f9a1c2b77d0 lacks "{key}"'
            for key in ("by", "decision", "fingerprint", "item", "on", "reason", "verdict")
        ],
    ),
    "fields are wrong": (
        BLOCK.replace("unsure", "unsur")
        .replace("2026-11-22", "2026-02-30")
        .replace("reason: r", "reason: ")
        .replace("tension", "agreement"),
        [
            '1:51: "verdict" of the decision on XC101-3f9a1c2b77d0 is "agreement"; '
            "accepted: contradiction, tension, dispute, superseded, remark",
            '1:99: "decision" of the decision on XC101-3f9a1c2b77d0 is "unsur"; '
            'accepted: source_wrong, all_wrong, both_right, our_error, unsure (did you mean "unsure"?)',
            '1:114: "reason" of the decision on XC101-3f9a1c2b77d0 is empty; write a value',
            '1:135: "on" of the decision on XC101-3f9a1c2b77d0 is "2026-02-30", which is not a day of the calendar; '
            "accepted: a day such as 2026-11-22",
        ],
    ),
    "two blocks of one finding": (
        "# decided\n" + BLOCK * 2,
        ["3:3: XC101-3f9a1c2b77d0 is decided twice (first in resolutions.yaml:2:3); keep one of the two"],
    ),
    "who is wrong is not said": (
        BLOCK.replace("unsure", "source_wrong"),
        [
            "1:97: the decision on XC101-3f9a1c2b77d0 is source_wrong but does not say which claims are: "
            '"wrong: [claim ids]"'
        ],
    ),
    "a name that no claim or source has stands for claims": (
        BLOCK.replace("unsure", "source_wrong, wrong: [a claim]"),
        [
            '1:119: an entry of "wrong" of the decision on XC101-3f9a1c2b77d0 is "a claim"; '
            "accepted: the full id of a claim, such as rusi/plan-launched, or the id of a source"
        ],
    ),
    "a reader that is no number": (
        BLOCK.replace("unsure", "unsure, reader: new"),
        ['1:113: "reader" of the decision on XC101-3f9a1c2b77d0 is "new"; accepted: a whole number, such as 2'],
    ),
}


@pytest.mark.parametrize(("content", "complaints"), DECISIONS.values(), ids=DECISIONS)
def test_broken_resolutions(content: str, complaints: list[str], tmp_path: Path) -> None:
    root = workspace(tmp_path, {"a.yaml": HEAD + CLAIM}, resolutions=content)
    assert told(root) == at("resolutions.yaml", *complaints)


def test_problems_of_all_files_are_told_at_once(tmp_path: Path) -> None:
    root = workspace(
        tmp_path,
        {"a.yaml": "", "b.yaml": HEAD + "  - {subject: A}\n", "sub/c.yml": "source: [\n"},
        attributes="a: {kind: mony}\n",
        names="x",
        settings="fail_on = 1\n",
    )
    assert [re.match(r"[^:]+:\d+", line).group() for line in told(root)] == [  # type: ignore[union-attr]
        "claims/a.yaml:1",
        "claims/b.yaml:3",
        "claims/b.yaml:3",
        "claims/sub/c.yml:1",
        "crosscheck.toml:1",
        "rules/attributes.yaml:1",
        "rules/names.yaml:1",
    ]


def test_values_decisions_and_rules_are_told_with_all_the_rest(tmp_path: Path) -> None:
    claims = {"a.yaml": HEAD + "  - {subject: A, zzz: 1}\n  - {subject: A, attribute: start, value: blurb}\n"}
    files = {"rules/own.py": "1 / 0\n"}
    root = workspace(tmp_path, claims, resolutions="- finding: x\n", files=files)
    told = problems(root, "--sources", str(root / "none"))
    assert {line.split(":")[0] for line in told} == {"--sources", "claims/a.yaml", "resolutions.yaml", "rules/own.py"}
    assert any('value "blurb" cannot be read as a date' in line for line in told)


def test_the_json_document_carries_the_problems(tmp_path: Path) -> None:
    root = workspace(tmp_path, {"a.yaml": HEAD + "  - {subject: A, attribute: start}\n"})
    made = document(root)
    assert made["problems"] == [{"file": "claims/a.yaml", "line": 3, "column": 5, "message": 'the claim lacks "value"'}]
    assert (made["format"], made["findings"], set(made["summary"].values())) == ("crosscheck/1", [], {0})


@pytest.mark.parametrize("content", ["source: s\nclaims:\n", "source: s\nclaims: []\n", None])
def test_a_workspace_without_claims_has_nothing_to_check(content: str | None, tmp_path: Path) -> None:
    ran = run(workspace(tmp_path, {} if content is None else {"a.yaml": content}), "check")
    assert (ran.code, ran.out) == (3, "")
    assert ran.err == "there are no claims to check: put a claims file into claims/\n"


def test_a_missing_workspace(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert problems(tmp_path / "nowhere") == ["--workspace: nowhere is not a folder"]
    empty = "an empty file of that name makes a folder a workspace"
    assert problems(tmp_path) == [f"--workspace: {tmp_path.name} has no crosscheck.toml; {empty}"]


def test_claims_that_are_no_folder(tmp_path: Path) -> None:
    root = workspace(tmp_path, files={"claims": "x"})
    assert told(root) == ["claims:1:1: is not a folder; accepted: a folder with the claims files"]


def test_a_claims_file_that_never_ends_is_not_read(tmp_path: Path) -> None:
    root = workspace(tmp_path, {"a.yaml": HEAD + CLAIM})
    (root / "claims/b.yaml").symlink_to("/dev/zero")
    os.mkfifo(root / "claims/c.csv")
    assert told(root) == at("claims/b.yaml", "1:1: cannot be read: is not a regular file") + at(
        "claims/c.csv", "1:1: cannot be read: is not a regular file"
    )


def test_a_link_that_leads_nowhere_is_not_passed_over(tmp_path: Path) -> None:
    root = workspace(tmp_path, {"a.yaml": HEAD + CLAIM})
    (root / "claims/b.yaml").symlink_to("gone.yaml")
    assert problems(root) == ["claims/b.yaml:1:1: cannot be read: No such file or directory"]


STANDS_IN = {
    "dangling link": ("No such file or directory", lambda path: path.symlink_to("gone")),
    "circle of links": ("Too many levels of symbolic links", lambda path: path.symlink_to(path.name)),
    "pipe": ("is not a regular file", os.mkfifo),
    "device": ("is not a regular file", lambda path: path.symlink_to("/dev/zero")),
    "folder": ("is not a regular file", Path.mkdir),
}
OPTIONAL = ["rules/attributes.yaml", "rules/names.yaml", "rules/relations.yaml", "rules/own.py", "resolutions.yaml"]


@pytest.mark.parametrize("file", [*OPTIONAL, "crosscheck.toml"])
@pytest.mark.parametrize("kind", STANDS_IN)
def test_what_is_there_and_cannot_be_read_is_not_taken_for_absent(file: str, kind: str, tmp_path: Path) -> None:
    root = workspace(tmp_path, {"a.yaml": HEAD + CLAIM})
    (root / file).unlink(missing_ok=True)
    reason, make = STANDS_IN[kind]
    make(root / file)
    assert problems(root) == [f"{file}:1:1: cannot be read: {reason}"]


def test_rules_that_are_no_folder(tmp_path: Path) -> None:
    root = workspace(tmp_path, {"a.yaml": HEAD + CLAIM}, attributes="", files={"rules": "x"})
    found = problems(root)
    assert found[0] == "rules:1:1: cannot be read: Not a directory"
    assert len(found) == 4  # and the three files that could lie in it


@pytest.mark.parametrize("file", [*OPTIONAL, "rules"])
def test_what_the_system_refuses_to_look_up_is_a_problem(
    file: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = workspace(tmp_path, {"a.yaml": HEAD + CLAIM}, files={"rules/own.py": "import crosscheck\n"})
    stat = Path.stat

    def refuse(path: Path, *, follow_symlinks: bool = True) -> os.stat_result:
        if path == root / file:
            raise PermissionError(errno.EACCES, "Permission denied", str(path))
        return stat(path, follow_symlinks=follow_symlinks)

    monkeypatch.setattr(Path, "stat", refuse)
    assert f"{file}:1:1: cannot be read: Permission denied" in problems(root)


def test_the_search_for_a_workspace_ends_at_a_folder_of_somebody_else(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = workspace(tmp_path / "shared", {"a.yaml": HEAD + CLAIM})
    mine = root / "mine"
    mine.mkdir()
    assert find(mine) == root
    stat = Path.stat

    def foreign(path: Path, *, follow_symlinks: bool = True) -> os.stat_result:
        found = list(stat(path, follow_symlinks=follow_symlinks))
        found[4] += path == root
        return os.stat_result(found)

    monkeypatch.setattr(Path, "stat", foreign)
    with pytest.raises(InputError, match=r"crosscheck\.toml.* is not in this folder nor above it"):
        find(mine)


def test_links_in_a_circle_are_walked_once(tmp_path: Path) -> None:
    root = workspace(tmp_path, {"a.yaml": HEAD + CLAIM, "sub/b.yaml": HEAD + CLAIM})
    (root / "claims/up").symlink_to("..", target_is_directory=True)
    (root / "claims/sub/round").symlink_to("../sub", target_is_directory=True)
    assert document(root)["summary"]["claims"] == 2


def test_a_linked_folder_is_read_and_hidden_files_are_not(tmp_path: Path) -> None:
    claims = {"a.yaml": HEAD + CLAIM, "C.YAML": "source: t\nclaims:\n" + CLAIM}
    claims |= {".#a.yaml": "an editor's lock", ".old/b.yaml": "x"}
    root = workspace(tmp_path, claims, files={"shared/d.yaml": "source: u\nclaims:\n" + CLAIM})
    (root / "claims/shared").symlink_to("../shared", target_is_directory=True)
    assert document(root)["summary"]["sources"] == 3


@pytest.mark.parametrize(
    ("name", "told_as"),
    [
        ("a b.yaml", "a b.yaml"),
        ("é.yaml", "é.yaml"),
        ("two\nlines.yaml", "two<U+000A>lines.yaml"),
        ("\x1b[31mred.yaml", "<U+001B>[31mred.yaml"),
        ("right\u202eto-left.yaml", "right<U+202E>to-left.yaml"),
        ("\udcff.yaml", "�.yaml"),
    ],
)
def test_names_of_files_are_told_on_one_line(name: str, told_as: str, tmp_path: Path) -> None:
    root = workspace(tmp_path, {name: ""})
    assert problems(root) == [f'claims/{told_as}:1:1: the file is empty; accepted: "source:" and "claims:"']
    json.dumps(document(root), ensure_ascii=False).encode()


STEERING = ["\x1b[31m", "\x07", "\x9b", "\u202e", "\u2066", "\u200b", "\r"]


@pytest.mark.parametrize("sign", STEERING, ids=ascii)
def test_no_value_steers_the_terminal(sign: str, tmp_path: Path) -> None:
    shady = f"A{sign}B"
    steered = (
        claims_file(
            {"id": "s", "publisher": shady},
            {
                "subject": shady,
                "attribute": "total aid",
                "value": "$5",
                "quote": shady,
                "said_by": shady,
                "when": "2000",
            },
            {"subject": shady, "attribute": "total aid", "value": "$6", "scope": {shady: shady}},
        )
        .encode("utf-8")
        .replace(sign.encode(), json.dumps(sign)[1:-1].encode())
    )
    root = workspace(tmp_path / "found", {"a.yaml": steered}, names=f"A: {{aliases: [{json.dumps(shady)}]}}\n")
    refused = workspace(tmp_path / "refused", [Entry("s", {shady: shady}), c("s", shady, "start", shady, id=shady)])
    listed = run(root, "resolve", "--list")
    for ran in (run(root, "check"), listed, run(refused, "check"), run(root, "check", "--draft", shady)):
        assert (ran.out + ran.err).strip()
        assert sign not in ran.out + ran.err


@settings(deadline=None, max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.recursive(
        st.sampled_from(["", "A", "$5", "2000", "s", "no", "[", "…"]),
        lambda inner: (
            st.lists(inner, max_size=3)
            | st.dictionaries(
                st.sampled_from(
                    ["source", "claims", "id", "subject", "attribute", "value", "scope", "when", "", "zzz"]
                ),
                inner,
                max_size=5,
            )
        ),
        max_leaves=12,
    )
)
def test_a_file_of_any_shape_is_checked_or_refused(tmp_path: Path, content: object) -> None:
    for file in ("claims/a.yaml", "rules/attributes.yaml", "rules/names.yaml", "resolutions.yaml"):
        root = workspace(tmp_path / file.replace("/", "-"), {"b.yaml": HEAD + CLAIM}, files={file: json.dumps(content)})
        assert run(root, "check").code in (0, 1, 2)


def test_a_key_of_thousands_of_parts_is_told_where_it_stands(tmp_path: Path) -> None:
    root = workspace(tmp_path, {"a.yaml": HEAD + CLAIM}, settings="# ours\na" + ".a" * 50_000 + " = 1\n")
    assert told(root) == ["crosscheck.toml:2:1: this key has too many parts"]


def test_terms_in_a_long_chain_are_no_circle_unless_it_is_closed(tmp_path: Path) -> None:
    chain = "".join(f"t{n}: {{narrower: [t{n + 1}]}}\n" for n in range(3000))
    claims = {"a.yaml": HEAD + CLAIM}
    assert run(workspace(tmp_path / "open", claims, names=chain), "check").code == 0
    closed = chain.replace("[t300]", "[t290]")
    assert len(told(workspace(tmp_path / "closed", claims, names=closed))) == 10
