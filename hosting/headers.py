"""What every answer tells the browser to refuse: foreign scripts, frames, devices, and guesses about what a file is."""

from collections.abc import Sequence

from starlette.types import ASGIApp, Message, Receive, Scope, Send

from hosting.asgi import with_headers

DEVICES = ("accelerometer", "camera", "display-capture", "geolocation", "gyroscope", "microphone", "midi", "payment",
           "serial", "usb")  # fmt: skip


def policy(script_hashes: Sequence[str], frame_ancestors: str) -> str:
    """The content security policy of the pages: everything from here, no script but ours."""
    rules = {
        "default-src": "'self'",
        "script-src": " ".join(("'self'", *script_hashes)),
        "style-src": "'self' 'unsafe-inline'",  # Streamlit and the charts set styles from scripts
        "img-src": "'self' data: blob:",
        "font-src": "'self' data:",
        "connect-src": "'self'",
        "worker-src": "'self' blob:",
        "frame-src": "'none'",
        "object-src": "'none'",
        "base-uri": "'none'",
        "form-action": "'self'",
        "frame-ancestors": frame_ancestors,
    }
    return "; ".join(f"{name} {value}" for name, value in rules.items())


class Headed:
    """Layer that adds the headers to each answer, and keeps cookies to TLS where the reader came by it."""

    def __init__(self, app: ASGIApp, content_policy: str) -> None:
        self._app = app
        self._headers = {
            "content-security-policy": content_policy,
            "x-content-type-options": "nosniff",
            "referrer-policy": "strict-origin-when-cross-origin",
            "permissions-policy": ", ".join(f"{device}=()" for device in DEVICES),
            "cross-origin-opener-policy": "same-origin",
            "cross-origin-resource-policy": "same-origin",
        }

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        async def headed(message: Message) -> None:
            if message["type"] in ("http.response.start", "websocket.http.response.start"):
                message = with_headers(message, self._headers)
                if scope.get("scheme") in ("https", "wss"):
                    message = {**message, "headers": [_over_tls(*pair) for pair in message["headers"]]}
            await send(message)

        await self._app(scope, receive, headed)


def _over_tls(name: bytes, value: bytes) -> tuple[bytes, bytes]:
    is_open = name.lower() == b"set-cookie" and b"secure" not in value.lower().replace(b" ", b"").split(b";")
    return name, value + b"; Secure" if is_open else value
