"""Target: requests to the review desk, by whoever reaches its port."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Coroutine
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from random import Random
from typing import Any, NamedTuple

from crosscheck.loading import Options
from crosscheck.review import application
from crosscheck.review.session import ReviewSession
from factories import TODAY, run
from fuzz.files import TOKENS, Files, good, laid_out
from fuzz.inputs import HOSTILE, hostile, mutated
from fuzz.parsers import report
from fuzz.target import by_random, target

HOST = "127.0.0.1:8737"
PATHS = ("/t/", "/t/state", "/t/decide", "/t/decide", "/t/decide", "/t/undo", "/once/", "/", "//", "/t", "/x/")
ODD = (None, 1, [], {}, [[]], ["s"], "9999-12-31", "2026-02-30")
BODIES = (b'{"version": "none"}', b'{"findings": [["XC101-0", "", ""]]}', b"[" * 5000)


class Asked(NamedTuple):
    """A request; `body` None is the form of all findings as the page has them, spoilt by `changes`."""

    method: str
    path: str
    headers: dict[str, str]
    body: bytes | None
    changes: dict[str, Any]


class Visit(NamedTuple):
    files: Files
    asked: list[Asked]


def a_visit(random: Random) -> Visit:
    return Visit(random.choice(good()), [a_request(random) for _ in range(4)])


def a_request(random: Random) -> Asked:
    method = random.choice(("GET", "POST", "POST", "POST", "HEAD", "PUT", "OPTIONS", hostile(random)))
    path = random.choice(PATHS)
    if random.random() < 0.2:
        path = mutated(path, HOSTILE, random)
    headers = {"host": HOST, "origin": f"http://{HOST}", "content-type": "application/json", "content-length": "9"}
    if random.random() < 0.2:
        headers[random.choice([*headers, "sec-fetch-site", "cookie"])] = hostile(random)
    changes: dict[str, Any] = {}
    if random.random() < 0.6:
        name = random.choice(("version", "findings", "decision", "reason", "by", "wrong", "expires", "zzz"))
        changes[name] = random.choice((hostile(random), ["s/x", hostile(random)], [[hostile(random)] * 3], *ODD))
    body = None
    if random.random() < 0.3:
        body = mutated(random.choice(BODIES), TOKENS, random)
    return Asked(method, path, headers, body, changes)


def finished(work: Coroutine[Any, Any, tuple[int, bytes, str]]) -> tuple[int, bytes, str]:
    """What work returns, in a thread of its own: a browser's tests leave a loop running in this one."""
    with ThreadPoolExecutor(1) as pool:
        return pool.submit(asyncio.run, work).result()


@target("review", 15, by_random(a_visit))
def review(visit: Visit, folder: Path) -> None:
    """Answered, never with an error of its own; and the decisions stay a file that is read."""
    root = laid_out(visit.files, folder)
    session = ReviewSession(root, Options(today=TODAY), TODAY)
    app = application(session, "t", {HOST}, "once")
    page = finished(answer(app, "GET", "/t/", {"host": HOST}, b""))[1].decode()
    report(page)
    known = page.partition('id="desk-data">')[2].partition("</script>")[0]
    data = json.loads(known) if known else {"version": "none", "findings": {}}
    for method, path, headers, body, changes in visit.asked:
        shown = [finding["shown"] for finding in data["findings"].values()]
        form = {"version": data["version"], "findings": shown, "decision": "both_right", "reason": "r", "by": "b"}
        form |= changes
        if path.endswith("undo"):
            form = {"version": data["version"], **changes}
        sent = body if body is not None else json.dumps(form).encode()
        status, content, kind = finished(answer(app, method, path, headers, sent))
        assert 200 <= status < 500, (status, content)
        if "json" in kind and method != "HEAD":
            data["version"] = json.loads(content).get("version", data["version"])
    assert run(root, "check", "--today", TODAY).code in (0, 1)


async def answer(app: Any, method: str, path: str, headers: dict[str, str], body: bytes) -> tuple[int, bytes, str]:
    """What the desk answers: status, body, content type."""
    raw = [(name.encode(), value.encode("latin-1", "replace")) for name, value in headers.items()]
    scope = {
        "type": "http", "http_version": "1.1", "method": method, "path": path,
        "raw_path": path.encode(errors="replace"), "root_path": "", "scheme": "http",
        "query_string": b"since=none", "headers": raw,
        "client": ("127.0.0.1", 1), "server": ("127.0.0.1", 8737),
    }  # fmt: skip
    sent: list[Any] = []

    async def receive() -> dict[str, Any]:
        return {"type": "http.request", "body": body, "more_body": False}

    async def send(message: Any) -> None:
        sent.append(message)

    await app(scope, receive, send)
    kinds = [value.decode("latin-1") for name, value in sent[0]["headers"] if name == b"content-type"]
    return sent[0]["status"], b"".join(message.get("body", b"") for message in sent[1:]), "".join(kinds)
