"""The timeline on slides: where bars stand, what their labels say, and how lanes go on from slide to slide."""

from collections import Counter
from dataclasses import replace
from datetime import date, timedelta

import pandas as pd
import pytest

from components.scene.things import CONTENT, PALETTE, Group, Line, Path, Shape, Slide, Text, every
from components.slides.timeline import slides
from tests.components.slides.slide_texts import texts_of, words_of
from tests.components.slides.timeline_slides import KNOWN, drawn, told_below, view

# Of 1,256 pixels that are 12.13 inches wide, 170 and 16 stand left and right of the plot.
LEFT, RIGHT = 2.2418, 12.5755
# First and last day of the axes: eight days of air or 3%, on from the first of a month.
OWN = date(2023, 12, 1), date(2025, 1, 11)
SECOND = date(2031, 1, 1), date(2032, 7, 15)
SECOND_WITH_RECORD = date(2030, 8, 1), date(2032, 7, 22)
HAIR = 0.001
LEADING = 0.04  # above and below the letters of a line, into which the corner of a sign may reach
SLACK = 0.01  # of the width of a label

Axis = tuple[date, date]


def lanes(slide: Slide) -> list[str]:
    return [words.replace("\n", " ") for words in words_of(slide) if words[0] in "●◆▲■✚★"]


def label_of(slide: Slide, words: str) -> Text:
    """The label that ends in some words."""
    texts = [thing for thing in every(slide.things) if isinstance(thing, Text) and thing.name == "Words"]
    (found,) = [text for text in texts if text.paragraphs[0][-1].text.strip() == words]
    return found


def marks_of(slide: Slide, words: str) -> list[Shape | Path]:
    """The bars and signs of an event: below its label, or beside it."""
    label = label_of(slide, words).place
    things = [thing for thing in every(slide.things) if isinstance(thing, Shape | Path) and thing.place.height < 0.2]
    return [thing for thing in things if label.y < thing.place.y < label.bottom + 0.06]


def bars_of(slide: Slide, words: str) -> list[Shape]:
    return [mark for mark in marks_of(slide, words) if isinstance(mark, Shape) and mark.name == "Box"]


def days(shape: Shape, axis: Axis) -> tuple[str, str]:
    """The first and the last day that a bar covers."""
    first, last = axis

    def day(x: float) -> str:
        return str(first + timedelta(days=round((x - LEFT) / (RIGHT - LEFT) * (last - first).days)))

    return day(shape.place.x), day(shape.place.right)


def windows(slide: Slide, axis: Axis) -> dict[tuple[str, str], Shape]:
    """The windows of writing, which are outlined in the colour of ink, by their days."""
    found = [thing for thing in every(slide.things) if isinstance(thing, Shape) and thing.outline == PALETTE.ink]
    return {days(shape, axis): shape for shape in found}


def limit_lines(slide: Slide) -> list[Line]:
    return [thing for thing in every(slide.things) if isinstance(thing, Line) and thing.colour == PALETTE.limit]


def test_a_title_says_which_slide_of_how_many() -> None:
    assert [slide.title for slide in drawn("own")] == [
        "Most dates are known only to within months (1 of 2)",
        "Most dates are known only to within months (2 of 2)",
    ]


def test_a_title_whose_finding_is_too_long_says_what_the_bars_are_with_the_public_record_too() -> None:
    assert drawn("own with the record")[0].title == "Bars cover every date the wording allows (1 of 5)"


def test_a_title_says_when_things_began_where_there_is_room() -> None:
    assert [slide.title for slide in drawn("second case")] == ["Barge traffic since April, statement on 3 October 2031"]


def test_each_part_is_one_group_that_is_read_out_as_one() -> None:
    for number, slide in enumerate(drawn("own"), 1):
        group, *around = slide.things
        assert isinstance(group, Group)
        assert group.alt.startswith(
            "Tanker trips since March, treaty in June, deployment from October 2024: most dates are known only to "
            f"within months. 17 events of 17 in 5 lanes. Part {number} of 2."
        )
        assert [thing.name for thing in around] == ["What is shown", "What the marks mean"]
    told = "Over 1,000,000 barrels “this year”: 1 January 2024 to 31 December 2024 [A04]; "
    assert told in drawn("own")[0].things[0].alt
    assert told not in drawn("own")[1].things[0].alt


def test_above_stands_what_is_shown_and_below_what_the_marks_mean() -> None:
    slide = drawn("own")[0]
    assert texts_of(slide)["What is shown"] == (
        "What the documents say happened; most dates are known only to within months; bars cover every day the "
        "wording allows"
    )
    assert told_below(slide) == [KNOWN]
    assert told_below(drawn("own with the record")[0])[0] == (
        f"{KNOWN} Hollow, with ↗: cited from an address; ○ a single day, dashed: somewhere in here, tinted: known to "
        "fall here. ─┤ leads to the day of publication. ◁ ▷ count the 5 that lie beyond this axis."
    )


def test_the_months_stand_on_every_slide() -> None:
    months = ["Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
    named = ["Dec\n2023", "Jan\n2024", *(f"{month}\n " for month in months), "Jan\n2025"]
    assert [words_of(slide)[: len(named)] for slide in drawn("own")] == [named, named]


def test_lanes_that_do_not_fit_stand_on_the_next_slide() -> None:
    assert [lanes(slide) for slide in drawn("own")] == [
        ["● Oil shipments", "◆ Treaty and statements", "▲ Arms and technology"],
        ["■ Troops", "✚ Reactions"],
    ]


def test_a_lane_higher_than_a_slide_goes_on_on_the_next() -> None:
    assert [lanes(slide) for slide in drawn("own with the record")] == [
        ["● Oil shipments"],
        ["● Oil shipments"],
        ["◆ Treaty and statements", "▲ Arms and technology"],
        ["▲ Arms and technology", "■ Troops"],
        ["✚ Reactions", "★ Context"],
    ]


def test_an_event_of_june_stands_between_the_lines_of_june_and_july() -> None:
    slide = drawn("own")[0]
    (bar,) = bars_of(slide, "“June signing” of the treaty")
    assert days(bar, OWN) == ("2024-06-01", "2024-06-30")
    assert (bar.fill, bar.outline) == (PALETTE.lanes[1], "")
    months = [
        thing.place.x for thing in every(slide.things) if isinstance(thing, Line) and thing.colour == PALETTE.grid
    ]
    assert months[6] == pytest.approx(bar.place.x)
    assert months[7] > bar.place.right


def test_a_bar_is_dotted_over_all_days_allowed_and_solid_where_it_is_known_to_fall() -> None:
    dotted, solid = bars_of(drawn("own")[0], "Over 1,000,000 barrels “this year”")
    assert (dotted.dash, dotted.fill, dotted.outline) == ("dot", PALETTE.paper, PALETTE.lanes[0])
    assert days(dotted, OWN) == ("2024-01-01", "2024-12-31")
    assert (solid.fill, solid.outline) == (PALETTE.lanes[0], "")
    assert days(solid, OWN) == ("2024-04-01", "2024-09-30")


@pytest.mark.parametrize(
    ("title", "end", "onward"),
    [("“numerous trips since March 2024”", RIGHT, 1), ("Air-defence hardware received (Shin)", LEFT, -1)],
)
def test_an_open_end_is_a_triangle_that_points_off_the_axis(title: str, end: float, onward: int) -> None:
    (sign,) = [mark for mark in marks_of(drawn("own")[0], title) if isinstance(mark, Path)]
    side, _, tip = (x for x, _ in sign.points)
    assert (tip - end) * onward > 0 > (side - end) * onward
    assert sign.closed


def test_a_day_is_a_filled_circle() -> None:
    (circle,) = marks_of(drawn("second case")[-1], "Harbour master: “Nobody has told us to stop”")
    assert isinstance(circle, Shape)
    assert (circle.form, circle.fill) == ("ellipse", PALETTE.lanes[2])
    middle = circle.place._replace(x=circle.place.x + circle.place.width / 2, width=0)
    assert days(replace(circle, place=middle), SECOND) == ("2031-10-03", "2031-10-03")


def test_a_label_begins_with_its_claim_which_can_be_opened() -> None:
    label = label_of(drawn("own")[0], "“June signing” of the treaty")
    assert [run.text for run in label.paragraphs[0]] == ["B18", "  “June signing” of the treaty"]
    assert label.paragraphs[0][0].link == "https://example.invalid/documents?claim=B18&data=0123456789ab"


@pytest.mark.parametrize(
    "case", ["own", "own with the record", "second case with the record", "thirty documents", "long texts"]
)
def test_no_mark_runs_through_the_words_of_another(case: str) -> None:
    for slide in drawn(case):
        things = list(every(slide.things))
        labels = [thing.place for thing in things if isinstance(thing, Text) and thing.name == "Words"]
        marks = [thing.place for thing in things if isinstance(thing, Shape | Path) and thing.place.height < 0.2]
        for words in labels:
            for mark in marks:
                across = min(words.right, mark.right) - max(words.x, mark.x)
                down = min(words.bottom, mark.bottom) - max(words.y, mark.y)
                assert across <= HAIR or down <= LEADING


@pytest.mark.parametrize("case", ["own", "second case"])
def test_every_event_with_a_year_is_drawn_on_one_slide(case: str) -> None:
    labels = Counter(words for slide in drawn(case) for words in words_of(slide))
    events = [row for row in view(case).events.to_dict("records") if not row["yearless"] and len(row["title"]) < 62]
    assert len(events) >= 6
    assert {labels[f"{row['claim_ids'][0]}  {row['title']}"] for row in events} == {1}


@pytest.mark.parametrize("case", ["own", "own with the record", "second case with the record", "thirty documents"])
def test_every_event_is_told_on_one_slide_and_its_ids_stand_in_the_sources_of_the_notes(case: str) -> None:
    notes = [slide.notes for slide in drawn(case)]
    for row in view(case).events.to_dict("records"):
        told = [text for text in notes if f"{row['title']}: " in text and f"(EDTF {row['date']};" in text]
        opened = [f"claim={one}" for one in row["claim_ids"]] + [f"record={one}" for one in row["record_ids"]]
        assert len(told) == 1
        assert [one for one in opened if one not in told[0]] == []


def test_windows_of_writing_stand_above_the_lanes_on_every_slide() -> None:
    for slide in drawn("own"):
        found = windows(slide, OWN)
        assert set(found) == {("2024-10-01", "2024-12-31"), ("2024-08-12", "2024-12-31")}
        assert {(shape.fill, shape.dash) for shape in found.values()} == {(PALETTE.paper, "dot")}
        assert {"Document A: written some time in here", "Document B: written some time in here"} <= set(
            words_of(slide)
        )
        shapes = [thing for thing in every(slide.things) if isinstance(thing, Shape)]
        lanes = [shape.place.y for shape in shapes if {shape.fill, shape.outline} & set(PALETTE.lanes)]
        assert max(shape.place.bottom for shape in found.values()) < min(lanes)


def test_a_day_of_publication_is_filled() -> None:
    slide = drawn("second case")[0]
    assert "Document P: published" in words_of(slide)
    published = windows(slide, SECOND)[("2031-10-05", "2031-10-05")]
    assert (published.fill, published.outline) == (PALETTE.ink, PALETTE.ink)


def test_more_than_a_few_windows_are_not_drawn_and_that_is_said() -> None:
    dates = [f"2024-{month:02}-01" for month in range(1, 8)]
    frame = pd.DataFrame({"earliest": dates, "latest": "2024-12-31"}).astype("datetime64[s]")
    writing = frame.assign(document=list("ABCDEFG"), date="2024", published=False, title="", basis="", reason="")
    few, many = (slides(replace(view("own"), writing=some))[0] for some in (writing.head(4), writing))
    assert len(windows(few, OWN)) == 4
    assert len(windows(many, OWN)) == 0
    assert [words for words in words_of(many) if words.startswith("Document ")] == []
    assert any(words.endswith("Not drawn: when 7 documents were written.") for words in words_of(many))
    assert not any("Not drawn" in words for words in words_of(few))


def test_the_year_of_the_limit_is_two_lines_with_its_name() -> None:
    slide = drawn("own")[0]
    assert "UN cap: year ends 31 Dec 2024" in words_of(slide)
    # 31 and 396 of 407 days
    assert [line.start[0] for line in limit_lines(slide)] == pytest.approx([3.0289, 12.2962], abs=HAIR)
    assert [line.start[0] == line.end[0] for line in limit_lines(slide)] == [True, True]


def test_without_a_number_no_period_of_a_limit_is_drawn() -> None:
    slide = slides(replace(view("own"), volume=None))[0]
    assert limit_lines(slide) == []
    assert "UN cap" not in " ".join(words_of(slide))
    assert "UN cap" not in slide.source[1]


def test_cited_events_are_hollow_and_dashed_with_their_sign_and_pale_where_they_are_known_to_fall() -> None:
    slide = drawn("second case with the record")[0]
    label = label_of(slide, "33 barges passed the locks")
    assert label.paragraphs[0][0].text == "↗"
    dashed, back, pale = bars_of(slide, "33 barges passed the locks")
    assert (dashed.dash, dashed.outline) == ("dash", PALETTE.cited)
    assert dashed.fill == PALETTE.band  # of its lane
    assert days(dashed, SECOND_WITH_RECORD) == ("2031-04-01", "2031-09-30")
    assert (back.fill, back.outline, back.dash) == (PALETTE.paper, PALETTE.cited, "solid")
    assert (pale.fill, pale.opacity, pale.place) == (PALETTE.cited, 0.22, back.place)
    (day,) = marks_of(slide, "Osprey at Port Ansel")
    assert isinstance(day, Shape)
    assert (day.form, day.fill, day.outline) == ("ellipse", PALETTE.paper, PALETTE.cited)


def test_cited_events_beyond_the_axis_are_counted_at_its_edge() -> None:
    labels = [label for slide in drawn("own with the record") for label in words_of(slide)]
    assert [label for label in labels if label.endswith("▷")] == [
        "↗ 2 later, to Apr 2025 ▷",
        "↗ 1 later, to Jun 2025 ▷",
        "↗ 2 later, to Oct 2025 ▷",
    ]
    (before,) = [label for label in words_of(drawn("second case with the record")[1]) if "◁" in label[:3]]
    assert before == "↗ ◁ 1 earlier, from 2030"


@pytest.mark.parametrize(
    "case", ["own", "own with the record", "second case", "hostile texts", "long texts", "thirty documents"]
)
def test_nothing_lies_beyond_the_room_of_a_slide(case: str) -> None:
    for slide in drawn(case):
        places = [thing.place for thing in every(slide.things)]
        assert min(place.x for place in places) >= CONTENT.x - HAIR
        assert min(place.y for place in places) >= CONTENT.y - HAIR
        assert max(place.right for place in places) <= CONTENT.right + SLACK
        assert max(place.bottom for place in places) <= CONTENT.bottom + HAIR
