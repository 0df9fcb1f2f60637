"""Native charts as they stand in the file: XML in the order of the schema, and a sheet with the same values."""

from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise
from typing import Any
from xml.etree import ElementTree

import pytest

from components.scene.native.charts.columns import column_chart
from components.scene.native.charts.worksheet import workbook
from components.scene.things import PALETTE, Columns, Cumulative
from tests.components.scene.chart_schema import CHART, DRAWING, name_of, problems
from tests.components.scene.charts_on_slides import COLUMNS, CUMULATIVE, NOT_KNOWN, many_days, on_a_slide

HOSTILE = (
    "=1+1",
    "+cmd|' /C calc'!A0",
    "-2+3",
    "@SUM(A1)",
    "한국어로 된 아주 긴 이름",
    "x" * 200,
    "a\x00\x0b<b>&\ud800\nc",
)


def columns_of(count: int, **changes: Any) -> Columns:
    """As many columns of 100,000, 200,000 ... each with a whisker."""
    volumes = tuple(100_000.0 * (place + 1) for place in range(count))
    given = {
        "labels": tuple(f"Column {place}" for place in range(count)),
        "volumes": volumes,
        "low": tuple(volume - 50_000 for volume in volumes),
        "high": tuple(volume + 50_000 for volume in volumes),
        "said": tuple(f"{volume:,.0f}" for volume in volumes),
        "colours": (PALETTE.model,) * count,
    }
    return replace(COLUMNS, **(given | changes))


STATES: dict[str, Columns | Cumulative] = {
    "three columns": COLUMNS,
    "no limit": replace(COLUMNS, limit_volume=NOT_KNOWN, limit_name=""),
    "a single column": columns_of(1),
    "twelve columns": columns_of(12),
    "no whiskers": columns_of(4, low=(NOT_KNOWN,) * 4, high=(NOT_KNOWN,) * 4),
    "no volume at all": columns_of(2, volumes=(NOT_KNOWN, NOT_KNOWN), said=("", "not known")),
    "hostile names": columns_of(7, labels=HOSTILE, said=HOSTILE, limit_name=HOSTILE[0], name=HOSTILE[-1]),
    "an axis in parts of one": columns_of(2, volumes=(0.5, 1.25), most=1.5, step=0.25, limit_volume=1.0),
    "growth": CUMULATIVE,
    "growth against a line that falls": replace(
        CUMULATIVE, line=((date(2024, 3, 1), 450.0), (date(2024, 3, 31), 200.0)), line_name="What is left"
    ),
    "growth without a limit": replace(CUMULATIVE, limit_volume=NOT_KNOWN),
    "growth without a window": replace(CUMULATIVE, window=()),
    "growth on a single day": replace(CUMULATIVE, days=(date(2024, 3, 1),) * 4),
    "growth over years": replace(CUMULATIVE, **many_days(2_000), window=(date(2025, 1, 1),) * 3),
    "growth with a hostile limit": replace(CUMULATIVE, limit_name=HOSTILE[0], alt=HOSTILE[-1]),
}
every_state = pytest.mark.parametrize("thing", STATES.values(), ids=STATES.keys())


def cached(root: ElementTree.Element) -> dict[str, str | float]:
    """Every value that a chart holds of its sheet, by the name of the cell it is said to come from."""
    found: dict[str, str | float] = {}
    for reference in (*root.iter(f"{CHART}strRef"), *root.iter(f"{CHART}numRef")):
        first = (reference.findtext(f"{CHART}f") or "").split("!")[1].split(":")[0].replace("$", "")
        for point in reference.iter(f"{CHART}pt"):
            value = point.findtext(f"{CHART}v") or ""
            name = f"{first[0]}{int(first[1:]) + int(point.get('idx', ''))}"
            found[name] = value if name_of(reference) == "strRef" else float(value)
    return found


@every_state
def test_the_parts_of_a_chart_stand_in_the_order_of_the_schema(thing: Columns | Cumulative) -> None:
    assert problems(on_a_slide(thing).root) == []


def test_a_part_out_of_order_would_be_noticed() -> None:
    root = on_a_slide(COLUMNS).root
    series = next(root.iter(f"{CHART}ser"))
    series.append(series[0])
    series.remove(series[0])
    assert any(problem.startswith("ser: the order is") for problem in problems(root))


@every_state
def test_the_sheet_behind_a_chart_holds_what_the_chart_shows(thing: Columns | Cumulative) -> None:
    written = on_a_slide(thing)
    shown = cached(written.root)
    assert {name: written.cells.get(name) for name in shown} == shown


@every_state
def test_no_cell_is_a_formula(thing: Columns | Cumulative) -> None:
    assert on_a_slide(thing).formulas == 0


@every_state
def test_no_number_is_not_a_number(thing: Columns | Cumulative) -> None:
    values = [value.text for value in on_a_slide(thing).all("v")]
    assert {"nan", "inf", "-inf", "None"}.isdisjoint(str(value).lower() for value in values)


@every_state
def test_no_theme_can_cast_a_shadow(thing: Columns | Cumulative) -> None:
    parts = on_a_slide(thing).all("spPr")
    assert all(part.find(f"{DRAWING}effectLst") is not None for part in parts)


def test_labels_that_look_like_formulas_stay_texts() -> None:
    cells = on_a_slide(columns_of(4, labels=HOSTILE[:4])).cells
    assert [cells[f"A{row}"] for row in (2, 3, 4, 5)] == ["=1+1", "+cmd|' /C calc'!A0", "-2+3", "@SUM(A1)"]


def test_the_sheet_of_columns_tells_all_that_was_given() -> None:
    cells = on_a_slide(COLUMNS).cells
    assert {name: value for name, value in cells.items() if name[1:] in ("1", "3")} == {
        "A1": "Label", "B1": "Volume", "C1": "The cap", "D1": "Whisker below", "E1": "Whisker above", "F1": "Low",
        "G1": "High", "H1": "In words", "I1": "Label in full", "A3": "Model", "B3": 800_000.0, "C3": 500_000.0,
        "D3": 250_000.0, "E3": 300_000.0, "F3": 550_000.0, "G3": 1_100_000.0, "H3": "800,000", "I3": "Model",
    }  # fmt: skip


def test_a_whisker_without_an_end_is_an_empty_cell() -> None:
    cells = on_a_slide(COLUMNS).cells
    assert {"D2", "E2", "F2", "G2", "D4", "E4"}.isdisjoint(cells)


def test_the_axis_is_fixed_and_its_numbers_set_thousands_apart() -> None:
    (axis,) = on_a_slide(COLUMNS).all("valAx")
    told = {name_of(part): part.attrib for part in axis.iter()}
    assert (told["max"]["val"], told["min"]["val"], told["majorUnit"]["val"]) == ("2000000", "0", "500000")
    assert told["numFmt"] == {"formatCode": "#,##0", "sourceLinked": "0"}


def test_the_plot_lies_exactly_where_it_was_put() -> None:
    (layout,) = on_a_slide(COLUMNS).all("manualLayout")
    assert {name_of(part): part.get("val") for part in layout} == {
        "layoutTarget": "inner", "xMode": "edge", "yMode": "edge",
        "x": "0.125000", "y": "0.100000", "w": "0.750000", "h": "0.800000",
    }  # fmt: skip


@every_state
def test_a_chart_has_neither_title_nor_legend(thing: Columns | Cumulative) -> None:
    written = on_a_slide(thing)
    assert written.values("autoTitleDeleted") == ["1"]
    assert not written.all("title") + written.all("legend")


def test_a_frame_says_what_it_is() -> None:
    written = on_a_slide(COLUMNS)
    assert (written.name, written.alt) == ("Volumes", "Three columns against the cap.")


def test_the_limit_is_a_line_that_goes_half_a_column_beyond_its_ends() -> None:
    (line,) = on_a_slide(COLUMNS).all("lineChart")
    ends = {name_of(part): part.get("val") for part in line.iter() if name_of(part) in ("forward", "backward")}
    assert ends == {"forward": "0.5", "backward": "0.5"}
    assert {part.get("val") for fill in line.iter(f"{DRAWING}solidFill") for part in fill} == {"accent2"}


def test_without_a_limit_there_is_no_line() -> None:
    assert on_a_slide(STATES["no limit"]).all("lineChart") == []


def test_a_column_alone_stands_between_two_empty_places_so_that_the_line_has_its_points() -> None:
    cells = on_a_slide(columns_of(1)).cells
    assert [cells.get(name) for name in ("B2", "B3", "B4")] == [None, 100_000.0, None]
    assert [cells.get(name) for name in ("C2", "C3", "C4")] == [500_000.0] * 3


def test_each_column_has_its_own_colour() -> None:
    points = on_a_slide(COLUMNS).all("dPt")
    colours = [colour.get("val") for point in points for fill in point.iter(f"{DRAWING}solidFill") for colour in fill]
    assert colours == ["tx1", "accent1", "tx2"]


def test_what_is_said_stands_at_the_foot_of_its_column_in_a_colour_that_can_be_read_there() -> None:
    labels = on_a_slide(COLUMNS).all("dLbl")
    told = [("".join(label.itertext()), next(label.iter(f"{DRAWING}schemeClr")).get("val")) for label in labels]
    assert told == [("> 1,000,000", "bg1"), ("800,000", "bg1"), ("300,000", "tx1")]
    places = [part.get("val") for label in labels for part in label.iter(f"{CHART}dLblPos")]
    assert places == ["inBase"] * 3


def test_the_number_in_a_label_is_a_field_that_follows_an_edit_of_the_data() -> None:
    ranged = replace(COLUMNS, said=("> 1,000,000", "about 800,000", "200,000–400,000"))
    labels = on_a_slide(ranged).all("dLbl")
    fields = [[field.findtext(f"{DRAWING}t") for field in label.iter(f"{DRAWING}fld")] for label in labels]
    assert fields == [["1,000,000"], ["800,000"], []]  # a range is two numbers, of which the column is one
    assert {field.get("type") for label in labels for field in label.iter(f"{DRAWING}fld")} == {"VALUE"}


def test_what_does_not_fit_into_a_column_stands_above_it() -> None:
    low = replace(COLUMNS, volumes=(1_000_000.0, 800_000.0, 3_000.0))
    assert on_a_slide(low).values("dLblPos") == ["inBase", "inBase", "outEnd"]


def test_a_column_without_a_volume_is_not_lettered() -> None:
    unknown = replace(COLUMNS, volumes=(NOT_KNOWN, 800_000.0, 300_000.0))
    assert on_a_slide(unknown).values("delete")[0] == "1"


def test_the_text_of_a_chart_is_that_of_the_theme_in_12_points() -> None:
    written = on_a_slide(COLUMNS)
    sizes = {part.get("sz") for tag in ("defRPr", "rPr") for part in written.root.iter(f"{DRAWING}{tag}")}
    faces = {part.get("typeface") for part in written.root.iter(f"{DRAWING}latin")}
    assert (sizes, faces) == ({"1200"}, {"+mn-lt"})


def test_the_sheet_holds_what_is_drawn_by_day() -> None:
    cells = on_a_slide(replace(CUMULATIVE, window=())).cells
    assert [cells[f"{letter}4"] for letter in "BCDE"] == [600.0, 200.0, 400.0, 450.0]
    assert [cells[f"{letter}1"] for letter in "BCDEFG"] == [
        "95% of the runs lie below", "5% of the runs lie below", "Median", "The cap", "Passed: 90% of the runs",
        "Passed: median day",
    ]  # fmt: skip


def test_the_band_lies_between_two_covers_of_what_is_below_it() -> None:
    (areas,) = on_a_slide(CUMULATIVE).all("areaChart")
    fills = [next(series.iter(f"{DRAWING}solidFill"))[0].get("val") for series in areas.iter(f"{CHART}ser")]
    columns = [series.findtext(f"{CHART}val/{CHART}numRef/{CHART}f") for series in areas.iter(f"{CHART}ser")]
    assert fills == ["bg1", "accent1", "bg1"]
    assert [column[:9] for column in columns if column] == ["Sheet1!$C", "Sheet1!$B", "Sheet1!$C"]


@pytest.mark.parametrize("state", STATES)
def test_nothing_is_stacked_for_a_save_by_libreoffice_would_stack_the_lines_too(state: str) -> None:
    assert set(on_a_slide(STATES[state]).values("grouping")) <= {"standard", "clustered"}


@pytest.mark.parametrize("state", STATES)
def test_every_series_has_its_number_and_reads_a_whole_column_of_the_sheet(state: str) -> None:
    written = on_a_slide(STATES[state])
    numbers = [series.find(f"{CHART}idx").get("val") for series in written.all("ser")]  # type: ignore[union-attr]
    assert len(set(numbers)) == len(numbers)
    for series in written.all("ser"):
        column = series.findtext(f"{CHART}val/{CHART}numRef/{CHART}f", "").split("$")[1]
        values = {
            int(point.get("idx", "")) + 2: float(point.findtext(f"{CHART}v", ""))
            for point in series.iterfind(f"{CHART}val/{CHART}numRef/{CHART}numCache/{CHART}pt")
        }
        kept = {int(name[1:]): cell for name, cell in written.cells.items() if name[0] == column and name[1:] != "1"}
        assert values == kept


def test_days_are_days_to_the_sheet() -> None:
    assert on_a_slide(CUMULATIVE).cells["A2"] == 45_352.0  # 1 March 2024


def test_the_window_lies_on_the_limit_from_its_first_day_to_its_last() -> None:
    cells = on_a_slide(CUMULATIVE).cells
    days = [cells[f"A{row}"] for row in range(2, 8)]
    assert days == [45_352.0, 45_362.0, 45_367.0, 45_372.0, 45_377.0, 45_382.0]
    assert [cells.get(f"F{row}") for row in range(2, 8)] == [None, None, 450.0, 450.0, 450.0, None]
    assert [cells.get(f"G{row}") for row in range(2, 8)] == [None, None, None, 450.0, None, None]


def test_a_line_that_falls_has_one_value_a_day_with_the_window_on_it_and_the_limit_last() -> None:
    line = ((date(2024, 3, 1), 450.0), (date(2024, 3, 21), 450.0), (date(2024, 3, 31), 200.0))
    falling = replace(CUMULATIVE, line=line, line_name="The cap less what else was notified 200")
    written = on_a_slide(falling)
    cells = written.cells
    assert [cells[f"E{row}"] for row in range(2, 8)] == [450.0, 450.0, 450.0, 450.0, 325.0, 200.0]
    assert [cells.get(f"F{row}") for row in range(2, 8)] == [None, None, 450.0, 450.0, 325.0, None]
    assert [cells.get(f"G{row}") for row in range(2, 8)] == [None, None, None, 450.0, None, None]
    assert [cells[f"H{row}"] for row in range(1, 4)] == ["The cap", 450.0, 450.0]
    assert cells["E1"] == "The cap less what else was notified 200"
    dashes = [part.get("val") for part in written.root.iter(f"{DRAWING}prstDash")]
    assert dashes.count("dash") == 1


def test_a_day_of_the_window_lies_between_its_neighbours() -> None:
    cells = on_a_slide(CUMULATIVE).cells
    assert [cells[f"{letter}4"] for letter in "BCD"] == [450.0, 150.0, 300.0]  # halfway from 11 to 21 March


def test_without_a_limit_there_is_no_window() -> None:
    cells = on_a_slide(STATES["growth without a limit"]).cells
    assert not [name for name in cells if name[0] in "EFG" and name[1:] != "1"]


def test_many_days_become_few_and_first_last_and_window_stay() -> None:
    window = tuple(date(2024, 1, 1) + timedelta(days=day) for day in (401, 777, 1_001))
    cells = on_a_slide(replace(CUMULATIVE, **many_days(2_000), window=window)).cells
    days = [cells[f"A{row}"] for row in range(2, 100) if f"A{row}" in cells]
    assert len(days) <= 60
    assert {45_292.0, 45_292.0 + 1_999, 45_292.0 + 401, 45_292.0 + 777, 45_292.0 + 1_001} <= set(days)
    assert max(float(later) - float(former) for former, later in pairwise(days)) <= 36


def test_a_day_given_twice_counts_as_it_was_given_last() -> None:
    twice = replace(CUMULATIVE, days=(date(2024, 3, 1), *[date(2024, 3, 11)] * 2, date(2024, 3, 31)), window=())
    cells = on_a_slide(twice).cells
    assert [cells.get(f"C{row}") for row in range(2, 6)] == [0.0, 200.0, 300.0, None]


def test_area_and_lines_reach_from_edge_to_edge() -> None:
    assert on_a_slide(CUMULATIVE).values("crossBetween") == ["midCat"]


def test_a_chart_of_nothing_is_refused() -> None:
    with pytest.raises(ValueError, match="Volumes"):
        on_a_slide(columns_of(0))
    with pytest.raises(ValueError, match="Growth"):
        on_a_slide(replace(CUMULATIVE, q50=(NOT_KNOWN,) * 4))


def test_the_same_chart_has_the_same_bytes() -> None:
    first, second = (column_chart(COLUMNS) for _ in range(2))
    assert first.xml == second.xml
    assert workbook(first.sheet, first.number_format) == workbook(second.sheet, second.number_format)
