"""`crosscheck review`: the report on this machine, with forms, until Ctrl-C."""

from __future__ import annotations

import gc
import os
import secrets
import socket
import webbrowser
from collections.abc import Callable
from pathlib import Path

from crosscheck.pipeline import Options
from crosscheck.problems import InputError, Position, Problem

HOST = "127.0.0.1"
# A browser remembers a name by address and port: the same port again finds it again.
PORTS = range(8737, 8757)


def serve(
    root: Path, options: Options, *, today: str | None, port: int | None, browser: bool, tell: Callable[[str], None]
) -> None:
    """Serve the review of the workspace in `root`; raises `InputError` if it cannot be.

    `today` None is the day of each decision, however long the review runs.
    """
    try:
        import uvicorn

        from crosscheck.review.desk import Desk
        from crosscheck.review.server import application
    except ModuleNotFoundError as error:
        missing = (error.name or "").partition(".")[0]
        if missing not in ("uvicorn", "starlette"):
            raise
        what = f"needs {missing}: python -m pip install 'crosscheck[web]'"
        raise InputError([Problem(Position("review", 0, 0), what)]) from None

    desk = Desk(root, options, today)
    desk.page()  # what is wrong with the workspace is told here, not first in the browser
    gc.enable()  # other commands are over before it would matter
    with listening(port) as listener:
        number = listener.getsockname()[1]
        token = secrets.token_urlsafe(32)
        hosts = {f"{name}:{number}" for name in (HOST, "localhost")}
        config = uvicorn.Config(
            application(desk, token, hosts), log_level="warning", access_log=False, lifespan="off", server_header=False,
            timeout_graceful_shutdown=2,
        )  # fmt: skip
        address = f"http://{HOST}:{number}/{token}/"
        try:
            tell(f"review at {address}")
            tell("Ctrl-C stops it; decisions are in resolutions.yaml as soon as they are recorded")
            if browser:
                webbrowser.open(address)
            uvicorn.Server(config).run(sockets=[listener])
        except KeyboardInterrupt:
            tell("stopped")


def listening(port: int | None) -> socket.socket:
    """A socket that listens on `port` of this machine, else on one of the usual ones, else on any that is free."""
    for wanted in (*PORTS, 0) if port is None else (port,):
        listener = socket.socket()
        if os.name == "posix":  # else a port is taken for a minute after its last review; Windows means something else
            listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            listener.bind((HOST, wanted))
            listener.listen()
        except OSError as error:
            listener.close()
            why = error.strerror or str(error)
        else:
            return listener
    raise InputError([Problem(Position("--port"), f"{port} cannot be used: {why}; leave it out to take a free one")])
