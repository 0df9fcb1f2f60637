"""On what confidence rests, and what is not known: sentences derived from grades, origins and gaps."""

from collections import Counter
from collections.abc import Iterator

from components.letters import capital
from components.sentences.against_limit import refs, scope_sentence
from components.sentences.comparison import agreement_sentence, unread_sentence
from components.sentences.counts import count, in_words, listed
from components.sentences.method import weaknesses
from components.sentences.model.beliefs import next_sentence
from components.slides.view import View
from components.theme import RELIABILITY_WORDS, number
from data.models.assumptions import Assumptions
from data.models.evidence import Evidence
from data.models.origins import are_independent, descent_is_inferred, independent_origins, roots_of, roots_of_origin

UNGRADED = "No level of confidence is given: nobody has judged one. It would rest on this:"
MOST_LABELS = 6
NO_DOCUMENT = "There is no document in this dataset yet."
STANDINGS = {
    "supported": ("is supported", "are supported"),
    "with caveats": ("has caveats", "have caveats"),
    "unsupported": ("is unsupported", "are unsupported"),
}


def confidence(view: View) -> list[str]:
    """What confidence would rest on; no sentence holds a likelihood, and none gives a level that nobody has given."""
    evidence = view.evidence
    assumptions = evidence.assumptions if view.estimate else None
    solid = solidity(assumptions) if assumptions else weaknesses(evidence)[0]
    agreed = [] if view.comparison.empty else [agreement_sentence(view.comparison)]
    return [UNGRADED, solid, *_origins(view), *_grades(evidence), *agreed]


def gaps(view: View) -> list[str]:
    """What is not known, as far as the case itself says so, the most telling first."""
    evidence = view.evidence
    unread = unread_sentence(view.comparison)
    found = [scope_sentence(view.volume, evidence.headline_limit), unread, undated(evidence), _untraced(evidence)]
    if view.estimate is not None:
        found += [unsupported(view.estimate.inputs.assumptions), next_sentence(view.estimate)]
    else:
        found.append("No volume is modelled, so no likelihood of any volume can be given.")
    if not evidence.complete:
        found.append("Part of the dataset is withheld until it is mended: what is absent here may only be withheld.")
    return [NO_DOCUMENT] * (not evidence.current_documents) + [sentence for sentence in found if sentence]


def weak_sources(evidence: Evidence) -> list[str]:
    """What is weak about the sources, as far as grades, origins and flags say so."""
    if not evidence.current_documents:
        return [NO_DOCUMENT]
    found = [undated(evidence), _unpublished(evidence), _untraced(evidence)]
    found += [_uncorroborated(evidence), _to_check(evidence)]
    return [sentence for sentence in found if sentence] or ["No gap has been written down; there may be some."]


def solidity(assumptions: Assumptions) -> str:
    """How many key assumptions stand how firmly: "Of seven assumptions two are supported and five are unsupported"."""
    counts = Counter[str](one.solidity for one in assumptions.assumptions)
    parts = [
        f"{in_words(counts[name])} {one if counts[name] == 1 else many}"
        for name, (one, many) in STANDINGS.items()
        if counts[name]
    ]
    return f"Of {in_words(len(assumptions.assumptions))} assumptions {listed(parts)}."


def unsupported(assumptions: Assumptions) -> str:
    """Which assumptions nothing supports; empty if there are none."""
    titles = [f"“{one.title}”" for one in assumptions.assumptions if one.solidity == "unsupported"]
    return f"Nothing supports {listed(titles)}." if titles else ""


def undated(evidence: Evidence) -> str:
    """How many documents have no date of publication; empty if each has one."""
    return _lacking(
        [one.label for one in evidence.current_documents if not one.published], "date of publication", evidence
    )


def _unpublished(evidence: Evidence) -> str:
    return _lacking([one.label for one in evidence.current_documents if not one.publisher], "publisher", evidence)


def _lacking(labels: list[str], what: str, evidence: Evidence) -> str:
    """How many documents lack something, and if only some of them, which."""
    total = len(evidence.current_documents)
    if not labels:
        return ""
    if len(labels) == total:
        whose = {1: "The one document", 2: "Neither document"}.get(total, "No document")
        return f"{whose} has {'no' if total == 1 else 'a'} {what}."
    named = ", ".join(labels[:MOST_LABELS]) + (" and others" if len(labels) > MOST_LABELS else "")
    verb = "has" if len(labels) == 1 else "have"
    return f"{capital(in_words(len(labels)))} of {in_words(total)} documents {verb} no {what} ({named})."


def _origins(view: View) -> Iterator[str]:
    """How many known origins stand behind the reported number and, where it is modelled, the count of the trips."""
    evidence, assumptions = view.evidence, view.evidence.assumptions
    claim_ids = [] if view.volume is None else list(view.volume["claim_ids"])
    record_ids: tuple[str, ...] = ()
    whose = ["the reported number"] if claim_ids else []
    if view.estimate is not None and assumptions and view.estimate.settings.count is None:
        claim_ids += assumptions.trips_claims
        record_ids = assumptions.trips_records
        whose.append("the count of trips")
    if not whose:
        return
    claims = [evidence.claim_by_id[one] for one in claim_ids if one in evidence.claim_by_id]
    records = [evidence.record_by_id[one].origin for one in record_ids if one in evidence.record_by_id]
    roots = set(independent_origins(claims, evidence)).union(*(roots_of_origin(one, evidence) for one in records))
    inferred = any(descent_is_inferred(claim, evidence) for claim in claims)
    yield _behind(sorted(_name(root, evidence) for root in roots), listed(whose), inferred)


def _behind(names: list[str], whose: str, inferred: bool) -> str:
    if not names:
        return f"No known origin stands behind {whose}."
    many = f"{capital(in_words(len(names)))} known {'origin stands' if len(names) == 1 else 'origins stand'}"
    how = ", in part by inference" if inferred else ""
    return f"{many} behind {whose}{how}: {'; '.join(names)}."


def _untraced(evidence: Evidence) -> str:
    without = sum(not roots_of(claim, evidence) for claim in evidence.claims)
    many = f"{number(without)} of {count(len(evidence.claims), 'claim')}"
    return f"{many} {'goes' if without == 1 else 'go'} back to no known origin." if without else ""


def _uncorroborated(evidence: Evidence) -> str:
    """How many claims somebody else confirms from an origin of his own."""
    known, total = evidence.claim_by_id, len(evidence.claims)
    firm = sum(
        any(are_independent(claim, known[other], evidence) for other in claim.corroborated_by if other in known)
        for claim in evidence.claims
    )
    if not total:
        return ""
    some = f"{number(firm)} of {count(total, 'claim')}" if firm else f"None of {count(total, 'claim')}"
    return f"{some} {'are' if firm > 1 else 'is'} corroborated from an independent origin."


def _to_check(evidence: Evidence) -> str:
    odd = tuple(claim.id for claim in evidence.claims if evidence.asks_to_check_wording(claim))
    return f"The wording of {count(len(odd), 'claim')} asks to be checked: {refs(odd)}." if odd else ""


def _grades(evidence: Evidence) -> Iterator[str]:
    """How reliable the documents are held to be, in the words of the scale."""
    counts = Counter(document.reliability for document in evidence.current_documents)
    total = len(evidence.current_documents)
    if len(counts) == 1:
        grade = next(iter(counts))
        whose = {1: "The one document is", 2: "Both documents are"}.get(total, f"All {in_words(total)} documents are")
        yield f"{whose} graded {grade} ({RELIABILITY_WORDS[grade]})."
    elif counts:
        parts = [f"{in_words(counts[grade])} {grade} ({RELIABILITY_WORDS[grade]})" for grade in sorted(counts)]
        yield f"Of {in_words(total)} documents are graded: {listed(parts)}."


def _name(root: str, evidence: Evidence) -> str:
    origin, document = evidence.origin_by_id.get(root), evidence.document_by_id.get(root)
    return origin.name if origin else document.title if document else root
