"""Tables as CSV: complete, and harmless in a spreadsheet program."""

import csv
import io
import re
from pathlib import Path
from xml.etree import ElementTree

import pytest
from streamlit.runtime.context import ContextProxy

from data.reading.seeds import SEEDS, fingerprint
from tests.pages.conftest import Files
from tests.pages.view import PAGE_NAMES, Opened

DIGITS = re.compile(r"-?\d+\.\d+")
FORMULA_MARKS = ("=", "+", "-", "@", "\t", "\r")


def rows_of(file: bytes) -> list[list[str]]:
    return list(csv.reader(io.StringIO(file.decode("utf-8-sig"), newline="")))


WITH_TABLES = [name for name in PAGE_NAMES if name != "briefing"]


@pytest.mark.parametrize("where", WITH_TABLES)
def test_every_download_of_every_page_is_harmless_rounded_and_says_of_which_data_and_view_it_is(
    opened: Opened, second_case: Path, files: Files, where: str
) -> None:
    query = {"document": "Q"} if where in ("documents", "timeline") else {}
    seeds = SEEDS if where in ("volumes", "estimate") else second_case
    opened(where, seeds, **query)
    of_data = f"0.2.0 {fingerprint(seeds)[:12]}"
    assert files
    for name, file in files.items():
        if name.endswith(".svg"):
            continue
        head, *rows = rows_of(file)
        for row in rows:
            told = dict(zip(head, row, strict=True))
            assert told["data_version"] == of_data, name
            said = f"Barrelwatch dataset 0.2.0, fingerprint {of_data[-12:]}: /"
            assert told["link"].startswith(said), name
            assert [cell for cell in row if cell.startswith(FORMULA_MARKS) and cell != "="] == [], name
            assert [cell for cell in row if "localhost" in cell or "127.0.0.1" in cell] == [], name
            assert [cell for cell in row if DIGITS.fullmatch(cell) and len(cell.strip("-0.")) > 8] == [], name


@pytest.mark.parametrize(
    ("served", "told", "stands"),
    [
        ("https://dash.example/b/", "", "https://dash.example/b/timeline?lane=oil&data="),
        ("http://127.0.0.1:8501/", "https://dash.example", "https://dash.example/timeline?lane=oil&data="),
        ("http://127.0.0.1:8501/", "no address", "Barrelwatch dataset 0.2.0, fingerprint "),
    ],
)
def test_a_download_names_an_address_only_where_others_can_follow_it(
    opened: Opened, files: Files, monkeypatch: pytest.MonkeyPatch, served: str, told: str, stands: str
) -> None:
    monkeypatch.setattr(ContextProxy, "url", f"{served}timeline?lane=oil")
    monkeypatch.setenv("BARRELWATCH_PUBLIC_URL", told)
    opened("timeline", lane="oil")
    head, row, *_ = rows_of(files["timeline.csv"])
    assert dict(zip(head, row, strict=True))["link"].startswith(stands)


def test_a_formula_in_a_quote_keeps_its_words_behind_an_apostrophe(
    opened: Opened, second_case: Path, files: Files
) -> None:
    opened("documents", second_case, document="Q")
    cells = [cell for row in rows_of(files["claims-of-document-Q.csv"]) for cell in row]
    assert '\'=HYPERLINK("http://example.invalid") stands where the chart should be' in cells


def test_a_download_names_its_claims_with_the_number_and_its_operator(opened: Opened, files: Files) -> None:
    opened("volumes")
    head, row, *_ = rows_of(files["volumes.csv"])
    cells = dict(zip(head, row, strict=True))
    assert (cells["claim_ids"], cells["operator"], float(cells["volume"])) == ("A04", ">", 1_000_000)


def test_a_download_holds_the_rows_that_the_filters_leave(opened: Opened, files: Files) -> None:
    opened("timeline", lane="oil", document="A")
    rows = rows_of(files["timeline.csv"])
    assert [row[rows[0].index("event_id")] for row in rows[1:]] == ["oil-delivered", "trips-since-march"]


def test_a_download_of_a_long_table_holds_all_of_it(opened: Opened, files: Files, cases: dict[str, Path]) -> None:
    opened("comparison", cases["thirty documents"], document=[f"R{number}" for number in range(1, 31)])
    assert len(rows_of(files["source-comparison.csv"])) == 31


def test_a_modelled_table_made_under_a_readers_own_assumptions_says_so_in_its_name(
    opened: Opened, files: Files
) -> None:
    opened("volumes", count="60", counted="alone")
    assert "volumes-own-assumptions-60-trips-russia-alone-without-what-else-was-notified.csv" in files
    assert "volumes.csv" not in files


def test_every_row_of_a_download_names_its_data_and_its_view(opened: Opened, files: Files) -> None:
    opened("timeline", lane="oil", document="A")
    head, *rows = rows_of(files["timeline.csv"])
    named = [dict(zip(head, row, strict=True)) for row in rows]
    assert len(named) == 2
    for row in named:
        number, fingerprint = row["data_version"].split(" ")
        assert number.count(".") == 2
        assert len(fingerprint) == 12
        assert row["link"].endswith(f"/timeline?lane=oil&document=A&data={fingerprint}")


def test_every_figure_is_handed_out_as_a_drawing_with_its_words(opened: Opened, files: Files) -> None:
    opened("estimate", load="0.6")
    drawings = {name: file.decode() for name, file in files.items() if name.endswith(".svg")}
    names = {"dots", "cumulative", "tornado"}
    assert {next(name for name in names if f"-{name}-" in file) for file in drawings} == names
    assert all("own" in file for file in drawings)
    for drawing in drawings.values():
        root = ElementTree.fromstring(drawing)
        assert [child.tag.rpartition("}")[2] for child in root[:2]] == ["title", "desc"]
        assert "load on departure 60% instead of 86%" in " ".join("".join(root.itertext()).split())
