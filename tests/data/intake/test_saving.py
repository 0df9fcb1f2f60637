"""A draft is saved whole or not at all: killed anywhere, refused beside another, taken back, and told of."""

import os
import shutil
import signal
import sys
from collections.abc import Callable
from datetime import date
from functools import partial
from pathlib import Path

import pytest

from data.files import swap
from data.files.swap import room_of
from data.intake.inventory import files_of
from data.intake.saving import NAME, NotSaved, kept_of, save, take_back
from data.intake.working_copy import WorkingCopy
from data.reading.seeds import examine, fingerprint
from tests.cases.salt_case import write_case
from tests.data.intake.bringing_in import BROUGHT, DOCUMENT

DAY = date(2032, 2, 3)
BOOK = "book-of-the-locks"


@pytest.fixture(params=["in one step", "by its files"])
def way(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> str:
    """Both ways to put a folder in place: folders that change places, and the other where a system cannot do that."""
    if request.param == "by its files":
        monkeypatch.setattr(swap, "_exchanged", lambda *_: False)
    return str(request.param)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return write_case(tmp_path / "seeds", 1)


def drafted(folder: Path) -> WorkingCopy:
    copy = WorkingCopy(folder)
    copy.add_document(BROUGHT, BOOK, DOCUMENT)
    return copy


def saved(copy: WorkingCopy, folder: Path) -> None:
    save(copy, folder, "The book of the locks was added.", "It counts barges.", DAY)


def test_a_saved_draft_stands_in_the_folder_with_its_row_and_all_else_as_it_was(folder: Path, way: str) -> None:
    (folder / ".hidden").write_text("stays")
    before, old, copy = files_of(folder), fingerprint(folder), drafted(folder)
    draft = files_of(copy.folder)
    saved(copy, folder)
    after = files_of(folder)
    assert after.keys() - before.keys() == {"changes.csv", *(f"documents/{BOOK}/{name}" for name in NEW)}
    assert {name: after[name] for name in draft} == draft
    assert (folder / ".hidden").read_text() == "stays"
    change = examine(folder).evidence.changes[-1]
    assert (change.what, change.date) == ("The book of the locks was added.", DAY)
    assert change.fingerprint == copy.fingerprint == fingerprint(folder)
    assert [path.name for path in room_of(folder).iterdir() if path.name not in ("lock", "saving")] == [
        f"2032-02-03-1-{old[:12]}"
    ]


NEW = ("evidence.toml", "original.pdf", "text.txt")


def test_a_draft_goes_on_after_it_was_saved(folder: Path) -> None:
    copy = drafted(folder)
    saved(copy, folder)
    assert (copy.steps, copy.changed_files()) == ((), {})
    copy.change_claim("S01", {"note": "looked at again"})
    saved(copy, folder)
    assert examine(folder).evidence.claim_by_id["S01"].note == "looked at again"
    assert [change.change_id for change in examine(folder).evidence.changes] == ["change-001", "change-002"]


def test_a_draft_without_a_change_changes_no_byte_and_keeps_nothing(folder: Path) -> None:
    copy, before = WorkingCopy(folder), files_of(folder)
    saved(copy, folder)
    assert files_of(folder) == before
    assert not room_of(folder).exists()


def test_of_two_drafts_the_second_is_told_which_files_differ_and_nothing_is_written(folder: Path) -> None:
    first, second = drafted(folder), drafted(folder)
    saved(first, folder)
    before = files_of(folder)
    with pytest.raises(NotSaved, match="not the one this draft was begun with") as refused:
        saved(second, folder)
    assert refused.value.files == ("changes.csv", *(f"documents/{BOOK}/{name}" for name in NEW))
    assert files_of(folder) == before


def test_while_one_saves_another_is_told_to_wait(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first, second = drafted(folder), drafted(folder)
    told: list[str] = []

    def meanwhile(*_: object) -> bool:
        with pytest.raises(NotSaved) as refused:
            saved(second, folder)
        told.append(str(refused.value))
        return False

    monkeypatch.setattr(swap, "_exchanged", meanwhile)
    saved(first, folder)
    assert told == ["Somebody else is saving this folder. Wait a moment, then save again."]


def test_the_last_three_states_are_kept_and_any_of_them_can_be_taken_back(folder: Path) -> None:
    copy, states = drafted(folder), [files_of(folder)]
    for number in range(4):
        saved(copy, folder)
        states.append(files_of(folder))
        copy.change_claim("S01", {"note": f"note {number}"})
    assert [one.number for one in kept_of(folder)] == [4, 3, 2]
    assert [files_of(one.folder) for one in kept_of(folder)] == [states[3], states[2], states[1]]
    take_back(folder, kept_of(folder)[2], DAY)
    assert files_of(folder) == states[1]
    assert [files_of(one.folder) for one in kept_of(folder)] == [states[4], states[3], states[2]]
    gone = kept_of(folder)[0]
    shutil.rmtree(gone.folder)
    with pytest.raises(NotSaved, match="not kept any more"):
        take_back(folder, gone, DAY)


def test_a_folder_behind_a_link_is_replaced_and_the_link_stays(folder: Path, tmp_path: Path, way: str) -> None:
    (tmp_path / "elsewhere").mkdir()
    link = tmp_path / "elsewhere" / "case"
    link.symlink_to(folder)
    saved(drafted(link), link)
    assert link.is_symlink()
    assert BOOK in examine(folder).evidence.document_by_id
    assert [path.name for path in (tmp_path / "elsewhere").iterdir()] == ["case"]


def test_a_folder_that_cannot_be_written_is_said_so_in_words(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    copy, before = drafted(folder), files_of(folder)

    def full(*_: object, **__: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(shutil, "copytree", full)
    with pytest.raises(NotSaved, match=r"^The folder cannot be written: .+\.$"):
        saved(copy, folder)
    assert files_of(folder) == before


@pytest.mark.parametrize("words", ["", "two\nlines", "x" * 5_001])
def test_a_save_says_what_and_why_in_plain_words(folder: Path, words: str) -> None:
    with pytest.raises(NotSaved, match="what has changed, and why"):
        save(drafted(folder), folder, "what", words, DAY)


PLACES = 11  # for each of the two ways


LEFT = ["lock", "saving"]


def killed_at(place: int, act: Callable[[], None]) -> int:
    """Do something in a child that is killed at its so-manieth call to the system; how many there were, if it lived."""
    reader, writer = os.pipe()
    child = os.fork()
    if not child:
        calls = 0

        def hook(event: str, _: object) -> None:
            nonlocal calls
            if event == "open" or event.startswith(("os.", "shutil.", "fcntl.")):
                calls += 1
                if calls == place:
                    os.kill(os.getpid(), signal.SIGKILL)

        sys.addaudithook(hook)
        try:
            act()
            os.write(writer, str(calls).encode())
        finally:
            os._exit(0)
    os.close(writer)
    os.waitpid(child, 0)
    with os.fdopen(reader) as told:
        return int(told.read() or 0)


def test_a_save_killed_anywhere_leaves_the_old_folder_or_the_new_one_and_the_next_save_works(
    tmp_path: Path, way: str
) -> None:
    def fresh(name: str) -> Path:
        return write_case(tmp_path / name / "seeds", 1)

    copy = drafted(fresh("trial"))
    old, new = copy.base_fingerprint, copy.fingerprint
    calls = killed_at(0, partial(saved, copy, tmp_path / "trial" / "seeds"))
    found = []
    for number in range(PLACES):
        folder = fresh(f"killed-{number}")
        killed_at(1 + number * (calls - 1) // (PLACES - 1), partial(saved, copy, folder))
        findings = examine(folder)
        assert findings.problems == ()
        found.append(findings.evidence.fingerprint)
        assert found[-1] == new or files_of(folder) == copy.base_files
        if number % 3 == 2:
            again = WorkingCopy(folder)
            again.change_claim("S01", {"note": "looked at again"})
            saved(again, folder)
            assert sorted(path.name for path in room_of(folder).iterdir() if not NAME.fullmatch(path.name)) == LEFT
            assert examine(folder).evidence.fingerprint == again.fingerprint
    assert sorted(set(found)) == sorted([old, new])
