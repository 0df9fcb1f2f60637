"""Slide: one figure on a screen of 16:9 with nothing of the app around it, for a projector or a screenshot."""

from components import state
from components.widgets import panels, slide

wanted = slide.asked()
if wanted is None:
    slide.show_choice()
else:
    with panels.guarded("full-bleed figure"):
        slide.show(wanted, state.current_evidence())
