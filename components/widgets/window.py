"""How wide the reader's window is; the browser tells, because the server cannot know."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import streamlit as st

from components import state

BELOW = {"narrow": 700, "medium": 1_230}  # pixels, narrowest first


def watch() -> None:
    """Note the width of the window; one that is not wide draws the page a second time, for itself."""
    said = _component()(
        data={"below": BELOW, "known": state.width()}, key="window", on_width_change=lambda: None, height=1
    )
    if said.width and state.remember_width(str(said.width)):
        st.rerun()


@st.cache_resource(show_spinner=False)
def _component() -> Callable[..., Any]:
    source = (Path(__file__).parent / "window.js").read_text(encoding="utf-8")
    return st.components.v2.component("barrelwatch_window", js=source, html="<span></span>")
