"""python -m data record-change: the present state of a folder, in one row, or a plain reason why not."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from data.__main__ import main
from data.seeds import fingerprint, read_evidence
from tests.making import plant, write_case


@pytest.fixture
def salt(tmp_path: Path) -> Path:
    return write_case(tmp_path / "salt", 1)


def record(folder: Path, what: str = "Salt was added.", why: str = "It was found.") -> int:
    return main(["record-change", "--seeds", str(folder), "--what", what, "--why", why])


def test_the_present_state_is_recorded_with_its_fingerprint_and_headline(
    salt: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert record(salt) == 0
    (change,) = read_evidence(salt).changes
    assert (change.what, change.why) == ("Salt was added.", "It was found.")
    assert change.fingerprint == fingerprint(salt)
    assert change.date == datetime.now(tz=UTC).date()
    assert (change.operator, change.reported, change.unit) == ("=", 100, "tonne")
    assert (change.limit, change.limit_unit) == (500, "tonne")
    assert "change-001, dataset 0.1.0" in capsys.readouterr().out


def test_a_state_is_recorded_once(salt: Path, capsys: pytest.CaptureFixture[str]) -> None:
    record(salt)
    assert record(salt) == 2
    assert "recorded already, as change-001" in capsys.readouterr().err
    assert len(read_evidence(salt).changes) == 1


def test_each_further_state_stands_below_the_last(salt: Path) -> None:
    record(salt)
    plant(salt / "case.toml", "Salt of the Upper Vale", "Salt of the Lower Vale")
    assert record(salt, "Another title.") == 0
    assert [change.change_id for change in read_evidence(salt).changes] == ["change-001", "change-002"]


def test_a_folder_with_problems_records_nothing(salt: Path, capsys: pytest.CaptureFixture[str]) -> None:
    plant(salt / "case.toml", 'as_of = "2040-01-01"', 'as_of = "soon"')
    assert record(salt) == 1
    assert "as_of" in capsys.readouterr().out
    assert not (salt / "changes.csv").exists()


@pytest.mark.parametrize(("what", "why"), [("", "It was found."), ("Salt was added.", "  ")])
def test_words_that_say_nothing_are_refused(salt: Path, what: str, why: str) -> None:
    assert record(salt, what, why) == 2
    assert not (salt / "changes.csv").exists()


def test_the_check_says_that_the_data_have_changed_since_the_last_record(
    salt: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    record(salt)
    plant(salt / "case.toml", "Salt of the Upper Vale", "Salt of the Lower Vale")
    assert main(["check", "--seeds", str(salt)]) == 0
    assert "the data have changed since the last row of changes.csv" in capsys.readouterr().out
