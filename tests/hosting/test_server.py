"""One server below a prefix, as readers, monitors and strangers meet it."""

import base64
import gzip
import hashlib
import re
import shutil
import socket
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from pathlib import Path

import brotli
import pytest
import streamlit
from websockets.exceptions import ConnectionClosed, InvalidStatus

from tests.cases.second_case import SECOND_CASE
from tests.hosting.host import Host, ask, hosted, png_size, read
from tests.hosting.loopback import HERE, ROOT

STATIC = Path(streamlit.__file__).parent / "static" / "static"
SCRIPT = f"/static/js/{next(STATIC.glob('js/index.*.js')).name}"
FONT = "/app/static/inter-latin-wght-normal.woff2"
PAGES = ["", "timeline", "volumes", "estimate", "comparison", "documents", "record", "method", "briefing", "slide"]


@pytest.fixture(scope="module")
def seeds(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return Path(shutil.copytree(SECOND_CASE, tmp_path_factory.mktemp("hosted") / "seeds"))


@pytest.fixture(scope="module")
def host(seeds: Path) -> Iterator[Host]:
    """Below /dash, for at most 24 readers and 22 windows of one address, with a token for the monitor."""
    with hosted("/dash", SEEDS=str(seeds), SESSIONS="24", SESSIONS_PER_ADDRESS="22",
                METRICS_TOKEN="a-token-of-a-monitor", ALLOWED_HOSTS=f"{HERE}, dash.example") as running:  # fmt: skip
        yield running


def test_until_every_page_has_run_a_monitor_and_a_reader_are_told_to_wait(host: Host) -> None:
    assert [ready for ready, _ in host.while_starting] == [503] * len(host.while_starting) != []
    page = host.while_starting[0][1]
    assert (page.status, page.headers["retry-after"]) == (503, "2")
    assert "The dashboard is starting" in page.text


@pytest.mark.parametrize("path", ["/healthz", "/readyz", "/dash/healthz", "/dash/readyz"])
def test_a_monitor_finds_the_probes_with_and_without_the_prefix_and_by_any_name(host: Host, path: str) -> None:
    assert ask(host.port, path, host="10.1.2.3").text == "ok\n"


@pytest.mark.parametrize("name", PAGES)
def test_every_page_has_a_title_a_finding_and_a_preview(host: Host, name: str) -> None:
    answer = host.ask(f"/{name}", accept="text/html")
    assert answer.status == 200
    assert "<title>Streamlit</title>" not in answer.text
    told = dict(re.findall(r'<meta (?:name|property)="([^"]+)" content="([^"]*)"', answer.text))
    assert told["og:title"].endswith("· Copper of Veldmark")
    assert told["og:url"] == f"http://{HERE}:{host.port}/dash/{name}"
    assert told["description"] == told["og:description"]
    assert told["description"].endswith(" Newest fact 10 January 2032, last looked 15 January 2032.")
    picture = host.ask(told["og:image"].removeprefix(f"http://{HERE}:{host.port}/dash"))
    assert png_size(picture.body) == (1_200, 630)


def test_who_comes_over_tls_of_a_proxy_gets_links_and_cookies_for_tls(host: Host) -> None:
    page = host.ask("/timeline", x_forwarded_proto="https", x_forwarded_for="192.0.2.7", host="dash.example")
    assert '<meta property="og:url" content="https://dash.example/dash/timeline" />' in page.text
    assert host.ask("/_stcore/health", x_forwarded_proto="https").headers["set-cookie"].endswith("; Secure")
    assert "Secure" not in host.ask("/_stcore/health").headers["set-cookie"]


def test_without_scripts_a_browser_says_what_the_page_finds(host: Host) -> None:
    (words,) = re.findall(r"<noscript>(.*?)</noscript>", host.ask("/").text, re.DOTALL)
    assert "Reported copper deliveries are more than 1.3 times the annual Concord cap" in words
    assert "needs JavaScript" in words


@pytest.mark.parametrize(
    "path", ["/", "/timeline", SCRIPT, FONT, "/preview/overview.png", "/_stcore/health", "/no/such"]
)
def test_every_answer_carries_the_headers(host: Host, path: str) -> None:
    headers = host.ask(path).headers
    assert headers["x-content-type-options"] == "nosniff"
    assert "frame-ancestors 'none'" in headers["content-security-policy"]
    assert headers["referrer-policy"] == "strict-origin-when-cross-origin"
    assert "camera=()" in headers["permissions-policy"]
    assert headers["cross-origin-opener-policy"] == "same-origin"
    assert "server" not in headers


def test_the_policy_lets_run_the_scripts_that_stand_in_the_page_and_no_others(host: Host) -> None:
    page = host.ask("/", accept="text/html")
    scripts = re.findall(r"<script(?![^>]*\ssrc=)[^>]*>(.*?)</script>", page.text, re.DOTALL)
    hashes = {base64.b64encode(hashlib.sha256(script.encode()).digest()).decode() for script in scripts}
    (rule,) = [part for part in page.headers["content-security-policy"].split("; ") if part.startswith("script-src")]
    assert len(scripts) == 1
    assert set(rule.split()) == {"script-src", "'self'", *(f"'sha256-{digest}'" for digest in hashes)}


@pytest.mark.parametrize(
    ("accepted", "encoding"),
    [("br, gzip", "br"), ("gzip, deflate", "gzip"), ("", None), ("br;q=0, gzip;q=0.5", "gzip"), ("identity", None)],
)
def test_a_script_is_packed_as_the_browser_can_unpack_it(host: Host, accepted: str, encoding: str | None) -> None:
    answer = host.ask(SCRIPT, accept_encoding=accepted)
    unpacked = {"br": brotli.decompress, "gzip": gzip.decompress, None: bytes}[encoding](answer.body)
    assert answer.headers.get("content-encoding") == encoding
    assert answer.headers["vary"] == "Accept-Encoding"
    assert answer.headers["content-type"].startswith("text/javascript")
    assert unpacked == (STATIC.parent / SCRIPT[1:]).read_bytes()


def test_a_browser_keeps_each_file_as_long_as_its_name_promises(host: Host) -> None:
    assert host.ask(SCRIPT).headers["cache-control"] == "public, max-age=31536000, immutable"
    assert host.ask(FONT).headers["cache-control"] == "public, max-age=604800"
    assert host.ask("/app/static/icon.png").headers["cache-control"] == "no-cache"
    assert host.ask("/").headers["cache-control"] == "no-cache"


def test_a_file_that_the_browser_has_is_not_sent_again(host: Host) -> None:
    tag = host.ask(SCRIPT, accept_encoding="br").headers["etag"]
    again = host.ask(SCRIPT, accept_encoding="br", if_none_match=tag)
    assert (again.status, again.body) == (304, b"")
    assert host.ask(SCRIPT, accept_encoding="gzip", if_none_match=tag).status == 200


def test_the_first_chart_s_bundle_is_announced_where_there_is_a_chart(host: Host) -> None:
    announced = re.findall(r"<\.([^>]+)>", host.ask("/timeline").headers["link"])
    assert [host.ask(address).status for address in announced] == [200] * len(announced) != []
    assert "link" not in host.ask("/documents").headers


def test_an_address_without_its_last_slash_is_led_to_where_relative_addresses_hold(host: Host) -> None:
    answer = host.ask("?lane=salt")
    assert (answer.status, answer.headers["location"]) == (308, "/dash/?lane=salt")
    assert host.ask("/timeline/").headers["location"] == "/dash/timeline"


def test_an_earlier_address_of_a_page_leads_to_it_with_all_that_stood_behind_it(host: Host) -> None:
    answer = host.ask("/barrels?claim=S01&load=0.6&load=0.7&data=0123456789ab")
    there = "/dash/volumes?claim=S01&load=0.6&load=0.7&data=0123456789ab"
    assert (answer.status, answer.headers["location"]) == (308, there)
    assert host.ask("/preview/barrels.png").body == host.ask("/preview/volumes.png").body != b""


def test_beside_the_prefix_there_is_nothing_but_a_word_where_it_is(host: Host) -> None:
    for path in ("/", "/timeline", "/dashboard", "/_stcore/health"):
        answer = ask(host.port, path)
        assert (answer.status, "below /dash/" in answer.text) == (404, True)


def test_a_page_of_no_name_opens_the_app_that_says_so_and_is_no_page(host: Host) -> None:
    answer = host.ask("/nosuchpage", accept="text/html")
    assert (answer.status, '<div id="root">' in answer.text) == (404, True)


@pytest.mark.parametrize(
    "path",
    ["/static/../../serve.py", "/app/static/../../serve.py", "/app/static/%2e%2e/%2e%2e/serve.py",
     "/static/..%2f..%2f..%2fserve.py", "/app/static/..%5c..%5cserve.py", "//example.org/x", "/static/js/none.js"],
)  # fmt: skip
def test_no_path_leads_out_of_the_folders_of_assets(host: Host, path: str) -> None:
    answer = host.ask(path)
    assert answer.status in (400, 404)
    assert "Begin at the first page" in answer.text


def test_a_foreign_name_of_the_host_is_not_answered(host: Host) -> None:
    answer = host.ask("/", host="evil.example")
    assert (answer.status, "does not answer to that name" in answer.text) == (400, True)
    assert host.ask("/", host="dash.example:8080").status == 200


def test_a_query_of_more_than_four_kilobytes_is_refused_in_words(host: Host) -> None:
    answer = host.ask("/timeline?words=" + "a" * 4_096)
    assert (answer.status, "longer than 4,096 bytes" in answer.text) == (414, True)
    assert host.ask("/timeline?words=" + "a" * 4_000).status == 200


def test_an_upload_of_twenty_megabytes_is_refused_before_it_is_read(host: Host) -> None:
    answer = host.ask("/_stcore/upload_file/a/b", "PUT", content_length="20000000")  # and not one byte of it is sent
    assert (answer.status, "takes no files" in answer.text) == (403, True)


@pytest.mark.parametrize("method", ["POST", "DELETE", "PUT"])
def test_pages_are_only_read(host: Host, method: str) -> None:
    assert host.ask("/timeline", method).status == 405


def test_the_figures_are_for_the_monitor_that_has_the_token(host: Host) -> None:
    for path in ("/metrics", "/_stcore/metrics"):
        assert host.ask(path).status == 403
        assert host.ask(path, authorization="Bearer another-token-of-somebody").status == 403
        assert host.ask(path, authorization="Bearer a-token-of-a-monitor").status == 200


def test_a_page_of_another_origin_opens_no_session(host: Host) -> None:
    for origin in ("https://evil.example", "null", f"http://{HERE}:1"):
        with pytest.raises(InvalidStatus) as refused, host.session(origin=origin):
            pass
        assert refused.value.response.status_code == 403
        assert b"own pages alone" in (refused.value.response.body or b"")


def test_a_message_of_more_than_a_megabyte_ends_the_session(host: Host) -> None:
    with host.session() as line:
        line.send(b"\0" * 1_000_001)
        with pytest.raises(ConnectionClosed) as ended:
            line.recv(timeout=10)
    assert ended.value.rcvd is not None
    assert ended.value.rcvd.code == 1009


def test_runs_are_counted_and_their_time_with_them(host: Host) -> None:
    before = host.figure("rerun_seconds_count")
    with host.session() as line:
        read(line, "timeline")
        read(line, "timeline", "lane=salt")
        assert host.figure("sessions") == 1
    assert host.figure("rerun_seconds_count") == before + 2
    assert host.figure("rerun_seconds_sum") > 0


def test_what_stays_for_good_is_left_out_of_the_collection_of_garbage(host: Host) -> None:
    assert host.figure("kept_objects") > 100_000


def test_one_address_may_not_take_all_the_room_and_is_told_so(host: Host) -> None:
    with ExitStack() as windows:
        for _ in range(22):
            windows.enter_context(host.session(x_forwarded_for="192.0.2.1"))
        page = host.ask("/", accept="text/html", x_forwarded_for="192.0.2.1")
        assert (page.status, page.headers["retry-after"]) == (503, "30")
        assert "Too many windows" in page.text
        with pytest.raises(InvalidStatus) as refused, host.session(x_forwarded_for="192.0.2.1"):
            pass
        assert refused.value.response.status_code == 503
        assert host.ask("/", accept="text/html", x_forwarded_for="192.0.2.2").status == 200
        for number in (3, 4):
            windows.enter_context(host.session(x_forwarded_for=f"192.0.2.{number}"))
        full = host.ask("/", accept="text/html", x_forwarded_for="192.0.2.9")
        assert (full.status, "The dashboard is full" in full.text) == (503, True)
    assert host.ask("/", accept="text/html", x_forwarded_for="192.0.2.1").status == 200


def test_five_hundred_sockets_that_open_and_drop_leave_nobody_behind(host: Host) -> None:
    hello = (
        f"GET /dash/_stcore/stream HTTP/1.1\r\nHost: {HERE}:{host.port}\r\nUpgrade: websocket\r\n"
        "Connection: Upgrade\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\n\r\n"
    ).encode()
    opened = host.figure("sessions_opened_total")
    for _ in range(500):
        with socket.create_connection((HERE, host.port), timeout=10) as line:
            line.sendall(hello)
            assert line.recv(12) in (b"HTTP/1.1 101", b"HTTP/1.1 503")
    assert host.figure("sessions_opened_total") > opened + 100
    with host.session() as line:
        assert "Copper of Veldmark" in read(line, "")
    assert host.figure("sessions") == 0


def test_seeds_that_break_and_are_mended_leave_all_readers_their_page(host: Host, seeds: Path) -> None:
    file = seeds / "limits.csv"
    sound = file.read_bytes()
    with ExitStack() as windows, ThreadPoolExecutor(20) as readers:
        lines = [windows.enter_context(host.session()) for _ in range(20)]

        def all_read() -> set[bool]:
            """Whether the banner stands on the pages that all twenty read at once."""
            return set(
                readers.map(lambda line: "What you see is the last sound state" in read(line, "timeline"), lines)
            )

        assert all_read() == {False}
        file.write_bytes(sound[: len(sound) // 2])
        assert all_read() == {True}
        file.write_bytes(sound)
        assert all_read() == {False}


def test_the_log_holds_nothing_that_a_reader_typed(host: Host) -> None:
    host.ask("/timeline?words=a-secret-word", x_forwarded_for="192.0.2.77")
    host.ask("/a-secret-page")
    host.ask("/preview/..%2fa-secret-file")
    lines = [line for line in host.lines() if line["method"] == "GET"]
    assert {"time", "method", "path", "status", "bytes", "ms", "from"} == set(lines[-1])
    assert {"/timeline", "(no page)", SCRIPT} <= {line["path"] for line in lines}
    assert "secret" not in str(lines)
    assert "192.0.2" not in str(lines)


def test_no_answer_names_a_path_of_the_server(host: Host) -> None:
    asked = ["/", "/nosuch", "/no/such", "/static/x", "/media/x", "/component/x/y", "/app/static/x", "/_stcore/x",
             "/_stcore/agent/openapi.json", "/preview/x.png", "/_stcore/bidi-components/x/y.js"]  # fmt: skip
    for path in asked:
        told = host.ask(path, accept="text/html").text
        assert str(ROOT) not in told
        assert "site-packages" not in told
        assert "Traceback" not in told
