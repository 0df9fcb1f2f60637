"""What a page does not need is not loaded before it is opened."""

import subprocess
import sys

from tests.pages.view import ROOT

# What one page has loaded is forgotten before the next; AppTest itself loads plotly.
OPENED = """
import sys
from tests.pages.view import DASHBOARD, View
from streamlit.testing.v1 import AppTest
packages = {"plotly", "pptx", "xlsxwriter"}
slide = {f"components.{name}" for name in ("widgets.slide", "widgets.catalogue", "scene.bleed", "figures.compared")}
for where in ("documents", "comparison", "briefing", "volumes"):
    for name in [name for name in sys.modules if name.split(".")[0] in packages or name in slide]:
        del sys.modules[name]
    view = View(AppTest.from_file(DASHBOARD, default_timeout=180)).go(where)
    assert view.trees and not view.failures, view.failures
    assert view.figures or where != "volumes"
    print(where, *sorted((packages | slide) & sys.modules.keys()))
"""


def test_only_pages_with_a_chart_load_plotly_and_none_what_writes_files_or_what_slides_alone_need() -> None:
    run = subprocess.run([sys.executable, "-c", OPENED], cwd=ROOT, capture_output=True, text=True, check=True)
    told = ["documents", "comparison", "briefing components.figures.compared", "volumes plotly"]
    assert run.stdout.splitlines() == told
