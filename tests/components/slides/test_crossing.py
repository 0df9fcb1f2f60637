"""The slide of the crossing: the same days, band and sentences as the cumulative figure of the page."""

from dataclasses import replace
from datetime import date

import pytest

from components.scene.canvas import Look
from components.scene.native.charts.days import held
from components.scene.native.charts.places import level
from components.scene.things import PALETTE, Line, Path, Slide, Text, every
from components.slides.modelled import crossing
from tests.components.on_the_page import cumulative_of as figure_of
from tests.components.slides.slide_texts import cumulative_of, shapes_of, texts_of
from tests.components.slides.volumes_states import view_in

TENSION = "↗ Cited, hollow sign: differs from the model"


def slide_in(state: str) -> Slide:
    (slide,) = crossing.slides(view_in(state))
    return slide


def callout(slide: Slide) -> Text:
    return next(thing for thing in every(slide.things) if isinstance(thing, Text) and thing.name == "Crossing")


def test_the_label_says_the_day_and_its_window() -> None:
    assert texts_of(slide_in("own"))["Crossing"] == (
        "UN cap passed about 9 Aug\nby these trips alone; 90%: 11 Jun–13 Oct\nof the 98 of 100 runs that pass it"
    )


def test_the_window_holds_the_days_of_five_fifty_and_ninety_five_percent() -> None:
    chart = cumulative_of(slide_in("own"))
    assert chart.window == (date(2024, 6, 11), date(2024, 8, 9), date(2024, 10, 13))
    assert chart.limit_volume == 500_000
    assert (chart.most, chart.step) == (1_500_000, 500_000)


@pytest.mark.parametrize("state", ["own", "trips not seen", "twenty trips", "no trips", "ten thousand trips"])
def test_band_and_median_are_those_of_the_page(state: str) -> None:
    view, chart = view_in(state), cumulative_of(slide_in(state))
    assert view.estimate
    figure = figure_of(view.estimate, view.evidence, Look(PALETTE))
    curves = [
        trace for trace in figure.data if trace.mode == "lines" and not trace.fill and trace.line.color == PALETTE.model
    ]
    assert [tuple(curve.y) for curve in curves] == [chart.q05[2:], chart.q95[2:], chart.q50[2:]]
    assert tuple(moment.astype(object) for moment in curves[0].x.astype("datetime64[D]")) == chart.days[2:]
    assert (chart.days[0], chart.days[1], chart.q95[:2]) == (date(2024, 3, 1), date(2024, 3, 6), (0.0, 0.0))


def test_what_the_estimate_is_compared_with_stands_dotted_beside_it_and_is_named() -> None:
    own, sourced = view_in("twenty trips"), view_in("own").estimate
    assert sourced
    assert not [thing for thing in every(slide_in("twenty trips").things) if isinstance(thing, Path)]
    (slide,) = crossing.slides(replace(own, other=sourced))
    dotted = [thing for thing in every(slide.things) if isinstance(thing, Path)]
    assert [path.dash for path in dotted] == ["dot"] * 3
    chart = cumulative_of(slide)
    ends = [
        float(sourced.cumulative.query("series == @sourced.series")[name].iloc[-1]) for name in ("q05", "q50", "q95")
    ]
    assert [path.points[-1][1] for path in dotted] == [level(chart.plot, chart.most, end) for end in ends]
    assert chart.most >= ends[2]
    assert any("Dotted: as sourced." in text for text in texts_of(slide).values())


@pytest.mark.parametrize("state", ["own", "trips not seen", "twenty trips", "twenty-seven trips", "no trips"])
def test_the_label_is_that_of_the_page(state: str) -> None:
    view = view_in(state)
    assert view.estimate
    figure = figure_of(view.estimate, view.evidence, Look(PALETTE))
    page = [(note.text or "").replace("<b>", "").replace("</b>", "") for note in figure.layout.annotations]
    assert texts_of(slide_in(state))["Crossing"].replace("\n", "<br>") in page


def test_the_last_value_is_that_of_the_estimate_with_its_range() -> None:
    slide = slide_in("own")
    assert cumulative_of(slide).q50[-1] == pytest.approx(792_652, abs=1)
    assert texts_of(slide)["Model, by 5 Nov"] == (
        "Model, by 5 Nov\nabout 790,000 barrels (90% range 540,000–1,100,000): 43 trips counted, spread evenly. "
        "Line: median; band: 90% of the runs."
    )


def test_a_line_leads_from_the_label_to_its_day_on_the_limit() -> None:
    slide = slide_in("own")
    chart, box = cumulative_of(slide), callout(slide).place
    (line,) = [thing for thing in every(slide.things) if isinstance(thing, Line)]
    share = (date(2024, 8, 9) - date(2024, 3, 1)).days / (date(2024, 11, 5) - date(2024, 3, 1)).days
    assert line.start == pytest.approx((chart.plot.x + share * chart.plot.width, box.bottom))
    assert line.end[1] < chart.plot.bottom - chart.plot.height / 3 < line.end[1] + 0.25


def test_what_else_began_stands_below_the_chart_where_its_wording_allows_it() -> None:
    slide = slide_in("own")
    chart, began = cumulative_of(slide), [one for one in every(slide.things) if one.name == "Began meanwhile"]
    titles = [one.paragraphs[0][1].text.strip() for one in began if isinstance(one, Text)]
    assert titles[:2] == ["“June signing” of the treaty", "“early deployments already documented”"]
    bars = [one.place for one in every(slide.things) if one.name == "Days on which it can have begun"]
    share = [
        (date(2024, 6, day) - date(2024, 3, 1)).days / (date(2024, 11, 5) - date(2024, 3, 1)).days for day in (1, 30)
    ]
    assert (bars[0].x, bars[0].right) == pytest.approx(tuple(chart.plot.x + one * chart.plot.width for one in share))
    assert all(chart.place.bottom < one.place.y and one.place.right <= chart.plot.right + 0.01 for one in began)


def test_a_statement_that_differs_is_shown_as_a_disagreement_with_its_sign_and_id() -> None:
    told = texts_of(slide_in("own"))[TENSION]
    assert "Russian shipments had passed 500,000 barrels, the yearly cap, by 2 May 2024 [↗ oil-other-002]." in told
    assert "Fewer than 1 of 100 runs reach 500,000 barrels by 2 May 2024" in told
    assert told.endswith("Shown as a disagreement, not averaged away.")


def test_it_is_marked_on_its_day_by_a_hollow_diamond() -> None:
    slide = slide_in("own")
    chart, (diamond,) = cumulative_of(slide), shapes_of(slide, "Cited statement")
    share = (date(2024, 5, 2) - date(2024, 3, 1)).days / (date(2024, 11, 5) - date(2024, 3, 1)).days
    assert diamond.place.x + diamond.place.width / 2 == pytest.approx(chart.plot.x + share * chart.plot.width)
    assert diamond.place.y + diamond.place.height / 2 == pytest.approx(chart.plot.bottom - chart.plot.height / 3)
    assert (diamond.turn, diamond.outline, diamond.fill) == (45, PALETTE.cited, PALETTE.paper)


def test_that_other_suppliers_count_too_is_said() -> None:
    told = texts_of(slide_in("own"))["UN cap 500,000"]
    assert told.endswith(
        "With what else was notified it is passed about 30 Jun 2024 (90% range 19 May 2024 to 16 Aug 2024)."
    )


def test_with_others_the_line_falls_to_what_they_left_and_is_named_with_both_numbers() -> None:
    slide = slide_in("with others")
    chart = cumulative_of(slide)
    assert (chart.line[0], chart.line[-1]) == ((date(2024, 1, 1), 500_000), (date(2024, 12, 1), 203_793))
    assert (chart.limit_volume, chart.line_name) == (500_000, "UN cap less what else was notified 203,793")
    assert texts_of(slide)["What is left"] == "UN cap 500,000 less what else\nwas notified: 203,793"
    assert "UN cap less what else was notified 203,793" in slide.things[0].alt


def test_with_others_the_chart_reaches_over_every_bend_of_the_line_and_the_window() -> None:
    chart = cumulative_of(slide_in("with others"))
    assert (chart.days[0], chart.days[-1]) == (date(2024, 1, 1), date(2024, 12, 1))
    assert (chart.q50[0], chart.q95[1]) == (0, 0)  # before the first trip
    assert chart.q50[-1] == chart.q50[-2] == pytest.approx(929_790, abs=1)  # after the last one
    assert all(chart.days[0] <= moment <= chart.days[-1] for moment in chart.window)


def test_with_others_the_lead_ends_at_the_day_on_the_falling_line() -> None:
    slide = slide_in("with others")
    chart = cumulative_of(slide)
    (line,) = [thing for thing in every(slide.things) if isinstance(thing, Line)]
    on = held(chart).on(chart.window[1])
    assert 350_000 < on < 420_000
    assert line.end[1] == pytest.approx(level(chart.plot, chart.most, on) - crossing.DIAMOND)


def test_with_others_the_title_says_so() -> None:
    assert slide_in("with others").title == "All counted, UN cap passed between May and August"


def test_alone_there_is_no_second_line() -> None:
    slide = slide_in("own")
    assert cumulative_of(slide).line == ()
    assert "What is left" not in texts_of(slide)


def test_a_statement_on_which_the_model_agrees_is_no_disagreement() -> None:
    texts = texts_of(slide_in("ten thousand trips"))
    assert TENSION not in texts
    assert texts["↗ Cited, hollow sign: beside the model"].endswith("On this the statement and the model agree.")


def test_where_no_run_passes_there_is_no_window_and_the_label_says_so() -> None:
    slide = slide_in("no trips")
    assert cumulative_of(slide).window == ()
    assert texts_of(slide)["Crossing"] == "Fewer than 1 of 100 runs pass\nthe UN cap by then"
    assert [thing for thing in every(slide.things) if isinstance(thing, Line)] == []


def test_without_an_estimate_the_reason_and_the_remedy_stand_in_words() -> None:
    slide = slide_in("no estimate")
    assert slide.title == "When the limit was passed is not modelled"
    assert texts_of(slide) == {
        "No estimate, so no day": "No estimate, so no day\nThis case has no sound assumptions.",
        "What would give one": ("What would give one\nWhoever keeps this case can add them, each with its source."),
    }


def test_without_a_limit_the_volume_stands_in_words() -> None:
    slide = slide_in("without limit")
    assert slide.title == "Without a limit there is no day on which it is passed"
    assert "43 trips counted: about 790,000 barrels (90% range 5" in texts_of(slide)["Model"]


def test_a_limit_in_tonnes_is_passed_in_tonnes() -> None:
    slide = slide_in("a limit in tonnes")
    assert cumulative_of(slide).limit_volume == 60_000
    assert "about 110,000 tonnes (90% range" in texts_of(slide)["Model, by 5 Nov"]


@pytest.mark.parametrize("state", ["a Russian name", "a Korean name", "a long name"])
def test_a_long_name_gives_way_and_the_day_stays(state: str) -> None:
    texts = texts_of(slide_in(state))
    assert texts["Crossing"].split("\n")[0].endswith(" passed about 9 Aug")
    assert any(name.endswith("… 500,000") for name in texts)


@pytest.mark.parametrize(
    ("state", "title"),
    [
        ("own", "These trips pass the UN cap between June and October"),
        ("trips not seen", "These trips pass the UN cap between May and September"),
        ("twenty-seven trips", "49 of 100 runs pass the UN cap"),
        ("no trips", "Fewer than 1 of 100 runs pass the UN cap by 5 Nov 2024"),
        ("ten thousand trips", "At this pace these trips alone pass the UN cap in March"),
        ("a Korean name", "These trips pass the limit between June and October"),
    ],
)
def test_the_title_says_when_or_how_seldom(state: str, title: str) -> None:
    assert slide_in(state).title == title
