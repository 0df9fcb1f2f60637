"""The sentence of a row of the public record gives the number of its columns, and its title no other."""

from pathlib import Path

import pytest

from data.reading.seeds import examine
from tests.cases.record_csv import write_record_case
from tests.cases.second_case import STATEMENTS

SOUND: list[tuple[str, str]] = []


def warned(folder: Path, **cells: str) -> list[tuple[str, str]]:
    """What is warned of in a statement with these cells; a statement is never refused for its words."""
    write_record_case(folder, statements=({"record_id": "said", "date": "2039"} | cells,))
    found = examine(folder)
    assert found.problems == ()
    return [(one.place.removeprefix("row 2, "), one.what) for one in found.warnings if one.file.endswith(STATEMENTS)]


@pytest.mark.parametrize(
    "cells",
    [
        {"statement": "More than 300 tonnes of salt", "operator": ">", "value": "300", "unit": "tonne"},
        {"statement": "300 tonnes of salt", "operator": "=", "value": "300", "unit": "tonne"},
        {"statement": "The office says 300", "operator": "=", "value": "300", "unit": "tonne"},
        {"statement": "300 to 400 tonnes", "operator": "range", "low": "300", "high": "400", "unit": "tonne"},
        {"statement": "Half a million tonnes", "operator": "=", "value": "500000", "unit": "tonne"},
        {"statement": "7.5 barrels a tonne", "operator": "=", "value": "7.5", "unit": "per-tonne"},
        {"statement": "Salt went down the river"},
    ],
)
def test_a_sentence_that_gives_its_number_is_sound(tmp_path: Path, cells: dict[str, str]) -> None:
    assert warned(tmp_path / "salt", **cells) == SOUND


@pytest.mark.parametrize(
    ("cells", "key", "what"),
    [
        (
            {"statement": "More than 300 tonnes", "operator": ">", "value": "3000", "unit": "tonne"},
            "value",
            "the sentence of the row does not give its number",
        ),
        (
            {"statement": "Half of 300 tonnes", "operator": "=", "value": "300", "unit": "tonne"},
            "value",
            "“half of” measures something against this number",
        ),
        (
            {"statement": "Much salt", "operator": "=", "value": "300", "unit": "tonne"},
            "value",
            "the sentence of the row does not give its number",
        ),
        (
            {"statement": "300 to 400 tonnes", "operator": "range", "low": "300", "high": "500", "unit": "tonne"},
            "low",
            "the sentence of the row does not give its number",
        ),
        (
            {"statement": "More than 300 tonnes", "operator": "<", "value": "300", "unit": "tonne"},
            "operator",
            "the sentence of the row gives another operator",
        ),
        (
            {"statement": "300 tonnes", "operator": ">", "value": "300", "unit": "tonne"},
            "operator",
            "the sentence of the row gives another operator",
        ),
        (
            {"statement": "300 barrels", "operator": "=", "value": "300", "unit": "tonne"},
            "unit",
            "the sentence of the row counts something else",
        ),
    ],
)
def test_a_sentence_that_says_something_else_is_warned_of(
    tmp_path: Path, cells: dict[str, str], key: str, what: str
) -> None:
    assert warned(tmp_path / "salt", **cells) == [(key, what)]


@pytest.mark.parametrize(
    ("title", "what"),
    [
        ("Over 300 tonnes sold", None),
        ("Over three hundred tonnes sold", None),
        ("Salt sold in 2039", None),
        ("400 tonnes sold", "the statement does not give this number"),
        ("Four hundred tonnes sold", "the statement does not give this number"),
        ("Three hundred tonnes sold", "the title gives the number otherwise than the row"),
        ("Over 300 barrels sold", "the title gives the number otherwise than the row"),
        ("Salt sold in June 2039", "the title names another time than the row"),
    ],
)
def test_a_title_has_no_number_that_the_statement_does_not_give(tmp_path: Path, title: str, what: str | None) -> None:
    cells = {"statement": "More than 300 tonnes", "operator": ">", "value": "300", "unit": "tonne", "event": title}
    assert warned(tmp_path / "salt", **cells) == ([("event", what)] if what else [])
