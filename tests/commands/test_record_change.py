"""python -m barrelwatch record-change: the present state of a folder, in one row, or a plain reason why not."""

import time
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from barrelwatch import main
from data.reading.seeds import fingerprint, read_evidence
from data.recording import local_day
from tests.cases.edit import plant
from tests.cases.salt_case import write_case


@pytest.fixture
def salt(tmp_path: Path) -> Path:
    return write_case(tmp_path / "salt", 1)


@pytest.fixture
def zone(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """A time zone that holds for one test."""
    monkeypatch.setenv("TZ", request.param)
    time.tzset()
    yield request.param
    monkeypatch.undo()
    time.tzset()


def record(folder: Path, what: str = "Salt was added.", why: str = "It was found.") -> int:
    return main(["record-change", "--seeds", str(folder), "--what", what, "--why", why])


def test_the_present_state_is_recorded_with_its_fingerprint_and_headline(
    salt: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert record(salt) == 0
    (change,) = read_evidence(salt).changes
    assert (change.what, change.why) == ("Salt was added.", "It was found.")
    assert change.fingerprint == fingerprint(salt)
    assert change.date == datetime.now(tz=UTC).astimezone().date()
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


@pytest.mark.parametrize(
    ("zone", "day"),
    [("Asia/Seoul", date(2026, 4, 1)), ("UTC", date(2026, 3, 31)), ("America/New_York", date(2026, 3, 31))],
    indirect=["zone"],
)
@pytest.mark.usefixtures("zone")
def test_the_day_of_a_change_is_the_curators_own(day: date) -> None:
    assert local_day(datetime(2026, 3, 31, 23, 30, tzinfo=UTC)) == day  # half past eight in Seoul


@pytest.mark.parametrize("zone", ["Etc/GMT-14", "Etc/GMT+12"], indirect=True)
def test_a_change_is_recorded_on_the_local_day_wherever_that_differs_from_utc(salt: Path, zone: str) -> None:
    ahead = 14 if zone == "Etc/GMT-14" else -12
    assert record(salt) == 0
    (change,) = read_evidence(salt).changes
    assert change.date == (datetime.now(tz=UTC) + timedelta(hours=ahead)).date()


@pytest.mark.parametrize(("days", "result"), [(1, 0), (3, 2)])
def test_a_row_from_farther_east_may_be_a_day_ahead_and_no_more(salt: Path, days: int, result: int) -> None:
    record(salt)
    today = datetime.now(tz=UTC).astimezone().date()
    plant(salt / "changes.csv", today.isoformat(), (today + timedelta(days=days)).isoformat())
    plant(salt / "case.toml", "Salt of the Upper Vale", "Salt of the Lower Vale")
    assert record(salt) == result
    assert len(read_evidence(salt).changes) == 2 - (result > 0)


def test_numbers_are_recorded_in_a_form_that_is_read_again(salt: Path) -> None:
    plant(salt / "limits.csv", ",500,tonne", ",12.3450,tonne")
    assert record(salt) == 0
    assert ",12.3450," in (salt / "changes.csv").read_text(encoding="utf-8")
    assert read_evidence(salt).changes[0].limit == 12.345
