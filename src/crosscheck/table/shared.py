"""Values read once for all claims that share them, as long as they are remembered."""

from __future__ import annotations

from dataclasses import replace

from crosscheck.model import Kind, Reading, ReadingSettings
from crosscheck.readings import Context, ReadingError, read

REMEMBERED = 1 << 16
"""So many readings are held at once: objects, of which an archive would fill the memory."""


class SharedReader:
    """Reads values, and remembers what it read last."""

    def __init__(self, settings: ReadingSettings) -> None:
        self.settings = settings
        self._known: dict[object, Reading | ReadingError] = {}

    def read(self, value: str | tuple[str, ...], context: Context, anchors: object = None) -> Reading | ReadingError:
        """Read a value; `anchors` is what its context's dates go by.

        A date is read without its anchors first: one that needs none means the same for every claim.
        """
        counts = context.relative_to is not None or context.published is not None
        key = (value, context.kind, context.unit, context.language, context.is_exact, anchors if counts else None)
        found = self._known.get(key)
        if found is None:
            found = self._fresh(value, context)
            if len(self._known) >= REMEMBERED:
                self._known.clear()
            self._known[key] = found
        return found

    def date(self, text: str) -> Reading | ReadingError:
        """Read a date that counts from nothing."""
        return self.read(text, Context(Kind.DATE, settings=self.settings))

    def _fresh(self, value: str | tuple[str, ...], context: Context) -> Reading | ReadingError:
        if context.relative_to is not None or context.published is not None:
            found = self.read(value, replace(context, relative_to=None, published=None))
            if isinstance(found, Reading) or context.kind is not Kind.DATE:
                return found
        try:
            return read(value, context)
        except ReadingError as error:
            return error
