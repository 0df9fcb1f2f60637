"""Adding a document: a pasted text, words found in it, what they claim; what follows is seen at once, saved nowhere."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from components import state
from components.state import drafts
from components.widgets.intake.bring_in import language_of
from components.widgets.intake.claim_form import BY_HAND, NONE
from data.intake.stale import SUMMARY
from data.intake.working_copy import WorkingCopy
from data.reading.seeds import SEEDS, examine, fingerprint
from tests.pages.test_hostile_texts import LIVE
from tests.pages.view import Opened, View

TEXT = """Rangers count more barges

Over 60 barges passed the lock between March and May 2031, said the Lock Office, twice as many as last year.
"""
QUOTE = "Over 60 barges passed the lock between March and May 2031"


@pytest.fixture(autouse=True)
def _no_draft_stays() -> Iterator[None]:
    yield
    drafts._held.clear()


def pick(view: View, label: str, value: object) -> None:
    found = next(box for box in view.app.selectbox if box.label == label)
    found.set_value(value)


def write(view: View, label: str, value: str) -> None:
    next(box for box in view.app.text_input if box.label == label).set_value(value)


def press(view: View, label: str) -> View:
    next(button for button in view.app.button if button.label == label).click()
    return view.again()


def choose(view: View, label: str, beginning: str) -> None:
    radio = next(box for box in view.app.radio if box.label == label)
    at = next(place for place, one in enumerate(radio.options) if one.startswith(beginning))
    offered = len(radio.options) - 2  # then none, and one by hand
    radio.set_value(at if at < offered else (NONE, BY_HAND)[at - offered])


def brought_in(opened: Opened, seeds: Path, text: str = TEXT) -> View:
    view = opened("add", seeds)
    view.app.text_area[0].set_value(text)
    return press(view, "Bring it in")


def kept(opened: Opened, seeds: Path, text: str = TEXT) -> View:
    view = brought_in(opened, seeds, text)
    pick(view, "How reliable is the source?", "C")
    write(view, "Why?", "It keeps a list.")
    return press(view, "Keep this text")


def found(view: View, words: str) -> View:
    view.app.text_input(key="find words").set_value(words)
    return view.again()


def claimed(view: View) -> View:
    found(view, QUOTE)
    pick(view, "What is it about?", "traffic")
    pick(view, "Who says so?", "document voice")
    pick(view, "How is it said?", "asserted")
    pick(view, "How credible?", 3)
    next(box for box in view.app.text_input if box.label == "Why?").set_value("It keeps a list.")
    choose(view, "The number that is claimed", "more than 60")
    choose(view, "When it was", "March 2031 to May 2031")
    return press(view, "Add this claim")


def test_a_pasted_text_is_shown_as_it_stands_with_the_next_free_letter(opened: Opened, second_case: Path) -> None:
    view = brought_in(opened, second_case)
    assert view.failures == []
    assert view.words("p", "verbatim") == [TEXT]
    assert next(box for box in view.app.text_input if box.label == "Label").value == "A"
    assert next(box for box in view.app.text_input if box.label == "Title").value == "Rangers count more barges"


def test_a_text_that_stands_already_is_named_before_anything_else(opened: Opened, second_case: Path) -> None:
    text = (second_case / "documents" / "night-broadcast" / "text.txt").read_text(encoding="utf-8")
    (notice,) = brought_in(opened, second_case, text).notices
    assert "document R" in notice


def test_nothing_is_brought_in_of_an_empty_field(opened: Opened, second_case: Path) -> None:
    assert "empty" in brought_in(opened, second_case, "").failures[0]


def test_without_a_grade_a_text_is_not_kept(opened: Opened, second_case: Path) -> None:
    view = press(brought_in(opened, second_case), "Keep this text")
    assert "how reliable" in view.failures[0]
    assert state.DRAFT not in view.address


def test_a_claim_is_added_by_choosing_and_the_folder_stays_as_it_was(opened: Opened, second_copy: Path) -> None:
    before = fingerprint(second_copy)
    view = claimed(kept(opened, second_copy))
    assert view.failures == []
    assert view.app.success[0].value.startswith("Claim A01 was added.")
    assert view.focus == ["what-was-just-done"]
    (copy,) = drafts._held().copies
    claim = copy.evidence.claim_by_id["A01"]
    assert (claim.quote, claim.operator, claim.value, claim.unit) == (QUOTE, ">", 60.0, "barge")
    assert (claim.date, claim.date_words) == ("2031-03/2031-05", "between March and May 2031")
    assert copy.findings().problems == ()
    assert fingerprint(second_copy) == before


def test_what_is_not_said_is_asked_for_by_name(opened: Opened, second_case: Path) -> None:
    view = press(found(kept(opened, second_case), QUOTE), "Add this claim")
    assert view.failures[0].startswith("Say what it is about; who says so; how it is said; how credible it is; why ")


def test_a_draft_is_marked_on_every_page_and_its_address_opens_it_elsewhere(opened: Opened, second_copy: Path) -> None:
    claimed(kept(opened, second_copy))
    (name,) = drafts._held().names
    for page in ("overview", "timeline", "documents", "briefing"):
        view = opened(page, second_copy, **{state.DRAFT: name})
        assert view.words("p", "in-force")[0].startswith("DRAFT: you see the data with what was added to it in 2 steps")
        assert view.failures == []
    assert any(
        label.startswith("A:") for label in opened("documents", second_copy, draft=name).app.selectbox[0].options
    )
    assert opened("documents", second_copy).words("p", "in-force") == []


def test_a_draft_that_is_gone_is_told_and_the_data_are_shown(opened: Opened, second_case: Path) -> None:
    view = opened("overview", second_case, draft="no-such-draft")
    assert "is not held here" in view.notices[0]
    assert view.failures == []


def test_the_last_step_is_taken_back(opened: Opened, second_copy: Path) -> None:
    view = press(claimed(kept(opened, second_copy)), "Undo the last step")
    assert view.app.success[0].value == r"Taken back\: Claim A01 added\."
    (copy,) = drafts._held().copies
    assert len(copy.steps) == 1


def test_a_server_that_takes_no_texts_says_so(opened: Opened, second_case: Path) -> None:
    state.allow_intake(False)
    try:
        assert "takes no texts" in opened("add", second_case).notices[0]
    finally:
        state.allow_intake(True)


def saved(view: View) -> View:
    write(view, "What has changed, in one line", "A text of the Lock Office.")
    view.app.text_input(key="why changed").set_value("It counts the barges of spring.")
    return press(view, "Save")


def test_a_draft_is_saved_into_its_folder_on_the_machine_itself(
    opened: Opened, second_copy: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(state, "may_save", lambda: True)
    view = saved(claimed(kept(opened, second_copy)))
    assert view.failures == []
    assert view.app.success[0].value.startswith("Saved.")
    assert state.DRAFT not in view.address
    findings = examine(second_copy)
    assert findings.problems == ()
    assert findings.evidence.claim_by_id["A01"].quote == QUOTE
    assert findings.evidence.changes[-1].what == "A text of the Lock Office."


def test_a_folder_that_somebody_else_has_changed_is_not_overwritten(
    opened: Opened, second_copy: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(state, "may_save", lambda: True)
    view = claimed(kept(opened, second_copy))
    with (second_copy / "origins.csv").open("a", encoding="utf-8") as file:
        file.write("\n")
    before = fingerprint(second_copy)
    view = saved(view)
    assert r"origins\.csv" in view.failures[0]
    assert fingerprint(second_copy) == before
    assert state.DRAFT in view.address


def test_elsewhere_a_draft_is_only_downloaded(opened: Opened, second_copy: Path) -> None:
    view = claimed(kept(opened, second_copy))
    assert "Save" not in [button.label for button in view.app.button]
    assert any("whoever keeps the data" in caption.value for caption in view.app.caption)


def test_on_the_machine_itself_it_is_told_how_a_draft_may_be_saved(
    opened: Opened, second_copy: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(state, "is_own_machine", lambda: True)
    view = claimed(kept(opened, second_copy))
    assert any("-- --edit" in caption.value for caption in view.app.caption)


def test_a_text_that_is_refused_leaves_no_draft_behind(opened: Opened, second_case: Path) -> None:
    view = brought_in(opened, second_case)
    pick(view, "How reliable is the source?", "C")
    write(view, "Why?", "It keeps a list.")
    write(view, "Published", "27.11.2026")
    view = press(view, "Keep this text")
    assert view.failures[0].startswith("Nothing was added yet.")
    assert state.DRAFT not in view.address
    assert not drafts._held().names
    assert not any("is not held here" in notice for notice in view.again().notices)


def test_of_a_draft_that_was_saved_another_window_is_told_so(
    opened: Opened, second_copy: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(state, "may_save", lambda: True)
    view = claimed(kept(opened, second_copy))
    (name,) = drafts._held().names
    saved(view)
    there = opened("overview", second_copy, draft=name)
    assert there.notices[0].startswith("The draft of this address was saved.")
    assert "Leave the draft" in [button.label for button in there.app.button]


def test_a_date_read_by_hand_has_to_be_given(opened: Opened, second_copy: Path) -> None:
    view = found(kept(opened, second_copy), QUOTE)
    choose(view, "When it was", "Another one")
    view = press(view, "Add this claim")
    assert "the date; the words for the date" in view.failures[0]


def test_what_is_claimed_is_drawn_and_answers_a_question(opened: Opened, second_copy: Path) -> None:
    view = claimed(kept(opened, second_copy))
    write(view, "What sort of event", "count")
    view = press(view, "Draw it")
    assert view.failures == []
    pick(view, "Question", "traffic")
    view.again()
    write(view, "The answer in a few words", "over 60 barges")
    view.again()
    view = press(view, "Give the answer")
    assert view.failures == []
    (copy,) = drafts._held().copies
    assert copy.evidence.events[-1].supports == ("A01",)
    assert len(copy.steps) == 4


def test_what_the_draft_changes_is_told_before_and_after(opened: Opened, second_copy: Path) -> None:
    view = claimed(kept(opened, second_copy))
    told = {row[0]: row[1:] for row in view.rows()}
    assert told["Documents"] == ["3 documents", "4 documents"]
    assert told["Timeline"][1] == "the\u00a0same"


def test_a_newer_version_takes_over_what_stands_and_lists_what_changed(opened: Opened, second_copy: Path) -> None:
    text = (second_copy / "documents" / "harbour-letter" / "text.txt").read_text(encoding="utf-8")
    view = brought_in(opened, second_copy, text.replace("31 barges", "41 barges", 1) + "A word at the end.\n")
    pick(view, "Is it a newer version of a text that is here?", "harbour-letter")
    view = press(view.again(), "Keep it as a newer version")
    assert view.failures == []
    (copy,) = drafts._held().copies
    (newer,) = [one for one in copy.evidence.documents if one.supersedes == "harbour-letter"]
    taken = [claim.quote for claim in copy.evidence.claims_of(newer.id)]
    assert taken
    assert not any("barges" in quote and "31" in quote for quote in taken)
    assert any("P01, changed (number" in line.value for line in view.app.text)
    assert "(loses P01)" in view.text
    press(view, "Mend it")
    opened_form = next(box for box in view.app.selectbox if box.label == "What?").value
    assert opened_form == SUMMARY


def test_who_has_as_many_drafts_as_one_may_is_told_so_and_begins_none(
    opened: Opened, second_case: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(drafts, "asked_from", lambda: "203.0.113.9")
    view, copy = opened("add", second_case), WorkingCopy(second_case)
    for name in range(8):
        drafts._held().hold(str(name), copy, "203.0.113.9")
    view = press(view, "Mark words in it")
    assert view.failures[0].startswith("No draft was begun: 8 drafts from your network address are open here")
    assert state.DRAFT not in view.address


HOSTILE = "<img src=x onerror=alert(1)> ![x](http://a.invalid) **b** $x$ :red[x] [a](javascript:alert(1)) 31 barges `a`"


def test_hostile_words_are_text_wherever_the_page_shows_them(opened: Opened, second_copy: Path) -> None:
    view = brought_in(opened, second_copy, f"{HOSTILE}\n\n{HOSTILE} in May 2031.\n")
    assert [one for one in view.markdown if LIVE.search(one)] == []
    pick(view, "How reliable is the source?", "C")
    write(view, "Why?", HOSTILE)
    view = found(press(view, "Keep this text"), HOSTILE)
    assert view.failures == []
    labels = [option for radio in view.app.radio for option in radio.options]
    assert len(labels) > 4
    said = [one for one in (*view.markdown, *labels) if "`streamlit run" not in one]  # our own
    assert [one for one in said if LIVE.search(one)] == []
    assert view.words("blockquote") == [HOSTILE]


@pytest.mark.parametrize(
    ("text", "language"),
    [("Over 60 barges passed", "en"), ("바지선 60척 이상", "ko"), ("はしけが六十隻通過した", "ja"),
     ("六十艘驳船通过", "zh"), ("Прошло 60 барж", "ru"), ("الف برميل", "ar"),
     ("A text of 김 in English", "en"), ("", "en")],
)  # fmt: skip
def test_the_language_of_a_text_is_guessed_by_most_of_its_letters(text: str, language: str) -> None:
    assert language_of(text) == language


def test_a_date_that_is_none_of_its_claims_needs_a_reason(opened: Opened, second_copy: Path) -> None:
    view = claimed(kept(opened, second_copy))
    write(view, "When", "1999")
    view = press(view, "Draw it")
    assert view.failures[0].startswith("That date is none of its claims.")
    (copy,) = drafts._held().copies
    assert len(copy.steps) == 2


def test_a_date_counted_from_the_day_of_writing_is_not_taken_over_into_a_newer_text(opened: Opened) -> None:
    text = (SEEDS / "documents" / "oil-volume" / "text.txt").read_text(encoding="utf-8")
    view = brought_in(opened, SEEDS, text + "\nA word at the end.\n")
    pick(view, "Is it a newer version of a text that is here?", "oil-volume")
    view = press(view.again(), "Keep it as a newer version")
    assert any(line.value.startswith("A03, changed (the day of writing)") for line in view.app.text)


@pytest.mark.parametrize(("window", "told"), [("narrow", 1), ("wide", 0)])
def test_where_the_form_stands_below_the_text_marked_words_say_so(
    opened: Opened, second_copy: Path, window: str, told: int
) -> None:
    view = kept(opened, second_copy)
    view.app.session_state["width of the window"] = window
    assert [toast.value.startswith("Marked. Below the text") for toast in found(view, QUOTE).app.toast] == [True] * told
    assert not view.again().app.toast
