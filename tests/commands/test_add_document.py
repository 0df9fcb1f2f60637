"""python -m barrelwatch add-document: a file becomes a document of the folder, whole or not at all."""

import hashlib
from datetime import UTC, datetime
from pathlib import Path

import pytest

from barrelwatch import main
from data.reading.seeds import examine
from data.recording import local_day
from tests.data.intake.written_files import docx

WORDS = "Lock keepers wrote 33 barges into their book. They weighed nothing."


def add(folder: Path, file: Path, document_id: str = "lock-book", *more: str) -> int:
    given = ["--id", document_id, "--title", "Book of the “locks”", "--language", "en", *more]
    return main(["add-document", str(file), "--seeds", str(folder), *given])


@pytest.fixture
def book(tmp_path: Path) -> Path:
    file = tmp_path / "Book of the locks.docx"
    file.write_bytes(docx([WORDS]))
    return file


def test_a_file_becomes_a_document_with_its_original(
    second_copy: Path, book: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = len(examine(second_copy).problems)
    assert add(second_copy, book, "lock-book", "--label", "L", "--address", "https://locks.example.invalid/") == 0
    findings = examine(second_copy)
    assert len(findings.problems) == before
    document = findings.evidence.document_by_id["lock-book"]
    assert (document.label, document.title, document.text) == ("L", "Book of the “locks”", WORDS)
    assert (document.original_name, document.address) == (book.name, "https://locks.example.invalid/")
    assert document.original_sha256 == hashlib.sha256(book.read_bytes()).hexdigest()
    assert (document.extractor.split()[0], document.reliability) == ("mammoth", "F")
    assert document.received == local_day(datetime.now(tz=UTC))
    place = second_copy / "documents" / "lock-book"
    assert {path.name for path in place.iterdir()} == {"original.docx", "text.txt", "evidence.toml"}
    assert [path.name for path in place.parent.iterdir() if path.name.startswith(".")] == []
    told = capsys.readouterr().out
    assert f"python -m barrelwatch check --seeds {second_copy}\n" in told
    assert f"--document lock-book --seeds {second_copy}" in told


def test_the_same_file_again_is_named_and_not_written(
    second_copy: Path, book: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    text = tmp_path / "a.txt"
    text.write_text(WORDS)
    assert add(second_copy, text) == 0
    capsys.readouterr()
    assert add(second_copy, text, "again") == 1
    assert "byte for byte.\nNothing was written" in capsys.readouterr().out
    assert add(second_copy, book, "again") == 1
    assert "character for character.\nNothing was written" in capsys.readouterr().out
    text.write_text(f"As the book says: {WORDS} So it is.")
    assert add(second_copy, text, "again") == 0
    assert capsys.readouterr().out.startswith("6 of 10 of its words stand in")


@pytest.mark.parametrize(
    ("name", "more", "sentence"),
    [
        ("missing.txt", [], "missing"),
        ("empty.txt", [], "The file is empty."),
        (".", [], "This is no file."),
        ("a.txt", ["--address", "locks"], "The address is not taken"),
    ],
    ids=["missing", "empty", "folder", "address"],
)
def test_what_cannot_be_taken_ends_with_2_and_a_sentence(
    second_copy: Path,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    name: str,
    more: tuple[str, ...],
    sentence: str,
) -> None:
    (tmp_path / "empty.txt").write_bytes(b"")
    (tmp_path / "a.txt").write_text(WORDS)
    assert add(second_copy, tmp_path / name, "lock-book", *more) == 2
    assert sentence in capsys.readouterr().err
    assert not (second_copy / "documents" / "lock-book").exists()


@pytest.mark.parametrize(
    ("document_id", "label", "sentence"),
    [
        ("Lock Book", "L", "is no id"),
        ("../lock-book", "L", "is no id"),
        ("lock-book", "long-label", "of the form asked for"),
    ],
)
def test_a_document_that_the_check_would_not_take_is_not_written(
    second_copy: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], document_id: str, label: str, sentence: str
) -> None:
    (tmp_path / "a.txt").write_text(WORDS)
    files = sorted(second_copy.rglob("*"))
    assert add(second_copy, tmp_path / "a.txt", document_id, "--label", label) == 1
    told = capsys.readouterr().out
    assert sentence in told
    assert "Nothing was written." in told
    assert sorted(second_copy.rglob("*")) == files


def test_a_document_that_is_there_is_never_replaced(second_copy: Path, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(WORDS)
    there = min(path.name for path in (second_copy / "documents").iterdir())
    before = (second_copy / "documents" / there / "text.txt").read_bytes()
    assert add(second_copy, tmp_path / "a.txt", there) == 1
    assert (second_copy / "documents" / there / "text.txt").read_bytes() == before
