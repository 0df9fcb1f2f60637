"""Frames as CSV that opens in a spreadsheet program without running anything."""

from collections.abc import Iterable

import pandas as pd

FORMULA_MARKS = ("=", "+", "-", "@", "\t", "\r")


def csv_bytes(frame: pd.DataFrame) -> bytes:
    """A frame as UTF-8 CSV with a byte order mark; tuples are joined with semicolons, days written as 2024-03-07.

    A text that a spreadsheet program would take for a formula gets an apostrophe in front.
    """
    written = pd.DataFrame({column: frame[column].map(_cell) for column in frame.columns})
    return written.to_csv(index=False, lineterminator="\r\n").encode("utf-8-sig")


def neutral(text: str) -> str:
    """A text that no spreadsheet program takes for a formula."""
    return f"'{text}" if text.lstrip(" ").startswith(FORMULA_MARKS) else text


def _cell(value: object) -> object:
    if isinstance(value, str):
        return neutral(value)
    if isinstance(value, pd.Timestamp):
        return value.date().isoformat()
    if isinstance(value, Iterable):
        return neutral("; ".join(str(part) for part in value))
    return value
