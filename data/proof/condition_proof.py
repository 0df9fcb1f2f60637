"""What a limit asks beside its number, and what the documents and the record say to it: proven like any sentence."""

from collections.abc import Iterator

from data.files.draft import Draft
from data.files.faults import Fault, report_all
from data.models.conditions import Condition
from data.models.evidence import Claim, Evidence
from data.models.record import Record, Vessel
from data.proof.months import month_faults
from data.proof.wording import unproven

STANDING = ("sound", "used", "part")  # of a row that something may rest on


def check_conditions(draft: Draft, evidence: Evidence) -> None:
    """Report conditions whose sentences say what their claims and records do not, or that rest on an error."""
    report_all(draft, draft.conditions, lambda condition: _faults(condition, draft, evidence))


def _faults(condition: Condition, draft: Draft, evidence: Evidence) -> Iterator[Fault]:
    records = [evidence.record_by_id[name] for name in condition.records if name in evidence.record_by_id]
    for record in records:
        standing = getattr(record, "standing", "sound")
        if standing not in STANDING:
            remedy = "Name another: nothing is found by an error or a superseded row."
            yield Fault("records", f"{record.record_id} is not sound", standing, "sound", remedy)
    claims = [evidence.claim_by_id[name] for name in condition.claims if name in evidence.claim_by_id]
    documents = (evidence.document_by_id[claim.document] for claim in claims)
    languages = tuple(dict.fromkeys(document.language for document in documents))
    proofs = [*claims, *(_as_said(record) for record in records)]
    times = [text for record in records for text in _times(record)] + [claim.date or "" for claim in claims]
    for key in ("title", "asks", "finding"):
        sentence = getattr(condition, key)
        for lack in unproven(sentence, proofs, times, draft.measures_of("en"), languages):
            yield Fault(key, lack.what, lack.seen, "", lack.remedy)
        yield from month_faults(key, sentence, proofs, filter(None, times), languages)


def _as_said(record: Record) -> Claim:
    """A record as what its sentence and its columns say, so that a number of it keeps its operator and its unit."""
    quantity, product = record.quantity, getattr(record, "product", "")
    number: dict[str, object] = dict(vars(quantity)) if quantity else {}
    denied = getattr(record, "kind", "") == "denial"
    said = getattr(record, "statement", "") or (record.name if isinstance(record, Vessel) else "")
    told = {"id": record.record_id, "quote": said, "product": product, "modality": "denied" if denied else "declared"}
    return Claim.model_construct(None, **told | number)


def _times(record: Record) -> Iterator[str]:
    yield getattr(record, "date", None) or ""
    yield str(getattr(record, "published", None) or "")
