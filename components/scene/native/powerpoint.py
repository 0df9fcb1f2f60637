"""Slides -> a PowerPoint file, native and editable; its bytes are the same whenever it is written."""

import struct
from collections.abc import Sequence
from datetime import UTC, date, datetime
from functools import cache, partial
from io import BytesIO
from typing import cast
from zipfile import ZipFile

from pptx import Presentation
from pptx.chart.data import ChartData
from pptx.enum.chart import XL_CHART_TYPE
from pptx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from pptx.opc.package import Part
from pptx.opc.packuri import PackURI
from pptx.oxml import parse_xml
from pptx.parts.slide import SlidePart
from pptx.presentation import Presentation as Deck

from components.scene.native import frame
from components.scene.native.adopted import Theme, on_ground
from components.scene.native.charts.columns import column_chart
from components.scene.native.charts.cumulative import cumulative_chart
from components.scene.native.charts.parts import Chart
from components.scene.native.charts.worksheet import workbook
from components.scene.native.drawingml import LANGUAGE, Known
from components.scene.native.template import TEMPLATE, built
from components.scene.text import clean
from components.scene.things import Columns, Cumulative, Slide
from components.theme import shortened
from data.texts.addresses import web_address

PROGRAM = "Barrelwatch"
LONGEST_ADDRESS = 2_000  # characters; a longer one is not followed everywhere
LONGEST_PROPERTY = 255
EARLIEST, LATEST = date(1980, 1, 1), date(2107, 12, 31)  # the days that a zip file can name


def written(slides: Sequence[Slide], title: str, as_of: date, theme: Theme | None = None) -> bytes:
    """A deck of slides as the bytes of a .pptx file, made, so it says, on the day `as_of`.

    With a theme it has its colours and fonts."""
    deck = Presentation(BytesIO(built(theme)) if theme else str(TEMPLATE))
    layout, notes_master = deck.slide_layouts[0].part, deck.notes_master.part
    for number, slide in enumerate(slides, 1):
        part = _add(deck, layout, slide, number, theme)
        if slide.notes:
            _note(part, notes_master, slide.notes, number)
    moment = datetime.combine(min(max(as_of, EARLIEST), LATEST), datetime.min.time(), UTC)
    _describe(deck, title, moment)
    file = BytesIO()
    deck.save(file)
    return _dated(file.getvalue(), moment)


def followed(address: str) -> str:
    """A web address as a link may hold it, its odd characters in code; empty if it is not one of http or https."""
    coded = web_address(address)
    return coded if len(coded) <= LONGEST_ADDRESS else ""


def _add(deck: Deck, layout: Part, slide: Slide, number: int, theme: Theme | None) -> SlidePart:
    """One slide, read in one go; its links and charts are added where they are met."""
    package, name = deck.part.package, PackURI(f"/ppt/slides/slide{number}.xml")
    part = SlidePart(name, CONTENT_TYPE.PML_SLIDE, package, parse_xml(frame.page("")))
    part.relate_to(layout, RELATIONSHIP_TYPE.SLIDE_LAYOUT)
    deck.element.get_or_add_sldIdLst().add_sldId(deck.part.relate_to(part, RELATIONSHIP_TYPE.SLIDE))
    known = Known(cache(partial(_linked, part)), partial(_charted, part))
    drawn = frame.things(slide, number, known)
    part.slide.shapes.element.extend(parse_xml(on_ground(drawn, theme) if theme else drawn))
    return part


def _linked(part: SlidePart, address: str) -> str:
    coded = followed(address)
    return part.relate_to(coded, RELATIONSHIP_TYPE.HYPERLINK, is_external=True) if coded else ""


class _Ready:
    """A chart as python-pptx asks for one when it adds it to a slide."""

    def __init__(self, chart: Chart) -> None:
        self._xml = chart.xml.encode("utf-8")
        self.xlsx_blob = workbook(chart.sheet, chart.number_format)

    def xml_bytes(self, _kind: XL_CHART_TYPE) -> bytes:
        return self._xml


def _charted(slide: SlidePart, thing: Columns | Cumulative) -> str:
    """Adds a chart to a slide; the name under which the slide knows it.

    Columns: one a label, what is said at its foot, whiskers, and the limit as a line from edge to edge; a column
    without a volume stays empty. Cumulative: the band and the median by day, the limit as a line from edge to edge, on
    it the window of days. Without a limit there is neither line nor window. Raises ValueError without a column, or if
    no day has its numbers.
    """
    chart = column_chart(thing) if isinstance(thing, Columns) else cumulative_chart(thing)
    # Its own writer knows neither whiskers nor two kinds of plot in one chart; of a chart's source it asks only this.
    return str(slide.add_chart_part(XL_CHART_TYPE.COLUMN_CLUSTERED, cast(ChartData, _Ready(chart))))


def _note(slide: SlidePart, master: Part, text: str, number: int) -> None:
    # python-pptx would search for a name and copy each placeholder, which takes longer than the slide itself.
    name = PackURI(f"/ppt/notesSlides/notesSlide{number}.xml")
    part = Part(name, CONTENT_TYPE.PML_NOTES_SLIDE, slide.package, frame.notes(text).encode())
    part.relate_to(master, RELATIONSHIP_TYPE.NOTES_MASTER)
    part.relate_to(slide, RELATIONSHIP_TYPE.SLIDE)
    slide.relate_to(part, RELATIONSHIP_TYPE.NOTES_SLIDE)


def _describe(deck: Deck, title: str, moment: datetime) -> None:
    about = deck.core_properties
    about.title = shortened(" ".join(clean(title).split()), LONGEST_PROPERTY)
    about.author = about.last_modified_by = PROGRAM
    about.language = LANGUAGE
    about.created = about.modified = moment
    about.revision = 1


def _dated(package: bytes, moment: datetime) -> bytes:
    """The same package, each part of which says it was packed at one moment."""
    # Only these bytes are changed: to pack it anew would take as long as to pack it.
    stamp = struct.pack("<HH", 0, (moment.year - EARLIEST.year) << 9 | moment.month << 5 | moment.day)
    content = bytearray(package)
    with ZipFile(BytesIO(package)) as packed:
        entry = packed.start_dir
        for part in packed.infolist():
            content[part.header_offset + 10 : part.header_offset + 14] = stamp
            content[entry + 12 : entry + 16] = stamp
            entry += 46 + sum(struct.unpack_from("<HHH", content, entry + 28))  # its name, extras and comment follow
    return bytes(content)
