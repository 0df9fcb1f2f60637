"""The sheet inside a chart: what "edit data" opens, and the references by which the chart reads it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from io import BytesIO
from math import isfinite

from xlsxwriter import Workbook

from components.scene.text import clean

Value = str | float | date | None
SHEET = "Sheet1"  # as every chart's own sheet is called
MADE = datetime(1980, 1, 1)  # noqa: DTZ001  (no clock: the same chart has the same bytes; the format knows no zone)
DAY_ZERO = date(1899, 12, 30)
DAY_FORMAT = "[$-409]d mmm yyyy"  # days in English, as everywhere else on the slides


@dataclass(frozen=True)
class SheetColumn:
    """A column: its letter, its heading, and below it texts, numbers or days; None is an empty cell."""

    letter: str
    heading: str
    values: tuple[Value, ...]

    @property
    def cells(self) -> str:
        """The reference of its values: "Sheet1!$B$2:$B$4"."""
        return f"{SHEET}!${self.letter}$2:${self.letter}${len(self.values) + 1}"

    @property
    def head(self) -> str:
        """The reference of its heading: "Sheet1!$B$1"."""
        return f"{SHEET}!${self.letter}$1"


def sheet_columns(*headed: tuple[str, Sequence[Value]]) -> list[SheetColumn]:
    """Columns side by side from A on, at most 26; what is no finite number becomes an empty cell.

    Numbers keep 15 digits, as many as a workbook keeps, so that chart and sheet do not differ in the last one.
    """
    return [
        SheetColumn(chr(ord("A") + place), _words(heading), tuple(_kept(value) for value in values))
        for place, (heading, values) in enumerate(headed)
    ]


def serial(moment: date) -> int:
    """A day as spreadsheets count it."""
    return (moment - DAY_ZERO).days


def workbook(columns: Sequence[SheetColumn], number_format: str) -> bytes:
    """The columns as a workbook of one sheet; whatever looks like a formula or an address stays text."""
    plain = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    buffer = BytesIO()
    book = Workbook(buffer, {"in_memory": True} | plain)
    book.set_properties({"created": MADE})
    paper = book.add_worksheet(SHEET)
    numbers, days = (book.add_format({"num_format": form}) for form in (number_format, DAY_FORMAT))
    for place, column in enumerate(columns):
        paper.set_column(place, place, 16)
        paper.write_string(0, place, column.heading)
        for row, value in enumerate(column.values, 1):
            if isinstance(value, str):
                paper.write_string(row, place, value)
            elif isinstance(value, date):
                paper.write_number(row, place, serial(value), days)
            elif value is not None:
                paper.write_number(row, place, value, numbers)
    book.close()
    return buffer.getvalue()


def _kept(value: Value) -> Value:
    if isinstance(value, str):
        return _words(value) or None
    if value is None or isinstance(value, date):
        return value
    return float(f"{value:.15g}") if isfinite(value) else None


def _words(text: str) -> str:
    return " ".join(clean(text).split())
