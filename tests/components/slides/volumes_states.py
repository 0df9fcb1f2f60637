"""What the slides on volumes must withstand: cases, assumptions of readers, numbers and limits, each as a view."""

from dataclasses import replace
from functools import cache
from typing import Any

from components.slides.view import View, view_of
from data.estimate.result import estimate
from data.models.assumptions import Settings
from data.models.evidence import Evidence
from data.models.limits import Limit
from data.models.links import Links
from data.reading.seeds import read_evidence
from tests.cases.registry import CASES, evidence_of
from tests.components.record_frames import without_fingerprint

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
    "without a number": {"operator": None, "value": None},
}
LIMITS: dict[str, dict[str, Any]] = {
    "a limit in tonnes": {"unit": "tonne", "value": 60_000.0},
    "a Russian name": {"name": RUSSIAN, "product": RUSSIAN, "legal_basis": RUSSIAN},
    "a Korean name": {"name": KOREAN, "product": KOREAN, "suppliers": KOREAN},
    "a long name": {"name": LATIN, "product": LATIN},
    "a tiny limit": {"value": 0.5},
}
STATES = (
    "own", "second case", "thirty documents", "no documents", "no estimate", "without limit", "withheld", *READERS,
    *NUMBERS, *LIMITS,
)  # fmt: skip


@cache
def view_in(state: str) -> View:
    """One of STATES, with 2,000 draws; "own" and "with others" with as many as the page takes."""
    evidence = without_fingerprint(_evidence(state))
    draws = 20_000 if state in ("own", "with others") else 2_000
    modelled = estimate(evidence, READERS.get(state, ALONE), draws)
    return view_of(evidence, modelled, Links("https://example.invalid", evidence.fingerprint))


def _evidence(state: str) -> Evidence:
    if state in CASES:
        return evidence_of(state)
    own = read_evidence()
    if state == "no estimate":
        return replace(own, assumptions=None)
    if state == "without limit":
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


def _limit(limit: Limit, state: str, own: Evidence) -> Limit:
    return Limit.model_validate(limit.model_dump() | LIMITS[state]) if limit is own.headline_limit else limit
