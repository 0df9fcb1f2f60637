"""Recording a change of the data: the headline of the present state, and the row that keeps it."""

from collections.abc import Iterator
from datetime import date, datetime
from math import isnan, nan
from pathlib import Path

import pandas as pd

from data.estimate.result import Estimate, estimate
from data.files.tables import cell_of, csv_text
from data.files.whole import write_whole
from data.frames.reported import headline_row, reported_frame
from data.models.assumptions import NotEstimated
from data.models.changes import CHANGES, Change, Headline
from data.models.evidence import Evidence


def headline_of(evidence: Evidence) -> Headline:
    """The headline of some evidence under the assumptions as sourced."""
    return headline(headline_row(reported_frame(evidence), evidence), estimate(evidence), evidence)


def headline(row: pd.Series | None, modelled: Estimate | NotEstimated, evidence: Evidence) -> Headline:
    """The numbers of one reported row of the volumes frame beside an estimate; modelled volumes in whole units."""
    limit = evidence.headline_limit
    found = Headline(limit=limit.value, limit_unit=limit.unit) if limit else Headline()
    if row is not None and not (row["per"] or row["change"]):  # a row of changes.csv holds an amount
        high = float(row["high"]) if row["operator"] == "range" else nan
        found = found._replace(operator=row["operator"], reported=float(row["volume"]), high=high, unit=row["unit"])
    if isinstance(modelled, NotEstimated):
        return found
    total = modelled.total
    q05, q50, q95 = (float(round(float(total[name]))) for name in ("q05", "q50", "q95"))
    above = round(float(total["above_limit"]), 4)
    return found._replace(q05=q05, q50=q50, q95=q95, above=above, limit_unit=modelled.unit)


def changes_since(evidence: Evidence, fingerprint: str) -> tuple[Change, ...] | None:
    """What was recorded after the data of a fingerprint (or the beginning of one); None if nobody recorded those."""
    places = [place for place, change in enumerate(evidence.changes) if _has(change, fingerprint)]
    return evidence.changes[places[-1] + 1 :] if places else None


def change_of(evidence: Evidence, fingerprint: str) -> Change | None:
    """The recorded state with a fingerprint, or with one that begins like this; the latest of several."""
    return next((change for change in reversed(evidence.changes) if _has(change, fingerprint)), None)


def recorded(evidence: Evidence, what: str, why: str, today: date) -> Change:
    """The row for the present state of some evidence, to be added at the end of changes.csv."""
    numbers = headline_of(evidence)._asdict()
    given = {name: value for name, value in numbers.items() if isinstance(value, str) or not isnan(value)}
    number = 1 + max((int(change.change_id.rpartition("-")[2]) for change in _numbered(evidence)), default=0)
    return Change(
        change_id=f"change-{number:03}",
        date=today,
        version=evidence.case.version,
        fingerprint=evidence.fingerprint,
        what=what,
        why=why,
        **{name: value for name, value in given.items() if value != ""},
    )


def write_changes(folder: Path, changes: tuple[Change, ...]) -> Path:
    """Write changes.csv whole or not at all. Raises OSError where it cannot be written."""
    columns = list(Change.model_fields)
    rows = [[cell_of(getattr(change, column)) for column in columns] for change in changes]
    path = folder / CHANGES
    write_whole(path, csv_text([columns, *rows]).encode("utf-8"))
    return path


def _has(change: Change, fingerprint: str) -> bool:
    return bool(fingerprint) and change.fingerprint.startswith(fingerprint)


def _numbered(evidence: Evidence) -> Iterator[Change]:
    return (change for change in evidence.changes if change.change_id.rpartition("-")[2].isdecimal())


def local_day(moment: datetime) -> date:
    """The day that a moment falls on where this runs: before nine in Tokyo it is still yesterday in UTC."""
    return moment.astimezone().date()
