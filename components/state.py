"""The one door to session state, the only caches, and the evidence that is shown."""

import argparse
import gc
import os
import sys
from collections.abc import Callable, Collection, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import pandas as pd
import streamlit as st

from components.theme import PALETTES, Mode, Palette, Width
from data import barrels_frame, comparison_frame, examine, timeline_frame
from data.evidence import Evidence
from data.problems import Problem
from data.seeds import SEEDS, Findings, seed_files
from data.timeline import writing_frame

if TYPE_CHECKING:  # a page without a chart does without plotly
    import plotly.graph_objects as go

SEEDS_VARIABLE = "BARRELWATCH_SEEDS"
LONGEST_PARAMETER = 200
PARAMETERS = frozenset({"claim", "document", "event", "kind", "lane", "reading", "volume", "words"})
SHOWN = "shown in this run"
WINDOW = "width of the window"
WIDTHS: dict[str, Width] = {"wide": "wide", "medium": "medium", "narrow": "narrow"}


class Shown(NamedTuple):
    """What the pages show: the evidence, what is wrong in the folder, and whether the evidence is from before that."""

    evidence: Evidence
    findings: Findings
    from_before: bool

    @property
    def problems(self) -> tuple[Problem, ...]:
        return self.findings.problems


def seeds_folder() -> Path:
    """The folder to show: `-- --seeds DIR` of the command line, else BARRELWATCH_SEEDS, else the project's own."""
    parser = argparse.ArgumentParser(add_help=False, exit_on_error=False)
    parser.add_argument("--seeds", default=os.environ.get(SEEDS_VARIABLE) or str(SEEDS))
    try:
        return Path(parser.parse_known_args(sys.argv[1:])[0].seeds)
    except argparse.ArgumentError:
        return Path("--seeds without a folder")


def begin_run() -> None:
    """Look at the seeds folder once for this run: read it again when a file of it has changed."""
    st.session_state[SHOWN] = _look()


def end_run() -> None:
    """Leave what stays for good out of the garbage collection that Streamlit runs after every run.

    It would walk all modules and all evidence each time, which took three quarters of a rerun.
    """
    staying = f"{len(sys.modules)} {current_evidence().fingerprint}"
    settled = _settled()
    if settled.get("staying") != staying:
        settled["staying"] = staying
        gc.collect()
        gc.freeze()


def current() -> Shown:
    """What is shown in this run.

    If the folder was sound before and is not now, the last sound evidence stays, with the problems beside it.
    """
    shown: Shown = st.session_state[SHOWN]
    return shown


def _look() -> Shown:
    folder = seeds_folder().absolute()
    findings = _examined(str(folder), _stamp(folder))
    last_sound = _last_sound()
    if not findings.problems:
        last_sound[str(folder)] = findings
        return Shown(findings.evidence, findings, from_before=False)
    before = last_sound.get(str(folder))
    return Shown((before or findings).evidence, findings, from_before=before is not None)


def current_evidence() -> Evidence:
    """The evidence to show."""
    return current().evidence


def timeline() -> pd.DataFrame:
    """timeline_frame of the current evidence; read-only, shared by all sessions."""
    return _frames(current_evidence()).timeline


def writing() -> pd.DataFrame:
    """writing_frame of the current evidence; read-only, shared by all sessions."""
    return _frames(current_evidence()).writing


def barrels() -> pd.DataFrame:
    """barrels_frame of the current evidence; read-only, shared by all sessions."""
    return _frames(current_evidence()).barrels


def comparison() -> pd.DataFrame:
    """comparison_frame of the current evidence; read-only, shared by all sessions."""
    return _frames(current_evidence()).comparison


def drawn(name: str, chosen: str, draw: Callable[[], "go.Figure"]) -> "go.Figure":
    """A figure, drawn once for all sessions that look at the same evidence, choice, theme and width."""
    return _drawn(name, current_evidence().fingerprint, chosen, mode(), width(), draw)


def mode() -> Mode:
    """The theme the reader looks at."""
    return "dark" if st.context.theme.type == "dark" else "light"


def palette() -> Palette:
    """The colours of the theme the reader looks at."""
    return PALETTES[mode()]


def width() -> Width:
    """For which width of window figures are drawn, as the browser last said."""
    return WIDTHS.get(st.session_state.get(WINDOW, ""), "wide")


def remember_width(name: str) -> bool:
    """Keep what the browser says of its window; True if that changes how figures are drawn."""
    before = width()
    st.session_state[WINDOW] = name
    return width() != before


def parameter(name: str) -> str | None:
    """A query parameter of the address, cut to a harmless length; None without one."""
    value = st.query_params.get(name)
    return value[:LONGEST_PARAMETER] if value else None


def set_parameter(name: str, value: str | None) -> None:
    """Write a selection into the address, or take it out."""
    if value:
        st.query_params[name] = value
    elif name in st.query_params:
        del st.query_params[name]


def in_address(
    name: str, allowed: Collection[str] | None, several: bool, otherwise: str | None = None
) -> Callable[[], None]:
    """Tie the widget with key `name` to the address; call it before the widget, and give it the result as `on_change`.

    The address holds ids, which are permanent, and wins when it was changed from outside: by a pasted link, or by the
    browser's way back. `allowed` are the values that name something; None allows any text that is not too long.
    `otherwise` is what a widget for one value shows when the address names none.
    """
    given = [value for value in st.query_params.get_all(name) if _names_something(value, allowed)]
    told = f"told {name}"
    if st.session_state.get(told) != given or name not in st.session_state:
        st.session_state[told] = given
        st.session_state[name] = given if several else given[0] if given else otherwise

    def changed() -> None:
        value = st.session_state[name]
        values = list(value) if several else [value] if value else []
        st.session_state[told] = values
        if values:
            st.query_params[name] = values
        elif name in st.query_params:
            del st.query_params[name]

    return changed


def refused_parameters(allowed: Mapping[str, Collection[str] | None]) -> list[str]:
    """Names of query parameters that mean nothing on this page, or with a value that names nothing.

    None allows any text that is not too long. A name that no page knows is not ours to judge.
    """
    given = set(st.query_params)
    wrong = [
        name
        for name in allowed
        if any(not _names_something(value, allowed[name]) for value in st.query_params.get_all(name))
    ]
    return wrong + sorted(given & PARAMETERS - allowed.keys())


def _names_something(value: str, allowed: Collection[str] | None) -> bool:
    return len(value) <= LONGEST_PARAMETER if allowed is None else value in allowed


def selection(key: str) -> list[str]:
    """The custom data of the points selected in a chart, first value of each."""
    chart = st.session_state.get(key)
    points = chart["selection"]["points"] if chart else []
    return [str(point["customdata"][0]) for point in points if point.get("customdata")]


class _Frames(NamedTuple):
    timeline: pd.DataFrame
    writing: pd.DataFrame
    barrels: pd.DataFrame
    comparison: pd.DataFrame


def _frames(evidence: Evidence) -> _Frames:
    return _made_frames(evidence.fingerprint, evidence)


# cache_resource, not cache_data: nothing is pickled, and one read serves all sessions.
@st.cache_resource(max_entries=4, show_spinner=False)
def _made_frames(fingerprint: str, _evidence: Evidence) -> _Frames:  # noqa: ARG001 - the key of the cache
    return _Frames(
        timeline_frame(_evidence), writing_frame(_evidence), barrels_frame(_evidence), comparison_frame(_evidence)
    )


@st.cache_resource(max_entries=64, show_spinner=False)
def _drawn(
    name: str,  # noqa: ARG001
    fingerprint: str,  # noqa: ARG001
    chosen: str,  # noqa: ARG001
    mode: Mode,  # noqa: ARG001
    width: Width,  # noqa: ARG001
    _draw: Callable[[], "go.Figure"],
) -> "go.Figure":
    return _draw()


@st.cache_resource(max_entries=4, show_spinner=False)
def _examined(folder: str, stamp: str) -> Findings:  # noqa: ARG001 - the key of the cache
    return examine(folder)


@st.cache_resource(show_spinner=False)
def _settled() -> dict[str, str]:
    return {}


@st.cache_resource(show_spinner=False)
def _last_sound() -> dict[str, Findings]:
    return {}


def _stamp(folder: Path) -> str:
    """Changes when a file of the folder is added, removed or written; cheap enough for every rerun."""
    parts = []
    # A folder has a new time when something in it comes or goes.
    for path in (folder, folder / "documents", *seed_files(folder)):
        try:
            status = path.stat()
        except OSError:  # taken away since it was listed
            continue
        parts.append(f"{path} {status.st_mtime_ns} {status.st_size}")
    return "\n".join(parts)
