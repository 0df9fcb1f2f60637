"""Tables of what is quoted: the case, its documents and claims, events, and what the documents answer."""

from datetime import date

from data.export.source import Rows, Source
from data.frames.comparison import comparison_frame, questions_frame
from data.frames.graded import graded_by
from data.frames.newest import newest_fact, newest_notification
from data.frames.read_twice import differences
from data.frames.rows import rows_of
from data.frames.timeline import record_events_frame, timeline_frame, writing_frame
from data.proof.checked import checked, product_by
from data.proof.read_by import read_by


def case(source: Source) -> Rows:
    """What the case is, key by key, and what its hypotheses answer; `claims` only behind the source summary."""
    told, subject, weighed = source.evidence.case, source.evidence.case.subject, source.evidence.hypotheses
    rows = {
        "title": told.title, "question": told.question, "version": told.version, "as_of": told.as_of.isoformat(),
        "newest_fact": _day(newest_fact(source.evidence)),
        "newest_notification": _day(newest_notification(source.evidence)), "searched": told.searched,
        "licence": told.licence or "",
        "assessed_by": told.assessed_by,
        "supplier": subject.supplier, "recipient": subject.recipient, "deliveries": subject.deliveries,
        "carriage": subject.carriage, "volume_topic": subject.volume_topic, "headline_limit": subject.headline_limit,
        "headline_claim": subject.headline_claim, "fingerprint": source.evidence.fingerprint,
        "complete": "yes" if source.evidence.complete else "no: what is not sound is left out",
        "source_summary": told.source_summary.text,
    }  # fmt: skip
    if weighed:
        rows |= {"hypotheses_question": weighed.question, "hypotheses_assessed_on": weighed.assessed_on.isoformat()}
        rows |= {"hypotheses_note": weighed.note}
    for name, value in rows.items():
        claims = told.source_summary.claims if name == "source_summary" else ()
        yield {"name": name, "value": value, "claim_ids": claims} | source.link("")


def _day(day: date | None) -> str:
    return day.isoformat() if day else ""


def documents(source: Source) -> Rows:
    for document in source.evidence.documents:
        counts = {"characters": len(document.text), "claims": len(source.evidence.claims_of(document.id))}
        by = {"document_id": document.id, "assessed_by": graded_by(document, source.evidence)}
        yield {**dict(document), **by, **counts} | source.link("documents", document=document.label)


def claims(source: Source) -> Rows:
    labels = {document.id: document.label for document in source.evidence.documents}
    for claim in source.evidence.claims:
        own = {"claim_id": claim.id, "document_id": claim.document, "document": labels[claim.document]}
        own |= {"number_read_by": read_by((claim,)), "product_by": product_by(claim, source.evidence)}
        own |= {"assessed_by": graded_by(claim, source.evidence)}
        told = {"checked": " ".join(checked(claim, source.evidence).sentences)}
        yield {**dict(claim), **own, **told} | source.link("documents", claim=claim.id)


def readings(source: Source) -> Rows:
    """Second readings, in the order of their claims; whose claim is not sound is not there."""
    for one in source.evidence.readings:
        differs = differences(source.evidence.claim_by_id[one.claim], one)
        yield {**dict(one), "differs": differs} | source.link("documents", claim=one.claim)


def events(source: Source) -> Rows:
    """Quoted events, then those of the public record."""
    for row in rows_of(timeline_frame(source.evidence)):
        yield row | source.link("timeline", event=row["event_id"])
    for row in rows_of(record_events_frame(source.evidence)):
        yield row | source.link("timeline", event=row["event_id"], layer="record")


def writing_windows(source: Source) -> Rows:
    frame = writing_frame(source.evidence)
    for document, row in zip(source.evidence.documents, rows_of(frame), strict=True):
        yield row | {"document_id": document.id} | source.link("documents", document=document.label)


def questions(source: Source) -> Rows:
    asks_for_number = {question.id: question.figure for question in source.evidence.questions}
    for row in rows_of(questions_frame(comparison_frame(source.evidence))):
        yield row | {"figure": asks_for_number[row["question_id"]]} | source.link("comparison")


def comparison(source: Source) -> Rows:
    ids = {document.label: document.id for document in source.evidence.documents}
    for row in rows_of(comparison_frame(source.evidence)):
        yield row | {"document_id": ids[row["document"]]} | source.link("comparison", document=row["document"])
