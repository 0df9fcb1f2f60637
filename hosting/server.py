"""The server put together: Streamlit's application with our layers around it, on a socket that uvicorn binds itself."""

import asyncio
import logging
import secrets
import tomllib
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import streamlit as st
import uvicorn
from starlette.middleware import Middleware
from streamlit import config, runtime

from components import state
from components.widgets.mounted import component
from hosting.counts import Counts
from hosting.front import Front
from hosting.gate import LONGEST_MESSAGE, Gate
from hosting.headers import Headed, policy
from hosting.log import Logged, begin
from hosting.packed import Assets, Packed
from hosting.picture import Letters
from hosting.settings import Settings
from hosting.shell import NAMES, Shell
from hosting.warm import run_every_page

ROOT = Path(__file__).parent.parent
SCRIPT = ROOT / "dashboard.py"
STREAMLITS = Path(st.__file__).parent / "static"
FAREWELL_S = 10  # for answers that are under way when the server is told to stop
KEPT_S = 60  # a session whose window is gone: long enough for a line that breaks, and no longer
log = logging.getLogger(__name__)


def application(settings: Settings) -> st.App:
    """The dashboard as an ASGI application, for these settings. One in a process: Streamlit keeps its own there."""
    counts = Counts()
    packed = Packed({"/static": STREAMLITS / "static", "/app/static": ROOT / "static", **component.folders()})
    shell = Shell(STREAMLITS / "index.html", packed, Letters(_faces()))
    content_policy = policy(shell.script_hashes, settings.frame_ancestors)
    app = st.App(
        SCRIPT,
        lifespan=lambda _: _lifespan(settings, counts, packed, shell),
        middleware=[
            Middleware(Logged, prefix=settings.prefix, pages=NAMES, counts=counts),
            Middleware(Headed, content_policy=content_policy),
            Middleware(Gate, settings=settings, counts=counts),
            Middleware(Assets, prefix=settings.prefix, packed=packed),
            Middleware(Front, settings=settings, counts=counts, shell=shell),
        ],
        on_script_error=lambda error: _say(error, counts),
    )
    # Only now does Streamlit know where the project's own .streamlit/config.toml lies.
    config.get_config_options(force_reparse=True, options_from_flags=_options(settings))
    state.allow_at_once(settings.work)
    state.allow_intake(settings.intake)
    return app


def serve(settings: Settings) -> None:
    """Serve the dashboard until the process is told to stop."""
    app = application(settings)
    begin()  # after Streamlit, which sets up logs of its own
    log.info("starting on %s, port %d, below %s/", settings.host, settings.port, settings.prefix)
    uvicorn.run(
        app,
        lifespan="on",
        host=settings.host,  # a socket that uvicorn binds sends at once; one handed to it waits for more to send
        port=settings.port,
        ws="websockets-sansio",
        ws_max_size=LONGEST_MESSAGE,
        ws_per_message_deflate=True,  # a page is sent in a fourth of its bytes, for 50 kB of memory a window
        proxy_headers=True,
        forwarded_allow_ips=",".join(settings.trusted_proxies),
        server_header=False,
        access_log=False,
        log_config=None,
        timeout_graceful_shutdown=FAREWELL_S,
    )


def _options(settings: Settings) -> dict[str, Any]:
    """Streamlit's own options, where the host decides and not the project."""
    seen = urlsplit(settings.public_url)
    return {
        "server.headless": True,
        "server.address": settings.host,
        "server.port": settings.port,
        "server.baseUrlPath": settings.prefix.strip("/"),
        "server.allowedHosts": list(settings.allowed_hosts),
        "server.enableCORS": True,
        "server.enableXsrfProtection": True,
        "server.enableAgentApi": False,
        "server.disconnectedSessionTTL": KEPT_S,
        "server.maxWidgetStateSize": 1,  # MB
        "browser.gatherUsageStats": False,
        "logger.enableRich": False,  # which would draw what failed in a box, between lines that programs read
        **({"browser.serverAddress": seen.hostname} if seen.hostname else {}),
    }


@asynccontextmanager
async def _lifespan(settings: Settings, counts: Counts, packed: Packed, shell: Shell) -> AsyncIterator[None]:
    """While the server runs: the pages are run once beside it, and until then it takes no reader."""
    base = settings.public_url or f"http://{settings.host}:{settings.port}{settings.prefix}"
    warming = asyncio.create_task(_warm(counts, packed, shell, base))
    try:
        yield
    finally:
        counts.ready = False
        warming.cancel()


async def _warm(counts: Counts, packed: Packed, shell: Shell, base: str) -> None:
    try:
        packing = asyncio.to_thread(packed.pack, shell.first_files)
        await asyncio.gather(run_every_page(runtime.get_instance(), base), packing)
    except Exception:
        log.exception("the pages could not be run ahead; readers are let in all the same")
    counts.ready = True


def _say(error: Exception, counts: Counts) -> bool:
    """In the place of what failed outside of every panel: a sentence with a log id."""
    mark = secrets.token_hex(4)
    counts.script_errors += 1
    log.error("a run failed [%s]", mark, exc_info=error)
    st.error(f"This page could not be shown. The log names the cause under {mark}.", icon=":material/error:")
    return True


def _faces() -> list[dict[str, Any]]:
    """The project's fonts and which letters each file has, from where Streamlit reads it too."""
    told = tomllib.loads((ROOT / ".streamlit" / "config.toml").read_text(encoding="utf-8"))
    faces: list[dict[str, Any]] = told["theme"]["fontFaces"]
    return faces
