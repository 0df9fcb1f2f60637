"""Files that are written whole or not at all."""

import errno
import os
from collections.abc import Callable
from pathlib import Path
from stat import S_ISDIR

import pytest

from data.files.whole import write_whole


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


@pytest.mark.parametrize(("make", "words"), [(os.mkfifo, "Not a regular file"), (os.mkdir, "Is a directory")])
@pytest.mark.parametrize("linked", [False, True])
def test_a_pipe_or_a_folder_is_never_replaced(
    make: Callable[[Path], None], words: str, linked: bool, tmp_path: Path
) -> None:
    make(tmp_path / "there")
    before = (tmp_path / "there").lstat()
    (tmp_path / "link").symlink_to(tmp_path / "there")
    with pytest.raises(OSError, match=words) as refused:
        write_whole(tmp_path / ("link" if linked else "there"), b"whole")
    assert refused.value.strerror == words
    assert (tmp_path / "there").lstat() == before
    assert sorted(path.name for path in tmp_path.iterdir()) == ["link", "there"]


def test_links_that_lead_round_in_a_circle_are_left_alone(tmp_path: Path) -> None:
    (tmp_path / "one").symlink_to(tmp_path / "two")
    (tmp_path / "two").symlink_to(tmp_path / "one")
    with pytest.raises(FileExistsError):
        write_whole(tmp_path / "one", b"whole")
    assert sorted(path.name for path in tmp_path.iterdir() if path.is_symlink()) == ["one", "two"]


def test_a_new_file_can_be_read_by_others_and_an_old_one_keeps_its_mode(tmp_path: Path) -> None:
    (tmp_path / "old.zip").write_bytes(b"old")
    (tmp_path / "old.zip").chmod(0o640)
    for name in ("new.zip", "old.zip"):
        write_whole(tmp_path / name, b"whole")
    assert [(tmp_path / name).stat().st_mode & 0o777 for name in ("new.zip", "old.zip")] == [0o644, 0o640]


def test_nothing_is_put_in_place_before_it_is_on_the_disk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    steps, replace = [], Path.replace

    def synced(opened: int) -> None:
        found = os.fstat(opened)
        steps.append("the folder is kept" if S_ISDIR(found.st_mode) else f"{found.st_size} bytes are kept")

    def replaced(part: Path, path: Path) -> Path:
        steps.append("put in place")
        return replace(part, path)

    monkeypatch.setattr(os, "fsync", synced)
    monkeypatch.setattr(Path, "replace", replaced)
    write_whole(tmp_path / "out.zip", b"whole")
    assert steps == ["5 bytes are kept", "put in place", "the folder is kept"]


def test_a_system_that_cannot_keep_folders_has_the_file_all_the_same(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    fsync = os.fsync

    def refused(opened: int) -> None:
        if S_ISDIR(os.fstat(opened).st_mode):
            raise OSError(errno.EINVAL, "Invalid argument")
        fsync(opened)

    monkeypatch.setattr(os, "fsync", refused)
    write_whole(tmp_path / "out.zip", b"whole")
    assert (tmp_path / "out.zip").read_bytes() == b"whole"


def test_behind_a_link_the_target_is_replaced(tmp_path: Path) -> None:
    (tmp_path / "kept").mkdir()
    (tmp_path / "kept" / "target.zip").write_bytes(b"old")
    (tmp_path / "out.zip").symlink_to(tmp_path / "kept" / "target.zip")
    write_whole(tmp_path / "out.zip", b"new")
    assert (tmp_path / "out.zip").is_symlink()
    assert (tmp_path / "kept" / "target.zip").read_bytes() == b"new"
    assert [path.name for path in (tmp_path / "kept").iterdir()] == ["target.zip"]


def test_a_folder_that_is_not_there_is_not_made(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        write_whole(tmp_path / "nowhere" / "out.zip", b"whole")
    assert list(tmp_path.iterdir()) == []


def test_a_name_as_long_as_a_name_may_be_is_written(tmp_path: Path) -> None:
    write_whole(tmp_path / ("x" * 250), b"whole")
    assert (tmp_path / ("x" * 250)).read_bytes() == b"whole"
