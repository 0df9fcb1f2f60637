"""What is said above a cited view: what its numbers were, what they are, and which change made the difference."""

from math import nan
from pathlib import Path

import pytest

from components.sentences.changes import change_sentences, effect_in_words, numbers_in_words
from components.sentences.citation import Altered, Cited
from data.models.changes import Headline
from data.models.evidence import Evidence
from data.reading.seeds import read_evidence
from tests.cases.edit import write
from tests.cases.salt_case import write_case
from tests.data.models.test_changes import FIRST, HEADER, SECOND

THEN = Headline("=", 100, nan, "tonne", 500, "tonne")
NOW = Headline("=", 200, nan, "tonne", 500, "tonne")
OTHER = Headline("=", 300, nan, "tonne", 500, "tonne")
TODAY = "The numbers below are those of dataset 0.1.0, last looked 1 January 2040."


@pytest.fixture
def salt(tmp_path: Path) -> Evidence:
    """A case whose present data are recorded as the third state."""
    folder = write_case(tmp_path / "salt", 1)
    now = read_evidence(folder).fingerprint
    third = f"change-003,2040-03-01,0.1.0,{now},A ship was added.,Seen late.,=,200,,tonne,500,tonne,,,,\n"
    write(folder / "changes.csv", HEADER + FIRST + SECOND + third)
    return read_evidence(folder)


def test_a_view_whose_data_and_numbers_are_the_same_says_nothing(salt: Evidence) -> None:
    assert change_sentences(Cited(salt.fingerprint[:12], NOW), NOW, salt) == []
    assert change_sentences(Cited(salt.fingerprint[:12], None), NOW, salt) == []
    assert change_sentences(None, NOW, salt) == []


def test_a_view_of_older_data_says_what_it_was_what_it_is_and_every_change_since(salt: Evidence) -> None:
    now = salt.fingerprint[:12]
    then_and_now, *changes = change_sentences(Cited("a" * 12, THEN), NOW, salt)
    assert then_and_now == (
        "The data have changed since this view was cited: then dataset 0.1.0 (fingerprint aaaaaaaaaaaa, recorded on "
        f"1 January 2040), now 0.1.0 (fingerprint {now}, last looked 1 January 2040). Then: reported 100 tonnes; "
        "Salt cap 500 tonnes. Now: reported 200 tonnes; Salt cap 500 tonnes."
    )
    assert changes == [
        (
            "1 February 2040, dataset 0.2.0: Salt was corrected. Why: A misprint. Effect on the headline, as sourced: "
            "reported: 100 tonnes → 200 tonnes."
        ),
        "1 March 2040, dataset 0.1.0: A ship was added. Why: Seen late. Effect on the headline, as sourced: none.",
    ]


def test_a_link_without_numbers_takes_them_from_the_record_where_the_assumptions_are_as_sourced(salt: Evidence) -> None:
    first = change_sentences(Cited("a" * 12, None), NOW, salt)[0]
    assert "Then: reported 100 tonnes; Salt cap 500 tonnes. Now: reported 200 tonnes" in first
    own = change_sentences(Cited("a" * 12, None), NOW, salt, as_sourced=False)[0]
    assert own.endswith("What it showed then under these assumptions is not recorded.")


def test_numbers_that_stayed_the_same_are_said_to(salt: Evidence) -> None:
    first = change_sentences(Cited("b" * 12, NOW), NOW, salt)[0]
    assert first.endswith("Its numbers are the same: reported 200 tonnes; Salt cap 500 tonnes.")


def test_data_that_nobody_recorded_get_a_plain_sentence_with_what_the_link_says(salt: Evidence) -> None:
    assert change_sentences(Cited("f" * 12, THEN), NOW, salt) == [
        (
            "Nobody has recorded the data this link was made on (fingerprint ffffffffffff): it may be mistyped, or "
            f"come from another copy. The link itself says: reported 100 tonnes; Salt cap 500 tonnes. {TODAY}"
        )
    ]


def test_an_altered_link_gets_a_plain_sentence_and_none_of_its_numbers(salt: Evidence) -> None:
    assert change_sentences(Altered("its numbers cannot be read"), NOW, salt) == [
        f"This link was altered after it was made, or cut short: its numbers cannot be read. {TODAY}"
    ]


def test_numbers_that_are_not_those_recorded_for_their_data_are_not_believed(salt: Evidence) -> None:
    assert change_sentences(Cited("a" * 12, OTHER), NOW, salt) == [
        (
            "This link names other numbers than were recorded for its data: it was altered, or made by a version that "
            f"reckoned differently. {TODAY}"
        )
    ]


def test_under_a_readers_own_assumptions_the_link_is_the_only_record(salt: Evidence) -> None:
    first = change_sentences(Cited("a" * 12, OTHER), NOW, salt, as_sourced=False)[0]
    assert "Then, as the link says: reported 300 tonnes; Salt cap 500 tonnes." in first


def test_the_same_data_with_other_numbers_are_reckoned_differently(salt: Evidence) -> None:
    (told,) = change_sentences(Cited(salt.fingerprint[:12], NOW), OTHER, salt)
    assert told == (
        "The data are those this view was cited on, but the numbers are reckoned differently now. Then: reported "
        "200 tonnes; Salt cap 500 tonnes. Now: reported 300 tonnes; Salt cap 500 tonnes."
    )


def test_a_forged_number_is_not_believed_on_the_present_data_either(salt: Evidence) -> None:
    (told,) = change_sentences(Cited(salt.fingerprint[:12], OTHER), NOW, salt)
    assert told.startswith("This link names other numbers than were recorded for its data")
    assert "300" not in told


def test_a_last_change_that_nobody_recorded_is_said(tmp_path: Path) -> None:
    folder = write_case(tmp_path / "salt", 1)
    write(folder / "changes.csv", HEADER + FIRST)
    told = change_sentences(Cited("a" * 12, THEN), NOW, read_evidence(folder))
    assert told[1] == "The data were changed again since, and nobody has recorded what and why."


def test_the_numbers_of_a_headline_stand_with_range_and_runs(salt: Evidence) -> None:
    full = Headline(">", 1_000, nan, "tonne", 500, "tonne", 544_971, 792_652, 1_122_065, 0.978)
    assert numbers_in_words(full, salt) == (
        "reported > 1,000 tonnes; Salt cap 500 tonnes; model about 790,000 tonnes (90% range 540,000–1,100,000); "
        "above the Salt cap in 98 of 100 runs"
    )
    assert numbers_in_words(Headline(), salt) == "reported no number"


def test_the_effect_names_only_what_moved(salt: Evidence) -> None:
    before = Headline(">", 1_000, nan, "tonne", 500, "tonne")
    after = Headline(">", 1_000, nan, "tonne", 500, "tonne", 540_000, 790_000, 1_100_000, 0.98)
    assert effect_in_words(before, after, salt) == (
        "model: no number → about 790,000 tonnes (90% range 540,000–1,100,000); runs above the limit: "
        "no number → 98 of 100."
    )
    assert effect_in_words(None, before, salt) == "the first state: reported > 1,000 tonnes; Salt cap 500 tonnes."
