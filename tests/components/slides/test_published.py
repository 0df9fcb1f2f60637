"""What the slides say of the published figures and of the tests of the limit: never a likelihood without them."""

import pytest

from components.scene.things import Slide
from components.sentences.conditions import condition_sentences
from components.sentences.model.calibration import calibration_sentence, figure_sentences
from components.sentences.records.record_words import with_signs
from components.slides import gauge, judgements
from components.slides.modelled import method
from components.slides.statements import statements
from tests.components.slides.matters import matter_named


@pytest.fixture(scope="module")
def own() -> dict[str, list[Slide]]:
    matter = matter_named("own")
    return {room.PART: room.slides(matter) for room in (judgements, method, gauge)}


def test_how_unlikely_the_reported_number_is_stands_behind_how_the_model_lies_to_what_is_published() -> None:
    [told] = [one for one in statements(matter_named("own")) if one.about == "Model above the reported number"]
    assert told.sentence.startswith("Every published figure lies above the model’s middle. In ")


@pytest.mark.parametrize("part", ["judgements", "method"])
def test_the_notes_hold_the_model_against_every_published_figure(own: dict[str, list[Slide]], part: str) -> None:
    matter, slide = matter_named("own"), own[part][-1]
    assert matter.estimate is not None
    told = [calibration_sentence(matter.estimate, matter.evidence), *figure_sentences(matter.estimate, matter.evidence)]
    assert len(told) == 7
    assert [sentence for sentence in told if with_signs(sentence, matter.evidence) not in slide.notes] == []
    assert "oil-rusi-002 (cited)" in slide.notes


def test_the_notes_of_the_gauge_hold_the_tests_and_what_the_committee_found(own: dict[str, list[Slide]]) -> None:
    evidence = matter_named("own").evidence
    told = condition_sentences(evidence)
    assert len(told) == 4
    assert [line for line in told if with_signs(line, evidence) not in own["gauge"][0].notes] == []


def test_a_case_without_published_figures_and_tests_says_nothing_of_them() -> None:
    matter = matter_named("second case")
    assert condition_sentences(matter.evidence) == []
    assert not any("published" in one.sentence for one in statements(matter))
