"""The data package: valid for the library that reads such packages, harmless in a spreadsheet, and read back equal."""

import io
import json
import zipfile
from dataclasses import replace
from datetime import date
from pathlib import Path

import frictionless
import pandas as pd
import pytest

from data.export.codebook import Column
from data.export.package import package, slug
from data.export.reading import BrokenPackage, read_package
from data.export.sheets import Sheet
from tests.data.export.exported import BASE, EXPORTED, Exported, exported


def files_of(case: str) -> dict[str, bytes]:
    return package(exported(case).sheets, exported(case).evidence)


def written(files: dict[str, bytes], folder: Path) -> Path:
    for name, content in files.items():
        (folder / name).write_bytes(content)
    return folder


def zipped(files: dict[str, bytes], inside: str = "") -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        for name, content in files.items():
            archive.writestr(f"{inside}{name}", content)
    return packed.getvalue()


def descriptor(case: str) -> dict[str, object]:
    told: dict[str, object] = json.loads(files_of(case)["datapackage.json"])
    return told


def errors(folder: Path) -> list[str]:
    report = frictionless.Package(str(folder / "datapackage.json")).validate()
    return [error.type for task in report.tasks for error in task.errors] + [error.type for error in report.errors]


@pytest.mark.parametrize("case", EXPORTED)
def test_the_package_is_valid_for_frictionless(case: str, tmp_path: Path) -> None:
    report = frictionless.Package(str(written(files_of(case), tmp_path) / "datapackage.json")).validate()
    assert (report.valid, len(report.tasks)) == (True, 38)
    assert [task.stats.get("rows", 0) for task in report.tasks] == [len(sheet) for sheet in exported(case).sheets]


def test_frictionless_sees_a_table_that_was_altered(tmp_path: Path) -> None:
    files = files_of("own")
    files["limits.csv"] = files["limits.csv"].replace(b"500000", b"600000")
    assert errors(written(files, tmp_path)) == ["hash-count"]


def test_frictionless_sees_a_reference_that_leads_nowhere(tmp_path: Path) -> None:
    own = exported("own")
    without = [sheet if sheet.name != "documents" else emptied(sheet) for sheet in own.sheets]
    assert set(errors(written(package(without, own.evidence), tmp_path))) == {"foreign-key"}


def emptied(sheet: Sheet) -> Sheet:
    return replace(sheet, cells=tuple([] for _ in sheet.columns))


def test_frictionless_sees_a_key_that_stands_twice(tmp_path: Path) -> None:
    own = exported("own")
    twice = [
        sheet if sheet.name != "lanes" else replace(sheet, cells=tuple([*one, one[0]] for one in sheet.cells))
        for sheet in own.sheets
    ]
    assert errors(written(package(twice, own.evidence), tmp_path)) == ["primary-key"]


@pytest.mark.parametrize("case", EXPORTED)
def test_a_package_in_a_folder_is_read_back_as_equal_frames(case: str, tmp_path: Path) -> None:
    equal(read_package(written(files_of(case), tmp_path)), exported(case))


def test_a_package_of_thirty_documents_in_a_zip_is_read_back_as_equal_frames() -> None:
    equal(read_package(zipped(files_of("thirty documents"), "package/")), exported("thirty documents"))


def test_a_zip_is_read_from_its_file_too(tmp_path: Path) -> None:
    (tmp_path / "export.zip").write_bytes(zipped(files_of("formula texts")))
    equal(read_package(tmp_path / "export.zip"), exported("formula texts"))


def equal(frames: dict[str, pd.DataFrame], of: Exported) -> None:
    assert list(frames) == [sheet.name for sheet in of.sheets]
    for sheet in of.sheets:
        pd.testing.assert_frame_equal(frames[sheet.name], sheet.frame, check_exact=True)


@pytest.mark.parametrize("case", EXPORTED)
def test_no_cell_begins_as_a_formula(case: str) -> None:
    for name, content in files_of(case).items():
        if name.endswith(".csv"):
            cells = (
                pd.read_csv(io.BytesIO(content), dtype=str, keep_default_na=False, na_filter=False).to_numpy().ravel()
            )
            begun = [one for one in cells if one.lstrip(" ").startswith(("=", "+", "@", "\t", "\r"))]
            assert [one for one in begun if one != "="] == []  # alone it is an operator
            assert [one for one in cells if one.startswith("-") and not one[1:2].isdigit()] == []


def test_a_table_is_csv_with_its_texts_made_harmless() -> None:
    columns = (
        Column("name", "text", "", ""), Column("ids", "list", "", ""), Column("number", "number", "", ""),
        Column("count", "integer", "", ""), Column("known", "yes-no", "", ""), Column("day", "day", "", ""),
    )  # fmt: skip
    values = (
        ["=1+1", "'@x", "“구”, and\r\nso on"], [("S01", "a; b"), (), ("=x",)], [500_000.0, 0.1, None], [7, None, -1],
        [True, False, None], [date(999, 12, 31), None, date(2024, 3, 7)],
    )  # fmt: skip
    sheet = Sheet("small", "Small", "A small table.", columns, tuple([*one] for one in values))
    assert package([sheet], exported("no documents").evidence)["small.csv"].decode() == (
        "name,ids,number,count,known,day\r\n"
        "'=1+1,S01; a\\; b,500000,7,true,0999-12-31\r\n"
        "''@x,,0.1,,false,\r\n"
        '"“구”, and\r\nso on",\'=x,,-1,,2024-03-07\r\n'
    )


def test_the_package_says_what_it_is_of_when_and_from_which_documents() -> None:
    told = descriptor("second case")
    assert told["name"] == slug(exported("second case").evidence.case.title)
    assert told["created"] == f"{exported('second case').evidence.case.as_of}T00:00:00Z"
    assert (told["version"], told["fingerprint"]) == (
        exported("second case").evidence.case.version,
        exported("second case").evidence.fingerprint,
    )
    documents = exported("second case").evidence.documents
    assert told["sources"] == [
        {"title": one.title} | ({"path": one.address} if one.address else {}) for one in documents
    ]
    assert "licenses" not in told


def test_a_column_has_its_type_unit_and_meaning() -> None:
    resources = {one["name"]: one for one in descriptor("own")["resources"]}  # type: ignore[attr-defined]
    schema = resources["claims"]["schema"]
    fields = {field["name"]: field for field in schema["fields"]}
    assert fields["start"] == {
        "name": "start", "type": "integer", "kind": "integer", "unit": "characters",
        "description": "Unicode code points before its first one.",
    }  # fmt: skip
    assert fields["assessed_on"]["type"] == "date"
    assert (schema["primaryKey"], schema["missingValues"]) == (["claim_id"], [""])
    assert schema["foreignKeys"][0] == {
        "fields": ["document_id"],
        "reference": {"resource": "documents", "fields": ["document_id"]},
    }
    notified = resources["notified"]["schema"]["foreignKeys"]
    assert {"fields": ["superseded_by"], "reference": {"fields": ["record_id"]}} in notified


@pytest.mark.parametrize("case", EXPORTED)
def test_the_same_evidence_gives_the_same_bytes(case: str) -> None:
    assert files_of(case) == files_of(case)


def test_a_case_without_documents_has_no_sources() -> None:
    assert "sources" not in descriptor("no documents")


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("Salt of the Upper Vale", "salt-of-the-upper-vale"),
        ("../../etc/passwd", "etc-passwd"),
        ("Größe & Café", "große-cafe".replace("ß", "")),
        ("한국", "case"),
        ("", "case"),
        ("Con", "case-con"),
        ("a" * 100, "a" * 60),
    ],
)
def test_a_title_becomes_a_harmless_name(title: str, name: str) -> None:
    assert slug(title) == name


def test_a_table_that_was_altered_is_refused() -> None:
    files = files_of("own")
    files["limits.csv"] = files["limits.csv"].replace(b"500000", b"600000")
    with pytest.raises(BrokenPackage, match=r"limits\.csv: this is not the file that was exported"):
        read_package(zipped(files))


def test_a_table_that_is_missing_is_refused(tmp_path: Path) -> None:
    files = files_of("own")
    del files["limits.csv"]
    with pytest.raises(BrokenPackage, match=r"limits\.csv: this file is missing from the zip"):
        read_package(zipped(files))
    with pytest.raises(BrokenPackage, match=r"limits\.csv: this file is missing, or it cannot be read"):
        read_package(written(files, tmp_path))


def test_a_number_of_rows_that_does_not_fit_is_refused() -> None:
    files = files_of("own")
    files["datapackage.json"] = files["datapackage.json"].replace(b'"rows": 72', b'"rows": 71')
    with pytest.raises(BrokenPackage, match=r"claims\.csv: it has 72 rows, and 71 were exported"):
        read_package(zipped(files))


@pytest.mark.parametrize(
    "path", ["../claims.csv", "/etc/passwd", "claims.csv/../../x", "https://example.invalid/x.csv"]
)
def test_a_path_that_leads_out_of_the_package_is_refused(path: str, tmp_path: Path) -> None:
    files = files_of("own")
    files["datapackage.json"] = files["datapackage.json"].replace(b'"claims.csv"', json.dumps(path).encode())
    with pytest.raises(BrokenPackage, match="this is no name of a file of a package"):
        read_package(written(files, tmp_path))


@pytest.mark.parametrize("content", [b"[]", b"{}", b"{", b'{"resources": [{"name": "x"}]}'])
def test_what_describes_no_package_is_refused(content: bytes) -> None:
    with pytest.raises(BrokenPackage, match=r"datapackage\.json: this describes no package that was exported here"):
        read_package(zipped({"datapackage.json": content}))


def test_what_is_no_zip_is_refused() -> None:
    with pytest.raises(BrokenPackage, match="this is neither a folder nor a whole zip"):
        read_package(zipped(files_of("no documents"))[:-100])


def test_a_folder_without_a_package_is_refused(tmp_path: Path) -> None:
    with pytest.raises(BrokenPackage, match=r"datapackage\.json: this file is missing"):
        read_package(tmp_path)


def test_links_in_the_package_lead_to_the_views() -> None:
    assert f",{BASE}/timeline?lane=".encode() in files_of("own")["lanes.csv"]
