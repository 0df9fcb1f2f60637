"""python -m benchmarks.loaded PAGE: open a page in this fresh process and print the watched modules that it brought."""

import json
import sys

from streamlit.testing.v1 import AppTest

from benchmarks.measuring import ROOT
from components.pages import PAGES

WATCHED = ("plotly", "components.figures", "plotly.express", "rapidfuzz", "pptx")
PATIENCE_S = 60


def loaded_by(page: str) -> list[str]:
    """The watched modules in this process once the page has been opened and run again. Raises if it shows an error."""
    app = AppTest.from_file(str(ROOT / "dashboard.py"), default_timeout=PATIENCE_S)
    # Before the first run the page is found by its file; the page the app opens on has no address of its own.
    if not next(entry.first for entry in PAGES if entry.name == page):
        app.switch_page(f"components/pages/{page}.py")
    app.run()
    app.run()
    if app.exception or app.error:
        raise RuntimeError(f"the page “{page}” shows an error")
    return _present()


def _present() -> list[str]:
    return [name for name in WATCHED if name in sys.modules]


if __name__ == "__main__":
    before = _present()
    print(json.dumps({"streamlit": before, "page": [name for name in loaded_by(sys.argv[1]) if name not in before]}))
