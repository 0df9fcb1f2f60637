"""The runs beside another reported number than the headline's: the one that a reader has chosen."""

from typing import Any

import pandas as pd
import pytest

from components.sentences.model.estimate import reported_sentence
from data import read_evidence, volumes_frame
from data.estimate.result import Estimate, estimate
from data.frames.reported import headline_row
from data.models.evidence import Evidence


@pytest.fixture(scope="module")
def own() -> Evidence:
    return read_evidence()


@pytest.fixture(scope="module")
def modelled(own: Evidence) -> Estimate:
    found = estimate(own)
    assert isinstance(found, Estimate)
    return found


def row(own: Evidence, **changes: object) -> pd.Series:
    found = headline_row(volumes_frame(own), own)
    assert found is not None
    changed: dict[Any, Any] = {**found.to_dict(), **changes}
    return pd.Series(changed)


def test_the_headline_s_own_number_leaves_the_estimate_as_it_is(own: Evidence, modelled: Estimate) -> None:
    assert modelled.beside(row(own), own) is modelled


def test_another_number_is_what_the_runs_are_held_against(own: Evidence, modelled: Estimate) -> None:
    other = modelled.beside(row(own, claim_ids=("B05",), volume=1.0), own)
    assert other.reported == 1.0
    assert float(str(other.totals.loc["seen", "above_reported"])) == 1.0
    assert float(str(modelled.totals.loc["seen", "above_reported"])) < 0.5
    assert list(other.totals["q50"]) == list(modelled.totals["q50"])
    assert "B05" in other.claim_ids
    assert "A04" not in other.claim_ids


def test_the_sentence_below_the_gauge_speaks_of_the_number_chosen(own: Evidence, modelled: Estimate) -> None:
    frame = volumes_frame(own)
    chosen = row(own, claim_ids=("B05",), volume=600_000.0, low=600_000.0)
    both = pd.concat([frame, chosen.to_frame().T], ignore_index=True)
    said = reported_sentence(modelled.beside(chosen, own), own, both)
    assert "the modelled volume is above 600,000: " in said
    assert said.endswith("Reported are more than 600,000 barrels [B05].")


@pytest.mark.parametrize("changes", [{"unit": "tonne"}, {"product": "crude oil"}])
def test_a_number_that_is_not_modelled_is_held_against_no_run(
    own: Evidence, modelled: Estimate, changes: dict[str, str]
) -> None:
    other = modelled.beside(row(own, claim_ids=("B05",), **changes), own)
    assert other.totals["above_reported"].isna().all()
    assert reported_sentence(other, own) == ""
