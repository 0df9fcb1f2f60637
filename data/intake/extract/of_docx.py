"""Word documents: paragraphs as mammoth reads them, after a look at what the file would unpack to."""

import zipfile
from importlib.metadata import version
from io import BytesIO
from typing import Any
from xml.parsers import expat

MOST_PARTS, MOST_BYTES = 2_000, 60_000_000  # of an archive, unpacked
BODY = "word/document.xml"
HIGH = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")


class Declared(Exception):
    """An XML part declares a document type, which could name files, addresses or itself a million times."""


def extracted(content: bytes) -> dict[str, Any]:
    """Text, extractor and steps of a docx; or {"refused": why}."""
    from mammoth import documents, docx

    with zipfile.ZipFile(BytesIO(content)) as archive:
        if refused := _refused(archive):
            return {"refused": refused}
    document = docx.read(BytesIO(content)).value
    met: list[Any] = []
    text = _words(document, met)
    notes = [document.notes.resolve(one) for one in met if isinstance(one, documents.NoteReference)]
    text += "".join(_words(part, met) for note in notes for part in note.body)
    steps = ["foot- and endnotes put at the end"] if notes else []
    steps += ["comments left out"] if any(isinstance(one, documents.CommentReference) for one in met) else []
    steps += ["digits that were set high written so"] if any(isinstance(one, documents.Run) for one in met) else []
    return {"text": text, "extractor": f"mammoth {version('mammoth')}", "steps": steps}


def _words(part: object, met: list[Any]) -> str:
    """The words of a part of a document, a paragraph a line; what is to be told of it goes on the list.

    That is references to notes and comments, and runs with digits that are set high: these become ⁰ to ⁹, for the mark
    of a note is no digit of the number before it.
    """
    from mammoth import documents

    match part:
        case documents.Text():
            return str(part.value)
        case documents.Tab():
            return "\t"
        case documents.Break():
            return "\n"
        case documents.NoteReference() | documents.CommentReference():
            met.append(part)
    words = "".join(_words(inner, met) for inner in getattr(part, "children", ()))
    if isinstance(part, documents.Run) and part.vertical_alignment == "superscript":
        high = words.translate(HIGH)
        met += [part] if high != words else []
        words = high
    return f"{words.rstrip()}\n" if isinstance(part, documents.Paragraph) else words


def _refused(archive: zipfile.ZipFile) -> str:
    """Why an archive is not opened at all; empty if it may be. What is declared bounds what is unpacked."""
    parts = archive.infolist()
    if any(part.flag_bits & 1 for part in parts):
        return "encrypted"
    if len(parts) > MOST_PARTS or sum(part.file_size for part in parts) > MOST_BYTES:
        return "bomb"
    if BODY not in archive.namelist():
        return "damaged"
    try:
        for part in parts:
            if part.filename.endswith((".xml", ".rels")):
                _look_at(archive.read(part))
    except Declared:
        return "entity"
    return ""


def _look_at(part: bytes) -> None:
    def declared(*_: object) -> None:
        raise Declared

    parser = expat.ParserCreate()
    parser.StartDoctypeDeclHandler = declared
    parser.Parse(part, True)
