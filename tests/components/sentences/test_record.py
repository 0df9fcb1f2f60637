"""The sentences of the public record, on frames whose right words are written out here."""

from datetime import date
from pathlib import Path

import pandas as pd
import pytest

from components.sentences.limits import period_in_words
from components.sentences.method import derived_words
from components.sentences.records.record import (
    coverage_in_words,
    descent_headline,
    descent_sentence,
    notified_headline,
    notified_sentence,
    notified_volume,
)
from components.sentences.timeline import lag_sentence, published_later, timeline_headline, timeline_sentence
from data import Evidence, read_evidence
from data.derived import derived_frame
from data.frames.descent import descent_frame
from data.frames.notified import notified_years
from tests.cases.record_csv import notice, write_record_case
from tests.cases.salt_case import write_case
from tests.components import record_frames as made

YEAR = (date(2031, 1, 1), date(2031, 12, 31))
Entry = tuple[str, int, float, bool, str, str]


@pytest.fixture(scope="module")
def evidence(tmp_path_factory: pytest.TempPathFactory) -> Evidence:
    return read_evidence(write_case(tmp_path_factory.mktemp("sentences") / "seeds", documents=1))


def whole(year: int, volume: float) -> Entry:
    return ("Upper Vale", year, volume, False, f"{year}-01-01", f"{year}-12-31")


def half(year: int, volume: float) -> Entry:
    return ("Upper Vale", year, volume, False, f"{year}-01-01", f"{year}-06-30")


def text(text_id: str, origin: str, inferred: bool = False) -> tuple[str, str, str, str, str, bool, str]:
    return (text_id, "Post", "record", origin, origin, inferred, "sound")


@pytest.mark.parametrize(
    ("entries", "words"),
    [
        ([], "No notified delivery can be set against the limit"),
        ([whole(2030, 400)], "Notified deliveries stayed below the Salt cap in 2030"),
        (
            [half(2030, 400)],
            "Notified deliveries are not shown to be above the Salt cap in 2030; the year is incomplete",
        ),
        ([half(2030, 501)], "Notified deliveries were above the Salt cap in 2030"),
        (
            [half(2030, 400), half(2031, 400)],
            "Notified deliveries are not shown to be above the Salt cap in any year; both are incomplete",
        ),
        (
            [whole(2030, 400), half(2031, 500)],
            "Notified deliveries stayed below the Salt cap in every complete year; one is incomplete",
        ),
        ([whole(2030, 400), whole(2031, 499)], "Notified deliveries stayed below the Salt cap every year"),
        ([whole(2030, 400), whole(2031, 500)], "Notified deliveries did not pass the Salt cap every year"),
        ([whole(2030, 501), whole(2031, 499)], "Notified deliveries were above the Salt cap in 2030"),
        ([whole(2030, 501), whole(2031, 502)], "Notified deliveries were above the Salt cap in 2030 and 2031"),
        (
            [whole(year, 600) for year in range(2030, 2040)],
            "Notified deliveries were above the Salt cap in ten of ten years",
        ),
    ],
)
def test_the_notified_series_says_how_it_stands_to_the_limit(
    evidence: Evidence, entries: list[Entry], words: str
) -> None:
    assert notified_headline(made.notified(entries)[0], evidence) == words


def test_incomplete_years_are_named_in_the_headline(evidence: Evidence) -> None:
    headline = notified_headline(made.notified()[0], evidence)
    assert headline == "Notified deliveries stayed below the Salt cap in every complete year; two are incomplete"


def test_the_sentence_names_the_highest_and_the_latest_year(evidence: Evidence) -> None:
    assert notified_sentence(made.notified()[0], ("notified-050",), evidence) == (
        "Suppliers notified at most ~ 401 tonnes in a year (2030) and 280.5 in 2032 so far as found; the Salt cap is "
        "500 tonnes a year, since 1 Jan 2030. Not counted, because the dates lie in no single year of the limit: "
        "[notified-050]. Notified is what suppliers declared, not what was delivered."
    )


@pytest.mark.parametrize(
    ("volume", "about", "converted", "words"),
    [
        (15_279.0, False, False, "15,279"), (1_194.58, False, False, "1,194.58"), (0.0, True, True, "0"),
        (400_457.4, True, True, "~ 400,000"), (94_992.0, True, True, "~ 95,000"), (7.4567, True, True, "~ 7.46"),
        (105_000.0, True, False, "~ 105,000"), (67_300.0, True, False, "~ 67,300"), (3_226.0, True, False, "~ 3,226"),
        (0.0, True, False, "0"),
    ],
)  # fmt: skip
def test_a_converted_number_is_about_to_three_digits_a_rounded_one_about_and_a_filed_one_as_printed(
    volume: float, about: bool, converted: bool, words: str
) -> None:
    assert notified_volume(volume, about, converted) == words


def test_a_sum_of_which_a_part_is_rounded_is_rounded_too(evidence: Evidence) -> None:
    entries = [whole(2030, 3_226), ("Hill Coast", 2030, 105_000.0, False, "2030-01-01", "2030-12-31")]
    sentence = notified_sentence(made.notified(entries, rounded=("Hill Coast",))[0], (), evidence)
    assert sentence.startswith("Suppliers notified at most ~ 108,000 tonnes in a year (2030)")


def test_a_difference_to_a_rounded_amount_is_about(tmp_path: Path) -> None:
    rows = (
        notice("whole", "2039", "67.3", operator="~", standing="part"),
        notice("spring", "2039-01/2039-06", "64"),
        notice("rest", "2039-07/2039-12", "3.3", operator="~", derived_from="whole; spring"),
    )
    made_case = read_evidence(write_record_case(tmp_path / "made", *rows))
    (row,) = derived_frame(made_case, None).to_dict("records")
    assert derived_words(row, None, made_case) == "about 3.3 tonnes"


def test_the_sentence_says_about_where_a_source_rounds(evidence: Evidence) -> None:
    sentence = notified_sentence(made.notified(rounded=("Hill Coast",))[0], (), evidence)
    assert "at most ~ 401 tonnes in a year (2030) and ~ 280.5 in 2032 so far as found" in sentence


@pytest.mark.parametrize(
    ("first", "last", "words"),
    [
        (date(2031, 1, 1), date(2031, 11, 30), "Jan–Nov"),
        (date(2031, 1, 1), date(2031, 1, 31), "Jan only"),
        (date(2031, 2, 3), date(2031, 12, 4), "3 Feb–4 Dec"),
        (date(2031, 1, 1), date(2031, 12, 31), "with gaps"),
    ],
)
def test_an_incomplete_number_says_which_part_of_the_year_it_covers(first: date, last: date, words: str) -> None:
    assert coverage_in_words(first, last, YEAR, as_of=date(2040, 1, 1)) == words


def test_the_year_of_the_dataset_is_so_far() -> None:
    words = coverage_in_words(date(2031, 1, 1), date(2031, 5, 31), YEAR, as_of=date(2031, 7, 1))
    assert words == "so far, Jan–May"


def test_a_period_over_new_year_has_two_years_in_its_name() -> None:
    assert period_in_words(date(2031, 12, 22), date(2032, 12, 21)) == "2031/32"


@pytest.mark.parametrize(
    ("texts", "words"),
    [
        ([], "No text is traced to an origin"),
        ([text("a", "x")], "The one text goes back to one origin"),
        ([text("a", "x"), text("b", "x")], "Both texts collected here go back to one origin"),
        ([text("a", "x"), text("b", "x"), text("c", "x")], "All 3 texts collected here go back to one origin"),
        ([text("a", "x"), text("b", "x"), text("c", "y")], "2 of the 3 texts collected here go back to one origin"),
        ([text("a", "x"), text("b", "y")], "No two of the 2 texts collected here go back to the same origin"),
        ([text("a", ""), text("b", "")], "The origin of both texts is not known"),
        ([text("a", "x"), text("b", "x"), text("c", "")], "2 of the 3 texts collected here go back to one origin"),
        (
            [text("a", "x"), text("a", "y"), text("b", "x"), text("b", "y")],
            "2 of the 2 texts collected here go back to one origin",
        ),
    ],
)
def test_the_origin_graph_says_how_many_texts_go_back_to_one(
    texts: list[tuple[str, str, str, str, str, bool, str]], words: str
) -> None:
    assert descent_headline(made.descent(texts)) == words


def test_the_sentence_says_how_much_of_the_descent_is_inferred() -> None:
    assert descent_sentence(made.descent()) == (
        "4 texts of the 6 collected here descend from Barge Watch, 1 of them by inference; in all 2 origins stand "
        "behind them. Texts of one origin do not confirm each other."
    )


def test_the_timeline_says_what_the_public_record_knows_to_the_day() -> None:
    quoted = made.events(
        [("e1", "shipments", "Salt sold", "2039-06"), ("e2", "shipments", "More", "2039")], cited=False
    )
    both = pd.concat([quoted, made.events()], ignore_index=True)
    assert timeline_headline(both) == ("Salt in June 2039; of six cited ones four are known to the day")
    assert timeline_sentence(both, 10, ["Shipments"]) == (
        "8 events of 10 in 1 lane: 2 quoted from stored texts, 6 cited from the public record (↗)."
    )


def test_the_public_record_alone_has_a_headline_too() -> None:
    assert timeline_headline(made.events()) == "Of six cited events four are known to the day"


def test_what_was_notified_in_the_case_stayed_below_its_limit_as_far_as_it_is_complete() -> None:
    own = read_evidence()
    assert notified_headline(notified_years(own), own) == (
        "Notified deliveries stayed below the UN cap in every complete year; four are incomplete"
    )


def test_most_texts_of_the_case_go_back_to_one_origin() -> None:
    sentence = descent_sentence(descent_frame(read_evidence()))
    assert "descend from Open Source Centre, with the BBC" in sentence


def dated(*days: tuple[str, str]) -> pd.DataFrame:
    """Cited events by their last day and the day of publication; empty where one is not known."""
    columns = {"latest": [one for one, _ in days], "published": [one for _, one in days]}
    return pd.DataFrame({name: pd.to_datetime(cells) for name, cells in columns.items()}).assign(cited=True)


@pytest.mark.parametrize(
    ("latest", "published", "words"),
    [
        ("2031-03-07", "2031-04-13", "published 37 days later"),
        ("2031-03-07", "2031-03-08", "published 1 day later"),
        ("2031-03-07", "2031-03-07", "published on the same day"),
        ("2031-03-07", "2031-03-01", ""),  # while it went on: nobody knows how late
        ("", "2031-03-01", ""),
        ("2031-03-07", "", ""),
    ],
)
def test_how_late_a_fact_was_published_is_counted_from_its_last_possible_day(
    latest: str, published: str, words: str
) -> None:
    assert published_later(dated((latest, published)).iloc[0]) == words


def test_the_middle_of_all_delays_is_said_and_the_longest() -> None:
    some = dated(("2031-03-01", "2031-03-02"), ("2031-03-01", "2031-03-11"), ("2031-03-01", "2031-06-09"), ("", ""))
    assert lag_sentence(some) == (
        "Half of the 3 cited events with both days known were published within 10 days, the last of them "
        "after 100 days."
    )
    assert lag_sentence(some.head(2)) == ""
    assert lag_sentence(some.assign(cited=False)) == ""
