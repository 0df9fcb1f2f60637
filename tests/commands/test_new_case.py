"""python -m barrelwatch new-case: a folder that is sound from the first day, never over something that is there."""

from pathlib import Path
from shlex import quote

import pytest

from barrelwatch import main
from data import examine


def made(folder: Path, *further: str) -> int:
    """The command with a title and a question that a file could take for something else."""
    return main(["new-case", str(folder), "--title", 'Salt “by road” \\ "now"', "--question", "How much?", *further])


def test_a_new_case_is_sound_and_names_the_next_command(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = tmp_path / "salt"
    assert made(folder) == 0
    found = examine(folder)
    assert (found.problems, found.warnings) == ((), ())
    assert found.evidence.case.title == 'Salt “by road” \\ "now"'
    assert f"--language en --seeds {quote(str(folder))}" in capsys.readouterr().out
    assert main(["check", "--seeds", str(folder)]) == 0
    assert capsys.readouterr().out.startswith("Sound. documents: 0")
    readme = (folder / "README.md").read_text("utf-8")
    assert f'--title "Lake report" --language en --seeds {quote(str(folder))}' in readme


def test_a_document_is_brought_in_with_it(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    text = tmp_path / "Harbour letter.txt"
    text.write_text("Salt came by road.\n", encoding="utf-8")
    assert made(tmp_path / "salt", "--document", str(text), "--address", "https://harbour.example.invalid/1") == 0
    found = examine(tmp_path / "salt")
    (document,) = found.evidence.documents
    assert found.problems == ()
    assert (document.id, document.label, document.reliability) == ("harbour-letter", "A", "F")
    assert (document.text, document.address) == ("Salt came by road.\n", "https://harbour.example.invalid/1")
    assert '"some words" --document A' in capsys.readouterr().out


def test_nothing_that_is_there_is_written_over(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    empty, link, file = tmp_path / "empty", tmp_path / "link", tmp_path / "file"
    empty.mkdir()
    link.symlink_to(tmp_path / "nowhere")
    file.write_text("mine", encoding="utf-8")
    for there in (empty, link, file):
        assert made(there) == 2
        assert "something stands there" in capsys.readouterr().err
    assert file.read_text("utf-8") == "mine"
    assert list(empty.iterdir()) == []


def test_what_cannot_be_made_leaves_nothing_behind(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert made(tmp_path / "away" / "salt") == 2
    assert made(tmp_path / "salt", "--document", str(tmp_path / "none.txt")) == 2
    (tmp_path / "empty.txt").touch()
    assert made(tmp_path / "salt", "--document", str(tmp_path / "empty.txt")) == 2
    assert "The file is empty." in capsys.readouterr().err
    assert main(["new-case", str(tmp_path / "salt"), "--title", " ", "--question", "How much?"]) == 2
    assert sorted(path.name for path in tmp_path.iterdir()) == ["empty.txt"]
