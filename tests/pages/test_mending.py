"""Changing what stands in a draft: a summary, a question, an event, a claim; and adding an origin or a unit."""

from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest

from components.state import drafts
from components.widgets.intake.claim_form import KEPT, NONE
from data.intake.stale import SUMMARY
from data.intake.working_copy import WorkingCopy
from tests.pages.test_add import claimed, kept, pick, press
from tests.pages.view import Opened, View


@pytest.fixture(autouse=True)
def _no_draft_stays() -> Iterator[None]:
    yield
    drafts._held.clear()


def several(view: View, label: str, values: Sequence[str]) -> None:
    """Choose in the last field of that name: what is mended stands below all else."""
    [box for box in view.app.multiselect if box.label == label][-1].set_value(list(values))


def write(view: View, label: str, value: str) -> None:
    [box for box in view.app.text_input if box.label == label][-1].set_value(value)


def mending(opened: Opened, seeds: Path, what: tuple[str, str]) -> View:
    view = press(opened("add", seeds), "Mark words in it")
    pick(view, "What?", what)
    return view.again()


def draft(view: View) -> WorkingCopy:
    """The one draft there is, of a page that refused nothing."""
    assert view.failures == []
    (copy,) = drafts._held().copies
    return copy


def test_a_stale_sentence_leads_to_the_form_that_mends_it(opened: Opened, second_copy: Path) -> None:
    view = press(claimed(kept(opened, second_copy)), "Mend it")
    assert next(box for box in view.app.selectbox if box.label == "What?").value == ("question", "traffic")
    assert view.focus == ["changing-what-stands"]
    assert view.again().focus == []


def test_the_source_summary_is_written_anew_and_nothing_is_no_step(opened: Opened, second_copy: Path) -> None:
    view = press(mending(opened, second_copy, SUMMARY), "Change it")
    assert "Nothing differs from what stands." in view.notices
    next(box for box in view.app.text_area if box.label.startswith("What the sources say")).set_value(
        "The letter counts 31 barges [P01]."
    )
    several(view, "Claims it rests on", ["P01"])
    copy = draft(press(view, "Change it"))
    summary = copy.evidence.case.source_summary
    assert (summary.text, summary.claims) == ("The letter counts 31 barges [P01].", ("P01",))
    assert copy.steps == ("Source summary changed",)


def test_a_text_that_says_nothing_of_a_question_is_told_so_and_an_answer_is_worded_anew(
    opened: Opened, second_copy: Path
) -> None:
    view = kept(opened, second_copy)
    (new,) = [one.id for one in draft(view).evidence.documents if one.label == "A"]
    pick(view, "What?", ("question", "traffic"))
    view.again()
    several(view, "Texts that were read for it and say nothing of it", ["market-bulletin", new])
    write(view, "What P\\: Letter of the harbour office answers", "31 barges, counted at the quay")
    question = next(one for one in draft(press(view, "Change it")).evidence.questions if one.id == "traffic")
    assert question.silent == ("market-bulletin", new)
    assert question.cells[0].words == "31 barges, counted at the quay"


def test_an_event_gets_other_words_all_other_rows_stay_and_a_unit_is_added(opened: Opened, second_copy: Path) -> None:
    before = (second_copy / "events.csv").read_text(encoding="utf-8").splitlines()
    view = mending(opened, second_copy, ("event", "copper-shipped"))
    write(view, "Title", "Copper leaves, by the letter")
    copy = draft(press(view, "Change it"))
    after = (copy.content("events.csv") or b"").decode().splitlines()
    assert [one for one in after if one not in before] == [
        next(one for one in after if "Copper leaves, by the letter" in one)
    ]
    assert len(after) == len(before)
    pick(view, "What?", ("new unit", ""))
    view.again()
    write(view, "One of it is called", "crate")
    write(view, "Several are called", "crates")
    write(view, "Other words for it in the texts, parted by commas", "chests, boxes")
    unit = draft(press(view, "Add this unit")).evidence.case.units[-1]
    assert (unit.id, unit.one, unit.many, unit.words) == ("crate", "crate", "crates", ("chests", "boxes"))


def test_a_claim_is_changed_where_it_was_and_its_number_stays_or_goes_whole(opened: Opened, second_copy: Path) -> None:
    view = mending(opened, second_copy, ("claim", "P01"))
    write(view, "A note", "Counted at the quay.")
    copy = draft(press(view, "Change this claim"))
    claim = copy.evidence.claim_by_id["P01"]
    before = copy.base_evidence.claim_by_id["P01"]
    assert claim == before.model_copy(update={"note": "Counted at the quay."})
    assert copy.steps == ("Claim P01 changed: the note",)
    pick(view, "What?", ("claim", "Q01"))
    view.again()
    radio = [box for box in view.app.radio if box.label == "The number that is claimed"][-1]
    assert radio.value == KEPT
    assert radio.options[-1] == "As it stands\\: 25,000–27,000 tonnes, of “copper”"
    radio.set_value(NONE)
    write(view, "What is counted, in the text's words", "")
    copy = draft(press(view, "Change this claim"))
    claim, before = copy.evidence.claim_by_id["Q01"], copy.base_evidence.claim_by_id["Q01"]
    assert before.quantity is not None
    assert claim.quantity is None
    assert (claim.date, claim.quote) == (before.date, before.quote)


def test_an_origin_is_added_and_changed(opened: Opened, second_copy: Path) -> None:
    view = mending(opened, second_copy, ("new origin", ""))
    write(view, "What it is called", "Lock Office")
    pick(view, "What it is", "body")
    several(view, "It has it from", ["dockers"])
    write(view, "Why is that taken to be so?", "It names them.")
    view = press(view, "Add this origin")
    origin = draft(view).evidence.origin_by_id["lock-office"]
    assert (origin.name, origin.kind, origin.derived_from) == ("Lock Office", "body", ("dockers",))
    assert origin.basis == "inferred"
    pick(view, "What?", ("origin", "lock-office"))
    view.again()
    pick(view, "How reliable is it?", "B")
    write(view, "Why is it as reliable as that?", "It keeps a list.")
    origin = draft(press(view, "Change it")).evidence.origin_by_id["lock-office"]
    assert (origin.reliability, origin.derived_from) == ("B", ("dockers",))


def test_what_confirms_a_claim_is_said_on_the_page_and_a_notified_number_needs_whose_it_is(
    opened: Opened, second_copy: Path
) -> None:
    view = mending(opened, second_copy, ("claim", "Q01"))
    several(view, "Claims of other texts that say the same", ["P02"])
    pick(view, "How is it said?", "notified")
    press(view, "Change this claim")
    assert "nobody says whose deliveries" in view.text
    write(view, "Whose copper deliveries the number counts", "Veldmark, Osprey Line")
    claim = draft(press(view, "Change this claim")).evidence.claim_by_id["Q01"]
    assert (claim.corroborated_by, claim.suppliers) == (("P02",), ("Veldmark", "Osprey Line"))
