"""Colours keep their contrasts, and the three places that name them agree."""

import re
import tomllib
from pathlib import Path

import pytest

from components.theme import (
    PALETTES,
    READINGS,
    Mode,
    likelihood,
    modelled,
    modelled_range,
    number,
    quantity,
    quantity_in_words,
    runs_of_100,
    shortened,
)

ROOT = Path(__file__).parents[2]
CONFIG = tomllib.loads((ROOT / ".streamlit" / "config.toml").read_text(encoding="utf-8"))
CSS = (ROOT / "components" / "widgets" / "browser" / "markup.css").read_text(encoding="utf-8")


def luminance(colour: str) -> float:
    channels = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    linear = [value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4 for value in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def css_colours(mode: Mode) -> dict[str, str]:
    light, dark = CSS.split('.root[data-theme="dark"]', 1)
    part = light if mode == "light" else dark.split("}", 1)[0]
    return dict(re.findall(r"--([a-z0-9-]+):\s*(#[0-9A-Fa-f]{6})", part))


def test_black_on_white_has_the_contrast_of_the_standard() -> None:
    assert round(contrast("#000000", "#FFFFFF"), 1) == 21.0


@pytest.mark.parametrize("mode", ["light", "dark"])
def test_every_text_colour_keeps_four_and_a_half_to_one_on_paper_and_band(mode: Mode) -> None:
    palette = PALETTES[mode]
    for colour in (palette.ink, palette.secondary, palette.limit, *palette.lanes):
        assert contrast(colour, palette.paper) >= 4.5
        assert contrast(colour, palette.band) >= 4.5


@pytest.mark.parametrize("mode", ["light", "dark"])
def test_ticks_keep_three_to_one(mode: Mode) -> None:
    assert contrast(PALETTES[mode].ticks, PALETTES[mode].paper) >= 2.95


@pytest.mark.parametrize("mode", ["light", "dark"])
def test_marks_of_model_and_public_record_keep_three_to_one_wherever_they_stand(mode: Mode) -> None:
    palette = PALETTES[mode]
    for mark in (palette.model, palette.cited):
        for ground in (palette.paper, palette.band, palette.within, palette.beyond):
            assert contrast(mark, ground) >= 3.0


@pytest.mark.parametrize("mode", ["light", "dark"])
def test_the_band_of_the_model_keeps_three_to_one_to_its_outline_and_its_dark_half(mode: Mode) -> None:
    assert contrast(PALETTES[mode].model, PALETTES[mode].model_band) >= 3.0


@pytest.mark.parametrize("mode", ["light", "dark"])
def test_words_in_the_colours_of_model_and_public_record_can_be_read(mode: Mode) -> None:
    palette = PALETTES[mode]
    for colour in (palette.model, palette.cited):
        assert contrast(colour, palette.paper) >= 4.5


def drawn_on() -> list[tuple[str, str, str]]:
    """Selector, text and ground of every rule that names both, with every lane or reading in place of its kind."""
    pairs = []
    for selector, body in re.findall(r"([^{}]+)\{([^{}]*)\}", re.sub(r"/\*.*?\*/", "", CSS, flags=re.DOTALL)):
        text = re.search(r"(?<![-\w])color: var\(--([\w-]+)\)", body)
        ground = re.search(r"(?<![-\w])background: var\(--([\w-]+)\)", body)
        if text and ground:
            pairs += [(selector.strip(), one, other) for one, other in of_each_kind(text[1], ground[1])]
    return pairs


def of_each_kind(text: str, ground: str) -> list[tuple[str, str]]:
    tones = [style.tone for style in READINGS.values()]
    kinds = {"lane": [f"lane-{place}" for place in range(8)], "tone": tones}
    kind = next((kind for kind in kinds if kind in (text, ground, ground.removesuffix("-tint"))), None)
    return [(text.replace(kind, one), ground.replace(kind, one)) for one in kinds[kind]] if kind else [(text, ground)]


# What has no ground of its own, and where it may stand: cells of the comparison, boxes, slips of quotes.
WITHOUT_GROUND = ("ink", "secondary", "chip", "cited")
GROUNDS = ("paper", "band", "chip-tint", *(f"{style.tone}-tint" for style in READINGS.values()))


@pytest.mark.parametrize("mode", ["light", "dark"])
def test_all_words_of_the_page_keep_four_and_a_half_to_one_on_every_ground_that_they_stand_on(mode: Mode) -> None:
    colours, drawn = css_colours(mode), drawn_on()
    assert {"mark .tag", ".chip", ".marks .warn", ".rated .against"} <= {selector for selector, _, _ in drawn}
    pairs = {
        *((text, ground) for _, text, ground in drawn),
        *((text, ground) for text in WITHOUT_GROUND for ground in GROUNDS),
        *((style.tone, f"{style.tone}-tint") for style in READINGS.values()),
    }
    assert len(pairs) > 50
    faint = {pair: contrast(colours[pair[0]], colours[pair[1]]) for pair in pairs}
    assert {pair: found for pair, found in faint.items() if found < 4.5} == {}


@pytest.mark.parametrize("mode", ["light", "dark"])
def test_markup_and_figures_have_the_same_colours(mode: Mode) -> None:
    palette, colours = PALETTES[mode], css_colours(mode)
    assert (colours["ink"], colours["secondary"], colours["paper"]) == (palette.ink, palette.secondary, palette.paper)
    assert tuple(colours[f"lane-{place}"] for place in range(8)) == palette.lanes


@pytest.mark.parametrize("mode", ["light", "dark"])
def test_streamlit_and_figures_have_the_same_colours(mode: Mode) -> None:
    theme, palette = CONFIG["theme"][mode], PALETTES[mode]
    assert (theme["backgroundColor"], theme["textColor"]) == (palette.paper, palette.ink)


def test_the_fonts_of_the_theme_are_served_by_the_app_itself() -> None:
    assert CONFIG["server"]["enableStaticServing"] is True
    for face in CONFIG["theme"]["fontFaces"]:
        assert face["url"].startswith("app/static/")
        assert (ROOT / face["url"].removeprefix("app/")).is_file()


def test_nothing_is_told_to_anybody_about_the_use_of_the_app() -> None:
    assert CONFIG["browser"]["gatherUsageStats"] is False


@pytest.mark.parametrize(
    ("value", "written"),
    [(1_000_000, "1,000,000"), (0, "0"), (2.5, "2.5"), (1234.25, "1,234.25"), (1e15, "1" + ",000" * 5)],
)
def test_numbers_are_written_with_their_thousands_apart(value: float, written: str) -> None:
    assert number(value) == written


@pytest.mark.parametrize(
    ("operator", "written"),
    [(">", "> 40"), (">=", "≥ 40"), ("<", "< 40"), ("<=", "≤ 40"), ("~", "about 40"), ("=", "40"), ("range", "40–60")],
)
def test_no_number_is_written_without_its_operator(operator: str, written: str) -> None:
    assert quantity(operator, 40, 60) == written


def test_a_floor_in_words_says_more_than() -> None:
    assert quantity_in_words(">", 1_000_000, float("inf")) == "more than 1,000,000"


def test_a_range_in_words_has_both_ends() -> None:
    assert quantity_in_words("range", 400_000, 600_000) == "between 400,000 and 600,000"


def test_a_long_text_is_cut_at_a_word() -> None:
    assert shortened("one two three four five", 14) == "one two three…"


def test_a_long_word_is_cut_where_it_must_be() -> None:
    assert shortened("x" * 50, 10) == "x" * 9 + "…"


@pytest.mark.parametrize(
    ("value", "written"),
    [
        (790_412, "790,000"),
        (545_000, "550,000"),
        (1_118_000, "1,100,000"),
        (999_999, "1,000,000"),
        (95_400, "95,000"),
        (7.45, "7.5"),
        (0.0123, "0.012"),
        (0, "0"),
        (float("inf"), "no value"),
        (float("nan"), "no value"),
    ],
)
def test_a_modelled_number_has_two_significant_figures(value: float, written: str) -> None:
    assert modelled(value) == written


def test_both_ends_of_a_modelled_range_are_rounded() -> None:
    assert modelled_range(545_000, 1_118_000) == "550,000–1,100,000"


def test_a_modelled_range_without_width_is_one_number() -> None:
    assert modelled_range(801_000, 804_000) == "800,000"


@pytest.mark.parametrize(
    ("probability", "written"),
    [
        (0.978, "98 of 100"),
        (0.13, "13 of 100"),
        (0.994, "99 of 100"),
        (0.996, "more than 99 of 100"),
        (1.0, "more than 99 of 100"),
        (0.006, "1 of 100"),
        (0.004, "fewer than 1 of 100"),
        (0.0, "fewer than 1 of 100"),
        (float("nan"), ""),
    ],
)
def test_a_probability_is_said_in_runs_and_never_as_none_or_all(probability: float, written: str) -> None:
    assert runs_of_100(probability) == written


@pytest.mark.parametrize(
    ("probability", "words"),
    [
        (0.01, "almost no chance (1–5%)"),
        (0.05, "very unlikely (5–20%)"),
        (0.20, "unlikely (20–45%)"),
        (0.45, "roughly even chance (45–55%)"),
        (0.50, "roughly even chance (45–55%)"),
        (0.55, "roughly even chance (45–55%)"),
        (0.80, "likely (55–80%)"),
        (0.95, "very likely (80–95%)"),
        (0.98, "almost certain (95–99%)"),
        (0.994, "almost certain (95–99%)"),
        (0.995, "beyond almost certain (over 99%)"),
        (1.0, "beyond almost certain (over 99%)"),
        (0.0, "below almost no chance (under 1%)"),
        (float("nan"), ""),
    ],
)
def test_a_likelihood_has_its_range_and_a_bound_counts_with_the_milder_word(probability: float, words: str) -> None:
    assert likelihood(probability) == words


def test_a_range_with_equal_ends_is_one_number() -> None:
    assert quantity("range", 500, 500) == "500"
    assert quantity_in_words("range", 500, 500) == "exactly 500"


def test_number_and_word_of_a_probability_never_disagree() -> None:
    for runs in range(1_001):
        probability = runs / 1_000
        low, high = re.findall(r"\d+", f"{likelihood(probability)} 100")[:2]
        said = {"more than 99 of 100": 99.5, "fewer than 1 of 100": 0.5}.get(runs_of_100(probability))
        number = float(runs_of_100(probability).split(" ")[0]) if said is None else said
        ends = (
            (0, 1) if "under" in likelihood(probability) else (99, 100) if "over" in likelihood(probability) else None
        )
        least, most = ends or (int(low), int(high))
        assert least <= number <= most, probability
