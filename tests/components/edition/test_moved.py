"""The estimate that an edition moves without a draw, against the draws; its figures in both themes."""

import re
from pathlib import Path
from typing import Any

import pytest

from components.edition.pages.moved import movable
from components.edition.pictures import NAMES, drawn_for
from components.edition.places import Places
from components.figures import modelled
from components.scene.canvas import Look
from components.scene.svg import picture
from components.theme import PALETTES
from data.estimate.chosen import settings_of
from data.estimate.closed_form import parts_of, quantile, share_above, volume
from data.estimate.result import Estimate, estimate
from data.models.evidence import Evidence
from data.reading.seeds import SEEDS, read_evidence


@pytest.fixture(scope="module")
def evidence() -> Evidence:
    return read_evidence(Path(SEEDS))


@pytest.fixture(scope="module")
def sourced(evidence: Evidence) -> Estimate:
    found = estimate(evidence)
    assert isinstance(found, Estimate)
    return found


@pytest.mark.parametrize(
    "chosen", [{}, {"load": "0.35"}, {"load": "0.9"}, {"ship": "2500"}, {"count": "20"}, {"load": "0.6", "count": "60"}]
)
def test_it_agrees_with_the_draws_within_three_percent(evidence: Evidence, chosen: dict[str, str]) -> None:
    drawn = estimate(evidence, settings_of(chosen))
    assert isinstance(drawn, Estimate)
    moments = volume(parts_of(drawn.inputs, drawn.settings), drawn.series)
    row: Any = drawn.totals.loc[drawn.series]
    for name, share in (("q05", 0.05), ("q50", 0.5), ("q95", 0.95)):
        assert quantile(moments, share) == pytest.approx(float(row[name]), rel=0.03)
    assert share_above(moments, drawn.threshold) == pytest.approx(float(row["above_limit"]), abs=0.03)


def test_a_fixed_factor_takes_the_place_of_its_part_and_of_no_other(sourced: Estimate) -> None:
    free = parts_of(sourced.inputs, sourced.settings)
    fixed = parts_of(sourced.inputs, settings_of({"load": "0.5"}))
    assert fixed.load == (0.5, 0.0)
    assert fixed._replace(load=free.load) == free


def test_a_script_gets_the_parts_the_sliders_and_the_presets(sourced: Estimate, evidence: Evidence) -> None:
    found = movable(sourced, evidence)
    assert [one["name"] for one in found["sliders"]] == ["load", "ship", "count"]
    assert found["sliders"][2]["rest"] == 43
    assert found["unit"] == "barrels"
    assert found["presets"]["As sourced"] == {}
    assert set(found["parts"]) >= {"calls", "loading", "inverse", "ship", "load", "cargo"}


def test_colours_by_name_are_those_of_the_dark_theme_where_it_is_dark(sourced: Estimate, evidence: Evidence) -> None:
    places = Places(frozenset(), evidence)
    written = drawn_for(lambda look: modelled.dots_of(sourced, evidence, look), "alt", places)
    dark = dict(zip(PALETTES["light"].all, PALETTES["dark"].all, strict=True))
    wide = re.findall(r'fill="var\((--\d+)\)"', written.split('<svg class="narrow"')[0])
    named = {name: dark[colour] for colour, name in NAMES.items()}
    drawn = picture(modelled.dots_of(sourced, evidence, Look(PALETTES["dark"], "wide")), "alt")
    every = re.findall(r'fill="(#[0-9A-F]{6})"(?! fill-opacity="0")', drawn)
    quiet, *others = (named[name] for name in wide)
    assert quiet == PALETTES["dark"].secondary  # said once, for all words without another
    assert others == [colour for colour in every if colour != quiet]
