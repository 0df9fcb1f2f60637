"""Drafts: working copies of the seeds folder that readers fill, each at an address that nobody can guess.

A draft is what this window shows until its reader leaves it. It is held by the server, so that loading the page anew
loses nothing; whoever has its address sees it, and nobody else. Nothing of it is in the folder before it is saved.
"""

import hashlib
import secrets
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import streamlit as st

from components.state.address import parameter, set_parameter
from components.state.drafts_held import DraftsHeld
from components.state.started import asked_from
from data.models.evidence import Evidence

if TYPE_CHECKING:  # a reader who adds nothing does without
    from data.intake.working_copy import WorkingCopy

DRAFT = "draft"  # the query parameter that names one, and what it is called wherever it is shown
MARK = "DRAFT"
OPEN = "draft of this window"
_door = {"open": True}


def allow_intake(may: bool) -> None:
    """Whether readers of this process may begin drafts; the host of a server says so."""
    _door["open"] = may


def may_draft() -> bool:
    """True if readers of this process may begin drafts."""
    return _door["open"]


def begin_draft_of(base: Path) -> "WorkingCopy":
    """Make a working copy of a folder the draft of this window, and name it in the address. Raises NoRoom."""
    from data.intake.working_copy import WorkingCopy

    who = asked_from()
    _held().make_room(who)
    name, copy = secrets.token_urlsafe(18), WorkingCopy(base)
    _held().hold(name, copy, who)
    st.session_state[OPEN] = name
    set_parameter(DRAFT, name)
    return copy


def draft() -> "WorkingCopy | None":
    """The draft of this window: that of the address, else the one that it has begun; None without."""
    return _held().touched(draft_name())


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
    return _held().ended(draft_name())


def leave_draft(ended: str) -> None:
    """Show the folder itself again; `ended` says what became of a draft that is gone for every window."""
    name = draft_name()
    st.session_state.pop(OPEN, None)
    if ended:
        _held().let_go(name, ended)


def as_draft(evidence: Evidence) -> Evidence:
    """Evidence under a version that says DRAFT wherever it is named, and a fingerprint that no saved folder has."""
    marked = hashlib.sha256(f"{DRAFT}\0{evidence.fingerprint}".encode()).hexdigest()
    case = evidence.case.model_copy(update={"version": f"{evidence.case.version} {MARK}"})
    return replace(evidence, case=case, fingerprint=marked)


@st.cache_resource(show_spinner=False)
def _held() -> DraftsHeld:
    return DraftsHeld()
