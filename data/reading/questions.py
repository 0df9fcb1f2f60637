"""Who has been read for which question: a document is silent only where somebody has read it and said so."""

from collections.abc import Mapping

from data.files.draft import Draft, Placed
from data.models.evidence import Evidence, Question

Topics = Mapping[str, str | None]
"""The topic of each claim by its id."""


def check_silence(draft: Draft) -> None:
    """Report documents that a question calls silent although they have claims on what its answers are about.

    Claims that are not sound count too: that they are there is enough to make their document not silent.
    """
    topics: dict[str, str | None] = {}
    claims: dict[tuple[str, str | None], list[str]] = {}
    for one in draft.claims.read():
        topics.setdefault(one.id, one.entry.topic)
        claims.setdefault((one.entry.document, one.entry.topic), []).append(one.id)
    for question in draft.questions.built:
        for document in question.entry.silent:
            for topic in _topics(question.entry, topics):
                if speaking := claims.get((document, topic)):
                    _refuse(draft, question, document, f"{speaking[0]} of {document} has the topic {topic}")


def documents_unread(topic: str, evidence: Evidence) -> tuple[str, ...]:
    """Labels of the documents that nobody can call silent on a topic, because nobody has read them for it.

    Read for a topic is a document that has a claim of it, or that stands in a question which such a claim answers.
    """
    read = {claim.document for claim in evidence.claims if claim.topic == topic}
    topics = {claim.id: claim.topic for claim in evidence.claims}
    for question in evidence.questions:
        if topic in _topics(question, topics):
            read |= question.documents_read
    texts = {evidence.newest_of.get(one, one) for one in read}
    return tuple(document.label for document in evidence.current_documents if document.id not in texts)


def _topics(question: Question, topics: Topics) -> list[str]:
    """What the answers to a question are about, in the order in which they stand."""
    answers = (topics.get(claim_id) for cell in question.cells for claim_id in cell.claims)
    return [topic for topic in dict.fromkeys(answers) if topic]


def _refuse(draft: Draft, question: Placed[Question], document: str, seen: str) -> None:
    what = f"{document} is called silent, but speaks of what is asked"
    remedy = (
        f"Take {document} out of silent. Where the claim answers, give the document a cell that names it in claims; "
        "where it only touches the subject, a cell that names it in nearby."
    )
    draft.refuse(draft.questions, question, "silent", what, seen, remedy)
