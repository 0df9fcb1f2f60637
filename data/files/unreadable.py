"""Why a file cannot be read, and what to do: the words of libraries and systems turned into a curator's."""

import errno
import re
from typing import NamedTuple

from data.files.problems import shown

LONGEST_CELL = 131_072  # in characters; longer, and a quotation mark was opened and never closed
PLACE = re.compile(r"(.*) \(at (?:line (\d+), column (\d+)|end of document)\)", re.DOTALL)


class Unreadable(NamedTuple):
    """Where a file goes wrong (empty where nobody can say), what stands there, why, and what to do."""

    place: str
    seen: str
    cause: str
    remedy: str


# How the parser begins what it says -> the cause, and what to do about it.
CLOSE = "Close the quotation mark. Look at the lines before it too: what is not closed there goes on to here."
ONE_OF_TWO = "Remove one of the two; entries of a list begin with double square brackets: [[claim]]."
OVER_THE_END = "words in quotation marks go on over the end of the line"
ON_ITS_LINE = "Close the quotation mark on its line; put words of several lines between three: '''…'''."
SINGLE = r"Put the words in single quotation marks: '…\…'."
TOML_CAUSES: dict[str, tuple[str, str]] = {
    "Invalid value": (
        "what stands behind the = is no value",
        (
            "Put words in quotation marks, lists in square brackets; write true and false in small letters, numbers in "
            "digits with a point before decimals."
        ),
    ),
    "Invalid statement": (
        "a line begins with something that is no key",
        "Begin it with a key and =, with [ for a table, or with # for a remark.",
    ),
    "Expected newline": (
        "the line goes on behind its end",
        "Give each key a line of its own; put words with a ' among them between three of them: '''…'''.",
    ),
    "Expected '='": ("a key has no = behind it", "Write key = value; a key has no spaces."),
    "Invalid initial character": ("this is no key", "Write the key as FORMAT.md does, in letters, digits and hyphens."),
    "Cannot overwrite a value": (
        "a key stands twice",
        "Remove one of the two, or begin the next entry with its [[…]].",
    ),
    "Cannot declare": ("a table stands twice", ONE_OF_TWO),
    "Cannot redefine": ("a table stands twice", ONE_OF_TWO),
    "Duplicate inline": ("a key stands twice between the braces", "Remove one of the two."),
    "Cannot mutate": ("keys are added to what is closed already", "Write them where the table or list stands."),
    "Expected ']": ("square brackets are not closed", "Close them: [document] or [[claim]], alone on the line."),
    "Unclosed array": ("a list lacks a comma or its end", "Put a comma between its entries and ] behind the last."),
    "Unclosed inline": ("braces lack a comma or their end", "Put a comma between the keys and } behind the last."),
    "Unterminated": ("words in quotation marks are not closed", CLOSE),
    "Expected": ("words in quotation marks are not closed", CLOSE),
    "Unescaped": ("a backslash stands in double quotation marks", SINGLE),
    "Invalid hex value": (r"\u and \U name a character by digits, and they are lacking", SINGLE),
    "Escaped character": ("there is no such character as the backslash names", SINGLE),
    "Illegal character": (f"{OVER_THE_END}, or hold a control character", ON_ITS_LINE),
    r"Found invalid character '\n'": (OVER_THE_END, ON_ITS_LINE),
    "Found invalid character": ("a control character stands here", "Remove it."),
    "Invalid date": ("the calendar has no such day", "Write a day that there is: 2031-10-05."),
    "Exceeds the limit": ("a number has thousands of digits", "Write the number in fewer digits."),
}
SYSTEM_REASONS = {
    errno.EACCES: "the right to do so is missing",
    errno.EPERM: "the system does not allow it",
    errno.EROFS: "nothing may be written on this disk",
    errno.ENOSPC: "the disk is full",
    errno.EDQUOT: "the room that you may use is full",
    errno.EISDIR: "it is a folder",
    errno.ENOTDIR: "what should be a folder above it is a file",
    errno.EEXIST: "something else than a file is in its place",
    errno.ENOENT: "the folder it should stand in is missing",
    errno.ENAMETOOLONG: "its name is too long",
    errno.ELOOP: "its links lead round in a circle",
    errno.EIO: "the disk cannot be read",
}


def toml_fault(error: ValueError, text: str) -> Unreadable:
    """Where and why a text is no sound TOML, from what the parser says of it."""
    found = PLACE.fullmatch(str(error))
    said = found[1] if found else str(error)
    lines = text.split("\n")
    number = 0 if found is None else int(found[2]) if found[2] else len(lines)
    cause, remedy = next(
        ((cause, remedy) for begins, (cause, remedy) in TOML_CAUSES.items() if said.startswith(begins)),
        ("it is not written as TOML", "Mend the line; FORMAT.md shows how each file is written."),
    )
    if not number:
        return Unreadable("", "", cause, remedy)
    if found is not None and not found[2]:
        return _from_the_end(text, cause, remedy)
    column = found[3] if found else "1"
    return Unreadable(f"line {number}, column {column}", shown(lines[number - 1].strip("\r")), cause, remedy)


def _from_the_end(text: str, cause: str, remedy: str) -> Unreadable:
    """A fault that is only met at the end: what was opened last, in three quotation marks, is what is not closed."""
    opened = max(text.rfind("'''"), text.rfind('"""'))
    if opened < 0:
        return Unreadable("the end", "", cause, remedy)
    number = text.count("\n", 0, opened) + 1
    return Unreadable(f"line {number}", shown(text.split("\n")[number - 1].strip("\r")), cause, remedy)


def csv_fault(error: Exception) -> tuple[str, str]:
    """What is wrong with a row that is no sound CSV, and what to do about it."""
    said = str(error)
    if "limit" in said:
        return (
            f"a cell is longer than {LONGEST_CELL:,} characters",
            "Shorten it; or close a quotation mark that was opened.",
        )
    if "end of data" in said:
        return "a quotation mark is opened and not closed", "Close it; inside a quoted cell it is written twice."
    return (
        "after a closing quotation mark the cell goes on",
        "Look for a lone double quotation mark; inside a quoted cell it is written twice.",
    )


def reason(error: OSError) -> str:
    """Why the system refuses, in plain words."""
    known = SYSTEM_REASONS.get(error.errno or 0)
    return known or f"the system refuses it (error {error.errno})"
