"""Hand-made frames of a public record about salt barges, with the columns of the data layer."""

from datetime import date

import pandas as pd

from components.scene.furniture import Words
from data import Evidence
from data.models.dates import read_edtf

NOTIFIED = [
    ("Upper Vale", 2030, 241.0, False, "2030-01-01", "2030-12-31"),
    ("Hill Coast", 2030, 160.37, True, "2030-01-01", "2030-12-31"),
    ("Upper Vale", 2031, 0.0, False, "2031-01-01", "2031-12-31"),
    ("Hill Coast", 2031, 91.0, False, "2031-01-01", "2031-11-30"),
    ("Hill Coast", 2032, 280.5, False, "2032-01-01", "2032-01-31"),
]
DESCENT = [
    ("A", "The salt of the north", "document", "barge-watch", "Barge Watch", True, "sound"),
    ("B", "Barges and bread", "document", "barge-watch", "Barge Watch", False, "sound"),
    ("B", "Barges and bread", "document", "salt-office", "Salt Office of the Upper Vale", True, "sound"),
    ("repeat-001", "Evening Post", "record", "barge-watch", "Barge Watch", False, "sound"),
    ("repeat-002", "Morning Post", "record", "barge-watch", "Barge Watch", False, "error"),
    ("toll-001", "Toll house", "record", "salt-office", "Salt Office of the Upper Vale", False, "sound"),
    ("rumour-001", "A traveller", "record", "", "", False, "sound"),
]
EVENTS = [
    ("quay-001", "shipments", "Barge Heron at the north quay", "2039-03-07"),
    ("quay-002", "shipments", "Barge Egret at the north quay", "2039-03-10"),
    ("count-001", "shipments", "43 barges counted (Barge Watch)", "2039-03-07/2039-11-05"),
    ("stock-001", "shipments", "Salt in the harbour stores", "[2039-05-01..2039-08-31]"),
    ("law-001", "shipments", "The accord is signed", "2017-12-22"),
    ("law-002", "shipments", "The inquiry reports", "2049-05-29"),
]
DESCENT_COLUMNS = ["text_id", "text", "kind", "origin_id", "origin", "inferred", "standing"]
TITLE = Words("title")


def notified(
    entries: list[tuple[str, int, float, bool, str, str]] | None = None,
    limit: float = 500.0,
    starts: str = "01-01",
    rounded: tuple[str, ...] = (),
) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Frames as notified_years and notified_frame make them, one record a supplier and year; whose sources round."""
    years, rows = [], []
    for place, (supplier, year, volume, converted, first, last) in enumerate(NOTIFIED if entries is None else entries):
        start = pd.Timestamp(f"{year}-{starts}")
        end = start + pd.DateOffset(years=1) - pd.Timedelta(days=1)
        record_id = f"notified-{place:03}"
        complete = pd.Timestamp(first) <= start and pd.Timestamp(last) >= end
        about = converted or supplier in rounded
        cells = [start, end, year, supplier, volume, about, converted, complete, pd.Timestamp(last), limit]
        years.append([*cells, (record_id,)])
        rows.append([record_id, pd.Timestamp(first), pd.Timestamp(last), volume])
    year_columns = "period_start period_end year supplier volume about converted complete covered_to limit_volume"
    return (
        pd.DataFrame(years, columns=[*year_columns.split(), "record_ids"]),
        pd.DataFrame(rows, columns=["record_id", "earliest", "latest", "converted"]),
    )


def headline() -> pd.Series:
    """A reported floor of 1,000 in the year 2031, as a row of the volumes frame."""
    start, end = pd.Timestamp("2031-01-01"), pd.Timestamp("2031-12-31")
    return pd.Series({"comparable": True, "period_start": start, "period_end": end, "operator": ">", "volume": 1_000.0,
                      "high": float("inf"), "claim_ids": ("S01",), "number_read_by": "machine"})  # fmt: skip


def descent(entries: list[tuple[str, str, str, str, str, bool, str]] | None = None) -> pd.DataFrame:
    """A frame as descent_frame makes it."""
    return pd.DataFrame(DESCENT if entries is None else entries, columns=DESCENT_COLUMNS)


def events(entries: list[tuple[str, str, str, str]] | None = None, cited: bool = True) -> pd.DataFrame:
    """A frame as record_events_frame makes it, or with `cited` False one of quoted events."""
    return pd.DataFrame([_event(entry, cited) for entry in (EVENTS if entries is None else entries)]).astype(
        dict.fromkeys(["earliest", "known_from", "known_to", "latest"], "datetime64[s]")
    )


def without_fingerprint(evidence: Evidence) -> Evidence:
    """The same evidence with a fingerprint that no comma changes."""
    object.__setattr__(evidence, "fingerprint", "0123456789abcdef")
    return evidence


def _event(entry: tuple[str, str, str, str], cited: bool) -> dict[str, object]:
    event_id, lane, title, text = entry
    edtf = read_edtf(text)
    start, end = edtf.latest_start, edtf.earliest_end
    known: tuple[date | None, date | None] = (start, end) if start and end and start <= end else (None, None)
    claims = () if cited else ("S01",)
    return {
        "event_id": event_id, "lane": lane, "type": "salt", "title": title, "modality": "reported", "date": text,
        "date_basis": "stated", "date_reason": "", "earliest": edtf.earliest, "known_from": known[0],
        "known_to": known[1], "latest": edtf.latest, "open_start": edtf.open_start, "open_end": edtf.open_end,
        "single_day": edtf.single_day, "yearless": edtf.form == "yearless", "number_read_by": "",
        "supports": claims, "contradicts": (),
        "claim_ids": claims, "documents": (), "kinds": (), "words": title, "cited": cited,
        "record_ids": (event_id,) if cited else (),
    }  # fmt: skip
