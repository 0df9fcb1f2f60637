"""Why a file or text is not taken, each with what to do instead that works."""

LONGEST_FILE = 5_000_000  # bytes
INSTALL = "python -m pip install -r requirements-intake.txt"
PASTE = "Or copy its words and paste them as text."


class NotTaken(Exception):
    """A file or text is not brought in: what is the matter, and what to do instead, a sentence or two each."""

    def __init__(self, what: str, remedy: str) -> None:
        super().__init__(f"{what} {remedy}")
        self.what, self.remedy = what, remedy


# What is the matter with a file, and what to do instead.
REFUSALS = {
    "empty": ("The file is empty.", "Give one with words in it."),
    "no words": ("No words stand in it.", f"Give a text with words in it. {PASTE}"),
    "too large": (
        "The file is larger than 5 MB (5,000,000 bytes).",
        "Bring in the pages that matter as a file of their own, or paste their words as text.",
    ),
    "missing": (
        "Files of this kind are read by programs that are not installed here.",
        f"Install them with: {INSTALL} – or paste the words as text, which works without them.",
    ),
    "scanned": (
        "The pages of this PDF are pictures: it has no text layer.",
        "Have a program for text recognition (OCR) add one, look its words over, and bring that file in.",
    ),
    "encrypted": (
        "The file is locked with a password.",
        f"Open it with the password, save or print it as a file without one, and bring that in. {PASTE}",
    ),
    "entity": (
        "A part of this Word file declares a document type, by which it could draw in other files.",
        "Open it in a word processor you trust and save it anew as .docx.",
    ),
    "bomb": (
        "Unpacked, this Word file would be larger than 60 MB, or have thousands of parts.",
        f"Take its pictures out and save it anew. {PASTE}",
    ),
    "memory": ("Reading this file takes more memory than is given to it.", f"Bring in fewer pages. {PASTE}"),
    "time": ("Reading this file takes too long.", f"Bring in fewer pages. {PASTE}"),
    "alone": (
        "Files of this kind are read in a process of their own, and none can be started here.",
        "Copy the words of the file and paste them as text, or ask whoever runs this to let it write temporary files.",
    ),
    "damaged": (
        "The file cannot be read: it is damaged, or not written as its kind asks.",
        f"Open it in the program it is made for, save it anew, and bring that in. {PASTE}",
    ),
    "garbled": (
        "Many letters of this PDF cannot be told: it does not say which letter each of its shapes is.",
        "Have a program for text recognition (OCR) write its words anew, and bring that file in.",
    ),
    "nul": (
        "The text has NUL characters, which no text has.",
        "It is damaged or no text: open it in an editor, look whether its words are there, and save it as UTF-8.",
    ),
    "utf-16": (
        "The text looks like UTF-16, but does not say so at its beginning.",
        f"Open it in an editor and save it as UTF-8. {PASTE}",
    ),
    "encoding": (
        "The text is not in UTF-8, and nobody can tell for certain which letters its bytes mean.",
        f"Open it in an editor that shows its words rightly and save it as UTF-8. {PASTE}",
    ),
}


def refused(why: str) -> NotTaken:
    """The refusal of a name of REFUSALS, to be raised; one of no name is that of a damaged file."""
    return NotTaken(*REFUSALS.get(why, REFUSALS["damaged"]))
