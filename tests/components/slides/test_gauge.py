"""The slide of the gauge: the same arcs, numbers and sentences as the figure on the page."""

from math import atan2, pi

import plotly.graph_objects as go
import pytest
from components.slides.dial import CENTRE, RADIUS, at

from components.scene.canvas import Look
from components.scene.things import PALETTE, Line, Run, Slide, Text, every
from components.slides import gauge
from tests.components.on_the_page import gauge as figure_of
from tests.components.slides.slide_texts import shapes_of, shares_of, texts_of
from tests.components.slides.volumes_states import matter_in

FINDING = (
    "Model: UN cap passed by Russia alone in 98 of 100 runs — almost certain (95–99%); with what others notified in "
    "more than 99 of 100 — beyond almost certain (over 99%). Above 1,000,000 in these eight months in 14 of 100, or "
    "38 of 100 if some trips went unseen."
)


def slide_in(state: str) -> Slide:
    (slide,) = gauge.slides(matter_in(state))
    return slide


def figure_in(state: str) -> go.Figure:
    matter = matter_in(state)
    return figure_of(matter.volume, matter.evidence, Look(PALETTE), matter.estimate or matter.not_estimated)


def reach(figure: go.Figure, colour: str) -> tuple[float, float]:
    """From which to which share of the dial a filled piece of ring reaches on the page."""
    piece = next(trace for trace in figure.data if trace.fillcolor == colour and trace.fill == "toself")
    shares = [1 - atan2(y, x) / pi for x, y in zip(piece.x, piece.y, strict=True)]
    return round(min(shares), 3), round(max(shares), 3)


def test_the_centre_says_the_number_with_its_operator_and_how_it_stands_to_the_limit() -> None:
    assert texts_of(slide_in("own"))["Reported number"] == (
        "> 1,000,000\nbarrels reported for 2024 [A04]:\nmore than twice the annual UN cap\nA floor, from an undated "
        "news article (The Pinnacle Gazette, document A) alone. The text says “oil”; the UN cap covers refined "
        "petroleum products, all suppliers together."
    )


def test_the_number_is_set_in_forty_points_and_its_claim_can_be_opened() -> None:
    text = next(thing for thing in every(slide_in("own").things) if isinstance(thing, Text) and "number" in thing.name)
    assert text.paragraphs[0] == (Run("> 1,000,000", bold=True, points=40.0),)
    links = [run.link for paragraph in text.paragraphs for run in paragraph if run.text == "[A04]"]
    assert links == ["https://example.invalid/documents?claim=A04&data=0123456789ab"]


def test_black_reaches_to_two_thirds_and_goes_on_in_three_chevrons() -> None:
    slide = slide_in("own")
    assert [shares_of(arc) for arc in shapes_of(slide, "Reported")] == [(0.0, 0.667)]
    assert [chevron.turn for chevron in shapes_of(slide, "Or more")] == pytest.approx([35.04, 39.9, 44.76], abs=0.01)
    assert texts_of(slide)["Or more"] == "or more"


def test_the_band_is_that_of_the_runs() -> None:
    slide = slide_in("own")
    assert [shares_of(arc) for arc in shapes_of(slide, "Model, 90%")] == [(0.363, 0.748)]
    assert [shares_of(arc) for arc in shapes_of(slide, "Model, middle half")] == [(0.454, 0.61)]


@pytest.mark.parametrize("state", ["own", "trips not seen", "twenty trips", "a floor near the end"])
def test_every_arc_reaches_as_far_as_on_the_page(state: str) -> None:
    slide, figure = slide_in(state), figure_in(state)
    found = {
        colour: shares_of(shapes_of(slide, name)[0])
        for name, colour in (
            ("Reported", PALETTE.ink), ("Model, 90%", PALETTE.model_band), ("Model, middle half", PALETTE.model)
        )
    }  # fmt: skip
    assert found == {colour: reach(figure, colour) for colour in found}


@pytest.mark.parametrize(
    "state", ["own", "trips not seen", "no trips", "ten thousand trips", "without limit", "without a number"]
)
def test_the_sentence_on_the_model_is_that_of_the_page(state: str) -> None:
    told = texts_of(slide_in(state))["Model"].split("\n")[-1]
    annotations = (note.text or "" for note in figure_in(state).layout.annotations)
    page = " ".join(annotations).replace("<br>", " ").replace("<b>", "").replace("</b>", "")
    assert told in " ".join(page.split())


def test_below_stand_what_black_and_blue_are_and_the_finding_with_likelihood_and_range() -> None:
    assert texts_of(slide_in("own"))["Model"] == (
        "Black: reported [A04], no upper end. Blue: model, 43 trips counted: middle half and 90% range "
        f"540,000–1,100,000\n{FINDING}"
    )


def test_with_others_a_thin_mark_shows_what_they_left() -> None:
    slide = slide_in("with others")
    (mark,) = [thing for thing in every(slide.things) if isinstance(thing, Line) and thing.name == "What others left"]
    assert (mark.dash, mark.colour) == ("dash", PALETTE.limit)
    assert mark.end == pytest.approx(at(1.09, 203_793 / 1_500_000))
    assert mark.alt == "UN cap less what others notified 203,793 barrels"
    assert texts_of(slide)["What others left"] == "less what others notified 203,793"
    assert "Thin line: UN cap less what others notified 203,793." in gauge.gauge_in_words(matter_in("with others"))


def test_alone_there_is_no_thin_mark() -> None:
    assert [thing for thing in every(slide_in("own").things) if thing.name == "What others left"] == []


def test_the_scale_says_numbers_and_times() -> None:
    texts = texts_of(slide_in("own"))
    assert [texts[f"Scale at {times} times the limit"] for times in (0, 2, 3)] == [
        "0", "1,000,000\n2× UN cap", "1,500,000\n3× UN cap"
    ]  # fmt: skip
    assert texts["Limit label"] == "UN cap 500,000\nrefined petroleum products a year"


@pytest.mark.parametrize(
    "state", ["own", "a tiny floor", "a floor past the scale", "ten thousand trips", "without a number"]
)
def test_the_limit_stands_at_a_third_on_a_white_halo(state: str) -> None:
    lines = [thing for thing in every(slide_in(state).things) if isinstance(thing, Line) and "imit" in thing.name]
    ends = (at(0.66, 1 / 3), at(1.09, 1 / 3))
    on_dial = [(line.start, line.end, line.colour) for line in lines if "Tick" not in line.name]
    assert on_dial == [(*ends, "#FFFFFF"), (*ends, "#B3381A")]
    assert lines[0].points > lines[1].points


def test_a_value_past_the_scale_fills_it_and_says_so() -> None:
    slide = slide_in("a floor past the scale")
    assert [shares_of(arc) for arc in shapes_of(slide, "Reported")] == [(0.0, 1.0)]
    assert texts_of(slide)["Past the scale"] == "▼ value lies past the scale"
    assert shapes_of(slide, "Or more") == []
    assert "Or more" not in texts_of(slide)


def test_a_model_past_the_scale_says_so() -> None:
    slide = slide_in("ten thousand trips")
    assert texts_of(slide)["Past the scale"] == "▼ model lies past the scale"
    assert [mark.turn for mark in shapes_of(slide, "Model past the scale")] == [180]
    assert shapes_of(slide, "Model, 90%") == []


def test_no_trips_are_a_mark_at_nothing_in_the_colour_of_the_model() -> None:
    slide = slide_in("no trips")
    (median,) = [thing for thing in every(slide.things) if isinstance(thing, Line) and thing.name == "Model, median"]
    assert median.colour == PALETTE.model
    assert median.start == pytest.approx((CENTRE[0] - 0.70 * RADIUS, CENTRE[1]))
    assert "about 0 in nearly all runs" in texts_of(slide)["Model"]


def test_a_range_is_solid_to_its_low_end_and_dotted_to_its_high_one() -> None:
    slide = slide_in("a range")
    (sure,), (rest,) = shapes_of(slide, "Reported"), shapes_of(slide, "Reported, left open")
    assert (shares_of(sure), sure.fill) == ((0.0, 0.267), PALETTE.ink)
    assert (shares_of(rest), rest.fill, rest.outline, rest.dash) == ((0.267, 0.467), "", PALETTE.ink, "dot")
    assert texts_of(slide)["Reported number"].startswith("400,000–700,000\n")


def test_a_ceiling_is_dotted_from_nothing_on() -> None:
    slide = slide_in("a ceiling")
    assert shapes_of(slide, "Reported") == []
    assert [shares_of(arc) for arc in shapes_of(slide, "Reported, left open")] == [(0.0, 0.267)]
    assert (
        "A ceiling, from an undated news article (The Pinnacle Gazette, document A) alone."
        in texts_of(slide)["Reported number"]
    )


def test_an_exact_number_has_neither_chevrons_nor_a_bound() -> None:
    slide = slide_in("an exact number")
    assert [shares_of(arc) for arc in shapes_of(slide, "Reported")] == [(0.0, 0.333)]
    assert shapes_of(slide, "Or more") == shapes_of(slide, "Reported, left open") == []


def test_without_a_number_the_track_is_empty_and_says_what_is_said_instead() -> None:
    slide = slide_in("without a number")
    assert slide.title == "No document gives a number for oil deliveries"
    assert shapes_of(slide, "Reported") == []
    assert texts_of(slide)["No number"] == (
        "No number is reported\nAn undated news article (First News (Nigeria), document B) says “transporting "
        "significant quantities of oil back to Pyongyang” [B05]"
    )


def test_without_a_limit_one_empty_track_stands_behind_the_number() -> None:
    slide = slide_in("without limit")
    assert [shares_of(arc) for arc in shapes_of(slide, "Scale without a limit")] == [(0.0, 1.0)]
    assert "It is not set against a limit, because the case names no limit." in texts_of(slide)["Reported number"]
    assert set(texts_of(slide)) == {"Reported number", "Model"}


def test_a_number_in_another_unit_is_not_drawn_against_the_limit() -> None:
    slide = slide_in("a limit in tonnes")
    assert shapes_of(slide, "Reported") == []
    assert "the claim counts in another unit (barrel)" in texts_of(slide)["Reported number"]
    assert texts_of(slide)["Limit label"].startswith("UN cap 60,000\n")


def test_without_an_estimate_the_reason_stands_below() -> None:
    assert texts_of(slide_in("no estimate"))["Model"] == (
        "Black: reported [A04], no upper end\nNo model: This case has no sound assumptions. Write assumptions.toml as "
        "FORMAT.md says, or mend what is wrong in it."
    )


def test_an_estimate_of_another_period_is_not_set_beside_the_number() -> None:
    slide = slide_in("another period")
    assert shapes_of(slide, "Model, 90%") == []
    assert "in another period of the limit: it is not set beside this number." in texts_of(slide)["Model"]


@pytest.mark.parametrize(
    ("state", "title"),
    [
        ("own", "Reported deliveries are more than twice the UN cap"),
        ("second case", "Reported: more than 1.3 times the annual Concord cap"),
        ("a Korean name", "Reported deliveries are more than twice the limit"),
        ("an endless number", "The reported number lies above the limit"),
        ("a range", "Reported: between 0.8 and 1.4 times the annual UN cap"),
        ("without limit", "Reported oil deliveries cannot be set against a limit"),
        ("withheld", "What is reported of deliveries is withheld or absent"),
    ],
)
def test_the_title_is_the_finding(state: str, title: str) -> None:
    assert slide_in(state).title == title


@pytest.mark.parametrize("state", ["a Russian name", "a Korean name", "a long name"])
def test_a_long_name_gives_way_and_the_numbers_stay(state: str) -> None:
    texts = texts_of(slide_in(state))
    assert texts["Limit label"].split("\n")[0].endswith("… 500,000")
    assert " alone in 98 of 100 runs — almost certain (95–99%)" in texts["Model"]
    assert texts["Scale at 2 times the limit"] == "1,000,000\n2× limit"
    assert "more than twice the annual" in texts["Reported number"]


def test_the_notes_hold_the_quote_the_limit_and_the_assumptions_in_force() -> None:
    told = slide_in("own").notes
    assert "“Russia has been steadily supplying North Korea with over one million barrels of oil this year”" in told
    assert "Reported oil deliveries are more than twice the annual UN cap." in told
    assert FINDING in told
    assert "Assumptions in force" in told
