"""The slide of the gauge: how far arcs and band reach, where the limit stands, and what is said around them."""

from collections.abc import Sequence
from math import atan2, hypot, pi

import pytest

from components.scene.things import CONTENT, PALETTE, Group, Path, Point, Run, Slide, Text, every
from components.slides import gauge
from tests.components.slides.slide_texts import texts_of, words_of
from tests.components.slides.volumes_states import view_in

FINDING = (
    "Model: UN cap passed by Russia alone in 98 of 100 runs — almost certain (95–99%); with what else was notified in "
    "more than 99 of 100 — beyond almost certain (over 99%). Above 1,000,000 in these eight months in 14 of 100, or "
    "38 of 100 if some trips went unseen."
)
A04 = "https://example.invalid/documents?claim=A04&data=0123456789ab"


def slide_in(state: str) -> Slide:
    (slide,) = gauge.slides(view_in(state))
    return slide


def said(slide: Slide) -> str:
    """All that stands on a slide, line breaks as spaces."""
    return " | ".join(words_of(slide)).replace("\n", " ")


def paths(slide: Slide) -> list[Path]:
    return [thing for thing in every(slide.things) if isinstance(thing, Path)]


def on_dial(slide: Slide, points: Sequence[Point]) -> list[tuple[float, float]]:
    """Points as radius and share of the dial: 0 on the left, 1 on the right; the whole track is the first two paths."""
    track = [point for path in paths(slide)[:2] for point in path.points]
    across, foot = CONTENT.x + CONTENT.width / 2, max(y for _, y in track)
    whole = max(hypot(x - across, foot - y) for x, y in track)
    return [
        (round(hypot(x - across, foot - y) / whole, 3), round(1 - atan2(foot - y, x - across) / pi, 3))
        for x, y in points
    ]


def rings(slide: Slide, fill: str) -> list[tuple[float, float]]:
    """From which to which share of the dial its closed pieces of a look reach."""
    found = [
        [share for _, share in on_dial(slide, path.points)]
        for path in paths(slide)
        if path.closed and path.name == "Curve" and path.fill == fill
    ]
    return [(min(shares), max(shares)) for shares in found]


def left_open(slide: Slide) -> list[tuple[float, float]]:
    """From which to which share the dotted pieces reach."""
    found = [
        [share for _, share in on_dial(slide, path.points)]
        for path in paths(slide)
        if path.dash == "dot" and path.outline == PALETTE.ink and not path.fill
    ]
    return [(min(shares), max(shares)) for shares in found]


def marks(slide: Slide, colour: str, dash: str = "solid") -> list[list[tuple[float, float]]]:
    """The straight marks across the dial of a colour, each with radius and share of its ends."""
    found = [path for path in paths(slide) if len(path.points) == 2 and path.outline == colour and path.dash == dash]
    return [on_dial(slide, path.points) for path in found]


def chevrons(slide: Slide) -> list[Path]:
    return [path for path in paths(slide) if len(path.points) == 3 and path.outline == PALETTE.ink]


def test_a_gauge_is_one_group_that_is_read_out_as_one() -> None:
    group = slide_in("own").things[0]
    assert isinstance(group, Group)
    assert group.alt == (
        "Half dial from nothing to three times the UN cap. Reported oil deliveries are more than twice the annual UN "
        "cap. The text says “oil”; the UN cap covers refined petroleum products, all suppliers together. The model’s "
        "band: 43 trips counted: about 790,000 barrels; half of the runs within 680,000–910,000; 90% within "
        f"540,000–1,100,000. {FINDING}"
    )


def test_the_centre_says_the_number_with_its_operator_and_how_it_stands_to_the_limit() -> None:
    words = words_of(slide_in("own"))
    number = words.index("> 1,000,000")
    assert words[number + 1] == "more than twice the annual UN cap"
    assert words[number + 2].replace("\n", " ") == (
        "A floor, from an undated news article (The Pinnacle Gazette, document A) alone. The text says “oil”; the UN "
        "cap covers refined petroleum products, all suppliers together."
    )


def test_the_number_is_by_far_the_largest_on_its_slide() -> None:
    texts = [thing for thing in every(slide_in("own").things) if isinstance(thing, Text)]
    (number,) = [text for text in texts if text.paragraphs == ((Run("> 1,000,000", bold=True),),)]
    assert number.points == pytest.approx(40, abs=1)
    assert max(text.points for text in texts if text is not number) < 13


@pytest.mark.parametrize(
    ("state", "told"),
    [
        ("own", "Reported [A04], no upper end"),
        (
            "no estimate",
            "Outer arc: reported [A04], no upper end. No model: This case has no sound assumptions.",
        ),
        (
            "a limit in tonnes",
            (
                "Reported [A04]: not set against a limit, because the claim counts in another unit "
                "(barrel) than the limit (tonne), and nothing is converted."
            ),
        ),
        ("without limit", "Reported [A04]: not set against a limit, because the case names no limit."),
    ],
)
def test_the_claim_of_the_number_can_be_opened_in_every_state(state: str, told: str) -> None:
    slide = slide_in(state)
    assert told in words_of(slide)
    runs = [
        run for thing in every(slide.things) if isinstance(thing, Text) for line in thing.paragraphs for run in line
    ]
    assert {run.text: run.link for run in runs if run.link} == {"[A04]": A04}


def test_above_stand_the_time_and_the_unit() -> None:
    told = texts_of(slide_in("own"))["What is shown"]
    assert told == "Russia to North Korea by tanker, this year (2024), barrels"


def test_black_reaches_to_two_thirds_and_goes_on_in_three_chevrons() -> None:
    slide = slide_in("own")
    assert rings(slide, PALETTE.ink) == [(0.0, 0.667)]
    tips = [on_dial(slide, path.points)[1] for path in chevrons(slide)]
    assert tips == [(0.9, 0.701), (0.9, 0.728), (0.9, 0.755)]
    assert "or more" in words_of(slide)


def test_the_band_is_that_of_the_runs_and_what_it_means_stands_below() -> None:
    slide = slide_in("own")
    assert rings(slide, PALETTE.model_band) == [(0.363, 0.748)]
    assert rings(slide, PALETTE.model) == [(0.454, 0.61)]
    assert "Model, 43 trips counted: middle half and 90% range 540,000–1,100,000" in words_of(slide)


@pytest.mark.parametrize(
    ("state", "told"),
    [
        ("own", FINDING),
        (
            "without limit",
            (
                "Model: about 790,000 barrels, 90% of the runs within 550,000–1,100,000. Above 1,000,000 in "
                "these eight months in 13 of 100, or 39 of 100 if some trips went unseen."
            ),
        ),
        (
            "no trips",
            (
                "Model: UN cap passed by Russia alone in fewer than 1 of 100 runs — below almost no chance "
                "(under 1%); with what else was notified in fewer than 1 of 100 — below almost no chance (under 1%). "
                "Above 1,000,000 in these eight months in fewer than 1 of 100, or fewer…"
            ),
        ),
    ],
)
def test_the_finding_of_the_model_has_its_likelihood_and_range_on_at_most_two_lines(state: str, told: str) -> None:
    (found,) = [words for words in words_of(slide_in(state)) if words.startswith("Model: ")]
    assert found.replace("\n", " ") == told
    assert found.count("\n") <= 1


def test_with_others_a_thin_mark_shows_what_they_left() -> None:
    slide = slide_in("with others")
    # 203,793 of three times 500,000
    assert marks(slide, PALETTE.limit, "dash") == [[(0.66, 0.136), (1.09, 0.136)]]
    assert "less what else\nwas notified\n203,793" in words_of(slide)
    assert "Thin line: UN cap less what else was notified 203,793." in slide.things[0].alt


def test_alone_there_is_no_thin_mark() -> None:
    assert marks(slide_in("own"), PALETTE.limit, "dash") == []


def test_the_scale_says_numbers_and_times() -> None:
    words = words_of(slide_in("own"))
    assert {"0", "1,000,000\n2× UN cap", "1,500,000\n3× UN cap"} <= set(words)
    assert "UN cap 500,000\nrefined petroleum products a year" in words


@pytest.mark.parametrize(
    ("state", "share"),
    [
        ("own", 0.333),
        ("a tiny floor", 0.333),
        ("a floor past the scale", 0.167),
        ("ten thousand trips", 0.001),
        ("without a number", 0.333),
    ],
)
def test_the_line_of_the_limit_lies_on_a_white_halo_in_proportion(state: str, share: float) -> None:
    slide = slide_in(state)
    across = [(0.66, share), (1.09, share)]
    found = [path for path in paths(slide) if len(path.points) == 2 and on_dial(slide, path.points) == across]
    assert [path.outline for path in found] == [PALETTE.paper, PALETTE.limit]
    assert found[0].line_points > found[1].line_points


@pytest.mark.parametrize(("state", "share"), [("a floor past the scale", 0.75), ("a floor near the end", 0.48)])
def test_a_floor_that_needs_it_goes_on_within_a_longer_scale(state: str, share: float) -> None:
    slide = slide_in(state)
    assert rings(slide, PALETTE.ink) == [(0.0, share)]
    assert {"or more", "Scale: six times the UN cap"} <= set(words_of(slide))


def test_a_model_far_beyond_is_shown_whole_on_a_scale_that_says_how_long_it_is() -> None:
    slide = slide_in("ten thousand trips")
    assert "Scale: 1,000 times the UN cap" in words_of(slide)
    ((start, end),) = rings(slide, PALETTE.model_band)
    assert (start, end) == (0.257, 0.512)


def test_no_trips_are_a_mark_at_nothing_in_the_colour_of_the_model() -> None:
    slide = slide_in("no trips")
    assert marks(slide, PALETTE.model) == [[(0.7, 0.0), (0.757, 0.0)]]
    assert "Model, 0 trips, the reader’s number: middle half and 90% range 0" in words_of(slide)


def test_a_range_is_solid_to_its_low_end_and_dotted_to_its_high_one() -> None:
    slide = slide_in("a range")
    assert rings(slide, PALETTE.ink) == [(0.0, 0.267)]
    assert left_open(slide) == [(0.267, 0.467)]
    assert {"400,000–700,000", "Reported [A04], a range"} <= set(words_of(slide))


def test_a_ceiling_is_dotted_from_nothing_on() -> None:
    slide = slide_in("a ceiling")
    assert rings(slide, PALETTE.ink) == []
    assert left_open(slide) == [(0.0, 0.267)]
    assert {"≤ 400,000", "Reported [A04], no lower end"} <= set(words_of(slide))
    assert "A ceiling, from an undated news article (The Pinnacle Gazette, document A) alone." in said(slide)


def test_an_exact_number_has_neither_chevrons_nor_a_bound() -> None:
    slide = slide_in("an exact number")
    assert rings(slide, PALETTE.ink) == [(0.0, 0.333)]
    assert chevrons(slide) == []
    assert left_open(slide) == []
    assert "Reported [A04]" in words_of(slide)


def test_without_a_number_the_dial_is_empty_and_says_what_is_said_instead() -> None:
    slide = slide_in("without a number")
    assert slide.title == "No document gives a number for oil deliveries"
    assert rings(slide, PALETTE.ink) == []
    assert (
        "No number is reported An undated news article (First News (Nigeria), document B) says “transporting "
        "significant quantities of oil back to Pyongyang” [B05]"
    ) in said(slide)


def test_what_is_withheld_is_not_said_to_be_absent() -> None:
    slide = slide_in("withheld")
    assert rings(slide, PALETTE.ink) == []
    assert "No sound number can be shown" in said(slide)
    assert "No number is reported" not in said(slide)


def test_without_a_limit_one_empty_track_stands_behind_the_number() -> None:
    slide = slide_in("without limit")
    assert rings(slide, PALETTE.within) == [(0.0, 0.333), (0.333, 1.0)]
    assert len(paths(slide)) == 2
    assert {"> 1,000,000", "barrels reported"} <= set(words_of(slide))


def test_a_number_in_another_unit_is_not_drawn_against_the_limit() -> None:
    slide = slide_in("a limit in tonnes")
    assert rings(slide, PALETTE.ink) == []
    assert chevrons(slide) == []
    assert {"> 1,000,000", "barrels reported", "UN cap 60,000\nrefined petroleum products a year"} <= set(
        words_of(slide)
    )


def test_an_estimate_of_another_period_is_not_set_beside_the_number() -> None:
    slide = slide_in("another period")
    assert rings(slide, PALETTE.model_band) == []
    assert texts_of(slide)["What the marks mean"] == (
        "Outer arc: reported [A04], no upper end. The model counts trips from 7 Mar 2024 to 5 Nov 2024, in another "
        "period of the limit: it is not set beside this number."
    )


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


@pytest.mark.parametrize(
    ("state", "name"),
    [
        ("a Russian name", "Уполномоченный предел…\n500,000"),
        ("a Korean name", "안전보장이사회대북제재결의정유…\n500,000"),
        ("a long name", "The annual ceiling of {all}…\n500,000"),
    ],
)
def test_a_long_name_gives_way_and_the_numbers_stay(state: str, name: str) -> None:
    words = words_of(slide_in(state))
    assert {name, "> 1,000,000", "1,000,000\n2× limit", "1,500,000\n3× limit", "Reported [A04], no upper end"} <= set(
        words
    )
    assert [line for line in words if line.startswith("more than twice the annual")]


def test_the_notes_hold_the_quote_the_limit_and_the_assumptions_in_force() -> None:
    told = slide_in("own").notes
    assert "“Russia has been steadily supplying North Korea with over one million barrels of oil this year”" in told
    assert "Reported oil deliveries are more than twice the annual UN cap." in told
    assert FINDING in told
    assert "Assumptions in force" in told
