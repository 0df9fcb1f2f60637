"""What the server counts of itself, and how a monitor reads it (Prometheus' text format)."""

import bisect
import gc
import os
import sys
from collections import Counter
from pathlib import Path

BOUNDS_S = (0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0)
STATM = Path("/proc/self/statm")


class Counts:
    """Counters of one process; only its event loop writes them."""

    def __init__(self) -> None:
        self.ready = False
        self.sockets: Counter[str] = Counter()
        self.opened = 0
        self.refused: Counter[str] = Counter()
        self.answers: Counter[int] = Counter()
        self.sent = 0
        self.reruns = 0
        self.rerun_s = 0.0
        self.script_errors = 0
        self._within = [0] * (len(BOUNDS_S) + 1)

    def rerun(self, seconds: float) -> None:
        """Note that a run of a page has ended, and how long its reader waited."""
        self.reruns += 1
        self.rerun_s += seconds
        self._within[bisect.bisect_left(BOUNDS_S, seconds)] += 1

    def text(self, waiting: int, working: int) -> str:
        """Everything counted, with the queue of the expensive work as it is now."""
        lines = [
            *_family("ready", "gauge", "1 once every page has run", [("", int(self.ready))]),
            *_family("sessions", "gauge", "Windows that are open", [("", self.sockets.total())]),
            *_family("session_addresses", "gauge", "Addresses with an open window", [("", len(self.sockets))]),
            *_family("sessions_opened_total", "counter", "Windows opened so far", [("", self.opened)]),
            *_family("refused_total", "counter", "Refusals", _labelled("reason", self.refused)),
            *_family("answers_total", "counter", "Answers", _labelled("status", self.answers)),
            *_family("sent_bytes_total", "counter", "Bytes of all answers and messages", [("", self.sent)]),
            *_family("work_waiting", "gauge", "Estimates and files that wait for a turn", [("", waiting)]),
            *_family("work_running", "gauge", "Estimates and files being made", [("", working)]),
            *_family("script_errors_total", "counter", "Runs that failed", [("", self.script_errors)]),
            *_family("memory_bytes", "gauge", "Resident memory", [("", resident())]),
            *_family(
                "kept_objects", "gauge", "Objects that garbage is not looked for in", [("", gc.get_freeze_count())]
            ),
            *self._histogram(),
        ]
        return "\n".join(lines) + "\n"

    def _histogram(self) -> list[str]:
        name = "barrelwatch_rerun_seconds"
        lines, running = [f"# HELP {name} Time from a click to the end of the run", f"# TYPE {name} histogram"], 0
        for bound, many in zip((*BOUNDS_S, "+Inf"), self._within, strict=True):
            running += many
            lines.append(f'{name}_bucket{{le="{bound}"}} {running}')
        return [*lines, f"{name}_sum {self.rerun_s:.6f}", f"{name}_count {self.reruns}"]


def resident() -> int:
    """Bytes of memory that this process holds; elsewhere the most it ever held, and nought on Windows."""
    if STATM.exists():
        return int(STATM.read_text(encoding="ascii").split()[1]) * os.sysconf("SC_PAGE_SIZE")
    if sys.platform == "win32":
        return 0
    import resource  # which Windows has not

    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss


def _family(name: str, kind: str, told: str, values: list[tuple[str, int]]) -> list[str]:
    full = f"barrelwatch_{name}"
    return [f"# HELP {full} {told}", f"# TYPE {full} {kind}", *(f"{full}{label} {value}" for label, value in values)]


def _labelled(label: str, counter: Counter[str] | Counter[int]) -> list[tuple[str, int]]:
    return [(f'{{{label}="{key}"}}', many) for key, many in sorted(counter.items(), key=lambda item: str(item[0]))]
