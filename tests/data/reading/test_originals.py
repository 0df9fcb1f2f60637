"""The file that a document was made of is held against its sum, where there is one."""

import hashlib
from pathlib import Path

import pytest

from data.files.problems import Problem
from data.reading.seeds import Findings, examine, fingerprint
from tests.cases.edit import plant
from tests.cases.salt_case import write_case

CONTENT = b"%PDF-1.7 ..."
SUM = hashlib.sha256(CONTENT).hexdigest()
MADE = f'original_sha256 = "{SUM}"\nextractor = "pypdf 7.1.1"\nreceived = "2039-01-31"\n'


@pytest.fixture
def report(tmp_path: Path) -> Path:
    return write_case(tmp_path / "salt", 1) / "documents" / "report-01"


def with_keys(report: Path, keys: str) -> Findings:
    plant(report / "evidence.toml", "[document]\n", f"[document]\n{keys}")
    return examine(report.parent.parent)


def warned(findings: Findings) -> list[Problem]:
    """The warnings of an original; those of the case itself are others."""
    return [warning for warning in findings.warnings if warning.file.endswith("evidence.toml")]


def test_an_original_with_its_sum_is_sound(report: Path) -> None:
    (report / "original.pdf").write_bytes(CONTENT)
    (report / ".original.pdf.swp").write_bytes(b"what an editor leaves")
    findings = with_keys(report, MADE)
    assert (findings.problems, warned(findings)) == ((), [])
    (document,) = findings.evidence.documents
    assert (document.original_sha256, document.extractor, str(document.received)) == (SUM, "pypdf 7.1.1", "2039-01-31")


def test_an_original_whose_bytes_have_changed_takes_its_document_off(report: Path) -> None:
    (report / "original.pdf").write_bytes(CONTENT + b"\n")
    findings = with_keys(report, MADE)
    (problem,) = findings.problems
    assert problem.what == "original.pdf is not the file that the text was made of: its bytes have changed"
    assert problem.expected == f"SHA-256 {SUM}"
    assert findings.evidence.documents == ()


def test_a_sum_without_its_original_is_warned_of(report: Path) -> None:
    findings = with_keys(report, MADE)
    assert findings.problems == ()
    assert [warning.what for warning in warned(findings)] == [
        "the original is not in the folder: nobody can hold the text against it"
    ]


def test_an_original_without_a_sum_is_warned_of_with_the_line_to_write(report: Path) -> None:
    (report / "original.pdf").write_bytes(CONTENT)
    (warning,) = warned(with_keys(report, ""))
    assert f'original_sha256 = "{SUM}"' in warning.remedy
    assert warned(with_keys(report, f'original_sha256 = "{SUM}"\n')) == []


def test_what_made_a_text_is_not_said_without_the_file_it_was_made_of(report: Path) -> None:
    (problem,) = with_keys(report, 'extractor = "pypdf 7.1.1"\n').problems
    assert "nothing says of which file" in problem.what


def test_the_fingerprint_holds_an_original_by_its_sum_alone(report: Path) -> None:
    before = fingerprint(report.parent.parent)
    (report / "original.pdf").write_bytes(CONTENT)
    assert fingerprint(report.parent.parent) == before
