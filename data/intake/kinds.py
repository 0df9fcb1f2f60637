"""What kind of file something is, by its name and by its bytes; where the two differ nobody guesses."""

import re

from data.intake.refusals import PASTE, NotTaken

BY_SUFFIX = {
    "txt": "txt", "text": "txt", "md": "txt", "html": "html", "htm": "html", "xhtml": "html", "pdf": "pdf",
    "docx": "docx", "eml": "eml",
}  # fmt: skip
IN_WORDS = {"txt": "plain text", "html": "a web page", "pdf": "a PDF", "docx": "a Word file", "eml": "a mail"}
PAGE = re.compile(rb"(?is)\s*(<\?xml[^>]*>\s*)?(<!--.*?-->\s*)*<(!doctype\s+html|html|head|body)\b")
TAG = re.compile(rb"(?i)<(/?[a-z][a-z0-9]*|!doctype)[\s/>]")
FIELD = rb"[A-Za-z][A-Za-z-]*: ?[^\r\n]*\r?\n(?:[ \t][^\r\n]*\r?\n)*"  # of the head of a mail
MAIL = re.compile(rb"(?:%s)*?(?:From|Received|MIME-Version): " % FIELD)
HEAD = 4_096  # bytes, in which a kind shows
STRANGE = (
    (
        b"\xd0\xcf\x11\xe0",
        "an old Office file, or one that is locked with a password",
        "Save it as .docx, without one.",
    ),
    (b"{\\rtf", "a file in rich text (RTF)", "Save it as .docx."),
    (b"\x89PNG", "a picture", "Have a program for text recognition (OCR) write its words, and bring these in."),
    (b"\xff\xd8\xff", "a picture", "Have a program for text recognition (OCR) write its words, and bring these in."),
    (b"PK\x03\x04", "an archive, and no Word file", "Unpack it, and bring in what is in it file by file."),
)


def kind_of(name: str, content: bytes) -> str:
    """The kind that name and bytes agree on: txt, html, pdf, docx or eml. Raises NotTaken where they do not."""
    suffix = name.rpartition(".")[2].lower() if "." in name else ""
    named, found = BY_SUFFIX.get(suffix), _by_bytes(content)
    for begins, what, remedy in STRANGE:
        if found is None and content.startswith(begins):
            raise NotTaken(f"This is {what}.", f"{remedy} {PASTE}")
    if named is None:
        known = ", ".join(f".{kind}" for kind in IN_WORDS)
        given = f"Files of the kind .{suffix} are not read here." if suffix.isalnum() else "The name has no ending."
        raise NotTaken(given, f"Name it by what it is, or save it as one of {known}. {PASTE}")
    if named in ("html", "eml", "txt") and found is None:
        return _loose(named, content)
    if found == named or (named, found) == ("txt", "eml"):  # words about a mail are read as they are
        return named
    if found is None:
        raise NotTaken(
            f"The name says that this is {IN_WORDS[named]}, and its bytes are nothing of the kind.",
            f"Save it anew as {IN_WORDS[named]}. {PASTE}",
        )
    raise _misnamed(named, found)


def _by_bytes(content: bytes) -> str | None:
    head = content[:HEAD].removeprefix(b"\xef\xbb\xbf")
    if b"%PDF-" in head[:1_024]:
        return "pdf"
    if head.startswith(b"PK\x03\x04") and b"word/document.xml" in content:
        return "docx"
    if PAGE.match(head):
        return "html"
    return "eml" if MAIL.match(head) else None


def _loose(named: str, content: bytes) -> str:
    """The kind of a file that bears no sign at its beginning: a page needs a tag, a mail its head."""
    if named == "eml" or (named == "html" and not TAG.search(content)):
        raise _misnamed(named, "txt")
    return named


def _misnamed(named: str, found: str) -> NotTaken:
    return NotTaken(
        f"The name says that this is {IN_WORDS[named]}, and its bytes are those of {IN_WORDS[found]}.",
        f"If that is what you mean to bring in, give it a name that ends in .{found}.",
    )
