"""A reader's own assumptions go with every picture, file and source line that was made under them."""

import pytest

from components.sentences.model.own import own_name, own_sentence, own_words
from components.sentences.sources import source_lines
from data import read_evidence
from data.estimate.draws import assumed_middle
from data.estimate.result import Estimate, estimate
from data.models.assumptions import Settings
from data.models.evidence import Evidence

HALF_EMPTY = Settings(fixed=(("load", 0.6),))


@pytest.fixture(scope="module")
def own() -> Evidence:
    return read_evidence()


@pytest.mark.parametrize(
    ("settings", "words"),
    [
        (Settings(), ""),
        (HALF_EMPTY, "load on departure 60% instead of 86%"),
        (Settings(count=20, unseen=False), "20 trips, only the trips that were seen"),
        (Settings(trips="open"), "trips open above"),
        (Settings(laden="deadweight"), "loads as shares of the deadweight"),
    ],
)
def test_what_is_a_readers_own_is_said_with_what_it_replaces(own: Evidence, settings: Settings, words: str) -> None:
    assert own_words(settings, own) == words


def test_one_assumption_is_one_and_several_are_several(own: Evidence) -> None:
    assert own_sentence(HALF_EMPTY, own) == (
        "Not as sourced: load on departure 60% instead of 86%: a reader’s assumption."
    )
    assert own_sentence(Settings(count=20, unseen=False), own).endswith(": a reader’s assumptions.")
    assert own_sentence(Settings(), own) == ""


def test_a_name_of_a_file_or_key_has_letters_digits_and_hyphens_alone(own: Evidence) -> None:
    assert own_name(HALF_EMPTY, own) == "own-assumptions-load-on-departure-60-instead-of-86"
    assert own_name(Settings(), own) == ""


def test_the_source_line_of_every_picture_and_slide_begins_with_what_is_a_readers_own(own: Evidence) -> None:
    modelled = estimate(own, HALF_EMPTY)
    assert isinstance(modelled, Estimate)
    first = source_lines(["A04"], own, model=modelled)[0]
    assert first.startswith("Not as sourced: load on departure 60% instead of 86%: a reader’s assumption. Sources: ")
    assert source_lines(["A04"], own)[0].startswith("Sources: ")


def test_the_middle_of_an_assumption_is_that_of_the_runs(own: Evidence) -> None:
    assert own.assumptions is not None
    modelled = estimate(own)
    assert isinstance(modelled, Estimate)
    rows = modelled.factors.set_index("assumption")
    for name in ("load", "ship"):
        assert assumed_middle(own.assumptions, name) == pytest.approx(rows.loc[name, "q50"])
