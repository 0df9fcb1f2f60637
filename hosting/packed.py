"""Streamlit's assets and the project's own, packed once and kept in memory, with what browsers may keep of them.

Packed quickly: more effort made the largest scripts two to five percent smaller, and took two to five times as long.
"""

import asyncio
import fnmatch
import gzip
import hashlib
import mimetypes
import re
import threading
from collections.abc import Callable, Collection, Iterable, Mapping
from pathlib import Path

from starlette.responses import Response
from starlette.types import ASGIApp, Receive, Scope, Send

from hosting.asgi import below, header

try:
    import brotli
except ImportError:  # requirements-host.txt names it; without it gzip does
    brotli = None

PACKABLE = {".js", ".mjs", ".css", ".html", ".json", ".svg", ".txt", ".map", ".xml"}
FONTS = (".woff", ".woff2", ".ttf", ".otf")
LEAST_BYTES = 600  # what is shorter is not worth packing
# Names that change with what is in the file: the build of Streamlit puts eight letters into each, we a version.
OF_THE_BUILD = re.compile(r"/static/.+\.[A-Za-z0-9_-]{8}\.\w+")
WITH_VERSION = re.compile(r".+-v?\d+\.\d+\.\d+(\.min)?\.\w+")
FOR_GOOD, A_WEEK, ASK = "public, max-age=31536000, immutable", "public, max-age=604800", "no-cache"
ENCODINGS: Mapping[str, Callable[[bytes], bytes]] = {
    **({"br": lambda raw: brotli.compress(raw, quality=5)} if brotli else {}),
    "gzip": lambda raw: gzip.compress(raw, 6, mtime=0),
}


class Packed:
    """Files by their addresses below the prefix, each packed when it is first asked for."""

    def __init__(self, folders: Mapping[str, Path]) -> None:
        self._files = {
            f"{address}/{path.relative_to(folder).as_posix()}": path
            for address, folder in folders.items()
            for path in sorted(folder.rglob("*"))
            if path.is_file()
        }
        self._kept: dict[tuple[str, str], bytes] = {}
        self._packing = threading.Lock()
        self._tags: dict[str, str] = {}

    def __contains__(self, address: str) -> bool:
        return address in self._files

    def matching(self, pattern: str) -> list[str]:
        """The addresses that fit a pattern of file names."""
        return fnmatch.filter(self._files, pattern)

    def encoding(self, address: str, accepted: Collection[str]) -> str:
        """How a file is sent to who accepts some encodings; empty for as it is."""
        path = self._files[address]
        if path.suffix not in PACKABLE or path.stat().st_size < LEAST_BYTES:
            return ""
        return next((name for name in ENCODINGS if name in accepted), "")

    def content(self, address: str, encoding: str) -> bytes:
        """A file in an encoding, packed now if nobody has asked for it before."""
        if not encoding:
            return self._files[address].read_bytes()
        key = (address, encoding)
        if key not in self._kept:
            with self._packing:  # of many readers who come at once, one packs
                if key not in self._kept:
                    self._kept[key] = ENCODINGS[encoding](self._files[address].read_bytes())
        return self._kept[key]

    def pack(self, addresses: Iterable[str]) -> None:
        """Pack some files, as most browsers take them, before anybody asks for them."""
        for address in addresses:
            self.content(address, self.encoding(address, ENCODINGS))

    def tag(self, address: str) -> str:
        """What stands for the content of a file, whatever it is packed with."""
        if address not in self._tags:
            self._tags[address] = hashlib.blake2b(self._files[address].read_bytes(), digest_size=8).hexdigest()
        return self._tags[address]

    def headers(self, address: str) -> dict[str, str]:
        """What a browser is told of a file besides its content."""
        path = self._files[address]
        kind = "text/javascript" if path.suffix in (".js", ".mjs") else mimetypes.guess_type(path.name)[0]
        text = "; charset=utf-8" if path.suffix in PACKABLE else ""
        return {
            "content-type": (kind or "application/octet-stream") + text,
            "cache-control": _kept_for(address),
            "vary": "Accept-Encoding",
        }


class Assets:
    """Layer that answers for the packed files, and hands everything else on."""

    def __init__(self, app: ASGIApp, prefix: str, packed: Packed) -> None:
        self._app, self._prefix, self._packed = app, prefix, packed

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        path = below(scope, self._prefix) if scope["type"] == "http" else None
        if path is None or path not in self._packed or scope["method"] not in ("GET", "HEAD"):
            await self._app(scope, receive, send)
            return
        response = await asyncio.to_thread(self._answer, path, scope)
        await response(scope, receive, send)

    def _answer(self, path: str, scope: Scope) -> Response:
        encoding = self._packed.encoding(path, accepted_encodings(header(scope, "accept-encoding")))
        headers, tag = self._packed.headers(path), f'"{self._packed.tag(path)}{encoding and "-"}{encoding}"'
        headers |= {"etag": tag} | ({"content-encoding": encoding} if encoding else {})
        known = [name.strip().removeprefix("W/") for name in header(scope, "if-none-match").split(",")]
        if tag in known or "*" in known:
            return Response(status_code=304, headers=headers)
        return Response(self._packed.content(path, encoding), headers=headers)


def accepted_encodings(told: str) -> set[str]:
    """The encodings that an Accept-Encoding header takes; one with a weight of nought is refused."""
    names = set()
    for part in told.lower().split(","):
        name, _, weight = part.partition(";")
        try:
            refused = float(weight.strip().removeprefix("q=")) == 0 if weight else False
        except ValueError:
            refused = True
        if name.strip() and not refused:
            names.add(name.strip())
    return names


def _kept_for(address: str) -> str:
    if OF_THE_BUILD.fullmatch(address) or WITH_VERSION.fullmatch(address):
        return FOR_GOOD
    return A_WEEK if address.endswith(FONTS) else ASK
