"""What is known of a vessel, a port, a speaker or an origin, in sentences."""

from collections.abc import Sequence
from typing import NamedTuple

import pandas as pd

from components.letters import capital
from components.sentences.counts import count, listed
from components.sentences.records.record_words import vessel_name
from components.theme import RELIABILITY_WORDS, day, number
from data.frames.dossier import of_vessel
from data.models.dates import in_words
from data.models.evidence import Evidence, Origin
from data.models.origins import chain_of
from data.models.record import Sighting, Vessel


class Kind(NamedTuple):
    """What a kind of subject is called: one, several, and all of them."""

    one: str
    several: str
    all_of_them: str


KINDS = {
    "vessel": Kind("vessel", "vessels", "Vessels"),
    "port": Kind("place", "places", "Ports and places"),
    "speaker": Kind("speaker", "speakers", "Speakers"),
    "origin": Kind("origin", "origins", "Origins"),
}
PARTS = {
    "particulars": "Particulars",
    "seen": "Seen",
    "named": "Named by its IMO number",
    "says": "Says",
    "goes back to it": "Goes back to it",
}


def known_sentences(of: str, rows: pd.DataFrame, evidence: Evidence) -> list[str]:
    """What is known of a subject, a sentence each; `rows` are its own of the frame dossier_frame."""
    kind, _, name = of.partition(":")
    records = [evidence.record_by_id[one] for ids in rows["record_ids"] for one in ids]
    if kind == "vessel":
        return _of_vessel(of, rows, evidence)
    if kind == "port":
        seen = [record for record in records if isinstance(record, Sighting)]
        named = {vessel_name(one, evidence) for one in seen if one.vessel}
        told = f"{capital(count(len(seen), 'sighting'))} at this place, of {count(len(named), 'named vessel')}"
        return [f"{told}{_between(rows)}.", "The place is written as the record writes it."]
    if kind == "speaker":
        return [f"{_held(rows)} in this name{_between(rows)}."]
    return _of_origin(evidence.origin_by_id[name], rows, evidence)


def estimate_sentences(claim_ids: Sequence[str], record_ids: Sequence[str], evidence: Evidence) -> list[str]:
    """Which parts of the estimate rest on what is held on a subject, and on which of it."""
    assumptions = evidence.assumptions
    if assumptions is None:
        return []
    held = {*claim_ids, *record_ids}
    trips = (*assumptions.trips_claims, *assumptions.trips_records, *assumptions.window_records)
    parts = [("the number of trips and their window", trips)]
    parts += [(f"“{one.title}”", one.records) for one in assumptions.assumptions]
    parts += [(f"the published arithmetic “{case.label}”", case.records) for case in assumptions.published]
    return [
        f"In the estimate, {part} rests on it: {' '.join(f'[{one}]' for one in ids if one in held)}"
        for part, ids in parts
        if held & set(ids)
    ]


def by_month(rows: pd.DataFrame) -> list[tuple[str, int]]:
    """How many things fall into each month, or begin in it, in order; what has no day at all is left out."""
    months = rows["earliest"].dropna().dt.to_period("M").value_counts().sort_index()
    return [(f"{month.strftime('%b')} {month.year}", int(many)) for month, many in months.items()]


def _of_vessel(of: str, rows: pd.DataFrame, evidence: Evidence) -> list[str]:
    vessels = [vessel for vessel in evidence.vessels if of_vessel(vessel) == of]
    told = []
    for vessel in vessels:
        former = f", formerly {listed(list(vessel.former_names))}" if vessel.former_names else ""
        imo = f"IMO {vessel.imo}, check digit proven" if vessel.imo else "its IMO number is not known"
        told.append(f"{vessel.name}{former}: {imo}; {_size(vessel)}; {_listing(vessel)}. [{vessel.vessel_id}]")
    seen = rows[rows["part"] == "seen"]
    return [*told, f"Seen {count(len(seen), 'time')}{_between(seen)}." if len(seen) else "No sighting of it is held."]


def _size(vessel: Vessel) -> str:
    if vessel.dwt is None:
        return "its size is not known"
    return f"{number(vessel.dwt)} tonnes deadweight, says {vessel.dwt_said_by}"


def _listing(vessel: Vessel) -> str:
    if vessel.un_listed is None:
        return "whether it is under sanctions is not known"
    if vessel.un_listed == "no":
        return "not on the sanctions list"
    return f"on the sanctions list{f' since {day(vessel.listed_on)}' if vessel.listed_on else ''}"


def _of_origin(origin: Origin, rows: pd.DataFrame, evidence: Evidence) -> list[str]:
    behind = [one.name for one in chain_of(origin.origin_id, evidence)[1:]]
    before = [one.name for one in evidence.origins if origin.origin_id in one.derived_from]
    grade = (
        f"Reliability {origin.reliability}, {RELIABILITY_WORDS[origin.reliability]}: {origin.reliability_reason}"
        if origin.reliability
        else "Nobody has judged how reliable it is."
    )
    told = [f"{_held(rows)} go back to it{_between(rows)}.", grade]
    if behind:
        inferred = ", a curator infers" if origin.basis == "inferred" else ""
        told.append(f"It has what it says from {listed(behind)}{inferred}.")
    if before:
        told.append(f"From it in turn have what they say: {listed(before)}.")
    return told


def _held(rows: pd.DataFrame) -> str:
    claims, records = (len({one for ids in rows[name] for one in ids}) for name in ("claim_ids", "record_ids"))
    told = [*([count(claims, "quoted claim")] if claims else []), *([count(records, "cited fact")] if records else [])]
    return capital(listed(told)) if told else "Nothing that is held here"


def _between(rows: pd.DataFrame) -> str:
    """From when to when, ready to follow a word: ", from 7 March to 5 November 2024"; nothing without a day."""
    first, last = rows["earliest"].min(), rows["latest"].max()
    if pd.isna(first) or pd.isna(last):
        return ""
    ends = [in_words(end.date().isoformat()) for end in (first, last)]
    return f", on {ends[0]}" if ends[0] == ends[1] else f", from {ends[0]} to {ends[1]}"
