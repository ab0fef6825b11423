"""Writes docs/rules/: a page for each rule from its docstring, and their index. A test compares."""

from __future__ import annotations

from pathlib import Path

from crosscheck.rules import LoadedRule, shipped

HERE = Path(__file__).resolve().parent
FAMILIES = {
    "XC1": "Values", "XC2": "Time", "XC3": "Arithmetic", "XC4": "Words",
    "XC9": "Remarks on the claims themselves, which never fail",
}  # fmt: skip


def pages() -> dict[str, str]:
    """The content of every file below docs/rules/."""
    rules = shipped()
    made = {f"{rule.rule.code}.md": _page(rule) for rule in rules}
    return {"README.md": _index(rules), **made}


def _page(rule: LoadedRule) -> str:
    title, _, body = rule.page.partition("\n")
    return f"# {rule.rule.code} {rule.rule.name}\n\n{title}\n{body}\n\nSince crosscheck {rule.rule.since}.\n"


def _index(rules: tuple[LoadedRule, ...]) -> str:
    parts = [
        "# Rules\n\nEach page is the docstring of its rule; `crosscheck rule CODE` prints it. `disable` in"
        " `crosscheck.toml` turns a rule off, and `[rules.CODE]` sets its options.\n"
    ]
    for prefix, family in FAMILIES.items():
        rows = [
            f"| [{r.rule.code}]({r.rule.code}.md) | {r.rule.name} | {r.title} |"
            for r in rules if r.rule.code.startswith(prefix)
        ]  # fmt: skip
        parts.append("\n".join([f"\n## {family}\n", "| code | name | what it flags |", "|---|---|---|", *rows, ""]))
    return "".join(parts)


if __name__ == "__main__":
    folder = HERE / "rules"
    folder.mkdir(exist_ok=True)
    for name, text in pages().items():
        (folder / name).write_text(text, encoding="utf-8")
