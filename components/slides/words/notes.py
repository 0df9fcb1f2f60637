"""The notes under a slide: every quote whole and where it stands, every cited fact with its address, and the model."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TypeVar

from components.sentences.claim import number_of_claim
from components.sentences.counts import listed
from components.sentences.model.estimate import not_estimated
from components.sentences.records import record_words
from components.slides.view import View
from components.theme import CITED_SIGN, CITED_WORD, CREDIBILITY_WORDS, NOTE, RELIABILITY_WORDS, number
from data.frames.graded import judged
from data.models.dates import in_words
from data.models.evidence import Claim, Document, Evidence, Origin
from data.models.origins import chain_of, descent_of
from data.models.record import Record, Statement, Vessel
from data.proof.checked import checked, said_by

Entry = TypeVar("Entry")
UNNAMED = "not known: the text names none"
NOT_QUOTED = "Cited, not quoted: the dataset holds an address, and no machine has checked these words against it."


def notes(
    view: View,
    claim_ids: Iterable[str],
    record_ids: Iterable[str] = (),
    model: bool = False,
    words: Sequence[str] = (),
) -> str:
    """The full text of the notes: plain `words` first, then claims, documents, cited facts and the model.

    Quotes are verbatim and whole, with their line breaks. Ids that are not there are left out, and none stands twice.
    """
    evidence = view.evidence
    claims = _each(claim_ids, evidence.claim_by_id)
    records = _each(record_ids, evidence.record_by_id)
    parts = [record_words.with_signs(word, evidence) for word in words if word.strip()]
    parts += [_claim(claim, view) for claim in claims]
    named = {claim.document for claim in claims}
    parts += [_document(document) for document in evidence.documents if document.id in named]
    if records:
        parts.append(NOT_QUOTED)
    parts += [_record(record, view) for record in records]
    if model:
        parts += _model(view)
    return "\n\n".join(parts)


def origin_words(chain: Sequence[Origin], evidence: Evidence, unknown: str = "not known") -> str:
    """Origins from the nearest to the last: "Recent reports, which likely goes back to the harbour office"."""
    if not chain:
        return unknown
    steps = [chain[0].name]
    for origin in chain:
        behind = [name for name in (_name(parent, evidence) for parent in origin.derived_from) if name]
        if behind:
            likely = "likely " if origin.basis == "inferred" else ""
            teller = "which" if origin is chain[0] else f"and {origin.name}"
            steps.append(f"{teller} {likely}goes back to {listed(behind)}")
    return ", ".join(steps)


def _name(parent: str, evidence: Evidence) -> str:
    # Descent may end in a document.
    origin, document = evidence.origin_by_id.get(parent), evidence.document_by_id.get(parent)
    return origin.name if origin else f"document {document.label}" if document else ""


def _each(ids: Iterable[str], known: Mapping[str, Entry]) -> list[Entry]:
    return [known[one] for one in dict.fromkeys(ids) if one in known]


def _claim(claim: Claim, view: View) -> str:
    evidence = view.evidence
    document = evidence.document_by_id[claim.document]
    lines = [
        f"[{claim.id}] Document {document.label}, characters {claim.start}–{claim.end}: “{claim.quote}”",
        f"Who says so: {said_by(claim, evidence)} ({claim.modality})",
        f"Origin: {origin_words(descent_of(claim, evidence), evidence, UNNAMED)}",
        *([f"Number: {number_of_claim(claim, evidence)}"] if claim.quantity else []),
        *_date(claim),
        *_by_curator(claim, evidence),
        f"Judged: {_grades(claim, document)} ({judged(claim, evidence)})",
        *_flags(claim, evidence),
        *([f"{NOTE}: {claim.note}"] if claim.note.strip() else []),
        f"Open it: {view.links.to('documents', claim=claim.id)}",
    ]
    return "\n".join(lines)


def _by_curator(claim: Claim, evidence: Evidence) -> Iterator[str]:
    """What was checked of a claim that holds more of a curator's than its reading of a date."""
    if claim.value_reason or claim.product_reason or claim.modality_reason:
        yield " ".join(checked(claim, evidence).sentences)


def _date(claim: Claim) -> Iterator[str]:
    if not (claim.date or claim.date_words):
        return
    words = f"“{claim.date_words}”" if claim.date_words else "the sentence gives none"
    if claim.date:
        reason = f": {claim.date_reason}" if claim.date_reason else ""
        words += f", read as {in_words(claim.date)} (EDTF {claim.date}; {claim.date_basis}{reason})"
    yield f"Date: {words}"


def _grades(claim: Claim, document: Document) -> str:
    source = f"source {document.reliability}, {RELIABILITY_WORDS[document.reliability]}"
    return f"{source}; claim {claim.credibility}, {CREDIBILITY_WORDS[claim.credibility]}"


def _flags(claim: Claim, evidence: Evidence) -> Iterator[str]:
    for flag_id in claim.flags:
        flag = evidence.case.flag_by_id.get(flag_id)
        if flag and flag.wording:
            yield f"! Check the wording: {flag.title}. {flag.meaning}"


def _document(document: Document) -> str:
    """Whose text it is, from where, and when it was written, in one paragraph."""
    publisher = document.publisher or "publisher not given"
    address = f" {document.address}" if document.address else ""
    written = f", {in_words(document.written_window)}" if document.written_window else ", date not known"
    return f"Document {document.label}: {document.title} ({publisher}{written}).{address}"


def _record(record: Record, view: View) -> str:
    evidence = view.evidence
    named = {
        "Who says so": record.said_by,
        "Origin": origin_words(chain_of(record.origin, evidence), evidence),
        "The source’s own words": record_words.hedge_of(record),
        "Number": _figure(record, evidence),
        "Window": record_words.window_of(record),
        "Standing": _standing(record),
        "Deadweight": _deadweight(record),
        NOTE: record.note,
        "Read in a copy at" if record_words.original_of(record) else "Link": record.address,
        "Original": record_words.original_of(record),
        "Open it": view.links.to("record", record=record.record_id),
    }
    told = [f"{name}: {words}" for name, words in named.items() if words]
    return "\n".join([f"{CITED_SIGN} {record.record_id} ({CITED_WORD}): {_said(record, evidence)}", *told])


def _said(record: Record, evidence: Evidence) -> str:
    """The fact in one sentence, with its full stop."""
    return f"{record_words.statement_of(record, evidence).strip().rstrip('.')}."


def _figure(record: Record, evidence: Evidence) -> str:
    """The number of a statement with its operator, unit and product; empty where it has none or the fact is one."""
    words = record_words.number_of(record, evidence) if isinstance(record, Statement) else ""
    return f"{words}, of “{record.product}”" if words and isinstance(record, Statement) and record.product else words


def _standing(record: Record) -> str:
    """Why the fact is not simply counted; empty if it is."""
    style = record_words.STANDINGS[record_words.standing_of(record)]
    if isinstance(record, Vessel) or record.standing in ("sound", "used"):
        return ""
    newer = f" See {record.superseded_by}." if record.superseded_by else ""
    return f"{style.word}: {style.meaning}{newer}"


def _deadweight(record: Record) -> str:
    # Who gives a vessel's size may be another than who gives its name.
    if not isinstance(record, Vessel) or record.dwt is None:
        return ""
    return f"{number(record.dwt)} tonnes, says {record.dwt_said_by}, {record.dwt_address}"


def chosen_sentences(view: View) -> list[str]:
    """Which assumptions and which filters of the reader are in force, a sentence each; none for a view untouched."""
    own = f"The reader’s own assumptions are in force: {view.own}." if view.own else ""
    return [sentence for sentence in (own, filter_sentence(view)) if sentence]


def filter_sentence(view: View) -> str:
    """Which filters leave something out; empty for a view without."""
    return f"Filters are in force: {view.filters}." if view.filters else ""


def _model(view: View) -> Iterator[str]:
    yield from chosen_sentences(view)
    if view.assumed is not None:
        yield view.assumed.told
    elif view.not_estimated is not None:
        yield f"Model: {not_estimated(view.not_estimated)}"
