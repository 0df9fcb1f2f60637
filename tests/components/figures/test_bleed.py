"""Figures on a screen of 16:9: of its size exactly, with type that can be read, and nothing of a figure lost."""

import json
from collections.abc import Callable
from functools import cache
from typing import Any

import pandas as pd
import plotly.graph_objects as go
import pytest
from hypothesis import given
from hypothesis import strategies as st

from components.figures import captioned, cited, modelled
from components.figures.compared.comparison import comparison
from components.scene import plotly
from components.scene.bleed import full_bleed, on_screen, parts_of
from components.scene.canvas import Canvas, Look
from components.scene.furniture import Scene, Words, balanced
from components.scene.screen import Screen, camera, screen_for
from components.scene.screens import balanced as balanced_parts
from components.scene.text import pages
from components.theme import PALETTES, Mode
from data import Evidence, comparison_frame, read_evidence, timeline_frame, volumes_frame
from data.estimate.result import Estimate, Settings, estimate
from data.frames.comparison import record_answers
from data.frames.descent import descent_frame
from data.frames.notified import notified_frame, notified_years
from data.frames.reported import headline_row
from data.frames.timeline import record_events_frame, writing_frame
from tests.components import record_frames as frames
from tests.components.on_the_page import least_type
from tests.goldens import matches_golden

LIGHT = PALETTES["light"]
Draw = Callable[[Look], Scene]
Parts = Callable[..., list[go.Figure]]
NAMES = [
    "gauge", "bullets", "notified", "timeline", "timeline with the record", "dots", "cumulative", "tornado",
    "comparison", "comparison with the record", "origins",
]  # fmt: skip
# Those whose marks stand otherwise on a screen than on the page.
DRAWN_ANEW = ["bullets", "timeline", "timeline with the record", "comparison", "comparison with the record", "origins"]


@pytest.fixture(scope="module")
def evidence() -> Evidence:
    return frames.without_fingerprint(read_evidence())


@pytest.fixture(scope="module")
def draws(evidence: Evidence) -> dict[str, Draw]:
    """Every figure of the real case."""
    model, whole, years = estimate(evidence, Settings()), comparison_frame(evidence), notified_years(evidence)
    assert isinstance(model, Estimate)
    rows, writing, limit = volumes_frame(evidence, model), writing_frame(evidence), evidence.headline_limit
    assert limit
    headline, quoted = headline_row(rows, evidence), timeline_frame(evidence)
    both = pd.concat([quoted, record_events_frame(evidence)], ignore_index=True)
    filed, answers, texts = notified_frame(evidence), record_answers(evidence), descent_frame(evidence)
    return {
        "gauge": lambda look: captioned.gauge(headline, evidence, look, model),
        "bullets": lambda look: captioned.bullets(rows, limit, evidence, look, model),
        "notified": lambda look: cited.notified_by_year(years, filed, evidence, look, headline),
        "timeline": lambda look: captioned.events(quoted, writing, headline, evidence, look),
        "timeline with the record": lambda look: captioned.events(both, writing, headline, evidence, look),
        "dots": lambda look: modelled.dots_of(model, evidence, look),
        "cumulative": lambda look: modelled.cumulative_of(model, evidence, look),
        "tornado": lambda look: modelled.tornado_of(model, evidence, look),
        "comparison": lambda look: comparison(whole, whole, evidence, look),
        "comparison with the record": lambda look: comparison(whole, whole, evidence, look, answers),
        "origins": lambda look: cited.origin_graph(texts, evidence, look),
    }


def every_part(draw: Draw, mode: Mode = "light") -> list[go.Figure]:
    first = on_screen(draw, PALETTES[mode])
    return [first, *(on_screen(draw, PALETTES[mode], part) for part in range(2, parts_of(first) + 1))]


@pytest.fixture(scope="module")
def parts(draws: dict[str, Draw]) -> Parts:
    """The parts of a figure of the real case by its name, drawn once for all tests that look at them."""

    @cache
    def _parts(name: str, mode: Mode = "light") -> list[go.Figure]:
        return every_part(draws[name], mode)

    return _parts


def furniture(figure: go.Figure, name: str) -> Any:
    (found,) = [entry for entry in figure.layout.annotations if entry.name == name]
    return found


def words_of(figure: go.Figure) -> str:
    return "\n".join(entry.text for entry in figure.layout.annotations)


def opened_by(figure: go.Figure) -> list[str]:
    """What the marks of a figure hand over, each once."""
    behind = [row[0] for trace in figure.data if trace.customdata is not None for row in trace.customdata]
    return list(dict.fromkeys(behind))


def low(height: float, title: str = "title") -> go.Figure:
    return plotly.figure(Scene(Canvas(Look(LIGHT, part=1)), Words(title, "subtitle", ("source",)), height, (10, 10)))


@pytest.mark.parametrize("name", NAMES)
def test_what_the_page_gets_is_what_plotly_would_make_of_the_figure(draws: dict[str, Draw], name: str) -> None:
    scene = draws[name](Look(LIGHT))
    written, height = plotly.written(scene)
    checked = plotly.figure(scene)
    plotlys = str(checked.to_json(validate=False))
    own, its = (json.loads(text.replace("T00:00:00", "")) for text in (written, plotlys))  # a day or its midnight
    assert own == its
    assert height == checked.layout.height


@pytest.mark.parametrize("mode", ["light", "dark"])
@pytest.mark.parametrize("name", NAMES)
def test_no_type_of_the_real_case_is_under_18_pixels_of_1920(parts: Parts, name: str, mode: Mode) -> None:
    assert min(least_type(part) for part in parts(name, mode)) >= 18


@pytest.mark.parametrize("name", NAMES)
def test_every_figure_is_exactly_16_to_9(parts: Parts, name: str) -> None:
    assert {part.layout.width * 9 - part.layout.height * 16 for part in parts(name)} == {0}


@pytest.mark.parametrize("name", NAMES)
def test_every_title_is_of_one_size_and_stands_inside(parts: Parts, name: str) -> None:
    for part in parts(name):
        title, scale = furniture(part, "title"), 1920 / part.layout.width
        assert 40 <= title.font.size * scale <= 46
        assert 30 <= (part.layout.margin.t - title.yshift) * scale <= 60  # from the upper edge


@pytest.mark.parametrize("name", NAMES)
def test_every_figure_has_its_source_with_day_version_and_fingerprint_inside(
    parts: Parts, name: str, evidence: Evidence
) -> None:
    for part in parts(name):
        source = furniture(part, "source")
        told = source.text.replace("<br>", " ")
        assert "Newest fact 23 Oct 2025 · last looked 22 Nov 2026 · " in told
        assert ("notifications seen to 22 Sep 2025 · " in told) == (name in ("notified", "bullets"))
        assert f" · dataset {evidence.case.version} · 01234567" in told
        lines = source.text.count("<br>") + 1
        below = part.layout.margin.b + source.yshift - lines * source.font.size * 1.3
        assert 0 <= below * 1920 / part.layout.width <= 60


def test_a_low_figure_gets_air_above_and_below_its_plot() -> None:
    figure = full_bleed(low(300))
    assert (figure.layout.width, figure.layout.height) == (1328, 747)
    assert figure.layout.height - figure.layout.margin.t - figure.layout.margin.b == pytest.approx(300, abs=1)


def test_the_plot_of_a_tall_figure_keeps_its_height() -> None:
    figure = full_bleed(low(900))
    assert figure.layout.height - figure.layout.margin.t - figure.layout.margin.b == pytest.approx(900, abs=1)


def test_a_title_without_end_is_shown_whole() -> None:
    figure = full_bleed(low(300, "many words " * 100))
    assert furniture(figure, "title").text.count("many") == 100
    assert furniture(figure, "title").font.size == 30


def test_only_furniture_is_moved() -> None:
    canvas = Canvas(Look(LIGHT, part=1))
    canvas.text("label", (0, 0), 15, "#000000", shift=(3, 7))
    drawn = plotly.figure(Scene(canvas, Words("title"), 900, (10, 10)))
    kept, before = full_bleed(drawn).layout.annotations[0], drawn.layout.annotations[0]
    assert kept == before


def test_every_event_stands_on_one_part_of_the_timeline(draws: dict[str, Draw], parts: Parts) -> None:
    drawn = parts("timeline with the record")
    opened = [event for part in drawn for event in opened_by(part)]
    whole = opened_by(plotly.figure(draws["timeline with the record"](Look(LIGHT))))
    assert len(drawn) == 4
    assert set(opened) == set(whole)
    assert len(opened) == len(set(opened))


def test_the_title_of_a_part_counts_the_parts(parts: Parts) -> None:
    titles = [furniture(part, "title").text for part in parts("comparison")]
    assert [title[-13:] for title in titles] == [" (1 of 2)</b>", " (2 of 2)</b>"]


def test_a_part_beyond_the_last_is_the_last(draws: dict[str, Draw]) -> None:
    assert words_of(on_screen(draws["comparison"], LIGHT, 99)) == words_of(on_screen(draws["comparison"], LIGHT, 2))


def test_the_timeline_of_the_documents_needs_one_screen(draws: dict[str, Draw]) -> None:
    figure = on_screen(draws["timeline"], LIGHT)
    assert parts_of(figure) == 1
    assert len(opened_by(figure)) == 17


def test_a_label_beside_its_bar_touches_neither_bar_nor_edge(draws: dict[str, Draw]) -> None:
    figure = on_screen(draws["timeline"], LIGHT)
    labels = {entry.text.split("</b>  ")[-1]: entry for entry in figure.layout.annotations if "</b>  " in entry.text}
    assert (labels["Rutte: “a significant escalation”"].xanchor, labels["“June signing” of the treaty"].xanchor) == (
        "right",
        "left",
    )
    assert labels["Rutte: “a significant escalation”"].xshift == -12


def test_every_text_of_the_origin_graph_is_there_once_on_either_side(
    draws: dict[str, Draw], evidence: Evidence
) -> None:
    figure = on_screen(draws["origins"], LIGHT)
    assert sorted(opened_by(figure)) == sorted(opened_by(plotly.figure(draws["origins"](Look(LIGHT)))))
    anchors = [entry.xanchor for entry in figure.layout.annotations if "↗</b> " in entry.text]
    assert (anchors.count("right"), anchors.count("left")) == (18, 19)


def test_origins_without_room_share_a_box(evidence: Evidence) -> None:
    entries = [(f"r-{i}", f"Paper {i}", "record", f"o-{i}", f"Origin {i}", False, "sound") for i in range(40)]
    figure = plotly.figure(cited.origin_graph(frames.descent(entries), evidence, Look(LIGHT, part=1)))
    assert "other origins" in words_of(figure)
    assert len(opened_by(figure)) == 40
    assert least_type(full_bleed(figure)) >= 18


def test_more_reported_rows_than_a_screen_holds_go_on_in_parts(evidence: Evidence) -> None:
    limit = evidence.headline_limit
    assert limit
    rows = volumes_frame(evidence)
    reported = rows[rows["series"] == "reported"].head(1)
    many = pd.concat([reported] * 20, ignore_index=True)
    many["claim_ids"] = pd.Series([(f"A{i:02}",) for i in range(20)])
    drawn = every_part(lambda look: captioned.bullets(many, limit, evidence, look))
    assert [claim for part in drawn for claim in opened_by(part)] == [f"A{i:02}" for i in range(20)]
    assert min(map(least_type, drawn)) >= 18


@pytest.mark.parametrize("name", DRAWN_ANEW)
def test_what_is_drawn_for_the_screen_is_as_it_was_looked_at(draws: dict[str, Draw], name: str) -> None:
    assert matches_golden(on_screen(draws[name], LIGHT), f"screen-{name.replace(' ', '-')}")


@pytest.mark.parametrize("name", ["timeline", "comparison", "origins"])
def test_what_is_drawn_for_the_screen_in_the_dark_is_as_it_was_looked_at(draws: dict[str, Draw], name: str) -> None:
    assert matches_golden(on_screen(draws[name], PALETTES["dark"]), f"screen-{name}-dark")


@given(st.floats(1, 4_000), st.floats(1, 4_000))
def test_a_picture_of_any_screen_is_exactly_a_full_one(width: float, height: float) -> None:
    screen = screen_for(width, height)
    png: dict[str, Any] = camera("name", screen)
    svg: dict[str, Any] = camera("name", screen, "svg")
    assert screen.width >= width - 0.01
    assert screen.height >= height - 0.01
    assert (int(png["width"] * png["scale"]), int(png["height"] * png["scale"])) == (3840, 2160)
    assert (svg["width"] * svg["scale"], svg["height"] * svg["scale"]) == (1920, 1080)


def test_a_screen_is_no_larger_than_it_must_be() -> None:
    assert screen_for(1_152, 600) == Screen(1152, 648)


def test_things_fill_a_screen_before_the_next_begins() -> None:
    assert pages([4, 4, 4, 9, 20, 1], 10) == [slice(0, 2), slice(2, 3), slice(3, 4), slice(4, 5), slice(5, 6)]


def test_parts_are_about_equally_full() -> None:
    assert balanced_parts([1.0] * 12, 9) == [slice(0, 6), slice(6, 12)]


def test_a_title_that_needs_two_lines_is_broken_near_its_middle() -> None:
    assert balanced("one two three four five six seven eight", 12) == ["one two three four", "five six seven eight"]


def test_a_title_that_fits_stays_on_one_line() -> None:
    assert balanced("one two three four five six seven eight", 30) == ["one two three four five six seven eight"]


def test_wide_letters_take_more_room() -> None:
    assert len(balanced("제재 위원회 보고서 " * 4, 24)) == 2
    assert len(balanced("aa aaa aaa " * 4, 24)) == 1
