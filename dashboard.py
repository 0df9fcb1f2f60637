"""Front door: page config, navigation, run."""

from pathlib import Path

import streamlit as st

from components.pages import FOLDER, PAGES
from components.widgets import early

st.set_page_config(page_title="Barrelwatch", page_icon=Path(__file__).parent / "static" / "icon.png", layout="wide")
with early.chart_bundle({"" if entry.first else entry.name for entry in PAGES if entry.chart}):
    from components import state
    from components.widgets import panels, problems, window

state.begin_run()
page = st.navigation(
    [
        st.Page(
            FOLDER / f"{entry.name}.py",
            title=panels.text_in_markdown(panels.page_title(entry.name, entry.title)),
            icon=entry.icon,
            url_path=entry.name,
            default=entry.first,
        )
        for entry in PAGES
    ],
    position="top",
)
state.on_page(page.url_path)
problems.show_banner(full=page.url_path == "")
page.run()
state.end_run()
window.watch()
