"""Reading and proving the seeds, per claim, against looking for each quote in its text."""

import tomllib
from collections.abc import Callable
from functools import partial
from pathlib import Path

from benchmarks.copied import copied_seeds
from benchmarks.measuring import Line, Report, clocked, medians
from data import Evidence, read_evidence
from data.quotes import context_of, proven

SIZES = (72, 1_000, 10_000, 100_000)
BUDGET = 5.0
READ, TOML, PROVE, FIND = "read", "toml", "prove", "find"


def measure(rounds: int) -> Report:
    """Four sizes; the time per claim must not grow with them."""
    lines: list[Line] = []
    for size in SIZES:
        lines += _lines(rounds, size)
    return Report(tuple(lines))


def _lines(rounds: int, size: int) -> list[Line]:
    with copied_seeds(size) as folder:
        evidence = read_evidence(folder)
        claims = len(evidence.claims)
        works: dict[str, Callable[[], float]] = {
            FIND: clocked(partial(_find_each, evidence)),
            PROVE: clocked(partial(_prove_each, evidence)),
            TOML: clocked(partial(_parse, folder)),
            READ: clocked(partial(read_evidence, folder)),
        }
        found = {name: milliseconds * 1_000 / claims for name, milliseconds in medians(rounds, works).items()}
    at = f"{claims:,} claims"
    return [
        Line(f"reading and proving, per claim, {at}", found[READ], found[FIND], BUDGET, "µs"),
        Line("… of it, tomllib alone on the same files", found[TOML], found[FIND], unit="µs"),
        Line("… of it, all the rest", found[READ] - found[TOML], found[FIND], unit="µs"),
        Line("… in it, quote and context held against the text", found[PROVE], found[FIND], unit="µs"),
    ]


def _find_each(evidence: Evidence) -> int:
    texts = {document.id: document.text for document in evidence.documents}
    return sum(texts[claim.document].find(claim.quote) for claim in evidence.claims)


def _prove_each(evidence: Evidence) -> bool:
    texts = {document.id: document.text for document in evidence.documents}
    return all(
        proven(text := texts[claim.document], claim.quote, claim.start, claim.end)
        and context_of(text, claim.start, claim.end) == (claim.prefix, claim.suffix)
        for claim in evidence.claims
    )


def _parse(folder: Path) -> list[object]:
    return [tomllib.loads(path.read_text(encoding="utf-8")) for path in folder.glob("documents/*/evidence.toml")]
