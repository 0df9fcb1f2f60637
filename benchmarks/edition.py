"""The frozen edition, made anew, against a sealed file that holds the same evidence and shows nothing of it."""

from benchmarks.copied import copied_seeds
from benchmarks.measuring import Line, Report, clocked, medians
from components.edition.whole import edition
from data import read_evidence
from data.editions.sealing import SEAL_TAG, evidence_block, sealed
from data.reading.seeds import SEEDS

SECONDS, MEGABYTES = 2.0, 1.2
MANY, MORE_SECONDS, MOST_MEGABYTES = 10_000, 5.0, 20.0
MADE, HELD, LARGE = "edition", "evidence alone", "large edition"


def measure(rounds: int) -> Report:
    """The folder is read before the clock starts; the large one is made once, for it takes long."""
    evidence = read_evidence(SEEDS)
    works = {
        HELD: clocked(lambda: sealed(SEAL_TAG + evidence_block(SEEDS))),
        MADE: clocked(lambda: edition(evidence, SEEDS)),
    }
    found = medians(rounds, works)
    small = len(edition(evidence, SEEDS))
    floor = len(sealed(SEAL_TAG + evidence_block(SEEDS)))
    with copied_seeds(MANY) as folder:
        many = read_evidence(folder)
        made: list[bytes] = []
        found[LARGE] = clocked(lambda: made.append(edition(many, folder)))()
        held = len(sealed(SEAL_TAG + evidence_block(folder)))
    large = len(made[0])
    lines = (
        Line("the edition, against a sealed file with the same evidence", found[MADE], found[HELD]),
        Line("… its size, against that of the same", small / 1_000, floor / 1_000, unit="kB"),
        Line(f"the edition of {MANY:,} claims, against that of {len(evidence.claims)}", found[LARGE], found[MADE]),
        Line("… its size, against a sealed file with the same evidence", large / 1_000, held / 1_000, unit="kB"),
    )
    return Report(lines, tuple(_kept(found, small, large)))


def _kept(found: dict[str, float], small: int, large: int) -> list[str]:
    own = found[MADE] <= SECONDS * 1_000 and small <= MEGABYTES * 1_000_000
    more = found[LARGE] - found[MADE] <= MORE_SECONDS * 1_000 and large <= MOST_MEGABYTES * 1_000_000
    return [
        f"An edition of the two documents in at most {SECONDS:g} s and {MEGABYTES} MB: {_word(own)}.",
        f"One of {MANY:,} claims in at most {MORE_SECONDS:g} s more and {MOST_MEGABYTES:g} MB: {_word(more)}.",
    ]


def _word(kept: bool) -> str:
    return "yes" if kept else "no"
