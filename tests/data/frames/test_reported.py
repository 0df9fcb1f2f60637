"""A rate, a rise, a notification and the deliveries of others are told apart from how much came."""

import hashlib
from pathlib import Path

import pandas as pd
import pytest

from components.sentences.against_limit import one_number, overview_sentence, reported_headline
from components.sentences.claim import number_of_claim
from data.export.annotations import annotations
from data.frames.reported import headline_row, reported_frame
from data.models.evidence import Evidence
from data.models.links import Links
from data.reading.seeds import read_evidence
from tests.cases.edit import plant, write
from tests.cases.salt_case import write_case

QUOTE = "100 tonnes of salt"


def said(folder: Path, quote: str, keys: str, joint: str = "") -> Evidence:
    """The case of salt with one document, which says 900 tonnes in these words; `keys` are those of its claim."""
    write_case(folder, 1)
    report = folder / "documents" / "report-01"
    before = (report / "text.txt").read_text("utf-8")
    text = before.replace(QUOTE, quote)
    write(report / "text.txt", text)
    evidence = report / "evidence.toml"
    start = text.index(quote)
    plant(evidence, hashlib.sha256(before.encode()).hexdigest(), hashlib.sha256(text.encode()).hexdigest())
    plant(evidence, f"'{QUOTE}'", f"'{quote}'")
    plant(evidence, f"end = {start + len(QUOTE)}", f"end = {start + len(quote)}")
    plant(evidence, "value = 100\n", f"value = 900\n{keys}\n")
    write(folder / "events.csv", (folder / "events.csv").read_text("utf-8").splitlines(keepends=True)[0])
    plant(folder / "questions.toml", 'words = "100 tonnes"', 'words = "A number"')
    if joint:
        plant(folder / "limits.csv", ",suppliers,", ",joint,suppliers,")
        plant(folder / "limits.csv", ",,all suppliers", f",,{joint},all suppliers")
    return read_evidence(folder)


def row_of(evidence: Evidence) -> pd.Series:
    """The one row of what is reported."""
    frame = reported_frame(evidence)
    assert len(frame) == 1
    return frame.iloc[0]


@pytest.mark.parametrize(
    ("quote", "keys", "why"),
    [
        ("900 tonnes of salt a month", 'per = "month"',
         "the number is how much a month, and nothing is multiplied to the period of the limit"),
        ("an increase of 900 tonnes of salt", 'change = "rise"',
         "the number says by how much it rose, not how much it was"),
        ("900 tonnes of salt", 'suppliers = ["Salt Flats"]',
         "the number counts the deliveries of Salt Flats, not those of Upper Vale"),
    ],
)  # fmt: skip
def test_what_is_no_amount_of_the_supplier_is_never_held_against_the_limit(
    tmp_path: Path, quote: str, keys: str, why: str
) -> None:
    row = row_of(said(tmp_path / "case", quote, keys))
    assert (row["comparable"], row["standing"], row["why_not"]) == (False, "", why)


def test_a_rate_of_the_period_over_a_whole_period_is_held_against_the_limit(tmp_path: Path) -> None:
    evidence = said(tmp_path / "case", "900 tonnes of salt a year", 'per = "year"')
    row = row_of(evidence)
    assert (row["comparable"], row["standing"], one_number(row, evidence)) == (True, "above", "900 tonnes a year")


def test_a_notified_number_is_no_delivery(tmp_path: Path) -> None:
    evidence = said(tmp_path / "case", "900 tonnes of salt", 'suppliers = ["Upper Vale"]')
    plant(tmp_path / "case/documents/report-01/evidence.toml", 'modality = "reported"', 'modality = "notified"')
    evidence = read_evidence(tmp_path / "case")
    assert row_of(evidence)["why_not"] == "the number is what was notified, not of a delivery"


def test_a_number_of_all_suppliers_says_so_and_counts_where_the_limit_is_for_all(tmp_path: Path) -> None:
    evidence = said(tmp_path / "joint", "900 tonnes of salt", 'suppliers = ["all"]')
    row = row_of(evidence)
    assert row["comparable"]
    assert "of all suppliers together are" in reported_headline(row, evidence)
    assert "from all suppliers together to Lower Vale" in overview_sentence(row, evidence, 1)
    alone = said(tmp_path / "alone", "900 tonnes of salt", 'suppliers = ["all"]', joint="no")
    assert row_of(alone)["why_not"] == (
        "the number counts the deliveries of all suppliers together, and the Salt cap holds for Upper Vale alone"
    )


def test_a_rise_is_written_as_one(tmp_path: Path) -> None:
    evidence = said(tmp_path / "case", "an increase of 900 tonnes of salt", 'change = "rise"')
    assert one_number(row_of(evidence), evidence) == "a rise of 900 tonnes"
    assert number_of_claim(evidence.claims[0], evidence) == "a rise of 900 tonnes, of “salt”"
    assert "number: a rise of = 900 tonnes, of" in annotations(evidence, Links()).decode("utf-8")


def test_the_headline_is_an_amount_where_there_is_one(tmp_path: Path) -> None:
    write_case(tmp_path / "case", 2)
    evidence = tmp_path / "case" / "documents" / "report-02" / "evidence.toml"
    plant(evidence, 'product = "salt"\n', 'product = "salt"\nsuppliers = ["Salt Flats"]\n')
    found = read_evidence(tmp_path / "case")
    row = headline_row(reported_frame(found), found)
    assert row is not None
    assert row["claim_ids"] == ("S01",)
