"""A figure full-bleed: the one the address asks for, as its page draws it, over everything, in any window."""

from typing import NamedTuple
from urllib.parse import urlencode

import streamlit as st

from components import state
from components.nodes.node import Filters, link_within, node
from components.scene import bleed
from components.scene.screen import Screen, camera
from components.widgets import panels
from components.widgets.catalogue import CATALOGUE, Figure, Missing, Seen
from components.widgets.mounted import chart
from components.widgets.mounted.component import Component
from components.widgets.mounted.markup import show as show_markup
from data.models.evidence import Evidence

OWN = ("figure", "part", "format")  # query parameters of this page alone
MOST_DIGITS = 3  # of a part
PAGE = "slide"
_FRAME = Component("slide", "<nav></nav>", styled=True, isolated=False)


class Asked(NamedTuple):
    """What the address asks for: a figure, which part of it, and what the camera gives."""

    name: str
    figure: Figure
    part: int
    form: str

    def query(self, **changes: str) -> Filters:
        """The query of this page with some changes, and with the filters and assumptions of the view."""
        own = {"figure": self.name, "part": str(self.part) if self.part > 1 else ""}
        own |= {"format": self.form if self.form != "png" else ""} | changes
        return _kept() | {name: value for name, value in own.items() if value}


def asked() -> Asked | None:
    """The figure that the address names; None if there is none of that name. A part that is no number is the first."""
    name, part = state.parameter("figure") or "", state.parameter("part") or ""
    if name not in CATALOGUE:
        return None
    number = int(part) if part.isascii() and part.isdigit() and len(part) <= MOST_DIGITS else 1
    return Asked(name, CATALOGUE[name], max(number, 1), "svg" if state.parameter("format") == "svg" else "png")


def show_choice() -> None:
    """A plain sentence in place of a figure, and a link to each that there is."""
    named = bool(state.parameter("figure"))
    first = "There is no figure of that name." if named else "The address names no figure."
    panels.empty(first, "These can be opened full-bleed in 16:9:")
    kept = _kept()
    links = [
        node("li", link_within(PAGE, figure.title, "", "", figure=name, **kept)) for name, figure in CATALOGUE.items()
    ]
    show_markup(node("ul", *links), key="figures")


def show(wanted: Asked, evidence: Evidence) -> None:
    """The figure over everything; where there is nothing to draw, the reason and the way back."""
    seen = wanted.figure.seen(evidence)
    if isinstance(seen, Missing):
        panels.empty(seen.reason, seen.remedy)
        back = link_within(wanted.figure.page, "Back to the view", "", "", **_kept())
        show_markup(node("p", back), key="slide back")
        return
    chosen = f"{seen.chosen} {wanted.part} {state.mode()}"
    figure, parts = state.made(f"slide {wanted.name}", chosen, lambda: _on_screen(seen, wanted.part))
    wanted = wanted._replace(part=min(wanted.part, parts))
    screen = Screen(figure.width or 0, figure.height)
    # A line high until its style has come: the chart may come first, and must not be seen before it has its place.
    with st.container(key="slide", height=1, border=False):
        clicked = _clicked(wanted)
        _frame(wanted, screen, parts, clicked)
        with st.container(key="slide-figure"):
            name = f"{wanted.name}-{wanted.part}-of-{parts}" if parts > 1 else wanted.name
            alt = state.made(f"alt {_key(wanted)}", seen.chosen, seen.alt)
            picture = camera(panels.file_name(name), screen, wanted.form)
            chart.show(figure, _key(wanted), alt, picture, on_click=lambda: None)


def _on_screen(seen: Seen, part: int) -> tuple[chart.Written, int]:
    figure = bleed.on_screen(seen.draw, state.palette(), part)
    return chart.written(figure), bleed.parts_of(figure)


def _key(wanted: Asked) -> str:
    return f"slide {wanted.name} {wanted.part}"


def _clicked(wanted: Asked) -> str:
    """Where a click on a mark leads, for the words behind it have no room here; empty without one."""
    behind = state.clicked(_key(wanted))
    if not behind:
        return ""
    opens = wanted.figure.behind(behind)
    return _address(opens.page, {**_kept(), **{name: value for name, value in opens.query.items() if value}})


def _frame(wanted: Asked, screen: Screen, parts: int, clicked: str) -> None:
    """What the browser needs around the figure: its size and colour, the links beside it, and where a click leads."""
    links = _links(wanted, parts)
    size = {"width": screen.width, "height": screen.height, "paper": state.palette().paper}
    _FRAME(data=size | {"links": links, "go": clicked}, key="slide frame")


def _links(wanted: Asked, parts: int) -> list[dict[str, str | list[str]]]:
    """Links in sight while the pointer moves or the keyboard comes to them, each with the keys that follow it."""
    other = "svg" if wanted.form == "png" else "png"
    links: list[dict[str, str | list[str]]] = []
    if wanted.part > 1:
        before = wanted.query(part=str(wanted.part - 1) if wanted.part > 2 else "")
        links.append({"label": "‹ Part before", "address": _address(PAGE, before), "keys": ["ArrowLeft", "PageUp"]})
    if wanted.part < parts:
        label, following = f"Part {wanted.part + 1} of {parts} ›", wanted.query(part=str(wanted.part + 1))
        links.append({"label": label, "address": _address(PAGE, following), "keys": ["ArrowRight", "PageDown"]})
    form = wanted.query(format=other if other != "png" else "")
    links.append({"label": f"Camera as {other.upper()}", "address": _address(PAGE, form)})
    links.append({"label": "Back to the view", "address": _address(wanted.figure.page, _kept()), "keys": ["Escape"]})
    return links


def _kept() -> dict[str, str | list[str]]:
    """The filters and assumptions in the address."""
    return {name: values for name, values in state.query().items() if name not in OWN}


def _address(page: str, query: Filters) -> str:
    return f"{page}?{urlencode(query, doseq=True)}" if query else page
