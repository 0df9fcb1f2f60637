"""A queue for work that takes a processor for long: a few pieces at once, the others in the order they came."""

import threading
from collections import deque
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import NamedTuple, TypeVar

import streamlit as st
from streamlit.runtime.scriptrunner import get_script_run_ctx

Made = TypeVar("Made")
AT_ONCE = 2
WAITING = "waits for its turn"
LOOK_S = 0.05  # how often one that waits looks whether its reader has moved on


class Work(NamedTuple):
    """How many pieces of work wait for their turn, and how many are being done."""

    waiting: int
    working: int


class Turns:
    """First come, first served, `at_once` at a time."""

    def __init__(self, at_once: int) -> None:
        self.at_once = at_once
        self._waiting: deque[object] = deque()
        self._working = 0
        self._changed = threading.Condition()
        self._mine = threading.local()

    @property
    def work(self) -> Work:
        return Work(len(self._waiting), self._working)

    @contextmanager
    def turn(self, still_wanted: Callable[[], object]) -> Iterator[None]:
        """Around a piece of work: begins when its turn comes. Work within work is part of it.

        `still_wanted` is called again and again while it waits; what it raises ends the waiting.
        """
        if getattr(self._mine, "has_turn", False):
            yield
            return
        self._wait(still_wanted)
        self._mine.has_turn = True
        try:
            yield
        finally:
            self._mine.has_turn = False
            with self._changed:
                self._working -= 1
                self._changed.notify_all()

    def _wait(self, still_wanted: Callable[[], object]) -> None:
        ticket = object()
        with self._changed:
            self._waiting.append(ticket)
        try:
            while not self._begun(ticket):
                still_wanted()
        except BaseException:  # also what Streamlit raises to begin a run anew
            with self._changed:
                self._waiting.remove(ticket)
                self._changed.notify_all()
            raise

    def _begun(self, ticket: object) -> bool:
        def is_next() -> bool:
            return self._working < self.at_once and self._waiting[0] is ticket

        with self._changed:
            if not self._changed.wait_for(is_next, LOOK_S):
                return False
            self._waiting.popleft()
            self._working += 1
            self._changed.notify_all()
            return True


_TURNS = Turns(AT_ONCE)


def in_turn(make: Callable[[], Made]) -> Made:
    """Do expensive work when its turn comes.

    A session has one run at a time, and one that waits is given up as soon as its reader has chosen something else: so
    nobody has more than one piece waiting, and the newest wins.
    """
    with _TURNS.turn(_still_wanted):
        return make()


def allow_at_once(many: int) -> None:
    """How many pieces of work may be done at once in this process."""
    _TURNS.at_once = many


def work() -> Work:
    """How long the queue is now."""
    return _TURNS.work


def _still_wanted() -> None:
    if get_script_run_ctx(suppress_warning=True) is not None:
        # Whoever looks at session state is told by Streamlit that another run is wanted, or that the reader is gone.
        st.session_state.get(WAITING)
