"""Matters in which the slides on volumes have something to withstand, and what is asked of what stands on them."""

from dataclasses import replace
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from components.scene.things import Columns, Cumulative, Shape, Slide, Text, every
from components.slides.view import Matter, matter_of
from data.estimate.result import estimate
from data.models.assumptions import Settings
from data.models.evidence import Evidence, Limit
from data.models.links import Links
from data.reading.seeds import examine, read_evidence
from tests.components.cited_frames import without_fingerprint
from tests.conftest import SECOND_CASE
from tests.making import write_case

RUSSIAN = ("Уполномоченный предел поставок нефтепродуктов и мазута " * 4)[:200]
KOREAN = ("안전보장이사회대북제재결의정유제품연간공급상한선" * 9)[:200]
LATIN = ("The annual ceiling of {all} <b>products</b> & everything else that anybody may deliver " * 3)[:200]
# The supplier alone, and the trips that somebody counted, except for "with others", which is what a reader first sees.
ALONE = Settings(unseen=False, alone=True)
READERS = {
    "with others": Settings(),
    "trips not seen": replace(ALONE, unseen=True),
    "no trips": replace(ALONE, count=0),
    "twenty trips": replace(ALONE, count=20),
    "twenty-seven trips": replace(ALONE, count=27),
    "ten thousand trips": replace(ALONE, count=10_000),
}
NUMBERS: dict[str, dict[str, Any]] = {
    "a range": {"operator": "range", "value": None, "low": 400_000.0, "high": 700_000.0},
    "a ceiling": {"operator": "<=", "value": 400_000.0},
    "an exact number": {"operator": "=", "value": 499_500.0},
    "a floor past the scale": {"operator": ">", "value": 2_250_000.0},
    "a floor near the end": {"operator": ">", "value": 1_440_000.0},
    "a floor below the limit": {"operator": ">=", "value": 380_000.0},
    "a tiny floor": {"operator": ">", "value": 1_000.0},
    "an endless number": {"operator": "range", "value": None, "low": 123_456_789_012.5, "high": 987_654_321_098.25},
    "another period": {"date": "2021", "date_basis": "stated"},
    "no number": {"operator": None, "value": None},
}
LIMITS: dict[str, dict[str, Any]] = {
    "a limit in tonnes": {"unit": "tonne", "value": 60_000.0},
    "a Russian name": {"name": RUSSIAN, "product": RUSSIAN, "legal_basis": RUSSIAN},
    "a Korean name": {"name": KOREAN, "product": KOREAN, "suppliers": KOREAN},
    "a long name": {"name": LATIN, "product": LATIN},
    "a tiny limit": {"value": 0.5},
}
STATES = (
    "own", "second case", "thirty documents", "no documents", "no estimate", "no limit", "withheld", *READERS, *NUMBERS,
    *LIMITS,
)  # fmt: skip


@cache
def matter_in(state: str) -> Matter:
    """One of STATES, with 2,000 draws; "own" and "with others" with as many as the page takes."""
    evidence = without_fingerprint(_evidence(state))
    draws = 20_000 if state in ("own", "with others") else 2_000
    modelled = estimate(evidence, READERS.get(state, ALONE), draws)
    return matter_of(evidence, modelled, Links("https://example.invalid", evidence.fingerprint))


def texts_of(slide: Slide) -> dict[str, str]:
    """What the text boxes of a slide say, by their names."""
    return {
        thing.name: "\n".join("".join(run.text for run in paragraph) for paragraph in thing.paragraphs)
        for thing in every(slide.things)
        if isinstance(thing, Text)
    }


def shapes_of(slide: Slide, name: str) -> list[Shape]:
    return [thing for thing in every(slide.things) if isinstance(thing, Shape) and thing.name == name]


def columns_of(slide: Slide) -> Columns:
    return next(thing for thing in every(slide.things) if isinstance(thing, Columns))


def cumulative_of(slide: Slide) -> Cumulative:
    return next(thing for thing in every(slide.things) if isinstance(thing, Cumulative))


def shares_of(arc: Shape) -> tuple[float, float]:
    """From which to which share of the dial a block arc reaches: 0 on the left, 1 on the right."""
    start, end, _ = arc.adjustments
    return round((start - 180) / 180, 3), round((end - 180) / 180, 3)


def _evidence(state: str) -> Evidence:
    if state in ("second case", "thirty documents", "no documents"):
        return _made(state)
    own = read_evidence()
    if state == "no estimate":
        return replace(own, assumptions=None)
    if state == "no limit":
        subject = own.case.subject.model_copy(update={"headline_limit": None})
        return replace(own, case=own.case.model_copy(update={"subject": subject}))
    if state == "withheld":
        kept = tuple(claim.model_copy(update={"operator": None, "value": None}) for claim in own.claims)
        return replace(own, claims=kept, assumptions=None, complete=False)
    if state in LIMITS:
        return replace(own, limits=tuple(_limit(limit, state, own) for limit in own.limits))
    changes = NUMBERS.get(state, {})
    claims = (claim.model_copy(update=changes if claim.id == "A04" else {}) for claim in own.claims)
    return replace(own, claims=tuple(claims))


def _made(state: str) -> Evidence:
    if state == "second case":
        return examine(SECOND_CASE).evidence
    with TemporaryDirectory() as folder:
        return examine(write_case(Path(folder) / "case", 30 if state == "thirty documents" else 0)).evidence


def _limit(limit: Limit, state: str, own: Evidence) -> Limit:
    return Limit.model_validate(limit.model_dump() | LIMITS[state]) if limit is own.headline_limit else limit
