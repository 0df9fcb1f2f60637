"""A headless Chromium, and what it shows: only a browser knows when a page is painted."""

import os
import shutil
import time
from collections.abc import Iterator
from contextlib import contextmanager

from playwright.sync_api import Browser, Page, sync_playwright
from playwright.sync_api import TimeoutError as NothingCame

PATIENCE_MS = 90_000
WINDOW = {"width": 1280, "height": 900}


@contextmanager
def chromium() -> Iterator[Browser]:
    """The system's Chromium if there is one, else playwright's own."""
    # Chromium refuses to start as root inside its sandbox.
    arguments = ["--no-sandbox"] if os.name == "posix" and os.geteuid() == 0 else []
    with sync_playwright() as playwright:
        running = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=arguments)
        try:
            yield running
        finally:
            running.close()


@contextmanager
def new_reader(running: Browser) -> Iterator[Page]:
    """A tab of somebody who has never been here: nothing cached, no cookie."""
    context = running.new_context(viewport={"width": WINDOW["width"], "height": WINDOW["height"]})
    try:
        yield context.new_page()
    finally:
        context.close()


def paint_ms(page: Page, address: str, mark: str) -> float:
    """Open an address; milliseconds until the first mark of its chart is on the screen.

    Raises RuntimeError with what the page says instead, if the chart does not come.
    """
    start = time.perf_counter()
    page.goto(address, wait_until="commit")
    try:
        page.wait_for_selector(mark, state="visible", timeout=PATIENCE_MS)
    except NothingCame:
        raise RuntimeError(f"the chart did not come; the page says: {page.inner_text('body')[:500]}") from None
    return (time.perf_counter() - start) * 1_000
