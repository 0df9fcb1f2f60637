"""Texts and frames as CSV that opens in a spreadsheet program without running anything, and the way back."""

import re
from collections.abc import Iterable

import pandas as pd

# The second four are the wide forms of the first, which some programs take for the same.
FORMULA_MARKS = ("=", "+", "-", "@", "＝", "＋", "－", "＠", "\t", "\r", "\n")
APOSTROPHE, EQUALS = "'", "="  # alone it is an operator, and no program takes it for a formula
BETWEEN, ESCAPE, NOTHING = "; ", "\\", "\\0"
PART = re.compile(r"(?:[^;\\]|\\.)*", re.DOTALL)


def csv_bytes(frame: pd.DataFrame) -> bytes:
    """A frame as UTF-8 CSV with a byte order mark; tuples are joined with semicolons, days written as 2024-03-07.

    A text that a spreadsheet program would take for a formula gets an apostrophe in front.
    """
    written = pd.DataFrame({column: frame[column].map(_cell) for column in frame.columns})
    return written.to_csv(index=False, lineterminator="\r\n").encode("utf-8-sig")


def neutral(text: str) -> str:
    """A text that no spreadsheet program takes for a formula; `plain` gives the text back.

    An apostrophe goes before what begins as a formula does, and before what begins so after apostrophes and spaces:
    else nobody could tell an apostrophe of the source from one of ours.
    """
    return f"{APOSTROPHE}{text}" if _begins_as_formula(text) else text


def plain(text: str) -> str:
    """The text from which `neutral` made this one."""
    return text[1:] if text.startswith(APOSTROPHE) and _begins_as_formula(text) else text


def joined(parts: Iterable[str]) -> str:
    r"""Texts in one cell, "S01; S02"; `parted` gives them back.

    A semicolon or backslash in a part has a backslash in front, and a part of no characters is written as \0.
    """
    return BETWEEN.join(
        part.replace(ESCAPE, ESCAPE * 2).replace(";", f"{ESCAPE};") if part else NOTHING for part in parts
    )


def parted(cell: str) -> tuple[str, ...]:
    """The texts from which `joined` made a cell; none of an empty one."""
    if ESCAPE not in cell:
        return tuple(cell.split(BETWEEN)) if cell else ()
    parts, place = [], 0
    while place <= len(cell):
        found = PART.match(cell, place)
        assert found  # an empty part is one too
        parts.append("" if found[0] == NOTHING else re.sub(r"\\(.)", r"\1", found[0], flags=re.DOTALL))
        place = found.end() + len(BETWEEN)
    return tuple(parts)


def _begins_as_formula(text: str) -> bool:
    begun = text.lstrip(" '")
    return begun.startswith(FORMULA_MARKS) and text.strip(" ") != EQUALS


def _cell(value: object) -> object:
    if isinstance(value, str):
        return neutral(value)
    if isinstance(value, pd.Timestamp):
        return value.date().isoformat()
    if isinstance(value, Iterable):
        return neutral(joined(str(part) for part in value))
    return value
