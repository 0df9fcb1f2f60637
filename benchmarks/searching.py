"""A search in 10,000 claims, against one walk through all of their words; and making the index, once for each state."""

from collections.abc import Callable
from functools import partial

from benchmarks.copied import copied_seeds
from benchmarks.measuring import Line, Report, clocked, medians
from components.sentences.findable import findable
from data import read_evidence
from data.texts.index import Index

SIZE = 10_000
BUDGET = 1.0
WALK, MAKE = "every word walked through", "making the index"
ASKED = {"one word": "vostochny", "two words": "nampo 2024", "the beginning of a word": "ship", "one letter": "a"}


def measure(rounds: int) -> Report:
    """What is asked for in several ways; the slowest of them is what a reader waits for at most."""
    with copied_seeds(SIZE) as folder:
        evidence = read_evidence(folder)
    entries = list(findable(evidence))
    index, rows = Index(entries), [f"{entry.title}\n{entry.text}".casefold() for entry in entries]
    works: dict[str, Callable[[], float]] = {
        WALK: clocked(lambda: [place for place, row in enumerate(rows) if "vostochny" in row and "2024" in row]),
        MAKE: clocked(partial(Index, entries)),
    }
    works |= {name: clocked(partial(index.find, words)) for name, words in ASKED.items()}
    found = medians(rounds, works)
    at = f"{len(evidence.claims):,} claims, {len(entries):,} things"
    # One letter is in nearly all of them: it is told, and holds to 100 ms rather than to the floor.
    budgets = {name: BUDGET for name in ASKED if len(ASKED[name]) > 1}
    lines = [Line(f"search, {name}, {at}", found[name], found[WALK], budgets.get(name)) for name in ASKED]
    return Report((*lines, Line(f"{MAKE}, {at}", found[MAKE])))
