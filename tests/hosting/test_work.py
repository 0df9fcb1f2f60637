"""The queue of expensive work, and what is kept of what readers choose."""

import threading
import time
from collections.abc import Callable
from typing import Any

import numpy as np
import pandas as pd
import pytest
import streamlit as st
from streamlit.testing.v1 import AppTest

from components.state.kept import Kept, weight
from components.state.turns import Turns
from data.models.evidence import Evidence


class GivenUp(Exception):
    """What a run is ended with when its reader has moved on."""


def nothing() -> None:
    """Of who waits as long as it takes."""


def until(seen: Callable[[], bool]) -> None:
    """Wait until something is so, or fail."""
    end = time.monotonic() + 10
    while not seen():
        assert time.monotonic() < end
        time.sleep(0.002)


class Crowd:
    """Threads that each want a turn, and the order in which they had it."""

    def __init__(self, at_once: int) -> None:
        self.turns, self.had = Turns(at_once), list[str]()
        self.most = self._now = 0
        self._done = threading.Event()
        self._threads: list[threading.Thread] = []

    def comes(self, name: str, still_wanted: Callable[[], None] = nothing) -> None:
        """Another one comes, and stands in the queue or at work when this returns."""
        here = sum(self.turns.work)
        self._threads.append(threading.Thread(target=self._work, args=(name, still_wanted)))
        self._threads[-1].start()
        until(lambda: sum(self.turns.work) == here + 1)

    def _work(self, name: str, still_wanted: Callable[[], None]) -> None:
        try:
            with self.turns.turn(still_wanted):
                self._now += 1
                self.most = max(self.most, self._now)
                self.had.append(name)
                self._done.wait(10)
                self._now -= 1
        except GivenUp:
            self.had.append(f"{name} gave up")

    def ends(self) -> list[str]:
        self._done.set()
        for thread in self._threads:
            thread.join(10)
        return self.had


def test_who_comes_first_is_served_first_and_no_more_at_once_than_allowed() -> None:
    crowd = Crowd(at_once=2)
    for name in "abcdef":
        crowd.comes(name)
    assert crowd.turns.work == (4, 2)
    assert crowd.ends() == list("abcdef")
    assert crowd.most == 2
    assert crowd.turns.work == (0, 0)


def test_who_has_chosen_something_else_leaves_the_queue_and_nobody_waits_for_him() -> None:
    crowd, moved_on = Crowd(at_once=1), threading.Event()

    def still_wanted() -> None:
        if moved_on.is_set():
            raise GivenUp

    crowd.comes("at work")
    crowd.comes("moved on", still_wanted)
    crowd.comes("patient")
    moved_on.set()
    until(lambda: crowd.turns.work == (1, 1))
    assert crowd.ends() == ["at work", "moved on gave up", "patient"]


def test_work_within_work_does_not_wait_for_itself() -> None:
    turns = Turns(at_once=1)
    with turns.turn(nothing), turns.turn(nothing):
        assert turns.work == (0, 1)
    assert turns.work == (0, 0)


def test_work_that_fails_gives_its_turn_back() -> None:
    turns = Turns(at_once=1)
    with pytest.raises(ZeroDivisionError), turns.turn(nothing):
        _ = 1 / 0
    assert turns.work == (0, 0)


def test_a_run_that_waits_may_look_at_its_session_for_what_its_reader_does() -> None:
    def page() -> None:
        import streamlit as st

        from components.state import turns

        turns._still_wanted()
        st.text("still wanted")

    assert AppTest.from_function(page).run().text[0].value == "still wanted"


def test_two_hundred_choices_are_not_kept_all() -> None:
    kept = Kept(most=16, most_bytes=1_000_000)
    for choice in range(200):
        kept.get(choice, lambda: "a result")
    assert len(kept) == 16
    assert kept.get(199, _not_made) == "a result"
    assert kept.get(0, lambda: "made anew") == "made anew"


def test_what_is_kept_stays_within_its_bytes_and_the_least_used_goes_first() -> None:
    kept = Kept(most=100, most_bytes=10_000)
    for choice in "abc":
        kept.get(choice, lambda: b"x" * 3_000)
    kept.get("a", _not_made)
    kept.get("d", lambda: b"x" * 3_000)
    assert kept.size < 10_000
    assert kept.get("a", _not_made)
    assert kept.get("b", lambda: "made anew") == "made anew"


def test_what_is_larger_than_everything_together_is_made_and_not_kept() -> None:
    kept = Kept(most=100, most_bytes=1_000)
    kept.get("small", lambda: "kept")
    assert len(kept.get("large", lambda: b"x" * 5_000)) == 5_000
    assert (len(kept), kept.get("small", _not_made)) == (1, "kept")


def test_who_asks_for_what_is_being_made_waits_for_it() -> None:
    kept, made, begun = Kept(8, 10_000), list[int](), threading.Event()

    def slowly() -> str:
        begun.set()
        time.sleep(0.05)
        made.append(1)
        return "made once"

    threads = [threading.Thread(target=kept.get, args=("key", slowly)) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(10)
    assert made == [1]


def test_what_fails_is_not_kept_and_is_tried_again() -> None:
    kept = Kept(8, 10_000)
    with pytest.raises(ZeroDivisionError):
        kept.get("key", lambda: 1 / 0)
    assert kept.get("key", lambda: 1.0) == 1.0


def test_the_weight_counts_arrays_frames_and_what_holds_them_and_leaves_out_the_evidence(evidence: Evidence) -> None:
    column = pd.DataFrame({"number": np.zeros(1_000)})
    assert 8_000 <= weight(column) < 9_000
    assert 8_000 <= weight({"draws": np.zeros(1_000)}) < 9_000
    assert weight((evidence, "and a word")) < 300
    same = np.zeros(1_000)
    assert weight([same, same]) < 9_000


class Shared:
    """What another reader asks for something it has not worked out yet, just as it is weighed."""

    def __init__(self) -> None:
        self.first, self.second = Asked(self), "a word"


class Asked:
    def __init__(self, whose: Shared) -> None:
        self._whose = whose

    def __sizeof__(self) -> int:
        self._whose.__dict__["worked out"] = "now"
        return 16


def test_what_grows_while_it_is_weighed_is_kept_all_the_same() -> None:
    shared = Shared()
    assert Kept(2, 1_000_000).get("slides", lambda: shared) is shared
    assert "worked out" in vars(shared)


def test_a_failed_run_is_told_with_the_id_under_which_the_log_has_it(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    from hosting.counts import Counts
    from hosting.server import _say

    said: list[Any] = []
    monkeypatch.setattr(st, "error", lambda text, **_: said.append(text))
    counts = Counts()
    assert _say(ValueError("of the inside"), counts)
    mark = said[0].split()[-1].rstrip(".")
    assert f"[{mark}]" in caplog.text
    assert "of the inside" not in said[0]
    assert counts.script_errors == 1


def _not_made() -> str:
    raise AssertionError("it was to be kept")
