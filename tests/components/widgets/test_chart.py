"""What draws the figures in the browser: vendored, of the version that plotly.py means, and asked for by its name."""

import hashlib
import json
from pathlib import Path

import plotly
import plotly.graph_objects as go
import pytest

from components.widgets.mounted.chart import written
from components.widgets.mounted.component import FOLDER
from tests.goldens import GOLDEN

STATIC = Path(__file__).parents[3] / "static"
BUNDLE = "plotly-basic-4.1.1.min.js"
# Of plotly-basic.min.js in the package plotly.js-basic-dist-min 4.1.1, as it was published.
PUBLISHED = "99784e3abfb07b142a15e521a439e6d9addceadb3f79553fd24c72774f0649ba"
IN_BUNDLE = {"scatter", "bar", "pie"}


def version_in(bundle: Path) -> str:
    with bundle.open(encoding="utf-8") as lines:
        return next(line.split()[-1] for line in lines if "plotly.js" in line)


def test_the_browser_draws_with_the_version_that_plotly_for_python_writes_for() -> None:
    whole = Path(plotly.__file__).parent / "package_data" / "plotly.min.js"
    assert version_in(STATIC / BUNDLE) == version_in(whole) == "v4.1.1"


def test_the_bundle_is_the_published_one_byte_for_byte_with_its_licence_beside_it() -> None:
    assert hashlib.sha256((STATIC / BUNDLE).read_bytes()).hexdigest() == PUBLISHED
    assert (STATIC / "plotly-basic-LICENSE.txt").read_text(encoding="utf-8").startswith("MIT License\n")


def test_there_is_one_bundle_and_the_script_asks_for_it() -> None:
    assert [path.name for path in STATIC.glob("*.js")] == [BUNDLE]
    assert f"/app/static/{BUNDLE}" in (FOLDER / "chart.js").read_text(encoding="utf-8")


def test_no_figure_needs_a_kind_of_chart_that_the_bundle_lacks() -> None:
    figures = [json.loads(path.read_text(encoding="utf-8")) for path in GOLDEN.glob("*.json")]
    assert len(figures) > 40
    assert {trace["type"] for figure in figures for trace in figure["data"]} <= IN_BUNDLE


@pytest.mark.parametrize(("width", "told"), [({}, None), ({"width": 1328}, 1328)])
def test_a_figure_is_written_with_its_size(width: dict[str, int], told: int | None) -> None:
    figure = go.Figure({"data": [{"type": "bar", "y": [1, 2]}], "layout": {"height": 541, **width}})
    drawn = written(figure)
    assert (drawn.width, drawn.height) == (told, 541)
    assert json.loads(drawn.figure)["data"] == [{"type": "bar", "y": [1, 2]}]


def test_nothing_but_scripts_and_styles_lies_where_everybody_can_fetch_it() -> None:
    assert {path.suffix for path in FOLDER.rglob("*")} == {".js", ".css"}
