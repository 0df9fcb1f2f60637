"""How new the data are: the newest fact, what was last seen notified, and the last look; who gave the grades."""

from datetime import date
from pathlib import Path

import pytest

from data import Evidence, read_evidence
from data.frames.graded import graded_by, judged
from data.frames.newest import how_new, newest_fact, newest_notification
from data.reading.seeds import examine
from tests.cases.edit import plant
from tests.cases.record_csv import ORIGIN, notice, write_record_case
from tests.cases.salt_case import write_case


def filed(folder: Path, *notified: dict[str, str], statements: tuple[dict[str, str], ...] = ()) -> Evidence:
    return read_evidence(write_record_case(folder, *notified, statements=statements))


def test_the_newest_fact_is_the_one_published_last(tmp_path: Path) -> None:
    said = ({"record_id": "said-one", "date": "2038-05", "published": "2039-07-02"}, {"record_id": "said-two"})
    evidence = filed(tmp_path / "salt", notice("spring", "2039-01/2039-03", "60"), statements=said)
    assert newest_fact(evidence) == date(2039, 7, 2)
    assert how_new(evidence) == "newest fact 2 July 2039, last looked 1 January 2040"


def test_a_fact_without_a_day_of_publication_is_as_new_as_its_end(tmp_path: Path) -> None:
    assert newest_fact(filed(tmp_path / "salt", notice("spring", "2039-01/2039-03", "60"))) == date(2039, 3, 31)


@pytest.mark.parametrize("cells", [{"date": "2030/.."}, {"date": "2039-08", "standing": "error", "note": "Wrong."}])
def test_what_lasts_and_what_is_wrong_make_nothing_newer(tmp_path: Path, cells: dict[str, str]) -> None:
    evidence = filed(tmp_path / "salt", statements=({"record_id": "said"} | cells,))
    assert newest_fact(evidence) is None
    assert how_new(evidence) == "last looked 1 January 2040"


def test_no_fact_is_newer_than_the_last_look(tmp_path: Path) -> None:
    assert newest_fact(filed(tmp_path / "salt", statements=({"record_id": "said", "date": "2041"},))) == date(
        2040, 1, 1
    )


def test_a_notification_was_seen_when_its_source_read_it(tmp_path: Path) -> None:
    rows = (
        notice("spring", "2039-01/2039-03", "60", published="2039-09-23", seen_on="2039-09-22"),
        notice("summer", "2039-04/2039-06", "70", published="2039-08-30"),
        notice("autumn", "2039-07/2039-09", "80", standing="error", note="Wrong.", published="2039-12-01"),
    )
    assert newest_notification(filed(tmp_path / "salt", *rows)) == date(2039, 9, 22)


def test_a_notification_that_was_seen_after_it_was_published_is_refused(tmp_path: Path) -> None:
    row = notice("spring", "2039-01/2039-03", "60", published="2039-09-22", seen_on="2039-09-23")
    (problem,) = examine(write_record_case(tmp_path / "salt", row)).problems
    assert problem.what == "it was seen after it was published"


def test_a_case_without_notifications_has_none_that_was_seen(tmp_path: Path) -> None:
    assert newest_notification(read_evidence(write_case(tmp_path / "salt", 1))) is None


def test_the_case_names_who_gave_every_grade(tmp_path: Path) -> None:
    folder = write_case(tmp_path / "salt", 1)
    plant(folder / "case.toml", "as_of = ", 'assessed_by = "curator 1"\nas_of = ')
    evidence = read_evidence(folder)
    assert judged(evidence.documents[0], evidence) == "1 January 2040, by curator 1"
    assert judged(evidence.claims[0], evidence) == "1 January 2040, by curator 1"


def test_an_origin_may_name_another_judge(tmp_path: Path) -> None:
    folder = write_record_case(tmp_path / "salt", notice("spring", "2039-01/2039-03", "60"))
    origins = (folder / "origins.csv").read_text(encoding="utf-8").splitlines()
    rows = [
        f"{row},{'assessed_by' if not at else 'curator 2' if row + chr(10) == ORIGIN else ''}"
        for at, row in enumerate(origins)
    ]
    (folder / "origins.csv").write_text("\n".join(rows) + "\n", encoding="utf-8")
    evidence = read_evidence(folder)
    assert graded_by(evidence.origin_by_id["accord"], evidence) == "curator 2"
    assert judged(evidence.origin_by_id["accord"], evidence) == ""  # nobody has assessed it


def test_a_grade_whose_judge_nobody_names_says_so(tmp_path: Path) -> None:
    evidence = read_evidence(write_case(tmp_path / "salt", 1))
    assert judged(evidence.claims[0], evidence).endswith("; who judged is not named")


def test_our_own_record_is_as_new_as_its_rows() -> None:
    evidence = read_evidence()
    assert newest_fact(evidence) == date(2025, 10, 23)
    assert newest_notification(evidence) == date(2025, 9, 22)
