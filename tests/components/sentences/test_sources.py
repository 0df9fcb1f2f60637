"""The lines under a figure: how new the data are, up to when notifications were seen, and the rule of the limit."""

from pathlib import Path

from components.sentences.sources import how_new, source_lines
from data import read_evidence
from tests.cases.edit import plant
from tests.cases.record_csv import notice, write_record_case

RULE = {"record_id": "accord-rule", "kind": "rule", "statement": "At most 500 tonnes a year", "published": "2039-07-02"}
FILED = notice("spring", "2039-01/2039-03", "60", published="2039-09-23", seen_on="2039-09-22")


def test_notifications_are_dated_where_they_are_cited_and_only_there(tmp_path: Path) -> None:
    evidence = read_evidence(write_record_case(tmp_path / "salt", FILED, statements=(RULE,)))
    days = ["Newest fact 23 Sep 2039", "last looked 1 Jan 2040"]
    assert how_new(evidence, ["accord-rule"]) == days
    assert how_new(evidence, ["accord-rule", "spring"]) == [*days, "notifications seen to 22 Sep 2039"]


def test_a_case_without_a_record_says_when_somebody_last_looked(tmp_path: Path) -> None:
    assert how_new(read_evidence(write_record_case(tmp_path / "salt"))) == ["Last looked 1 Jan 2040"]


def test_the_basis_of_a_rule_is_not_said_twice_where_its_record_is_cited(tmp_path: Path) -> None:
    folder = write_record_case(tmp_path / "salt", statements=(RULE,))
    plant(folder / "limits.csv", ",claims,note", ",claims,records,note")
    plant(folder / "limits.csv", '"Vale accord, article 1",,,', '"Vale accord, article 1",,,accord-rule,')
    evidence = read_evidence(folder)
    assert source_lines((), evidence)[-1].endswith("calendar year (Vale accord, article 1)")
    assert source_lines((), evidence, record_ids=["accord-rule"])[-1].endswith("all suppliers together, calendar year")


def test_records_of_one_teller_are_named_together_and_the_seventh_is_counted(tmp_path: Path) -> None:
    said = [{"record_id": f"said-{number}"} for number in range(7)]
    said[1] |= {"said_by": "Hill Coast"}
    evidence = read_evidence(write_record_case(tmp_path / "salt", statements=tuple(said)))
    assert source_lines((), evidence, record_ids=[one["record_id"] for one in said])[0] == (
        "Sources: cited: said-0, said-2, said-3, said-4, said-5 (Vale accord office), said-1 (Hill Coast) and 1 more."
    )
