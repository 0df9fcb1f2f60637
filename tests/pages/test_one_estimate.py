"""The same numbers by three ways out of the house: the page, the slides of the command line, the tables of the zip."""

import csv
import io
import zipfile
from pathlib import Path

import pytest
from pptx import Presentation

from barrelwatch import main
from tests.pages.view import Opened

VOLUME = "about 930,000 barrels (90% range 620,000–1,400,000)"
SHARES = {"joint": "more than 99 of 100", "alone": "99 of 100"}
PASSED = {"joint": "14 Jun 2024", "alone": "16 Jul 2024"}
FIRST = {
    "joint": "In more than 99 of 100 runs the modelled volume, with what else was notified, is above the UN cap",
    "alone": "In 99 of 100 runs the modelled volume, Russia’s alone, is above the UN cap",
}


def slides(path: Path) -> str:
    """All words on the slides of a file."""
    shapes = [shape for page in Presentation(str(path)).slides for shape in page.shapes]
    cells = [cell.text for shape in shapes if shape.has_table for row in shape.table.rows for cell in row.cells]
    return "\n".join([*(shape.text_frame.text for shape in shapes if shape.has_text_frame), *cells])


def table(path: Path, name: str) -> dict[str, dict[str, str]]:
    """Of a table in a zip the rows with trips not seen, by the comparison they are of."""
    with zipfile.ZipFile(path) as packed:
        rows = csv.DictReader(io.StringIO(packed.read(f"package/{name}.csv").decode("utf-8-sig")))
        return {row["comparison"]: row for row in rows if row["series"] == "all"}


@pytest.mark.parametrize(("comparison", "query"), [("joint", {}), ("alone", {"counted": "alone"})])
def test_page_slides_and_zip_give_the_same_numbers_for_both_comparisons(
    opened: Opened, tmp_path: Path, comparison: str, query: dict[str, str]
) -> None:
    view = opened("estimate", **query)
    link = f"https://views.invalid/estimate?{'&'.join(f'{name}={value}' for name, value in query.items())}"
    assert main(["deck", str(tmp_path / "deck.pptx"), "--view", link]) == 0
    assert main(["export", str(tmp_path / "data.zip"), "--view", link]) == 0
    on_slides, (finding,) = slides(tmp_path / "deck.pptx"), view.words("p", "finding")
    on_page = "\n".join([finding, *view.words("td")])
    totals, crossing = (table(tmp_path / "data.zip", f"estimate_{name}") for name in ("totals", "crossing"))
    for told in (on_page, on_slides):
        assert VOLUME in told
        assert FIRST[comparison] in told
        assert all(passed in told for passed in PASSED.values())
    assert {key: row["above_limit"] for key, row in totals.items()} == SHARES
    assert {(row["q05"], row["q50"], row["q95"]) for row in totals.values()} == {("620000", "930000", "1400000")}
    assert [row["q50"] for row in (crossing["joint"], crossing["alone"])] == ["2024-06-14", "2024-07-16"]
