"""The floors: the least that anybody could write for the same job, as apps of their own."""

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

EMPTY = "import streamlit\n"
ONE_CHART = """import plotly.graph_objects as go
import streamlit as st

st.plotly_chart(go.Figure(go.Scatter(y=list(range(50)))))
"""


@contextmanager
def floor_app(source: str) -> Iterator[Path]:
    """A script in a folder of its own, so that no configuration of this project reaches it."""
    with tempfile.TemporaryDirectory(prefix="floor-") as folder:
        script = Path(folder) / "app.py"
        script.write_text(source, encoding="utf-8")
        yield script
