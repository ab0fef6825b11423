"""What DuckDB raises, as errors that the rest knows."""

from __future__ import annotations

import errno
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from crosscheck.archive.dialect import literal
from crosscheck.problems import InputError, Position, Problem

_FULL = "No space left on device"


@contextmanager
def interruptible() -> Iterator[None]:
    """Raise KeyboardInterrupt on Ctrl-C: DuckDB, which sees it while it runs a query, raises errors of its own.

    MemoryError and OSError for a memory and a disk that are full, too.
    """
    import duckdb

    try:
        yield
    except duckdb.InterruptException as error:
        raise KeyboardInterrupt from error
    except duckdb.OutOfMemoryException as error:
        raise MemoryError from error
    except RuntimeError as error:
        if str(error) == "Query interrupted":
            raise KeyboardInterrupt from error
        raise
    except duckdb.Error as error:
        if _FULL in str(error):
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC)) from error
        raise


@contextmanager
def readable(path: Path, file: str) -> Iterator[None]:
    """Raise `InputError` on what is wrong with a table, which outputs call `file`."""
    import duckdb

    try:
        with interruptible():
            yield
    except duckdb.Error as error:
        format = "CSV" if file.lower().endswith(".csv") else "Parquet"
        raise _refused(file, f"cannot be read as {format}: {_reason(error, path, file)}") from error
    except OSError as error:
        if error.errno == errno.ENOSPC:
            raise
        raise _refused(file, f"cannot be read: {error.strerror or error}") from error


def _refused(file: str, message: str) -> InputError:
    return InputError([Problem(Position(file), message)])


def _reason(error: Exception, path: Path, file: str) -> str:
    """What DuckDB complains of, in its words, with the file as outputs show it."""
    line = str(error).splitlines()[0]
    return (line.partition(" Error: ")[2] or line).replace(str(path), file).replace(literal(path), file)
