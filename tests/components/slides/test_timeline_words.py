"""What the slides of the timeline say beside the figure: undated events, filters, too many events, notes and quotes."""

from datetime import date
from itertools import pairwise

import pandas as pd

from components.scene.calendar import Calendar
from components.scene.things import Table, Text, every
from components.slides.counted import periods_of
from tests.components.slides.slide_texts import texts_of, words_of
from tests.components.slides.timeline_slides import KNOWN, drawn, told_below, view, with_events


def test_events_without_a_year_are_named_in_words() -> None:
    named = "Not placed, because the wording gives no year: “June agreement” said to be in force: June, year not given"
    assert [told_below(slide) for slide in drawn("second case")] == [[KNOWN, f"{named} [R04]"]]
    assert "[R04] Document R, characters" in drawn("second case")[-1].notes


def test_where_no_event_has_a_year_the_slide_says_so_in_words() -> None:
    events = view("second case").events
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
    (slide,) = with_events("own", view("own").events.head(3), "lane Oil shipments")
    assert told_below(slide) == [KNOWN, "3 of 17 events are shown. Filters are in force: lane Oil shipments."]
    assert "Filters are in force: lane Oil shipments." in slide.notes


def test_filters_that_let_nothing_pass_are_named_as_the_reason() -> None:
    (slide,) = with_events("own", view("own").events.head(0))
    assert slide.title == "No event matches the filters"
    assert texts_of(slide)["Why there is nothing"] == "The dataset has 17; the filters of this view pass none."


def test_a_dataset_without_events_says_so() -> None:
    (slide,) = drawn("no documents")
    assert slide.title == "This dataset has no event yet"


def test_the_notes_of_a_slide_hold_the_quotes_of_its_own_events() -> None:
    first, second = drawn("own")
    quote = "Russia has been steadily supplying North Korea with over one million barrels of oil this year"
    assert f"[A04] Document A, characters 283–376: “{quote}”" in first.notes
    assert "[A04] Document A" not in second.notes
    assert "17 events of 17 in 5 lanes" in second.notes


def test_hostile_words_stay_words() -> None:
    (slide,) = drawn("hostile texts")
    assert any(label.startswith("S01  ![x](http://example.invalid/x.png) <script>") for label in words_of(slide))
    texts = [thing for thing in every(slide.things) if isinstance(thing, Text)]
    linked = {run.text: run.link for text in texts for part in text.paragraphs for run in part if run.link}
    cited = "https://example.invalid/record?record=hostile-one&data=0123456789ab"
    assert linked == {
        "S01": "https://example.invalid/documents?claim=S01&data=0123456789ab",
        "S02": "https://example.invalid/documents?claim=S02&data=0123456789ab",
        "↗": cited,
        " ![x](http://example.invalid/x.png) <script>alert()</script>…": cited,
    }


def test_more_events_than_a_few_slides_hold_are_counted_by_lane_and_period() -> None:
    events = pd.concat([view("own with the record").events] * 6, ignore_index=True)
    (slide,) = with_events("own with the record", events)
    (table,) = [thing for thing in every(slide.things) if isinstance(thing, Table)]
    rows = [[" ".join(run.text for part in cell.paragraphs for run in part) for cell in row] for row in table.rows]
    assert rows[0][1:4] == ["Jan 2024", "Feb 2024", "Mar 2024"]
    assert rows[0][-2:] == ["Dec 2024", "In none of these"]
    # eight cited events lie within March, four within April, two in June, one in October, two in November; four reach
    # over months, as the three quoted ones do; each six times
    assert rows[1] == [
        "● Oil shipments", "–", "–", "↗ 48", "↗ 24", "–", "↗ 12", "–", "–", "–", "↗ 6", "↗ 12", "–", "18 ↗ 24"
    ]  # fmt: skip
    assert rows[2][6] == "6 ↗ 6"
    assert texts_of(slide)["How events are counted"].startswith("384 events are too many to draw one by one.")


def test_stretches_of_counting_join_without_a_gap() -> None:
    periods = periods_of(Calendar(date(2029, 11, 1), date(2033, 2, 28), 800))
    assert [period.name for period in periods][:3] == ["Nov–Dec 2029", "Jan–Mar 2030", "Apr–Jun 2030"]
    assert periods[-1] == ("Jan–Feb 2033", date(2033, 1, 1), date(2033, 2, 28))
    assert all((after.first - before.last).days == 1 for before, after in pairwise(periods))


def test_years_are_counted_where_there_are_many() -> None:
    names = [period.name for period in periods_of(Calendar(date(1961, 3, 1), date(2019, 12, 31), 800))]
    assert names[:3] == ["1961–1964", "1965–1969", "1970–1974"]
    assert names[-1] == "2015–2019"


def test_the_words_of_a_label_open_the_claim_or_the_record_behind_them() -> None:
    runs = [
        run
        for slide in drawn("own with the record")
        for thing in every(slide.things)
        if isinstance(thing, Text)
        for paragraph in thing.paragraphs
        for run in paragraph
    ]
    (claim,) = {run.link for run in runs if run.text == "A04"}
    (record,) = {run.link for run in runs if run.text.strip() == "First documented oil trip"}
    assert "documents?" in claim
    assert "claim=A04" in claim
    assert "record?" in record
    assert "record=oil-osc-005" in record
