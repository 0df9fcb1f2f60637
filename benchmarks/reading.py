"""Reading and proving the seeds, per claim, against parsing the same files with tomllib."""

import tomllib
from collections.abc import Callable
from functools import partial
from pathlib import Path

from benchmarks.copied import copied_seeds
from benchmarks.measuring import Line, Report, clocked, medians
from data import Evidence, read_evidence
from data.files.draft import Draft, Placed
from data.proof.proving import prove_words
from data.texts.quotes import context_of, proven

SIZES = (72, 1_000, 10_000, 100_000)
BUDGET = 2.0
READ, TOML, WORDS, PLACE = "read", "toml", "words", "place"


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
            TOML: clocked(partial(_parse, folder)),
            PLACE: clocked(partial(_place_each, evidence)),
            WORDS: clocked(partial(_prove_each, evidence)),
            READ: clocked(partial(read_evidence, folder)),
        }
        found = {name: milliseconds * 1_000 / claims for name, milliseconds in medians(rounds, works).items()}
    at = f"{claims:,} claims"
    return [
        Line(f"reading and proving, per claim, {at}", found[READ], found[TOML], BUDGET, "µs"),
        Line("… in it, quote and context held against the text", found[PLACE], found[TOML], unit="µs"),
        Line("… in it, number, date, modality and names held against the quote", found[WORDS], found[TOML], unit="µs"),
    ]


def _place_each(evidence: Evidence) -> bool:
    texts = {document.id: document.text for document in evidence.documents}
    return all(
        proven(text := texts[claim.document], claim.quote, claim.start, claim.end)
        and context_of(text, claim.start, claim.end) == (claim.prefix, claim.suffix)
        for claim in evidence.claims
    )


def _prove_each(evidence: Evidence) -> int:
    """What the words of a quote are held against, as the check does; the number of problems, which is none."""
    draft = Draft()
    for unit in evidence.case.units:
        draft.units.sound[unit.id] = Placed(unit, "case.toml", unit.id)
    for claim in evidence.claims:
        prove_words(Placed(claim, "evidence.toml", claim.id), evidence.document_by_id[claim.document], draft)
    return len(draft.problems)


def _parse(folder: Path) -> list[object]:
    return [tomllib.loads(path.read_text(encoding="utf-8")) for path in folder.glob("documents/*/evidence.toml")]
