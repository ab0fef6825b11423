"""Rules: one module each, with a docstring, a `RULE` and a generator `check(item, policy)`.

A remark that looks beyond one item has a generator `check_workspace(overview)` instead.

The modules beside this file ship with crosscheck (`api` has all that a rule may import; it and `old_names` are no
rules). A workspace adds its own in `rules/*.py`, where a module with the code of a shipped one takes its place.
"""

from __future__ import annotations

import importlib
import pkgutil
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from types import ModuleType

from crosscheck.files import read_bytes
from crosscheck.model import Finding, Item, OptionValue, Overview, Policy, Rule
from crosscheck.options import Disabled, RawOptions, accepted, decimal, is_sound, options_of
from crosscheck.problems import InputError, Position, Problems, did_you_mean, shown
from crosscheck.rules import old_names

SHIPPED = "crosscheck"
Check = Callable[[Item, Policy], Iterator[Finding]]
CheckWorkspace = Callable[[Overview], Iterator[Finding]]
SUPPORT = ("api", "old_names")
"""Modules beside this file that are no rules."""


@dataclass(frozen=True, slots=True)
class LoadedRule:
    """A rule module: its metadata, its documentation, its generator (one of the two), and where it came from.

    `options` are those that the workspace sets.
    """

    rule: Rule
    doc: str
    check: Check | None
    check_workspace: CheckWorkspace | None
    origin: str
    options: Mapping[str, OptionValue] = field(default_factory=dict)

    @property
    def title(self) -> str:
        return self.doc.partition("\n")[0]

    @property
    def page(self) -> str:
        """All that the rule says of itself, in Markdown."""
        return "\n".join([self.doc, *(["", "## Options", ""] if self.rule.options else []), *self._option_lines()])

    def _option_lines(self) -> Iterator[str]:
        for option in self.rule.options:
            here = f"; {decimal(self.options[option.name])} here" if option.name in self.options else ""
            yield f"- `{option.name}` ({decimal(option.default)}{here}; {accepted(option)}): {option.meaning}."


def shipped() -> tuple[LoadedRule, ...]:
    """The rules that ship with crosscheck, by code."""
    names = sorted(module.name for module in pkgutil.iter_modules(__path__) if module.name not in SUPPORT)
    problems = Problems()
    found = [_loaded(importlib.import_module(f"{__name__}.{name}"), SHIPPED, problems) for name in names]
    problems.raise_any()
    return tuple(sorted((rule for rule in found if rule), key=lambda rule: rule.rule.code))


def as_shipped(rules: Iterable[LoadedRule]) -> bool:
    """True if `rules` are the shipped ones, none of them off or replaced, and all others look at suspect items only.

    Then it is known without judging how many agreements they find.
    """
    known = {rule.rule.code for rule in rules if rule.origin == SHIPPED}
    return not see_every_item(rules) and {rule.rule.code for rule in shipped()} <= known


def are_shipped(rules: Iterable[LoadedRule]) -> bool:
    """Whether no rule is of a workspace."""
    return all(rule.origin == SHIPPED for rule in rules)


def see_every_item(rules: Iterable[LoadedRule]) -> bool:
    """Whether a rule must see every item, not only those on which something is suspect."""
    return any(rule.check is not None and not rule.rule.suspects_only for rule in rules)


def rulebook(
    paths: Iterable[Path],
    root: Path,
    disabled: Iterable[Disabled],
    options: Mapping[str, RawOptions],
    problems: Problems,
) -> tuple[LoadedRule, ...]:
    """Shipped rules and those in `paths`, by code, with `options` as they are written, without the disabled ones.

    Rules are disabled, and options written, by code or name.
    """
    book = {rule.rule.code: rule for rule in shipped()}
    own: dict[str, str] = {}
    for path in sorted(paths):
        file = path.relative_to(root).as_posix()
        module = _import(path, file, problems)
        rule = _loaded(module, file, problems) if module else None
        if rule is None:
            continue
        if rule.rule.code in own:
            problems.add(Position(file), f"rule code {rule.rule.code} is used twice (first in {own[rule.rule.code]})")
        own[rule.rule.code] = file
        book[rule.rule.code] = rule
    off = dict(disabled)
    known = {name for rule in book.values() for name in (rule.rule.code, rule.rule.name)}
    for name in off.keys() - known:
        problems.add(off[name], f'"disable" names no rule: {shown(name)}{did_you_mean(name, known)}')
    for code, values in options_of([rule.rule for rule in book.values()], options, problems).items():
        book[code] = replace(book[code], options=values)
    on = (rule for rule in book.values() if off.keys().isdisjoint((rule.rule.code, rule.rule.name)))
    return tuple(sorted(on, key=lambda rule: rule.rule.code))


def _import(path: Path, file: str, problems: Problems) -> ModuleType | None:
    """The module in `path`, run without leaving bytecode in the workspace."""
    module = ModuleType(f"crosscheck_workspace_rules.{path.stem}")
    module.__file__ = str(path)
    old_names.accept(module)
    try:
        exec(compile(read_bytes(path, file), str(path), "exec"), module.__dict__)
    except InputError as error:
        problems.found.extend(error.problems)
        return None
    except (Exception, SystemExit) as error:  # whatever a rule module raises is a problem of that module
        line = getattr(error, "lineno", None) or line_in(error, path.name)
        problems.add(Position(file, line), f"the rule module cannot be loaded: {type(error).__name__}: {error}")
        return None
    return module


def line_in(error: BaseException, file: str) -> int:
    """The last line of the rule module `file` that an error passed through."""
    trace, line = error.__traceback__, 1
    while trace is not None:
        if Path(trace.tb_frame.f_code.co_filename).name == Path(file).name:
            line = trace.tb_lineno
        trace = trace.tb_next
    return line


def _loaded(module: ModuleType, origin: str, problems: Problems) -> LoadedRule | None:
    rule, check = (getattr(module, name, None) for name in ("RULE", "check"))
    check_workspace = getattr(module, "check_workspace", None) or old_names.survey_of(module)
    doc = (module.__doc__ or "").strip()
    wrong = []
    if not isinstance(rule, Rule) or not re.fullmatch(r"XC[0-9]{3}", str(rule.code)):
        wrong.append('a RULE = Rule(code="XC…", name=…, since=…) with three digits')
    if not callable(check) and not callable(check_workspace):
        wrong.append("a generator check(item, policy), or check_workspace(overview)")
    if isinstance(rule, Rule) and not all(map(is_sound, rule.options)):
        wrong.append("options with a name, a default between least and most, and a meaning of one line")
    if not doc:
        wrong.append("a docstring whose first line is its title")
    if wrong:
        problems.add(Position(origin), f"the rule module {shown(module.__name__)} lacks {' and '.join(wrong)}")
        return None
    assert isinstance(rule, Rule)
    return LoadedRule(rule, doc, check, check_workspace, origin)
