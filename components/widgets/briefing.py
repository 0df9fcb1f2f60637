"""The briefing on the page: which slides, what they will look like, and the files to take away."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, NamedTuple

import streamlit as st

from components import state
from components.nodes.node import node
from components.sentences.counts import count
from components.sentences.model.own import own_words
from components.widgets import choices, citation, filters, panels
from components.widgets.citation import COMPARED
from components.widgets.in_force import filters_in_words
from components.widgets.mounted import preview
from components.widgets.mounted.markup import show
from components.widgets.workbench import scenario
from data.estimate.result import NotEstimated
from data.frames.timeline import filtered
from data.models.assumptions import Settings
from data.models.evidence import Evidence

if TYPE_CHECKING:  # only this page knows slides, and only when somebody opens it
    from components.scene.things import Slide
    from components.slides.view import View

PAGES_WITH_FILTERS = ("timeline", "comparison", "volumes")
PPTX = "application/vnd.openxmlformats-officedocument.presentationml.presentation"
IN_THE_DECK = (
    "Native shapes, charts and tables, to be edited in PowerPoint or LibreOffice. The notes of each slide hold the "
    "whole quotes with their places and addresses; each slide links back to its view."
)
EVERYTHING = "All of them: those for a room, then the appendix"
PARTS_OF_THE_DECK = (
    "The deck has two parts: a few slides in large type that a room can read, and an appendix with everything, to hand "
    "out. What a case has nothing to say about is left out."
)
IN_THE_EDITION = (
    "The whole dashboard as one file, as it is sourced: it opens in any browser without a network, every number opens "
    "its words, the browser checks that nothing was changed since, and it prints as a report."
)
IN_THE_ZIP = (
    ("An Excel workbook", "a readme, a codebook, and every table as a sheet"),
    ("A CSV data package", "the same tables with their schema (Frictionless)"),
    ("TimelineJS", "the events, for an interactive timeline on another site"),
    ("W3C Web Annotations", "every claim with the words it quotes, as JSON-LD"),
    ("FollowTheMoney", "the documents, and what the record has seen, as entities"),
)


class Previews(NamedTuple):
    """Slides and a small picture of each, as SVG."""

    slides: tuple["Slide", ...]
    pictures: tuple[str, ...]


def address_of_view() -> str:
    """What makes the slides what they are, besides the evidence: all that the address chooses, and where it is.

    What is open beside them changes none.
    """
    chosen = {name: values for name, values in state.query().items() if name not in state.OPENED}
    return f"{chosen} {state.base_address()}"


def view(evidence: Evidence, settings: Settings) -> "View":
    """What the slides are made from: the frames as the address filters them, under the assumptions it names."""
    from components.slides.view import View

    row, with_record = choices.volume_choice(state.frames().stated_volumes, evidence), filters.shows_record(evidence)
    estimate = choices.estimate_beside(row, settings, evidence)
    events = state.frames().events if with_record else state.frames().timeline
    chosen = choices.timeline_choice(evidence, events)
    known = None if isinstance(estimate, NotEstimated) else estimate
    other, other_name = scenario.compared_with(known, evidence) if known else (None, "")
    return View(
        evidence=evidence,
        estimate=known,
        not_estimated=estimate if isinstance(estimate, NotEstimated) else None,
        volume=row,
        volumes=state.volumes(settings),
        events=filtered(events, *chosen),
        writing=state.frames().writing,
        span=(chosen.since, chosen.until),
        comparison=choices.comparison_choice(evidence, state.frames().comparison, COMPARED),
        answers=state.frames().record_answers if with_record else None,
        links=citation.cited_links(),
        own=own_words(settings, evidence),
        other=other,
        other_name=other_name,
        filters="; ".join(filters_in_words("briefing", evidence)),
    )


def chosen_parts(parts: dict[str, str]) -> list[str]:
    """What the reader picks, in the order he picks it: a whole part of the deck or single slides; all until he does."""
    changed = state.in_address("slides", parts, several=True)
    chosen = st.multiselect(
        "Slides, in the order you pick them",
        list(parts),
        key="slides",
        on_change=changed,
        format_func=lambda key: parts[key],
        placeholder=EVERYTHING,
    )
    return list(chosen)


def show_previews(previews: "Previews") -> None:
    """A small picture of every slide, in order, in which what is cited opens its words."""
    preview.show([slide.title for slide in previews.slides], previews.pictures, key="previews")


def previewed(slides: Sequence["Slide"]) -> Previews:
    """Some slides with a small picture of each."""
    from components.scene.svg import svg

    many = len(slides)
    pictures = state.in_turn(lambda: tuple(svg(slide, number, many) for number, slide in enumerate(slides, 1)))
    return Previews(tuple(slides), pictures)


def hand_out_deck(view: "View", parts: Sequence[str], many: int) -> None:
    """The button behind which the slides are made; nothing that writes them is imported before somebody presses it."""

    def make() -> bytes:
        from components.slides.deck import deck

        return deck(view, parts)

    _hand_out(f"Download {count(many, 'slide')} (PowerPoint)", make, f"{panels.file_name('slides')}.pptx", PPTX)
    show(node("p", f"{PARTS_OF_THE_DECK} {IN_THE_DECK}", cls="quiet"), key="about the slides")


def hand_out_edition(evidence: Evidence) -> None:
    """The button behind which the whole dashboard becomes one file, as it is sourced."""
    if state.draft() or not evidence.complete:  # a draft is nobody's edition, nor is what is withheld in part
        return
    from components.edition.named import name_of

    folder, name = state.seeds_folder(), name_of(evidence)

    def make() -> bytes:
        from components.edition.whole import edition

        return edition(evidence, folder, name)

    show(node("p", IN_THE_EDITION, cls="quiet"), key="in the edition")
    _hand_out("Download the edition (one HTML file)", make, name, "text/html")


def hand_out_data(evidence: Evidence, settings: Settings) -> None:
    """The button behind which the data are put together; nothing of it is imported before somebody presses it."""
    # The address is gone when the file is made: it is read here.
    estimate, links = state.estimate(settings), citation.links()

    def make() -> bytes:
        from data.export.archive import archive

        return archive(evidence, estimate, links)

    items = [node("li", node("strong", name), f": {what}") for name, what in IN_THE_ZIP]
    show(node("ul", *items, cls="rows"), key="in the zip")
    _hand_out("Download the data (zip)", make, f"{panels.file_name('data')}.zip", "application/zip")


def _hand_out(label: str, make: Callable[[], bytes], name: str, mime: str) -> None:
    panels.hand_out(label, lambda: state.in_turn(make), name, mime, label)
