"""What every layer of the server asks of a request: its path below the prefix, its headers, who sent it."""

import html
from collections.abc import Mapping

from starlette.responses import HTMLResponse
from starlette.types import Message, Receive, Scope, Send

from components.state.started import is_loopback, network_of

FORWARDED = ("x-forwarded-for", "x-real-ip", "forwarded", "via")
BARE = "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'"
LOOK = (
    "body{font:17px/1.5 Inter,'Segoe UI',Arial,sans-serif;max-width:38rem;margin:18vh auto;padding:0 1.5rem;"
    "color:#17212B;background:#FFF}h1{font-size:1.6rem}@media(prefers-color-scheme:dark){body{color:#E8EDF2;"
    "background:#10171E}}"
)


def below(scope: Scope, prefix: str) -> str | None:
    """The path below the prefix, with its slash; None of a request that asks for something beside it."""
    path: str = scope["path"]
    if not prefix:
        return path
    rest = path.removeprefix(prefix)
    return (rest or "/") if rest != path and rest[:1] in ("", "/") else None


def header(scope: Scope, name: str) -> str:
    """A header of the request, the last of several; empty without it."""
    wanted = name.encode()
    found = [value for key, value in scope["headers"] if key == wanted]
    return found[-1].decode("latin-1").strip() if found else ""


def sender(scope: Scope) -> str:
    """The address that asks, as the trusted proxies say; of IPv6 the network, for one reader has all of it."""
    client = scope.get("client")
    return network_of(client[0] if client else "")


def is_this_machine(scope: Scope) -> bool:
    """Whether the request comes from this machine itself, through no proxy that says so, trusted or not."""
    if any(header(scope, name) for name in FORWARDED):
        return False
    return is_loopback(sender(scope))


def refusal(status: int, title: str, words: str, headers: Mapping[str, str] | None = None) -> HTMLResponse:
    """A plain page that says what is refused, why, and what to do; nothing of the request stands in it."""
    page = (
        f'<!DOCTYPE html><html lang="en"><meta charset="utf-8"><title>{html.escape(title)}</title>'
        f'<meta name="viewport" content="width=device-width"><style>{LOOK}</style>'
        f"<h1>{html.escape(title)}</h1><p>{html.escape(words)}</p></html>"
    )
    own = {"cache-control": "no-store", "content-security-policy": BARE, "x-content-type-options": "nosniff"}
    return HTMLResponse(page, status, own | dict(headers or {}))


async def refuse(response: HTMLResponse, scope: Scope, receive: Receive, send: Send) -> None:
    """Answer with a refusal, a request as well as a websocket that asks to be opened."""
    if scope["type"] == "http" or "websocket.http.response" in scope.get("extensions", {}):
        await response(scope, receive, send)
    else:
        await send({"type": "websocket.close", "code": 1008})


def with_headers(message: Message, headers: Mapping[str, str]) -> Message:
    """The start of an answer with headers that it did not have itself."""
    given = list(message.get("headers", []))
    named = {name.lower() for name, _ in given}
    more = [(name.encode(), value.encode("latin-1")) for name, value in headers.items() if name.encode() not in named]
    return {**message, "headers": given + more}
