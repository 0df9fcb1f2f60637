"""Who is let in: foreign hosts and origins, uploads, overlong addresses and too many readers are refused in words."""

import hmac
import time
from collections import Counter
from urllib.parse import urlsplit

from google.protobuf.message import DecodeError
from starlette.responses import HTMLResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg

from hosting.asgi import below, header, is_this_machine, refusal, refuse, sender
from hosting.counts import Counts
from hosting.settings import Settings

STREAM = "/_stcore/stream"
UPLOAD = "/_stcore/upload_file"
METRICS = ("/metrics", "/_stcore/metrics")
PROBES = ("/healthz", "/readyz")
LONGEST_QUERY = 4_096  # bytes
LONGEST_MESSAGE = 1_000_000  # bytes that a browser may send at once
SHORT_MESSAGE = 256  # bytes; the message that ends a run is far shorter
RETRY_S = 30


class Gate:
    """Layer that refuses what nobody should send, and counts the windows that are open."""

    def __init__(self, app: ASGIApp, settings: Settings, counts: Counts) -> None:
        self._app, self._settings, self._counts = app, settings, counts

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "lifespan":
            await self._app(scope, receive, send)
            return
        wrong = self._wrong(scope)
        if wrong:
            reason, response = wrong
            self._counts.refused[reason] += 1
            await refuse(response, scope, receive, send)
        elif scope["type"] == "websocket":
            await self._stream(_as_its_origin_says(scope), receive, send)
        else:
            await self._app(scope, receive, send)

    def _wrong(self, scope: Scope) -> tuple[str, HTMLResponse] | None:
        path = below(scope, self._settings.prefix)
        if scope["path"] in PROBES or path in PROBES:  # whoever asks for them knows no name of this host
            return None
        if not _is_allowed(header(scope, "host"), self._settings.allowed_hosts):
            words = "This server does not answer to that name. Use the address that you were given for it."
            return "host", refusal(400, "Wrong address", words)
        if _is_traversal(scope):
            return "path", refusal(400, "Wrong address", "There is nothing at this address. Begin at the first page.")
        if len(scope["query_string"]) > LONGEST_QUERY:
            return "query", refusal(
                414,
                "The address is too long",
                f"What stands behind the question mark is longer than {LONGEST_QUERY:,} bytes. "
                "Open the page without it, and choose the view there.",
            )
        if path is None:
            words = f"The dashboard is not served here, but below {self._settings.prefix}/ of this address."
            return "prefix", refusal(404, "Nothing is here", words)
        return self._not_for_you(path, scope) or self._too_many(path, scope)

    def _not_for_you(self, path: str, scope: Scope) -> tuple[str, HTMLResponse] | None:
        if path.startswith(UPLOAD) and scope.get("method") != "OPTIONS" and not self._settings.intake:
            return "upload", refusal(403, "No uploads", "This dashboard takes no files. Nothing was read of yours.")
        if path.rstrip("/") in METRICS and not self._may_measure(scope):
            words = "Figures of this server are given to its own machine, or against the token of its operator."
            return "metrics", refusal(403, "Not for readers", words)
        if scope["type"] == "websocket" and not self._is_own(header(scope, "origin"), header(scope, "host")):
            words = "Sessions are opened from the dashboard's own pages alone. Open it at its own address."
            return "origin", refusal(403, "Wrong origin", words)
        return None

    def _too_many(self, path: str, scope: Scope) -> tuple[str, HTMLResponse] | None:
        """Whether a page or a session would be one too many; what is not ready yet has no room for anyone."""
        if not (path == STREAM or "text/html" in header(scope, "accept")):
            return None
        again = {"retry-after": str(RETRY_S)}
        if not self._counts.ready:
            words = "The dashboard is starting and will be there in a few seconds. Load the page again."
            return "starting", refusal(503, "Starting", words, {"retry-after": "2", "refresh": "2"})
        if self._counts.sockets.total() >= self._settings.sessions:
            words = f"As many readers as this server takes are here already. Try again in {RETRY_S} seconds."
            return "sessions", refusal(503, "The dashboard is full", words, again)
        if self._counts.sockets[sender(scope)] >= self._settings.sessions_per_address:
            words = (
                "As many windows as one address may have are open from yours. "
                f"Close one that you do not need, and try again in {RETRY_S} seconds."
            )
            return "sessions of an address", refusal(503, "Too many windows", words, again)
        return None

    def _may_measure(self, scope: Scope) -> bool:
        token = self._settings.metrics_token
        if token:
            return hmac.compare_digest(header(scope, "authorization").encode(), f"Bearer {token}".encode())
        return is_this_machine(scope)

    def _is_own(self, origin: str, host: str) -> bool:
        """A browser always says where a page is from that opens a session; what is no browser says nothing."""
        if not origin:
            return True
        asking = _origin(origin)  # nothing of "null", which is what a page in a closed frame says
        return bool(asking) and asking in (host.lower(), _origin(self._settings.public_url))

    async def _stream(self, scope: Scope, receive: Receive, send: Send) -> None:
        """A session: counted while it is open, and each of its runs measured as its reader feels it."""
        counts, who, began = self._counts, sender(scope), Counter[str]()
        started: list[float] = []

        async def heard() -> Message:
            message = await receive()
            if started == [] and _asks_for_run(message.get("bytes")):
                started.append(time.perf_counter())
            return message

        async def said(message: Message) -> None:
            if message["type"] == "websocket.accept":
                began[who] += 1
                counts.sockets[who] += 1
                counts.opened += 1
            await send(message)
            if started and _ends_run(message.get("bytes")):
                counts.rerun(time.perf_counter() - started.pop())

        try:
            await self._app(scope, heard, said)
        finally:
            counts.sockets -= began


def _as_its_origin_says(scope: Scope) -> Scope:
    """A session with the host of its origin, which has been judged, where the proxy names itself.

    Streamlit would compare both again, and ask a machine elsewhere for the address of this one.
    """
    asking = _origin(header(scope, "origin"))
    if not asking:
        return scope
    others = [(name, value) for name, value in scope["headers"] if name != b"host"]
    return {**scope, "headers": [*others, (b"host", asking.encode("latin-1"))]}


def _asks_for_run(content: bytes | None) -> bool:
    if not content:
        return False
    try:
        return bool(BackMsg.FromString(content).HasField("rerun_script"))
    except DecodeError:  # Streamlit itself closes such a session
        return False


def _ends_run(content: bytes | None) -> bool:
    if not content or len(content) > SHORT_MESSAGE:
        return False
    message = ForwardMsg.FromString(content)
    early = ForwardMsg.FINISHED_EARLY_FOR_RERUN
    return bool(message.HasField("script_finished") and message.script_finished != early)


def _origin(address: str) -> str:
    try:
        return urlsplit(address).netloc.lower()
    except ValueError:
        return ""


def _is_allowed(host: str, allowed: tuple[str, ...]) -> bool:
    """Whether a Host header, with or without port, names one of the hosts that are answered."""
    try:
        name = (urlsplit(f"//{host}").hostname or "").rstrip(".")
    except ValueError:
        return False
    if not allowed:
        return bool(name)
    bare = [pattern.strip("[]") for pattern in allowed]
    return name in bare or any(pattern.startswith("*.") and name.endswith(pattern[1:]) for pattern in bare)


def _is_traversal(scope: Scope) -> bool:
    path = scope["path"]
    return ".." in path.split("/") or "\\" in path or "\0" in path or path.startswith("//")
