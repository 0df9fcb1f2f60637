"""Two replicas behind nginx under a prefix, TLS ended in front of them, as deploy/ has it: what readers see, what they
take away, what they go through when one replica falls, and what is kept from those who mean no good."""

import http.client
import io
import json
import re
import shlex
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import ExitStack
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import NamedTuple

import pytest
from playwright.sync_api import Browser, Response, expect
from pptx import Presentation
from websockets.exceptions import InvalidStatus
from websockets.sync.client import connect
from websockets.typing import Origin, Subprotocol

from tests.browser.conftest import browser_type_launch_args as browser_type_launch_args
from tests.browser.test_briefing import SLIDES, content, downloaded
from tests.browser.test_citation import cited
from tests.browser.visit import Visitor
from tests.hosting.loopback import (
    DEPLOY,
    HERE,
    PREFIX,
    configuration,
    copied,
    free_ports,
    nginx_command,
    replica,
    running,
    wait_until,
)
from tests.hosting.office import Office

SETTINGS = {"ALLOWED_HOSTS": HERE, "FRAME_ANCESTORS": "http://localhost:*", "TRUSTED_PROXIES": HERE}
FALLS, SURVIVOR = 0, 1  # the last test that has a browser stops one of the replicas
STREAM = f"{PREFIX}/_stcore/stream"
LINKS = """() => {
  const found = [];
  const walk = (root) => root.querySelectorAll("*").forEach((element) => {
    if (element.localName === "a") found.push(element.href);
    if (element.shadowRoot) walk(element.shadowRoot);
  });
  walk(document);
  return found;
}"""


class Visit(NamedTuple):
    """What was seen in one visit to a page: answers refused, errors of the console, requests, links, what it cites."""

    refused: list[str]
    errors: list[str]
    requests: list[str]
    has_font: bool
    links: list[str]
    cited: list[str]


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Office]:
    folder, built = tmp_path_factory.mktemp("nginx"), copied(tmp_path_factory.mktemp("built"))
    first, second, plain, tls = free_ports(4)
    with ExitStack() as stack:
        processes = [stack.enter_context(replica(built, port, **SETTINGS)) for port in (first, second)]
        stack.enter_context(running(nginx_command(configuration(folder, [first, second], plain, tls))))
        for port in (first, second):
            wait_until(f"http://{HERE}:{port}/readyz")
        yield Office([first, second], plain, tls, folder, processes)


@pytest.fixture(scope="module")
def browsing(browser: Browser, office: Office) -> Iterator[Visitor]:
    """A window that bears with the certificate of the test."""
    context = browser.new_context(
        ignore_https_errors=True, reduced_motion="reduce", viewport={"width": 1280, "height": 600}
    )
    yield Visitor(context.new_page(), office.address)
    context.close()


def kept_to(visitor: Visitor, office: Office, which: int) -> Visitor:
    """The same reader, kept to one of the replicas from now on."""
    visitor.page.context.clear_cookies()
    cookie = {"name": "barrelwatch", "value": office.cookie_of(which), "domain": HERE, "path": f"{PREFIX}/"}
    visitor.page.context.add_cookies([cookie | {"secure": True, "httpOnly": True, "sameSite": "Lax"}])  # type: ignore[list-item]
    return visitor


@pytest.fixture(scope="module")
def visit(browsing: Visitor) -> Visit:
    """One visit to a page below the first, and what is cited of it."""
    refused: list[str] = []

    def note(answer: Response) -> None:
        if answer.status >= 400:
            refused.append(answer.url)

    browsing.page.on("response", note)
    browsing.go("volumes")
    browsing.page.remove_listener("response", note)
    has_font = browsing.page.evaluate("document.fonts.check('16px Inter')")
    links = [link for link in browsing.page.evaluate(LINKS) if link.startswith("https://127.0.0.1:")]
    return Visit(refused, browsing.errors[:], browsing.requests[:], has_font, links, cited(browsing))


def test_a_page_comes_whole_with_its_fonts_and_asks_nobody_else(visit: Visit, office: Office) -> None:
    # Streamlit asks for these two below the name of the page before it asks below the prefix.
    asked = {f"{office.address}/volumes/_stcore/{name}" for name in ("health", "host-config")}
    assert set(visit.refused) - asked == set()
    assert [error for error in visit.errors if not any(address in error for address in asked)] == []
    own = (f"{office.address}/", "data:", f"blob:https://{HERE}:{office.tls}/")
    assert [address for address in visit.requests if not address.startswith(own)] == []
    assert visit.has_font


def test_every_link_within_stays_below_the_prefix_and_is_answered(visit: Visit, office: Office) -> None:
    assert len(visit.links) > 9
    assert [link for link in visit.links if not link.startswith(f"{office.address}/")] == []
    paths = {re.sub(r"[?#].*", "", link).removeprefix(f"https://{HERE}:{office.tls}") for link in visit.links}
    assert {path: office.ask(path)[0] for path in paths} == dict.fromkeys(paths, 200)


def test_the_cited_link_is_the_address_that_the_reader_sees(visit: Visit, office: Office) -> None:
    link, citation, *_ = visit.cited
    assert link.startswith(f"{office.address}/volumes?")
    assert "127.0.0.1" not in citation  # nobody else could follow it


def test_the_preview_of_a_link_leads_to_the_address_that_the_reader_sees(office: Office) -> None:
    page = office.ask(f"{PREFIX}/volumes", X_Forwarded_Proto="https", Host=f"{HERE}:{office.tls}")[2].decode()
    assert f'property="og:url" content="{office.address}/volumes"' in page
    assert f'property="og:image" content="{office.address}/preview/volumes.png"' in page


@pytest.fixture(scope="module")
def decks(browsing: Visitor, office: Office) -> list[bytes]:
    """The slides, taken away first by a reader whose cookie leads to the replica that the session is not on, as after a
    while in which that one was away, and which has never made them; then five times by a reader of each replica."""
    kept_to(browsing, office, SURVIVOR).go("briefing")
    taken = [content(downloaded(kept_to(browsing, office, FALLS), SLIDES))]
    kept_to(browsing, office, SURVIVOR)
    taken += [content(downloaded(browsing, SLIDES)) for _ in range(5)]
    kept_to(browsing, office, FALLS).go("briefing")
    return taken + [content(downloaded(browsing, SLIDES)) for _ in range(5)]


def test_ten_of_ten_downloads_come_whole_from_both_replicas(decks: list[bytes]) -> None:
    assert [len(Presentation(io.BytesIO(deck)).slides) for deck in decks[1:]] == [21] * 10


def test_a_file_that_only_the_other_replica_has_is_fetched_from_there(decks: list[bytes]) -> None:
    assert decks[0] == decks[1]


def test_the_links_of_the_slides_lead_to_the_address_that_the_reader_sees(decks: list[bytes], office: Office) -> None:
    for deck in (decks[1], decks[10]):
        slides = Presentation(io.BytesIO(deck)).slides
        targets = {link.target_ref for slide in slides for link in slide.part.rels.values() if link.is_external}
        views = [target for target in targets if f"{HERE}:" in target]
        assert len(views) > 9
        assert [view for view in views if not view.startswith(f"{office.address}/")] == []


def test_a_page_stands_in_a_frame_of_a_site_that_may_have_it(browsing: Visitor, office: Office, tmp_path: Path) -> None:
    frame = f'<iframe src="{office.address}/?embed=true" width="1200" height="800"></iframe>'
    (tmp_path / "site.html").write_text(frame, encoding="utf-8")
    handler = partial(SimpleHTTPRequestHandler, directory=str(tmp_path))
    handler.log_message = lambda *_: None  # type: ignore[attr-defined]
    with ThreadingHTTPServer((HERE, 0), handler) as site:
        threading.Thread(target=site.serve_forever, daemon=True).start()
        browsing.page.context.clear_cookies()
        browsing.page.goto(f"http://localhost:{site.server_port}/site.html")
        within = browsing.page.frame_locator("iframe")
        expect(within.locator("h1").first).to_be_visible(timeout=30_000)
        expect(within.get_by_role("navigation")).to_have_count(0)
        site.shutdown()


def test_a_reader_whose_replica_falls_keeps_the_page_and_goes_on_with_the_assumptions(
    browsing: Visitor, office: Office
) -> None:
    kept_to(browsing, office, FALLS).go("estimate?load=0.6")
    headline = browsing.page.locator("h1").inner_text()
    with browsing.page.expect_websocket(timeout=30_000):  # the browser finds the other replica by itself
        office.processes[FALLS].kill()
        assert browsing.page.locator("h1").inner_text() == headline
    browsing.rest().page.locator(".st-key-load").get_by_role("slider").press("ArrowRight")
    browsing.rest()
    assert browsing.query == {"load": ["0.61"]}
    browsing.page.get_by_role("link", name="Briefing").click()
    expect(browsing.page.get_by_text("You are looking at")).to_be_visible(timeout=30_000)


def test_a_reader_is_kept_to_one_replica_by_a_cookie_and_readers_are_spread(office: Office) -> None:
    _, headers, _ = office.ask(f"{PREFIX}/", X_Forwarded_Proto="https")
    given = re.fullmatch(
        r"barrelwatch=([0-9a-f]{32}); Path=/dash/; HttpOnly; SameSite=Lax; Secure", headers["set-cookie"]
    )
    assert given
    assert len({office.keeper(given[1]) for _ in range(5)}) == 1
    assert {office.keeper(f"{number:032x}") for number in range(20)} == {0, 1}


def test_a_file_that_caches_may_keep_brings_no_cookie(office: Office) -> None:
    assert "set-cookie" not in office.ask(f"{PREFIX}/app/static/icon.png")[1]


def test_a_slow_reader_gets_all_and_keeps_nobody_waiting(office: Office) -> None:
    script = max((DEPLOY.parent / "static").iterdir(), key=lambda path: path.stat().st_size)
    size = script.stat().st_size
    with socket.socket() as slow:
        slow.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4_096)
        slow.connect((HERE, office.plain))
        slow.sendall(f"GET {PREFIX}/app/static/{script.name} HTTP/1.0\r\nHost: {HERE}\r\n\r\n".encode())
        read = slow.recv(1_000)
        for _ in range(5):
            time.sleep(0.1)
            read += slow.recv(1_000)
            assert office.ask(f"{PREFIX}/")[0] == 200
        while piece := slow.recv(65_536):
            read += piece
    assert len(read.partition(b"\r\n\r\n")[2]) == size


def test_a_hundred_sockets_opened_and_dropped_leave_nothing_open(office: Office) -> None:
    kept, asked = {"Cookie": f"barrelwatch={office.cookie_of(SURVIVOR)}"}, [Subprotocol("streamlit")]
    for _ in range(100):
        line = connect(
            f"ws://{HERE}:{office.plain}{STREAM}", additional_headers=kept, subprotocols=asked, close_timeout=0
        )
        line.socket.close()
    wait_until_no_session(office.replicas[SURVIVOR])
    assert office.ask(f"{PREFIX}/")[0] == 200


def wait_until_no_session(port: int) -> None:
    """Wait until a replica counts none but the one window of these tests."""
    end = time.monotonic() + 30
    while time.monotonic() < end:
        line = http.client.HTTPConnection(HERE, port, timeout=10)
        line.request("GET", f"{PREFIX}/metrics")
        told = line.getresponse().read().decode()
        found = re.search(r"^barrelwatch_sessions (\d+)$", told, re.MULTILINE)
        assert found, told
        if int(found[1]) <= 1:
            return
        time.sleep(0.1)
    pytest.fail("sessions stay open")


def test_a_foreign_host_is_refused_in_words(office: Office) -> None:
    status, _, body = office.ask(f"{PREFIX}/", Host="elsewhere.example")
    assert (status, b"does not answer to that name" in body) == (400, True)


def test_a_session_asked_for_by_a_page_of_another_site_is_refused(office: Office) -> None:
    with pytest.raises(InvalidStatus) as refused:
        connect(f"ws://{HERE}:{office.plain}{STREAM}", origin=Origin("https://elsewhere.example"))
    assert refused.value.response.status_code == 403


def test_twenty_megabytes_sent_to_the_upload_endpoint_are_refused_in_words(office: Office) -> None:
    path = f"{PREFIX}/_stcore/upload_file/00000000-0000-0000-0000-000000000000/x"
    with socket.create_connection((HERE, office.plain), timeout=30) as line:
        line.sendall(f"PUT {path} HTTP/1.1\r\nHost: {HERE}\r\nContent-Length: 20000000\r\n\r\n".encode())
        answer = line.recv(65_536)
    assert answer.startswith(b"HTTP/1.1 413 ")
    assert b"This dashboard takes no files" in answer


@pytest.mark.parametrize(
    "path",
    ["/dash/../etc/passwd", "/dash/app/static/../../serve.py", "/dash/app/static/%2e%2e/%2e%2e/serve.py",
     "/dash/app/static/..%2f..%2fserve.py", "/dash/static/..%5c..%5cserve.py", "//etc/passwd", "/dash//etc/passwd"],
)  # fmt: skip
def test_no_path_leads_out_of_what_is_served(office: Office, path: str) -> None:
    status, _, body = office.ask(path)
    assert status in (400, 404)
    assert b"Traceback" not in body
    assert b"root:" not in body
    assert b"def main" not in body


@pytest.mark.parametrize(
    "path", ["/dash/metrics", "/metrics", "/dash/_stcore/metrics", "/dash/readyz", "/dash/metrics/"]
)
def test_what_is_for_the_operator_is_shut_to_readers(office: Office, path: str) -> None:
    assert office.ask(path)[0] == 404


def test_the_log_holds_nothing_that_a_reader_typed(office: Office) -> None:
    office.ask(f"{PREFIX}/timeline?words=secret-of-a-reader", Referer="http://x.example/secret-of-a-reader")
    office.keeper("0" * 32)  # has waited for its own line
    assert "secret" not in (office.folder / "access.log").read_text(encoding="utf-8")


def test_the_check_of_the_image_tells_a_replica_that_answers_from_none(office: Office) -> None:
    told = re.search(r"^    CMD (\[.+\])$", (DEPLOY / "Dockerfile").read_text(encoding="utf-8"), re.MULTILINE)
    assert told
    command = [sys.executable, *json.loads(told[1])[1:]]
    ports = (office.replicas[SURVIVOR], free_ports(1)[0])
    ends = [subprocess.run(command, env={"BARRELWATCH_PORT": str(port)}, capture_output=True, check=False).returncode
            for port in ports]  # fmt: skip
    assert ends == [0, 1], shlex.join(command)


def test_when_no_replica_runs_the_reader_is_told_so(tmp_path: Path) -> None:
    first, second, plain = free_ports(3)
    with running(nginx_command(configuration(tmp_path, [first, second], plain))):
        wait_until(f"http://{HERE}:{plain}/nginx-health")
        line = http.client.HTTPConnection(HERE, plain, timeout=10)
        line.request("GET", f"{PREFIX}/")
        answer = line.getresponse()
        assert (answer.status, answer.getheader("Retry-After")) == (502, "5")
        assert b"The dashboard is not running at the moment" in answer.read()
