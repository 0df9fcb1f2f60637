"""A second reading goes out without the first and comes back as readings.csv."""

import csv
import io
import re
import shutil
from datetime import date
from pathlib import Path

import pytest

from components.nodes.cited import cited_card
from components.nodes.methods.readings import of_the_record
from components.nodes.node import node
from components.sentences.records.read_again import records_read_finding
from data.files.spreadsheet import plain
from data.frames.read_twice import is_read_alike, rows_read_again
from data.intake.blind import blind_sheet, blind_texts, record_sheet, taken, write_readings
from data.models.evidence import Evidence
from data.models.second_reading import SecondReading
from data.reading.readings import fingerprint_of
from data.reading.seeds import examine, read_evidence
from tests.cases.edit import write
from tests.cases.salt_case import write_case
from tests.cases.second_case import BROADCAST, SECOND_CASE
from tests.pages.view import text_of

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
    assert isinstance(reading, SecondReading)
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


def test_cited_rows_with_a_number_go_out_without_it_and_come_back_read(second_copy: Path, tmp_path: Path) -> None:
    (second_copy / "record-readings.csv").unlink()
    evidence = read_evidence(second_copy)
    rows = {row["record"]: row for row in rows_of(record_sheet(evidence))}
    assert rows["news-volume"]["words"] == "More than 26,000 tonnes of copper went to Sorrin in half a year"
    assert rows["veldmark-may"]["words"].startswith("Filed for May 2031, deliveries of Veldmark: ")
    assert not any(row[key] for row in rows.values() for key in ("operator", "value", "low", "high", "unit"))
    assert "1,500" not in str(rows["veldmark-may"].values())
    rows["news-volume"] |= {"operator": ">", "value": "26000", "unit": "tonne"}
    rows["registry-barges"] |= {"operator": "none"}
    told = io.StringIO(newline="")
    written = csv.DictWriter(told, list(rows["news-volume"]), quoting=csv.QUOTE_ALL)  # as some programs save one
    written.writeheader()
    written.writerows(rows.values())
    write(tmp_path / "sheet.csv", told.getvalue())
    found = taken(tmp_path / "sheet.csv", evidence, "reader 3", DAY)
    assert (found.problems, found.left) == ((), len(rows) - 2)
    write_readings(second_copy, found.readings)
    after = examine(second_copy)
    assert after.problems == ()
    barges, news = sorted(after.evidence.record_readings, key=lambda one: one.record)[::-1]
    same = {row.record_id: is_read_alike(row, one) for row, one in rows_read_again(after.evidence)}
    assert same == {"news-volume": True, "registry-barges": False}
    assert barges.reading_id == "reader-3-registry-barges"
    assert barges.quantity is None
    assert news.quantity == after.evidence.record_by_id["news-volume"].quantity
    told_of = records_read_finding(after.evidence)
    left = f"{len(rows) - 2} not yet"
    assert told_of == f"2 of {len(rows)} cited rows with a number read a second time, {left}; in 1 nothing differs"
    card = text_of(cited_card(after.evidence.record_by_id["registry-barges"], after.evidence))
    assert "Number read againreader 3, 6 May 2041: no number" in card
    listed = text_of(node("div", *of_the_record(after.evidence)))
    assert "registry-barges first reading: exactly 33 barges; reader 3: no number" in listed
    record = second_copy / "public-record" / "statements.csv"
    write(record, record.read_text("utf-8").replace("More than 26,000 tonnes of", "More than 26,000 tonnes of raw"))
    changed = examine(second_copy)
    assert any("record news-volume has changed since this reading" in str(one) for one in changed.warnings)
    assert [one.record for one in changed.evidence.record_readings] == ["registry-barges"]
