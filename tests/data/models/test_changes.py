"""The record of changes: what a state is, what the check refuses, and how a new state is recorded."""

from datetime import date
from math import isnan
from pathlib import Path

import pytest

from data.models.changes import Headline
from data.reading.seeds import SEEDS, examine, fingerprint, read_evidence
from data.recording import change_of, changes_since, headline_of, recorded, write_changes
from tests.cases.edit import plant, write
from tests.cases.salt_case import write_case
from tests.cases.second_case import places

HEADER = "change_id,date,version,fingerprint,what,why,operator,reported,high,unit,limit,limit_unit,q05,q50,q95,above\n"
FIRST = f"change-001,2040-01-01,0.1.0,{'a' * 64},Salt was added.,It was found.,=,100,,tonne,500,tonne,,,,\n"
SECOND = f"change-002,2040-02-01,0.2.0,{'b' * 64},Salt was corrected.,A misprint.,=,200,,tonne,500,tonne,,,,\n"


def test_the_last_recorded_state_of_our_own_seeds_is_the_one_that_lies_there() -> None:
    """Whoever changes the seeds records it: python -m barrelwatch record-change."""
    evidence = read_evidence()
    last = evidence.changes[-1]
    assert last.fingerprint == fingerprint(SEEDS)
    assert last.version == evidence.case.version
    assert last.headline == headline_of(evidence)


def test_the_headline_of_our_own_seeds_is_the_number_of_the_first_page() -> None:
    found = read_evidence().changes[-1].headline
    assert (found.operator, found.reported, found.unit, found.limit) == (">", 1_000_000, "barrel", 500_000)
    assert (round(found.q05, -4), round(found.q50, -4), round(found.q95, -4)) == (620_000, 930_000, 1_390_000)
    assert round(found.above, 2) == 1.0


def test_a_folder_without_a_record_of_changes_is_sound(tmp_path: Path) -> None:
    findings = examine(write_case(tmp_path / "salt", 1))
    assert findings.problems == ()
    assert findings.evidence.changes == ()


def test_the_record_of_changes_does_not_change_the_fingerprint(tmp_path: Path) -> None:
    folder = write_case(tmp_path / "salt", 1)
    before = fingerprint(folder)
    write(folder / "changes.csv", HEADER + FIRST)
    assert fingerprint(folder) == before


def test_what_was_recorded_after_a_state_is_found_by_the_beginning_of_its_fingerprint(tmp_path: Path) -> None:
    folder = write_case(tmp_path / "salt", 1)
    write(folder / "changes.csv", HEADER + FIRST + SECOND)
    evidence = read_evidence(folder)
    assert [change.change_id for change in changes_since(evidence, "aaaaaaaaaaaa") or ()] == ["change-002"]
    assert changes_since(evidence, "b" * 64) == ()
    assert changes_since(evidence, "cccccccccccc") is None
    assert changes_since(evidence, "") is None
    state = change_of(evidence, "bbbb")
    assert state is not None
    assert state.what == "Salt was corrected."


@pytest.mark.parametrize(
    ("rows", "place"),
    [
        (FIRST + SECOND.replace("b" * 64, "a" * 64), "changes.csv, row 3, fingerprint"),
        (SECOND + FIRST, "changes.csv, row 3, date"),
        (FIRST.replace("a" * 64, "abc"), "changes.csv, row 2, fingerprint"),
        (FIRST.replace("=,100", ",100"), "changes.csv, row 2"),
        (FIRST.replace("=,100", "range,100"), "changes.csv, row 2"),
        (FIRST.replace("100,,tonne", "100,200,tonne"), "changes.csv, row 2"),
        (FIRST.replace("100,,tonne", "100,,"), "changes.csv, row 2"),
        (FIRST.replace("500,tonne", "500,"), "changes.csv, row 2"),
        (FIRST.replace("tonne,,,,", "tonne,9,5,7,"), "changes.csv, row 2"),
        (FIRST.replace("tonne,,,,", "tonne,,,,0.5"), "changes.csv, row 2"),
        (FIRST.replace(",,,,\n", ",,790,,\n"), "changes.csv, row 2"),
        (FIRST.replace("Salt was added.", ""), "changes.csv, row 2, what"),
        (FIRST.replace(",,,,\n", ",,,,2\n"), "changes.csv, row 2, above"),
        (FIRST + FIRST.replace("a" * 64, "c" * 64), "changes.csv, row 3"),
        (FIRST[:-1], "changes.csv, last row"),
    ],
    ids=[
        "twice",
        "backwards",
        "short",
        "no operator",
        "no end of a range",
        "an end of none",
        "no unit",
        "no unit of the limit",
        "unordered",
        "share of nothing",
        "half a model",
        "no words",
        "share",
        "same id",
        "cut off",
    ],
)
def test_a_record_of_changes_that_is_not_as_asked_is_a_problem_with_its_place(
    tmp_path: Path, rows: str, place: str
) -> None:
    folder = write_case(tmp_path / "salt", 1)
    write(folder / "changes.csv", HEADER + rows)
    assert [one.removeprefix("salt/") for one in places(examine(folder))] == [place]


def test_a_state_is_recorded_with_its_fingerprint_version_and_headline(tmp_path: Path) -> None:
    folder = write_case(tmp_path / "salt", 1)
    evidence = read_evidence(folder)
    change = recorded(evidence, "Salt was added.", "It was found.", date(2040, 1, 2))
    assert write_changes(folder, (change,)) == folder / "changes.csv"
    (row,) = read_evidence(folder).changes
    assert (row.change_id, row.date, row.version) == ("change-001", date(2040, 1, 2), "0.1.0")
    assert row.fingerprint == evidence.fingerprint
    assert row.headline[:3] == ("=", 100, row.headline.high)
    assert (row.headline.unit, row.headline.limit) == ("tonne", 500)
    assert isnan(row.headline.q50)


def test_the_next_state_takes_the_next_number(tmp_path: Path) -> None:
    folder = write_case(tmp_path / "salt", 1)
    write(folder / "changes.csv", HEADER + FIRST + SECOND)
    plant(folder / "case.toml", "Salt of the Upper Vale", "Salt of the Lower Vale")
    change = recorded(read_evidence(folder), "Another title.", "It was wrong.", date(2040, 3, 1))
    assert change.change_id == "change-003"


def test_a_case_without_a_number_has_a_headline_without_one(tmp_path: Path) -> None:
    found = headline_of(read_evidence(write_case(tmp_path / "salt", 0)))
    assert found == Headline(limit=500, limit_unit="tonne")


def test_a_record_that_cannot_be_written_leaves_what_was_there(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = write_case(tmp_path / "salt", 1)
    write(folder / "changes.csv", HEADER + FIRST)

    def refuse(*_: object) -> Path:
        raise OSError("read-only")

    monkeypatch.setattr(Path, "replace", refuse)
    with pytest.raises(OSError, match="read-only"):
        write_changes(folder, ())
    assert (folder / "changes.csv").read_text(encoding="utf-8") == HEADER + FIRST
    assert [path.name for path in folder.iterdir() if path.name.startswith("tmp")] == []
