"""Items as lists print them: on one line, or as a record."""

from __future__ import annotations

from typing import Any

from crosscheck.formatting import counted
from crosscheck.model import Item, ItemEntry
from crosscheck.outputs.text import printable
from crosscheck.problems import shown


def entry_line(entry: ItemEntry) -> str:
    """`Plan Colombia / start: 3 claims of 3 sources; 2 witnesses share "2000"`."""
    claims = f"{counted(entry.claims, 'claim')} of {counted(entry.sources, 'source')}"
    shared = "".join(f"; {one.witnesses:,} witnesses share {shown(one.text)}" for one in entry.shared)
    return printable(f"{entry.item.title}: {claims}{shared}")


def entry_record(entry: ItemEntry) -> dict[str, Any]:
    """An item as the contract has it."""
    return {
        **item_record(entry.item),
        "kind": entry.item.kind.value,
        "claims": entry.claims,
        "sources": entry.sources,
        "shared": [{"text": one.text, "witnesses": one.witnesses} for one in entry.shared],
    }


def item_record(item: Item) -> dict[str, Any]:
    """What an item is called in every record that is of one."""
    return {"subject": item.subject, "attribute": item.attribute.name, "scope": dict(item.scope)}
