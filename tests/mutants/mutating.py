"""All mutants of a module: one small change of its text each."""

from __future__ import annotations

import ast
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import accumulate
from pathlib import Path

_COMPARISONS: dict[type[ast.cmpop], type[ast.cmpop]] = {
    ast.Lt: ast.LtE,
    ast.LtE: ast.Lt,
    ast.Gt: ast.GtE,
    ast.GtE: ast.Gt,
    ast.Eq: ast.NotEq,
    ast.NotEq: ast.Eq,
    ast.Is: ast.IsNot,
    ast.IsNot: ast.Is,
    ast.In: ast.NotIn,
    ast.NotIn: ast.In,
}
_OPERATORS: dict[type[ast.operator], type[ast.operator]] = {
    ast.Add: ast.Sub,
    ast.Sub: ast.Add,
    ast.Mult: ast.Div,
    ast.Div: ast.Mult,
    ast.FloorDiv: ast.Mult,
    ast.Mod: ast.Mult,
    ast.BitOr: ast.BitAnd,
    ast.BitAnd: ast.BitOr,
}
_CALLS = {"min": "max", "max": "min", "any": "all", "all": "any"}

Function = tuple[str, int]
"""The qualified name of a function that is in no other, and the line at which its code begins."""


@dataclass(frozen=True)
class Mutant:
    """A change of the file `path` inside of a function: `after` is put where some bytes stand.

    `name` says both, and stays the same as long as the function does: another change of the same words is `#2`.
    """

    path: Path
    function: Function
    lines: range
    function_lines: range
    place: slice
    after: str
    name: str

    @property
    def source(self) -> str:
        """The text of the module with the change."""
        text = self.path.read_bytes()
        return (text[: self.place.start] + self.after.encode() + text[self.place.stop :]).decode()

    @property
    def unchanged(self) -> Mutant:
        """No mutant: what stands there is put there."""
        return replace(self, after=self.path.read_bytes()[self.place].decode())

    def __str__(self) -> str:
        return f"{self.path.name}:{self.lines.start} {self.name}"


def mutants(path: Path) -> list[Mutant]:
    """Every mutant of a module, in its order."""
    text = path.read_bytes()
    starts = [0, *accumulate(map(len, text.splitlines(keepends=True)))]
    found, seen = [], Counter[str]()
    for function, node in _functions(ast.parse(text), ""):
        for old, after in _changes(node):
            assert old.end_lineno is not None
            assert old.end_col_offset is not None
            place = slice(starts[old.lineno - 1] + old.col_offset, starts[old.end_lineno - 1] + old.end_col_offset)
            name = " ".join(f"{function[0]}: {text[place].decode()} → {after}".split())
            seen[name] += 1
            name += f" #{seen[name]}" if seen[name] > 1 else ""
            found.append(Mutant(path, function, _lines(old, old.lineno), _lines(node, function[1]), place, after, name))
    return found


def _lines(node: ast.expr | ast.stmt, first: int) -> range:
    assert node.end_lineno is not None
    return range(first, node.end_lineno + 1)


def _functions(node: ast.AST, prefix: str) -> Iterator[tuple[Function, ast.FunctionDef | ast.AsyncFunctionDef]]:
    for child in ast.iter_child_nodes(node):
        if isinstance(child, ast.FunctionDef | ast.AsyncFunctionDef):
            first = min([child.lineno, *(decorator.lineno for decorator in child.decorator_list)])
            yield (f"{prefix}{child.name}", first), child
        elif isinstance(child, ast.ClassDef):
            yield from _functions(child, f"{prefix}{child.name}.")
        elif isinstance(child, ast.If | ast.Try | ast.With):
            yield from _functions(child, prefix)


def _changes(function: ast.FunctionDef | ast.AsyncFunctionDef) -> Iterator[tuple[ast.expr | ast.stmt, str]]:
    """What may be changed in the body of a function, and into what."""
    waiting: list[ast.AST] = list(reversed(function.body))
    while waiting:
        node = waiting.pop()
        if isinstance(node, ast.Assert | ast.Import | ast.ImportFrom | ast.Raise | ast.JoinedStr):
            continue  # what a message says is for other tests
        if isinstance(node, ast.keyword) and node.arg == "strict":
            continue  # of `zip`, it only says what holds anyway
        if isinstance(node, ast.expr):
            yield from ((node, f"({new})") for new in _of_expression(node))
        elif isinstance(node, ast.stmt):
            yield from _of_statement(node)
        annotations = {id(getattr(node, name, None)) for name in ("annotation", "returns")}
        waiting += [child for child in reversed(list(ast.iter_child_nodes(node))) if id(child) not in annotations]


def _of_expression(node: ast.expr) -> Iterator[str]:
    match node:
        case ast.Compare():
            for place, op in enumerate(node.ops):
                ops = [*node.ops[:place], _COMPARISONS[type(op)](), *node.ops[place + 1 :]]
                yield ast.unparse(ast.Compare(node.left, ops, node.comparators))
        case ast.BoolOp():
            yield ast.unparse(ast.BoolOp(ast.Or() if isinstance(node.op, ast.And) else ast.And(), node.values))
        case ast.UnaryOp(op=ast.Not()):
            yield ast.unparse(node.operand)
        case ast.BinOp() if type(node.op) in _OPERATORS:
            yield ast.unparse(ast.BinOp(node.left, _OPERATORS[type(node.op)](), node.right))
        case ast.Constant(value=bool()):
            yield str(not node.value)
        case ast.Constant(value=int() | float()):
            yield repr(node.value + 1)
        case ast.IfExp():
            yield ast.unparse(ast.IfExp(node.test, node.orelse, node.body))
        case ast.Call(func=ast.Name(id=name)) if name in _CALLS:
            yield ast.unparse(ast.Call(ast.Name(_CALLS[name]), node.args, node.keywords))


def _of_statement(node: ast.stmt) -> Iterator[tuple[ast.expr | ast.stmt, str]]:
    match node:
        case ast.If() | ast.While():
            yield node.test, f"(not ({ast.unparse(node.test)}))"
        case ast.Return(value=ast.expr() as value) if not (isinstance(value, ast.Constant) and value.value is None):
            yield value, "None"
        case ast.Expr(value=ast.Call()) | ast.AugAssign():
            yield node, "pass"
        case ast.Continue():
            yield node, "break"
        case ast.Break():
            yield node, "continue"
