"""The evidence that is shown, the only caches, and how the reader looks at it."""

import gc
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, TypeVar

import pandas as pd
import streamlit as st

from components.state.address import tell_widgets_again
from components.state.drafts import as_draft, begin_draft_of, draft
from components.state.kept import Kept
from components.state.started import seeds_folder
from components.state.turns import in_turn
from components.theme import PALETTES, Mode, Palette, Width
from data import examine, volumes_frame
from data.estimate.result import Estimate, NotEstimated
from data.estimate.result import estimate as modelled
from data.files.problems import Problem
from data.framed import Frames
from data.frames.by_year import by_year_frame
from data.models.assumptions import Settings
from data.models.changes import CHANGES
from data.models.evidence import Evidence
from data.reading.seeds import RECORD, Findings, seed_files

if TYPE_CHECKING:  # nobody needs them before somebody searches, or adds something
    from data.intake.working_copy import WorkingCopy
    from data.texts.index import Index

Made = TypeVar("Made")
SHOWN = "shown in this run"
WINDOW = "width of the window"
# Whatever readers choose, what is kept of it stays within these numbers and bytes.
_ESTIMATED = Kept(16, 64_000_000)
_MADE = Kept(256, 48_000_000)
_DRAWN = Kept(64, 24_000_000)
WIDTHS: dict[str, Width] = {"wide": "wide", "medium": "medium", "narrow": "narrow"}


class Shown(NamedTuple):
    """What the pages show: the evidence, what is wrong in the folder, and whether the evidence is from before that."""

    evidence: Evidence
    findings: Findings
    from_before: bool

    @property
    def problems(self) -> tuple[Problem, ...]:
        return self.findings.problems


def begin_draft() -> "WorkingCopy":
    """Make a working copy of the folder that is shown the draft of this window."""
    return begin_draft_of(seeds_folder())


def begin_run() -> None:
    """Look at the seeds folder once for this run: read it again when a file of it has changed."""
    st.session_state[SHOWN] = latest()


def end_run() -> None:
    """Leave what stays for good out of every collection of garbage.

    It would walk all modules and all evidence each time. Streamlit's own, after every run, is switched off in
    .streamlit/config.toml; Python's comes whenever runs have left enough behind. A server that runs all
    pages ahead has switched the collection off until that is done, and does the same then, once.
    """
    if not gc.isenabled() or draft() is not None:  # what a draft shows does not stay
        return
    staying = f"{len(sys.modules)} {current_evidence().fingerprint}"
    settled = _settled()
    if settled.get("staying") != staying:
        settled["staying"] = staying
        gc.collect()
        gc.freeze()


def current() -> Shown:
    """What is shown in this run."""
    shown: Shown = st.session_state[SHOWN]
    return shown


def latest() -> Shown:
    """What a run that begins now shows; also where nothing runs.

    If the folder was sound before and is not now, the last sound evidence stays, with the problems beside it.
    """
    if copy := draft():
        found = copy.findings()
        drafted = _drafted(found.evidence.fingerprint, found)
        return Shown(drafted.evidence, drafted, from_before=False)
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


def frames() -> Frames:
    """The frames of the current evidence; read-only, shared by all sessions."""
    return frames_of(current_evidence())


def estimate(settings: Settings) -> Estimate | NotEstimated:
    """The estimate of the current evidence under some settings; shared by all sessions, its frames read-only."""
    return estimate_of(current_evidence(), settings)


def estimate_of(evidence: Evidence, settings: Settings) -> Estimate | NotEstimated:
    """The estimate of one evidence under some settings; shared by all sessions, its frames read-only."""
    return _ESTIMATED.get((evidence.fingerprint, settings), lambda: in_turn(lambda: modelled(evidence, settings)))


def volumes(settings: Settings) -> pd.DataFrame:
    """volumes_frame of the current evidence with the estimate under some settings; read-only, shared."""
    return made("volumes", repr(settings), lambda: volumes_frame(current_evidence(), estimate(settings)))


def by_year(settings: Settings) -> pd.DataFrame:
    """by_year_frame of the current evidence, with the series of the estimate under some settings; read-only, shared."""

    def make() -> pd.DataFrame:
        estimated = estimate(settings)
        trips = "" if isinstance(estimated, NotEstimated) else estimated.series
        return by_year_frame(current_evidence(), volumes(settings), trips)

    return made("by year", repr(settings), make)


def made(name: str, chosen: str, make: Callable[[], Made]) -> Made:
    """Whatever a page puts together from the evidence and a choice alone, put together once for all sessions."""
    return _MADE.get((name, current_evidence().fingerprint, chosen), make)


def drawn(name: str, chosen: str, draw: Callable[[], Made]) -> Made:
    """A figure, drawn once for all sessions that look at the same evidence, choice, theme and width."""
    return _DRAWN.get((name, current_evidence().fingerprint, chosen, mode(), width()), draw)


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
    if width() == before:
        return False
    # The run that this one breaks off has set the widgets, and the browser has drawn none of them yet.
    tell_widgets_again()
    return True


def frames_of(evidence: Evidence) -> Frames:
    """The frames of one evidence; read-only, shared by all sessions."""
    return _made_frames(evidence.fingerprint, evidence)


# cache_resource, not cache_data: nothing is pickled, and one read serves all sessions.
@st.cache_resource(max_entries=4, show_spinner=False)
def _made_frames(fingerprint: str, _evidence: Evidence) -> Frames:  # noqa: ARG001 - the key of the cache
    return Frames(_evidence)


@st.cache_resource(max_entries=4, show_spinner=False)
def _examined(folder: str, stamp: str) -> Findings:  # noqa: ARG001 - the key of the cache
    return examine(folder)


@st.cache_resource(max_entries=6, show_spinner=False)
def _drafted(fingerprint: str, _findings: Findings) -> Findings:  # noqa: ARG001 - the key of the cache
    return replace(_findings, evidence=as_draft(_findings.evidence))


def search_index() -> "Index":
    """All that can be found in the current evidence, made when somebody first searches; shared by all sessions."""
    evidence = current_evidence()
    return _indexed(evidence.fingerprint, evidence)


@st.cache_resource(max_entries=4, show_spinner=False)
def _indexed(fingerprint: str, _evidence: Evidence) -> "Index":  # noqa: ARG001 - the key of the cache
    from components.sentences.findable import findable
    from data.texts.index import Index

    return Index(findable(_evidence))


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
    for path in (folder, folder / "documents", folder / RECORD, folder / CHANGES, *seed_files(folder)):
        try:
            status = path.stat()
        except OSError:  # taken away since it was listed
            continue
        parts.append(f"{path} {status.st_mtime_ns} {status.st_size}")
    return "\n".join(parts)
