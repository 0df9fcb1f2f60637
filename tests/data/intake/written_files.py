"""Files of every kind that documents come in, written byte by byte: what they hold is what a test has put there."""

import zipfile
import zlib
from collections.abc import Iterable, Mapping, Sequence
from html import escape
from io import BytesIO
from textwrap import wrap

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
TYPES = (
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" '
    'ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>'
)
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"
MAIL_HEAD = "From: A <a@port.example>\r\nDate: Mon, 6 Oct 2031 10:00:00 +0000\r\nSubject: =?utf-8?q?Salt_=C3=A9?=\r\n"
MAIL_PARTS = (
    'MIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary="b"\r\n\r\n--b\r\n'
    "Content-Type: {kind}; charset=utf-8\r\n\r\n{words}\r\n--b\r\n"
    'Content-Type: application/pdf\r\nContent-Disposition: attachment; filename="ledger.pdf"\r\n\r\n%PDF\r\n--b--\r\n'
)
COLUMN = {1: (95, (50,)), 2: (44, (50, 320))}  # how many letters a line has, and where the columns begin


def zipped(parts: Mapping[str, str]) -> bytes:
    target = BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return target.getvalue()


def docx(
    paragraphs: Iterable[str], before: str = "", more: Mapping[str, str] | None = None, marks: Sequence[str] = ()
) -> bytes:
    """A Word file, each break of a line with a footnote 2; `before` goes before its body, `more` are further parts.

    `marks` are written in the places {} of a paragraph.
    """
    runs = "</w:t><w:br/><w:footnoteReference w:id='2'/><w:t>"
    words = [
        escape(words).replace("\n", runs).format(*marks) if marks else escape(words).replace("\n", runs)
        for words in paragraphs
    ]
    body = "".join(f"<w:p><w:r><w:t xml:space='preserve'>{one}</w:t></w:r></w:p>" for one in words)
    document = f"{before}<w:document {W}><w:body>{body}</w:body></w:document>"
    parts = {"_rels/.rels": relation("officeDocument", "word/document.xml"), "word/document.xml": document}
    return zipped({"[Content_Types].xml": TYPES} | parts | dict(more or {}))


def relation(kind: str, target: str) -> str:
    """The one relation of a part of a Word file."""
    one = f'<Relationship Id="r1" Type="{OFFICE}/{kind}" Target="{target}"/>'
    return f'<Relationships xmlns="{PACKAGE}">{one}</Relationships>'


def page(paragraphs: Iterable[str], title: str = "", more: str = "") -> bytes:
    """A web page with a menu, and `more` before its end."""
    body = "".join(f"<p>{escape(words)}</p>" for words in paragraphs)
    menu = "<nav><ul><li><a href='/'>Home</a></li><li><a href='/about'>About us</a></li></ul></nav>"
    head = f"<head><meta charset='utf-8'><title>{escape(title)}</title></head>"
    return f"<!DOCTYPE html><html>{head}<body>{menu}<article>{body}</article>{more}</body></html>".encode()


def mail(kind: str, words: str) -> bytes:
    """A mail with its words in a part of a kind, and a PDF attached."""
    return (MAIL_HEAD + MAIL_PARTS.format(kind=kind, words=words)).encode()


def pdf(paragraphs: Iterable[str], columns: int = 1, across: bool = False, trailer: str = "") -> bytes:
    """A PDF whose lines stand in one or two columns, written column after column, or `across` both line by line."""
    width, begins = COLUMN[columns]
    lines = [line for words in paragraphs for line in wrap(words, width)]
    high = -(-len(lines) // columns)
    placed = [(begins[place // high], 780 - 12 * (place % high), line) for place, line in enumerate(lines)]
    if across:
        placed.sort(key=lambda line: -line[1])
    drawn = "\n".join(f"1 0 0 1 {x} {y} Tm ({_in_pdf(line)}) Tj" for x, y, line in placed)
    return pdf_of(f"BT /F1 9 Tf\n{drawn}\nET".encode("cp1252"), trailer)


def pdf_of(drawn: bytes, trailer: str = "") -> bytes:
    """A PDF of one page on which some operators draw."""
    packed = zlib.compress(drawn)
    font = b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>"
    objects = (
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>",
        b"<</Filter/FlateDecode/Length %d>>stream\n%s\nendstream" % (len(packed), packed),
        font,
    )
    content, places = b"%PDF-1.4\n", []
    for number, one in enumerate(objects, 1):
        places.append(len(content))
        content += b"%d 0 obj\n%s\nendobj\n" % (number, one)
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    end = f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{table}"
    end += f"trailer\n<</Size {len(objects) + 1}/Root 1 0 R{trailer}>>\nstartxref\n{len(content)}\n%%EOF\n"
    return content + end.encode("ascii")


def _in_pdf(line: str) -> str:
    return line.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)")
