"""Front door: page config, navigation, run."""

import streamlit as st

from components.pages import FOLDER, PAGES
from components.widgets import window
from components.widgets.panels import problem_banner, page_title

st.set_page_config(page_title="Barrelwatch", page_icon=":material/oil_barrel:", layout="wide")
page = st.navigation(
    [
        st.Page(
            FOLDER / f"{entry.name}.py",
            title=page_title(entry.name, entry.title),
            icon=entry.icon,
            url_path=entry.name,
            default=entry.first,
        )
        for entry in PAGES
    ],
    position="top",
)
problem_banner(full=page.url_path == "")
page.run()
window.watch()
