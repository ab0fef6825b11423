"""The review as a web application for one person on one machine.

Anything on that machine, and any page in that person's browser, can reach a port on it. So every request must name the
host that was opened (a rebound DNS name does not), carry the token of this run in its path, and, to change anything,
come from the page itself.
"""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import asdict
from datetime import date
from secrets import compare_digest
from typing import Any

from pydantic import BaseModel, ConfigDict, ValidationError
from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, PlainTextResponse, Response
from starlette.routing import Route
from starlette.types import ASGIApp, Receive, Scope, Send

from crosscheck.decisions.record import Judgement
from crosscheck.model import Decision
from crosscheck.outputs.report import render_refusal
from crosscheck.pipeline import NothingToCheck
from crosscheck.problems import InputError
from crosscheck.review.desk import Conflict, Desk, Shown

HEADERS = {
    "Cache-Control": "no-store",
    "Content-Security-Policy": "frame-ancestors 'none'",  # the rest of the policy is in the page, with its hashes
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
}


class Known(BaseModel):
    """What every request that changes something says: the version of the file that its page knows."""

    model_config = ConfigDict(extra="forbid", strict=True)

    version: str


class Wanted(Known):
    """A decision as the form has it."""

    findings: list[tuple[str, str, str]]
    decision: Decision
    reason: str
    by: str
    wrong: list[str] = []
    expires: date | None = None


def application(desk: Desk, token: str, hosts: Collection[str]) -> Starlette:
    """The review of `desk` at `/<token>/`, for requests to one of `hosts`."""

    async def page(_: Request) -> Response:
        try:
            return HTMLResponse(await run_in_threadpool(desk.page))
        except InputError as error:
            return HTMLResponse(render_refusal([str(problem) for problem in error.problems]), 422)
        except NothingToCheck:
            return HTMLResponse(render_refusal(["there is no claim to check: put a claims file into claims/"]), 422)

    async def state(request: Request) -> Response:
        since = request.query_params.get("since", "")
        version, changes = await run_in_threadpool(desk.since, since)
        return JSONResponse({"version": version, "changes": changes})

    async def decide(request: Request) -> Response:
        wanted = Wanted.model_validate_json(await request.body())
        expires = wanted.expires.isoformat() if wanted.expires else None
        judgement = Judgement(
            wanted.decision, wanted.reason, wanted.by, desk.today, tuple(wanted.wrong), expires
        )  # fmt: skip
        shown = [Shown(*finding) for finding in wanted.findings]
        return await _answered(desk.decide, wanted.version, shown, judgement)

    async def undo(request: Request) -> Response:
        known = Known.model_validate_json(await request.body())
        return await _answered(desk.undo, known.version)

    base = "/{token}"
    routes = [
        Route(f"{base}/", page), Route(f"{base}/state", state), Route(f"{base}/decide", decide, methods=["POST"]),
        Route(f"{base}/undo", undo, methods=["POST"]),
    ]  # fmt: skip
    complaints: dict[Any, Any] = {Conflict: _conflict, InputError: _refused, ValidationError: _malformed}
    return Starlette(
        routes=routes, exception_handlers=complaints, middleware=[Middleware(Guard, token=token, hosts=hosts)]
    )


async def _answered(act: Callable[..., Any], *args: Any) -> Response:
    return JSONResponse(asdict(await run_in_threadpool(act, *args)))


def _conflict(_: Request, error: Conflict) -> Response:
    return JSONResponse({"message": str(error), "changes": error.changes}, 409)


def _refused(_: Request, error: InputError) -> Response:
    """What `resolve` says of its options is true of the form's fields."""
    told = "; ".join(str(problem).removeprefix("--") for problem in error.problems)
    return JSONResponse({"message": f"Nothing was written. {told}", "changes": []}, 422)


def _malformed(_: Request, error: ValidationError) -> Response:
    fields = ", ".join(".".join(map(str, problem["loc"])) or "the request" for problem in error.errors())
    return JSONResponse({"message": f"Nothing was written. Not understood: {fields}", "changes": []}, 400)


class Guard:
    """Lets through what comes from the page of this run, and puts the headers on every answer."""

    def __init__(self, app: ASGIApp, token: str, hosts: Collection[str]) -> None:
        self._app, self._token, self._hosts = app, token.encode(), frozenset(hosts)

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
        await answer(scope, receive, guarded)

    def _refusal(self, request: Request) -> tuple[int, str] | None:
        host = request.headers.get("host", "")
        if host not in self._hosts:
            return 421, "This is not the host that was opened.\n"
        given = request.url.path.split("/")[1].encode(errors="replace")
        if not compare_digest(given, self._token):
            return 404, "The address lacks the token of this run: open the one that crosscheck review printed.\n"
        if request.method in ("GET", "HEAD"):
            return None
        if request.headers.get("origin") != f"http://{host}":
            return 403, "Only the page itself may change something.\n"
        if request.headers.get("sec-fetch-site", "same-origin") != "same-origin":
            return 403, "Only the page itself may change something.\n"
        if request.headers.get("content-type", "").partition(";")[0].strip() != "application/json":
            return 415, "Send JSON.\n"
        return None


_ENCODED = [(name.lower().encode(), value.encode()) for name, value in HEADERS.items()]
