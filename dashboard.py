"""Front door: page config, navigation, run."""

from functools import partial
from pathlib import Path

import streamlit as st

from components.pages import ALONE, FOLDER, MOVED, PAGES
from components.widgets.mounted import early

NAME = "Barrelwatch"
st.set_page_config(page_title=NAME, page_icon=Path(__file__).parent / "static" / "icon.png", layout="wide")
early.look()
with early.chart_bundle({"" if entry.first else entry.name for entry in PAGES if entry.chart}):
    from components import state
    from components.widgets import citation, filters, in_force, panels, problems, search_field
    from components.widgets.cards.panel import show_panel
    from components.widgets.intake import banner
    from components.widgets.mounted import moved, paper, returning, window

state.begin_run()
titles = {entry.name: panels.page_title(entry.name, entry.title) for entry in PAGES}
page = st.navigation(
    [
        st.Page(
            FOLDER / f"{entry.name}.py",
            title=panels.text_in_markdown(panels.page_label(entry.name, entry.title)),
            icon=entry.icon,
            url_path=entry.name,
            default=entry.first,
            visibility="hidden" if entry.hidden else "visible",
        )
        for entry in PAGES
    ]
    + [
        st.Page(partial(moved.leave_for, page), title=NAME, url_path=name, visibility="hidden")
        for name, page in MOVED.items()
    ],
    position="hidden" if st.context.is_embedded or early.address() in ALONE else "top",
)
if page.url_path in MOVED:
    page.run()
    st.stop()
st.set_page_config(page_title=f"{titles.get(page.url_path, titles['overview'])} · {NAME}")
evidence = state.current_evidence()
state.on_page(page.url_path)
if asked := search_field.asked():
    st.switch_page(FOLDER / f"{search_field.PAGE}.py", query_params={"find": asked})
in_force.carry_over(page.url_path, evidence)
problems.show_banner(full=page.url_path == "")
banner.show_banner(page.url_path)
paper.letterhead(state.current_evidence())
above = st.container(key="above")
state.may_open(filters.words_values(evidence))
if page.url_path not in ALONE:
    with panels.guarded("words beside the page"):
        show_panel(page.url_path, evidence)
page.run()
with above:
    with panels.guarded("what is in force"):
        in_force.show_bar(page.url_path, evidence)
    citation.show(page.url_path, titles.get(page.url_path, titles["overview"]))
state.note_view()
state.end_run()
window.watch(search_field.LABEL)
returning.run_again_after_a_lost_line()
