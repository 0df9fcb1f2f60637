"""Sheets as an Excel workbook: a readme, an index of the tables, the codebook, then one worksheet for each table."""

import io
import re
from collections.abc import Mapping, Sequence
from datetime import date, datetime
from math import ceil
from typing import Any

import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from data.export.codebook import Column, Values
from data.export.readme import Section
from data.export.sheets import Sheet
from data.export.source import LINK
from data.files.spreadsheet import FORMULA_MARKS, joined

CANNOT = (
    "More than 32,767 characters in a cell: a longer text is cut and ends in an ellipsis; the CSV has it whole.",
    "Days before March 1900: they stand as text.",
    "Control signs: they are carried as Excel has them, and other programs may show a carriage return as _x000D_.",
    "A list stands in one cell.",
    "The full text of the documents: a quote has up to 32 characters on either side, and its text a SHA-256.",
    "The single runs of the estimate: their quantiles and shares are here.",
)
OPTIONS = {
    "in_memory": True, "constant_memory": False, "strings_to_formulas": False, "strings_to_urls": False,
    "strings_to_numbers": False,
}  # fmt: skip
LOOKS: Mapping[str, Mapping[str, Any]] = {
    "head": {"bold": True, "valign": "top", "bottom": 1, "bg_color": "#E4E9EE"},
    "title": {"bold": True, "font_size": 14, "valign": "top", "text_wrap": True},
    "words": {"valign": "top", "text_wrap": True},
    "plain": {"valign": "top"},
    "words, as text": {"valign": "top", "text_wrap": True, "quote_prefix": True},
    "plain, as text": {"valign": "top", "quote_prefix": True},
    "link": {"valign": "top", "hyperlink": True},
    "day": {"valign": "top", "num_format": "yyyy-mm-dd", "align": "left"},
    "whole": {"valign": "top", "num_format": "#,##0"},
    "yes-no": {"valign": "top", "num_format": '"TRUE";"TRUE";"FALSE"', "align": "left"},
    "year": {"valign": "top", "num_format": "0"},
    "number": {"valign": "top", "num_format": "[>=1000]#,##0;General"},
}
MOST_CHARACTERS = 32_767  # of a cell, as UTF-16 counts them: some are two
MOST_LINKS = 60_000  # of a worksheet
WEB_LINK = re.compile(r"https?://\S{1,2000}")
NARROWEST, WIDEST = 11, 60  # columns, in characters
FIRST_DAY = date(1900, 3, 1)  # Excel takes 1900 for a leap year, so days before it are a day off
DAY_NOUGHT = date(1899, 12, 30)
CODEBOOK = {"table": 24, "column": 24, "type": 12, "unit": 22, "description": 100}
INDEX = {"table": 24, "rows": 11, "title": 32, "what it holds": 90}
WIDE_PAGE = 110
PAGE_ACROSS = 280  # characters of columns on a page of paper, at about half their size on the screen
A4 = 9  # as Excel numbers paper
LINE_HEIGHT = 15  # points
MOST_LINES = 27  # that a row can have
LINES_OF_A_ROW = 12  # more would push the next row out of sight


def workbook(sheets: Sequence[Sheet], readme: Sequence[Section], title: str, moment: datetime) -> bytes:
    """The workbook; the same sheets give the same bytes, for `moment` is the only one it knows.

    Texts stand verbatim, as texts: nothing is taken for a formula or a number, and only record_link for a link. Header
    rows are bold, stay in view and have filters; what is missing is an empty cell.
    """
    written = io.BytesIO()
    with xlsxwriter.Workbook(written, OPTIONS) as book:
        book.set_properties({"title": _printable(title)[:255], "created": moment})
        looks = {name: book.add_format(dict(look)) for name, look in LOOKS.items()}
        _write_readme(book.add_worksheet("readme"), readme, looks)
        _write_index(book.add_worksheet("index"), sheets, looks)
        _write_codebook(book.add_worksheet("codebook"), sheets, looks)
        for sheet in sheets:
            _write_table(book.add_worksheet(sheet.name), sheet, looks)
    return written.getvalue()


def _write_readme(page: Worksheet, readme: Sequence[Section], looks: Mapping[str, Format]) -> None:
    page.set_column(0, 0, WIDE_PAGE, looks["words"])
    page.hide_gridlines(2)
    page.set_paper(A4)
    page.fit_to_pages(1, 0)
    row = 0
    for section in readme:
        page.write(row, 0, _within(section.heading), looks["title"])
        page.write_column(row + 1, 0, section.paragraphs)
        _heighten(page, row + 1, [(list(section.paragraphs), WIDE_PAGE)], MOST_LINES)
        row += len(section.paragraphs) + 2


def _write_index(page: Worksheet, sheets: Sequence[Sheet], looks: Mapping[str, Format]) -> None:
    """A line for each table: its name, which leads to it, how many rows it has, and what it holds."""
    for row, sheet in enumerate(sheets, 1):
        page.write_url(row, 0, f"internal:'{sheet.name}'!A1", looks["link"], sheet.name)
        page.write_number(row, 1, len(sheet), looks["whole"])
        page.write_row(row, 2, (sheet.title, sheet.description))
    _heighten(page, 1, [([sheet.description for sheet in sheets], INDEX["what it holds"])], MOST_LINES)
    _finish(page, len(sheets), {name: (width, looks["words"]) for name, width in INDEX.items()}, looks["head"])


def _write_codebook(page: Worksheet, sheets: Sequence[Sheet], looks: Mapping[str, Format]) -> None:
    """Each table with what it holds, then its columns; the name of a table leads to its worksheet."""
    rows: list[tuple[str, ...]] = []
    for sheet in sheets:
        page.write_url(len(rows) + 1, 0, f"internal:'{sheet.name}'!A1", looks["plain"], sheet.name)
        rows.append((sheet.name, "", "table", "", f"{sheet.title}. {sheet.description}"))
        rows += [(sheet.name, one.name, one.kind, one.unit, one.description) for one in sheet.columns]
    for place, cells in enumerate(zip(*rows, strict=True)):
        if place:
            page.write_column(1, place, cells)
    for row, (name, column, *_) in enumerate(rows, 1):
        if column:
            page.write_string(row, 0, name)
    _heighten(page, 1, [([row[-1] for row in rows], CODEBOOK["description"])], MOST_LINES)
    _finish(page, len(rows), {name: (width, looks["words"]) for name, width in CODEBOOK.items()}, looks["head"])


def _write_table(page: Worksheet, sheet: Sheet, looks: Mapping[str, Format]) -> None:
    columns, wrapped = {}, []
    for place, (column, values) in enumerate(zip(sheet.columns, sheet.cells, strict=True)):
        cells, look = _cells(values, column)
        if look == "link":
            for row, address in enumerate(cells, 1):
                page.write_url(row, place, address, looks[look])
        else:
            page.write_column(1, place, cells)
            _mark_as_text(page, place, cells, looks.get(f"{look}, as text"))
        longest = max((_width(cell) for cell in cells), default=0)
        width = min(max(longest, len(column.name) + 3, NARROWEST), WIDEST)
        columns[column.name] = width, looks[look]
        wrapped += [(cells, width)] if look == "words" else []
    _heighten(page, 1, wrapped, LINES_OF_A_ROW)
    _finish(page, len(sheet), columns, looks["head"])


def _mark_as_text(page: Worksheet, place: int, cells: Values, look: Format | None) -> None:
    """Cells that look like a formula carry Excel's mark of a text, so that they stay one when somebody edits them."""
    for row, cell in enumerate(cells, 1):
        if isinstance(cell, str) and cell.lstrip().startswith(FORMULA_MARKS):
            page.write_string(row, place, cell, look)


def _finish(page: Worksheet, rows: int, columns: Mapping[str, tuple[int, Format]], head: Format) -> None:
    """Header, filters and looks of a worksheet; a cell that is written without a look has that of its column."""
    page.write_row(0, 0, columns, head)
    page.freeze_panes(1, 1)
    page.repeat_rows(0)
    page.set_landscape()
    page.set_paper(A4)
    across = ceil(sum(width for width, _ in columns.values()) / PAGE_ACROSS)
    page.fit_to_pages(across, 0)
    if across > 1:
        page.repeat_columns(0)
    page.autofilter(0, 0, max(rows, 1), len(columns) - 1)
    for place, (width, look) in enumerate(columns.values()):
        page.set_column(place, place, width, look)


def _width(cell: object) -> int:
    """How many characters a cell shows; of a number those of its format."""
    return len(cell) if isinstance(cell, str) else len(f"{cell:,.12g}") if isinstance(cell, float) else NARROWEST


def _heighten(page: Worksheet, first: int, wrapped: Sequence[tuple[Values, int]], most: int) -> None:
    """Rows as high as their wrapped texts need, up to so many lines: not every program does it by itself."""
    by_column = [[_lines(text, width) for text in texts] for texts, width in wrapped]
    for row, lines in enumerate(zip(*by_column, strict=True), first):
        if (many := max(lines)) > 1:
            page.set_row(row, LINE_HEIGHT * min(many, most))


def _lines(text: str, width: int) -> int:
    if len(text) <= width // 2 and "\n" not in text:
        return 1
    # Hangul takes two places and three bytes a character, Latin one of each: half of both together fits either.
    return sum(ceil((len(one) + len(one.encode())) / 2 / width) or 1 for one in text.splitlines())


def _cells(values: Values, column: Column) -> tuple[Values, str]:
    """What the cells of a column hold (None: nothing), and how they look."""
    match column.kind:
        case "list":
            return [_within(joined(one)) for one in values], "words"
        case "text" if column.name == LINK and len(values) <= MOST_LINKS and all(map(WEB_LINK.fullmatch, values)):
            return values, "link"
        case "number":
            whole = all(one is None or one.is_integer() for one in values)
            return values, "whole" if whole else "number"
        case "integer":
            return values, "year" if column.unit == "year" else "whole"
        case "yes-no":
            return values, "yes-no"
        case "day":
            return [_day(one) for one in values], "day"
        case _:
            texts = [_within(one) for one in values]
            return texts, "words" if any(len(one) > WIDEST or "\n" in one for one in texts) else "plain"


def _day(day: date | None) -> int | str | None:
    """A day as the number that Excel has for it, as text where it has none."""
    return None if day is None else (day - DAY_NOUGHT).days if day >= FIRST_DAY else str(day)


def _within(text: str) -> str:
    if len(text) <= MOST_CHARACTERS // 2:
        return text
    counted = text.encode("utf-16-le")
    if len(counted) <= 2 * MOST_CHARACTERS:
        return text
    return f"{counted[: 2 * (MOST_CHARACTERS - 1)].decode('utf-16-le', 'ignore')}…"


def _printable(text: str) -> str:
    """A text without the characters that XML cannot hold."""
    return re.sub(r"[\x00-\x1f\x7f-\x9f\ufffe\uffff]", " ", text)
