"""python -m barrelwatch export: what it writes, what it prints, and how it ends."""

import io
import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from barrelwatch import main
from data.export.archive import archive
from data.models.links import Links
from data.reading.seeds import fingerprint
from tests.cases.edit import plant
from tests.data.export.exported import exported

ROOT = Path(__file__).parent.parent.parent


def test_a_sound_folder_is_exported_with_links_to_its_views(
    second_case: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "out.zip"
    assert main(["export", str(out), "--seeds", str(second_case), "--address", "https://views.invalid"]) == 0
    second = exported("second case")
    links = Links("https://views.invalid", fingerprint(second_case))
    assert out.read_bytes() == archive(second.evidence, second.estimate, links)
    assert capsys.readouterr().out == (
        f"Written: '{out}', {out.stat().st_size:,} bytes. documents: 3, claims: 16, events: 8. "
        "Links lead to https://views.invalid.\n"
    )


def test_the_own_seeds_are_the_default_and_nothing_in_the_zip_leads_to_this_computer(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "out.zip"
    assert main(["export", str(out)]) == 0
    assert capsys.readouterr().out.endswith("nobody else could follow one to this computer: give it with --address.\n")
    with zipfile.ZipFile(out) as packed:
        assert b",/documents?claim=A04&data=" in packed.read("package/claims.csv")
        assert b"A record_link begins with a stroke" in packed.read("README.txt")
        book = next(name for name in packed.namelist() if name.endswith(".xlsx"))
        with zipfile.ZipFile(io.BytesIO(packed.read(book))) as parts:
            contents = [archive.read(name) for archive in (packed, parts) for name in archive.namelist()]
    assert [content[:80] for content in contents if b"localhost" in content or b"127.0.0.1" in content] == []


def test_an_unsound_folder_is_refused_with_every_problem_and_nothing_is_written(
    second_copy: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    plant(second_copy / "documents" / "night-broadcast" / "evidence.toml", "end = 33\n", "end = 34\n")
    plant(second_copy / "limits.csv", "twelve-months", "year")
    assert main(["export", str(tmp_path / "out.zip"), "--seeds", str(second_copy)]) == 1
    told = capsys.readouterr().out
    assert "second-case/documents/night-broadcast/evidence.toml, claim R01: the quote is not at 0-34\n" in told
    assert "second-case/limits.csv, row 2, period" in told
    assert told.endswith("Nothing was written: only a sound folder is exported.\n")
    assert not (tmp_path / "out.zip").exists()


def test_a_file_that_cannot_be_written_ends_with_2_and_leaves_what_was_there(
    second_case: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "out.zip").mkdir()
    assert main(["export", str(tmp_path / "out.zip"), "--seeds", str(second_case)]) == 2
    assert capsys.readouterr().err == (
        f"'{tmp_path}/out.zip': something stands there that is no file. Give the path of a file to write.\n"
    )
    assert [path.name for path in tmp_path.iterdir()] == ["out.zip"]


def test_a_pipe_is_not_written_to_and_ends_with_2(
    second_case: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    os.mkfifo(tmp_path / "pipe")
    assert main(["export", str(tmp_path / "pipe"), "--seeds", str(second_case)]) == 2
    assert capsys.readouterr().err == (
        f"'{tmp_path}/pipe': something stands there that is no file. Give the path of a file to write.\n"
    )
    assert (tmp_path / "pipe").is_fifo()


@pytest.mark.parametrize("address", ["views.invalid", "javascript:alert(1)", "https://", "https://views.invalid/?x=1"])
def test_an_address_that_is_none_ends_with_2(
    address: str, second_case: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["export", str(tmp_path / "out.zip"), "--seeds", str(second_case), "--address", address]) == 2
    assert (
        "this is no address of the app. Give one that begins with https:// or http://, without a query."
        in capsys.readouterr().err
    )
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_is_not_there_ends_with_2(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["export", str(tmp_path / "out.zip"), "--seeds", str(tmp_path / "nowhere")]) == 2
    assert "there is no such folder. Give the path of a seeds folder with --seeds." in capsys.readouterr().err


@pytest.mark.parametrize("arguments", [["export"], ["export", "a.zip", "b.zip"], ["export", "a.zip", "--seeds"]])
def test_misuse_ends_with_2(arguments: list[str]) -> None:
    with pytest.raises(SystemExit) as end:
        main(arguments)
    assert end.value.code == 2


def test_two_processes_write_the_same_bytes(second_case: Path, tmp_path: Path) -> None:
    for name in ("first.zip", "second.zip"):
        command = [sys.executable, "-m", "data", "export", str(tmp_path / name), "--seeds", str(second_case)]
        subprocess.run(command, cwd=ROOT, capture_output=True, check=True)
    assert (tmp_path / "first.zip").read_bytes() == (tmp_path / "second.zip").read_bytes()


def test_the_assumptions_of_a_view_hold_in_the_tables(tmp_path: Path) -> None:
    out = tmp_path / "out.zip"
    assert main(["export", str(out), "--view", "?count=60"]) == 0
    with zipfile.ZipFile(out) as packed:
        assert b"\ncount,60," in packed.read("package/settings.csv").replace(b"\r\n", b"\n")


def test_a_link_that_is_none_is_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = tmp_path / "out.zip"
    assert main(["export", str(out), "--view", "http://[half/?count=3"]) == 2
    assert capsys.readouterr().err == "'http://[half/?count=3': this is no link. Copy one whole from the browser.\n"
    assert not out.exists()
