"""One run reports everything: a fault in one key does not hide those in the others."""

from pathlib import Path

from data import examine
from tests.cases.edit import plant

EVIDENCE = "documents/oil-volume/evidence.toml"


def places(folder: Path) -> list[str]:
    return [problem.place for problem in examine(folder).problems]


def test_a_bad_date_does_not_hide_a_shifted_quote_and_an_unknown_topic(seeds_copy: Path) -> None:
    plant(seeds_copy / EVIDENCE, "start = 283\nend = 376", "start = 284\nend = 377")
    plant(seeds_copy / EVIDENCE, 'date_text_only = "2024?"', 'date_text_only = "2024-13"')
    plant(seeds_copy / EVIDENCE, 'topic = "load"', 'topic = "loads"')
    assert places(seeds_copy) == ["claim A04", "claim A04, date_text_only", "claim A11, topic"]


def test_a_bad_date_of_an_event_does_not_hide_an_unknown_claim(seeds_copy: Path) -> None:
    plant(seeds_copy / "events.csv", ",2024-06,", ",last week,")
    plant(seeds_copy / "events.csv", ",B18,", ",B99,")
    assert places(seeds_copy) == ["row 5, date", "row 5, supports"]


def test_words_for_a_date_that_stand_nowhere_in_the_document_are_refused(seeds_copy: Path) -> None:
    plant(seeds_copy / EVIDENCE, 'date_words = "this year"', 'date_words = "last year"')
    assert places(seeds_copy) == ["claim A04, date_words"]


def test_a_lone_quotation_mark_does_not_hide_the_rows_after_it(seeds_copy: Path) -> None:
    with (seeds_copy / "events.csv").open("a", encoding="utf-8") as file:
        file.write('"nonsense" x,1\n' * 10_000)
    assert len(places(seeds_copy)) == 10_000
