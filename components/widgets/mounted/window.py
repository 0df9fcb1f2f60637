"""How wide the reader's window is, as the browser tells; and the key that searches."""

import streamlit as st

from components import state
from components.widgets.mounted.component import Component

_COMPONENT = Component("window", "<span></span>")
BELOW = {"narrow": 700, "medium": 1_230}  # pixels, narrowest first


def watch(search: str) -> None:
    """Note the width of the window; one that is not wide draws the page a second time, for itself.

    The key / leads into the field whose label is `search`.
    """
    told = {"below": BELOW, "known": state.width(), "search": search}
    said = _COMPONENT(data=told, key="window", on_width_change=lambda: None, height=1)
    if said.width and state.remember_width(str(said.width)):
        st.rerun()
