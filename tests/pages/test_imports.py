"""What a page does not need is not loaded before it is opened."""

import subprocess
import sys

import pytest

from tests.pages.view import ROOT

OPENED = """
import sys
from tests.pages.view import DASHBOARD, View
from streamlit.testing.v1 import AppTest
for name in [name for name in sys.modules if name.split(".")[0] == "plotly"]:
    del sys.modules[name]  # AppTest loads it for itself
view = View(AppTest.from_file(DASHBOARD, default_timeout=60)).go("{where}")
assert view.trees and not view.failures, view.failures
print(sorted({{"plotly", "pptx", "xlsxwriter"}} & sys.modules.keys()))
"""


@pytest.mark.parametrize(
    ("where", "loaded"),
    [("documents", "[]"), ("comparison", "[]"), ("volumes", "['plotly']"), ("briefing", "[]")],
)
def test_only_pages_with_a_chart_load_plotly_and_none_what_writes_files(where: str, loaded: str) -> None:
    run = subprocess.run(
        [sys.executable, "-c", OPENED.format(where=where)], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert run.stdout.strip() == loaded
