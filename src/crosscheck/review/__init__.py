"""Deciding in the browser: a page with forms, served to one person on this machine until Ctrl-C.

Anything on that machine, and any page in that person's browser, can reach a port on it. So every request must name the
host that was opened (a rebound DNS name does not), carry the token of this run in its path, and, to change anything,
come from the page itself. Everybody on the machine can see the arguments of a browser, so it is given a link that works
once and leads to the token. A cookie would go to whatever listens on any other port.
"""

from __future__ import annotations

import gc
import os
import secrets
import socket
import webbrowser
from collections.abc import Callable, Collection
from contextlib import suppress
from dataclasses import asdict
from datetime import date
from typing import Any, Literal

import uvicorn
from pydantic import BaseModel, ConfigDict, ValidationError
from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, PlainTextResponse, RedirectResponse, Response
from starlette.routing import Route
from starlette.types import ASGIApp, Receive, Scope, Send

from crosscheck.decisions.record import Judgement
from crosscheck.loading import NothingToCheck
from crosscheck.model import Decision
from crosscheck.outputs.report import render_problems
from crosscheck.problems import InputError, Position, Problem, SystemFailure
from crosscheck.review.article import ArticleReview
from crosscheck.review.session import ReviewSession, Shown
from crosscheck.review.watched import Conflict

HOST = "127.0.0.1"
# A browser remembers a name by address and port: the same port again finds it again.
PORTS = range(8737, 8757)
BODY = 4 << 20
"""Bytes of a request, at most: a decision on some thousand findings is well below."""
HEADERS = {
    "Cache-Control": "no-store",
    "Content-Security-Policy": "frame-ancestors 'none'",  # the rest of the policy is in the page, with its hashes
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
}


def serve(
    session: ReviewSession | ArticleReview, *, port: int | None, browser: bool, say: Callable[[str], None]
) -> None:
    """Serve a review; raises `InputError` if it cannot be. `say` prints a line."""
    session.page()  # what is wrong with the workspace appears here, not first in the browser
    gc.enable()  # other commands are over before it would matter
    with listening(port) as listener:
        number = listener.getsockname()[1]
        token, once = secrets.token_urlsafe(32), secrets.token_urlsafe(32)
        hosts = {f"{name}:{number}" for name in (HOST, "localhost")}
        config = uvicorn.Config(
            application(session, token, hosts, once),
            log_level="warning",
            access_log=False,
            lifespan="off",
            server_header=False,
            timeout_graceful_shutdown=2,
        )
        # uvicorn stops on Ctrl-C by itself; it raises too, unless whoever started us lets SIGINT be ignored.
        with suppress(KeyboardInterrupt):
            address = f"http://{HOST}:{number}/{token}/"
            say(f"review at {address}")
            say(f"Ctrl-C stops it; what you decide is in {session.file} at once")
            if browser:
                webbrowser.open(f"http://{HOST}:{number}/{once}/")
            uvicorn.Server(config).run(sockets=[listener])
        say("stopped")


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


class KnownVersion(BaseModel):
    """Part of every request that changes something: the version of the file that its page knows."""

    model_config = ConfigDict(extra="forbid", strict=True)

    version: str


class WantedDecision(KnownVersion):
    """A decision as the form has it."""

    findings: list[tuple[str, str, str]]
    decision: Decision
    reason: str
    by: str
    wrong: list[str] = []
    expires: date | None = None

    @property
    def shown(self) -> list[Shown]:
        return [Shown(*finding) for finding in self.findings]

    def judgement(self, today: str) -> Judgement:
        return Judgement(
            decision=self.decision,
            reason=self.reason,
            by=self.by,
            on=today,
            wrong=tuple(self.wrong),
            expires=self.expires.isoformat() if self.expires else None,
        )


class WantedFigure(KnownVersion):
    """What a person says to a figure of an article, as its card has it."""

    figure: int
    accept: Literal["yes", "no", "never"]
    choice: int | None = None
    written: dict[str, str] | None = None


def application(
    session: ReviewSession | ArticleReview, token: str, hosts: Collection[str], once: str | None = None
) -> Starlette:
    """The review of `session` at `/<token>/`, for requests to one of `hosts`; `/<once>/` leads there, once."""

    async def page(_: Request) -> Response:
        try:
            return HTMLResponse(await run_in_threadpool(session.page))
        except InputError as error:
            return HTMLResponse(render_problems([str(problem) for problem in error.problems]), 422)
        except NothingToCheck:
            return HTMLResponse(render_problems(["there are no claims to check: put a claims file into claims/"]), 422)

    async def state(request: Request) -> Response:
        since = request.query_params.get("since", "")
        version, changes = await run_in_threadpool(session.since, since)
        return JSONResponse({"version": version, "changes": changes})

    async def decide(request: Request) -> Response:
        body = await request.body()
        if isinstance(session, ArticleReview):
            told = WantedFigure.model_validate_json(body)
            return await _answered(session.say, told.version, told.figure, told.accept, told.choice, told.written)
        wanted = WantedDecision.model_validate_json(body)
        return await _answered(session.decide, wanted.version, wanted.shown, wanted.judgement(session.today))

    async def undo(request: Request) -> Response:
        known = KnownVersion.model_validate_json(await request.body())
        return await _answered(session.undo, known.version)

    base = "/{token}"
    routes = [
        Route(f"{base}/", page),
        Route(f"{base}/state", state),
        Route(f"{base}/decide", decide, methods=["POST"]),
        Route(f"{base}/undo", undo, methods=["POST"]),
    ]
    handlers: dict[Any, Any] = {Conflict: _conflict, InputError: _wrong_input, ValidationError: _malformed}
    handlers[SystemFailure] = _system_failure
    guard = Middleware(Guard, token=token, hosts=hosts, once=once)
    return Starlette(routes=routes, exception_handlers=handlers, middleware=[guard])


async def _answered(act: Callable[..., Any], *args: Any) -> Response:
    return JSONResponse(asdict(await run_in_threadpool(act, *args)))


def _conflict(_: Request, error: Conflict) -> Response:
    return JSONResponse({"message": str(error), "changes": error.changes}, 409)


def _wrong_input(_: Request, error: InputError) -> Response:
    """What `resolve` says of its options is true of the form's fields."""
    listed = "; ".join(str(problem).removeprefix("--") for problem in error.problems)
    return JSONResponse({"message": f"Nothing was written. {listed}", "changes": []}, 422)


def _system_failure(_: Request, error: SystemFailure) -> Response:
    return JSONResponse({"message": str(error), "changes": []}, 422)


def _malformed(_: Request, error: ValidationError) -> Response:
    fields = ", ".join(".".join(map(str, problem["loc"])) or "the request" for problem in error.errors())
    return JSONResponse({"message": f"Nothing was written. Not understood: {fields}", "changes": []}, 400)


class Guard:
    """Lets through what comes from the page of this run, and puts the headers on every answer."""

    def __init__(self, app: ASGIApp, token: str, hosts: Collection[str], once: str | None) -> None:
        self._app, self._token, self._hosts = app, token, frozenset(hosts)
        self._once, self._is_used = once, False

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        request = Request(scope)

        async def guarded(message: Any) -> None:
            if message["type"] == "http.response.start":
                message["headers"] = [*message["headers"], *_ENCODED]
            await send(message)

        why = self._refusal(request)
        answer: ASGIApp = PlainTextResponse(why[1], why[0]) if why else self._app
        if why is None and not self._has(self._token, request):
            self._is_used = True
            answer = RedirectResponse(f"/{self._token}/", 303)
        await answer(scope, receive, guarded)

    @staticmethod
    def _has(token: str, request: Request) -> bool:
        """Whether a request has a token in its path; the path may be empty."""
        first = request.url.path.removeprefix("/").partition("/")[0]
        return secrets.compare_digest(first.encode(errors="replace"), token.encode())

    def _refusal(self, request: Request) -> tuple[int, str] | None:
        host = request.headers.get("host", "")
        if host not in self._hosts:
            return 421, "This is not the host that was opened.\n"
        if self._once is not None and request.method == "GET" and self._has(self._once, request):
            return (410, _USED) if self._is_used else None
        if not self._has(self._token, request):
            return 404, "The address lacks the token of this run: open the one that crosscheck review printed.\n"
        if request.method in ("GET", "HEAD"):
            return None
        if request.headers.get("origin") != f"http://{host}":
            return 403, "Only the page itself may change something.\n"
        if request.headers.get("sec-fetch-site", "same-origin") != "same-origin":
            return 403, "Only the page itself may change something.\n"
        if request.headers.get("content-type", "").partition(";")[0].strip() != "application/json":
            return 415, "Send JSON.\n"
        length = request.headers.get("content-length", "")
        if not length.isdecimal():
            return 411, "Say how long it is.\n"
        if int(length) > BODY:
            return 413, f"Send at most {BODY} bytes.\n"
        return None


_USED = """\
This link worked once, and was used: open the address that crosscheck review printed.
If it was not you who used it, stop the review with Ctrl-C and start it again.
"""
_ENCODED = [(name.lower().encode(), value.encode()) for name, value in HEADERS.items()]
