"""No words of a figure leave it, in whatever script names are written: measured as slides are, in a window so wide."""

from collections.abc import Callable
from functools import cache, partial

import pytest

from components.figures import captioned, cited, modelled
from components.scene.canvas import Look
from components.scene.furniture import NOMINAL_WIDTH, Scene
from components.scene.placed import placed
from components.scene.things import PALETTE, Place, Run, Text
from components.theme import Width
from data.frames.descent import descent_frame
from data.frames.notified import notified_frame, notified_years
from tests.components.slides.views import view_named

Draw = Callable[[Look], Scene]


@cache
def figures() -> dict[str, Draw]:
    """Every figure of names in Korean, Russian and English, each of 200 letters."""
    view = view_named("long texts")
    evidence, estimate, limit = view.evidence, view.estimate, view.evidence.headline_limit
    assert estimate is not None and limit is not None
    years, rows = notified_years(evidence), notified_frame(evidence)
    return {
        "gauge": lambda look: captioned.gauge(view.volume, evidence, look, estimate),
        "bullets": lambda look: captioned.bullets(view.volumes, limit, evidence, look, estimate),
        "timeline": lambda look: captioned.events(view.events, view.writing, view.volume, evidence, look),
        "notified": lambda look: cited.notified_by_year(years, rows, evidence, look, view.volume),
        "origins": partial(cited.origin_graph, descent_frame(evidence), evidence),
        "dots": partial(modelled.dots_of, estimate, evidence),
        "cumulative": partial(modelled.cumulative_of, estimate, evidence),
        "tornado": partial(modelled.tornado_of, estimate, evidence),
    }


@pytest.mark.parametrize("width", ["wide", "medium", "narrow"])
@pytest.mark.parametrize(
    "figure", ["gauge", "bullets", "timeline", "notified", "origins", "dots", "cumulative", "tornado"]
)
def test_no_words_reach_past_an_edge(figure: str, width: Width) -> None:
    pixel = NOMINAL_WIDTH[width]
    place = Place(0, 0, pixel / 96, 10)
    things = placed(figures()[figure](Look(PALETTE, width)), place, lambda text, _: (Run(text),))
    reach = [
        (thing.place.x * 96, thing.place.right * 96, "".join(run.text for line in thing.paragraphs for run in line))
        for thing in things
        if isinstance(thing, Text)
    ]
    assert [words for start, end, words in reach if start < -5 or end > pixel + 5] == []
