"""Drafts: working copies of the seeds folder that readers fill, each at an address that nobody can guess.

A draft is what this window shows until its reader leaves it. It is held by the server, so that loading the page anew
loses nothing; whoever has its address sees it, and nobody else. Nothing of it is in the folder before it is saved.
"""

import hashlib
import secrets
import threading
from collections import OrderedDict
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import streamlit as st

from components.state.address import parameter, set_parameter
from data.models.evidence import Evidence

if TYPE_CHECKING:  # a reader who adds nothing does without
    from data.intake.working_copy import WorkingCopy

DRAFT = "draft"  # the query parameter that names one, and what it is called wherever it is shown
MARK = "DRAFT"
MOST_DRAFTS = 24  # held at once by a server; the one that nobody has touched for longest goes first
MOST_ENDED = 200  # of which it is known what became of them
OPEN = "draft of this window"
_changing = threading.Lock()
_door = {"open": True}


def allow_intake(may: bool) -> None:
    """Whether readers of this process may begin drafts; the host of a server says so."""
    _door["open"] = may


def may_draft() -> bool:
    """True if readers of this process may begin drafts."""
    return _door["open"]


def begin_draft_of(base: Path) -> "WorkingCopy":
    """Make a working copy of a folder the draft of this window, and name it in the address."""
    from data.intake.working_copy import WorkingCopy

    name = secrets.token_urlsafe(18)
    copy = WorkingCopy(base)
    with _changing:
        held = _held()
        held[name] = copy
        while len(held) > MOST_DRAFTS:
            left, _ = held.popitem(last=False)
            _end(left, "crowded out")
    st.session_state[OPEN] = name
    set_parameter(DRAFT, name)
    return copy


def draft() -> "WorkingCopy | None":
    """The draft of this window: that of the address, else the one that it has begun; None without."""
    name = draft_name()
    with _changing:
        held = _held()
        if name not in held:
            return None
        if not held[name].folder.is_dir():
            held.pop(name)
            _end(name, "lost")
            return None
        held.move_to_end(name)
        return held[name]


def draft_name() -> str:
    """The name of the draft in this window's address, or of the one that was open before; empty without."""
    if not may_draft():
        return ""
    asked = parameter(DRAFT)
    if asked:
        st.session_state[OPEN] = asked
    return str(st.session_state.get(OPEN, ""))


def draft_is_gone() -> bool:
    """True if this window asks for a draft that the server no longer holds."""
    return bool(draft_name()) and draft() is None


def why_gone() -> str:
    """What became of the draft that this window asks for: saved, discarded, crowded out; empty where nobody knows."""
    return _ended().get(draft_name(), "")


def leave_draft(ended: str) -> None:
    """Show the folder itself again; `ended` says what became of a draft that is gone for every window."""
    name = draft_name()
    st.session_state.pop(OPEN, None)
    if ended:
        with _changing:
            _held().pop(name, None)
            _end(name, ended)


def _end(name: str, how: str) -> None:
    ended = _ended()
    ended[name] = how
    while len(ended) > MOST_ENDED:
        ended.pop(next(iter(ended)))


def as_draft(evidence: Evidence) -> Evidence:
    """Evidence under a version that says DRAFT wherever it is named, and a fingerprint that no saved folder has."""
    marked = hashlib.sha256(f"{DRAFT}\0{evidence.fingerprint}".encode()).hexdigest()
    case = evidence.case.model_copy(update={"version": f"{evidence.case.version} {MARK}"})
    return replace(evidence, case=case, fingerprint=marked)


@st.cache_resource(show_spinner=False)
def _held() -> "OrderedDict[str, WorkingCopy]":
    return OrderedDict()


@st.cache_resource(show_spinner=False)
def _ended() -> dict[str, str]:
    return {}
