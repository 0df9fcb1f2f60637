"""What every page is put together from: guard, heading, sentence, figure, empty states, and what a click opens."""

import logging
import re
import secrets
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING
from urllib.parse import urlencode

import streamlit as st

from components import state
from components.letters import isolated
from components.nodes.cited import MODELLED, modelled_record
from components.nodes.claims import with_chips
from components.nodes.node import node
from components.scene.screen import camera, screen_for
from components.sentences.against_limit import units, volumes_title
from components.sentences.model.own import own_name
from components.theme import shortened
from components.widgets import search_field
from components.widgets.mounted import chart
from components.widgets.mounted.markup import show
from data.models.evidence import Evidence

if TYPE_CHECKING:  # a page without a chart does without what draws it
    from components.scene.furniture import Scene

log = logging.getLogger(__name__)
ADDRESS = re.compile(r"[a-z]+(?=://)|www(?=\.)|\S(?=@)", re.IGNORECASE)
SLIDE = "slide"  # the page of a figure alone
# What a figure is called among the slides, where that is not its name.
SLIDE_OF = {"by-year": "years", "bullets": "columns", "cumulative": "crossing"}
MOST_REFUSED = 6
LONGEST_FINDING = 300  # letters of the title of a fold
LEAST_WIDTH = 1_080  # pixels of a picture's own, so that what is drawn for a narrow window is no larger than elsewhere
NO_FILE_NAME = re.compile(r"[^A-Za-z0-9.-]+")
MARKDOWN = re.compile(r"[\\`*_{}\[\]()<>#+\-.!|$:~&]")


@contextmanager
def guarded(name: str) -> Iterator[None]:
    """Keep the rest of the page when one panel fails: a sentence with a log id takes its place."""
    try:
        yield
    except Exception:
        mark = secrets.token_hex(4)
        log.exception("panel %s failed [%s]", name, mark)
        st.error(
            f"The part “{name}” could not be shown. The log names the cause under {mark}.", icon=":material/error:"
        )


@contextmanager
def folded(name: str, finding: str, icon: str | None = None) -> Iterator[bool]:
    """A part of a page under its finding; True while a reader has it open, and only then it need be made."""
    title = text_in_markdown(shortened(finding, LONGEST_FINDING))
    place = st.expander(title, key=f"fold {name}", on_change="rerun", icon=icon)
    with place:
        yield bool(place.open)


def page_title(name: str, standing: str) -> str:
    """The title of a page; the page named after the volumes takes its title from the case."""
    return volumes_title(state.current_evidence()) if name == "volumes" else standing


def page_label(name: str, standing: str) -> str:
    """What the navigation calls a page: as short as may be, so that all of them stand beside each other on a laptop."""
    evidence = state.current_evidence()
    limit = evidence.headline_limit
    return units(evidence, limit.unit, 2).capitalize() if name == "volumes" and limit else standing


def heading(name: str, standing: str) -> None:
    """The title of the page."""
    titled(page_title(name, standing), searches=name != search_field.PAGE)


def titled(text: str, searches: bool = True) -> None:
    """A title, and beside it the field that finds things, and room for what dashboard.py offers on every page."""
    words, beside = st.columns([3, 2], vertical_alignment="center")
    words.title(text_in_markdown(text), anchor=False)
    offered = beside.container(horizontal=True, horizontal_alignment="right", vertical_alignment="center")
    if searches:
        search_field.show(offered)
    state.keep_slot(offered)


def text_in_markdown(text: str) -> str:
    """Text from outside in a place that reads Markdown: every mark that could mean something is escaped.

    Bare addresses become links after escapes are undone; a word joiner, which nobody sees, keeps them text. What runs
    leftward is isolated.
    """
    return MARKDOWN.sub(r"\\\g<0>", ADDRESS.sub("\\g<0>\u2060", isolated(text)))


def sentence(text: str, evidence: Evidence, key: str, cls: str = "lead", hint: str = "") -> None:
    """A sentence whose claim ids open their words; a `hint` to what only a screen can do is not printed."""
    parts = with_chips(text, evidence)
    if hint:
        parts += [" ", node("span", hint, cls="screen")]
    show(node("p", *parts, cls=cls), key=key)


def figure(
    name: str, chosen: str, draw: "Callable[[], Scene]", alt: Callable[[], str], on_click: Callable[[str], None]
) -> None:
    """A figure with alternative text; a click on a mark hands its custom data to `on_click`.

    It is drawn again, and said again, only when the evidence, the theme, the width or what is `chosen` changes.
    """
    key = f"figure {name}"

    def clicked() -> None:
        behind = state.clicked(key)
        if behind:
            on_click(behind)

    drawn = state.drawn(name, chosen, lambda: _written(draw()))
    words = state.made(f"alt {name}", chosen, alt)
    picture = camera(file_name(name), screen_for(LEAST_WIDTH, drawn.height))
    chart.show(drawn, key, words, picture, clicked)
    full_bleed_link(name, lambda: _as_svg(draw(), words))


def _written(scene: "Scene") -> chart.Written:
    from components.scene import plotly  # once for all readers of a figure

    figure, height = plotly.written(scene)
    return chart.Written(figure, None, height)


def _as_svg(scene: "Scene", alt: str) -> bytes:
    """A figure as a file, made when somebody asks for it."""
    from components.scene.svg import picture

    return picture(scene, alt).encode()


def full_bleed_link(name: str, drawing: Callable[[], bytes] | None = None) -> None:
    """Quiet links that open a figure in a window of its own, with the filters and assumptions of here: full-bleed, and
    as the slide that can be taken away; and a button that hands it out as a drawing, where that can be made."""
    drafted = {state.DRAFT: state.draft_name()} if state.draft() else {}
    kept = {**state.query(), **drafted}
    # Streamlit opens them in a new tab; our own markup would take five times as long on every rerun.
    with st.container(horizontal=True, key=f"take {name}"):
        alone = urlencode({"figure": name, **kept}, doseq=True)
        st.link_button("Full-bleed 16:9", f"{SLIDE}?{alone}", type="tertiary", icon=":material/open_in_full:")
        one = urlencode({**kept, "slides": SLIDE_OF.get(name, name)}, doseq=True)
        st.link_button("Slide", f"briefing?{one}", type="tertiary", icon=":material/slideshow:")
        if drawing:
            hand_out("SVG drawing", drawing, f"{file_name(name)}.svg", "image/svg+xml", f"svg {name}", quiet=True)


def hand_out(label: str, make: Callable[[], bytes], name: str, mime: str, key: str, quiet: bool = False) -> None:
    """The button that hands out a file, made when somebody asks for it; the page does not run again."""
    st.download_button(
        label, make, file_name=name, mime=mime, key=key, on_click="ignore", type="tertiary" if quiet else "secondary",
        icon=":material/download:",
    )  # fmt: skip


def file_name(figure: str) -> str:
    """What the camera calls a picture: the figure, what is a reader's own, and version and fingerprint of the data."""
    evidence = state.current_evidence()
    version = f"{evidence.case.version}-{evidence.fingerprint[:12]}"
    return NO_FILE_NAME.sub("-", f"barrelwatch-{figure}{own_in_name()}-{version}")


def own_in_name() -> str:
    """What follows the name of a file made under a reader's own assumptions, so that nobody takes it for the case's."""
    evidence = state.current_evidence()
    settings = state.current_settings(evidence)
    own = state.made("own name", repr(settings), lambda: own_name(settings, evidence))
    return f"-{own}" if own else ""


def refused(names: Sequence[str]) -> None:
    """Say plainly which parts of an address name nothing."""
    if names:
        listed = ", ".join(f"“{text_in_markdown(shortened(name, 40))}”" for name in names[:MOST_REFUSED])
        what = f"The address asked for something that is not here ({listed})"
        st.info(f"{what}; the rest of the view is shown without it.")


def empty(reason: str, remedy: str) -> None:
    """A designed empty state: why there is nothing, and what to do."""
    st.info(f"{reason} {remedy}", icon=":material/info:")


def open_words(behind: str) -> None:
    """Open what stands behind a clicked number beside the page: a claim, a cited record, or the model's own record."""
    state.open_beside({name: value for name, value in words_behind(behind).items() if value})


def words_behind(behind: str) -> dict[str, str | None]:
    """The query parameters under which the words behind a number are open."""
    if behind == MODELLED:
        record = modelled_record(state.current_evidence())
        return {"record": record, "claim": None if record else behind}
    named = [name.strip() for name in behind.split(",")]
    records = (name.removeprefix("record:") for name in named if name.startswith("record:"))
    claims = (name for name in named if not name.startswith("record:"))
    return {"record": next(records, None), "claim": next(claims, None)}


def open_event(event_id: str) -> None:
    """Open a clicked event beside the page."""
    state.open_beside({"event": event_id})
