"""The log: one JSON line for each answer and each window, and for each fault, with nothing that readers typed."""

import hashlib
import json
import logging
import secrets
import sys
import time
from collections.abc import Collection, Mapping
from datetime import UTC, datetime
from typing import Any

from starlette.types import ASGIApp, Message, Receive, Scope, Send

from hosting.asgi import below, refusal, sender
from hosting.counts import Counts

QUIET = ("/healthz", "/readyz", "/_stcore/health")
FOLDERS = ("/static/", "/app/static/", "/preview/")  # whose files are ours, so that their names may be told
KINDS = ("/media/", "/_stcore/", "/component/", "/auth/")
SALT = secrets.token_bytes(16)  # of this process: an address can be followed through one log, and not be read from it
log = logging.getLogger("hosting")


class Logged:
    """Layer that writes a line for each answer, and stands in with a plain page when something fails."""

    def __init__(self, app: ASGIApp, prefix: str, pages: Collection[str], counts: Counts) -> None:
        self._app, self._prefix, self._pages, self._counts = app, prefix, pages, counts

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "lifespan":
            await self._app(scope, receive, send)
            return
        start, told = time.perf_counter(), {"status": 0, "bytes": 0}

        async def counted(message: Message) -> None:
            if message["type"].endswith("response.start"):
                told["status"] = message["status"]
            elif message["type"] == "websocket.accept":
                told["status"] = 101
            size = len(message.get("body") or message.get("bytes") or b"")
            told["bytes"] += size
            self._counts.sent += size
            await send(message)

        try:
            await self._app(scope, receive, counted)
        except Exception:
            mark = secrets.token_hex(4)
            log.exception("an answer failed [%s]", mark)
            if scope["type"] == "http" and not told["status"]:
                words = f"The server could not answer. Its log names the cause under {mark}. Try again."
                await refusal(500, "Something went wrong", words)(scope, receive, counted)
        finally:
            self._write(scope, told, time.perf_counter() - start)

    def _write(self, scope: Scope, told: Mapping[str, int], seconds: float) -> None:
        self._counts.answers[told["status"]] += 1
        path = below(scope, self._prefix)
        if path in QUIET and told["status"] == 200:
            return
        line = {
            "time": now(),
            "method": scope.get("method", "WEBSOCKET"),
            "path": self._named(path),
            **told,
            "ms": round(seconds * 1_000, 1),
            "from": hashlib.blake2b(sender(scope).encode(), key=SALT, digest_size=4).hexdigest(),
        }
        sys.stdout.write(json.dumps(line) + "\n")
        sys.stdout.flush()

    def _named(self, path: str | None) -> str:
        """A path as far as it is ours: a page, a file, or the kind of thing; whatever else was typed is left out."""
        if path is None:
            return "(beside the prefix)"
        if path.strip("/") in self._pages or path in (*QUIET, "/metrics"):
            return path
        if path.startswith(FOLDERS) and ".." not in path and path.isascii() and len(path) < 120:
            return path
        kind = next((kind for kind in KINDS if path.startswith(kind)), None)
        return f"{kind}…" if kind else "(no page)"


class JsonLines(logging.Formatter):
    """A record of Python's log as one JSON line; the trace of an exception is a field of it."""

    def format(self, record: logging.LogRecord) -> str:
        line: dict[str, Any] = {
            "time": now(),
            "level": record.levelname.lower(),
            "logger": record.name,
            "message": record.getMessage(),
        }
        if record.exc_info:
            line["trace"] = self.formatException(record.exc_info)
        return json.dumps(line)


def now() -> str:
    """The moment, in UTC, as ISO 8601 writes it."""
    return datetime.now(tz=UTC).isoformat(timespec="milliseconds")


def begin() -> None:
    """Send Python's log to the standard error stream as JSON lines; what others say of their routine is left out."""
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(JsonLines())
    logging.basicConfig(level=logging.WARNING, handlers=[handler], force=True)
    logging.getLogger("hosting").setLevel(logging.INFO)
    for name, logger in logging.root.manager.loggerDict.items():
        if isinstance(logger, logging.Logger) and name.partition(".")[0] in ("streamlit", "uvicorn"):
            logger.handlers.clear()
            logger.setLevel(logging.NOTSET)
            logger.propagate = True
