"""A real browser on the running app. One server for each seeds folder and each worker, started when first asked for."""

import os
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, NamedTuple
from urllib.parse import parse_qs, urlsplit
from urllib.request import urlopen

import pytest
from playwright.sync_api import Browser, expect

from components.state import SEEDS_VARIABLE
from data.reading.seeds import SEEDS
from tests.browser.visit import Mode, Visitor
from tests.cases.edit import plant
from tests.cases.registry import folder_of
from tests.cases.second_case import SECOND_CASE

ROOT = Path(__file__).parents[2]
CHROMIUM_VARIABLE = "BARRELWATCH_CHROMIUM"
CANDIDATES = ("/usr/bin/chromium", "chromium", "chromium-browser", "google-chrome")
PATIENCE = 180  # seconds until the server answers, on cores that other tests use
Visiting = Callable[..., Visitor]
expect.set_options(timeout=20_000)  # milliseconds: a busy machine is slow, and what is there is found at once


def find_chromium() -> str | None:
    """A Chromium of this machine: the one that BARRELWATCH_CHROMIUM names, else the first that is installed."""
    named = os.environ.get(CHROMIUM_VARIABLE)
    return next((found for name in ([named] if named else CANDIDATES) if (found := shutil.which(name))), None)


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args: dict[str, Any]) -> dict[str, Any]:
    """Chromium of the machine; without one the tests are skipped, on the build host they fail."""
    chromium = find_chromium()
    if chromium is None:
        reason = f"No Chromium found ({', '.join(CANDIDATES)}); install one, or name it in {CHROMIUM_VARIABLE}."
        if os.environ.get("CI") == "true":
            pytest.fail(reason)
        pytest.skip(reason)
    return browser_type_launch_args | {"executable_path": chromium, "args": ["--no-sandbox"]}


@pytest.fixture(scope="session")
def own_app() -> Iterator[str]:
    """Address of the app on the project's own seeds, hosted: whatever a browser refuses it says in its console."""
    with _hosted(SEEDS) as address:
        yield address


@pytest.fixture(scope="session")
def second_app() -> Iterator[str]:
    """Address of the app on the second case."""
    with _served(SECOND_CASE) as address:
        yield address


@pytest.fixture(scope="session")
def hostile_app(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Address of the app on a case whose every free text is hostile, hosted, where readers may bring texts in."""
    with _hosted(folder_of("hostile texts", tmp_path_factory.mktemp("hostile")), intake="on") as address:
        yield address


@pytest.fixture(scope="session")
def windows(browser: Browser) -> Iterator[list[Visitor]]:
    """Windows that one test leaves to the next: a new one reads and compiles all scripts again."""
    left: list[Visitor] = []
    yield left
    for visitor in left:
        visitor.page.context.close()


@pytest.fixture
def visiting(request: pytest.FixtureRequest, browser: Browser, windows: list[Visitor]) -> Iterator[Visiting]:
    """Opens an app in an empty window: `visiting(own_app, "timeline?lane=oil", size=(390, 844), mode="dark")`.

    A second one within a test is another window, which shares nothing with the first.
    """
    opened: list[Visitor] = []

    def _visiting(app: str, address: str = "", size: tuple[int, int] = (1366, 768), mode: Mode = "light") -> Visitor:
        opened.append(windows.pop() if windows else Visitor(browser.new_context().new_page(), app))
        return opened[-1].anew(app, size, mode).go(address)

    yield _visiting
    passed = request.node.rep_call.passed if hasattr(request.node, "rep_call") else False
    for visitor in opened:
        if passed:
            windows.append(visitor)
        else:  # whatever became of it, the next test does not suffer from it
            visitor.page.context.close()


@pytest.fixture(scope="session")
def left_open(browser: Browser) -> Iterator[dict[str, Visitor]]:
    """For each app the window that the tests which turn from address to address have open."""
    opened: dict[str, Visitor] = {}
    yield opened
    for visitor in opened.values():
        visitor.page.context.close()


@pytest.fixture
def turning(request: pytest.FixtureRequest, browser: Browser, left_open: dict[str, Visitor]) -> Iterator[Visiting]:
    """Leads the window that is kept of an app to an address, without loading the app again where it need not.

    It is `visiting` for tests of what a page shows, not of how it is come by.
    """

    def _turning(app: str, address: str = "", size: tuple[int, int] = (1366, 768), mode: Mode = "light") -> Visitor:
        if app not in left_open:
            visitor = left_open[app] = Visitor(browser.new_context().new_page(), app)
            return visitor.anew(app, size, mode).go(address)
        visitor = left_open[app]
        if visitor.look != (size, mode):  # runs the page again that is open: only then it is left
            visitor.seen(size, mode).rest()
        visitor.seen(size, mode).turn(address)
        if visitor.query == parse_qs(urlsplit(address).query):
            return visitor
        return visitor.anew(app, size, mode).go(address)  # for assumptions came along from the address before

    yield _turning
    if not (hasattr(request.node, "rep_call") and request.node.rep_call.passed):
        for visitor in left_open.values():  # the next test does not suffer from it
            visitor.page.context.close()
        left_open.clear()


@pytest.fixture(scope="session")
def broken_app(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Address of the app on a folder with one shifted offset."""
    folder = Path(shutil.copytree(SEEDS, tmp_path_factory.mktemp("broken") / "seeds"))
    plant(folder / "documents" / "oil-volume" / "evidence.toml", "start = 283", "start = 284")
    with _served(folder) as address:
        yield address


@pytest.fixture(scope="session")
def dash_app() -> Iterator[str]:
    """Address of the app on the second case, hosted below /dash."""
    with _hosted(SECOND_CASE, "/dash") as address:
        yield address


class Editing(NamedTuple):
    """An app that may save, and the folder into which it does."""

    address: str
    folder: Path


@pytest.fixture
def edited_app(tmp_path: Path) -> Iterator[Editing]:
    """The app on a copy of the second case, started so that drafts may be saved into it."""
    folder = Path(shutil.copytree(SECOND_CASE, tmp_path / "second-case"))
    with _served(folder, "--", "--edit") as address:
        yield Editing(address, folder)


@contextmanager
def _served(seeds: Path, *more: str) -> Iterator[str]:
    """The app as `streamlit run` serves it."""
    port = _free_port()
    options = {"server.port": port, "server.address": "127.0.0.1", "server.headless": "true"}
    command = [sys.executable, "-m", "streamlit", "run", "dashboard.py"]
    command += [*(f"--{name}={value}" for name, value in options.items()), *more]
    with _running(command, f"http://127.0.0.1:{port}", "_stcore/health", {SEEDS_VARIABLE: str(seeds)}) as address:
        yield address


@contextmanager
def _hosted(seeds: Path, prefix: str = "", intake: str = "off") -> Iterator[str]:
    """The app as a host serves it."""
    port = _free_port()
    settings = {SEEDS_VARIABLE: str(seeds), "BARRELWATCH_PORT": str(port), "BARRELWATCH_PREFIX": prefix}
    settings |= {"BARRELWATCH_INTAKE": intake}
    with _running([sys.executable, "serve.py"], f"http://127.0.0.1:{port}{prefix}", "readyz", settings) as address:
        yield address


@contextmanager
def _running(command: list[str], address: str, probe: str, settings: dict[str, str]) -> Iterator[str]:
    with subprocess.Popen(
        command, cwd=ROOT, env=os.environ | settings, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    ) as server:
        try:
            _wait_until_healthy(f"{address}/{probe}", server)
            yield address
        finally:
            server.terminate()


def _free_port() -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port: int = free.getsockname()[1]
    return port


def _wait_until_healthy(probe: str, server: "subprocess.Popen[bytes]") -> None:
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end and server.poll() is None:
        try:
            with urlopen(probe, timeout=5) as answer:
                if answer.read().strip() == b"ok":
                    return
        except OSError:
            time.sleep(0.1)
    pytest.fail(f"the app did not answer at {probe} within {PATIENCE} seconds")
