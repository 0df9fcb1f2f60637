"""What is passed over in a folder, what is refused, and what a header may leave out."""

import shutil
from pathlib import Path

import pytest

from data import examine, read_evidence
from data.files.junk import is_junk
from data.files.problems import Problem
from data.files.tables import read_csv
from data.reading.seeds import fingerprint
from tests.cases.edit import plant, write
from tests.cases.salt_case import write_case
from tests.cases.second_case import EVENTS, LETTER, LIMITS, ORIGINS, STATEMENTS, inside

JUNK = (
    "Thumbs.db", "ehthumbs.db", "desktop.ini", "Desktop.ini", "Icon\r", ".DS_Store", "._case.toml", "~$limits.xlsx",
    ".~lock.events.csv#", "events.csv.bak", "statements.csv~", "statements.tmp",
)  # fmt: skip


@pytest.mark.parametrize("blank", [",,,,,,,,,,,", ",,,", "   ", " , ,", '"",""', "\u00a0"])
def test_rows_of_commas_or_blanks_are_passed_over_wherever_they_stand(second_copy: Path, blank: str) -> None:
    lines = (second_copy / EVENTS).read_text(encoding="utf-8").splitlines()
    write(second_copy / EVENTS, "\n".join([blank, lines[0], blank, blank, *lines[1:], blank]) + "\n")
    assert examine(second_copy).problems == ()
    assert len(read_evidence(second_copy).events) == 8


def test_a_row_after_blank_ones_keeps_its_line(second_copy: Path) -> None:
    plant(second_copy / EVENTS, "\nbarges-seen,", "\n,,,,,,,,,,,\nbarges-seen,")
    plant(second_copy / EVENTS, "2031-10-03,stated", "03/10/2031,stated")
    assert [problem.place for problem in examine(second_copy).problems] == ["row 8, date"]


@pytest.mark.parametrize("folder", ["", "documents", "documents/harbour-letter", "public-record"])
@pytest.mark.parametrize("name", JUNK)
def test_what_systems_leave_is_passed_over_and_changes_no_fingerprint(
    second_copy: Path, folder: str, name: str
) -> None:
    before = fingerprint(second_copy)
    (second_copy / folder / name).write_bytes(b"\0junk")
    assert examine(second_copy).problems == ()
    assert fingerprint(second_copy) == before


@pytest.mark.parametrize("name", ["__MACOSX", "@eaDir", "harbour-letter.bak", "harbour-letter~"])
def test_a_folder_that_a_system_or_a_person_left_as_a_copy_is_no_document(second_copy: Path, name: str) -> None:
    before = fingerprint(second_copy)
    shutil.copytree(second_copy / "documents" / "harbour-letter", second_copy / "documents" / name)
    assert examine(second_copy).problems == ()
    assert fingerprint(second_copy) == before


@pytest.mark.parametrize("name", ["README", "README.md", "readme.txt"])
def test_a_note_beside_the_public_record_is_passed_over(second_copy: Path, name: str) -> None:
    write(second_copy / "public-record" / name, "Where the rows come from.\n")
    assert examine(second_copy).problems == ()


@pytest.mark.parametrize("name", ["statement.csv", "statements.CSV", "statements (1).csv", "bak.csv", "vessels.xlsx"])
def test_a_misspelt_file_is_still_refused(second_copy: Path, name: str) -> None:
    write(second_copy / "public-record" / name, "x\n")
    assert [problem.what for problem in examine(second_copy).problems] == ["nobody reads this file"]
    assert not is_junk(name)


def test_the_same_bytes_twice_are_refused_naming_both_documents(tmp_path: Path) -> None:
    folder = write_case(tmp_path / "made", 2)
    first, second = (folder / "documents" / f"report-0{number}" for number in (1, 2))
    shutil.copy(first / "text.txt", second / "text.txt")
    evidence = (first / "evidence.toml").read_text(encoding="utf-8")
    write(second / "evidence.toml", evidence.replace('"R1"', '"R2"').replace('"S01"', '"S02"'))
    problem = examine(folder).problems[0]
    assert (problem.file, problem.place) == ("made/documents/report-02/evidence.toml", "document, sha256")
    assert problem.what == "its text.txt is that of document report-01 (R1), byte for byte"
    assert problem.remedy.startswith("One text is one document: remove the folder report-02 and name the claims of")


@pytest.mark.parametrize(
    ("address", "what"),
    [
        ("https://", "this web address names no site"),
        ("https:///path", "this web address names no site"),
        ("https://?q=1", "this web address names no site"),
        ("https://:443/", "this web address names no site"),
        ("https://./", "this web address names no site"),
        ("https://host:port/", "this web address names no site"),
        ("https://curator:secret@host.invalid/", "this address gives a name or password to log in with"),
        ("https://curator@host.invalid/", "this address gives a name or password to log in with"),
        ("https://good.invalid\\@bad.invalid/", "this address gives a name or password to log in with"),
        ("ftp://host.invalid/", "this is not a web address"),
        ("https://host.invalid/a b", "this is not a web address"),
        ("https://host.invalid/\u200b", "this is not a web address"),
    ],
)
@pytest.mark.parametrize(
    ("file", "old"),
    [
        (STATEMENTS, "https://news.example.invalid/copper,"),
        (LETTER, "https://harbour.example.invalid/letter"),
        (ORIGINS, "https://registry.example.invalid/"),
        (LIMITS, "https://concord.example.invalid/"),
    ],
)
def test_an_address_without_a_site_or_with_a_password_is_refused_in_every_file(
    second_copy: Path, file: str, old: str, address: str, what: str
) -> None:
    text = (second_copy / file).read_text(encoding="utf-8")
    start = text.index("https://")
    end = min(place for mark in ',"\n' if (place := text.find(mark, start)) > 0)
    if file.endswith(".toml") and "\\" in address:
        address = address.replace("\\", "\\\\")
    write(second_copy / file, text[:start] + address + text[end:])
    found = [(inside(problem.file), problem.what) for problem in examine(second_copy).problems]
    assert found == [(file, what)]


@pytest.mark.parametrize(
    "address",
    [
        "https://www.un.org/en/?x=1#a",
        "http://localhost:8501/",
        "https://medium.com/@writer",
        "https://[2001:db8::1]/a",
        "https://россия.рф/новости",
        "https://a_b.example.invalid.",
    ],
)
def test_an_address_with_a_site_is_taken(second_copy: Path, address: str) -> None:
    plant(second_copy / STATEMENTS, "https://registry.example.invalid/concord", address)
    assert examine(second_copy).problems == ()


def test_the_remedy_for_a_password_is_the_address_without_it(second_copy: Path) -> None:
    plant(second_copy / STATEMENTS, "https://registry.example.invalid/concord", "https://me:secret@un.invalid/concord")
    (problem,) = examine(second_copy).problems
    assert problem.remedy == "Write it without what stands before the @: https://un.invalid/concord"


@pytest.mark.parametrize(("header", "sound"), [("one,two\na,b\n", True), ("one\na\n", True), ("two\nb\n", False)])
def test_a_header_may_leave_out_a_column_that_its_kind_calls_optional(tmp_path: Path, header: str, sound: bool) -> None:
    write(tmp_path / "made.csv", header)
    problems: list[Problem] = []
    read = read_csv(tmp_path / "made.csv", "made.csv", ("one", "two"), (), problems, frozenset({"two"}))
    assert (not problems, read.complete) == (sound, sound)
