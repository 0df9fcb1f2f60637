"""What a reader's own numbers are compared with stands dotted in the same picture, on the same axis."""

import plotly.graph_objects as go
import pytest

from components.figures.columns import Axis, Dot, outlines_of
from components.figures.modelled import cumulative_of, dots_of
from components.scene import plotly
from components.scene.canvas import Look
from components.theme import PALETTES
from data import Evidence
from data.estimate.result import Estimate, estimate
from data.models.assumptions import Settings

LOOK = Look(PALETTES["light"], "medium")


def modelled(evidence: Evidence, settings: Settings) -> Estimate:
    found = estimate(evidence, settings, draws=2_000)
    assert isinstance(found, Estimate)
    return found


def dotted(figure: go.Figure) -> list[go.Scatter]:
    return [trace for trace in figure.data if trace.line.dash == "dot"]


def subtitle(figure: go.Figure) -> str:
    found: str = next(note.text for note in figure.layout.annotations if note.name == "subtitle")
    return found.replace("<br>", " ")


def test_an_outline_is_as_high_as_its_dots_would_be_and_ends_with_the_axis() -> None:
    axis = Axis(100.0, 3, 6, 0)
    placed = [Dot(25.0, 5.0, 20.0, False, False), Dot(35.0, 5.0, 30.0, False, False)]  # two abreast, ten pixels each
    assert outlines_of([60.0, 70.0, 80.0, 120.0, 900.0], axis, placed, 10.0) == [(1, 20.0), (2, 10.0)]


@pytest.mark.parametrize(
    "settings", [Settings(fixed=(("load", 0.6),)), Settings(count=0), Settings(count=10_000), Settings(unseen=False)]
)
def test_both_pictures_of_own_numbers_show_the_sourced_ones_dotted_and_say_so(
    evidence: Evidence, settings: Settings
) -> None:
    own, sourced = modelled(evidence, settings), modelled(evidence, Settings())
    for draw, lines in ((dots_of, 1), (cumulative_of, 3)):
        alone, beside = (plotly.figure(draw(own, evidence, LOOK, other)) for other in (None, sourced))
        assert (len(dotted(alone)), len(dotted(beside))) == (0, lines)
        assert "Dotted: as sourced." not in subtitle(alone)
        assert "Dotted: as sourced." in subtitle(beside)
    assert max(dotted(beside)[1].y) == sourced.totals.loc["all", "q95"]
