"""What the slides say of the published figures and of the tests of the limit: never a likelihood without them."""

import pytest

from components.scene.things import Slide
from components.sentences.conditions import condition_sentences
from components.sentences.model.calibration import calibration_sentence, figure_sentences
from components.sentences.records.record_words import with_signs
from components.slides import gauge, judgements
from components.slides.modelled import method
from components.slides.statements import statements
from tests.components.slides.views import view_named


@pytest.fixture(scope="module")
def own() -> dict[str, list[Slide]]:
    view = view_named("own")
    return {room.PART: room.slides(view) for room in (judgements, method, gauge)}


def test_how_unlikely_the_reported_number_is_stands_behind_how_the_model_lies_to_what_is_published() -> None:
    [told] = [one for one in statements(view_named("own")) if one.about == "Model above the reported number"]
    assert told.sentence.startswith("Every published figure lies above the model’s middle. In ")


@pytest.mark.parametrize("part", ["judgements", "method"])
def test_the_notes_hold_the_model_against_every_published_figure(own: dict[str, list[Slide]], part: str) -> None:
    view, slide = view_named("own"), own[part][-1]
    assert view.estimate is not None
    told = [calibration_sentence(view.estimate, view.evidence), *figure_sentences(view.estimate, view.evidence)]
    assert len(told) == 7
    assert [sentence for sentence in told if with_signs(sentence, view.evidence) not in slide.notes] == []
    assert "oil-rusi-002 (cited)" in slide.notes


def test_the_notes_of_the_gauge_hold_the_tests_and_what_the_committee_found(own: dict[str, list[Slide]]) -> None:
    evidence = view_named("own").evidence
    told = condition_sentences(evidence)
    assert len(told) == 4
    assert [line for line in told if with_signs(line, evidence) not in own["gauge"][0].notes] == []


def test_a_case_without_published_figures_and_tests_says_nothing_of_them() -> None:
    view = view_named("second case")
    assert condition_sentences(view.evidence) == []
    assert not any("published" in one.sentence for one in statements(view))
