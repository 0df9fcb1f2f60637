"""What the server answers itself: the first page of every address, its preview, and whether it lives and is ready."""

import asyncio
from urllib.parse import quote

from starlette.responses import PlainTextResponse, RedirectResponse, Response
from starlette.types import ASGIApp, Receive, Scope, Send

from components import state
from components.pages import MOVED
from hosting.asgi import below, header, refusal
from hosting.counts import Counts
from hosting.gate import PROBES
from hosting.packed import ENCODINGS, accepted_encodings
from hosting.settings import Settings
from hosting.shell import ICON, NAMES, PREVIEWS, Shell

# What Streamlit answers; everything else is the name of a page.
STREAMLITS = ("/_stcore/", "/media/", "/component/", "/auth/", "/oauth2callback")
FILES = ("/static/", "/app/", "/favicon.png", "/manifest.json")
NOTHING = ("Nothing is here", "There is nothing at this address. Begin at the first page.")
PICTURE_KEPT = "public, max-age=3600"


class Front:
    """Layer that answers for pages, previews and probes, and hands on what is Streamlit's."""

    def __init__(self, app: ASGIApp, settings: Settings, counts: Counts, shell: Shell) -> None:
        self._app, self._settings, self._counts, self._shell = app, settings, counts, shell

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        path = below(scope, self._settings.prefix) if scope["type"] == "http" else None
        probe = next((name for name in (scope.get("path"), path) if name in PROBES), None)
        if not probe and (path is None or path.startswith(STREAMLITS)):
            await self._app(scope, receive, send)
            return
        answer = self._probe(probe) if probe or path is None else await asyncio.to_thread(self._answer, path, scope)
        await answer(scope, receive, send)

    def _probe(self, name: str | None) -> Response:
        if name == "/healthz" or self._counts.ready:
            return PlainTextResponse("ok\n", headers={"cache-control": "no-store"})
        return PlainTextResponse("not ready\n", 503, {"cache-control": "no-store", "retry-after": "1"})

    def _answer(self, path: str, scope: Scope) -> Response:
        if scope["method"] not in ("GET", "HEAD"):
            return refusal(405, "Only to be read", "Pages are read here, and nothing else.", {"allow": "GET, HEAD"})
        if path == "/metrics":
            return PlainTextResponse(self._counts.text(*state.work()), headers={"cache-control": "no-store"})
        if path.startswith(PREVIEWS):
            of = path.removeprefix(PREVIEWS).removesuffix(".png")
            picture = self._shell.picture(MOVED.get(of, of))
            kept = {"cache-control": PICTURE_KEPT, "cross-origin-resource-policy": "cross-origin"}
            return Response(picture, media_type="image/png", headers=kept) if picture else refusal(404, *NOTHING)
        if path == "/favicon.ico":  # asked for by browsers that show an answer which is no page
            return RedirectResponse(f"{self._settings.prefix}/{ICON}", 308)
        name = path.strip("/")
        if path.startswith(FILES) or "/" in name:
            return refusal(404, *NOTHING)
        name = MOVED.get(name, name)
        if scope["path"] != f"{self._settings.prefix}/{name}":  # addresses in the page are counted from its last slash
            query = scope["query_string"].decode("latin-1")
            return RedirectResponse(f"{self._settings.prefix}/{quote(name)}{query and '?'}{query}", 308)
        return self._page(name, scope)

    def _page(self, name: str, scope: Scope) -> Response:
        encodings = accepted_encodings(header(scope, "accept-encoding"))
        encoding = next((name for name in ENCODINGS if name in encodings), "")
        page = self._shell.page(name, self._base(scope)).encode()
        headers = {"cache-control": "no-cache", "vary": "Accept-Encoding"}
        headers |= {"content-encoding": encoding} if encoding else {}
        headers |= {"link": ahead} if (ahead := self._shell.ahead(name)) else {}
        body = ENCODINGS[encoding](page) if encoding else page
        return Response(body, 200 if name in NAMES else 404, headers, "text/html")

    def _base(self, scope: Scope) -> str:
        """Where readers see the app: as the settings say, else as this reader has asked for it."""
        return self._settings.public_url or f"{scope['scheme']}://{header(scope, 'host')}{self._settings.prefix}"
