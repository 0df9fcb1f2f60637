"""A part of a period is said as one, retellings count once, and a number stands against the limit it belongs to."""

from pathlib import Path

import pandas as pd
import pytest

from components.scene.canvas import Look
from components.sentences.against_limit import overview_sentence, reported_headline, times_the_limit
from components.sentences.limits import window_in_words
from components.sentences.retold import no_number_of, numbers_of, without_texts
from components.sentences.volumes import bullets_headline
from components.theme import PALETTES
from data import Evidence, read_evidence, volumes_frame
from data.frames.reported import headline_row
from tests.cases.edit import plant, write
from tests.cases.salt_case import write_case
from tests.components.on_the_page import gauge
from tests.data.test_volumes import said_for, with_a_brine_limit

LOOK = Look(PALETTES["light"])
ORIGINS = "{0},{1},body,,,,,,,\n"


def headline(evidence: Evidence) -> pd.Series:
    row = headline_row(volumes_frame(evidence), evidence)
    assert row is not None
    return row


@pytest.mark.parametrize(
    ("date_text", "words"),
    [
        ("2039", "2039"),
        ("2039-01", "January 2039"),
        ("2039-01-01/2039-01-31", "January 2039"),
        ("2039-01/2039-11", "January to November 2039"),
        ("2038-12-01/2039-02-28", "December 2038 to February 2039"),
        ("2039-03-07/2039-11-05", "7 March 2039 to 5 November 2039"),
        ("2039-06~/2039-08~", "about June 2039 to about August 2039"),
        ("[2039-10-01..2039-12-31]", "some time between 1 October 2039 and 31 December 2039"),
    ],
)
def test_a_window_of_whole_months_is_called_after_them(date_text: str, words: str) -> None:
    assert window_in_words(date_text) == words


@pytest.mark.parametrize(
    ("date_text", "words"),
    [
        ("2039", "20% of the annual Salt cap"),
        ("2039-01", "20% of the annual Salt cap in January 2039 alone"),
        ("2039-03-05", "20% of the annual Salt cap on 5 March 2039 alone"),
        ("2039-01/2039-11", "20% of the annual Salt cap from January to November 2039 alone"),
    ],
)
def test_the_share_of_the_limit_that_a_part_makes_is_said_of_the_part_alone(
    tmp_path: Path, date_text: str, words: str
) -> None:
    evidence = read_evidence(said_for(tmp_path / "made", date_text))
    assert times_the_limit(headline(evidence), "annual Salt cap") == words
    assert reported_headline(headline(evidence), evidence) == f"Reported salt deliveries are {words}"


def test_a_floor_of_a_part_above_the_limit_is_one_of_the_whole(second_case: Path) -> None:
    assert times_the_limit(headline(read_evidence(second_case)), "annual cap") == "more than 1.3 times the annual cap"


def test_the_one_sentence_names_the_part_and_not_the_year(tmp_path: Path) -> None:
    evidence = read_evidence(said_for(tmp_path / "made", "2039-01"))
    assert overview_sentence(headline(evidence), evidence, 1) == (
        "An undated text (document R1) reports exactly 100 tonnes of salt for January 2039 from Upper Vale to Lower "
        "Vale [S01]: 20% of the annual Salt cap in January 2039 alone of 500 tonnes."
    )


def test_no_mark_of_a_part_is_cut_so_that_it_seems_the_whole(tmp_path: Path) -> None:
    evidence = read_evidence(said_for(tmp_path / "made", "2039-02-03/2039-11-27"))
    texts = [one.text for one in gauge(headline(evidence), evidence, LOOK).layout.annotations]
    assert any(text.endswith(" from 3 February 2039 to 27 November 2039 alone</b>") for text in texts)


def test_a_number_of_another_product_names_the_limit_it_stands_against(tmp_path: Path) -> None:
    evidence = read_evidence(with_a_brine_limit(tmp_path / "made", "raw brine"))
    assert reported_headline(headline(evidence), evidence) == (
        "Reported salt deliveries cannot be set against the Salt cap"
    )
    assert overview_sentence(headline(evidence), evidence, 1) == (
        "An undated text (document R1) reports exactly 100 tonnes of raw brine for 2039 from Upper Vale to Lower Vale "
        "[S01]; it is not set against the Salt cap, because the text counts raw brine; the Salt cap covers "
        "salt; it is 1.25 times the annual Brine limit of 80 tonnes."
    )


def test_a_number_of_another_product_does_not_enter_the_finding_over_all(tmp_path: Path) -> None:
    evidence = read_evidence(with_a_brine_limit(tmp_path / "made", "raw brine"))
    rows = volumes_frame(evidence)
    assert bullets_headline(rows[rows["comparable"]], evidence) == (
        "No reported number for salt deliveries can be set against the limit"
    )


def from_origins(folder: Path, origins: list[str]) -> Evidence:
    """A case of as many documents as origins are given, each with a claim of that origin; none for "".

    The first says 100 tonnes, the second 200, and so on; the cap is 500.
    """
    write_case(folder, len(origins))
    known = [ORIGINS.format(name, name.capitalize()) for name in dict.fromkeys(origins) if name]
    write(folder / "origins.csv", (folder / "origins.csv").read_text(encoding="utf-8") + "".join(known))
    for number, origin in enumerate(origins, 1):
        toml = folder / "documents" / f"report-{number:02}" / "evidence.toml"
        if origin:
            plant(toml, 'modality = "reported"', f'origin = "{origin}"\nmodality = "reported"')
    return read_evidence(folder)


@pytest.mark.parametrize(
    ("origins", "finding"),
    [
        (["a"] * 5, "No number from one origin (5 texts) is shown to be above the annual Salt cap"),
        (["a"] * 7, "Numbers from one origin (2 of 7 texts) are above the annual Salt cap"),
        (["b"] * 4 + ["a"] * 10, "Numbers from 1 of 2 origins (9 of 14 texts) are above the annual Salt cap"),
        (["a"] * 5 + ["b"], "A number from 1 of 2 origins (1 of 6 texts) is above the annual Salt cap"),
        (["a", "b"] * 4, "Numbers from both origins (3 of 8 texts) are above the annual Salt cap"),
        ([""] * 7, "Numbers of unknown origin (2 of 7 texts) are above the annual Salt cap"),
        (
            ["a"] * 5 + ["", "a"],
            "Numbers from one origin (2 of 7 texts, 1 of unknown origin) are above the annual Salt cap",
        ),
    ],
)
def test_numbers_are_counted_by_their_origins_and_their_texts_in_brackets(
    tmp_path: Path, origins: list[str], finding: str
) -> None:
    evidence = from_origins(tmp_path / "made", origins)
    assert bullets_headline(volumes_frame(evidence), evidence) == finding


def test_a_text_that_retells_another_is_no_origin_beside_it(second_case: Path) -> None:
    evidence = read_evidence(second_case)
    assert numbers_of(["P02", "Q01"], ["P02", "Q01"], evidence) == "Numbers from one origin (both texts)"
    assert no_number_of(["P02", "Q01"], evidence) == "No number from one origin (2 texts)"


def test_a_title_without_room_leaves_the_texts_out_and_keeps_the_origins() -> None:
    said = "Numbers from 1 of 2 origins (10 of 14 texts, 3 of unknown origin) are above the cap (of salt)"
    assert without_texts(said) == "Numbers from 1 of 2 origins are above the cap (of salt)"
