"""The YAML that people mostly write, line by line, several times as fast as by the parser's events.

One key or one list entry a line; a value is text without quotes, quoted text whose only escapes are of quotes and
backslashes, or a list or mapping in brackets on that line. Whatever is anything else, above all what is wrong, is left
to `events.read`, which gives the same for what is read here.
"""

from __future__ import annotations

import re
from typing import Any

from crosscheck.yamltext.nodes import Items, Mapping, Node

_DEEPEST = 32

# Tabs, what YAML takes for the end of a line beside \n, a byte order mark, and what YAML does not allow.
_UNUSUAL = re.compile("[^\n\x20-\x7e\xa0-\u2027\u202a-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]")

_INDICATORS = frozenset("-?:,[]{}#&*!|>'\"%@`")
# "... " at the beginning of a line ends the document, whatever follows.
_KEY = r"""(?!\.\.\. )[^ ?:,\[\]{}#&*!|>'"%@`-](?:[^:#]{0,98}[^ :#])?"""
_LINE = re.compile(rf"( *)(- +)?(?:({_KEY}):(?: +(.+))?|(.+))")

_QUOTED = re.compile(r"""'([^']*)'|"((?:[^"\\]|\\["\\])*)\"""")
_ESCAPED = re.compile(r"\\(.)")
_IN_BRACKETS = re.compile(
    r"""[\w$£€~(+/.<=](?:[^,:?\[\]{}#"&*!|>%@`]{0,998}[^ ,:?\[\]{}#"&*!|>%@`])?|'[^']*'|"(?:[^"\\]|\\["\\])*\""""
)
_KEY_IN_BRACKETS = re.compile(r"(\w(?:[\w -]{0,98}\w)?): +")
_NEXT = re.compile(r" *([,\]}]) *")


class NotPlain(Exception):
    """A document has something that is not read line by line."""


def plain(data: bytes) -> Mapping | Items | None:
    """The document in `data`, None if there is none; raises `NotPlain`."""
    try:
        text = data.decode()
    except UnicodeDecodeError:
        raise NotPlain from None
    if _UNUSUAL.search(text):
        raise NotPlain
    return _built(text.split("\n"))


def _built(lines: list[str]) -> Mapping | Items | None:  # noqa: PLR0912, PLR0915 - calls would take as long as the work
    matched = _LINE.fullmatch
    stack: list[tuple[Mapping | Items, int]] = []  # the collections around `top`, and the columns where they begin
    root: Mapping | Items | None = None
    top: Mapping | Items | None = None  # the innermost open collection
    indent = 0  # where its keys or entries begin
    waiting: str | None = None  # the key in it whose value may follow below
    key_at = (1, 1)
    for number, line in enumerate(lines, 1):
        line = line.rstrip(" ")
        match = matched(line)
        if match is None:  # there is nothing in it
            continue
        spaces, dash, name, value, entry = match.groups()
        if entry is not None and dash is None:
            if entry[0] == "#":
                continue
            raise NotPlain
        column = len(spaces)
        if top is None or (waiting is not None and (column > indent or (dash and column == indent))):
            made: Mapping | Items = Items((number, column + 1)) if dash else Mapping((number, column + 1))
            if top is None:
                root = made
            else:
                assert isinstance(top, Mapping)
                assert waiting is not None
                top.place(waiting, made, key_at, made.at)
                stack.append((top, indent))
            top, indent = made, column
        else:
            if waiting is not None:
                assert isinstance(top, Mapping)
                top.place(waiting, "", key_at, (key_at[0], key_at[1] + len(waiting) + 1))
            while indent > column or (indent == column and (dash is None) is isinstance(top, Items)):
                if not stack:
                    raise NotPlain
                top, indent = stack.pop()
            if indent != column:
                raise NotPlain
        waiting = None
        if dash:
            assert isinstance(top, Items)
            column += len(dash)
            if entry is not None:
                top.place(_value(entry, number, column), (number, column + 1))
                continue
            stack.append((top, indent))
            made = Mapping((number, column + 1))
            top.place(made, made.at)
            top, indent = made, column
        assert isinstance(top, Mapping)
        if name in top or len(stack) > _DEEPEST:
            raise NotPlain
        if value is None:
            waiting, key_at = name, (number, column + 1)
            continue
        begin = match.start(4)
        top[name] = _value(value, number, begin)
        top.places[name] = (number, column + 1, number, begin + 1)
    if waiting is not None:
        assert isinstance(top, Mapping)
        top.place(waiting, "", key_at, (key_at[0], key_at[1] + len(waiting) + 1))
    return root


def _value(text: str, line: int, column: int) -> Node:
    """The value that is the rest of a line, which begins at `column` from 0; raises `NotPlain`."""
    first = text[0]
    if first not in _INDICATORS:
        if ": " in text or " #" in text or text[-1] == ":":
            raise NotPlain
        return text
    if first in "'\"" and _QUOTED.fullmatch(text):
        return _unquoted(text)
    if first in "{[":
        found, end = _in_brackets(text, 0, line, column)
        if end == len(text):
            return found
    raise NotPlain


def _unquoted(text: str) -> str:
    if text[0] == "'":
        return text[1:-1]
    return _ESCAPED.sub(r"\1", text[1:-1]) if text[0] == '"' else text


def _in_brackets(text: str, place: int, line: int, column: int, depth: int = 0) -> tuple[Node, int]:
    """What begins at `place`, inside or with a bracket, and where it ends."""
    opening = text[place : place + 1]
    at = (line, column + place + 1)
    if opening not in ("{", "["):
        match = _IN_BRACKETS.match(text, place)
        if match is None:
            raise NotPlain
        return _unquoted(match.group()), match.end()
    made: Any = Mapping(at) if opening == "{" else Items(at)
    if depth > _DEEPEST // 4:
        raise NotPlain
    if text[place + 1 : place + 2] == ("}" if opening == "{" else "]"):
        return made, place + 2
    end = ","
    place += 1 + (text[place + 1 : place + 2] == " ")
    while end == ",":
        name, key_at = "", at
        if opening == "{":
            key = _KEY_IN_BRACKETS.match(text, place)
            if key is None or key[1] in made:
                raise NotPlain
            name, key_at, place = key[1], (line, column + place + 1), key.end()
        value_at = (line, column + place + 1)
        value, place = _in_brackets(text, place, line, column, depth + 1)
        if opening == "{":
            made.place(name, value, key_at, value_at)
        else:
            made.place(value, value_at)
        following = _NEXT.match(text, place)
        if following is None:
            raise NotPlain
        end, place = following[1], following.end(1) if following[1] != "," else following.end()
    if end != ("}" if opening == "{" else "]"):
        raise NotPlain
    return made, place
