"""The whole estimate against numpy drawing the same random numbers, and a moved slider against an empty app's rerun."""

import resource
import subprocess
import sys
from collections.abc import Callable
from contextlib import ExitStack
from dataclasses import replace
from functools import partial
from itertools import count
from pathlib import Path

from benchmarks.measuring import EMPTY, ROOT, Line, Report, clocked, floor_app, medians
from benchmarks.server import DASHBOARD, served
from benchmarks.session import Session
from data import Evidence, read_evidence
from data.estimate.draws import CHUNK, beta_parameters, stream
from data.estimate.journeys import MOST_DATED
from data.estimate.result import DRAWS, MOST_DRAWS, Estimate, estimate
from data.models.assumptions import Settings

BUDGET = SLIDER_BUDGET = 3.0
ESTIMATE, NUMBERS, FLOOR, SLIDER = "estimate", "numbers", "empty app", "slider"
PEAK = "import benchmarks.estimate as own; own.all_of(own.read_evidence(), {}); print(own.peak_mb())"


def measure(rounds: int) -> Report:
    """Both numbers of draws, the slider, and the memory of each number of draws in a process of its own."""
    evidence, memory = read_evidence(), _memory()
    lines = [_line(evidence, draws, rounds if draws == DRAWS else min(rounds, 3)) for draws in (DRAWS, MOST_DRAWS)]
    return Report((*lines, _slider(rounds)), (memory,))


def all_of(evidence: Evidence, draws: int) -> list[object]:
    """The estimate with everything that a page, a slide or the method can ask of it."""
    one = estimate(evidence, Settings(), draws)
    assert isinstance(one, Estimate)
    frames = [one.totals, one.dots, one.cumulative, one.crossing, one.disagreements]
    return [*frames, one.beliefs, one.tornado, one.loads, one.closed_form]


def peak_mb() -> float:
    """The most memory that this process has held, in megabytes; where the system tells, without that of its parent."""
    status = Path("/proc/self/status")
    if status.exists():
        told = next(line for line in status.read_text(encoding="ascii").splitlines() if line.startswith("VmHWM"))
        return int(told.split()[1]) / 1_024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1_024


def _line(evidence: Evidence, draws: int, rounds: int) -> Line:
    # A seed of its own each time: random numbers that were drawn before are kept.
    seeded = (_with_seed(evidence, seed) for seed in count(1))
    works: dict[str, Callable[[], float]] = {
        NUMBERS: clocked(partial(_random_numbers, evidence, draws)),
        ESTIMATE: clocked(lambda: all_of(next(seeded), draws)),
    }
    found = medians(rounds, works)
    return Line(f"estimate: {draws:,} draws", found[ESTIMATE], found[NUMBERS], BUDGET)


def _with_seed(evidence: Evidence, seed: int) -> Evidence:
    assert evidence.assumptions is not None
    return replace(evidence, assumptions=evidence.assumptions.model_copy(update={"seed": seed}))


def _random_numbers(evidence: Evidence, draws: int) -> float:
    """The same numbers from the same distributions, chunk by chunk, and nothing done with them."""
    assert evidence.assumptions is not None
    by_id, drawn = evidence.assumptions.by_id, 0.0
    fleet = by_id["ship"]
    for number, start in enumerate(range(0, draws, CHUNK)):
        runs, own = min(CHUNK, draws - start), partial(stream, evidence.assumptions.seed, chunk=number)
        loaded = own("loadings").beta(*beta_parameters(by_id["loadings"]), runs)
        seen = own("seen").beta(*beta_parameters(by_id["seen"]), runs)
        own("load").beta(*beta_parameters(by_id["load"]), runs)
        for name in ("cargo-share", "barrels-per-tonne", "tank"):
            own(name).triangular(by_id[name].low, by_id[name].central, by_id[name].high, runs)
        own("median").standard_normal(runs)
        own("sizes").standard_normal((runs, fleet.vessels or 1))
        own("shares").standard_gamma(fleet.sharing or 1.0, (runs, fleet.vessels or 1))
        trips = own("calls").binomial(43, loaded)
        own("unseen").negative_binomial(trips, seen)
        drawn += float(own("days").standard_exponential((runs, MOST_DATED))[0, 0])
    return drawn


def _slider(rounds: int) -> Line:
    """From the move of a slider, to a value that nobody has asked for yet, to the last of the changed pictures."""
    moves = (f"ship={value}" for value in (1_000 + 100 * step for step in count()))
    with ExitStack() as open_until_done:
        floor = open_until_done.enter_context(served(open_until_done.enter_context(floor_app(EMPTY))))
        dashboard = open_until_done.enter_context(served(DASHBOARD))
        empty = open_until_done.enter_context(Session(floor))
        page = open_until_done.enter_context(Session(dashboard, "estimate"))
        works: dict[str, Callable[[], float]] = {
            FLOOR: empty.run_ms,
            SLIDER: lambda: page.pictured_ms(next(moves)),
        }
        found = medians(2 * rounds + 1, works)
    return Line("a slider moved to the last changed picture, page Estimate", found[SLIDER], found[FLOOR], SLIDER_BUDGET)


def _memory() -> str:
    peaks = {draws: _peak_of(draws) for draws in (DRAWS, MOST_DRAWS)}
    told = "; ".join(f"{peak:,.0f} MB with {draws:,} draws" for draws, peak in peaks.items())
    return f"Most memory held by a process that does nothing but the estimate: {told}."


def _peak_of(draws: int) -> float:
    command = [sys.executable, "-c", PEAK.format(draws)]
    return float(subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True).stdout)
