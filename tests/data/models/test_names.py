"""Names of states in ten languages are one identity; other names are compared as they are written."""

import subprocess
import sys
from pathlib import Path

import pytest

from data import examine
from data.models.names import identity, spellings
from tests.cases.edit import plant
from tests.cases.record_csv import notice, write_record_case

RUSSIA = (
    "Russia", "russia", "RUSSIA", "Ｒussia", "The Russian Federation", "RUS", "RU", "Россия", "Российская Федерация",
    "Росія", "러시아", "러시아 연방", "俄罗斯", "俄罗斯联邦", "ロシア", "روسيا", "Russland", "Russie", "Rusia",
)  # fmt: skip


@pytest.mark.parametrize("name", RUSSIA)
def test_every_name_of_a_state_is_its_code(name: str) -> None:
    assert identity(name) == "RU"


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("DPRK", "KP"),
        ("D.P.R.K.", "KP"),
        ("Democratic People’s Republic of Korea", "KP"),
        ("조선민주주의인민공화국", "KP"),
        ("КНДР", "KP"),
        ("Cote d'Ivoire", "CI"),
        ("Turkey", "TR"),
        ("Türkiye", "TR"),
        ("People's Republic of China", "CN"),
        ("中国", "CN"),
    ],
)
def test_short_long_and_former_names_are_known(name: str, code: str) -> None:
    assert identity(name) == code


def test_a_name_of_no_state_is_itself_without_case_and_doubled_spaces() -> None:
    assert identity("Upper  Veldmark") == identity("upper veldmark") == "upper veldmark"
    assert identity("Veldmark") != identity("Veldmarken")


def test_the_first_spelling_is_the_one_to_keep() -> None:
    assert spellings(["Россия", "Russia", "China"]) == {"Россия": "Россия", "Russia": "Россия", "China": "China"}


def found(folder: Path, *names: str) -> list[tuple[str, str, str]]:
    """What the check says of rows for these suppliers, each for another year."""
    rows = [notice(f"row-{number}", f"{2030 + number}", "10", suppliers=name) for number, name in enumerate(names)]
    return [(one.place, one.what, one.remedy) for one in examine(write_record_case(folder, *rows)).problems]


def test_two_spellings_of_one_state_are_a_problem_that_names_both_and_their_rows(tmp_path: Path) -> None:
    assert found(tmp_path / "made", "Russia", "China", "Россия") == [
        ("row 4, suppliers", "'Россия' is one supplier with 'Russia' (row 2)", "Write Russia in every row.")
    ]


def test_the_spelling_of_the_case_is_the_one_to_write(tmp_path: Path) -> None:
    assert found(tmp_path / "made", "upper vale") == [
        (
            "row 2, suppliers",
            "'upper vale' is one supplier with 'Upper Vale' (case.toml, subject.supplier)",
            "Write Upper Vale in every row.",
        )
    ]


def test_names_that_differ_are_suppliers_of_their_own(tmp_path: Path) -> None:
    assert found(tmp_path / "made", "Niger", "Nigeria", "Veldmark", "Ostmark") == []


def test_days_counted_twice_under_two_spellings_are_reported_in_the_same_run(tmp_path: Path) -> None:
    rows = (
        notice("one", "2039", "10", suppliers="Russia"),
        notice("two", "2039-03", "10", suppliers="Russian Federation"),
    )
    problems = examine(write_record_case(tmp_path / "made", *rows)).problems
    assert [problem.place for problem in problems] == ["row 3, date", "row 3, suppliers"]


@pytest.mark.parametrize("name", ["ALL", "All", "ａｌｌ"])
def test_all_is_written_small(tmp_path: Path, name: str) -> None:
    ((place, what, remedy),) = found(tmp_path / "made", name)
    assert (place, what) == ("row 2", f"{name} is no supplier; all suppliers together are written all")
    assert remedy == "Write all."


def test_a_folder_without_a_public_record_reads_no_list_of_states(tmp_path: Path) -> None:
    folder = write_record_case(tmp_path / "made", notice("year", "2039", "300"))
    for path in (folder / "public-record").iterdir():
        path.unlink()
    code = "import sys; from data import examine; examine(sys.argv[1]); print('pycountry' in sys.modules)"
    run = subprocess.run([sys.executable, "-c", code, str(folder)], capture_output=True, text=True, check=True)
    assert run.stdout == "False\n"


def test_following_the_remedy_makes_the_folder_sound(tmp_path: Path) -> None:
    rows = (
        notice("one", "2039", "10", suppliers="Russia"),
        notice("two", "2038", "10", suppliers="Российская Федерация"),
    )
    folder = write_record_case(tmp_path / "made", *rows)
    plant(folder / "public-record" / "notified.csv", "Российская Федерация", "Russia")
    assert examine(folder).problems == ()
