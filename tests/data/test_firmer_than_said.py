"""What survived when fields were changed one at a time: each is warned of, or refused, where it stands."""

from pathlib import Path

import pytest

from data import examine
from tests.cases.edit import plant
from tests.cases.second_case import BROADCAST, EVENTS, LETTER, LIMITS, NOTIFIED, SIGHTINGS, STATEMENTS, inside

WARNED = [
    # file, old, new, place, the warning
    (EVENTS, "2031-04-01/2031-09-30,relative,", "2031-04-01/2031-09-30,stated,", "row 3, date_basis",
     "the date is called stated"),
    (EVENTS, "P02; Q01,Q03,reported", "P02; Q01,Q03,observed", "row 3, modality",
     "no claim that supports it is so firm"),
    (LETTER, 'modality = "reported"', 'modality = "asserted"', "claim P02, modality", "asserted is what the text says"),
    (LETTER, 'speaker = "Ilsa Born, harbour master"\nmodality = "declared"',
     'speaker = "document voice"\nmodality = "observed"', "claim P04, modality",
     "the document’s own voice has observed nothing"),
    (BROADCAST, 'modality = "reported"', 'modality = "declared"', "claim R01, modality",
     "declared is what somebody says on record"),
    (LETTER, 'speaker = "Ilsa Born, harbour master"', 'speaker = "the clerk"', "claim P04, speaker",
     "the origin born has another name"),
    (LIMITS, "cap,refined copper,", "cap,iron,", "row 2, product", "nothing that it names counts this product"),
    (STATEMENTS, "=,33,", ">,33,", "row 2, operator", "the sentence of the row gives another operator"),
    (STATEMENTS, "33 barges passed the locks,sound", "Over 33 barges passed the locks,sound", "row 2, event",
     "the title gives the number otherwise"),
    (STATEMENTS, "33 barges passed the locks,sound", "33 tonnes passed the locks,sound", "row 2, event",
     "the title gives the number otherwise"),
    (STATEMENTS, "June agreement signed", "July agreement signed", "row 7, event", "the title names another time"),
    (STATEMENTS, "2031-04/2031-09,2031-10-07", "2031-04/2031-09,2030-10-07", "row 4, published",
     "it was published before"),
    (NOTIFIED, "2031-05,=,1500,tonne,,,2031-07-01", "2031-05,=,1500,tonne,,,2031-05-01", "row 4, published",
     "it was published before"),
    (NOTIFIED, "2031-05,=,1500,tonne,", "2031-05,=,1500,tonne-per-year,", "row 4, unit", "this is no unit of a filed"),
    (NOTIFIED, "2031-05,=,1500,tonne,", "2031-05,=,1500,barge,", "row 4, unit", "this is no unit of a filed amount"),
    (SIGHTINGS, "osprey-in-may,osprey", "osprey-in-may,grebe", "row 2, event", "the title does not name the vessel"),
    (SIGHTINGS, "Port Ansel,satellite", "Nampo,satellite", "row 2, event", "the title does not name the place"),
    (SIGHTINGS, "2031-05-03,2031-06-01", "2031-05-03,2030-06-01", "row 2, published", "it was published before"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("file", "old", "new", "place", "what"), WARNED, ids=[f"{row[0]} {row[2][:40]}" for row in WARNED]
)
def test_what_goes_beyond_what_it_rests_on_is_warned_of(
    file: str, old: str, new: str, place: str, what: str, second_copy: Path
) -> None:
    plant(second_copy / file, old, new)
    findings = examine(second_copy)
    assert findings.problems == ()
    told = [one for one in findings.warnings if (inside(one.file), one.place) == (file, place)]
    assert [one.what.startswith(what) for one in told] == [True]


def test_a_speaker_whom_only_a_far_paragraph_names_is_warned_of(seeds_copy: Path) -> None:
    claims = seeds_copy / "documents/tanker-trips/evidence.toml"
    actor = 'actor = "Western nations"\n'
    plant(claims, f'{actor}speaker = "document voice"', f'{actor}speaker = "Shin Won-sik"')
    (warning,) = examine(seeds_copy).warnings
    assert (warning.place, warning.what) == (
        "claim B25, speaker", "neither this paragraph nor the one before names Shin, Won-sik",
    )  # fmt: skip


def test_the_first_day_of_a_limit_is_of_a_year_in_which_something_it_names_begins(seeds_copy: Path) -> None:
    plant(seeds_copy / "limits.csv", "01-01,2018-01-01,,all", "01-01,2020-01-01,,all")
    (warning,) = examine(seeds_copy).warnings
    assert (warning.place, warning.expected) == ("row 2, valid_from", "2018")


def test_the_unit_of_a_limit_is_an_amount(second_copy: Path) -> None:
    plant(second_copy / LIMITS, "20000,tonne,", "20000,tonne-per-year,")
    (problem,) = examine(second_copy).problems
    assert (problem.place, problem.what) == ("row 2, unit", "the unit of a limit is an amount, not a rate")


def test_a_rule_allows_an_amount_without_words_for_no_more(second_copy: Path) -> None:
    plant(second_copy / STATEMENTS, '"No more than 20,000 tonnes of', '"Allowed are 20,000 tonnes of')
    assert examine(second_copy).warnings == ()
