"""The slide of the columns: the same rows and numbers as the bullet rows of the page, and what they are in words."""

from math import isnan

import pytest

from components.scene.canvas import Look
from components.scene.native.charts.places import column_place
from components.scene.things import PALETTE, Line, Shape, Slide, every
from components.sentences.volumes import bullets_headline
from components.slides import volumes as columns
from data.estimate import rounding
from tests.components.on_the_page import bullets
from tests.components.slides.slide_texts import columns_of, shapes_of, texts_of
from tests.components.slides.volumes_states import view_in

LABELS = (
    "Reported: A [A04], 2024", "Model: 43 trips counted, 2024", "Model: with trips not seen, 2024",
    "↗ cited: Russia, to 31 January, 2024", "↗ cited: China, to 30 November, 2024",
)  # fmt: skip
DRAWN = [
    "own",
    "trips not seen",
    "no trips",
    "ten thousand trips",
    "second case",
    "a floor past the scale",
    "without a number",
]


def slide_in(state: str) -> Slide:
    (slide,) = columns.slides(view_in(state))
    return slide


def marks(slide: Slide) -> list[Shape]:
    return [thing for thing in every(slide.things) if isinstance(thing, Shape)]


def page_in(state: str) -> list[str]:
    """All words beside the bars of the page."""
    view = view_in(state)
    limit = view.evidence.headline_limit
    assert limit
    figure = bullets(view.volumes, limit, view.evidence, Look(PALETTE), view.estimate or view.not_estimated)
    return [note.text for note in figure.layout.annotations if note.text]


def test_each_series_has_its_column_with_its_number_and_its_sign() -> None:
    chart = columns_of(slide_in("own"))
    assert chart.labels == LABELS
    assert chart.said == ("> 1,000,000", "about 790,000", "about 930,000", "15,279", "280,928")
    assert chart.colours == (PALETTE.ink, PALETTE.model, PALETTE.model, PALETTE.cited, PALETTE.cited)


def test_the_columns_are_as_high_as_the_rows_of_the_frame() -> None:
    chart = columns_of(slide_in("own"))
    assert chart.volumes == pytest.approx((1_000_000, 790_000, 930_000, 15_279, 280_928))
    assert chart.limit_volume == 500_000


def test_only_what_is_modelled_has_whiskers_of_ninety_percent() -> None:
    chart = columns_of(slide_in("own"))
    assert [(round(low, -3), round(high, -3)) for low, high in zip(chart.low[1:3], chart.high[1:3], strict=True)] == [
        (545_000, 1_122_000), (621_000, 1_395_000)
    ]  # fmt: skip
    assert [isnan(low) and isnan(high) for low, high in zip(chart.low, chart.high, strict=True)] == [
        True, False, False, True, True
    ]  # fmt: skip


@pytest.mark.parametrize("state", DRAWN)
def test_every_number_at_a_column_stands_at_its_bar_on_the_page(state: str) -> None:
    page = page_in(state)
    said = [words.replace(">", "&gt;").replace("<", "&lt;") for words in columns_of(slide_in(state)).said]
    assert [words for words in said if not any(f"<b>{words}</b>" in note for note in page)] == []


def test_the_modelled_columns_have_the_ends_and_the_median_of_the_bars_on_the_page() -> None:
    view = view_in("own")
    limit = view.evidence.headline_limit
    assert limit
    figure = bullets(view.volumes, limit, view.evidence, Look(PALETTE), view.estimate)
    shapes, chart = figure.layout.shapes, columns_of(slide_in("own"))
    bands = [(shape.x0, shape.x1) for shape in shapes if shape.fillcolor == PALETTE.model_band]
    ticks = [
        shape.x0
        for shape in shapes
        if shape.type == "line" and shape.line.color == PALETTE.paper and shape.line.width == 4
    ]
    assert list(zip(chart.low[1:3], chart.high[1:3], strict=True)) == bands
    assert list(chart.volumes[1:3]) == [790_000, 930_000] == [rounding.modelled(tick) for tick in ticks]


def test_the_notified_columns_are_as_high_as_the_hatched_bars_of_the_page() -> None:
    view = view_in("own")
    limit = view.evidence.headline_limit
    assert limit
    figure = bullets(view.volumes, limit, view.evidence, Look(PALETTE), view.estimate)
    hatched = [max(trace.x) for trace in figure.data if trace.fillpattern.shape]
    assert list(columns_of(slide_in("own")).volumes[3:]) == hatched


def test_a_floor_carries_three_chevrons_that_point_up_from_its_top() -> None:
    slide = slide_in("own")
    column, chevrons = column_place(columns_of(slide), 0), shapes_of(slide, "Or more")
    assert len(chevrons) == len(marks(slide)) == 3
    assert {chevron.turn for chevron in chevrons} == {270}
    middles = [chevron.place.y + chevron.place.height / 2 for chevron in chevrons]
    assert all(middle < column.y for middle in middles)
    assert {round(chevron.place.x + chevron.place.width / 2, 6) for chevron in chevrons} == {
        round(column.x + column.width / 2, 6)
    }


@pytest.mark.parametrize("state", ["own", "a floor past the scale", "a floor near the end", "second case"])
def test_the_axis_holds_the_chevrons_and_all_whiskers(state: str) -> None:
    slide = slide_in(state)
    chart = columns_of(slide)
    # A chevron lies on its side: across its place is along the column.
    tops = [mark.place.y + (mark.place.height - mark.place.width) / 2 for mark in shapes_of(slide, "Or more")]
    assert min(tops) >= chart.plot.y
    assert max(value for value in (*chart.volumes, *chart.high) if not isnan(value)) <= chart.most


def test_the_axis_counts_in_limits_where_three_of_them_suffice_and_in_round_numbers_where_not() -> None:
    near, far = columns_of(slide_in("own")), columns_of(slide_in("a floor past the scale"))
    assert (near.most, near.step) == (1_500_000, 500_000)
    assert (far.most, far.step) == (3_000_000, 500_000)


def test_of_a_ceiling_nothing_is_solid_and_the_open_part_is_dotted() -> None:
    slide = slide_in("a ceiling")
    chart, (rest,) = columns_of(slide), shapes_of(slide, "Left open")
    assert (chart.said[0], chart.volumes[0]) == ("≤ 400,000", 0)
    assert (rest.dash, rest.outline, rest.fill) == ("dot", PALETTE.ink, "")
    assert rest.place.height == pytest.approx(chart.plot.height * 400_000 / 1_500_000)
    assert rest.place.bottom == pytest.approx(chart.plot.bottom)


def test_of_a_range_the_part_between_its_ends_is_dotted() -> None:
    slide = slide_in("a range")
    chart, (rest,) = columns_of(slide), shapes_of(slide, "Left open")
    assert chart.volumes[0] == 400_000
    assert rest.place.height == pytest.approx(chart.plot.height * 300_000 / 1_500_000)


def test_beside_it_stand_the_limit_the_floor_the_model_what_is_cited_and_what_would_have_to_be_true() -> None:
    texts = texts_of(slide_in("own"))
    assert list(texts) == [
        "UN cap 500,000", "Black column is a floor (chevrons)", "Blue columns are a model", "↗ Cited: notified",
        "What would bring the model down to the UN cap",
    ]  # fmt: skip
    assert texts["Black column is a floor (chevrons)"].endswith(
        "[A04] “Russia has been steadily supplying North Korea with over one million barrels of oil this year”: "
        "no upper figure is given."
    )
    assert (
        "90% of the runs, 540,000–1,100,000 or 620,000–1,400,000 with trips not seen"
        in texts["Blue columns are a model"]
    )
    assert "never added up [↗ notified-079] [↗ notified-081]" in texts["↗ Cited: notified"]
    assert "“Mean size of the ships”: below 2,120 dwt (90% range 1,810–2,680)" in texts[list(texts)[-1]]


def test_with_others_a_thin_line_lies_over_the_columns_that_are_not_others_own() -> None:
    slide = slide_in("with others")
    chart = columns_of(slide)
    edge, thin = [thing for thing in every(slide.things) if isinstance(thing, Line)]
    assert (edge.colour, thin.colour, thin.dash) == (PALETTE.paper, PALETTE.limit, "dash")
    y = chart.plot.bottom - chart.plot.height * 203_793 / 1_500_000
    assert thin.start == pytest.approx((chart.plot.x, y))
    assert thin.end == pytest.approx((chart.plot.x + chart.plot.width * 3 / 5, y))
    assert "dashed line: UN cap less what else was notified 203,793" in texts_of(slide)["↗ Cited: notified"]
    assert "Thin line: UN cap less what else was notified 203,793. " in slide.things[0].alt


def test_alone_no_thin_line_lies_over_the_columns() -> None:
    assert [thing for thing in every(slide_in("own").things) if isinstance(thing, Line)] == []


def test_with_others_the_title_and_the_words_beside_say_so() -> None:
    slide = slide_in("with others")
    assert slide.title == "Reported and, all counted, modelled: above the UN cap"
    assert "What would bring the model down to what is left of the UN cap" in texts_of(slide)


def test_a_model_below_the_limit_asks_what_would_bring_it_above() -> None:
    texts = texts_of(slide_in("twenty trips"))
    assert "What would bring the model above the UN cap" in texts


def test_the_whole_sentence_on_what_one_would_have_to_believe_stands_in_the_notes() -> None:
    assert (
        "“Cargo share of deadweight”, “Barrels per tonne” and “Tank volume per deadweight” cannot."
        in slide_in("own").notes
    )


def test_of_thirty_numbers_seven_are_drawn_and_the_others_counted() -> None:
    slide = slide_in("thirty documents")
    assert len(columns_of(slide).labels) == 7
    assert columns_of(slide).labels[0] == "Reported: R30 [S30], 2039"
    assert texts_of(slide)["Black columns are reported"].endswith("Not drawn: 23 more numbers.")


def test_the_number_of_the_gauge_stands_first() -> None:
    assert columns_of(slide_in("second case")).labels[:2] == (
        "Reported: P [P02], April to September 2031",
        "Reported: Q [Q01], about June 2031 to about August 2031",
    )


def test_a_number_in_another_unit_is_named_with_the_reason_and_not_drawn() -> None:
    slide = slide_in("a limit in tonnes")
    assert columns_of(slide).labels == ("Model: 43 trips counted, 2024", "Model: with trips not seen, 2024")
    assert texts_of(slide)["No reported column"] == (
        "No reported column\n> 1,000,000 barrels [A04] is not drawn, because the claim counts in another unit (barrel) "
        "than the limit (tonne), and nothing is converted."
    )


def test_without_an_estimate_the_reason_stands_where_the_model_would() -> None:
    slide = slide_in("no estimate")
    assert columns_of(slide).labels == (LABELS[0], *LABELS[3:])
    assert "This case has no sound assumptions." in texts_of(slide)["No modelled column"]


def test_without_a_limit_there_are_words_and_no_chart() -> None:
    slide = slide_in("without limit")
    assert slide.title == "There is no limit to set the numbers against"
    texts = texts_of(slide)
    assert texts["> 1,000,000 barrels"].endswith("[A04]: the case names no limit")
    assert "about 790,000 barrels (90% range" in texts["Model"]


def test_without_documents_there_are_words_and_no_chart() -> None:
    texts = texts_of(slide_in("no documents"))
    assert texts["No number is reported"].endswith(
        "There is no document yet that gives a number for salt deliveries from Upper Vale to Lower Vale."
    )


@pytest.mark.parametrize(
    ("state", "title", "page"),
    [
        ("own", "Reported number and model lie above the UN cap", "Reported number and model put oil deliveries above"),
        (
            "no trips",
            "Reported above the UN cap; the model does not pass it",
            "is above the annual UN cap; the model puts",
        ),
        ("twenty trips", "Reported above the UN cap; the model leaves it open", "; the model leaves open whether"),
        ("a ceiling", "Not reported above the UN cap; the model puts it above", "is not shown to be above"),
        (
            "second case",
            "Numbers from one origin are above the Concord cap",
            "Numbers from one origin (both texts) are above the annual Concord cap",
        ),
        (
            "without a number",
            "The model puts oil deliveries above the annual UN cap",
            "The model puts oil deliveries above",
        ),
        ("no estimate", "The one reported number is above the annual UN cap", "The one reported number is above"),
        ("a Korean name", "Reported number and model lie above the limit", "Reported number and model put"),
    ],
)
def test_the_title_is_the_finding_of_the_page_in_few_words(state: str, title: str, page: str) -> None:
    view = view_in(state)
    assert slide_in(state).title == title
    assert page in bullets_headline(view.volumes[view.volumes["comparable"]], view.evidence)
