"""What DuckDB raises, as errors that the rest knows; and Ctrl-C while it runs a query."""

from __future__ import annotations

import errno
import os
import signal
import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from crosscheck.archive.dialect import literal
from crosscheck.problems import InputError, Position, Problem

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

_FULL = "No space left on device"


@contextmanager
def interruptible(connection: DuckDBPyConnection) -> Iterator[None]:
    """Raise KeyboardInterrupt on Ctrl-C, as soon as it is pressed; else what `known` raises.

    Python's own handler must wait for DuckDB, which looks for Ctrl-C between two tasks: they may be a minute apart.
    So another thread interrupts the query. It is left out where something else is done about Ctrl-C, or by others.
    """
    is_ours = threading.current_thread() is threading.main_thread()
    if not is_ours or signal.getsignal(signal.SIGINT) is not signal.default_int_handler:
        with known():
            yield
        return
    heard, told = socket.socketpair()
    told.setblocking(False)
    before = signal.set_wakeup_fd(told.fileno(), warn_on_full_buffer=False)
    if before != -1:  # an event loop listens
        signal.set_wakeup_fd(before)
    listener = threading.Thread(target=_interrupt, args=(heard, connection), daemon=True)
    listener.start()
    try:
        with known():
            yield
    finally:
        if before == -1:
            signal.set_wakeup_fd(-1)
        told.close()
        listener.join()
        heard.close()


def _interrupt(heard: socket.socket, connection: DuckDBPyConnection) -> None:
    """Interrupt whatever a connection runs at each signal of Ctrl-C, until nobody tells of signals any more."""
    while signals := heard.recv(1):
        if signals[0] == signal.SIGINT:
            connection.interrupt()


@contextmanager
def known() -> Iterator[None]:
    """Raise KeyboardInterrupt, MemoryError and OSError for what DuckDB raises if it is interrupted, or has no room."""
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
        with known():
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
