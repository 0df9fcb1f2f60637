"""The timeline as TimelineJS reads it."""

import csv
import io
from html import unescape
from html.parser import HTMLParser
from pathlib import Path

import pytest

from data.export.timelinejs import CANNOT, left_out, timelinejs_csv
from data.models.evidence import Evidence
from data.models.links import Links
from data.reading.seeds import read_evidence
from tests.cases.edit import plant
from tests.cases.hostile_texts import HOSTILE, write_hostile_case
from tests.cases.registry import evidence_of
from tests.cases.salt_case import write_case
from tests.cases.second_case import SECOND_CASE

Row = dict[str, str]
LINKS = Links("https://watch.example.invalid", "0123456789abcdef")
HEADER = (
    "Year,Month,Day,Time,End Year,End Month,End Day,End Time,Display Date,Headline,Text,Media,Media Credit,"
    "Media Caption,Media Thumbnail,Type,Group,Background,record_link,data_version"
)


class Seen(HTMLParser):
    """What a browser makes of a text: the elements with their attributes, and the words."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, tuple[tuple[str, str | None], ...]]] = []
        self.words = ""
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, tuple(attrs)))

    def handle_data(self, data: str) -> None:
        self.words += data


def rows_of(evidence: Evidence, links: Links = LINKS) -> list[Row]:
    return list(csv.DictReader(io.StringIO(timelinejs_csv(evidence, links).decode("utf-8-sig"), newline="")))


@pytest.fixture(scope="module")
def second() -> Evidence:
    return read_evidence(SECOND_CASE)


@pytest.fixture(scope="module")
def rows(second: Evidence) -> dict[str, Row]:
    """The rows of the second case by the event that their link opens; the title row under an empty name."""
    return {row["record_link"].partition("event=")[2].partition("&")[0]: row for row in rows_of(second)}


def test_a_note_is_marked_as_its_curator_s(rows: dict[str, Row]) -> None:
    noted = rows["copper-shipped"]["Text"]
    assert "<p>Curator’s note: The bulletin retells the letter, so this is one account.</p>" in noted
    assert "Curator’s note" not in rows["barges-counted"]["Text"]


def test_the_columns_are_those_of_the_template_and_two_of_ours(second: Evidence) -> None:
    assert timelinejs_csv(second, LINKS).decode("utf-8-sig").splitlines()[0] == HEADER


def test_the_first_row_is_the_title(second: Evidence) -> None:
    first, *others = rows_of(second)
    assert (first["Type"], first["Year"], first["Headline"]) == ("title", "", "Copper of Veldmark")
    assert {row["Type"] for row in others} == {""}
    assert f"data version 0.2.0 {second.fingerprint[:12]}." in first["Text"]


@pytest.mark.parametrize(
    ("event", "days", "display"),
    [
        ("master-speaks", "2031-10-3 --", "3 October 2031 (EDTF 2031-10-03, stated)"),
        (
            "minister-denies",
            "2031-10-6 2031-12-31",
            "some time between 6 October 2031 and 31 December 2031 (EDTF [2031-10-06..2031-12-31], relative)",
        ),
        (
            "barges-counted",
            "2031-4-1 2031-9-30",
            "1 April 2031 to 30 September 2031 (EDTF 2031-04-01/2031-09-30, stated)",
        ),
        (
            "barges-seen",
            "2031-2-1 --",
            "from about March 2031, end open (EDTF 2031-03~/.., inferred); only its beginning is drawn",
        ),
        (
            "traders-plan",
            "2032-6-30 --",
            "until about May 2032, start open (EDTF ../2032-05~, relative); only its end is drawn",
        ),
        ("registry-barges", "2031-4-1 2031-9-30", "April 2031 to September 2031 (EDTF 2031-04/2031-09, cited)"),
    ],
)
def test_a_window_is_drawn_whole_and_never_shown_as_a_day(
    rows: dict[str, Row], event: str, days: str, display: str
) -> None:
    row = rows[event]
    first, last = ("-".join(row[f"{end}{part}"] for part in ("Year", "Month", "Day")) for end in ("", "End "))
    assert (f"{first} {last}", row["Display Date"]) == (days, display)


def test_an_event_without_a_year_is_left_out_counted_and_named(second: Evidence, rows: dict[str, Row]) -> None:
    assert left_out(second) == ("june-agreement",)
    assert "june-agreement" not in rows
    told = "Left out, because the year is not known: 1. “June agreement” said to be in force (June, year not given)"
    assert told in rows[""]["Text"]


def test_a_quoted_event_has_its_quotes_with_their_places(rows: dict[str, Row]) -> None:
    assert rows["barges-seen"]["Text"] == (
        "<p>barge traffic, observed. Read as the spring of the year that the letter counts.</p>"
        "<p>[R03] Document R, characters 90–138: “Dockers have seen the barges go since the spring” "
        "Says: dockers, unnamed (observed).</p>"
        "<p>Against it: [Q03] Document Q, characters 182–224: “A minister in Sorrin denies every shipment” "
        "Says: a minister in Sorrin (denied).</p>"
        '<p><a href="https://watch.example.invalid/timeline?event=barges-seen&amp;data=0123456789ab">'
        "Open this event with its sources</a></p>"
    )


def test_a_quote_to_be_checked_says_so(rows: dict[str, Row]) -> None:
    warned = "Check the wording: Misprint. What stands here cannot have been meant. It is quoted, never used."
    assert rows["misprints"]["Text"].count(warned) == 5
    assert "Check the wording" not in rows["barges-seen"]["Text"]


def test_a_cited_event_reads_differently_and_has_its_address(rows: dict[str, Row]) -> None:
    row = rows["osprey-in-may"]
    assert row["Headline"] == "Osprey at Port Ansel (cited)"
    assert row["Text"].startswith(
        "<p>Cited, not quoted [osprey-in-may]: Osprey at Port Ansel, seen by satellite image. "
        "A sighting is no delivery.</p><p>Says: Registry of the Nine Ports. "
        "Link: https://registry.example.invalid/osprey</p>"
    )


def test_a_cited_event_opens_with_the_public_record(rows: dict[str, Row]) -> None:
    link = "https://watch.example.invalid/timeline?event=osprey-in-may&layer=record&data=0123456789ab"
    assert rows["osprey-in-may"]["record_link"] == link


def test_the_group_is_the_lane(rows: dict[str, Row]) -> None:
    assert (rows["copper-shipped"]["Group"], rows["misprints"]["Group"]) == ("Shipments", "Statements")


def test_every_row_has_a_link_and_the_version_of_the_data(second: Evidence) -> None:
    found = rows_of(second)
    assert {row["data_version"] for row in found} == {f"0.2.0 {second.fingerprint[:12]}"}
    assert all(row["record_link"].startswith("https://watch.example.invalid/timeline?") for row in found)


@pytest.mark.parametrize("case", ["own", "second case", "hostile texts"])
def test_the_only_markup_is_ours(case: str) -> None:
    told = evidence_of(case)
    for row in rows_of(told):
        elements = Seen(row["Text"]).elements
        assert {element for element in elements if element[0] != "a"} == {("p", ())}
        assert [element for element in elements if element[0] == "a"] == [("a", (("href", row["record_link"]),))]
        assert Seen(row["Headline"]).elements == []


def test_escaped_words_read_as_they_were_written(tmp_path: Path) -> None:
    rows = rows_of(read_evidence(write_hostile_case(tmp_path / "case")))
    assert Seen(rows[0]["Headline"]).words == HOSTILE
    assert f"Cited, not quoted [hostile-one]: {HOSTILE}" in Seen(rows[3]["Text"]).words


def test_a_quote_keeps_its_line_breaks(rows: dict[str, Row]) -> None:
    assert "“The yield is given as $x$ and $y$, without a unit.\n”" in unescape(rows["misprints"]["Text"])


def test_a_group_is_still_text_when_it_is_read_as_html_twice(tmp_path: Path) -> None:
    # TimelineJS 3.9 reads the words out of a group's name as out of HTML, and puts them into its page as HTML.
    group = rows_of(read_evidence(write_hostile_case(tmp_path / "case")))[1]["Group"]
    first = Seen(group)
    second = Seen(first.words)
    assert (first.elements, second.elements, second.words) == ([], [], HOSTILE)


def test_a_cell_that_looks_like_a_formula_is_neutralised(tmp_path: Path) -> None:
    folder = write_case(tmp_path / "case", 1)
    plant(folder / "case.toml", 'title = "Salt of the Upper Vale"', 'title = "=SUM(1)"')
    assert rows_of(read_evidence(folder))[0]["Headline"] == "'=SUM(1)"


def test_an_address_that_no_browser_should_follow_is_no_link(second: Evidence) -> None:
    rows = rows_of(second, Links("javascript:alert(1)//"))
    assert not any("<a" in row["Text"] for row in rows)


def test_a_case_without_events_has_the_title_row_alone(tmp_path: Path) -> None:
    assert [row["Type"] for row in rows_of(read_evidence(write_case(tmp_path / "case", 0)))] == ["title"]


def test_the_same_evidence_gives_the_same_bytes(second: Evidence) -> None:
    once = timelinejs_csv(second, LINKS)
    assert once.endswith(b"\r\n")
    assert once == timelinejs_csv(read_evidence(SECOND_CASE), LINKS)


def test_what_the_format_cannot_carry_is_said_in_sentences() -> None:
    assert all(sentence.endswith(".") and len(sentence) < 120 for sentence in CANNOT)
    assert any("year is not known" in sentence for sentence in CANNOT)
