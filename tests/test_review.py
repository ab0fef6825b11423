"""`crosscheck review`: decisions made in the browser land in resolutions.yaml, and nobody else's are lost."""

from __future__ import annotations

import html
import http.client
import json
import re
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any, NamedTuple

import pytest
import uvicorn

from browser import violations
from crosscheck.loading import Options
from crosscheck.review import BODY, application, listening, serve
from crosscheck.review.article import ArticleReview
from crosscheck.review.session import ReviewSession
from factories import TODAY, c, claims_file, plan_colombia, run, workspace

TOKEN = "secret"
ONCE = "once"


class Answer(NamedTuple):
    status: int
    headers: http.client.HTTPMessage
    body: str

    @property
    def json(self) -> Any:
        return json.loads(self.body)


class Served:
    """A review of a workspace on a port of this machine."""

    def __init__(self, root: Path, port: int) -> None:
        self.root, self.port, self.origin = root, port, f"http://127.0.0.1:{port}"
        self.address = f"{self.origin}/{TOKEN}/"

    @property
    def file(self) -> Path:
        return self.root / "resolutions.yaml"

    def ask(self, method: str, path: str, body: object = None, **headers: str | None) -> Answer:
        """A request as a page of this review would make it; a header that is None is left out."""
        sent: dict[str, str | None] = {"Host": f"127.0.0.1:{self.port}"}
        if method != "GET":
            sent |= {"Origin": self.origin, "Content-Type": "application/json"}
        sent |= {name.replace("_", "-"): value for name, value in headers.items()}
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=30)
        connection.putrequest(method, path, skip_host=True)
        data = (body if isinstance(body, str) else json.dumps(body)).encode() if body is not None else b""
        for name, value in {**sent, "Content-Length": str(len(data))}.items():
            if value is not None:
                connection.putheader(name, value)
        connection.endheaders(data)
        answer = connection.getresponse()
        text = answer.read().decode()
        connection.close()
        return Answer(answer.status, answer.msg, text)

    def page(self) -> dict[str, Any]:
        """What the forms of a freshly loaded page know."""
        page = self.ask("GET", f"/{TOKEN}/").body
        made: dict[str, Any] = json.loads(page.partition('id="desk-data">')[2].partition("</script>")[0])
        return made

    def decide(self, page: dict[str, Any], *ids: str, **changes: object) -> Answer:
        """Send the form of some findings (default: of all that there are)."""
        shown = [page["findings"][id]["shown"] for id in ids or page["findings"]]
        form = {
            "version": page["version"],
            "findings": shown,
            "decision": "both_right",
            "reason": "Read both.",
            "by": "A. Editor",
        }
        return self.ask("POST", f"/{TOKEN}/decide", form | changes)

    def undo(self, version: str) -> Answer:
        return self.ask("POST", f"/{TOKEN}/undo", {"version": version})


def serving(root: Path, session: ReviewSession | ArticleReview | None = None) -> Iterator[Served]:
    session = session or ReviewSession(root, Options(today=TODAY), TODAY)
    with listening(None) as listener:
        port = listener.getsockname()[1]
        app = application(session, TOKEN, {f"127.0.0.1:{port}"}, ONCE)
        server = uvicorn.Server(uvicorn.Config(app, log_level="warning", lifespan="off"))
        thread = threading.Thread(target=server.run, kwargs={"sockets": [listener]}, daemon=True)
        thread.start()
        yield Served(root, port)
        server.should_exit = True
        thread.join(10)


@pytest.fixture
def served(tmp_path: Path) -> Iterator[Served]:
    """A review of a workspace with one contradiction and no resolutions.yaml."""
    yield from serving(plan_colombia(tmp_path))


@pytest.fixture
def three(tmp_path: Path) -> Iterator[Served]:
    """A review of a workspace with three contradictions of the same two sources."""
    claims = [
        c(source, f"Plan {n}", "total aid", f"${n}{more} billion")
        for n in "123"
        for source, more in (("s", "0"), ("t", "5"))
    ]
    yield from serving(workspace(tmp_path, claims, resolutions="# ours\n"))


def finding_of(page: dict[str, Any]) -> str:
    (id,) = page["findings"]
    return str(id)


# ------------------------------------------------------------------------------------------ deciding


def test_a_decision_lands_in_the_file_and_the_next_check_passes(served: Served) -> None:
    page = served.page()
    answer = served.decide(page, reason="  $20bn was\n promised.", expires="2027-11-22")
    assert answer.status == 200
    assert answer.json["written"] + "\n" == served.file.read_text()
    assert "reason: $20bn was promised." in answer.json["written"]
    assert "expires: 2027-11-22" in answer.json["written"]
    assert answer.json["states"] == {finding_of(page): ["resolved", False]}
    assert answer.json["headline"] == "Every conflict is decided"
    assert run(served.root, "check", "--today", TODAY).code == 0


def test_the_review_writes_what_resolve_writes(tmp_path: Path, served: Served) -> None:
    by_hand = plan_colombia(tmp_path / "other")
    page = served.page()
    served.decide(page, decision="source_wrong", wrong=["s"], reason="Counted twice.")
    said = ("--decision", "source_wrong", "--wrong", "s", "--reason", "Counted twice.", "--by", "A. Editor")
    run(by_hand, "resolve", finding_of(page), *said, "--today", TODAY)
    assert served.file.read_bytes() == (by_hand / "resolutions.yaml").read_bytes()


def test_many_at_once_with_one_reason(three: Served) -> None:
    page = three.page()
    first, second, third = page["findings"]
    answer = three.decide(page, first, second, decision="unsure", reason="Adopted.")
    assert answer.json["written"].count("reason: Adopted.") == 2
    assert three.file.read_text().startswith("# ours\n")
    assert answer.json["headline"] == "1 conflict that nobody has decided"
    assert three.decide(three.page(), third).status == 200
    assert three.file.read_text().count("- finding:") == 3


def test_a_decision_can_be_made_anew(served: Served) -> None:
    served.decide(served.page(), reason="First.")
    served.file.write_text("# by hand\n" + served.file.read_text().replace("First.", "First.  # looked up"))
    assert served.decide(served.page(), reason="Second.").status == 200
    text = served.file.read_text()
    assert text.startswith("# by hand\n")
    assert "reason: Second.  # looked up" in text
    assert text.count("- finding:") == 1


@pytest.mark.parametrize(
    ("changes", "status", "message"),
    [
        ({"reason": " \n "}, 422, "reason: is missing"),
        ({"by": ""}, 422, "by: is missing"),
        ({"decision": "source_wrong"}, 422, "wrong: is missing"),
        ({"decision": "source_wrong", "wrong": ["nobody"]}, 422, '"nobody" has no part in'),
        ({"wrong": ["s"]}, 422, "is only allowed with source_wrong"),
        ({"findings": []}, 422, "nothing is chosen"),
        ({"decision": "perhaps"}, 400, "decision"),
        ({"expires": "soon"}, 400, "expires"),
        ({"expires": 5}, 400, "expires"),
        ({"file": "../elsewhere"}, 400, "file"),
        ({"findings": [["XC101-000000000000", "", ""]]}, 409, "is not what it was"),
    ],
)
def test_what_says_too_little_or_too_much_is_refused(
    served: Served, changes: dict[str, Any], status: int, message: str
) -> None:
    answer = served.decide(served.page(), **changes)
    assert answer.status == status
    assert message in answer.json["message"]
    assert not served.file.exists()


@pytest.mark.parametrize("body", ["", "[]", "{", '{"version": "\\ud800"}', "null"])
def test_what_is_no_form_is_refused(served: Served, body: str) -> None:
    assert served.ask("POST", f"/{TOKEN}/decide", body).status == 400


@pytest.mark.parametrize(
    "words",
    ["- finding: XC101-0", "a: b # c", "'", '"', "|", "\x00\x1b[31m", "\u202e", "💥" * 3000, "*x &y !z", "---", "no"],
)
def test_hostile_words_stay_words(served: Served, words: str) -> None:
    assert served.decide(served.page(), reason=words, by=words).status == 200
    code, out, _ = run(served.root, "check", "--format", "json", "--today", TODAY)
    assert code == 0
    (finding,) = json.loads(out)["findings"]
    assert finding["resolution"]["reason"] == finding["resolution"]["by"] == words


# ------------------------------------------------------------------------------------------ taking back


@pytest.mark.parametrize("before", [None, b"", b"\xef\xbb\xbf# ours\r\n\r\n", b"[]", b"# a\n\n# b"])
def test_undo_restores_the_file_byte_for_byte(served: Served, before: bytes | None) -> None:
    if before is not None:
        served.file.write_bytes(before)
    page = served.page()
    answer = served.decide(page)
    undone = served.undo(answer.json["version"])
    assert undone.status == 200
    assert undone.json["states"] == {finding_of(page): ["new", True]}
    assert undone.json["version"] == page["version"]
    assert (served.file.read_bytes() if served.file.exists() else None) == before


def test_undo_goes_back_step_by_step(three: Served) -> None:
    page = three.page()
    contents, version = [three.file.read_bytes()], page["version"]
    for id in page["findings"]:
        version = three.decide(page, id, version=version).json["version"]
        contents.append(three.file.read_bytes())
    for content in reversed(contents):
        assert three.file.read_bytes() == content
        answer = three.undo(version)
        version = answer.json.get("version", version)
    assert answer.status == 409
    assert "nothing to take back" in answer.json["message"]


def test_undo_leaves_what_was_written_since(served: Served) -> None:
    version = served.decide(served.page()).json["version"]
    served.file.write_text(served.file.read_text() + "# mine\n")
    before = served.file.read_bytes()
    assert served.undo(version).status == 409
    answer = served.undo(served.page()["version"])
    assert answer.status == 409
    assert "+# mine" in answer.json["changes"]
    assert served.file.read_bytes() == before


# ------------------------------------------------------------------------------------------ others who write


def test_what_was_written_meanwhile_is_shown_and_not_written_over(three: Served) -> None:
    one, other = three.page(), three.page()
    first, second, _ = one["findings"]
    assert three.decide(one, first).status == 200
    three.file.write_text(three.file.read_text() + "# by hand\n")
    before = three.file.read_bytes()
    answer = three.decide(other, second)
    assert answer.status == 409
    assert "has changed since this page was loaded" in answer.json["message"]
    assert {f"+- finding: {first}", "+# by hand"} <= set(answer.json["changes"])
    assert three.file.read_bytes() == before
    assert three.decide(three.page(), second).status == 200
    assert {f"- finding: {first}", "# by hand", f"- finding: {second}"} <= set(three.file.read_text().splitlines())


def test_of_decisions_at_once_one_is_made(three: Served) -> None:
    page = three.page()
    answers: list[int] = []
    threads = [
        threading.Thread(target=lambda id=id: answers.append(three.decide(page, id).status)) for id in page["findings"]
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(answers) == [200, 409, 409]
    assert three.file.read_text().count("- finding:") == 1


def test_a_page_can_ask_whether_the_file_has_changed(served: Served) -> None:
    version = served.page()["version"]
    assert served.ask("GET", f"/{TOKEN}/state?since={version}").json == {"version": version, "changes": []}
    served.file.write_text("# by hand\n")
    assert served.ask("GET", f"/{TOKEN}/state?since={version}").json["changes"] == ["@@ -0,0 +1 @@", "+# by hand"]


def test_a_finding_that_changed_since_is_not_decided(served: Served) -> None:
    old = served.page()
    path = served.root / "claims" / "t.yaml"
    path.write_text(path.read_text().replace("$20 billion", "$30 billion"))
    served.page()
    assert "is not what it was" in served.decide(old).json["message"]
    assert not served.file.exists()


def test_a_broken_workspace_is_told_and_works_again_once_mended(served: Served) -> None:
    served.file.write_text("- finding: <script>alert(1)</script>\n")
    answer = served.ask("GET", f"/{TOKEN}/")
    assert answer.status == 422
    assert "resolutions.yaml:1:" in answer.body
    assert "<script>alert(1)" not in answer.body
    served.file.unlink()
    assert served.decide(served.page()).status == 200


# ------------------------------------------------------------------------------------------ strangers


@pytest.mark.parametrize("host", ["evil.example", "evil.example:8737", "127.0.0.1", "0.0.0.0:8737", ""])
@pytest.mark.parametrize(("method", "path"), [("GET", f"/{TOKEN}/"), ("POST", f"/{TOKEN}/undo")])
def test_other_hosts_are_refused(served: Served, method: str, path: str, host: str) -> None:
    answer = served.ask(method, path, {"version": "none"}, Host=host)
    assert answer.status in (400, 421)
    assert "Plan Colombia" not in answer.body


@pytest.mark.parametrize(
    "path", ["/", "?", "/decide", "/other/", f"/{TOKEN}x/", "//", f"/x/../{TOKEN}x/", "/%73ecre/", f"/?token={TOKEN}"]
)
@pytest.mark.parametrize("method", ["GET", "POST"])
def test_without_the_token_there_is_nothing(served: Served, method: str, path: str) -> None:
    answer = served.ask(method, path, {})
    assert answer.status == 404
    assert "Plan Colombia" not in answer.body


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({"Origin": None}, 403),
        ({"Origin": "null"}, 403),
        ({"Origin": "http://evil.example"}, 403),
        ({"Origin": "http://127.0.0.1:1"}, 403),
        ({"Sec_Fetch_Site": "cross-site"}, 403),
        ({"Sec_Fetch_Site": "same-site"}, 403),
        ({"Content_Type": None}, 415),
        ({"Content_Type": "text/plain"}, 415),
        ({"Content_Type": "application/x-www-form-urlencoded"}, 415),
    ],
)
def test_only_the_page_itself_may_write(served: Served, headers: dict[str, str | None], status: int) -> None:
    page = served.page()
    form = {
        "version": page["version"],
        "findings": [page["findings"][finding_of(page)]["shown"]],
        "decision": "both_right",
        "reason": "x",
        "by": "y",
    }
    assert served.ask("POST", f"/{TOKEN}/decide", form, **headers).status == status
    assert not served.file.exists()


@pytest.mark.parametrize(
    ("method", "path", "status"),
    [
        ("GET", "decide", 405),
        ("GET", "undo", 405),
        ("PUT", "decide", 405),
        ("DELETE", "", 405),
        ("POST", "", 405),
        ("POST", "state", 405),
        ("POST", "../resolutions.yaml", 404),
        ("GET", "resolutions.yaml", 404),
    ],
)
def test_a_decision_is_the_only_way_to_write_by_the_review(served: Served, method: str, path: str, status: int) -> None:
    before = sorted(served.root.rglob("*"))
    assert served.ask(method, f"/{TOKEN}/{path}", {}).status == status
    assert sorted(served.root.rglob("*")) == before


def test_the_link_that_a_browser_is_given_works_once(served: Served) -> None:
    assert served.ask("POST", f"/{ONCE}/decide", {}).status == 404
    first = served.ask("GET", f"/{ONCE}/")
    assert (first.status, first.headers["Location"]) == (303, f"/{TOKEN}/")
    again = served.ask("GET", f"/{ONCE}/")
    assert again.status == 410
    assert TOKEN not in again.body
    assert served.ask("GET", f"/{TOKEN}/").status == 200


def test_a_browser_is_not_given_the_token(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[str] = []
    printed: list[str] = []
    monkeypatch.setattr("webbrowser.open", opened.append)
    monkeypatch.setattr(uvicorn.Server, "run", lambda *_, **__: None)
    options = Options(today=TODAY)
    serve(ReviewSession(plan_colombia(tmp_path), options, TODAY), port=None, browser=True, say=printed.append)
    (given,) = opened
    address = printed[0].removeprefix("review at ")
    assert given.rsplit("/", 2)[0] == address.rsplit("/", 2)[0]
    assert given != address


@pytest.mark.parametrize(("length", "status"), [(None, 411), ("x", 400), (str(BODY + 1), 413), (str(10**12), 413)])
def test_a_body_is_refused_before_it_is_read(served: Served, length: str | None, status: int) -> None:
    with closing(http.client.HTTPConnection("127.0.0.1", served.port, timeout=30)) as connection:
        connection.putrequest("POST", f"/{TOKEN}/decide")
        sent = {"Origin": served.origin, "Content-Type": "application/json", "Content-Length": length}
        for name, value in sent.items():
            if value is not None:
                connection.putheader(name, value)
        connection.endheaders()
        assert connection.getresponse().status == status


def test_every_answer_keeps_to_itself(served: Served) -> None:
    for answer in (served.ask("GET", f"/{TOKEN}/"), served.ask("GET", "/"), served.decide(served.page(), by="")):
        assert answer.headers["Cache-Control"] == "no-store"
        assert answer.headers["Content-Security-Policy"] == "frame-ancestors 'none'"
        assert answer.headers["Referrer-Policy"] == "no-referrer"
        assert answer.headers["X-Content-Type-Options"] == "nosniff"
        assert answer.headers["Access-Control-Allow-Origin"] is None


def test_only_this_page_may_connect(served: Served) -> None:
    found = re.search(r'Content-Security-Policy" content="([^"]*)"', served.ask("GET", f"/{TOKEN}/").body)
    assert found
    policy = html.unescape(found[1])
    assert "connect-src 'self'" in policy
    assert "form-action 'none'" in policy
    assert "unsafe" not in policy


# ------------------------------------------------------------------------------------------ the command


@pytest.mark.parametrize("handler", ["default_int_handler", "SIG_IGN"])
def test_ctrl_c_stops_it(handler: str, tmp_path: Path) -> None:
    """Also where whoever starts it ignores SIGINT, as a shell does for what runs in the background."""
    root = plan_colombia(tmp_path)
    program = f"import signal; from crosscheck.cli import main; signal.signal(signal.SIGINT, signal.{handler}); main()"
    command = [sys.executable, "-c", program, "review", "--workspace", str(root), "--no-browser"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        line = process.stdout.readline()
        address = re.fullmatch(r"review at http://127\.0\.0\.1:(\d+)(/[\w-]{43}/)\n", line)
        assert address
        with closing(http.client.HTTPConnection("127.0.0.1", int(address[1]), timeout=30)) as connection:
            connection.request("GET", address[2])
            assert "Plan Colombia" in connection.getresponse().read().decode()
        process.send_signal(signal.SIGINT)
        out, err = process.communicate(timeout=30)
    assert (process.returncode, err) == (0, "")
    assert out.endswith("stopped\n")


def test_a_broken_workspace_is_told_at_the_start(tmp_path: Path) -> None:
    root = workspace(tmp_path, {"s.yaml": "source: ["})
    code, _, err = run(root, "review", "--no-browser")
    assert code == 2
    assert err.startswith("claims/s.yaml:1:")


def test_without_the_extra_it_says_what_to_install(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "uvicorn", None)
    code, _, err = run(plan_colombia(tmp_path), "review", "--no-browser")
    assert code == 2
    assert err.startswith("review: needs uvicorn: python -m pip install starlette uvicorn")


def test_a_port_that_is_taken_is_told(tmp_path: Path) -> None:
    with listening(None) as taken:
        port = str(taken.getsockname()[1])
        code, _, err = run(plan_colombia(tmp_path), "review", "--no-browser", "--port", port)
    assert code == 2
    assert err.startswith(f"--port: {port} cannot be used: ")


# ------------------------------------------------------------------------------------------ in a browser


@pytest.fixture
def context(browser: Any) -> Iterator[Any]:
    yield from watched(browser)


def watched(browser: Any, width: int = 1280) -> Iterator[Any]:
    """A window whose pages must not complain of anything but an answer that refuses something."""
    context = browser.new_context(viewport={"width": width, "height": 900})
    complaints: list[str] = []
    context.on("weberror", lambda error: complaints.append(str(error.error)))
    context.on("console", lambda message: complaints.append(message.text))
    context.on("dialog", lambda dialog: (complaints.append(dialog.message), dialog.dismiss()))
    yield context
    context.close()
    assert [line for line in complaints if not line.startswith("Failed to load resource")] == []


def opened(context: Any, served: Served) -> Any:
    page = context.new_page()
    page.goto(served.address)
    return page


def fill(form: Any, decision: str, reason: str = "Read both.", by: str = "A. Editor") -> None:
    form.locator(f"[name=decision][value={decision}]").check()
    form.locator("[name=reason]").fill(reason)
    form.locator("[name=by]").fill(by)


def record(form: Any, decision: str, **said: str) -> None:
    fill(form, decision, **said)
    form.locator("[type=submit]").click()


@pytest.mark.browser
def test_a_decision_made_in_the_browser_passes_the_next_check(context: Any, served: Served) -> None:
    page = opened(context, served)
    assert page.inner_text("#left") == "1 left to decide"
    form = page.locator("article .decide")
    form.locator("[value=source_wrong]").check()
    form.locator("[name=wrong][value='s/plan-colombia-total-aid']").check()
    form.locator("[name=expires]").fill("2027-11-22")
    record(form, "source_wrong", reason="$20bn was promised.")
    assert page.locator(".recorded pre").inner_text() + "\n" == served.file.read_text()
    assert "wrong: [s/plan-colombia-total-aid]" in served.file.read_text()
    assert page.inner_text("h1") == "Every conflict is decided"
    assert page.inner_text("#left") == "Nothing is left to decide"
    assert page.locator("article i").first.inner_text() == "resolved"
    assert page.inner_text("[data-value=resolved] .count") == "1"
    assert run(served.root, "check", "--today", TODAY).code == 0
    page.click("#undo")
    page.wait_for_selector("article .decide")
    assert page.inner_text("h1") == "1 conflict that nobody has decided"
    assert not served.file.exists()
    assert page.locator("article [name=by]").input_value() == "A. Editor"


@pytest.mark.browser
def test_a_form_asks_for_what_it_needs(context: Any, served: Served) -> None:
    page = opened(context, served)
    form = page.locator("article .decide")
    assert not form.locator("[name=reason]").is_visible()
    record(form, "source_wrong")
    assert form.locator(".refused").inner_text() == "Say what is wrong."
    record(form, "both_right", reason="  ")
    form.locator(".refused", has_text="reason: is missing").wait_for()
    assert not served.file.exists()


@pytest.mark.browser
def test_the_bar_and_keys_lead_from_one_to_the_next(context: Any, three: Served) -> None:
    page = opened(context, three)
    ids = page.evaluate("[...document.querySelectorAll('article')].map(card => card.id)")
    active = "document.activeElement.closest('article')?.id"
    page.keyboard.press("n")
    assert page.evaluate(active) == ids[0]
    record(page.locator(f"#{ids[1]} .decide"), "unsure")
    page.wait_for_selector(".recorded")
    page.locator(f"#{ids[0]}").focus()
    page.keyboard.press("n")
    assert page.evaluate(active) == ids[2]
    page.click("#previous")
    assert page.evaluate(active) == ids[0]
    page.locator(f"#{ids[0]} [name=decision]").first.check()
    page.locator(f"#{ids[0]} [name=reason]").fill("np")
    assert page.locator(f"#{ids[0]} [name=reason]").input_value() == "np"


@pytest.mark.browser
def test_several_are_decided_with_one_reason(context: Any, three: Served) -> None:
    page = opened(context, three)
    page.fill("#search", "$15")
    page.wait_for_function("() => document.querySelectorAll('article:not([hidden])').length === 1")
    page.click("#choose-all")
    page.click("#clear")
    page.locator("article .choose input").last.check()
    page.click("text=Decide 2 together")
    form = page.locator("#together .decide")
    form.locator("[value=source_wrong]").check()
    form.locator("[name=wrong][value=t]").check()
    record(form, "source_wrong", reason="Misprints.")
    page.wait_for_selector("#together .recorded")
    text = three.file.read_text()
    assert text.count("reason: Misprints.") == 2
    assert "wrong: [t/plan-1-total-aid]" in text
    page.click("#together .next")
    assert page.inner_text("#left") == "1 left to decide"


@pytest.mark.browser
def test_two_tabs_and_a_hand_edit_lose_nothing(context: Any, three: Served) -> None:
    one, other = opened(context, three), opened(context, three)
    ids = one.evaluate("[...document.querySelectorAll('article')].map(card => card.id)")
    record(one.locator(f"#{ids[0]} .decide"), "unsure", reason="From the first tab.")
    one.wait_for_selector(".recorded")
    three.file.write_text(three.file.read_text().replace("# ours", "# ours, edited by hand"))
    record(other.locator(f"#{ids[1]} .decide"), "both_right", reason="From the second tab.")
    other.wait_for_selector("#conflict:not([hidden])")
    assert "Nothing was written" in other.inner_text("#conflict-message")
    shown = other.inner_text("#conflict-changes")
    assert "+# ours, edited by hand" in shown
    assert "From the first tab." in shown
    assert "From the second tab." not in three.file.read_text()
    with other.expect_navigation():
        other.click("#reload")
    form = other.locator(f"#{ids[1]} .decide")
    assert form.locator("[name=reason]").input_value() == "From the second tab."
    form.locator("[type=submit]").click()
    other.wait_for_selector(".recorded")
    text = three.file.read_text()
    assert all(part in text for part in ("# ours, edited by hand", "From the first tab.", "From the second tab."))
    one.bring_to_front()
    one.evaluate("dispatchEvent(new Event('focus'))")
    one.wait_for_selector("#conflict:not([hidden])")
    assert "From the second tab." in one.inner_text("#conflict-changes")


@pytest.mark.browser
def test_a_refused_decision_on_several_is_kept_over_the_reload(context: Any, three: Served) -> None:
    page = opened(context, three)
    page.click("#choose-all")
    page.click("#decide-chosen")
    three.file.write_text("# by hand\n")
    record(page.locator("#together .decide"), "unsure", reason="All of them.")
    with page.expect_navigation():
        page.click("#reload")
    form = page.locator("#together .decide")
    assert form.locator("[name=reason]").input_value() == "All of them."
    form.locator("[type=submit]").click()
    page.wait_for_selector("#together .recorded")
    assert three.file.read_text().count("reason: All of them.") == 3


@pytest.mark.browser
def test_a_stopped_review_says_so(context: Any, served: Served) -> None:
    page = opened(context, served)
    page.route("**/decide", lambda route: route.abort())
    record(page.locator("article .decide"), "unsure")
    page.wait_for_selector("#conflict:not([hidden])")
    assert "The review has been stopped" in page.inner_text("#conflict-message")
    assert page.locator("article [name=reason]").input_value() == "Read both."


@pytest.mark.browser
@pytest.mark.parametrize("width", [390, 1280])
def test_a_hostile_workspace_runs_nothing_in_the_forms(browser: Any, tmp_path: Path, width: int) -> None:
    evil = '"><img src=x onerror=alert(1)></script><script>alert(2)</script>\u202e' + "w" * 10_000
    declaration = {"id": "evil", "publisher": evil, "title": evil, "url": "javascript:alert(3)"}
    claims = [
        {
            "subject": "<script>alert(4)</script>",
            "attribute": "total aid",
            "value": f"${n} billion",
            "note": evil,
            "quote": f"{evil} ${n} billion",
            "id": f"a{n}",
        }
        for n in (1, 5)
    ]
    root = workspace(tmp_path, {"evil.yaml": claims_file(declaration, *claims)})
    for context, served in zip(watched(browser, width), serving(root), strict=True):
        page = opened(context, served)
        form = page.locator("article .decide")
        form.locator("[value=source_wrong]").check()
        assert page.evaluate("document.documentElement.scrollWidth") == width
        form.locator("[name=wrong]").first.check()
        record(form, "source_wrong", reason=evil, by=evil)
        page.wait_for_selector(".recorded")
        assert page.locator("img, article script, .recorded pre *").count() == 0
        assert page.evaluate("document.documentElement.scrollWidth") == width
        assert run(root, "check", "--today", TODAY).code == 0


@pytest.mark.browser
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_review_is_accessible(context: Any, three: Served, scheme: str) -> None:
    page = opened(context, three)
    page.emulate_media(color_scheme=scheme)
    fill(page.locator("article .decide").first, "source_wrong")
    record(page.locator("article .decide").last, "unsure")
    page.wait_for_selector(".recorded")
    assert violations(page) == []
    three.file.write_text("# by hand\n")
    record(page.locator("article .decide").last, "unsure")
    page.wait_for_selector("#conflict:not([hidden])")
    assert violations(page) == []
    page.click("#choose-all")
    page.click("#decide-chosen")
    page.locator("#together [value=unsure]").check()
    assert violations(page) == []
