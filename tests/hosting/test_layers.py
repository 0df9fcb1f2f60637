"""The layers of the server by themselves: who is told what, and what a stranger's text may do."""

import json
from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest

from data.reading.seeds import examine
from hosting.asgi import is_this_machine, sender
from hosting.counts import Counts
from hosting.gate import Gate
from hosting.packed import ENCODINGS, Packed, accepted_encodings
from hosting.picture import Letters, can_be_drawn, card
from hosting.server import STREAMLITS, _faces
from hosting.settings import Settings, read_settings
from hosting.shell import Shell
from hosting.told import told
from tests.cases.hostile_texts import HOSTILE, write_hostile_case
from tests.hosting.host import png_size

Scope = dict[str, Any]


class Tags(HTMLParser):
    """The elements of a page as a browser takes them apart, its attributes, and what its descriptions say."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.seen, self.attributes, self.contents = list[str](), set[str](), dict[str, str]()
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.seen.append(tag)
        self.attributes |= {name for name, _ in attrs}
        told = dict(attrs)
        if "content" in told:
            self.contents[told.get("property") or told.get("name") or ""] = told["content"] or ""


def scope(kind: str = "http", path: str = "/", client: str = "192.0.2.1", **headers: str) -> Scope:
    named = [(name.replace("_", "-").encode(), value.encode()) for name, value in headers.items()]
    return {"type": kind, "path": path, "query_string": b"", "method": "GET", "headers": named,
            "client": (client, 1), "extensions": {}, "scheme": "http"}  # fmt: skip


def status(asked: Scope, settings: Settings, counts: Counts | None = None) -> int:
    """What the gate answers: 200 if it hands a request on, 403 of a session that it closes."""
    seen: list[int] = []

    async def app(*_: object) -> None:
        seen.append(200)

    async def send(message: Scope) -> None:
        if message["type"] == "http.response.start":
            seen.append(message["status"])
        elif message["type"] == "websocket.close":
            seen.append(403)

    async def receive() -> Scope:
        return {"type": "http.disconnect"}

    ready = counts or Counts()
    ready.ready = True
    # Nothing here waits, so no loop is needed; one of Playwright's may be running in this process.
    with pytest.raises(StopIteration):
        Gate(app, settings, ready)(asked, receive, send).send(None)  # type: ignore[arg-type]
    return seen[0]


@pytest.mark.parametrize(
    ("client", "forwarded", "expected"),
    [("127.0.0.1", {}, True), ("::1", {}, True), ("192.0.2.1", {}, False), ("", {}, False),
     ("127.0.0.1", {"x_forwarded_for": "127.0.0.1"}, False), ("127.0.0.1", {"via": "1.1 proxy"}, False)],
)  # fmt: skip
def test_figures_without_a_token_are_for_this_machine_and_not_for_its_proxy(
    client: str, forwarded: dict[str, str], expected: bool
) -> None:
    asked = scope(path="/metrics", client=client, host="a.example", **forwarded)
    assert is_this_machine(asked) is expected
    assert status(asked, read_settings({})) == (200 if expected else 403)


def test_a_reader_with_a_network_of_the_newer_kind_is_one_reader() -> None:
    assert sender(scope(client="2001:db8:1:2::3")) == sender(scope(client="2001:db8:1:2:ffff::9"))
    assert sender(scope(client="2001:db8:1:2::3")) != sender(scope(client="2001:db8:1:3::3"))


@pytest.mark.parametrize(
    ("origin", "expected"),
    [("http://inner:8501", 200), ("https://seen.example", 200), ("https://evil.example", 403), ("null", 403)],
)
def test_sessions_are_opened_from_the_address_asked_and_from_the_one_that_readers_see(
    origin: str, expected: int
) -> None:
    settings = replace(read_settings({}), public_url="https://seen.example/dash")
    asked = scope("websocket", "/_stcore/stream", host="inner:8501", origin=origin)
    assert status(asked, settings) == expected


@pytest.mark.parametrize("host", ["", "evil.example", "a.example.evil.example", "a@b", "[::1"])
def test_hosts_that_are_not_listed_are_refused(host: str) -> None:
    settings = replace(read_settings({}), allowed_hosts=("a.example", "*.b.example"))
    assert status(scope(host=host), settings) == 400


@pytest.mark.parametrize("host", ["a.example", "A.EXAMPLE:8501", "a.example.", "x.y.b.example"])
def test_hosts_that_are_listed_are_let_in(host: str) -> None:
    settings = replace(read_settings({}), allowed_hosts=("a.example", "*.b.example"))
    assert status(scope(host=host), settings) == 200


def test_figures_have_the_form_that_monitors_read() -> None:
    counts = Counts()
    counts.refused["query"] = 3
    for seconds in (0.01, 0.3, 9.0):
        counts.rerun(seconds)
    lines = counts.text(4, 2).splitlines()
    assert 'barrelwatch_refused_total{reason="query"} 3' in lines
    assert 'barrelwatch_rerun_seconds_bucket{le="0.025"} 1' in lines
    assert 'barrelwatch_rerun_seconds_bucket{le="0.5"} 2' in lines
    assert 'barrelwatch_rerun_seconds_bucket{le="+Inf"} 3' in lines
    assert "barrelwatch_rerun_seconds_sum 9.310000" in lines
    assert "barrelwatch_work_waiting 4" in lines


def test_without_brotli_and_for_browsers_without_it_there_is_gzip() -> None:
    assert list(ENCODINGS) == ["br", "gzip"]
    assert accepted_encodings("gzip;q=1.0, br;q=0, x;q=bad") == {"gzip"}


def test_what_the_first_page_names_is_packed_before_anybody_asks(monkeypatch: pytest.MonkeyPatch) -> None:
    packed = Packed({"/static": STREAMLITS / "static"})
    shell = Shell(STREAMLITS / "index.html", packed, Letters([]))
    scripts = [address for address in shell.first_files if address.endswith(".js")]
    packed.pack(scripts[:3])
    monkeypatch.setattr(Path, "read_bytes", lambda _: pytest.fail("read again"))
    assert len(scripts) > 50
    assert all(packed.content(address, "br") for address in scripts[:3] if packed.encoding(address, ("br",)))


def test_a_file_with_a_version_in_its_name_is_kept_for_good_and_others_are_asked_for(tmp_path: Path) -> None:
    for name in ("bundle-4.1.1.min.js", "own.js", "letters.woff2"):
        (tmp_path / name).write_text("x")
    packed = Packed({"/app/static": tmp_path})
    kept = {name: packed.headers(f"/app/static/{name}")["cache-control"] for name in ("bundle-4.1.1.min.js", "own.js")}
    assert kept == {"bundle-4.1.1.min.js": "public, max-age=31536000, immutable", "own.js": "no-cache"}
    assert packed.headers("/app/static/letters.woff2")["cache-control"] == "public, max-age=604800"


def test_a_hostile_title_stays_text_in_the_page_before_the_page(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("BARRELWATCH_SEEDS", str(write_hostile_case(tmp_path / "seeds")))
    shell = Shell(STREAMLITS / "index.html", Packed({}), Letters(_faces()))
    tags = Tags(shell.page("timeline", "https://seen.example"))
    assert set(tags.seen) == {"html", "head", "meta", "link", "title", "script", "body", "noscript", "p", "div"}
    assert tags.attributes.isdisjoint({"onerror", "onload", "style"})
    assert tags.seen.count("script") == 2
    assert HOSTILE in tags.contents["og:title"]
    assert tags.contents["og:url"] == "https://seen.example/timeline"


def test_a_card_is_as_large_as_previewers_want_and_none_is_drawn_with_letters_that_no_font_has() -> None:
    letters, page = Letters(_faces()), told("overview", examine("seeds").evidence)
    assert png_size(card(page, letters)) == (1_200, 630)
    assert can_be_drawn(page._replace(case="Łódź, Сочи"), letters)
    assert not can_be_drawn(page._replace(case="평양"), letters)


def test_a_finding_that_is_too_long_for_its_card_ends_in_an_ellipsis_on_the_card() -> None:
    letters, page = Letters(_faces()), told("overview", examine("seeds").evidence)
    assert card(page._replace(finding="word " * 200), letters) != card(page._replace(finding="word " * 10), letters)


def test_a_fault_in_the_log_is_one_line_with_its_trace() -> None:
    import logging

    from hosting.log import JsonLines

    try:
        _ = 1 / 0
    except ZeroDivisionError as error:
        record = logging.LogRecord("x", logging.ERROR, "", 0, "failed [%s]", ("ab12",), (type(error), error, None))
    line = JsonLines().format(record)
    assert "\n" not in line
    assert json.loads(line)["message"] == "failed [ab12]"
    assert "ZeroDivisionError" in json.loads(line)["trace"]
