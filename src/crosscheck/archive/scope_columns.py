"""Where the plan has the scope of claims: what separates items in a column each, all else in one."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from crosscheck.archive.dialect import quoted
from crosscheck.model import Claim

PACKED = "scope"
"""The column of all keys that separate nothing: planning a query takes the longer the more columns it has."""

_BETWEEN, _BEHIND_KEY = "\x1e", "\x1f"
"""Between packed cells, in which it is doubled, and between the number of a key and its cell."""
_CELL = re.compile("([0-9]+)\x1f((?:[^\x1e]|\x1e\x1e)*)(?:\x1e|$)")


@dataclass(frozen=True)
class ScopeColumns:
    """Keys that separate items of some attribute, in columns s0, s1 …, and the `others`; both in alphabetical order."""

    separating: Sequence[str]
    others: Sequence[str]

    @classmethod
    def of(cls, keys: Collection[str], separating: Collection[str]) -> ScopeColumns:
        return cls(sorted(set(keys) & set(separating)), sorted(set(keys) - set(separating)))

    @property
    def types(self) -> dict[str, str]:
        return {**{f"s{number}": "text" for number in range(len(self.separating))}, PACKED: "text"}

    def expressions(self, cells: Mapping[str, str]) -> dict[str, str]:
        """SQL of the columns that a table has; `cells` are the expressions of its cells by the key, NULL if empty."""
        made = {f"s{number}": cells[key] for number, key in enumerate(self.separating) if key in cells}
        packed = [
            f"{quoted(f'{number}{_BEHIND_KEY}')} || replace({cells[key]}, {quoted(_BETWEEN)}, {quoted(_BETWEEN * 2)})"
            for number, key in enumerate(self.others)
            if key in cells
        ]
        if packed:
            made[PACKED] = f"nullif(concat_ws({quoted(_BETWEEN)}, {', '.join(packed)}), '')"
        return made

    def filed(self, claims: Iterable[Claim]) -> dict[str, list[str | None]]:
        """The columns of claims that are objects."""
        scopes = [dict(claim.scope) for claim in claims]
        made = {f"s{number}": [scope.get(key) for scope in scopes] for number, key in enumerate(self.separating)}
        made[PACKED] = [self._packed(scope) for scope in scopes]
        return made

    def _packed(self, scope: Mapping[str, str]) -> str | None:
        cells = (
            f"{number}{_BEHIND_KEY}{scope[key].replace(_BETWEEN, _BETWEEN * 2)}"
            for number, key in enumerate(self.others)
            if key in scope
        )
        return _BETWEEN.join(cells) or None

    def cells(self, row: Mapping[str, Any]) -> dict[str, str]:
        """The cells of a row of the plan by their keys, in the order of these."""
        if not self.separating and not row.get(PACKED):
            return {}
        found = {key: row.get(f"s{number}") for number, key in enumerate(self.separating)}
        for number, text in _CELL.findall(row.get(PACKED) or ""):
            found[self.others[int(number)]] = text.replace(_BETWEEN * 2, _BETWEEN)
        return {key: text for key, text in sorted(found.items()) if text is not None}
