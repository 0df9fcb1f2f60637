"""Sentences of a curator that a draft may have made untrue: by their own numbers and ids, or to be looked at again."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from data.models.evidence import Claim, Document, Evidence, Question
from data.numbers import read_numbers

SENTENCE = re.compile(r"(?<=[.;!?。])\s+")
ID = re.compile(r"\[([A-Z]{1,4}[0-9]{2,6})\]", re.ASCII)
# What is counted in a case, by the words that curators have for it.
COUNTED = {
    "documents": frozenset("document documents text texts".split()),
    "claims": frozenset("claim claims".split()),
    "events": frozenset("event events".split()),
    "questions": frozenset("question questions".split()),
}
BOTH = re.compile(r"\b(?:both|neither|either)(?: \w+){0,2} (?:document|text)s?\b", re.IGNORECASE)
# Words that say that there is no other, in the languages that are read.
ALONE = re.compile(
    r"\b(?:only|alone|sole|solely|single|no other|nobody else|nowhere else|nur|allein|einzige?[nrs]?|seule?s?"
    r"|uniquement|solo|sólo|únic[oa]s?|только|единственн\w+|лише|тільки|єдин\w+)\b|유일|뿐|只|唯一|仅|だけ|のみ|فقط|الوحيد",
    re.IGNORECASE,
)
MOST = re.compile(
    r"(?<!at )\b(?:largest|greatest|highest|most|smallest|lowest|least|first|earliest|latest|newest)\b",
    re.IGNORECASE,
)
AMOUNT = re.compile(r"\b(?:amounts?|numbers?|figures?|volumes?|quantit(?:y|ies)|counts?)\b", re.IGNORECASE)

SUMMARY = ("summary", "")


class Stale(NamedTuple):
    """A sentence to look at: where it stands, its words, why; `certain` if its own numbers or ids say so.

    `opens` is what has to be mended: summary, question, event, claim or origin, with its id; empty for all else.
    """

    where: str
    words: str
    why: str
    certain: bool
    opens: tuple[str, str] = ("", "")


class _Curated(NamedTuple):
    """A curator's text, and the ids of the claims it is about."""

    where: str
    text: str
    claims: tuple[str, ...]
    opens: tuple[str, str]
    figure: bool = False  # it tells of a number


def stale(before: Evidence, after: Evidence) -> tuple[Stale, ...]:
    """The sentences that a draft has made untrue, then those to look at again; in the order of the files, each once.

    A text that the draft has written anew is only held against its own numbers: its curator has just looked at it.
    """
    new = [claim for claim in after.claims if claim.id not in before.claim_by_id]
    known = {one.text for one in _curated(before)}
    found = [
        *(one for text in _curated(after) for one in _of_text(text, new, before, after, text.text in known)),
        *_unanswered(new, after),
        *_unread(before, after),
        *_summary(before, after),
    ]
    return tuple(sorted(dict.fromkeys(found), key=lambda one: not one.certain))


def _curated(evidence: Evidence) -> Iterator[_Curated]:
    """Every text in which a curator speaks of the documents as a whole."""
    case = evidence.case
    yield _Curated("Source summary", case.source_summary.text, case.source_summary.claims, SUMMARY)
    for question in evidence.questions:
        where = f"Question “{question.title}”"
        for text in (question.label, question.why, *(cell.words for cell in question.cells)):
            yield _Curated(where, text, question.claim_ids, ("question", question.id), question.figure)
    for event in evidence.events:
        for text in (event.title, event.note):
            yield _Curated(f"Event “{event.title}”", text, event.claim_ids, ("event", event.event_id))
    for claim in evidence.claims:
        for text in (claim.note, claim.credibility_reason):
            yield _Curated(f"Claim {claim.id}", text, (claim.id,), ("claim", claim.id))
    for origin in evidence.origins:
        yield _Curated(f"Origin “{origin.name}”", origin.reason, (), ("origin", origin.origin_id))
    for condition in evidence.conditions:
        yield _Curated(f"Condition “{condition.title}”", condition.finding, condition.claims, ("", ""))


def _of_text(
    curated: _Curated, new: list[Claim], before: Evidence, after: Evidence, as_before: bool
) -> Iterator[Stale]:
    for sentence in SENTENCE.split(curated.text or ""):
        if wrong := _miscounted(sentence, before, after):
            yield Stale(curated.where, sentence, wrong, True, curated.opens)
        elif as_before:
            yield from _outdone(curated, sentence, new, before, after)


def _miscounted(sentence: str, before: Evidence, after: Evidence) -> str:
    """What is wrong with a number of documents, claims, events or questions that was right before; else empty."""
    for reading in read_numbers(sentence, "en"):
        for name, words in COUNTED.items():
            was, now = (len(_counted(one, name)) for one in (before, after))
            if reading.following in words and was == reading.low == reading.high != now:
                return f"There are {now:,} {name} now, not {was:,}."
    was, now = len(before.current_documents), len(after.current_documents)
    if was == 2 != now and BOTH.search(sentence):
        return f"There are {now:,} documents now, not two."
    return ""


def _counted(evidence: Evidence, name: str) -> Sequence[object]:
    """What is counted of a case; of a text that has versions one."""
    counted: Sequence[object] = evidence.current_documents if name == "documents" else getattr(evidence, name)
    return counted


def _outdone(curated: _Curated, sentence: str, new: list[Claim], before: Evidence, after: Evidence) -> Iterator[Stale]:
    """A sentence that says there is no other, or names a greatest, where another text now speaks of the same."""
    alone = ALONE.search(sentence)
    if not (alone or MOST.search(sentence)):
        return
    ids = tuple(ID.findall(sentence)) or curated.claims
    named = [before.claim_by_id[claim_id] for claim_id in ids if claim_id in before.claim_by_id]
    topics, documents = {claim.topic for claim in named}, {after.newest_of[claim.document] for claim in named}
    other = [claim for claim in new if claim.topic in topics and after.newest_of[claim.document] not in documents]
    of_a_number = curated.figure or bool(AMOUNT.search(sentence))
    with_number = [claim for claim in other if claim.quantity]
    if not other:
        return
    first = (with_number if of_a_number and with_number else other)[0]
    certain = bool(alone and of_a_number and with_number and any(claim.quantity for claim in named))
    gives = "gives a number for" if certain else "speaks of"
    why = f"{first.id} of document {after.document_by_id[first.document].label} {gives} the same now."
    yield Stale(curated.where, sentence, why, certain, curated.opens)


def _unanswered(new: list[Claim], after: Evidence) -> Iterator[Stale]:
    """Questions that a new claim may answer, of a document that has no cell there."""
    for question in after.questions:
        topics = {after.claim_by_id[claim_id].topic for cell in question.cells for claim_id in cell.claims}
        answered = {cell.document for cell in question.cells}
        for document in after.documents:
            fitting = [one.id for one in new if one.document == document.id and one.topic in topics]
            if fitting and document.id not in answered:
                why = f"{', '.join(fitting)} of document {document.label} may answer it, and is no answer yet."
                yield Stale(_of(question), question.asks, why, False, ("question", question.id))


def _unread(before: Evidence, after: Evidence) -> Iterator[Stale]:
    """New documents and the questions for which nobody has read them yet."""
    for document in _new_documents(before, after):
        unread = [one for one in after.questions if document.id not in one.documents_read]
        if unread:
            titles = ", ".join(f"“{one.title}”" for one in unread)
            why = "Nobody has read it for these questions yet: say what it answers, or that it says nothing of them."
            yield Stale(f"Document {document.label}", titles, why, False, ("question", unread[0].id))


def _summary(before: Evidence, after: Evidence) -> Iterator[Stale]:
    """The source summary where it names nothing of a new document."""
    summary = after.case.source_summary
    named = {after.claim_by_id[claim_id].document for claim_id in summary.claims if claim_id in after.claim_by_id}
    for document in _new_documents(before, after):
        if document.id not in named and summary.claims:
            why = f"It rests on no claim of document {document.label}."
            yield Stale("Source summary", summary.text, why, False, SUMMARY)


def _new_documents(before: Evidence, after: Evidence) -> list[Document]:
    return [one for one in after.documents if one.id not in before.document_by_id and not one.supersedes]


def _of(question: Question) -> str:
    return f"Question “{question.title}”"
