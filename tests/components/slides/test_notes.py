"""The notes under a slide: quotes whole and in their place, cited facts told apart, and what the model assumes."""

from dataclasses import replace

import pytest

from components.slides.view import View
from components.slides.words.notes import notes
from data.estimate.result import Estimate, estimate
from data.models.assumptions import Settings
from tests.cases.long_texts import QUOTE
from tests.components.slides.views import view_named

AT_THE_END = (
    "Model: 43 trips counted, and those not seen; 20,000 draws, seed 20241122; cargo by weight, or less where the "
    "tanks are full before."
)


@pytest.fixture(scope="module")
def own() -> View:
    return view_named("own")


@pytest.fixture(scope="module")
def second() -> View:
    return view_named("second case")


@pytest.fixture(scope="module")
def strained() -> View:
    return view_named("long texts")


def under(view: View, settings: Settings) -> View:
    """The same view with an estimate under a reader's settings."""
    result = estimate(view.evidence, settings, draws=500)
    assert isinstance(result, Estimate)
    return replace(view, estimate=result)


def test_a_claim_is_quoted_whole_with_its_place_in_the_document(own: View) -> None:
    assert notes(own, ["A04"]).splitlines()[0] == (
        "[A04] Document A, characters 283–376: "
        "“Russia has been steadily supplying North Korea with over one million barrels of oil this year”"
    )


def test_a_claim_says_who_says_so_from_whom_how_much_when_and_how_it_is_judged(second: View) -> None:
    assert notes(second, ["P02"]).split("\n\n")[0] == (
        "[P02] Document P, characters 133–187: “they carried more than 26,000 tonnes of refined copper”\n"
        "Who says so: the harbour office (reported)\n"
        "Origin: Port Ansel harbour office\n"
        "Number: > 26,000 tonnes, of “refined copper”\n"
        "Date: the sentence gives none, read as 1 April 2031 to 30 September 2031 (EDTF 2031-04-01/2031-09-30; "
        "relative: They are the barges counted in the sentence before.)\n"
        "Judged: source B, usually reliable; claim 2, probably true (15 January 2032; who judged is not named)\n"
        "Open it: https://example.invalid/documents?claim=P02&data=0123456789ab"
    )


def test_a_claim_without_number_date_or_origin_says_only_what_there_is(second: View) -> None:
    assert notes(second, ["R02"]).split("\n\n")[0] == (
        "[R02] Document R, characters 61–88: “nobody writes down how much”\n"
        "Who says so: the broadcaster (asserted)\n"
        "Origin: not known: the text names none\n"
        "Judged: source F, reliability cannot be judged; claim 5, improbable (15 January 2032; who "
        "judged is not named)\n"
        "Open it: https://example.invalid/documents?claim=R02&data=0123456789ab"
    )


def test_the_words_of_a_date_stand_beside_how_they_are_read(second: View) -> None:
    assert (
        "Date: “since the spring”, read as from about March 2031, end open (EDTF 2031-03~/..; inferred: Read as the "
        "spring of 2031, the year that the letter counts, from March.)"
    ) in notes(second, ["R03"]).splitlines()


def test_an_inferred_origin_is_called_likely(own: View) -> None:
    told = notes(own, ["A04"])
    assert (
        "Origin: “Recent reports” in document A, which likely goes back to Open Source Centre, with the BBC\n" in told
    )


def test_an_origin_with_two_behind_it_names_both_and_goes_on(own: View) -> None:
    assert (
        "Origin: Officials and BBC reports in document B, which goes back to BBC and Officials in document B, and BBC "
        "likely goes back to Open Source Centre, with the BBC, and Officials in document B likely goes back to "
        "Shin Won-sik, then South Korean national security adviser"
    ) in notes(own, ["B02"])


def test_descent_from_a_document_names_its_label(second: View) -> None:
    told = notes(second, ["Q01"])
    assert "Origin: Market bulletin as a whole, which goes back to document P\n" in told


def test_a_wording_to_be_checked_is_marked(own: View) -> None:
    assert (
        "! Check the wording: Reversed. Read literally, the sentence says the opposite of the accounts it seems to "
        "rest on. It is quoted, never used."
    ) in notes(own, ["A11"]).splitlines()


def test_the_line_breaks_of_a_quote_are_kept(strained: View) -> None:
    assert f"“{QUOTE}”" in notes(strained, ["S01"])


def test_a_quote_that_ends_in_a_line_break_keeps_it(second: View) -> None:
    quoted = "characters 373–424: “The yield is given as $x$ and $y$, without a unit.\n”"
    assert quoted in notes(second, ["Q07"])


def test_the_documents_quoted_follow_with_publisher_date_and_address(second: View) -> None:
    assert notes(second, ["R02", "P02"]).split("\n\n")[2:] == [
        (
            "Document P: Letter of the harbour office (Port Ansel harbour office, 5 October 2031). "
            "https://harbour.example.invalid/letter"
        ),
        "Document R: Медь идёт ночью (구리는 밤에 움직인다) (publisher not given, date not known).",
    ]


def test_words_come_first_and_empty_ones_not_at_all(second: View) -> None:
    assert notes(second, [], words=("Plain words.", "", "More.")) == "Plain words.\n\nMore."


def test_an_id_stands_once_and_one_that_is_not_there_not_at_all(second: View) -> None:
    told = notes(second, ["P02", "Z99", "P02"], ["no-such-record"])
    assert told.count("[P02] Document P") == 1
    assert "Z99" not in told
    assert "no-such-record" not in told


def test_a_cited_fact_says_that_it_is_cited_and_where_it_stands(own: View) -> None:
    assert notes(own, [], ["oil-osc-003"]).split("\n\n") == [
        "Cited, not quoted: the dataset holds an address, and no machine has checked these words against it.",
        (
            "↗ oil-osc-003 (cited): Tankers made 43 calls at one oil terminal in the Russian Far East in eight "
            "months.\n"
            "Who says so: BBC (Jean Mackenzie), on images read by the Open Source Centre\n"
            "Origin: Open Source Centre, with the BBC\n"
            "Number: 43 trips\n"
            "Window: 7 March 2024 to 5 November 2024\n"
            "Curator’s note: The BBC’s own page was not seen; several near copies agree on the count.\n"
            "Read in a copy at: "
            "https://newsclickng.com/news/russia-gives-north-korea-million-barrels-of-oil-breaking-sanctions-report\n"
            "Original: BBC (Jean Mackenzie), “Russia gives North Korea a million barrels of oil, report finds”, 22 "
            "November 2024\n"
            "Open it: https://example.invalid/record?record=oil-osc-003&data=0123456789ab"
        ),
    ]


@pytest.mark.parametrize(
    ("record_id", "line"),
    [
        ("veldmark-misprint", "Standing: Error in the source: it is kept, marked and never used."),
        ("registry-barges-first", ("Standing: Superseded: a newer print takes its place; it is kept and not used. See "
         "registry-barges.")),
        ("veldmark-may", "Standing: Part: it lies inside another notification, so it is not counted again."),
        ("traders-range", "Number: 25,000–27,000 tonnes, of “copper”"),
        ("osprey", "Deadweight: 820 tonnes, says Port Ansel harbour office, https://harbour.example.invalid/osprey"),
        ("osprey-in-may", "↗ osprey-in-may (cited): Osprey at Port Ansel, 3 May 2031 (satellite image)."),
        ("barges-at-night", ("↗ barges-at-night (cited): A vessel that is not named at Mouth of the Ansel, about June "
         "2031 (lock keeper).")),
        ("two-together", ("↗ two-together (cited): Veldmark and Ostmark: 12,000 tonnes notified for April 2031 to "
         "September 2031.")),
        ("grebe", "↗ grebe (cited): Grebe."),
    ],
)  # fmt: skip
def test_every_kind_of_cited_fact_is_told_in_a_sentence(second: View, record_id: str, line: str) -> None:
    assert line in notes(second, [], [record_id]).splitlines()


def test_the_model_names_its_draws_its_seed_and_each_assumption(own: View) -> None:
    assert notes(own, [], model=True).splitlines() == [
        AT_THE_END,
        "Assumptions in force, at 5 – 50 – 95% of the draws:",
        "Trips: 43 trips",
        "Calls that were loadings: 86 – 95 – 100%",
        "Share of trips seen: 68 – 87 – 98%",
        "Mean size of the ships: 2,510 – 3,390 – 4,580 dwt",
        "Doubt about the median ship: 12%",
        "Load on departure: 69 – 86 – 96%",
        "Cargo share of deadweight: 91 – 94 – 97%",
        "Barrels per tonne: 6.90 – 7.50 – 8.19 barrels a tonne",
        "Tank volume per deadweight: 1.03 – 1.11 – 1.21 m³ a tonne",
    ]


def test_what_a_reader_has_fixed_is_marked_and_what_plays_no_part_left_out(own: View) -> None:
    told = notes(under(own, Settings(count=20, convention="committee", fixed=(("load", 0.5),))), [], model=True)
    assert "Model: 20 trips, the reader’s number, and those not seen; 500 draws, seed 20241122; " in told
    assert "UN committee’s convention, 7.98 barrels a tonne." in told
    assert "Load on departure: 50% (fixed by the reader)" in told
    assert "Tank volume" not in told


def test_a_reader_s_own_choices_are_said_before_the_model(own: View) -> None:
    told = notes(replace(own, filters="lane: Oil shipments"), [], model=True)
    assert told.split("\n\n")[0] == "Filters are in force: lane: Oil shipments."


def test_without_an_estimate_the_notes_say_why(second: View) -> None:
    assert notes(second, [], model=True) == "Model: This case has no sound assumptions."


def test_the_model_is_left_out_where_it_is_not_asked_for(own: View) -> None:
    assert "seed" not in notes(own, ["A04"])


def test_what_is_hostile_stays_as_it_was_written(second: View) -> None:
    told = notes(second, ["Q04", "Q08"], ["ministry-denies"])
    assert "“<script>alert(1)</script> was printed here in place of the price table”" in told
    assert '“=HYPERLINK("http://example.invalid") stands where the chart should be”' in told
    assert "no copper at all, [link](javascript:alert(1)) <script>alert(1)</script>." in told
