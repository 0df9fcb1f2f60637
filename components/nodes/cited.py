"""A cited fact on the page: its card, which never looks like that of a verified quote."""

from math import isnan

import pandas as pd

from components.letters import capital, direction
from components.nodes.claims import RECORD_PAGE, cited_chip, cited_chips, origins_in_words, with_record_ids
from components.nodes.node import Node, described, link_outside, link_within, node
from components.sentences.against_limit import units
from components.sentences.counts import count, listed
from components.sentences.records.read_again import second_readings_of
from components.sentences.records.record import notified_volume, supplier_in_words
from components.sentences.records.record_words import (
    KINDS,
    STANDINGS,
    hedge_of,
    kind_of,
    number_of,
    original_of,
    standing_of,
    statement_of,
    suppliers_in_words,
    topic_of,
    vessel_name,
)
from components.sentences.timeline import published_later
from components.theme import CITED_SIGN, NOTE, RELIABILITY_WORDS, number
from data.frames.graded import judged
from data.frames.notified import notified_frame
from data.models.dates import in_words, read_edtf
from data.models.evidence import Evidence, Origin
from data.models.origins import chain_of
from data.models.record import Notification, Record, Sighting, Statement, Vessel

NOT_QUOTED = (
    "Cited, not quoted: the dataset holds an address, and no machine has checked these words against what stands there."
)
MODELLED = "estimate"  # what a mark of the model hands over
Parts = list[Node | str]
Entry = tuple[str, Parts]


def cited_card(record: Record, evidence: Evidence) -> Node:
    """Everything the dataset holds about one cited fact, beginning with what it is not: a quote."""
    topic = evidence.case.topic_by_id.get(topic_of(record, evidence))
    head = [
        node("strong", f"{CITED_SIGN} {record.record_id}"),
        node("span", KINDS[kind_of(record)]),
        node("span", topic.title if topic else "", cls="quiet"),
        link_within(RECORD_PAGE, "Read it in the public record", record=record.record_id),
    ]
    entries = [*_said(record, evidence), *_particulars(record, evidence), *_standing(record, evidence)]
    if isinstance(record, Statement | Notification):
        entries += [("Number read again", [told]) for told in second_readings_of(record, evidence)]
    if record.note and standing_of(record) != "error":
        entries.append((NOTE, with_record_ids(record.note, evidence)))
    return node(
        "section",
        node("p", *head, cls="head"),
        node("h2", statement_of(record, evidence), cls="statement", dir=direction(statement_of(record, evidence))),
        *_warning(record, evidence),
        node("p", NOT_QUOTED, cls="unchecked"),
        node("dl", *described(entries)),
        cls="card cited",
        id=f"card-{record.record_id}",
        aria_label=f"Cited fact {record.record_id}",
    )


def modelled_record(evidence: Evidence) -> str | None:
    """The id of the cited fact that stands for the model: the first by which the trips are counted."""
    return next(iter(evidence.assumptions.trips_records), None) if evidence.assumptions else None


def standing_mark(record: Record, evidence: Evidence) -> Parts:
    """The mark of a fact that is not simply sound, with the newer print that takes its place."""
    standing = standing_of(record)
    if standing in ("sound", "used"):
        return []
    style = STANDINGS[standing]
    parts: Parts = [node("span", f"{style.sign} {style.word}", cls=f"standing {style.tone}".strip())]
    if not isinstance(record, Vessel) and record.superseded_by:
        parts += [" by ", cited_chip(record.superseded_by, evidence)]
    return parts


def _warning(record: Record, evidence: Evidence) -> list[Node]:
    mark = standing_mark(record, evidence)
    if not mark:
        return []
    standing = standing_of(record)
    why = record.note if standing == "error" and record.note else STANDINGS[standing].meaning
    told = with_record_ids(f" {capital(why)}", evidence)
    return [node("p", *mark, *told)]


def _said(record: Record, evidence: Evidence) -> list[Entry]:
    """Who says so, when, from where, under which address."""
    entries: list[Entry] = [("Who says so", [record.said_by])]
    if not isinstance(record, Vessel) and record.published:
        entries.append(("Published", [f"{in_words(record.published.isoformat())}{_later(record)}"]))
    chain = chain_of(record.origin, evidence)
    entries.append(("Origin", origins_in_words(chain, "not known")))
    if chain and chain[0].reliability:
        entries.append(("Reliability of the origin", [_grade(chain[0], evidence)]))
    original = original_of(record)
    entries.append(("Read in a copy at" if original else "Link", [link_outside(record.address, record.address)]))
    if original:
        entries.append(("Original", [original]))
    return entries


def _later(record: Statement | Notification | Sighting) -> str:
    """How long after what it tells of a fact was published: ", published 37 days later"; empty if unknown."""
    latest = read_edtf(record.date).latest if record.date else None
    if latest is None or record.published is None:
        return ""
    later = published_later({"latest": pd.Timestamp(latest), "published": pd.Timestamp(record.published)})
    return f", {later.removeprefix('published ')}" if later else ""


def _grade(origin: Origin, evidence: Evidence) -> str:
    letter = origin.reliability or ""
    reason = f"{letter}, {RELIABILITY_WORDS[letter]}: {origin.reliability_reason}"
    return f"{reason} Judged on {judged(origin, evidence)}."


def _particulars(record: Record, evidence: Evidence) -> list[Entry]:
    if isinstance(record, Statement):
        return _of_statement(record, evidence)
    if isinstance(record, Notification):
        return _of_notification(record, evidence)
    return _of_sighting(record, evidence) if isinstance(record, Sighting) else _of_vessel(record, evidence)


def _of_statement(statement: Statement, evidence: Evidence) -> list[Entry]:
    entries: list[Entry] = []
    if hedge := hedge_of(statement):
        entries.append(("The source’s own words", [f"{hedge}: it holds back, and so does this sentence."]))
    figure = number_of(statement, evidence)
    if figure:
        entries.append(("Number", [figure + (f", of “{statement.product}”" if statement.product else "")]))
    if statement.suppliers:
        entries.append(("Counts deliveries of", [listed([supplier_in_words(one) for one in statement.suppliers])]))
    if statement.date:
        entries.append(("Window", [in_words(statement.date)]))
    titles = {question.id: question.title for question in evidence.questions}
    asked = [titles.get(question, question) for question in statement.questions]
    if asked:
        link = link_within("comparison", "Compare it with the documents", layer="record")
        entries.append(("Answers", [f"{'; '.join(asked)}. ", link]))
    return entries


def _of_notification(notification: Notification, evidence: Evidence) -> list[Entry]:
    entries: list[Entry] = [
        ("Suppliers", [suppliers_in_words(notification)]),
        ("Period", [in_words(notification.date)]),
        ("Number", [number_of(notification, evidence)]),
    ]
    if notification.factor is not None:
        entries.append(("Converted", _conversion(notification, evidence)))
    if notification.derived_from:
        first, *others = notification.derived_from
        sources: Parts = [cited_chip(first, evidence)]
        for other in others:
            sources += [" minus ", cited_chip(other, evidence)]
        entries.append(("Derived", ["a difference, proven: ", *sources]))
    return entries


def _conversion(notification: Notification, evidence: Evidence) -> Parts:
    """The number in the limit's unit, with the factor and who gives it."""
    frame, limit = notified_frame(evidence), evidence.headline_limit
    converted = frame.loc[frame["record_id"] == notification.record_id, "converted"].iloc[0]
    if limit is None or isnan(converted):
        return ["not into the unit of the limit"]
    factor = number(notification.factor or 0)
    unit = units(evidence, limit.unit, converted)
    parts: Parts = [f"{notified_volume(converted, about=True, converted=True)} {unit}, at {factor} barrels a tonne"]
    if notification.factor_from:
        parts += ["; the factor is that of ", cited_chip(notification.factor_from, evidence)]
    return parts


def _of_sighting(sighting: Sighting, evidence: Evidence) -> list[Entry]:
    vessel: Parts = [vessel_name(sighting, evidence)]
    if sighting.vessel:
        vessel += [" ", cited_chip(sighting.vessel, evidence)]
    entries: list[Entry] = [("Vessel", vessel), ("Place", [sighting.place]), ("Seen by", [sighting.seen_by])]
    if sighting.date:
        entries.append(("Window", [in_words(sighting.date)]))
    return entries


def _of_vessel(vessel: Vessel, evidence: Evidence) -> list[Entry]:
    entries: list[Entry] = []
    if vessel.imo:
        entries.append(("IMO number", [f"{vessel.imo}, check digit proven"]))
    if vessel.former_names:
        entries.append(("Former names", ["; ".join(vessel.former_names)]))
    if vessel.dwt is not None:
        entries.append(("Deadweight", _deadweight(vessel, evidence)))
    entries.append(("Sanctions listing", [listing(vessel)]))
    seen = [sighting.record_id for sighting in evidence.sightings if sighting.vessel == vessel.vessel_id]
    entries.append((count(len(seen), "sighting").capitalize(), list(cited_chips(seen, evidence)) or ["none in here"]))
    return entries


def _deadweight(vessel: Vessel, evidence: Evidence) -> Parts:
    parts: Parts = [f"{number(vessel.dwt or 0)} tonnes, says {vessel.dwt_said_by}"]
    if vessel.dwt_address:
        parts += [" (", link_outside(vessel.dwt_address, "address"), ")"]
    return [*parts, "; origin: ", *origins_in_words(chain_of(vessel.dwt_origin or "", evidence), "not known")]


def listing(vessel: Vessel) -> str:
    """Whether the vessel is on the list of the body that sets the limit."""
    if vessel.un_listed is None:
        return "not known"
    if vessel.un_listed == "no":
        return "not listed"
    return f"listed, {in_words(vessel.listed_on.isoformat())}" if vessel.listed_on else "listed, day not known"


def _standing(record: Record, evidence: Evidence) -> list[Entry]:
    # What is not sound says so above, in full.
    if isinstance(record, Vessel) or standing_mark(record, evidence):
        return []
    style = STANDINGS[record.standing]
    return [("Standing", [f"{style.sign} {style.word}: {style.meaning}"])]
