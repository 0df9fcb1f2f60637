"""Sound folders: what is read from them."""

import hashlib
from pathlib import Path

import pandas as pd
import pytest

from data import Evidence, UnsoundSeeds, comparison_frame, examine, read_evidence, timeline_frame, volumes_frame
from data.frames.notified import notified_years
from data.frames.timeline import record_events_frame
from data.reading.seeds import SEEDS, fingerprint
from tests.cases.edit import plant
from tests.cases.salt_case import write_case


@pytest.fixture(scope="module")
def own() -> Evidence:
    return read_evidence(SEEDS)


def test_the_project_s_own_seeds_are_sound(own: Evidence) -> None:
    assert (len(own.documents), len(own.claims)) == (2, 72)


@pytest.mark.parametrize(
    ("document_id", "sha256"),
    [
        ("oil-volume", "97d0645804cecc21d1521d5e37bdec49f1ddfb5b087de36e4b5840a9b3a41f6f"),
        ("tanker-trips", "301ab2464ecedec103d56105f271c69549d554e398c4ef82baa0f72bcd610969"),
    ],
)
def test_the_two_texts_are_byte_for_byte_those_that_were_received(document_id: str, sha256: str) -> None:
    content = (SEEDS / "documents" / document_id / "text.txt").read_bytes()
    assert hashlib.sha256(content).hexdigest() == sha256


def test_every_quote_of_the_own_seeds_stands_at_its_place(own: Evidence) -> None:
    misplaced = [
        claim.id
        for claim in own.claims
        if own.document_by_id[claim.document].text[claim.start : claim.end] != claim.quote
    ]
    assert misplaced == []


def test_the_million_barrels_are_a_floor_and_stand_above_the_cap(own: Evidence) -> None:
    row = volumes_frame(own).set_index("document").loc["A"]
    assert (row["operator"], row["volume"], row["limit_volume"], row["standing"]) == (">", 1_000_000, 500_000, "above")


def test_every_row_of_a_frame_of_the_own_seeds_names_claims_or_records(own: Evidence) -> None:
    for frame in (volumes_frame(own), timeline_frame(own), record_events_frame(own)):
        rows = [(*row["claim_ids"], *row["record_ids"]) for row in frame.to_dict("records")]
        assert all(rows)
        assert {one for ids in rows for one in ids} <= {*own.claim_by_id, *own.record_by_id}


def test_of_the_own_seeds_2024_has_one_month_of_one_state_and_eleven_of_the_other(own: Evidence) -> None:
    years = notified_years(own)
    rows = years[years["year"] == 2024][["supplier", "volume", "covered_to", "complete"]]
    assert list(rows.itertuples(index=False, name=None)) == [
        ("Russia", 15_279, pd.Timestamp("2024-01-31"), False),
        ("China", 280_928, pd.Timestamp("2024-11-30"), False),
    ]


def test_of_the_own_seeds_what_a_source_rounds_or_is_converted_is_about(own: Evidence) -> None:
    years = notified_years(own)
    about = [(row.year, row.supplier, row.converted) for row in years[years["about"]].itertuples()]
    assert about == [
        (2018, "China", True), (2019, "China", True), (2020, "Russia", False), (2020, "China", False),
        (2022, "Russia", False), (2022, "China", False),
    ]  # fmt: skip


def test_documents_come_in_the_order_of_their_labels(second_case: Path) -> None:
    assert [document.label for document in read_evidence(second_case).documents] == ["P", "Q", "R"]


def test_claims_of_a_document_come_in_the_order_of_the_text(second_copy: Path) -> None:
    toml = second_copy / "documents" / "night-broadcast" / "evidence.toml"
    head, *claims = toml.read_text(encoding="utf-8").split("[[claim]]")
    toml.write_text(
        "[[claim]]".join([head, *(f"{claim.rstrip()}\n\n" for claim in reversed(claims))]), encoding="utf-8"
    )
    found = read_evidence(second_copy).claims_of("night-broadcast")
    assert [claim.id for claim in found] == ["R01", "R02", "R03", "R04"]


def test_the_second_case_is_sound(second_case: Path) -> None:
    found = examine(second_case)
    assert (found.problems, found.withheld) == ((), ())


@pytest.mark.parametrize("documents", [0, 1, 2, 30])
def test_a_case_with_any_number_of_documents_is_sound_and_has_its_frames(tmp_path: Path, documents: int) -> None:
    evidence = read_evidence(write_case(tmp_path / "made", documents))
    rows = (len(volumes_frame(evidence)), len(timeline_frame(evidence)), len(comparison_frame(evidence)))
    assert rows == (documents, documents, documents)


def test_a_csv_with_a_byte_order_mark_and_windows_lines_is_read_the_same(second_case: Path, second_copy: Path) -> None:
    events = second_copy / "events.csv"
    events.write_bytes(b"\xef\xbb\xbf" + events.read_bytes().replace(b"\n", b"\r\n"))
    assert read_evidence(second_copy).events == read_evidence(second_case).events


def test_the_same_folder_elsewhere_has_the_same_fingerprint(second_case: Path, second_copy: Path) -> None:
    assert fingerprint(second_copy) == fingerprint(second_case)


def test_a_changed_byte_changes_the_fingerprint(second_case: Path, second_copy: Path) -> None:
    plant(second_copy / "limits.csv", "20000", "20001")
    assert fingerprint(second_copy) != fingerprint(second_case)


def test_reading_an_unsound_folder_raises_with_every_problem(second_copy: Path) -> None:
    plant(second_copy / "limits.csv", "20000", "twenty")
    plant(second_copy / "case.toml", "0.2.0", " ")
    with pytest.raises(UnsoundSeeds) as unsound:
        read_evidence(second_copy)
    assert [problem.place for problem in unsound.value.problems] == ["version", "row 2, value"]
