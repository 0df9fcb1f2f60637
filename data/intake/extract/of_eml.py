"""Mails: who wrote when about what, and the plain part, or the part written as a page, for whoever reads pages."""

import sys
from email import message_from_bytes, policy
from typing import Any, cast

NAMED, LONGEST_NAME = 20, 80  # of the attachments, and characters of a name
HEAD = ("From", "To", "Date", "Subject")


def extracted(content: bytes) -> dict[str, Any]:
    """Text, or the part written as a page as `html`, with the lines of the `head`, extractor and steps."""
    message = message_from_bytes(content, policy=policy.default)
    head = "\n".join(f"{name}: {message[name]}" for name in HEAD if message[name])
    body = message.get_body(preferencelist=("plain", "html"))
    told = {"head": head, "extractor": f"Python {sys.version_info.major}.{sys.version_info.minor} email"}
    attached = [_shown(part.get_filename() or part.get_content_type()) for part in message.iter_attachments()]
    more = [f"{len(attached) - NAMED} more"] if len(attached) > NAMED else []
    steps = [f"attachments left out: {', '.join([*attached[:NAMED], *more])}"] if attached else []
    if body is None:
        return told | {"text": "", "steps": steps}
    try:
        words = cast("str", body.get_content())
    except LookupError:  # it names letters that nobody knows
        return {"refused": "encoding"}
    if "\ufffd" in words:
        return {"refused": "encoding"}
    key = "html" if body.get_content_subtype() == "html" else "text"
    return told | {key: words, "steps": steps}


def _shown(name: str) -> str:
    return "".join(char if char.isprintable() else "_" for char in name[:LONGEST_NAME])
