"""Years from 1 to 9999: figures, slides and exports stand; one event from far away leaves the others their scale."""

from collections.abc import Iterable
from dataclasses import replace
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, cast

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from components.figures import captioned
from components.scene import things
from components.scene.bleed import on_screen
from components.scene.canvas import Look
from components.sentences.timeline import timeline_sentence
from components.slides.deck import deck
from components.slides.timeline import slides
from components.slides.view import View, view_of
from components.theme import PALETTES
from data.estimate.result import estimate
from data.export.timelinejs import timelinejs_csv
from data.frames.timeline import timeline_frame, writing_frame
from data.models.assumptions import Settings
from data.models.evidence import Evidence
from data.models.links import Links
from data.reading.seeds import read_evidence
from tests.cases.salt_case import write_case
from tests.components.on_the_page import events
from tests.components.slides.slide_texts import words_of

LINKS = Links("https://example.invalid")
YEAR = st.sampled_from((1, 2, 999, 1000, 1677, 2024, 2262, 8500, 9998, 9999)) | st.integers(1, 9999)
WHOLE = YEAR.map(lambda year: f"{year:04}")
MONTH = st.tuples(WHOLE, st.integers(1, 12)).map(lambda parts: f"{parts[0]}-{parts[1]:02}")
DATE = st.tuples(WHOLE | MONTH, st.sampled_from(("{}", "{}~", "{}/..", "[..{}]", "[{}..]"))).map(
    lambda parts: parts[1].format(parts[0])
)
NEAR = ("2039-02", "2039-03-07", "2039-05~", "[2039-06-01..2039-08-31]", "2039")


@cache
def sound(many: int = 6) -> Evidence:
    with TemporaryDirectory() as folder:
        return read_evidence(write_case(Path(folder) / "case", many))


def dated(texts: Iterable[str]) -> Evidence:
    """A sound case whose events have these dates."""
    evidence = sound()
    told = [one.model_copy(update={"date": text}) for one, text in zip(evidence.events, texts, strict=False)]
    return replace(evidence, events=tuple(told))


def view(evidence: Evidence) -> View:
    return view_of(evidence, estimate(evidence, Settings()), LINKS)


def drawn(evidence: Evidence) -> dict[str, Any]:
    figure = events(timeline_frame(evidence), writing_frame(evidence), None, evidence, Look(PALETTES["light"]))
    return cast("dict[str, Any]", figure.to_plotly_json())


@given(st.lists(DATE, min_size=1, max_size=6))
@example(["2024", "8500"])
@example(["0001-01", "9999-12"])
@example(["0001~", "9999~", "2024"])
@settings(max_examples=40, deadline=None)
def test_a_timeline_of_any_years_is_drawn_on_page_screen_and_slide_and_exported(texts: list[str]) -> None:
    evidence = dated(texts)
    rows, writing, light = timeline_frame(evidence), writing_frame(evidence), PALETTES["light"]
    assert on_screen(lambda look: captioned.events(rows, writing, None, evidence, look), light).to_json()
    assert slides(view(evidence))
    assert timeline_sentence(rows, len(rows), ["Shipments"], writing).endswith(".")
    assert timelinejs_csv(evidence, LINKS)


@pytest.mark.parametrize("texts", [("2024", "8500"), ("0001-01-01", "9999-12-31"), ("0001", "2024", "9999")])
def test_the_deck_of_a_sound_folder_is_made_whatever_its_years(texts: tuple[str, ...]) -> None:
    assert deck(view(dated(texts)))[:2] == b"PK"


@pytest.mark.parametrize(
    ("far", "said"),
    [
        ("1961-07", "July 1961"),
        ("0001", "0001"),
        ("9999-12-31", "31 December 9999"),
        ("[1961-07-01..1961-07-31]", "Some time between 1 July 1961 and 31 July 1961"),
    ],
)
def test_one_event_from_far_away_stands_at_the_edge_and_the_others_keep_their_scale(far: str, said: str) -> None:
    figure, alone = drawn(dated((*NEAR, far))), drawn(dated((*NEAR, "2039-04")))
    assert figure["layout"]["xaxis"]["range"] == alone["layout"]["xaxis"]["range"]
    assert sum(shape["type"] == "path" for shape in figure["layout"]["shapes"]) == 2
    words = " ".join(entry["text"] for entry in figure["layout"]["annotations"]).replace("<br>", " ")
    assert f"{said} (600 tonnes of salt) lies outside the axis" in words
    opened = [ids[0] for trace in figure["data"] for ids in trace.get("customdata", ())]
    assert "shipment-06" in opened


def test_an_event_that_begins_far_away_runs_past_the_edge_with_its_first_day_in_words() -> None:
    figure = drawn(dated((*NEAR, "1950/2039-05")))
    labels = [entry["text"] for entry in figure["layout"]["annotations"]]
    assert any("600 tonnes of salt (from 1 Jan 1950)" in label for label in labels)
    assert [day.year for day in figure["layout"]["xaxis"]["range"]] == [2038, 2040]


def test_the_slide_says_so_with_the_same_sign_and_the_same_sentence() -> None:
    (slide,) = slides(view(dated((*NEAR, "1961-07"))))
    edges = [thing for thing in things.every(slide.things) if isinstance(thing, things.Path) and len(thing.points) == 3]
    assert len(edges) == 2
    assert all(not edge.closed and edge.points[1][0] < edge.points[0][0] for edge in edges)  # they point back
    told = " ".join(words_of(slide))
    assert "July 1961 (600 tonnes of salt) lies outside the axis, so that the others keep their scale." in told
    assert "  600 tonnes of salt (July 1961)" in told
    assert "Jan\n2039" in words_of(slide)
    assert slide.notes.count("lies outside the axis") == 1


def test_without_one_nothing_is_said_of_an_axis() -> None:
    rows = timeline_frame(sound())
    assert timeline_sentence(rows, 6, ["Shipments"], writing_frame(sound())) == "6 events of 6 in 1 lane."
