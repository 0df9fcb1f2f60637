"""What the browser gets while the server is still importing pandas: the look of the page, and what draws charts.

Without this it hears of the first chart only after all imports. The first run of a process sends a place for a chart
with nothing in it and takes it away again. Nothing heavy is imported here.
"""

import sys
from collections.abc import Collection, Iterator
from contextlib import contextmanager
from urllib.parse import urlsplit

import streamlit as st

from components.widgets.mounted import chart
from components.widgets.mounted.component import Component

_PAGE = Component("page", "<span></span>", scripted=False, styled=True, isolated=False)


def address() -> str | None:
    """The last part of the address, which names a page before the navigation has chosen it; None where nobody knows."""
    return urlsplit(st.context.url).path.rpartition("/")[2] if st.context.url else None


def look() -> None:
    """The style of the whole page, before anything stands on it; it takes no room."""
    _PAGE(key="look")


@contextmanager
def chart_bundle(pages_with_charts: Collection[str]) -> Iterator[None]:
    """Around the imports of the pages: what stands in here takes time only in the first run of a process.

    The pages are named by the last part of their address.
    """
    slot = st.empty()  # in every run, so that the elements after it keep their places
    if "components.state" not in sys.modules and address() in pages_with_charts:
        with slot:
            chart.fetch("early chart")
    yield
    slot.empty()
