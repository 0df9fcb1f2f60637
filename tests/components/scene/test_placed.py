"""A scene as things in inches: where each mark lies, how large it is, and what it looks like, worked out by hand.

The place is 10.8 inches wide, as the nominal width is 1,080 pixels: a pixel is a hundredth of an inch. Of that 100 and
180 pixels stand beside the plot, which is therefore 8 inches wide; it is 400 pixels, 4 inches high, and lies from
(2, 2) to (10, 6). With axes from 0 to 8 and from 0 to 4 each unit is an inch.
"""

from dataclasses import replace
from datetime import date
from math import nan

import numpy as np
import pytest

from components.scene.canvas import Canvas, Look
from components.scene.furniture import Scene, Words
from components.scene.marks import (
    Bars,
    Box,
    Curve,
    Hatch,
    Hits,
    Label,
    Mark,
    Opens,
    Outline,
    Segment,
    Signs,
    Stroke,
)
from components.scene.placed import placed, tall
from components.scene.things import PALETTE, Line, Path, Place, Point, Run, Shape, Text, Thing

ROOM = Place(1, 2, 10.8, 5)
INK, RED = "#112233", "#B3381A"


def scene_of(*marks: Mark, x: object = (0, 8), **yaxis: object) -> Scene:
    canvas = Canvas(Look(PALETTE), list(marks))
    canvas.xaxis |= {"range": x}
    canvas.yaxis |= {"range": (0, 4)} | yaxis
    return Scene(canvas, Words("A title"), 400, (100, 180))


def drawn(*marks: Mark, x: object = (0, 8), **yaxis: object) -> tuple[Thing, ...]:
    return placed(scene_of(*marks, x=x, **yaxis), ROOM, lambda text, _: (Run(text),))


def one(*marks: Mark, x: object = (0, 8), **yaxis: object) -> Thing:
    (thing,) = drawn(*marks, x=x, **yaxis)
    return thing


def text_of(*marks: Mark, **yaxis: object) -> Text:
    found = one(*marks, **yaxis)
    assert isinstance(found, Text)
    return found


def shape_of(*marks: Mark, x: object = (0, 8), **yaxis: object) -> Shape:
    found = one(*marks, x=x, **yaxis)
    assert isinstance(found, Shape)
    return found


def path_of(*marks: Mark, x: object = (0, 8), **yaxis: object) -> Path:
    found = one(*marks, x=x, **yaxis)
    assert isinstance(found, Path)
    return found


def near(place: tuple[float, ...]) -> object:
    return pytest.approx(place, abs=1e-6)


def corners(*points: Point) -> list[object]:
    return [near(point) for point in points]


def test_a_plot_fills_a_place_from_edge_to_edge_and_is_as_high_as_its_pixels() -> None:
    assert tall(scene_of(), ROOM) == pytest.approx(4)
    assert tall(scene_of(), ROOM._replace(width=5.4)) == pytest.approx(2)


def test_a_box_lies_between_its_places_on_the_axes() -> None:
    box = shape_of(Box((1, 3), (1, 1.5), "#AABBCC", Stroke(INK, 2, "dot")))
    assert box.place == near((3, 4.5, 2, 0.5))
    assert (box.form, box.fill, box.outline, box.dash) == ("rectangle", "#AABBCC", INK, "dot")
    assert box.line_points == 1.44  # two hundredths of an inch
    assert box.opacity == 1


def test_a_box_ends_where_its_plot_does() -> None:
    assert shape_of(Box((-3, 1), (0, 1), INK)).place == near((2, 5, 1, 1))
    assert shape_of(Box((7, 30), (0, 1), INK)).place == near((9, 5, 1, 1))
    assert drawn(Box((-3, -1), (0, 1), INK)) == ()


def test_a_box_without_fill_and_line_is_not_seen() -> None:
    assert drawn(Box((1, 3), (1, 2), None)) == ()
    assert shape_of(Box((1, 3), (1, 2), None, Stroke(INK, 1))).fill == ""


def test_a_box_on_paper_is_placed_by_shares_of_the_plot() -> None:
    assert shape_of(Box((0.25, 0.75), (1, 2), INK, paper=True)).place == near((4, 4, 4, 1))


def test_a_held_box_is_so_many_pixels_from_its_place_on_paper() -> None:
    # from the middle of the lower edge, at (6, 6)
    assert shape_of(Box((-10, 30), (25, 5), INK, held=(0.5, 0))).place == near((5.9, 5.75, 0.4, 0.2))


def test_a_colour_that_lets_through_is_a_colour_and_an_opacity() -> None:
    box = shape_of(Box((1, 3), (1, 2), "rgba(11, 98, 164, 0.5)", opacity=0.5))
    assert (box.fill, box.opacity) == ("#0B62A4", 0.25)
    assert shape_of(Box((1, 3), (1, 2), "rgba(11,98,164,0.3)")).opacity == 0.3


def test_a_label_ends_at_its_place_where_it_is_anchored_right() -> None:
    # 25 pixels are 18 points or a quarter of an inch; in bold Arial L, i, m, i, t are 560 + 222 + 900 + 222 + 278
    # thousandths of that and 8% more: 0.58914 inches, with 0.04 of slack
    label = text_of(Label("<b>Limit</b>", (3, 1), 25, RED, ("right", "top"), shift=(-5, 10)))
    assert label.place == near((5 - 0.05 - 0.62914, 5 - 0.1, 0.62914, 0.3))
    assert (label.points, label.align, label.anchor, label.wrap, label.fill) == (18, "right", "top", False, "")
    assert label.paragraphs == ((Run("Limit", bold=True, colour=RED),),)


@pytest.mark.parametrize(
    ("anchor", "left", "top"),
    [
        (("left", "bottom"), 5.0, 4.4),
        (("center", "middle"), 5 - 0.18 / 2, 4.7),
        (("right", "top"), 5 - 0.18, 5.0),
    ],
)
def test_two_lines_stand_around_their_place_as_they_are_anchored(
    anchor: tuple[str, str], left: float, top: float
) -> None:
    # a figure is 0.56 of a quarter of an inch: 0.14 inches; two lines are twice 0.3 inches high
    label = text_of(Label("1<br>2", (3, 1), 25, INK, anchor, background="#FFFFFF"))
    assert label.place == near((left, top, 0.18, 0.6))
    assert [paragraph[0].text for paragraph in label.paragraphs] == ["1", "2"]
    assert label.fill == "#FFFFFF"


def test_a_piece_of_a_label_may_have_its_own_size_and_colour() -> None:
    label = text_of(Label("<span style='font-size:50px;color:#B3381A'>1</span>2", (3, 1), 25, INK, ("left", "top")))
    assert label.paragraphs == ((Run("1", colour=RED, points=36.0), Run("2", colour=INK)),)
    assert label.place == near((5, 5, 0.28 + 0.14 + 0.04, 0.6))  # as high as its largest letters


def test_a_label_on_paper_is_placed_by_shares_of_the_plot() -> None:
    assert text_of(Label("1", (1, 0.5), 25, INK, ("left", "top"), paper=(True, True))).place[:2] == near((10, 4))
    assert text_of(Label("1", (0, 0.5), 25, INK, ("left", "top"), paper=(True, False))).place[:2] == near((2, 5.5))


def test_ids_in_a_label_open_what_stands_behind_them() -> None:
    label = Label("<b>Reported</b> [A04]", (3, 1), 25, RED)
    (found,) = placed(scene_of(label), ROOM, lambda text, _: (Run(text, link=f"https://example.invalid/{len(text)}"),))
    assert isinstance(found, Text)
    assert found.paragraphs == (
        (
            Run("Reported", bold=True, colour=RED, link="https://example.invalid/8"),
            Run(" [A04]", colour=RED, link="https://example.invalid/6"),
        ),
    )


def test_a_label_without_a_letter_is_not_drawn() -> None:
    assert drawn(Label(" <br> ", (3, 1), 25, INK)) == ()


def test_an_upright_line_ends_where_its_plot_does() -> None:
    found = one(Segment((2, 3), (2, -100_000), Stroke(RED, 2, "dash")))
    assert found == Line("Line", (4, 3), (4, 6), RED, "", 1.44, "dash")


def test_a_slanted_line_keeps_its_ends() -> None:
    found = one(Segment((0, 0), (9, 5), Stroke(RED, 1)))
    assert isinstance(found, Line)
    assert [found.start, found.end] == corners((2, 6), (11, 1))


def test_a_curve_with_a_gap_is_two_paths_and_a_lone_point_is_none() -> None:
    found = drawn(Curve([0, 1, nan, 2, nan, 3, 4, 5], [0, 1, nan, 2, nan, 1, 2, 1], Stroke(INK, 2)))
    assert [list(path.points) for path in found if isinstance(path, Path)] == [
        corners((2, 6), (3, 5)), corners((5, 5), (6, 4), (7, 5))
    ]  # fmt: skip
    assert {path.closed for path in found if isinstance(path, Path)} == {False}


def test_a_curve_also_breaks_where_only_its_height_is_missing() -> None:
    found = drawn(Curve([0, 1, 2, 3, 4], [0, 1, nan, 1, 2], Stroke(INK, 2)))
    assert [list(path.points) for path in found if isinstance(path, Path)] == [
        corners((2, 6), (3, 5)), corners((5, 5), (6, 4))
    ]  # fmt: skip


def test_a_filled_curve_is_closed() -> None:
    area = path_of(Curve([0, 1, 1], [0, 0, 1], Stroke(INK, 0), "rgba(17,34,51,0.2)", opacity=0.5))
    assert (area.closed, area.fill, area.outline, area.opacity) == (True, INK, "", 0.1)


def test_a_hatching_is_a_fill_as_thin_as_its_lines() -> None:
    area = path_of(Curve([0, 1, 1], [0, 0, 1], Stroke(INK, 1), hatch=Hatch("/", RED, "#FFFFFF", 0.3)))
    assert (area.closed, area.fill, area.outline, area.opacity) == (True, RED, INK, 0.3)


def test_a_round_sign_is_an_ellipse_around_its_place() -> None:
    sign = shape_of(Signs([3], [1], "circle", 20, RED, Stroke(INK, 2)))
    assert sign.place == near((4.9, 4.9, 0.2, 0.2))
    assert (sign.form, sign.fill, sign.outline, sign.line_points) == ("ellipse", RED, INK, 1.44)


def test_an_open_sign_has_an_outline_in_its_colour_and_no_fill_of_it() -> None:
    ring = shape_of(Signs([3], [1], "circle-open", 20, RED))
    assert (ring.fill, ring.outline) == ("", RED)
    diamond = path_of(Signs([3], [1], "diamond-open", 20, RED))
    assert (diamond.fill, diamond.outline) == (PALETTE.paper, RED)


@pytest.mark.parametrize(
    ("form", "points"),
    [
        ("triangle-up", [(4.8845, 5.05), (5.1155, 5.05), (5, 4.9)]),
        ("triangle-down", [(4.8845, 4.95), (5.1155, 4.95), (5, 5.1)]),
        ("triangle-right", [(4.95, 5.1155), (4.95, 4.8845), (5.1, 5)]),
        ("triangle-left", [(5.05, 5.1155), (5.05, 4.8845), (4.9, 5)]),
        ("diamond", [(4.87, 5), (5, 4.87), (5.13, 5), (5, 5.13)]),
    ],
)
def test_other_signs_are_closed_paths_that_point_where_they_say(form: str, points: list[Point]) -> None:
    sign = path_of(Signs([3], [1], form, 20, RED))
    assert list(sign.points) == corners(*points)
    assert (sign.closed, sign.fill, sign.outline) == (True, RED, "")


def test_signs_may_have_a_form_each() -> None:
    found = drawn(Signs([1, 3], [1, 1], ["circle", "diamond"], 20, RED))
    assert [type(thing) for thing in found] == [Shape, Path]


def test_bars_lie_along_one_axis_from_their_base_on() -> None:
    lying = drawn(Bars("x", [1, 3], [0, 2], [4, 1], 0.5, fill=INK))
    standing = drawn(Bars("y", [1, 3], 0, [2, 1], [1, 2], hatch=Hatch("/", RED, "#FFFFFF", 0.4)))
    assert [thing.place for thing in lying if isinstance(thing, Shape)] == [
        near((2, 4.75, 4, 0.5)), near((4, 2.75, 1, 0.5))
    ]  # fmt: skip
    assert [thing.place for thing in standing if isinstance(thing, Shape)] == [near((2.5, 4, 1, 2)), near((4, 5, 2, 1))]
    assert [(thing.fill, thing.opacity) for thing in standing if isinstance(thing, Shape)] == [(RED, 0.4)] * 2


def test_bars_along_days_are_as_long_as_plotly_draws_their_milliseconds() -> None:
    day, days = 86_400_000, (date(2024, 1, 1), date(2024, 1, 9))
    lying = Bars("x", [1], [date(2024, 1, 2)], [3 * day], 0.5, fill=INK)
    standing = Bars("y", [date(2024, 1, 3)], 0, [2], 2 * day, fill=INK, offset=day)
    scene = scene_of(lying, standing, x=days)
    scene.canvas.xaxis["type"] = "date"
    found = placed(scene, ROOM, lambda text, _: (Run(text),))
    assert [thing.place for thing in found if isinstance(thing, Shape)] == [near((3, 4.75, 3, 0.5)), near((5, 4, 2, 2))]


def test_what_only_answers_the_pointer_is_not_drawn() -> None:
    assert drawn(Hits([1], [1], 20, Opens()), Bars("x", [1], 0, [4], 0.5)) == ()


def test_an_outline_is_drawn_in_pixels_around_its_place() -> None:
    chevron = path_of(Outline("M6,5L1,0L6,-5", (0, 1), line=Stroke(INK, 2.5)))
    assert list(chevron.points) == corners((2.06, 5.05), (2.01, 5), (2.06, 4.95))
    assert (chevron.closed, chevron.fill, chevron.outline, chevron.line_points) == (False, "", INK, 1.8)


def test_days_stand_on_an_axis_of_days() -> None:
    axis = [date(2031, 3, 1), date(2031, 3, 9)]
    assert shape_of(Box((date(2031, 3, 3), date(2031, 3, 6)), (0, 1), INK), x=axis).place == near((4, 5, 3, 1))
    days = np.array(["2031-03-01", "2031-03-05"], dtype="datetime64[D]")
    assert list(path_of(Curve(days, [0, 4], Stroke(INK, 1)), x=axis).points) == corners((2, 6), (6, 2))


def test_axes_with_the_same_unit_lie_in_the_middle_of_the_plot() -> None:
    # 8 units upward in 4 inches: half an inch each; 8 units across are 4 inches, two of 8 are left on either side
    path = path_of(Curve([0, 8], [0, 8], Stroke(INK, 1)), range=(0, 8), scaleanchor="x")
    assert list(path.points) == corners((4, 6), (8, 2))
    wide = path_of(Curve([0, 8], [0, 2], Stroke(INK, 1)), range=(0, 2), scaleanchor="x")
    assert list(wide.points) == corners((2, 5), (10, 3))


def test_axes_may_leave_the_foot_of_the_plot_free() -> None:
    path = path_of(Curve([0, 8], [0, 4], Stroke(INK, 1)), domain=[0.25, 1])
    assert list(path.points) == corners((2, 5), (10, 2))
    key = text_of(Label("1", (0, 0), 25, INK, ("left", "bottom"), paper=(True, True)), domain=[0.25, 1])
    assert key.place.bottom == pytest.approx(6)


def test_what_lies_below_is_drawn_first() -> None:
    box = Box((1, 3), (1, 2), INK)
    marks = (
        Label("1", (1, 1), 25, INK), replace(box, layer="above", fill="#000001"), Curve([0, 1], [0, 1], Stroke(INK, 1)),
        replace(box, fill="#000002"), Segment((1, 1), (2, 2), Stroke(INK, 1), "below"),
        Outline("M0,0L1,1", (0, 0), line=Stroke(INK, 1)),
    )  # fmt: skip
    assert [(thing.name, getattr(thing, "fill", "")) for thing in drawn(*marks)] == [
        ("Box", "#000002"), ("Line", ""), ("Curve", ""), ("Box", "#000001"), ("Sign", ""), ("Words", "")
    ]  # fmt: skip


def test_a_box_of_no_width_is_a_line_if_it_has_one() -> None:
    day = shape_of(Box((3, 3), (1, 2), INK, Stroke(RED, 2)))
    assert (day.place, day.outline) == (near((5, 4, 0, 1)), RED)
    assert drawn(Box((3, 3), (1, 2), INK)) == ()
    assert drawn(Box((-3, -1), (0, 1), INK, Stroke(RED, 2))) == drawn(Box((9, 12), (0, 1), None, Stroke(RED, 2))) == ()


def test_a_label_that_leads_somewhere_gives_that_to_whoever_makes_its_links() -> None:
    label = Label("<b>sign</b> words", (5.0, 5.0), 12, "#111111", leads_to="record:paper-007")
    (found,) = placed(scene_of(label), ROOM, lambda text, leads_to: (Run(text, link=leads_to),))
    assert isinstance(found, Text)
    assert [(run.text, run.link) for run in found.paragraphs[0]] == [
        ("sign", "record:paper-007"),
        (" words", "record:paper-007"),
    ]
