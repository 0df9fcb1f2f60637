"""What else began meanwhile, below the volume as it grew: which events, where, and that no words collide."""

from datetime import date
from itertools import combinations

from components.figures.meanwhile import Begun, Strip
from components.figures.modelled import cumulative_of
from components.scene.calendar import Calendar
from components.scene.canvas import Canvas, Look
from components.scene.marks import Box, Hits, Label
from components.theme import PALETTES, Width
from data import read_evidence
from data.estimate.result import Estimate, estimate
from data.models.assumptions import Settings

YEAR = Calendar(date(2031, 1, 1), date(2031, 12, 31), 1_000.0)


def begun(first: str, last: str, title: str = "A pact", lane: int = 1) -> Begun:
    return Begun(date.fromisoformat(first), date.fromisoformat(last), lane, title, "S01", "A pact<br>Click")


def drawn(*some: Begun, width: Width = "wide") -> tuple[Strip, Canvas]:
    canvas = Canvas(Look(PALETTES["light"], width))
    strip = Strip(some, YEAR, canvas)
    strip.draw(30, 2.0)
    return strip, canvas


def test_an_event_is_a_bar_over_the_days_on_which_it_can_have_begun_with_sign_and_title() -> None:
    _, canvas = drawn(begun("2031-06-01", "2031-06-30"))
    (box,) = [mark for mark in canvas.marks if isinstance(mark, Box)]
    assert box.x == (date(2031, 6, 1), date(2031, 6, 30))
    (label,) = [mark for mark in canvas.marks if isinstance(mark, Label)]
    assert label.markup == "<b style='color:#7B3F98'>◆</b> A pact"
    (hits,) = [mark for mark in canvas.marks if isinstance(mark, Hits)]
    assert list(hits.opens.behind or ()) == ["S01"] * 3


def test_an_event_of_another_year_is_not_there_and_takes_no_room() -> None:
    strip, canvas = drawn(begun("2030-06-01", "2030-06-30"))
    assert (strip.height, canvas.marks) == (0.0, [])


def test_words_that_would_leave_the_axis_end_with_it() -> None:
    _, canvas = drawn(begun("2031-12-20", "2031-12-31", "A pact of which much was said"))
    (label,) = [mark for mark in canvas.marks if isinstance(mark, Label)]
    assert (label.at[0], label.anchor[0]) == (date(2031, 12, 31), "right")


def test_of_thirty_events_no_two_share_a_place() -> None:
    some = [begun(f"2031-{1 + day % 12:02}-01", f"2031-{1 + day % 12:02}-25", f"Event {day}") for day in range(30)]
    _, canvas = drawn(*some)
    boxes = [mark for mark in canvas.marks if isinstance(mark, Box)]
    assert len(boxes) == 30
    for one, other in combinations(boxes, 2):
        assert one.y != other.y or one.x[1] < other.x[0] or other.x[1] < one.x[0]  # type: ignore[operator]


def test_a_narrow_window_shows_signs_alone() -> None:
    _, canvas = drawn(begun("2031-06-01", "2031-06-30"), width="narrow")
    (label,) = [mark for mark in canvas.marks if isinstance(mark, Label)]
    assert label.markup == "<b style='color:#7B3F98'>◆</b> "


def test_treaty_and_troops_stand_below_the_volume_of_our_own_case_and_its_own_lane_does_not() -> None:
    evidence = read_evidence()
    model = estimate(evidence, Settings())
    assert isinstance(model, Estimate)
    scene = cumulative_of(model, evidence, Look(PALETTES["light"]))
    opened = {behind for mark in scene.canvas.marks if isinstance(mark, Hits) for behind in mark.opens.behind or ()}
    assert "B18" in opened
    titles = [mark.markup.split("</b> ")[1] for mark in scene.canvas.marks if isinstance(mark, Label)
              if mark.markup.startswith("<b style") and "</b> " in mark.markup]  # fmt: skip
    assert "“June signing” of the treaty" in titles
    assert "“early deployments already documented”" in titles
    assert not any("trips" in title for title in titles)
