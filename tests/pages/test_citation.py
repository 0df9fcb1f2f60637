"""A cited view on the page: what has become of it, in plain words, and never an exception."""

from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from components.state.started import day_at
from data.reading.seeds import SEEDS, fingerprint
from tests.pages.view import PAGE_NAMES, Opened

NOW = fingerprint(SEEDS)[:12]
OLD = "163b490687c6"  # dataset 0.1.0
UNKNOWN = "ffffffffffff"


@pytest.mark.parametrize("where", PAGE_NAMES)
def test_every_page_opened_by_a_link_of_the_same_data_says_nothing_of_them(opened: Opened, where: str) -> None:
    view = opened(where, data=NOW)
    assert view.failures == []
    assert [notice for notice in view.notices if "data" in notice] == []


@pytest.mark.parametrize("where", PAGE_NAMES)
def test_every_page_opened_by_a_link_of_unknown_data_says_so(opened: Opened, where: str) -> None:
    view = opened(where, data=UNKNOWN)
    assert view.failures == []
    assert any("Nobody has recorded the data this link was made on" in notice for notice in view.notices)


def test_a_link_of_the_first_dataset_says_what_has_changed_since(opened: Opened) -> None:
    view = opened("volumes", data=OLD)
    (told,) = [notice for notice in view.notices if "The data have changed" in notice]
    assert "then dataset 0\\.1\\.0 \\(fingerprint 163b490687c6, recorded on 21 November 2026\\)" in told
    assert "The public record" in told
    assert "no number → about 790,000 barrels" in told


@pytest.mark.parametrize(
    "query",
    [
        {"data": "<script>alert(1)</script>"},
        {"data": NOW, "said": "r-gt-1-barrel", "seal": "0" * 12},
        {"data": NOW, "said": "x" * 10_000},
        {"seal": "abc"},
        {"said": "../../etc/passwd"},
    ],
    ids=["script", "wrong seal", "10 kB", "seal alone", "path"],
)
def test_a_tampered_link_gets_a_plain_sentence(opened: Opened, query: dict[str, str]) -> None:
    view = opened("overview", **query)
    assert view.failures == []
    assert any(notice.startswith("This link was altered after it was made") for notice in view.notices)
    assert not any("<script>" in text for text in view.markdown)


def test_a_link_to_another_case_says_that_its_data_are_not_known_here(opened: Opened, cases: dict[str, Path]) -> None:
    view = opened("overview", cases["second case"], data=NOW)
    assert any("Nobody has recorded the data" in notice for notice in view.notices)
    assert view.failures == []


def test_a_citation_bears_the_day_of_whoever_takes_it() -> None:
    late = datetime(2031, 11, 27, 22, tzinfo=UTC)
    assert day_at("Asia/Seoul", late) == date(2031, 11, 28)
    assert day_at("America/New_York", late) == date(2031, 11, 27)
    assert {day_at(zone, late) for zone in (None, "", "../../etc/passwd", "\0", "Nowhere")} == {
        late.astimezone().date()
    }
