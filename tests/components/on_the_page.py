"""The figures as the page shows them: every function that gives a scene, with the pen of the page behind it."""

import re
from collections.abc import Callable
from typing import ParamSpec

import plotly.graph_objects as go

from components.figures import captioned, cited, modelled
from components.figures import gauge as dials
from components.figures.compared import comparison as compared
from components.scene import plotly
from components.scene.furniture import Scene
from components.scene.screen import FULL

Given = ParamSpec("Given")
IN_SPAN = re.compile(r"font-size:([\d.]+)px")


def on_the_page(draw: Callable[Given, Scene]) -> Callable[Given, go.Figure]:
    """What a page shows of a figure."""

    def drawn(*given: Given.args, **named: Given.kwargs) -> go.Figure:
        return plotly.figure(draw(*given, **named))

    return drawn


gauge, bullets, events = on_the_page(captioned.gauge), on_the_page(captioned.bullets), on_the_page(captioned.events)
dots_of, cumulative_of = on_the_page(modelled.dots_of), on_the_page(modelled.cumulative_of)
tornado_of, dial = on_the_page(modelled.tornado_of), on_the_page(dials.dial)
notified_by_year, origin_graph = on_the_page(cited.notified_by_year), on_the_page(cited.origin_graph)
comparison = on_the_page(compared.comparison)


def least_type(figure: go.Figure) -> float:
    """The smallest type of a figure on its screen, in pixels of one 1,920 wide."""
    layout = figure.layout.to_plotly_json()
    sizes = [axis["tickfont"]["size"] for axis in (layout["xaxis"], layout["yaxis"]) if "tickfont" in axis]
    for entry in layout["annotations"]:
        sizes += [entry["font"]["size"], *map(float, IN_SPAN.findall(entry["text"]))]
    return float(min(sizes) * FULL[0] / figure.layout.width)
