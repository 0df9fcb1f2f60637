"""Bytes of a text or a page -> its characters, only where there is no doubt which they are."""

import re

from data.intake.refusals import NotTaken, refused

UTF_8_MARK = b"\xef\xbb\xbf"
UTF_16_MARKS = {b"\xff\xfe": "utf-16-le", b"\xfe\xff": "utf-16-be"}
UTF_32_MARKS = (b"\xff\xfe\x00\x00", b"\x00\x00\xfe\xff")
DECLARED = re.compile(
    rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w.:-]{2,40})"
    rb"|^\s*<\?xml[^>]{0,100}encoding=[\"']([\w.:-]{2,40})",
    re.IGNORECASE,
)
HEAD = 4_096  # bytes of a page that say which letters it is in


def text_of(content: bytes) -> tuple[str, tuple[str, ...]]:
    """The text of some bytes, character for character, and what was done to it. Raises NotTaken."""
    if content.startswith(UTF_32_MARKS):
        raise refused("encoding")
    for mark, encoding in UTF_16_MARKS.items():
        if content.startswith(mark):
            return _decoded(content[len(mark) :], encoding), ("decoded from UTF-16",)
    if b"\0" in content:
        raise refused("utf-16" if _looks_wide(content) else "nul")
    if content.startswith(UTF_8_MARK):
        return _decoded(content[len(UTF_8_MARK) :], "utf-8"), ("byte order mark taken off",)
    return _decoded(content, "utf-8"), ()


def page_of(content: bytes) -> tuple[str, tuple[str, ...]]:
    """The text of a web page, in the letters that it says it is in. Raises NotTaken."""
    try:
        return text_of(content)
    except NotTaken:
        declared = DECLARED.search(content[:HEAD])
        if declared is None or b"\0" in content:
            raise
        encoding = (declared[1] or declared[2]).decode("ascii")
        try:
            return content.decode(encoding), (f"decoded from {encoding}, as the page says",)
        except (LookupError, ValueError):
            raise refused("encoding") from None


def _decoded(content: bytes, encoding: str) -> str:
    try:
        text = content.decode(encoding)
    except UnicodeDecodeError:
        raise refused("encoding") from None
    if "\0" in text:
        raise refused("nul")
    return text


def _looks_wide(content: bytes) -> bool:
    """True if about every second byte is NUL, as of Latin letters in UTF-16."""
    return max(content[::2].count(0), content[1::2].count(0)) > len(content) // 5
