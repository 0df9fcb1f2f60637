"""The slides of the timeline in each case, and what stands below the figure on one."""

from dataclasses import replace
from functools import cache

import pandas as pd

from components.scene.things import Slide
from components.slides.timeline import slides
from components.slides.view import View, view_of
from data.estimate.result import estimate
from data.models.assumptions import Settings
from data.models.links import Links
from data.reading.seeds import read_evidence
from tests.cases.second_case import SECOND_CASE
from tests.components.slides.slide_texts import texts_of
from tests.components.slides.views import view_named

KNOWN = (
    "Solid: known to fall here. Dotted: somewhere in here, or start and end not known. ▶ ◀ open end. ● a single day."
)


@cache
def view(name: str) -> View:
    if name == "second case with the record":
        evidence = read_evidence(SECOND_CASE)
        return view_of(evidence, estimate(evidence, Settings()), Links("https://example.invalid"), with_record=True)
    return view_named(name)


@cache
def drawn(name: str) -> tuple[Slide, ...]:
    return tuple(slides(view(name)))


def with_events(case: str, events: pd.DataFrame, chosen: str = "") -> list[Slide]:
    return slides(replace(view(case), events=events, filters=chosen))


def told_below(slide: Slide) -> list[str]:
    return texts_of(slide).get("What the marks mean", "").split("\n")
