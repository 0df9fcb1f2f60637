"""Whether the reader's window is narrow; the browser tells, because the server cannot know."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import streamlit as st

from components import state

NARROW_PIXELS = 700


def watch() -> None:
    """Note the width of the window; a narrow one draws the page a second time, for itself."""
    said = _component()(
        data={"narrow": NARROW_PIXELS, "known": state.width() == "narrow"},
        key="window",
        on_narrow_change=lambda: None,
        height=1,
    )
    if said.narrow is not None and state.remember_width(bool(said.narrow)):
        st.rerun()


@st.cache_resource(show_spinner=False)
def _component() -> Callable[..., Any]:
    source = (Path(__file__).parent / "window.js").read_text(encoding="utf-8")
    return st.components.v2.component("barrelwatch_window", js=source, html="<span></span>")
