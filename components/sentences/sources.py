"""The lines under a figure: which claims, which rule, how new the data are, which version."""

from collections.abc import Iterable

from components.sentences.claim import numbers_read_by_curator
from components.sentences.limits import limit_rule
from components.sentences.model.own import own_sentence
from components.sentences.publication import in_a_list
from components.theme import CITED_WORD, day, shortened
from data.estimate.result import Estimate
from data.frames.newest import newest_fact, newest_notification
from data.models.evidence import Evidence
from data.models.record import Notification

MOST_RECORDS = 6
SAID_BY_CHARACTERS = 40


def source_lines(
    claim_ids: Iterable[str],
    evidence: Evidence,
    with_limit: bool = True,
    record_ids: Iterable[str] = (),
    model: Estimate | None = None,
) -> tuple[str, ...]:
    """Source line of a figure: documents with their claims, cited records with who said them, the model's draws, and
    which claims' numbers a curator read; then how new the data are, dataset version and limit rule.
    """
    claim_ids, record_ids = list(claim_ids), list(record_ids)
    by_document: dict[str, list[str]] = {}
    for claim_id in dict.fromkeys(claim_ids):
        claim = evidence.claim_by_id.get(claim_id)
        if claim:
            by_document.setdefault(evidence.document_by_id[claim.document].label, []).append(claim_id)
    quoted = [f"{in_a_list(label, evidence)} [{', '.join(ids)}]" for label, ids in sorted(by_document.items())]
    named = "; ".join([*quoted, *_cited(record_ids, evidence)])
    run = f" Model: {model.draws:,} draws, seed {model.seed}." if model else ""
    limit = evidence.headline_limit
    parts = [*how_new(evidence, record_ids), f"dataset {evidence.case.version}"]
    if evidence.fingerprint:
        parts.append(evidence.fingerprint[:8])
    if with_limit and limit:
        # The record that lays the rule down names its basis itself, one line above.
        laid_down = set(limit.records) & set([*dict.fromkeys(record_ids)][:MOST_RECORDS])
        parts.append(limit_rule(limit, with_basis=not laid_down))
    read = f" {told}" if (told := numbers_read_by_curator(claim_ids, evidence)) else ""
    own = f"{told} " if model and (told := own_sentence(model.settings, evidence)) else ""
    return (f"{own}Sources: {named or 'none'}.{run}{read}", " · ".join(parts))


def how_new(evidence: Evidence, record_ids: Iterable[str] = ()) -> list[str]:
    """The newest fact and the last look; where notifications are cited, up to when they were seen."""
    newest, seen = newest_fact(evidence), newest_notification(evidence)
    looked = day(evidence.case.as_of)
    parts = [f"Newest fact {day(newest)}", f"last looked {looked}"] if newest else [f"Last looked {looked}"]
    if seen and any(isinstance(evidence.record_by_id.get(one), Notification) for one in record_ids):
        parts.append(f"notifications seen to {day(seen)}")
    return parts


def carriage(evidence: Evidence) -> str:
    """Who delivers to whom, and how: "Upper Vale to Lower Vale by barge"."""
    subject = evidence.case.subject
    return f"{subject.supplier} to {subject.recipient} {subject.carriage}".strip()


def _cited(record_ids: Iterable[str], evidence: Evidence) -> list[str]:
    """The cited records in one entry, the first few by name and teller: "cited: salt-01, salt-02 (Salt Office)"."""
    unique = list(dict.fromkeys(record_ids))
    if not unique:
        return []
    known = [record for one in unique if (record := evidence.record_by_id.get(one))]
    said: dict[str, list[str]] = {}
    for record in known[:MOST_RECORDS]:
        said.setdefault(shortened(record.said_by, SAID_BY_CHARACTERS), []).append(record.record_id)
    named = [f"{', '.join(ids)} ({teller})" for teller, ids in said.items()]
    more = f" and {len(known) - MOST_RECORDS} more" if len(known) > MOST_RECORDS else ""
    return [f"{CITED_WORD}: {', '.join(named)}{more}"] if known else []
