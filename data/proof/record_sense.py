"""Do the keys of a row of the record agree with each other: days in order, an amount, a title of the same vessel."""

import re
from collections.abc import Iterator

from data.files.draft import Draft, Placed
from data.files.faults import Fault, report_all
from data.models.dates import read_edtf
from data.models.evidence import Evidence
from data.models.quantities import BARREL, TONNE
from data.models.record import Notification, Sighting, Statement, Vessel
from data.proof.parts import check_parts_agree
from data.texts.measures import Measures

NAMES_OF_PLACES = re.compile(r"[^\W\d_a-z][^\W\d_]{3,}")


def check_record_sense(draft: Draft, evidence: Evidence) -> None:
    """Warn of rows published too early, of filed amounts that are none or at odds, and of titles of another vessel."""
    measures, limit = draft.measures_of("en"), evidence.headline_limit
    counted = {BARREL, TONNE, *([measures.by_id[limit.unit].noun] if limit and limit.unit in measures.by_id else ())}
    report_all(draft, draft.statements, _day_faults)
    report_all(draft, draft.notified, lambda filed: (*_day_faults(filed), *_unit_faults(filed, measures, counted)))
    check_parts_agree(draft)
    vessels = draft.vessels.sound
    report_all(
        draft, draft.sightings, lambda seen: (*_day_faults(seen), *_title_faults(seen, vessels.get(seen.vessel or "")))
    )


def _day_faults(row: Statement | Notification | Sighting) -> Iterator[Fault]:
    """A rule may be published before it holds; nothing else before it has begun, and no amount before it is whole."""
    if not row.published or not row.date or (isinstance(row, Statement) and row.kind == "rule"):
        return
    window = read_edtf(row.date)
    first = window.latest if isinstance(row, Notification) else window.earliest
    if first and row.published < first:
        what, remedy = "it was published before the time that it tells of", "Correct published, or date."
        yield Fault("published", what, row.published.isoformat(), row.date, remedy, warns=True)


def _unit_faults(row: Notification, measures: Measures, counted: set[str]) -> Iterator[Fault]:
    measure = measures.by_id.get(row.unit)
    if measure and (measure.rate or measure.noun not in counted):
        remedy = "Name the unit of the amount as it was filed."
        yield Fault(
            "unit", "this is no unit of a filed amount", row.unit, ", ".join(sorted(counted)), remedy, warns=True
        )


def _title_faults(row: Sighting, vessel: Placed[Vessel] | None) -> Iterator[Fault]:
    """The title of a sighting names its vessel, by any of its names, and a name of its place."""
    vessels = (vessel.entry.name, *vessel.entry.former_names) if vessel else ()
    for key, names in (("vessel", vessels), ("place", tuple(NAMES_OF_PLACES.findall(row.place)))):
        if row.event and names and not any(name.casefold() in row.event.casefold() for name in names):
            what, remedy = f"the title does not name the {key} of the row", f"Correct {key}, or name it in the title."
            yield Fault("event", what, row.event, " or ".join(names), remedy, warns=True)
