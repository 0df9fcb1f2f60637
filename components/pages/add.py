"""Add a document: bring a text in, mark words in it, say what they claim; see at once what changes; keep it."""

from components import state
from components.widgets import panels
from components.widgets.intake import adding

panels.heading("add", "Add a document")
panels.refused(state.refused_parameters({}))
if not state.may_draft():
    panels.empty(
        "This server takes no texts.",
        "Start the dashboard on your own machine to add a document, or ask whoever runs this server to allow it.",
    )
elif copy := state.draft():
    adding.show_work(copy)
else:
    adding.show_saved()
    with panels.guarded("bringing a text in"):
        adding.show_begin()
