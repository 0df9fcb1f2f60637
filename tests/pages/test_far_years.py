"""The pages of folders whose years lie far apart or at the ends of the calendar, and whose words are decomposed."""

from pathlib import Path
from unicodedata import normalize

import pytest

from tests.cases.edit import plant
from tests.cases.salt_case import write_case
from tests.pages.view import Opened


def write_dated(folder: Path, *dates: str) -> Path:
    """A sound case with an event for each date."""
    write_case(folder, len(dates))
    for number, date in enumerate(dates, 1):
        plant(folder / "events.csv", f"2039-{number:02},stated", f"{date},stated")
    return folder


@pytest.mark.parametrize("dates", [("0001", "0001-02"), ("9999-11", "9999-12-31"), ("0001-01-01", "2024", "9999~")])
@pytest.mark.parametrize("page", ["overview", "timeline", "briefing"])
def test_pages_stand_at_the_ends_of_the_calendar(
    opened: Opened, tmp_path: Path, page: str, dates: tuple[str, ...]
) -> None:
    assert opened(page, seeds=write_dated(tmp_path / "case", *dates)).failures == []


def test_the_page_says_which_event_lies_outside_the_axis(opened: Opened, tmp_path: Path) -> None:
    view = opened("timeline", seeds=write_dated(tmp_path / "case", "2039-01", "2039-02", "2039-03", "1961-07"))
    assert "July 1961 (400 tonnes of salt) lies outside the axis, so that the others keep their scale." in view.text


@pytest.mark.parametrize("typed", [normalize("NFC", "pétroliers"), normalize("NFD", "PÉTROLIERS")])
@pytest.mark.parametrize("stored", ["NFC", "NFD"])
def test_words_are_found_composed_and_decomposed_alike(opened: Opened, tmp_path: Path, stored: str, typed: str) -> None:
    folder = write_case(tmp_path / "case", 2)
    title = normalize("NFC" if stored == "NFC" else "NFD", "Les pétroliers")
    plant(folder / "events.csv", "salt,100 tonnes of salt", f"salt,{title}")
    view = opened("timeline", seeds=folder, words=typed)
    assert len(view.rows()) == 1
    assert title in view.text
