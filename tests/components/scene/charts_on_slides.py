"""Charts typed in by hand, and what stands in them once they are on a slide."""

from dataclasses import dataclass
from datetime import date, timedelta
from io import BytesIO
from typing import Any
from xml.etree import ElementTree
from zipfile import ZipFile

from pptx import Presentation

from components.scene.native.powerpoint import written
from components.scene.things import PALETTE, Columns, Cumulative, Place, Slide
from tests.components.scene.chart_schema import CHART

NOT_KNOWN = float("nan")
SHEET = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
FRAME = Place(1.0, 1.0, 8.0, 5.0)
PLOT = Place(2.0, 1.5, 6.0, 4.0)  # an eighth from the left, a tenth from above, three quarters wide, four fifths high

COLUMNS = Columns(
    name="Volumes",
    place=FRAME,
    plot=PLOT,
    labels=("Reported", "Model", "Notified"),
    volumes=(1_000_000.0, 800_000.0, 300_000.0),
    low=(NOT_KNOWN, 550_000.0, NOT_KNOWN),
    high=(float("inf"), 1_100_000.0, NOT_KNOWN),
    said=("> 1,000,000", "800,000", "300,000"),
    colours=(PALETTE.ink, PALETTE.model, PALETTE.within),
    limit_volume=500_000.0,
    limit_name="The cap",
    most=2_000_000.0,
    step=500_000.0,
    alt="Three columns against the cap.",
)
CUMULATIVE = Cumulative(
    name="Growth",
    place=FRAME,
    plot=PLOT,
    days=(date(2024, 3, 1), date(2024, 3, 11), date(2024, 3, 21), date(2024, 3, 31)),
    q05=(0.0, 100.0, 200.0, 300.0),
    q50=(0.0, 200.0, 400.0, 600.0),
    q95=(0.0, 300.0, 600.0, 900.0),
    limit_volume=450.0,
    limit_name="The cap",
    window=(date(2024, 3, 16), date(2024, 3, 21), date(2024, 3, 26)),
    most=1_000.0,
    step=250.0,
    alt="What had come by each day.",
)


def many_days(count: int) -> dict[str, Any]:
    """Days and volumes of a chart that grows by 10, 20 and 30 a day."""
    return {
        "days": tuple(date(2024, 1, 1) + timedelta(days=place) for place in range(count)),
        "q05": tuple(10.0 * place for place in range(count)),
        "q50": tuple(20.0 * place for place in range(count)),
        "q95": tuple(30.0 * place for place in range(count)),
        "most": 30.0 * count,
    }


@dataclass(frozen=True)
class Written:
    """A chart read back from the file: its frame's name and alternative text, its XML, its sheet by reference."""

    name: str
    alt: str
    root: ElementTree.Element
    cells: dict[str, str | float]
    formulas: int

    def all(self, name: str) -> list[ElementTree.Element]:
        """Every part of the chart of a name."""
        return list(self.root.iter(f"{CHART}{name}"))

    def values(self, name: str) -> list[str | None]:
        """What the parts of a name are set to."""
        return [part.get("val") for part in self.all(name)]


def on_a_slide(thing: Columns | Cumulative) -> Written:
    """A chart on the only slide of a deck that was saved and opened again."""
    file = BytesIO(written([Slide("columns", "A chart", (thing,), (), "")], "A chart", date(2040, 1, 1)))
    _, frame, *_ = Presentation(file).slides[0].shapes
    chart: Any = frame
    book = chart.chart.part.chart_workbook.xlsx_part.blob
    root = ElementTree.fromstring(chart.chart.part.blob)
    about = chart.element.nvGraphicFramePr.cNvPr
    cells, formulas = _cells(book)
    return Written(frame.name, about.get("descr"), root, cells, formulas)


def _cells(book: bytes) -> tuple[dict[str, str | float], int]:
    """The cells of the only sheet of a workbook by their names, and how many hold a formula."""
    with ZipFile(BytesIO(book)) as package:
        sheet = ElementTree.fromstring(package.read("xl/worksheets/sheet1.xml"))
        shared = ElementTree.fromstring(package.read("xl/sharedStrings.xml"))
    texts = ["".join(entry.itertext()) for entry in shared.iterfind(f"{SHEET}si")]
    cells: dict[str, str | float] = {}
    for cell in sheet.iter(f"{SHEET}c"):
        value = cell.findtext(f"{SHEET}v")
        if value is not None:
            cells[cell.get("r", "")] = texts[int(value)] if cell.get("t") == "s" else float(value)
    return cells, len(list(sheet.iter(f"{SHEET}f")))
