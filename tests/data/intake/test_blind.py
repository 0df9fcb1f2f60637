"""A second reading goes out without the first and comes back as readings.csv."""

import csv
import io
import re
import shutil
from datetime import date
from pathlib import Path

import pytest

from data.files.spreadsheet import plain
from data.intake.blind import blind_sheet, blind_texts, taken, write_readings
from data.models.evidence import Evidence
from data.reading.readings import fingerprint_of
from data.reading.seeds import examine, read_evidence
from tests.cases.edit import write
from tests.cases.salt_case import write_case
from tests.cases.second_case import BROADCAST, SECOND_CASE

DAY = date(2041, 5, 6)
WHOLE = {"kind": "fact", "modality": "reported", "credibility": "2"}


@pytest.fixture(scope="module")
def second() -> Evidence:
    return read_evidence(SECOND_CASE)


def rows_of(sheet: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(sheet.decode("utf-8-sig"), newline="")))


def filled(room: Path, evidence: Evidence, cells: dict[str, dict[str, str]]) -> Path:
    """The sheet of some evidence with the cells of some claims filled in."""
    rows = rows_of(blind_sheet(evidence))
    told = io.StringIO(newline="")
    written = csv.DictWriter(told, list(rows[0]))
    written.writeheader()
    written.writerows(row | cells.get(row["claim"], {}) for row in rows)
    path = room / "sheet.csv"
    path.write_text(told.getvalue(), "utf-8", newline="")
    return path


def test_the_sheet_has_every_quote_and_nothing_of_its_first_reading(second: Evidence) -> None:
    rows = rows_of(blind_sheet(second))
    assert {row["claim"]: plain(row["quote"]) for row in rows} == {claim.id: claim.quote for claim in second.claims}
    assert {row[key] for row in rows for key in list(row)[3:]} == {""}
    texts = blind_texts(second)
    assert all(document.text.rstrip() in texts for document in second.documents)
    first = {claim.credibility_reason for claim in second.claims} | {claim.note for claim in second.claims} - {""}
    assert not any(words in texts for words in first)


def test_a_filled_row_becomes_a_reading_of_the_claim_as_it_is(second: Evidence, tmp_path: Path) -> None:
    claim = next(one for one in second.claims if one.quantity)
    number = {"operator": ">=", "value": "40", "unit": second.case.units[0].id}
    found = taken(filled(tmp_path, second, {claim.id: WHOLE | number}), second, "Reader 2", DAY)
    (reading,) = found.readings
    assert (found.problems, found.left) == ((), len(second.claims) - 1)
    assert (reading.reading_id, reading.claim, reading.reader, reading.day) == (
        f"reader-2-{claim.id.lower()}", claim.id, "Reader 2", DAY,
    )  # fmt: skip
    assert (reading.kind, reading.modality, reading.credibility) == ("fact", "reported", 2)
    assert (reading.operator, reading.value) == (">=", 40)
    assert reading.fingerprint == fingerprint_of(claim)


@pytest.mark.parametrize(
    ("cells", "place"),
    [
        (WHOLE | {"credibility": "7"}, "row 2, credibility"),
        (WHOLE | {"kind": "rumour"}, "row 2, kind"),
        (WHOLE | {"value": "10.000", "operator": "=", "unit": "barge"}, "row 2, value"),
        (WHOLE | {"value": "40"}, "row 2"),
        (WHOLE | {"value": "40", "operator": "=", "unit": "parsec"}, "row 2, unit"),
        ({"kind": "fact"}, "row 2, modality"),
        (WHOLE | {"quote": "Something else"}, "row 2, quote"),
        (WHOLE | {"claim": "ZZ99"}, "row 2, claim"),
    ],
)
def test_a_row_that_is_wrong_is_told_and_gives_no_reading(
    second: Evidence, tmp_path: Path, cells: dict[str, str], place: str
) -> None:
    first = rows_of(blind_sheet(second))[0]["claim"]
    found = taken(filled(tmp_path, second, {first: cells}), second, "Reader 2", DAY)
    assert place in [problem.place for problem in found.problems]


def test_readings_come_back_from_the_folder_and_a_second_time_take_the_place_of_the_first(tmp_path: Path) -> None:
    folder = Path(shutil.copytree(SECOND_CASE, tmp_path / "case"))
    (folder / "readings.csv").unlink(missing_ok=True)
    evidence = read_evidence(folder)
    claims = [claim.id for claim in evidence.claims[:2]]
    write_readings(folder, taken(filled(tmp_path, evidence, dict.fromkeys(claims, WHOLE)), evidence, "b", DAY).readings)
    evidence = read_evidence(folder)
    again = taken(filled(tmp_path, evidence, {claims[1]: WHOLE | {"credibility": "5"}}), evidence, "b", DAY)
    write_readings(folder, again.readings)
    findings = examine(folder)
    assert findings.problems == ()
    assert [(one.claim, one.credibility) for one in findings.evidence.readings] == [(claims[0], 2), (claims[1], 5)]


def test_a_quote_that_a_spreadsheet_would_run_goes_out_harmless_and_comes_back(tmp_path: Path) -> None:
    folder = write_case(tmp_path / "salt", 1)
    evidence = read_evidence(folder)
    claim = evidence.claims[0].model_copy(update={"quote": "=1+1 tonnes"})
    risky = Evidence(evidence.case, evidence.documents, (claim,))
    assert rows_of(blind_sheet(risky))[0]["quote"] == "'=1+1 tonnes"
    assert len(taken(filled(tmp_path, risky, {claim.id: WHOLE}), risky, "b", DAY).readings) == 1


def test_a_reading_falls_away_with_a_note_when_its_claim_changes(tmp_path: Path) -> None:
    folder = Path(shutil.copytree(SECOND_CASE, tmp_path / "case"))
    (folder / "readings.csv").unlink(missing_ok=True)
    evidence = read_evidence(folder)
    write_readings(folder, taken(filled(tmp_path, evidence, {"R01": WHOLE}), evidence, "b", DAY).readings)
    text = (folder / BROADCAST).read_text("utf-8")
    write(folder / BROADCAST, re.sub("credibility = .", "credibility = 5", text, count=1))
    findings = examine(folder)
    assert (findings.problems, findings.withheld, findings.evidence.readings) == ((), (), ())
    assert "claim R01 has changed since this reading" in "\n".join(str(one) for one in findings.warnings)


def test_readings_of_nobody_and_two_by_one_reader_are_refused(tmp_path: Path) -> None:
    folder = Path(shutil.copytree(SECOND_CASE, tmp_path / "case"))
    evidence = read_evidence(folder)
    mark = fingerprint_of(evidence.claim_by_id["R01"])
    head = "reading_id,claim,fingerprint,reader,day,kind,modality,credibility,operator,value,low,high,unit\n"
    row = "{},{},{},b,2041-05-06,fact,reported,2,,,,,\n"
    rows = row.format("one", "R01", mark) + row.format("two", "R01", mark) + row.format("three", "ZZ01", mark)
    (folder / "readings.csv").write_text(head + rows, "utf-8")
    findings = examine(folder)
    assert [problem.what for problem in findings.problems] == [
        "b has read claim R01 already, as one",
        "nobody knows ZZ01",
    ]
