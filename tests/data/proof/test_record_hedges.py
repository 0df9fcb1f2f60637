"""A row of the public record holds back as its source does: in its sentence, its title, and the words of hedge."""

from pathlib import Path

import pytest

from data.reading.seeds import examine
from tests.cases.record_csv import write_record_case
from tests.cases.second_case import STATEMENTS

FIRMER = "the sentence is firmer than its source, which has “appear to show”"


def warned(folder: Path, **cells: str) -> list[tuple[str, str]]:
    """What is warned of in a statement with these cells; a statement is never refused for its words."""
    write_record_case(folder, statements=({"record_id": "said", "date": "2039"} | cells,))
    found = examine(folder)
    assert found.problems == ()
    return [(one.place.removeprefix("row 2, "), one.what) for one in found.warnings if one.file.endswith(STATEMENTS)]


@pytest.mark.parametrize(
    "cells",
    [
        {"statement": "Images appear to show empty barges", "hedge": "appear to show"},
        {"statement": "Barges probably came empty", "hedge": "likely"},
        {"statement": "At least 89 barges came", "hedge": "at least 89"},
        {"statement": "89 to 95 barges came", "hedge": "at least"},
        {"statement": "Barges came at least 89 times, likely to deliver", "hedge": "at least 89 times; likely"},
        {"statement": "Barges came", "hedge": ""},
        {"statement": "Salt is said to be sold, and may be sold again", "hedge": "is said to; may"},
        {"statement": "Barges likely came", "hedge": "likely", "event": "Barges likely at the lock"},
        {"statement": "About 40 barges came", "hedge": "around 40", "event": "About 40 barges at the lock"},
        {"statement": "A supplier who may sell must say so", "kind": "rule"},
        {"statement": "The office denies it", "kind": "denial"},
    ],
)
def test_a_sentence_as_firm_as_its_source_is_sound(tmp_path: Path, cells: dict[str, str]) -> None:
    assert warned(tmp_path / "salt", **cells) == []


@pytest.mark.parametrize(
    ("cells", "key", "what"),
    [
        ({"statement": "Images show empty barges", "hedge": "appear to show"}, "statement", FIRMER),
        (
            {"statement": "89 barges came", "hedge": "at least 89 times"},
            "statement",
            "the sentence is firmer than its source, which has “at least 89 times”",
        ),
        (
            {"statement": "Barges were 90 percent full", "hedge": "around 90 percent"},
            "statement",
            "the sentence is firmer than its source, which has “around 90 percent”",
        ),
        ({"statement": "Barges likely came", "hedge": "certainly; likely"}, "hedge", "these words hold nothing back"),
        (
            {"statement": "Barges likely came"},
            "hedge",
            "the sentence is hedged (“likely”), and hedge does not give the source’s own words",
        ),
        (
            {"statement": "Barges likely came", "hedge": "likely", "event": "Barges at the lock"},
            "event",
            "the title is firmer than the source, which has “likely”",
        ),
    ],
)
def test_a_sentence_or_title_firmer_than_its_source_is_warned_of(
    tmp_path: Path, cells: dict[str, str], key: str, what: str
) -> None:
    assert warned(tmp_path / "salt", **cells) == [(key, what)]


def test_a_file_without_the_column_is_read_as_before(tmp_path: Path) -> None:
    folder = tmp_path / "salt"
    write_record_case(folder, statements=({"record_id": "said", "statement": "Barges came"},))
    found = examine(folder)
    assert found.problems == ()
    assert found.evidence.statements[0].hedge == ()
