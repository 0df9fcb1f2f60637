"""Evidence -> what it holds on each vessel, port, speaker and origin: one row a claim or cited fact."""

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import Any, NamedTuple

import pandas as pd

from data.frames.rows import DAY, framed
from data.models.dates import read_edtf
from data.models.evidence import Evidence
from data.models.names import folded
from data.models.origins import origin_of
from data.models.record import Record, Sighting, Statement, Vessel

KINDS = ("vessel", "port", "speaker", "origin")
COLUMNS = ["of", "part", "date", "earliest", "latest", "claim_ids", "record_ids"]
SUBJECT_COLUMNS = ["of", "kind", "name", "claims", "records", "first", "last"]
IMO_NAMED = re.compile(r"\bIMO\b\D{0,12}(\d{7})(?!\d)", re.ASCII)
Names = dict[str, str]


class _Link(NamedTuple):
    """That a claim or a cited fact is about something, as what, and when."""

    of: str
    part: str
    date: str | None
    claim: str = ""
    record: str = ""


def of_vessel(vessel: Vessel) -> str:
    """What a vessel is asked for by: its IMO number, which outlives its names, else its id."""
    return f"vessel:{vessel.imo or vessel.vessel_id}"


def of_name(kind: str, name: str, names: Mapping[str, str]) -> str:
    """What a port or a speaker is asked for by: the first spelling of its name, of those that differ in case alone."""
    return f"{kind}:{names.get(folded(name), name)}"


def ports(evidence: Evidence) -> Names:
    """The places at which vessels were seen, as the record writes them; by the name without its case."""
    return _first_spellings(sighting.place for sighting in evidence.sightings)


def speakers(evidence: Evidence) -> Names:
    """Who speaks in claims, and who says a cited fact, as it is written there; by the name without its case."""
    said = (record.said_by for record in evidence.record_by_id.values())
    return _first_spellings([*(claim.speaker for claim in evidence.claims), *said])


def dossier_frame(evidence: Evidence) -> pd.DataFrame:
    """All that is held on each vessel, port, speaker and origin, subject by subject in order of date, undated last.

    Columns: of (kind and id, "vessel:9074729"); part (particulars, seen, named, says, or goes back to it); date (EDTF,
    missing without one), earliest, latest (days, missing at an open end); claim_ids, record_ids (tuples, one of the two
    with one id, the other empty). Nothing is read out of prose, but for the IMO number of a vessel of the record behind
    the letters IMO, which its check digit makes certain.
    """
    rows: list[dict[str, Any]] = []
    for link in dict.fromkeys(_links(evidence)):
        window = read_edtf(link.date) if link.date else None
        ids = {"claim_ids": (link.claim,) if link.claim else (), "record_ids": (link.record,) if link.record else ()}
        ends = {"earliest": window and window.earliest, "latest": window and window.latest}
        rows.append({"of": link.of, "part": link.part, "date": link.date, **ends, **ids})
    kinds = {"earliest": DAY, "latest": DAY, "claim_ids": "object", "record_ids": "object"}
    found = framed(rows, COLUMNS, kinds)
    return found.sort_values(["of", "earliest"], kind="stable", na_position="last", ignore_index=True)


def subjects_frame(evidence: Evidence, held: pd.DataFrame) -> pd.DataFrame:
    """Each vessel, port, speaker and origin once, `held` being the frame dossier_frame; by kind, most is held first.

    Columns: of; kind (one of KINDS); name; claims, records (how many of each are held); first, last (days of the first
    and the last that is dated, missing without one). An origin that nothing goes back to is listed too.
    """
    names = names_of_subjects(evidence)
    grouped = {str(of): rows for of, rows in held.groupby("of", sort=False)}
    rows: list[dict[str, Any]] = []
    for of, name in names.items():
        mine = grouped.get(of, held.head(0))
        claims = len({claim for ids in mine["claim_ids"] for claim in ids})
        records = len({record for ids in mine["record_ids"] for record in ids})
        first, last = mine["earliest"].min(), mine["latest"].max()
        told = {"claims": claims, "records": records, "first": first, "last": last}
        rows.append({"of": of, "kind": of.partition(":")[0], "name": name, **told})
    rows.sort(key=lambda row: (KINDS.index(row["kind"]), -row["claims"] - row["records"], row["name"]))
    return framed(rows, SUBJECT_COLUMNS, {"claims": "int64", "records": "int64", "first": DAY, "last": DAY})


def names_of_subjects(evidence: Evidence) -> Names:
    """Each vessel, port, speaker and origin by what its dossier is asked for by, with its name."""
    names: Names = {}
    for vessel in evidence.vessels:
        names.setdefault(of_vessel(vessel), vessel.name)
    names |= {f"port:{name}": name for name in ports(evidence).values()}
    names |= {f"speaker:{name}": name for name in speakers(evidence).values()}
    return names | {f"origin:{origin.origin_id}": origin.name for origin in evidence.origins}


def _links(evidence: Evidence) -> Iterator[_Link]:
    said, places = speakers(evidence), ports(evidence)
    known = {vessel.imo for vessel in evidence.vessels if vessel.imo}
    for claim in evidence.claims:
        yield _Link(of_name("speaker", claim.speaker, said), "says", claim.date, claim=claim.id)
        if origin := origin_of(claim, evidence):
            yield _Link(f"origin:{origin.origin_id}", "goes back to it", claim.date, claim=claim.id)
        for of in _numbers_named(claim.quote, known):
            yield _Link(of, "named", claim.date, claim=claim.id)
    for name, record in evidence.record_by_id.items():
        date = _date(record)
        yield _Link(of_name("speaker", record.said_by, said), "says", date, record=name)
        for origin_id in (record.origin, record.dwt_origin) if isinstance(record, Vessel) else (record.origin,):
            if origin_id in evidence.origin_by_id:
                yield _Link(f"origin:{origin_id}", "goes back to it", date, record=name)
        for of, part in _ships_and_places(record, places, known, evidence):
            yield _Link(of, part, date, record=name)


def _ships_and_places(
    record: Record, places: Names, known: Collection[str], evidence: Evidence
) -> Iterator[tuple[str, str]]:
    if isinstance(record, Vessel):
        yield of_vessel(record), "particulars"
    elif isinstance(record, Sighting):
        yield of_name("port", record.place, places), "seen"
        vessel = evidence.record_by_id.get(record.vessel or "")
        if isinstance(vessel, Vessel):
            yield of_vessel(vessel), "seen"
    elif isinstance(record, Statement):
        for of in _numbers_named(record.statement, known):
            yield of, "named"


def _date(record: Record) -> str | None:
    if isinstance(record, Vessel):
        return record.listed_on.isoformat() if record.listed_on else None
    return record.date


def _numbers_named(text: str, known: Collection[str]) -> Iterator[str]:
    return (f"vessel:{number}" for number in IMO_NAMED.findall(text) if number in known)


def _first_spellings(names: Iterable[str]) -> Names:
    found: Names = {}
    for name in names:
        found.setdefault(folded(name), name)
    return found
