"""The workbook, as another library opens it: every table whole, every text a text, nothing that a program would run."""

import io
import re
import zipfile
from datetime import date, datetime
from functools import cache
from typing import Any
from xml.etree import ElementTree

import openpyxl
import pytest
from openpyxl.workbook.workbook import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from data.export.archive import moment_of, parts
from data.export.codebook import Column
from data.export.readme import Section, readme
from data.export.sheets import Sheet
from data.export.workbook import workbook
from data.files.spreadsheet import joined
from tests.cases.formula_texts import QUOTE
from tests.data.export.exported import EXPORTED, exported

README = (Section("Title", ("A paragraph.",)),)
MOMENT = datetime(2040, 1, 1)  # noqa: DTZ001


@cache
def made(case: str) -> bytes:
    of = exported(case)
    told = readme(of.sheets, parts(of.evidence), of.evidence, of.links)
    return workbook(of.sheets, told, of.evidence.case.title, moment_of(of.evidence.case.as_of))


@cache
def opened(case: str) -> Workbook:
    return openpyxl.load_workbook(io.BytesIO(made(case)))


def page(case: str, name: str) -> Worksheet:
    found = opened(case)[name]
    assert isinstance(found, Worksheet)
    return found


def small(kind: str, *cells: object) -> Worksheet:
    """The worksheet of one column with these cells."""
    sheet = Sheet("small", "Small", "One column.", (Column("column", kind, "", ""),), ([*cells],))
    found = openpyxl.load_workbook(io.BytesIO(workbook([sheet], README, "Title", MOMENT)))["small"]
    assert isinstance(found, Worksheet)
    return found


@pytest.mark.parametrize("case", EXPORTED)
def test_first_come_readme_index_and_codebook_then_every_table(case: str) -> None:
    assert opened(case).sheetnames == ["readme", "index", "codebook", *(sheet.name for sheet in exported(case).sheets)]


def test_names_of_worksheets_are_such_as_excel_allows() -> None:
    assert [name for name in opened("own").sheetnames if not re.fullmatch(r"[a-z_]{1,31}", name)] == []


@pytest.mark.parametrize("case", EXPORTED)
def test_every_cell_of_every_table_is_there(case: str) -> None:
    for sheet in exported(case).sheets:
        rows = list(page(case, sheet.name).iter_rows(min_row=2, max_row=1 + len(sheet), values_only=True))
        expected = [
            tuple(_expected(one, column.kind) for column, one in zip(sheet.columns, cells, strict=True))
            for cells in zip(*sheet.cells, strict=True)
        ]
        read = [tuple(_read(one) for one in row) for row in rows] if expected else []
        assert read == expected, sheet.name


def _expected(value: Any, kind: str) -> object:
    if kind == "day" and value is not None:
        return datetime(value.year, value.month, value.day)  # noqa: DTZ001
    if isinstance(value, float):
        return float(f"{value:.16g}")  # the digits that a workbook keeps
    return (joined(value) if kind == "list" else value) or (None if value in ("", ()) else value)


def _read(value: object) -> object:
    # openpyxl leaves control signs as the file has them.
    return re.sub(r"_x00([01]\w)_", lambda one: chr(int(one[1], 16)), value) if isinstance(value, str) else value


@pytest.mark.parametrize("case", EXPORTED)
def test_no_cell_is_a_formula_and_no_link_leads_anywhere_but_to_the_views(case: str) -> None:
    for found in opened(case).worksheets:
        for row in found.iter_rows():
            for cell in row:
                assert cell.data_type != "f"
                if cell.hyperlink and cell.hyperlink.target:
                    assert cell.hyperlink.target.startswith("https://views.invalid/")


def test_a_quote_that_begins_as_a_formula_stands_verbatim_as_text() -> None:
    cell = page("formula texts", "claims")["D2"]
    assert (_read(cell.value), cell.data_type) == (QUOTE, "s")


def test_header_rows_are_bold_stay_in_view_and_have_filters() -> None:
    claims = page("own", "claims")
    assert [cell.value for cell in claims[1]] == [column.name for column in exported("own").sheet("claims").columns]
    assert all(cell.font.bold for cell in claims[1])
    assert (claims.freeze_panes, claims.auto_filter.ref) == ("B2", "A1:AU73")


def test_a_table_without_rows_has_its_header() -> None:
    claims = page("no documents", "claims")
    assert (claims["A1"].value, claims["A2"].value, claims.auto_filter.ref) == ("claim_id", None, "A1:AU2")


def test_numbers_are_numbers_with_their_thousands_set_apart() -> None:
    cells = small("number", 1_000_000.0, None, 15_279.0)
    assert [(cells[f"A{row}"].value, cells[f"A{row}"].data_type) for row in (2, 3, 4)] == [
        (1_000_000, "n"), (None, "n"), (15_279, "n"),
    ]  # fmt: skip
    assert cells["A2"].number_format == "#,##0"


def test_years_have_no_thousands_set_apart() -> None:
    volumes = page("own", "volumes")
    place = [cell.value for cell in volumes[1]].index("year")
    assert (volumes[2][place].value, volumes[2][place].number_format) == (2024, "0")


def test_days_are_days_and_one_that_excel_does_not_know_is_text() -> None:
    cells = small("day", date(2024, 3, 7), date(1900, 3, 1), date(1900, 2, 28), date(999, 12, 31), None)
    assert [cells[f"A{row}"].value for row in range(2, 7)] == [
        datetime(2024, 3, 7), datetime(1900, 3, 1), "1900-02-28", "0999-12-31", None,  # noqa: DTZ001
    ]  # fmt: skip
    assert (cells["A2"].is_date, cells["A2"].number_format) == (True, "yyyy-mm-dd")


def test_yes_and_no_are_booleans() -> None:
    cells = small("yes-no", True, False, None)
    assert [(cells[f"A{row}"].value, cells[f"A{row}"].data_type) for row in (2, 3, 4)] == [
        (True, "b"), (False, "b"), (None, "n"),
    ]  # fmt: skip


def test_long_texts_are_wrapped_in_rows_high_enough_for_them() -> None:
    cells = small("text", "short", "word " * 30)
    assert cells["A3"].alignment.wrap_text
    assert [cells.row_dimensions[row].height for row in (2, 3)] == [None, 45]


def test_a_text_longer_than_a_cell_is_cut_with_an_ellipsis() -> None:
    cells = small("text", "x" * 32_767, "y" * 32_768, "🛢" * 20_000)
    assert cells["A2"].value == "x" * 32_767
    assert cells["A3"].value == "y" * 32_766 + "…"
    assert cells["A4"].value == "🛢" * 16_383 + "…"


def test_the_codebook_has_a_line_for_every_table_and_column() -> None:
    lines = [row[:4] for row in page("own", "codebook").iter_rows(min_row=2, values_only=True)]
    expected: list[tuple[object, ...]] = []
    for sheet in exported("own").sheets:
        expected.append((sheet.name, None, "table", None))
        expected += [(sheet.name, one.name, one.kind, one.unit or None) for one in sheet.columns]
    assert lines == expected


def test_the_name_of_a_table_in_the_codebook_leads_to_it() -> None:
    link = page("own", "codebook")["A2"].hyperlink
    assert (link.location, page("own", "codebook")["A2"].value) == ("'case'!A1", "case")


def test_the_readme_comes_first_with_the_title_of_the_case() -> None:
    assert page("second case", "readme")["A1"].value == exported("second case").evidence.case.title


def test_the_index_leads_to_every_table_with_its_rows_and_what_it_holds() -> None:
    index, claims = page("own", "index"), exported("own").sheet("claims")
    assert [cell.value for cell in index["A"][1:]] == [sheet.name for sheet in exported("own").sheets]
    row = next(number for number in range(2, index.max_row + 1) if index[f"A{number}"].value == "claims")
    assert index[f"A{row}"].hyperlink.location == "'claims'!A1"
    assert [index[f"{column}{row}"].value for column in "BCD"] == [72, "Claims", claims.description]


def test_every_record_link_can_be_followed() -> None:
    for sheet in exported("own").sheets:
        found = page("own", sheet.name)
        place = [cell.value for cell in found[1]].index("record_link")
        for row in range(2, len(sheet) + 2):
            assert found[row][place].hyperlink.target == found[row][place].value


def test_a_text_that_looks_like_a_formula_carries_the_mark_of_a_text() -> None:
    cells = small("text", "=1+1", "=", "plain", " -5")
    assert [cells[f"A{row}"].quotePrefix for row in range(2, 6)] == [True, True, False, True]
    assert page("formula texts", "claims")["D2"].quotePrefix


def test_tables_are_printed_landscape_as_wide_as_their_paper_and_wide_ones_on_several_with_their_ids() -> None:
    lanes, claims = page("own", "lanes"), page("own", "claims")
    assert [one.page_setup.orientation for one in (lanes, claims)] == ["landscape", "landscape"]
    assert [one.sheet_properties.pageSetUpPr.fitToPage for one in (lanes, claims)] == [True, True]
    assert (lanes.page_setup.fitToWidth or 1, lanes.page_setup.fitToHeight) == (1, 0)
    assert (claims.page_setup.fitToWidth, claims.print_title_cols) == (5, "$A:$A")


def test_a_link_that_no_program_should_follow_stays_text() -> None:
    column = Column("record_link", "text", "", "")
    sheet = Sheet("small", "Small", "One column.", (column,), (["javascript:alert(1)"],))
    found = openpyxl.load_workbook(io.BytesIO(workbook([sheet], README, "Title", MOMENT)))["small"]
    assert (found["A2"].value, found["A2"].hyperlink) == ("javascript:alert(1)", None)


@pytest.mark.parametrize("case", EXPORTED)
def test_the_same_evidence_gives_the_same_bytes(case: str) -> None:
    of = exported(case)
    told = readme(of.sheets, parts(of.evidence), of.evidence, of.links)
    assert workbook(of.sheets, told, of.evidence.case.title, moment_of(of.evidence.case.as_of)) == made(case)


def test_it_was_made_on_the_day_of_the_data() -> None:
    assert opened("own").properties.created == datetime(2026, 11, 22)  # noqa: DTZ001


def test_a_title_with_control_signs_does_not_break_the_file() -> None:
    book = workbook([], README, "Salt\x00\x1b[31m\ufffe", MOMENT)
    assert openpyxl.load_workbook(io.BytesIO(book)).properties.title == "Salt  [31m "


def test_every_part_is_well_formed_xml() -> None:
    with zipfile.ZipFile(io.BytesIO(made("formula texts"))) as packed:
        roots = [ElementTree.fromstring(packed.read(name)) for name in packed.namelist()]
    assert len(roots) > 40
