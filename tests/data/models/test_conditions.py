"""What a limit asks beside its number: read strictly, proven by what each row names, and not needed."""

from pathlib import Path

import pytest

from data.estimate.result import estimate
from data.export.sheets import sheets
from data.models.links import Links
from data.reading.seeds import Findings, examine, fingerprint
from tests.cases.edit import write

HEAD = "condition_id,limit_id,kind,title,asks,claims,records,finding,note"
BARGES = (
    "barges,concord,test,By listed barges?,Only barges on the list may carry copper,P01,registry-barges,"
    "The letter counts 31 barges [P01]; 33 barges passed the locks [registry-barges],"
)


def found(folder: Path, *rows: str) -> Findings:
    write(folder / "conditions.csv", "\n".join((HEAD, *rows)) + "\n")
    return examine(folder)


def problem(folder: Path, old: str, new: str) -> str:
    assert old in BARGES
    [one] = found(folder, BARGES.replace(old, new)).problems
    assert one.remedy
    return f"{one.place}: {one.what}"


def test_a_condition_is_read_in_the_order_of_the_file(second_copy: Path) -> None:
    findings = found(second_copy, BARGES, BARGES.replace("barges,concord,test", "found,concord,ruling"))
    assert findings.problems == ()
    assert [one.condition_id for one in findings.evidence.headline_conditions] == ["barges", "found"]
    one = findings.evidence.conditions[0]
    assert (one.kind, one.claims, one.records) == ("test", ("P01",), ("registry-barges",))


def test_a_case_may_do_without_the_file(second_copy: Path) -> None:
    before = fingerprint(second_copy)
    assert examine(second_copy).evidence.headline_conditions == ()
    found(second_copy, BARGES)
    assert fingerprint(second_copy) != before


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("concord", "concordat", "row 2, limit_id: nobody knows concordat"),
        (",P01,", ",P91,", "row 2, claims: nobody knows P91"),
        (",registry-barges,", ",registry-ships,", "row 2, records: nobody knows registry-ships"),
        (",P01,registry-barges,", ",,,", "row 2: the finding rests on nothing"),
        (",test,", ",exam,", "row 2, kind: this"),
        ("33 barges", "34 barges", "row 2, finding: this number is neither a value nor in a quote of its claims"),
        ("33 barges", "33 tonnes", "row 2, finding: the claim counts barge, the sentence something else"),
        (
            "; 33 barges",
            "; over 33 barges",
            "row 2, finding: the claim says = of this number, the sentence something else",
        ),
        ("Only barges", "Only 7 barges", "row 2, asks: this number is neither a value nor in a quote of its claims"),
        ("By listed", "By “listed”", "row 2, title: these words stand in no quote of its claims"),
        (
            ",registry-barges,",
            ",registry-barges; registry-barges-first,",
            "row 2, records: registry-barges-first is not sound",
        ),
    ],
)
def test_what_its_claims_and_records_do_not_say_is_refused(second_copy: Path, old: str, new: str, told: str) -> None:
    assert problem(second_copy, old, new).startswith(told)
    assert examine(second_copy).evidence.conditions == ()


def test_an_id_that_stands_twice_names_neither(second_copy: Path) -> None:
    findings = found(second_copy, BARGES, BARGES)
    assert [one.what.split(":")[0] for one in findings.problems] == ["the id barges is already taken"]
    assert findings.evidence.conditions == ()


@pytest.mark.parametrize(
    ("file", "old", "new", "rests_on"),
    [
        ("limits.csv", "20000", "20001", "limit concord"),
        (
            "public-record/statements.csv",
            "registry-barges,statement,traffic",
            "registry-barges,said,traffic",
            "statement registry-barges",
        ),
    ],
)
def test_a_condition_rests_on_its_limit_and_its_records(
    second_copy: Path, file: str, old: str, new: str, rests_on: str
) -> None:
    write(second_copy / file, (second_copy / file).read_text(encoding="utf-8").replace(old, new, 1))
    findings = found(second_copy, BARGES)
    assert findings.evidence.conditions == ()
    withheld = {one.place: one.rests_on for one in findings.withheld if one.file.endswith("conditions.csv")}
    assert withheld == {"row 2": rests_on}


def test_every_condition_is_a_row_of_the_export(second_copy: Path) -> None:
    evidence = found(second_copy, BARGES).evidence
    made = {one.name: one for one in sheets(evidence, estimate(evidence), Links("https://example.invalid/"))}
    assert made["conditions"]["condition_id"] == ["barges"]
    assert made["conditions"]["records"] == [("registry-barges",)]


def test_the_three_tests_of_the_cap_and_what_the_committee_found_stand_in_the_seeds() -> None:
    conditions = examine(Path("seeds")).evidence.headline_conditions
    assert [one.kind for one in conditions] == ["test", "test", "test", "ruling"]
    assert {"un-rule-010", "un-rule-011"} <= set(conditions[0].records)
    assert {"un-body-007", "un-body-008", "un-body-009"} <= set(conditions[3].records)
