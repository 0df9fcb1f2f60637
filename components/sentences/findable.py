"""All of a case that a reader may look for, each thing with its words as entries of the index."""

from collections.abc import Iterator

from components.sentences.method import SECTIONS, weaknesses
from components.sentences.records.dossier import KINDS as KINDS_OF_SUBJECT
from components.sentences.records.record_words import (
    KINDS,
    hedge_of,
    kind_of,
    original_of,
    statement_of,
    topic_of,
    window_of,
)
from components.theme import LIKELIHOODS
from data.frames.dossier import names_of_subjects, of_vessel
from data.models.dates import in_words
from data.models.evidence import Claim, Evidence
from data.models.record import Record, Vessel
from data.texts.index import Entry
from data.texts.quotes import paragraphs_of

FOUND_KINDS = {
    **{kind: (named.all_of_them, named.one, named.several) for kind, named in KINDS_OF_SUBJECT.items()},
    "claim": ("Quoted claims", "quoted claim", "quoted claims"),
    "record": ("Public record, cited", "cited fact", "cited facts"),
    "text": ("Paragraphs of documents", "paragraph", "paragraphs"),
    "question": ("Questions", "question", "questions"),
    "method": ("Method", "part of the method", "parts of the method"),
}


def findable(evidence: Evidence) -> Iterator[Entry]:
    """Subjects of dossiers, claims, cited facts, paragraphs, questions and what stands in the method, in this order.

    The id of a subject is what its dossier is asked for by; that of a paragraph the label of its document and its
    number from 1, "A:3"; that of a part of the method the section it stands in.
    """
    yield from _of_subjects(evidence)
    topics = {topic.id: topic.title for topic in evidence.case.topics}
    for claim in evidence.claims:
        yield Entry("claim", claim.id, claim.quote, _words_of_claim(claim, topics.get(claim.topic, "")))
    for record in evidence.record_by_id.values():
        topic = topics.get(topic_of(record, evidence), "")
        yield Entry("record", record.record_id, statement_of(record, evidence), _words_of_record(record, topic))
    for document in evidence.documents:
        for number, span in enumerate(paragraphs_of(document.text), start=1):
            yield Entry("text", f"{document.label}:{number}", document.text[span.start : span.end])
    for question in evidence.questions:
        answers = [cell.words for cell in question.cells]
        yield Entry("question", question.id, question.title, _joined(question.asks, question.why, *answers))
    yield from _of_method(evidence)


def _words_of_claim(claim: Claim, topic: str) -> str:
    told = (claim.id, topic, claim.speaker, claim.via, claim.actor, claim.target, claim.product, claim.note)
    return _joined(*told, claim.value_words, claim.date_words, claim.date, in_words(claim.date) if claim.date else "")


def _words_of_record(record: Record, topic: str) -> str:
    kind = KINDS[kind_of(record)]
    told = [record.record_id, kind, topic, record.said_by, record.note, hedge_of(record), original_of(record)]
    if isinstance(record, Vessel):
        return _joined(*told, *record.former_names, record.dwt_said_by)
    published = in_words(record.published.isoformat()) if record.published else ""
    return _joined(*told, record.date, window_of(record), published)


def _of_subjects(evidence: Evidence) -> Iterator[Entry]:
    former: dict[str, list[str]] = {}
    for vessel in evidence.vessels:
        former.setdefault(of_vessel(vessel), []).extend([vessel.vessel_id, *vessel.former_names])
    for of, name in names_of_subjects(evidence).items():
        kind, _, subject = of.partition(":")
        yield Entry(kind, of, name, _joined(subject, *former.get(of, ())))


def _of_method(evidence: Evidence) -> Iterator[Entry]:
    for section, title in SECTIONS.items():
        yield Entry("method", section, title)
    assumptions, hypotheses = evidence.assumptions, evidence.hypotheses
    for one in assumptions.assumptions if assumptions else ():
        yield Entry("method", "assumptions", one.title, _joined(one.reason, one.if_wrong))
    for hypothesis in hypotheses.hypotheses if hypotheses else ():
        yield Entry("method", "hypotheses", hypothesis.title, hypothesis.says)
    for weakness in weaknesses(evidence):
        yield Entry("method", "weaknesses", weakness)
    for _, words in LIKELIHOODS:
        yield Entry("method", "words", str(words))


def _joined(*words: object) -> str:
    return "\n".join(str(one) for one in words if one)
