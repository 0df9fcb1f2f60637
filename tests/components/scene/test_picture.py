"""A figure as an SVG file: what stands in it, by hand from its marks, and that it is whole whatever a case holds."""

from xml.etree import ElementTree

import pytest

from components.figures.captioned import events, gauge
from components.scene.canvas import Canvas, Look
from components.scene.furniture import NOMINAL_WIDTH, Scene, Words
from components.scene.marks import Box, Label
from components.scene.svg import picture
from components.scene.things import PALETTE, Paragraph, Run
from data.frames.reported import headline_row
from data.frames.timeline import all_events, record_events_frame, timeline_frame, writing_frame
from data.volumes import volumes_frame
from tests.cases.registry import CASES, evidence_of
from tests.components.scene.test_svg import HOSTILE, SVG, all_of, points_of, told

TAGS = set("svg title desc g a text tspan rect line polygon polyline ellipse path".split())
ADDRESS = "http://example.invalid/?claim=A04&data=1"


def scene_of(*marks: Label | Box, title: str = "Salt is above the cap") -> Scene:
    canvas = Canvas(Look(PALETTE), list(marks))
    canvas.xaxis |= {"range": (0, 8)}
    canvas.yaxis |= {"range": (0, 4)}
    return Scene(canvas, Words(title, "Tonnes", ("Sources: A [A04].",)), 400, (100, 180))


def drawn(*marks: Label | Box, link: str = "", alt: str = "A box.", title: str = "Salt") -> ElementTree.Element:
    def linked(text: str, leads_to: str) -> Paragraph:
        return (Run(text, link=link if leads_to or text == "A04" else ""),)

    return ElementTree.fromstring(picture(scene_of(*marks, title=title), alt, linked))


def label(markup: str, leads_to: str = "") -> Label:
    return Label(markup, (4, 2), 12, "#112233", leads_to=leads_to)


def test_a_figure_has_its_title_and_a_description() -> None:
    root = drawn(alt="A box of  salt.", title="Salt is above the cap")
    assert (root.get("role"), root[0].tag, root[1].tag) == ("figure", f"{SVG}title", f"{SVG}desc")
    assert (root[0].text, root[1].text) == ("Salt is above the cap", "A box of salt.")


def test_title_subtitle_and_sources_stand_around_the_plot() -> None:
    root = drawn(label("<b>5</b> tonnes"), title="Salt is above the cap")
    assert told(root) == ["5 tonnes", "Salt is above the cap", "Tonnes", "Sources: A [A04]."]
    # A wide title is 25 pixels in bold and its line 33 high, a subtitle's 19.8: with the air the plot begins at 78.8.
    (size,) = {text.get("font-size") for text in root.iter(f"{SVG}tspan") if text.text == "Salt is above the cap"}
    assert size == "26"  # hundredths of an inch: 25 of 96 pixels
    assert (root.get("width"), root.get("height")) == ("1080", "517")


def test_a_box_lies_where_its_axes_say() -> None:
    (_, box) = [*all_of(drawn(), "rect"), *all_of(drawn(Box((0, 8), (0, 4), "#B3381A")), "polygon")]
    # 100 pixels right and 78.8 down, 800 wide and 400 high, in hundredths of an inch of 96 pixels.
    assert box["points"] == "104.2,82.1 937.5,82.1 937.5,498.7 104.2,498.7"


def test_words_that_lead_to_an_address_on_the_web_are_links_and_stay_words() -> None:
    root = drawn(label("see it", leads_to="record:salt"), link=ADDRESS)
    (link,) = root.iter(f"{SVG}a")
    assert (link.get("href"), "".join(link.itertext())) == (ADDRESS, "see it")


@pytest.mark.parametrize("link", ["javascript:alert()", "data:text/html,x", "file:///etc/passwd", "//example.invalid"])
def test_any_other_address_is_no_link(link: str) -> None:
    root = drawn(label("see it", leads_to="record:salt"), link=link)
    assert told(root)[0] == "see it"
    assert all_of(root, "a") == []


def test_words_from_right_to_left_say_so() -> None:
    (span,) = [span for span in drawn(label("ملح الوادي")).iter(f"{SVG}tspan") if "ملح" in (span.text or "")]
    assert (span.get("direction"), span.get("unicode-bidi")) == ("rtl", "isolate")


def test_hostile_words_are_words() -> None:
    root = drawn(label(HOSTILE.replace("<", "&lt;")), alt=HOSTILE, title=HOSTILE)
    assert {element.tag.removeprefix(SVG) for element in root.iter()} <= TAGS
    assert not [value for element in root.iter() for value in element.attrib.values() if "example" in value]


@pytest.mark.parametrize("case", CASES)
def test_of_every_case_the_file_is_whole_and_nothing_leaves_it(case: str) -> None:
    evidence = evidence_of(case)
    reported = headline_row(volumes_frame(evidence), evidence)
    rows, writing = all_events(timeline_frame(evidence), record_events_frame(evidence)), writing_frame(evidence)
    for look in (Look(PALETTE), Look(PALETTE, "medium"), Look(PALETTE, "narrow")):
        for scene in (events(rows, writing, reported, evidence, look), gauge(reported, evidence, look)):
            root = ElementTree.fromstring(picture(scene, "A figure."))
            across, high = NOMINAL_WIDTH[look.width] / 0.96, float((root.get("viewBox") or "").split()[3])
            assert {element.tag.removeprefix(SVG) for element in root.iter()} <= TAGS - {"a"}
            assert all(-1 <= x <= across + 1 and -1 <= y <= high + 1 for one in root.iter() for x, y in points_of(one))
