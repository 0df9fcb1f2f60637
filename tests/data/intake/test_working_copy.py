"""A draft grows in a private copy, step by step: each whole, or refused with its problems, and each can be undone."""

import gc
import io
import shutil
import stat
import zipfile
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from pathlib import Path

import pytest

from data.intake import steps
from data.intake.inventory import files_of
from data.intake.steps import StepRefused
from data.intake.working_copy import WorkingCopy
from data.reading.seeds import examine
from tests.cases.second_case import SECOND_CASE
from tests.data.intake.bringing_in import BROUGHT, CELL, CLAIM, DOCUMENT, EVENT, QUOTE, TEXT

BOOK = "book-of-the-locks"


@pytest.fixture
def copy() -> WorkingCopy:
    return WorkingCopy(SECOND_CASE)


@pytest.fixture
def with_claim(copy: WorkingCopy) -> WorkingCopy:
    copy.add_document(BROUGHT, BOOK, DOCUMENT)
    copy.add_claim(BOOK, 0, len(QUOTE), CLAIM)
    return copy


def test_the_copy_is_its_owners_alone_and_goes_with_the_draft() -> None:
    copy = WorkingCopy(SECOND_CASE)
    room = copy.folder.parent
    assert stat.S_IMODE(room.stat().st_mode) == 0o700
    assert copy.base_files == files_of(SECOND_CASE)
    assert copy.findings().problems == ()
    del copy
    gc.collect()
    assert not room.exists()


def test_a_document_keeps_the_bytes_that_came_and_the_text_made_of_them(copy: WorkingCopy) -> None:
    before = files_of(SECOND_CASE)
    copy.add_document(BROUGHT, BOOK, DOCUMENT)
    assert copy.changed_files().keys() == {
        f"documents/{BOOK}/{name}" for name in ("evidence.toml", "original.pdf", "text.txt")
    }
    assert copy.content(f"documents/{BOOK}/original.pdf") == b"%PDF-1.7 ..."
    assert copy.content(f"documents/{BOOK}/text.txt") == TEXT.encode()
    document = copy.evidence.document_by_id[BOOK]
    assert (document.label, document.text, document.address) == ("S", TEXT, "https://locks.example.invalid/book")
    assert (document.original_name, document.extractor) == (BROUGHT.name, BROUGHT.made_by)
    assert document.received == date(2032, 1, 15)
    assert files_of(SECOND_CASE) == before


def test_a_claim_is_given_its_id_its_place_and_its_neighbours(with_claim: WorkingCopy) -> None:
    claim = with_claim.evidence.claim_by_id["S01"]
    assert (claim.quote, claim.start, claim.end) == (QUOTE, 0, 62)
    assert (claim.prefix, claim.suffix) == ("", ".\r\nThey “weighed” nothing, and i")
    assert claim.value == 33
    assert with_claim.steps == ("Document 'Book of the locks' added", "Claim S01 added")
    written = (with_claim.content(f"documents/{BOOK}/evidence.toml") or b"").decode()
    assert 'modality = "reported"\noperator = "="\nvalue = 33\nunit = "barge"\ndate_words' in written


def test_a_step_that_brings_a_problem_is_refused_with_it_and_changes_nothing(with_claim: WorkingCopy) -> None:
    before, done = files_of(with_claim.folder), with_claim.steps
    with pytest.raises(StepRefused) as refused:
        with_claim.change_claim("S01", {"value": 34})
    assert [problem.what for problem in refused.value.problems] == ["the words do not give 34"]
    with pytest.raises(StepRefused, match="nobody-knows"):
        with_claim.add_claim(BOOK, 0, len(QUOTE), {**CLAIM, "topic": "nobody-knows"})
    assert (files_of(with_claim.folder), with_claim.steps) == (before, done)
    assert with_claim.findings().problems == ()


def test_problems_that_were_there_before_refuse_no_step(tmp_path: Path) -> None:
    folder = Path(shutil.copytree(SECOND_CASE, tmp_path / "seeds"))
    (folder / "limits.csv").write_text("nothing\n")
    copy = WorkingCopy(folder)
    known = copy.findings().problems
    copy.add_document(BROUGHT, BOOK, DOCUMENT)
    assert known
    assert copy.findings().problems == known


def test_a_draft_goes_all_the_way_to_event_and_answer_in_a_sound_folder(with_claim: WorkingCopy) -> None:
    event = with_claim.add_event({**EVENT, "supports": ["S01"]})
    with_claim.add_cell("traffic", CELL, {"label": "Agree, from three origins", "silent": None})
    asked = {"title": "Weighed?", "asks": "Did anybody weigh it?", "reading": "one-document", "why": "Only the book"}
    question = with_claim.new_question(asked, [{**CELL, "words": "not said"}])
    with_claim.change_summary("The book counts 33 barges [S01].", ["S01"])
    evidence = examine(with_claim.folder).evidence
    assert evidence.complete
    assert (event, question) == ("33-barges-in-september-2031", "weighed")
    assert [one.event_id for one in evidence.events][-1] == event
    traffic = next(one for one in evidence.questions if one.id == "traffic")
    assert [cell.document for cell in traffic.cells][-1] == BOOK
    assert traffic.label == "Agree, from three origins"
    assert evidence.case.source_summary.claims == ("S01",)


def test_a_document_that_answers_is_not_called_silent_any_more(copy: WorkingCopy) -> None:
    copy.add_cell("traffic", {"document": "market-bulletin", "nearby": ["Q02"], "words": "a plan"})
    traffic = next(one for one in copy.evidence.questions if one.id == "traffic")
    assert traffic.silent == ()
    assert [cell.nearby for cell in traffic.cells if cell.document == "market-bulletin"] == [("Q02",)]


def test_a_cell_that_a_document_has_already_says_what_it_answers_now(copy: WorkingCopy) -> None:
    copy.add_cell("volume", {"document": "night-broadcast", "nearby": ["R02", "R01"], "words": "no amount"})
    volume = next(one for one in copy.evidence.questions if one.id == "volume")
    assert [(cell.nearby, cell.words) for cell in volume.cells if cell.document == "night-broadcast"] == [
        (("R02", "R01"), "no amount")
    ]


def test_the_readings_that_an_answer_would_allow_are_told_before_it_is_added(with_claim: WorkingCopy) -> None:
    one = {"document": "night-broadcast", "claims": ["R02"], "words": "nothing"}
    assert with_claim.readings_that_fit("cap", one) == ("compatible", "different-things", "differ")
    assert with_claim.readings_that_fit("cap", {**one, "claims": (), "nearby": ["R02"]}) == ("one-document",)
    several = with_claim.readings_that_fit("traffic", CELL)
    assert several == ("compatible", "different-things", "differ")


def test_undoing_every_step_gives_the_bytes_of_the_beginning_and_no_id_twice(with_claim: WorkingCopy) -> None:
    assert with_claim.undo() == "Claim S01 added"
    assert with_claim.next_claim_id(BOOK) == "S02"
    assert with_claim.undo() == "Document 'Book of the locks' added"
    assert with_claim.undo() == ""
    assert files_of(with_claim.folder) == with_claim.base_files
    assert with_claim.changed_files() == {}
    assert not (with_claim.folder / "documents" / BOOK).exists()


def test_the_next_claim_goes_on_behind_every_one_that_ever_was(copy: WorkingCopy) -> None:
    assert copy.next_claim_id("harbour-letter") == "P05"
    (copy.folder / "changes.csv").write_text("what\nP17 was taken out\n")
    assert copy.next_claim_id("harbour-letter") == "P18"


def test_what_only_a_machine_can_count_is_not_taken_from_a_person(copy: WorkingCopy) -> None:
    with pytest.raises(TypeError, match="not given by hand: id, start"):
        copy.add_claim("harbour-letter", 0, 5, {"id": "P01", "start": 3})


@pytest.mark.parametrize("document_id", ["../outside", "Upper", "", "a/b", "harbour-letter", "x" * 81])
def test_a_document_stands_nowhere_but_in_a_new_folder_of_its_own(copy: WorkingCopy, document_id: str) -> None:
    with pytest.raises(StepRefused):
        copy.add_document(BROUGHT, document_id, DOCUMENT)
    assert copy.changed_files() == {}


def test_places_without_words_and_names_of_nothing_are_refused_in_words(copy: WorkingCopy) -> None:
    for step in (
        lambda: copy.add_claim("harbour-letter", 5, 5_000, CLAIM),
        lambda: copy.add_claim("no-such-text", 0, 5, CLAIM),
        lambda: copy.change_claim("Z99", {}),
        lambda: copy.change_question("nothing", {}),
    ):
        with pytest.raises(StepRefused, match=r"there is no|nothing stands|no place"):
            step()


def test_two_windows_that_add_to_one_draft_at_once_lose_nothing(with_claim: WorkingCopy) -> None:
    with ThreadPoolExecutor(4) as windows:
        ids = list(windows.map(lambda _: with_claim.add_claim(BOOK, 0, len(QUOTE), CLAIM), range(4)))
    assert sorted(ids) == ["S02", "S03", "S04", "S05"]
    assert [claim.id for claim in with_claim.evidence.claims_of(BOOK)] == ["S01", *sorted(ids)]


def test_a_draft_that_grows_too_large_is_told_so(copy: WorkingCopy, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(steps, "MOST_BYTES", 1_000)
    copy.add_document(BROUGHT, BOOK, DOCUMENT)
    with pytest.raises(StepRefused, match="Save or download it, and begin another"):
        copy.add_document(BROUGHT, "another", {**DOCUMENT, "label": "T", "note": "x" * 1_000})
    assert copy.steps == ("Document 'Book of the locks' added",)


def test_a_value_given_again_is_no_step(copy: WorkingCopy) -> None:
    copy.change_claim("P01", {"value": 31, "unit": "barge"})
    assert copy.steps == ()


def test_the_zip_holds_every_file_below_the_name_of_the_folder(with_claim: WorkingCopy, tmp_path: Path) -> None:
    packed = with_claim.zipped()
    assert packed == with_claim.zipped()
    zipfile.ZipFile(io.BytesIO(packed)).extractall(tmp_path)
    assert files_of(tmp_path / "second-case") == files_of(with_claim.folder)
    assert examine(tmp_path / "second-case").problems == ()


def test_proposed_ids_and_labels_are_free(copy: WorkingCopy) -> None:
    assert copy.free_document_id("Harbour letter") == "harbour-letter-2"
    assert copy.free_document_id("구") == "document"


def test_a_folder_that_is_named_by_dots_is_copied_into_a_room_of_its_own(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    room, folder = tmp_path / "room", tmp_path / "case"
    room.mkdir()
    (room / "of-somebody-else.txt").write_text("stays", encoding="utf-8")
    shutil.copytree(SECOND_CASE, folder)
    monkeypatch.setattr("tempfile.tempdir", str(room))
    monkeypatch.chdir(folder / "documents")
    copy = WorkingCopy(Path(".."))
    assert copy.folder.name == "case"
    assert copy.findings().problems == ()
    assert (room / "of-somebody-else.txt").read_text(encoding="utf-8") == "stays"


def test_what_nobody_sees_does_not_come_into_a_field(tmp_path: Path) -> None:
    copy = WorkingCopy(Path(shutil.copytree(SECOND_CASE, tmp_path / "case")))
    copy.add_document(BROUGHT, "new", {**DOCUMENT, "title": " A\x00\u202elist\n"})
    assert copy.evidence.document_by_id["new"].title == "A list"
