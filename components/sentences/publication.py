"""What a document is, in plain words: a reader does not know what "document A" is, and need not."""

from components.sentences.counts import listed
from data.models.dates import in_words
from data.models.evidence import Claim, Document, Evidence
from data.models.origins import chain_of, descent_of, origin_of, roots_of

MOST_BEHIND = 2
VOWELS = "aeiou"


def what_it_is(document: Document) -> str:
    """What kind of text it is and of when: "an undated news article", "a letter of 5 October 2031"."""
    kind = document.form.strip() or "text"
    if not document.published:
        return f"an undated {kind}"
    return f"{'an' if kind[:1].lower() in VOWELS else 'a'} {kind} of {in_words(document.published)}"


def described(document: Document) -> str:
    """The same with its publisher, if one is known, and the label: "an undated text (Salt Weekly, document R2)"."""
    return f"{what_it_is(document)} ({', '.join([*_publisher(document), f'document {document.label}'])})"


def short_name(label: str, evidence: Evidence) -> str:
    """A document by its label, with its publisher behind it if one is known: "Document A, Salt Weekly"."""
    document = next((one for one in evidence.documents if one.label == label), None)
    publisher = _publisher(document) if document else []
    return f"Document {label}{f', {publisher[0]}' if publisher else ''}"


def in_a_list(label: str, evidence: Evidence) -> str:
    """The same in a list of sources, where the word is not needed beside a publisher: "A, Salt Weekly"."""
    name = short_name(label, evidence)
    return name.removeprefix("Document ") if ", " in name else name


def by_label(label: str, evidence: Evidence) -> str:
    """The document of a label as `described` has it."""
    return next((described(one) for one in evidence.documents if one.label == label), f"document {label}")


def behind(claim: Claim, evidence: Evidence) -> str:
    """Whom a claim goes back to: "probably after the Salt Office" where a curator infers it; "" if it goes no further.

    A claim whose own origin is the last one that is known goes back to nobody else.
    """
    origin, roots = origin_of(claim, evidence), roots_of(claim, evidence) - {claim.document}
    if origin is None or not roots or roots == {origin.origin_id}:
        return ""
    chain = [one for one in chain_of(origin.origin_id, evidence) if one.origin_id in roots]
    named = [one.name for one in chain] + [
        described(evidence.document_by_id[root]) for root in sorted(roots) if root in evidence.document_by_id
    ]
    more = [f"{len(named) - MOST_BEHIND} more"] if len(named) > MOST_BEHIND else []
    inferred = any(one.basis == "inferred" for one in descent_of(claim, evidence))
    return f"{'probably ' if inferred else ''}after {listed([*named[:MOST_BEHIND], *more])}"


def _publisher(document: Document) -> list[str]:
    return [document.publisher.strip()] if document.publisher.strip() else []
