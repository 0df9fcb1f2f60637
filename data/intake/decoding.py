"""Bytes of a text or a page -> its characters, only where there is no doubt which they are."""

import codecs
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
# What pages mean by the name of an encoding, as every browser reads it; and what Python calls one and no page has.
MEANT = {"euc_kr": "cp949", "gb2312": "gb18030", "gbk": "gb18030", "shift_jis": "cp932", "ascii": "cp1252"}
NO_LETTERS = frozenset({"unicode-escape", "raw-unicode-escape", "utf-7", "punycode", "idna"})
UNREADABLE = "\ufffd"  # what stands for a letter that could not be read
LINE_ENDS = re.compile("\r\n|[\r\x0b\x0c\x1c-\x1e]")
# Pages and mails in Windows-1252 call themselves ISO-8859-1, where its dashes and quotation marks are controls.
WINDOWS_MARKS = {place: char for place in range(0x80, 0xA0) if (char := bytes([place]).decode("cp1252", "ignore"))}
NO_CHARACTERS = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x9f\ud800-\udfff]")
BETWEEN_LETTERS = re.compile(rf"(?<=\w){NO_CHARACTERS.pattern}+(?=\w)")
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
            name = codecs.lookup(encoding).name
            if name in NO_LETTERS:
                raise refused("encoding")
            return content.decode(MEANT.get(name, name)), (f"decoded from {encoding}, as the page says",)
        except (LookupError, ValueError):
            raise refused("encoding") from None


def without_controls(text: str) -> tuple[str, tuple[str, ...]]:
    """A text without what none has, control characters and halves of letters, and what was done to it.

    What parts words or numbers goes on parting them: 10–20 must not become 1020.
    """
    lines = LINE_ENDS.sub("\n", text)
    marked = lines.translate(WINDOWS_MARKS)
    kept = NO_CHARACTERS.sub("", BETWEEN_LETTERS.sub(UNREADABLE, marked))
    steps = {
        "dashes and marks of Windows-1252 read as such": marked != lines,
        "control characters left out": kept != marked,
    }
    return kept, tuple(step for step, done in steps.items() if done)


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
