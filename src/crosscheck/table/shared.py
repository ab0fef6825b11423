"""Values read once for all claims that share them, as long as they are remembered."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from crosscheck.model import Kind, Reading, ReadingSettings
from crosscheck.processes import spread
from crosscheck.readings import Context, ReadingError, attempt, read
from crosscheck.table.kept import KeptReadings, Key

WORTHWHILE = 1000
"""So many values take longer to read than another process takes to start."""

REMEMBERED = 1 << 16
"""So many readings are held at once, and kept for the next run: objects, of which an archive would fill the memory."""


class SharedReader:
    """Reads values, and remembers what it read last."""

    def __init__(self, settings: ReadingSettings, kept: KeptReadings | None = None) -> None:
        self.settings, self._kept = settings, kept
        self._known: dict[object, Reading | ReadingError] = {}
        self._to_keep: dict[Key, Reading] = {}

    def read(self, value: str | tuple[str, ...], context: Context, anchors: object = None) -> Reading | ReadingError:
        """Read a value; `anchors` is what its context's dates go by.

        A date is read without its anchors first: one that needs none means the same for every claim.
        """
        counts = context.relative_to is not None or context.published is not None
        key = (value, context.kind, context.unit, context.language, anchors if counts else None)
        found = self._known.get(key)
        if found is None:
            found = self._fresh(value, context) if counts else self._kept_or_fresh(value, context)
            self._make_room(1)
            self._known[key] = found
        return found

    def read_ahead(self, asked: Iterable[tuple[str | tuple[str, ...], Context]]) -> None:
        """Read values that count from nothing on all cores, if there are enough of them."""
        wanted = {
            (value, context.kind, context.unit, context.language): (value, context)
            for value, context in asked
            if context.kind is not None and context.kind.has_axis
        }
        if self._kept is not None:
            wanted = {key: pair for key, pair in wanted.items() if not self._kept.has(key)}
        if len(wanted) < 2 * WORTHWHILE:
            return
        self._make_room(len(wanted))
        found = spread(attempt, list(wanted.values()), [1] * len(wanted), WORTHWHILE)
        for key, reading in zip(wanted, found, strict=True):
            if reading is not None:
                self._known[(*key, None)] = reading
                self._note(key, reading)

    def keep(self) -> None:
        """Keep what was read for the next run."""
        if self._kept is not None:
            self._kept.keep(self._to_keep)

    def date(self, text: str) -> Reading | ReadingError:
        """Read a date that counts from nothing."""
        return self.read(text, Context(Kind.DATE, settings=self.settings))

    def _kept_or_fresh(self, value: str | tuple[str, ...], context: Context) -> Reading | ReadingError:
        key = (value, context.kind, context.unit, context.language)
        found = (self._kept.get(key) if self._kept is not None else None) or self._fresh(value, context)
        if isinstance(found, Reading) and isinstance(value, str):
            self._note(key, found)
        return found

    def _note(self, key: Key, reading: Reading) -> None:
        """A reading that the next run may want."""
        if self._kept is not None and len(self._to_keep) < REMEMBERED:
            self._to_keep[key] = reading

    def _make_room(self, values: int) -> None:
        if len(self._known) + values > REMEMBERED:
            self._known.clear()

    def _fresh(self, value: str | tuple[str, ...], context: Context) -> Reading | ReadingError:
        if context.relative_to is not None or context.published is not None:
            found = self.read(value, replace(context, relative_to=None, published=None))
            if isinstance(found, Reading) or context.kind is not Kind.DATE:
                return found
        try:
            return read(value, context)
        except ReadingError as error:
            return error
