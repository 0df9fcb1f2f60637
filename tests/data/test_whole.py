"""Files that are written whole or not at all."""

from pathlib import Path

import pytest

from data.whole import write_whole


def test_a_file_is_written_and_nothing_else_left_behind(tmp_path: Path) -> None:
    write_whole(tmp_path / "out.zip", b"whole")
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == {"out.zip": b"whole"}


def test_a_file_that_is_there_is_replaced(tmp_path: Path) -> None:
    (tmp_path / "out.zip").write_bytes(b"old")
    write_whole(tmp_path / "out.zip", b"new")
    assert (tmp_path / "out.zip").read_bytes() == b"new"


def test_what_cannot_be_put_in_its_place_leaves_everything_as_it_was(tmp_path: Path) -> None:
    (tmp_path / "out.zip").mkdir()
    with pytest.raises(IsADirectoryError):
        write_whole(tmp_path / "out.zip", b"whole")
    assert [path.name for path in tmp_path.iterdir()] == ["out.zip"]


def test_a_folder_that_is_not_there_is_not_made(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        write_whole(tmp_path / "nowhere" / "out.zip", b"whole")
    assert list(tmp_path.iterdir()) == []


def test_a_name_as_long_as_a_name_may_be_is_written(tmp_path: Path) -> None:
    write_whole(tmp_path / ("x" * 250), b"whole")
    assert (tmp_path / ("x" * 250)).read_bytes() == b"whole"
