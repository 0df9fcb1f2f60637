"""The timeline on slides: where bars stand, what their labels say, and how lanes go on from slide to slide."""

from dataclasses import replace
from functools import cache

import pandas as pd
import pytest
from components.slides.bars import CITED_OUTLINE

from components.scene.text import INSET
from components.scene.things import CONTENT, PALETTE, Line, Shape, Slide, Table, Text, every
from components.slides.timeline import slides
from components.slides.view import Matter, matter_of
from components.theme import CITED_DASH
from data.estimate.result import estimate
from data.models.assumptions import Settings
from data.models.links import Links
from data.reading.seeds import read_evidence
from tests.cases.second_case import SECOND_CASE
from tests.components.slides.matters import matter_named

LEFT, RIGHT = 2.5, 12.63  # of the plot
HAIR = 0.001


@cache
def matter(name: str) -> Matter:
    if name == "second case with the record":
        evidence = read_evidence(SECOND_CASE)
        return matter_of(evidence, estimate(evidence, Settings()), Links("https://example.invalid"), with_record=True)
    return matter_named(name)


@cache
def drawn(name: str) -> tuple[Slide, ...]:
    return tuple(slides(matter(name)))


def texts(slide: Slide, name: str) -> list[str]:
    """What the text boxes of a name say, in their order."""
    found = [thing for thing in every(slide.things) if isinstance(thing, Text) and thing.name == name]
    return ["".join(run.text for paragraph in text.paragraphs for run in paragraph) for text in found]


def shapes(slide: Slide, title: str, name: str = "") -> list[Shape]:
    """The marks of the event or the window that has a title."""
    marks = [thing for thing in every(slide.things) if isinstance(thing, Shape) and thing.alt.startswith(f"{title}: ")]
    return [mark for mark in marks if not name or mark.name == name]


def reach(shape: Shape) -> tuple[float, float]:
    return round(shape.place.x, 3), round(shape.place.right, 3)


def with_events(case: str, events: pd.DataFrame, chosen: str = "") -> list[Slide]:
    return slides(replace(matter(case), events=events, filters=chosen))


def test_a_title_says_which_slide_of_how_many() -> None:
    assert [slide.title for slide in drawn("own")] == [
        "Most dates are known only to within months (1 of 2)",
        "Most dates are known only to within months (2 of 2)",
    ]


def test_a_title_whose_finding_is_too_long_says_what_the_bars_are_with_the_public_record_too() -> None:
    assert drawn("own with the record")[0].title == "Bars cover every date the wording allows (1 of 6)"


def test_a_title_says_when_things_began_where_there_is_room() -> None:
    assert [slide.title for slide in drawn("second case")] == ["Barge traffic since April, statement on 3 October 2031"]


def test_the_months_stand_on_every_slide() -> None:
    months = ["Jan 2024", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
    assert [texts(slide, "Month") for slide in drawn("own")] == [months, months]


def test_lanes_that_do_not_fit_stand_on_the_next_slide() -> None:
    assert [texts(slide, "Lane name") for slide in drawn("own")] == [
        ["● Oil shipments", "◆ Treaty and statements", "▲ Arms and technology"],
        ["■ Troops", "✚ Reactions"],
    ]


def test_a_lane_higher_than_a_slide_says_that_it_goes_on() -> None:
    named = [texts(slide, "Lane name") for slide in drawn("own with the record")]
    assert named[:2] == [["● Oil shipments"], ["● Oil shipmentsgoes on"]]


def test_an_event_of_june_stands_between_the_ticks_of_june_and_july() -> None:
    slide = drawn("own")[0]
    months = {line.alt: line.start[0] for line in every(slide.things) if isinstance(line, Line) and line.name == "Tick"}
    (bar,) = shapes(slide, "“June signing” of the treaty")
    assert reach(bar) == (6.707, 7.537)
    assert (round(months["1 Jun 2024"], 3), round(months["1 Jul 2024"], 3)) == (6.707, 7.537)
    assert bar.fill == PALETTE.lanes[1]


def test_a_bar_is_dotted_over_all_days_allowed_and_solid_where_it_is_known_to_fall() -> None:
    dotted, solid = shapes(drawn("own")[0], "Over 1,000,000 barrels “this year”")
    assert (dotted.dash, dotted.fill, reach(dotted)) == ("dot", PALETTE.paper, (LEFT, RIGHT))
    assert (solid.dash, solid.fill, reach(solid)) == ("solid", PALETTE.lanes[0], (5.019, 10.084))


@pytest.mark.parametrize(
    ("title", "turn", "reaches"),
    [
        ("“numerous trips since March 2024”", 90, (12.49, 12.63)),
        ("Air-defence hardware received (Shin)", 270, (2.5, 2.64)),
    ],
)
def test_an_open_end_is_a_triangle_that_points_off_the_axis(
    title: str, turn: float, reaches: tuple[float, float]
) -> None:
    (triangle,) = shapes(drawn("own")[0], title, "Open end")
    assert (triangle.form, triangle.turn, reach(triangle)) == ("triangle", turn, reaches)


def test_a_day_is_a_filled_circle() -> None:
    (circle,) = shapes(drawn("second case")[-1], "Harbour master: “Nobody has told us to stop”")
    assert (circle.form, circle.fill) == ("ellipse", PALETTE.lanes[2])


def test_a_label_stands_on_its_own_line_above_its_bar_and_begins_with_its_claim() -> None:
    slide = drawn("own")[0]
    (label,) = [
        thing for thing in every(slide.things) if isinstance(thing, Text) and thing.alt.startswith("“June signing”")
    ]
    (bar,) = shapes(slide, "“June signing” of the treaty")
    assert [run.text for run in label.paragraphs[0]] == ["B18", "  “June signing” of the treaty"]
    assert round(label.place.x, 3) == 6.707
    assert label.place.bottom - INSET <= bar.place.y < label.place.bottom


@pytest.mark.parametrize(
    "case", ["own", "own with the record", "second case with the record", "thirty documents", "long texts"]
)
def test_no_mark_runs_through_the_words_of_another(case: str) -> None:
    for slide in drawn(case):
        labels = [thing.place for thing in every(slide.things) if isinstance(thing, Text) and thing.name == "Label"]
        marks = [thing.place for thing in every(slide.things) if isinstance(thing, Shape) and thing.name != "Lane"]
        for words in labels:
            for mark in marks:
                across = min(words.right, mark.right) - max(words.x, mark.x)
                down = min(words.bottom - INSET, mark.bottom) - max(words.y + INSET, mark.y)
                assert across <= HAIR or down <= 0.011


@pytest.mark.parametrize("case", ["own", "own with the record", "second case with the record", "thirty documents"])
def test_every_event_is_told_on_one_slide_and_its_ids_stand_in_the_sources_of_the_notes(case: str) -> None:
    notes = [slide.notes for slide in drawn(case)]
    for row in matter(case).events.to_dict("records"):
        told = [text for text in notes if f"{row['title']}: " in text and f"(EDTF {row['date']};" in text]
        opened = [f"claim={one}" for one in row["claim_ids"]] + [f"record={one}" for one in row["record_ids"]]
        assert told
        assert [one for one in opened if one not in told[0]] == []


def test_windows_of_writing_stand_above_the_lanes() -> None:
    slide = drawn("own")[1]
    assert texts(slide, "Window of writing") == ["Document A written", "Document B written"]
    (window,) = [
        thing
        for thing in every(slide.things)
        if isinstance(thing, Shape) and thing.alt.startswith("Document A: written some")
    ]
    lanes = [thing.place.y for thing in every(slide.things) if isinstance(thing, Shape) and thing.name == "Lane"]
    assert (window.dash, reach(window)) == ("dot", (10.084, RIGHT))
    assert window.place.bottom < min(lanes)


def test_a_day_of_publication_is_a_circle() -> None:
    (window,) = [
        thing
        for thing in every(drawn("second case")[0].things)
        if isinstance(thing, Shape) and "published 5" in thing.alt
    ]
    assert (window.form, window.alt) == ("ellipse", "Document P: published 5 October 2031")


def test_more_than_a_few_windows_are_one() -> None:
    days = [f"2024-{month:02}-01" for month in range(1, 8)]
    windows = pd.DataFrame({"earliest": days, "latest": "2024-12-31"}).astype("datetime64[s]")
    writing = windows.assign(document=list("ABCDEFG"), date="2024", published=False, title="", basis="", reason="")
    slide = slides(replace(matter("own"), writing=writing))[0]
    assert texts(slide, "Window of writing") == ["7 documents written"]


def test_the_year_of_the_limit_ends_at_a_line_with_its_name() -> None:
    slide = drawn("own")[0]
    lines = {thing.alt: thing for thing in every(slide.things) if isinstance(thing, Line) and thing.name == "Limit"}
    assert texts(slide, "Limit") == ["UN cap: year ends 31 Dec 2024"]
    assert {alt: round(line.start[0], 2) for alt, line in lines.items()} == {
        "UN cap: 1 Jan 2024": LEFT,
        "UN cap: 31 Dec 2024": RIGHT,
    }
    assert {line.colour for line in lines.values()} == {PALETTE.limit}


def test_without_a_number_no_period_of_a_limit_is_drawn() -> None:
    slide = slides(replace(matter("own"), volume=None))[0]
    assert [thing for thing in every(slide.things) if thing.name == "Limit"] == []
    assert "UN cap" not in slide.source[1]


def test_the_key_explains_the_marks() -> None:
    marks = ["known to fall here", "somewhere in here, or start and end not known", "open end", "a day"]
    assert texts(drawn("own")[0], "Key") == marks
    cited = "↗ cited, not quoted (pale: known to fall here)"
    assert texts(drawn("own with the record")[0], "Key") == [*marks, cited]


def test_cited_events_are_hollow_dashed_and_have_the_sign_and_the_id_of_their_record() -> None:
    slide = drawn("second case with the record")[0]
    dashed, pale = shapes(slide, "33 barges passed the locks")
    assert (dashed.dash, dashed.fill, dashed.outline) == ("dash", PALETTE.paper, PALETTE.cited)
    assert (pale.dash, pale.fill, pale.outline) == ("solid", PALETTE.within, PALETTE.cited)
    (day,) = shapes(slide, "Osprey at Port Ansel")
    assert (day.form, day.fill, day.outline) == ("ellipse", PALETTE.paper, PALETTE.cited)
    assert "↗ registry-barges  33 barges passed the locks" in texts(slide, "Label")
    assert "↗ osprey-in-may  Osprey at Port Ansel" in texts(slide, "Label")
    assert CITED_OUTLINE == CITED_DASH


def test_cited_events_beyond_the_axis_are_counted_at_its_edge() -> None:
    labels = [label for slide in drawn("own with the record") for label in texts(slide, "Label")]
    assert [label for label in labels if label.endswith("▷")] == [
        "↗ 2 later, to Apr 2025 ▷",
        "↗ 1 later, to Jun 2025 ▷",
        "↗ 2 later, to Oct 2025 ▷",
    ]


def test_a_cited_event_that_runs_past_the_axis_says_until_when() -> None:
    labels = [label for slide in drawn("own with the record") for label in texts(slide, "Label")]
    assert "↗ troops-019  NIS: 15,000 soldiers sent in two waves (to 30 Apr 2025)" in labels


def test_events_without_a_year_are_named_in_words() -> None:
    named = "Not placed, because the wording gives no year: “June agreement” said to be in force: June, year not given"
    assert [texts(slide, "What is not drawn") for slide in drawn("second case")] == [[f"{named} [R04]"]]


def test_where_no_event_has_a_year_the_slide_says_so_in_words() -> None:
    events = matter("second case").events
    (slide,) = with_events("second case", events[events["yearless"]])
    assert [thing.name for thing in slide.things] == ["Events without a year"]
    assert slide.title == "The date names no year"
    assert "[R04] Document R, characters" in slide.notes


def test_the_notes_hold_the_note_of_the_curator_of_each_event() -> None:
    (first,) = [slide.notes for slide in drawn("own") if "Over 1,000,000 barrels “this year”: " in slide.notes]
    (line,) = [line for line in first.splitlines() if line.startswith("Over 1,000,000 barrels “this year”: ")]
    assert line.endswith(" Curator’s note: A year to date: its true end is the unknown day of writing.")
    assert "Curator’s note: Drawn beside the trips of A10, not added to them." in first


def test_what_the_filters_leave_out_is_said_on_the_slide_and_in_the_notes() -> None:
    (slide,) = with_events("own", matter("own").events.head(3), "lane Oil shipments")
    assert texts(slide, "What is not drawn") == ["3 of 17 events are shown. Filters are in force: lane Oil shipments."]
    assert "Filters are in force: lane Oil shipments." in slide.notes


def test_filters_that_let_nothing_pass_are_named_as_the_reason() -> None:
    (slide,) = with_events("own", matter("own").events.head(0))
    assert slide.title == "No event matches the filters"
    assert texts(slide, "Why there is nothing") == ["The dataset has 17; the filters of this view pass none."]


def test_a_dataset_without_events_says_so() -> None:
    (slide,) = drawn("no documents")
    assert slide.title == "This dataset has no event yet"


def test_more_events_than_a_few_slides_hold_are_counted_by_lane_and_month() -> None:
    events = pd.concat([matter("own with the record").events] * 6, ignore_index=True)
    (slide,) = with_events("own with the record", events)
    (table,) = [thing for thing in every(slide.things) if isinstance(thing, Table)]
    rows = [[" ".join(run.text for part in cell.paragraphs for run in part) for cell in row] for row in table.rows]
    assert rows[0][:4] == ["Lane", "Jan 2024", "Feb 2024", "Mar 2024"]
    assert rows[1][:4] == ["● Oil shipments", "–", "–", "↗ 48"]
    assert rows[2][6] == "6 ↗ 6"  # June
    assert rows[1][-1] == "18 ↗ 24"
    assert texts(slide, "How events are counted")[0].startswith("384 events are too many to draw one by one.")


def test_the_notes_of_a_slide_hold_the_quotes_of_its_own_events() -> None:
    first, second = drawn("own")
    quote = "Russia has been steadily supplying North Korea with over one million barrels of oil this year"
    assert f"[A04] Document A, characters 283–376: “{quote}”" in first.notes
    assert "[A04] Document A" not in second.notes
    assert "17 events of 17 in 5 lanes" in second.notes


def test_hostile_words_stay_words() -> None:
    (slide,) = drawn("hostile texts")
    assert any(label.startswith("S01  ![x](http://example.invalid/x.png) <script>") for label in texts(slide, "Label"))
    linked = [
        run.link
        for thing in every(slide.things)
        if isinstance(thing, Text)
        for part in thing.paragraphs
        for run in part
    ]
    assert set(linked) == {""}


def test_nothing_lies_beyond_the_room_of_a_slide() -> None:
    for case in ("own", "own with the record", "second case", "hostile texts", "long texts", "thirty documents"):
        for slide in drawn(case):
            places = [thing.place for thing in every(slide.things) if not isinstance(thing, Line)]
            assert min(place.x for place in places) >= CONTENT.x - HAIR
            assert max(place.right for place in places) <= CONTENT.right + HAIR
            assert max(place.bottom for place in places) <= CONTENT.bottom + HAIR
