"""What rests on something unsound is not shown, and is named."""

from pathlib import Path
from typing import NamedTuple

import pytest

from data import examine
from tests.cases.edit import plant
from tests.cases.second_case import (
    BROADCAST,
    BULLETIN,
    CASE,
    LETTER,
    LETTER_TEXT,
    ORIGINS,
    QUESTIONS,
    places,
    withheld,
)


class Cascade(NamedTuple):
    """A defect, and what must be withheld because it rests on it."""

    file: str
    old: str
    new: str
    withheld: dict[str, str]


CASCADES = [
    Cascade(LETTER, "value = 31\n", "value = 32\n", {
        "events.csv, row 2": "claim P01",
        "readings.csv, row 2": "claim P01",
        "questions.toml, question traffic": "claim P01",
        "case.toml, source_summary": "claim P01",
    }),
    Cascade(LETTER, 'topic = "cap"', 'topic = "caps"', {
        "limits.csv, row 2": "claim P03",
        "questions.toml, question cap": "claim P03",
    }),
    Cascade(BROADCAST, 'quote = "Dockers have seen', 'quote = "Dockers had seen', {
        f"{LETTER}, claim P01": "claim R03",
        "events.csv, row 2": "claim P01",
        "readings.csv, row 2": "claim P01",
        "events.csv, row 4": "claim R03",
        "events.csv, row 8": "claim R03",
        "questions.toml, question traffic": "claim P01, claim R03",
        "case.toml, source_summary": "claim P01",
    }),
    Cascade(ORIGINS, "dockers,Dockers of Port Ansel,body", "dockers,Dockers of Port Ansel,crowd", {
        f"{BROADCAST}, claim R03": "origin dockers",
        f"{LETTER}, claim P01": "claim R03",
        "events.csv, row 2": "claim P01",
        "readings.csv, row 2": "claim P01",
        "events.csv, row 4": "claim R03",
        "events.csv, row 8": "claim R03",
        "questions.toml, question traffic": "claim P01, claim R03",
        "case.toml, source_summary": "claim P01",
        "public-record/statements.csv, row 6": "origin dockers",
        "public-record/sightings.csv, row 3": "origin dockers",
        "public-record/vessels.csv, row 3": "origin dockers",
    }),
    Cascade(CASE, 'id = "cap"', 'id = "cap "', {
        f"{LETTER}, claim P03": "topic cap",
        "limits.csv, row 2": "claim P03",
        "questions.toml, question cap": "claim P03",
        "public-record/statements.csv, row 8": "topic cap",
    }),
    Cascade(CASE, 'title = "Concord cap"\nlane = "agreements"', 'title = "Concord cap"\nlane = "pacts"', {
        f"{LETTER}, claim P03": "topic cap",
        "limits.csv, row 2": "claim P03",
        "questions.toml, question cap": "claim P03",
        "public-record/statements.csv, row 8": "topic cap",
    }),
    Cascade(CASE, 'id = "year-missing"', 'id = "no-number"', {
        f"{BROADCAST}, claim R02": "flag no-number",
        "questions.toml, question volume": "claim R02",
        "events.csv, row 6": "claim R04",
        "case.toml, flag no-number": "the id no-number, which stands twice",
        "case.toml, source_summary": "claim R02",
    }),
    Cascade(BROADCAST, 'label = "R"', 'label = "Q"', {
        f"{BROADCAST}, claim R01": "document night-broadcast",
        f"{BROADCAST}, claim R02": "document night-broadcast",
        f"{BROADCAST}, claim R03": "document night-broadcast",
        f"{BROADCAST}, claim R04": "document night-broadcast",
        f"{LETTER}, claim P01": "claim R03",
        "events.csv, row 2": "claim P01",
        "readings.csv, row 2": "claim P01",
        "events.csv, row 4": "claim R03",
        "events.csv, row 6": "claim R04",
        "events.csv, row 8": "claim R03",
        "questions.toml, question traffic": "document night-broadcast, claim R01, claim R03, claim P01",
        "questions.toml, question volume": "document night-broadcast, claim R02",
        "case.toml, source_summary": "claim P01, claim R02",
    }),
]  # fmt: skip


@pytest.mark.parametrize("cascade", CASCADES)
def test_what_rests_on_something_unsound_is_withheld_and_named(cascade: Cascade, second_copy: Path) -> None:
    plant(second_copy / cascade.file, cascade.old, cascade.new)
    found = withheld(examine(second_copy))
    assert {place: sorted(found[place].split(", ")) for place in found} == {
        place: sorted(rests_on.split(", ")) for place, rests_on in cascade.withheld.items()
    }


def test_with_a_changed_text_its_document_and_claims_are_gone_and_each_is_named(second_copy: Path) -> None:
    plant(second_copy / LETTER_TEXT, "31 barges", "31 barges ")
    found = examine(second_copy)
    assert [document.label for document in found.evidence.documents] == ["Q", "R"]
    assert not any(claim.document == "harbour-letter" for claim in found.evidence.claims)
    assert [withheld(found)[f"{LETTER}, claim P{number:02}"] for number in range(1, 5)] == [
        "document harbour-letter"
    ] * 4


def test_without_its_case_only_documents_and_origins_are_shown(second_copy: Path) -> None:
    (second_copy / CASE).unlink()
    evidence = examine(second_copy).evidence
    shown = [
        len(rows)
        for rows in (
            evidence.documents,
            evidence.origins,
            evidence.claims,
            evidence.events,
            evidence.questions,
            evidence.limits,
        )
    ]
    assert shown == [3, 7, 0, 0, 0, 0]  # fmt: skip


def test_one_wrong_key_of_the_case_does_not_take_the_claims_with_it(second_copy: Path) -> None:
    plant(second_copy / CASE, 'version = "0.2.0"\n', "")
    evidence = examine(second_copy).evidence
    assert (len(evidence.claims), len(evidence.case.lanes), evidence.case.title) == (16, 3, "Unnamed case")


def test_a_corroboration_that_is_lost_is_not_shown(second_copy: Path) -> None:
    plant(second_copy / LETTER, "value = 31\n", "value = 32\n")
    assert examine(second_copy).evidence.claim_by_id["R03"].corroborated_by == ()


def test_a_source_summary_that_rests_on_a_lost_claim_is_not_shown(second_copy: Path) -> None:
    plant(second_copy / LETTER, "value = 31\n", "value = 32\n")
    summary = examine(second_copy).evidence.case.source_summary
    assert (summary.text, summary.claims) == ("The source summary is withheld: it rests on P01.", ())


def test_a_source_summary_that_says_more_than_its_claims_is_not_shown(second_copy: Path) -> None:
    plant(second_copy / CASE, "counts 31 barges", "counts 41 barges")
    summary = examine(second_copy).evidence.case.source_summary
    assert summary.text == "The source summary is withheld: its claims do not say all of it."


def test_an_origin_whose_parent_is_not_sound_proves_no_independence(second_copy: Path) -> None:
    plant(
        second_copy / ORIGINS,
        "market-bulletin,Market bulletin as a whole,document",
        "market-bulletin,Market bulletin as a whole,paper",
    )
    found = examine(second_copy)
    assert places(found) == ["origins.csv, row 4, kind"]
    assert withheld(found)[f"{BULLETIN}, claim Q01"] == "origin market-bulletin"


def test_without_all_origins_a_grade_that_needs_them_is_withheld_and_not_called_wrong(second_copy: Path) -> None:
    plant(second_copy / LETTER, 'corroborated_by = ["R03"]', 'corroborated_by = ["R01"]')
    plant(second_copy / ORIGINS, "minister,A minister in Sorrin,person,", "minister,A minister in Sorrin,")
    found = examine(second_copy)
    assert places(found) == ["origins.csv, row 5"]
    assert withheld(found)[f"{LETTER}, claim P01"] == "origins.csv, of which not all could be read"


def test_an_id_in_two_documents_names_neither_claim(second_copy: Path) -> None:
    plant(second_copy / BROADCAST, 'id = "R04"', 'id = "P04"')
    found = examine(second_copy)
    assert places(found) == [f"{BROADCAST}, claim P04 (number 4)", "events.csv, row 6, supports"]
    assert "P04" not in found.evidence.claim_by_id


@pytest.mark.parametrize("name", ["id = 4", "id = 'r4'", "ident = 'R04'"])
def test_an_id_that_cannot_be_read_makes_no_reference_unknown(second_copy: Path, name: str) -> None:
    plant(second_copy / BROADCAST, 'id = "R04"', name)
    assert all("claim" in place for place in places(examine(second_copy)))


def test_more_than_eight_lanes_are_refused_one_by_one(second_copy: Path) -> None:
    lanes = "".join(f'[[lane]]\nid = "lane-{number}"\ntitle = "Lane"\n\n' for number in range(6))
    plant(second_copy / CASE, '[[topic]]\nid = "volume"', f'{lanes}[[topic]]\nid = "volume"')
    found = examine(second_copy)
    assert places(found) == ["case.toml, lane lane-5"]
    assert len(found.evidence.case.lanes) == 8


def test_every_row_of_a_broken_folder_is_shown_withheld_or_in_a_problem(second_copy: Path) -> None:
    plant(second_copy / LETTER, "value = 31\n", "value = 32\n")
    plant(second_copy / ORIGINS, "dockers,Dockers", "dockers;,Dockers")
    plant(second_copy / QUESTIONS, 'reading = "differ"', 'reading = "dispute"')
    found = examine(second_copy)
    named = {*places(found), *withheld(found)}
    rows = [f"events.csv, row {number}" for number in range(2, 10)]
    shown = [row for row in rows if not any(f"{place}, ".startswith(f"{row}, ") for place in named)]
    assert len(shown) == len(found.evidence.events)


def test_an_origin_that_descends_from_a_document_of_unsound_descent_is_withheld(second_copy: Path) -> None:
    plant(
        second_copy / ORIGINS, "minister,A minister in Sorrin,person,,", "minister,Reader,person,market-bulletin,stated"
    )
    plant(second_copy / ORIGINS, "Market bulletin as a whole,document", "Market bulletin as a whole,paper")
    assert withheld(examine(second_copy))["origins.csv, row 5"] == "origin market-bulletin"


def test_of_two_claims_with_one_id_the_first_is_named_even_if_the_second_is_wrong_besides(second_copy: Path) -> None:
    plant(second_copy / BROADCAST, 'id = "R02"\nquote = "nobody', 'id = "R01"\nquote = "somebody')
    assert withheld(examine(second_copy))[f"{BROADCAST}, claim R01"] == "the id R01, which stands twice"


def test_a_misspelt_table_of_the_case_makes_no_reference_unknown(second_copy: Path) -> None:
    plant(second_copy / CASE, '[[flag]]\nid = "year-missing"', '[[flags]]\nid = "year-missing"')
    assert places(examine(second_copy)) == ["case.toml, flags"]


def test_a_claim_of_the_same_document_is_no_second_origin(second_copy: Path) -> None:
    reason = 'credibility = 5\ncredibility_reason = "The ledger'
    plant(second_copy / BULLETIN, reason, f'corroborated_by = ["Q04"]\n{reason.replace("5", "1")}')
    problems = [place for place in places(examine(second_copy)) if "Q03" in place]
    assert problems == [f"{BULLETIN}, claim Q03, corroborated_by", f"{BULLETIN}, claim Q03, credibility"]
