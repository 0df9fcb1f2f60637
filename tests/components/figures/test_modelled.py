"""The figures of the estimate as they were looked at, and what must hold for any estimate."""

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from math import isfinite, nan
from typing import Any

import numpy as np
import pandas as pd
import plotly.graph_objects as go
import pytest

from components.figures.modelled import cumulative_in_words, dots_in_words, tornado_in_words
from components.scene.canvas import Look
from components.theme import PALETTES, Width
from data import Evidence
from data.estimate.result import Estimate, estimate
from data.models.assumptions import Settings
from tests.components import whole_estimate as made
from tests.components.on_the_page import cumulative_of, dots_of, tornado_of
from tests.components.whole_estimate import whole_estimate
from tests.goldens import matches_golden

LIGHT = PALETTES["light"]
WIDTHS: tuple[Width, ...] = ("wide", "medium", "narrow")
FIGURES = {"dots": dots_of, "cumulative": cumulative_of, "tornado": tornado_of}
IN_WORDS = {"dots": dots_in_words, "cumulative": cumulative_in_words, "tornado": tornado_in_words}
NO_NUMBER = re.compile(r"\b(nan|NaN|NaT|inf|None(?! of 50))\b")
ALL_EQUAL = (("loadings", 1.0), ("seen", 1.0), ("ship", 3000.0), ("load", 0.9), ("cargo-share", 0.95),
             ("barrels-per-tonne", 7.45), ("tank", 1.1))  # fmt: skip
CORNERS = {
    "no trip": Settings(count=0), "one trip": Settings(count=1), "few": Settings(count=24), "half": Settings(count=30),
    "twice": Settings(count=90), "ten thousand": Settings(count=10_000), "all equal": Settings(fixed=ALL_EQUAL),
    "load fixed": Settings(fixed=(("load", 0.6),), unseen=True), "open": Settings(trips="open"),
    "committee": Settings(convention="committee"),
}  # fmt: skip


@pytest.fixture(scope="module")
def still(evidence: Evidence) -> Evidence:
    """The evidence with a fingerprint that does not change with every comma of the seeds, nor a version or a day."""
    return replace(evidence, fingerprint="0123456789abcdef", case=evidence.case.model_copy(update={"version": "0.0.0"}))


def modelled(evidence: Evidence, settings: Settings | None = None) -> Estimate:
    found = estimate(evidence, settings, draws=2_000)
    assert isinstance(found, Estimate)
    return found


def words_of(figure: go.Figure) -> str:
    hover = [text for trace in figure.data for text in _listed(trace.text)]
    return "\n".join([annotation.text or "" for annotation in figure.layout.annotations] + hover)


def _listed(text: Any) -> Sequence[str]:
    return [] if text is None else [text] if isinstance(text, str) else list(text)


def dot_traces(figure: go.Figure) -> dict[str, Any]:
    """The two traces of dots by their fill."""
    found = [trace for trace in figure.data if trace.mode == "markers" and trace.marker.line.color == LIGHT.model]
    return {trace.marker.color: trace for trace in found}


def numbers_in(part: Any) -> list[float]:
    if isinstance(part, dict):
        return [number for value in part.values() for number in numbers_in(value)]
    if isinstance(part, list | tuple):
        return [number for value in part for number in numbers_in(value)]
    if isinstance(part, np.ndarray):
        return [] if part.dtype.kind == "M" else [float(value) for value in part]
    return [float(part)] if isinstance(part, float | np.floating) else []


def test_every_outcome_is_one_dot_solid_above_the_limit_and_hollow_if_not(evidence: Evidence) -> None:
    figure = dots_of(whole_estimate(), evidence, Look(LIGHT))
    found = dot_traces(figure)
    assert (len(found[LIGHT.paper].x), len(found[LIGHT.model].x)) == (1, 49)


def test_the_number_above_the_limit_stands_large_with_its_likelihood_and_range(evidence: Evidence) -> None:
    words = words_of(dots_of(whole_estimate(), evidence, Look(LIGHT)))
    assert "<b>49 of 50</b>" in words
    assert "<b>almost certain (95–99%)</b>" in words


def test_the_reported_floor_is_a_dotted_line_with_an_arrow_onward(evidence: Evidence) -> None:
    figure = dots_of(whole_estimate(), evidence, Look(LIGHT))
    dotted = [shape for shape in figure.layout.shapes if shape.line.dash == "dot"]
    assert [shape.x0 for shape in dotted] == [1_000_000]
    assert "triangle-right" in [trace.marker.symbol for trace in figure.data]
    assert "Reported &gt; 1,000,000" in words_of(figure)


def test_a_click_on_the_reported_number_names_its_claim(evidence: Evidence) -> None:
    # Below the volume as it grew stand the treaty (B18), troops (A20) and a reaction (B17).
    for draw, beside in ((dots_of, set()), (cumulative_of, {"A20", "B17", "B18"})):
        figure = draw(whole_estimate(disagreements=made.disagreements().head(0)), evidence, Look(LIGHT))
        assert {opens for trace in figure.data if trace.customdata for (opens,) in trace.customdata} == {"A04"} | beside


def test_outcomes_past_the_end_stand_there_as_arrows_and_are_counted_in_words(evidence: Evidence) -> None:
    frame = made.dots()
    frame.loc[frame.index[48:50], "volume"] = 5_000_000.0
    figure = dots_of(whole_estimate(dots=frame), evidence, Look(LIGHT))
    assert list(dot_traces(figure)[LIGHT.model].marker.symbol).count("triangle-right") == 2
    assert "▶ 2 outcomes lie past the end of the axis" in words_of(figure)


def test_without_a_limit_dots_have_no_side(evidence: Evidence) -> None:
    without = whole_estimate(limit_volume=nan, threshold=nan, limit_name="", totals=made.totals(above_limit=nan))
    words = words_of(dots_of(without, evidence, Look(LIGHT)))
    assert "about 790,000" in words
    assert "cap" not in words.split("Sources")[0]


def window(figure: go.Figure) -> list[Any]:
    return [trace for trace in figure.data if trace.fill == "toself" and trace.line.color == LIGHT.limit]


def test_the_crossing_window_lies_on_the_limits_line_from_its_first_day_to_its_last(evidence: Evidence) -> None:
    outer, inner = window(cumulative_of(whole_estimate(), evidence, Look(LIGHT)))
    assert [str(min(part.x))[5:10] for part in (outer, inner)] == ["06-12", "07-15"]
    assert [str(max(part.x))[5:10] for part in (outer, inner)] == ["10-14", "09-05"]
    assert sum(outer.y[:4]) / 4 == pytest.approx(500_000)


def test_if_no_run_passes_the_limit_there_is_no_window_and_words_instead(evidence: Evidence) -> None:
    figure = cumulative_of(whole_estimate(crossing=made.crossing(0.0)), evidence, Look(LIGHT))
    assert window(figure) == []
    assert "Fewer than 1 of 100 runs pass" in words_of(figure)


def test_a_statement_that_differs_is_a_cited_mark_on_its_day(evidence: Evidence) -> None:
    figure = cumulative_of(whole_estimate(), evidence, Look(LIGHT))
    [sign] = [trace for trace in figure.data if trace.marker.symbol == "diamond"]
    assert (sign.x[0], sign.y[0], sign.marker.line.color) == (date(2024, 5, 2), 500_000, LIGHT.cited)
    assert "model: fewer than 1 of 100 runs" in words_of(figure)
    opened = {opens for trace in figure.data if trace.customdata for (opens,) in trace.customdata}
    assert "record:oil-other-002" in opened


def test_after_the_last_observation_the_chart_says_that_nothing_was_seen(evidence: Evidence) -> None:
    assert "no observation<br>after 5 Nov" in words_of(cumulative_of(whole_estimate(), evidence, Look(LIGHT)))


def test_a_period_that_spans_new_year_names_both_years(evidence: Evidence) -> None:
    limits = [
        limit.model_copy(update={"period": "twelve-months", "period_start": "08-01"}) for limit in evidence.limits
    ]
    crossing = pd.DataFrame(
        [dict(zip(made.QUANTILES, pd.date_range("2023-12-01", periods=5, freq="20D"), strict=True))] * 2,
        index=["seen", "all"],
    ).assign(share=0.99)
    days = pd.date_range("2023-09-07", "2024-06-05", periods=42).astype("datetime64[s]")
    over = whole_estimate(
        first=date(2023, 9, 7), last=date(2024, 6, 5), crossing=crossing, reported=nan,
        cumulative=made.cumulative().assign(day=[*days[::2], *days[::2]]), disagreements=made.disagreements().head(0),
    )  # fmt: skip
    words = words_of(cumulative_of(over, replace(evidence, limits=tuple(limits)), Look(LIGHT)))
    assert "Aug<br><b>2023</b>" in words
    assert "Jan<br><b>2024</b>" in words
    assert "for 1 Aug–31 Jul" in words
    assert "UN cap passed about 10 Jan 2024" in words


def test_the_tornado_is_sorted_by_how_far_each_factor_moves_the_volume(evidence: Evidence) -> None:
    figure = tornado_of(whole_estimate(), evidence, Look(LIGHT))
    titles = [text for text in words_of(figure).split("\n") if text.startswith("<b>") and "<br><span" in text]
    bars = [shape for shape in figure.layout.shapes if shape.fillcolor == LIGHT.model]
    assert titles[0].startswith("<b>Mean size of the ships</b>")
    assert [bar.x1 - bar.x0 for bar in bars] == sorted([bar.x1 - bar.x0 for bar in bars], reverse=True)


def test_the_end_of_a_share_of_trips_seen_that_gives_less_is_its_upper_one(evidence: Evidence) -> None:
    words = [part.text for part in tornado_of(whole_estimate(), evidence, Look(LIGHT)).layout.annotations]
    assert words.index("98%") < words.index("68%")


def test_a_factor_that_the_reader_has_fixed_has_no_bar_and_says_so(evidence: Evidence) -> None:
    free = tornado_of(whole_estimate(), evidence, Look(LIGHT))
    fixed = tornado_of(whole_estimate(tornado=made.tornado(fixed=("load",))), evidence, Look(LIGHT))
    assert "<b>fixed at 69%</b>" in words_of(fixed)
    bars = [sum(shape.type == "rect" for shape in figure.layout.shapes) for figure in (free, fixed)]
    assert bars[1] == bars[0] - 4  # two bars, each on paper


def test_each_factor_has_its_share_of_the_spread(evidence: Evidence) -> None:
    words = words_of(tornado_of(whole_estimate(), evidence, Look(LIGHT)))
    assert [f"<b>{part}</b>" in words for part in ("55%", "27%", "17%")] == [True, True, True]


def test_a_limit_far_away_is_named_at_the_edge(evidence: Evidence) -> None:
    words = words_of(tornado_of(whole_estimate(limit_volume=9e6, threshold=9e6), evidence, Look(LIGHT)))
    assert "<b>UN cap 9,000,000</b> ▶" in words


def test_text_from_a_folder_cannot_become_markup_of_the_charts(evidence: Evidence) -> None:
    hostile = '<a href="x">&</a>'
    tornado = made.tornado().assign(title=hostile, unit=hostile)
    estimate_ = whole_estimate(limit_name=hostile, trips_words=hostile, tornado=tornado)
    for draw in FIGURES.values():
        assert "<a " not in words_of(draw(estimate_, evidence, Look(LIGHT)))


@pytest.mark.parametrize("corner", CORNERS)
def test_at_every_corner_each_figure_is_finite_and_shows_no_number_that_is_none(
    corner: str, evidence: Evidence
) -> None:
    found = modelled(evidence, CORNERS[corner])
    for name, draw in FIGURES.items():
        assert NO_NUMBER.findall(IN_WORDS[name](found, evidence)) == []
        for width in WIDTHS:
            figure = draw(found, evidence, Look(LIGHT, width))
            assert NO_NUMBER.findall(words_of(figure)) == []
            assert all(isfinite(number) for number in numbers_in(figure.to_plotly_json()))


@pytest.mark.parametrize("unit", ["tonne", None], ids=["limit in tonnes", "no limit"])
def test_other_limits_and_none_draw_all_figures(unit: str | None, evidence: Evidence) -> None:
    changes = {"unit": unit, "value": 60_000.0}
    limits = tuple(limit.model_copy(update=changes) for limit in evidence.limits) if unit else ()
    other = replace(evidence, limits=limits)
    found = modelled(other)
    for name, draw in FIGURES.items():
        assert NO_NUMBER.findall(IN_WORDS[name](found, other)) == []
        for width in WIDTHS:
            words = words_of(draw(found, other, Look(LIGHT, width)))
            assert NO_NUMBER.findall(words) == []
            assert ("tonnes" if unit else "barrels") in words.lower()


def test_alternative_texts_tell_the_finding_and_the_numbers(evidence: Evidence) -> None:
    found = whole_estimate()
    assert dots_in_words(found, evidence).startswith(
        "Fifty dots, each an equally likely modelled volume. 49 of 50 equally likely outcomes are above the UN cap."
    )
    assert "about 9 Aug 2024 (90% range 12 Jun 2024 to 14 Oct 2024)" in cumulative_in_words(found, evidence)
    assert "Mean size of the ships: 700,000 to 1,300,000" in tornado_in_words(found, evidence)


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("name", FIGURES)
def test_the_figures_of_the_estimate_are_as_they_were_looked_at(name: str, width: Width, still: Evidence) -> None:
    assert matches_golden(FIGURES[name](whole_estimate(), still, Look(LIGHT, width)), f"estimate-{name}-{width}")


@pytest.mark.parametrize("name", FIGURES)
def test_the_figures_of_the_estimate_in_the_dark_are_as_they_were_looked_at(name: str, still: Evidence) -> None:
    figure = FIGURES[name](whole_estimate(series="all"), still, Look(PALETTES["dark"]))
    assert matches_golden(figure, f"estimate-{name}-wide-dark")
